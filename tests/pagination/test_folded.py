"""Pages that are the sides of a folded sheet: parts printed together, a heading a panel, captions off
folds.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from brochure.content.model import Block, Brochure, Cover, Heading, Inline, Lead, Title
from brochure.display import GlyphRun
from brochure.layout import Fold, Layout, load_layout
from brochure.pagination.flow import balanced_columns, fill_columns
from brochure.shipped import shelf
from tests.pagination.layouts import layout_of
from tests.pagination.pages import at, brochure, pages_of, paragraph, photo, pictures, section, texts
from tests.pagination.test_flow import line

MASTERS = """\
  outside:
    frames:
      - {name: name, holds: brochure-title, style: title, box: {columns: 2, lines: 1-2}}
      - {name: cover, holds: photo, style: bare, box: {columns: 2, lines: 4-9}}
      - {name: lead, holds: lead, style: body, box: {columns: 1, lines: 1-4}}
      - {name: flap, holds: photo, style: below, box: {columns: 1, lines: 5-9}, optional: true}
  inside:
    frames:
      - {name: text, holds: text, style: body, columns: 2, gutter: 20pt, box: {columns: 1-2, lines: 1-10}}
"""
PLAN = """\
  - {part: cover, joins: [front, back], sequences: [{masters: [outside]}]}
  - {part: section, sequences: [{masters: [inside]}]}
"""


@pytest.fixture(name="layout")
def folded(tmp_path: Path) -> Layout:
    """Two sides of two columns each."""
    return layout_of(tmp_path, MASTERS, PLAN)


def leaflet(*front: Block) -> Brochure:
    """A brochure with a cover, a preface and one section."""
    return replace(brochure(section(paragraph(20))), cover=Cover(photo=photo("cover.jpg")), front=front)


def test_joined_parts_share_a_page(layout: Layout) -> None:
    """Cover, preface and back are one page: the cover's picture first, then what the preface has."""
    lead = Lead(text=(Inline(text="导语"),), span=at(3))
    paged = pages_of(leaflet(lead, photo("flap.jpg", 4)), layout)
    assert paged.findings == ()
    assert [page.master for page in paged.pages] == ["outside", "inside"]
    assert [picture.file for picture in pictures(paged.pages[0])] == ["cover.jpg", "flap.jpg"]
    assert {"小册", "导语"} <= set(texts(paged.pages[0]))
    assert next((mark.title, mark.page) for mark in paged.outlines) == ("小册", 1)


def test_every_mark_of_a_joined_page_has_one_place(layout: Layout) -> None:
    """What host and guests bring is joined kind by kind; the places they are written at are not."""
    lead = Lead(text=(Inline(text="导语"),), span=at(3))
    paged = pages_of(leaflet(lead, photo("flap.jpg", 4)), layout)
    spans = [mark.span for page in paged.pages for mark in page.display.marks if mark.span is not None]
    assert spans
    assert {type(span) for span in spans} == {type(at(1))}


def test_a_part_whose_host_is_missing_keeps_its_own_stage(tmp_path: Path) -> None:
    """The back joins the closing; a brochure that has none prints it by the stage of its own."""
    plan = """\
  - {part: cover, sequences: [{masters: [outside]}]}
  - {part: section, sequences: [{masters: [inside]}]}
  - {part: closing, joins: [back], sequences: [{masters: [inside]}]}
  - {part: back, sequences: [{masters: [outside]}]}
"""
    paged = pages_of(leaflet(), layout_of(tmp_path, MASTERS, plan))
    assert [page.master for page in paged.pages] == ["outside", "inside", "outside"]


def test_what_the_joined_page_has_no_room_for_is_told(layout: Layout) -> None:
    """A third picture finds no frame and is an error, as on any page."""
    lead = Lead(text=(Inline(text="导语"),), span=at(3))
    paged = pages_of(leaflet(lead, photo("flap.jpg", 4), photo("more.jpg", 5)), layout)
    assert [finding.code for finding in paged.findings] == ["pagination/unplaced"]
    assert paged.findings[0].span == at(5)


def test_a_part_without_its_host_stays_by_itself(tmp_path: Path) -> None:
    """An edition without a cover has its preface told as a part without pages, not lost in silence."""
    layout = layout_of(tmp_path, MASTERS, PLAN)
    lead = Lead(text=(Inline(text="导语"),), span=at(3))
    paged = pages_of(replace(leaflet(lead), cover=None), layout)
    assert [finding.code for finding in paged.findings] == ["pagination/no-pages"]


def test_a_line_that_opens_begins_a_column() -> None:
    """Three lines, then one that opens: the first column ends before it, however much room it has."""
    lines = (line(), line(), line(may_end=False), replace(line(), opens=True), line())
    assert fill_columns(lines, 0, [200.0, 200.0]) == (3, 5)
    assert balanced_columns(lines, 0, 200.0, (0.0, 0.0), 20.0) == (60.0, (3, 5))
    assert fill_columns(lines[3:], 0, [200.0]) == (2,)


@pytest.mark.parametrize("opening", [True, False])
def test_a_heading_may_begin_a_column(tmp_path: Path, opening: bool) -> None:
    """With `new-column` each heading stands at a column's head; without, where it comes."""
    layout = layout_of(tmp_path, MASTERS, PLAN)
    if opening:
        path = tmp_path / "sums.yaml"
        text = path.read_text(encoding="utf-8").replace(
            "align: start, lines: 2}", "align: start, lines: 2, new-column: true}"
        )
        assert "new-column" in text
        path.write_text(text, encoding="utf-8")
        layout = reread(path)
    heading = [Heading(title=Title(text=text, span=at(5)), span=at(5)) for text in ("甲题", "乙题")]
    content = brochure(section(heading[0], paragraph(20), heading[1], paragraph(20)))
    (page,) = pages_of(content, layout).pages
    runs = {mark.text: mark.at for mark in page.display.marks if isinstance(mark, GlyphRun)}
    assert runs["甲题"].x == 30.0
    if opening:
        assert (runs["乙题"].x, runs["乙题"].y) == (150.0, runs["甲题"].y)
    else:
        assert runs["乙题"].x == 30.0


def test_white_below_a_heading(tmp_path: Path) -> None:
    """With `lines-below: 2` the text below a heading begins two lines of the grid lower."""
    plain = layout_of(tmp_path, MASTERS, PLAN)
    path = tmp_path / "sums.yaml"
    text = path.read_text(encoding="utf-8").replace("start, lines: 2}", "start, lines: 2, lines-below: 2}")
    path.write_text(text, encoding="utf-8")
    heading = Heading(title=Title(text="甲题", span=at(5)), span=at(5))
    gaps = []
    for layout in (plain, reread(path)):
        (page,) = pages_of(brochure(section(heading, paragraph(6))), layout).pages
        head, below = (mark.at.y for mark in page.display.marks if isinstance(mark, GlyphRun))
        gaps.append(below - head)
    assert gaps == pytest.approx([20.0, 60.0])


CAPTIONED = """\
  one:
    frames:
      - {name: a, holds: photo, style: below, box: {left: bleed, width: 149pt, top: bleed, bottom: line 5}}
      - {name: b, holds: photo, style: below, box: {left: 140pt, right: bleed, top: bleed, bottom: line 5}}
"""


def test_a_caption_keeps_off_the_fold_its_picture_ends_on(tmp_path: Path) -> None:
    """Two pictures meet at the fold in the gutter: each caption stands on its own panel's column."""
    plan = "  - {part: section, sequences: [{masters: [one]}]}\n"
    flat = layout_of(tmp_path, CAPTIONED, plan)
    layout = replace(flat, fold=Fold(panels=(140.0, 160.0), safety=5.0))
    pair = (photo("a.jpg", caption="甲"), photo("b.jpg", caption="乙"))
    (page,) = pages_of(brochure(section(*pair)), layout).pages
    assert [mark.at.x for mark in page.display.marks if isinstance(mark, GlyphRun)] == [30.0, 150.0]
    assert [picture.box.x for picture in pictures(page)] == [-9.0, 140.0]


def reread(path: Path) -> Layout:
    """The layout in *path*."""
    return load_layout(path, path.name, (shelf("layouts") / "conditions",))
