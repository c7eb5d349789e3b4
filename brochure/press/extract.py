"""Some pages of an edition: chosen after paging, so that folios, contents and line breaks are the whole's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from brochure.diagnostics import BrochureError, Words, error
from brochure.pagination import Pagination


class PageRange(NamedTuple):
    """Pages from *first* to *last*, both of them printed; *last* None is the edition's last."""

    first: int
    last: int | None

    def __str__(self) -> str:
        if self.first == self.last:
            return f"{self.first}"
        return f"{self.first}-{'' if self.last is None else self.last}"


def extract(pagination: Pagination, asked: tuple[PageRange, ...], called: str) -> Pagination:
    """*pagination*, of the edition *called* so, with the pages *asked* for alone, in their order, and the
    outline entries on them; all of it when none are asked for.

    Raises `BrochureError` when a page is asked for that is not there.
    """
    if not asked:
        return pagination
    extent = len(pagination.pages)
    _refuse_beyond(asked, extent, called)
    wanted = {number for some in asked for number in range(some.first, (some.last or extent) + 1)}
    pages = tuple(page for page in pagination.pages if page.number in wanted)
    place = {page.number: index for index, page in enumerate(pages, start=1)}
    outlines = tuple(
        replace(entry, page=place[entry.page]) for entry in pagination.outlines if entry.page in place
    )
    return replace(pagination, pages=pages, outlines=outlines)


def suffix(asked: Iterable[PageRange]) -> str:
    """What a file name says about the pages *asked* for: ``_p2_5-8``; nothing for all of them."""
    said = "_".join(str(some) for some in asked)
    return f"_p{said}" if said else ""


def _refuse_beyond(asked: tuple[PageRange, ...], extent: int, called: str) -> None:
    beyond = [some for some in asked if max(some.first, some.last or 0) > extent]
    if not beyond:
        return
    number = max(beyond[0].first, beyond[0].last or 0)
    pages = f"{extent} page{'s' * (extent != 1)}"
    all_of_it = PageRange(1, extent)
    raise BrochureError([
        error(
            "press/no-such-page",
            Words(
                f"there is no page {number}: `{called}` has {pages}",
                f"没有第 {number} 页：`{called}` 共 {extent} 页",
            ),
            None,
            Words(f"`--pages {all_of_it}`", f"`--pages {all_of_it}`"),
        )
    ])  # fmt: skip
