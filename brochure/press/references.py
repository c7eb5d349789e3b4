"""Pages whose text names page numbers: set, read off, and set again until the numbers hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from brochure.content import Brochure, Section, check_references, refers, worded
from brochure.diagnostics import Diagnostic, Words, warning
from brochure.layout import Layout
from brochure.pagination import Pagination

_PASSES: Final = 4
_GUESS: Final = 8  # a number of one digit, for the first pass

Paginate = Callable[[Brochure], Pagination]


def paginate_referring(
    brochure: Brochure, whole: Brochure, layout: Layout, paginate: Paginate
) -> tuple[Brochure, Pagination, tuple[Diagnostic, ...]]:
    """*brochure*, an edition of the *whole*, with its references in words, its pages, and what is wrong: a
    reference to a section that is nowhere, or page numbers that had to be left out.

    Most brochures refer to nothing and are paged once. Where the layout's words ask for page numbers, the
    pages are made with a guess, the numbers are read off and the pages made anew, until those that stand in
    the text are those of the pages. A number that pushes its own section to another page and back would
    never hold: after four passes the references say titles alone.
    """
    if not refers(brochure):
        return brochure, paginate(brochure), ()
    lost = check_references(brochure, whole)
    titles = {section.slug: section.title.text for section in _sections(whole)}

    def spoken(pages: Mapping[str, int]) -> Brochure:
        return worded(brochure, lambda slug: _said(slug, titles, pages, layout))

    pages = dict.fromkeys((section.slug for section in _sections(brochure)), _GUESS)
    for _ in range(_PASSES):
        said = spoken(pages)
        pagination = paginate(said)
        found = section_pages(brochure, pagination)
        if found == pages or not layout.references.paged:
            return said, pagination, lost
        pages = found
    said = spoken({})
    return said, paginate(said), (*lost, _unsettled(brochure))


def section_pages(brochure: Brochure, pagination: Pagination) -> dict[str, int]:
    """The page on which the title of each section stands, by its slug.

    A section whose title the layout does not print has none.
    """
    entries = [entry for entry in pagination.outlines if entry.level == 1]
    if brochure.cover is not None and entries and entries[0].title == brochure.title.text:
        del entries[0]  # the cover's: a section may be called like the brochure
    pages: dict[str, int] = {}
    start = 0
    for section in _sections(brochure):
        for at in range(start, len(entries)):
            if entries[at].title == section.title.text:
                pages[section.slug] = entries[at].page
                start = at + 1
                break
    return pages


def _sections(brochure: Brochure) -> tuple[Section, ...]:
    return (*brochure.sections, *((brochure.closing,) if brochure.closing else ()))


def _said(slug: str, titles: Mapping[str, str], pages: Mapping[str, int], layout: Layout) -> str:
    """The words for one reference; to a section that is nowhere it stays as written, and is refused."""
    title = titles.get(slug)
    return f"[[{slug}]]" if title is None else layout.references.say(title, pages.get(slug))


def _unsettled(brochure: Brochure) -> Diagnostic:
    return warning(
        "press/unsettled-references",
        Words(
            "the page numbers of references move the pages they name; the references say titles alone",
            "参见里的页码使所指的页来回移动，无法确定；参见只印节题",
        ),
        brochure.span,
        Words("reword a paragraph that has a reference", "请改写一段带参见的文字"),
    )
