"""Pages: what pagination hands on."""

from __future__ import annotations

from dataclasses import dataclass

from brochure.diagnostics import Diagnostic, Span
from brochure.display import DisplayList, Outline
from brochure.geometry import Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """What stands where: the frame's name, the box its content took, and the author's lines it came from."""

    frame: str
    box: Rect
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page at its place in the document; odd *number* is a right-hand page (recto)."""

    number: int
    master: str
    display: DisplayList
    placements: tuple[Placement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """All pages of an edition, its outline (书签), and what was found while laying them out."""

    pages: tuple[Page, ...]
    outlines: tuple[Outline, ...]
    findings: tuple[Diagnostic, ...]
