"""What a layout allows when content does not fit, each step told; and pages asked for by number."""

from dataclasses import replace
from pathlib import Path

import pytest

from brochure.content.model import BodyText, Inline, Lead, Photo
from brochure.diagnostics import Severity
from brochure.layout import Layout
from brochure.layout.model import FitRule
from brochure.pagination import Pagination
from tests.pagination.layouts import layout_of
from tests.pagination.pages import HAN, at, brochure, pages_of, paragraph, photo, pictures, section, texts
from tests.pagination.test_looseness import with_commas

# A line of the page holds 22 characters; the text has six lines, or what a picture lends it.
MASTERS = """\
  below:
    frames:
      - {name: text, holds: text, style: body, box: {columns: 1-2, lines: 1-6}}
      - {name: picture, holds: photo, style: bare, after: text, box: {columns: 1-2, bottom: line 10}}
  above:
    frames:
      - {name: picture, holds: photo, style: bare, box: {columns: 1-2, lines: 1-4}}
      - {name: text, holds: text, style: body, after: picture, box: {columns: 1-2, lines: 1-10}}
  beside:
    frames:
      - name: text
        holds: text
        style: body
        columns: 2
        gutter: 20pt
        drops: [0, 6]
        box: {columns: 1-2, lines: 1-10}
      - {name: picture, holds: photo, style: bare, level: text, box: {columns: 2, lines: 1-6}}
  apart:
    frames:
      - {name: text, holds: text, style: body, box: {columns: 1-2, lines: 1-6}}
      - {name: picture, holds: photo, style: bare, box: {columns: 1-2, lines: 7-10}}
  text: {frames: [{name: text, holds: text, style: body, box: {columns: 1-2, lines: 1-6}}]}
"""


def layout_with(tmp_path: Path, master: str, *fit: FitRule) -> Layout:
    """The layout that pages every section on *master* alone, with these rules."""
    plan = f"  - {{part: section, sequences: [{{masters: [{master}]}}]}}\n"
    return replace(layout_of(tmp_path, MASTERS, plan), fit=fit)


def codes(result: Pagination) -> list[tuple[str, Severity]]:
    """What was found."""
    return [(finding.code, finding.severity) for finding in result.findings]


def paid(result: Pagination, name: str) -> float:
    """What parts and pages paid for the cost called *name*."""
    costs = [
        cost
        for part in result.account
        for costs in (part.paid, *(page.paid for page in part.pages))
        for cost in costs
    ]
    return sum(amount for what, _, amount in costs if what == name)


SMALLER = FitRule(step="smaller-pictures", most=2)
DROP = FitRule(step="drop")
LINE = 22


@pytest.mark.parametrize(("master", "lines"), [("below", 7), ("above", 7), ("beside", 15)])
def test_a_picture_lends_the_lines_the_text_wants(master: str, lines: int, tmp_path: Path) -> None:
    """Text that is a line too long has it from the picture it is tied to: above, below, or beside it; the
    picture is a line lower, pays for that, and a note says so.
    """
    measure = LINE if master != "beside" else 10
    content = brochure(section(photo("a.jpg"), paragraph(measure * lines - 2)))
    short = brochure(section(photo("a.jpg"), paragraph(measure * (lines - 1) - 2)))
    layout = layout_with(tmp_path, master)
    assert ("pagination/overset", Severity.ERROR) in codes(pages_of(content, layout))
    allowed = pages_of(content, replace(layout, fit=(SMALLER,)))
    assert codes(allowed) == [("pagination/smaller-picture", Severity.NOTE)]
    assert paid(allowed, "fit-rule") == layout.weights.fit_rule
    assert paid(allowed, "picture-size") > 0
    (before,), (after,) = (pictures(result.pages[0]) for result in (pages_of(short, layout), allowed))
    assert before.box.height - after.box.height == pytest.approx(20)


def test_pictures_that_stand_apart_lend_nothing(tmp_path: Path) -> None:
    """A picture in a box of its own, tied to no text, keeps its height."""
    result = pages_of(
        brochure(section(photo("a.jpg"), paragraph(LINE * 7 - 2))), layout_with(tmp_path, "apart", SMALLER)
    )
    assert codes(result) == [("pagination/overset", Severity.ERROR)]


def test_nothing_is_said_of_pictures_that_are_not_there(tmp_path: Path) -> None:
    """A section without pictures goes on to the next rule, and neither pays nor tells for the one before."""
    blocks = (paragraph(LINE * 6 - 2, 1), replace(paragraph(LINE, 2), optional=True))
    layout = layout_with(tmp_path, "text", SMALLER, DROP)
    result = pages_of(brochure(section(*blocks)), layout)
    assert codes(result) == [("pagination/dropped", Severity.WARNING)]
    assert paid(result, "fit-rule") == layout.weights.fit_rule


def test_no_more_is_lent_than_the_rule_allows(tmp_path: Path) -> None:
    """Three lines too many are an error where pictures may lend two."""
    content = brochure(section(photo("a.jpg"), paragraph(LINE * 9 - 2)))
    assert codes(pages_of(content, layout_with(tmp_path, "below", SMALLER))) == [
        ("pagination/overset", Severity.ERROR)
    ]


def test_what_fits_keeps_its_design(tmp_path: Path) -> None:
    """Rules are for need: content that fits is laid out as if there were none."""
    content = brochure(section(photo("a.jpg"), paragraph(LINE * 6 - 2), replace(paragraph(0), optional=True)))
    layout = layout_with(tmp_path, "below")
    assert pages_of(content, replace(layout, fit=(SMALLER, DROP))) == pages_of(content, layout)


def test_the_last_optional_block_goes_first(tmp_path: Path) -> None:
    """Optional blocks stay out one by one from the end, until the rest fits; each is told at its place."""
    blocks = [replace(paragraph(LINE * 2 - 2, line), optional=line != 2) for line in (1, 2, 3, 4)]
    result = pages_of(brochure(section(*blocks)), layout_with(tmp_path, "text", DROP))
    assert codes(result) == [("pagination/dropped", Severity.WARNING)]
    assert [finding.span for finding in result.findings] == [at(4)]
    assert len(texts(result.pages[0])) == 6


def test_rules_are_taken_in_their_order(tmp_path: Path) -> None:
    """What the first rule can do the second is not asked for; both together reach further."""
    optional = replace(paragraph(LINE - 2, 5), optional=True)
    seven = brochure(section(photo("a.jpg"), paragraph(LINE * 6 - 2, 1), optional))
    nine = brochure(section(photo("a.jpg"), paragraph(LINE * 8 - 2, 1), optional))
    pictures_first = layout_with(tmp_path, "below", SMALLER, DROP)
    assert [code for code, _ in codes(pages_of(seven, pictures_first))] == ["pagination/smaller-picture"]
    assert [code for code, _ in codes(pages_of(nine, pictures_first))] == [
        "pagination/dropped",
        "pagination/smaller-picture",
    ]
    blocks_first = layout_with(tmp_path, "below", DROP, SMALLER)
    assert [code for code, _ in codes(pages_of(seven, blocks_first))] == ["pagination/dropped"]


def test_any_kind_of_block_may_be_optional(tmp_path: Path) -> None:
    """A picture without a frame, a lead: whatever its author can spare."""
    spare = Photo(file="b.jpg", optional=True, span=at(7))
    result = pages_of(
        brochure(section(photo("a.jpg"), paragraph(LINE), spare)), layout_with(tmp_path, "below", DROP)
    )
    assert codes(result) == [("pagination/dropped", Severity.WARNING)]
    lead = Lead(text=(Inline(text=HAN),), optional=True, span=at(1))
    result = pages_of(brochure(section(lead, paragraph(LINE * 6 - 2))), layout_with(tmp_path, "text", DROP))
    assert codes(result) == [("pagination/dropped", Severity.WARNING)]


def test_notes_are_numbered_anew_without_the_blocks_left_out(tmp_path: Path) -> None:
    """The note of a paragraph left out takes its number with it."""

    def noted(characters: int, line: int) -> BodyText:
        note = Inline(text="", note=(Inline(text="注"),))
        return replace(paragraph(characters, line), text=(Inline(text=HAN[:characters]), note))

    out, kept = replace(noted(15, 1), optional=True), noted(15, 2)
    result = pages_of(
        brochure(section(out, kept, paragraph(LINE * 3 - 2, 3))), layout_with(tmp_path, "text", DROP)
    )
    assert ("pagination/dropped", Severity.WARNING) in codes(result)
    marks = [text for text in texts(result.pages[0]) if "②" in text]
    assert not marks


def test_text_is_set_tighter_as_far_as_a_rule_says(tmp_path: Path) -> None:
    """Ordinarily three lines may be gained; `tighten` goes further, and says in how many paragraphs.

    Five paragraphs of four lines, each of which can be three, on pages of nine lines and of six.
    """
    masters = """\
  nine: {frames: [{name: text, holds: text, style: body, box: {columns: 1-2, lines: 1-9}}]}
  six: {frames: [{name: text, holds: text, style: body, box: {columns: 1-2, lines: 1-6}}]}
"""
    layout = layout_of(tmp_path, masters, "  - {part: section, sequences: [{masters: [nine, six]}]}\n")
    content = brochure(section(*(with_commas(53, line) for line in range(1, 6))))
    assert codes(pages_of(content, layout)) == [("pagination/overset", Severity.ERROR)]
    tight = pages_of(content, replace(layout, fit=(FitRule(step="tighten", most=5),)))
    assert codes(tight) == [("pagination/tightened", Severity.NOTE)]
    assert "5" in tight.findings[0].message.en
    assert paid(tight, "looseness") > 0


# ---------------------------------------------------------------- pages asked for

COUNTS = """\
  - part: section
    sequences:
      - {name: one, masters: [below]}
      - {name: two, masters: [text, plate], cost: 5}
"""
PLATE = "  plate: {frames: [{name: picture, holds: photo, style: bare, box: {columns: 1-2, lines: 1-10}}]}\n"


@pytest.mark.parametrize("wanted", [3, 4, 5, 6])
def test_as_many_pages_as_are_asked_for(wanted: int, tmp_path: Path) -> None:
    """Three sections of one or two pages each make any number from three to six."""
    layout = layout_of(tmp_path, MASTERS + PLATE, COUNTS)
    content = brochure(*(section(photo("a.jpg"), paragraph(60), slug=f"s{n}") for n in range(3)))
    result = pages_of(replace(content, pages=wanted), layout)
    assert (len(result.pages), result.findings) == (wanted, ())


def test_a_number_out_of_reach_is_a_warning_at_its_place(tmp_path: Path) -> None:
    """Seven pages cannot be had: the nearest is made, and the line that asks is named."""
    layout = layout_of(tmp_path, MASTERS + PLATE, COUNTS)
    content = brochure(*(section(photo("a.jpg"), paragraph(60), slug=f"s{n}") for n in range(3)))
    result = pages_of(replace(content, pages=7, pages_at=at(3)), layout)
    assert len(result.pages) == 6
    assert [(finding.code, finding.span) for finding in result.findings] == [("pagination/page-count", at(3))]


def test_rules_serve_the_number_of_pages_too(tmp_path: Path) -> None:
    """A section that runs to a second page by a line fits on one when its picture may be lower."""
    plan = "  - {part: section, sequences: [{masters: [below], then: [text]}]}\n"
    layout = replace(layout_of(tmp_path, MASTERS, plan), fit=(SMALLER,))
    content = brochure(section(photo("a.jpg"), paragraph(LINE * 8 - 2)))
    assert len(pages_of(content, layout).pages) == 2
    one = pages_of(replace(content, pages=1), layout)
    assert len(one.pages) == 1
    assert codes(one) == [("pagination/smaller-picture", Severity.NOTE)]
