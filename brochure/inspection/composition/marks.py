"""What the judge holds each character to be: his own reading of GB/T 15834-2011 chapter 5 and of clreq.

Written from the clauses and not from the setter's tables: a slip of the pen would have to be made twice to
pass unseen. ``tests/inspection/composition/test_two_readings.py`` lays the two readings side by side.
"""

import unicodedata
from enum import Enum
from typing import Final


class Kind(Enum):
    """What a character is on a Chinese page, as far as a rule asks."""

    HAN = "han"
    """A Chinese character, kana, 〇 々: one em, the gap beside Latin."""
    QUAD = "quad"
    """Anything else of one em without a blank half of its own: ＡＢ, ㎡, the em space."""
    OPEN = "open"
    """Front half of quotation marks, brackets and title marks: ink in the right half (5.1.3)."""
    CLOSE = "close"
    """Back half: ink in the left half (5.1.3)."""
    PAUSE = "pause"
    """Comma, enumeration comma, semicolon, colon: ink in the left half (5.1.1)."""
    STOP = "stop"
    """Full stop, question mark, exclamation mark: ink in the left half (5.1.1, 5.1.2)."""
    TWIN = "twin"
    """Two stops cast as one piece: ‼ ⁇ ⁈ ⁉, one em."""
    MIDDLE = "middle"
    """Interpunct, half an em in the middle (5.1.7)."""
    CONNECTOR = "connector"
    """Joins figures, places, times: half an em for the short stroke, one em for the long one and ～
    (5.1.6).
    """
    DASH = "dash"
    """Two em, one stroke (5.1.4)."""
    ELLIPSIS = "ellipsis"
    """Six dots on two em (5.1.5)."""
    SOLIDUS = "solidus"
    """Divides lines of verse and sides of a matter: half an em (5.1.9)."""
    LETTER = "letter"
    DIGIT = "digit"
    POINT = "point"
    """Half-width signs that hang together with a word or number and take its gap: % & . , : ; ! ? @ #."""
    SIGN = "sign"
    """Half-width signs that take no gap: brackets, quotation marks, operators; Chinese marks used in
    Latin.
    """
    PREFIX = "prefix"
    POSTFIX = "postfix"
    SPACE = "space"
    OTHER = "other"


OPENING: Final = "“‘（《〈【〖〔［｛「『〘〚｟〝"
"""GB 5.1.3: what opens; with the brackets that clreq adds (〈〉 at every level but none: clreq issue 737)."""
CLOSING: Final = "”’）》〉】〗〕］｝」』〙〛｠〞〟"
SHORT_CONNECTORS: Final = "–‐‒"
LONG_CONNECTORS: Final = "—―～〜゠"
_TABLE: Final = {
    Kind.OPEN: OPENING,
    Kind.CLOSE: CLOSING,
    Kind.PAUSE: "，、；：",  # P5: in zh-Hans ： and ； stand to the left like the comma
    Kind.STOP: "。．？！",
    Kind.TWIN: "‼⁇⁈⁉",
    Kind.MIDDLE: "·・･‧",
    Kind.CONNECTOR: SHORT_CONNECTORS + LONG_CONNECTORS,
    Kind.DASH: "⸺⸻",
    Kind.ELLIPSIS: "…⋯‥",
    Kind.SOLIDUS: "/／",
    Kind.HAN: "〇々〻〆〓",
    Kind.POINT: "!#%&,.:;?@\\¡§¶¿‰‱†‡‽",
    Kind.SIGN: "\"'()*+-<=>[]^_`{|}~«»‹›„‚©®™±×÷−≈≤≥≠∞¬¦¨¯¸´",
    Kind.PREFIX: "$£¥€№￥＄￡＃₩₽₹￦",
    Kind.POSTFIX: "℃℉°′″‴‵￠¢％﹪",
    Kind.QUAD: "\u3000",
}
_BY_CHARACTER: Final = {char: kind for kind, chars in _TABLE.items() for char in chars}
_RAISED_FIGURES: Final = "²³¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"  # but no fractions: UTR #59 gives them no gap
_SQUARE_UNITS: Final = range(0x3371, 0x33E0)
_WIDTH_FORMS: Final = range(0xFF00, 0xFFF0)

FULL_WIDTH: Final = frozenset({Kind.OPEN, Kind.CLOSE, Kind.PAUSE, Kind.STOP})
"""Marks of one em with a blank half (P1)."""
LEFT_SET: Final = frozenset({Kind.CLOSE, Kind.PAUSE, Kind.STOP})
"""Those whose ink stands in the left half."""
LATIN: Final = frozenset({Kind.LETTER, Kind.DIGIT, Kind.POINT, Kind.SIGN, Kind.PREFIX, Kind.POSTFIX})
"""What is set as words and numbers, by its own width."""
GAP_BESIDE_HAN: Final = frozenset({Kind.LETTER, Kind.DIGIT, Kind.POINT})
"""S1, S2: East Asian Spacing N, and C under zh."""
COUNTED: Final = frozenset({Kind.HAN, Kind.QUAD, Kind.LETTER, Kind.DIGIT})
"""What counts as a character of a last line (G3): not punctuation."""
MARKS_IN_A_ROW: Final = FULL_WIDTH | {Kind.TWIN, Kind.MIDDLE, Kind.SOLIDUS, Kind.CONNECTOR}
"""K10 counts these; —— and …… stay whole at any level (U1)."""


def kind_of(char: str) -> Kind:
    """What *char* is by itself; marks that Chinese and Latin share get their Chinese reading."""
    known = _BY_CHARACTER.get(char)
    if known is not None:
        return known
    if "\u4e00" <= char <= "\u9fff":
        return Kind.HAN
    return _by_unicode(char)


def _by_unicode(char: str) -> Kind:
    """Of a character that the clauses do not name, from its Unicode properties."""
    category = unicodedata.category(char)
    if char.isspace() or category in ("Cf", "Cc"):
        return Kind.SPACE
    if ord(char) in _SQUARE_UNITS:
        return Kind.POSTFIX
    wide = unicodedata.east_asian_width(char) in "WF"
    if wide:
        return Kind.HAN if category[0] == "L" and ord(char) not in _WIDTH_FORMS else Kind.QUAD
    if category == "Nd" or char in _RAISED_FIGURES:
        return Kind.DIGIT
    return Kind.LETTER if category[0] in "LM" else Kind.OTHER


# ---------------------------------------------------------------- line edges

NO_START: Final = {
    "K1": "，。、；：？！．",  # GB 5.1.1, 5.1.2
    "K2": CLOSING,  # GB 5.1.3
    "K4": SHORT_CONNECTORS + LONG_CONNECTORS,  # GB 5.1.6
    "K5": "·・･‧",  # GB 5.1.7
    "K6": "/／",  # GB 5.1.9
    "K7": "%％‰‱℃℉°′″‴‵￠¢﹪㎡㎞㎏",  # CSS Text 4, UAX #14 PO
    "K8": "々〻ゝゞヽヾー‼⁇⁈⁉",  # CSS Text 4
}
"""What may not begin a line, by rule."""
NO_END: Final = {
    "K3": OPENING,  # GB 5.1.3
    "K6": "/／",  # GB 5.1.9; clreq's level basic lets it end a line
    "K7": "￥¥$＄£￡€№＃#",  # CSS Text 4, UAX #14 PR
}
"""What may not end one."""
STARTS: Final = {char: rule for rule, chars in NO_START.items() for char in chars}
ENDS: Final = {char: rule for rule, chars in NO_END.items() for char in chars}
