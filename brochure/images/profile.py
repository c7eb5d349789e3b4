"""Colour: from what a file holds to the inks of one press condition, or to a screen's lights, through one ICC
transform.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from brochure.color import BLACK, Cmyk, Rgb
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


def to_lights(
    picture: Image.Image, embedded: bytes | None, press_icc: bytes, shown_as: str, span: Span | None
) -> Image.Image:
    """*picture* (RGB, CMYK or LAB) in sRGB, the same way: never through inks where it did not come in them.

    CMYK without a profile is taken as made for the press, whose profile then says what it looks like.
    """
    from PIL import ImageCms

    if picture.mode == "RGB" and not embedded:
        return picture
    if embedded:
        check_profile(embedded, picture.mode, shown_as, span)
    source = embedded or (press_icc if picture.mode == "CMYK" else b"")
    transform = _transform(source, picture.mode, b"")
    return cast("Image.Image", ImageCms.applyTransform(picture, transform))


def inks_in_light(inks: Sequence[Cmyk], press_icc: bytes) -> list[Rgb]:
    """What *inks* on the press's paper look like, in sRGB; paper is white.

    Black alone stays neutral and its solid is the screen's black, as it is the press's.
    """
    from PIL import Image

    if not inks:
        return []
    levels = [(*(round(255 * share) for share in ink),) for ink in (BLACK, *inks)]
    strip = Image.new("CMYK", (len(levels), 1))
    strip.putdata(levels)
    lights = to_lights(strip, None, press_icc, "", None).tobytes()
    solid, *shown = (lights[at : at + 3] for at in range(0, len(lights), 3))
    darkest = sum(solid) / 3
    return [
        _neutral(sum(light) / 3, darkest) if ink.black_only else Rgb(*(level / 255 for level in light))
        for ink, light in zip(inks, shown, strict=True)
    ]


def _neutral(level: float, darkest: float) -> Rgb:
    grey = max(0.0, (level - darkest) / (255 - darkest))
    return Rgb(grey, grey, grey)


def srgb() -> bytes:
    """The profile of sRGB (IEC 61966-2-1), without the date: the library that makes it looks at the clock."""
    from PIL import ImageCms

    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[24:36] = bytes((0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))  # 1 January 2000 (ICC.1:2010, 7.2.8)
    made[84:100] = bytes(16)  # no profile ID
    return bytes(made)


@lru_cache(maxsize=8)
def _transform(embedded: bytes, mode: str, press_icc: bytes) -> ImageCms.ImageCmsTransform:
    """From the profile *embedded*, else sRGB, to the press, or to sRGB where there is none."""
    from PIL import ImageCms

    if embedded:
        source = ImageCms.ImageCmsProfile(io.BytesIO(embedded))
    else:
        source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB" if mode == "LAB" else "sRGB"))
    target = ImageCms.ImageCmsProfile(io.BytesIO(press_icc) if press_icc else ImageCms.createProfile("sRGB"))
    return ImageCms.buildTransform(
        source,
        target,
        mode,
        "CMYK" if press_icc else "RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
