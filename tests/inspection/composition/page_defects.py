"""Defects of pages: indents, columns, grids, headings, captions, figures."""

from typing import Final

from brochure.display import Mark
from tests.inspection.composition.printing import LEADING, SIZE, hand_set, library, meaning, raised, shifted
from tests.inspection.composition.rows import HAN, MORE, Case, Pages, rows


def _paragraphs(indent: float, *, apart: float = 0.0) -> list[Mark]:
    """Two paragraphs in a column of 20 em, the second indented by *indent*, *apart* points below the
    first.
    """
    full, rest = HAN + MORE, "完"
    first = [hand_set(full[:18], 0, indent=2.0), hand_set(full, 1), hand_set(rest * 3, 2)]
    second = [
        hand_set(full[: 20 - round(indent)], 3, indent=indent, to=20.0),
        hand_set(full, 4),
        hand_set(rest * 3, 5),
    ]
    return [*first, *(shifted(run, down=apart) for run in second)]


def _columns(cut: int, drop: float = 0.0) -> list[Mark]:
    """A paragraph of three lines and one of six, *cut* of these in the first column; the second stands *drop*
    points lower.
    """
    full = HAN + MORE
    lines = [hand_set(full[:18], 0, indent=2.0), hand_set(full, 1), hand_set("完成了。", 2)]
    lines += [
        hand_set(full[:18], 3, indent=2.0),
        *(hand_set(full, at) for at in range(4, 8)),
        hand_set("山谷河", 8),
    ]
    over = 3 + cut
    return [
        run if at < over else shifted(run, right=230.0, down=drop - over * LEADING)
        for at, run in enumerate(lines)
    ]


def _of_size(size: float, leading: float = LEADING) -> list[Mark]:
    return [shifted(hand_set(HAN, 0, size=size), down=at * leading) for at in range(4)]


def _titled(title: str, *more: str) -> list[Mark]:
    """Lines of a title in 16 point above four lines of text."""
    lines: list[Mark] = [
        shifted(hand_set(text, 0, size=16.0), down=26.0 * at) for at, text in enumerate((title, *more))
    ]
    return [*lines, *(shifted(hand_set(HAN, at), down=80.0) for at in range(4))]


def _with_heading(below: int) -> list[Mark]:
    """Four lines of text, a heading in bold, and *below* lines of text, the rest in the next column."""
    bold = library().face("hei", 700)
    text: list[Mark] = [hand_set(HAN, at) for at in range(4)]
    heading = hand_set("山谷河岸", 4, face=bold)
    after: list[Mark] = [hand_set(HAN, 5 + at) for at in range(below)]
    return [*text, heading, *after, *(shifted(hand_set(HAN, at), right=140.0) for at in range(6))]


def _captioned(*lines: str) -> Pages:
    """Text, and a caption of small *lines* below."""
    small = [shifted(hand_set(text, 0, size=8.0), down=90.0 + 12.0 * at) for at, text in enumerate(lines)]
    return [[*rows(HAN, MORE, HAN)[0], *small]]


def _metric(unit: float) -> Pages:
    """Text, and a large figure with a unit of *unit* points."""
    figure = shifted(hand_set("80", 0, size=30.0), down=120.0)
    return [[*rows(HAN, MORE, HAN)[0], figure, shifted(hand_set("个", 0, size=unit), right=34.0, down=120.0)]]


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
    "D3": Case(
        wrong=[_titled("山谷河岸", "的老街新城")], right=[_titled("山谷河岸的", "老街新城")], weight="cost"
    ),
    "D3 single": Case(wrong=[_titled("山谷河岸老街新", "城")], right=[_titled("山谷河岸", "老街新城")]),
    "D4": Case(wrong=[_titled("山谷河岸。")], right=[_titled("山谷河岸！")]),
    "M2": Case(
        wrong=rows(HAN, MORE, raised(hand_set("山谷河岸", 2), 2, 0.06)), right=rows(HAN, MORE, "山谷")
    ),
    "M3": Case(
        wrong=rows(HAN, MORE, meaning(hand_set("山谷河岸", 2), 2, "\ufffd")), right=rows(HAN, MORE, "山谷")
    ),
    "C2": Case(wrong=_captioned("山谷河岸老街新", "城"), right=_captioned("山谷河岸老街", "新城")),
    "C5": Case(wrong=_metric(24.0), right=_metric(14.0), weight="cost"),
}
