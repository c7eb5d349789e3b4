"""What the picture files are, before any of them is used: format, pixels, colour, turn; every fault named.

Only JPEG, PNG and TIFF are let in, and no picture is decoded before its pixel count is known: a list of
formats is worth more than any repair behind it.
"""

from __future__ import annotations

import io
import json
import warnings
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from brochure.diagnostics import BrochureError, Diagnostic, Span, Words, error
from brochure.geometry import Rect
from brochure.images.form import turned, worked_form
from brochure.images.profile import check_profile
from brochure.values import dataclass

if TYPE_CHECKING:
    from PIL import Image

FORMATS = ("JPEG", "PNG", "TIFF")
MOST_BYTES = 200_000_000
MOST_PIXELS = 200_000_000
LONGEST_SIDE = 30_000
_SURVEY_VERSION = 3
# EXIF orientations from here on turn the picture by a quarter.
_LYING = 5
_PNG_END = b"IEND\xaeB`\x82"


class Store(Protocol):
    """A place where finished work is kept by key; what it gives back is whole or None."""

    def get(self, key: str) -> bytes | None:
        """What was put under *key*."""

    def put(self, key: str, value: bytes) -> None:
        """Keep *value* under *key*."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageFile:
    """A picture file on disk, *name* as the content calls it. *pixels* are width and height once turned
    upright; *mode* is Pillow's name of its pixel form.

    *digest* is the sha256 of the file; *icc* says whether it carries a colour profile; *orientation* is
    EXIF's, 1 for upright. *opaque* is the part of the upright picture, in shares, outside which it is
    transparent (None: it has no transparency), *soft* the share of what shows that is neither opaque nor
    clear.
    """

    name: str
    path: Path
    digest: str
    pixels: tuple[int, int]
    mode: str
    icc: bool
    orientation: int
    opaque: Rect | None = None
    soft: float = 0.0


def survey_file(
    path: Path, data: bytes, shown_as: str, span: Span | None, store: Store | None = None
) -> ImageFile:
    """The facts about the picture in *data*, which was read from *path* and is called *shown_as* in messages.

    Facts are kept in *store* under the file's own digest. Raises `BrochureError` when the file is no
    picture that can be printed.
    """
    digest = sha256(data).hexdigest()
    key = f"picture-facts-{_SURVEY_VERSION}-{digest}"
    kept = store.get(key) if store else None
    facts = _Facts(*json.loads(kept)) if kept is not None else _facts(data, shown_as, span)
    if store and kept is None:
        store.put(key, json.dumps(facts).encode())
    return ImageFile(
        name=shown_as,
        path=path,
        digest=digest,
        pixels=(facts.width, facts.height),
        mode=facts.mode,
        icc=facts.icc,
        orientation=facts.orientation,
        opaque=Rect(*facts.opaque) if facts.opaque else None,
        soft=facts.soft,
    )


class _Facts(NamedTuple):
    """What the header of a picture says; width and height are those of the upright picture."""

    width: int
    height: int
    mode: str
    icc: bool
    orientation: int
    opaque: tuple[float, float, float, float] | None = None
    soft: float = 0.0


def _facts(data: bytes, shown_as: str, span: Span | None) -> _Facts:
    """By looking at the header first and decoding once after that.

    A damaged file is found here, not on the press.
    """
    try:
        with open_picture(data) as picture:
            _refuse(_size_fault(picture.size, shown_as, span))
            _refuse(_form_fault(picture, shown_as, span))
            form, mode, embedded = worked_form(picture), picture.mode, picture.info.get("icc_profile")
            picture.load()
            if picture.format == "PNG" and _PNG_END not in data:
                raise EOFError  # noqa: TRY301  # Pillow is content once it has all rows
            orientation = _orientation(picture)
            width, height = picture.size if orientation < _LYING else picture.size[::-1]
            if embedded and form != "L":
                check_profile(embedded, form or "", shown_as, span)
            opaque, soft = _transparency(picture, orientation)
            return _Facts(width, height, mode, bool(embedded), orientation, opaque, soft)
    except BrochureError:
        raise
    except Exception:  # noqa: BLE001  # Pillow's decoders raise almost anything; each means: not printable
        raise BrochureError([_unreadable(data, shown_as, span)]) from None


def _transparency(picture: Image.Image, orientation: int) -> tuple[Rect | None, float]:
    """What of the upright picture is opaque, and how much of it is neither that nor clear."""
    from brochure.images.cutout import has_alpha, transparency

    found = transparency(turned(picture, orientation)) if has_alpha(picture) else None
    return found or (None, 0.0)


def open_picture(data: bytes) -> Image.Image:
    """The picture in *data*, its header read, nothing decoded."""
    from PIL import Image  # 60 ms of import, needed only when a picture is new

    Image.MAX_IMAGE_PIXELS = None  # our own limits are checked before decoding, with our own words
    # what Pillow remarks about odd metadata is no business of the author's
    warnings.filterwarnings("ignore", module="PIL")
    return Image.open(io.BytesIO(data), formats=FORMATS)


def _orientation(picture: Image.Image) -> int:
    """EXIF orientation of a decoded picture, 1 where it is absent or nonsense; a TIFF's own turn Pillow has
    carried out, and it says 1.
    """
    value = picture.getexif().get(0x0112, 1)
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _refuse(finding: Diagnostic | None) -> None:
    if finding:
        raise BrochureError([finding])


def _size_fault(size: tuple[int, int], shown_as: str, span: Span | None) -> Diagnostic | None:
    width, height = size
    if width * height <= MOST_PIXELS and max(size) <= LONGEST_SIDE and min(size) > 0:
        return None
    most = MOST_PIXELS // 10**6
    return error(
        "images/too-large",
        Words(
            f"`{shown_as}` has {width} × {height} pixels; at most {most} million, {LONGEST_SIDE} a side",
            f"`{shown_as}` 为 {width} × {height} 像素；最多 {most} 百万像素，边长不超过 {LONGEST_SIDE}",
        ),
        span,
        Words(
            "save it smaller: a full page needs about 2600 × 3500", "请缩小后另存：整页大约只需 2600 × 3500"
        ),
    )


def _form_fault(picture: Image.Image, shown_as: str, span: Span | None) -> Diagnostic | None:
    if getattr(picture, "n_frames", 1) > 1 and picture.format != "MPO":
        return error(
            "images/many-frames",
            Words(f"`{shown_as}` holds several pictures or an animation", f"`{shown_as}` 含多幅图像或动画"),
            span,
            Words("save the one that is meant as a file of its own", "请把要用的一幅另存为单独的文件"),
        )
    if worked_form(picture) is None:
        return error(
            "images/unknown-form",
            Words(
                f"`{shown_as}` has pixels of a form no press takes ({picture.mode})",
                f"`{shown_as}` 的像素格式（{picture.mode}）无法印刷",
            ),
            span,
            Words("save it as 8-bit RGB, grey or CMYK", "请另存为 8 位 RGB、灰度或 CMYK"),
        )
    return None


_OTHER_KINDS = (
    (b"%!PS", "EPS"),
    (b"%PDF", "PDF"),
    (b"GIF8", "GIF"),
    (b"RIFF", "WebP"),
    (b"BM", "BMP"),
    (b"<svg", "SVG"),
    (b"<?xml", "SVG or XML"),
    (b"<!doctype", "HTML"),
    (b"<html", "HTML"),
    (b"8BPS", "PSD"),
)


def _begins(head: bytes, mark: bytes) -> bool:
    """Whether *head* begins with *mark*; markup may be in capitals."""
    return (head.lower() if mark.startswith(b"<") else head).startswith(mark)


def _unreadable(data: bytes, shown_as: str, span: Span | None) -> Diagnostic:
    """Why *data* is no picture for the press."""
    save = Words("save it as JPEG, PNG or TIFF", "请另存为 JPEG、PNG 或 TIFF")
    if not data:
        return error("images/empty", Words(f"`{shown_as}` is empty", f"`{shown_as}` 是空文件"), span, save)
    head = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    kind = next((name for mark, name in _OTHER_KINDS if _begins(head, mark)), "")
    if data[4:12] in (b"ftypavif", b"ftypheic", b"ftypmif1", b"ftypheix"):
        kind = "HEIC/AVIF"
    if kind:
        return error(
            "images/not-a-picture",
            Words(
                f"`{shown_as}` is {kind}, not JPEG, PNG or TIFF",
                f"`{shown_as}` 是 {kind} 文件，不是 JPEG、PNG 或 TIFF",
            ),
            span,
            save,
        )
    if data[:3] == b"\xff\xd8\xff" or data[:4] in (b"\x89PNG", b"II*\0", b"MM\0*"):
        return error(
            "images/damaged",
            Words(f"`{shown_as}` is damaged or cut short", f"`{shown_as}` 已损坏或不完整"),
            span,
            Words(
                "copy it again from the camera, or export it once more as 8-bit RGB or CMYK",
                "请从相机重新复制，或重新导出为 8 位 RGB 或 CMYK",
            ),
        )
    return error(
        "images/not-a-picture",
        Words(
            f"`{shown_as}` is not a JPEG, PNG or TIFF picture", f"`{shown_as}` 不是 JPEG、PNG 或 TIFF 图片"
        ),
        span,
        save,
    )
