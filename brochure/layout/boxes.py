"""Boxes as a designer writes them: by columns and lines of the grid, or by distances from the trim."""

from __future__ import annotations

import re
from typing import Final

from brochure.diagnostics import Span, Words
from brochure.geometry import Pt, Size
from brochure.layout.model import Box, Edge, Grid
from brochure.source import Faults, Field, Form, Length, Node, Schema, scalar
from brochure.values import dataclass

_LINE = re.compile(r"line ([1-9][0-9]{0,2})")
_RANGE = re.compile(r"([1-9][0-9]{0,2})(?:-([1-9][0-9]{0,2}))?")
_ACROSS: Final[tuple[Edge, Edge]] = ("left", "right")
_MIRRORED: Final[tuple[Edge, Edge]] = ("inner", "outer")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a box is measured against."""

    trim: Size
    bleed: Pt
    grid: Grid


@dataclass(frozen=True, slots=True)
class Edging:
    """A distance from the trim, or the edge of a *line* of the grid, counted from 1.

    ``bleed`` reaches out to the bleed.
    """

    distance: Pt = 0.0
    line: int | None = None
    bleed: bool = False


class EdgeKind:
    """``12mm``, ``9pt``, ``bleed`` or ``line 13``."""

    length = Length("-100mm", "1500mm")

    def read(self, node: Node, faults: Faults) -> Edging | None:
        """The distance."""
        found = scalar(node, faults, Words("a distance from the trim", "到裁切边的距离"))
        if found is None:
            return None
        if found.text == "bleed":
            return Edging(bleed=True)
        if match := _LINE.fullmatch(found.text):
            return Edging(line=int(match[1]))
        distance = self.length.read(node, faults)
        return None if distance is None else Edging(distance=distance)

    def schema(self) -> Schema:
        """All spellings."""
        return {"type": "string", "pattern": r"^(bleed|line [1-9][0-9]*|-?[0-9.]+ ?(mm|cm|pt))$"}


class RangeKind:
    """``3`` or ``1-2``, counted from 1."""

    def read(self, node: Node, faults: Faults) -> tuple[int, int] | None:
        """First and last."""
        found = scalar(node, faults, Words("a range such as `1-2`", "范围（例如 `1-2`）"))
        if found is None:
            return None
        match = _RANGE.fullmatch(found.text)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if first < 1 or last < first:
            message = Words(
                f"`{found.text}` is not a range counted from 1", f"`{found.text}` 不是从 1 数起的范围"
            )
            faults.error("not-a-range", message, found.span, Words("such as `13-24`", "例如 `13-24`"))
            return None
        return first, last

    def schema(self) -> Schema:
        """Digits."""
        return {"type": ["string", "integer"], "pattern": f"^{_RANGE.pattern}$"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenBox:
    """A box as written, before the grid is known."""

    span: Span
    columns: tuple[int, int] | None = None
    lines: tuple[int, int] | None = None
    left: Edging | None = None
    right: Edging | None = None
    inner: Edging | None = None
    outer: Edging | None = None
    width: Pt | None = None
    top: Edging | None = None
    bottom: Edging | None = None
    height: Pt | None = None


_EDGE = EdgeKind()
BOX: Form[WrittenBox] = Form(
    WrittenBox,
    Words("a box", "框的位置"),
    {
        "columns": Field(RangeKind(), "占版心的第几栏到第几栏"),
        "lines": Field(RangeKind(), "占版心的第几行到第几行"),
        "left": Field(_EDGE, "左边到裁切左边"),
        "right": Field(_EDGE, "右边到裁切右边"),
        "inner": Field(_EDGE, "内侧到订口"),
        "outer": Field(_EDGE, "外侧到切口"),
        "width": Field(Length(), "宽"),
        "top": Field(_EDGE, "上边到裁切天头，或 line N（第 N 行字顶）"),
        "bottom": Field(_EDGE, "下边到裁切地脚，或 line N（第 N 行字底）"),
        "height": Field(Length(), "高"),
    },
)


def box_of(written: WrittenBox, sheet: Sheet, faults: Faults, *, follows: bool = False) -> Box | None:
    """The box on *sheet*.

    *follows* allows its top to be left open. Notes a fault for a box that is open or inside out.
    """
    if _crowded(written, faults) or _outside_grid(written, sheet.grid, faults):
        return None
    across = _across(written, sheet)
    down = _down(written, sheet, follows=follows)
    if across is None or down is None:
        message = Words("this box is not closed on all sides", "这个框没有定全四边")
        hint = Words(
            "give `columns` or two of left, right, width; and `lines` or two of top, bottom, height",
            "横向写 columns，或 left、right、width 中的两个；纵向写 lines，或 top、bottom、height 中的两个",
        )
        faults.error("open-box", message, written.span, hint)
        return None
    sides, start, end = across
    top, bottom = down
    if sheet.trim.width - start - end <= 0 or sheet.trim.height - (top or 0.0) - bottom <= 0:
        message = Words("this box has no width or no height", "这个框的宽或高不为正")
        faults.error("empty-box", message, written.span)
        return None
    # the type area stands the inner margin from the spine on both sides of a spread
    shift = sheet.trim.width - 2 * sheet.grid.inner - sheet.grid.width if written.columns else 0.0
    return Box(sides=sides, start=start, end=end, top=top, bottom=bottom, shift=shift)


def _crowded(written: WrittenBox, faults: Faults) -> bool:
    """Whether a side of the box is given twice; one of the two would be obeyed, and nobody says which."""
    for whole, parts in (
        ("columns", ("left", "right", "inner", "outer", "width")),
        ("lines", ("top", "bottom", "height")),
    ):
        given = [key for key in parts if getattr(written, key) is not None]
        if len(given) > (0 if getattr(written, whole) else 2):
            keys = ([whole] if getattr(written, whole) else []) + given
            message = Words(
                f"{', '.join(keys)} say one thing twice", f"{'、'.join(keys)} 重复规定了同一个方向"
            )
            hint = Words(f"`{whole}` alone, or two of the others", f"只写 `{whole}`，或写其余各项中的两个")
            faults.error("crowded-box", message, written.span, hint)
            return True
    return False


def _outside_grid(written: WrittenBox, grid: Grid, faults: Faults) -> bool:
    """Whether the box asks for a column or a line that the grid has not.

    The edge of a single line may lie below the type area: lines go on in the foot margin.
    """
    for what, asked, there in (
        (Words("column", "栏"), written.columns or (), grid.columns),
        (Words("line", "行"), written.lines or (), grid.lines),
    ):
        for number in asked:
            if number > there:
                message = Words(
                    f"there is no {what.en} {number}; the grid has {there}",
                    f"没有第 {number} {what.zh}；网格共 {there} {what.zh}",
                )
                faults.error("outside-grid", message, written.span)
                return True
    return False


def _across(written: WrittenBox, sheet: Sheet) -> tuple[tuple[Edge, Edge], Pt, Pt] | None:
    """The two sides that distances are taken from, and the distances."""
    grid, width = sheet.grid, sheet.trim.width
    start: Pt | None
    end: Pt | None
    if written.columns:
        first, last = written.columns
        start = grid.inner + (first - 1) * (grid.column + grid.gutter)
        end = width - (grid.inner + last * (grid.column + grid.gutter) - grid.gutter)
        return _ACROSS, start, end
    for sides, near, far in (
        (_ACROSS, written.left, written.right),
        (_MIRRORED, written.inner, written.outer),
    ):
        if near is None and far is None:
            continue
        start = _reach(near, sheet) if near else None
        end = _reach(far, sheet) if far else None
        if written.width is not None:
            start = start if start is not None else width - (end or 0.0) - written.width
            end = end if end is not None else width - start - written.width
        if start is not None and end is not None:
            return sides, start, end
    return None


def _down(written: WrittenBox, sheet: Sheet, *, follows: bool) -> tuple[Pt | None, Pt] | None:
    """Top (None when the frame follows another) and bottom, as distances from the trim's head and foot."""
    grid, height = sheet.grid, sheet.trim.height
    if written.lines:
        first, last = written.lines
        return (None if follows else grid.line_top(first)), height - grid.line_foot(last)
    top = bottom = None
    if written.top:
        head = written.top
        top = grid.line_top(head.line) if head.line is not None else _reach(head, sheet)
    if written.bottom:
        foot = written.bottom
        bottom = height - grid.line_foot(foot.line) if foot.line is not None else _reach(foot, sheet)
    if written.height is not None:
        if top is None and bottom is not None:
            top = height - bottom - written.height
        elif bottom is None and top is not None:
            bottom = height - top - written.height
    if bottom is None or (top is None and not follows):
        return None
    return (None if follows else top), bottom


def _reach(edge: Edging, sheet: Sheet) -> Pt:
    return -sheet.bleed if edge.bleed else edge.distance
