"""Metric callouts: figure, unit and qualifier on one baseline, the label under or beside them (C5)."""

from dataclasses import replace

from brochure.composition.galley import Galley, Remark, Strip
from brochure.composition.line import SetLine, set_line
from brochure.composition.paragraph import compose_paragraph
from brochure.content.model import Inline, MetricBand, MetricCallout
from brochure.diagnostics import Words
from brochure.display import Mark, Rule, moved
from brochure.fonts import Faces
from brochure.geometry import Point, Pt
from brochure.layout.styles import MetricStyle, ParagraphStyle, Profile, TextStyle

# Qualifiers that Chinese puts after the figure they soften; all others (超, 近, 达 …) stand before it.
AFTER = frozenset({"以上", "以下", "以内", "左右", "余", "多", "强", "之一"})


def compose_band(
    band: MetricBand, style: MetricStyle, measure: Pt, faces: Faces, keep: tuple[str, ...] = ()
) -> Galley:
    """The metrics of *band* set to *measure*, a strip for each row of cells."""
    if style.display == "rows":
        cells = [_beside(metric, style, measure, faces, keep) for metric in band.metrics]
        rows = [[cell] for cell in cells]
        step = measure
    else:
        width = (measure - (style.columns - 1) * style.gutter) / style.columns
        cells = [_above(metric, style, width, faces, keep) for metric in band.metrics]
        rows = [cells[start : start + style.columns] for start in range(0, len(cells), style.columns)]
        step = width + style.gutter
    strips = []
    for number, row in enumerate(rows):
        marks = tuple(
            moved(mark, column * step, 0) for column, cell in enumerate(row) for mark in cell.strips[0].marks
        )
        height = max(cell.height for cell in row) + (style.row_gap if number < len(rows) - 1 else 0)
        strips.append(Strip(height=height, baseline=style.figure_drop, marks=marks))
    remarks = tuple(remark for cell in cells for remark in cell.remarks)
    return Galley(measure=measure, strips=tuple(strips), remarks=remarks)


def _above(
    metric: MetricCallout, style: MetricStyle, width: Pt, faces: Faces, keep: tuple[str, ...]
) -> Galley:
    """One cell of a grid: rule, figure, label, note from the top down."""
    figure, remarks = _figure(metric, style, width, faces)
    top = style.figure_drop + style.label_drop
    words, height, more = _words(metric, style, width, faces, keep)
    marks = (*_rule(style, width), *(moved(mark, 0, style.figure_drop) for mark in figure))
    marks += tuple(moved(mark, 0, top) for mark in words)
    strip = Strip(height=top + height, baseline=style.figure_drop, marks=marks)
    return Galley(measure=width, strips=(strip,), remarks=remarks + more)


def _beside(
    metric: MetricCallout, style: MetricStyle, measure: Pt, faces: Faces, keep: tuple[str, ...]
) -> Galley:
    """One row.

    The figure in its share of the measure, label and note beside it, first line on the figure's baseline.
    """
    left = measure * style.figure_share
    figure, remarks = _figure(metric, style, left - style.gutter, faces)
    words, height, more = _words(metric, style, measure - left, faces, keep)
    top = style.label_drop
    marks = (*_rule(style, measure), *(moved(mark, 0, style.figure_drop) for mark in figure))
    marks += tuple(moved(mark, left, top) for mark in words)
    floor = style.figure_drop + style.label.leading - style.label.text.size
    strip = Strip(height=max(floor, top + height), baseline=style.figure_drop, marks=marks)
    return Galley(measure=measure, strips=(strip,), remarks=remarks + more)


def _words(
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


def _rule(style: MetricStyle, width: Pt) -> tuple[Mark, ...]:
    if not style.rule:
        return ()
    y = style.rule / 2
    return (Rule(start=Point(0, y), end=Point(width, y), width=style.rule, ink=style.rule_ink),)


def _figure(
    metric: MetricCallout, style: MetricStyle, width: Pt, faces: Faces
) -> tuple[tuple[Mark, ...], tuple[Remark, ...]]:
    """Qualifier, value and unit as one unbreakable run of marks from (0, 0) on their shared baseline."""
    line, natural = _figure_line(metric, style, 1.0, faces)
    ratio = min(1.0, width / natural) if natural else 1.0
    remarks = tuple(remark for part in line for remark in part[0].remarks)
    if ratio < style.smallest:
        text = f"{metric.value}{metric.unit}"
        remarks += (_too_wide(text, natural * style.smallest - width),)
    elif ratio < 1.0:
        line, natural = _figure_line(metric, style, ratio, faces)
    return tuple(moved(run, x, 0) for part, x in line for run in part.runs), remarks


def _figure_line(
    metric: MetricCallout, style: MetricStyle, scale: float, faces: Faces
) -> tuple[list[tuple[SetLine, Pt]], Pt]:
    """Each part of the figure with its distance from the left, and the width of all."""
    after = metric.qualifier in AFTER
    parts = [
        (metric.qualifier if not after else "", style.qualifier),
        (metric.value, style.figure),
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
