"""The chart beside a figure: which one, of what, and what all of them are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from brochure.color import Ink
from brochure.composition.galley import Remark
from brochure.composition.line import set_line
from brochure.content.model import MetricCallout, Reading
from brochure.content.quantities import quantity, share_of
from brochure.diagnostics import Words
from brochure.display import Mark, Panel, Rule, moved
from brochure.fonts import Faces
from brochure.geometry import Point, Pt, Rect
from brochure.layout.drawn import Charts, ChartStyle
from brochure.layout.styles import TextStyle

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


def compose_chart(metric: MetricCallout, charts: Charts | None, width: Pt, faces: Faces) -> Chart | None:
    """The chart of *metric*, at most *width* wide; None where the author says nothing to draw, or the layout
    draws nothing of the kind.
    """
    from brochure.composition.series import bars, columns, line
    from brochure.composition.shares import bar, divided, ring

    style, data = _asked(metric, charts)
    if style is None:
        return None
    width = min(width, style.width or width)
    share = share_of(metric.share) or 0.0
    match style.draw:
        case "ring":
            return ring(share, style)
        case "bar":
            return bar(share, style, width)
        case "divided":
            rest = [Datum(share, "", ""), Datum(1 - share, "", "")]
            return divided(data or rest, style, width, faces)
        case "bars":
            return bars(data, style, width, faces)
        case "columns":
            return columns(data, style, width, faces)
        case "line":
            return line(data, style, width, faces)


def _asked(metric: MetricCallout, charts: Charts | None) -> tuple[ChartStyle | None, list[Datum]]:
    """The style that the layout has for what the figure means, and the values of its chart."""
    if charts is None:
        return None, []
    if metric.share:
        return charts.share, []
    if metric.parts:
        return charts.parts, [_datum(part, metric.unit) for part in metric.parts]
    if metric.before and metric.after:
        return charts.change, [_datum(stage, metric.unit) for stage in (metric.before, metric.after)]
    if metric.trend:
        return charts.trend, [_datum(reading, "") for reading in metric.trend]
    return None, []


def _datum(reading: Reading, unit: str) -> Datum:
    """A value with its unit; of a trend the figure has it already, and *unit* is empty."""
    return Datum(quantity(reading.value) or 0.0, f"{reading.value}{reading.unit or unit}", reading.label)


# ---------------------------------------------------------------- what charts are made of


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
