"""Prohibition rules (行首行尾禁则): what may not start or end a line, by level.

GB/T 15834-2011 5.1 and clreq, over the rules of Unicode. Levels are nested (K9): `none` lets marks stand
anywhere, `basic` bars marks from line starts and opening marks from line ends, `gb` bars the solidus from
line ends too, `strict` bars —— and …… from line starts. GB itself shows both there, so below `strict` they
only cost. A single … is no ellipsis of GB's; Unicode bars it at every level but `none`.

Of the levels of CSS Text, `line-break: strict` is `strict` here and `loose` is `none`. Its `normal` lets the
connectors ‐ – 〜 ゠ start a Chinese line, which GB 5.1.6 forbids (K4): that reading is the level `normal`,
all of `basic` but K4. No level of GB's own is so lax.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from brochure.composition.characters import FULL_WIDTH_MARKS, Kind
from brochure.composition.line_break_rules import NEVER
from brochure.layout.styles import Level

HYPHEN: Final = 50.0
"""What a break at a hyphen costs: the unit of all penalties."""
DASH_AT_START: Final = 50.0


class Ruling(NamedTuple):
    """A break before character *at* costs *cost*, says *rule*."""

    at: int
    cost: float
    rule: str


OPENING: Final = "“‘（《〈【〖〔［｛「『〘〚｟〝"
CLOSING: Final = "”’）》〉】〗〕］｝」』〙〛｠〞〟"
CONNECTORS: Final = "–‐～〜゠‒―"  # the single — has a pattern of its own, - is Unicode's
POSTFIXES: Final = "%％‰‱℃℉°′″‴‵￠¢﹪㎡㎞㎏"
PREFIXES: Final = "￥¥$＄£￡€№＃"

_NO_START: Final = {
    "K1": "，。、；：？！．",
    "K2": CLOSING,
    "K4": CONNECTORS,
    "K5": "·・･‧",
    "K6": "/／",
    "K7": POSTFIXES,
    "K8": "々〻ゝゞヽヾー‼⁇⁈⁉",
}
_NO_END: Final = {"K3": OPENING, "K7": PREFIXES}
_STARTS: Final = {char: rule for rule, chars in _NO_START.items() for char in chars}
_STARTS_NORMAL: Final = {char: rule for char, rule in _STARTS.items() if rule != "K4"}
_ENDS: Final = {char: rule for rule, chars in _NO_END.items() for char in chars}
_ENDS_GB: Final = _ENDS | dict.fromkeys("/／", "K6")

_SINGLE_DASH: Final = re.compile("(?<!—)—(?!—)")
_HASH: Final = re.compile("(?<![#a0])#")  # the sign before a topic, not that of C#
_DASH: Final = re.compile("(?<!—)—{2,}|[⸺⸻]")
_ELLIPSIS: Final = re.compile("(?<![…⋯])(?:…{2,3}|⋯{2,3})(?![…⋯])")  # 12 dots have their own line (U2)

_BETWEEN_WORDS: Final = CONNECTORS + "—·‧/"  # in a Latin word or a number these are no marks of ours
_MARKS: Final = [mark for mark in _STARTS | _ENDS if mark not in _BETWEEN_WORDS + POSTFIXES + PREFIXES]
_UNBARRED: Final = (
    f"[{''.join(_MARKS)}…⋯․‥︙𐫶]|(?<![a0])-(?![a0])"
    f"|(?<![a0])[{_BETWEEN_WORDS}]|[{_BETWEEN_WORDS}](?![a0])"
    f"|(?<![a0])[{POSTFIXES}]|[{PREFIXES}](?![a0])"
)
_FREE_CONNECTORS: Final = f"(?<![a0])[{CONNECTORS}]|[{CONNECTORS}](?![a0])"


def unbarred(stretch: str, level: Level) -> str:
    """*stretch* as Unicode's rules are to see it: at `none` its marks are ideographs like any other, at
    `normal` its connectors are; at the other levels nothing changes.
    """
    if level == "none":
        return re.sub(_UNBARRED, "文", stretch)
    return re.sub(_FREE_CONNECTORS, "文", stretch) if level == "normal" else stretch


def edge_rulings(stretch: str, level: Level) -> Iterator[Ruling]:
    """K1-K9 for a stretch of text in which letters are `a` and figures `0`."""
    if level == "none":
        return
    starts = _STARTS_NORMAL if level == "normal" else _STARTS
    ends = _ENDS if level in ("normal", "basic") else _ENDS_GB
    for at, char in enumerate(stretch):
        if char in starts:
            yield Ruling(at, NEVER, starts[char])
        if char in ends:
            yield Ruling(at + 1, NEVER, ends[char])
    if level != "normal":
        for match in _SINGLE_DASH.finditer(stretch):
            yield Ruling(match.start(), NEVER, "K4")
    for match in _HASH.finditer(stretch):
        yield Ruling(match.end(), NEVER, "K7")
    for pattern in (_DASH, _ELLIPSIS):
        for match in pattern.finditer(stretch):
            yield Ruling(match.start(), NEVER if level == "strict" else DASH_AT_START, "K9")


# ---------------------------------------------------------------- the escape (K10)

_IN_A_ROW: Final = FULL_WIDTH_MARKS | {Kind.TWIN_STOP, Kind.MIDDLE, Kind.SOLIDUS, Kind.CONNECTOR}


def escapes(kinds: list[Kind]) -> list[int]:
    """Where the level may drop to `none` for one spot: the places inside three or more marks in a row (K10).

    A break before character *i* of the list is such a place. The breaker uses one only when the line would
    otherwise pass its stretch cap, and reports it. —— and …… stay whole, so they do not count (U1).
    """
    found: list[int] = []
    start = 0
    for at in range(len(kinds) + 1):
        if at < len(kinds) and kinds[at] in _IN_A_ROW:
            continue
        if at - start >= 3:
            found.extend(range(start + 1, at))
        start = at + 1
    return found
