"""Every shipped content in layouts it was not written for: its sections as handouts, and the whole."""

from functools import cache
from pathlib import Path
from typing import Final

import pytest

from brochure.content import Handout, Whole, load_brochure
from brochure.diagnostics import Severity
from brochure.display import GlyphRun, Panel, Shape
from brochure.press import Cache, Job, Proofed, proof
from brochure.shipped import shelf

CONTENTS: Final = sorted(shelf("content").glob("*.yaml"))
LAYOUTS: Final = ("", *sorted(path.stem for path in shelf("layouts").glob("*.yaml")))


def sections() -> list[tuple[Path, str]]:
    """Each section of each content."""
    return [(path, section.slug) for path in CONTENTS for section in load_brochure(path, path.name).sections]


@cache
def proofed(path: Path, section: str, layout: str = "") -> Proofed:
    """The handout of *section*, set, paged and checked."""
    job = Job(content=path, shown_as=path.name, layout=layout, edition=Handout(section))
    return proof(job, Cache(None))


def words(handout: Proofed) -> list[str]:
    """The words of each page, without blanks."""
    return [
        "".join(mark.text for mark in page.display.marks if isinstance(mark, GlyphRun)).replace(" ", "")
        for page in handout.pagination.pages
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("path", "section"), sections(), ids=lambda value: getattr(value, "stem", value))
def test_every_section_prints_in_every_layout(path: Path, section: str, layout: str) -> None:
    """No error: every theme, band, table, list and title finds a place; the section's title is printed."""
    handout = proofed(path, section, layout)
    assert [finding for finding in handout.findings if finding.severity is Severity.ERROR] == []
    title = handout.brochure.sections[0].title.text.replace(" ", "")
    assert title in "".join(words(handout))


@pytest.mark.parametrize("layout", ["civic-16k", "report-a4"])
@pytest.mark.parametrize("path", CONTENTS, ids=lambda path: path.stem)
def test_every_brochure_prints_in_the_layouts_for_long_ones(path: Path, layout: str) -> None:
    """Whole brochures written for other layouts find a place for everything, whatever their themes and
    openings are called.
    """
    job = Job(content=path, shown_as=path.name, layout=layout, edition=Whole())
    found = proof(job, Cache(None)).findings
    assert [finding for finding in found if finding.severity is Severity.ERROR] == []


SPECIMEN: Final = shelf("content") / "handout.yaml"


def test_the_specimen_shows_strip_contact_and_code() -> None:
    """The occasion stands in the strip, not the brochure's title; contact and date at the last page's foot
    alone; one page has no folio, two have; the code is there.
    """
    (single,) = words(proofed(SPECIMEN, "opening"))
    first, last = words(proofed(SPECIMEN, "building"))
    lines = load_brochure(SPECIMEN).handout
    strip, contact = (text.replace("\u3000", "") for text in (lines.strip, lines.contact))
    assert single.replace("\u3000", "").startswith(strip)
    assert first.replace("\u3000", "").startswith(strip)
    assert [contact in page.replace("\u3000", "") for page in (single, first, last)] == [True, False, True]
    assert ["2024年11月30日" in page for page in (single, first, last)] == [True, False, True]
    assert [page[-3:] in ("1/2", "2/2") for page in (single, first, last)] == [False, True, True]
    marks = proofed(SPECIMEN, "opening").pagination.pages[0].display.marks
    assert any(isinstance(mark, Shape) and mark.module for mark in marks)


def test_a_reference_to_the_other_section_says_its_title() -> None:
    """What is not in the handout is named, not numbered."""
    assert "见《河湾步道全线贯通》" in words(proofed(SPECIMEN, "building"))[-1]


def test_a_section_of_unknown_colour_is_neutral() -> None:
    """A section without a theme, or with one of another layout, has the handout's neutral strip."""
    for name, section in (("report", "schools"), ("trifold", "city"), ("gallery", "lilac")):
        handout = proofed(shelf("content") / f"{name}.yaml", section, "handout-a4")
        strip = next(mark for mark in handout.pagination.pages[0].display.marks if isinstance(mark, Panel))
        assert strip.ink == handout.layout.theme("slate").inks["main"]


def test_headings_stand_in_the_outline() -> None:
    """Under the section's title, on the pages where they stand."""
    outlines = proofed(SPECIMEN, "building").pagination.outlines
    assert [(entry.level, entry.page) for entry in outlines] == [(1, 1), (2, 2), (2, 2), (2, 2)]
    assert [entry.title for entry in outlines][1:] == ["先修断的地方", "旧料怎么用", "还差什么"]


def test_a_trifold_of_a_section_has_both_sides() -> None:
    """The outside first, a right-hand page with the section's title, then the inside."""
    handout = proofed(SPECIMEN, "opening", "trifold-a4")
    assert [page.master for page in handout.pagination.pages] == ["face-plain", "spread"]
    outside, inside = words(handout)
    assert "河湾步道全线贯通" in outside
    assert "0000-0000000" in outside
    assert "驿站6座" in inside


LONG: Final = """\
slug: long
title: 小册
cover: {}
handout_layout: handout-a4
sections:
  - slug: answers
    title: 答记者问
    blocks:
"""


def long_handout(folder: Path, questions: int, characters: int, more: str = "") -> Proofed:
    """A section of so many headings, each with a paragraph of so many characters, *more* before them."""
    text = "步道修通以后，养护交给沿岸的街道，每段有名有姓，牌子上写着电话。" * (characters // 30)
    numbers = "一二三四五六七八"[:questions]
    blocks = "".join(f"      - heading: 第{number}问\n      - {text}\n" for number in numbers)
    path = folder / "long.yaml"
    path.write_text(LONG + more + blocks, encoding="utf-8")
    return proof(Job(content=path, shown_as="long.yaml", edition=Handout("answers")), Cache(None))


def test_a_long_handout_lists_its_headings(tmp_path: Path) -> None:
    """Three pages: the first lists the headings with the pages they stand on."""
    handout = long_handout(tmp_path, 6, 500)
    pages = handout.pagination.pages
    assert len(pages) >= 3
    assert handout.findings == ()
    assert pages[0].master == "opening"
    headings = [entry for entry in handout.pagination.outlines if entry.level == 2]
    listed = "".join(f"{entry.page}{entry.title}" for entry in headings)
    assert listed in words(handout)[0]


def test_a_short_handout_lists_nothing(tmp_path: Path) -> None:
    """Two pages with headings need no list of them, and a long text without headings has none to give."""
    for handout, pages in ((long_handout(tmp_path, 6, 270), 2), (long_handout(tmp_path, 2, 1600), 3)):
        assert len(handout.pagination.pages) == pages
        frames = {place.frame for page in handout.pagination.pages for place in page.placements}
        assert "contents" not in frames


def test_a_long_handout_keeps_its_picture_and_its_code_for_the_last_page(tmp_path: Path) -> None:
    """The picture opens it, the list of headings below; the code stands on the last page, wherever it is
    written.
    """
    more = (
        "      - photo: {file: xining/wetland.jpg, caption: 湿地, kind: illustration}\n"
        "      - qr: https://www.example.org\n"
    )
    pages = long_handout(tmp_path, 6, 500, more).pagination.pages
    frames = [{place.frame for place in page.placements} for page in pages]
    assert {"picture", "contents"} <= frames[0]
    assert ["code" in named for named in frames] == [False] * (len(pages) - 1) + [True]
