"""The whole table of breaks: shape, speed, and that its short cuts change nothing."""

import math
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.composition.characters import Kind, resolve_kinds
from brochure.composition.line_break_rules import uax14_costs
from brochure.composition.opportunities import _reduced, _settled, break_costs, break_rules
from brochure.composition.unbreakable import link_rulings, word_rulings
from brochure.layout.styles import Level

NEVER, FORCED = math.inf, -math.inf
LEVELS: tuple[Level, ...] = ("none", "normal", "basic", "gb", "strict")
# one of everything the rules can tell apart, and runs of what they count
ALPHABET = [
    *"西宁ab07 ，。、“”‘’（）《》—…·～–-/+%℃￥#年月万余个届第一十々ー‼",
    *".,:!?()'\"\n\u0301\u00a0\u200b\u2060\u3000가각é²",
    *("——", "……", "2025年", "a b ", "www.a.cn/b", "第15届", "🇨🇳", "👍🏻"),
]
TEXTS = st.lists(st.sampled_from(ALPHABET), max_size=24).map("".join)


def whole(text: str, level: Level, kinds: Sequence[Kind] | None = None) -> list[float]:
    """`break_costs` without stretches or memory: the rules asked about the whole text at once."""
    costs = [NEVER, *_settled(_reduced(text, kinds), level)[1:], 0.0] if text else [0.0]
    for at, cost, _ in word_rulings(text, (), headings=False):
        costs[at] = costs[at] if costs[at] == FORCED else max(costs[at], cost)
    for at, cost, _ in link_rulings(text):
        costs[at] = cost
    return costs


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(LEVELS))
def test_stretches_and_memory_change_nothing(text: str, level: Level) -> None:
    """The rules asked about short stretches say what they say about the whole text."""
    assert break_costs(text, level=level) == whole(text, level)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_reduction_changes_nothing(text: str) -> None:
    """All characters that are reduced to one break alike under Unicode's rules."""
    brackets = str.maketrans("“”‘’", "「」『』")
    latin = [kind is Kind.SIGN for kind in resolve_kinds(text)]
    read = "".join(
        char if keeps else char.translate(brackets) for char, keeps in zip(text, latin, strict=True)
    )
    assert uax14_costs(_reduced(text, None)) == uax14_costs(read)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(LEVELS))
def test_the_table_has_one_entry_a_character_and_one_for_the_end(text: str, level: Level) -> None:
    """Never before the first character, free at the end; in between free, dear, forced or never."""
    costs = break_costs(text, level=level)
    assert len(costs) == len(text) + 1
    assert costs[-1] == 0
    assert not text or costs[0] == NEVER
    assert all(cost >= 0 or cost == FORCED for cost in costs)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(LEVELS))
def test_every_cost_has_a_rule(text: str, level: Level) -> None:
    """What is not free is not so without a reason to show."""
    costs, rules = break_costs(text, level=level), break_rules(text, level=level)
    assert len(rules) == len(costs)
    assert all(names for cost, names in zip(costs[1:-1], rules[1:-1], strict=True) if cost != 0)


@given(TEXTS)
def test_kinds_may_be_brought_along(text: str) -> None:
    """The caller's own reading of the text gives the same table."""
    assert break_costs(text, kinds=resolve_kinds(text)) == break_costs(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("打造城市IP”等", "打|造|城|市|IP”|等"),
        ("汇聚“光伏一条街”", "汇|聚|“光|伏|一|条|街”"),
        ("他说“Hello world”了", "他|说|“Hello |world”|了"),
        ("说 “hi” too", "说 |“hi” |too"),
    ],
)
def test_chinese_quotation_marks_part_like_brackets(text: str, expected: str) -> None:
    """P13: Unicode holds a quotation mark on both sides when Latin is near; a Chinese one it must not."""
    costs = break_costs(text)
    assert "".join(("|" if at and costs[at] == 0 else "") + char for at, char in enumerate(text)) == expected


BODY = (
    "绿色转型走在前列，低碳发展引领示范。积极融入和服务“双碳”目标实现，成功入选国家碳达峰试点城市，探索并开展零碳园区、"
    "零碳社区等多元化场景建设；建成区绿化覆盖率达40.87%，全市创新平台达187家，算力规模超1.3万P。"
) * 100


def test_body_text_is_fast() -> None:
    """Over 1.5 million characters a second on a quiet machine; a third of that is asked of any."""
    kinds = resolve_kinds(BODY)
    break_costs(BODY, kinds=kinds)
    spent = []
    for _ in range(3):
        start = time.process_time()
        break_costs(BODY, kinds=kinds)
        spent.append(time.process_time() - start)
    assert len(BODY) / min(spent) > 500_000


@pytest.mark.parametrize(
    "unit", ["，", "0", "a", "一", "万", "第0", "0～", "“", "—", "《", "www.", "·", "\u0301", "文，", " "]
)
def test_no_text_takes_more_than_linear_time(unit: str) -> None:
    """Twenty thousand of the same, one long stretch: no rule looks back further and further."""
    text = unit * (20_000 // len(unit))
    start = time.process_time()
    break_costs(text)
    assert time.process_time() - start < 3
