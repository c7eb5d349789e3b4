"""Where a heading may break at the sense (D2, D3): the author's seams, punctuation, the ends of words.

All answers have the shape of `break_costs`: one cost before each character and one for the end, in units of
which 50 is a hyphen's. What is barred or dear there is barred here: numbers and units, names, short titles.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final, NamedTuple

from brochure.composition.line_break_rules import FREE, NEVER
from brochure.composition.opportunities import break_costs
from brochure.composition.prohibition import CLOSING, DASH_AT_START
from brochure.composition.unbreakable import occurrences
from brochure.layout.styles import Level

AGAINST_THE_AUTHOR: Final = 200.0
"""Added to every other break when the author has set seams."""

_PHRASE_ENDS: Final = {
    **dict.fromkeys("：；。？！， \u3000", 0.0),
    **dict.fromkeys("…—⸺", 5.0),
    "、": 10.0,
}
_BEFORE_DASH: Final = 5.0
_AFTER_CLOSING: Final = re.compile(f"[{re.escape(CLOSING)}]*$")

_GOOD: Final = 15.0  # before a conjunction, preposition or adverb, after 的
_BEFORE_VERB: Final = 25.0
_WORD_END: Final = 30.0
_IN_PHRASE: Final = 40.0  # between the nouns of a compound
_BEHIND_ATTRIBUTE: Final = 45.0
_POOR: Final = 60.0  # behind an adverb, or beside a lone character that belongs to one of its neighbours

# D3: particles, suffixes and words of place stay with the word before them; conjunctions, prepositions and
# adjectives of one character with the word after.
_STAYS: Final = frozenset(
    [*"的地得了着过们等吗呢吧上下中里内外间前后之", *"化性式率型级者", "以上", "以下", "之间"]
)
_LEADS: Final = frozenset([*"与和及或并而且暨同之向在对从以为把被将让由自给使按", "以及"])
_FORE: Final = frozenset("新大好高全各更最不再老小双多总副共第每非超近约达")

_QUOTED: Final = re.compile("“[^“”]{1,8}”|「[^「」]{1,8}」|‘[^‘’]{1,8}’|『[^『』]{1,8}』")


def punctuation_seams(
    text: str, seams: Iterable[int] = (), keep: Iterable[str] = (), *, level: Level = "gb"
) -> list[float]:
    """The author's *seams* (0), the places after ： ， 、 and spaces, before and after ——; all else `NEVER`.

    Where the author has set seams, the rest costs `AGAINST_THE_AUTHOR` more. A seam that hard rules bar is
    left out.
    """
    allowed = _allowed(text, keep, level)
    hard = break_costs(text, level=level)
    chosen = {at for at in seams if 0 < at < len(text) and hard[at] < NEVER}
    costs = [NEVER] * len(text) + [FREE]
    for at in range(1, len(text)):
        if at in chosen:
            costs[at] = FREE
        elif allowed[at] < NEVER:
            costs[at] = _phrase_end(text, at) + (AGAINST_THE_AUTHOR if chosen else 0.0)
    return costs


def _phrase_end(text: str, at: int) -> float:
    """What the mark before character *at* (behind any closing marks) makes of the place."""
    if text.startswith(("——", "⸺"), at):
        return _BEFORE_DASH
    closing = _AFTER_CLOSING.search(text, max(at - 8, 0), at)
    last = closing.start() - 1 if closing else at - 1
    return _PHRASE_ENDS.get(text[last], NEVER) if last >= 0 else NEVER


def word_seams(text: str, keep: Iterable[str] = (), *, level: Level = "gb") -> list[float]:
    """The ends of words, cheaper where a phrase may end; never inside a *keep* name or short quotation.

    Loads the segmenter and its dictionary, a tenth of a second: ask when punctuation gives no good lines.
    """
    names = tuple(keep)
    allowed = _allowed(text, names, level)
    costs = [NEVER] * len(text) + [FREE]
    for left, right in pairwise(_words(text, names)):
        if allowed[right.start] < NEVER:
            costs[right.start] = _between(left, right)
    return costs


def seam_costs(
    text: str, seams: Iterable[int] = (), keep: Iterable[str] = (), *, level: Level = "gb"
) -> list[float]:
    """The cheaper of `punctuation_seams` and `word_seams` at each place."""
    names, chosen = tuple(keep), tuple(seams)
    surcharge = AGAINST_THE_AUTHOR if chosen else 0.0
    marks = punctuation_seams(text, chosen, names, level=level)
    words = word_seams(text, names, level=level)
    words = [cost + surcharge for cost in words[:-1]] + words[-1:]
    return list(map(min, marks, words))


def _allowed(text: str, keep: Iterable[str], level: Level) -> list[float]:
    """`break_costs` of a heading: penalties bar, but for that of ——, and short quotations stay whole."""
    costs = break_costs(text, level=level, keep=keep, headings=True)
    for at in range(1, len(text)):
        if costs[at] not in (FREE, NEVER) and not (costs[at] == DASH_AT_START and text[at] in "—⸺…⋯"):
            costs[at] = NEVER
    for match in _QUOTED.finditer(text):
        costs[match.start() + 1 : match.end()] = [NEVER] * (match.end() - match.start() - 1)
    return costs


class _Word(NamedTuple):
    """A word, where it starts, and the segmenter's letter for its part of speech (n, v, d; x for marks)."""

    text: str
    start: int
    part: str


def _words(text: str, keep: tuple[str, ...]) -> list[_Word]:
    """The segmenter's words, repaired by *keep*, which it does not know."""
    import rjieba  # 0.1 s for the dictionary; see word_seams

    parts: dict[int, str] = {}
    at = 0
    for word, part in rjieba.tag(text):
        parts[at] = part[0]
        at += len(word)
    for name in sorted(keep, key=len):
        for start in occurrences(text, name):
            for inside in range(start + 1, start + len(name)):
                parts.pop(inside, None)
            parts[start] = "n"
            parts.setdefault(start + len(name), "n")
    starts = sorted(start for start in parts if start < len(text))
    return [_Word(text[a:b], a, parts[a]) for a, b in pairwise([*starts, len(text)])]


def _between(left: _Word, right: _Word) -> float:
    """The cost of a line that ends with *left* before a line that starts with *right*."""
    if right.text in _STAYS or left.text in _LEADS or left.text in _FORE:
        return NEVER
    if right.text in _LEADS or right.part in "dpc" or left.text == "的":
        return _GOOD
    lone = (_lone(left.text) and left.text not in _STAYS) or (_lone(right.text) and right.text not in _FORE)
    if left.part == "d" or lone:
        return _POOR
    return _BY_PARTS.get((left.part, right.part), _WORD_END)


_BY_PARTS: Final = {
    ("n", "v"): _BEFORE_VERB,
    ("n", "n"): _IN_PHRASE,
    ("a", "n"): _BEHIND_ATTRIBUTE,
    ("b", "n"): _BEHIND_ATTRIBUTE,
    ("m", "n"): _BEHIND_ATTRIBUTE,
    ("m", "q"): _POOR,
}
"""By the parts of speech on either side: subject and verb part more easily than the nouns of a compound."""


def _lone(word: str) -> bool:
    return len(word) == 1 and "\u3400" <= word <= "\u9fff"
