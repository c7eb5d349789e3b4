"""Marks at another place: values move, they do not change."""

from typing import assert_never

from brochure.diagnostics import Span
from brochure.display.marks import Dot, GlyphRun, Mark, Panel, Picture, Rule, Shape
from brochure.geometry import Point, Pt


def moved(mark: Mark, dx: Pt, dy: Pt, span: Span | None = None) -> Mark:
    """*mark* moved right by *dx* and down by *dy*; *span*, when given, is stamped on it."""
    place = span if span is not None else mark.span
    match mark:
        case GlyphRun():
            return GlyphRun(
                at=Point(mark.at.x + dx, mark.at.y + dy),
                face=mark.face,
                size=mark.size,
                ink=mark.ink,
                glyphs=mark.glyphs,
                xs=mark.xs,
                texts=mark.texts,
                width=mark.width,
                ys=mark.ys,
                turn=mark.turn,
                overprint=mark.overprint,
                span=place,
            )
        case Rule():
            return Rule(
                start=mark.start.moved(dx, dy),
                end=mark.end.moved(dx, dy),
                width=mark.width,
                ink=mark.ink,
                overprint=mark.overprint,
                span=place,
            )
        case Panel():
            return Panel(box=mark.box.moved(dx, dy), ink=mark.ink, span=place)
        case Dot():
            return Dot(
                centre=mark.centre.moved(dx, dy),
                radius=mark.radius,
                ink=mark.ink,
                overprint=mark.overprint,
                span=place,
            )
        case Shape():
            return Shape(
                at=mark.at.moved(dx, dy),
                path=mark.path,
                fill=mark.fill,
                stroke=mark.stroke,
                width=mark.width,
                module=mark.module,
                overprint=mark.overprint,
                span=place,
            )
        case Picture():
            return Picture(
                box=mark.box.moved(dx, dy),
                file=mark.file,
                crop=mark.crop,
                cutout=mark.cutout,
                approval=mark.approval,
                span=place,
            )
        case _:
            assert_never(mark)
