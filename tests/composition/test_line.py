"""Single lines, across and downwards."""

from dataclasses import replace

import pytest

from brochure.color import Spot
from brochure.composition import set_line, set_vertical
from tests.composition.setting import EM, FACES, TEXT, SquareFaces
from tests.square import SquareFace


def test_line_starts_at_the_origin() -> None:
    """A line begins at (0, 0) on its baseline and is as wide as its characters; the em box stands about
    the baseline.
    """
    line = set_line("一二三", TEXT, FACES)
    assert (line.runs[0].at.x, line.runs[0].at.y) == (0.0, 0.0)
    assert (line.width, line.ink_left, line.ink_right) == (3 * EM, 0.0, 3 * EM)
    assert (line.ascent, line.descent) == pytest.approx((8.8, 1.2))


def test_edges_of_a_line_are_trimmed() -> None:
    """J9, P9, P10: a single line closes up its marks and loses the blanks at both edges."""
    line = set_line("“一”（二）", TEXT, FACES)
    # “ and ） lose their outer blanks, ”（ share one
    assert line.width == pytest.approx(4.5 * EM)
    assert line.runs[0].at.x == -EM / 2


def test_ink_is_measured_from_glyphs() -> None:
    """The ink of a line ends where that of its first and last glyphs does."""

    class Bearing(SquareFace):
        def bounds(self, glyph: int) -> tuple[int, int, int, int]:
            return (100, 0, super().advance(glyph) - 50, 700)

    line = set_line("一二", TEXT, SquareFaces(square=Bearing()))
    assert line.ink_left == pytest.approx(0.1 * EM)
    assert line.ink_right == pytest.approx(1.95 * EM)


def test_trailing_spaces_count_for_nothing() -> None:
    """Spaces at the end stay in the text and take no width."""
    line = set_line("一二 ", TEXT, FACES)
    assert line.width == 2 * EM
    assert line.runs[0].text == "一二 "


@pytest.mark.parametrize("text", ["", " "])
def test_empty_line_has_no_runs(text: str) -> None:
    """Nothing to print is nothing printed."""
    assert set_line(text, TEXT, FACES).runs == ()
    assert set_vertical(text, TEXT, FACES).runs == ()


def test_ink_decides_about_overprint() -> None:
    """Black alone overprints, a spot ink knocks out."""
    spot = Spot("PANTONE 2587 C", 1.0, TEXT.ink)  # type: ignore[arg-type]  # a process tint
    assert set_line("一", TEXT, FACES).runs[0].overprint
    assert not set_line("一", replace(TEXT, ink=spot), FACES).runs[0].overprint


def test_missing_glyph_rides_on_the_line() -> None:
    """M3: a single line reports what its face lacks."""
    line = set_line("一㼆", TEXT, SquareFaces(square=SquareFace(absent="㼆")))
    assert [remark.code for remark in line.remarks] == ["composition/missing-glyph"]


# ---------------------------------------------------------------- downwards


def test_vertical_line_stacks_one_em_a_character() -> None:
    """Each character stands an em below the one before, centred on the column."""
    line = set_vertical("一二三", TEXT, FACES)
    (run,) = line.runs
    assert line.width == 3 * EM
    assert [round(y, 4) for y in run.ys] == [0.0, EM, 2 * EM]
    assert run.at.x == -EM / 2
    assert run.at.y == pytest.approx(0.88 * EM)


def test_vertical_marks_share_blanks_and_edges_are_trimmed() -> None:
    """V3, P2: 、《 takes one and a half em downwards too; 「 at the head and 》 at the foot half an em."""
    assert set_vertical("一、《二", TEXT, FACES).width == pytest.approx(3.5 * EM)
    assert set_vertical("「一》", TEXT, FACES).width == pytest.approx(2 * EM)


def test_vertical_middle_marks_keep_their_em() -> None:
    """V1: ：；？！ stand in the middle of a whole em."""
    assert set_vertical("一：二", TEXT, FACES).width == 3 * EM


def test_vertical_dash_is_two_em_and_one_glyph() -> None:
    """P14: —— is one stroke downwards."""
    line = set_vertical("一——二", TEXT, FACES)
    assert line.width == 4 * EM
    assert [text for run in line.runs for text in run.texts] == ["一", "——", "二"]
    assert "".join(run.text for run in line.runs) == "一——二"
