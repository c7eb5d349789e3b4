"""The screen edition: the same pages at their trim, small, in sRGB, tagged for those who hear them read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from brochure.color import Cmyk, Ink, Rgb, Spot
from brochure.content import metadata
from brochure.diagnostics import refuse_if_fatal
from brochure.display import DisplayList, Mark, Picture, Shape
from brochure.images.profile import inks_in_light, srgb
from brochure.images.screen import ScreenLights, kept_for_screen, prepare_for_screen
from brochure.imposition import OneUp, impose
from brochure.inspection import reread
from brochure.layout import PressCondition
from brochure.pagination import Pagination
from brochure.pdf.intent import read_profile
from brochure.pdf.screen import write_screen_pdf
from brochure.press.cache import Cache
from brochure.press.job import Printed
from brochure.press.pictures import made_ready
from brochure.press.stopwatch import Stopwatch
from brochure.reading import tell

if TYPE_CHECKING:
    from brochure.images import ImageFile, Raster
    from brochure.press.build import Proofed


def print_for_screen(proofed: Proofed, printed: Pagination, cache: Cache, watch: Stopwatch) -> Printed:
    """The bytes of an edition's pages *printed* to be read on a screen, and what was found on the way."""
    condition = proofed.layout.condition
    told = tell(printed.pages, proofed.brochure, proofed.layout)
    watch.lap("set")
    rasters = _pictures(told.pages, proofed.images, condition, cache, watch)
    watch.lap("pictures")
    surfaces = impose(told.pages, OneUp(), 0.0)
    data = write_screen_pdf(
        surfaces,
        proofed.faces,
        rasters.__getitem__,
        lights=lights_of(told.pages, read_profile(condition)),
        order=told.order,
        metadata=metadata(proofed.brochure),
        profile=srgb(),
        outlines=printed.outlines,
        deflate=cache.deflated,
    )
    refuse_if_fatal(reread(data, len(surfaces)))
    watch.lap("write")
    return proofed.printed(data, printed, watch.laps, bleed_mm=0.0, told=told.findings)


def _pictures(
    pages: Sequence[DisplayList],
    images: Mapping[str, ImageFile],
    condition: PressCondition,
    cache: Cache,
    watch: Stopwatch,
) -> dict[Picture, Raster]:
    """The pixels of every placed picture, for a screen."""
    lights = ScreenLights(icc=condition.icc, icc_digest=condition.icc_digest)

    def kept(mark: Picture) -> Raster | None:
        return kept_for_screen(images[mark.file], mark.crop, mark.box, lights, cache, cutout=mark.cutout)

    def make(mark: Picture) -> Raster:
        file, cutout = images[mark.file], mark.cutout
        return prepare_for_screen(file, mark.crop, mark.box, lights, cache, mark.span, cutout=cutout)

    placed = [mark for page in pages for mark in page.marks if isinstance(mark, Picture)]
    return made_ready(placed, kept, make, watch)


def lights_of(pages: Iterable[DisplayList], press_icc: bytes) -> dict[Ink, Rgb]:
    """What each ink on *pages* looks like on the paper of the press whose profile that is."""
    inks = list(dict.fromkeys(ink for page in pages for mark in page.marks for ink in _inks(mark)))
    return dict(zip(inks, inks_in_light([_process(ink) for ink in inks], press_icc), strict=True))


def _inks(mark: Mark) -> list[Ink]:
    match mark:
        case Picture():
            return []
        case Shape():
            return [ink for ink in (mark.fill, mark.stroke) if ink]
        case _:
            return [mark.ink]


def _process(ink: Ink) -> Cmyk:
    """*ink* in process inks: a spot ink by what stands for it."""
    return Cmyk(*(share * ink.tint for share in ink.alternate)) if isinstance(ink, Spot) else ink
