"""Whether what is drawn agrees with what is said: parts add up, years follow each other, maps are maps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from brochure.content.model import MetricCallout, Photo
from brochure.content.quantities import quantity, rounding
from brochure.diagnostics import Diagnostic, Words, warning
from brochure.source import quoted

_HUNDRED = 100.0


def check_drawing(metric: MetricCallout) -> Iterator[Diagnostic]:
    """Warnings about parts that do not make up their whole, and years out of order."""
    if metric.parts:
        yield from _check_parts(metric)
    years = [year_of(reading.label) for reading in metric.trend]
    if any(before is not None and after is not None and after <= before for before, after in pairwise(years)):
        message = Words("the years of the trend do not follow each other", "历年数值没有按年份先后排列")
        hint = Words("earliest first, each year once", "请从早到晚写，每年一次")
        yield warning("content/years-out-of-order", message, metric.span, hint)


def check_approval(photo: Photo) -> Iterator[Diagnostic]:
    """A warning about an approval number that nothing prints: the picture is not marked as a map."""
    if photo.approval and photo.kind != "map":
        message = Words(
            f"`{photo.file}` has a map's approval number and is no map",
            f"`{photo.file}` 写了审图号，却不是地图",
        )
        yield warning("content/approval-unused", message, photo.span, quoted("kind: map"))


def year_of(label: str) -> float | None:
    """The year that a label of a trend names; None for a label of another kind."""
    return quantity(label.removesuffix("年"))


def _check_parts(metric: MetricCallout) -> Iterator[Diagnostic]:
    """The parts are the figure divided, or a hundred per cent divided; rounding is allowed for."""
    numbers = [quantity(part.value) or 0.0 for part in metric.parts]
    added = sum(numbers)
    slack = sum(rounding(part.value) for part in metric.parts) + 1e-9
    own = quantity(metric.value)
    units = {part.unit or metric.unit for part in metric.parts}
    wholes = [_HUNDRED] if units <= {"%", "％"} else []
    wholes += [own] if own is not None and units == {metric.unit} else []
    if not wholes or any(abs(added - whole) <= slack for whole in wholes):
        return
    message = Words(
        f"the parts add up to {added:.10g}, the figure is `{metric.value}{metric.unit}`",
        f"各份合计 {added:.10g}，数据是 `{metric.value}{metric.unit}`",
    )
    hint = Words("check the parts, or add the one that is missing", "请核对各份的数值，或补上缺的一份")
    yield warning("content/parts-total", message, metric.span, hint)
