"""Tables: title, heads, rows and notes as strips of whole lines; numbers on the decimal point."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from brochure.composition.galley import Galley, Remark, Strip
from brochure.composition.lanes import Lane, lanes_of
from brochure.composition.line import set_line
from brochure.composition.rhythm import (
    first_baseline,
    marks_of,
    of_part,
    one_strip,
    set_text,
    set_title,
    whole_lines,
)
from brochure.composition.table_heads import compose_heads
from brochure.content.apart import Row, Table
from brochure.content.model import Text, Title
from brochure.display import Mark, Panel, Piece, Rule, moved, pieced
from brochure.fonts import Faces
from brochure.geometry import Point, Pt, Rect
from brochure.layout.apart import TableStyle
from brochure.layout.styles import ParagraphStyle

_NEAR: Final = 1.0  # points; a baseline so near to the grid's stands on it
_EM_BOX_ASCENT: Final = 0.88
_UNIT_GAP: Final = 12.0  # points between the title and the unit beside it

Noticed = tuple[Remark, ...]


def compose_table(
    table: Table, style: TableStyle, measure: Pt, faces: Faces, keep: tuple[str, ...] = ()
) -> Galley:
    """*table* set to *measure*: a strip for its title, its heads, each row, its notes.

    Rows are not cut; two of them stand together at the table's beginning and at its end. Its heads come again
    at the head of every column it runs on to. Parts are the rows.
    """
    lanes, remarks = lanes_of(table, style, measure, faces)
    title, noticed = _title(table, style, measure, faces, keep)
    heads, more = compose_heads(lanes, style, measure, faces, keep)
    remarks += noticed + more
    rows: list[Strip] = []
    for part in range(len(table.rows)):
        strip, noticed = _row(table, part, lanes, style, measure, faces, keep)
        rows.append(strip)
        remarks += tuple(of_part(noticed, part))
    rows[-1] = _with_foot(rows[-1], style, measure)
    if heads is None:
        rows[0] = _with_top(rows[0], style, measure)
    notes, noticed = _notes(table.notes, style, measure, faces, keep)
    strips = (*title, *([heads] if heads else []), *_tied(table.rows, rows, notes=bool(notes)), *notes)
    repeated = tuple(map(_again, (*_continued(style, measure, faces), heads))) if heads else ()
    return Galley(measure=measure, strips=strips, remarks=remarks + noticed, heads=repeated)


def _again(strip: Strip) -> Strip:
    return replace(strip, marks=pieced(strip.marks, Piece("again")))


def _tied(rows: tuple[Row, ...], strips: list[Strip], *, notes: bool) -> Iterator[Strip]:
    """Rows tied to the next: the first, the last but one, every subhead, the last where notes follow."""
    last = len(strips) - 1
    for number, (row, strip) in enumerate(zip(rows, strips, strict=True)):
        held = row.across or number in {0, last - 1}
        yield replace(strip, tied=held if number < last else notes)


# ---------------------------------------------------------------- above and below


def _title(
    table: Table, style: TableStyle, measure: Pt, faces: Faces, keep: tuple[str, ...]
) -> tuple[tuple[Strip, ...], Noticed]:
    """The title (C1: above the table), the unit of the whole at the right of its last line."""
    unit = set_line(f"{style.unit_label}{table.unit}", style.unit.text, faces) if table.unit else None
    if table.title is None and unit is None:
        return (), ()
    taken = unit.width + _UNIT_GAP if unit else 0.0
    galley = set_title(table.title or Title(text=""), style.title, measure - taken, faces, keep)
    lines = style.lines
    down = lines.baseline - first_baseline(galley) if galley.strips else 0.0
    marks = tuple(marks_of(galley, 0.0, down))
    last = max(0, len(galley.strips) - 1) * style.title.leading + lines.baseline
    if unit:
        marks += tuple(moved(run, measure - unit.width, last) for run in unit.runs)
    strip = replace(one_strip(pieced(marks, Piece("title")), galley.height, lines), tied=True)
    return (strip,), galley.remarks + (unit.remarks if unit else ())


def _notes(
    notes: tuple[Text, ...], style: TableStyle, measure: Pt, faces: Faces, keep: tuple[str, ...]
) -> tuple[tuple[Strip, ...], Noticed]:
    """The notes one below the other, from a first baseline on the grid."""
    galleys = [set_text(note, style.note, measure, faces, keep) for note in notes]
    strips = tuple(
        replace(strip, marks=pieced(strip.marks, Piece("note", part)))
        for part, galley in enumerate(galleys)
        for strip in galley.strips
    )
    if not strips:
        return (), ()
    whole = Galley(measure=measure, strips=strips)
    down = style.lines.baseline - first_baseline(whole)
    strip = one_strip(tuple(marks_of(whole, 0.0, down)), whole.height, style.lines)
    return (strip,), tuple(remark for galley in galleys for remark in galley.remarks)


def _continued(style: TableStyle, measure: Pt, faces: Faces) -> Iterator[Strip]:
    """续表, at the right above the heads where they come again."""
    if not style.continued:
        return
    words = set_line(style.continued, style.unit.text, faces)
    marks = tuple(moved(run, measure - words.width, style.lines.baseline) for run in words.runs)
    yield one_strip(marks, style.lines.height, style.lines)


def _with_foot(strip: Strip, style: TableStyle, measure: Pt) -> Strip:
    y = strip.height + style.rule / 2  # below the row and its ground, in the white before the next line
    return replace(strip, marks=(*strip.marks, *_rule(y, measure, style)))


def _with_top(strip: Strip, style: TableStyle, measure: Pt) -> Strip:
    return replace(strip, marks=(*strip.marks, *_rule(style.rule / 2, measure, style)))


def _rule(y: Pt, measure: Pt, style: TableStyle) -> Iterator[Mark]:
    if style.rule:
        yield Rule(start=Point(0, y), end=Point(measure, y), width=style.rule, ink=style.rule_ink)


# ---------------------------------------------------------------- rows


def _row(  # noqa: PLR0917  # a row, its columns, and what composing asks for
    table: Table,
    part: int,
    lanes: tuple[Lane, ...],
    style: TableStyle,
    measure: Pt,
    faces: Faces,
    keep: tuple[str, ...],
) -> tuple[Strip, Noticed]:
    """One row, the first lines of all its cells on one baseline."""
    row = table.rows[part]
    if row.across:
        width = measure - 2 * style.inset
        cells = [(style.inset, 0, set_text(row.cells[0], style.subhead, width, faces, keep))]
        paragraph = style.subhead
    else:
        cells = [
            (lane.left, at, set_text(cell, replace(style.cell, align=lane.align), lane.width, faces, keep))
            for at, (lane, cell) in enumerate(zip(lanes, row.cells, strict=True))
            if not lane.numerals
        ]
        paragraph = style.cell
    count, base = _stand(max((len(galley.strips) for _, _, galley in cells), default=1), paragraph, style)
    height = count * style.lines.height
    marks = list(_grounds(table, part, style, Rect(0, 0, measure, height)))
    words: list[tuple[Pt, tuple[Mark, ...]]] = [
        (x, pieced(marks_of(galley, x, base - first_baseline(galley)), Piece("cell", part, at)))
        for x, at, galley in cells
    ]
    for at, lane in enumerate(lanes if not row.across else ()):
        if part in lane.numerals:
            numeral = lane.numerals[part]
            x = lane.right - lane.behind - numeral.before
            own = pieced((moved(mark, x, base) for mark in numeral.marks), Piece("cell", part, at))
            words.append((lane.left, own))
    for _, shown in sorted(words, key=lambda found: found[0]):
        marks += shown
    strip = Strip(height=height, baseline=base, marks=tuple(marks), part=part)
    return strip, tuple(remark for _, _, galley in cells for remark in galley.remarks)


def _stand(deep: int, paragraph: ParagraphStyle, style: TableStyle) -> tuple[int, Pt]:
    """How many lines of the grid a row of *deep* lines takes, and where its first baseline stands.

    The text stands in the row's middle, on the grid where that is near.
    """
    lines, size = style.lines, paragraph.text.size
    extent = (max(1, deep) - 1) * paragraph.leading + size
    count = whole_lines(extent + 2 * style.pad, lines)
    base = (count * lines.height - extent) / 2 + _EM_BOX_ASCENT * size
    nearest = lines.baseline + round((base - lines.baseline) / lines.height) * lines.height
    return count, nearest if abs(nearest - base) <= _NEAR else base


def _grounds(table: Table, part: int, style: TableStyle, box: Rect) -> Iterator[Mark]:
    """The ground of every other row, counted anew below a subhead, and the rule below all rows but the last:
    where a column cuts the table, it is closed.
    """
    rows = table.rows
    since = next((above for above in range(part - 1, -1, -1) if rows[above].across), -1)
    if style.zebra and not rows[part].across and (part - since) % 2 == 0:
        yield Panel(box=box, ink=style.zebra)
    if style.row_rule and part < len(rows) - 1:
        y = box.height - style.row_rule / 2
        end = Point(box.width, y)
        yield Rule(start=Point(0, y), end=end, width=style.row_rule, ink=style.row_ink)
