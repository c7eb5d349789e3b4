"""Where lines end: total fit over exact widths. Knows no font, only numbers at the places where a line
may end.
"""

from bisect import bisect_right
from dataclasses import dataclass
from math import inf
from typing import Final, NamedTuple, TypeAlias

from brochure.composition.line_costs import JUMP, SLACK, CostOf, Items, Manner, Totals, cost_function
from brochure.geometry import Pt

HOPELESS: Final = 27.0
"""The price of a line whose characters stand 0.3 em apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """The measure of each line: those in *first*, then *rest* for all that follow."""

    rest: Pt
    first: tuple[Pt, ...] = ()

    def of(self, line: int) -> Pt:
        """The measure of line *line*, counted from 0."""
        return self.first[line] if line < len(self.first) else self.rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """The places where lines end, the last being the paragraph's end, and what they cost together."""

    places: tuple[int, ...]
    cost: float


def break_lines(items: Items, measures: Measures, manner: Manner = "justify") -> Broken:
    """The cheapest lines of *items* (total fit). Linear in the length of the paragraph.

    A line whose characters would stand more than 0.3 em apart is considered only when it is as full as
    can be.
    """
    cost_of = cost_function(items, manner)
    least = least_widths(items, manner)
    known = first_fit(items, measures, cost_of, least)
    if known.cost <= 0.0:
        return known
    return _total_fit(items, measures, cost_of, least, known)


def least_widths(items: Items, manner: Manner) -> Totals:
    """Totals of the narrowest that lines can be set."""
    if manner != "justify" or not items.shrink:
        return Totals("least", items.ends, items.starts)
    ends, starts = list(items.ends), list(items.starts)
    for totals in items.shrink:
        ends = [width - supply for width, supply in zip(ends, totals.ends, strict=True)]
        starts = [width - supply for width, supply in zip(starts, totals.starts, strict=True)]
    return Totals("least", ends, starts)


# ---------------------------------------------------------------- first fit: a bound, and a yardstick


def first_fit(items: Items, measures: Measures, cost_of: CostOf, least: Totals) -> Broken:
    """Every line as full as it can be: what a typesetter does who never looks ahead."""
    places = list[int]()
    start, cost, fitness = 0, 0.0, 1
    while start < items.last:
        measure = measures.of(len(places))
        end = farthest(least, start, measure)
        own, came = cost_of(start, end, measure)
        cost += own + items.penalties[end] + (JUMP if abs(came - fitness) > 1 else 0.0)
        fitness = came
        places.append(end)
        start = end
    return Broken(places=tuple(places), cost=cost)


def farthest(least: Totals, start: int, measure: Pt) -> int:
    """The last place a line from *start* can reach; the next one when not even that fits."""
    reach = bisect_right(least.ends, least.starts[start] + measure + SLACK, start + 1) - 1
    return max(reach, start + 1)


# ---------------------------------------------------------------- total fit

_Step: TypeAlias = tuple[int, int, int]
"""Stage, place and class a line was entered from."""


class _Best(NamedTuple):
    """By fitness class, the least cost of reaching each place, and where from."""

    costs: list[list[float]]
    before: list[list[_Step]]


class _Stage(NamedTuple):
    """The lines of one number, or all that have the common measure."""

    number: int
    measure: Pt
    reached: _Best
    onward: _Best


def _total_fit(items: Items, measures: Measures, cost_of: CostOf, least: Totals, known: Broken) -> Broken:
    """Dynamic programme over (line, place, class); lines of the common measure are not counted.

    *known* is a way to the end: no part of a cheaper one costs more, which leaves few lines to try.
    """
    last, count = len(measures.first), items.last + 1
    tables = [
        _Best([[inf] * count for _ in range(3)], [[(0, 0, 0)] * count for _ in range(3)])
        for _ in range(last + 1)
    ]
    tables[0].costs[1][0] = 0.0
    for number in range(last + 1):
        stage = _Stage(number, measures.of(number), tables[number], tables[min(number + 1, last)])
        _extend(items, stage, cost_of, least, known.cost)
    return _trace(items, tables, known)


def _extend(items: Items, stage: _Stage, cost_of: CostOf, least: Totals, bound: float) -> None:
    """Try every line that can still be part of the cheapest way."""
    number, measure, reached, onward = stage
    penalties, last, ends, starts = items.penalties, items.last, items.ends, items.starts
    tight, decent, loose = reached.costs
    costs, before = onward
    for start in range(last):
        low = min(tight[start], decent[start], loose[start])
        if low > bound:
            continue
        enter = _entries(tight[start], decent[start], loose[start])
        fullest = end = farthest(least, start, measure)
        full = starts[start] + measure
        while end > start:
            cost, fitness = cost_of(start, end, measure)
            useless = low + cost > bound or (cost > HOPELESS and end < fullest)
            if useless and ends[end] < full and end != last:
                break  # nearer ends only leave more to give
            way, came = enter[fitness]
            total = way + cost + penalties[end]
            if total < costs[fitness][end]:
                costs[fitness][end] = total
                before[fitness][end] = (number, start, came)
            end -= 1


def _entries(tight: float, decent: float, loose: float) -> tuple[tuple[float, int], ...]:
    """The cheapest way on to a tight, a decent and a loose line, with the class it comes from (J7)."""
    ways = ((tight, 0), (decent, 1), (loose, 2))
    return (
        min(ways[0], ways[1], (loose + JUMP, 2)),
        min(ways),
        min((tight + JUMP, 0), ways[1], ways[2]),
    )


def _trace(items: Items, tables: list[_Best], known: Broken) -> Broken:
    """The way back from the paragraph's end."""
    classes = range(3)
    cost, stage, fitness = min(
        (table.costs[fitness][items.last], stage, fitness)
        for stage, table in enumerate(tables)
        for fitness in classes
    )
    if cost >= known.cost:
        return known
    places = list[int]()
    at = items.last
    while at:
        places.append(at)
        stage, at, fitness = tables[stage].before[fitness][at]
    return Broken(places=tuple(reversed(places)), cost=cost)
