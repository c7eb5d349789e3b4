"""A frame's box as its lines see it: the same sums across and downwards (直排)."""

from __future__ import annotations

from brochure.geometry import Point, Pt, Rect
from brochure.values import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """*box* filled with lines across, one below the other, or *vertical* ones, from right to left.

    *length* is how long a line may be, *depth* the room from the first line to the last; places are given
    along the lines and from line to line, from where the first line begins.
    """

    box: Rect
    vertical: bool = False

    @property
    def length(self) -> Pt:
        """The room along a line."""
        return self.box.height if self.vertical else self.box.width

    @property
    def depth(self) -> Pt:
        """The room from line to line."""
        return self.box.width if self.vertical else self.box.height

    def corner(self, along: Pt, down: Pt) -> Point:
        """Where the corner of a strip goes: its upper left one, of a vertical strip its upper right one."""
        if self.vertical:
            return Point(self.box.right - down, self.box.y + along)
        return Point(self.box.x + along, self.box.y + down)

    def part(self, along: Pt, down: Pt, length: Pt, depth: Pt) -> Rect:
        """The box of what is *length* long and *depth* deep there."""
        at = self.corner(along, down)
        if self.vertical:
            return Rect(at.x - depth, at.y, depth, length)
        return Rect(at.x, at.y, length, depth)
