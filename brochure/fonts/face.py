"""A face: one weight of one family, its measures, its characters and its glyphs."""

import struct
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import uharfbuzz as hb

from brochure.diagnostics import Span
from brochure.fonts.gate import check_font
from brochure.fonts.shape import Direction, Shaped, shape

Bounds: TypeAlias = tuple[int, int, int, int]

EM_ASCENT, EM_DESCENT = 0.88, 0.12
"""The ideographic em box about the baseline, as the BASE table of the Noto CJK families has it."""


class FaceLike(Protocol):
    """What the rooms ask of a face; `Face` and the square face of the tests both answer."""

    @property
    def name(self) -> str:
        """PostScript name."""

    @property
    def digest(self) -> str:
        """SHA-256 of the font file in hex: stands for the face in every cache key."""

    @property
    def units_per_em(self) -> int:
        """Font units in one em."""

    @property
    def ascent(self) -> float:
        """Top of the em box above the baseline, in em."""

    @property
    def descent(self) -> float:
        """Foot of the em box below the baseline, in em, positive."""

    @property
    def cap_height(self) -> float:
        """Height of H, in em."""

    @property
    def x_height(self) -> float:
        """Height of x, in em."""

    def covers(self, char: str) -> bool:
        """Whether the face has a glyph of its own for this one character."""

    def shape(self, text: str, features: tuple[str, ...] = (), direction: Direction = "ltr") -> Shaped:
        """The glyphs of a run; glyph 0 where a character is not covered."""

    def advance(self, glyph: int) -> int:
        """Horizontal advance as the font file has it, in font units."""

    def bounds(self, glyph: int) -> Bounds:
        """The ink's box (x_min, y_min, x_max, y_max) in font units; four zeros for a blank glyph."""


class Faces(Protocol):
    """Where rooms get their faces: `FontLibrary`, or the squares of the tests."""

    def face(self, family: str, weight: int, span: Span | None = None) -> FaceLike:
        """The face of *family* at *weight*, asked for at *span*; `BrochureError` where there is none."""


class Face:
    """One TrueType file, opened once and read where it lies."""

    def __init__(self, path: Path, digest: str | None = None) -> None:
        """Take the file at *path*; without a recorded *digest* its bytes are read, checked and hashed now.

        A face of the shipped shelf brings its digest from `fonts.yaml` and is only mapped: hashing the
        shelf would cost more than shaping the brochure, so `FontLibrary.verify` does it on request. An
        author's file may be replaced while we work, and a mapped file cut short kills the process: it is
        copied into memory once. Raises `BrochureError` where the gate refuses the file, `OSError` where it
        cannot be read.
        """
        self.path = path
        if digest is None:
            content = path.read_bytes()
            check_font(content, path.name)
            self.digest = sha256(content).hexdigest()
            self.program = hb.Face(hb.Blob(content))
        else:
            self.digest = digest

    def __repr__(self) -> str:
        return f"Face({self.path.name!r})"

    @cached_property
    def program(self) -> Any:
        """The `uharfbuzz.Face`; for this room only."""
        return hb.Face(hb.Blob.from_file_path(str(self.path)))

    @cached_property
    def font(self) -> Any:
        """The `uharfbuzz.Font` at one unit per font unit; for this room only."""
        return hb.Font(self.program)

    @cached_property
    def name(self) -> str:
        """PostScript name, in the characters PostScript allows (OpenType 1.9, name ID 6)."""
        written = str(self.program.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.path.stem)
        allowed = "".join(char for char in written if "!" <= char <= "~" and char not in "[](){}<>/%")
        return allowed[:63] or f"Font-{self.digest[:8]}"

    @cached_property
    def units_per_em(self) -> int:
        """Font units in one em."""
        return int(self.program.upem)

    @cached_property
    def script(self) -> str:
        """The script runs are tagged with: Han, or Latin for a face without Han characters."""
        return "Hani" if self.covers("一") else "Latn"

    @cached_property
    def _os2(self) -> bytes:
        return bytes(self.program.reference_table("OS/2").data)

    def _os2_measure(self, offset: int) -> float:
        """One signed measure of the OS/2 table, in em."""
        (units,) = struct.unpack_from(">h", self._os2, offset)
        return float(units) / self.units_per_em

    def _letter_height(self, offset: int, letter: str) -> float:
        """A height of the OS/2 table, in em; where it has none (before version 2), the ink of *letter*."""
        (version,) = struct.unpack_from(">H", self._os2)
        recorded = self._os2_measure(offset) if version > 1 and len(self._os2) >= offset + 2 else 0.0
        glyph = self.glyph(letter)
        return recorded or (self.bounds(glyph)[3] / self.units_per_em if glyph else 0.0)

    @cached_property
    def ascent(self) -> float:
        """Top of the em box above the baseline, in em.

        The typographic ascender where ascender and descender make up one em, as they do in Han fonts;
        otherwise the common em box. Never hhea, whose values are for line spacing on screens.
        """
        ascender, descender = self._os2_measure(68), self._os2_measure(70)
        return ascender if abs(ascender - descender - 1) < 0.001 else EM_ASCENT

    @cached_property
    def descent(self) -> float:
        """Foot of the em box below the baseline, in em, positive."""
        return 1 - self.ascent

    @cached_property
    def cap_height(self) -> float:
        """Height of H, in em."""
        return self._letter_height(88, "H")

    @cached_property
    def x_height(self) -> float:
        """Height of x, in em."""
        return self._letter_height(86, "x")

    def glyph(self, char: str) -> int | None:
        """The glyph the character map gives for one character, before any shaping."""
        glyph = self.font.get_nominal_glyph(ord(char))
        return int(glyph) if glyph else None

    def covers(self, char: str) -> bool:
        """Whether the face has a glyph of its own for this one character."""
        return bool(self.font.get_nominal_glyph(ord(char)))

    def shape(self, text: str, features: tuple[str, ...] = (), direction: Direction = "ltr") -> Shaped:
        """The glyphs of a run, language zh-Hans; glyph 0 where a character is not covered."""
        return shape(self.font, text, features, direction, self.script)

    def advance(self, glyph: int) -> int:
        """Horizontal advance as the font file has it, in font units."""
        return int(self.font.get_glyph_h_advance(glyph))

    def bounds(self, glyph: int) -> Bounds:
        """The ink's box (x_min, y_min, x_max, y_max) in font units; four zeros for a blank glyph."""
        ink = self.font.get_glyph_extents(glyph)
        if ink is None:
            return (0, 0, 0, 0)
        left, top = int(ink.x_bearing), int(ink.y_bearing)
        return (left, top + int(ink.height), left + int(ink.width), top)
