"""Vertical frames: columns from right to left, by counting."""

from pathlib import Path
from typing import Final

import pytest

from brochure.content.model import BodyText, Inline, Lead, NameList, Title
from brochure.content.model import Section as Part
from brochure.display import GlyphRun, Rule
from brochure.pagination import Page
from tests.pagination.layouts import layout_of
from tests.pagination.pages import HAN, at, brochure, pages_of, paragraph, section, texts

PAGE: Final = """\
  page:
    repeats: true
    frames:
      - name: text
        holds: text
        style: body
        direction: vertical
        box: {left: 40pt, width: 210pt, top: 40pt, height: 100pt}
"""
DOWN: Final = "        direction: vertical\n"
TIERS: Final = PAGE.replace(DOWN, DOWN + "        columns: 2\n        gutter: 20pt\n").replace(
    "100pt}", "220pt}"
)
TITLED: Final = """\
  page:
    frames:
      - name: title
        holds: title
        style: title
        direction: vertical
        box: {left: 40pt, width: 210pt, top: 40pt, height: 100pt}
      - name: lead
        holds: lead
        style: body
        direction: vertical
        after: title
        gap: 1
        box: {left: 40pt, width: 210pt, top: 40pt, height: 100pt}
"""
PLAN: Final = "  - {part: section, sequences: [{masters: [page]}]}\n"


def columns(page: Page, size: float = 10.0) -> dict[float, str]:
    """The text of each column by the place of its middle, from the right."""
    found: dict[float, str] = {}
    for mark in page.display.marks:
        if isinstance(mark, GlyphRun) and mark.size == size:
            middle = round(mark.at.x + size / 2, 3)
            found[middle] = found.get(middle, "") + mark.text
    return dict(sorted(found.items(), reverse=True))


def test_columns_run_from_right_to_left(tmp_path: Path) -> None:
    """V1: the first em box stands at the frame's right, columns a leading apart; lines are as long as the
    frame is high.
    """
    page = pages_of(brochure(section(paragraph(48))), layout_of(tmp_path, PAGE, PLAN)).pages[0]
    found = columns(page)
    assert list(found) == pytest.approx([245, 225, 205, 185, 165])
    assert [len(text) for text in found.values()] == [8, 10, 10, 10, 10]
    assert "".join(found.values()) == (HAN * 3)[:48]
    first = next(mark for mark in page.display.marks if isinstance(mark, GlyphRun))
    assert first.at.y == pytest.approx(40 + 20 + 8.8)


def test_a_full_frame_goes_on_with_the_next_page(tmp_path: Path) -> None:
    """Eleven columns fit 210 points; what is left takes another page."""
    pages = pages_of(brochure(section(paragraph(168))), layout_of(tmp_path, PAGE, PLAN)).pages
    assert [len(columns(page)) for page in pages] == [11, 6]


def test_tiers_lie_one_under_another(tmp_path: Path) -> None:
    """Columns of a vertical frame are tiers: text fills the upper one from right to left, then the lower."""
    page = pages_of(brochure(section(paragraph(128))), layout_of(tmp_path, TIERS, PLAN)).pages[0]
    heads = {
        round(mark.at.y - 8.8, 2)
        for mark in page.display.marks
        if isinstance(mark, GlyphRun) and mark.at.x + 5 < 240
    }
    assert heads == {40.0, 160.0}


def test_what_follows_a_vertical_title_stands_to_its_left(tmp_path: Path) -> None:
    """V1: `after` is the next place along the columns; gap counts lines of the grid."""
    part = section(Lead(text=(Inline(text="导语文字"),), span=at(3)), title="标题")
    page = pages_of(brochure(part), layout_of(tmp_path, TITLED, PLAN)).pages[0]
    (title,) = columns(page, 20.0)
    (lead,) = columns(page, 10.0)
    assert title == pytest.approx(250 - 10)
    assert lead == pytest.approx(250 - 20 - 20 - 5)


def test_outline_and_placements_are_boxes_on_the_page(tmp_path: Path) -> None:
    """What the preview and the bookmarks get are places on the page, whichever way the lines run."""
    layout = layout_of(tmp_path, TITLED, PLAN)
    part = section(Lead(text=(Inline(text=HAN),), span=at(3)), title="标题")
    found = pages_of(brochure(part), layout)
    (outline,) = found.outlines
    assert outline.at.y == pytest.approx(40)
    lead = next(place for place in found.pages[0].placements if place.frame == "lead")
    assert lead.box.height == pytest.approx(100)
    assert lead.box.right == pytest.approx(250 - 40)
    assert lead.box.width == pytest.approx(3 * 20 - 10)


def test_columns_of_one_block_are_one_placement(tmp_path: Path) -> None:
    """Lines of one block that follow each other to the left are one box."""
    found = pages_of(brochure(section(paragraph(48, line=5))), layout_of(tmp_path, PAGE, PLAN))
    (place,) = found.pages[0].placements
    assert place.span == at(5)
    assert place.box.width == pytest.approx(100)
    assert place.box.height == pytest.approx(100)


def test_notes_stand_at_the_left_of_a_vertical_frame(tmp_path: Path) -> None:
    """C3, V1: the foot of vertical text is its left: the note's column ends on the frame's left edge."""
    text = (Inline(text=HAN), Inline(text="", note=(Inline(text="注"),)))
    page = pages_of(
        brochure(section(BodyText(text=text, span=at(1)))), layout_of(tmp_path, PAGE, PLAN)
    ).pages[0]
    note = next(mark for mark in page.display.marks if isinstance(mark, GlyphRun) and "注" in mark.text)
    (rule,) = (mark for mark in page.display.marks if isinstance(mark, Rule))
    middles = list(columns(page))
    assert note.at.x == pytest.approx(40)
    assert rule.start.x == rule.end.x
    assert note.at.x + 8 < rule.start.x < min(middles) - 5
    assert rule.end.y - rule.start.y == pytest.approx(25)


def test_a_text_too_long_is_overset_in_columns(tmp_path: Path) -> None:
    """A vertical frame that is full says by how many lines and characters the text runs over."""
    plan = PAGE.replace("    repeats: true\n", "")
    (finding,) = pages_of(brochure(section(paragraph(128))), layout_of(tmp_path, plan, PLAN)).findings
    assert finding.code == "pagination/overset"
    assert "2 lines (20 characters)" in finding.message.en


def test_lists_of_names_run_through_the_story(tmp_path: Path) -> None:
    """J10: a list of names takes its rows among the paragraphs, in a style of its own or the text's."""
    across = PAGE.replace(DOWN, "").replace("height: 100pt", "height: 220pt")
    content = section(paragraph(18), NameList(names=("张三", "李小四"), span=at(4)), paragraph(18))
    page = pages_of(brochure(content), layout_of(tmp_path, across, PLAN)).pages[0]
    assert "张三" in texts(page)
    assert texts(page)[2] == "李小四"


def test_the_first_paragraph_may_have_a_style_of_its_own(tmp_path: Path) -> None:
    """`first` names the style of the story's first paragraph and of no other."""
    across = PAGE.replace(DOWN, "        first: small\n").replace("height: 100pt", "height: 220pt")
    page = pages_of(brochure(section(paragraph(8), paragraph(8))), layout_of(tmp_path, across, PLAN)).pages[0]
    assert [mark.size for mark in page.display.marks if isinstance(mark, GlyphRun)] == [8.0, 10.0]


def test_a_title_is_a_block_like_any_other() -> None:
    """The helpers above make parts with titles."""
    assert isinstance(section(title="标题"), Part)
    assert section(title="标题").title == Title(text="标题", span=at(90))
