"""Pictures made ready for a screen: cropped, sized, in sRGB, encoded once and small."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Final

import PIL

from brochure.diagnostics import Span
from brochure.geometry import Rect
from brochure.images.cutout import Outline
from brochure.images.prepare import put_away, taken_out, worked
from brochure.images.profile import to_lights
from brochure.images.raster import Raster
from brochure.images.resolution import printed_pixels
from brochure.images.survey import ImageFile, Store
from brochure.values import dataclass

PPI: Final = 150.0
QUALITY: Final = 82
_PIPELINE: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenLights:
    """What preparing needs: the profile by which inks are seen, with its digest, and pixels per inch."""

    icc: Path
    icc_digest: str
    ppi: float = PPI


def prepare_for_screen(  # a picture, its place, its screen; where to keep it and where to point
    file: ImageFile,
    crop: Rect,
    box: Rect,
    lights: ScreenLights,
    store: Store | None = None,
    span: Span | None = None,
    *,
    cutout: bool = False,
) -> Raster:
    """The *crop* of *file* that fills *box*, for a screen: straight from its own colours to sRGB, so that it
    loses nothing that only ink has to lose. Put into *store*.
    """
    size = printed_pixels(file.pixels, crop, box, lights.ppi)
    key = _key(file, crop, size, lights, cutout=cutout)
    picture, embedded, outline = worked(file, crop, size, span, cutout=cutout)
    if picture.mode == "L":
        shown = picture.convert("RGB")
    else:
        shown = to_lights(picture, embedded, lights.icc.read_bytes(), file.name, span)
    out = BytesIO()
    shown.save(out, "JPEG", quality=QUALITY, subsampling="4:2:0", optimize=True)
    if store:
        put_away(store, key, out.getvalue(), outline, cutout=cutout)
    return _raster(size, out.getvalue(), key, outline)


def kept_for_screen(
    file: ImageFile, crop: Rect, box: Rect, lights: ScreenLights, store: Store, *, cutout: bool = False
) -> Raster | None:
    """What `prepare_for_screen` made of the same before, or None."""
    size = printed_pixels(file.pixels, crop, box, lights.ppi)
    key = _key(file, crop, size, lights, cutout=cutout)
    found = taken_out(store, key, cutout=cutout)
    return _raster(size, found[0], key, found[1]) if found else None


def _key(file: ImageFile, crop: Rect, size: tuple[int, int], lights: ScreenLights, *, cutout: bool) -> str:
    """Everything the pixels depend on."""
    shares = tuple(round(share, 6) for share in crop)
    recipe = (_PIPELINE, PIL.__version__, file.digest, shares, size, lights.icc_digest, QUALITY, cutout)
    return f"screen-{sha256(repr(recipe).encode()).hexdigest()}"


def _raster(size: tuple[int, int], data: bytes, key: str, outline: Outline) -> Raster:
    return Raster(
        width=size[0], height=size[1], components=3, data=data, inverted=False, digest=key, outline=outline
    )
