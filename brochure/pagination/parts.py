"""The parts of a brochure in the order they are paged, each sorted into what its frames ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeGuard

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

    *anchors* has for each picture the block of the text that it follows, -1 where it comes first;
    *group_anchors* for each group of pictures. *number* counts the sections from 1 (0 for other parts),
    *slug* is the section's short name.
    """

    kind: PartKind
    title: Title | None = None
    number: int = 0
    slug: str = ""
    theme: str = ""
    theme_at: Span | None = None
    opening: str = ""
    opening_at: Span | None = None
    leads: tuple[Lead, ...] = ()
    bands: tuple[MetricBand, ...] = ()
    photos: tuple[Photo, ...] = ()
    anchors: tuple[int, ...] = ()
    groups: tuple[PhotoGroup, ...] = ()
    group_anchors: tuple[int, ...] = ()
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
        yield _of_section("section", section, section.number or number)
    if brochure.closing is not None:
        yield _of_section("closing", brochure.closing, 0)
    if brochure.cover is not None:
        yield Part(kind="back", title=brochure.title, span=brochure.credits.span or brochure.span)


def _of_section(kind: PartKind, section: Section, number: int) -> Part:
    return replace(
        _sorted(kind, section.blocks, title=section.title, span=section.span),
        number=number,
        slug=section.slug,
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
        optional = all(metric.optional for metric in loose)
        bands.append(MetricBand(metrics=loose, optional=optional, span=loose[0].span))
    return Part(
        kind=kind,
        title=title,
        leads=tuple(block for block in blocks if isinstance(block, Lead)),
        bands=tuple(bands),
        photos=tuple(block for block in blocks if isinstance(block, Photo)),
        anchors=tuple(_anchors(blocks, Photo)),
        groups=tuple(block for block in blocks if isinstance(block, PhotoGroup)),
        group_anchors=tuple(_anchors(blocks, PhotoGroup)),
        codes=tuple(block for block in blocks if isinstance(block, QrCode)),
        text=tuple(block for block in numbered(blocks) if _in_story(block)),
        span=span,
    )


def _anchors(blocks: tuple[Block, ...], kind: type[Photo | PhotoGroup]) -> Iterator[int]:
    """For each block of *kind* the number, in the running text, of the block before it; -1 where none is."""
    text = -1
    for block in blocks:
        if isinstance(block, kind):
            yield text
        elif _in_story(block):
            text += 1


def without(part: Part, left_out: frozenset[int]) -> Part:
    """*part* without the blocks of these ids; pictures follow the text that is left before them, notes are
    numbered anew.
    """

    def kept(blocks: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(block for block in blocks if id(block) not in left_out)

    def anchors(blocks: tuple[Any, ...], before: tuple[int, ...]) -> tuple[int, ...]:
        gone = [number for number, block in enumerate(part.text) if id(block) in left_out]
        return tuple(
            anchor - sum(number <= anchor for number in gone)
            for block, anchor in zip(blocks, before, strict=False)
            if id(block) not in left_out
        )

    text = tuple(block for block in numbered(kept(part.text)) if _in_story(block))
    return replace(
        part,
        leads=kept(part.leads),
        bands=kept(part.bands),
        photos=kept(part.photos),
        anchors=anchors(part.photos, part.anchors),
        groups=kept(part.groups),
        group_anchors=anchors(part.groups, part.group_anchors),
        codes=kept(part.codes),
        text=text,
    )


def _in_story(block: Block) -> TypeGuard[StoryBlock | SetApart]:
    """Whether *block* runs with the text: all that no frame of its own kind takes."""
    return not isinstance(block, _OUTSIDE)
