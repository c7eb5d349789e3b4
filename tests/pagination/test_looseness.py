"""Paragraphs a line shorter or longer, where a page would end badly without."""

from dataclasses import replace
from pathlib import Path

from brochure.content.model import BodyText, Inline
from tests.pagination.layouts import layout_of
from tests.pagination.pages import HAN, at, brochure, pages_of, section

PAGE = """\
  page:
    frames:
      - {name: text, holds: text, style: body, box: {columns: 1-2, lines: 1-5}}
"""
PLAN = "  - {part: section, sequences: [{masters: [page]}]}\n"


def with_commas(characters: int, line: int) -> BodyText:
    """A paragraph whose marks can give a line back: a comma after every third character."""
    text = "".join(char + "，" * (place % 3 == 2) for place, char in enumerate((HAN * 9)[:characters]))
    return BodyText(text=(Inline(text=text),), span=at(line))


def test_text_over_by_a_line_is_tightened(tmp_path: Path) -> None:
    """Text that runs over by one line fits when a paragraph can be set a line shorter; it pays for that."""
    layout = layout_of(tmp_path, PAGE, PLAN)
    for characters in range(60, 110):
        content = brochure(section(with_commas(characters, 1)))
        loose, stiff = pages_of(content, layout), pages_of(content, layout, greedy=True)
        if stiff.findings and not loose.findings:
            names = {name for part in loose.account for name, _, _ in part.paid}
            assert "looseness" in names
            return
    raise AssertionError("no paragraph of these could be tightened")


def test_columns_that_end_together_are_left_alone(tmp_path: Path) -> None:
    """Where nothing ends badly no paragraph is touched."""
    layout = layout_of(tmp_path, PAGE, PLAN)
    result = pages_of(brochure(section(with_commas(50, 1))), layout)
    assert {name for part in result.account for name, _, _ in part.paid} == set()


def test_looseness_has_its_price(tmp_path: Path) -> None:
    """A layout may forbid it by a price that nothing is worth: then the overset stays an error."""
    layout = layout_of(tmp_path, PAGE, PLAN)
    dear = replace(layout, weights=replace(layout.weights, looseness=1e6))
    for characters in range(60, 110):
        content = brochure(section(with_commas(characters, 1)))
        if pages_of(content, layout, greedy=True).findings and not pages_of(content, layout).findings:
            assert [finding.code for finding in pages_of(content, dear).findings] == ["pagination/overset"]
            return
    raise AssertionError("no paragraph of these could be tightened")
