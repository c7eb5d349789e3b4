"""What a character is to the compositor: its kind, its blank half, whether the Han/Latin gap goes beside it.

A dozen marks share one code point between Chinese and Latin (“ ” ‘ ’ — – … · / -). `kind` gives each its
Chinese reading; `resolve_kinds` reads a whole text and returns a mark in a Latin phrase to Latin (P13).
"""

import re
from bisect import bisect_left
from enum import IntEnum
from functools import cached_property
from typing import Final

from brochure.composition.line_break_classes import traits_of


class Kind(IntEnum):
    """The classes of clreq and GB/T 15834 chapter 5, and what stands beside them in a Chinese page."""

    HAN = 0  # 汉字, kana, bopomofo, hangul: East Asian Spacing W
    WIDE = 1  # other characters of a whole em that are no marks: ＡＢ ０１ ㈱ emoji
    OPEN = 2  # “ ‘ （ 《 … blank half on the left
    CLOSE = 3  # ” ’ ） 》 … blank half on the right
    PAUSE = 4  # 点号 inside a sentence: ， 、 ； ： (P5: zh-Hans sets ： and ； to the left)
    STOP = 5  # 点号 that end one: 。 ． ？ ！
    TWIN_STOP = 6  # ‼ ⁇ ⁈ ⁉, one em of ink without a blank half
    MIDDLE = 7  # 间隔号 ·, half an em, blank on both sides (P8)
    CONNECTOR = 8  # 连接号 — – - ～ (K4)
    DASH = 9  # 破折号 ——, ⸺ (U1)
    ELLIPSIS = 10  # 省略号 ……, ⋯⋯ (U1)
    SOLIDUS = 11  # 分隔号 / ／ (K6)
    LATIN = 12  # letters of Latin, Greek, Cyrillic and every script spaced like them
    DIGIT = 13  # 0-9, also ² ³ ½
    POINT = 14  # . , : ; ! ? % & # @ …: Latin marks that take the gap beside Han (S2, "conditional")
    SIGN = 15  # ( ) [ ] " ' + = …: Latin marks that never take it; the shared marks inside Latin phrases
    PREFIX = 16  # ￥ $ £ № …
    POSTFIX = 17  # ℃ ° ′ ″ ％ ㎡ …
    SPACE = 18  # U+0020, no-break and thin spaces
    QUAD = 19  # U+3000, the em space of Chinese
    COMBINING = 20  # marks and selectors that belong to the character before them
    OTHER = 21


FULL_WIDTH_MARKS: Final = frozenset({Kind.OPEN, Kind.CLOSE, Kind.PAUSE, Kind.STOP})
"""The marks of one em, half ink and half blank (P1)."""
BLANK_LEFT: Final = frozenset({Kind.OPEN, Kind.MIDDLE})
BLANK_RIGHT: Final = frozenset({Kind.CLOSE, Kind.PAUSE, Kind.STOP, Kind.MIDDLE})
NARROW: Final = frozenset({Kind.LATIN, Kind.DIGIT, Kind.POINT})
"""What takes the gap beside Han (S2): East Asian Spacing N, and C beside wide text under zh."""

_BY_HAND: Final = {
    Kind.OPEN: "“‘（《〈【〖〔［｛「『〘〚｟〝",
    Kind.CLOSE: "”’）》〉】〗〕］｝」』〙〛｠〞〟",
    Kind.PAUSE: "，、；：",
    Kind.STOP: "。．？！",
    Kind.TWIN_STOP: "‼⁇⁈⁉",
    Kind.MIDDLE: "·・･‧",
    Kind.CONNECTOR: "—–‐―～〜゠‒",
    Kind.DASH: "⸺⸻",
    Kind.ELLIPSIS: "…⋯‥",
    Kind.SOLIDUS: "/／",
    Kind.HAN: "〇々〻〓〆",
    Kind.DIGIT: "²³¹¼½¾⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉",
    Kind.POINT: "!#%&,.:;?@\\¡§¶¿‰‱†‡‽",
    Kind.SIGN: "\"'()*+-<=>[]^_`{|}~«»‹›„‚©®™±×÷−≈≤≥≠∞¬¦¨¯¸´",
    Kind.PREFIX: "$£¥€№￥＄￡＃₩₽₹￦",
    Kind.POSTFIX: "℃℉°′″‴‵￠¢％﹪",
    Kind.SPACE: " \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f",
    Kind.QUAD: "\u3000",
    Kind.OTHER: "\n\r\t\v\f\x85\u2028\u2029",
}
_COMBINING_CLASSES: Final = frozenset({"CM", "ZWJ", "WJ"})
_UNITS_IN_A_SQUARE: Final = range(0x3371, 0x33E0)  # ㍱ … ㏟: ㎡ ㎞ ㎏
_FULL_AND_HALF_WIDTH_FORMS: Final = range(0xFF00, 0xFFF0)


def _kind_by_table(char: str) -> Kind:
    """The kind of a character that no hand has placed, from its Unicode properties."""
    if ord(char) in _UNITS_IN_A_SQUARE:
        return Kind.POSTFIX
    traits = traits_of(char)
    if traits.line_break in _COMBINING_CLASSES:
        return Kind.COMBINING
    if traits.line_break == "NU" and not traits.wide:
        return Kind.DIGIT
    if traits.wide:
        return Kind.HAN if traits.letter and ord(char) not in _FULL_AND_HALF_WIDTH_FORMS else Kind.WIDE
    return Kind.LATIN if traits.letter else Kind.OTHER


class _Kinds(dict[str, Kind]):
    """Kinds by character, filled as characters turn up."""

    def __missing__(self, char: str) -> Kind:
        found = self[char] = Kind.HAN if "\u4e00" <= char <= "\u9fff" else _kind_by_table(char)
        return found


_KINDS: Final = _Kinds({char: kind for kind, chars in _BY_HAND.items() for char in chars})


def kind(char: str) -> Kind:
    """The kind of one character; a mark that Chinese and Latin share gets its Chinese reading."""
    return _KINDS[char]


def kinds(text: str) -> list[Kind]:
    """`kind` of every character, whatever stands beside it."""
    return list(map(_KINDS.__getitem__, text))


def takes_gap(left: Kind, right: Kind) -> bool:
    """Whether the Han/Latin gap belongs between two neighbours (S1-S3).

    Never beside full-width punctuation, nor beside ° ′ ″ ℃; an existing space is the caller's to replace.
    """
    return (left is Kind.HAN and right in NARROW) or (right is Kind.HAN and left in NARROW)


# ---------------------------------------------------------------- marks that Chinese and Latin share (P13)

_SHARED: Final = re.compile("[—―]+|[…⋯]+|[“”‘’–‐·‧/-]")
_CLOSING: Final = {"“": "”", "‘": "’"}
_QUOTES: Final = frozenset("“”‘’")
_LATIN_SIDE: Final = frozenset({Kind.LATIN, Kind.DIGIT, Kind.POINT, Kind.SIGN})
_LETTER_SIDE: Final = _LATIN_SIDE - {Kind.DIGIT}
_CHINESE: Final = frozenset({Kind.HAN, Kind.WIDE, Kind.PAUSE, Kind.STOP, Kind.TWIN_STOP, Kind.QUAD})
_SKIPPED: Final = frozenset({Kind.SPACE, Kind.COMBINING})
_FARTHEST_NEIGHBOUR: Final = 16  # spaces and nested marks looked past; keeps a page of quotation marks linear


def resolve_kinds(text: str) -> list[Kind]:
    """The kind of every character in its place.

    “ ” ‘ ’ — – … · / - are Chinese marks unless they stand in a purely Latin phrase: both neighbours Latin
    and, for a pair of quotation marks, everything between them too. There they are `SIGN`, proportional and
    without a blank half (P13, UAX #11 Ambiguous). —— is a `DASH` anywhere; a single — or – between figures is
    a `CONNECTOR` (GB 5.1.6), and so is - beside Han, but not the minus of 达-5℃. A combining mark is what its
    base is.
    """
    found = kinds(text)
    if Kind.COMBINING in found:
        for index in range(1, len(found)):
            if found[index] is Kind.COMBINING:
                found[index] = found[index - 1]
    shared = list(_SHARED.finditer(text))
    if shared:
        _Phrases(text, found).settle(shared)
    return found


class _Phrases:
    """Reads the neighbours of shared marks; works on *found* in place."""

    def __init__(self, text: str, found: list[Kind]) -> None:
        self.text = text
        self.found = found
        self.settled: set[int] = set()  # quotation marks already read

    @cached_property
    def chinese(self) -> list[int]:
        """Where characters stand that only Chinese has."""
        return [index for index, kind in enumerate(self.found) if kind in _CHINESE]

    def settle(self, shared: list[re.Match[str]]) -> None:
        """Quotation marks first, from the outermost in, then the marks between words."""
        for opening, closing in self.pairs([match.start() for match in shared if match[0] in _QUOTES]):
            if self.latin_inside(opening, closing) and self.latin_around(opening, closing + 1, _LATIN_SIDE):
                self.found[opening] = self.found[closing] = Kind.SIGN
            self.settled |= {opening, closing}
        for match in shared:
            mark = match[0]
            if mark in _QUOTES:
                continue
            kind = self.between_words(mark[0], match.start(), match.end())
            for index in range(match.start(), match.end()):
                self.found[index] = kind

    def pairs(self, quotes: list[int]) -> list[tuple[int, int]]:
        """Opening and closing places in order of opening; a mark without a partner is its own."""
        pairs, open_at = [], list[int]()
        for at in quotes:
            if self.is_apostrophe(at):
                self.found[at] = Kind.SIGN
                self.settled.add(at)
            elif self.text[at] in _CLOSING:
                open_at.append(at)
            elif open_at and _CLOSING[self.text[open_at[-1]]] == self.text[at]:
                pairs.append((open_at.pop(), at))
            else:
                pairs.append((at, at))
        return sorted(pairs + [(at, at) for at in open_at])

    def is_apostrophe(self, at: int) -> bool:
        """’ inside a word: city’s."""
        word = (Kind.LATIN, Kind.DIGIT)
        return (
            self.text[at] == "’"
            and 0 < at < len(self.text) - 1
            and self.found[at - 1] in word
            and self.found[at + 1] in word
        )

    def between_words(self, mark: str, start: int, end: int) -> Kind:
        """A run of dashes or dots, or one connector, interpunct, solidus or hyphen."""
        if mark in "—―":
            latin = self.latin_around(start, end, _LETTER_SIDE)
            return Kind.DASH if end - start > 1 else Kind.SIGN if latin else Kind.CONNECTOR
        if mark in "…⋯":
            latin = end - start == 1 and self.latin_around(start, end, _LATIN_SIDE)
            return Kind.SIGN if latin else Kind.ELLIPSIS
        if mark in "–‐":
            return Kind.SIGN if self.latin_around(start, end, _LETTER_SIDE) else Kind.CONNECTOR
        if mark == "/":
            return Kind.SIGN if self.latin_around(start, end, _LATIN_SIDE) else Kind.SOLIDUS
        left = self.found[start - 1] if start else Kind.OTHER
        right = self.found[end] if end < len(self.found) else Kind.OTHER
        if mark == "-":
            before_han = right is Kind.HAN and (left is Kind.HAN or left in _LATIN_SIDE)
            return Kind.CONNECTOR if before_han or (left, right) == (Kind.HAN, Kind.LATIN) else Kind.SIGN
        return Kind.SIGN if left is Kind.LATIN and right is Kind.LATIN else Kind.MIDDLE

    def latin_inside(self, opening: int, closing: int) -> bool:
        """Nothing Chinese between the two."""
        return bisect_left(self.chinese, opening) == bisect_left(self.chinese, closing)

    def latin_around(self, start: int, end: int, wanted: frozenset[Kind]) -> bool:
        """Both neighbours Latin; the edge of a text counts as Latin when the whole text is."""
        left = self.neighbour(range(start - 1, max(start - 1 - _FARTHEST_NEIGHBOUR, -1), -1))
        right = self.neighbour(range(end, min(end + _FARTHEST_NEIGHBOUR, len(self.text))))
        return left in wanted and right in wanted

    def neighbour(self, places: range) -> Kind:
        """The first kind that tells, past spaces and quotation marks not yet read."""
        for at in places:
            unread = self.text[at] in _QUOTES and at not in self.settled
            if not unread and self.found[at] not in _SKIPPED:
                return self.found[at]
        return Kind.OTHER if self.chinese else Kind.LATIN
