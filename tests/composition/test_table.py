"""Tables in square faces: rows of whole lines, numbers on the point, rules, heads that come again."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.composition import Galley
from brochure.composition.table import compose_table
from brochure.content.apart import Column, Row, Table
from brochure.content.model import Inline
from brochure.display import GlyphRun
from brochure.layout.apart import TableStyle
from tests.composition.setting import FACES, SquareFaces
from tests.composition.standing import (
    BASE,
    PALE,
    TABLE,
    heights,
    panels,
    places,
    rules,
    runs,
    title,
    words,
)
from tests.square import SquareFace


def column(head: str, **given: object) -> Column:
    """A column."""
    return Column(head=title(head), **given)  # type: ignore[arg-type]


def row(*cells: str) -> Row:
    """A row of plain cells."""
    return Row(cells=tuple(words(cell) if cell else () for cell in cells))


def across(text: str) -> Row:
    """A subhead."""
    return Row(cells=(words(text),), across=True)


def composed(table: Table, measure: float = 200.0, style: TableStyle = TABLE) -> Galley:
    """*table* in square faces."""
    return compose_table(table, style, measure, FACES)


NUMBERS = Table(
    columns=(column("方式"), column("人数")),
    rows=(row("铁路", "312.5"), row("公路", "1,204"), row("水运", "—"), row("航空", "8.25")),
)


def test_numbers_stand_on_the_decimal_point() -> None:
    """The last column ends at the measure: two decimals end there, the point 15 points before."""
    galley = composed(NUMBERS)
    rail, road, _, air = galley.strips[1:]
    assert places(rail.marks)["."] == places(air.marks)["."] == [185.0]
    assert places(air.marks)["5"] == [195.0]
    assert places(road.marks)["4"] == [180.0]  # whole thousands end where a point would stand


def test_what_is_missing_ends_at_the_point() -> None:
    """The dash of ten points before it."""
    assert places(composed(NUMBERS).strips[3].marks)["—"] == [175.0]


def test_the_head_of_numbers_stands_at_their_right() -> None:
    """Two characters end at the measure, the head of a text begins with it."""
    assert runs(composed(NUMBERS).strips[0].marks) == [("方式", 0.0, BASE), ("人数", 180.0, BASE)]


def test_rows_are_whole_lines_on_the_grid() -> None:
    """Head and rows are a line each, all on its baseline; parts are the rows."""
    galley = composed(NUMBERS)
    assert heights(galley) == [1, 1, 1, 1, 1]
    assert {y for strip in galley.strips for _, _, y in runs(strip.marks)} == {BASE}
    assert [strip.part for strip in galley.strips] == [-1, 0, 1, 2, 3]


def test_the_author_may_ask_for_alignment() -> None:
    """Numbers that are names, in the middle; texts at the end."""
    table = Table(
        columns=(column("路", align="center"), column("名", align="end")), rows=(row("101", "东"),) * 2
    )
    marks = composed(table, 110.0).strips[1].marks
    assert runs(marks) == [("101", 18.75, BASE), ("东", 100.0, BASE)]


def test_text_that_is_too_wide_is_broken_in_its_cell() -> None:
    """Two lines of text led by 12 fill two lines of the grid, in the middle of the row; the number stands on
    the first of them.
    """
    table = Table(columns=(column("事"), column("数")), rows=(row("一二三四五六七八九十", "1"),))
    (_, strip) = composed(table, 85.0).strips
    assert heights(composed(table, 85.0)) == [1, 2]
    first = (40 - 22) / 2 + 8.8
    assert runs(strip.marks) == [
        ("一二三四五六", 0.0, first),
        ("七八九十", 0.0, first + 12),
        ("1", 80.0, first),
    ]


def test_a_table_that_cannot_fit_is_told() -> None:
    """Numbers are not broken: two of 60 points and a gutter in a measure of 100."""
    table = Table(columns=(column("一"), column("二")), rows=(row("123456789012", "123456789012"),))
    assert [(remark.severity, remark.code) for remark in composed(table, 100.0).remarks] == [
        ("error", "composition/table-too-wide")
    ]
    assert composed(table, 130.0).remarks == ()


def test_heads_with_units_and_groups() -> None:
    """The unit stands below its head, a group over its columns with a rule between; all in whole lines."""
    table = Table(
        columns=(column("区县"), column("总量", unit="元", group="产值"), column("增长", group="产值")),
        rows=(row("东", "1", "2"),) * 2,
    )
    head = composed(table, 140.0).strips[0]
    assert head.height == 40.0  # 12 + 4 + 12 + 12
    assert [(text, y) for text, _, y in runs(head.marks)] == [
        ("产值", 9.8),
        ("区县", 37.8),
        ("总量", 25.8),
        ("（元）", 37.8),
        ("增长", 37.8),
    ]
    left, right = 50.0, 140.0
    group = runs(head.marks)[0]
    assert group[1] == (left + right) / 2 - 10
    assert (left, 14.0, right, 14.0, 0.5) in rules(head.marks)


def test_rules_stand_at_the_edges_of_the_rows() -> None:
    """Two points over the heads and under the last row, hairlines below the heads and between rows."""
    style = replace(TABLE, rule=2.0, head_rule=0.5, row_rule=0.5)
    head, first, *_, last = composed(NUMBERS, style=style).strips
    assert rules(head.marks) == [(0, 1.0, 200, 1.0, 2.0), (0, 19.75, 200, 19.75, 0.5)]
    assert rules(first.marks) == [(0, 19.75, 200, 19.75, 0.5)]
    assert rules(last.marks) == [(0, 21.0, 200, 21.0, 2.0)]


def test_a_table_without_heads_is_closed_above_its_first_row() -> None:
    """No head strip, nothing to come again."""
    table = Table(columns=(column(""), column("")), rows=(row("甲", "1"), row("乙", "2")))
    galley = composed(table)
    assert heights(galley) == [1, 1]
    assert rules(galley.strips[0].marks) == [(0, 0.25, 200, 0.25, 0.5)]
    assert galley.heads == ()


def test_zebra_grounds_every_other_row_and_starts_anew_below_a_subhead() -> None:
    """The second row of each part; the heads have a ground of their own."""
    rows = (across("甲"), row("一", "1"), row("二", "2"), across("乙"), row("三", "3"), row("四", "4"))
    table = Table(columns=(column("名"), column("数")), rows=rows)
    style = replace(TABLE, zebra=PALE, ground=PALE)
    grounds = [panels(strip.marks) for strip in composed(table, style=style).strips]
    ground = [(0, 0, 200.0, 20.0)]
    assert grounds == [ground, [], [], ground, [], [], ground]


def test_title_and_unit_of_the_whole() -> None:
    """C1: the title above, on the grid; the unit ends at the measure on the same line."""
    table = replace(NUMBERS, title=title("表题"), unit="人")
    strip = composed(table).strips[0]
    assert runs(strip.marks) == [("表题", 0.0, BASE), ("单位：人", 160.0, BASE)]
    assert strip.height == 20.0


def test_notes_stand_below_on_the_grid() -> None:
    """Two notes of a line each, led by 12, in two lines; the last row holds them."""
    table = replace(NUMBERS, notes=(words("注一"), words("注二")))
    galley = composed(table)
    assert runs(galley.strips[-1].marks) == [("注一", 0.0, BASE), ("注二", 0.0, BASE + 12)]
    assert heights(galley)[-1] == 2
    assert galley.strips[-2].tied


def test_rows_hold_together_in_twos_at_both_ends() -> None:
    """Title and heads hold the first two rows, the last two hold each other, a subhead what is below it."""
    rows = (row("一", "1"), row("二", "2"), across("乙"), row("三", "3"), row("四", "4"), row("五", "5"))
    table = Table(columns=(column("名"), column("数")), rows=rows, title=title("表题"))
    assert [strip.tied for strip in composed(table).strips] == [
        *(True, True),
        *(True, False, True, False, True, False),
    ]


def test_heads_come_again_with_a_word() -> None:
    """续表 at the right in a line of its own, then the heads as they were."""
    galley = composed(NUMBERS, style=replace(TABLE, continued="续表"))
    word, heads = galley.heads
    assert runs(word.marks) == [("续表", 180.0, BASE)]
    assert heads == galley.strips[0]
    assert composed(NUMBERS).heads == (heads,)


def test_a_missing_glyph_names_its_row() -> None:
    """In a cell of text and in a number."""
    faces = SquareFaces(square=SquareFace(absent="丙7"))
    table = Table(columns=(column("名"), column("数")), rows=(row("甲", "7"), row("丙", "1")))
    galley = compose_table(table, TABLE, 200.0, faces)
    found = {(remark.code, remark.part, remark.about) for remark in galley.remarks}
    assert found == {("composition/missing-glyph", 0, "7"), ("composition/missing-glyph", 1, "丙")}


def test_marks_in_cells_are_kept() -> None:
    """A superscript behind a number reaches into the white at its right."""
    noted = Row(cells=(words("甲"), (Inline(text="10"), Inline(text="a", superscript=True))))
    table = Table(columns=(column("名"), column("数")), rows=(noted, row("乙", "20")))
    first, second = composed(table).strips[1:]
    assert places(first.marks)["0"] == places(second.marks)["0"]


CELLS = st.sampled_from(
    ["", "—", "12", "1,204.55", "−3%", "春风化雨", "2024年（初步）", "长江 Yangtze", "：", "1.2.3"]
)


@given(
    st.integers(1, 4).flatmap(
        lambda count: st.tuples(
            st.lists(CELLS, min_size=count, max_size=count),
            st.lists(st.lists(CELLS, min_size=count, max_size=count), min_size=1, max_size=4),
        )
    ),
    st.sampled_from([60.0, 120.0, 300.0]),
)
@settings(max_examples=60, deadline=None)
def test_any_table_fills_whole_lines_within_its_measure(
    cells: tuple[list[str], list[list[str]]], measure: float
) -> None:
    """Whatever stands in it: strips of whole lines, type inside the measure or a word about it."""
    heads, rows = cells
    table = Table(columns=tuple(column(head) for head in heads), rows=tuple(row(*own) for own in rows))
    galley = composed(table, measure)
    assert all(strip.height % 20.0 == 0 for strip in (*galley.strips, *galley.heads))
    edges = [
        mark.at.x + mark.width
        for strip in galley.strips
        for mark in strip.marks
        if isinstance(mark, GlyphRun)
    ]
    told = any(remark.severity == "error" for remark in galley.remarks)
    assert told or max(edges, default=0.0) <= measure + 5.01  # a mark's blank half may reach over the edge
