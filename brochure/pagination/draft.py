"""A page being filled: the layers its marks go to, and what stands where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import NamedTuple

from brochure.diagnostics import Span
from brochure.display import Mark, Outline, moved
from brochure.geometry import Point, Rect
from brochure.layout.model import Frame, Master, Side, Weights
from brochure.pagination.objective import Cost, price
from brochure.pagination.page import Placement
from brochure.pagination.parts import Part
from brochure.values import dataclass


class SetColumn(NamedTuple):
    """A column of running text: its marks as the text layer takes them, what stands where, its headings."""

    text: list[tuple[tuple[Mark, ...], Point, Span | None]]
    placements: list[Placement]
    outlines: list[Outline]


@dataclass(slots=True)
class Draft:
    """One page of a part before its number is known.

    *pictures* and *text* are painted between the master's grounds and its furniture; *later* are frames
    whose content needs page numbers; *used* remembers the box each frame's content took; *costs* are what
    the page pays beside its rivals; *text_room* and *text_taken* are the heights that its text columns have
    and fill.
    """

    master: Master
    part: Part
    side: Side
    pictures: list[Mark] = field(default_factory=list)
    text: list[tuple[tuple[Mark, ...], Point, Span | None]] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    used: dict[str, Rect] = field(default_factory=dict)
    later: list[tuple[Frame, Rect]] = field(default_factory=list)
    outlines: list[Outline] = field(default_factory=list)
    costs: list[Cost] = field(default_factory=list)
    columns: list[tuple[int, int, Callable[[], SetColumn]]] = field(default_factory=list)
    text_room: float = 0.0
    text_taken: float = 0.0

    def pay(self, name: str, measure: float, weights: Weights) -> None:
        """Note that the page pays for *measure* of the cost called *name*; nothing for none."""
        if measure:
            self.costs.append(Cost(name, measure, price(name, weights)))

    def put(self, marks: tuple[Mark, ...], at: Point, span: Span | None) -> None:
        """Put *marks*, which stand relative to *at*, on the page's text layer.

        They are moved when the page is finished: most pages drawn up in the search for the best are never
        printed.
        """
        self.text.append((marks, at, span))

    def hold(self, column: Callable[[], SetColumn]) -> None:
        """Keep a place for a *column* of running text: of the pages drawn up few are printed, and only these
        set their columns.
        """
        self.columns.append((len(self.text), len(self.placements), column))

    def settle(self) -> None:
        """Set the columns kept a place for."""
        ready = [(text, placements, column()) for text, placements, column in self.columns]
        for text, placements, done in reversed(ready):
            self.text[text:text] = done.text
            self.placements[placements:placements] = done.placements
        self.outlines += [outline for _, _, done in ready for outline in done.outlines]
        self.columns.clear()

    def text_marks(self) -> list[Mark]:
        """The marks of the text layer at their places."""
        return [moved(mark, at.x, at.y, span) for marks, at, span in self.text for mark in marks]

    def took(self, frame: Frame, box: Rect, span: Span | None) -> None:
        """Note that content of *frame* written at *span* takes *box*."""
        self.used[frame.name] = box
        self.placements.append(Placement(frame=frame.name, box=box, span=span))


def around(box: Rect, other: Rect) -> Rect:
    """The box round both."""
    x, y = min(box.x, other.x), min(box.y, other.y)
    return Rect(x, y, max(box.right, other.right) - x, max(box.bottom, other.bottom) - y)
