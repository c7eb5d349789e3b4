"""A part of a whole: ring, bar and divided bar."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from brochure.color import Ink
from brochure.composition.chart import ABOVE, Chart, Datum, Label, crowded, label, panel, rule
from brochure.composition.galley import Remark
from brochure.composition.paths import arc
from brochure.diagnostics import Words
from brochure.display import Mark, Shape
from brochure.fonts import Faces
from brochure.geometry import Point, Pt, Rect
from brochure.layout.drawn import ChartStyle

_SWATCH: Pt = 10.0
_ORIGIN = Point(0, 0)


def ring(share: float, style: ChartStyle) -> Chart:
    """The whole as a thin ring, the share as an arc over it, clockwise from the top."""
    radius = (style.size - max(style.weight, style.hair)) / 2
    centre = Point(style.size / 2, style.size / 2)
    marks: list[Mark] = []
    for end, width, ink in ((1.0, style.hair, style.ground), (share, style.weight, style.ink)):
        if path := arc(centre, radius, 0.0, end):
            marks.append(Shape(at=_ORIGIN, path=path, stroke=ink, width=width, overprint=ink.black_only))
    return Chart(style=style, width=style.size, height=style.size, marks=tuple(marks))


def bar(share: float, style: ChartStyle, width: Pt) -> Chart:
    """The whole as a hairline, the share as a bar lying on it."""
    height = max(style.weight, style.hair)
    middle = height / 2
    whole = rule(Point(0, middle), Point(width, middle), style.hair, style.ground)
    part = panel(Rect(0, middle - style.weight / 2, width * share, style.weight), style.ink)
    return Chart(style=style, width=width, height=height, marks=(whole, *part))


def divided(data: Sequence[Datum], style: ChartStyle, width: Pt, faces: Faces) -> Chart:
    """The whole as one bar, a hair of paper between its parts.

    Names and values stand under their parts where every part has room for its own, else in a list.
    """
    total = sum(datum.number for datum in data) or 1.0
    room = width - style.hair * (len(data) - 1)
    widths = [room * datum.number / total for datum in data]
    starts = [0.0, *accumulate(part + style.hair for part in widths)]
    inks = style.inks or (style.ink, style.rest)
    marks: list[Mark] = []
    for number, (start, part) in enumerate(zip(starts, widths, strict=False)):
        marks += panel(Rect(start, 0, part, style.size), inks[number % len(inks)])
    if not any(datum.label for datum in data):
        return Chart(style=style, width=width, height=style.size, marks=tuple(marks))
    told = [(label(d.value, style.figure, faces), label(d.label, style.words, faces)) for d in data]
    remarks = tuple(remark for pair in told for text in pair for remark in text.remarks)
    if len(data) > len(inks):
        remarks += (_too_few_inks(len(data), len(inks)),)
    if all(
        max(value.width, name.width) + style.pad <= part
        for (value, name), part in zip(told, widths, strict=True)
    ):
        under, height = _under(told, starts, style)
    else:
        under, height, more = _listed(told, inks, style, width)
        remarks += more
    return Chart(
        style=style, width=width, height=style.size + height, marks=(*marks, *under), remarks=remarks
    )


def _under(
    told: Sequence[tuple[Label, Label]], starts: Sequence[Pt], style: ChartStyle
) -> tuple[list[Mark], Pt]:
    """Each value over its name, both on the left edge of their part; and the height they take."""
    top = style.size + 1.5 * style.pad
    marks: list[Mark] = []
    for (value, name), start in zip(told, starts, strict=False):
        marks += value.at(start, top + ABOVE * style.figure.size)
        marks += name.at(start, top + style.row + ABOVE * style.words.size)
    return marks, 1.5 * style.pad + style.row + style.words.size


def _listed(
    told: Sequence[tuple[Label, Label]], inks: Sequence[Ink], style: ChartStyle, width: Pt
) -> tuple[list[Mark], Pt, tuple[Remark, ...]]:
    """A row for each part: a swatch of its ink, its name, its value at the far end; and their height."""
    marks: list[Mark] = []
    missing = 0.0
    top = style.size + 2 * style.pad
    size = max(style.figure.size, style.words.size)
    for number, (value, name) in enumerate(told):
        baseline = top + number * style.row + ABOVE * size
        ink = inks[number % len(inks)]
        middle = baseline - 0.38 * style.words.size
        marks += panel(Rect(0, middle - style.pad / 2, _SWATCH, style.pad), ink)
        marks += name.at(_SWATCH + style.pad, baseline)
        marks += value.at(width - value.width, baseline)
        missing = max(missing, _SWATCH + 2 * style.pad + name.width + value.width - width)
    what = Words("name and value of a part overlap", "图例里名称与数值相碰")
    remarks = (crowded(what, missing),) if missing > 0 else ()
    return marks, 2 * style.pad + (len(told) - 1) * style.row + size, remarks


def _too_few_inks(parts: int, inks: int) -> Remark:
    return Remark(
        severity="warning",
        code="composition/too-few-inks",
        message=Words(
            f"{parts} parts in {inks} inks: some look the same", f"{parts} 份只有 {inks} 种油墨，有的分不清"
        ),
        suggestion=Words(
            "name as many `inks` in the chart style, or join small parts",
            "请在图表样式的 inks 里写够油墨，或把小份合并",
        ),
    )
