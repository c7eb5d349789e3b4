"""A part laid out one way, judged as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from brochure.diagnostics import Diagnostic
from brochure.layout.model import Sequence, Weights
from brochure.pagination.distance import pages_apart
from brochure.pagination.draft import Draft
from brochure.pagination.objective import Cost, price, total
from brochure.pagination.overset import unplaced
from brochure.pagination.progress import MISFITS
from brochure.pagination.unsaid import spared
from brochure.pagination.ways import Way
from brochure.values import dataclass

# A last page that holds less than this share of its text frames looks left over.
SHORT: Final = 1 / 3
BAD_ENDS: Final = frozenset(("white-foot", "uneven-columns", "low-heading", "short-page"))
"""What paragraphs a line shorter or longer may mend."""
FEW_LINES: Final = 6  # so much text over may be taken in, line by line
FAULTS: Final = MISFITS | {"pagination/unplaced"}
"""What another way of laying the part out may mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A part laid out one way: its sequence, its pages, what it pays, what was found; how many pages its
    furthest picture stands from its text, how many lines of text are left over (*surplus*).
    """

    sequence: Sequence
    pages: tuple[Draft, ...]
    costs: tuple[Cost, ...]
    findings: tuple[Diagnostic, ...]
    furthest_picture: int = 0
    surplus: int = 0

    @property
    def cost(self) -> float:
        """What the part and its pages pay in all."""
        return total(self.costs) + sum(total(page.costs) for page in self.pages)

    @property
    def faults(self) -> int:
        """How much of it has no place."""
        return sum(finding.code in FAULTS for finding in self.findings)

    @property
    def ends_badly(self) -> bool:
        """Whether a line more or less could help."""
        return self.surplus > 0 or any(cost.name in BAD_ENDS for cost in self._paid)

    def might_beat(self, best: Mapping[int, float], weights: Weights) -> bool:
        """Whether a few lines more or less could make this way cheaper than the *best* of its page count, or
        save a page.

        If they took away everything that it pays for bad ends.
        """
        if not self.ends_badly:
            return False
        saved = sum(cost.amount for cost in self._paid if cost.name in BAD_ENDS)
        if 0 < self.surplus <= FEW_LINES:
            saved += weights.unplaced
        count = len(self.pages)
        bound = best.get(count)
        return bound is None or self.cost - saved < bound + weights.same_opening or self._saves_a_page(best)

    def _saves_a_page(self, best: Mapping[int, float]) -> bool:
        """Whether the last page has so little text that the pages before might take it."""
        last = self.pages[-1]
        return len(self.pages) - 1 not in best and 0 < last.text_taken < last.text_room / 4

    @property
    def _paid(self) -> Iterator[Cost]:
        yield from self.costs
        for page in self.pages:
            yield from page.costs


def judged(way: Way, sequence: Sequence, *, spare_photos: bool) -> Laid:
    """*way* as a whole; *spare_photos* may have stayed out."""
    left, pages = way.left, way.pages()
    weights = left.setting.layout.weights
    spare: tuple[Diagnostic, ...] = ()
    if spare_photos:
        spare = tuple(spared(left))
        left.photos.clear()
        left.groups.clear()
    homeless = tuple(unplaced(left, pages[-1].master)) if pages else ()
    apart = pages_apart(left)
    measures = {
        "unplaced": len(homeless) + left.misfits,
        "far-picture": apart.pictures,
        "far-block": apart.blocks,
        "out-of-order": apart.out_of_order,
        "short-page": _emptiness(pages),
    }
    costs = [
        Cost("preference", 1, sequence.cost),
        *(Cost(name, measure, price(name, weights)) for name, measure in measures.items()),
    ]
    paid = tuple(cost for cost in costs if cost.amount)
    return Laid(
        sequence=sequence,
        pages=pages,
        costs=paid,
        findings=(*left.findings, *homeless, *spare),
        furthest_picture=apart.furthest,
        surplus=len(left.lines) - left.placed if left.measured else 0,
    )


def _emptiness(pages: tuple[Draft, ...]) -> float:
    """How much of the last page's text columns, beyond what looks meant, stays empty.

    Nothing for a part of one page.
    """
    if len(pages) < 2 or not pages[-1].text_room:
        return 0.0
    return max(0.0, SHORT - pages[-1].text_taken / pages[-1].text_room) / SHORT
