"""Charts, groups of pictures and codes as a designer writes them: names, inks by theme, slips."""

from pathlib import Path
from typing import Final

import pytest

from brochure.color import BLACK, Cmyk, Spot
from brochure.layout.drawn import ChartStyle, CodeStyle, GroupStyle
from tests.layout.written import BASE, faults, load, place_of_mark

GREEN: Final = Cmyk(0.8, 0.4, 0.7, 0.3)
GOLD: Final = Spot(name="金", tint=0.8, alternate=Cmyk(0.2, 0.3, 0.7, 0))
CHARTS: Final = """\
    charts:
      share: {draw: ring, place: around, size: 50pt, weight: 2pt, hair: 0.5pt, ink: main, rest: pale}
      parts:
        draw: divided
        inks: [main, pale, text]
        figure: {family: hei, weight: 700, size: 7pt, ink: main}
      trend: {draw: line, floor: least, labelled: all, hair-ink: text}
"""
MORE: Final = """\
groups:
  wall: {picture: below, arrange: grid, columns: 3, gap: 4pt}
  plain: {picture: below}
codes:
  small: {caption: small, size: 20mm, level: Q, hang: true, place: side, gap: 6pt}
"""


def drawn(charts: str = CHARTS, more: str = MORE) -> str:
    """The small layout with charts for its first metric style, groups and codes."""
    with_charts = BASE.replace("    label-drop: 5pt\n", f"    label-drop: 5pt\n{charts}", 1)
    return with_charts.replace("contents:\n", f"{more}contents:\n", 1)


def charts_of(folder: Path, theme: str = "green") -> dict[str, ChartStyle | None]:
    """The charts of the metric style, by what they mean."""
    charts = load(folder, drawn()).theme(theme).metrics["band"].charts
    assert charts is not None
    return {"share": charts.share, "parts": charts.parts, "change": charts.change, "trend": charts.trend}


def test_a_chart_takes_its_keys(tmp_path: Path) -> None:
    """Kind, place, lengths in points, inks of the theme; a meaning that is not written is not drawn."""
    found = charts_of(tmp_path)
    share = found["share"]
    assert share is not None
    assert (share.draw, share.place, share.size, share.weight, share.hair) == ("ring", "around", 50, 2, 0.5)
    assert (share.ink, share.rest, share.ground) == (GREEN, GOLD, GOLD)
    assert found["change"] is None
    trend = found["trend"]
    assert trend is not None
    assert (trend.floor, trend.labelled, trend.ground, trend.rest) == ("least", "all", BLACK, BLACK)


def test_inks_of_charts_follow_the_theme(tmp_path: Path) -> None:
    """Green by day is black by night; the gold stays."""
    share = charts_of(tmp_path, "night")["share"]
    assert share is not None
    assert (share.ink, share.rest) == (BLACK, GOLD)


def test_texts_of_charts_are_the_labels_unless_said(tmp_path: Path) -> None:
    """Values in a style of their own, names in the label's; the inks of parts in their order."""
    theme = load(tmp_path, drawn()).theme("green")
    parts = charts_of(tmp_path)["parts"]
    assert parts is not None
    assert (parts.figure.size, parts.figure.ink) == (7, GREEN)
    assert parts.words == theme.paragraphs["small"].text
    assert parts.inks == (GREEN, GOLD, BLACK)


def test_a_style_based_on_another_has_its_charts(tmp_path: Path) -> None:
    """What a metric style draws is taken over with the rest of it."""
    theme = load(tmp_path, drawn()).theme("green")
    assert theme.metrics["two"].charts == theme.metrics["band"].charts
    assert load(tmp_path).theme("green").metrics["band"].charts is None


def test_groups_and_codes_are_resolved(tmp_path: Path) -> None:
    """A group names the picture style it is captioned by, a code the paragraph style of its caption."""
    theme = load(tmp_path, drawn()).theme("green")
    below, small = theme.pictures["below"], theme.paragraphs["small"]
    assert theme.groups["wall"] == GroupStyle(picture=below, arrange="grid", columns=3, gap=4)
    assert theme.groups["plain"] == GroupStyle(picture=below)
    size = pytest.approx(20 * 72 / 25.4)
    code = theme.codes["small"]
    assert code == CodeStyle(caption=small, size=code.size, level="Q", hang=True, place="side", gap=6)
    assert code.size == size


SLIPS: Final = {
    "around a line": (
        CHARTS.replace("{draw: line,", "‸{draw: line, place: around,"), MORE, "layout/not-around"
    ),
    "a ring of years": (CHARTS.replace("draw: line", "draw: ‸ring"), MORE, "layout/unknown-choice"),
    "no drawing": (CHARTS.replace("{draw: ring, ", "{"), MORE, "layout/missing-key"),
    "unknown ink": (CHARTS.replace("rest: pale", "rest: ‸pail"), MORE, "layout/unknown-name"),
    "unknown picture style": (CHARTS, MORE.replace("e: below}", "e: ‸belo}"), "layout/unknown-name"),
    "unknown caption": (CHARTS, MORE.replace("caption: small", "caption: ‸smal"), "layout/unknown-name"),
    "tiny code": (CHARTS, MORE.replace("size: 20mm", "size: ‸2mm"), "layout/out-of-range"),
    "unknown level": (CHARTS, MORE.replace("level: Q", "level: ‸X"), "layout/unknown-choice"),
}  # fmt: skip


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_once_at_its_place(tmp_path: Path, name: str) -> None:
    """One finding, however many themes the layout has, at the value that is wrong."""
    charts, more, code = SLIPS[name]
    text, place = place_of_mark(drawn(charts, more)) if "‸" in charts + more else (drawn(charts, more), "")
    (fault,) = faults(tmp_path, text)
    assert fault.code == code
    assert fault.span is not None
    assert not place or f"{fault.span.line}:{fault.span.column}" == place


def test_frames_of_groups_and_codes_name_their_styles(tmp_path: Path) -> None:
    """`photos` wants a group style and `qr` a code style: names of other shelves are unknown."""
    for holds, style in (("photos", "below"), ("qr", "wall")):
        frame = f"{{name: picture, holds: {holds}, style: {style}, box"
        text = drawn().replace("{name: picture, holds: photo, style: below, box", frame, 1)
        assert [fault.code for fault in faults(tmp_path, text)] == ["layout/unknown-name"]
    frame = "{name: picture, holds: photos, style: wall, box"
    text = drawn().replace("{name: picture, holds: photo, style: below, box", frame, 1)
    assert load(tmp_path, text).masters["two"].frames[0].holds == "photos"
