"""The list of contents in its frame: rows closer, then columns, then a fault; never off the page."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from brochure.display import GlyphRun
from brochure.pagination import Pagination
from tests.pagination.layouts import layout_of
from tests.pagination.pages import brochure, pages_of, paragraph, section

# The frame is 90 points high; titles stand 20 apart at least, the layout would like 30.
MASTERS = """\
  list: {frames: [{name: contents, holds: contents, style: list, box: {columns: 1-2, lines: 1-5}}]}
  page:
    frames:
      - {name: title, holds: title, style: body, box: {columns: 1-2, lines: 1-1}}
      - {name: text, holds: text, style: body, box: {columns: 1-2, lines: 3-10}}
"""
PLAN = """\
  - {part: front, sequences: [{masters: [list]}]}
  - {part: section, sequences: [{masters: [page]}]}
"""


def listed(tmp_path: Path, sections: int) -> Pagination:
    """A brochure of so many sections, with a page of contents before them."""
    layout = layout_of(tmp_path, MASTERS, PLAN)
    style = replace(layout.theme("").contents["list"], row=30.0)
    themes = {name: replace(theme, contents={"list": style}) for name, theme in layout.themes.items()}
    content = brochure(
        *(section(paragraph(20), title=f"第{number}节", slug=f"s{number}") for number in range(sections))
    )
    return pages_of(replace(content, front=(paragraph(0),)), replace(layout, themes=themes))


def places(result: Pagination) -> list[tuple[float, float]]:
    """Where the titles of the list begin."""
    marks = [mark for mark in result.pages[0].display.marks if isinstance(mark, GlyphRun)]
    return [(mark.at.x, mark.at.y) for mark in marks if "第" in mark.text]


@pytest.mark.parametrize(
    ("sections", "apart", "columns"), [(3, 30, 1), (4, 22.5, 1), (8, 22.5, 2), (12, 22.5, 3)]
)
def test_contents_are_as_close_as_they_must_be(
    tmp_path: Path, sections: int, apart: float, columns: int
) -> None:
    """Three titles stand as the layout likes, four closer, eight in two columns of four, twelve in three."""
    result = listed(tmp_path, sections)
    found = places(result)
    assert len(found) == sections
    assert len({round(x) for x, _ in found}) == columns
    heights = sorted({round(y, 2) for _, y in found})
    assert {round(low - high, 2) for high, low in pairwise(heights)} == {apart}
    assert max(heights) <= 40 + 90
    assert not any(finding.code == "pagination/overset" for finding in result.findings)


def test_more_than_three_columns_are_a_fault(tmp_path: Path) -> None:
    """Forty titles find no room on that page: an error, not a list that runs off it."""
    codes = [finding.code for finding in listed(tmp_path, 40).findings]
    assert "pagination/overset" in codes
