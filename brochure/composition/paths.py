"""Outlines to draw: arcs, lines through points, boxes, as the steps of a path."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, cos, pi, sin, tan

from brochure.display import Segment
from brochure.geometry import Point, Pt, Rect

QUARTER = pi / 2


def arc(centre: Point, radius: Pt, start: float, end: float) -> tuple[Segment, ...]:
    """The arc about *centre* from *start* to *end*, shares of a full turn clockwise from the top.

    Béziers of a quarter turn at most, each within 0.03 % of the radius (4/3 · tan(θ/4)); a whole turn is
    closed.
    """
    first, sweep = start * 2 * pi, (end - start) * 2 * pi
    if sweep <= 0:
        return ()
    count = max(1, ceil(sweep / QUARTER - 1e-9))
    step = sweep / count
    handle = radius * 4 / 3 * tan(step / 4)
    x, y = _on(centre, radius, first)
    path: list[Segment] = [("m", (x, y))]
    for number in range(count):
        here, there = first + number * step, first + (number + 1) * step
        x0, y0 = _on(centre, radius, here)
        x1, y1 = _on(centre, radius, there)
        out = (x0 + handle * cos(here), y0 + handle * sin(here))
        back = (x1 - handle * cos(there), y1 - handle * sin(there))
        path.append(("c", (*out, *back, x1, y1)))
    if end - start >= 1 - 1e-9:
        path.append(("z", ()))
    return tuple(path)


def line_through(points: Iterable[Point]) -> tuple[Segment, ...]:
    """Straight lines from point to point."""
    return tuple(("l" if number else "m", (x, y)) for number, (x, y) in enumerate(points))


def polygon(points: Iterable[Point]) -> tuple[Segment, ...]:
    """The closed outline through *points*."""
    return (*line_through(points), ("z", ()))


def box_path(box: Rect) -> tuple[Segment, ...]:
    """The outline of *box*."""
    return polygon(
        (box.origin, Point(box.right, box.y), Point(box.right, box.bottom), Point(box.x, box.bottom))
    )


def _on(centre: Point, radius: Pt, angle: float) -> tuple[Pt, Pt]:
    """The point of the circle at *angle*, clockwise from the top."""
    return centre.x + radius * sin(angle), centre.y - radius * cos(angle)
