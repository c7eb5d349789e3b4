"""The places where a text's lines may end, with the numbers the breaker needs, read off the stick."""

from collections.abc import Sequence
from itertools import accumulate
from math import inf
from typing import Final

from brochure.composition.characters import Kind
from brochure.composition.line_costs import Items, Totals
from brochure.composition.stick import Stick
from brochure.composition.widows import COUNTED
from brochure.geometry import Pt
from brochure.values import dataclass

PENALTY: Final = 0.02
"""A hyphen's penalty of 50 (`prohibition.HYPHEN`) weighs as much as a line whose characters stand 0.10 em
apart.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Line k of the text may end before character ``ats[k]``; ``lasts[k]`` is the last one before that
    prints.

    Place 0 is the beginning of the text, the last place its end.
    """

    ats: list[int]
    lasts: list[int]


def line_places(stick: Stick, costs: Sequence[float], start: int, end: int) -> Places:
    """Every place between *start* and *end* where a line may end, both included."""
    ats = [start, *[at for at in range(start + 1, end) if costs[at] < inf], end]
    lasts = [at - 1 for at in ats]
    lasts[0] = start
    kinds, text = stick.sorts.kinds, stick.sorts.text
    if Kind.SPACE in kinds or "\n" in text:
        for place, last in enumerate(lasts):
            lasts[place] = visible_end(stick, start, last)
    return Places(ats=ats, lasts=lasts)


def visible_end(stick: Stick, start: int, last: int) -> int:
    """The last character from *start* to *last* that is not a space; *start* when all are."""
    kinds, text = stick.sorts.kinds, stick.sorts.text
    while last > start and (kinds[last] is Kind.SPACE or text[last] == "\n"):
        last -= 1
    return last


def line_items(stick: Stick, places: Places, costs: Sequence[float], em: Pt, fewest: int) -> Items:
    """What the breaker needs to know; *fewest* is the fewest characters of a last line (G3)."""
    starts, lasts = places.ats[:-1], places.lasts
    hyphens = stick.sorts.hyphens
    return Items(
        em=em,
        ends=stick.line_ends(lasts),
        starts=stick.line_starts(starts),
        shrink=[_totals(step, totals, lasts, starts) for step, totals in stick.shrink.items()],
        stretch=[_totals(step, totals, lasts, starts) for step, totals in stick.stretch.items()],
        slots=_totals("han-gap", stick.slots, lasts, starts),
        counted=_counted(stick.sorts.kinds, places.ats),
        penalties=[0.0, *[costs[at] * PENALTY for at in starts[1:]], 0.0],
        hyphened=frozenset(place for place, last in enumerate(lasts) if last in hyphens)
        if hyphens
        else frozenset(),
        fewest=fewest,
        spare=[stick.spare(last) for last in lasts] if stick.profile.line_end == "needed" else (),
    )


def _totals(step: str, totals: Sequence[float], lasts: list[int], starts: list[int]) -> Totals:
    return Totals(step, [totals[at] for at in lasts], [totals[at] for at in starts])


def _counted(kinds: list[Kind], ats: list[int]) -> list[int]:
    """Running totals of the characters that are no punctuation."""
    totals = [0, *accumulate([not kind or kind in COUNTED for kind in kinds])]  # Han is 0
    return [totals[at] for at in ats]
