"""Metric callouts: figure and unit as one."""

from dataclasses import replace

import pytest

from brochure.composition import Galley
from brochure.composition.callout import compose_band
from brochure.content.model import MetricBand, MetricCallout
from brochure.display import GlyphRun
from brochure.layout.styles import MetricStyle
from tests.composition.setting import EM, FACES, JUSTIFIED, TEXT

FIGURE = replace(TEXT, size=3 * EM)
STYLE = MetricStyle(
    figure=FIGURE,
    unit=TEXT,
    qualifier=TEXT,
    label=JUSTIFIED,
    note=JUSTIFIED,
    columns=1,
    figure_drop=30.0,
    label_drop=8.0,
)


def band(width: float, value: str = "38.6", unit: str = "%") -> Galley:
    """One metric in a cell of *width* points."""
    metric = MetricCallout(value=value, unit=unit, label="营业收入")
    return compose_band(MetricBand(metrics=(metric,)), STYLE, width, FACES)


def figure_runs(galley: Galley) -> list[GlyphRun]:
    """The runs on the figure's baseline."""
    (strip,) = galley.strips
    runs = [mark for mark in strip.marks if isinstance(mark, GlyphRun)]
    return [run for run in runs if run.at.y == pytest.approx(strip.baseline)]


def test_figure_and_unit_stand_on_one_baseline() -> None:
    """C5: number and unit are one line, the unit smaller, on the same baseline, the number first."""
    number, unit = figure_runs(band(200.0))
    assert (number.text, unit.text) == ("38.6", "%")
    assert number.at.y == unit.at.y
    assert 0.3 <= unit.size / number.size <= 0.6
    assert unit.at.x > number.at.x + number.width - 1


def test_figure_and_unit_are_not_parted() -> None:
    """C5: what is too wide for its cell is set smaller, unit and all, or told; it never breaks."""
    number, unit = figure_runs(band(60.0))
    assert number.size < FIGURE.size
    assert unit.size / number.size == pytest.approx(TEXT.size / FIGURE.size)
    assert unit.at.x + unit.width <= 60.0 + 0.01
    narrow = band(20.0)
    assert [remark.code for remark in narrow.remarks] == ["composition/figure-too-wide"]
    assert len(figure_runs(narrow)) == 2
