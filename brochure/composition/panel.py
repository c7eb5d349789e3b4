"""Panels of label and value: contacts (联系方式) and credits (编制人员)."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from typing import NamedTuple

from brochure.composition.galley import Galley, Remark, Strip
from brochure.composition.line import set_line
from brochure.composition.rhythm import first_baseline, marks_of, of_part, set_text, set_title, whole_lines
from brochure.content.apart import Contact, CreditList
from brochure.content.model import Inline, Text, Title
from brochure.display import Mark, Panel, Piece, Rule, moved, pieced
from brochure.fonts import Faces
from brochure.geometry import Point, Pt, Rect
from brochure.layout.apart import PanelStyle

_BETWEEN_NAMES = "\u3000"  # an em, at which a line may end


class _Line(NamedTuple):
    label: str
    value: Text


class _Set(NamedTuple):
    """A line set: its marks from a first baseline on the grid, and the lines it takes."""

    marks: tuple[Mark, ...]
    deep: int


def compose_contact(
    contact: Contact, style: PanelStyle, measure: Pt, faces: Faces, keep: tuple[str, ...] = ()
) -> Galley:
    """*contact* set to *measure*, one strip that no column cuts. Parts are its lines."""
    lines = [_Line(line.label, line.value) for line in contact.lines]
    galley = _panel(contact.title, lines, style, measure, faces, keep)
    return replace(galley, strips=_whole(galley.strips, style, measure))


def compose_credits(
    credit_list: CreditList, style: PanelStyle, measure: Pt, faces: Faces, keep: tuple[str, ...] = ()
) -> Galley:
    """*credit_list* set to *measure*, a strip for every row of lines; one on a ground is not cut.

    Names are not divided. Parts are its lines.
    """
    lines = [_Line(line.role, _names(line.names)) for line in credit_list.lines]
    galley = _panel(credit_list.title, lines, style, measure, faces, keep)
    return replace(galley, strips=_whole(galley.strips, style, measure)) if style.ground else galley


def _names(names: tuple[str, ...]) -> Text:
    parts: list[Inline] = []
    for name in names:
        parts += [Inline(text=_BETWEEN_NAMES)] * bool(parts) + [Inline(text=name, keep=True)]
    return tuple(parts)


def _panel(
    title: Title | None,
    lines: list[_Line],
    style: PanelStyle,
    measure: Pt,
    faces: Faces,
    keep: tuple[str, ...],
) -> Galley:
    """Rule, title and rows as strips of whole lines, tied where a break would look lost."""
    remarks: list[Remark] = []
    strips = list(_head(style, measure))
    width = measure - 2 * style.inset
    if title is not None:
        galley = set_title(title, style.title, width, faces, keep)
        down = style.lines.baseline - first_baseline(galley)
        marks = pieced(marks_of(galley, style.inset, down), Piece("title"))
        strips.append(_strip(marks, whole_lines(galley.height, style.lines), style, -1, tied=True))
        remarks += galley.remarks
    column = (width - (style.columns - 1) * style.column_gutter) / style.columns
    label = style.label_width or _widest(lines, style, faces)
    rows: list[_Set] = []
    for part, line in enumerate(lines):
        row, noticed = _row(line, label, column, style, faces, keep)
        rows.append(row._replace(marks=pieced(row.marks, Piece("body", part))))
        remarks += of_part(noticed, part)
    strips += _rows(rows, column + style.column_gutter, style)
    return Galley(measure=measure, strips=tuple(strips), remarks=tuple(remarks))


def _head(style: PanelStyle, measure: Pt) -> Iterator[Strip]:
    """The white of the panel's head, and the rule over it."""
    count = ceil(style.inset / style.lines.height) if style.ground else int(style.rule > 0)
    y = style.lines.half_gap + style.rule / 2
    rule = Rule(start=Point(0, y), end=Point(measure, y), width=style.rule, ink=style.rule_ink)
    if count:
        yield _strip((rule,) if style.rule else (), count, style, -1, tied=True)


def _widest(lines: list[_Line], style: PanelStyle, faces: Faces) -> Pt:
    """The width of the longest label."""
    return max(set_line(line.label, style.label.text, faces).width for line in lines)


def _row(
    line: _Line, label: Pt, width: Pt, style: PanelStyle, faces: Faces, keep: tuple[str, ...]
) -> tuple[_Set, tuple[Remark, ...]]:
    """One line: the label, and beside it on the same baseline the value."""
    indent = label + style.gutter if label else 0.0
    words = (Inline(text=line.label, keep=True),) if line.label else ()
    name = set_text(words, style.label, label, faces, keep)
    value = set_text(line.value, style.value, width - indent, faces, keep)
    base = style.lines.baseline
    marks = (
        *marks_of(name, style.inset, base - first_baseline(name)),
        *marks_of(value, style.inset + indent, base - first_baseline(value)),
    )
    count = whole_lines(max(name.height, value.height), style.lines)
    return _Set(marks, count), name.remarks + value.remarks


def _rows(rows: list[_Set], step: Pt, style: PanelStyle) -> Iterator[Strip]:
    """Lines in columns, filled downwards; those side by side are a strip."""
    down = ceil(len(rows) / style.columns)
    for number in range(down):
        beside = rows[number::down]
        marks = [moved(mark, at * step, 0) for at, row in enumerate(beside) for mark in row.marks]
        count = max(row.deep for row in beside)
        part = number if style.columns == 1 else -1
        yield _strip(tuple(marks), count, style, part, tied=number in {0, down - 2} and number < down - 1)


def _strip(marks: tuple[Mark, ...], count: int, style: PanelStyle, part: int, *, tied: bool = False) -> Strip:
    height = count * style.lines.height
    return Strip(height=height, baseline=style.lines.baseline, marks=marks, tied=tied, part=part)


def _whole(strips: tuple[Strip, ...], style: PanelStyle, measure: Pt) -> tuple[Strip, ...]:
    """All *strips* as one, on the panel's ground."""
    height = sum(strip.height for strip in strips)
    marks: list[Mark] = []
    if style.ground:
        height += ceil(style.inset / style.lines.height) * style.lines.height
        edge = style.lines.half_gap
        marks.append(Panel(box=Rect(0, edge, measure, height - 2 * edge), ink=style.ground))
    y = 0.0
    for strip in strips:
        marks += [moved(mark, 0, y) for mark in strip.marks]
        y += strip.height
    return (Strip(height=height, baseline=style.lines.baseline, marks=tuple(marks)),)
