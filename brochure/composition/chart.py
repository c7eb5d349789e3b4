"""What charts are made of: values, labels, rules and boxes."""

from __future__ import annotations

from typing import NamedTuple

from brochure.color import Ink
from brochure.composition.galley import Remark
from brochure.composition.line import set_line
from brochure.diagnostics import Words
from brochure.display import Mark, Panel, Rule, moved
from brochure.fonts import Faces
from brochure.geometry import Point, Pt, Rect
from brochure.layout.drawn import ChartStyle
from brochure.layout.styles import TextStyle
from brochure.values import dataclass

# The em box stands this share of the size above the baseline.
ABOVE = 0.88


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart as marks from its top left corner, in the *style* it was drawn in."""

    style: ChartStyle
    width: Pt
    height: Pt
    marks: tuple[Mark, ...]
    remarks: tuple[Remark, ...] = ()


class Datum(NamedTuple):
    """A value to draw: its quantity, and value and label as they print."""

    number: float
    value: str
    label: str


class Label(NamedTuple):
    """A line of text on a chart: its marks from (0, 0) on the baseline, its width, what was noticed."""

    marks: tuple[Mark, ...]
    width: Pt
    remarks: tuple[Remark, ...]

    def at(self, x: Pt, baseline: Pt) -> tuple[Mark, ...]:
        """The marks at their place."""
        return tuple(moved(mark, x, baseline) for mark in self.marks)


def label(text: str, style: TextStyle, faces: Faces) -> Label:
    """One line of text."""
    if not text:
        return Label((), 0.0, ())
    line = set_line(text, style, faces)
    return Label(line.runs, line.width, line.remarks)


def rule(start: Point, end: Point, width: Pt, ink: Ink) -> Rule:
    """A straight line; black alone overprints (GWG 2022 R0011)."""
    return Rule(start=start, end=end, width=width, ink=ink, overprint=ink.black_only)


def panel(box: Rect, ink: Ink) -> tuple[Panel, ...]:
    """A filled box, or nothing for one without an area."""
    return (Panel(box=box, ink=ink),) if box.width > 0 and box.height > 0 else ()


def crowded(what: Words, surplus: Pt) -> Remark:
    """Labels that do not fit their chart."""
    return Remark(
        severity="warning",
        code="composition/chart-crowded",
        message=Words(f"{what.en}: {surplus:.0f} pt are missing", f"{what.zh}，还差 {surplus:.0f} pt"),
        suggestion=Words(
            "shorten them, or give the metric style fewer columns",
            "请缩短文字，或减少该数据样式的列数",
        ),
    )
