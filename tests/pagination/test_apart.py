"""What stands apart on pages: whole lines, white around, heads that come again, frames that take it."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from brochure.content.apart import Column, List, ListItem, PullQuote, Row, Table
from brochure.content.model import Block, Heading, Inline, Text, Title
from brochure.display import GlyphRun, Rule
from brochure.layout import Layout, load_layout
from brochure.pagination import Page, Pagination
from brochure.shipped import shelf
from tests.pagination.layouts import HEAD
from tests.pagination.pages import at, baselines, brochure, pages_of, paragraph, section, texts

SHELVES: Final = """\
lists:
  body: {text: body}
tables:
  body: {cell: small, head: small, title: body, continued: 续表, rule: 1pt}
  wide: {cell: body, head: body, below: 2}
quotes:
  body: {text: title, source: small, below: 0}
"""
COLUMN: Final = """\
  page:
    repeats: true
    frames:
      - {name: text, holds: text, style: body, box: {columns: 1, lines: 1-10}}
"""
PLAN: Final = "  - {part: section, sequences: [{masters: [page]}]}\n"


def layout_of(folder: Path, masters: str = COLUMN, shelves: str = SHELVES) -> Layout:
    """The small layout with styles for what stands apart."""
    path = folder / "sums.yaml"
    head = HEAD.replace("MULTIPLE", "1").replace("furniture:\n", shelves + "furniture:\n")
    path.write_text(head + masters + "plan:\n" + PLAN, encoding="utf-8")
    return load_layout(path, "sums.yaml", (shelf("layouts") / "conditions",))


def laid(layout: Layout, *blocks: Block) -> Pagination:
    """A section of *blocks*."""
    return pages_of(brochure(section(*blocks)), layout)


def words(text: str) -> Text:
    """Plain text."""
    return (Inline(text=text),)


def bullets(*items: str) -> List:
    """A list, each item on a line of its own from 50."""
    made = (ListItem(text=words(item), span=at(50 + number)) for number, item in enumerate(items))
    return List(items=tuple(made), span=at(49))


def table(rows: int, title: str = "", first: int = 60) -> Table:
    """A table of two columns."""
    made = (Row(cells=(words("名"), words(str(number))), span=at(first + number)) for number in range(rows))
    return Table(
        columns=(Column(head=Title(text="甲")), Column(head=Title(text="乙"))),
        rows=tuple(made),
        title=Title(text=title) if title else None,
        span=at(first - 1),
    )


def lines_of(page: Page) -> list[int]:
    """The lines of the grid that have a first baseline of body size, counted from 1."""
    return [round((y - 48.8) / 20) + 1 for y in baselines(page)]


def word_at(page: Page, text: str) -> int:
    """The line of the grid on which *text* stands."""
    tops = [mark.at.y for mark in page.display.marks if isinstance(mark, GlyphRun) and mark.text == text]
    return int((tops[0] - 35) // 20) + 1


# ---------------------------------------------------------------- in the running text


def test_text_keeps_to_the_grid_around_everything(tmp_path: Path) -> None:
    """Heading, list, table and quotation between paragraphs: every line of text stands on the grid (G8)."""
    blocks = (
        paragraph(8),
        bullets("一", "二"),
        paragraph(8),
        table(3),
        paragraph(8),
        PullQuote(text=Title(text="引语"), source="某人", span=at(9)),
        paragraph(8),
        Heading(title=Title(text="题"), span=at(8)),
        paragraph(18),
    )
    found = laid(layout_of(tmp_path), *blocks)
    assert found.findings == ()
    for page in found.pages:
        assert all((y - 48.8) / 20 == pytest.approx(round((y - 48.8) / 20)) for y in baselines(page))


def test_white_lies_around_a_table_and_not_at_a_columns_head(tmp_path: Path) -> None:
    """One line above and below by default; none where the column begins with the table."""
    (page,) = laid(layout_of(tmp_path), paragraph(8), table(2), paragraph(8)).pages
    assert lines_of(page) == [1, 7]  # 甲 on line 3, two rows, a line of white
    (page,) = laid(layout_of(tmp_path), table(2), paragraph(8)).pages
    assert word_at(page, "甲") == 1
    assert lines_of(page) == [5]


def test_the_larger_white_counts_between_two_blocks(tmp_path: Path) -> None:
    """A quotation that asks for none below it and a table that asks for one above it: one line."""
    quote = PullQuote(text=Title(text="引语"), span=at(9))
    (page,) = laid(layout_of(tmp_path), quote, table(2)).pages
    assert word_at(page, "甲") == 4  # the quotation has two lines


def test_a_heading_stands_close_over_what_it_announces(tmp_path: Path) -> None:
    """No white between heading and table."""
    (page,) = laid(layout_of(tmp_path), paragraph(8), Heading(title=Title(text="题")), table(2)).pages
    assert (word_at(page, "题"), word_at(page, "甲")) == (3, 4)


def test_a_table_that_runs_on_has_its_heads_again(tmp_path: Path) -> None:
    """Ten lines: title, head and eight rows; then 续表, head and the other rows."""
    first, second = laid(layout_of(tmp_path), table(12, "题")).pages
    assert texts(first)[:3] == ["题", "甲", "乙"]
    assert [text for text in texts(first) if text.isdigit()] == [str(number) for number in range(8)]
    assert texts(second)[:3] == ["续表", "甲", "乙"]
    assert [text for text in texts(second) if text.isdigit()] == ["8", "9", "10", "11"]
    assert word_at(second, "8") == 3


def test_the_heads_that_come_again_take_their_room(tmp_path: Path) -> None:
    """The second column of ten lines has eight rows, the third the rest; two rows at least at the end."""
    pages = laid(layout_of(tmp_path), table(25)).pages
    numbers = [[text for text in texts(page) if text.isdigit()] for page in pages]
    assert [len(own) for own in numbers] == [9, 8, 8]
    pages = laid(layout_of(tmp_path), table(18)).pages
    assert [len([text for text in texts(page) if text.isdigit()]) for page in pages] == [9, 7, 2]


def test_a_table_that_ends_a_column_leaves_no_head_behind(tmp_path: Path) -> None:
    """Nine lines of text: the table, which needs head and two rows, begins the next column."""
    pages = laid(layout_of(tmp_path), paragraph(80), table(3)).pages
    assert "甲" not in texts(pages[0])
    assert word_at(pages[1], "甲") == 1


def test_a_quotation_is_never_cut(tmp_path: Path) -> None:
    """Two lines that do not fit move to the next column together."""
    quote = PullQuote(text=Title(text="一二三四|五六七八", seams=(4,)), span=at(9))
    first, second = laid(layout_of(tmp_path), paragraph(78), quote).pages
    assert {mark.size for mark in first.display.marks if isinstance(mark, GlyphRun)} == {10.0}
    assert any(isinstance(mark, Rule) for mark in second.display.marks)


def test_a_paragraph_that_announces_stays_with_what_follows(tmp_path: Path) -> None:
    """A line that ends with a colon does not end the column before its list."""
    announced = replace(paragraph(8), text=words("分三步走："))
    first, second = laid(layout_of(tmp_path), paragraph(86), announced, bullets("一", "二")).pages
    assert "分三步走：" not in texts(first)
    assert texts(second)[0] == "分三步走："


def test_marks_carry_the_place_of_their_part(tmp_path: Path) -> None:
    """An item's marks point at the item's line, a row's at the row's, a title's at the table's."""
    (page,) = laid(layout_of(tmp_path), bullets("一", "二"), table(2, "题")).pages
    found = {
        mark.text: mark.span.line for mark in page.display.marks if isinstance(mark, GlyphRun) and mark.span
    }
    assert (found["一"], found["二"], found["题"], found["0"], found["1"]) == (50, 51, 59, 60, 61)


def test_a_layout_without_the_style_says_so(tmp_path: Path) -> None:
    """An error at the block, naming the key the layout lacks; the text around it is set."""
    found = laid(layout_of(tmp_path, shelves=""), paragraph(8), table(2))
    (finding,) = found.findings
    assert (finding.code, finding.span) == ("pagination/no-style", at(59))
    assert finding.suggestion is not None
    assert "`tables: …`" in finding.suggestion.en


def test_a_text_that_runs_downwards_takes_no_table(tmp_path: Path) -> None:
    """It is told to give the table a frame of its own."""
    vertical = COLUMN.replace("style: body,", "style: body, direction: vertical,")
    found = laid(layout_of(tmp_path, vertical), paragraph(8), table(2))
    assert [finding.code for finding in found.findings] == ["pagination/not-vertical"]


# ---------------------------------------------------------------- headings


LEVELS: Final = HEAD.replace(
    "  title: {",
    "  heading-3: {family: square, weight: 700, size: 12pt, leading: 24pt, ink: main}\n  title: {",
)


@pytest.mark.parametrize(("level", "size"), [(1, 10.0), (2, 10.0), (3, 12.0)])
def test_a_level_without_a_style_takes_the_one_above(tmp_path: Path, level: int, size: float) -> None:
    """There are heading and heading-3, but no heading-2."""
    path = tmp_path / "sums.yaml"
    path.write_text(LEVELS.replace("MULTIPLE", "1") + COLUMN + "plan:\n" + PLAN, encoding="utf-8")
    layout = load_layout(path, "sums.yaml", (shelf("layouts") / "conditions",))
    heading = Heading(title=Title(text="题"), level=level)
    for blocks in ((heading, paragraph(18)), (paragraph(8), heading, paragraph(18))):
        (page,) = laid(layout, *blocks).pages
        sizes = [m.size for m in page.display.marks if isinstance(m, GlyphRun) and m.text == "题"]
        assert sizes == [size]
        # at a column's head and in its middle: a heading led by 24 leaves the text on the grid of 20, and
        # stands on it itself
        assert all((y - 48.8) / 20 == pytest.approx(round((y - 48.8) / 20)) for y in baselines(page))
        assert all((y - 48.8) / 20 == pytest.approx(round((y - 48.8) / 20)) for y in baselines(page, size))


# ---------------------------------------------------------------- in frames of their own


FRAMES: Final = """\
  page:
    repeats: true
    frames:
      - {name: wide, holds: block, style: wide, takes: [table], box: {columns: 1-2, lines: 1-6}}
      - {name: text, holds: text, style: body, after: wide, gap: 1, box: {columns: 1, lines: 1-10}}
"""


def test_a_frame_takes_the_next_block_of_its_kind(tmp_path: Path) -> None:
    """Both columns wide at the head; the text below has neither the table nor white where it stood."""
    (page,) = laid(layout_of(tmp_path, FRAMES), paragraph(8), table(2), paragraph(8)).pages
    assert (word_at(page, "甲"), word_at(page, "0"), word_at(page, "1")) == (1, 2, 3)
    right = [mark.at.x for mark in page.display.marks if isinstance(mark, GlyphRun) and mark.text == "乙"]
    assert right == [240.0]  # two columns and the gutter: 30 + 220, less its own ten points
    assert [round(y) for y in baselines(page)] == [49, 69, 89, 129, 149]


def test_each_page_takes_one_and_the_rest_stays_in_the_text(tmp_path: Path) -> None:
    """Two tables, two pages: the second goes into the second page's frame, though the text is set by then."""
    blocks = (table(2), paragraph(200), table(2, first=70), paragraph(8))
    first, second, third = laid(layout_of(tmp_path, FRAMES), *blocks).pages
    assert [word_at(page, "甲") for page in (first, second)] == [1, 1]
    assert "甲" not in texts(third)


def test_a_heading_whose_table_is_taken_still_ends_the_story(tmp_path: Path) -> None:
    """Nothing follows it in the text, and it is printed all the same."""
    found = laid(layout_of(tmp_path, FRAMES), paragraph(8), Heading(title=Title(text="题")), table(2))
    assert found.findings == ()
    assert texts(found.pages[0]).count("题") == 1


def test_what_a_column_has_begun_is_not_taken(tmp_path: Path) -> None:
    """A frame listed after the text finds the table placed and stays empty; nothing is printed twice."""
    late = FRAMES.splitlines(keepends=True)
    masters = "".join([*late[:3], late[4].replace("after: wide, gap: 1, ", ""), late[3]])
    (page,) = laid(layout_of(tmp_path, masters), table(2), paragraph(8)).pages
    assert texts(page).count("甲") == 1


def test_a_fault_of_the_narrow_column_is_forgotten_in_the_frame(tmp_path: Path) -> None:
    """A table too wide for the text's column, but not for the frame of the second page, is no fault there."""
    number = "1" * 28
    wide = replace(table(2), rows=(Row(cells=(words(number), words("2")), span=at(60)),) * 2)
    found = laid(layout_of(tmp_path, FRAMES), table(2), paragraph(200), wide)
    assert found.findings == ()
    narrow = laid(layout_of(tmp_path), wide)
    assert [finding.code for finding in narrow.findings] == ["composition/table-too-wide"]


def test_a_frame_wide_enough_is_worth_its_price(tmp_path: Path) -> None:
    """A table too wide for the text's column is a fault like text that runs over: the sequence that has a
    frame for it is taken, though the designer likes it less.
    """
    wide = replace(table(2), rows=(Row(cells=(words("1" * 28), words("2")), span=at(60)),) * 2)
    path = tmp_path / "sums.yaml"
    head = HEAD.replace("MULTIPLE", "1").replace("furniture:\n", SHELVES + "furniture:\n")
    framed = FRAMES.replace("  page:\n", "  framed:\n")
    plan = "  - {part: section, sequences: [{masters: [page]}, {masters: [framed], cost: 500}]}\n"
    path.write_text(f"{head}{COLUMN}{framed}plan:\n{plan}", encoding="utf-8")
    layout = load_layout(path, "sums.yaml", (shelf("layouts") / "conditions",))
    found = laid(layout, wide, paragraph(8))
    assert found.findings == ()
    assert [page.master for page in found.pages] == ["framed"]


def test_a_block_too_tall_for_its_frame_is_told(tmp_path: Path) -> None:
    """Seven lines in a frame of six."""
    found = laid(layout_of(tmp_path, FRAMES), table(6), paragraph(8))
    assert [(finding.code, finding.span) for finding in found.findings] == [("pagination/overset", at(59))]


def test_a_frame_after_vertical_text_takes_what_the_text_cannot_set(tmp_path: Path) -> None:
    """Vertical lines have no list: a frame listed after them, or on the next page, still gets it; and a
    sequence that has none is worth less than one that does.
    """
    down = """\
  down:
    frames:
      - {name: text, holds: text, style: body, direction: vertical, box: {columns: 1, lines: 1-10}}
"""
    across = down.replace("  down:", "  both:") + (
        "      - {name: list, holds: block, style: body, takes: [list], box: {columns: 2, lines: 1-10}}\n"
    )
    plan = "  - {part: section, sequences: [{masters: [down]}, {masters: [both], cost: 500}]}\n"
    path = tmp_path / "sums.yaml"
    head = HEAD.replace("MULTIPLE", "1").replace("furniture:\n", SHELVES + "furniture:\n")
    path.write_text(f"{head}{down}{across}plan:\n{plan}", encoding="utf-8")
    layout = load_layout(path, "sums.yaml", (shelf("layouts") / "conditions",))
    found = laid(layout, paragraph(8), bullets("甲乙"))
    assert found.findings == ()
    assert [page.master for page in found.pages] == ["both"]
    assert "甲乙" in texts(found.pages[0])
