"""The forms pixels come in, and the four they are worked in: grey (L), RGB, CMYK and Lab, 8 bits each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from PIL import Image

# Pillow's name of the pixel form → the form worked in. Whatever is not here (32-bit whole numbers, floating
# point) has no white and no black that a file of that form must keep to, so it is refused.
_WORKED: Final = {
    "1": "L",
    "L": "L",
    "LA": "L",
    "I;16": "L",
    "I;16B": "L",
    "I;16L": "L",
    "P": "RGB",
    "PA": "RGB",
    "RGB": "RGB",
    "RGBA": "RGB",
    "RGBa": "RGB",
    "RGBX": "RGB",
    "YCbCr": "RGB",
    "CMYK": "CMYK",
    "LAB": "LAB",
}
_BITS_PER_SAMPLE, _PHOTOMETRIC, _WHITE_IS_ZERO = 258, 262, 0


def worked_form(picture: Image.Image) -> str | None:
    """The form that *picture*, opened and not yet decoded, is worked in; None when no press takes it.

    Grey stays grey, whatever carries it: with transparency, at 16 bits, as bare black and white.
    """
    if picture.mode.startswith("I;16") and _tag(picture, _BITS_PER_SAMPLE, (16,)) != (16,):
        return None  # 12 bits come out of Pillow unscaled, nearly black
    tiles: list[Any] = getattr(picture, "tile", [])
    if tiles and str(tiles[0][3]).startswith("LA;16"):
        return "L"  # a 16-bit grey PNG with transparency, which Pillow calls RGBA
    return _WORKED.get(picture.mode)


def turned(picture: Image.Image, orientation: int) -> Image.Image:
    """*picture* upright, by its EXIF *orientation* from 1 to 8 (Exif 2.32, 4.6.4)."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return picture.transpose(turns[orientation]) if orientation in turns else picture


def in_form(picture: Image.Image, form: str) -> Image.Image:
    """*picture*, decoded, in the *form* it is worked in; what is transparent stands on paper white.

    A CMYK JPEG holds its inks upside down where Adobe's marker says so, and only there; Pillow takes the
    marker for granted.
    """
    if picture.format == "JPEG" and picture.mode == "CMYK" and "adobe" not in picture.info:
        from PIL import ImageChops

        return ImageChops.invert(picture)
    if picture.mode.startswith("I;16"):
        return _eight_bits(picture)
    if picture.mode in ("LA", "PA", "RGBA", "RGBa") or "transparency" in picture.info:
        return _on_paper(picture.convert("RGBA"), form)
    return picture if picture.mode == form else picture.convert(form)


def _eight_bits(grey: Image.Image) -> Image.Image:
    """16-bit grey scaled to 8: Pillow's own conversion cuts values off at 255."""
    from PIL import ImageOps

    scaled = grey.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    return ImageOps.invert(scaled) if _tag(grey, _PHOTOMETRIC, 1) == _WHITE_IS_ZERO else scaled


def _on_paper(picture: Image.Image, form: str) -> Image.Image:
    """*picture* (RGBA) on a white sheet of *form*."""
    from PIL import Image

    paper = Image.new(form, picture.size, "white")
    paper.paste(picture, mask=picture)
    return paper


def _tag(picture: Image.Image, number: int, absent: object) -> Any:
    """A TIFF tag of *picture*; *absent* where there is none."""
    return getattr(picture, "tag_v2", {}).get(number, absent)
