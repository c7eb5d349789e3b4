"""The contents list: a row an entry, page number first."""

from brochure.composition.galley import Galley, Remark, Strip
from brochure.composition.heading import compose_heading
from brochure.composition.line import set_line
from brochure.composition.shaping import Faces
from brochure.content.model import Title
from brochure.display import Mark, Rule, moved
from brochure.geometry import Point, Pt
from brochure.layout.styles import ContentsStyle


def compose_contents(
    entries: tuple[tuple[Title, str], ...],
    style: ContentsStyle,
    measure: Pt,
    faces: Faces,
    keep: tuple[str, ...] = (),
) -> Galley:
    """*entries* (title, folio) set to *measure*, a strip for each; number and title share a baseline."""
    strips: list[Strip] = []
    remarks: list[Remark] = []
    half_gap = (style.title.leading - style.title.text.size) / 2
    for title, folio in entries:
        galley = compose_heading(
            Title(text=title.text), style.title, measure - style.number_width, faces, keep=keep
        )
        number = set_line(folio, style.number, faces)
        first = (
            galley.strips[0].baseline - half_gap + style.row - style.title.text.size
            if galley.strips
            else style.row
        )
        head = first - galley.strips[0].baseline if galley.strips else 0.0
        marks: list[Mark] = [moved(run, 0, first) for run in number.runs]
        y = head
        for strip in galley.strips:
            marks += [moved(mark, style.number_width, y) for mark in strip.marks]
            y += strip.height
        if style.rule:
            line = style.rule / 2
            marks.insert(
                0, Rule(start=Point(0, line), end=Point(measure, line), width=style.rule, ink=style.rule_ink)
            )
        height = style.row + max(0, len(galley.strips) - 1) * style.title.leading
        strips.append(Strip(height=height, baseline=first, marks=tuple(marks)))
        remarks += [*galley.remarks, *number.remarks]
    return Galley(measure=measure, strips=tuple(strips), remarks=tuple(remarks))
