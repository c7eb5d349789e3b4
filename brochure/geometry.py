"""Lengths and places.

Points inside (1/72 inch), x to the right, y downwards from the top left of the trim.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

Pt: TypeAlias = float

_PT_PER_MM = 72 / 25.4


def mm(length: float) -> Pt:
    """*length* millimetres in points."""
    return length * _PT_PER_MM


def in_mm(length: Pt) -> float:
    """*length* points in millimetres."""
    return length / _PT_PER_MM


class Point(NamedTuple):
    """A place on the page, in points."""

    x: Pt
    y: Pt

    def moved(self, dx: Pt, dy: Pt) -> Point:
        """The place *dx* to the right and *dy* below."""
        return Point(self.x + dx, self.y + dy)


class Size(NamedTuple):
    """Width and height, in points."""

    width: Pt
    height: Pt


class Insets(NamedTuple):
    """Distances inward from the four edges, in points; negative ones reach outward."""

    top: Pt
    right: Pt
    bottom: Pt
    left: Pt


class Rect(NamedTuple):
    """A box by its left edge, top edge, width and height, in points."""

    x: Pt
    y: Pt
    width: Pt
    height: Pt

    @property
    def right(self) -> Pt:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> Pt:
        """The bottom edge."""
        return self.y + self.height

    @property
    def origin(self) -> Point:
        """The top left corner."""
        return Point(self.x, self.y)

    @property
    def size(self) -> Size:
        """Width and height."""
        return Size(self.width, self.height)

    def moved(self, dx: Pt, dy: Pt) -> Rect:
        """The same box, *dx* to the right and *dy* below."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def inset(self, by: Insets) -> Rect:
        """The box inside this one by the four distances."""
        return Rect(
            self.x + by.left,
            self.y + by.top,
            self.width - by.left - by.right,
            self.height - by.top - by.bottom,
        )

    def contains(self, other: Rect, slack: Pt = 0.01) -> bool:
        """Whether *other* lies inside this box, within *slack*."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )
