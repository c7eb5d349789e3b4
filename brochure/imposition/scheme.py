"""Imposition schemes: how pages come to lie on printed surfaces."""

from collections.abc import Sequence
from dataclasses import replace

from brochure.display import DisplayList, Surface
from brochure.geometry import Insets, Pt, Rect
from brochure.imposition.printers_marks import SLUG, crop_marks, fold_marks
from brochure.layout import Fold
from brochure.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OneUp:
    """One page on each surface, in reading order; *marks* adds crop marks (裁切线) around it, *fold* marks
    where the sheet is folded.
    """

    marks: bool = False
    fold: Fold | None = None


def impose(
    pages: Sequence[DisplayList], scheme: OneUp, bleed: Pt, folios: Sequence[int] = ()
) -> tuple[Surface, ...]:
    """The surfaces on which *pages*, with *bleed* on all four sides, are printed.

    *folios* are the pages' numbers in the whole edition, from 1 where they are not given; odd ones are
    right-hand pages.
    """
    surfaces = tuple(surface_of(page, bleed) for page in pages)
    if not scheme.marks and scheme.fold is None:
        return surfaces
    numbers = folios or range(1, len(surfaces) + 1)
    return tuple(
        _with_marks(surface, scheme, number) for surface, number in zip(surfaces, numbers, strict=True)
    )


def surface_of(display: DisplayList, bleed: Pt) -> Surface:
    """The bare surface of one page: the medium ends where the *bleed* does."""
    trim = Rect(0, 0, display.size.width, display.size.height)
    reach = trim.inset(Insets(-bleed, -bleed, -bleed, -bleed))
    return Surface(display=display, media=reach, bleed=reach, trim=trim)


def _with_marks(surface: Surface, scheme: OneUp, folio: int) -> Surface:
    """*surface* on a larger medium, with the scheme's marks in the slug round its bleed."""
    slug = max(SLUG, surface.trim.x - surface.bleed.x + SLUG / 2)
    media = surface.trim.inset(Insets(-slug, -slug, -slug, -slug))
    marks = surface.display.marks
    if scheme.marks:
        marks += crop_marks(surface.trim, surface.bleed)
    if scheme.fold:
        folds = scheme.fold.lines("right" if folio % 2 else "left")
        marks += fold_marks(surface.trim, surface.bleed, folds)
    return replace(surface, media=media, display=replace(surface.display, marks=marks))
