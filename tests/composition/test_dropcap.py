"""Drop capitals, by counting."""

from dataclasses import replace
from typing import Final

import pytest

from brochure.composition import Galley, compose_paragraph
from brochure.content.model import Inline
from brochure.display import GlyphRun
from brochure.layout.styles import DropCap, ParagraphStyle, TextStyle
from tests.composition.setting import EM, FACES, JUSTIFIED, lines, origins, texts

TEXT: Final = "春风化雨润物无声山高水长日月同辉天地人和万象更新春风化雨润物无声山高水长"
TWO: Final = replace(JUSTIFIED, drop_cap=DropCap(lines=2))


def compose(text: str, ems: float, style: ParagraphStyle = TWO) -> Galley:
    """*text* at a measure of *ems* in square faces."""
    return compose_paragraph((Inline(text=text),), style, ems * EM, FACES)


def cap(galley: Galley) -> GlyphRun:
    """The capital's run."""
    return max(
        (mark for mark in galley.strips[0].marks if isinstance(mark, GlyphRun)), key=lambda run: run.size
    )


@pytest.mark.parametrize("count", [2, 3])
def test_capital_takes_whole_em_of_its_lines(count: int) -> None:
    """C4: the lines beside it begin a whole number of em in, are flush, and the next ones have the whole
    measure.
    """
    galley = compose(TEXT, 12, replace(TWO, drop_cap=DropCap(lines=count)))
    starts = [origins(galley, line)[-1 if line else 1] for line in range(3)]
    room = origins(galley, 1)[0][1]
    assert room == round(room)
    assert room > cap(galley).size / EM - 0.5
    beside = [origins(galley, line)[1 if not line else 0][1] for line in range(count)]
    assert beside == [room] * count
    assert origins(galley, count)[0][1] == 0.0
    assert starts
    assert lines(galley)[0].width == pytest.approx((12 - room) * EM)
    assert [strip.height for strip in galley.strips] == [18.0] * len(galley.strips)


@pytest.mark.parametrize("count", [2, 3])
def test_capital_reaches_from_the_first_ink_to_the_last(count: int) -> None:
    """C4: Han ink fills 0.838 above to 0.078 below the baseline: the capital's top is level with that of
    the first line, its foot with that of the last line beside it.
    """
    galley = compose(TEXT, 12, replace(TWO, drop_cap=DropCap(lines=count)))
    run, baseline = cap(galley), galley.strips[0].baseline
    assert run.at.y - 0.838 * run.size == pytest.approx(baseline - 0.838 * EM)
    assert run.at.y + 0.078 * run.size == pytest.approx(baseline + (count - 1) * 18.0 + 0.078 * EM)


def test_a_latin_capital_stands_on_the_baseline() -> None:
    """C4: a letter's foot is on the last baseline beside it, its head level with the first line's ink."""
    galley = compose("A" + TEXT, 12)
    run, baseline = cap(galley), galley.strips[0].baseline
    assert run.text == "A"
    assert run.at.y == pytest.approx(baseline + 18.0)
    assert run.at.y - 0.7 * run.size == pytest.approx(baseline - 0.838 * EM)


def test_an_opening_quotation_mark_is_smaller() -> None:
    """C4: a mark before the capital is part of it, at half its size, its head level with it."""
    galley = compose("“" + TEXT + "”", 12)
    quote = next(mark for mark in galley.strips[0].marks if isinstance(mark, GlyphRun) and mark.text == "“")
    assert quote.size == pytest.approx(cap(galley).size / 2)
    assert texts(galley)[0].startswith("“春风")


def test_the_text_stays_whole() -> None:
    """T2: the capital is the first thing in the first line's text and marks."""
    galley = compose(TEXT, 12)
    assert "".join(texts(galley)) == TEXT
    assert cap(galley) is galley.strips[0].marks[0]


def test_no_column_ends_beside_the_capital() -> None:
    """C4, G4: the lines beside it stay together, and a shorter paragraph leaves room for its foot."""
    assert [strip.tied for strip in compose(TEXT, 12).strips[:3]] == [True, False, False]
    short = compose("春风化雨", 20, replace(TWO, drop_cap=DropCap(lines=3)))
    assert [strip.tied for strip in short.strips] == [True, True, False]
    assert short.height == 3 * 18.0


def test_a_figure_is_no_capital() -> None:
    """A text that begins with a figure keeps it whole and has no capital."""
    galley = compose("2025年" + TEXT, 12)
    assert all(mark.size == EM for mark in galley.strips[0].marks if isinstance(mark, GlyphRun))


def test_capital_has_its_own_face() -> None:
    """The style names the face and the ink of the capital."""
    style = replace(TWO, drop_cap=DropCap(lines=2, text=TextStyle(family="other", weight=700, size=EM)))
    assert cap(compose(TEXT, 12, style)).text == "春"


def test_a_capital_in_vertical_lines() -> None:
    """C4, V1: beside the first columns, on their right, its middle in the middle of them."""
    galley = compose(TEXT, 12, replace(TWO, direction="vertical"))
    run = cap(galley)
    middle = run.at.x + run.size / 2
    assert middle == pytest.approx(-18.0)
    first = next(mark for mark in galley.strips[0].marks if isinstance(mark, GlyphRun) and mark is not run)
    assert first.at.y - 0.88 * EM == pytest.approx(round((first.at.y - 0.88 * EM) / EM) * EM)
