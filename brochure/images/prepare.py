"""Pictures made ready for the press: cropped, sized, in its inks, within its ink limit, encoded once.

The order matters (print-production 5.4): crop and size first, then colour, then the ink limit, then one
JPEG of the full chroma.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import PIL

from brochure.diagnostics import BrochureError, MachineError, Span, Words, error
from brochure.geometry import Rect
from brochure.images.form import in_form, turned, worked_form
from brochure.images.ink_limit import QUALITY, encoded
from brochure.images.profile import to_inks
from brochure.images.raster import Raster
from brochure.images.resolution import printed_pixels
from brochure.images.survey import ImageFile, Store, open_picture
from brochure.values import dataclass

if TYPE_CHECKING:
    from PIL import Image

    from brochure.images.cutout import Outline

PIPELINE = 2
_OUTLINE = "-outline"


@dataclass(frozen=True, slots=True, kw_only=True)
class PressInks:
    """What preparing needs of a press condition.

    Its profile's bytes and digest, total ink as a share, pixels per inch.
    """

    icc: Path
    icc_digest: str
    total_ink: float
    ppi: float


def prepare(  # a picture, its place, its press; where to keep it and where to point
    file: ImageFile,
    crop: Rect,
    box: Rect,
    inks: PressInks,
    store: Store | None = None,
    span: Span | None = None,
    *,
    cutout: bool = False,
) -> Raster:
    """The *crop* (in shares of the upright picture) of *file* that fills *box*, for the press; of a *cutout*
    with its outline.

    Put into *store*.
    """
    size = printed_pixels(file.pixels, crop, box, inks.ppi)
    data, outline = _made(file, crop, size, inks, span, cutout=cutout)
    key = _key(file, crop, size, inks, cutout=cutout)
    if store:
        put_away(store, key, data, outline, cutout=cutout)
    return _raster(size, data, key, outline)


def kept(
    file: ImageFile, crop: Rect, box: Rect, inks: PressInks, store: Store, *, cutout: bool = False
) -> Raster | None:
    """What `prepare` made of the same before, or None."""
    size = printed_pixels(file.pixels, crop, box, inks.ppi)
    key = _key(file, crop, size, inks, cutout=cutout)
    found = taken_out(store, key, cutout=cutout)
    return _raster(size, found[0], key, found[1]) if found else None


def put_away(store: Store, key: str, data: bytes, outline: Outline, *, cutout: bool) -> None:
    """Keep a picture under *key*, that of a cut-out with its outline."""
    store.put(key, data)
    if cutout:
        store.put(key + _OUTLINE, json.dumps(outline).encode())


def taken_out(store: Store, key: str, *, cutout: bool) -> tuple[bytes, Outline] | None:
    """What was put away under *key*, or None."""
    data = store.get(key)
    outline = store.get(key + _OUTLINE) if cutout else b"[]"
    if data is None or outline is None:
        return None
    return data, tuple(tuple((x, y) for x, y in loop) for loop in json.loads(outline))


def _key(file: ImageFile, crop: Rect, size: tuple[int, int], inks: PressInks, *, cutout: bool) -> str:
    """Everything the pixels depend on.

    Source, crop, size, profile, limits, Pillow's version, this pipeline's; whether it is cut out.
    """
    shares = tuple(round(share, 6) for share in crop)
    recipe = (
        PIPELINE,
        PIL.__version__,
        file.digest,
        shares,
        size,
        inks.icc_digest,
        inks.total_ink,
        QUALITY,
        *(("cutout",) if cutout else ()),
    )
    return f"raster-{sha256(repr(recipe).encode()).hexdigest()}"


def _raster(size: tuple[int, int], data: bytes, key: str, outline: Outline) -> Raster:
    return Raster(
        width=size[0], height=size[1], components=4, data=data, inverted=True, digest=key, outline=outline
    )


def _made(
    file: ImageFile,
    crop: Rect,
    size: tuple[int, int],
    inks: PressInks,
    span: Span | None,
    *,
    cutout: bool,
) -> tuple[bytes, Outline]:
    """A CMYK JPEG of *size* pixels, and the outline of a cut-out."""
    sized, embedded, outline = worked(file, crop, size, span, cutout=cutout)
    grey = sized.mode == "L"
    cmyk = _on_black(sized) if grey else to_inks(sized, embedded, inks.icc.read_bytes(), file.name, span)
    return encoded(cmyk, inks.total_ink), outline


def worked(
    file: ImageFile, crop: Rect, size: tuple[int, int], span: Span | None, *, cutout: bool
) -> tuple[Image.Image, bytes | None, Outline]:
    """The *crop* of *file* in *size* pixels, still in its own colours, the profile it came with, and the
    outline of a cut-out.
    """
    source = open_picture(_bytes_of(file, span))
    form, embedded = worked_form(source) or "RGB", source.info.get("icc_profile")
    _decode(source, file, crop, size)
    outline: Outline = ()
    if cutout:
        from brochure.images.cutout import carried_on, outline_of

        cut = _sized(turned(source.convert("RGBA"), file.orientation), crop, size)
        sized, outline = in_form(carried_on(cut), form), outline_of(cut)
    else:
        sized = _sized(turned(in_form(source, form), file.orientation), crop, size)
    return sized, embedded, outline


def _sized(upright: Image.Image, crop: Rect, size: tuple[int, int]) -> Image.Image:
    """The *crop* of a picture in *size* pixels; of a transparent one, clear pixels do not tint their
    neighbours.
    """
    from PIL import Image

    part = _crop_box(upright.size, crop)
    return upright.resize(size, Image.Resampling.LANCZOS, box=part, reducing_gap=3.0)


def _bytes_of(file: ImageFile, span: Span | None) -> bytes:
    """The file's bytes, once more, and the same as were surveyed."""
    try:
        data = file.path.read_bytes()
    except OSError as fault:
        words = Words(
            f"`{file.name}` can no longer be read: {fault.strerror}",
            f"`{file.name}` 已无法读取：{fault.strerror}",
        )
        raise MachineError([error("images/unreadable", words, span)]) from None
    if sha256(data).hexdigest() != file.digest:
        words = Words(
            f"`{file.name}` changed while the brochure was being built", f"生成过程中 `{file.name}` 被改动"
        )
        raise BrochureError([error("images/changed", words, span, Words("build again", "请重新生成"))])
    return data


def _decode(source: Image.Image, file: ImageFile, crop: Rect, size: tuple[int, int]) -> None:
    """Decode *source* no finer than needed: a JPEG can give a half, a quarter or an eighth of its pixels."""
    scale = max(size[0] / (file.pixels[0] * crop.width), size[1] / (file.pixels[1] * crop.height))
    if source.format in ("JPEG", "MPO") and scale <= 0.5:
        source.draft(None, (int(source.size[0] * scale), int(source.size[1] * scale)))
    source.load()


def _crop_box(size: tuple[int, int], crop: Rect) -> tuple[float, float, float, float]:
    width, height = size
    return (
        max(0.0, crop.x * width),
        max(0.0, crop.y * height),
        min(float(width), crop.right * width),
        min(float(height), crop.bottom * height),
    )


def _on_black(grey: Image.Image) -> Image.Image:
    """A grey picture on the black plate alone, so that no misregister tints it."""
    from PIL import Image, ImageChops

    none = Image.new("L", grey.size, 0)
    return Image.merge("CMYK", (none, none, none, ImageChops.invert(grey)))
