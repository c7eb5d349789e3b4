"""Where headings break."""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.composition.opportunities import break_costs
from brochure.composition.seams import AGAINST_THE_AUTHOR, punctuation_seams, seam_costs, word_seams

NEVER = math.inf
KEEP = ("丹噶尔", "河湟谷地", "塔尔寺", "古城与塔")


def parts(text: str, costs: list[float]) -> list[str]:
    """*text* cut at every place that is not barred."""
    cuts = [0, *[at for at in range(1, len(text)) if costs[at] < NEVER], len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("继往开来启新程，踔厉奋发向未来", ["继往开来启新程，", "踔厉奋发向未来"]),
        ("向「绿」而行 向「新」发力", ["向「绿」而行 ", "向「新」发力"]),
        ("绿色算力：“绿电+算力”新引擎", ["绿色算力：", "“绿电+算力”新引擎"]),
        ("他说“好。”于是走了", ["他说“好。”", "于是走了"]),
        ("西宁——中国夏都", ["西宁", "——", "中国夏都"]),
        ("达1,800亿元", ["达1,800亿元"]),
    ],
)
def test_punctuation_parts_phrases(text: str, expected: list[str]) -> None:
    """D2: after ： ， 。” and spaces, around ——; nowhere else."""
    assert parts(text, punctuation_seams(text)) == expected


def test_the_authors_seam_goes_first() -> None:
    """D2: a seam of the author's is free, everything else then costs much, but is not barred."""
    text = "西宁奋力推进，中国式现代化高原新实践"
    costs = punctuation_seams(text, seams=(12,))
    assert costs[12] == 0
    assert costs[7] == AGAINST_THE_AUTHOR
    assert seam_costs(text, seams=(12,))[12] == 0


def test_an_authors_seam_does_not_break_a_rule() -> None:
    """D2, K1: a seam before a comma, or inside a figure, is left out."""
    assert punctuation_seams("西宁，夏都", seams=(2,))[2] == NEVER
    assert punctuation_seams("达99.02%了", seams=(3,))[3] == NEVER


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("丹噶尔古城与塔尔寺", ["丹噶尔", "古城", "与塔尔寺"]),
        ("高原明珠的绿色答卷", ["高原", "明珠的", "绿色", "答卷"]),
        ("生态保护和高质量发展", ["生态", "保护", "和高质量", "发展"]),
        ("精心打造河湟谷地上的宜居城市", ["精心", "打造", "河湟谷地上的", "宜居城市"]),
        ("《河湟》走进北京", ["《河湟》", "走进", "北京"]),
        ("共建“一带一路”与对外开放", ["共建", "“一带一路”", "与对外开放"]),
        ("全市创新平台达187家", ["全市", "创新", "平台", "达187家"]),
        ("第15届青洽会", ["第15届", "青洽会"]),
    ],
)
def test_words_names_and_short_quotations_stay_whole(text: str, expected: list[str]) -> None:
    """D2, D3: 的 and 上 stay with the word before, 与 and 和 with the one after; names are glued."""
    assert parts(text, word_seams(text, KEEP[:3])) == expected


def test_keep_goes_before_the_segmenter() -> None:
    """D2: where a name and a word overlap, the name is whole and its ends are ends of words."""
    text = "丹噶尔古城与塔尔寺"
    assert parts(text, word_seams(text, KEEP[3:]))[-2:] == ["古城与塔", "尔寺"]


def test_a_phrase_ends_more_easily_than_a_compound() -> None:
    """D3: before a conjunction cheaper than between two nouns, beside a lone character dearest."""
    text = "生态保护和高质量发展"
    compound = "国际公路"
    assert word_seams(text)[4] < word_seams(compound)[2]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"西宁的与了，。：“”《》", "丹噶尔", "187家", "2025年", "现代化", "GDP", "——"]),
        max_size=12,
    ),
    st.lists(st.integers(0, 30), max_size=3),
)
def test_seams_never_break_a_rule(pieces: list[str], seams: list[int]) -> None:
    """D2: an entry a character and one for the end, no seam where the break table says never."""
    text = "".join(pieces)
    hard = break_costs(text)
    for costs in (
        punctuation_seams(text, seams, KEEP),
        word_seams(text, KEEP),
        seam_costs(text, seams, KEEP),
    ):
        assert len(costs) == len(text) + 1
        assert costs[-1] == 0
        assert all(
            cost == NEVER for cost, barred in zip(costs[1:-1], hard[1:-1], strict=True) if barred == NEVER
        )
