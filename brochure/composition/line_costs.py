"""What a line costs: the numbers at the places where lines may end, and the price of setting a line to a
measure.

Every measure a line needs is the difference of two running totals, one read where it ends and one where
it begins, so the trimming at both edges (P9, P10) is in the numbers before a break is tried (K11). The
price follows the order of adjustment in clreq: what is taken or given step by step, each share cubed,
then the gap between characters cubed. Taking in costs less than driving out (K12). Prices are in units of
one line whose characters stand 0.10 em apart.
"""

from collections.abc import Callable, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from brochure.composition.widows import lone_cost
from brochure.geometry import Pt
from brochure.values import dataclass

SLACK: Final = 1e-6
"""Points: less is a rounding of sums, not a length."""

TAKE: Final = {
    "word-space": 0.001,
    "interpunct": 0.002,
    "bracket": 0.003,
    "pause": 0.005,
    "mixed-gap": 0.008,
    "stop": 0.012,
}
"""What each step of J2 costs when it is used up."""
GIVE: Final = {"word-space": 0.002, "mixed-gap": 0.03}
"""What each step of J3 costs when it is used up."""
GAP_SCALE: Final = 0.10  # em, J6
JUMP: Final = 0.05  # J7: between a tight line and a loose one
HYPHENS_IN_A_ROW: Final = 1.0  # two lines running that end with a hyphen; as much again as the second hyphen
OVERFULL: Final = 1e4  # a line that sticks out, and again per em that it does
STEEP: Final = 4.0  # of the gap scale; beyond, the price goes on straight, or it would drown all others
WORD_SLOT: Final = 0.2  # em of what word spaces can give: a line of words alone has a place for each so much
NO_SLOT: Final = 0.5  # a line that nothing can widen costs more than one that a single place could
_TIGHT: Final = 0.006  # price of what is taken, above which a line is tight: its pauses are used up
LOOSE: Final = 0.4  # of the gap scale, above which a line is loose
_RAG: Final = 0.06  # per square em left over in a ragged line
_LINE: Final = 10.0  # for every balanced line: the fewest first, then of like length

Manner: TypeAlias = Literal["justify", "ragged", "balanced"]
Fit: TypeAlias = tuple[float, int]
"""What a line costs by itself, and its class: 0 tight, 1 decent, 2 loose."""
CostOf: TypeAlias = Callable[[int, int, Pt], Fit]
"""Price of the line from one place to another at a measure, penalties aside."""


class Totals(NamedTuple):
    """One step's running totals, read at line ends and at line starts."""

    step: str
    ends: Sequence[float]
    starts: Sequence[float]


@dataclass(slots=True, kw_only=True)
class Items:
    """A paragraph at the places where its lines may end, from 0 (its beginning) to `last` (its end).

    A line from place j to place k is ``ends[k] - starts[j]`` wide; *shrink* and *stretch* hold the totals
    of the steps in their order, *slots* those of the places that widen equally, *counted* those of
    characters that are no punctuation. *penalties* are the costs of breaking there, *hyphened* the places
    where that prints a hyphen; *fewest* is the fewest counted characters of a last line. *spare* is what the
    mark at a line's end may keep of its blank where the line has room for it (none where it never keeps
    any). Index 0 of what is read at ends is never read, nor the last of what is read at starts.
    """

    em: Pt
    ends: Sequence[Pt]
    starts: Sequence[Pt]
    shrink: Sequence[Totals]
    stretch: Sequence[Totals]
    slots: Totals
    counted: Sequence[int]
    penalties: Sequence[float]
    hyphened: frozenset[int] = frozenset()
    fewest: int = 0
    spare: Sequence[Pt] = ()

    @property
    def last(self) -> int:
        """The number of the place where the paragraph ends."""
        return len(self.ends) - 1


def cost_function(items: Items, manner: Manner) -> CostOf:
    """The price list for lines of *items*."""
    return _justified(items) if manner == "justify" else _ragged(items, manner)


def _justified(items: Items) -> CostOf:
    """Lines flush on both sides, but for the last (J1, J8): narrowed by the steps of J2, widened by those of
    J3.
    """
    ends, starts, last, spare, em = items.ends, items.starts, items.last, items.spare, items.em
    slot_ends, slot_starts, scale = items.slots.ends, items.slots.starts, em * GAP_SCALE
    takes = [(TAKE[totals.step], totals.ends, totals.starts) for totals in items.shrink]
    gives = [(GIVE[totals.step], totals.ends, totals.starts) for totals in items.stretch]

    def cost_of(start: int, end: int, measure: Pt) -> Fit:
        lack = measure - ends[end] + starts[start]
        if lack > SLACK:
            if end == last:
                return _last_line(items, start), 1
            if spare and spare[end] <= lack + SLACK:
                lack -= spare[end]
            cost = words = 0.0
            for weight, upto, since in gives:
                supply = upto[end] - since[start]
                if supply > 0.0:
                    if lack <= supply:
                        return cost + weight * (lack / supply) ** 3, 1
                    cost += weight
                    lack -= supply
                    words += supply
            slots = slot_ends[end] - slot_starts[start] or max(NO_SLOT, words / (WORD_SLOT * em))
            share = lack / (slots * scale)
            return cost + gap_cost(share), 2 if share > LOOSE else 1
        cost = _last_line(items, start) if end == last else 0.0
        tight = 0.0
        for weight, upto, since in takes:
            if lack >= -SLACK:
                break
            supply = upto[end] - since[start]
            if supply > 0.0:
                tight += weight * min(1.0, -lack / supply) ** 3
                lack += supply
        if lack < -SLACK:
            tight += OVERFULL * (1 - lack / em)
        return cost + tight, 0 if tight > _TIGHT else 1

    return cost_of


def gap_cost(share: float) -> float:
    """The price of characters that stand apart by *share* of the gap scale."""
    return share * share * share if share <= STEEP else STEEP * STEEP * (3 * share - 2 * STEEP)


def _ragged(items: Items, manner: Manner) -> CostOf:
    """Lines at their natural width: what is left over at their ends costs (J9), balanced also in the
    last.
    """
    ends, starts, em = items.ends, items.starts, items.em
    free = items.last if manner == "ragged" else -1
    line = 0.0 if manner == "ragged" else _LINE

    def cost_of(start: int, end: int, measure: Pt) -> Fit:
        excess = ends[end] - starts[start] - measure
        if excess > SLACK:
            return OVERFULL * (1 + excess / em), 1
        share = excess / em if end != free else 0.0
        cost = line + _RAG * share * share
        return (cost + _last_line(items, start) if end == items.last else cost), 1

    return cost_of


def _last_line(items: Items, start: int) -> float:
    """G3: the cost of too few characters in a last line that is not the only one."""
    if not start:
        return 0.0
    return lone_cost(items.counted[items.last] - items.counted[start], items.fewest)
