"""Numbers in columns: what is one, where its point stands, figures of one width."""

from dataclasses import replace

import pytest

from brochure.composition.numerals import figure_width, is_missing, is_number, set_numeral
from brochure.content.model import Inline
from tests.composition.setting import FACES, SquareFaces
from tests.composition.standing import CLOSE, TEXT, places, words
from tests.square import SquareFace


@pytest.mark.parametrize(
    "text", ["0", "187", "1801.10", "1,801.10", "1，801", "+3.5", "−0.6", "-0.6", "80%", "80 %", "8.2‰", "≥5"]
)
def test_numbers(text: str) -> None:
    """Signs, commas between thousands, decimals, per cent."""
    assert is_number(words(text))


@pytest.mark.parametrize("text", ["", "—", "约80", "80家", "2024年", "A1", "1.2.3", "3—5"])
def test_no_numbers(text: str) -> None:
    """Words make a text of it."""
    assert not is_number(words(text))


def test_what_is_missing() -> None:
    """Nothing, dashes, dots."""
    assert all(is_missing(words(text)) for text in ("", "—", "——", "…", "-"))
    assert not is_missing(words("无"))


def test_a_note_raised_behind_a_number_leaves_it_a_number() -> None:
    """10 with a superscript: the point stands behind the 0."""
    text = (Inline(text="10"), Inline(text="2", superscript=True))
    assert is_number(text)
    numeral = set_numeral(text, CLOSE, FACES)
    assert numeral.before == 10.0
    assert numeral.behind > 0.0


@pytest.mark.parametrize(
    ("text", "before", "behind"),
    [("1204", 20, 0), ("1,204.5", 25, 10), ("88.75%", 10, 20), ("−0.6", 15, 10), ("—", 10, 0), ("", 0, 0)],
)
def test_the_point_parts_a_number(text: str, before: float, behind: float) -> None:
    """Figures, points and commas are five points wide, a dash ten."""
    numeral = set_numeral(words(text), CLOSE, FACES)
    assert (numeral.before, numeral.behind) == (before, behind)


class Uneven(SquareFace):
    """Its 1 is three tenths of an em wide, every other figure five."""

    def advance(self, glyph: int) -> int:
        """300 for the one."""
        return 300 if glyph == ord("1") else super().advance(glyph)


UNEVEN = SquareFaces(square=Uneven())


def test_figures_get_one_width_whatever_the_face_has() -> None:
    """The narrow 1 stands in the middle of a cell as wide as the others: 111.1 is as long as 222.2."""
    assert figure_width(TEXT, UNEVEN) == 5.0
    ones, twos = (set_numeral(words(text), CLOSE, UNEVEN) for text in ("111.1", "222.2"))
    assert (ones.before, ones.behind) == (twos.before, twos.behind) == (15.0, 10.0)
    assert places(ones.marks) == {"1": [1.0, 6.0, 11.0, 21.0], ".": [15.0]}


def test_figures_of_a_latin_companion_are_measured_there() -> None:
    """The cell is that of the face that sets the figures, at its scale."""
    style = replace(TEXT, latin_family="uneven", latin_weight=400, latin_scale=0.8)
    faces = SquareFaces(uneven=Uneven())
    assert figure_width(style, faces) == 4.0
    numeral = set_numeral(words("11"), replace(CLOSE, text=style), faces)
    assert numeral.before == pytest.approx(8.0)
