"""Styles of what stands apart, as a layout writes them."""

from pathlib import Path

import pytest

from brochure.color import BLACK
from brochure.layout import Layout, load_layout
from brochure.layout.apart import ListStyle, PanelStyle, QuoteStyle, TableStyle, TimelineStyle
from brochure.layout.passages import SHELVES
from tests.layout.written import BASE, CONDITIONS
from tests.source.findings import faults_of, told

STYLES = """\
lists:
  body: {text: body, marker: {family: hei, weight: 700, ink: main}, hang: 3em, align: end}
tables:
  body: {cell: small, head: body, figure: {weight: 700}, rule: 2pt, rule-ink: main, zebra: pale, above: 2}
quotes:
  body: {text: heading, source: small, side: above, dash: ——}
timelines:
  body: {date: small, text: body, display: columns, columns: 3, gap: 1}
contacts:
  body: {label: small, value: body, ground: pale, inset: 12pt}
credits:
  body: {label: small, value: body, columns: 2}
"""


def read(folder: Path, styles: str = STYLES) -> Layout:
    """The small layout with these styles."""
    path = folder / "leaf.yaml"
    path.write_text(BASE.replace("furniture:\n", styles + "furniture:\n", 1), encoding="utf-8")
    return load_layout(path, "leaf.yaml", (CONDITIONS,))


def test_every_kind_has_its_shelf(tmp_path: Path) -> None:
    """Six kinds, six keys, each style of its own class on the lines of the grid."""
    apart = read(tmp_path).theme("").apart
    assert list(apart) == list(SHELVES)
    kinds = [type(style) for styles in apart.values() for style in styles.values()]
    assert kinds == [ListStyle, TableStyle, QuoteStyle, TimelineStyle, PanelStyle, PanelStyle]
    lines = {style.lines for styles in apart.values() for style in styles.values()}
    assert [(found.height, found.size) for found in lines] == [(20.0, 10.0)]


def test_what_is_not_said_comes_from_its_fellow(tmp_path: Path) -> None:
    """Heads of all kinds are set as `head`, notes as `cell`; figures as the cell but for what is said."""
    theme = read(tmp_path).theme("")
    style = theme.apart["table"]["body"]
    assert isinstance(style, TableStyle)
    assert style.title == style.group == style.subhead == theme.paragraphs["body"]
    assert style.note == theme.paragraphs["small"]
    assert (style.figure.family, style.figure.weight, style.figure.size) == ("hei", 700, 8.0)
    assert (style.above, style.below, style.rule, style.row_rule) == (2, 1, 2.0, 0.0)


def test_inks_are_the_themes(tmp_path: Path) -> None:
    """The same style in another theme has another ink; what is not said is black, or no ground."""
    layout = read(tmp_path)
    green, night = (layout.themes[name].apart["table"]["body"] for name in ("green", "night"))
    assert isinstance(green, TableStyle)
    assert isinstance(night, TableStyle)
    assert green.rule_ink != night.rule_ink == BLACK
    assert green.row_ink == BLACK
    assert green.zebra is not None
    assert green.ground is None


def test_every_text_style_is_known_to_the_press(tmp_path: Path) -> None:
    """The faces of markers and figures are opened too."""
    apart = read(tmp_path).theme("").apart
    for kind in ("list", "table"):
        assert ("hei", 700) in {(text.family, text.weight) for text in apart[kind].texts}


def test_a_layout_without_such_styles_has_none(tmp_path: Path) -> None:
    """Nothing is made up for it."""
    assert read(tmp_path, "").theme("").apart == {}


SLIPS = {
    "lists:\n  body: {text: bdy}\n": "unknown-name",
    "lists:\n  body: {hang: 2em}\n": "missing-key",
    "tables:\n  body: {cell: small, head: body, zebra: grey}\n": "unknown-name",
    "tables:\n  body: {cell: small, head: body, rule: 2}\n": "not-a-figure",
    "quotes:\n  body: {text: body, source: small, side: right}\n": "unknown-choice",
    "timelines:\n  body: {date: small, text: body, above: 1.5}\n": "not-a-figure",
}


@pytest.mark.parametrize("styles", SLIPS)
def test_slips_are_told(tmp_path: Path, styles: str) -> None:
    """Names, keys, units and choices, once for all themes."""
    found = faults_of(lambda: read(tmp_path, styles))
    assert [finding.code for finding in found] == [f"layout/{SLIPS[styles]}"]


FRAME = "- {name: block, holds: block, style: body, takes: [table, quote], box: {columns: 1, lines: 1-4}}"


def with_frame(folder: Path, frame: str) -> Layout:
    """The small layout with one more frame at the head of its first master."""
    path = folder / "leaf.yaml"
    text = BASE.replace("furniture:\n", STYLES + "furniture:\n", 1)
    path.write_text(text.replace("    frames:\n", f"    frames:\n      {frame}\n", 1), encoding="utf-8")
    return load_layout(path, "leaf.yaml", (CONDITIONS,))


def test_a_frame_takes_kinds_of_blocks(tmp_path: Path) -> None:
    """Its style is found on the shelf of every kind."""
    master = next(iter(with_frame(tmp_path, FRAME).masters.values()))
    assert master.frames[0].takes == ("table", "quote")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("takes: [table, quote], ", "", "layout/missing-key"),
        ("[table, quote]", "[tables]", "layout/unknown-choice"),
        ("style: body", "style: heading", "layout/unknown-name"),
        ("[table, quote]", "[]", "layout/wrong-count"),
        ("holds: block", "holds: block, direction: vertical", "layout/not-vertical"),
    ],
)
def test_a_frame_that_takes_nothing_is_told(tmp_path: Path, old: str, new: str, code: str) -> None:
    """No kinds, an unknown one, a style that a kind does not have, vertical lines."""
    found = faults_of(lambda: with_frame(tmp_path, FRAME.replace(old, new)))
    assert {finding.code for finding in found} == {code}, told(found)
