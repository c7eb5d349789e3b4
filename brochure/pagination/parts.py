"""The parts of a brochure in the order they are paged, each sorted into what its frames ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias, TypeGuard

from brochure.content.model import (
    Block,
    BodyText,
    Brochure,
    Heading,
    Lead,
    MetricBand,
    MetricCallout,
    NameList,
    Photo,
    PhotoGroup,
    QrCode,
    Section,
    Title,
)
from brochure.diagnostics import Span
from brochure.layout.model import Part as PartKind
from brochure.pagination.notes import numbered
from brochure.values import dataclass

if TYPE_CHECKING:
    from brochure.content.apart import SetApart

StoryBlock: TypeAlias = BodyText | Heading | NameList
"""What runs through text frames, beside what stands apart there."""
_OUTSIDE: Final = Lead | MetricCallout | MetricBand | Photo | PhotoGroup | QrCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part's content by kind, each in the author's order: what ``title``, ``lead``, ``metrics``,
    ``photo``, ``photos``, ``qr`` and ``text`` frames take.

    *anchors* has for each picture the block of the text that it follows. *number* counts the sections from
    1 (0 for other parts).
    """

    kind: PartKind
    title: Title | None = None
    number: int = 0
    theme: str = ""
    theme_at: Span | None = None
    opening: str = ""
    opening_at: Span | None = None
    leads: tuple[Lead, ...] = ()
    bands: tuple[MetricBand, ...] = ()
    photos: tuple[Photo, ...] = ()
    anchors: tuple[int, ...] = ()
    groups: tuple[PhotoGroup, ...] = ()
    codes: tuple[QrCode, ...] = ()
    text: tuple[StoryBlock | SetApart, ...] = ()
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
    return replace(
        _sorted(kind, section.blocks, title=section.title, span=section.span),
        number=number,
        theme=section.theme,
        theme_at=section.theme_at,
        opening=section.opening,
        opening_at=section.opening_at,
    )


def _sorted(kind: PartKind, blocks: tuple[Block, ...], *, title: Title | None, span: Span | None) -> Part:
    """*blocks* by what takes them; metrics on their own make a band together."""
    bands = [block for block in blocks if isinstance(block, MetricBand)]
    loose = tuple(block for block in blocks if isinstance(block, MetricCallout))
    if loose:
        bands.append(MetricBand(metrics=loose, span=loose[0].span))
    return Part(
        kind=kind,
        title=title,
        leads=tuple(block for block in blocks if isinstance(block, Lead)),
        bands=tuple(bands),
        photos=tuple(block for block in blocks if isinstance(block, Photo)),
        anchors=tuple(_anchors(blocks)),
        groups=tuple(block for block in blocks if isinstance(block, PhotoGroup)),
        codes=tuple(block for block in blocks if isinstance(block, QrCode)),
        text=tuple(block for block in numbered(blocks) if _in_story(block)),
        span=span,
    )


def _anchors(blocks: tuple[Block, ...]) -> Iterator[int]:
    """For each picture the number, in the running text, of the block before it.

    The first block where none is.
    """
    text = 0
    for block in blocks:
        if isinstance(block, Photo):
            yield max(0, text - 1)
        elif _in_story(block):
            text += 1


def _in_story(block: Block) -> TypeGuard[StoryBlock | SetApart]:
    """Whether *block* runs with the text: all that no frame of its own kind takes."""
    return not isinstance(block, _OUTSIDE)
