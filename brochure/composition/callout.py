"""Metric callouts: figure, unit and qualifier on one baseline, the label under or beside them (C5), and what
is drawn of them.
"""

from collections.abc import Sequence

from brochure.composition.cell import Cell, grid_cell, head_rule, row_cell
from brochure.composition.galley import Galley, Strip
from brochure.content.model import MetricBand
from brochure.display import Mark, Piece, moved, pieced
from brochure.fonts import Faces
from brochure.geometry import Pt
from brochure.layout.styles import MetricStyle


def compose_band(
    band: MetricBand, style: MetricStyle, measure: Pt, faces: Faces, keep: tuple[str, ...] = ()
) -> Galley:
    """The metrics of *band* set to *measure*, a strip for each row of cells."""
    if style.display == "rows":
        cells = [row_cell(metric, style, measure, faces, keep) for metric in band.metrics]
        strips = [_row(cell, part, style, measure) for part, cell in enumerate(cells)]
    else:
        width = (measure - (style.columns - 1) * style.gutter) / style.columns
        cells = [grid_cell(metric, style, width, faces, keep) for metric in band.metrics]
        starts = range(0, len(cells), style.columns)
        strips = [_grid_row(cells[start : start + style.columns], start, style, width) for start in starts]
    apart = [_with_gap(strip, style.row_gap) for strip in strips[:-1]] + strips[-1:]
    remarks = tuple(remark for cell in cells for remark in cell.remarks)
    return Galley(measure=measure, strips=tuple(apart), remarks=remarks)


def _with_gap(strip: Strip, gap: Pt) -> Strip:
    return Strip(height=strip.height + gap, baseline=strip.baseline, marks=strip.marks)


# ---------------------------------------------------------------- cells side by side


def _grid_row(cells: Sequence[Cell], first: int, style: MetricStyle, width: Pt) -> Strip:
    """Cells side by side, metric number *first* at the left: rules, figures, labels and charts each on one
    level.
    """
    above = max((_tall(cell, "above") for cell in cells), default=0.0)
    between = max((_tall(cell, "between") for cell in cells), default=0.0)
    rings = [chart for cell in cells if (chart := cell.chart_at("around"))]
    if rings:
        high = max(ring.style.drop + ring.height / 2 for ring in rings)
        baseline = above + high + max(cell.cap for cell in cells if cell.chart_at("around")) / 2
        top = above + max(ring.style.drop + ring.height + ring.style.gap for ring in rings)
    else:
        baseline = above + style.figure_drop
        top = baseline + between + style.label_drop
    foot = top + max(cell.words_height for cell in cells)
    marks: list[Mark] = []
    height = foot
    for column, cell in enumerate(cells):
        pieces, reach = _grid_cell(cell, style, width, (above, baseline, top, foot))
        aside = column * (width + style.gutter)
        marks += pieced([moved(mark, aside, 0) for mark in pieces], Piece("metric", first + column))
        height = max(height, reach)
    return Strip(height=height, baseline=baseline, marks=tuple(marks))


def _grid_cell(
    cell: Cell, style: MetricStyle, width: Pt, levels: tuple[Pt, Pt, Pt, Pt]
) -> tuple[list[Mark], Pt]:
    """The marks of *cell* from its top left corner, and how far down its chart reaches.

    *levels* are those of its row: the head of figures without charts above them, the baseline of figures, the
    head and the foot of words.
    """
    above, baseline, top, foot = levels
    chart, left = cell.chart, cell.left
    marks: list[Mark] = list(head_rule(style, width))
    reach = top + cell.words_height
    if chart:
        places = {
            "above": style.rule + chart.style.gap,
            "between": baseline + chart.style.gap,
            "below": foot + chart.style.gap,
            "beside": above + chart.style.drop,
            "around": above + chart.style.drop,
        }
        y = places[chart.style.place]
        marks += [moved(mark, 0, y) for mark in chart.marks]
        reach = max(reach, y + chart.height)
    if ring := cell.chart_at("around"):
        left = (ring.width - cell.figure_width) / 2
    marks += [moved(mark, left, baseline) for mark in cell.figure]
    marks += [moved(mark, cell.left, top) for mark in cell.words]
    return marks, reach


def _tall(cell: Cell, place: str) -> Pt:
    """What a chart in *place* adds to the height of its row."""
    chart = cell.chart_at(place)
    return chart.height + chart.style.gap if chart else 0.0


# ---------------------------------------------------------------- one below the other


def _row(cell: Cell, part: int, style: MetricStyle, measure: Pt) -> Strip:
    """One row: label and note beside the figure, first line on its baseline, the chart under them or at the
    row's end; a ring around the figure stands level with the middle of the words.
    """
    chart, baseline, top, left = cell.chart, style.figure_drop, style.label_drop, 0.0
    marks: list[Mark] = list(head_rule(style, measure))
    height = style.figure_drop + style.label.leading - style.label.text.size
    if chart:
        x, y = cell.left, top + cell.words_height + chart.style.gap
        if chart.style.place == "beside":
            x, y = measure - chart.width, chart.style.drop
        elif chart.style.place == "around":
            x, y = 0.0, chart.style.drop
            left = (chart.width - cell.figure_width) / 2
            baseline = y + chart.height / 2 + cell.cap / 2
            top = max(y + (chart.height - cell.words_height) / 2, 0.0)
        marks += [moved(mark, x, y) for mark in chart.marks]
        height = max(height, y + chart.height)
    marks += [moved(mark, left, baseline) for mark in cell.figure]
    marks += [moved(mark, cell.left, top) for mark in cell.words]
    own = pieced(marks, Piece("metric", part))
    return Strip(height=max(height, top + cell.words_height), baseline=baseline, marks=own)
