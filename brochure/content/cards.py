"""Cards: a brochure taken apart into single pages for a telephone, one for each section and each metric."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from brochure.content.model import Brochure, Lead, MetricBand, MetricCallout, Photo, Section


def cards(brochure: Brochure, themes: Collection[str]) -> Brochure:
    """*brochure* as cards: of each section its title, leads and first picture, then every metric alone.

    A card is a section, so that a layout pages it like one; metric cards are called ``slug-1``, ``slug-2`` …
    and bear their section's title and number. Sections in a theme that is not one of *themes* leave it to the
    layout.
    """
    counted = (
        replace(section, number=section.number or number)
        for number, section in enumerate(brochure.sections, start=1)
    )
    made = tuple(card for section in counted for card in _cards(section, themes))
    return replace(brochure, sections=made, cover=None, front=(), closing=None)


def _cards(section: Section, themes: Collection[str]) -> Iterator[Section]:
    plain = replace(section, opening="", theme=section.theme if section.theme in themes else "")
    photo = next((block for block in section.blocks if isinstance(block, Photo)), None)
    leads = tuple(block for block in section.blocks if isinstance(block, Lead))
    yield replace(plain, blocks=(*leads, *((photo,) if photo else ())))
    for number, metric in enumerate(_metrics(section), start=1):
        band = MetricBand(metrics=(metric,), span=metric.span)
        yield replace(plain, slug=f"{section.slug}-{number}", blocks=(band,), span=metric.span)


def _metrics(section: Section) -> Iterator[MetricCallout]:
    for block in section.blocks:
        if isinstance(block, MetricCallout):
            yield block
        elif isinstance(block, MetricBand):
            yield from block.metrics
