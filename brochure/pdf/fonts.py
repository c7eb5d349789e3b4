"""Composite fonts: Type 0 over CIDFontType2, Identity-H, with codes of our own.

A code stands for a glyph *and* the text it prints, and is allotted where the pair is first used. So page
content can be written before the subset exists, and characters that share a glyph (``-`` and U+2011) are
still copied out as themselves. CIDToGIDMap leads from the code to the glyph of the subset, ToUnicode to
the text.
"""

import struct
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from itertools import groupby
from typing import Any

from brochure.diagnostics import BrochureError, Words, error
from brochure.fonts import Face, FaceLike, subset
from brochure.pdf.document import Array, Dictionary, PressDocument, Text, name, number

_LAST_CODE = 0xFFFF
_NO_TEXT = "\u200b"  # zero width space: every code must have a text; that of this one is in an ActualText
_STEM = 80  # StemV only steers a substitute for a missing font; ours is embedded


class CodedFace:
    """One face of a file: its resource name, and the code and width of every glyph shown in it."""

    def __init__(self, key: str, face: FaceLike) -> None:
        self.key = key
        self.face = face
        self.codes: dict[tuple[int, str], tuple[str, float]] = {}

    def code(self, glyph: int, text: str) -> tuple[str, float]:
        """The four hex digits that show *glyph* as *text*, and its width in thousandths of an em.

        Raises `BrochureError` when the face shows more than 65,535 different pairs.
        """
        pair = (glyph, text)
        known = self.codes.get(pair)
        if known is None:
            if len(self.codes) == _LAST_CODE:
                raise BrochureError([_too_many_glyphs(self.face.name)])
            width = round(self.face.advance(glyph) * 1000 / self.face.units_per_em, 3)
            known = self.codes[pair] = (f"{len(self.codes) + 1:04X}", width)
        return known


def _too_many_glyphs(face: str) -> Any:
    return error(
        "pdf/too-many-glyphs",
        Words(
            f"the face {face} shows more than 65,535 different glyphs in one file",
            f"字体 {face} 在一个文件里用到的不同字形超过 65,535 个",
        ),
        suggestion=Words("print the sections as separate files", "请按章节分成几个文件"),
    )


def embed(document: PressDocument, face: Face, coded: CodedFace) -> Any:
    """A reference to the Type 0 font of *face* with the codes of *coded*: a subset of the glyphs shown."""
    glyphs = sorted({glyph for glyph, _ in coded.codes})
    cut = subset(face, glyphs)
    tag = subset_tag(face, glyphs)
    base = name(f"{tag}+{_plain(face.name)}")
    document.sign(base, *(f"{glyph}:{text}" for glyph, text in coded.codes))
    places = bytearray(2)
    for glyph, _ in coded.codes:
        places += struct.pack(">H", cut.mapping[glyph])
    widths = [width for _, width in coded.codes.values()]
    usual = max(Counter(widths).items(), key=lambda entry: (entry[1], entry[0]))[0]
    descendant = Dictionary(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": base,
            "CIDSystemInfo": Dictionary(
                {"Registry": Text("Adobe"), "Ordering": Text("Identity"), "Supplement": 0}
            ),
            "CIDToGIDMap": document.stream(bytes(places)),
            "DW": number(usual),
            "FontDescriptor": document.Reference(_descriptor(document, face, base, glyphs, cut.program)),
            "W": width_array(widths, usual),
        }
    )
    return document.Reference(
        Dictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": base,
                "Encoding": "/Identity-H",
                "DescendantFonts": Array([document.Reference(descendant)]),
                "ToUnicode": document.stream(to_unicode([text for _, text in coded.codes])),
            }
        )
    )


def subset_tag(face: Face, glyphs: Iterable[int]) -> str:
    """Six capitals that stand for this choice of glyphs (ISO 32000-1, 9.6.4)."""
    seed = int.from_bytes(sha256(f"{face.digest} {list(glyphs)}".encode()).digest()[:8])
    return "".join(chr(ord("A") + seed // 26**place % 26) for place in range(6))


def _plain(postscript_name: str) -> str:
    """The name as a PostScript name may be: printable ASCII without delimiters, 63 characters at most."""
    return "".join(char for char in postscript_name if char.isascii() and (char.isalnum() or char in "-_."))[
        :63
    ]


def _descriptor(document: PressDocument, face: Face, base: str, glyphs: list[int], program: bytes) -> Any:
    scale = 1000 / face.units_per_em
    left, bottom, right, top = zip(*(face.bounds(glyph) for glyph in glyphs), strict=True)
    return Dictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": base,
            "Flags": 4,  # symbolic: the codes are ours, not an encoding of letters
            "FontBBox": Array(
                [round(edge * scale) for edge in (min(left), min(bottom), max(right), max(top))]
            ),
            "ItalicAngle": 0,
            "Ascent": round(face.ascent * 1000),
            "Descent": -round(face.descent * 1000),
            "CapHeight": round(face.cap_height * 1000),
            "StemV": _STEM,
            "FontFile2": document.stream(program, {"Length1": len(program)}),
        }
    )


def width_array(widths: list[float], usual: float) -> str:
    """The W array: runs of neighbouring codes, from code 1, whose width is not the *usual* one."""
    parts = []
    for odd, run in groupby(enumerate(widths, 1), key=lambda entry: entry[1] != usual):
        if odd:
            entries = list(run)
            parts.append(f"{entries[0][0]} [{' '.join(number(width) for _, width in entries)}]")
    return f"[{' '.join(parts)}]"


def to_unicode(texts: list[str]) -> bytes:
    """The CMap from code 1 onward to *texts*, in UTF-16BE, 100 entries a block at most."""
    rows = [
        f"<{code:04X}> <{(text or _NO_TEXT).encode('utf-16-be').hex().upper()}>"
        for code, text in enumerate(texts, 1)
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for first in range(0, len(rows), 100):
        block = rows[first : first + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end", ""]
    return "\n".join(lines).encode()
