"""Marks at another place, or told which piece of their block they are: otherwise they do not change."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from brochure.diagnostics import Span
from brochure.display.marks import Dot, GlyphRun, Mark, Panel, Picture, Piece, Rule, Shape
from brochure.geometry import Point, Pt


def moved(mark: Mark, dx: Pt, dy: Pt, span: Span | None = None) -> Mark:
    """*mark* moved right by *dx* and down by *dy*; *span*, when given, is stamped on it."""
    place = span if span is not None else mark.span
    match mark:
        case GlyphRun() | Shape():
            return replace(mark, at=Point(mark.at.x + dx, mark.at.y + dy), span=place)
        case Rule():
            return replace(mark, start=mark.start.moved(dx, dy), end=mark.end.moved(dx, dy), span=place)
        case Panel() | Picture():
            return replace(mark, box=mark.box.moved(dx, dy), span=place)
        case Dot():
            return replace(mark, centre=mark.centre.moved(dx, dy), span=place)
        case _:
            assert_never(mark)


def pieced(marks: Iterable[Mark], piece: Piece) -> tuple[Mark, ...]:
    """*marks* as that *piece* of their block."""
    return tuple([replace(mark, piece=piece) for mark in marks])
