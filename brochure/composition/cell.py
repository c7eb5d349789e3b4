"""What stands in a metric's cell: the figure on one baseline, label and note, the chart beside them (C5)."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from brochure.composition.galley import Remark
from brochure.composition.line import SetLine, set_line
from brochure.composition.paragraph import compose_paragraph
from brochure.content.described import AFTER
from brochure.content.model import Inline, MetricCallout
from brochure.diagnostics import Words
from brochure.display import GlyphRun, Mark, Rule, moved
from brochure.fonts import Faces
from brochure.geometry import Point, Pt
from brochure.layout.styles import MetricStyle, ParagraphStyle, Profile, TextStyle

if TYPE_CHECKING:  # loaded by a layout that draws anything
    from brochure.composition.chart import Chart

# The middle of a Han character stands half of this above the baseline, in em.
_HAN_HEIGHT = 0.76


class Cell(NamedTuple):
    """A metric set, its pieces not yet put together.

    *figure* are marks from (0, 0) on its baseline, *figure_width* wide, *cap* high; *words* from the label's
    first em box down, *words_height* high; *left* is where figure and words begin.
    """

    figure: tuple[Mark, ...]
    figure_width: Pt
    cap: Pt
    words: tuple[Mark, ...]
    words_height: Pt
    left: Pt = 0.0
    chart: Chart | None = None
    remarks: tuple[Remark, ...] = ()

    def chart_at(self, *places: str) -> Chart | None:
        """The chart, if it stands in one of *places*."""
        return self.chart if self.chart and self.chart.style.place in places else None


def grid_cell(
    metric: MetricCallout, style: MetricStyle, width: Pt, faces: Faces, keep: tuple[str, ...]
) -> Cell:
    """A cell of a grid, *width* wide: a chart beside the figure takes its width away."""
    chart = _chart(metric, style, width, faces)
    left = chart.width + chart.style.gap if chart and chart.style.place == "beside" else 0.0
    room = width - left
    words = set_words(metric, style, room, faces, keep)
    return _cell(metric, style, chart, room, words, left, faces)


def row_cell(
    metric: MetricCallout, style: MetricStyle, measure: Pt, faces: Faces, keep: tuple[str, ...]
) -> Cell:
    """A row: the figure in its share of the measure, the words beside it; a chart under the words, or at the
    row's end.
    """
    left = measure * style.figure_share
    chart = _chart(metric, style, measure - left, faces)
    taken = chart.width + chart.style.gap if chart and chart.style.place == "beside" else 0.0
    words = set_words(metric, style, measure - left - taken, faces, keep)
    return _cell(metric, style, chart, left - style.gutter, words, left, faces)


def _cell(  # noqa: PLR0917  # what, in what style, beside what, with how much room, with what, where
    metric: MetricCallout,
    style: MetricStyle,
    chart: Chart | None,
    room: Pt,
    words: tuple[tuple[Mark, ...], Pt, tuple[Remark, ...]],
    left: Pt,
    faces: Faces,
) -> Cell:
    """The pieces together; a figure inside a ring has the ring's room instead of *room*."""
    if chart and chart.style.place == "around":
        room = _inside(chart, style)
    figure, figure_width, remarks = set_figure(metric, style, room, faces)
    marks, height, more = words
    return Cell(
        figure=figure,
        figure_width=figure_width,
        cap=_cap(metric, style, figure, faces),
        words=marks,
        words_height=height,
        left=left,
        chart=chart,
        remarks=remarks + more + (chart.remarks if chart else ()),
    )


def _chart(metric: MetricCallout, style: MetricStyle, width: Pt, faces: Faces) -> Chart | None:
    """The chart, in all of *width*, or beside the figure in its share."""
    if style.charts is None:
        return None
    from brochure.composition.charts import asked_style, compose_chart

    asked = asked_style(metric, style.charts)
    if asked is None:
        return None
    room = width * style.figure_share if asked.place == "beside" else width
    return compose_chart(metric, asked, room, faces)


def _inside(ring: Chart, style: MetricStyle) -> Pt:
    """The width that a figure has inside a *ring*, at the height of its capitals."""
    radius = ring.width / 2 - ring.style.weight - ring.style.pad
    half = _HAN_HEIGHT * style.figure.size / 2
    return 2 * sqrt(max(radius**2 - half**2, 1.0))


def _cap(metric: MetricCallout, style: MetricStyle, figure: tuple[Mark, ...], faces: Faces) -> Pt:
    """The height of the figure as it was set: digits as high as capitals, Han characters higher."""
    text = style.figure_for(metric.value)
    sizes = [mark.size for mark in figure if isinstance(mark, GlyphRun)]
    size = max(sizes, default=text.size)
    if metric.value[:1] >= "\u2e80":
        return _HAN_HEIGHT * size
    family, weight = (
        (text.latin_family, text.latin_weight) if text.latin_family else (text.family, text.weight)
    )
    return faces.face(family, weight).cap_height * size


def set_words(
    metric: MetricCallout, style: MetricStyle, width: Pt, faces: Faces, keep: tuple[str, ...]
) -> tuple[tuple[Mark, ...], Pt, tuple[Remark, ...]]:
    """Label and note as marks from the label's first em box down, their height, and what was noticed."""
    marks: list[Mark] = []
    remarks: list[Remark] = []
    height = 0.0
    for words, paragraph in ((metric.label, style.label), (metric.note, style.note)):
        if not words:
            continue
        galley = compose_paragraph((Inline(text=words),), paragraph, width, faces, keep=keep)
        rise = _half_gap(paragraph)
        y = height - rise
        for strip in galley.strips:
            marks += [moved(mark, 0, y) for mark in strip.marks]
            y += strip.height
        height = y + rise
        remarks += galley.remarks
    return tuple(marks), height, tuple(remarks)


def _half_gap(style: ParagraphStyle) -> Pt:
    return (style.leading - style.text.size) / 2


def head_rule(style: MetricStyle, width: Pt) -> tuple[Mark, ...]:
    """The line above a cell; black alone overprints."""
    if not style.rule:
        return ()
    y, ink = style.rule / 2, style.rule_ink
    line = Rule(start=Point(0, y), end=Point(width, y), width=style.rule, ink=ink, overprint=ink.black_only)
    return (line,)


def set_figure(
    metric: MetricCallout, style: MetricStyle, width: Pt, faces: Faces
) -> tuple[tuple[Mark, ...], Pt, tuple[Remark, ...]]:
    """Qualifier, value and unit as one unbreakable run of marks from (0, 0) on their shared baseline, how
    wide they are, and what was noticed.
    """
    line, natural = _figure_line(metric, style, 1.0, faces)
    ratio = min(1.0, width / natural) if natural else 1.0
    remarks = tuple(remark for part in line for remark in part[0].remarks)
    if ratio < style.smallest:
        text = f"{metric.value}{metric.unit}"
        remarks += (_too_wide(text, natural * style.smallest - width),)
    elif ratio < 1.0:
        line, natural = _figure_line(metric, style, ratio, faces)
    return tuple(moved(run, x, 0) for part, x in line for run in part.runs), natural, remarks


def _figure_line(
    metric: MetricCallout, style: MetricStyle, scale: float, faces: Faces
) -> tuple[list[tuple[SetLine, Pt]], Pt]:
    """Each part of the figure with its distance from the left, and the width of all."""
    after = metric.qualifier in AFTER
    parts = [
        (metric.qualifier if not after else "", style.qualifier),
        (metric.value, style.figure_for(metric.value)),
        (metric.unit, style.unit),
        (metric.qualifier if after else "", style.qualifier),
    ]
    gap = style.figure_gap * style.figure.size * scale
    profile = Profile(mixed_gap=style.mixed_gap, mixed_gap_min=style.mixed_gap)
    line: list[tuple[SetLine, Pt]] = []
    x = 0.0
    for text, text_style in parts:
        if not text:
            continue
        part = set_line(text, _scaled(text_style, scale), faces, profile=profile)
        if not line:
            x = -part.ink_left  # the figure's ink, not its side bearing, stands on the cell's edge
        line.append((part, x))
        x += part.width + gap
    return line, x - gap if line else 0.0


def _scaled(style: TextStyle, scale: float) -> TextStyle:
    return style if scale == 1.0 else replace(style, size=style.size * scale)


def _too_wide(text: str, surplus: Pt) -> Remark:
    return Remark(
        severity="error",
        code="composition/figure-too-wide",
        message=Words(
            f"the figure {text!r} is {surplus:.0f} pt wider than its cell even at its smallest size",
            f"数据“{text}”即使缩到最小字号仍比单元格宽 {surplus:.0f} pt",
        ),
        suggestion=Words(
            "shorten it, move part of it to `unit` or `label`, or give the style fewer columns",
            "缩短数据，把一部分移到 unit 或 label，或减少该样式的列数",
        ),
    )
