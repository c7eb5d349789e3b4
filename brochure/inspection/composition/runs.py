"""Inseparable runs over line ends: U1 to U11.

The judge looks for the runs in the paragraph's text and for line ends inside them; where the rule speaks of a
penalty, a break is a cost and not a fault.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from brochure.inspection.composition.marks import Kind
from brochure.inspection.composition.paragraphs import Paragraph, SetLine
from brochure.inspection.composition.tally import Tally, Weight, ems

_RAISED: Final = 0.15  # em
_LONG: Final = 12  # characters; ranges up to here stay whole (U6)
_UNITS: Final = (
    "km/h|km²|km2|km|hm²|hm2|cm²|cm|mm|dm|µm|μm|nm|m²|m³|m2|m3|m/s|m|ha|kg|mg|µg|g|t|mL|ml|L|kWh|MWh|GWh|kW|MW|GW|W"
    "|kHz|MHz|GHz|Hz|kB|KB|MB|GB|TB|Mbps|Gbps|kV|mA|V|A|kPa|Pa|kJ|J|ms|min|h|s|℃|°C|%|‰"
)
_NUMERALS: Final = "〇零一二三四五六七八九十百千两廿"
_COUNTERS: Final = (
    "平方公里|平方千米|平方米|立方米|公里|公斤|公顷|千米|千克|千瓦时|千瓦|兆瓦|厘米|毫米|小时|分钟|摄氏度|人次|万元|亿元|元"
    "|[个名家人户座项所辆台套件张位亩米吨次条期章岁倍处层里种类组栋线楼路站册部篇场款支株头只尾艘架间栏代时分秒届号届]"
)
_FIGURE: Final = r"\d+(?:[.,]\d+)*"
_SIGNED: Final = rf"(?:[A-Z]{{2,3}})?[$€£￥¥]?[+\-−±]?{_FIGURE}"


class _Run(NamedTuple):
    """Runs of one kind: how to find them, and what a break at a place inside weighs (None: nothing)."""

    rule: str
    pattern: re.Pattern[str]
    weigh: Callable[[re.Match[str], int], Weight | None]


def _fault(_found: re.Match[str], _at: int) -> Weight:
    return "fault"


def _after_figure(weight: Weight) -> Callable[[re.Match[str], int], Weight | None]:
    """Behind the figure of a run *weight*; inside the figure it is U3's."""
    return lambda found, at: weight if at >= found.end("figure") else None


def _of_range(found: re.Match[str], at: int) -> Weight | None:
    """Never before the connector, nor anywhere in a short range; after the connector of a long one, a
    cost.
    """
    if at < found.end("figure") or at > found.end("connector") + 1:
        return None if found[0][at - found.start() - 1 : at - found.start() + 1].isdigit() else "fault"
    if found.end() - found.start() <= _LONG or at <= found.start("connector"):
        return "fault"
    return "cost" if at == found.end("connector") else "fault"


def _of_ordinal(found: re.Match[str], at: int) -> Weight:
    """第15届 whole; 第十五个五年 may be opened behind its number."""
    return "cost" if found["phrase"] and at >= found.end("ordinal") else "fault"


def _of_name(found: re.Match[str], at: int) -> Weight | None:
    """Two characters on either side cling to the interpunct; before it is K5's."""
    return None if at == found.start("dot") else "cost"


def _of_title(found: re.Match[str], at: int) -> Weight | None:
    """K2 and K3 judge the marks themselves."""
    return "cost" if found.start() + 1 < at < found.end() - 1 else None


def _of_link(found: re.Match[str], at: int) -> Weight | None:
    """An address breaks after its own marks alone."""
    return None if found[0][at - found.start() - 1] in "/.-?&=_" else "fault"


_LINK: Final = re.compile(r"(?:https?://|www\.)[!-~]+")
_RUNS: Final = (
    _Run("U1", re.compile("—{2,}|⸺|⸻"), _fault),
    _Run("U1", re.compile("(?<![…⋯])(?:……|⋯⋯)(?![…⋯])"), _fault),
    _Run("U2", re.compile("…{4,}|⋯{4,}"), _fault),
    _Run("U3", re.compile(rf"{_SIGNED}(?:[.,:+/×][0-9A-Za-z]+)*(?:[%％‰℃]|°C?[\d′″]*)?"), _fault),
    _Run("U3", re.compile(r"\d+：\d+"), _fault),
    _Run(
        "U4", re.compile(rf"(?P<figure>\d)[ \u00a0\u202f]?(?:{_UNITS})(?![A-Za-z])"), _after_figure("fault")
    ),
    _Run("U5", re.compile(rf"(?P<figure>{_FIGURE})[年月日]"), _after_figure("fault")),
    _Run("U5", re.compile(rf"(?P<figure>)[{_NUMERALS}]{{2,}}年"), _after_figure("fault")),
    _Run(
        "U5",
        re.compile(rf"(?P<figure>{_FIGURE})(?:[万亿余多]+(?:{_COUNTERS})?|{_COUNTERS})"),
        _after_figure("cost"),
    ),
    _Run(
        "U6",
        re.compile(
            rf"(?P<figure>{_FIGURE})[%％‰℃°万亿年月日]{{0,2}}(?P<connector>[～〜–]|—(?!—))"
            rf"[+\-−]?{_FIGURE}(?:[%％‰℃]|°C?|[万亿]?[年月日个]?)"
        ),
        _of_range,
    ),
    _Run(
        "U7",
        re.compile(
            rf"(?P<ordinal>第(?:\d+|[{_NUMERALS}]+))"
            rf"(?:(?P<phrase>个[{_NUMERALS}]*年?)|[届次名位条期号章节轮季卷版批级页年])"
        ),
        _of_ordinal,
    ),
    _Run("U8", _LINK, _of_link),
    _Run("U8", re.compile(r"[A-Za-zÀ-ɏ]+(?:[’'/][A-Za-z]+)*"), _fault),
    _Run("U9", re.compile("[\u3400-\u9fff]{2}(?P<dot>·)[\u3400-\u9fff]{2}"), _of_name),
    _Run("U10", re.compile("《[^《》]{1,8}》"), _of_title),
)


def count_runs(paragraph: Paragraph, tally: Tally, *, spaces_kept: bool) -> None:
    """Judge every line end of *paragraph* that falls inside a run.

    *spaces_kept* says whether the file keeps the spaces at line ends; without them two words that a line end
    parts cannot be told from a broken one, and U8 is not judged.
    """
    text = paragraph.text
    ends = {at: before for before, _, at in paragraph.breaks}
    links = [found.span() for found in _LINK.finditer(text)]
    for run in _RUNS:
        if run.rule == "U8" and not spaces_kept:
            continue
        for found in run.pattern.finditer(text):
            if run.pattern is not _LINK and any(a <= found.start() < b for a, b in links):
                continue  # U8 speaks for the whole address
            tally.look(run.rule)
            for at in range(found.start() + 1, found.end()):
                if at in ends and not _hyphenated(text, at, run.rule):
                    _found(paragraph, run, run.weigh(found, at), ends[at], found, tally)
    _count_insides(paragraph, tally)
    for line in paragraph.lines:
        _count_raised(line, tally)


def _hyphenated(text: str, at: int, rule: str) -> bool:
    return rule == "U8" and text[at - 1] in "-‐–\u00ad"


def _found(
    paragraph: Paragraph,
    run: _Run,
    weight: Weight | None,
    line: SetLine,
    found: re.Match[str],
    tally: Tally,
) -> None:
    if weight is None:
        return
    if run.rule == "U10" and paragraph.role == "display":
        weight = "fault"
    at = line.offset + len(line.line.text)
    split = f"{paragraph.text[found.start() : at].rstrip()}|{paragraph.text[at : found.end()]}"
    tally.found(run.rule, line, split, found[0], weight=weight)


def _count_insides(paragraph: Paragraph, tally: Tally) -> None:
    """U1: no space between the two glyphs of an ellipsis. U2: twelve dots have their line to themselves."""
    for line in paragraph.lines:
        for left, right in zip(line.pieces, line.pieces[1:], strict=False):
            if left.kind is right.kind is Kind.ELLIPSIS:
                tally.look("U1")
                gap = (right.left - left.right) / line.em
                if abs(gap) > 0.01:
                    tally.found("U1", line, f"…{ems(gap)}…", ems(0))
        dots = sum(len(piece.text) for piece in line.pieces if piece.kind is Kind.ELLIPSIS)
        if "…………" in line.line.text and dots < len(line.line.text.strip()):
            tally.found("U2", line, line.line.text.strip(), "…………")


def _count_raised(line: SetLine, tally: Tally) -> None:
    """U11: a line does not begin with a raised figure, but for a paragraph's first."""
    tally.look("U11", sum(piece.raised > _RAISED * line.em for piece in line.pieces))
    first = line.pieces[0]
    if first.raised > _RAISED * line.em and not line.first:
        tally.found("U11", line, first.text, "")
