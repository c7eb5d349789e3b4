"""What a paragraph style says of pinyin, dots, drop capitals, lists of names and vertical lines."""

from pathlib import Path

from brochure.color import Cmyk
from brochure.layout.styles import DotStyle, NamesStyle, RubyStyle
from tests.layout.written import BASE, changed, load

GREEN = Cmyk(0.8, 0.4, 0.7, 0.3)
BODY = "ink: text, bold: {weight: 700}}"


def test_what_is_not_said_has_its_defaults(tmp_path: Path) -> None:
    """I1, I3, J10: a style without a word about them has dots, pinyin and names as the house does."""
    body = load(tmp_path).theme("").paragraphs["body"]
    assert (body.dots, body.ruby, body.names) == (DotStyle(), RubyStyle(), NamesStyle())
    assert (body.drop_cap, body.hang, body.direction) == (None, 0.0, "horizontal")
    assert body.profile.vertical_quotes == "『』"


def test_each_key_arrives(tmp_path: Path) -> None:
    """Sizes in em, whole lines and columns; faces begin with that of the paragraph, inks with the theme."""
    more = (
        "ink: text, bold: {weight: 700}, hang: 1.5, superscript-weight: 700, "
        "drop-cap: {lines: 3, family: hei, ink: main}, "
        "ruby: {size: 0.4em, gap: 0.05em, family: hei, ink: main}, "
        "dots: {size: 0.2em, ink: main}, names: {columns: 4, width: 4, gap: 2em}, "
        "profile: {vertical-quotes: 「」}}"
    )
    body = load(tmp_path, changed(BODY, more)).theme("green").paragraphs["body"]
    cap, ruby = body.drop_cap, body.ruby
    assert cap is not None
    assert cap.text is not None
    assert ruby.text is not None
    assert (cap.lines, cap.text.family, cap.text.weight, cap.text.ink) == (3, "hei", 400, GREEN)
    assert (ruby.size, ruby.gap, ruby.text.family, ruby.text.ink) == (0.4, 0.05, "hei", GREEN)
    assert body.dots == DotStyle(size=0.2, ink=GREEN)
    assert body.names == NamesStyle(columns=4, width=4.0, gap=2.0)
    assert (body.hang, body.text.superscript_weight) == (1.5, 700)
    assert body.profile.vertical_quotes == "「」"
    assert {text.family for text in body.texts} == {"song", "hei"}


def test_a_frame_has_its_direction(tmp_path: Path) -> None:
    """V1: in a vertical frame the measure is the height, shared by tiers where there are several."""
    text = "{name: text, holds: text, style: body, after: title, gap: 1, box: {columns: 1-2, lines: 3-10}}"
    down = text.replace(
        "style: body", "style: body, direction: vertical, columns: 2, gutter: 10pt, first: heading"
    )
    layout = load(tmp_path, changed(text, down))
    frame = layout.masters["one"].frames[1]
    assert (frame.vertical, frame.first) == (True, "heading")
    box = frame.box.on(layout.trim, "right")
    assert box.y == layout.grid.line_top(3)  # it follows the title to its left, not below it
    assert frame.measure_in(box) == (box.height - 10) / 2
    assert load(tmp_path, BASE).masters["one"].frames[1].direction == "horizontal"
