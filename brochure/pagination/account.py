"""What was paid for the chosen pages, page by page, and what the next best choice would have cost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from brochure.pagination.fit import Verdict
from brochure.pagination.laid import Laid
from brochure.pagination.objective import Cost
from brochure.pagination.page import PageAccount, PartAccount


def account_of(verdicts: Sequence[Verdict]) -> tuple[PartAccount, ...]:
    """The accounts of all parts, their pages numbered through."""
    accounts = []
    number = 1
    for verdict in verdicts:
        laid = verdict.chosen
        pages = [
            PageAccount(number=number + offset, master=page.master.name, paid=_paid(page.costs))
            for offset, page in enumerate(laid.pages)
        ]
        number += len(pages)
        title = verdict.part.title.text if verdict.part.title else verdict.part.kind
        accounts.append(
            PartAccount(
                title=title,
                sequence=laid.sequence.name,
                cost=laid.cost,
                paid=_paid(laid.costs),
                pages=tuple(pages),
                next_best=_next_best(verdict.rivals),
                furthest_picture=laid.furthest_picture,
            )
        )
    return tuple(accounts)


def _paid(costs: Iterable[Cost]) -> tuple[tuple[str, float, float], ...]:
    return tuple((cost.name, cost.measure, cost.amount) for cost in costs)


def _next_best(rivals: tuple[Laid, ...]) -> tuple[tuple[str, ...], float] | None:
    if not rivals:
        return None
    return tuple(page.master.name for page in rivals[0].pages), rivals[0].cost
