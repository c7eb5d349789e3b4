"""A face for sums: every character one em wide, so that answers are found by counting."""

import unicodedata

from brochure.diagnostics import Span
from brochure.fonts import Bounds, Direction, Shaped

EM = 1000
HALF = EM // 2
DASH, TWO_EM_DASH = 0x2014, 0x2E3A


class SquareFace:
    """Answers like `brochure.fonts.Face`, without a font file.

    A glyph's number is its character's code point. Han characters, their punctuation and every other
    character from U+0250 up are 1000 units wide; letters, digits, signs and the space below U+0250 are 500.
    The pair `——` is shaped as one glyph, number U+2E3A (two-em dash), 2000 wide, in the cluster of its
    first dash. The em box is 880 above and 120 below the baseline, H is 700 and x 500 high. Characters of
    *absent* are not covered and shape to glyph 0, 1000 wide. Features are ignored, as by a font without
    layout tables.
    """

    units_per_em = EM
    ascent, descent, cap_height, x_height = 0.88, 0.12, 0.7, 0.5

    def __init__(self, name: str = "Square-Regular", absent: str = "") -> None:
        self.name = name
        self.absent = frozenset(absent)
        self.digest = f"{name}-without-{''.join(sorted(absent))}"

    def __repr__(self) -> str:
        return f"SquareFace({self.name!r})"

    def covers(self, char: str) -> bool:
        """Everything assigned, but for control codes and the absent characters."""
        return char not in self.absent and unicodedata.category(char) not in ("Cc", "Cs", "Cn")

    def shape(self, text: str, features: tuple[str, ...] = (), direction: Direction = "ltr") -> Shaped:
        """One glyph a character, but for the dash pair."""
        del features
        glyphs: list[int] = []
        clusters: list[int] = []
        for index, char in enumerate(text):
            if char == "—" and glyphs and glyphs[-1] == DASH:
                glyphs[-1] = TWO_EM_DASH
                continue
            glyphs.append(ord(char) if self.covers(char) else 0)
            clusters.append(index)
        if direction == "ltr":
            still = (0,) * len(glyphs)
            widths = tuple([self.advance(glyph) for glyph in glyphs])
            return Shaped(
                glyphs=tuple(glyphs),
                advances=widths,
                x_offsets=still,
                y_offsets=still,
                clusters=tuple(clusters),
            )
        return Shaped(
            glyphs=tuple(glyphs),
            advances=tuple([2 * EM if glyph == TWO_EM_DASH else EM for glyph in glyphs]),
            x_offsets=tuple([-self.advance(glyph) // 2 for glyph in glyphs]),
            y_offsets=(-880,) * len(glyphs),
            clusters=tuple(clusters),
        )

    def advance(self, glyph: int) -> int:
        """500 below U+0250, 2000 for the two-em dash, else 1000."""
        if glyph == TWO_EM_DASH:
            return 2 * EM
        return HALF if 0 < glyph < 0x250 else EM

    def bounds(self, glyph: int) -> Bounds:
        """The whole cell is ink, but for the spaces."""
        if chr(glyph).isspace():
            return (0, 0, 0, 0)
        return (0, -120, self.advance(glyph), 880)


class SquareLibrary:
    """Answers like `brochure.fonts.FontLibrary`: a square face for any family and weight asked for."""

    def __init__(self, absent: str = "") -> None:
        self.absent = absent

    def face(self, family: str, weight: int, span: Span | None = None) -> SquareFace:
        """The square face named `family-weight`."""
        del span
        return SquareFace(f"{family}-{weight}", self.absent)


SQUARE = SquareFace()
SQUARES = SquareLibrary()
