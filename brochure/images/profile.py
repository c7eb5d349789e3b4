"""Colour: from what a file holds to the inks of one press condition, through one ICC transform."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from brochure.diagnostics import BrochureError, Diagnostic, Span, Words, error

if TYPE_CHECKING:
    from PIL import Image, ImageCms

_SPACES = {"RGB ": "RGB", "CMYK": "CMYK", "GRAY": "L", "Lab ": "LAB"}


def to_inks(
    picture: Image.Image, embedded: bytes | None, press_icc: bytes, shown_as: str, span: Span | None
) -> Image.Image:
    """*picture* (RGB, CMYK or LAB) in the inks of the press profile, relative colorimetric with black point
    compensation.

    An RGB picture without a profile is sRGB; CMYK without one is taken as made for this press. Raises
    `BrochureError` for a profile that is broken or of another colour space than the pixels.
    """
    if picture.mode == "CMYK" and not embedded:
        return picture
    from PIL import ImageCms

    source = _checked(embedded, picture.mode, shown_as, span) if embedded else None
    transform = _transform(None if source is None else embedded, picture.mode, press_icc)
    # never None: that is the answer to a transform in place
    return cast("Image.Image", ImageCms.applyTransform(picture, transform))


def _checked(embedded: bytes, mode: str, shown_as: str, span: Span | None) -> bytes:
    """*embedded* once it is known to be a profile for pixels of *mode*."""
    from PIL import ImageCms

    try:
        space = ImageCms.ImageCmsProfile(io.BytesIO(embedded)).profile.xcolor_space
    except (OSError, ImageCms.PyCMSError):
        raise BrochureError([_bad_profile(shown_as, span, "is broken", "已损坏")]) from None
    if _SPACES.get(space) != mode:
        raise BrochureError(
            [
                _bad_profile(
                    shown_as,
                    span,
                    f"is for {space.strip()}, the pixels are {mode}",
                    f"属于 {space.strip()}，而像素是 {mode}",
                )
            ]
        )
    return embedded


def _bad_profile(shown_as: str, span: Span | None, en: str, zh: str) -> Diagnostic:
    return error(
        "images/bad-profile",
        Words(f"the colour profile inside `{shown_as}` {en}", f"`{shown_as}` 内嵌的色彩特性文件{zh}"),
        span,
        Words(
            "open it in an image editor, convert to sRGB, and save again", "请在图像软件中转换为 sRGB 后另存"
        ),
    )


@lru_cache(maxsize=8)
def _transform(embedded: bytes | None, mode: str, press_icc: bytes) -> ImageCms.ImageCmsTransform:
    from PIL import ImageCms

    if embedded:
        source = ImageCms.ImageCmsProfile(io.BytesIO(embedded))
    else:
        source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB" if mode == "LAB" else "sRGB"))
    return ImageCms.buildTransform(
        source,
        ImageCms.ImageCmsProfile(io.BytesIO(press_icc)),
        mode,
        "CMYK",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
