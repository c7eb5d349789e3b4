"""Subsets hold the glyphs asked for, unchanged, and nothing else."""

import io

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.fonts import subset
from tests.fonts.shelf import FIGURES, HAN, SHELF, SONG, face

TEXT = "西宁，河湟谷地——98%……"


@pytest.mark.parametrize("file", [*HAN, *FIGURES])
def test_glyphs_keep_outline_and_width(file: str) -> None:
    """Every glyph of the run is in the program, under its new number, point for point."""
    glyphs = face(file).shape(TEXT).glyphs
    part = subset(face(file), glyphs)
    whole, cut = TTFont(io.BytesIO((SHELF / file).read_bytes()), lazy=True), TTFont(io.BytesIO(part.program))
    for glyph in {*glyphs} - {0}:
        old, new = whole.getGlyphName(glyph), cut.getGlyphName(part.mapping[glyph])
        assert cut["hmtx"][new] == whole["hmtx"][old]
        assert cut["glyf"][new].getCoordinates(cut["glyf"]) == whole["glyf"][old].getCoordinates(
            whole["glyf"]
        )


def test_program_holds_only_what_a_pdf_needs() -> None:
    """Six tables, glyph 0 and the glyphs asked for."""
    glyphs = set(face(SONG).shape(TEXT).glyphs)
    part = subset(face(SONG), glyphs)
    cut = TTFont(io.BytesIO(part.program))
    assert {*cut.keys()} - {"GlyphOrder"} == {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    assert set(part.mapping) == {0, *glyphs}
    assert part.mapping[0] == 0
    assert cut["maxp"].numGlyphs == len(set(part.mapping.values())) == len(glyphs) + 1


@settings(max_examples=20)
@given(st.permutations(list(TEXT)))
def test_order_does_not_matter(chars: list[str]) -> None:
    """The same glyphs give the same bytes, in whatever order the pages used them."""
    glyphs = [face(SONG).shape(char).glyphs[0] for char in chars]
    assert subset(face(SONG), glyphs) == subset(face(SONG), sorted(glyphs))


def test_nothing_used_is_still_a_font() -> None:
    """A face no page used makes a program of glyph 0 alone."""
    assert dict(subset(face(SONG), ()).mapping) == {0: 0}
