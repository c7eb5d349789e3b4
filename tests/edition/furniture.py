"""Whose page it is, and what the design adds to the author's words: exactly this is taken off before text is
compared.

- the *folio*: the page's own number, painted last; in handouts of several pages, of how many;
- the *running head*: a section's title once more, before the folio of its pages;
- the *number* of a section, two figures before its title, in handouts in the strip after the book title;
- the *book title*: the brochure's title at the head of the pages that follow the cover, and of handouts;
- the *source* at the foot of the last page of handouts, before the folio;
- the *contents*: number and title of every titled part, one after the other.
"""

import re
from itertools import pairwise

from tests.edition.manuscript import Manuscript, Part

STRETCH = 8
"""Characters that make a place in a text unmistakable."""


def owners(pages: list[str], script: Manuscript) -> list[Part]:
    """The part each page belongs to: the one it shares most stretches of words with; a page without words
    belongs to the part before it.
    """
    found: list[Part] = []
    for page in pages:
        score, index = max((_shared(page, part), -number) for number, part in enumerate(script.parts))
        found.append(script.parts[-index] if score or not found else found[-1])
    return found


def _shared(page: str, part: Part) -> int:
    words = part.words
    return sum(page[at : at + STRETCH] in words for at in range(len(page) - STRETCH + 1))


def in_order(parts: list[Part], script: Manuscript) -> bool:
    """Whether the parts come one after the other, as in the manuscript, each on pages of its own."""
    places = [script.parts.index(part) for part in parts]
    return all(before <= after for before, after in pairwise(places))


def contents(pages: list[str], parts: list[Part]) -> str:
    """The list of contents as it must read: page and title of every titled part."""
    first: dict[str, int] = {}
    for number, (page, part) in enumerate(zip(pages, parts, strict=True), 1):
        if part.title and part.title in page:
            first.setdefault(part.title, number)
    return "".join(f"{number}{title}" for title, number in first.items())


def bare_of_furniture(page: str, number: int, part: Part, script: Manuscript, listed: str) -> str:
    """The author's words on page *number* of *part*; *listed* is the list of contents."""
    text = re.sub(rf"{number}/\d+$", "", page) if "/" in page[-6:] else page.removesuffix(str(number))
    if script.headings[0] != script.title:
        text = text.removesuffix(script.source)
        text = re.sub(rf"^({script.title})\d\d", r"\1", text)
    if part.number:
        text = text.removesuffix(part.title) if text != part.title else text
        text = text.replace(f"{part.number:02d}{part.title}", part.title)
    if part.name not in ("cover", "back"):
        text = text.removeprefix(script.title)
    if part.name == "front":
        text = text.replace(listed, "", 1)
    return text
