"""Cut-outs (去底图): what of a picture is opaque, its outline, and its colours carried on beyond the edge.

The outline becomes a clipping path and the picture stays an opaque CMYK JPEG. A soft mask would be allowed by
PDF/X-4, but brings a blend space and transparency to flatten on somebody else's machine; flattening here
would bake in a ground of one ink, with a seam where compressed pixels meet the drawn ground. A path holds on
any ground, is as sharp as the plate, and moves nothing off DeviceCMYK. The price is a hard edge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from brochure.diagnostics import BrochureError, Span, Words, error
from brochure.geometry import Rect
from brochure.images.contour import Loop, contours, simplified

if TYPE_CHECKING:
    from PIL import Image

Outline: TypeAlias = tuple[Loop, ...]

# A pixel belongs to the cut-out from half its opacity up.
OPAQUE: Final = 128
# What lies between is an edge that was meant soft, hair or shadow; a drawn edge has hardly any of it.
_CLEAR, _SOLID = 26, 230
# Specks of fewer pixels are dust of the cutting, not part of the picture.
_SPECK: Final = 4.0
# How far, in pixels, the drawn outline may run beside the traced one.
_TOLERANCE: Final = 0.25
_CARRIED: Final = (24, 8, 2)


def transparency(picture: Image.Image) -> tuple[Rect, float] | None:
    """The part of a decoded *picture* that holds all of its opaque pixels, in shares, and what share of its
    visible pixels is neither opaque nor clear; None for a picture without transparency.

    The part is empty where nothing is opaque.
    """
    if not has_alpha(picture):
        return None
    alpha = picture.convert("RGBA").getchannel("A")
    histogram = alpha.histogram()
    soft, solid = sum(histogram[_CLEAR:_SOLID]), sum(histogram[_SOLID:])
    box = alpha.point(lambda level: 255 if level >= OPAQUE else 0).getbbox()
    if box is None:
        return Rect(0, 0, 0, 0), 0.0
    width, height = alpha.size
    left, top, right, bottom = box
    part = Rect(left / width, top / height, (right - left) / width, (bottom - top) / height)
    return part, soft / (soft + solid)


def has_alpha(picture: Image.Image) -> bool:
    """Whether *picture* carries transparency."""
    return picture.mode in {"LA", "PA", "RGBA", "RGBa"} or "transparency" in picture.info


def check_cutout(opaque: Rect | None, shown_as: str, span: Span | None) -> None:
    """Refuse, with a `BrochureError`, to cut out a picture that has no transparency or nothing else."""
    if opaque is None:
        words = Words(
            f"`{shown_as}` has no transparency to cut it out by", f"`{shown_as}` 没有透明部分，无法去底"
        )
        hint = Words(
            "save it as a PNG with a transparent ground, or drop `cutout`",
            "请另存为底色透明的 PNG，或去掉 cutout",
        )
        raise BrochureError([error("images/no-transparency", words, span, hint)])
    if not opaque.width:
        words = Words(f"nothing in `{shown_as}` is opaque", f"`{shown_as}` 全是透明的")
        raise BrochureError([error("images/nothing-opaque", words, span)])


def outline_of(cut: Image.Image) -> Outline:
    """The outline of the opaque part of *cut* (RGBA), its holes too, in shares of its width and height.

    Each loop has the inside on its right, so that holes run the other way round.
    """
    width, height = cut.size
    loops = contours(cut.getchannel("A"), OPAQUE, _SPECK)
    return tuple(
        tuple((round(x / width, 6), round(y / height, 6)) for x, y in simplified(loop, _TOLERANCE))
        for loop in loops
    )


def carried_on(cut: Image.Image) -> Image.Image:
    """*cut* (RGBA) as RGB, its colours carried on over the edge.

    Whatever a renderer mixes at the clipping path is the picture's own colour, not paper, and the JPEG has no
    hard edge to ring at.
    """
    from PIL import Image, ImageFilter

    ground = Image.new("RGB", cut.size, "white")
    weighted = cut.convert("RGBa")
    for radius in _CARRIED:
        spread = weighted.filter(ImageFilter.GaussianBlur(radius)).convert("RGBA")
        known = spread.getchannel("A").point(lambda level: 255 if level else 0)
        ground.paste(spread.convert("RGB"), mask=known)
    ground.paste(cut.convert("RGB"), mask=cut.getchannel("A").point(lambda level: 255 if level else 0))
    return ground
