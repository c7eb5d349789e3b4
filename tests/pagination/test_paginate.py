"""Pages from content and layout.

Frames filled in order, faults named and counted, furniture, numbers, outline.
"""

from pathlib import Path

import pytest

from brochure.content.model import Heading, Lead, MetricBand, MetricCallout, Title
from brochure.content.model import Inline as Run
from brochure.diagnostics import Severity
from brochure.display import GlyphRun, Panel
from tests.pagination.layouts import layout_of
from tests.pagination.pages import (
    at,
    baselines,
    brochure,
    pages_of,
    paragraph,
    photo,
    pictures,
    section,
    texts,
    untitled,
)

TEXT_PAGE = """\
  page:
    frames:
      - {name: text, holds: text, style: body, columns: 2, gutter: 20pt, box: {columns: 1-2, lines: 1-10}}
    furniture: folio
"""
ONE_PAGE = "  - {part: section, sequences: [{masters: [page]}]}\n"


def test_text_stands_on_the_baseline_grid(tmp_path: Path) -> None:
    """G8: every baseline of the body stands on the head margin plus whole lines."""
    layout = layout_of(tmp_path, TEXT_PAGE, ONE_PAGE)
    page = pages_of(brochure(section(paragraph(120))), layout).pages[0]
    first = layout.grid.line_top(1) + 0.88 * 10
    assert baselines(page) == [pytest.approx(first + 20 * line) for line in range(len(baselines(page)))]
    assert len(baselines(page)) == 10


def test_overset_names_block_lines_characters_and_frame(tmp_path: Path) -> None:
    """Text that does not fit is an error at the block it begins in, with the surplus in lines and
    characters.
    """
    layout = layout_of(tmp_path, TEXT_PAGE, ONE_PAGE)
    # each column takes 10 lines of 10 characters; the first line of a paragraph is two short
    content = brochure(section(paragraph(98, line=7), paragraph(98, line=8), paragraph(28, line=9)))
    (finding,) = pages_of(content, layout).findings
    assert (finding.code, finding.severity, finding.span) == ("pagination/overset", Severity.ERROR, at(9))
    assert "3 lines (28 characters)" in finding.message.en
    assert "page/text" in finding.message.en
    assert "28" in (finding.suggestion.zh if finding.suggestion else "")


def test_a_repeating_master_takes_all_the_text(tmp_path: Path) -> None:
    """A master that repeats adds pages until the story ends, and no empty one after it."""
    masters = TEXT_PAGE.replace("  page:\n", "  page:\n    repeats: true\n")
    layout = layout_of(tmp_path, masters, ONE_PAGE)
    result = pages_of(brochure(section(*(paragraph(98, line) for line in range(1, 6)))), layout)
    assert len(result.pages) == 3
    assert not result.findings


def test_blocks_without_a_frame_are_named(tmp_path: Path) -> None:
    """A picture and a band of metrics that no frame takes are errors at their own lines."""
    layout = layout_of(tmp_path, TEXT_PAGE, ONE_PAGE)
    band = MetricBand(metrics=(MetricCallout(value="1", label="一"),), span=at(4))
    result = pages_of(brochure(section(photo("a.jpg", 3), band, paragraph(10))), layout)
    assert [(finding.code, finding.span) for finding in result.findings] == [
        ("pagination/unplaced", at(3)),
        ("pagination/unplaced", at(4)),
    ]


def test_a_lead_without_a_frame_opens_the_text(tmp_path: Path) -> None:
    """A lead that the page design has no frame for is set as the story's first paragraph."""
    layout = layout_of(tmp_path, TEXT_PAGE, ONE_PAGE)
    result = pages_of(brochure(section(Lead(text=(Run(text="导语在前"),), span=at(2)), paragraph(5))), layout)
    assert texts(result.pages[0])[0] == "导语在前"
    assert not result.findings


def test_d1_a_heading_keeps_two_lines_below_it(tmp_path: Path) -> None:
    """D1: a heading that would stand in a column's last lines goes over to the next column with its text."""
    layout = layout_of(tmp_path, TEXT_PAGE, ONE_PAGE)
    content = section(paragraph(76, 1), Heading(title=Title(text="小标题"), span=at(2)), paragraph(60, 3))
    page = pages_of(brochure(content), layout).pages[0]
    heading = next(
        mark for mark in page.display.marks if isinstance(mark, GlyphRun) and mark.text == "小标题"
    )
    assert heading.at.x == 30 + 100 + 20
    assert heading.at.y == pytest.approx(layout.grid.line_top(1) + 8.8)


def test_a_frame_after_another_begins_below_its_content(tmp_path: Path) -> None:
    """A frame `after` another begins on the grid, `gap` lines below where that one's content ends."""
    masters = """\
  page:
    frames:
      - {name: title, holds: title, style: title, box: {columns: 1-2, lines: 1-4}}
      - {name: text, holds: text, style: body, after: title, gap: 1, box: {columns: 1-2, lines: 2-10}}
"""
    layout = layout_of(tmp_path, masters, ONE_PAGE)
    page = pages_of(brochure(section(paragraph(10))), layout).pages[0]
    # the title's em box is 20 high: it ends in line 1's share of 20, so the text begins in line 3
    assert baselines(page)[0] == pytest.approx(layout.grid.line_top(3) + 8.8)


def test_a_picture_before_the_text_takes_what_the_text_leaves(tmp_path: Path) -> None:
    """Text at the foot, picture above it: less text, taller picture, and nothing between but the gap."""
    masters = """\
  page:
    frames:
      - name: text
        holds: text
        style: body
        columns: 2
        gutter: 20pt
        balance: true
        align: bottom
        box: {columns: 1-2, lines: 3-10}
      - {name: picture, holds: photo, style: bare, before: text, gap: 1, box: {columns: 1-2, lines: 1-9}}
"""
    layout = layout_of(tmp_path, masters, ONE_PAGE)
    short = pages_of(brochure(section(paragraph(38), photo("a.jpg"))), layout).pages[0]
    long = pages_of(brochure(section(paragraph(98), photo("a.jpg"))), layout).pages[0]
    assert baselines(short)[-1] == baselines(long)[-1] == pytest.approx(layout.grid.line_top(10) + 8.8)
    assert pictures(short)[0].box.bottom == layout.grid.line_foot(7)  # text in lines 9 and 10
    assert pictures(long)[0].box.bottom == layout.grid.line_foot(4)  # text in lines 6 to 10


def test_marks_carry_the_line_they_were_written_on(tmp_path: Path) -> None:
    """Every mark of a paragraph knows the author's line, and its placement the box it took."""
    layout = layout_of(tmp_path, TEXT_PAGE, ONE_PAGE)
    page = pages_of(brochure(section(paragraph(28, 11), paragraph(18, 12))), layout).pages[0]
    spans = [mark.span for mark in page.display.marks if isinstance(mark, GlyphRun) and mark.size == 10]
    assert set(spans) == {at(11), at(12)}
    assert [(placement.frame, placement.span) for placement in page.placements] == [
        ("text", at(11)),
        ("text", at(12)),
    ]


def test_folios_stand_on_the_outer_side(tmp_path: Path) -> None:
    """The folio of a right-hand page stands on its right, that of a left-hand page on its left."""
    masters = TEXT_PAGE.replace("  page:\n", "  page:\n    repeats: true\n")
    layout = layout_of(tmp_path, masters, ONE_PAGE)
    first, second, *_ = pages_of(
        brochure(section(*(paragraph(98, line) for line in range(1, 4)))), layout
    ).pages
    folio = [
        next(m for m in page.display.marks if isinstance(m, GlyphRun) and m.size == 8)
        for page in (first, second)
    ]
    assert [(mark.text, mark.at.x) for mark in folio] == [("1", 270.0), ("2", 10.0)]


def test_columns_keep_their_order_on_a_left_hand_page(tmp_path: Path) -> None:
    """On a left-hand page the type area moves to the spine; its first column stays the left one."""
    masters = TEXT_PAGE.replace("  page:\n", "  page:\n    repeats: true\n")
    layout = layout_of(tmp_path, masters, ONE_PAGE)
    _, second = pages_of(brochure(section(*(paragraph(98, line) for line in range(1, 4)))), layout).pages[:2]
    first_run = next(mark for mark in second.display.marks if isinstance(mark, GlyphRun) and mark.size == 10)
    assert first_run.at.x == pytest.approx(300 - 30 - 220 + 20)  # type area's left edge, then the indent


def test_each_section_prints_in_its_theme(tmp_path: Path) -> None:
    """The ink `main` is another one in each section's theme."""
    masters = """\
  page:
    art: [{panel: main, box: {left: bleed, right: bleed, top: bleed, height: 30pt}}]
    frames: [{name: title, holds: title, style: title, box: {columns: 1-2, lines: 1-4}}]
"""
    layout = layout_of(tmp_path, masters, ONE_PAGE)
    result = pages_of(brochure(section(theme="green", slug="a"), section(theme="lilac", slug="b")), layout)
    inks = [next(mark.ink for mark in page.display.marks if isinstance(mark, Panel)) for page in result.pages]
    assert inks == [layout.themes["green"].inks["green"], layout.themes["green"].inks["lilac"]]


def test_contents_and_outline_agree_on_the_pages(tmp_path: Path) -> None:
    """The contents list names each section's page, and the outline leads to the same."""
    masters = """\
  front: {frames: [{name: list, holds: contents, style: list, box: {columns: 1-2, lines: 1-10}}]}
  page: {frames: [{name: title, holds: title, style: title, box: {columns: 1-2, lines: 1-4}}]}
"""
    plan = """\
  - {part: front, sequences: [{masters: [front]}]}
  - {part: section, sequences: [{masters: [page]}]}
"""
    layout = layout_of(tmp_path, masters, plan)
    content = brochure(section(title="甲", slug="a"), section(title="乙", slug="b"))
    content = type(content)(
        slug="x",
        title=content.title,
        sections=content.sections,
        cover=None,
        front=(Lead(text=(Run(text="导"),)),),
    )
    result = pages_of(content, layout)
    assert texts(result.pages[0]) == ["2", "甲", "3", "乙"]
    assert [(entry.title, entry.page) for entry in result.outlines] == [("甲", 2), ("乙", 3)]


def test_a_missing_glyph_is_an_error_at_its_block(tmp_path: Path) -> None:
    """A character without a glyph is an error at the author's line, from the galley's own remark."""
    from functools import partial

    from brochure.composition import compose_block
    from brochure.pagination import paginate
    from tests.pagination.pages import AnyPicture
    from tests.square import SquareLibrary

    layout = layout_of(tmp_path, TEXT_PAGE, ONE_PAGE)
    faces = SquareLibrary(absent="风")
    content = brochure(section(paragraph(10, 6)))
    result = untitled(paginate(content, layout, partial(compose_block, faces=faces), faces, AnyPicture()))
    (finding,) = result.findings
    assert (finding.code, finding.severity, finding.span) == (
        "composition/missing-glyph",
        Severity.ERROR,
        at(6),
    )
    assert "U+98CE" in finding.message.en


def test_a_picture_stands_level_with_the_text_beside_it(tmp_path: Path) -> None:
    """A column that begins lower leaves room for a picture whose head is level with the text's first line."""
    masters = """\
  page:
    frames:
      - name: text
        holds: text
        style: body
        columns: 2
        gutter: 20pt
        balance: true
        drops: [0, 4]
        align: bottom
        box: {columns: 1-2, lines: 1-10}
      - {name: picture, holds: photo, style: bare, level: text, box: {columns: 2, lines: 1-3}}
"""
    layout = layout_of(tmp_path, masters, ONE_PAGE)
    page = pages_of(brochure(section(paragraph(98), photo("a.jpg"))), layout).pages[0]
    # ten lines: seven on the left, from line 4 to the last; three on the right, below the picture
    (picture,) = pictures(page)
    assert (
        baselines(page)[0]
        == pytest.approx(picture.box.y + 8.8)
        == pytest.approx(layout.grid.line_top(4) + 8.8)
    )
    right = [mark.at.y for mark in page.display.marks if isinstance(mark, GlyphRun) and mark.at.x == 150]
    assert min(right) == pytest.approx(layout.grid.line_top(8) + 8.8)
    assert max(right) == pytest.approx(layout.grid.line_top(10) + 8.8)
