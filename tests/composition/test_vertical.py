"""Vertical setting, by counting on square faces and by looking at the faces that ship."""

from dataclasses import replace
from typing import Final

import pytest

from brochure.composition import Galley, compose_heading, compose_paragraph
from brochure.content.model import Inline, Text, Title
from brochure.display import Dot, GlyphRun, Rule, Shape
from brochure.fonts import FontLibrary
from brochure.layout.styles import ParagraphStyle, Profile, TextStyle
from brochure.shipped import shelf
from tests.composition.setting import EM, FACES, JUSTIFIED, texts
from tests.composition.setting import compose as compose_across

DOWN: Final = replace(JUSTIFIED, direction="vertical")
LIBRARY: Final = FontLibrary.read(shelf("fonts"))


def compose(text: str | Text, ems: float, style: ParagraphStyle = DOWN) -> Galley:
    """*text* set downwards at a measure of *ems* in square faces."""
    inlines = (Inline(text=text),) if isinstance(text, str) else text
    return compose_paragraph(inlines, style, ems * EM, FACES)


def shipped(text: str, family: str = "song", weight: int = 400, profile: Profile | None = None) -> Galley:
    """*text* on one vertical line of a face that ships."""
    style = replace(DOWN, text=TextStyle(family=family, weight=weight, size=EM))
    if profile:
        style = replace(style, profile=profile)
    return compose_paragraph((Inline(text=text),), style, 40 * EM, LIBRARY)


def runs(galley: Galley, line: int = 0) -> list[GlyphRun]:
    """The runs of one column."""
    return [mark for mark in galley.strips[line].marks if isinstance(mark, GlyphRun)]


def ink(run: GlyphRun, index: int, family: str = "song", weight: int = 400) -> tuple[float, ...]:
    """Left, head, right, foot of a glyph's ink on the page, in em from the strip's corner."""
    face = LIBRARY.face(family, weight)
    left, low, right, high = (edge * run.size / face.units_per_em for edge in face.bounds(run.glyphs[index]))
    x, y = run.xs[index], run.ys[index] if run.ys else 0.0
    if run.turn:
        at = (run.at.x - y + low, run.at.y + x + left, run.at.x - y + high, run.at.y + x + right)
    else:
        at = (run.at.x + x + left, run.at.y + y - high, run.at.x + x + right, run.at.y + y - low)
    return tuple(edge / EM for edge in at)


# ---------------------------------------------------------------- where characters stand


def test_characters_stand_one_below_another() -> None:
    """V1: a column runs down from the strip's corner, an em a character, its middle half a leading in."""
    (run,) = runs(compose("一二三", 10))
    assert run.turn == 0
    assert [run.at.y + y for y in run.ys] == pytest.approx([8.8, 18.8, 28.8])
    assert run.at.x + 0.5 * EM == pytest.approx(-JUSTIFIED.leading / 2)


@pytest.mark.parametrize(
    "text",
    ["一二三四五。六七", "一二三四“五六”七八九十", "一二三四（五）六七八九十一二", "一二——三四……五六七"],
)
@pytest.mark.parametrize("ems", [5, 6.5, 8])
def test_lines_end_as_they_do_across(text: str, ems: float) -> None:
    """V3: the same breaks as across at the same measure, prohibitions, trimming and all."""
    assert texts(compose(text, ems)) == texts(compose_across(text, ems))


def test_columns_are_flush_at_both_ends() -> None:
    """J1, V3: every line but the last is exactly as long as the measure."""
    galley = compose("一二三四五六，七八九十一二三四五六七八九十，一二三四五", 9.3)
    lines = [strip.line for strip in galley.strips if strip.line]
    assert len(lines) > 2
    assert [line.width for line in lines[:-1]] == pytest.approx([93.0] * (len(lines) - 1))


def test_the_text_of_a_column_is_whole_and_in_order() -> None:
    """T2: the runs of the columns give the text back, whatever stands upright, boxed or turned."""
    text = "2025年约80%，“西宁”——A+级，GDP增3.0……完。"
    galley = compose(text, 8)
    assert "".join(run.text for line in range(len(galley.strips)) for run in runs(galley, line)) == text


# ---------------------------------------------------------------- marks


@pytest.mark.parametrize("family", ["song", "hei", "kai"])
def test_stops_move_to_the_upper_right(family: str) -> None:
    """V1, GB 5.2.1: ，。、 have their ink in the right half of the column, the upper half of their cell."""
    weight = 400
    for mark in "，。、":
        (run,) = runs(shipped(f"一{mark}二", family, weight))
        left, head, _, foot = ink(run, 1, family, weight)
        assert left > -0.9, mark  # the column's middle is 0.9 em from the corner
        assert 1.0 <= head < foot <= 1.5, mark


@pytest.mark.parametrize("family", ["song", "hei", "kai"])
def test_tall_marks_stay_upright_in_an_em(family: str) -> None:
    """V1: ：；！？ stand upright and keep a whole em, wherever they are."""
    for mark in "：；！？":
        galley = shipped(f"一{mark}二", family)
        line = galley.strips[0].line
        assert line is not None
        assert line.width == pytest.approx(3 * EM), mark
        assert all(run.turn == 0 for run in runs(galley)), mark


def test_quotation_marks_become_corners() -> None:
    """V1, GB 5.2.3: “ ” are drawn as ﹃ ﹄, ‘ ’ as ﹁ ﹂, or the other way round by style; the text stays."""
    face = LIBRARY.face("song", 400)
    forms = {char: face.shape(char, (), "ttb").glyphs[0] for char in "『』「」"}
    for quotes, wanted in (("『』", "『「」』"), ("「」", "「『』」")):
        profile = Profile(vertical_quotes="『』" if quotes == "『』" else "「」")
        (run,) = runs(shipped("“一‘二’”", profile=profile))
        drawn = [glyph for glyph, char in zip(run.glyphs, run.texts, strict=True) if char in "“”‘’"]
        assert drawn == [forms[char] for char in wanted]
        assert run.text == "“一‘二’”"


@pytest.mark.parametrize("family", ["song", "hei", "kai"])
@pytest.mark.parametrize("dash", ["——", "……"])
def test_dashes_and_dots_run_down_the_middle(family: str, dash: str) -> None:
    """V1, U1, P14: —— and …… are two em long, downwards in the middle of the column, also in a face
    without a form for it, where the glyph is turned.
    """
    galley = shipped(f"一{dash}二", family)
    line = galley.strips[0].line
    assert line is not None
    assert line.width == pytest.approx(4 * EM)
    spans = [
        ink(run, index, family)
        for run in runs(galley)
        for index, char in enumerate(run.texts)
        if char and char in dash
    ]
    left, right = min(span[0] for span in spans), max(span[2] for span in spans)
    assert (left + right) / 2 == pytest.approx(-0.9, abs=0.03)
    assert 1.0 <= min(span[1] for span in spans) < max(span[3] for span in spans) <= 3.0
    assert right - left < 0.2
    if dash == "——" and len(spans) == 2:
        assert spans[1][1] <= spans[0][3] + 1e-6  # one stroke


def test_kai_turns_the_dash_it_has_no_form_for() -> None:
    """V1: the Kai face has no vertical dash, so its horizontal one is turned a quarter."""
    turned = [run for run in runs(shipped("一——二", "kai")) if run.turn]
    assert [(run.text, run.turn) for run in turned] == [("——", 90)]
    assert not [run for run in runs(shipped("一——二", "song")) if run.turn]


def test_brackets_turn() -> None:
    """V1: brackets take the face's vertical forms; a face without any has them turned."""
    face = LIBRARY.face("song", 400)
    (run,) = runs(shipped("一（二）"))
    assert run.glyphs[1] == face.shape("（", (), "ttb").glyphs[0] != face.shape("（").glyphs[0]
    assert [run.text for run in runs(compose("一（二）", 10)) if run.turn == 90] == ["（", "）"]


def test_marks_share_blanks_downwards() -> None:
    """V3, P2, P9: 。” and the like take one and a half em, a mark at the column's foot half an em."""
    line = compose("一、《二》。", 20).strips[0].line
    assert line is not None
    assert line.width == pytest.approx((1 + 0.5 + 0.5 + 0.5 + 1 + 0.5 + 0.5) * EM)


# ---------------------------------------------------------------- Latin


def boxed(text: str, part: str) -> GlyphRun:
    """The run that shows *part* of *text*."""
    return next(run for run in runs(shipped(text)) if run.text == part)


@pytest.mark.parametrize("part", ["15", "170", "3.0", "A+", "5G"])
def test_short_figures_stand_across_in_one_cell(part: str) -> None:
    """V2, U11: two or three figures and the like of 3.0, A+ are set across in one em, no wider, in its
    middle.
    """
    run = boxed(f"一{part}二", part)
    assert run.turn == 0
    spans = [ink(run, index) for index in range(len(run.glyphs))]
    left, right = min(span[0] for span in spans), max(span[2] for span in spans)
    assert right - left <= 1.0
    assert (left + right) / 2 == pytest.approx(-0.9, abs=0.06)
    assert 1.0 <= min(span[1] for span in spans) < max(span[3] for span in spans) <= 2.0
    line = shipped(f"一{part}二").strips[0].line
    assert line is not None
    assert line.width == pytest.approx(3 * EM)
    assert "".join(run.texts) == part


@pytest.mark.parametrize("part", ["2025", "GDP", "99.02%", "km", "1+3+X"])
def test_longer_latin_is_turned(part: str) -> None:
    """V2: what is longer is set along the column, turned a quarter, with the gap beside Han (S1)."""
    run = boxed(f"一{part}二", part)
    assert run.turn == 90
    assert run.at.y == pytest.approx(1.25 * EM)


@pytest.mark.parametrize("part", ["A", "5", "x"])
def test_a_single_letter_or_figure_stands_upright(part: str) -> None:
    """V2: alone, in an em of its own."""
    galley = shipped(f"一{part}二")
    line = galley.strips[0].line
    assert line is not None
    assert line.width == pytest.approx(3 * EM)
    assert all(run.turn == 0 for run in runs(galley))


def test_a_percent_sign_follows_its_figure_in_a_cell_of_its_own() -> None:
    """V2: 80% takes two cells, and they stay together (K7)."""
    galley = shipped("一80%二")
    line = galley.strips[0].line
    assert line is not None
    assert line.width == pytest.approx(4 * EM)
    assert not any(text.startswith("%") for text in texts(compose("一二三四80%五六", 5)))


def test_a_figure_with_a_superscript_is_turned_with_it() -> None:
    """V2, M6: 10 and its exponent share one line."""
    text = (Inline(text="一10"), Inline(text="8", superscript=True), Inline(text="二"))
    found = runs(
        compose_paragraph(
            text, replace(DOWN, text=TextStyle(family="song", weight=400, size=EM)), 200, LIBRARY
        )
    )
    assert {run.text: run.turn for run in found if run.text in {"10", "8"}} == {"10": 90, "8": 90}


def test_a_box_is_not_broken() -> None:
    """U11: no column ends inside what stands across in one cell."""
    for ems in range(2, 12):
        found = texts(compose("一二三12四五六345七八3.0九十", ems))
        assert all(
            "".join(found).count(part) == sum(line.count(part) for line in found)
            for part in ("12", "345", "3.0")
        )


# ---------------------------------------------------------------- beside the column


def test_dots_and_pinyin_stand_on_the_right_and_lines_on_the_left() -> None:
    """I1, I2, I3, GB 5.2.4-5: beside the column, level with their characters."""
    text = (
        Inline(text="一"),
        Inline(text="二", dotted=True),
        Inline(text="三四", line="name"),
        Inline(text="五六", line="title"),
        Inline(text="七", ruby="qi"),
    )
    galley = compose(text, 10)
    middle = -JUSTIFIED.leading / 2
    marks = galley.strips[0].marks
    (dot,) = (mark for mark in marks if isinstance(mark, Dot))
    (rule,) = (mark for mark in marks if isinstance(mark, Rule))
    (wave,) = (mark for mark in marks if isinstance(mark, Shape))
    pinyin = next(run for run in runs(galley) if run.text == "qi")
    assert dot.centre.x - dot.radius > middle + EM / 2
    assert dot.centre.y == pytest.approx(1.5 * EM)
    assert rule.start.x == rule.end.x < middle - EM / 2
    assert (rule.start.y / EM, rule.end.y / EM) == pytest.approx((2.0625, 3.9375))
    assert wave.at.x < middle - EM / 2
    assert wave.at.y / EM == pytest.approx(4.0625)
    assert wave.path[-1][1][-1] / EM == pytest.approx(1.875)
    assert pinyin.turn == 90
    assert pinyin.at.x > middle + EM / 2
    assert pinyin.at.y + pinyin.width / 2 == pytest.approx(6.5 * EM)


def test_headings_run_down_as_well() -> None:
    """D2, V1: a heading breaks where its author allows, column by column."""
    title = Title(text="向「绿」而行向「新」发力", seams=(6,))
    galley = compose_heading(title, replace(DOWN, align="start"), 70, FACES)
    assert texts(galley) == ["向「绿」而行", "向「新」发力"]
    assert all(run.at.x < 0 for line in (0, 1) for run in runs(galley, line))
