"""Rival page sequences: the cheapest whole that the binding can take."""

from pathlib import Path

from brochure.diagnostics import Severity
from tests.pagination.layouts import layout_of
from tests.pagination.pages import brochure, pages_of, paragraph, photo, section

MASTERS = """\
  plate:
    frames: [{name: picture, holds: photo, style: bare, box: {columns: 1-2, lines: 1-10}}]
  left-plate:
    side: left
    frames: [{name: picture, holds: photo, style: bare, box: {columns: 1-2, lines: 1-10}}]
  mixed:
    frames:
      - {name: picture, holds: photo, style: bare, box: {columns: 1-2, lines: 1-4}}
      - {name: text, holds: text, style: body, box: {columns: 1-2, lines: 5-10}}
  text:
    frames: [{name: text, holds: text, style: body, box: {columns: 1-2, lines: 1-10}}]
  quiet: {frames: []}
"""


def masters_of(layout_plan: str, tmp_path: Path, sections: int, multiple: int) -> tuple[list[str], list[str]]:
    """The masters chosen for *sections* like ones, and the codes of the findings."""
    layout = layout_of(tmp_path, MASTERS, layout_plan, multiple)
    content = brochure(*(section(photo("a.jpg"), paragraph(40), slug=f"s{n}") for n in range(sections)))
    result = pages_of(content, layout)
    return [page.master for page in result.pages], [finding.code for finding in result.findings]


def test_a_multiple_is_reached_by_a_less_loved_sequence(tmp_path: Path) -> None:
    """Three sections of one page would make three.

    One of them opens up to two so that a sheet of four is full.
    """
    plan = """\
  - part: section
    sequences:
      - {name: short, masters: [mixed]}
      - {name: long, masters: [plate, text], cost: 5}
"""
    masters, codes = masters_of(plan, tmp_path, 3, multiple=4)
    assert len(masters) == 4
    assert masters.count("plate") == 1
    assert codes == []


def test_without_need_the_favourite_is_kept(tmp_path: Path) -> None:
    """Where any page count will do, every section takes the sequence that costs least."""
    plan = """\
  - part: section
    sequences:
      - {masters: [plate, text], cost: 5}
      - {masters: [mixed]}
"""
    masters, _ = masters_of(plan, tmp_path, 3, multiple=1)
    assert masters == ["mixed"] * 3


def test_an_odd_page_count_is_a_warning(tmp_path: Path) -> None:
    """When no choice makes a multiple, the count is a warning that says how many pages are missing."""
    layout = layout_of(tmp_path, MASTERS, "  - {part: section, sequences: [{masters: [mixed]}]}\n", 4)
    content = brochure(*(section(photo("a.jpg"), paragraph(40), slug=f"s{n}") for n in range(3)))
    (finding,) = pages_of(content, layout).findings
    assert (finding.code, finding.severity) == ("pagination/page-count", Severity.WARNING)
    assert "1" in (finding.suggestion.en if finding.suggestion else "")


def test_a_master_stands_on_its_side_of_the_spread(tmp_path: Path) -> None:
    """A left-hand master is not put on a right-hand page when a rival sequence brings it to the left."""
    plan = """\
  - part: section
    sequences:
      - {masters: [left-plate, text]}
      - {masters: [text, left-plate], cost: 30}
"""
    layout = layout_of(tmp_path, MASTERS, plan)
    result = pages_of(brochure(section(photo("a.jpg"), paragraph(40))), layout)
    assert [page.master for page in result.pages] == ["text", "left-plate"]


def test_a_block_without_a_place_outweighs_the_page_count(tmp_path: Path) -> None:
    """A sequence that would lose a picture is not taken for the sake of the binding."""
    plan = """\
  - part: section
    sequences:
      - {masters: [text]}
      - {masters: [plate, text]}
"""
    layout = layout_of(tmp_path, MASTERS, plan, 1)
    result = pages_of(brochure(section(photo("a.jpg"), paragraph(40))), layout)
    assert [page.master for page in result.pages] == ["plate", "text"]
    assert result.findings == ()


def test_a_section_may_ask_for_its_opening(tmp_path: Path) -> None:
    """`opening` picks a sequence by name, whatever it costs."""
    plan = """\
  - part: section
    sequences:
      - {name: short, masters: [mixed]}
      - {name: long, masters: [plate, text], cost: 90}
"""
    layout = layout_of(tmp_path, MASTERS, plan)
    result = pages_of(brochure(section(photo("a.jpg"), paragraph(40), opening="long")), layout)
    assert [page.master for page in result.pages] == ["plate", "text"]


def test_an_unknown_opening_is_an_error(tmp_path: Path) -> None:
    """An `opening` the layout does not have is an error that lists those it has."""
    plan = "  - {part: section, sequences: [{name: short, masters: [mixed]}]}\n"
    layout = layout_of(tmp_path, MASTERS, plan)
    (finding,) = pages_of(brochure(section(photo("a.jpg"), paragraph(40), opening="shrot")), layout).findings
    assert finding.code == "pagination/unknown-opening"
    assert "short" in (finding.suggestion.en if finding.suggestion else "")
