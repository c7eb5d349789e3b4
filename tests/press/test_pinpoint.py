"""Findings about a few characters of a block."""

from dataclasses import replace
from pathlib import Path

from brochure.diagnostics import Span, Words, error
from brochure.press.pinpoint import pinpointed

LINES = "slug: a\ntext: 山高水长\n  日月同辉\nnote: 日\n"


def found(about: str, span: Span, tmp_path: Path) -> Span | None:
    """Where a finding about *about* in the block at *span* points."""
    path = tmp_path / "content.yaml"
    path.write_text(LINES, encoding="utf-8")
    finding = error("composition/missing-glyph", Words("", ""), span)
    (moved,) = pinpointed([replace(finding, about=about)], path, "content.yaml")
    return moved.span


def test_a_finding_points_at_its_characters(tmp_path: Path) -> None:
    """The first occurrence inside the block's own lines, not one before or after it."""
    block = Span("content.yaml", 2, 7, 3, 7)
    assert found("日", block, tmp_path) == Span("content.yaml", 3, 3, 3, 4)
    assert found("水长", block, tmp_path) == Span("content.yaml", 2, 9, 2, 11)


def test_a_finding_whose_characters_are_not_there_keeps_its_place(tmp_path: Path) -> None:
    """What was written as an escape, or in another file, is left at the block."""
    block = Span("content.yaml", 2, 7, 3, 7)
    assert found("风", block, tmp_path) == block
    elsewhere = Span("layout.yaml", 2, 7, 3, 7)
    assert found("日", elsewhere, tmp_path) == elsewhere
