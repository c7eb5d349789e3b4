"""Text round a picture: a measure for each line beside it, one size of character, one grid."""

from collections import defaultdict
from pathlib import Path
from random import Random

import pytest

from brochure.content.model import BodyText, Heading, Inline, Title
from brochure.display import GlyphRun
from brochure.pagination import Page, Pagination
from tests.pagination.layouts import layout_of
from tests.pagination.pages import HAN, at, brochure, pages_of, paragraph, photo, pictures, section
from tests.pagination.test_leeway import codes

# The type area is 22 characters of 10 points and ten lines of 20; the picture takes four lines of it.
PAGE = """\
  page:
    repeats: true
    frames:
      - {name: picture, holds: photo, style: bare, box: {PLACE}, optional: true}
      - name: text
        holds: text
        style: body
        COLUMNS
        around: [picture]
        clear: 10pt
        box: {columns: 1-2, lines: 1-10}
"""
RIGHT = "left: 170pt, width: 80pt, top: line 3, bottom: line 6"
LEFT = "left: 30pt, width: 80pt, top: line 3, bottom: line 6"
ONE = "  - {part: section, sequences: [{masters: [page]}]}\n"


def run_round(
    tmp_path: Path, place: str, *characters: int, columns: str = "columns: 1", heading: bool = False
) -> Pagination:
    """Paragraphs of so many characters beside a picture."""
    masters = PAGE.replace("PLACE", place).replace("COLUMNS", columns)
    blocks = [paragraph(count, number) for number, count in enumerate(characters, 1)]
    if heading:
        blocks.insert(1, Heading(title=Title(text="小标题", span=at(7)), span=at(7)))  # type: ignore[arg-type]
    return pages_of(brochure(section(photo("a.jpg"), *blocks)), layout_of(tmp_path, masters, ONE))


def lines_of(page: Page) -> list[tuple[float, float, float]]:
    """Line of the grid, where its first character begins and its last one ends, for every line of text."""
    rows: dict[float, list[GlyphRun]] = defaultdict(list)
    for mark in page.display.marks:
        if isinstance(mark, GlyphRun):
            rows[mark.at.y].append(mark)
    return [
        (
            (y - 40 - 8.8) / 20 + 1,
            min(run.at.x for run in runs),
            max(run.at.x + run.width for run in runs),
        )
        for y, runs in sorted(rows.items())
    ]


def test_lines_beside_a_picture_are_shorter(tmp_path: Path) -> None:
    """Lines 3 to 6 end ten points before the picture on the right, twelve characters and not a broken one;
    those above and below have all 22.
    """
    (page,) = run_round(tmp_path, RIGHT, 150).pages
    lines = lines_of(page)
    assert [line for line, _, _ in lines] == pytest.approx(range(1, len(lines) + 1))
    assert [right - 30 for _, _, right in lines[:8]] == pytest.approx(
        [220, 220, 130, 130, 130, 130, 220, 220]
    )


def test_text_on_the_far_side_keeps_its_edge(tmp_path: Path) -> None:
    """Round a picture on the left the lines begin further in and end where all lines end."""
    (page,) = run_round(tmp_path, LEFT, 150).pages
    lines = lines_of(page)[:8]
    assert [left - 30 for _, left, _ in lines] == pytest.approx([20, 0, 90, 90, 90, 90, 0, 0])
    assert {round(right - 30) for _, _, right in lines} == {220}


def test_nothing_is_lost_and_nothing_overlaps(tmp_path: Path) -> None:
    """Of paragraphs of every length, every character is printed once, in its order, clear of the picture."""
    for count in range(20, 330, 23):
        result = run_round(tmp_path, RIGHT, count, 40)
        said = "".join(
            mark.text for page in result.pages for mark in page.display.marks if isinstance(mark, GlyphRun)
        )
        wanted = (HAN * 20)[:count] + (HAN * 20)[:40]
        assert said == wanted
        assert codes(result) == []
        (picture,) = pictures(result.pages[0])
        for line, _, right in lines_of(result.pages[0]):
            if 3 <= round(line) <= 6:
                assert right <= picture.box.x - 10 + 0.01


@pytest.mark.parametrize("seed", range(120))
def test_whatever_stands_wherever(seed: int, tmp_path: Path) -> None:
    """Pictures of any size at any place, in one column or two, paragraphs of any length and headings: every
    character once, in its order, none on the picture.
    """
    lots = Random(seed)
    left = lots.choice([30, 60, 90, 100, 130, 150, 170, 200])
    first = lots.randint(1, 8)
    place = f"left: {left}pt, width: {min(lots.choice([40, 60, 80, 100, 120]), 250 - left)}pt"
    last = min(10, first + lots.randint(2, 5))
    two = "columns: 2\n        gutter: 20pt"
    columns = lots.choice(["columns: 1", two, f"{two}\n        balance: true"])
    counts = [lots.randint(1, 260) for _ in range(lots.randint(1, 5))]
    result = run_round(
        tmp_path,
        f"{place}, top: line {first}, bottom: line {last}",
        *counts,
        columns=columns,
        heading=lots.random() < 0.5,
    )
    runs = [[mark for mark in page.display.marks if isinstance(mark, GlyphRun)] for page in result.pages]
    said = "".join(run.text for page in runs for run in page).replace("小标题", "")
    assert said == "".join((HAN * 20)[:count] for count in counts)
    assert codes(result) == []
    (picture,) = pictures(result.pages[0])
    for run in runs[0]:
        beside = run.at.y + 1.2 > picture.box.y + 0.1 and run.at.y - 8.8 < picture.box.bottom - 0.1
        if beside:
            assert run.at.x + run.width <= picture.box.x + 0.1 or run.at.x >= picture.box.right - 0.1


def test_a_paragraph_that_begins_beside_it_is_indented_there(tmp_path: Path) -> None:
    """The second paragraph begins on line 4: two characters in, twelve to the line."""
    (page,) = run_round(tmp_path, RIGHT, 22 + 20 + 10, 60).pages
    beside = {round(line): (left - 30, right - 30) for line, left, right in lines_of(page)}
    assert beside[4] == pytest.approx((20, 130))
    assert beside[5] == pytest.approx((0, 130))


def test_a_heading_does_not_squeeze_in(tmp_path: Path) -> None:
    """A heading that would stand beside the picture goes below it; only paragraphs are set line by line."""
    (page,) = run_round(tmp_path, RIGHT, 22 * 2 - 2, 40, heading=True).pages
    headings = [mark for mark in page.display.marks if isinstance(mark, GlyphRun) and mark.text == "小标题"]
    assert [(mark.at.y - 48.8) / 20 + 1 >= 7 for mark in headings] == [True]


def test_where_no_line_has_room_the_text_goes_on_below(tmp_path: Path) -> None:
    """Beside a picture that leaves five characters no line is set."""
    (page,) = run_round(tmp_path, "left: 90pt, width: 160pt, top: line 3, bottom: line 6", 110).pages
    numbers = [round(line) for line, _, _ in lines_of(page)]
    assert numbers[:5] == [1, 2, 7, 8, 9]


def test_the_rest_of_a_divided_paragraph_is_set_whole_again(tmp_path: Path) -> None:
    """A paragraph that runs on to the next page has its whole measure there, flush with its first line."""
    first, second = run_round(tmp_path, RIGHT, 300).pages
    assert round(lines_of(first)[-1][0]) == 10
    lines = lines_of(second)
    assert lines[0][1:] == pytest.approx((50, 270))  # a left-hand page


def test_columns_round_a_picture_end_together(tmp_path: Path) -> None:
    """Two balanced columns of ten characters, a picture over both of them: neither is more than a line longer
    than the other, and none touches it.
    """
    columns = "columns: 2, gutter: 20pt, balance: true".replace(", ", "\n        ")
    place = "left: 100pt, width: 80pt, top: line 2, bottom: line 3"
    (page,) = run_round(tmp_path, place, 100, columns=columns).pages
    feet: dict[bool, float] = defaultdict(float)
    for mark in page.display.marks:
        if isinstance(mark, GlyphRun):
            feet[mark.at.x >= 145] = max(feet[mark.at.x >= 145], mark.at.y)
    assert abs(feet[True] - feet[False]) <= 20


def test_without_a_picture_the_text_is_as_ever(tmp_path: Path) -> None:
    """The frame that the text would run round stayed empty: the text is set as without it."""
    masters = PAGE.replace("PLACE", RIGHT).replace("COLUMNS", "columns: 1")
    plain = masters.replace("        around: [picture]\n        clear: 10pt\n", "")
    content = brochure(section(paragraph(150)))
    beside, alone = (pages_of(content, layout_of(tmp_path, text, ONE)) for text in (masters, plain))
    assert beside.pages == alone.pages


def test_notes_keep_off_a_picture_at_the_foot(tmp_path: Path) -> None:
    """A note has the whole measure: a picture at the column's foot has text and note above it."""
    masters = PAGE.replace("PLACE", "left: 30pt, width: 80pt, top: line 8, bottom: line 10")
    noted = BodyText(text=(Inline(text=HAN), Inline(text="", note=(Inline(text="注文" * 8),))), span=at(1))
    content = brochure(section(photo("a.jpg"), noted, paragraph(60, 2)))
    result = pages_of(content, layout_of(tmp_path, masters.replace("COLUMNS", "columns: 1"), ONE))
    (picture,) = pictures(result.pages[0])
    runs = [mark for mark in result.pages[0].display.marks if isinstance(mark, GlyphRun)]
    assert any("注文" in run.text for run in runs)
    assert all(run.at.y < picture.box.y for run in runs)
