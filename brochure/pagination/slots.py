"""A column as a row of slots, one for each line of the grid: whole ones, and shorter ones beside a box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from brochure.geometry import Pt, Rect

LEAST: Final = 8.0  # em of a line beside a box; where there is less room the text goes on below it
FIT: Final = 0.01  # points


class Slot(NamedTuple):
    """Room for a line: how far in it begins and how long it may be; nothing where it is too short."""

    start: Pt
    measure: Pt


class Grid(NamedTuple):
    """What slots are counted by: the measure of a whole line, the leading, the size, the clearance round a
    box.
    """

    measure: Pt
    leading: Pt
    size: Pt
    clear: Pt

    @property
    def whole(self) -> Slot:
        """A line with nothing beside it."""
        return Slot(0.0, self.measure)


def slots_of(corner: tuple[Pt, Pt], count: int, boxes: Sequence[Rect], grid: Grid) -> tuple[Slot, ...]:
    """The slots of a column of *count* lines whose first em box begins at *corner*, beside *boxes*.

    Beside a box a line keeps to whole characters, on the side of the column's free edge.
    """
    x, y = corner
    return tuple(_slot(x, y + number * grid.leading, boxes, grid) for number in range(count))


def _slot(x: Pt, y: Pt, boxes: Sequence[Rect], grid: Grid) -> Slot:
    start, end = x, x + grid.measure
    white = grid.leading - grid.size
    for box in boxes:
        above, below = box.y - max(0.0, grid.clear - white), box.bottom + max(0.0, grid.clear - white)
        if y + grid.size <= above + FIT or y >= below - FIT or box.right <= x or box.x >= x + grid.measure:
            continue
        if box.x - x > x + grid.measure - box.right:  # more room on its left
            end = min(end, box.x - grid.clear)
        else:
            start = max(start, box.right + grid.clear)
    if (start, end) == (x, x + grid.measure):
        return grid.whole
    length = int(max(0.0, end - start) / grid.size + FIT) * grid.size
    if length < LEAST * grid.size:
        return Slot(0.0, 0.0)
    return Slot(x + grid.measure - length - x if start > x else 0.0, length)
