"""Pictures made ready for the press: cropped, sized, in its inks, within its ink limit, encoded once.

The order matters (print-production 5.4): crop and size first, then colour, then the ink limit, then one
JPEG of the full chroma.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import PIL

from brochure.diagnostics import BrochureError, MachineError, Span, Words, error
from brochure.geometry import Rect
from brochure.images.profile import to_inks
from brochure.images.raster import Raster
from brochure.images.resolution import printed_pixels
from brochure.images.survey import ImageFile, Store, open_picture

if TYPE_CHECKING:
    from PIL import Image

PIPELINE = 1
QUALITY = 92
# JPEG rounding lifts single pixels above what was encoded (318 % from 298 % at quality 75, 308 % at 92), so
# the limit is met with room.
JPEG_HEADROOM = 0.14
_TILE = 128


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
) -> Raster:
    """The *crop* (in shares of the upright picture) of *file* that fills *box*, for the press.

    Put into *store*.
    """
    size = printed_pixels(file.pixels, crop, box, inks.ppi)
    data = _pixels(file, crop, size, inks, span)
    key = _key(file, crop, size, inks)
    if store:
        store.put(key, data)
    return _raster(size, data, key)


def kept(file: ImageFile, crop: Rect, box: Rect, inks: PressInks, store: Store) -> Raster | None:
    """What `prepare` made of the same before, or None."""
    size = printed_pixels(file.pixels, crop, box, inks.ppi)
    key = _key(file, crop, size, inks)
    data = store.get(key)
    return None if data is None else _raster(size, data, key)


def _key(file: ImageFile, crop: Rect, size: tuple[int, int], inks: PressInks) -> str:
    """Everything the pixels depend on.

    Source, crop, size, profile, limits, Pillow's version, this pipeline's.
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
    )
    return f"raster-{sha256(repr(recipe).encode()).hexdigest()}"


def _raster(size: tuple[int, int], data: bytes, key: str) -> Raster:
    return Raster(width=size[0], height=size[1], components=4, data=data, inverted=True, digest=key)


def _pixels(file: ImageFile, crop: Rect, size: tuple[int, int], inks: PressInks, span: Span | None) -> bytes:
    """A CMYK JPEG of *size* pixels."""
    from PIL import Image

    source = open_picture(_bytes_of(file, span))
    embedded = source.info.get("icc_profile")
    upright = _upright(source, file, crop, size)
    part = _crop_box(upright.size, crop)
    form = _form(upright)
    sized = form.resize(size, Image.Resampling.LANCZOS, box=part, reducing_gap=3.0)
    grey = sized.mode == "L"
    cmyk = _on_black(sized) if grey else to_inks(sized, embedded, inks.icc.read_bytes(), file.name, span)
    limited = _within(cmyk, inks.total_ink - JPEG_HEADROOM)
    out = io.BytesIO()
    limited.save(out, "JPEG", quality=QUALITY, subsampling=0)
    return out.getvalue()


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


def _upright(source: Image.Image, file: ImageFile, crop: Rect, size: tuple[int, int]) -> Image.Image:
    """The picture decoded no finer than needed and turned upright."""
    from PIL import ImageOps

    scale = max(size[0] / (file.pixels[0] * crop.width), size[1] / (file.pixels[1] * crop.height))
    if source.format == "JPEG" and scale <= 0.5:
        source.draft(None, (int(source.size[0] * scale), int(source.size[1] * scale)))
    return ImageOps.exif_transpose(source)


def _crop_box(size: tuple[int, int], crop: Rect) -> tuple[float, float, float, float]:
    width, height = size
    return (
        max(0.0, crop.x * width),
        max(0.0, crop.y * height),
        min(float(width), crop.right * width),
        min(float(height), crop.bottom * height),
    )


def _form(picture: Image.Image) -> Image.Image:
    """*picture* as RGB, CMYK, LAB or grey (L), 8 bits each, transparent parts on paper white."""
    mode = picture.mode
    if mode in ("RGB", "CMYK", "LAB", "L"):
        return picture if "transparency" not in picture.info else _on_paper(picture.convert("RGBA"))
    if mode.startswith("I"):
        # 16-bit grey: Pillow would cut values off at 255 instead of scaling them
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if mode == "1":
        return picture.convert("L")
    if mode in ("LA", "La"):
        return _on_paper(picture.convert("RGBA")).convert("L")
    if mode in ("RGBA", "RGBa", "PA") or "transparency" in picture.info:
        return _on_paper(picture.convert("RGBA"))
    return picture.convert("RGB")


def _on_paper(picture: Image.Image) -> Image.Image:
    from PIL import Image

    paper = Image.new("RGBA", picture.size, (255, 255, 255, 255))
    paper.alpha_composite(picture)
    return paper.convert("RGB")


def _on_black(grey: Image.Image) -> Image.Image:
    """A grey picture on the black plate alone, so that no misregister tints it."""
    from PIL import Image, ImageChops

    none = Image.new("L", grey.size, 0)
    return Image.merge("CMYK", (none, none, none, ImageChops.invert(grey)))


def _within(cmyk: Image.Image, limit: float) -> Image.Image:
    """*cmyk* with no pixel above *limit* (a share): C, M and Y give way in proportion, K stays.

    Tiles that cannot exceed the limit, by the sum of their channels' highest values, are left as they are.
    """
    top = int(limit * 255)
    if sum(high for _, high in cmyk.getextrema()) <= top:  # type: ignore[misc]  # four bands: four pairs
        return cmyk
    for y in range(0, cmyk.height, _TILE):
        for x in range(0, cmyk.width, _TILE):
            box = (x, y, min(x + _TILE, cmyk.width), min(y + _TILE, cmyk.height))
            tile = cmyk.crop(box)
            if sum(high for _, high in tile.getextrema()) > top:  # type: ignore[misc]
                cmyk.paste(_limited(tile, top), box)
    return cmyk


def _limited(tile: Image.Image, top: int) -> Image.Image:
    from PIL import Image, ImageMath

    cyan, magenta, yellow, black = tile.split()
    plates = {"c": cyan, "m": magenta, "y": yellow, "k": black}

    def given_way(band: Image.Image) -> Image.Image:
        """*band* less its share of what the four plates hold above the limit."""
        less: Image.Image = ImageMath.lambda_eval(
            lambda of: of["convert"](
                of["band"]
                - of["max"](of["c"] + of["m"] + of["y"] + of["k"] - top, 0)
                * of["band"]
                / of["max"](of["c"] + of["m"] + of["y"], 1),
                "L",
            ),
            band=band,
            **plates,
        )
        return less

    return Image.merge("CMYK", (given_way(cyan), given_way(magenta), given_way(yellow), black))
