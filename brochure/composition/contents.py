"""The contents list: a row an entry, page number first."""

from dataclasses import replace

from brochure.composition.galley import Galley, Remark, Strip
from brochure.composition.heading import compose_heading
from brochure.composition.line import set_line
from brochure.content.model import Title
from brochure.display import Mark, Piece, Rule, moved, pieced
from brochure.fonts import Faces
from brochure.geometry import Point, Pt
from brochure.layout.styles import ContentsStyle


def compose_contents(
    entries: tuple[tuple[Title, str], ...],
    style: ContentsStyle,
    measure: Pt,
    faces: Faces,
    keep: tuple[str, ...] = (),
    *,
    first: int = 0,
) -> Galley:
    """*entries* (title, folio) set to *measure*, a strip for each; the *first* of them is that one of all.

    Number and title share a baseline, half-way down the row.
    """
    strips: list[Strip] = []
    remarks: list[Remark] = []
    for number, (title, folio) in enumerate(entries, first):
        row, noticed = _row(title, folio, style, measure, faces, keep)
        strips.append(replace(row, marks=pieced(row.marks, Piece("entry", number))))
        remarks += noticed
    return Galley(measure=measure, strips=tuple(strips), remarks=tuple(remarks))


def _row(  # an entry, its style, its room, and what composing asks for
    title: Title, folio: str, style: ContentsStyle, measure: Pt, faces: Faces, keep: tuple[str, ...]
) -> tuple[Strip, tuple[Remark, ...]]:
    words = compose_heading(
        Title(text=title.text), style.title, measure - style.number_width, faces, keep=keep
    )
    number = set_line(folio, style.number, faces)
    y = (style.row - style.title.leading) / 2
    baseline = y + words.strips[0].baseline if words.strips else style.row / 2
    marks: list[Mark] = [moved(run, 0, baseline) for run in number.runs]
    for strip in words.strips:
        marks += [moved(mark, style.number_width, y) for mark in strip.marks]
        y += strip.height
    if style.rule:
        line = style.rule / 2
        marks.insert(
            0, Rule(start=Point(0, line), end=Point(measure, line), width=style.rule, ink=style.rule_ink)
        )
    height = style.row + max(0, len(words.strips) - 1) * style.title.leading
    return Strip(height=height, baseline=baseline, marks=tuple(marks)), words.remarks + number.remarks
