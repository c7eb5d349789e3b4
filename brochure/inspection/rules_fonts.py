"""Rules for fonts: embedding, widths, glyphs, text (checks 29, 30, 32)."""

import re
import struct
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pikepdf

from brochure.diagnostics import Words
from brochure.inspection.evidence import Evidence, Fault, press_rule


def _fonts(evidence: Evidence) -> Iterator[pikepdf.Object]:
    """Every Type 0 font."""
    for _, made in evidence.objects:
        if isinstance(made, pikepdf.Dictionary) and made.get("/Subtype") == "/Type0":
            yield made


@press_rule(29, "font-embedding", "ISO 15930-7", Words("every font embedded as a subset", "字体应子集化嵌入"))
def font_embedding(evidence: Evidence) -> Iterator[Fault]:
    """Composite TrueType fonts with a subset tag and their program; none listed on a page that shows no
    text in it.
    """
    for _, made in evidence.objects:
        if not isinstance(made, pikepdf.Dictionary) or made.get("/Type") != "/Font":
            continue
        kind, base = str(made.get("/Subtype")), str(made.get("/BaseFont", ""))
        if kind not in ("/Type0", "/CIDFontType2"):
            yield Fault(f"{base} {kind}")
        elif kind == "/CIDFontType2" and "/FontFile2" not in made.get("/FontDescriptor", {}):
            yield Fault(f"{base} is not embedded")
        if not re.fullmatch(r"/[A-Z]{6}\+.+", base):
            yield Fault(f"{base} has no subset tag")
    shown: dict[int, set[Any]] = defaultdict(set)
    for where, painted in evidence.painted:
        if painted.font is not None:
            shown[where].add(painted.font.objgen)
    for number, page in evidence.pages:
        for key, font in page.resources.get("/Font", pikepdf.Dictionary()).items():
            if font.objgen not in shown[number]:
                yield Fault(f"{key} is not used", number)


@press_rule(
    30, "glyphs", "ISO 19005-2, 6.2.11.5", Words("glyphs and widths are the font's", "字形与字宽应与字体一致")
)
def glyphs(evidence: Evidence) -> Iterator[Fault]:
    """No shown code leads to .notdef or past the font's last glyph, and its width is the program's,
    within 1/1000 em.
    """
    shown: dict[Any, set[int]] = defaultdict(set)
    for _, painted in evidence.painted:
        if painted.font is not None:
            shown[painted.font.objgen].update(_codes(painted.shown))
    for font in _fonts(evidence):
        descendant = font.DescendantFonts[0]
        if "/FontFile2" not in descendant.get("/FontDescriptor", {}):
            continue
        advances = _advances(bytes(descendant.FontDescriptor.FontFile2.read_bytes()))
        places = bytes(descendant.CIDToGIDMap.read_bytes())
        widths = _widths(descendant)
        for code in sorted(shown[font.objgen]):
            place = int.from_bytes(places[2 * code : 2 * code + 2])
            if not 0 < place < len(advances):
                yield Fault(f"{font.BaseFont} code {code:04X}: glyph {place}")
            elif abs(widths.get(code, float(descendant.get("/DW", 1000))) - advances[place]) > 1:
                yield Fault(
                    f"{font.BaseFont} code {code:04X}: width {widths.get(code)} / {advances[place]:g}"
                )


def _codes(shown: bytes) -> Iterator[int]:
    return (code for (code,) in struct.iter_unpack(">H", shown))


def _widths(descendant: pikepdf.Object) -> dict[int, float]:
    """The W array, code by code (ISO 32000-1, 9.7.4.3: ``c [w …]`` or ``first last w``)."""
    widths: dict[int, float] = {}
    entries = list(descendant.get("/W", ()))
    while entries:
        first, second = int(entries.pop(0)), entries.pop(0)
        if isinstance(second, pikepdf.Array):
            widths.update({first + place: float(width) for place, width in enumerate(second)})
        else:
            widths.update(dict.fromkeys(range(first, int(second) + 1), float(entries.pop(0))))
    return widths


def _advances(program: bytes) -> list[float]:
    """The advance of every glyph of a TrueType program, in thousandths of an em."""
    count = struct.unpack_from(">H", program, 4)[0]
    tables = {
        tag: offset for tag, _, offset, _ in struct.iter_unpack(">4sIII", program[12 : 12 + 16 * count])
    }
    (em,) = struct.unpack_from(">H", program, tables[b"head"] + 18)
    (measured,) = struct.unpack_from(">H", program, tables[b"hhea"] + 34)
    (held,) = struct.unpack_from(">H", program, tables[b"maxp"] + 4)
    starts = range(tables[b"hmtx"], tables[b"hmtx"] + 4 * measured, 4)
    advances = [float(struct.unpack_from(">H", program, start)[0]) * 1000 / float(em) for start in starts]
    return [*advances, *advances[-1:] * (int(held) - len(advances))]


@press_rule(
    32, "to-unicode", "ISO 19005-2, 6.2.11.7", Words("every code has its text", "每个字码都应能还原成文字")
)
def to_unicode(evidence: Evidence) -> Iterator[Fault]:
    """ToUnicode for every code shown, without U+0000, U+FEFF, U+FFFE or half a surrogate pair."""
    shown: dict[Any, set[int]] = defaultdict(set)
    for _, painted in evidence.painted:
        if painted.font is not None:
            shown[painted.font.objgen].update(_codes(painted.shown))
    for font in _fonts(evidence):
        texts = _texts(bytes(font.ToUnicode.read_bytes())) if "/ToUnicode" in font else {}
        for code in sorted(shown[font.objgen]):
            try:
                text = texts[code].decode("utf-16-be")
            except (KeyError, UnicodeDecodeError):
                yield Fault(f"{font.BaseFont} code {code:04X}")
            else:
                if not text or set(text) & {"\0", "\ufeff", "\ufffe"}:
                    yield Fault(f"{font.BaseFont} code {code:04X} {text!r}")


def _texts(cmap: bytes) -> dict[int, bytes]:
    """The bfchar entries of a ToUnicode CMap."""
    return {
        int(code, 16): bytes.fromhex(text.decode())
        for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL)
        for code, text in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block)
    }


RULES = (font_embedding, glyphs, to_unicode)
