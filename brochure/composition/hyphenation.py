"""Words divided by dictionary (U8): where a style asks for it, in English as written in the United States.

Only words in small letters are divided: what begins with a capital is a name as a rule, often one in pinyin,
and English rules would divide Xi-ning as Xin-ing.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from brochure.composition.line_break_rules import NEVER
from brochure.composition.prohibition import HYPHEN
from brochure.composition.shaping import hyphen_of
from brochure.composition.sorts import NO_GLYPH, Sorts
from brochure.composition.unbreakable import occurrences

_FEWEST_BEFORE, _FEWEST_BEHIND = 2, 3  # letters, as American printers have it
_WORD: Final = re.compile(r"(?<![\w@/.’'-])[a-z]{5,}(?![\w@/’'-]|[.:]\w)", re.ASCII)


def hyphenate(sorts: Sorts, costs: list[float], keep: Iterable[str]) -> None:
    """Let lines end inside the English words of *sorts*, at a hyphen's cost; *keep* are names to leave whole.

    Works on both in place. Inside a ligature no word is divided.
    """
    names = [range(at, at + len(name)) for name in keep for at in occurrences(sorts.text, name)]
    for match in _WORD.finditer(sorts.text):
        if any(match.start() in name for name in names):
            continue
        for place in _dictionary().positions(match[0]):
            at = match.start() + int(place)
            if costs[at] == NEVER and sorts.glyphs[at] != NO_GLYPH:
                costs[at] = HYPHEN
                sorts.hyphens[at - 1] = hyphen_of(sorts.founts[at - 1], typed=False)


@cache
def _dictionary() -> Any:
    """The patterns; reading them takes a few hundredths of a second, which no other job should."""
    import pyphen  # type: ignore[import-untyped,unused-ignore]

    return pyphen.Pyphen(lang="en_US", left=_FEWEST_BEFORE, right=_FEWEST_BEHIND)
