"""The columns of a table as lanes across the measure, every number already set."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from brochure.composition.columns import Want, column_widths
from brochure.composition.galley import Remark
from brochure.composition.line import set_line
from brochure.composition.numerals import Numeral, is_missing, is_number, set_numeral
from brochure.composition.rhythm import of_part, set_text
from brochure.content.apart import Column, Table
from brochure.content.model import Text
from brochure.diagnostics import Words
from brochure.fonts import Faces
from brochure.geometry import Pt
from brochure.layout.apart import TableStyle
from brochure.layout.styles import Align
from brochure.values import dataclass

_ENDLESS: Final = 10_000.0  # points; a measure that no cell fills
_LEAST: Final = 6.0  # em of a column of text that has to be broken
_LEAST_HEAD: Final = 4.0  # em of a head that has to be broken


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One column: from *left*, *width* wide, its text set to *align*.

    *numerals* are its cells by row where they are numbers, which reach *behind* the decimal point at most.
    """

    column: Column
    left: Pt
    width: Pt
    align: Align
    numerals: Mapping[int, Numeral]
    behind: Pt = 0.0

    @property
    def right(self) -> Pt:
        """The right edge."""
        return self.left + self.width


def lanes_of(
    table: Table, style: TableStyle, measure: Pt, faces: Faces
) -> tuple[tuple[Lane, ...], tuple[Remark, ...]]:
    """The columns of *table* across *measure*, and what was noticed: a table wider than that is a fault."""
    remarks: list[Remark] = []
    found = [_numerals(table, at, style, faces) for at in range(len(table.columns))]
    wants = [_want(table, at, numerals, style, faces) for at, numerals in enumerate(found)]
    room = measure - 2 * style.inset - (len(wants) - 1) * style.gutter
    widths = column_widths(wants, room)
    surplus = sum(widths) - room
    if surplus > 0.5:
        remarks.append(_too_wide(surplus))
    lanes: list[Lane] = []
    left = style.inset
    for column, numerals, width in zip(table.columns, found, widths, strict=True):
        behind = max((numeral.behind for numeral in numerals.values()), default=0.0)
        align = _align(column, numeric=bool(numerals))
        lanes.append(
            Lane(column=column, left=left, width=width, align=align, numerals=numerals, behind=behind)
        )
        for row, numeral in numerals.items():
            remarks += of_part(numeral.remarks, row)
        left += width + style.gutter
    return tuple(lanes), tuple(remarks)


def _numerals(table: Table, at: int, style: TableStyle, faces: Faces) -> dict[int, Numeral]:
    """The cells of column *at* by row, when it is a column of numbers; none otherwise."""
    cells = {number: row.cells[at] for number, row in enumerate(table.rows) if not row.across}
    asked = table.columns[at].align
    if asked not in {"", "number"}:
        return {}
    if not asked and not _all_numbers(list(cells.values())):
        return {}
    figure = replace(style.cell, text=style.figure)
    return {number: set_numeral(cell, figure, faces) for number, cell in cells.items()}


def _all_numbers(cells: list[Text]) -> bool:
    return any(map(is_number, cells)) and all(is_number(cell) or is_missing(cell) for cell in cells)


def _align(column: Column, *, numeric: bool) -> Align:
    if numeric:
        return "end"
    match column.align:
        case "center" | "end":
            return column.align
        case _:
            return "start"


def _want(table: Table, at: int, numerals: Mapping[int, Numeral], style: TableStyle, faces: Faces) -> Want:
    """What column *at* wants: room for its widest cell, head and unit on one line."""
    column = table.columns[at]
    head = set_line(column.head.text, style.head.text, faces).width
    unit = set_line(f"（{column.unit}）", style.head_unit.text, faces).width if column.unit else 0.0
    least_head = max(unit, min(head, _LEAST_HEAD * style.head.text.size))
    if numerals:
        before = max(numeral.before for numeral in numerals.values())
        body = before + max(numeral.behind for numeral in numerals.values())
        return Want(wide=max(body, head, unit), least=max(body, least_head), share=column.width)
    cells = [row.cells[at] for row in table.rows if not row.across]
    body = max((_natural(cell, style, faces) for cell in cells), default=0.0)
    least = max(min(body, _LEAST * style.cell.text.size), least_head, style.cell.text.size)
    return Want(wide=max(body, head, unit, least), least=least, share=column.width)


def _natural(cell: Text, style: TableStyle, faces: Faces) -> Pt:
    galley = set_text(cell, replace(style.cell, align="start"), _ENDLESS, faces, ())
    return max((strip.line.width for strip in galley.strips if strip.line), default=0.0)


def _too_wide(surplus: Pt) -> Remark:
    return Remark(
        severity="error",
        code="composition/table-too-wide",
        message=Words(
            f"the table is {surplus:.0f} pt wider than its column even with its text broken",
            f"表格即使把文字拆行，仍比栏宽多 {surplus:.0f} pt",
        ),
        suggestion=Words(
            "take out a column, shorten the heads, or let a wider frame take it (`takes: [table]`)",
            "减少一栏，缩短表头，或在版式里用更宽的框放它（takes: [table]）",
        ),
    )
