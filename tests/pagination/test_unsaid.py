"""What the pages have no place for is told, not left out in silence."""

from dataclasses import replace
from pathlib import Path

from brochure.content.model import Cover, Credits, PhotoGroup
from brochure.diagnostics import Severity
from brochure.layout import Layout
from tests.pagination.layouts import layout_of
from tests.pagination.pages import at, brochure, paragraph, photo, section, told_pages_of

MASTERS = """\
  cover: {frames: [{name: title, holds: brochure-title, style: title, box: {columns: 1-2, lines: 1-4}}WORDS]}
  page:
    frames: [{name: text, holds: text, style: body, box: {columns: 1-2, lines: 3-10}}TITLE]
    furniture: HEAD
"""
PLAN = """\
  - {part: back, sequences: [{masters: [cover]}]}
  - {part: cover, sequences: [{masters: [cover]}]}
  - {part: section, SPARE sequences: [{masters: [page]}]}
"""
TITLE = ", {name: title, holds: title, style: title, box: {columns: 1-2, lines: 1-2}}"
HEAD = """\
furniture:
  none: []
  running: [{name: head, holds: words, words: '{section}', style: small, box: {columns: 1, lines: 1-1}}]
"""


def layout_with(
    tmp_path: Path, *, title: str = TITLE, head: str = "none", words: str = "", spare: bool = False
) -> Layout:
    """A cover and pages of text, with a frame for the title, a running head, words on the cover, or none."""
    masters = MASTERS.replace("WORDS", words).replace("TITLE", title).replace("HEAD", head)
    plan = PLAN.replace("SPARE", "spare-photos: true," if spare else "")
    return layout_of(tmp_path, masters, plan, furniture=HEAD)


def codes(layout: Layout, *blocks: object, **given: object) -> list[str]:
    """What is found about a section of these *blocks*."""
    content = brochure(section(*(blocks or (paragraph(40),))))  # type: ignore[arg-type]
    found = told_pages_of(replace(content, **given), layout).findings  # type: ignore[arg-type]
    return [finding.code for finding in found]


def test_a_title_without_a_place_is_a_warning(tmp_path: Path) -> None:
    """A section whose title no frame takes; a frame for it, or a running head, is place enough."""
    assert codes(layout_with(tmp_path, title="")) == ["pagination/title-left-out"]
    assert codes(layout_with(tmp_path)) == []
    assert codes(layout_with(tmp_path, title="", head="running")) == []


def test_credits_without_a_place_are_told(tmp_path: Path) -> None:
    """The issuer and the cover's line print where words frames ask for them; else a note says so."""
    given = {"cover": Cover(line="2025年版"), "credits": Credits(issuer="示例市", span=at(3))}
    assert codes(layout_with(tmp_path), **given) == ["pagination/words-left-out"] * 2
    words = (
        ", {name: line, holds: words, words: '{line} {issuer}', style: small, box: {columns: 1, lines: 8-9}}"
    )
    assert codes(layout_with(tmp_path, words=words), **given) == []


def test_a_handout_need_not_print_the_credits(tmp_path: Path) -> None:
    """Without a cover it is a handout: its layout takes of the credits what it likes."""
    assert codes(layout_with(tmp_path), credits=Credits(issuer="示例市")) == []


def test_spared_pictures_are_told(tmp_path: Path) -> None:
    """Pictures and groups that may stay out are named one by one; without that leave they are errors."""
    pair = PhotoGroup(photos=(photo("a.jpg"), photo("b.jpg")), span=at(3))
    blocks = (paragraph(40), photo("c.jpg", 2), pair)
    assert codes(layout_with(tmp_path, spare=True), *blocks) == ["pagination/picture-left-out"] * 2
    found = told_pages_of(brochure(section(*blocks)), layout_with(tmp_path, spare=True)).findings
    assert [(finding.severity, finding.span) for finding in found] == [
        (Severity.NOTE, at(2)),
        (Severity.NOTE, at(3)),
    ]
    assert codes(layout_with(tmp_path), *blocks) == ["pagination/unplaced"] * 2
