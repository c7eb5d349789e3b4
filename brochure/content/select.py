"""Editions: the whole brochure, or one of its sections as a handout. `select` is Brochure → Brochure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias, assert_never

from brochure.content.model import Block, Brochure, Photo, PhotoGroup, Section
from brochure.diagnostics import BrochureError, Diagnostic, Span, Words, error
from brochure.source import nearest, quoted
from brochure.values import dataclass


@dataclass(frozen=True, slots=True)
class Whole:
    """The brochure as it is."""


@dataclass(frozen=True, slots=True)
class Handout:
    """One section on its own, named by its slug."""

    section: str


Edition: TypeAlias = Whole | Handout


def select(brochure: Brochure, edition: Edition) -> Brochure:
    """The content of *edition*.

    A handout keeps the titles, the credits, the lines of handouts and exactly one section, with the number it
    has in the brochure; it has no cover, front or closing. Raises `BrochureError` naming the nearest slug
    when there is no such section.
    """
    match edition:
        case Whole():
            return brochure
        case Handout(section=slug):
            # `opening` names a page sequence of the brochure's own layout
            section = _section(brochure, slug)
            number = brochure.sections.index(section) + 1
            section = replace(section, opening="", number=number)
            slips = _slips(brochure, section)
            return replace(
                brochure, sections=(section,), cover=None, front=(), closing=None, pages=0, slips=slips
            )
        case _:
            assert_never(edition)


def _slips(brochure: Brochure, section: Section) -> tuple[Diagnostic, ...]:
    """What of the slips stands in *section*, in the titles or the credits: what its handout prints."""
    subtitle = brochure.subtitle.span if brochure.subtitle else None
    kept = (section.span, brochure.title.span, subtitle, brochure.credits.span)
    return tuple(slip for slip in brochure.slips if any(_stands_in(slip.span, span) for span in kept))


def _stands_in(place: Span | None, span: Span | None) -> bool:
    if place is None or span is None or place.file != span.file:
        return False
    return (span.line, span.column) <= place[1:3] <= (span.end_line, span.end_column)


def handouts(brochure: Brochure) -> tuple[Handout, ...]:
    """The handouts of *brochure*, one a section, in their order."""
    return tuple(Handout(section.slug) for section in brochure.sections)


def photos(brochure: Brochure) -> tuple[Photo, ...]:
    """The pictures *brochure* asks for, in the order of its pages; a picture used twice comes twice."""
    return tuple(_photos(brochure))


def _photos(brochure: Brochure) -> Iterator[Photo]:
    if brochure.cover is not None and brochure.cover.photo is not None:
        yield brochure.cover.photo
    for block in blocks(brochure):
        if isinstance(block, Photo):
            yield block
        elif isinstance(block, PhotoGroup):
            yield from block.photos


def blocks(brochure: Brochure) -> Iterator[Block]:
    """The blocks of *brochure* in reading order: front, sections, closing."""
    yield from brochure.front
    for section in parts(brochure):
        yield from section.blocks


def parts(brochure: Brochure) -> tuple[Section, ...]:
    """The sections of *brochure* and its closing."""
    return (*brochure.sections, brochure.closing) if brochure.closing else brochure.sections


def _section(brochure: Brochure, slug: str) -> Section:
    for section in brochure.sections:
        if section.slug == slug:
            return section
    slugs = [section.slug for section in brochure.sections]
    message = Words(f"there is no section `{slug}`", f"没有名为 `{slug}` 的节")
    known = Words("known here: " + ", ".join(slugs), "可用的有：" + "、".join(slugs))
    hint = quoted(nearest(slug, slugs)) or known
    raise BrochureError([error("content/unknown-section", message, brochure.span, hint)])
