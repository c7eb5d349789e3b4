"""How far pictures, and blocks that frames took out of the text, stand from the paragraph they follow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from brochure.pagination.progress import Progress

_FAR: Final = 4.0  # what a page beyond the next one counts: a reader does not leaf for a picture


class Apart(NamedTuple):
    """Pages between *pictures* and their text, between *blocks* and theirs, and how many stand on a page
    before it; *furthest* is a picture by so many pages.
    """

    pictures: float
    blocks: float
    out_of_order: int
    furthest: int


def pages_apart(left: Progress) -> Apart:
    """What of a part stands apart so far; the page itself counts nothing, a neighbouring page a quarter,
    every page beyond it four.

    A picture that still waits is taken to come on the next page.
    """
    pictures = tuple(_pictures(left))
    blocks = tuple(_blocks(left))
    early = sum(shown < said for shown, said in (*pictures, *blocks))
    furthest = max((abs(shown - said) for shown, said in pictures), default=0)
    return Apart(sum(map(_distance, pictures)), sum(map(_distance, blocks)), early, furthest)


def _distance(pages: tuple[int, int]) -> float:
    apart = abs(pages[0] - pages[1])
    return _FAR * (apart - 1) if apart > 1 else apart / 4


def _pictures(left: Progress) -> Iterator[tuple[int, int]]:
    """The page of each picture and group, and that of the block it follows (or comes before, if it is the
    first of all: then it is never early).
    """
    part = left.part
    for anchors, shown in ((part.anchors, left.shown), (part.group_anchors, left.shown_groups)):
        for number, anchor in enumerate(anchors):
            if max(anchor, 0) in left.seen:
                page = shown[number] if number < len(shown) else left.pages
                said = left.seen[max(anchor, 0)]
                yield (page, said) if anchor >= 0 else (max(page, said), min(page, said))


def _blocks(left: Progress) -> Iterator[tuple[int, int]]:
    """The page of each block that a frame took, and that of the block before it which runs with the text."""
    for number in left.taken:
        before = number - 1
        while before in left.taken:
            before -= 1
        if before in left.seen:
            yield left.seen[number], left.seen[before]
