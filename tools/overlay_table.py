"""Writes ``docs/composition/overlay.md``: where the line breaks of GB and clreq differ from Unicode's.

    python tools/overlay_table.py           write the table
    python tools/overlay_table.py --check   fail if it would change

The table is asked of the engine itself, so it cannot promise what the engine does not do.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from math import inf
from pathlib import Path
from typing import Final

from brochure.composition import line_break_table
from brochure.composition.line_break_rules import FREE, uax14_costs
from brochure.composition.opportunities import break_costs, break_rules
from brochure.layout.styles import Level
from tests.composition.conformance import line_break_tests

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs/composition/overlay.md"
LEVELS: Final[tuple[Level, ...]] = ("none", "normal", "basic", "gb", "strict")

CLAUSES: Final = {
    "K1": "GB/T 15834 5.1.1、5.1.2",
    "K2": "GB/T 15834 5.1.3",
    "K3": "GB/T 15834 5.1.3",
    "K4": "GB/T 15834 5.1.6",
    "K5": "GB/T 15834 5.1.7",
    "K6": "GB/T 15834 5.1.9",
    "K7": "CSS Text 3 line-break；clreq",
    "K8": "CSS Text 3 line-break",
    "K9": "GB/T 15834 5.1.4、5.1.5；clreq",
    "U1": "GB/T 15834 5.1.4、5.1.5",
    "U3": "UAX #14 LB25 的推广",
    "U4": "编辑惯例",
    "U5": "编辑惯例",
    "U6": "GB/T 15834 5.1.6；编辑惯例",
    "U7": "编辑惯例",
    "U8": "clreq 西文排版",
    "U9": "编辑惯例",
    "U10": "编辑惯例",
    "P13": "UAX #11 Ambiguous；clreq",
}
"""The source of each rule that the overlay follows."""

MARKS: Final = (
    "，。、；：？！．“”‘’（）《》〈〉【】〖〗〔〕［］｛｝「」『』〘〙〚〛｟｠〝〞〟—–‐～〜゠‒―·・･‧/／%％‰‱℃℉°′″‴‵￠¢﹪㎡㎞㎏"
    "￥¥$＄￡€№＃#々〻ゝゞヽヾー‼⁇⁈⁉…⋯⸺⸻-"
)
PAIRS: Final = ("——", "……", "⋯⋯")
RUNS: Final = (
    "西宁——夏都", "西宁……夏都", "夏都…………", "达99.02%。", "达-5℃", "比分1：2", "长30 km的", "约7.6 ℃时",
    "在2025年7月1日", "二〇二五年", "17.22万人", "达187家，", "80余万平方米", "气温17～19℃之间",
    "2024—2026年计", "占20%～30%", "第15届青", "第十五个五年规", "速度km/h和", "A/B型", "C++语", "见https://www.a.cn/b-c。",
    "比尔·盖茨说", "《河湟》剧", "打造IP”等", "他说“Hello”了",
)  # fmt: skip

Row = tuple[str, ...]


def word(cost: float) -> str:
    """What a cost means to a line."""
    return "不断" if cost == inf else "可断" if cost == FREE else f"少断（{cost:.0f}）"


def mark_rows() -> Iterator[Row]:
    """Marks among Han, at line starts and line ends, where GB's levels are of another mind than Unicode."""
    for mark, name, plain, costs, rules in _edges():
        if any((cost == inf) != (plain == inf) or cost not in {FREE, inf} for cost in costs[2:]):
            yield (_shown(mark), _codes(mark), name, word(plain), *map(word, costs), *_source(rules))


def freed(number: int) -> str:
    """The marks that level *number* lets stand at an edge where Unicode does not, and GB does not either."""
    found = {"行首": "", "行末": ""}
    for mark, name, plain, costs, _ in _edges():
        if plain == inf and costs[number] < inf and costs[LEVELS.index("gb")] == inf:
            found[name] += mark
    return "；".join(f"{name}：{_shown(marks)}" for name, marks in found.items() if marks)


def _edges() -> Iterator[tuple[str, str, float, list[float], tuple[str, ...]]]:
    """Every mark at either edge: Unicode's cost, each level's, the rules that speak."""
    for mark in (*MARKS, *PAIRS):
        text = f"文{mark}文"
        plain = uax14_costs(text)
        for name, at in (("行首", 1), ("行末", len(text) - 1)):
            costs = [break_costs(text, level=level)[at] for level in LEVELS]
            yield mark, name, plain[at], costs, break_rules(text, level="strict")[at]


def run_rows() -> Iterator[Row]:
    """Numbers, units, names, addresses: each place of the examples where level gb differs from Unicode."""
    for text in RUNS:
        plain, costs, rules = uax14_costs(text), break_costs(text), break_rules(text)
        for at in range(1, len(text)):
            if costs[at] != plain[at]:
                place = f"{text[:at]}▏{text[at:]}"
                yield (_shown(place), word(plain[at]), word(costs[at]), *_source(rules[at]))


def case_rows() -> Iterator[Row]:
    """How often each rule speaks in Unicode's own test cases and the random strings beside them."""
    counted: Counter[tuple[str, str]] = Counter()
    for text, expected in line_break_tests().items():
        allowed = {at for at, cost in enumerate(break_costs(text)) if cost < inf}
        for at in allowed ^ expected:
            names = break_rules(text)[at]
            counted["不断" if at in expected else "可断", names[0] if at in expected else names[-1]] += 1
    for (says, rule), count in sorted(counted.items()):
        yield rule, says, str(count), CLAUSES[rule]


def _source(rules: tuple[str, ...]) -> Row:
    """The rule of ours that speaks first, and its clause."""
    rule = next((name for name in rules if name in CLAUSES), "")
    return rule, CLAUSES.get(rule, "")


def _shown(text: str) -> str:
    return text.replace("|", "\\|").replace("*", "\\*")


def _codes(mark: str) -> str:
    return " ".join(f"{ord(char):04X}" for char in mark)


def _table(head: Row, rows: Iterator[Row]) -> str:
    lines = (head, ("---",) * len(head), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def document() -> str:
    """The whole page."""
    cases = len(line_break_tests())
    edge = ("标点", "码位", "位置", "Unicode", *LEVELS, "规则", "依据")
    return f"""# 断行规则与 Unicode 的不同之处

由 `tools/overlay_table.py` 生成，每一格都是问断行表本身得来的，测试核对它没有过时。
Unicode 指 {line_break_table.UNICODE} 的 UAX #14。除下面各处以外，断行处与 Unicode 完全一致：
Unicode 自己的 LineBreakTest（16.0 版 16 672 例，其中 17.0 改了 4 例）和 ICU 78.3 回答的 2 500 个随机字串，
共 {cases} 个不同的字串，逐处相同，或有一条规则说明为何不同。

五级宽严，一级严过一级（K9）。`strict`、`normal`、`none` 与 CSS `line-break` 的 strict、normal、loose 相当，
WPT 的中文断行用例 108 个全部通过。`gb` 是国标，默认。`normal` 比 `basic` 少一条 K4：
CSS 的 normal 让连接号出现在行首，国标不让。“少断”后的数是代价，连字符断词为 50。

*Every place where the line breaks of GB/T 15834 and clreq differ from UAX #14, asked of the engine.*

## 汉字之间的标点

国标的三级与 Unicode 不同之处：

{_table(edge, mark_rows())}

比 Unicode 宽的两级，放开的标点：

- `none`：{freed(0)}
- `normal`：{freed(1)}

## 数字、单位、名称

`▏` 是断行处；一栏为 Unicode，一栏为 `gb` 级。

{_table(("例", "Unicode", "本程序", "规则", "依据"), run_rows())}

## Unicode 自己的用例

`gb` 级在 {cases} 个字串里与 Unicode 不同的地方，按规则计数。

{_table(("规则", "本程序", "处", "依据"), case_rows())}
"""


def main(words: list[str]) -> int:
    """Write the page, or with ``--check`` compare it."""
    page = document()
    if "--check" in words:
        same = PAGE.exists() and PAGE.read_text(encoding="utf-8") == page
        print("unchanged" if same else f"{PAGE.relative_to(ROOT)} is out of date")
        return 0 if same else 1
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page, encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {len(page.splitlines())} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
