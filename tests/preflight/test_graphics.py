"""Maps, codes and cut-outs before printing: what stops the press, and what does not."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from brochure.color import BLACK, PAPER
from brochure.diagnostics import Severity, Span
from brochure.display import Mark, Panel, Shape
from brochure.geometry import Point, Rect, mm
from tests.preflight.proofs import SPAN, Desk, desk, picture, run_at

MAP: Final = replace(picture(Rect(40, 60, 120, 90)), approval="GS(2024)0001号")
OTHER: Final = Span("content.yaml", 40, 1, 40, 9)


@pytest.fixture(name="desk")
def on_desk(tmp_path: Path) -> Desk:
    """The small layout and one picture."""
    return desk(tmp_path)


def told(text: str, span: Span = SPAN) -> Mark:
    """A line of that text at the place of the picture."""
    return replace(run_at(40, 170), texts=tuple(text), glyphs=(1,) * len(text), span=span)


def codes(desk: Desk, *marks: Mark) -> list[tuple[str, Severity, Span | None]]:
    """What preflight finds: code, weight and place."""
    return [(finding.code, finding.severity, finding.span) for finding in desk.findings(*marks)]


def test_a_map_without_a_number_stops_the_press(desk: Desk) -> None:
    """An error at the picture's line, whatever stands beside it."""
    bare = replace(MAP, approval="")
    assert codes(desk, bare, told("地图")) == [("preflight/map-without-approval", Severity.ERROR, SPAN)]


def test_a_map_prints_its_number_beside_it(desk: Desk) -> None:
    """On the same page, from the same line of the content; blanks make no difference."""
    assert codes(desk, MAP, told("审图号：GS(2024) 0001号")) == []
    hidden = [("preflight/map-number-hidden", Severity.ERROR, SPAN)]
    assert codes(desk, MAP) == hidden
    assert codes(desk, MAP, told("审图号：GS(2024)0002号")) == hidden
    assert codes(desk, MAP, told("审图号：GS(2024)0001号", OTHER)) == hidden


def test_other_pictures_need_no_number(desk: Desk) -> None:
    """A picture that is no map."""
    assert codes(desk, replace(MAP, approval=None)) == []


def code(module: float, at: Point = Point(100, 100), count: int = 25) -> Shape:
    """A code of *count* modules, as composition draws it."""
    side = module * count
    path = (("m", (0.0, 0.0)), ("l", (side, 0.0)), ("l", (side, side)), ("l", (0.0, side)), ("z", ()))
    return Shape(at=at, path=path, fill=BLACK, module=module, span=SPAN)  # type: ignore[arg-type]


def test_small_squares_stop_the_press(desk: Desk) -> None:
    """A third of a millimetre is enough, a hundredth less is not; other shapes have no squares."""
    assert codes(desk, code(mm(0.33))) == []
    assert codes(desk, code(mm(0.32))) == [("preflight/small-code", Severity.ERROR, SPAN)]
    assert codes(desk, replace(code(mm(0.1)), module=0.0)) == []


def test_the_press_condition_says_what_is_small(desk: Desk) -> None:
    """A house that wants half a millimetre says so."""
    condition = replace(desk.layout.condition, min_module=mm(0.5))
    strict = Desk(replace(desk.layout, condition=condition), desk.images)
    assert codes(strict, code(mm(0.45))) == [("preflight/small-code", Severity.ERROR, SPAN)]


WHITE: Final = Panel(box=Rect(92, 92, 66, 66), ink=PAPER, span=SPAN)
"""The quiet zone of a code of 25 modules of 2 points at 100, 100: 8 points on every side."""


def test_nothing_stands_in_a_quiet_zone(desk: Desk) -> None:
    """Text at its edge is well, a point further in it is not; nor is a picture painted over it."""
    covered = [("preflight/code-covered", Severity.ERROR, SPAN)]
    assert codes(desk, WHITE, code(2), run_at(158, 120)) == []
    assert codes(desk, WHITE, code(2), run_at(157, 120)) == covered
    assert codes(desk, run_at(60, 120), WHITE, code(2)) == covered
    assert codes(desk, picture(Rect(90, 90, 80, 60)), WHITE, code(2)) == []
    assert codes(desk, WHITE, code(2), picture(Rect(150, 90, 80, 60))) == covered


def test_a_soft_cutout_is_a_warning(desk: Desk) -> None:
    """More than a twentieth half transparent: hair or shadow that will be cut hard."""
    cut = replace(picture(Rect(40, 60, 120, 90)), cutout=True)
    file = desk.images["lilac.jpg"]
    soft = Desk(desk.layout, {"lilac.jpg": replace(file, soft=0.06)})
    assert codes(soft, cut) == [("preflight/soft-cutout", Severity.WARNING, SPAN)]
    assert codes(soft, replace(cut, cutout=False)) == []
    assert codes(Desk(desk.layout, {"lilac.jpg": replace(file, soft=0.04)}), cut) == []
