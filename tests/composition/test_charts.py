"""Charts beside figures: how long, how far round, how high, by counting."""

from dataclasses import replace
from math import hypot
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.color import BLACK, Cmyk
from brochure.composition.callout import compose_band
from brochure.composition.chart import Chart
from brochure.composition.charts import compose_chart
from brochure.composition.paths import arc
from brochure.content.model import MetricBand, MetricCallout, Reading
from brochure.display import Dot, GlyphRun, Panel, Rule, Shape
from brochure.geometry import Point, Rect
from brochure.layout.drawn import Charts, ChartStyle, Drawing
from brochure.layout.styles import MetricStyle, ParagraphStyle, TextStyle
from tests.composition.setting import FACES

MAIN: Final = Cmyk(0.8, 0.4, 0.7, 0.3)
REST: Final = Cmyk(0, 0, 0, 0.2)
TEXT: Final = TextStyle(family="square", weight=400, size=10.0)
SHARE: Final = MetricCallout(value="80", unit="%", label="一", share="80%")


def style(draw: Drawing, **keys: object) -> ChartStyle:
    """A chart style in letters of 5 and characters of 10 points."""
    given = {"weight": 2.0, "hair": 0.5, "ink": MAIN, "rest": REST, "row": 20.0, "pad": 4.0} | keys
    return ChartStyle(draw=draw, figure=TEXT, words=TEXT, **given)  # type: ignore[arg-type]


def readings(*pairs: tuple[str, str]) -> tuple[Reading, ...]:
    """Values by their labels."""
    return tuple(Reading(label=label, value=value) for label, value in pairs)


def parts(*pairs: tuple[str, str]) -> MetricCallout:
    """A metric of these parts."""
    return MetricCallout(value="9", label="一", parts=readings(*pairs))


def trend(*pairs: tuple[str, str]) -> MetricCallout:
    """A metric with these years."""
    return MetricCallout(value="9", label="一", trend=readings(*pairs))


def drawn(metric: MetricCallout, chart: ChartStyle, width: float = 200.0) -> Chart:
    """The chart of *metric*."""
    return compose_chart(metric, chart, width, FACES)


def panels(chart: Chart) -> list[tuple[float, float, float, float]]:
    """The boxes of a chart."""
    return [tuple(round(edge, 4) for edge in mark.box) for mark in chart.marks if isinstance(mark, Panel)]  # type: ignore[misc]


def rules(chart: Chart) -> list[tuple[Point, Point]]:
    """The lines of a chart."""
    return [(mark.start, mark.end) for mark in chart.marks if isinstance(mark, Rule)]


def said(chart: Chart) -> dict[str, tuple[float, float]]:
    """Each text of a chart with its place."""
    return {
        mark.text: (round(mark.at.x, 3), round(mark.at.y, 3))
        for mark in chart.marks
        if isinstance(mark, GlyphRun)
    }


def codes(chart: Chart) -> list[str]:
    """The remarks of a chart."""
    return [remark.code for remark in chart.remarks]


# ---------------------------------------------------------------- paths


@given(st.integers(1, 1000), st.floats(1, 500))
def test_an_arc_keeps_its_radius(thousandths: int, radius: float) -> None:
    """Every Bézier of an arc lies on the circle to 0.03 % of the radius, begins at the top and ends where the
    share does.
    """
    path = arc(Point(10, 20), radius, 0.0, thousandths / 1000)
    place = path[0][1]
    assert place == pytest.approx((10, 20 - radius), abs=radius * 1e-9)
    for verb, values in path[1:]:
        if verb == "z":
            continue
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = place, values[0:2], values[2:4], values[4:6]
        for t in (0.25, 0.5, 0.75):
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
            x, y = a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
            assert hypot(x - 10, y - 20) == pytest.approx(radius, rel=3e-4)
        place = values[4:6]
    assert (path[-1][0] == "z") == (thousandths == 1000)


def test_a_quarter_ends_on_the_right() -> None:
    """Clockwise from the top: a quarter is one curve to the right end, nothing is no path."""
    quarter = arc(Point(0, 0), 10, 0, 0.25)
    assert [verb for verb, _ in quarter] == ["m", "c"]
    assert quarter[-1][1][4:] == pytest.approx((10, 0))
    assert arc(Point(0, 0), 10, 0, 0) == ()


# ---------------------------------------------------------------- shares


def test_a_ring_is_a_thin_circle_under_a_thick_arc() -> None:
    """Of 50 points across with an arc of 2: both run on a radius of 24, the arc four fifths round."""
    chart = drawn(SHARE, style("ring", size=50.0))
    assert (chart.width, chart.height) == (50, 50)
    whole, part = chart.marks
    assert isinstance(whole, Shape)
    assert isinstance(part, Shape)
    assert (whole.width, whole.stroke, whole.fill) == (0.5, REST, None)
    assert (part.width, part.stroke, part.overprint) == (2, MAIN, False)
    assert whole.path[0] == ("m", (25.0, 1.0))
    assert whole.path[-1] == ("z", ())
    end = part.path[-1][1][4:]
    assert end == pytest.approx((25 - 24 * 0.95105652, 25 - 24 * 0.30901699))


def test_black_lines_overprint() -> None:
    """Strokes in black alone overprint, so that no misregister shows around them."""
    chart = drawn(SHARE, style("ring", ink=BLACK, rest=BLACK))
    assert all(mark.overprint for mark in chart.marks if isinstance(mark, Shape))
    chart = drawn(SHARE, style("bar", hair_ink=BLACK))
    assert [mark.overprint for mark in chart.marks if isinstance(mark, Rule)] == [True]


def test_a_bar_lies_on_its_hairline() -> None:
    """80 % of 200 points is a box of 160 by 2, its middle on a line of the whole width."""
    chart = drawn(SHARE, style("bar"))
    assert panels(chart) == [(0, 0, 160, 2)]
    assert rules(chart) == [(Point(0, 1), Point(200, 1))]
    assert drawn(SHARE, style("bar", width=100.0)).width == 100
    nothing = replace(SHARE, share="0%")
    assert panels(drawn(nothing, style("bar"))) == []


def test_a_divided_share_is_the_part_and_the_rest() -> None:
    """200 points less half a point of paper: 159.6 and 39.9."""
    assert panels(drawn(SHARE, style("divided", size=10.0))) == [(0, 0, 159.6, 10), (160.1, 0, 39.9, 10)]


def test_names_stand_under_parts_that_are_wide_enough() -> None:
    """Three parts of 100, 60 and 40 with two hairs between: value, then name a row below, on their left
    edges.
    """
    metric = parts(("甲", "50"), ("乙", "30"), ("丙", "20"))
    chart = drawn(metric, style("divided", size=10.0, hair=1.0), 202.0)
    assert panels(chart) == [(0, 0, 100, 10), (101, 0, 60, 10), (162, 0, 40, 10)]
    lefts = {"50": 0, "甲": 0, "30": 101, "乙": 101, "20": 162, "丙": 162}
    assert said(chart) == {text: (x, 24.8 if text.isdigit() else 44.8) for text, x in lefts.items()}
    assert chart.height == 10 + 6 + 20 + 10


def test_names_too_wide_for_their_parts_are_listed() -> None:
    """A name of six characters over a part of 20 points: rows of swatch, name and value at the far end."""
    metric = parts(("甲", "90"), ("很长的名称呀", "10"))
    chart = drawn(metric, style("divided", size=10.0, hair=0.0, inks=(MAIN, REST)))
    assert panels(chart)[2:] == [(0, 21, 10, 4), (0, 41, 10, 4)]
    assert said(chart) == {"甲": (14, 26.8), "90": (190, 26.8), "很长的名称呀": (14, 46.8), "10": (190, 46.8)}
    assert chart.height == 10 + 8 + 20 + 10
    assert codes(chart) == []


def test_a_list_that_does_not_fit_is_a_remark() -> None:
    """Eighteen characters and a value of four in 200 points: the reader is told how much is missing."""
    chart = drawn(parts(("甲", "90"), ("名" * 18, "1000")), style("divided", inks=(MAIN, REST)))
    assert codes(chart) == ["composition/chart-crowded"]
    assert "18 pt" in chart.remarks[0].message.en


def test_parts_in_one_ink_are_a_remark() -> None:
    """Three parts in two inks: two look the same."""
    metric = parts(("甲", "50"), ("乙", "30"), ("丙", "20"))
    assert codes(drawn(metric, style("divided", inks=(MAIN, REST)))) == ["composition/too-few-inks"]
    assert codes(drawn(metric, style("divided", inks=(MAIN, REST, BLACK)))) == []


@settings(max_examples=40)
@given(st.lists(st.integers(0, 1000), min_size=2, max_size=8))
def test_parts_fill_the_bar(numbers: list[int]) -> None:
    """Whatever the values: the parts and the paper between them are the width, none is negative."""
    metric = parts(*((str(index), str(number)) for index, number in enumerate(numbers)))
    boxes = panels(drawn(metric, style("divided", size=10.0, hair=1.0, inks=(MAIN,) * 8)))[: len(numbers)]
    bars = [box for box in boxes if box[3] == 10]
    assert sum(box[2] for box in bars) == pytest.approx(
        200 - (len(numbers) - 1) if any(numbers) else 0, abs=0.01
    )


# ---------------------------------------------------------------- series


def test_bars_share_their_zero_and_their_scale() -> None:
    """41 and 22 minutes: names of 30 points, a gap of 4, values of 32.5 (two letters, a mixed gap, two
    characters) and a gap of 4 leave 129.5 for the longer bar.
    """
    before, after = readings(("改造前", "41"), ("改造后", "22"))
    change = MetricCallout(value="22", unit="分钟", label="通勤", before=before, after=after)
    chart = drawn(change, style("bars", weight=8.0))
    assert panels(chart) == [(34, 6, 129.5, 8), (34, 26, round(129.5 * 22 / 41, 4), 8)]
    inks = [mark.ink for mark in chart.marks if isinstance(mark, Panel)]
    assert inks == [REST, MAIN]
    assert rules(chart) == [(Point(34, 0), Point(34, 40))]
    assert said(chart)["改造前"] == (0, 13.7)
    assert said(chart)["41分钟"] == (167.5, 13.7)
    assert chart.height == 40


def test_bars_without_room_are_a_remark() -> None:
    """Names and values that leave less than a quarter of the width."""
    change = trend(("很长很长的名称", "1234567890"), ("短", "9"))
    assert codes(drawn(change, style("bars"), 140.0)) == ["composition/chart-crowded"]


def test_columns_stand_on_zero() -> None:
    """6, -2 and 4 in 80 points: ten points each, the ground line two units above the foot."""
    metric = trend(("2019", "6"), ("2020", "-2"), ("2021", "4"))
    chart = drawn(metric, style("columns", size=80.0, weight=20.0, labelled="none"))
    assert panels(chart) == [(0, 0, 20, 60), (90, 60, 20, 20), (180, 20, 20, 40)]
    assert rules(chart) == [(Point(0, 60), Point(200, 60))]
    inks = [mark.ink for mark in chart.marks if isinstance(mark, Panel)]
    assert inks == [REST, REST, MAIN]
    assert said(chart) == {"2019": (0, 92.8), "2020": (90, 92.8), "2021": (180, 92.8)}


def test_all_values_are_told_where_they_fit() -> None:
    """Four values of 10 points over columns 50 apart; with values of 60 only the first and the last."""
    years = [str(year) for year in range(2018, 2022)]
    fits = drawn(trend(*zip(years, ("10", "20", "30", "40"), strict=True)), style("columns", labelled="all"))
    assert {"10", "20", "30", "40"} <= set(said(fits))
    wide = [f"{number}23456789012" for number in range(1, 5)]
    ends = drawn(trend(*zip(years, wide, strict=True)), style("columns", labelled="all"))
    assert set(said(ends)) == {*years, wide[0], wide[-1]}
    assert codes(ends) == []


def test_a_value_stands_clear_of_its_neighbours() -> None:
    """A first value wider than its column rises above the taller column beside it."""
    chart = drawn(
        trend(("1", "12345678"), ("2", "99999999"), ("3", "99999999")),
        style("columns", weight=30.0, size=60.0),
        100.0,
    )
    tops = sorted(box[1] for box in panels(chart))
    _, baseline = said(chart)["12345678"]
    assert baseline + 1.2 <= tops[0]


def points(chart: Chart) -> list[tuple[float, float]]:
    """The corners of the line."""
    shape = next(mark for mark in chart.marks if isinstance(mark, Shape))
    return [(round(values[0], 4), round(values[1], 4)) for _, values in shape.path]


def test_years_are_as_far_apart_as_they_are() -> None:
    """2018, 2019, 2024: a sixth of the way, then the rest; the dot of 2.5 points stands on the last."""
    metric = trend(("2018", "0"), ("2019", "50"), ("2024年", "100"))
    chart = drawn(metric, style("line", size=100.0, labelled="none"), 245.0)
    assert points(chart) == [(2.5, 102.5), (42.5, 52.5), (242.5, 2.5)]
    dot = next(mark for mark in chart.marks if isinstance(mark, Dot))
    assert (dot.centre, dot.radius) == (Point(242.5, 2.5), 2.5)
    even = drawn(
        trend(("十一五", "0"), ("十二五", "50"), ("十三五", "100")), style("line", labelled="none"), 245.0
    )
    assert [x for x, _ in points(even)] == [2.5, 122.5, 242.5]


def test_a_line_begins_at_zero_unless_the_style_says_otherwise() -> None:
    """90 and 100: a tenth of the height from zero; from the least, four fifths, a fifth clear below."""
    metric = trend(("2023", "90"), ("2024", "100"))
    (_, first), (_, last) = points(drawn(metric, style("line", size=100.0)))
    assert first - last == pytest.approx(10)
    (_, first), (_, last) = points(drawn(metric, style("line", size=100.0, floor="least")))
    assert first - last == pytest.approx(80)


def test_a_value_goes_below_a_line_that_climbs_over_it() -> None:
    """Steep from the first value on: it stands under the line's beginning, the last above its end."""
    chart = drawn(trend(("2023", "50"), ("2024", "100")), style("line", size=100.0), 60.0)
    (_, first), (_, last) = points(chart)
    places = said(chart)
    assert places["50"][1] - 8.8 >= first
    assert places["100"][1] + 1.2 <= last


@settings(max_examples=40)
@given(
    st.lists(st.integers(-500, 500), min_size=2, max_size=12),
    st.sampled_from(["line", "columns", "bars"]),
    st.integers(120, 400),
)
def test_a_chart_keeps_inside_its_box(numbers: list[int], draw: Drawing, width: int) -> None:
    """Any values: columns, corners, dots and baselines lie between the chart's edges."""
    metric = trend(*((str(2000 + index), str(number)) for index, number in enumerate(numbers)))
    chart = drawn(metric, style(draw, size=50.0, weight=6.0, labelled="all"), width)
    box = Rect(0, 0, chart.width, chart.height)
    for panel in panels(chart):
        assert box.contains(Rect(*panel), 0.01)
    for x, y in points(chart) if draw == "line" else []:
        assert -0.01 <= x <= width + 0.01
        assert -0.01 <= y <= chart.height + 0.01
    for _, baseline in said(chart).values():
        assert 8.8 - 0.01 <= baseline <= chart.height + 0.01


# ---------------------------------------------------------------- beside the figure

LABEL: Final = ParagraphStyle(text=replace(TEXT, size=8.0), leading=10.0, align="start")
BAND: Final = MetricStyle(
    figure=replace(TEXT, size=20.0), unit=TEXT, qualifier=TEXT, label=LABEL, note=LABEL,
    columns=2, gutter=20.0, figure_drop=30.0, label_drop=5.0,
)  # fmt: skip
PLAIN: Final = MetricCallout(value="36", label="二")


def strip_of(
    charts: Charts | None, *metrics: MetricCallout, measure: float = 220.0
) -> dict[str, tuple[float, float]]:
    """Where the texts of a row stand."""
    band = MetricBand(metrics=metrics)
    (strip,) = compose_band(band, replace(BAND, charts=charts), measure, FACES).strips
    places = {m.text: (round(m.at.x, 3), round(m.at.y, 3)) for m in strip.marks if isinstance(m, GlyphRun)}
    return places | {"height": (0, round(strip.height, 3)), "baseline": (0, round(strip.baseline, 3))}


def test_a_figure_alone_stands_as_ever() -> None:
    """Without charts, or with none for what the figure means: figure at 30, label from 35."""
    plain = strip_of(None, SHARE, PLAIN)
    assert plain["80"] == (0.0, 30.0)
    assert plain["一"] == (0.0, 35 + 7.04)
    assert plain["height"] == (0.0, 45.0)
    assert strip_of(Charts(trend=style("line")), SHARE, PLAIN) == plain


def test_a_chart_between_moves_all_labels_of_its_row() -> None:
    """A bar of 2 points and a gap of 8: both labels of the row stand 10 lower, the figures stay."""
    plain = strip_of(None, SHARE, PLAIN)
    row = strip_of(Charts(share=style("bar", place="between", gap=8.0)), SHARE, PLAIN)
    assert (row["80"], row["36"]) == (plain["80"], plain["36"])
    assert row["一"][1] == row["二"][1] == plain["一"][1] + 10


def test_a_chart_above_moves_all_figures_of_its_row() -> None:
    """A bar of 2 and a gap of 8 above: every figure of the row stands 10 lower."""
    row = strip_of(Charts(share=style("bar", place="above", gap=8.0)), SHARE, PLAIN)
    assert row["80"][1] == row["36"][1] == 40


def test_charts_below_stand_on_one_level() -> None:
    """Under the longest label of the row, whatever their own are."""
    longer = replace(SHARE, label="一个说明要占两行的数据", value="81")
    band = MetricBand(metrics=(SHARE, longer))
    charts = Charts(share=style("bar", gap=8.0))
    (strip,) = compose_band(band, replace(BAND, charts=charts), 140.0, FACES).strips
    bars = [mark.box for mark in strip.marks if isinstance(mark, Panel)]
    assert [box.y for box in bars] == [35 + 20 + 8] * 2
    assert strip.height == 35 + 20 + 8 + 2


def test_a_figure_stands_in_the_middle_of_its_ring() -> None:
    """A ring of 60: figure and unit, 27 wide with their gap, begin at 16.7 with the middle of their digits at
    30; the label follows below the ring.
    """
    row = strip_of(Charts(share=style("ring", place="around", size=60.0, gap=6.0)), SHARE, PLAIN)
    width = 20 + 1.6 + 5
    assert row["80"] == ((60 - width) / 2, 30 + 0.7 * 20 / 2)
    assert row["36"] == (120.0, 30 + 0.7 * 20 / 2)
    assert row["一"][1] == row["二"][1] == 60 + 6 + 7.04


def test_a_figure_too_wide_for_its_ring_is_set_smaller() -> None:
    """The ring gives the figure the chord at its height, not the cell."""
    wide = replace(SHARE, value="88888888")
    charts = Charts(share=style("ring", place="around", size=80.0))
    (strip,) = compose_band(MetricBand(metrics=(wide,)), replace(BAND, charts=charts), 400.0, FACES).strips
    figure = next(mark for mark in strip.marks if isinstance(mark, GlyphRun) and mark.text == "88888888")
    assert figure.size < 20
    assert figure.at.x > 0
    assert figure.at.x + figure.width < 80


def test_a_chart_beside_takes_width_from_figure_and_label() -> None:
    """A ring of 40 and a gap of 8 at the left: figure and label begin at 48."""
    row = strip_of(Charts(share=style("ring", place="beside", size=40.0, gap=8.0, drop=3.0)), SHARE, PLAIN)
    assert row["80"] == (48.0, 30.0)
    assert row["一"][0] == 48
    assert row["36"] == (120.0, 30.0)


def test_rows_have_their_charts_at_the_end_or_under_the_words() -> None:
    """A ring at the row's right end; a bar under the label, as wide as the words' share."""
    rows = replace(BAND, display="rows", figure_share=0.4)
    ring = replace(rows, charts=Charts(share=style("ring", place="beside", size=40.0, drop=3.0)))
    (strip,) = compose_band(MetricBand(metrics=(SHARE,)), ring, 300.0, FACES).strips
    shapes = [mark for mark in strip.marks if isinstance(mark, Shape)]
    assert [(shape.at.x, shape.at.y) for shape in shapes] == [(260, 3)] * 2
    assert strip.height == 43
    under = replace(rows, charts=Charts(share=style("bar", gap=8.0)))
    (strip,) = compose_band(MetricBand(metrics=(SHARE,)), under, 300.0, FACES).strips
    (box,) = [mark.box for mark in strip.marks if isinstance(mark, Panel)]
    assert box == pytest.approx((120, 5 + 10 + 8, 180 * 0.8, 2))


def test_rows_of_cells_keep_apart() -> None:
    """Cells of two rows with charts: the second row begins a gap below the first row's charts."""
    charts = Charts(share=style("bar", gap=8.0))
    band = MetricBand(metrics=(SHARE, PLAIN, SHARE))
    strips = compose_band(band, replace(BAND, charts=charts, row_gap=7.0), 220.0, FACES).strips
    assert [strip.height for strip in strips] == [35 + 10 + 8 + 2 + 7, 35 + 10 + 8 + 2]


def test_remarks_of_charts_reach_the_author() -> None:
    """What a chart notices is among the galley's remarks."""
    crowded = replace(SHARE, share="", parts=readings(("名" * 30, "1"), ("乙", "2")))
    galley = compose_band(
        MetricBand(metrics=(crowded,)), replace(BAND, charts=Charts(parts=style("divided"))), 220.0, FACES
    )
    assert [remark.code for remark in galley.remarks] == ["composition/chart-crowded"]
