"""Han beside Latin: the gap and the typed space."""

import pytest

from brochure.composition import set_line
from brochure.composition.characters import resolve_kinds
from brochure.composition.mixed import gaps
from brochure.composition.shaping import shape_text
from brochure.composition.sorts import Stretch
from brochure.layout.styles import Profile
from tests.composition.setting import EM, FACES, TEXT


def width(text: str, profile: Profile | None = None) -> float:
    """The width of *text* on one line, in em; letters and figures are half an em each."""
    return round(set_line(text, TEXT, FACES, profile=profile or Profile()).width / EM, 4)


@pytest.mark.parametrize("text", ["国a国", "国7国", "国%国"])
def test_gap_stands_on_both_sides(text: str) -> None:
    """S1, S2: between Han and Latin letters, figures and % there is a quarter em."""
    assert width(text) == 2.5 + 2 * 0.25


def test_gap_is_a_style_value() -> None:
    """S1: headings may use an eighth."""
    assert width("国a国", Profile(mixed_gap=0.125)) == 2.75


@pytest.mark.parametrize(
    ("text", "ems"),
    [("国，a国", 3.75), ("a）国", 2.5), ("a国", 1.75), ("7℃国", 2.5), ("80%", 1.5), ("1+3+X", 2.5)],
)
def test_no_gap_beside_marks_at_edges_and_in_numbers(text: str, ems: float) -> None:
    """S3: no gap beside full-width marks, at a line's edge, after ℃ or inside a number."""
    assert width(text) == ems


@pytest.mark.parametrize("text", ["国 a", "国  a"])
def test_typed_space_becomes_the_gap(text: str) -> None:
    """S3: a space between Han and Latin is replaced by the gap, and stays in the text."""
    assert width(text) == width("国a")
    assert "".join(run.text for run in set_line(text, TEXT, FACES).runs) == text


def test_typed_space_beside_a_blank_half_is_nothing() -> None:
    """A space after ， or before （ adds nothing to the blank that is there."""
    assert width("国， 国") == width("国，国")
    assert width("国 （国") == width("国（国")


def test_typed_space_between_han_parts_phrases() -> None:
    """A space between two Han phrases of a title is half an em."""
    assert width("国 国") == 2.5


def test_word_space_has_its_limits() -> None:
    """J2, J3: a Latin word space is at least a quarter em and may be widened."""
    text = "ab cd"
    sorts = shape_text(text, resolve_kinds(text), [Stretch(0, 5, TEXT)], FACES)
    (gap,) = gaps(sorts, Profile()).values()
    assert gap.step == "word-space"
    assert gap.least == 0.25 * EM <= gap.natural < gap.most


@pytest.mark.parametrize(("tight", "ems"), [(None, 3.75), (0.0, 3.0), (0.125, 3.375)])
def test_tight_dates(tight: float | None, ems: float) -> None:
    """S4: figures beside 年月日 take the common gap, or the one the profile gives dates."""
    assert width("7年7月", Profile(tight_dates=tight)) == ems


def test_gap_beside_han_takes_the_larger_em() -> None:
    """S1: the gap is measured in em of the Han character it stands beside."""
    text = "国a"
    sorts = shape_text(text, resolve_kinds(text), [Stretch(0, 2, TEXT)], FACES)
    assert gaps(sorts, Profile())[1].natural == 0.25 * EM


@pytest.mark.parametrize(("text", "ems"), [("7万人", 2.5), ("7家国", 2.5), ("家7国", 2.75), ("7山", 1.75)])
def test_tight_units(text: str, ems: float) -> None:
    """S4: a Chinese unit after its figure is as tight as a date; other Han, and Han before it, are not."""
    assert width(text, Profile(tight_dates=0.0)) == ems
