"""Line edges: GB/T 15834 chapter 5, clreq, the CSS tests for Chinese."""

import math
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.composition.characters import Kind, resolve_kinds
from brochure.composition.opportunities import break_costs, break_rules
from brochure.composition.prohibition import CLOSING, OPENING, escapes
from brochure.layout.styles import Level
from tests.composition.conformance import cases, line_break_tests

NEVER = math.inf
LEVELS: tuple[Level, ...] = ("none", "normal", "basic", "gb", "strict")
CSS: dict[str, Level] = {"strict": "strict", "normal": "normal", "loose": "none"}
"""The values of the CSS property `line-break`, as levels."""


EDGES = [case for case in cases("gb15834_cases") if case["kind"].startswith(("no_line", "insep"))]


@pytest.mark.parametrize("case", EDGES, ids=lambda case: f"{case['clause']} {case['text']}")
def test_gb_15834_line_edges(case: dict[str, Any]) -> None:
    """K1-K6, U1: every mark of GB/T 15834-2011 5.1 keeps off its edge, and pairs stay whole."""
    costs = break_costs(case["text"])
    match case["kind"]:
        case "no_line_start":
            assert costs[case["text"].index(case["barred"])] == NEVER
        case "no_line_end":
            assert costs[case["text"].index(case["barred"]) + 1] == NEVER
        case _:
            assert costs[case["text"].index(case["unit"]) + 1] == NEVER


def rank(level: str | None) -> float:
    """The place of a level of the class table; never for none."""
    return LEVELS.index(level.split(maxsplit=1)[0]) if level else math.inf


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("case", cases("zh_hans_punct_classes", "chars"), ids=lambda case: case["cp"])
def test_every_mark_keeps_to_its_level(case: dict[str, Any], level: Level) -> None:
    """K9: barred from the edges from its level up, free below; alone among Han."""
    char = case["c"]
    costs = break_costs(f"文文{char}文文", level=level)
    # the table speaks of ……; a single one is Unicode's, barred from the start (LB22)
    starts = rank("basic" if char in "…⋯" else case["no_start"])
    ends = rank(case["no_end"])
    if level == "normal":  # `basic`, but that connectors may start a line
        assert (costs[2] == NEVER) == (starts <= rank("basic") and char not in "—–‐～〜゠‒―")
        assert (costs[3] == NEVER) == (ends <= rank("basic"))
    else:
        assert (costs[2] == NEVER) == (LEVELS.index(level) >= starts)
        assert (costs[3] == NEVER) == (LEVELS.index(level) >= ends)


@pytest.mark.parametrize("case", cases("wpt_zh_line_break"), ids=lambda case: f"{case[0]}-{case[2]}")
def test_the_css_tests_for_chinese_pass(case: list[Any]) -> None:
    """K2, K4, K7, K8: all 108 cases of the three values of `line-break`, each at the level it stands for."""
    css, _, _, text, offset, may_break = case
    assert (break_costs(text, level=CSS[css])[offset] != NEVER) == may_break


@pytest.mark.parametrize(
    ("css", "level", "connectors"), [("normal", "basic", "‐–〜゠"), ("strict", "gb", "")]
)
def test_where_gb_and_css_differ(css: str, level: Level, connectors: str) -> None:
    """K4: GB 5.1.6 keeps connectors off line starts where CSS's `normal` lets them; its `strict` agrees."""
    wrong = {
        text[offset]
        for at_level, _, _, text, offset, may_break in cases("wpt_zh_line_break")
        if at_level == css and (break_costs(text, level=level)[offset] != NEVER) != may_break
    }
    assert wrong == set(connectors)


def test_outside_the_overlay_unicodes_cases_pass() -> None:
    """Where GB differs from Unicode 17 on Unicode's own cases, a rule of ours says so; counted by rule."""
    speaks: Counter[str] = Counter()
    for text, expected in line_break_tests().items():
        allowed = {at for at, cost in enumerate(break_costs(text)) if cost != NEVER}
        for at in allowed ^ expected:
            names = break_rules(text)[at]
            assert names[-1] != "UAX14", (text, at)
            speaks[f"{names[0]} bars" if at in expected else f"{names[-1]} frees"] += 1
    assert speaks == {
        "K1 bars": 3, "K2 bars": 2, "K4 bars": 396, "K5 bars": 1, "K6 bars": 117, "K7 bars": 528,
        "K8 bars": 127, "P13 bars": 1, "U5 bars": 4, "U6 bars": 1, "U8 bars": 1,
        "P13 frees": 53, "U3 frees": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "at", "costs"),
    [
        ("西宁——夏都", 2, {"none": 0, "basic": 50, "gb": 50, "strict": NEVER}),
        ("西宁……夏都", 2, {"none": 0, "basic": 50, "gb": 50, "strict": NEVER}),
        ("西宁⸺夏都", 2, {"none": 0, "basic": 50, "gb": 50, "strict": NEVER}),
        ("西宁…………", 2, {"basic": 0, "gb": 0, "strict": 0}),  # U2: 12 dots have a line of their own
        ("“……夏都", 1, {"basic": NEVER, "gb": NEVER, "strict": NEVER}),
        ("文/文", 2, {"none": 0, "basic": 0, "gb": NEVER, "strict": NEVER}),
        ("文#话题", 2, {"none": 0, "basic": NEVER, "gb": NEVER}),
        ("用C#语言", 3, {"gb": 0}),
    ],
)
def test_what_the_levels_differ_in(text: str, at: int, costs: dict[Level, float]) -> None:
    """K6, K7, K9, U2: dashes and dots at line starts, the solidus at line ends."""
    assert {level: break_costs(text, level=level)[at] for level in costs} == costs


@given(st.text(st.sampled_from("西宁，。、；：？！“”（）《》—…·～/%a0 "), max_size=30))
def test_levels_are_nested(text: str) -> None:
    """K9: what a level bars, every stricter level bars."""
    barred = [
        {at for at, cost in enumerate(break_costs(text, level=level)) if cost == NEVER} for level in LEVELS
    ]
    assert barred[1] <= barred[2] <= barred[3] <= barred[4]


@given(
    st.text(st.sampled_from("西宁，。、；：？！“”‘’（）《》「」·～%a0 "), max_size=40),
    st.sampled_from(LEVELS[1:]),
)
def test_no_prohibited_character_stands_at_an_allowed_edge(text: str, level: Level) -> None:
    """K1-K5: after any allowed break no closing mark, before it no opening one."""
    costs = break_costs(text, level=level)
    for at in range(1, len(text)):
        if costs[at] < NEVER:
            assert text[at] not in "，。、；：？！·%" + CLOSING
            assert text[at] != "～" or level == "normal"
            assert text[at - 1] not in OPENING


def test_three_marks_in_a_row_may_be_parted() -> None:
    """K10: inside 。』」 the level may drop for a line without another way; inside two marks or —— not."""
    text = "文。』」文。”文——。文"
    kinds = resolve_kinds(text)
    assert escapes(kinds) == [2, 3]
    assert all(break_costs(text, level="none")[at] == 0 for at in escapes(kinds))


@given(st.lists(st.sampled_from([Kind.HAN, Kind.CLOSE, Kind.STOP, Kind.DASH]), max_size=20))
def test_an_escape_has_marks_on_both_sides(kinds: list[Kind]) -> None:
    """K10: the places named lie between two marks."""
    for at in escapes(kinds):
        assert {kinds[at - 1], kinds[at]} <= {Kind.CLOSE, Kind.STOP}
