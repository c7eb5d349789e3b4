"""Glyphs read back from page content: operators, fonts, text; and against a reader we did not write."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from brochure.diagnostics import BrochureError
from brochure.inspection.composition import reread_lines
from brochure.inspection.composition.cmaps import read_cmap
from brochure.inspection.composition.embedded import EmbeddedFont
from brochure.inspection.composition.glyphs import Glyph, page_glyphs
from brochure.inspection.composition.programs import compact_ink, truetype_ink
from tests.inspection.composition.manuscripts import paragraphs
from tests.inspection.composition.printing import hand_set, page_of, printed, set_paragraph, song

SPECIMEN = printed([[hand_set("甲乙丙丁", 0)]])
"""Four characters, codes 1 to 4, each an em wide."""


def _glyphs(pdf: bytes) -> list[Glyph]:
    with pikepdf.open(BytesIO(pdf)) as document:
        fonts: dict[object, EmbeddedFont] = {}
        found = [glyph for page in document.pages for glyph in page_glyphs(page, fonts)]
        for glyph in found:
            glyph.font.ink(glyph.code)  # read while the file is open
        return found


def _with_content(content: str, change: Callable[[pikepdf.Pdf], None] | None = None) -> bytes:
    """The specimen with other page *content*; its font is called /F1 and its page 120 × 80 points and
    more.
    """
    with pikepdf.open(BytesIO(SPECIMEN)) as document:
        page = document.pages[0]
        (font,) = page.Resources.Font.keys()
        page.Contents = document.make_stream(content.replace("/F1", font).encode())
        if change:
            change(document)
        out = BytesIO()
        document.save(out)
        return out.getvalue()


def _places(
    content: str, change: Callable[[pikepdf.Pdf], None] | None = None
) -> list[tuple[str, float, float]]:
    """Texts with their origins in PDF space."""
    pdf = _with_content(content, change)
    with pikepdf.open(BytesIO(pdf)) as document:
        high = float(document.pages[0].trimbox[3])
    return [(glyph.text, round(glyph.x, 3), round(high - glyph.y, 3)) for glyph in _glyphs(pdf)]


@pytest.mark.parametrize(
    ("content", "places"),
    [
        ("BT /F1 10 Tf 5 20 Td <00010002> Tj ET", [("甲", 5, 20), ("乙", 15, 20)]),
        ("BT /F1 10 Tf 5 20 Td [<0001> -500 <0002>] TJ ET", [("甲", 5, 20), ("乙", 20, 20)]),
        ("BT /F1 10 Tf 2 Tc 5 20 Td <00010002> Tj ET", [("甲", 5, 20), ("乙", 17, 20)]),
        ("BT /F1 10 Tf 50 Tz 5 20 Td <00010002> Tj ET", [("甲", 5, 20), ("乙", 10, 20)]),
        ("BT /F1 10 Tf 12 TL 5 40 Td <0001> Tj T* <0002> Tj ET", [("甲", 5, 40), ("乙", 5, 28)]),
        ("BT /F1 10 Tf 12 TL 5 40 Td <0001> Tj <0002> ' ET", [("甲", 5, 40), ("乙", 5, 28)]),
        ('BT /F1 10 Tf 12 TL 5 40 Td 0 3 <00010002> " ET', [("甲", 5, 28), ("乙", 18, 28)]),
        ("BT /F1 10 Tf 5 40 TD 0 -9 TD <0001> Tj T* <0002> Tj ET", [("甲", 5, 31), ("乙", 5, 22)]),
        ("BT /F1 10 Tf 4 Ts 5 20 Td <0001> Tj ET", [("甲", 5, 24)]),
        ("q 2 0 0 2 10 0 cm BT /F1 10 Tf 5 10 Td <0001> Tj ET Q BT /F1 10 Tf 5 9 Td <0002> Tj ET",
         [("甲", 20, 20), ("乙", 5, 9)]),
        ("BT /F1 10 Tf 0 1 -1 0 20 20 Tm <00010002> Tj ET", [("甲", 20, 20), ("乙", 20, 30)]),
        ("BT /F1 10 Tf 3 Tr 5 20 Td <0001> Tj 0 Tr <0002> Tj ET", [("乙", 15, 20)]),
        ("BT /F1 10 Tf 5 20 Td /Span <</ActualText (AB)>> BDC <00010002> Tj EMC <0003> Tj ET",
         [("AB", 5, 20), ("", 15, 20), ("丙", 25, 20)]),
        ("BT /F1 10 Tf 5 20 Td /P <</MCID 0>> BDC <0001> Tj EMC /Artifact BMC <0002> Tj EMC ET",
         [("甲", 5, 20), ("乙", 15, 20)]),
        ("BT /F1 10 Tf -50 20 Td <0001> Tj ET", []),
    ],
)  # fmt: skip
def test_the_pen_is_followed(content: str, places: list[tuple[str, float, float]]) -> None:
    """Every text operator moves the pen as ISO 32000-1 9.4 says; what is unseen or off the trim is left
    out.
    """
    assert _places(content) == places


def test_forms_are_entered() -> None:
    """Text inside a form XObject stands where matrix and current matrix put it."""

    def add_form(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        (font,) = page.Resources.Font.keys()
        form = document.make_stream(f"BT {font} 10 Tf 5 5 Td <0001> Tj ET".encode())
        form.Subtype = pikepdf.Name.Form
        form.Matrix = [1, 0, 0, 1, 10, 0]
        form.Resources = page.Resources
        page.Resources.XObject = pikepdf.Dictionary(Fm=form)

    assert _places("q 1 0 0 1 0 20 cm /Fm Do Q", add_form) == [("甲", 15, 25)]


def test_a_vertical_font_moves_the_pen_down() -> None:
    """Under Identity-V the pen goes down by an em and glyphs stand centred on it (ISO 32000-1, 9.7.4.3)."""

    def turn(document: pikepdf.Pdf) -> None:
        for font in document.pages[0].Resources.Font.values():
            font.Encoding = pikepdf.Name("/Identity-V")

    assert _places("BT /F1 10 Tf 30 60 Td <00010002> Tj ET", turn) == [("甲", 25, 51.2), ("乙", 25, 41.2)]


def test_helped_faces_are_told() -> None:
    """A stroked outline and a slanting matrix are noticed, a plain turn is not."""
    faked = [glyph.faked for glyph in _glyphs(_with_content(
        "BT /F1 10 Tf 2 Tr 5 20 Td <0001> Tj 0 Tr 1 0 0.3 1 20 20 Tm <0002> Tj 0 1 -1 0 50 20 Tm <0003> Tj ET"
    ))]  # fmt: skip
    assert faked == ["bold", "slant", ""]


def test_cmaps_of_every_form_are_read() -> None:
    """bfchar, bfrange with a start and with an array, surrogates, codes of one byte, CID ranges."""
    cmap = read_cmap(
        b"1 begincodespacerange <00> <7F> endcodespacerange"
        b" 1 begincodespacerange <8000> <FFFF> endcodespacerange"
        b" 2 beginbfchar <01> <4E00> <8001> <D842DFB7> endbfchar"
        b" 2 beginbfrange <10> <12> <0041> <20> <21> [<0058> <00590059>] endbfrange"
        b" 1 begincidrange <8100> <8102> 7 endcidrange"
    )
    assert [cmap.texts[code] for code in (0x01, 0x8001, 0x10, 0x12, 0x20, 0x21)] == [
        "一",
        "𠮷",
        "A",
        "C",
        "X",
        "YY",
    ]
    assert list(cmap.codes(b"\x01\x80\x01\x10")) == [0x01, 0x8001, 0x10]
    assert cmap.cids[0x8102] == 9


def test_the_ink_is_that_of_the_font() -> None:
    """The box of every glyph read from the embedded program is the one the face itself states."""
    for glyph in _glyphs(printed([[hand_set("永，。“—…Ag8", 0)]])):
        left, foot, right, top = song().bounds(song().shape(glyph.text).glyphs[0])
        ink = glyph.font.ink(glyph.code)
        assert ink is not None
        assert tuple(round(edge * 1000) for edge in ink) == (left, foot, right, top)


def test_the_ink_of_compact_fonts_is_drawn() -> None:
    """A CFF program gives the box of its outlines; a blank glyph has none; a TrueType reader refuses it."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.t2CharStringPen import T2CharStringPen

    pen = T2CharStringPen(1000, None)
    pen.moveTo((100, -20))
    for corner in ((900, -20), (900, 700), (100, 700)):
        pen.lineTo(corner)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "box"])
    blank = T2CharStringPen(500, None).getCharString()
    builder.setupCFF("Box", {}, {".notdef": blank, "box": pen.getCharString()}, {})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "box": (1000, 100)})
    builder.setupHorizontalHeader()
    builder.setupNameTable({})
    builder.setupCharacterMap({0x41: "box"})
    builder.setupOS2()
    builder.setupPost()
    out = BytesIO()
    builder.save(out)
    ink = compact_ink(out.getvalue())
    assert ink(1) == (0.1, -0.02, 0.9, 0.7)
    blank_ink = ink(0)
    assert blank_ink is not None
    assert blank_ink.empty
    with pytest.raises(ValueError):
        truetype_ink(out.getvalue())


def test_pdfium_sees_the_same() -> None:
    """Of three paragraphs of every kind pdfium finds the same characters at the same origins."""
    pdf = printed([page_of(set_paragraph(text, 20) for text in paragraphs(3, seed=5))])
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text = page.get_textpage()
    high = page.get_height()
    seen = {}
    for index in range(text.count_chars()):
        x, y = pdfium.c_double(), pdfium.c_double()
        if pdfium.FPDFText_IsGenerated(text, index) or not pdfium.FPDFText_GetCharOrigin(text, index, x, y):
            continue
        seen[round(x.value, 1), round(high - y.value, 1)] = chr(pdfium.FPDFText_GetUnicode(text, index))
    told = [glyph for glyph in _glyphs(pdf) if len(glyph.text) == 1 and glyph.text.strip()]
    assert len(told) > 300
    for glyph in told:
        around = (-0.05, 0, 0.05)
        near = [seen.get((round(glyph.x + dx, 1), round(glyph.y + dy, 1))) for dx in around for dy in around]
        assert glyph.text in near, glyph.text
    document.close()


def test_broken_files_are_refused_and_loops_end() -> None:
    """What is no PDF, or misses what it refers to, is one error; a form that shows itself comes to an end."""
    for broken in (b"no pdf", SPECIMEN[:400], _with_content("BT /Nowhere 10 Tf <0001> Tj ET")):
        with pytest.raises(BrochureError) as refused:
            reread_lines(broken)
        assert [found.code for found in refused.value.findings] == ["inspection/unreadable-file"]

    def add_loop(document: pikepdf.Pdf) -> None:
        form = document.make_indirect(document.make_stream(b"/Fm Do"))
        form.Subtype = pikepdf.Name.Form
        form.Resources = document.make_indirect(pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm=form)))
        document.pages[0].Resources.XObject = pikepdf.Dictionary(Fm=form)

    assert _places("/Fm Do", add_loop) == []
