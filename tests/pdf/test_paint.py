"""Page content: the operators of each mark, in painting order, and no more of them than needed."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from brochure.color import BLACK, PAPER, Cmyk, Spot
from brochure.display import Dot, Mark, Panel, Picture, Rule
from brochure.geometry import Point, Rect
from tests.pdf.specimen import BLEED, BLUE, LILAC, TRIM, line, one_page

FOOT = TRIM.height + BLEED


def _lines(*marks: Mark) -> list[str]:
    with pikepdf.open(BytesIO(one_page(*marks))) as pdf:
        return pdf.pages[0].Contents.read_bytes().decode().splitlines()


def _pt(length: float) -> str:
    return f"{length:.3f}".rstrip("0").rstrip(".")


def test_a_panel_is_flipped_onto_the_page() -> None:
    """A panel at the trim's top left stands a bleed from the left and its height below the top of the
    medium.
    """
    assert _lines(Panel(box=Rect(0, 0, 50, 20), ink=BLUE)) == [
        "0.9 0.5 0.05 0.05 k",
        f"{_pt(BLEED)} {_pt(FOOT - 20)} 50 20 re f",
    ]


def test_ink_is_set_when_it_changes() -> None:
    """Three panels in two inks set ink twice."""
    one, two = Panel(box=Rect(0, 0, 9, 9), ink=BLUE), Panel(box=Rect(9, 9, 9, 9), ink=PAPER)
    assert [entry for entry in _lines(one, one, two) if entry.endswith(" k")] == [
        "0.9 0.5 0.05 0.05 k",
        "0 0 0 0 k",
    ]


def test_overprint_is_switched_when_it_changes() -> None:
    """Knock-out to begin with needs no word; black text switches overprint on, the panel after it off
    again.
    """
    panel = Panel(box=Rect(0, 0, 9, 9), ink=BLUE)
    states = [
        entry for entry in _lines(panel, line("一", 0, 9), line("二", 0, 30), panel) if entry.endswith(" gs")
    ]
    assert states == ["/O1 gs", "/O0 gs"]


def test_overprint_states_say_it_in_full() -> None:
    """Overprint is on for lines and fills, with OPM 1; off, for both."""
    panel = Panel(box=Rect(0, 0, 9, 9), ink=BLUE)
    with pikepdf.open(BytesIO(one_page(line("一", 0, 9), panel))) as pdf:
        states = pdf.pages[0].Resources.ExtGState
        on, off = states["/O1"], states["/O0"]
        assert [on.OP, on["/op"], on.OPM] == [True, True, 1]
        assert [off.OP, off["/op"]] == [False, False]


def test_a_rule_is_a_stroke() -> None:
    """Width and stroke ink are set once for two rules alike; the rule runs from start to end."""
    rule = Rule(start=Point(0, 10), end=Point(40, 10), width=0.25, ink=BLACK)
    lower = replace(rule, start=Point(0, 20), end=Point(40, 20))
    assert _lines(rule, lower) == [
        "0 0 0 1 K",
        "0.25 w",
        f"{_pt(BLEED)} {_pt(FOOT - 10)} m {_pt(BLEED + 40)} {_pt(FOOT - 10)} l S",
        f"{_pt(BLEED)} {_pt(FOOT - 20)} m {_pt(BLEED + 40)} {_pt(FOOT - 20)} l S",
    ]


def test_a_dot_is_four_curves() -> None:
    """A dot is a closed path of four Béziers through the four ends of its diameters."""
    shown = _lines(Dot(centre=Point(0, 0), radius=10, ink=BLUE))[1].split()
    assert shown.count("c") == 4
    assert shown[-1] == "f"
    assert shown[:2] == [_pt(BLEED + 10), _pt(FOOT)]
    assert [float(value) for value in shown[7:9]] == pytest.approx([BLEED, FOOT + 10], abs=0.001)


def test_a_spot_ink_is_a_separation() -> None:
    """Its colour space is named once for all tints, with the process tint of the solid at the end of a
    straight ramp.
    """
    dark, light = replace_tint(1), replace_tint(0.25)
    page = one_page(Panel(box=Rect(0, 0, 9, 9), ink=dark), Panel(box=Rect(9, 0, 9, 9), ink=light))
    with pikepdf.open(BytesIO(page)) as pdf:
        content = pdf.pages[0].Contents.read_bytes().decode().splitlines()
        spaces = pdf.pages[0].Resources.ColorSpace
        family, name, alternate, ramp = spaces["/S1"]
        assert (len(spaces), str(family), str(alternate)) == (1, "/Separation", "/DeviceCMYK")
        assert str(name) == "/高原丁香"
        assert [float(share) for share in ramp.C1] == [0.35, 0.5, 0, 0]
    assert [entry for entry in content if entry.endswith("scn")] == ["/S1 cs 1 scn", "/S1 cs 0.25 scn"]


def replace_tint(tint: float) -> Spot:
    """The specimen's spot ink in another tint."""
    return LILAC._replace(tint=tint)


def test_a_picture_is_placed_by_its_matrix() -> None:
    """The unit square of the image is stretched to the box, its foot at the box's foot, inside its own
    state.
    """
    shown = _lines(Picture(box=Rect(10, 20, 60, 40), file="sky.jpg", crop=Rect(0, 0, 1, 1)))
    assert shown == [f"q 60 0 0 40 {_pt(BLEED + 10)} {_pt(FOOT - 60)} cm /P1 Do Q"]


def test_numbers_carry_no_idle_digits() -> None:
    """Inks and places are written to a thousandth, whole numbers without a point, zero without a sign."""
    panel = Panel(box=Rect(-BLEED - 0.0001, 0, 10.10004, 5), ink=Cmyk(0.12345, 1, 0, 1 / 3))
    assert _lines(panel) == ["0.123 1 0 0.333 k", f"0 {_pt(FOOT - 5)} 10.1 5 re f"]
