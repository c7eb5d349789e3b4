"""Marks that Chinese and Latin write with one code point, read in their place (P13; UAX #11, Ambiguous).

“ ” ‘ ’ — – … · / - are Chinese marks unless they stand in a purely Latin phrase. Like `marks` this is the
judge's own reading; the setter has his in another room.
"""

import re
from collections.abc import Sequence
from typing import Final

from brochure.inspection.composition.marks import Kind, kind_of

_QUOTES: Final = re.compile("[“”‘’]")
_RUNS: Final = re.compile("[—―]+|[…⋯]+|[–‐·‧/-]")
_LATIN_SIDE: Final = frozenset({Kind.LETTER, Kind.DIGIT, Kind.POINT, Kind.SIGN})
_WORD_SIDE: Final = frozenset({Kind.LETTER, Kind.POINT, Kind.SIGN})
_CHINESE: Final = frozenset({Kind.HAN, Kind.QUAD, Kind.PAUSE, Kind.STOP, Kind.TWIN})
_PARTNER: Final = {"”": "“", "’": "‘"}
_REACH: Final = 16


def kinds_in(text: str) -> list[Kind]:
    """The kind of every character of *text* in its place."""
    kinds = [kind_of(char) for char in text]
    chinese = [kind in _CHINESE for kind in kinds]
    for first, last in _quotations(text, kinds):
        inside = any(chinese[first : last + 1])
        if not inside and _both_sides(text, kinds, first, last + 1, _LATIN_SIDE):
            kinds[first] = kinds[last] = Kind.SIGN
    for found in _RUNS.finditer(text):
        kind = _of_run(text, kinds, found)
        kinds[found.start() : found.end()] = [kind] * (found.end() - found.start())
    return kinds


def _quotations(text: str, kinds: list[Kind]) -> list[tuple[int, int]]:
    """First and last place of every quotation, outer before inner; a mark without a partner is alone."""
    found, waiting = list[tuple[int, int]](), list[int]()
    for match in _QUOTES.finditer(text):
        at, mark = match.start(), match[0]
        if _is_apostrophe(text, at):
            kinds[at] = Kind.SIGN
        elif mark not in _PARTNER:
            waiting.append(at)
        elif waiting and text[waiting[-1]] == _PARTNER[mark]:
            found.append((waiting.pop(), at))
        else:
            found.append((at, at))
    return sorted(found + [(at, at) for at in waiting])


def _is_apostrophe(text: str, at: int) -> bool:
    return (
        text[at] == "’"
        and 0 < at < len(text) - 1
        and all(kind_of(char) in (Kind.LETTER, Kind.DIGIT) for char in (text[at - 1], text[at + 1]))
    )


def _of_run(text: str, kinds: Sequence[Kind], found: re.Match[str]) -> Kind:
    """A run of dashes or dots, or a single connector, interpunct, solidus, hyphen."""
    start, end, mark = found.start(), found.end(), found[0][0]
    if mark in "—―" and end - start > 1:
        return Kind.DASH
    if mark in "…⋯":
        latin = end - start == 1 and _both_sides(text, kinds, start, end, _LATIN_SIDE)
        return Kind.SIGN if latin else Kind.ELLIPSIS
    if mark in "—―–‐":
        return Kind.SIGN if _both_sides(text, kinds, start, end, _WORD_SIDE) else Kind.CONNECTOR
    if mark == "/":
        return Kind.SIGN if _both_sides(text, kinds, start, end, _LATIN_SIDE) else Kind.SOLIDUS
    left = kinds[start - 1] if start else Kind.OTHER
    right = kinds[end] if end < len(kinds) else Kind.OTHER
    if mark == "-":  # 青海-西宁, G6-京藏; but the minus of 达-5℃
        before_han = right is Kind.HAN and (left is Kind.HAN or left in _LATIN_SIDE)
        return Kind.CONNECTOR if before_han or (left, right) == (Kind.HAN, Kind.LETTER) else Kind.SIGN
    return Kind.SIGN if left is right is Kind.LETTER else Kind.MIDDLE


def _both_sides(text: str, kinds: Sequence[Kind], start: int, end: int, wanted: frozenset[Kind]) -> bool:
    """Whether the neighbours on both sides are among *wanted*; the edge of a wholly Latin text counts."""
    left = _neighbour(text, kinds, range(start - 1, max(start - 1 - _REACH, -1), -1))
    right = _neighbour(text, kinds, range(end, min(end + _REACH, len(text))))
    return left in wanted and right in wanted


def _neighbour(text: str, kinds: Sequence[Kind], places: range) -> Kind:
    """The first character that tells, past spaces and quotation marks whose own reading is Chinese so far."""
    for at in places:
        if kinds[at] is Kind.SPACE or (text[at] in "“”‘’" and kinds[at] is not Kind.SIGN):
            continue
        return kinds[at]
    return Kind.OTHER if any(kind in _CHINESE for kind in kinds) else Kind.LETTER
