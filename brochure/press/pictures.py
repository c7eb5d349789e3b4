"""All pictures of an edition made ready.

Those the cache has at once, the others side by side on every core.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence

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

    def known(mark: Picture) -> Raster | None:
        return kept(images[mark.file], mark.crop, mark.box, inks, cache, cutout=mark.cutout)

    def make(mark: Picture) -> Raster:
        file = images[mark.file]
        return prepare(file, mark.crop, mark.box, inks, cache, mark.span, cutout=mark.cutout)

    placed = [mark for page in pages for mark in page.display.marks if isinstance(mark, Picture)]
    return made_ready(placed, known, make, watch)


def made_ready(
    placed: Sequence[Picture],
    known: Callable[[Picture], Raster | None],
    make: Callable[[Picture], Raster],
    watch: Stopwatch,
) -> dict[Picture, Raster]:
    """The pixels of *placed* pictures: those that are *known*, the others made now."""
    rasters = {mark: raster for mark in placed if (raster := known(mark))}
    wanted = [mark for mark in placed if mark not in rasters]
    return rasters | _made(wanted, make, watch) if wanted else rasters


def _made(
    wanted: list[Picture], make: Callable[[Picture], Raster], watch: Stopwatch
) -> dict[Picture, Raster]:
    """Pictures made now. Threads suffice: decoding, scaling and colour run outside the interpreter's lock."""
    from concurrent.futures import ThreadPoolExecutor  # only when there is something to make

    made: dict[Picture, Raster] = {}
    watch.tell("pictures", 0, len(wanted))
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as workers:
        for mark, raster in zip(wanted, workers.map(make, wanted), strict=True):
            made[mark] = raster
            watch.tell("pictures", len(made), len(wanted))
    return made
