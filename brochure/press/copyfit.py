"""The copyfitting report of an edition: every paragraph as it was set, what to cut where text runs over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import field
from heapq import heapify, heapreplace
from typing import Any, NamedTuple

from brochure.composition import Galley, compose_block
from brochure.composition.copyfit import CopyFit, fit_copy
from brochure.content import BodyText, Brochure, Lead
from brochure.diagnostics import Span
from brochure.display import GlyphRun
from brochure.geometry import Pt
from brochure.layout.styles import ParagraphStyle
from brochure.press.build import Proofed, proof
from brochure.press.cache import Cache
from brochure.press.job import Job
from brochure.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph as it was set to its *measure* (points): its section (empty before the first), its fit, and
    how many of its lines stand on a page.
    """

    span: Span
    section: str
    opening: str
    measure: Pt
    size: Pt
    fit: CopyFit
    placed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortening:
    """How to pull up the text of a section that runs over by *lines*: so many characters out of each
    paragraph.
    """

    section: str
    lines: int
    cuts: tuple[tuple[Span, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyReport:
    """An edition proofed and its paragraphs measured, in reading order."""

    proofed: Proofed
    passages: tuple[Passage, ...]
    shortenings: tuple[Shortening, ...]


class _Set(NamedTuple):
    """A paragraph that was asked for, and what it was set to."""

    block: BodyText | Lead
    style: ParagraphStyle
    galley: Galley
    faces: Any
    keep: tuple[str, ...]


@dataclass(slots=True)
class _Notebook:
    """Sets blocks and writes down every paragraph; rival pages may ask for one at several measures."""

    found: dict[Span, list[_Set]] = field(default_factory=dict)

    def __call__(  # as `compose_block` is asked
        self,
        block: Any,
        style: Any,
        measure: Pt,
        faces: Any,
        keep: tuple[str, ...] = (),
        terms: tuple[str, ...] = (),
    ) -> Galley:
        galley = compose_block(block, style, measure, faces, keep, terms=terms)
        if isinstance(block, BodyText | Lead) and isinstance(style, ParagraphStyle) and block.span:
            self.found.setdefault(block.span, []).append(_Set(block, style, galley, faces, keep))
        return galley


def copyfit(job: Job, cache: Cache) -> CopyReport:
    """Every paragraph of an edition measured. Raises `BrochureError` as proofing does."""
    notebook = _Notebook()
    proofed = proof(job, cache, setter=notebook)
    printed = _printed(proofed)
    passages = tuple(
        _passage(each, section, placed)
        for span, section in _paragraphs(proofed.brochure)
        if span in notebook.found
        for each, placed in [_as_printed(notebook.found[span], printed)]
    )
    return CopyReport(
        proofed=proofed,
        passages=passages,
        shortenings=tuple(_shortenings(passages)) if _runs_over(proofed) else (),
    )


def _paragraphs(brochure: Brochure) -> Iterator[tuple[Span, str]]:
    """Where the paragraphs are written, and the slugs of their sections."""
    named = [("", brochure.front), *((section.slug, section.blocks) for section in brochure.sections)]
    if brochure.closing:
        named.append((brochure.closing.slug, brochure.closing.blocks))
    for slug, blocks in named:
        yield from ((b.span, slug) for b in blocks if isinstance(b, BodyText | Lead) and b.span)


_Run = tuple[Span | None, tuple[str, ...], tuple[Pt, ...]]
"""A run of text by where it is written, its characters and their places."""


def _printed(proofed: Proofed) -> Counter[_Run]:
    """The runs of text on the pages."""
    return Counter(
        (mark.span, mark.texts, mark.xs)
        for page in proofed.pagination.pages
        for mark in page.display.marks
        if isinstance(mark, GlyphRun)
    )


def _as_printed(sets: list[_Set], printed: Counter[_Run]) -> tuple[_Set, int]:
    """Of all settings of a paragraph the one on the pages, and how many of its lines are there."""
    counted = [((Counter(_first_runs(each)) & printed).total(), each) for each in sets]
    placed, found = max(reversed(counted), key=lambda pair: pair[0])
    return found, placed


def _first_runs(each: _Set) -> Iterator[_Run]:
    """The run that begins each line."""
    for strip in each.galley.strips:
        run = next((mark for mark in strip.marks if isinstance(mark, GlyphRun)), None)
        if run:
            yield each.block.span, run.texts, run.xs


def _passage(each: _Set, section: str, placed: int) -> Passage:
    block, measure = each.block, each.galley.measure
    lead = block.lead if isinstance(block, BodyText) else ()
    assert block.span  # noqa: S101  # only those with a place are written down
    return Passage(
        span=block.span,
        section=section,
        opening="".join(inline.text for inline in (*lead, *block.text))[:12],
        measure=measure,
        size=each.style.text.size,
        fit=fit_copy(block.text, each.style, measure, each.faces, lead=lead, keep=each.keep),
        placed=placed,
    )


# ---------------------------------------------------------------- what to cut


def _runs_over(proofed: Proofed) -> bool:
    return any(finding.code == "pagination/overset" for finding in proofed.findings)


def _shortenings(passages: tuple[Passage, ...]) -> Iterator[Shortening]:
    """For each section whose lines are not all on a page the paragraphs that save lines most cheaply."""
    for section in dict.fromkeys(passage.section for passage in passages):
        own = [passage for passage in passages if passage.section == section]
        lines = sum(len(passage.fit.lines) - passage.placed for passage in own)
        if lines > 0 and any(passage.placed for passage in own):
            yield Shortening(section=section, lines=lines, cuts=tuple(_cheapest(own, lines)))


def _cheapest(passages: list[Passage], lines: int) -> Iterator[tuple[Span, int]]:
    """Characters to take out of each paragraph, the fewest first; after the first a line is as many as it
    holds.
    """
    ways = [
        (passage.fit.cut, number, 0) for number, passage in enumerate(passages) if passage.fit.cut is not None
    ]
    heapify(ways)
    taken: dict[int, int] = {}
    for _ in range(lines):
        if not ways:
            break
        cut, number, saved = ways[0]
        taken[number] = cut
        passage = passages[number]
        more = cut + round(passage.measure / passage.size)
        left = len(passage.fit.lines) - saved - 2
        heapreplace(ways, (more if left > 0 else 10**6, number, saved + 1))
    yield from ((passages[number].span, cut) for number, cut in sorted(taken.items()))
