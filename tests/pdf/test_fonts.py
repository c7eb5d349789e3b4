"""Composite fonts: codes, widths, text."""

import re
from io import BytesIO

import pikepdf
import pytest

from brochure.diagnostics import BrochureError
from brochure.pdf import fonts
from brochure.pdf.fonts import CodedFace, subset_tag, to_unicode, width_array
from tests.pdf.specimen import face, line, one_page, specimen
from tests.square import SQUARE


def test_a_code_stands_for_glyph_and_text() -> None:
    """The same glyph shown for another character gets a code of its own, the same pair never a second one."""
    coded = CodedFace("F1", SQUARE)
    assert coded.code(45, "-") == ("0001", 500)
    assert coded.code(45, "\u2011") == ("0002", 500)
    assert coded.code(45, "-") == ("0001", 500)
    assert coded.code(0x4E00, "一") == ("0003", 1000)


def test_a_face_with_more_pairs_than_codes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fourth pair of a font of three codes is an error that names the face."""
    monkeypatch.setattr(fonts, "_LAST_CODE", 3)
    coded = CodedFace("F1", SQUARE)
    for char in "一二三":
        coded.code(ord(char), char)
    with pytest.raises(BrochureError) as caught:
        coded.code(ord("四"), "四")
    assert [finding.code for finding in caught.value.findings] == ["pdf/too-many-glyphs"]
    assert "Square-Regular" in caught.value.findings[0].message.zh


def test_only_unusual_widths_are_listed() -> None:
    """Of five codes the second, third and fifth are not one em wide."""
    assert width_array([1000, 500, 250.5, 1000, 2000], 1000) == "[2 [500 250.5] 5 [2000]]"
    assert width_array([1000, 1000], 1000) == "[]"


def test_text_is_written_in_utf16() -> None:
    """A pair of dashes is two characters of one code, a character beyond the first plane a surrogate pair."""
    cmap = to_unicode(["——", "𠮷", ""]).decode()
    assert "<0001> <20142014>\n<0002> <D842DFB7>\n<0003> <200B>\nendbfchar" in cmap


def test_blocks_of_the_cmap_hold_a_hundred_entries() -> None:
    """Two hundred and one codes are blocks of 100, 100 and 1."""
    assert re.findall(rb"(\d+) beginbfchar", to_unicode(["字"] * 201)) == [b"100", b"100", b"1"]


def test_the_subset_tag_follows_the_glyphs() -> None:
    """Six capitals: the same for the same glyphs, others for others."""
    tags = {subset_tag(face("NotoSansSC-Bold"), glyphs) for glyphs in ([1, 2], [1, 2], [1, 3])}
    assert len(tags) == 2
    assert all(re.fullmatch("[A-Z]{6}", tag) for tag in tags)


def test_the_program_holds_the_glyphs_shown_and_no_more() -> None:
    """A page of two characters embeds .notdef and two glyphs; the codes lead to the two."""
    with pikepdf.open(BytesIO(one_page(line("西宁西", 30, 40)))) as pdf:
        font = next(iter(pdf.pages[0].Resources.Font.values())).DescendantFonts[0]
        program = bytes(font.FontDescriptor.FontFile2.read_bytes())
        assert int(font.FontDescriptor.FontFile2.Length1) == len(program)
        places = bytes(font.CIDToGIDMap.read_bytes())
    assert sorted(places[i] * 256 + places[i + 1] for i in range(0, len(places), 2)) == [0, 1, 2]


def test_the_descriptor_speaks_of_the_face() -> None:
    """Ascent, descent and box are the face's own, in thousandths of an em; the name bears the tag."""
    with pikepdf.open(BytesIO(specimen())) as pdf:
        held = [font.DescendantFonts[0] for font in pdf.pages[0].Resources.Font.values()]
        for font in held:
            descriptor = font.FontDescriptor
            assert descriptor.FontName == font.BaseFont
            assert (int(descriptor.Ascent), int(descriptor.Descent)) == (880, -120)
            left, foot, right, top = (int(edge) for edge in descriptor.FontBBox)
            assert -300 < left < right <= 2100
            assert -300 < foot < top < 1100
        assert len({str(font.BaseFont) for font in held}) == 3
