"""Lists: a marker before each item, its text hanging beside it."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from typing import Final

from brochure.composition.galley import Galley, Remark, Strip
from brochure.composition.line import SetLine, set_line
from brochure.composition.rhythm import of_part, on_lines, set_text
from brochure.content.apart import List, ListItem
from brochure.display import Piece, moved, pieced
from brochure.fonts import Faces
from brochure.geometry import Pt
from brochure.layout.apart import ListStyle

_LEAST_GAP: Final = 0.25  # em between a marker at the left and its text
_CIRCLED: Final = ((20, 0x2460), (35, 0x3251 - 20), (50, 0x32B1 - 35))  # ① to ⑳, ㉑ to ㉟, ㊱ to ㊿


def compose_list(
    block: List, style: ListStyle, measure: Pt, faces: Faces, keep: tuple[str, ...] = ()
) -> Galley:
    """*block* set to *measure*; an item holds its first sub-item, and no line of it stands alone (G4).

    Parts are the items in reading order, those of the level below after their own.
    """
    em = style.text.text.size
    markers = [_set(_marker(block, number, style), style, faces) for number in range(1, len(block.items) + 1)]
    hang = _hang([*markers, _set(style.dash, style, faces)], style)
    strips: list[Strip] = []
    remarks: list[Remark] = []
    part = -1
    for item, marker in zip(block.items, markers, strict=True):
        part += 1
        own, noticed = _item(item, marker, 0.0, hang * em, part, style, measure, faces, keep)
        strips += _tied_to_next(own) if item.items else own
        remarks += noticed
        for inner in item.items:
            part += 1
            dash = _set(style.dash, style, faces)
            below, noticed = _item(inner, dash, hang * em, 2 * hang * em, part, style, measure, faces, keep)
            strips += below
            remarks += noticed
    return Galley(measure=measure, strips=tuple(strips), remarks=tuple(remarks))


def _marker(block: List, number: int, style: ListStyle) -> str:
    match block.marker:
        case "bullet":
            return style.bullet
        case "number":
            return f"{number}."
        case "circled":
            return chr(next(number - 1 + first for last, first in _CIRCLED if number <= last))


def _set(marker: str, style: ListStyle, faces: Faces) -> SetLine:
    return set_line(marker, style.marker, faces, profile=style.text.profile)


def _hang(markers: list[SetLine], style: ListStyle) -> float:
    """How far the text hangs, in em: what the style says, or as many whole em as the widest marker needs."""
    widest = max(marker.width for marker in markers) / style.text.text.size
    needed = widest + (style.gap if style.align == "end" else _LEAST_GAP)
    return style.hang if needed <= style.hang else float(ceil(needed))


def _item(  # noqa: PLR0917  # an item, its marker, where both stand, and what composing asks for
    item: ListItem,
    marker: SetLine,
    left: Pt,
    hang: Pt,
    part: int,
    style: ListStyle,
    measure: Pt,
    faces: Faces,
    keep: tuple[str, ...],
) -> tuple[list[Strip], Iterator[Remark]]:
    """One item: its marker *left* from the edge, its text *hang*."""
    galley = set_text(item.text, style.text, measure - hang, faces, keep)
    strips = on_lines(galley, style.lines, hang, part)
    x = left if style.align == "start" else hang - style.gap * style.text.text.size - marker.width
    if strips:
        runs = (moved(run, x, strips[0].baseline) for run in marker.runs)
        own = pieced(runs, Piece("label", part))
        strips[0] = replace(strips[0], marks=own + strips[0].marks)
    return strips, of_part((*marker.remarks, *galley.remarks), part)


def _tied_to_next(strips: list[Strip]) -> list[Strip]:
    return [*strips[:-1], *(replace(strip, tied=True) for strip in strips[-1:])]
