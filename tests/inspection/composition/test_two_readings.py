"""The judge's tables beside the setter's: two readings of the same clauses, every difference named."""

import unicodedata
from collections import defaultdict
from itertools import chain
from typing import Final

import pytest

from brochure.composition import characters
from brochure.composition.prohibition import edge_rulings
from brochure.inspection.composition.context import kinds_in
from brochure.inspection.composition.house import LEVELS, Level
from brochure.inspection.composition.marks import ENDS, STARTS, Kind, kind_of
from brochure.inspection.composition.rules import RULES, UNSEEN
from tests.inspection.composition.manuscripts import paragraphs

SAME: Final = {
    "HAN": Kind.HAN, "WIDE": Kind.QUAD, "QUAD": Kind.QUAD, "OPEN": Kind.OPEN, "CLOSE": Kind.CLOSE,
    "PAUSE": Kind.PAUSE, "STOP": Kind.STOP, "TWIN_STOP": Kind.TWIN, "MIDDLE": Kind.MIDDLE,
    "CONNECTOR": Kind.CONNECTOR, "DASH": Kind.DASH, "ELLIPSIS": Kind.ELLIPSIS, "SOLIDUS": Kind.SOLIDUS,
    "LATIN": Kind.LETTER, "DIGIT": Kind.DIGIT, "POINT": Kind.POINT, "SIGN": Kind.SIGN,
    "PREFIX": Kind.PREFIX, "POSTFIX": Kind.POSTFIX, "SPACE": Kind.SPACE, "OTHER": Kind.OTHER,
}  # fmt: skip
"""The setter's kinds in the judge's words."""
PAGE: Final = tuple(
    chain(
        range(0x20, 0x250),  # Latin
        range(0x370, 0x530),  # Greek, Cyrillic
        range(0x2000, 0x2300),  # punctuation, superscripts, currency, letterlike, operators
        range(0x2460, 0x2500),  # enclosed figures
        range(0x2E3A, 0x2E3C),  # two and three em dashes
        range(0x3000, 0x3400),  # Chinese marks, kana, enclosed, square units
        range(0x4E00, 0x9FF0),
        range(0xFE30, 0xFE70),
        range(0xFF01, 0xFF66),
        range(0xFFE0, 0xFFE7),
    )
)
"""The characters a Chinese page is made of."""
NAMED: Final = {
    ("COMBINING", Kind.SPACE): "control codes: neither prints them",
    ("OTHER", Kind.SPACE): "format characters (soft hyphen, line separator …): no room but at a line's end",
    ("COMBINING", Kind.LETTER): "accents: the setter joins them to their letter, the judge finds them joined",
    ("COMBINING", Kind.QUAD): "tone marks of kana: likewise",
    (
        "DIGIT",
        Kind.OTHER,
    ): "¼ ½ ¾: UTR #59 gives fractions no gap beside Han; the setter takes them for figures",
    (
        "WIDE",
        Kind.OTHER,
    ): "｡ ､ ｢ ｣: half-width kana marks; the setter counts every form of that block as wide",
    (
        "COMBINING",
        Kind.HAN,
    ): "〵, the lower half of a vertical repeat mark: UAX #14 CM, by its drawing a character",
}
"""Where the readings differ, and why that is no slip."""


def test_the_classes_of_characters_agree() -> None:
    """Every character a Chinese page is made of has the same class in both readings, but for those named."""
    differing = defaultdict(list)
    for code in PAGE:
        char = chr(code)
        if unicodedata.category(char) == "Cn":
            continue
        setter, judge = characters.kind(char).name, kind_of(char)
        if SAME.get(setter) is not judge:
            differing[setter, judge].append(char)
    assert set(differing) == set(NAMED), {
        pair: chars[:8] for pair, chars in differing.items() if pair not in NAMED
    }


@pytest.mark.parametrize("level", LEVELS)
def test_what_may_not_begin_or_end_a_line_agrees(level: Level) -> None:
    """K1-K8: the same characters are barred at the same edge under the same rule in both readings."""
    for code in PAGE:
        char = chr(code)
        rulings = {
            (found.at, found.rule) for found in edge_rulings(f"文{char}文", level) if found.rule != "K9"
        }
        if level == "none":
            assert not rulings
            continue
        starts = {(1, STARTS[char])} if char in STARTS else set()
        ends = {(2, ENDS[char])} if char in ENDS and not (level == "basic" and char in "/／") else set()
        assert rulings == starts | ends, char


def test_dashes_and_ellipses_are_barred_at_level_strict_alone() -> None:
    """K9: what the judge counts by class the setter bars by pattern, from the same level on."""
    for mark in ("——", "……", "⸺"):
        for level in LEVELS[1:]:
            barred = any(
                ruling.at == 1 and ruling.cost == float("inf")
                for ruling in edge_rulings(f"文{mark}文", level)
            )
            assert barred is (level == "strict"), (mark, level)


def test_marks_are_read_alike_in_their_place() -> None:
    """P13: in eight hundred paragraphs both find the same quotation marks, dashes and points Latin or
    Chinese.
    """
    texts = [
        *paragraphs(800, seed=13),
        "他说“Belt and Road”很好",
        "the “open data” plan",
        "city’s",
        "Q&A…",
        "A—B",
        "甲—乙",
    ]
    for text in texts:
        setter = [SAME[kind.name] for kind in characters.resolve_kinds(text)]
        assert setter == kinds_in(text), text


def test_every_rule_of_the_list_is_counted_or_said_to_be_invisible() -> None:
    """The house's list of rules is covered: each has a counter, or a reason why no page can show it."""
    lengths = {
        "K": 12,
        "U": 11,
        "P": 16,
        "H": 2,
        "S": 6,
        "J": 10,
        "G": 12,
        "D": 6,
        "M": 6,
        "I": 3,
        "V": 3,
        "C": 5,
        "T": 2,
    }
    listed = {f"{letter}{number + 1}" for letter, count in lengths.items() for number in range(count)}
    assert set(RULES) | set(UNSEEN) == listed
    assert not set(RULES) & set(UNSEEN)
