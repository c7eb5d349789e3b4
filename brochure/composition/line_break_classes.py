"""The line-break class of a character and the few other Unicode properties composition asks for.

Python's own `unicodedata` is not asked: its tables change from release to release, and line breaks must not.
"""

from bisect import bisect_right
from functools import cache, lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from brochure.composition import line_break_table as table

_HANGUL_SYLLABLES: Final = range(0xAC00, 0xD7A4)
_SYLLABLES_PER_HEAD: Final = 28  # every 28th syllable ends in its vowel (H2), the rest in a consonant (H3)


class Traits(NamedTuple):
    """*line_break* is the class of UAX #14 after LB1 (`"ID"`, `"CL"`, …); *flags* letters say the rest."""

    line_break: str
    flags: str

    @property
    def wide(self) -> bool:
        """East Asian Width wide, full or half: what the rules of UAX #14 call East Asian."""
        return "w" in self.flags

    @property
    def letter(self) -> bool:
        """General category L."""
        return "l" in self.flags

    @property
    def unassigned_pictograph(self) -> bool:
        """A place kept for an emoji to come (LB30b)."""
        return "p" in self.flags


@lru_cache(maxsize=8192)
def traits_of(char: str) -> Traits:
    """The properties of one character, by Unicode 17."""
    starts, letters, kinds = _runs()
    code = ord(char)
    found = kinds[letters[bisect_right(starts, code) - 1]]
    if code in _HANGUL_SYLLABLES and (code - _HANGUL_SYLLABLES.start) % _SYLLABLES_PER_HEAD:
        return found._replace(line_break="H3")
    return found


@cache
def _runs() -> tuple[list[int], str, dict[str, Traits]]:
    """First code points of the runs, a letter for each, and what the letters mean."""
    lengths = [int(length, 36) for length in table.RUN_LENGTHS.split()]
    kinds = (kind.partition(".") for kind in table.KINDS.split())
    pairs = zip(table.LETTERS, kinds, strict=False)  # there are letters to spare
    by_letter = {letter: Traits(name, flags) for letter, (name, _, flags) in pairs}
    return [0, *accumulate(lengths)][:-1], table.RUN_KINDS, by_letter
