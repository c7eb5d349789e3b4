"""The parts of a brochure in the order they are paged, each sorted into what its frames ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from brochure.content.model import (
    Block,
    BodyText,
    Brochure,
    Heading,
    Lead,
    MetricBand,
    MetricCallout,
    Photo,
    Section,
    Title,
)
from brochure.diagnostics import Span
from brochure.layout.model import Part as PartKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part's content by kind, each in the author's order: what ``title``, ``lead``, ``metrics``,
    ``photo`` and ``text`` frames take.

    *number* counts the sections from 1 (0 for other parts).
    """

    kind: PartKind
    title: Title | None = None
    number: int = 0
    theme: str = ""
    opening: str = ""
    leads: tuple[Lead, ...] = ()
    bands: tuple[MetricBand, ...] = ()
    photos: tuple[Photo, ...] = ()
    text: tuple[BodyText | Heading, ...] = ()
    span: Span | None = None


def parts_of(brochure: Brochure) -> Iterator[Part]:
    """Cover, front, sections, closing, back.

    Those that *brochure* has. An edition without a cover has neither front nor back.
    """
    if brochure.cover is not None:
        photos = (brochure.cover.photo,) if brochure.cover.photo else ()
        yield Part(
            kind="cover", title=brochure.title, photos=photos, span=brochure.cover.span or brochure.span
        )
    if brochure.front:
        yield _sorted("front", brochure.front, title=None, span=brochure.front[0].span)
    for number, section in enumerate(brochure.sections, start=1):
        yield _of_section("section", section, number)
    if brochure.closing is not None:
        yield _of_section("closing", brochure.closing, 0)
    if brochure.cover is not None:
        yield Part(kind="back", title=brochure.title, span=brochure.credits.span or brochure.span)


def _of_section(kind: PartKind, section: Section, number: int) -> Part:
    return _sorted(
        kind,
        section.blocks,
        title=section.title,
        span=section.span,
        number=number,
        theme=section.theme,
        opening=section.opening,
    )


def _sorted(
    kind: PartKind,
    blocks: tuple[Block, ...],
    *,
    title: Title | None,
    span: Span | None,
    number: int = 0,
    theme: str = "",
    opening: str = "",
) -> Part:
    """*blocks* by what takes them; a metric on its own joins the band it follows."""
    bands: list[MetricBand] = []
    loose: list[MetricCallout] = []
    for block in blocks:
        match block:
            case MetricCallout():
                loose.append(block)
            case MetricBand():
                bands.append(block)
    if loose:
        bands.append(MetricBand(metrics=tuple(loose), span=loose[0].span))
    return Part(
        kind=kind,
        title=title,
        number=number,
        theme=theme,
        opening=opening,
        leads=tuple(block for block in blocks if isinstance(block, Lead)),
        bands=tuple(bands),
        photos=tuple(block for block in blocks if isinstance(block, Photo)),
        text=tuple(block for block in blocks if isinstance(block, BodyText | Heading)),
        span=span,
    )
