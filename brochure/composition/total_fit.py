"""Total fit: the cheapest way through the places where lines may end.

A dynamic programme, linear in the length of the paragraph. Where two ways meet only the cheaper goes on, but
for their fitness classes: one may be followed by a loose line without a jump, the other not (J7).
"""

from bisect import bisect_right
from collections.abc import Sequence
from math import inf
from operator import add, sub
from typing import Final, NamedTuple

from brochure.composition.line_costs import (
    GAP_SCALE,
    HYPHENS_IN_A_ROW,
    JUMP,
    LOOSE,
    NO_SLOT,
    OVERFULL,
    SLACK,
    STEEP,
    CostOf,
    Items,
    Manner,
    Totals,
    cost_function,
)
from brochure.geometry import Pt

HOPELESS: Final = 27.0
"""The price of a line whose characters stand 0.3 em apart."""
_LOOK_AROUND: Final = 8  # places between two looks at what the best way past here costs
_DECENT: Final = 1
_BEYOND: Final = 1e300  # no way costs so much, but those that do not exist


class Prices(NamedTuple):
    """What a paragraph's lines cost, made ready for the loop.

    *least* are totals of the narrowest that lines can be set; *han* is, for each start, the last place up to
    which a line has nothing but Han to widen; *after_hyphen* are the penalties after a hyphened line. In
    *flush* lines one that is as long as the measure costs nothing.
    """

    items: Items
    cost_of: CostOf
    least: Totals
    han: Sequence[int]
    after_hyphen: Sequence[float]
    flush: bool


def price_list(items: Items, manner: Manner) -> Prices:
    """The prices of *items* set in *manner*."""
    after_hyphen = items.penalties
    if items.hyphened:
        after_hyphen = [
            cost + HYPHENS_IN_A_ROW if place in items.hyphened else cost
            for place, cost in enumerate(items.penalties)
        ]
    return Prices(
        items=items,
        cost_of=cost_function(items, manner),
        least=least_widths(items, manner),
        han=_han(items) if manner == "justify" and not items.spare else [-1] * len(items.ends),
        after_hyphen=after_hyphen,
        flush=manner == "justify",
    )


def least_widths(items: Items, manner: Manner) -> Totals:
    """Totals of the narrowest that lines can be set."""
    if manner != "justify" or not items.shrink:
        return Totals("least", items.ends, items.starts)
    ends, starts = list(items.ends), list(items.starts)
    for totals in items.shrink:
        ends = list(map(sub, ends, totals.ends))
        starts = list(map(sub, starts, totals.starts))
    return Totals("least", ends, starts)


def _han(items: Items) -> list[int]:
    """For each place where a line may start, the last before the next Latin; never the paragraph's end."""
    last = items.last - 1
    if not items.stretch:
        return [last] * len(items.starts)
    ends, starts = items.stretch[0].ends, items.stretch[0].starts
    for totals in items.stretch[1:]:
        ends = list(map(add, ends, totals.ends))
        starts = list(map(add, starts, totals.starts))
    found, end = list[int](), 0
    for supply in starts:
        while end < last and ends[end + 1] <= supply:
            end += 1
        found.append(end)
    return found


def farthest(least: Totals, start: int, measure: Pt) -> int:
    """The last place a line from *start* can reach; the next one when not even that fits."""
    reach = bisect_right(least.ends, least.starts[start] + measure + SLACK, start + 1) - 1
    return max(reach, start + 1)


# ---------------------------------------------------------------- the programme


class Reach:
    """What is known of the ways to each place after so many lines.

    *costs* are the least by fitness class and place, *low* the least of the three; *back* is the place where
    the line began that came there: as it is when that place is in the same reach, inverted (``~start``) when
    it is in the reach before.
    """

    __slots__ = ("back", "costs", "low")

    def __init__(self, count: int) -> None:
        self.costs = ([inf] * count, [inf] * count, [inf] * count)
        self.back = ([0] * count, [0] * count, [0] * count)
        self.low = [inf] * count

    @classmethod
    def of_beginning(cls, count: int) -> "Reach":
        """Only the paragraph's beginning is reached, at no cost."""
        reach = cls(count)
        reach.costs[_DECENT][0] = reach.low[0] = 0.0
        return reach

    def onto(self, place: int) -> tuple[float, float, float]:
        """The least cost of going on from *place* with a tight, a decent and a loose line."""
        tight, decent, loose = (costs[place] for costs in self.costs)
        return min(tight, decent, loose + JUMP), self.low[place], min(tight + JUMP, decent, loose)

    def came(self, place: int, fitness: int) -> int:
        """The class of the line to *place* that a line of class *fitness* goes on from."""
        jump = (0.0 if fitness < 2 else JUMP, 0.0, 0.0 if fitness > 0 else JUMP)
        return min((1, 0, 2), key=lambda came: self.costs[came][place] + jump[came])


class Limits(NamedTuple):
    """What is not worth trying: ways dearer than *known*, or dearer by *behind* than the best one past them.

    No line, but the last, may cost more than *most*. Without it a line above *hopeless* is tried only when it
    is as full as can be, so that there always is a way.
    """

    known: float
    behind: float = inf
    most: float | None = None
    hopeless: float = HOPELESS


def extend(  # noqa: C901  # the innermost loop of all: a function for a part of it would double its time
    prices: Prices, measure: Pt, reached: Reach, onward: Reach, limits: Limits
) -> None:
    """Every line of *measure* from a place that *reached* knows, to what it leads to in *onward*; they are
    one and the same where lines are not counted.

    Lines that fit, and those with nothing but Han to widen, are priced in the loop: they are most, and a call
    takes as long as the rest of it.
    """
    items, cost_of, least, han, after_hyphen, flush = prices
    capped = limits.most is not None
    most = limits.hopeless if limits.most is None else limits.most
    last, ends, starts = items.last, items.ends, items.starts
    slot_ends, slot_starts, scale = items.slots.ends, items.slots.starts, items.em * GAP_SCALE
    least_ends, least_starts, reach = least.ends, least.starts, measure + SLACK
    costs, back, low, far = onward.costs, onward.back, reached.low, onward.low
    decent = reached.costs[_DECENT]
    known = min(limits.known, _BEYOND)
    bound, look_again = known, 0
    for start in range(last):
        base = low[start]
        if base > bound:
            continue
        fullest = bisect_right(least_ends, least_starts[start] + reach, start + 1) - 1
        fullest = fullest if fullest > start else start + 1
        if start >= look_again:
            look_again = start + _LOOK_AROUND
            bound = min(known, min(low[start : fullest + 1]) + limits.behind)
            if base > bound:
                continue
        onto = (base, base, base) if decent[start] == base else reached.onto(start)
        came = start if onward is reached else ~start
        penalties = after_hyphen if start in items.hyphened else items.penalties
        full, slots, all_han, room = starts[start] + measure, slot_starts[start], han[start], bound - base
        dear = min(room, most)
        for end in range(fullest, start, -1):
            lack = full - ends[end]
            if lack > SLACK and end <= all_han:
                share = lack / ((slot_ends[end] - slots or NO_SLOT) * scale)
                cost = share * share * share if share <= STEEP else STEEP * STEEP * (3 * share - 2 * STEEP)
                fitness = 2 if share > LOOSE else 1
            elif flush and -SLACK <= lack <= SLACK and end != last:
                cost, fitness = 0.0, 1
            else:
                cost, fitness = cost_of(start, end, measure)
            if cost > dear:
                if lack > 0.0 and end != last and (cost > room or capped or end < fullest):
                    break  # nearer ends only leave more to give
                if capped and cost >= OVERFULL:
                    continue
            total = onto[fitness] + cost + penalties[end]
            if total < costs[fitness][end]:
                costs[fitness][end] = total
                back[fitness][end] = came
                if total < far[end]:  # noqa: PLR1730  # a call would take as long as the rest
                    far[end] = total


def way_back(reaches: list[Reach], number: int, last: int) -> tuple[int, ...]:
    """The places of the cheapest way to place *last* in reach *number*."""
    fitness = min(range(3), key=lambda each: reaches[number].costs[each][last])
    places, at = list[int](), last
    while at:
        places.append(at)
        start = reaches[number].back[fitness][at]
        if start < 0:
            start, number = ~start, number - 1
        at, fitness = start, reaches[number].came(start, fitness)
    return tuple(reversed(places))
