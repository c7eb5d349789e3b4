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

    An RGB picture without a profile is sRGB; CMYK without one, or with the press's own, is taken as made for
    this press: a way through Lab and back would share out its black anew. Raises
    `BrochureError` for a profile that is broken or of another colour space than the pixels.
    """
    if picture.mode == "CMYK" and embedded in (None, b"", press_icc):
        return picture
    from PIL import ImageCms

    if embedded:
        check_profile(embedded, picture.mode, shown_as, span)
    transform = _transform(embedded or b"", picture.mode, press_icc)
    # never None: that is the answer to a transform in place
    return cast("Image.Image", ImageCms.applyTransform(picture, transform))


def check_profile(embedded: bytes, form: str, shown_as: str, span: Span | None) -> None:
    """Refuse a profile that cannot be used, or not with pixels of *form*, with a `BrochureError`."""
    from PIL import ImageCms

    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(embedded))
        space = profile.profile.xcolor_space
        if _SPACES.get(space) == form:
            ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), form, "RGB")
            return
    except (OSError, ImageCms.PyCMSError):
        raise BrochureError([_bad_profile(shown_as, span, "is broken", "已损坏")]) from None
    en, zh = f"is for {space.strip()}, the pixels are {form}", f"属于 {space.strip()}，而像素是 {form}"
    raise BrochureError([_bad_profile(shown_as, span, en, zh)])


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
def _transform(embedded: bytes, mode: str, press_icc: bytes) -> ImageCms.ImageCmsTransform:
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
