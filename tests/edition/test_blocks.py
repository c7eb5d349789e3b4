"""The specimen of blocks, set in the shipped faces: no finding, all on the grid, numbers on their points."""

from pathlib import Path
from typing import Final

import pytest

from brochure.display import GlyphRun, Panel, Rule
from brochure.pagination import Page
from brochure.press import Cache, Job
from brochure.press.build import Proofed, proof
from brochure.shipped import shelf

SPECIMEN: Final = shelf("content") / "samples" / "blocks.yaml"


@pytest.fixture(scope="module")
def specimen() -> Proofed:
    """Its pages."""
    return proof(Job(content=SPECIMEN, shown_as="content/samples/blocks.yaml"), Cache(None))


def runs(page: Page) -> list[GlyphRun]:
    """The runs of a page."""
    return [mark for mark in page.display.marks if isinstance(mark, GlyphRun)]


def text_of(pages: tuple[Page, ...]) -> str:
    """All characters in painting order."""
    return "".join(run.text for page in pages for run in runs(page))


def test_the_specimen_has_no_finding(specimen: Proofed) -> None:
    """Every block is set, and nothing is noted about any."""
    assert specimen.findings == ()
    assert len(specimen.pagination.pages) == 7


def test_every_block_is_there(specimen: Proofed) -> None:
    """A word of each, the last row of the sheet, and the heads that come again over its second part."""
    text = text_of(specimen.pagination.pages)
    for word in (
        "③注写在表下",
        "10.总结",
        "把天空留给飞鸟",
        "2021年3月",
        "版式设计",
        "12月41.90.21.2",
        "续表",
    ):
        assert word in text


def test_g8_body_stands_on_the_grid_on_every_page(specimen: Proofed) -> None:
    """G8: every line of body text within 0.3 points of a baseline of the grid, whatever stands above it."""
    grid = specimen.layout.grid
    first = grid.head + 0.88 * grid.size
    off = [
        abs((run.at.y - first + grid.baseline / 2) % grid.baseline - grid.baseline / 2)
        for page in specimen.pagination.pages
        for run in runs(page)
        if run.size == grid.size and run.face.startswith("NotoSerif") and not run.ys
    ]
    assert len(off) > 60
    assert max(off) <= 0.3


def test_rules_are_hairlines_or_two_points(specimen: Proofed) -> None:
    """Half a point or two, nothing between."""
    widths = {
        mark.width
        for page in specimen.pagination.pages
        for mark in page.display.marks
        if isinstance(mark, Rule)
    }
    assert widths == {0.5, 2.0}


def test_points_stand_one_below_the_other(specimen: Proofed) -> None:
    """In the sheet's three columns of numbers, twelve rows each, the decimal points share three places in
    either part of the table.
    """
    page = specimen.pagination.pages[2]
    points: dict[float, int] = {}
    for run in runs(page):
        if run.size == 8.5 and run.span is not None and run.span.file.endswith("visitors.csv"):
            for text, x in zip(run.texts, run.xs, strict=True):
                if text == ".":
                    place = round(run.at.x + x, 2)
                    points[place] = points.get(place, 0) + 1
    assert len(points) == 6
    assert sum(points.values()) == 33  # 36 cells, two of whole numbers, one of a dash


def test_marks_of_a_sheet_point_into_the_sheet(specimen: Proofed) -> None:
    """The number of June is on line 10 of the CSV file beside the content."""
    spans = [run.span for page in specimen.pagination.pages for run in runs(page) if run.text == "1,032.4"]
    assert [(Path(span.file).as_posix(), span.line) for span in spans if span] == [
        ("content/samples/visitors.csv", 10)
    ]


def test_grounds_stand_behind_their_text(specimen: Proofed) -> None:
    """Zebra and panel are painted before what stands on them."""
    for page in specimen.pagination.pages[1:]:
        marks = page.display.marks
        for number, ground in enumerate(marks):
            if isinstance(ground, Panel):
                assert not any(
                    isinstance(mark, GlyphRun)
                    and ground.box.y < mark.at.y < ground.box.bottom
                    and ground.box.x < mark.at.x < ground.box.right
                    for mark in marks[:number]
                )
