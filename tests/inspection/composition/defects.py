"""For every counter a page with one thing wrong, set by hand, and one where it is right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from brochure.display import Mark
from brochure.inspection.composition import Level
from tests.inspection.composition.printing import (
    LEADING,
    SIZE,
    hand_set,
    library,
    meaning,
    raised,
    shifted,
)

Pages: TypeAlias = Sequence[Sequence[Mark]]

HAN: Final = "山谷河岸老街新城果园"
"""Ten em without anything to adjust."""
MORE: Final = "渡口书院车站驿道麦田"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Pages that break a rule, and pages that keep it though it applies."""

    wrong: Pages
    right: Pages
    weight: str = "fault"
    level: Level = "gb"


def rows(*texts: str | Mark | tuple[str, float]) -> Pages:
    """A page of justified rows, ten em wide; a pair gives a row's own width; the last row is left as it is."""
    marks: list[Mark] = []
    for at, text in enumerate(texts):
        if isinstance(text, str):
            marks.append(hand_set(text, at, to=None if at == len(texts) - 1 else 10.0))
        elif isinstance(text, tuple):
            marks.append(hand_set(text[0], at, to=text[1]))
        else:
            marks.append(text)
    return [marks]


def broken(before: str, after: str, rest: str = "") -> Pages:
    """A line end after *before*, in the middle of a paragraph of full lines."""
    return rows(HAN, before, after + rest + MORE[len(after + rest) :], "完")


def _last(text: str, **options: dict[int, float]) -> Pages:
    """*text* on a last line, where nothing is adjusted."""
    return rows(HAN, MORE, hand_set(text, 2, **options))  # type: ignore[arg-type]  # nudge alone


def _filled(text: str, nudge: dict[int, float]) -> Pages:
    """*text* on a line that has to be filled; *nudge* brings it there."""
    return rows(HAN, hand_set(text, 1, nudge=nudge), MORE, "完")


def _exponent(before: str, after: str) -> list[Mark]:
    """A raised 2 between *before* and *after* on the third row."""
    base = hand_set(before or "山", 2)
    width = base.width if before else 0.0
    two = shifted(hand_set("2", 2, size=6.2), right=width, down=-3.4)
    return [*([base] if before else []), two, shifted(hand_set(after, 2), right=width + two.width)]


EDGES: Final[dict[str, Case]] = {
    "K1": Case(wrong=broken(HAN, "，水渠"), right=broken("山谷河岸老街新城果，", "水渠")),
    "K2": Case(wrong=broken("山“河岸老街新城果园", "”水渠"), right=broken("山“河岸老街新城果”", "水渠")),
    "K3": Case(wrong=broken("山谷河岸老街新城果（", "水渠）"), right=broken(HAN, "（水渠）")),
    "K4": Case(wrong=broken(HAN, "～水渠"), right=broken("山谷河岸老街新城果～", "水渠")),
    "K4 dash": Case(wrong=broken(HAN, "—水渠"), right=broken("山谷河岸老街新城果—", "水渠")),
    "K5": Case(wrong=broken(HAN, "·水渠"), right=broken("山谷河岸老街新城果·", "水渠")),
    "K6": Case(wrong=broken(HAN, "／水渠"), right=broken("山谷河岸老街新城果", "水／渠")),
    "K6 end": Case(wrong=broken("山谷河岸老街新城果／", "水渠"), right=broken(HAN, "水／渠")),
    "K7": Case(wrong=broken("山谷河岸老街新城30", "℃水渠"), right=broken("山谷河岸老街新城3℃", "水渠")),
    "K7 end": Case(wrong=broken("山谷河岸老街新城果￥", "30水"), right=broken(HAN, "￥30水")),
    "K8": Case(wrong=broken(HAN, "々水渠"), right=broken("山谷河岸老街新城人々", "水渠")),
    "K9": Case(wrong=broken(HAN, "——水"), right=broken("山谷河岸老街新城——", "水渠"), level="strict"),
    "K2 escape": Case(  # two marks in a row do not free a line end, three do
        wrong=broken("谷河岸老“街新（城）", "”。水"),
        right=broken("谷河岸老“街新城果）", "水渠"),
        weight="escape",
    ),
    "H1": Case(
        wrong=rows(HAN, MORE, ("山谷河岸老街新城果园，", 11.0), MORE, "完"),
        right=rows(HAN, MORE, ("山谷河岸老街新城果，", 10.5), MORE, "完"),
    ),
}
RUNS: Final[dict[str, Case]] = {
    "U1": Case(wrong=broken("山谷河岸老街新城果—", "—水渠"), right=broken("山谷河岸老街新城——", "水渠")),
    "U1 dots": Case(wrong=broken("山谷河岸老街新城果…", "…水渠"), right=broken("山谷河岸老街新城……", "水渠")),
    "U1 gap": Case(wrong=_last("山谷……水渠", nudge={3: 0.2}), right=_last("山谷……水渠")),
    "U2": Case(wrong=rows(HAN, "水渠…………", MORE, "完"), right=rows(HAN, "…………", "水渠")),
    "U3": Case(wrong=broken("山谷河岸老街新城20", "25水渠"), right=broken("山谷河岸老街新城果", "2025水渠")),
    "U3 point": Case(wrong=broken("山谷河岸老街新城99.", "02%水"), right=broken("山谷河岸老街99.02%", "水渠")),
    "U4": Case(wrong=broken("山谷河岸老街新城15", "km水渠"), right=broken("山谷河岸老街15km", "水渠")),
    "U5": Case(wrong=broken("山谷河岸老街2025", "年水渠"), right=broken("山谷河岸2025年", "水渠")),
    "U5 counter": Case(
        wrong=broken("山谷河岸老街187", "家水渠"), right=broken("山谷河岸老187家", "水渠"), weight="cost"
    ),
    "U6": Case(wrong=broken("山谷河岸老街17～", "19℃水"), right=broken("山谷河岸17～19℃", "水渠")),
    "U6 long": Case(
        wrong=broken("河岸老街1,234,567～", "2,345,678人次来渡"), right=broken("河岸老街新城果园", "17～19℃水"), weight="cost"
    ),
    "U7": Case(wrong=broken("山谷河岸老街新城第", "15届水"), right=broken("山谷河岸老街第15届", "水渠")),
    "U7 phrase": Case(
        wrong=broken("山谷河岸老街第十五", "个五年水"), right=broken("山谷河岸老街第十五届", "水"), weight="cost"
    ),
    "U8": Case(
        wrong=rows(HAN, hand_set("山谷 ", 1, to=10.25), "山谷河岸老街broch", "ure水渠"),
        right=rows(HAN, hand_set("山谷 ", 1, to=10.25), "山谷河岸老brochure", "水渠"),
    ),
    "U9": Case(wrong=broken("河岸老街新城果约翰·", "史密"), right=broken("岸老街新约翰·史密斯", "水渠"), weight="cost"),
    "U10": Case(wrong=broken("山谷河岸老街新《水", "渠》田"), right=broken("山谷河岸老《水渠》", "田"), weight="cost"),
    "U11": Case(
        wrong=[[*rows(HAN, "山谷河岸老街新城km", MORE)[0][:2], *_exponent("", "水渠河岸")]],
        right=[[*rows(HAN, MORE, HAN)[0][:2], *_exponent("山谷15km", "水渠")]],
    ),
}


def _squeezed(nudge: dict[int, float]) -> Pages:
    return _last("说“好。”去", nudge=nudge)


WIDTHS: Final[dict[str, Case]] = {
    "P1": Case(wrong=_last("山谷，河岸", nudge={3: -0.3}), right=_last("山谷，河岸")),
    "P1 wide": Case(wrong=_last("山谷，河岸", nudge={3: 0.2}), right=_last("山谷，河岸")),
    "P2": Case(wrong=_squeezed({}), right=_squeezed({4: -0.5})),
    "P3": Case(wrong=_squeezed({5: -0.5}), right=_squeezed({4: -0.5})),
    "P4": Case(wrong=_last("山（）谷", nudge={2: -0.3}), right=_last("山（）谷")),
    "P5": Case(wrong=rows(HAN, MORE, meaning(hand_set("山谷二河", 2), 2, "：")), right=_last("山谷：河")),
    "P6": Case(wrong=_last("说‘好’（去）"), right=_last("说‘好’（去）", nudge={4: -0.5})),
    "P7": Case(wrong=_last("去？！好"), right=_last("去？！好", nudge={2: -0.5, 3: -0.5})),
    "P8": Case(wrong=_last("李·白", nudge={1: 0.3, 2: 0.3}), right=_last("李·白", nudge={1: 0.087, 2: 0.086})),
    "P9": Case(
        wrong=rows(HAN, MORE, "山谷河岸老街新城果，", MORE, "完"),
        right=rows(HAN, MORE, ("山谷河岸老街新城果，", 10.5), MORE, "完"),
    ),
    "P10": Case(
        wrong=rows(HAN, MORE, "“谷河岸老街新城果园", MORE, "完”"),
        right=rows(HAN, MORE, shifted(hand_set("“谷河岸老街新城果园", 2, to=10.5), -5.0), MORE, "完”"),
    ),
    "P12": Case(wrong=_last("山谷，河岸", nudge={3: -0.95}), right=_last("山谷，河岸")),
    "P12 near": Case(wrong=_last("山谷，河岸", nudge={3: -0.79}), right=_last("山谷，河岸"), weight="cost"),
    "P13": Case(
        wrong=rows(HAN, MORE, hand_set("说“好”", 2, features=("pwid",))), right=rows(HAN, MORE, "说“好”")
    ),
    "P13 Latin": Case(
        wrong=_last("see “open data” here"),
        right=rows(HAN, MORE, hand_set("see “open data” here", 2, features=("pwid",))),
    ),
    "P14": Case(
        wrong=rows(HAN, MORE, hand_set("山——谷", 2, face=library().face("kai", 400), nudge={2: 0.05})),
        right=_last("山——谷"),
    ),
    "P14 low": Case(
        wrong=rows(HAN, MORE, meaning(hand_set("山＿谷", 2), 1, "——")), right=_last("山——谷")
    ),
    "P15": Case(
        wrong=rows("山谷……河岸老街新城", MORE, meaning(hand_set("山__谷", 2), 1, "……")),
        right=rows("山谷……河岸老街新城", MORE, "山……谷"),
    ),
}

MIXED: Final[dict[str, Case]] = {
    "S1": Case(wrong=_last("山谷A级", nudge={2: 0.05, 3: 0.25}), right=_last("山谷A级", nudge={2: 0.25, 3: 0.25})),
    "S3": Case(wrong=_last("山谷，A级", nudge={3: 0.3, 4: 0.25}), right=_last("山谷，A级", nudge={4: 0.25})),
    "S3 percent": Case(wrong=_last("达80%以上", nudge={3: 0.2}), right=_last("达80%以上")),
    "S4": Case(
        wrong=_last("山2025年谷15日河16日岸", nudge={1: 0.25, 5: 0.25, 7: 0.25, 11: 0.25, 13: 0.25}),
        right=_last("山2025年谷15日", nudge={1: 0.25, 5: 0.25, 7: 0.25, 9: 0.25}),
    ),
    "S5": Case(
        wrong=_filled("山谷河岸老街新城A级", {8: 0.031, 9: 0.251}),
        right=_filled("山谷河岸老街新城A级", {8: 0.141, 9: 0.141}),
    ),
    "S6": Case(wrong=_last("山２０谷"), right=_last("山20谷", nudge={1: 0.25, 3: 0.25}), weight="cost"),
    "T2": Case(wrong=_last("山谷 河岸"), right=_last("山谷河岸"), weight="cost"),
}

JUSTIFICATION: Final[dict[str, Case]] = {
    "J1": Case(
        wrong=rows(HAN, MORE, hand_set(HAN, 2, to=9.8), MORE, "完"), right=rows(HAN, MORE, HAN, MORE, "完")
    ),
    "J1 left": Case(
        wrong=rows(HAN, MORE, hand_set(HAN, 2, indent=0.1, to=10.0), MORE, "完"),
        right=rows(HAN, MORE, HAN, MORE, "完"),
    ),
    "J2": Case(
        wrong=_filled("说“河岸。老街，新城果", {4: 0.0, 5: -0.5, 6: 0.0, 8: 0.0, 9: -0.5}),
        right=_filled("说“河岸。老街，新城果", {1: -0.5, 8: -0.5}),
    ),
    "J3": Case(
        wrong=_filled("山谷河岸老街新A城", {1: 0.064, 2: 0.064, 3: 0.064, 4: 0.064, 5: 0.064, 6: 0.064, 7: 0.25, 8: 0.25}),
        right=_filled("山谷河岸老街新A城", {1: 0.03, 2: 0.03, 3: 0.03, 4: 0.03, 5: 0.03, 6: 0.03, 7: 0.35, 8: 0.35}),
    ),
    "J4": Case(
        wrong=_filled("山谷河岸老街新城果", {1: 0.5, 2: 0.5}), right=rows(HAN, hand_set(HAN[:9], 1, to=10.0), MORE, "完")
    ),
    "J5": Case(
        wrong=_last("山谷brochure", nudge={2: 0.25, **dict.fromkeys(range(3, 10), 0.1)}),
        right=_last("山谷brochure", nudge={2: 0.25}),
    ),
    "J6": Case(wrong=rows(HAN, "山谷河岸老街新", MORE, "完"), right=rows(HAN, MORE, HAN, "完")),
    "J6 warning": Case(wrong=rows(HAN, "山谷河岸老街新城果", MORE, "完"), right=rows(HAN, MORE, "完"), weight="cost"),
    "J7": Case(
        wrong=rows(HAN, "山谷河岸老街新城果", hand_set("山谷，河岸，老街新城果", 2, nudge={3: -0.5, 6: -0.5}), MORE, "完"),
        right=rows(HAN, MORE, HAN, "完"),
        weight="cost",
    ),
    "J8": Case(wrong=rows(HAN, MORE, ("山谷河岸老街", 6.5)), right=rows(HAN, MORE, "山谷河岸老街")),
    "J9": Case(
        wrong=rows("山谷河岸老街新城果园水渠", ("山谷河岸老街新城果", 9.6), ("山谷河岸老街新城果园水", 11.0)),
        right=rows(("山谷河岸老街新城果园水渠", 12.0), ("山谷河岸老街新城果", 9.0), ("山谷河岸老街新城果园水", 11.0)),
    ),
}


def _paragraphs(indent: float, *, apart: float = 0.0) -> list[Mark]:
    """Two paragraphs in a column of 20 em, the second indented by *indent*, *apart* points below the first."""
    full, rest = HAN + MORE, "完"
    first = [hand_set(full[:18], 0, indent=2.0), hand_set(full, 1), hand_set(rest * 3, 2)]
    second = [hand_set(full[: 20 - round(indent)], 3, indent=indent, to=20.0), hand_set(full, 4), hand_set(rest * 3, 5)]
    return [*first, *(shifted(run, down=apart) for run in second)]


def _columns(cut: int, drop: float = 0.0) -> list[Mark]:
    """A paragraph of three lines and one of six, *cut* of these in the first column; the second stands *drop*
    points lower.
    """
    full = HAN + MORE
    lines = [hand_set(full[:18], 0, indent=2.0), hand_set(full, 1), hand_set("完成了。", 2)]
    lines += [hand_set(full[:18], 3, indent=2.0), *(hand_set(full, at) for at in range(4, 8)), hand_set("山谷河", 8)]
    over = 3 + cut
    return [
        run if at < over else shifted(run, right=230.0, down=drop - over * LEADING) for at, run in enumerate(lines)
    ]


def _of_size(size: float, leading: float = LEADING) -> list[Mark]:
    return [shifted(hand_set(HAN, 0, size=size), down=at * leading) for at in range(4)]


def _titled(title: str, *more: str) -> list[Mark]:
    """Lines of a title in 16 point above four lines of text."""
    lines: list[Mark] = [shifted(hand_set(text, 0, size=16.0), down=26.0 * at) for at, text in enumerate((title, *more))]
    return [*lines, *(shifted(hand_set(HAN, at), down=80.0) for at in range(4))]


def _with_heading(below: int) -> list[Mark]:
    """Four lines of text, a heading in bold, and *below* lines of text, the rest in the next column."""
    bold = library().face("hei", 700)
    text: list[Mark] = [hand_set(HAN, at) for at in range(4)]
    heading = hand_set("山谷河岸", 4, face=bold)
    after: list[Mark] = [hand_set(HAN, 5 + at) for at in range(below)]
    return [*text, heading, *after, *(shifted(hand_set(HAN, at), right=140.0) for at in range(6))]


PAGES: Final[dict[str, Case]] = {
    "G1": Case(wrong=[_paragraphs(1.5)], right=[_paragraphs(2.0)]),
    "G2": Case(wrong=[_paragraphs(2.0, apart=5.0)], right=[_paragraphs(2.0)]),
    "G3": Case(wrong=rows(HAN, MORE, "完。"), right=rows(HAN, MORE, "完成了。")),
    "G3 target": Case(wrong=rows(HAN, MORE, "完成。"), right=rows(HAN, MORE, "完成了。"), weight="cost"),
    "G4": Case(wrong=[_columns(5)], right=[_columns(4)]),
    "G4 first": Case(wrong=[_columns(1)], right=[_columns(2)]),
    "G5": Case(wrong=[rows(HAN, MORE, HAN)[0], [hand_set(HAN, 0)]], right=[rows(HAN, MORE, HAN)[0]]),
    "G6": Case(wrong=[[hand_set(HAN, at, to=10.5) for at in range(4)]], right=rows(HAN, MORE, HAN)),
    "G7": Case(wrong=[_of_size(SIZE, 13.0)], right=[_of_size(SIZE, 16.0)]),
    "G8": Case(wrong=[_columns(3, drop=4.0)], right=[_columns(3)]),
    "G11": Case(wrong=[_of_size(7.0, 12.0)], right=[_of_size(8.0, 14.0)]),
    "D1": Case(wrong=[_with_heading(1)], right=[_with_heading(3)]),
    "D1 foot": Case(wrong=[_with_heading(0)], right=[_with_heading(2)]),
    "D3": Case(wrong=[_titled("山谷河岸", "的老街新城")], right=[_titled("山谷河岸的", "老街新城")], weight="cost"),
    "D3 single": Case(wrong=[_titled("山谷河岸老街新", "城")], right=[_titled("山谷河岸", "老街新城")]),
    "D4": Case(wrong=[_titled("山谷河岸。")], right=[_titled("山谷河岸！")]),
    "M2": Case(wrong=rows(HAN, MORE, raised(hand_set("山谷河岸", 2), 2, 0.06)), right=rows(HAN, MORE, "山谷")),
    "M3": Case(wrong=rows(HAN, MORE, meaning(hand_set("山谷河岸", 2), 2, "\ufffd")), right=rows(HAN, MORE, "山谷")),
    "C2": Case(
        wrong=[[*rows(HAN, MORE, HAN)[0], *(shifted(hand_set(text, 0, size=8.0), down=90 + 12 * at)
                                            for at, text in enumerate(("山谷河岸老街新", "城")))]],
        right=[[*rows(HAN, MORE, HAN)[0], *(shifted(hand_set(text, 0, size=8.0), down=90 + 12 * at)
                                            for at, text in enumerate(("山谷河岸老街", "新城")))]],
    ),
    "C5": Case(
        wrong=[[*rows(HAN, MORE, HAN)[0], shifted(hand_set("80", 0, size=30.0), down=120),
                shifted(hand_set("%", 0, size=24.0), right=36.0, down=120)]],
        right=[[*rows(HAN, MORE, HAN)[0], shifted(hand_set("80", 0, size=30.0), down=120),
                shifted(hand_set("%", 0, size=14.0), right=36.0, down=120)]],
        weight="cost",
    ),
}  # fmt: skip

CASES: Final[dict[str, Case]] = {**EDGES, **RUNS, **WIDTHS, **MIXED, **JUSTIFICATION, **PAGES}
"""By rule; what follows the rule's number says which side of it."""
