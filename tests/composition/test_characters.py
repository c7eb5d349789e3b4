"""Kinds of characters, and what neighbours make of the marks that Chinese and Latin share."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.composition.characters import (
    BLANK_LEFT,
    BLANK_RIGHT,
    FULL_WIDTH_MARKS,
    Kind,
    kind,
    kinds,
    resolve_kinds,
    takes_gap,
)
from tests.composition.conformance import cases

_KIND_OF_CLASS = {
    "pause": {Kind.PAUSE},
    "stop": {Kind.STOP, Kind.TWIN_STOP},
    "open": {Kind.OPEN},
    "close": {Kind.CLOSE},
    "interpunct": {Kind.MIDDLE},
    "connector-short": {Kind.CONNECTOR, Kind.SIGN},
    "connector-wave": {Kind.CONNECTOR},
    "dash": {Kind.CONNECTOR},
    "dash2": {Kind.DASH},
    "ellipsis": {Kind.ELLIPSIS},
    "solidus": {Kind.SOLIDUS},
    "postfix": {Kind.POSTFIX, Kind.POINT},
    "prefix": {Kind.PREFIX, Kind.POINT},
}


@pytest.mark.parametrize("case", cases("zh_hans_punct_classes", "chars"), ids=lambda case: case["cp"])
def test_every_mark_of_the_class_table_has_its_kind_and_its_blank_side(case: dict[str, str]) -> None:
    """P1, P5: the kinds agree with the table of GB and clreq, blank halves included."""
    found = kind(case["c"])
    assert found in _KIND_OF_CLASS[case["cls"]]
    sides = {"before": (True, False), "after": (False, True), "both": (True, True), "none": (False, False)}
    assert (found in BLANK_LEFT, found in BLANK_RIGHT) == sides[case["blank"]]


@pytest.mark.parametrize(
    ("char", "expected"),
    [
        ("西", Kind.HAN), ("湟", Kind.HAN), ("𠮷", Kind.HAN), ("か", Kind.HAN), ("〇", Kind.HAN),
        ("々", Kind.HAN),
        ("Ａ", Kind.WIDE), ("０", Kind.WIDE), ("㈱", Kind.WIDE), ("😀", Kind.WIDE),
        ("a", Kind.LATIN), ("é", Kind.LATIN), ("Ж", Kind.LATIN), ("7", Kind.DIGIT), ("²", Kind.DIGIT),
        (".", Kind.POINT), ("%", Kind.POINT), ("(", Kind.SIGN), ("+", Kind.SIGN), ('"', Kind.SIGN),
        ("￥", Kind.PREFIX), ("℃", Kind.POSTFIX), ("㎡", Kind.POSTFIX), (" ", Kind.SPACE),
        ("\u3000", Kind.QUAD),
        ("\u0301", Kind.COMBINING), ("\ufe0f", Kind.COMBINING), ("\n", Kind.OTHER), ("①", Kind.OTHER),
    ],
)  # fmt: skip
def test_a_character_has_its_kind(char: str, expected: Kind) -> None:
    """One of each sort, rare Han of the second plane among them."""
    assert kind(char) is expected


def marks(text: str) -> list[Kind]:
    """The kinds of everything in *text* that is neither Han nor Latin nor space."""
    plain = {Kind.HAN, Kind.LATIN, Kind.DIGIT, Kind.SPACE, Kind.POINT, Kind.PAUSE, Kind.STOP}
    return [found for found in resolve_kinds(text) if found not in plain]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他说“Hello world”了", [Kind.OPEN, Kind.CLOSE]),
        ("共建“一带一路”", [Kind.OPEN, Kind.CLOSE]),
        ("城市IP”等", [Kind.CLOSE]),
        ("He said “hello” twice", [Kind.SIGN] * 2),
        ("“Hello,” he said.", [Kind.SIGN] * 2),
        ("他说：“I call it ‘home’ now”。", [Kind.OPEN, Kind.SIGN, Kind.SIGN, Kind.CLOSE]),
        ("“‘Hi’ he said”，", [Kind.OPEN, Kind.OPEN, Kind.CLOSE, Kind.CLOSE]),
        ("the city’s IP与市", [Kind.SIGN]),
        ("西宁——中国夏都", [Kind.DASH] * 2),
        ("2024—2026年", [Kind.CONNECTOR]),
        ("word—word", [Kind.SIGN]),
        ("西宁……", [Kind.ELLIPSIS] * 2),
        ("wait… what", [Kind.SIGN]),
        ("好…", [Kind.ELLIPSIS]),
        ("唐道·637", [Kind.MIDDLE]),
        ("比尔·盖茨", [Kind.MIDDLE]),
        ("a·b", [Kind.SIGN]),
        ("km/h", [Kind.SIGN]),
        ("西宁/拉萨", [Kind.SOLIDUS]),
        ("吐鲁番-哈密", [Kind.CONNECTOR]),
        ("达-5", [Kind.SIGN]),
        ("COVID-19", [Kind.SIGN]),
    ],
)
def test_a_shared_mark_is_latin_only_in_a_latin_phrase(text: str, expected: list[Kind]) -> None:
    """P13: both neighbours Latin, and for quotation marks the whole quotation too."""
    assert marks(text) == expected


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("超80%以上", {1, 4}),
        ("达187家", {1, 4}),
        ("为7.6℃的", {1}),
        ("是“GDP”吗", set()),
        ("达到5，是", {2}),
        ("面积5km²的", {2, 6}),
        ("约101°的", {1}),
        ("用(a)的", set()),
        ("唐道·637", set()),
    ],
)
def test_the_gap_goes_between_han_and_latin(text: str, gaps: set[int]) -> None:
    """S2, S3: beside letters, figures, conditional marks; not beside full-width marks, brackets, ° or ℃."""
    found = resolve_kinds(text)
    assert {at for at in range(1, len(text)) if takes_gap(found[at - 1], found[at])} == gaps


@given(st.text(st.sampled_from("西a0 ，。“”‘’—–…·/-（）%\u0301"), max_size=40))
def test_resolving_only_touches_shared_marks(text: str) -> None:
    """A text has a kind a character, and what is no shared or combining mark keeps its own."""
    found = resolve_kinds(text)
    assert len(found) == len(text)
    for char, plain, resolved in zip(text, kinds(text), found, strict=True):
        assert resolved is plain or char in "“”‘’—–…·/-\u0301"


@given(st.text(st.sampled_from("西。，“”（）——……"), min_size=1, max_size=30))
def test_in_chinese_every_mark_is_full_width(text: str) -> None:
    """P13: without a Latin letter anywhere no mark becomes Latin."""
    wanted = FULL_WIDTH_MARKS | {Kind.HAN, Kind.DASH, Kind.CONNECTOR, Kind.ELLIPSIS}
    assert set(resolve_kinds("西" + text + "西")) <= wanted


@pytest.mark.parametrize("unit", ["“", "“”", "“a", "’", "“a ‘b’” ", "—", " "])
def test_a_page_of_quotation_marks_is_read_in_linear_time(unit: str) -> None:
    """Nested and unmatched marks by the ten thousand cost what single ones do."""
    text = unit * (20_000 // len(unit))
    start = time.process_time()
    resolve_kinds(text)
    assert time.process_time() - start < 2
