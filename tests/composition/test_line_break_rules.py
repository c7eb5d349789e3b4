"""UAX #14 against Unicode's own test data."""

import pytest

from brochure.composition.line_break_classes import traits_of
from brochure.composition.line_break_rules import FORCED, NEVER, uax14_costs
from tests.composition.conformance import line_break_tests


def breaks(text: str) -> set[int]:
    """Where a line may break, the end among them."""
    return {at for at, cost in enumerate(uax14_costs(text)) if cost != NEVER}


def test_unicodes_own_cases_pass() -> None:
    """Every case of LineBreakTest, and of 2500 random strings that ICU 78.3 answered by Unicode 17."""
    tests = line_break_tests()
    assert len(tests) > 19_000
    assert {text for text, expected in tests.items() if breaks(text) != expected} == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb", [NEVER, NEVER, FORCED, 0.0]),
        ("a\r\nb", [NEVER, NEVER, NEVER, FORCED, 0.0]),
        ("文文", [NEVER, 0.0, 0.0]),
        ("文，文", [NEVER, NEVER, 0.0, 0.0]),
        ("", [0.0]),
    ],
)
def test_costs_have_one_entry_a_character_and_one_for_the_end(text: str, expected: list[float]) -> None:
    """LB2-LB6: never before the text, after a line feed always, at the end free."""
    assert uax14_costs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ᬓ᭄ᬓ", {3}),  # aksara, virama, aksara (LB28a)
        ("ᯓᯓ᯲", {3}),  # aksara, aksara, virama final
        ("◌᭄ᬓ", {3}),  # the dotted circle stands for a consonant
        ("文“文”文", {1, 4, 5}),  # East Asian on both sides (LB19a)
        ("a“文”文", {4, 5}),
        ("文 “文", {2, 4}),
        (" -a", {1, 3}),  # a word-initial hyphen (LB20a)
        ("-\u05d0", {2}),  # before Hebrew too, since Unicode 17
        ("\u3035\u201b\u3003", {3}),  # a mark without a base is a Latin letter, however wide (LB10)
        ("🇨🇳🇨🇳", {2, 4}),  # flags come in pairs (LB30a)
        ("\U0001f02c\U0001f3ff", {2}),  # an emoji to come and its modifier (LB30b)
    ],
)
def test_the_rules_newer_than_the_data_hold(text: str, expected: set[int]) -> None:
    """LB15a, LB19a, LB20a, LB28a, LB30: changed or made since 15.0."""
    assert breaks(text) == expected


@pytest.mark.parametrize(
    ("char", "name", "wide"),
    [
        ("西", "ID", True), ("𠮷", "ID", True), ("，", "CL", True), ("“", "QU", False), ("—", "B2", False),
        ("…", "IN", False), ("·", "AL", False), ("가", "H2", True), ("각", "H3", True), ("힣", "H3", True),
        ("ー", "NS", True), ("‐", "HH", False), ("ก", "AL", False), ("ั", "CM", False),
        ("\U0010ffff", "AL", False),
    ],
)  # fmt: skip
def test_a_character_has_its_class(char: str, name: str, wide: bool) -> None:
    """LB1 is done in the table: AI and SA are letters, CJ a nonstarter; it reaches to the last code point."""
    assert (traits_of(char).line_break, traits_of(char).wide) == (name, wide)
