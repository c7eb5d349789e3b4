"""Imposition schemes: how pages come to lie on printed surfaces."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from brochure.display import DisplayList, Surface
from brochure.geometry import Insets, Pt, Rect
from brochure.imposition.printers_marks import SLUG, crop_marks


@dataclass(frozen=True, slots=True, kw_only=True)
class OneUp:
    """One page on each surface, in reading order; *marks* adds crop marks (裁切线) around it."""

    marks: bool = False


def impose(pages: Sequence[DisplayList], scheme: OneUp, bleed: Pt) -> tuple[Surface, ...]:
    """The surfaces on which *pages*, with *bleed* on all four sides, are printed."""
    surfaces = tuple(surface_of(page, bleed) for page in pages)
    return tuple(_with_marks(surface) for surface in surfaces) if scheme.marks else surfaces


def surface_of(display: DisplayList, bleed: Pt) -> Surface:
    """The bare surface of one page: the medium ends where the *bleed* does."""
    trim = Rect(0, 0, display.size.width, display.size.height)
    reach = trim.inset(Insets(-bleed, -bleed, -bleed, -bleed))
    return Surface(display=display, media=reach, bleed=reach, trim=trim)


def _with_marks(surface: Surface) -> Surface:
    """*surface* on a larger medium, with crop marks in the slug round its bleed."""
    slug = max(SLUG, surface.trim.x - surface.bleed.x + SLUG / 2)
    media = surface.trim.inset(Insets(-slug, -slug, -slug, -slug))
    marks = surface.display.marks + crop_marks(surface.trim, surface.bleed)
    return replace(surface, media=media, display=replace(surface.display, marks=marks))
