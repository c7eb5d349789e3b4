"""Fold marks: outside the bleed, at the folds of either side, in registration colour."""

from typing import Final

import pytest

from brochure.color import PAPER, Spot
from brochure.display import DisplayList, Panel, Rule, Surface
from brochure.geometry import Rect, Size, in_mm, mm
from brochure.imposition import OneUp, impose
from brochure.layout import Fold

PAGE: Final = DisplayList(size=Size(mm(297), mm(210)), marks=(Panel(box=Rect(0, 0, 9, 9), ink=PAPER),))
LETTER: Final = OneUp(fold=Fold(panels=(mm(97), mm(100), mm(100))))


def rules(surface: Surface) -> list[Rule]:
    """The marks of a surface."""
    return [mark for mark in surface.display.marks if isinstance(mark, Rule)]


def places(surface: Surface) -> list[float]:
    """Where the marks of a surface stand, in mm from the trim's left edge."""
    return sorted({round(in_mm(rule.start.x), 2) for rule in rules(surface)})


def test_marks_stand_at_the_folds_of_each_side() -> None:
    """At 97 and 197 mm on the outside, at 100 and 200 mm on the inside, above and below."""
    outside, inside = impose([PAGE, PAGE], LETTER, mm(3))
    assert places(outside) == [97, 197]
    assert places(inside) == [100, 200]
    for surface in (outside, inside):
        above = [rule for rule in rules(surface) if rule.start.y < 0]
        below = [rule for rule in rules(surface) if rule.start.y > mm(210)]
        assert len(above) == len(below) == len(rules(surface)) / 2 > 0


def test_a_side_printed_alone_keeps_its_folds() -> None:
    """Page 2 taken out of the edition is still the inside."""
    (inside,) = impose([PAGE], LETTER, mm(3), [2])
    assert places(inside) == [100, 200]


@pytest.mark.parametrize("bleed", [0.0, mm(3), mm(5), mm(12)])
def test_marks_lie_outside_the_bleed(bleed: float) -> None:
    """Dashed hairlines of 0.25 pt in registration colour, upright, 3 mm or more off the trim, outside the
    bleed and on the medium (check 46).
    """
    for surface in impose([PAGE, PAGE], LETTER, bleed):
        assert surface.display.marks[0] is PAGE.marks[0]
        assert surface.trim == Rect(0, 0, mm(297), mm(210))
        assert surface.bleed.x == -bleed
        for rule in rules(surface):
            assert rule.width == 0.25
            assert isinstance(rule.ink, Spot)
            assert (rule.ink.name, rule.ink.alternate) == ("All", (1, 1, 1, 1))
            assert rule.start.x == rule.end.x
            ends = sorted((rule.start.y, rule.end.y))
            assert ends[0] < ends[1]
            off = min(max(-ends[1], ends[0] - mm(210)), max(-y for y in ends) if ends[1] < 0 else mm(999))
            assert off >= mm(3) - 0.001
            assert ends[1] <= surface.bleed.y + 0.001 or ends[0] >= surface.bleed.bottom - 0.001
            assert surface.media.contains(Rect(rule.start.x, ends[0], 0, ends[1] - ends[0]))


def test_fold_and_crop_marks_stand_together() -> None:
    """Crop marks as well when they are asked for: eight of them, solid, beside the folds' dashes."""
    (both,) = impose([PAGE], OneUp(marks=True, fold=LETTER.fold), mm(3))
    (folds,) = impose([PAGE], LETTER, mm(3))
    assert len(rules(both)) == len(rules(folds)) + 8
    assert both.media == folds.media


def test_a_flat_sheet_has_no_marks() -> None:
    """Without a fold the medium ends with the bleed."""
    (flat,) = impose([PAGE], OneUp(), mm(3))
    assert flat.media == flat.bleed
    assert rules(flat) == []
