"""Which chart stands beside a figure, and of what."""

from __future__ import annotations

from brochure.composition.chart import Chart, Datum
from brochure.content.model import MetricCallout, Reading
from brochure.content.quantities import quantity, share_of
from brochure.fonts import Faces
from brochure.geometry import Pt
from brochure.layout.drawn import Charts, ChartStyle


def compose_chart(metric: MetricCallout, style: ChartStyle, width: Pt, faces: Faces) -> Chart:
    """The chart of *metric* in *style*, at most *width* wide."""
    from brochure.composition.series import bars, columns, line  # most brochures draw nothing
    from brochure.composition.shares import bar, divided, ring

    data = _data(metric)
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


def asked_style(metric: MetricCallout, charts: Charts) -> ChartStyle | None:
    """The style that the layout has for what the figure means."""
    if metric.share:
        return charts.share
    if metric.parts:
        return charts.parts
    if metric.before:
        return charts.change
    return charts.trend if metric.trend else None


def _data(metric: MetricCallout) -> list[Datum]:
    """The values of the chart; none for a share, which is a part and the rest."""
    if metric.parts:
        return [_datum(part, metric.unit) for part in metric.parts]
    if metric.before and metric.after:
        return [_datum(stage, metric.unit) for stage in (metric.before, metric.after)]
    return [_datum(reading, "") for reading in metric.trend]


def _datum(reading: Reading, unit: str) -> Datum:
    """A value with its unit; of a trend the figure has it already, and *unit* is empty."""
    return Datum(quantity(reading.value) or 0.0, f"{reading.value}{reading.unit or unit}", reading.label)
