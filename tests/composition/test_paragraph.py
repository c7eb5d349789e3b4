"""Paragraphs in square faces: what stands on which line, and where."""

import json
import time
from dataclasses import fields, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.color import Cmyk
from brochure.composition import compose_paragraph
from brochure.composition.linebreak import Measures
from brochure.content.model import Inline
from brochure.display import Dot, GlyphRun
from brochure.layout.styles import Align, Profile, TextStyle
from tests.composition.setting import EM, FACES, JUSTIFIED, TEXT, SquareFaces, compose, lines, origins, texts
from tests.square import SquareFace

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "data" / "gb15834_cases.json").read_text(encoding="utf-8")
)["cases"]
RIGHT_EDGE = 0.01
"""Points a flush line may miss its edge by."""

BARRED_AT_START = "，。、：；？！”’）》〉】〗〕］」』～·"
BARRED_AT_END = "“‘（《〈【〖〔［「『"


# ---------------------------------------------------------------- conformance cases


@pytest.mark.parametrize("case", [case for case in CASES if case["kind"] == "line_end_half"], ids=str)
def test_mark_at_the_line_end_is_half(case: dict[str, Any]) -> None:
    """P9, GB 5.1.10: the mark that ends a line takes half an em, so the line holds it."""
    galley = compose(case["text"], case["measure_em"])
    first = lines(galley)[0]
    assert first.text == case["first_line"]
    assert first.width == pytest.approx(case["measure_em"] * EM)
    assert not first.stretched


@pytest.mark.parametrize(
    "case", [case for case in CASES if case["kind"] in ("no_line_start", "no_line_end")], ids=str
)
def test_barred_edges(case: dict[str, Any]) -> None:
    """K1-K6: no barred mark starts or ends a line of the set paragraph."""
    found = texts(compose(case["text"], case["measure_em"]))
    assert len(found) > 1
    if case["kind"] == "no_line_start":
        assert not any(line.startswith(case["barred"]) for line in found)
    else:
        assert not any(line.endswith(case["barred"]) for line in found[:-1])


@pytest.mark.parametrize("case", [case for case in CASES if case["kind"] == "inseparable"], ids=str)
def test_inseparable_runs_stay_on_one_line(case: dict[str, Any]) -> None:
    """U1: —— and …… are not divided."""
    assert sum(case["unit"] in line for line in texts(compose(case["text"], case["measure_em"]))) == 1


# ---------------------------------------------------------------- sums


def test_full_stop_does_not_start_a_line() -> None:
    """K1: a full stop that would start line two pulls its character down with it."""
    assert texts(compose("一二三四五。六七", 5)) == ["一二三四", "五。六七"]


def test_line_holds_one_more_mark_when_trimming_makes_it_fit() -> None:
    """K11: ……五。 is five and a half em once the stop at its end is half."""
    assert texts(compose("一二三四五。六七八", 5.5)) == ["一二三四五。", "六七八"]


def test_pulls_in_before_it_drives_out() -> None:
    """K12, J2: a comma after the twentieth character goes into twenty em by halving the comma before it."""
    text = "一二三四五，六七八九十一二三四五六七八九，一二三四五六七八"
    first = lines(compose(text, 20))[0]
    assert first.text == text[:21]
    assert dict(first.shrunk) == {"pause": pytest.approx(EM / 2)}


def test_opening_mark_at_a_line_start_is_half() -> None:
    """P10: an opening mark that starts a line has lost its blank, its glyph stands half an em to the
    left.
    """
    galley = compose("一二三四五六七八九「十」一二三四五六", 9)
    assert origins(galley, 1)[:2] == [("「", -0.5), ("十", 0.5)]


@pytest.mark.parametrize(("half", "ink"), [(True, 2.0), (False, 2.5)])
def test_opening_mark_after_an_indent(half: bool, ink: float) -> None:
    """P10: after a two-em indent the mark loses its blank too, unless the profile keeps it."""
    style = replace(JUSTIFIED, indent=2, profile=Profile(half_after_indent=half))
    galley = compose("「一二三四」五六七八九十一二三四五六七八", 10, style)
    assert origins(galley, 0)[0] == ("「", ink - 0.5)


def test_pair_divided_by_a_line_end_is_half_on_both_sides() -> None:
    """P2, P9, P10: ，“ closed up inside a line has half marks at both edges when a line ends between
    them.
    """
    galley = compose("一二三四五六，“七八九十一二三四五六", 6.5)
    first, second = lines(galley)[:2]
    assert first.text.endswith("，")
    assert first.width == 6.5 * EM
    assert origins(galley, 1)[0] == ("“", -0.5)
    assert second.natural <= 6.5 * EM


def test_untrimmed_profile_keeps_the_whole_mark_at_edges() -> None:
    """P11: with trimming off a mark at either edge keeps its em, even where its neighbour had taken the
    half.
    """
    plain = Profile(line_end="full", half_at_line_start=False)
    galley = compose("一二三四五六，“七八九十一二三四五六", 7, profile=plain)
    assert lines(galley)[0].text.endswith("，")
    assert lines(galley)[0].natural == 7 * EM
    assert origins(galley, 1)[0] == ("“", 0.0)


def test_indent_is_two_em_of_the_first_line_only() -> None:
    """G1: the first line begins two em in and ends with the others."""
    galley = compose("一二三四五六七八九十一二三四五六七八", 10, replace(JUSTIFIED, indent=2))
    assert [origins(galley, line)[0][1] for line in range(2)] == [2.0, 0.0]
    assert [len(text) for text in texts(galley)] == [8, 10]


def test_last_line_keeps_its_natural_width() -> None:
    """J8: the last line is not stretched."""
    last = lines(compose("一二三四五六七八九十一二三四五", 10))[-1]
    assert last.width == last.natural == 5 * EM
    assert not last.stretched


def test_nearly_full_last_line_is_filled() -> None:
    """J8: half an em short over forty places, the last line is brought to the edge; over ten it is not."""
    last = lines(compose("一" * 42 + "一" * 41 + "。", 42))[-1]
    assert (last.text, last.natural) == ("一" * 41 + "。", 41.5 * EM)
    assert last.width == pytest.approx(42 * EM)
    assert lines(compose("一" * 10 + "一" * 9 + "。", 10))[-1].width == 9.5 * EM


def test_no_lone_character_on_the_last_line() -> None:
    """G3: forty-one characters at twenty em end with at least two."""
    assert len(texts(compose("一" * 41, 20))[-1]) >= 2


def test_empty_paragraph_has_no_strips() -> None:
    """Nothing in, nothing out."""
    assert compose("", 10).strips == ()


def test_paragraph_of_one_character() -> None:
    """One character is one line, lone or not."""
    assert texts(compose("一", 10)) == ["一"]


def test_lines_beside_a_picture_have_their_own_measure() -> None:
    """Beside a picture the first two lines are shorter and begin four em in, the rest take the measure."""
    measures = Measures(rest=10 * EM, first=(6 * EM, 6 * EM), starts=(4 * EM, 4 * EM))
    galley = compose_paragraph((Inline(text="国" * 35),), JUSTIFIED, measures, FACES)
    assert [len(text) for text in texts(galley)] == [6, 6, 10, 10, 3]
    assert [origins(galley, line)[0][1] for line in range(4)] == [4.0, 4.0, 0.0, 0.0]
    assert galley.measure == 10 * EM


def test_measures_go_on_after_a_forced_line_end() -> None:
    """A line feed ends the first line; the second still has the second measure."""
    measures = Measures(rest=10 * EM, first=(6 * EM, 5 * EM))
    galley = compose_paragraph((Inline(text="国国\n" + "国" * 15),), JUSTIFIED, measures, FACES)
    assert texts(galley) == ["国国\n", "国" * 5, "国" * 10]


def test_a_lead_is_not_left_alone_at_a_line_end() -> None:
    """A run-in lead that would just fill its line, the text beginning on the next, takes a character down."""
    lead, text = (Inline(text="国" * 20),), (Inline(text="国" * 30),)
    assert len(texts(compose_paragraph((*lead, *text), JUSTIFIED, 20 * EM, FACES))[0]) == 20
    assert len(texts(compose_paragraph(text, JUSTIFIED, 20 * EM, FACES, lead=lead))[0]) == 19


def test_a_lead_that_fills_its_line_is_weighed_not_forbidden() -> None:
    """Where no other end of the line can be had without tearing it, the lead ends it."""
    lead = (Inline(text="一二三四五国"),)
    assert (
        texts(compose_paragraph((Inline(text="国" * 20),), JUSTIFIED, 6 * EM, FACES, lead=lead))[0]
        == lead[0].text
    )


UNITS = (
    "，",
    "0",
    "a",
    "国",
    "万",
    "第0",
    "0～",
    "“",
    "—",
    "www.",
    "·",
    "\u0301",
    " ",
    "a ",
    "\u00ad",
    "？",
    "国a",
)


@pytest.mark.parametrize("unit", UNITS)
def test_no_text_takes_more_than_linear_time(unit: str) -> None:
    """Four times the text takes about four times the time, whatever it is made of."""

    def seconds(count: int) -> float:
        text = unit * (count // len(unit))
        start = time.process_time()
        compose(text, 20)
        return time.process_time() - start

    seconds(500)
    assert seconds(8_000) < 4 * min(seconds(2_000), seconds(2_000)) * 2.5 + 0.1


# ---------------------------------------------------------------- strips and marks


def test_em_box_is_centred_in_the_leading() -> None:
    """M2: at 18 on 10 points four points stand above the em box, the baseline 0.88 em below its top."""
    strip = compose("一二三", 10).strips[0]
    assert strip.height == 18.0
    assert strip.baseline == pytest.approx(4 + 8.8)
    assert isinstance(strip.marks[0], GlyphRun)
    assert strip.marks[0].at.y == strip.baseline


def test_run_in_lead_and_bold_change_the_run() -> None:
    """A run ends where face, size or ink change; the text stays whole."""
    red = Cmyk(0, 1, 1, 0)
    style = replace(JUSTIFIED, lead=replace(TEXT, ink=red), bold=replace(TEXT, weight=700, family="bold"))
    faces = SquareFaces(bold=SquareFace("Square-Bold"))
    text = (Inline(text="三四"), Inline(text="五", bold=True), Inline(text="六"))
    strip = compose_paragraph(text, style, 100, faces, lead=(Inline(text="一二。"),)).strips[0]
    runs = [mark for mark in strip.marks if isinstance(mark, GlyphRun)]
    assert [(run.text, run.face, run.overprint) for run in runs] == [
        ("一二。", "Square-Regular", False),
        ("三四", "Square-Regular", True),
        ("五", "Square-Bold", True),
        ("六", "Square-Regular", True),
    ]
    assert [run.at.x / EM for run in runs] == [0.0, 3.0, 5.0, 6.0]
    assert [run.width / EM for run in runs] == [3.0, 2.0, 1.0, 1.0]


def test_emphasis_is_a_face_and_never_a_slant() -> None:
    """P16: bold is another face; no style and no run knows a slant, a skew or a synthetic stroke."""
    style = replace(JUSTIFIED, bold=replace(TEXT, weight=700, family="bold"))
    text = (Inline(text="一"), Inline(text="二", bold=True))
    (strip,) = compose_paragraph(text, style, 100, SquareFaces(bold=SquareFace("Square-Bold"))).strips
    assert [mark.face for mark in strip.marks if isinstance(mark, GlyphRun)] == [
        "Square-Regular",
        "Square-Bold",
    ]
    known = {field.name for kind in (TextStyle, GlyphRun) for field in fields(kind)}
    assert not known & {"slant", "skew", "italic", "oblique", "stroke", "embolden"}


def test_paragraphs_follow_without_space() -> None:
    """G2: a paragraph is as high as its lines; nothing is added before or after it."""
    galley = compose("国" * 35, 10, replace(JUSTIFIED, indent=2))
    assert [strip.height for strip in galley.strips] == [JUSTIFIED.leading] * 4
    assert galley.height == 4 * JUSTIFIED.leading


def test_emphasis_dots_stand_under_han_only() -> None:
    """I1: one dot under each Han character, centred on it, none under punctuation."""
    text = (Inline(text="一"), Inline(text="二，三", dotted=True), Inline(text="四"))
    strip = compose_paragraph(text, JUSTIFIED, 100, FACES).strips[0]
    dots = [mark for mark in strip.marks if isinstance(mark, Dot)]
    assert [dot.centre.x / EM for dot in dots] == [1.5, 3.5]
    foot_of_em_box = strip.baseline + 0.12 * EM
    assert all(foot_of_em_box < dot.centre.y - dot.radius for dot in dots)
    assert all(dot.centre.y + dot.radius < strip.height for dot in dots)


def test_kept_text_is_not_broken() -> None:
    """An inline marked *keep* stands on one line where it could be broken."""
    plain = (Inline(text="一二三四五六七八九十一二"),)
    kept = (Inline(text="一二三四五六七八"), Inline(text="九十一二", keep=True))
    assert texts(compose_paragraph(plain, JUSTIFIED, 90, FACES))[0] == "一二三四五六七八九"
    assert "九十一二" in texts(compose_paragraph(kept, JUSTIFIED, 90, FACES))[1]


def test_superscript_is_raised_small_and_holds_to_its_base() -> None:
    """M6, U11: a superscript is a smaller run above the baseline, on its base's line, without a gap
    before it.
    """
    text = (Inline(text="一二三四五六七八km"), Inline(text="2", superscript=True), Inline(text="以上"))
    galley = compose_paragraph(text, JUSTIFIED, 100, SquareFaces(square=SquareFace(absent="²")))
    assert any("km2" in line for line in texts(galley))
    runs = [mark for strip in galley.strips for mark in strip.marks if isinstance(mark, GlyphRun)]
    raised = next(run for run in runs if run.text == "2")
    base = next(run for run in runs if run.text.endswith("km"))
    assert raised.size < base.size
    assert raised.at.y < base.at.y
    assert raised.at.x == pytest.approx(base.at.x + base.width)


@pytest.mark.parametrize(("align", "left"), [("start", 0.0), ("center", 3.0), ("end", 6.0)])
def test_aligned_lines_keep_their_width(align: Align, left: float) -> None:
    """J9: ragged and centred lines are placed, not stretched."""
    galley = compose("一二三四", 10, replace(JUSTIFIED, align=align))
    assert origins(galley, 0)[0] == ("一", left)
    assert lines(galley)[0].width == 4 * EM


def test_line_feed_ends_a_line() -> None:
    """A line feed ends the line and takes no room."""
    galley = compose("一二三\n四五六", 10)
    assert texts(galley) == ["一二三\n", "四五六"]
    assert lines(galley)[0].width == 3 * EM
    assert not galley.remarks


# ---------------------------------------------------------------- remarks


def test_missing_glyph_is_named() -> None:
    """M3: a character no face has is an error naming it and its code point, whatever stands around it."""
    galley = compose_paragraph(
        (Inline(text="一㼆二"),), JUSTIFIED, 100, SquareFaces(square=SquareFace(absent="㼆"))
    )
    (remark,) = galley.remarks
    assert (remark.severity, remark.code) == ("error", "composition/missing-glyph")
    assert "㼆" in remark.message.en
    assert "U+3F06" in remark.message.zh


def test_what_cannot_be_broken_and_does_not_fit_is_an_error() -> None:
    """A word longer than the line sticks out, and a remark says by how much."""
    galley = compose("一二ABCDEFGHIJKLMNOPQRSTUVWX三四", 8)
    (remark,) = [remark for remark in galley.remarks if remark.code == "composition/overfull"]
    assert remark.severity == "error"
    assert "40.0 pt" in remark.message.en


def test_loose_line_is_told() -> None:
    """J6: a line spaced beyond the profile's cap is set and reported, not refused."""
    galley = compose("一二三四五。六七", 5)
    (remark,) = galley.remarks
    assert (remark.severity, remark.code) == ("warning", "composition/loose-line")
    assert "0.33 em" in remark.message.en


def test_row_of_marks_may_be_divided_rather_than_tear_a_line() -> None:
    """K10: where the allowed breaks would pass the stretch cap, a row of three marks is divided, and told."""
    galley = compose("一二三四”）》五六七", 4.5)
    assert texts(galley)[0] == "一二三四”"
    assert [remark.code for remark in galley.remarks] == ["composition/prohibited-edge"]
    assert "）》" in galley.remarks[0].message.zh


def test_row_of_marks_is_not_divided_without_need() -> None:
    """K10: where the level can be kept, it is."""
    galley = compose("一二三四五六七八九十一二三四五六七八”）》一二三四五六七八九十一二三四五六七八", 20)
    assert "”）》" in texts(galley)[0] or "”）》" in texts(galley)[1]
    assert not galley.remarks


# ---------------------------------------------------------------- properties

HAN = st.sampled_from("一二三四五六七八九十国家")
TOKEN = st.one_of(
    HAN,
    HAN,
    HAN,
    HAN,
    st.sampled_from(["，", "。", "、", "；", "）", "（", "“", "”", "《", "》", "——", "……", "·", "？！"]),
    st.sampled_from(["2025", "99.02%", "GDP", " and ", "3.5‰", "km/h"]),
)
TEXTS = st.lists(TOKEN, min_size=1, max_size=120).map("".join)


@given(TEXTS, st.sampled_from([8.0, 15.0, 20.0, 33.5]), st.sampled_from([0.0, 2.0]))
@settings(max_examples=120, deadline=None)
def test_lines_rejoin_to_the_paragraph(text: str, ems: float, indent: float) -> None:
    """T2: the lines of a galley, and the texts of their glyphs, join to exactly what was written."""
    galley = compose(text, ems, replace(JUSTIFIED, indent=indent))
    assert "".join(texts(galley)) == text
    drawn = [mark.text for strip in galley.strips for mark in strip.marks if isinstance(mark, GlyphRun)]
    assert "".join(drawn) == text


@given(TEXTS, st.sampled_from([12.0, 20.0, 33.5]), st.sampled_from([0.0, 2.0]))
@settings(max_examples=120, deadline=None)
def test_justified_lines_are_flush(text: str, ems: float, indent: float) -> None:
    """J1: every line but the last ends on the edge, unless a remark says that it could not."""
    galley = compose(text, ems, replace(JUSTIFIED, indent=indent))
    measures = Measures(rest=ems * EM, first=((ems - indent) * EM,))
    told = any(remark.code in ("composition/overfull", "composition/loose-line") for remark in galley.remarks)
    for number, line in enumerate(lines(galley)[:-1]):
        if line.width == pytest.approx(measures.of(number), abs=RIGHT_EDGE):
            continue
        widened = dict(line.stretched)
        assert told or not widened  # a single word that nothing can widen stands short


@given(TEXTS, st.sampled_from([12.0, 20.0, 33.5]))
@settings(max_examples=120, deadline=None)
def test_no_prohibited_character_at_an_edge(text: str, ems: float) -> None:
    """K1-K3: no line but the first starts, and none but the last ends, with a barred mark that could be
    helped.

    Marks that themselves stand where Chinese never puts them (“，”, ”” after nothing) are left to the
    break table.
    """
    found = texts(compose(text, ems))
    for line, following in pairwise(found):
        legal = any(char in "一二三四五六七八九十国家" for char in line)
        assert not (legal and following[0] in BARRED_AT_START and line[-1] in "一二三四五六七八九十国家")
        assert not (line[-1] in BARRED_AT_END and following[0] in "一二三四五六七八九十国家")


@given(TEXTS, st.sampled_from([12.0, 20.0, 33.5]))
@settings(max_examples=120, deadline=None)
def test_glyphs_do_not_overlap_and_stay_inside(text: str, ems: float) -> None:
    """P12: origins never run backwards but for the half em an opening mark reaches into its own blank."""
    galley = compose(text, ems)
    for strip in galley.strips:
        places = [mark.at.x + x for mark in strip.marks if isinstance(mark, GlyphRun) for x in mark.xs]
        assert all(right - left > -0.5 * EM - 1e-6 for left, right in pairwise(places))
        assert places[0] >= -0.5 * EM - 1e-6


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_same_input_same_galley(text: str) -> None:
    """Composition has no memory: setting a text twice gives equal galleys."""
    assert compose(text, 20) == compose(text, 20)
