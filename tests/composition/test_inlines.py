"""Marks beside the line: dots, the lines of names and titles, pinyin, superscripts, by counting."""

from dataclasses import replace
from itertools import pairwise

import pytest

from brochure.composition import Galley, compose_paragraph
from brochure.content.model import Inline, Text
from brochure.display import Dot, GlyphRun, Rule, Shape
from brochure.layout.styles import DotStyle, ParagraphStyle, RubyStyle
from tests.composition.setting import EM, FACES, JUSTIFIED, SquareFaces, origins, texts
from tests.square import SquareFace

SMALL_RUBY = replace(JUSTIFIED, ruby=RubyStyle(size=0.5))  # a letter of pinyin is a quarter em wide


def compose(text: Text, ems: float, style: ParagraphStyle = JUSTIFIED) -> Galley:
    """*text* at a measure of *ems* in square faces."""
    return compose_paragraph(text, style, ems * EM, FACES)


def rules(galley: Galley) -> list[tuple[float, float]]:
    """Ends of the name lines of the first strip, in em."""
    marks = galley.strips[0].marks
    return [(mark.start.x / EM, mark.end.x / EM) for mark in marks if isinstance(mark, Rule)]


def ruby_runs(galley: Galley) -> list[GlyphRun]:
    """The pinyin of the first strip."""
    runs = [mark for mark in galley.strips[0].marks if isinstance(mark, GlyphRun)]
    return [run for run in runs if run.size < EM]


# ---------------------------------------------------------------- dots


def test_dots_are_centred_on_the_character_of_a_widened_line() -> None:
    """I1: on a line set wider, dots stand in the middle of their characters, not of the widened gaps."""
    text = (Inline(text="一二"), Inline(text="三四", dotted=True), Inline(text="五六七八九十"))
    galley = compose(text, 5.2)
    places = dict(origins(galley, 0))
    assert places["二"] > 1.0  # the line was widened
    dots = [mark for mark in galley.strips[0].marks if isinstance(mark, Dot)]
    assert [dot.centre.x / EM for dot in dots] == pytest.approx(
        [places["三"] + 0.5, places["四"] + 0.5], abs=1e-3
    )


def test_dots_skip_marks_spaces_and_latin() -> None:
    """I1: only Han characters are dotted."""
    galley = compose((Inline(text="一，A 2“二”", dotted=True),), 20)
    dots = [mark for mark in galley.strips[0].marks if isinstance(mark, Dot)]
    assert len(dots) == 2


def test_dots_have_the_size_gap_and_ink_of_their_style() -> None:
    """The style says how large dots are and how far they stand from the em box."""
    style = replace(JUSTIFIED, dots=DotStyle(size=0.2, gap=0.1))
    galley = compose((Inline(text="一", dotted=True),), 5, style)
    (dot,) = (mark for mark in galley.strips[0].marks if isinstance(mark, Dot))
    foot = galley.strips[0].baseline + 0.12 * EM
    assert (dot.radius, dot.centre.y - dot.radius - foot) == pytest.approx((0.1 * EM, 0.1 * EM))


# ---------------------------------------------------------------- lines


def test_a_name_has_one_unbroken_line() -> None:
    """I2: the line runs under the whole name, also where its characters differ in other marks."""
    text = (
        Inline(text="一"),
        Inline(text="二", line="name"),
        Inline(text="三", line="name", bold=True),
        Inline(text="四", line="name", dotted=True),
        Inline(text="五"),
    )
    assert rules(compose(text, 10)) == [pytest.approx((1.0625, 3.9375))]


def test_neighbouring_names_are_an_eighth_of_an_em_apart() -> None:
    """I2: two names side by side have two lines, at least 1/8 em between them."""
    text = (Inline(text="一二", line="name"), Inline(text=""), Inline(text="三四", line="name"))
    (first, second) = rules(compose(text, 10))
    assert second[0] - first[1] >= 0.125 - 1e-9


def test_a_name_that_breaks_has_a_line_on_both_lines() -> None:
    """I2: the line goes to the edge where the name goes on, and begins again with the next line."""
    text = (Inline(text="一二三四"), Inline(text="五六七八", line="name"))
    galley = compose(text, 6)
    found = [
        (mark.start.x / EM, mark.end.x / EM)
        for strip in galley.strips
        for mark in strip.marks
        if isinstance(mark, Rule)
    ]
    assert found == [pytest.approx((4.0625, 6.0)), pytest.approx((0.0, 1.9375))]


def test_the_line_of_a_name_stands_clear_of_its_characters() -> None:
    """I2: below the em box, inside the line's own leading; dots stand below it."""
    text = (Inline(text="一二", line="name", dotted=True),)
    strip = compose(text, 5).strips[0]
    (rule,) = (mark for mark in strip.marks if isinstance(mark, Rule))
    dots = [mark for mark in strip.marks if isinstance(mark, Dot)]
    assert rule.start.y == rule.end.y
    assert rule.start.y - rule.width / 2 > strip.baseline + 0.12 * EM
    assert all(dot.centre.y - dot.radius > rule.start.y + rule.width / 2 for dot in dots)
    assert all(dot.centre.y + dot.radius < strip.height for dot in dots)


def test_a_title_has_a_wavy_line_of_whole_waves() -> None:
    """I2, 甲式书名号: half-waves of one length by turns above and below, from end to end of the title."""
    strip = compose((Inline(text="一"), Inline(text="二三四", line="title")), 10).strips[0]
    (wave,) = (mark for mark in strip.marks if isinstance(mark, Shape))
    assert wave.fill is None
    ends = [step[1][-2:] for step in wave.path]
    assert wave.at.x / EM == pytest.approx(1.0625)
    assert (wave.at.x + ends[-1][0]) / EM == pytest.approx(3.9375)
    steps = [after[0] - before[0] for before, after in pairwise(ends)]
    assert len(steps) % 2 == 0
    assert steps == pytest.approx([steps[0]] * len(steps))
    swings = [step[1][1] for step in wave.path[1:]]
    assert all(one * other < 0 for one, other in pairwise(swings))
    assert wave.at.y - 0.1 * EM > strip.baseline


# ---------------------------------------------------------------- pinyin


def test_pinyin_is_half_as_large_and_centred_above() -> None:
    """I3: at half the size, above the em box, in the middle of its character."""
    galley = compose((Inline(text="一"), Inline(text="二", ruby="er"), Inline(text="三")), 10, SMALL_RUBY)
    (run,) = ruby_runs(galley)
    assert run.size == EM / 2
    assert run.at.x + run.width / 2 == pytest.approx(1.5 * EM)
    assert run.at.y < galley.strips[0].baseline - 0.88 * EM
    assert run.text == "er"


def test_pinyin_of_a_word_is_centred_on_the_word() -> None:
    """I3: one pinyin over two characters stands in the middle of both."""
    galley = compose((Inline(text="一二", ruby="yier"), Inline(text="三")), 10, SMALL_RUBY)
    (run,) = ruby_runs(galley)
    assert run.at.x + run.width / 2 == pytest.approx(EM)


def test_pinyin_may_reach_over_neighbours_without_pinyin() -> None:
    """I3: pinyin up to half an em wider than its character moves nothing."""
    text = (Inline(text="一"), Inline(text="二", ruby="zhuang"), Inline(text="三"))
    galley = compose(text, 10, SMALL_RUBY)  # 1.5 em of pinyin
    assert [place for _, place in origins(galley, 0)[:3]] == [0.0, 1.0, 2.0]


def test_wider_pinyin_widens_its_characters_equally() -> None:
    """I3: what is wider than characters and overhang spreads over the gaps round the characters."""
    text = (Inline(text="一"), Inline(text="二三", ruby="abcdefghijkl"), Inline(text="四"))  # 3 em over 2
    places = dict(origins(compose(text, 10, SMALL_RUBY), 0))
    assert places["二"] == pytest.approx(1.125)
    assert places["三"] == pytest.approx(2.375)
    assert places["四"] == pytest.approx(3.5)


def test_neighbouring_pinyin_keep_apart() -> None:
    """I3: where both have pinyin neither reaches over the other; an eighth of an em stays between."""
    text = (Inline(text="一", ruby="zhuang"), Inline(text="二", ruby="shuang"), Inline(text="三"))
    first, second = ruby_runs(compose(text, 10, SMALL_RUBY))
    assert second.at.x - (first.at.x + first.width) == pytest.approx(0.125 * EM)


def test_pinyin_stays_inside_the_line() -> None:
    """I3: pinyin wider than the first character of a line, or its last, does not stick out of the measure."""
    text = (Inline(text="一", ruby="zhuang"), Inline(text="二三四"), Inline(text="五", ruby="zhuang"))
    first, second = ruby_runs(compose(text, 5, SMALL_RUBY))
    assert first.at.x >= 0
    assert second.at.x + second.width <= 5 * EM + 1e-6


def test_a_word_under_one_pinyin_is_not_broken() -> None:
    """U11: base and pinyin are one unit; with a pinyin each, characters may part."""
    whole = (Inline(text="一二三四"), Inline(text="五六", ruby="wuliu"), Inline(text="七八九十"))
    assert texts(compose(whole, 5, SMALL_RUBY))[0] in {"一二三四", "一二三四五六"}
    single = (
        Inline(text="一二三四"),
        Inline(text="五", ruby="wu"),
        Inline(text="六", ruby="liu"),
        Inline(text="七八九十"),
    )
    assert texts(compose(single, 5, SMALL_RUBY))[0] == "一二三四五"


def test_the_text_below_pinyin_stays_whole() -> None:
    """T2: the line's own characters are one after the other, pinyin follows them."""
    text = (Inline(text="一"), Inline(text="二", ruby="er"), Inline(text="三"))
    marks = compose(text, 10, SMALL_RUBY).strips[0].marks
    assert [mark.text for mark in marks if isinstance(mark, GlyphRun)] == ["一二三", "er"]


# ---------------------------------------------------------------- superscripts, notes


def test_superior_figures_of_the_face_are_used() -> None:
    """M6: a face that has superior figures draws them at full size; the text stays the figure typed."""
    text = (Inline(text="十km"), Inline(text="2", superscript=True))
    runs = [mark for mark in compose(text, 10).strips[0].marks if isinstance(mark, GlyphRun)]
    assert (runs[-1].text, runs[-1].glyphs, runs[-1].size) == ("2", (ord("²"),), EM)


def test_drawn_superscripts_take_the_weight_that_the_style_asks_for() -> None:
    """M6: made smaller, a figure is set in a heavier weight, whatever the face has."""
    asked = list[int]()

    class Recording(SquareFaces):
        def face(self, family: str, weight: int, span: object = None) -> SquareFace:
            del span
            asked.append(weight)
            return SquareFace(f"{family}-{weight}")

    faces = Recording()
    style = replace(JUSTIFIED, text=replace(JUSTIFIED.text, superscript_weight=700))
    text = (Inline(text="十km"), Inline(text="2", superscript=True))
    runs = [
        mark
        for mark in compose_paragraph(text, style, 100, faces).strips[0].marks
        if isinstance(mark, GlyphRun)
    ]
    assert 700 in asked
    assert (runs[-1].face, runs[-1].text) == ("square-700", "2")
    assert runs[-1].size < EM


def test_a_line_knows_the_notes_of_its_marks() -> None:
    """C3, U11: the strip with a note's mark carries the note; the mark does not begin a line."""
    note = Inline(text="①", superscript=True, note=(Inline(text="注文"),))
    galley = compose((Inline(text="一二三四五"), note, Inline(text="六七八九")), 5)
    assert texts(galley)[:2] == ["一二三四", "五①六七八"]
    assert [strip.notes for strip in galley.strips] == [(), (note,), ()]
