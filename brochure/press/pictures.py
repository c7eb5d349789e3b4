"""All pictures of an edition made ready.

Those the cache has at once, the others side by side on every core.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from brochure.display import Picture
from brochure.images import ImageFile, PressInks, Raster, kept, prepare
from brochure.layout import PressCondition
from brochure.pagination import Page
from brochure.press.cache import Cache
from brochure.press.stopwatch import Stopwatch


def prepare_all(
    pages: Sequence[Page],
    images: Mapping[str, ImageFile],
    condition: PressCondition,
    cache: Cache,
    watch: Stopwatch,
) -> dict[Picture, Raster]:
    """The print-ready pixels of every placed picture.

    Raises `BrochureError` for the first that cannot be made.
    """
    inks = PressInks(
        icc=condition.icc,
        icc_digest=condition.icc_digest,
        total_ink=condition.total_ink,
        ppi=condition.ppi,
    )
    placed = [mark for page in pages for mark in page.display.marks if isinstance(mark, Picture)]
    rasters: dict[Picture, Raster] = {}
    for mark in placed:
        if raster := kept(images[mark.file], mark.crop, mark.box, inks, cache, cutout=mark.cutout):
            rasters[mark] = raster
    wanted = [mark for mark in placed if mark not in rasters]
    if wanted:
        rasters |= _made(wanted, images, inks, cache, watch)
    return rasters


def _made(
    wanted: list[Picture], images: Mapping[str, ImageFile], inks: PressInks, cache: Cache, watch: Stopwatch
) -> dict[Picture, Raster]:
    """Pictures made now. Threads suffice: decoding, scaling and colour run outside the interpreter's lock."""
    from concurrent.futures import ThreadPoolExecutor  # only when there is something to make

    def make(mark: Picture) -> Raster:
        file = images[mark.file]
        return prepare(file, mark.crop, mark.box, inks, cache, mark.span, cutout=mark.cutout)

    made: dict[Picture, Raster] = {}
    watch.tell("pictures", 0, len(wanted))
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as workers:
        for mark, raster in zip(wanted, workers.map(make, wanted), strict=True):
            made[mark] = raster
            watch.tell("pictures", len(made), len(wanted))
    return made
