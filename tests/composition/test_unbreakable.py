"""Numbers, units, dates, ranges, Latin words, names and titles."""

import math
import re

import pytest

from brochure.composition.opportunities import break_costs, break_rules

NEVER = math.inf


def broken(text: str, **wanted: object) -> str:
    """*text* with | at every free place and (cost) at every dear one; nothing where a line may not break."""
    costs = break_costs(text, **wanted)  # type: ignore[arg-type]
    seams = ["", *["|" if cost == 0 else "" if cost == NEVER else f"({cost:.0f})" for cost in costs[1:-1]]]
    return "".join(seam + char for seam, char in zip(seams, text, strict=True))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("U1", "西|宁(50)——|夏|都"),
        ("U1", "西|宁(50)……|夏|都"),
        ("U2", "夏|都|…………"),
        ("U3", "达|99.02%。"),
        ("U3", "约|3.5‰"),
        ("U3", "达|-5℃"),
        ("U3", "构|建|“1+3+X”|发|展"),
        ("U3", "US$4,800"),
        ("U3", "101°49′17″"),
        ("U3", "比|分|1：2"),
        ("U4", "长|30 km|的"),
        ("U4", "约|7.6 ℃|时"),
        ("U4", "达|15 hm²|的"),
        ("U5", "在|2025年|7月|1日"),
        ("U5", "二〇二五年"),
        ("U5", "17.22(50)万(50)人"),
        ("U5", "达|187(50)家，"),
        ("U5", "超|1.3(50)万(50)P，"),
        ("U5", "80(50)余(50)万(50)平(50)方(50)米"),
        ("U5", "3(50)个|千(30)亿|级"),
        ("U5", "“15(50)分(50)钟”"),
        ("U6", "气|温|17～19℃|之|间"),
        ("U6", "2024—2026年|计"),
        ("U6", "占|20%～30%"),
        ("U6", "去|年|17～19℃"),
        ("U6", "2025年|17～19℃"),
        ("U6", "需|3～5个月"),
        ("U6", "12345(50)万～(50)67890(50)万"),
        ("U7", "第15届|青"),
        ("U7", "第十五(50)个(50)五(50)年|规"),
        ("U8", "速|度|km/h|和|A/B|型"),
        ("U8", "e-(50)mail"),
        ("U8", "C++语"),
        ("U8", "见|https://www.(20)a.(20)cn/(20)b-(20)c。"),
        ("U9", "比(60)尔·(40)盖(60)茨|说"),
        ("U9", "唐(60)道·637、|新"),
        ("U10", "《河(50)湟》|剧"),
    ],
)
def test_a_run_holds_together(rule: str, text: str) -> None:
    """U1-U10: whole where a reader would stumble, dear where a break is only unkind."""
    plain = re.sub(r"\||\([2-6]0\)", "", text)
    assert broken(plain) == text
    assert any(rule in rules or "UAX14" in rules for rules in break_rules(plain))


def test_a_word_after_a_number_is_no_unit() -> None:
    """U4: only units cling to the number across a space."""
    assert broken("2025 kilo") == "2025 |kilo"


def test_a_name_to_keep_is_dear_in_text_and_whole_in_a_heading() -> None:
    """U10: names of the keep list, every time they occur."""
    assert broken("丹噶尔与丹噶尔", keep=("丹噶尔",)) == "丹(50)噶(50)尔|与|丹(50)噶(50)尔"
    assert broken("丹噶尔与丹噶尔", keep=("丹噶尔",), headings=True) == "丹噶尔|与|丹噶尔"


def test_a_title_is_whole_in_a_heading_unless_long() -> None:
    """U10: up to eight characters between the title marks."""
    assert broken("《一二三四五六七八》", headings=True) == "《一二三四五六七八》"
    assert broken("《西宁市文化和旅游志》", headings=True) == "《西|宁|市|文|化|和|旅|游|志》"


def test_a_link_keeps_chinese_marks_after_it_out() -> None:
    """U8: an address ends where its ASCII ends."""
    assert broken("见www.a.cn，好") == "见|www.(20)a.(20)cn，|好"
