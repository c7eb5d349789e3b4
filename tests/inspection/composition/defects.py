"""For every counter a page with one thing wrong, set by hand, and one where it is right."""

from typing import Final

from brochure.display import Mark
from tests.inspection.composition.page_defects import PAGES
from tests.inspection.composition.printing import hand_set, library, meaning, shifted
from tests.inspection.composition.rows import HAN, MORE, Case, Pages, broken, filled, last, rows


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
    "U1 gap": Case(wrong=last("山谷……水渠", nudge={3: 0.2}), right=last("山谷……水渠")),
    "U2": Case(wrong=rows(HAN, "水渠…………", MORE, "完"), right=rows(HAN, "…………", "水渠")),
    "U3": Case(wrong=broken("山谷河岸老街新城20", "25水渠"), right=broken("山谷河岸老街新城果", "2025水渠")),
    "U3 point": Case(
        wrong=broken("山谷河岸老街新城99.", "02%水"), right=broken("山谷河岸老街99.02%", "水渠")
    ),
    "U4": Case(wrong=broken("山谷河岸老街新城15", "km水渠"), right=broken("山谷河岸老街15km", "水渠")),
    "U5": Case(wrong=broken("山谷河岸老街2025", "年水渠"), right=broken("山谷河岸2025年", "水渠")),
    "U5 counter": Case(
        wrong=broken("山谷河岸老街187", "家水渠"), right=broken("山谷河岸老187家", "水渠"), weight="cost"
    ),
    "U6": Case(wrong=broken("山谷河岸老街17～", "19℃水"), right=broken("山谷河岸17～19℃", "水渠")),
    "U6 long": Case(
        wrong=broken("河岸老街1,234,567～", "2,345,678人次来渡"),
        right=broken("河岸老街新城果园", "17～19℃水"),
        weight="cost",
    ),
    "U7": Case(wrong=broken("山谷河岸老街新城第", "15届水"), right=broken("山谷河岸老街第15届", "水渠")),
    "U7 phrase": Case(
        wrong=broken("山谷河岸老街第十五", "个五年水"),
        right=broken("山谷河岸老街第十五届", "水"),
        weight="cost",
    ),
    "U8": Case(
        wrong=rows(HAN, hand_set("山谷 ", 1, to=10.25), "山谷河岸老街broch", "ure水渠"),
        right=rows(HAN, hand_set("山谷 ", 1, to=10.25), "山谷河岸老brochure", "水渠"),
    ),
    "U9": Case(
        wrong=broken("河岸老街新城果约翰·", "史密"),
        right=broken("岸老街新约翰·史密斯", "水渠"),
        weight="cost",
    ),
    "U10": Case(
        wrong=broken("山谷河岸老街新《水", "渠》田"), right=broken("山谷河岸老《水渠》", "田"), weight="cost"
    ),
    "U11": Case(
        wrong=[[*rows(HAN, "山谷河岸老街新城km", MORE)[0][:2], *_exponent("", "水渠河岸")]],
        right=[[*rows(HAN, MORE, HAN)[0][:2], *_exponent("山谷15km", "水渠")]],
    ),
}


def _squeezed(nudge: dict[int, float]) -> Pages:
    return last("说“好。”去", nudge=nudge)


WIDTHS: Final[dict[str, Case]] = {
    "P1": Case(wrong=last("山谷，河岸", nudge={3: -0.3}), right=last("山谷，河岸")),
    "P1 wide": Case(wrong=last("山谷，河岸", nudge={3: 0.2}), right=last("山谷，河岸")),
    "P2": Case(wrong=_squeezed({}), right=_squeezed({4: -0.5})),
    "P3": Case(wrong=_squeezed({5: -0.5}), right=_squeezed({4: -0.5})),
    "P4": Case(wrong=last("山（）谷", nudge={2: -0.3}), right=last("山（）谷")),
    "P5": Case(wrong=rows(HAN, MORE, meaning(hand_set("山谷二河", 2), 2, "：")), right=last("山谷：河")),
    "P6": Case(wrong=last("说‘好’（去）"), right=last("说‘好’（去）", nudge={4: -0.5})),
    "P7": Case(wrong=last("去？！好"), right=last("去？！好", nudge={2: -0.5, 3: -0.5})),
    "P8": Case(wrong=last("李·白", nudge={1: 0.3, 2: 0.3}), right=last("李·白", nudge={1: 0.087, 2: 0.086})),
    "P9": Case(
        wrong=rows(HAN, MORE, "山谷河岸老街新城果，", MORE, "完"),
        right=rows(HAN, MORE, ("山谷河岸老街新城果，", 10.5), MORE, "完"),
    ),
    "P10": Case(
        wrong=rows(HAN, MORE, "“谷河岸老街新城果园", MORE, "完”"),
        right=rows(HAN, MORE, shifted(hand_set("“谷河岸老街新城果园", 2, to=10.5), -5.0), MORE, "完”"),
    ),
    "P12": Case(wrong=last("山谷，河岸", nudge={3: -0.95}), right=last("山谷，河岸")),
    "P12 near": Case(wrong=last("山谷，河岸", nudge={3: -0.79}), right=last("山谷，河岸"), weight="cost"),
    "P13": Case(
        wrong=rows(HAN, MORE, hand_set("说“好”", 2, features=("pwid",))), right=rows(HAN, MORE, "说“好”")
    ),
    "P13 Latin": Case(
        wrong=last("see “open data” here"),
        right=rows(HAN, MORE, hand_set("see “open data” here", 2, features=("pwid",))),
    ),
    "P14": Case(
        wrong=rows(HAN, MORE, hand_set("山——谷", 2, face=library().face("kai", 400), nudge={2: 0.05})),
        right=last("山——谷"),
    ),
    "P14 low": Case(wrong=rows(HAN, MORE, meaning(hand_set("山＿谷", 2), 1, "——")), right=last("山——谷")),
    "P15": Case(
        wrong=rows("山谷……河岸老街新城", MORE, meaning(hand_set("山__谷", 2), 1, "……")),
        right=rows("山谷……河岸老街新城", MORE, "山……谷"),
    ),
}

MIXED: Final[dict[str, Case]] = {
    "S1": Case(
        wrong=last("山谷A级", nudge={2: 0.05, 3: 0.25}), right=last("山谷A级", nudge={2: 0.25, 3: 0.25})
    ),
    "S3": Case(wrong=last("山谷，A级", nudge={3: 0.3, 4: 0.25}), right=last("山谷，A级", nudge={4: 0.25})),
    "S3 percent": Case(wrong=last("达80%以上", nudge={3: 0.2}), right=last("达80%以上")),
    "S4": Case(
        wrong=last("山2025年谷15日河16日岸", nudge={1: 0.25, 5: 0.25, 7: 0.25, 11: 0.25, 13: 0.25}),
        right=last("山2025年谷15日", nudge={1: 0.25, 5: 0.25, 7: 0.25, 9: 0.25}),
    ),
    "S5": Case(
        wrong=filled("山谷河岸老街新城A级", {8: 0.031, 9: 0.251}),
        right=filled("山谷河岸老街新城A级", {8: 0.141, 9: 0.141}),
    ),
    "S6": Case(wrong=last("山２０谷"), right=last("山20谷", nudge={1: 0.25, 3: 0.25}), weight="cost"),
    "T2": Case(wrong=last("山谷 河岸"), right=last("山谷河岸"), weight="cost"),
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
        wrong=filled("说“河岸。老街，新城果", {4: 0.0, 5: -0.5, 6: 0.0, 8: 0.0, 9: -0.5}),
        right=filled("说“河岸。老街，新城果", {1: -0.5, 8: -0.5}),
    ),
    "J3": Case(
        wrong=filled(
            "山谷河岸老街新A城",
            {1: 0.064, 2: 0.064, 3: 0.064, 4: 0.064, 5: 0.064, 6: 0.064, 7: 0.25, 8: 0.25},
        ),
        right=filled(
            "山谷河岸老街新A城", {1: 0.03, 2: 0.03, 3: 0.03, 4: 0.03, 5: 0.03, 6: 0.03, 7: 0.35, 8: 0.35}
        ),
    ),
    "J4": Case(
        wrong=filled("山谷河岸老街新城果", {1: 0.5, 2: 0.5}),
        right=rows(HAN, hand_set(HAN[:9], 1, to=10.0), MORE, "完"),
    ),
    "J5": Case(
        wrong=last("山谷brochure", nudge={2: 0.25, **dict.fromkeys(range(3, 10), 0.1)}),
        right=last("山谷brochure", nudge={2: 0.25}),
    ),
    "J6": Case(wrong=rows(HAN, "山谷河岸老街新", MORE, "完"), right=rows(HAN, MORE, HAN, "完")),
    "J6 warning": Case(
        wrong=rows(HAN, "山谷河岸老街新城果", MORE, "完"), right=rows(HAN, MORE, "完"), weight="cost"
    ),
    "J7": Case(
        wrong=rows(
            HAN,
            "山谷河岸老街新城果",
            hand_set("山谷，河岸，老街新城果", 2, nudge={3: -0.5, 6: -0.5}),
            MORE,
            "完",
        ),
        right=rows(HAN, MORE, HAN, "完"),
        weight="cost",
    ),
    "J8": Case(wrong=rows(HAN, MORE, ("山谷河岸老街", 6.5)), right=rows(HAN, MORE, "山谷河岸老街")),
    "J9": Case(
        wrong=rows("山谷河岸老街新城果园水渠", ("山谷河岸老街新城果", 9.6), ("山谷河岸老街新城果园水", 11.0)),
        right=rows(
            ("山谷河岸老街新城果园水渠", 12.0), ("山谷河岸老街新城果", 9.0), ("山谷河岸老街新城果园水", 11.0)
        ),
    ),
}


CASES: Final[dict[str, Case]] = {**EDGES, **RUNS, **WIDTHS, **MIXED, **JUSTIFICATION, **PAGES}
"""By rule; what follows the rule's number says which side of it."""
