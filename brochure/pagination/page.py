"""Pages: what pagination hands on."""

from __future__ import annotations

from brochure.diagnostics import Diagnostic, Span
from brochure.display import DisplayList, Outline
from brochure.geometry import Rect
from brochure.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """What stands where: the frame's name, the box its content took, and the author's lines it came from."""

    frame: str
    box: Rect
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page at its place in the document; odd *number* is a right-hand page (recto).

    *part* is the kind of the part it belongs to, and *section* which of the sections, counted from 1; *label*
    is that number with the section's short name (``02-industry``), empty for other parts.
    """

    number: int
    master: str
    display: DisplayList
    placements: tuple[Placement, ...]
    part: str = ""
    section: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAccount:
    """What one page paid: the cost's name, how much of it, what that came to."""

    number: int
    master: str
    paid: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartAccount:
    """What a part paid for the masters it stands on, and the next best way: its masters and its cost (None:
    no other).

    *title* is the part's own, or its kind; *furthest_picture* how many pages its furthest picture stands from
    the text it follows.
    """

    title: str
    sequence: str
    cost: float
    paid: tuple[tuple[str, float, float], ...]
    pages: tuple[PageAccount, ...]
    next_best: tuple[tuple[str, ...], float] | None
    furthest_picture: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """All pages of an edition, its outline (书签), what was found while laying them out, and what each part
    paid for the way it was laid.
    """

    pages: tuple[Page, ...]
    outlines: tuple[Outline, ...]
    findings: tuple[Diagnostic, ...]
    account: tuple[PartAccount, ...] = ()
