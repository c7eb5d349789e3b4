"""The fonts of a file as its text uses them: bytes to codes, codes to text, width and ink."""

import re
from functools import cached_property
from typing import Any, Final

import pikepdf

from brochure.inspection.composition.cmaps import CMap, read_cmap
from brochure.inspection.composition.programs import Ink, InkOf, compact_ink, truetype_ink

_BYTES: Final = CMap(spaces=((1, 0, 0xFF),))
_SUBSET: Final = re.compile(r"^/?(?:[A-Z]{6}\+)?")
_MAC: Final = "/MacRomanEncoding"


class EmbeddedFont:
    """One font dictionary. *name* is its PostScript name without the subset tag."""

    def __init__(self, entries: pikepdf.Object) -> None:
        self.entries = entries
        self.composite = entries.get("/Subtype") == "/Type0"
        self.holder: Any = entries.DescendantFonts[0] if self.composite else entries
        self.name = _SUBSET.sub("", str(entries.get("/BaseFont", "")), count=1)
        self._inks: dict[int, Ink | None] = {}

    @cached_property
    def encoding(self) -> CMap:
        """How bytes become codes, and codes CIDs."""
        named = self.entries.get("/Encoding")
        if not self.composite:
            return _BYTES
        return read_cmap(bytes(named.read_bytes())) if isinstance(named, pikepdf.Stream) else CMap()

    @cached_property
    def vertical(self) -> bool:
        """Whether the pen moves downwards."""
        named = self.entries.get("/Encoding")
        if isinstance(named, pikepdf.Stream):
            return bool(int(named.get("/WMode", 0)))
        return self.composite and str(named).endswith("-V")

    @cached_property
    def texts(self) -> dict[int, str]:
        """What codes stand for: ToUnicode, and for simple fonts without it their encoding."""
        if "/ToUnicode" in self.entries and isinstance(self.entries.ToUnicode, pikepdf.Stream):
            return read_cmap(bytes(self.entries.ToUnicode.read_bytes())).texts
        return {} if self.composite else _simple_texts(self.entries)

    def text(self, code: int) -> str:
        """The text of *code*; U+FFFD when the file does not say."""
        return self.texts.get(code, "\ufffd")

    def cid(self, code: int) -> int:
        """The CID that *code* selects; the code itself under Identity."""
        return self.encoding.cids.get(code, code)

    def glyph(self, code: int) -> int:
        """The number of the glyph in the program, 0 for .notdef."""
        cid = self.cid(code)
        if self._places:
            return int.from_bytes(self._places[2 * cid : 2 * cid + 2])
        return cid

    @cached_property
    def _places(self) -> bytes:
        placed = self.holder.get("/CIDToGIDMap") if self.composite else None
        return bytes(placed.read_bytes()) if isinstance(placed, pikepdf.Stream) else b""

    @cached_property
    def _widths(self) -> dict[int, float]:
        if not self.composite:
            first = int(self.entries.get("/FirstChar", 0))
            return {first + at: float(width) for at, width in enumerate(self.entries.get("/Widths", ()))}
        return _width_array(list(self.holder.get("/W", ())))

    def width(self, code: int) -> float:
        """How far the pen moves after *code*, in em; downwards where the font is `vertical`."""
        if self.vertical:
            return float(self.holder.get("/DW2", (880, -1000))[1]) / -1000
        unit = float(self.entries.FontMatrix[0]) if "/FontMatrix" in self.entries else 0.001
        usual = float(self.holder.get("/DW", 1000)) if self.composite else 0.0
        return self._widths.get(self.cid(code), usual) * unit

    def lies_left(self, code: int) -> tuple[float, float]:
        """In a vertical font, from the pen to the glyph's own origin, in em: left and down."""
        head = float(self.holder.get("/DW2", (880, -1000))[0]) / 1000
        return self._widths.get(self.cid(code), float(self.holder.get("/DW", 1000))) / 2000, head

    @cached_property
    def _ink(self) -> InkOf | None:
        """Who knows the ink; nobody, when the program cannot be read here."""
        sheet = self.holder.get("/FontDescriptor", pikepdf.Dictionary())
        try:
            if "/FontFile2" in sheet:
                return truetype_ink(bytes(sheet.FontFile2.read_bytes()))
            if "/FontFile3" in sheet:
                data = bytes(sheet.FontFile3.read_bytes())
                return truetype_ink(data) if data[:4] == b"\0\1\0\0" else compact_ink(data)
        except (ValueError, KeyError, ImportError):
            return None
        return None

    def ink(self, code: int) -> Ink | None:
        """The ink of the glyph that *code* shows; ``None`` when it cannot be known."""
        if code not in self._inks:
            self._inks[code] = self._drawn(code)
        return self._inks[code]

    def _drawn(self, code: int) -> Ink | None:
        if self._ink is None or not self.composite:
            return None
        bare = "/FontFile3" in self.holder.get("/FontDescriptor", pikepdf.Dictionary())
        return self._ink(self.cid(code) if bare and not self._places else self.glyph(code))


def _width_array(entries: list[Any]) -> dict[int, float]:
    """The W array by CID: ``c [w …]`` or ``first last w`` (ISO 32000-1, 9.7.4.3)."""
    widths: dict[int, float] = {}
    at = 0
    while at + 1 < len(entries):
        first, second = int(entries[at]), entries[at + 1]
        if isinstance(second, pikepdf.Array):
            widths.update({first + place: float(width) for place, width in enumerate(second)})
            at += 2
        else:
            widths.update(dict.fromkeys(range(first, int(second) + 1), float(entries[at + 2])))
            at += 3
    return widths


def _simple_texts(entries: pikepdf.Object) -> dict[int, str]:
    """The texts of a simple font: a Latin code page, and the differences from it that name letters
    plainly.
    """
    encoding = entries.get("/Encoding")
    base = encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding
    page = "mac-roman" if base == _MAC else "cp1252"
    texts = {code: bytes([code]).decode(page, "replace") for code in range(0x20, 0x100)}
    code = 0
    for entry in encoding.get("/Differences", ()) if isinstance(encoding, pikepdf.Dictionary) else ():
        if isinstance(entry, pikepdf.Name):
            texts[code] = _named(str(entry)[1:])
            code += 1
        else:
            code = int(entry)
    return texts


def _named(name: str) -> str:
    """The text of a glyph name, as far as it says it itself: ``A``, ``uni4E00``, ``u1F600``, ``zero``."""
    if len(name) == 1:
        return name
    if found := re.fullmatch(r"(?:uni|u)([0-9A-F]{4,6})", name):
        return chr(int(found[1], 16))
    return _NAMES.get(name, "\ufffd")


_NAMES: Final = {
    "space": " ", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "comma": ",", "period": ".", "hyphen": "-", "percent": "%",
    "slash": "/", "colon": ":", "parenleft": "(", "parenright": ")", "quoteright": "’",
    "quotedblleft": "“", "quotedblright": "”", "endash": "–", "emdash": "—", "bullet": "•",
    "fi": "fi", "fl": "fl",
}  # fmt: skip
