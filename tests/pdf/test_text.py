"""Glyph runs as text operators, on the square face: every Han character is 1000 thousandths wide, every
letter 500.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.color import BLACK
from brochure.display import GlyphRun
from brochure.geometry import Point
from brochure.pdf.fonts import CodedFace
from brochure.pdf.text import shared_out, text_operators
from tests.square import SQUARE

ORIGIN = Point(100, 200)


def _run(texts: tuple[str, ...], xs: tuple[float, ...], **rest: object) -> GlyphRun:
    glyphs = tuple(ord(text[0]) if text else 0x4E00 for text in texts)
    values = {"at": Point(0, 0), "face": "x", "size": 10.0, "ink": BLACK, "width": 0.0, **rest}
    return GlyphRun(glyphs=glyphs, texts=texts, xs=xs, **values)  # type: ignore[arg-type]


def _shown(run: GlyphRun) -> list[str]:
    lines = text_operators(run, CodedFace("F1", SQUARE), ORIGIN).splitlines()
    assert (lines[0], lines[1], lines[-1]) == ("BT", "/F1 10 Tf", "ET")
    return lines[2:-1]


def test_glyphs_at_their_widths_need_no_shift() -> None:
    """Three characters one em apart are one string, a code for each in order of first use."""
    assert _shown(_run(("一", "二", "一"), (0, 10, 20))) == ["1 0 0 1 100 200 Tm [<000100020001>] TJ"]


def test_a_gap_is_a_shift_in_thousandths() -> None:
    """Half a point of space after a 10-point character moves the pen by 50 thousandths."""
    assert _shown(_run(("一", "二"), (0, 10.5))) == ["1 0 0 1 100 200 Tm [<0001>-50.0<0002>] TJ"]


def test_a_squeezed_mark_pulls_the_next_one_back() -> None:
    """A comma closed up to half an em pulls what follows back by 500 thousandths."""
    assert _shown(_run(("，", "二"), (0, 5))) == ["1 0 0 1 100 200 Tm [<0001>500.0<0002>] TJ"]


def test_raised_glyphs_get_their_own_matrix() -> None:
    """A raised glyph starts a new text matrix two points up, and the next one a third back on the
    baseline.
    """
    assert _shown(_run(("一", "二", "三"), (0, 10, 20), ys=(0, -2, 0))) == [
        "1 0 0 1 100 200 Tm [<0001>] TJ",
        "1 0 0 1 110 202 Tm [<0002>] TJ",
        "1 0 0 1 120 200 Tm [<0003>] TJ",
    ]


def test_a_turned_run_turns_about_its_origin() -> None:
    """Clockwise by a quarter, a run goes down the page; a glyph two points below its baseline stands two
    to the left.
    """
    shown = _shown(_run(("一", "二"), (0, 10), ys=(0, 2), turn=90))
    assert shown == [
        "0.000000 -1.000000 1.000000 0.000000 100 200 Tm [<0001>] TJ",
        "0.000000 -1.000000 1.000000 0.000000 98 190 Tm [<0002>] TJ",
    ]


def test_an_accent_in_its_letters_cluster_gets_its_own_text() -> None:
    """Two glyphs of a two-character cluster are two codes; a third character goes with the last glyph."""
    assert shared_out(("e\u0301", "", "x")) == ("e", "\u0301", "x")
    assert shared_out(("abc", "")) == ("a", "bc")


def test_more_glyphs_than_characters_are_held_together() -> None:
    """One character of two glyphs is bracketed by its actual text."""
    assert _shown(_run(("一", "é", "", "二"), (0, 10, 15, 25))) == [
        "1 0 0 1 100 200 Tm [<0001>] TJ /Span <</ActualText <FEFF00E9>>> BDC [<00020003>] TJ EMC [<0004>] TJ"
    ]


def test_an_empty_run_shows_nothing() -> None:
    """No glyphs, no operator that shows any."""
    assert _shown(_run((), ())) == []


def _places(operators: str, size: float) -> list[float]:
    """Where the pen stands before each glyph of a run of one-em glyphs, in points from its start."""
    places, pen = [], 0.0
    for code, shift in re.findall(r"([0-9A-F]{4})|(-?[0-9.]+)(?=<)", operators[operators.index("[") :]):
        if shift:
            pen -= float(shift) * size / 1000
        else:
            assert code == "0001"
            places.append(pen)
            pen += size
    return places


def test_rounding_does_not_add_up() -> None:
    """Four hundred gaps that each lose 0.004 thousandths to rounding still end where they should."""
    xs = tuple(place * 10.12344 for place in range(400))
    operators = text_operators(_run(("一",) * 400, xs), CodedFace("F1", SQUARE), Point(0, 0))
    assert _places(operators, 10)[-1] == pytest.approx(xs[-1], abs=0.001)


@given(
    st.lists(st.floats(-3, 3, allow_subnormal=False), min_size=1, max_size=60),
    st.floats(4, 120, allow_subnormal=False),
)
def test_the_pen_never_strays(gaps: list[float], size: float) -> None:
    """However the gaps fall, every glyph of a line lands within a thousandth of a point (and rounding) of
    its place.
    """
    xs = [0.0]
    for gap in gaps:
        xs.append(xs[-1] + size + gap)
    run = _run(("一",) * len(xs), tuple(xs), size=size)
    operators = text_operators(run, CodedFace("F1", SQUARE), Point(0, 0))
    assert _places(operators, size) == pytest.approx(xs, abs=0.001 + size * 0.00001)
