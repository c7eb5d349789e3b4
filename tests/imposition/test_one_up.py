"""One page on each surface, bare or with crop marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.color import PAPER, Spot
from brochure.display import DisplayList, Panel, Rule
from brochure.geometry import Insets, Rect, Size, mm
from brochure.imposition import OneUp, impose, surface_of

PAGE = DisplayList(size=Size(mm(210), mm(285)), marks=(Panel(box=Rect(0, 0, 9, 9), ink=PAPER),))
TRIM = Rect(0, 0, mm(210), mm(285))


def test_the_medium_ends_with_the_bleed() -> None:
    """A bare surface is trim and 3 mm on every side, and the page's marks as they are."""
    surface = surface_of(PAGE, mm(3))
    assert surface.trim == TRIM
    assert surface.bleed == surface.media == TRIM.inset(Insets(-mm(3), -mm(3), -mm(3), -mm(3)))
    assert surface.display is PAGE


@given(st.lists(st.integers(0, 9)))
def test_pages_keep_their_order(numbers: list[int]) -> None:
    """Every page appears once, in reading order."""
    pages = [DisplayList(size=Size(100 + number, 100), marks=()) for number in numbers]
    assert [surface.trim.width - 100 for surface in impose(pages, OneUp(), 0)] == numbers


@pytest.mark.parametrize("bleed", [0.0, mm(3), mm(5), mm(12)])
def test_crop_marks_lie_outside_the_bleed(bleed: float) -> None:
    """Eight hairlines of 0.25 pt in registration colour, level with the trim's edges, begin at least 3 mm
    off the trim, outside the bleed and on the medium (check 46).
    """
    (surface,) = impose([PAGE], OneUp(marks=True), bleed)
    rules = [mark for mark in surface.display.marks if isinstance(mark, Rule)]
    assert surface.display.marks[0] is PAGE.marks[0]
    assert len(rules) == 8
    edges = {("x", TRIM.x), ("x", TRIM.right), ("y", TRIM.y), ("y", TRIM.bottom)}
    for rule in rules:
        assert rule.width == 0.25
        assert isinstance(rule.ink, Spot)
        assert (rule.ink.name, rule.ink.alternate) == ("All", (1, 1, 1, 1))
        box = Rect(
            min(rule.start.x, rule.end.x),
            min(rule.start.y, rule.end.y),
            abs(rule.end.x - rule.start.x),
            abs(rule.end.y - rule.start.y),
        )
        assert surface.media.contains(box)
        assert ("x", box.x) in edges if not box.width else ("y", box.y) in edges
        outside = max(
            surface.bleed.x - box.right,
            box.x - surface.bleed.right,
            surface.bleed.y - box.bottom,
            box.y - surface.bleed.bottom,
        )
        assert outside >= -0.001
        assert max(-box.right, box.x - TRIM.right, -box.bottom, box.y - TRIM.bottom) >= mm(3) - 0.001


def test_marks_change_no_box_but_the_medium() -> None:
    """Trim and bleed stay; the medium grows the same on all sides."""
    (bare,), (marked,) = impose([PAGE], OneUp(), mm(3)), impose([PAGE], OneUp(marks=True), mm(3))
    assert (bare.trim, bare.bleed) == (marked.trim, marked.bleed)
    assert marked.media == TRIM.inset(Insets(-mm(10), -mm(10), -mm(10), -mm(10)))
