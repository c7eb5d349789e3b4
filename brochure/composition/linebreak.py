"""Where lines end: total fit over exact widths. Knows no font, only numbers at the places where a line
may end.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from math import inf
from typing import Final

from brochure.composition.line_costs import GAP_SCALE, GIVE, HYPHENS_IN_A_ROW, JUMP, Items, Manner, gap_cost
from brochure.composition.total_fit import (
    HOPELESS,
    Limits,
    Prices,
    Reach,
    extend,
    farthest,
    least_widths,
    price_list,
    way_back,
)
from brochure.geometry import Pt
from brochure.values import dataclass

__all__ = ["Broken", "Measures", "break_into", "break_lines", "farthest", "first_fit", "least_widths"]

_BEHIND: Final = 4.0
"""A way dearer by this than the best one past it is given up at first. It could win that back only where the
best runs into a line nearly as dear.
"""
_DEAR: Final = 1.0  # a line that costs so much is what a way given up might have gone round
_LONGEST_COUNTED: Final = 4000  # places; with their lines counted, longer paragraphs would take too much room


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """The measure of each line: those in *first*, then *rest* for all that follow.

    *starts* are how far the first lines stand from the left edge, for text beside something; *hang* is how
    far all others do.
    """

    rest: Pt
    first: tuple[Pt, ...] = ()
    starts: tuple[Pt, ...] = ()
    hang: Pt = 0.0

    def of(self, line: int) -> Pt:
        """The measure of line *line*, counted from 0."""
        return self.first[line] if line < len(self.first) else self.rest

    def start(self, line: int) -> Pt:
        """How far line *line* stands from the left edge."""
        return self.starts[line] if line < len(self.starts) else self.hang

    def after(self, lines: int) -> "Measures":
        """The measures that are left after *lines*."""
        return replace(self, first=self.first[lines:], starts=self.starts[lines:])

    def indented(self, indent: Pt) -> "Measures":
        """The same with the first line drawn in by *indent*."""
        if not indent:
            return self
        first = (self.of(0) - indent, *self.first[1:])
        starts = (self.start(0) + indent, *self.starts[1:])
        return replace(self, first=first, starts=starts)

    def hung(self, hang: Pt) -> "Measures":
        """The same with all lines but the first drawn in by *hang*."""
        count = max(1, len(self.first), len(self.starts))
        room = [hang if line else 0.0 for line in range(count)]
        return Measures(
            rest=self.rest - hang,
            first=tuple(self.of(line) - taken for line, taken in enumerate(room)),
            starts=tuple(self.start(line) + taken for line, taken in enumerate(room)),
            hang=self.hang + hang,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """The places where lines end, the last being the paragraph's end, and what they cost together."""

    places: tuple[int, ...]
    cost: float


def break_lines(items: Items, measures: Measures, manner: Manner = "justify") -> Broken:
    """The cheapest lines of *items* (total fit). Linear in the length of the paragraph.

    What is searched widens with the trouble: past ways that fall behind only where a dear line is left, past
    lines that are hopelessly loose, but as full as can be, only where there is one.
    """
    prices = price_list(items, manner)
    known = _first_fit(prices, measures)
    if known.cost <= 0.0:
        return known
    found = _total_fit(prices, measures, known, Limits(known=known.cost, behind=_BEHIND))
    if known.cost <= _BEHIND or _dearest(prices, measures, found) < _DEAR:
        return found
    found = _total_fit(prices, measures, found, Limits(known=found.cost))
    if _dearest(prices, measures, found) <= HOPELESS:
        return found
    return _total_fit(prices, measures, found, Limits(known=found.cost, hopeless=inf))


def first_fit(items: Items, measures: Measures, manner: Manner = "justify") -> Broken:
    """Every line as full as it can be: what a typesetter does who never looks ahead."""
    return _first_fit(price_list(items, manner), measures)


def _first_fit(prices: Prices, measures: Measures) -> Broken:
    places = list[int]()
    start = 0
    while start < prices.items.last:
        start = farthest(prices.least, start, measures.of(len(places)))
        places.append(start)
    return Broken(places=tuple(places), cost=cost_of_way(prices, measures, tuple(places)))


def cost_of_way(prices: Prices, measures: Measures, places: tuple[int, ...]) -> float:
    """What the lines that end at *places* cost together."""
    items, total, before = prices.items, 0.0, 1
    for (start, end), (cost, fitness) in zip(
        pairwise((0, *places)), _fits(prices, measures, places), strict=True
    ):
        total += cost + items.penalties[end] + (JUMP if abs(fitness - before) > 1 else 0.0)
        total += HYPHENS_IN_A_ROW if start in items.hyphened and end in items.hyphened else 0.0
        before = fitness
    return total


def _fits(prices: Prices, measures: Measures, places: tuple[int, ...]) -> Iterator[tuple[float, int]]:
    """Price and class of each line, penalties aside."""
    for number, (start, end) in enumerate(pairwise((0, *places))):
        yield prices.cost_of(start, end, measures.of(number))


def _dearest(prices: Prices, measures: Measures, found: Broken) -> float:
    """The price of the dearest line."""
    return max(cost for cost, _ in _fits(prices, measures, found.places))


def _total_fit(prices: Prices, measures: Measures, known: Broken, limits: Limits) -> Broken:
    """Dynamic programme over (line, place, class); lines of the common measure are not counted.

    *known* is a way to the end: no part of a cheaper one costs more, which leaves few lines to try.
    """
    count, last = len(prices.items.ends), prices.items.last
    reaches = [Reach.of_beginning(count)]
    for number in range(len(measures.first)):
        reaches.append(Reach(count))
        extend(prices, measures.of(number), reaches[-2], reaches[-1], limits)
    extend(prices, measures.rest, reaches[-1], reaches[-1], limits)
    number = min(range(len(reaches)), key=lambda each: reaches[each].low[last])
    cost = reaches[number].low[last]
    return known if cost >= known.cost else Broken(places=way_back(reaches, number, last), cost=cost)


# ---------------------------------------------------------------- looseness


def break_into(items: Items, measures: Measures, counts: tuple[int, ...], widest: float) -> dict[int, Broken]:
    """The cheapest justified lines by their number, for each of *counts* that can be had.

    No line sticks out, and in none but the last do characters stand more than *widest* em apart.
    """
    if items.last > _LONGEST_COUNTED or not counts:
        return {}
    prices = price_list(items, "justify")
    limits = Limits(known=inf, most=gap_cost(widest / GAP_SCALE) + sum(GIVE.values()))
    reaches = [Reach.of_beginning(len(items.ends))]
    for number in range(max(counts)):
        reaches.append(Reach(len(items.ends)))
        extend(prices, measures.of(number), reaches[-2], reaches[-1], limits)
    return {
        count: Broken(places=way_back(reaches, count, items.last), cost=reaches[count].low[items.last])
        for count in counts
        if count > 0 and reaches[count].low[items.last] < inf
    }
