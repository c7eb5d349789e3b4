"""Inseparable runs: numbers with units, dates, ranges, Latin words, names, short titles (U1-U10).

Hard where a reader would stumble, else a penalty in the unit of `prohibition.HYPHEN`.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from brochure.composition.line_break_rules import NEVER
from brochure.composition.prohibition import HYPHEN, POSTFIXES, Ruling

COUNTER: Final = 50.0  # 187|家, 17.22|万 (U5: about a hyphen's)
NUMERAL: Final = 30.0  # 十|四五
RANGE: Final = 50.0  # after the connector of a long range
ORDINAL: Final = 50.0  # 第十五|个五年
IN_NAME: Final = 60.0  # 比|尔·盖茨
AFTER_INTERPUNCT: Final = 40.0  # U9: if broken, then here
TITLE: Final = 50.0
LINK: Final = 20.0
LONGEST_WHOLE_RANGE: Final = 12  # characters (U6)
LONGEST_SHORT_TITLE: Final = 8  # characters between 《 and 》 (U10)

# Han that a number clings to. A group is one character to the rules below, so that answers can be remembered.
GROUPS: Final = {
    "一": "〇零一二三四五六七八九十百千两廿",
    "万": "万亿兆",
    "年": "年月日",
    "余": "余多",
    "届": "届次条期号章节轮季卷版批级页",
    "个": (
        "个名家人元户座项所辆台套件张位亩米吨公平立度天周岁倍处层里群种类组幢栋线楼路站册部篇场款支株头只尾艘架间"
        "栏代时分秒小克斤升瓦伏圈步折县市区镇乡村国省州代幅"
    ),
    "第": "第",
}

_DOTS: Final = re.compile("(?<=…)…|(?<=⋯)⋯|(?<=—)—")
_POSTFIX: Final = re.compile(f"(?<=0)[{POSTFIXES}]")
_RATIO: Final = re.compile("(?<=0：)0")
_COUNTED: Final = re.compile("(?<=0)[万余]+(?=[个届a])|0(?=[万余个届])")
_DATED: Final = re.compile("0(?=年)|(?<!一)一{2,}+(?=年)")
_NUMERALS: Final = re.compile("[一万]{2,}")
_ORDINAL: Final = re.compile("第(?:0+|一+)[届年]?")
_ORDINAL_IN_PHRASE: Final = re.compile("(?<=第)(?:0+|一+)个[0一]*年?")  # 第十五个五年
_FIGURE: Final = "0[0.,:％%‰℃°′″a]{0,24}+[万余年个]{0,3}+"  # bounded, so that the search stays linear
_RANGE: Final = re.compile(f"(?<![0.,:]){_FIGURE}(?:[～〜–‐]|—(?!—))[+−￥$-]?{_FIGURE}")
_SOLIDUS_IN_WORD: Final = re.compile("(?<=[a0]/)[a0]")
_PLUS_AFTER_WORD: Final = re.compile("(?<=[a0+])[+]")
_HYPHEN_IN_WORD: Final = re.compile("(?<=a[-‐–])a|(?<=\u00ad).")


def run_rulings(stretch: str) -> Iterator[Ruling]:
    """U1, U3, U5-U8 for a stretch in which letters are `a`, figures `0`, Han the first of its group or 文."""
    for rule, cost, pattern in (
        ("U1", NEVER, _DOTS),
        ("U3", NEVER, _POSTFIX),
        ("U3", NEVER, _RATIO),
        ("U8", NEVER, _SOLIDUS_IN_WORD),
        ("U8", NEVER, _PLUS_AFTER_WORD),
        ("U8", HYPHEN, _HYPHEN_IN_WORD),
    ):
        for match in pattern.finditer(stretch):
            yield Ruling(match.start(), cost, rule)
    if "0" in stretch or "一" in stretch:
        yield from _number_rulings(stretch)


def _number_rulings(stretch: str) -> Iterator[Ruling]:
    for match in _COUNTED.finditer(stretch):
        yield Ruling(match.end(), COUNTER, "U5")
        yield from _inside(match, COUNTER, "U5")
    for match in _NUMERALS.finditer(stretch):
        yield from _inside(match, NUMERAL, "U5")
    for match in _DATED.finditer(stretch):
        yield from _inside(match, NEVER, "U5")
        yield Ruling(match.end(), NEVER, "U5")
    for match in _ORDINAL.finditer(stretch):
        yield from _inside(match, NEVER, "U7")
    for match in _ORDINAL_IN_PHRASE.finditer(stretch):
        yield from _inside(match, ORDINAL, "U7")
    for match in _RANGE.finditer(stretch):
        if match.end() - match.start() <= LONGEST_WHOLE_RANGE:
            yield from _inside(match, NEVER, "U6")
        else:
            connector = re.search("[～〜–‐—]", match[0])
            yield Ruling(match.start() + (connector.end() if connector else 0), RANGE, "U6")


def _inside(match: re.Match[str], cost: float, rule: str) -> Iterator[Ruling]:
    """The places between the first and the last character of *match*."""
    return (Ruling(at, cost, rule) for at in range(match.start() + 1, match.end()))


# ---------------------------------------------------------------- what needs the words themselves

_UNIT_AFTER_SPACE: Final = re.compile(
    " (?<=[0-9] )(?=(?:[kcmdµμn]?m[²³]?|hm²|ha|[kmµμ]?g|t|[mµμ]?[Ll]|[kMGT]?W(?:·?h)?|[kMGT]?Hz|[kMGT]?B"
    "|[kMG]bps|[km]?V|m?A|k?Pa|k?J|km/h|m/s|[nmµμ]?s|min|h|℃|°C|[%‰])(?![A-Za-z]))"
)
_CHINESE_UNIT: Final = re.compile(
    "(?<=[0-9万亿余多])(?:平方(?:公里|千米|米)|立方米|公里|公斤|公顷|千米|千克|千瓦时?|兆瓦"
    "|厘米|毫米|小时|分钟|摄氏度|人次|万?亿?元)"
)
_LINK: Final = re.compile(r"(?:https?://|www\.)[!-~]+")
_LINK_SEAM: Final = re.compile(r"(?<=[/.\-?&=_])(?=[A-Za-z0-9])(?<!https://)(?<!http://)")
_SHORT_TITLE: Final = re.compile(f"《[^《》]{{1,{LONGEST_SHORT_TITLE}}}》")


def word_rulings(text: str, keep: Iterable[str], *, headings: bool) -> Iterator[Ruling]:
    """U4, U5, U9 and U10, for the text as it stands; *headings* makes U10 hard."""
    for match in _UNIT_AFTER_SPACE.finditer(text):
        yield Ruling(match.end(), NEVER, "U4")
    for match in _CHINESE_UNIT.finditer(text):
        yield from _inside(match, COUNTER, "U5")
    for at in occurrences(text, "·"):
        yield from _name_rulings(text, at)
    if "《" in text:
        for match in _SHORT_TITLE.finditer(text):
            yield from _inside(match, NEVER if headings else TITLE, "U10")
    for name in keep:
        for start in occurrences(text, name):
            inner = range(start + 1, start + len(name))
            yield from (Ruling(at, NEVER if headings else TITLE, "U10") for at in inner)


def _name_rulings(text: str, at: int) -> Iterator[Ruling]:
    """比尔·盖茨: two characters on either side cling to the interpunct at *at*."""
    if at and at + 1 < len(text) and _is_han(text[at - 1]):
        yield Ruling(at + 1, AFTER_INTERPUNCT, "U9")
    for place in (at - 1, at + 2):
        if 0 < place < len(text) and _is_han(text[place - 1]) and _is_han(text[place]):
            yield Ruling(place, IN_NAME, "U9")


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def occurrences(text: str, name: str) -> Iterator[int]:
    """Where *name* begins in *text*; overlapping places too, none for an empty name."""
    start = text.find(name) if name else -1
    while start >= 0:
        yield start
        start = text.find(name, start + 1)


def link_rulings(text: str) -> Iterator[Ruling]:
    """U8: an address breaks after / . - and the like, and nowhere else. Takes the place of other rules."""
    if "://" not in text and "www." not in text:
        return
    for match in _LINK.finditer(text):
        seams = {seam.start() for seam in _LINK_SEAM.finditer(text, match.start() + 1, match.end())}
        for at in range(match.start() + 1, match.end()):
            yield Ruling(at, LINK if at in seams else NEVER, "U8")
