"""A part laid out one way, judged as a whole."""

from __future__ import annotations

from typing import Final

from brochure.diagnostics import Diagnostic
from brochure.layout.model import Sequence
from brochure.pagination.distance import pages_apart
from brochure.pagination.draft import Draft
from brochure.pagination.objective import Cost, price, total
from brochure.pagination.overset import unplaced
from brochure.pagination.progress import OVERSETS
from brochure.pagination.ways import Way
from brochure.values import dataclass

# A last page that holds less than this share of its text frames looks left over.
SHORT: Final = 1 / 3
FAULTS: Final = OVERSETS | {"pagination/unplaced", "pagination/no-room-for-group"}
"""What another way of laying the part out may mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A part laid out one way: its sequence, its pages, what it pays, what was found."""

    sequence: Sequence
    pages: tuple[Draft, ...]
    costs: tuple[Cost, ...]
    findings: tuple[Diagnostic, ...]

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
        names = {cost.name for page in self.pages for cost in page.costs} | {cost.name for cost in self.costs}
        return not names.isdisjoint({"white-foot", "uneven-columns", "low-heading", "short-page"}) or any(
            finding.code == "pagination/overset" for finding in self.findings
        )


def judged(way: Way, sequence: Sequence, *, spare_photos: bool) -> Laid:
    """*way* as a whole; *spare_photos* may have stayed out."""
    left, pages = way.left, way.pages()
    weights = left.setting.layout.weights
    if spare_photos:
        left.photos.clear()
        left.groups.clear()
    homeless = tuple(unplaced(left, pages[-1].master)) if pages else ()
    apart = pages_apart(left)
    measures = {
        "unplaced": len(homeless) + left.oversets,
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
    return Laid(sequence=sequence, pages=pages, costs=paid, findings=(*left.findings, *homeless))


def _emptiness(pages: tuple[Draft, ...]) -> float:
    """How much of the last page's text columns, beyond what looks meant, stays empty.

    Nothing for a part of one page.
    """
    if len(pages) < 2 or not pages[-1].text_room:
        return 0.0
    return max(0.0, SHORT - pages[-1].text_taken / pages[-1].text_room) / SHORT
