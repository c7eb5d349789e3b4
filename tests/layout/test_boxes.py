"""Boxes by columns, lines and distances: where they stand on either side of a spread, by adding up.

The page is 300 × 400 points with 9 of bleed; the type area begins 30 from the spine and 40 from the head: two
columns of 100 with 20 between them, ten lines of 10 points, 20 apart.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.geometry import Rect, Size, mm
from brochure.layout.model import Box
from tests.layout.written import changed, load

TITLE_BOX = "box: {columns: 1-2, lines: 1-2}"


def box_of(folder: Path, written: str) -> Box:
    """The box that *written* is."""
    frame = load(folder, changed(TITLE_BOX, f"box: {{{written}}}")).masters["one"].frames[0]
    assert frame.name == "title"
    return frame.box


TRIM = Size(300, 400)

BOXES: dict[str, tuple[Rect, Rect]] = {
    # written: on a right-hand page, on a left-hand page
    "columns: 1, lines: 1": (Rect(30, 40, 100, 10), Rect(50, 40, 100, 10)),
    "columns: 2, lines: 2-3": (Rect(150, 60, 100, 30), Rect(170, 60, 100, 30)),
    "columns: 1-2, lines: 1-10": (Rect(30, 40, 220, 190), Rect(50, 40, 220, 190)),
    "columns: 1-2, top: line 3, bottom: line 5": (Rect(30, 80, 220, 50), Rect(50, 80, 220, 50)),
    "columns: 1-2, top: line 9, bottom: line 12": (Rect(30, 200, 220, 70), Rect(50, 200, 220, 70)),
    "left: bleed, right: bleed, top: bleed, bottom: bleed": (Rect(-9, -9, 318, 418),) * 2,
    "left: 10pt, right: 20pt, top: 5pt, bottom: 15pt": (Rect(10, 5, 270, 380),) * 2,
    "left: 10pt, width: 50pt, top: 5pt, height: 15pt": (Rect(10, 5, 50, 15),) * 2,
    "right: 10pt, width: 50pt, bottom: 5pt, height: 15pt": (Rect(240, 380, 50, 15),) * 2,
    "inner: 10pt, outer: 20pt, lines: 1": (Rect(10, 40, 270, 10), Rect(20, 40, 270, 10)),
    "outer: bleed, width: 60pt, lines: 1": (Rect(249, 40, 60, 10), Rect(-9, 40, 60, 10)),
    "inner: 0pt, width: 60pt, lines: 1": (Rect(0, 40, 60, 10), Rect(240, 40, 60, 10)),
    "left: -4pt, right: 0pt, lines: 1": (Rect(-4, 40, 304, 10),) * 2,
}


@pytest.mark.parametrize("written", BOXES)
def test_a_box_stands_where_it_says(tmp_path: Path, written: str) -> None:
    """Right-hand page and left-hand page."""
    box = box_of(tmp_path, written)
    right, left = BOXES[written]
    assert box.on(TRIM, "right") == pytest.approx(right)
    assert box.on(TRIM, "left") == pytest.approx(left)


def test_lengths_come_in_millimetres_centimetres_and_points(tmp_path: Path) -> None:
    """1 cm is 10 mm is 28.35 points."""
    box = box_of(tmp_path, "left: 1cm, width: 10mm, top: 28.35pt, height: 72pt")
    assert box.on(TRIM, "right") == pytest.approx(Rect(mm(10), 28.35, mm(10), 72))


def test_a_frame_after_another_leaves_its_top_open(tmp_path: Path) -> None:
    """Its foot is fixed; its head is given by what it follows."""
    frame = load(tmp_path).masters["one"].frames[1]
    assert (frame.after, frame.gap, frame.box.top) == ("title", 1, None)
    assert frame.box.on(TRIM, "right", 95.0) == pytest.approx(Rect(30, 95, 220, 230 - 95))


@given(st.floats(0, 120), st.floats(0, 120), st.sampled_from([("left", "right"), ("inner", "outer")]))
def test_inner_and_outer_mirror_and_left_and_right_do_not(
    start: float, end: float, sides: tuple[str, str]
) -> None:
    """A spread folded on its spine: boxes by inner and outer fall on each other, boxes by left and right
    only when both distances are the same.
    """
    box = Box(sides=sides, start=start, end=end, top=0.0, bottom=0.0)  # type: ignore[arg-type]
    right, left = box.on(TRIM, "right"), box.on(TRIM, "left")
    folded = TRIM.width - left.right
    assert left.width == pytest.approx(right.width)
    if sides == ("inner", "outer"):
        assert folded == pytest.approx(right.x)
    else:
        assert left.x == pytest.approx(right.x)


def test_the_grid_counts_lines_from_the_head(tmp_path: Path) -> None:
    """Line 1 begins at the head margin, line 10 ends 190 below it; the type area is 220 wide (G6)."""
    grid = load(tmp_path).grid
    assert (grid.line_top(1), grid.line_foot(1), grid.line_foot(10)) == (40, 50, 230)
    assert (grid.width, grid.half_gap) == (220, 5)
