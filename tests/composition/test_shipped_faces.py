"""The rules of width and position with the faces of the shelf: marks as they will print."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

import pytest

from brochure.composition import compose_paragraph, set_line, set_vertical
from brochure.content.model import Inline
from brochure.display import GlyphRun
from brochure.fonts import Face, FontLibrary
from brochure.layout.styles import ParagraphStyle, TextStyle
from brochure.shipped import shelf

LIBRARY: Final = FontLibrary.read(shelf("fonts"))
FAMILIES: Final = (("song", 400), ("song", 700), ("hei", 400), ("hei", 700), ("kai", 400))
EM: Final = 20.0

faces = pytest.mark.parametrize(("family", "weight"), FAMILIES)


def style(family: str, weight: int) -> TextStyle:
    """Twenty points."""
    return TextStyle(family=family, weight=weight, size=EM)


def inks(runs: tuple[GlyphRun, ...], face: Face) -> list[tuple[str, float, float, float, float]]:
    """Text and ink box (left, foot, right, top) of every glyph, in em; y upwards from the baseline."""
    found = []
    for run in runs:
        for index, (glyph, text) in enumerate(zip(run.glyphs, run.texts, strict=True)):
            left, foot, right, top = (side / face.units_per_em * run.size for side in face.bounds(glyph))
            x = run.at.x + run.xs[index]
            y = -(run.at.y + (run.ys[index] if run.ys else 0.0))
            found.append((text, (x + left) / EM, (y + foot) / EM, (x + right) / EM, (y + top) / EM))
    return found


@faces
@pytest.mark.parametrize(
    ("text", "ems"),
    [
        *(("国，国", 1), ("国‘国", 1), ("国。”国", 1.5), ("国：“国", 1.5), ("国·国", 0.5), ("国／国", 0.5)),
        *(("国？！国", 1), ("国……国", 2), ("国——国", 2), ("国—国", 1), ("国～国", 1)),
    ],
)
def test_widths_do_not_depend_on_the_font(family: str, weight: int, text: str, ems: float) -> None:
    """P1, P2, P7, P8: every face gives the widths of GB, whatever its own advances are."""
    assert set_line(text, style(family, weight), LIBRARY).width / EM - 2 == pytest.approx(ems, abs=0.001)


@faces
def test_dash_is_one_unbroken_centred_stroke(family: str, weight: int) -> None:
    """P14: the stroke of —— has no gap and lies 0.38 em above the baseline, give or take 0.03."""
    line = set_line("国——国", style(family, weight), LIBRARY)
    strokes = [ink for ink in inks(line.runs, LIBRARY.face(family, weight)) if "—" in ink[0]]
    assert all(right[1] < left[3] for left, right in pairwise(strokes))
    assert strokes[0][1] < 1.1
    assert strokes[-1][3] > 2.9
    for _, _, foot, _, top in strokes:
        assert (foot + top) / 2 == pytest.approx(0.38, abs=0.03)


@faces
def test_ellipsis_is_centred(family: str, weight: int) -> None:
    """P15: the dots of …… stand at half height of the em box."""
    line = set_line("国……国", style(family, weight), LIBRARY)
    for text, _, foot, _, top in inks(line.runs, LIBRARY.face(family, weight)):
        if text == "…":
            assert (foot + top) / 2 == pytest.approx(0.38, abs=0.03)


@faces
@pytest.mark.parametrize(
    "pair", ["，“", "。”", "）（", "」「", "：“", "”，", "、《", "》、", "？！", "！！", "；“", "”（"]
)
def test_ink_of_neighbours_keeps_apart(family: str, weight: int, pair: str) -> None:
    """P12: closing up takes blank only: the ink of two marks never overlaps, and keeps 0.05 em where the
    font's does.
    """
    line = set_line(f"国{pair}国", style(family, weight), LIBRARY)
    boxes = inks(line.runs, LIBRARY.face(family, weight))
    for left, right in pairwise(boxes):
        assert right[1] - left[3] > 0.05


@faces
def test_quotes_stand_in_their_half(family: str, weight: int) -> None:
    """P13: the ink of “ and ” round Chinese stands within the half em next to what they enclose."""
    line = set_line("国“国”国", style(family, weight), LIBRARY)
    boxes = inks(line.runs, LIBRARY.face(family, weight))
    assert 1.5 <= boxes[1][1] < boxes[1][3] <= 2.0
    assert 3.0 <= boxes[3][1] < boxes[3][3] <= 3.5


@faces
def test_apostrophe_is_proportional(family: str, weight: int) -> None:
    """P13: the apostrophe of O’Neil takes less than half an em in every face."""
    whole = set_line("O’Neil", style(family, weight), LIBRARY).width
    without = set_line("ONeil", style(family, weight), LIBRARY).width
    assert 0.1 < (whole - without) / EM < 0.5


@faces
def test_line_end_mark_is_flush(family: str, weight: int) -> None:
    """P9, J1: a comma that ends a line stands in its last half em."""
    text = (Inline(text="国" * 9 + "，" + "国" * 9),)
    paragraph = ParagraphStyle(text=style(family, weight), leading=30)
    galley = compose_paragraph(text, paragraph, 9.5 * EM, LIBRARY)
    runs = tuple(mark for mark in galley.strips[0].marks if isinstance(mark, GlyphRun))
    comma = inks(runs, LIBRARY.face(family, weight))[-1]
    assert comma[0] == "，"
    assert 9.0 < comma[1] < comma[3] < 9.5


def test_companion_figures_in_song() -> None:
    """M1: figures from the companion share the baseline; ℃, which it lacks, comes from the Han face."""
    mixed = replace(style("song", 400), latin_family="figures", latin_weight=400, latin_scale=1.09)
    line = set_line("达17.22万、7℃", mixed, LIBRARY)
    names = [(run.text, run.face) for run in line.runs]
    assert names == [
        ("达", "NotoSerifSC-Regular"),
        ("17.22", "BrochureFigures-Regular"),
        ("万、", "NotoSerifSC-Regular"),
        ("7", "BrochureFigures-Regular"),
        ("℃", "NotoSerifSC-Regular"),
    ]
    assert {run.at.y for run in line.runs} == {0.0}
    assert not line.remarks


@pytest.mark.parametrize("family", ["song", "hei"])
def test_vertical_forms_are_asked_for(family: str) -> None:
    """V1: downwards, brackets and quotation marks take their vertical forms."""
    across = {
        text: glyph
        for run in set_line("「国」，国——", style(family, 400), LIBRARY).runs
        for text, glyph in zip(run.texts, run.glyphs, strict=True)
    }
    down = {
        text: glyph
        for run in set_vertical("「国」，国——", style(family, 400), LIBRARY).runs
        for text, glyph in zip(run.texts, run.glyphs, strict=True)
    }
    assert {text for text in across if across[text] != down[text]} == {"「", "」", "，", "——"}
