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


OPEN = """\
  - part: section
    sequences:
      - {masters: [text], then: [text, mixed, plate]}
"""


def test_a_picture_goes_to_the_page_of_its_text(tmp_path: Path) -> None:
    """Of the masters that may follow, the one with a picture is taken where the paragraph before the
    picture stands.
    """
    layout = layout_of(tmp_path, MASTERS, OPEN)
    # a text page holds ten lines of 22 characters, a mixed one six
    before, after = (paragraph(218 + 22 * 10, 1), paragraph(22 * 40, 3))
    near = section(before, paragraph(60, 2), photo("a.jpg"), after)
    pages = pages_of(brochure(near), layout).pages
    assert [page.master for page in pages].index("mixed") == 2


def test_continuing_pages_take_everything(tmp_path: Path) -> None:
    """However much text and however many pictures: all are placed, no page is empty."""
    layout = layout_of(tmp_path, MASTERS, OPEN)
    blocks = [block for n in range(6) for block in (paragraph(150 + 40 * n, n + 1), photo(f"{n}.jpg", n + 1))]
    result = pages_of(brochure(section(*blocks)), layout)
    assert result.findings == ()
    assert all(page.placements for page in result.pages)
    assert sum(page.master in ("mixed", "plate") for page in result.pages) == 6


def test_the_search_never_pays_more_than_greedy(tmp_path: Path) -> None:
    """For a spread of contents the chosen pages cost no more than the first way that comes, and sometimes
    less.
    """
    layout = layout_of(tmp_path, MASTERS, OPEN)
    gains = []
    for characters in range(200, 1400, 90):
        content = brochure(
            section(paragraph(characters, 1), photo("a.jpg"), paragraph(700, 2), photo("b.jpg"))
        )
        best, first = (
            sum(part.cost for part in pages_of(content, layout, greedy=greedy).account)
            for greedy in (False, True)
        )
        assert best <= first
        gains.append(first - best)
    assert max(gains) > 0


def test_the_account_names_what_was_paid_and_the_next_best(tmp_path: Path) -> None:
    """Each part says which pages it stands on, what each paid, and what the next best way would have cost."""
    plan = """\
  - part: section
    sequences:
      - {name: short, masters: [mixed]}
      - {name: long, masters: [plate, text], cost: 5}
"""
    layout = layout_of(tmp_path, MASTERS, plan)
    (account,) = pages_of(brochure(section(photo("a.jpg"), paragraph(100), title="甲")), layout).account
    assert (account.title, account.sequence, account.cost) == ("甲", "short", 4)
    assert [(page.number, page.master, page.paid) for page in account.pages] == [
        (1, "mixed", (("page", 1, 4),))
    ]
    # two pages, the preference, and the picture a page from its text
    assert account.next_best == (("plate", "text"), 8 + 5 + 3)


def test_parts_in_a_row_do_not_open_alike(tmp_path: Path) -> None:
    """Where two sequences cost the same, sections alternate between them."""
    plan = """\
  - part: section
    sequences:
      - {name: head, masters: [mixed]}
      - {name: foot, masters: [other]}
"""
    other = (
        MASTERS
        + """\
  other:
    frames:
      - {name: text, holds: text, style: body, box: {columns: 1-2, lines: 1-6}}
      - {name: picture, holds: photo, style: bare, box: {columns: 1-2, lines: 7-10}}
"""
    )
    layout = layout_of(tmp_path, other, plan)
    content = brochure(*(section(photo("a.jpg"), paragraph(80), slug=f"s{n}") for n in range(4)))
    assert [page.master for page in pages_of(content, layout).pages] == ["mixed", "other", "mixed", "other"]


def test_a_part_the_plan_forgets_is_told(tmp_path: Path) -> None:
    """Text for which the layout has no pages is an error, not lost without a word."""
    layout = layout_of(tmp_path, MASTERS, "  - {part: front, sequences: [{masters: [text]}]}\n")
    (finding,) = pages_of(brochure(section(paragraph(40))), layout).findings
    assert (finding.code, finding.severity) == ("pagination/no-pages", Severity.ERROR)
