"""Values that follow each other: bars, columns and a line.

The last one is what is meant, the others are what it is compared with.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeAlias

from brochure.composition.chart import ABOVE, Chart, Datum, Label, crowded, label, panel, rule
from brochure.composition.galley import Remark
from brochure.composition.paths import line_through
from brochure.content.agreement import year_of
from brochure.diagnostics import Words
from brochure.display import Dot, Mark, Shape
from brochure.fonts import Faces
from brochure.geometry import Point, Pt, Rect
from brochure.layout.drawn import ChartStyle
from brochure.values import dataclass

_ORIGIN = Point(0, 0)
# Digits stand about this share of their size above the baseline: half of it centres them on a bar.
_DIGIT = 0.74
# Bars in less than this share of their chart compare nothing.
_LEAST_ROOM = 0.25
# A column takes at most this share of its step.
_COLUMN_SHARE = 0.75
# The radius of the last value's dot, in weights of the line.
_DOT = 1.25
_UNSEEN = 0.5
# A line that does not begin at zero keeps this share of its height clear of the ground.
_BELOW = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """Quantities to lengths: *low* is at 0, *high* at *length*."""

    low: float
    high: float
    length: Pt

    def of(self, number: float) -> Pt:
        """How far *number* lies from the low end."""
        span = self.high - self.low
        return self.length * (number - self.low) / span if span else 0.0


def _scale(data: Sequence[Datum], length: Pt, *, from_zero: bool = True) -> _Scale:
    numbers = [datum.number for datum in data]
    low, high = (min(0.0, *numbers), max(0.0, *numbers)) if from_zero else (min(numbers), max(numbers))
    if not from_zero:
        low -= (high - low) * _BELOW
    return _Scale(low=low, high=high, length=length)


def bars(data: Sequence[Datum], style: ChartStyle, width: Pt, faces: Faces) -> Chart:
    """A row for each value: its name, a bar from the common zero line, the value at the bar's end."""
    names = [label(datum.label, style.words, faces) for datum in data]
    values = [label(datum.value, style.figure, faces) for datum in data]
    named = max(name.width for name in names)
    start = named + style.pad if named else 0.0
    room = width - start - style.pad - max(value.width for value in values)
    remarks = [remark for text in (*names, *values) for remark in text.remarks]
    if room < width * _LEAST_ROOM:
        what = Words("names and values leave no room for the bars", "名称与数值占去了横条的位置")
        remarks.append(crowded(what, width * _LEAST_ROOM - room))
    scale = _scale(data, max(room, 1.0))
    zero = start + scale.of(0.0)
    marks: list[Mark] = []
    for number, datum in enumerate(data):
        middle = (number + 0.5) * style.row
        end = start + scale.of(datum.number)
        ink = style.ink if number == len(data) - 1 else style.rest
        box = Rect(min(zero, end), middle - style.weight / 2, abs(end - zero), style.weight)
        marks += panel(box, ink)
        marks += names[number].at(0.0, middle + _DIGIT / 2 * style.words.size)
        marks += values[number].at(max(zero, end) + style.pad, middle + _DIGIT / 2 * style.figure.size)
    height = len(data) * style.row
    marks.append(rule(Point(zero, 0), Point(zero, height), style.hair, style.ground))
    return Chart(style=style, width=width, height=height, marks=tuple(marks), remarks=tuple(remarks))


def columns(data: Sequence[Datum], style: ChartStyle, width: Pt, faces: Faces) -> Chart:
    """A column for each value on a common zero line, its year below."""
    thick = min(style.weight, width / len(data) * _COLUMN_SHARE)
    scale = _scale(data, style.size)
    texts = _Texts(data, style, faces)
    zero = texts.ground - scale.of(0.0)
    places = [_spread(number, len(data), thick, width) for number in range(len(data))]
    marks: list[Mark] = []
    boxes: list[Rect] = []
    for number, (place, datum) in enumerate(zip(places, data, strict=True)):
        end = texts.ground - scale.of(datum.number)
        boxes.append(Rect(place - thick / 2, min(zero, end), thick, abs(zero - end)))
        marks += panel(boxes[-1], style.ink if number == len(data) - 1 else style.rest)
    marks.append(rule(Point(0, zero), Point(width, zero), style.hair, style.ground))
    return _labelled(texts, marks, places, _outline_of_columns(boxes, zero), width, under=False)


def line(data: Sequence[Datum], style: ChartStyle, width: Pt, faces: Faces) -> Chart:
    """A line from value to value, years as far apart as they are, a dot on the last."""
    scale = _scale(data, style.size, from_zero=style.floor == "zero")
    radius = style.weight * _DOT
    texts = _Texts(data, style, faces, rise=radius)
    points = [
        Point(radius + share * (width - 2 * radius), texts.ground - scale.of(datum.number))
        for share, datum in zip(_along(data), data, strict=True)
    ]
    level = texts.ground - (scale.of(0.0) if style.floor == "zero" else 0.0)
    marks: list[Mark] = [rule(Point(0, level), Point(width, level), style.hair, style.ground)]
    drawn, ink = line_through(points), style.ink
    marks.append(Shape(at=_ORIGIN, path=drawn, stroke=ink, width=style.weight, overprint=ink.black_only))
    marks.append(Dot(centre=points[-1], radius=radius, ink=ink))
    outline = _outline_of_line(points, radius)
    return _labelled(texts, marks, [point.x for point in points], outline, width, under=True)


def _along(data: Sequence[Datum]) -> list[float]:
    """Where each value stands, in shares of the width: by its year, or evenly where labels are no years."""
    years = [year_of(datum.label) for datum in data]
    known = [year for year in years if year is not None]
    if len(known) == len(data) and all(before < after for before, after in pairwise(known)):
        return [(year - known[0]) / (known[-1] - known[0]) for year in known]
    return [number / (len(data) - 1) for number in range(len(data))]


def _spread(number: int, count: int, thick: Pt, width: Pt) -> Pt:
    """The middle of column *number*: the first and last stand on the edges of the chart."""
    return width / 2 if count == 1 else thick / 2 + number * (width - thick) / (count - 1)


class _Texts:
    """The values and years of a chart, and the room they take at its *head* and *foot*; *rise* is what a
    mark adds above its value.
    """

    def __init__(self, data: Sequence[Datum], style: ChartStyle, faces: Faces, rise: Pt = 0.0) -> None:
        self.style = style
        told = style.labelled != "none"
        self.values = [label(datum.value if told else "", style.figure, faces) for datum in data]
        self.years = [label(datum.label, style.words, faces) for datum in data]
        self.head: Pt = (style.figure.size + style.pad if told else 0.0) + rise
        self.foot: Pt = style.pad + style.words.size if any(d.label for d in data) else 0.0
        self.remarks = [remark for text in (*self.values, *self.years) for remark in text.remarks]

    @property
    def ground(self) -> Pt:
        """How far below the chart's top the ground line lies."""
        return self.head + self.style.size


Outline: TypeAlias = Callable[[Pt, Pt], tuple[Pt, Pt]]
"""The highest and lowest place of what is drawn between two distances from the left."""


def _labelled(
    texts: _Texts, marks: list[Mark], places: Sequence[Pt], outline: Outline, width: Pt, *, under: bool
) -> Chart:
    """The chart with its values over their *places*, clear of what is drawn, and its years below the ground.

    *under* lets a value stand below a line that climbs away from it.
    """
    style = texts.style
    every = style.labelled == "all"
    chosen, missing = _chosen(texts.values, places, width, style.pad, every=every)
    for index, left in chosen:
        text = texts.values[index]
        high, low = outline(left - style.pad / 2, left + text.width + style.pad / 2)
        own_high, own_low = outline(places[index], places[index])
        climbs = high < own_high - _UNSEEN and low < own_low + _UNSEEN
        if under and climbs and low + style.pad + style.figure.size <= texts.ground:
            marks += text.at(left, low + style.pad + ABOVE * style.figure.size)
        else:
            marks += text.at(left, high - style.pad - (1 - ABOVE) * style.figure.size)
    dated, short = _chosen(texts.years, places, width, style.pad, every=True)
    for index, left in dated:
        marks += texts.years[index].at(left, texts.ground + style.pad + ABOVE * style.words.size)
    remarks = list[Remark](texts.remarks)
    for surplus, what in (
        (missing, Words("values overlap", "数值相碰")),
        (short, Words("years overlap", "年份相碰")),
    ):
        if surplus > 0:
            remarks.append(crowded(what, surplus))
    height = texts.ground + texts.foot
    return Chart(style=style, width=width, height=height, marks=tuple(marks), remarks=tuple(remarks))


def _outline_of_line(points: Sequence[Point], thick: Pt) -> Outline:
    """The line through *points*, *thick* above and below."""

    def height(x: Pt) -> Pt:
        for before, after in pairwise(points):
            if before.x <= x <= after.x:
                share = (x - before.x) / (after.x - before.x)
                return before.y + share * (after.y - before.y)
        return points[0].y if x < points[0].x else points[-1].y

    def outline(left: Pt, right: Pt) -> tuple[Pt, Pt]:
        heights = [height(left), height(right), *(point.y for point in points if left <= point.x <= right)]
        return min(heights) - thick, max(heights) + thick

    return outline


def _outline_of_columns(boxes: Sequence[Rect], ground: Pt) -> Outline:
    """The columns, and the ground between them."""

    def outline(left: Pt, right: Pt) -> tuple[Pt, Pt]:
        tops = [box.y for box in boxes if box.x < right and box.right > left]
        return min(tops, default=ground), ground

    return outline


def _chosen(
    labels: Sequence[Label], places: Sequence[Pt], width: Pt, pad: Pt, *, every: bool
) -> tuple[list[tuple[int, Pt]], Pt]:
    """Which labels are told, each with its left edge: all where they have room, else the first and the last;
    and by how much even these overlap.

    A label stands in the middle over its place, but for the chart's edges.
    """
    lefts = [
        min(max(place - text.width / 2, 0.0), width - text.width)
        for text, place in zip(labels, places, strict=True)
    ]
    ends = list(dict.fromkeys((0, len(labels) - 1)))
    for indices in (list(range(len(labels))), ends) if every else (ends,):
        overlaps = [lefts[one] + labels[one].width + pad - lefts[two] for one, two in pairwise(indices)]
        missing = max(overlaps, default=0.0)
        if missing <= 0 or indices is ends:
            return [(index, lefts[index]) for index in indices if labels[index].marks], missing
    return [], 0.0
