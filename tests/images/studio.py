"""Pictures made for tests, real ones from a camera, and what printing makes of them."""

import io
import struct
import zlib
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest
from PIL import Image

from brochure.diagnostics import Diagnostic, Span
from brochure.geometry import Rect
from brochure.images import ImageFile, PressInks, Raster, Store, prepare, survey_file
from brochure.shipped import shelf
from tests.source.findings import faults_of

WHOLE: Final = Rect(0, 0, 1, 1)
SPAN: Final = Span("content.yaml", 7, 13, 7, 24)
PROFILE: Final = shelf("layouts") / "conditions" / "ISOcoated_v2_300_bas.icc"
_CAMERA: Final = Path("/usr/share/backgrounds")

Ink = tuple[int, int, int, int]


@cache
def press(total_ink: float = 3.0) -> PressInks:
    """The shipped press condition, as preparing sees it."""
    digest = sha256(PROFILE.read_bytes()).hexdigest()
    return PressInks(icc=PROFILE, icc_digest=digest, total_ink=total_ink, ppi=300.0)


def photograph(name: str) -> Path:
    """A photograph from the Debian package of photographs; the test fails where it is not installed."""
    path = _CAMERA / f"{name}.jpg"
    if not path.is_file():
        pytest.fail(f"the photograph `{path}` is not installed: run tools/referees.sh", pytrace=False)
    return path


def written(picture: Image.Image, form: str, **options: Any) -> bytes:
    """*picture* as a file of *form*."""
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def surveyed(folder: Path, data: bytes, name: str = "a.jpg", store: Store | None = None) -> ImageFile:
    """The facts about *data*, kept in *folder* as *name*."""
    path = folder / name
    path.write_bytes(data)
    return survey_file(path, data, name, SPAN, store)


def survey_faults(data: bytes, name: str = "a.jpg") -> tuple[Diagnostic, ...]:
    """What surveying *data* finds."""
    return faults_of(lambda: survey_file(Path(name), data, name, SPAN))


def placed(pixels: tuple[int, int], share: float = 1.0) -> Rect:
    """The box in which a picture of so many pixels prints at 300 ppi, times *share*."""
    return Rect(0, 0, pixels[0] * share * 72 / 300, pixels[1] * share * 72 / 300)


def printed(
    folder: Path, data: bytes, *, crop: Rect = WHOLE, share: float = 1.0, inks: PressInks | None = None
) -> Raster:
    """*data* prepared at 300 ppi, *share* of its own size."""
    file = surveyed(folder, data)
    shown = (round(file.pixels[0] * crop.width), round(file.pixels[1] * crop.height))
    return prepare(file, crop, placed(shown, share), inks or press(), None, SPAN)


def plates(raster: Raster) -> "np.ndarray[Any, np.dtype[np.int64]]":
    """The four plates of a prepared picture as a decoder gives them: rows, columns, C M Y K from 0 to 255."""
    return np.asarray(Image.open(io.BytesIO(raster.data))).astype(np.int64)


def ink_at(raster: Raster, x: float, y: float) -> Ink:
    """The inks at a place of a prepared picture, in shares of its width and height."""
    found = plates(raster)[int(y * raster.height), int(x * raster.width)]
    cyan, magenta, yellow, black = (int(plate) for plate in found)
    return cyan, magenta, yellow, black


def near(found: Ink, wanted: Ink, slack: int = 3) -> bool:
    """Whether two inks are the same but for what a JPEG may round."""
    return all(abs(a - b) <= slack for a, b in zip(found, wanted, strict=True))


CYAN: Final[Ink] = (255, 0, 0, 0)
MAGENTA: Final[Ink] = (0, 255, 0, 0)
YELLOW: Final[Ink] = (0, 0, 255, 0)
BLACK: Final[Ink] = (0, 0, 0, 255)


def quarters(width: int = 96, height: int = 64) -> Image.Image:
    """Solid inks in the corners: cyan top left, magenta top right, yellow bottom left, black bottom right."""
    picture = Image.new("CMYK", (width, height), CYAN)
    picture.paste(MAGENTA, (width // 2, 0, width, height // 2))
    picture.paste(YELLOW, (0, height // 2, width // 2, height))
    picture.paste(BLACK, (width // 2, height // 2, width, height))
    return picture


def sheet(colour: Any, mode: str = "RGB", size: tuple[int, int] = (32, 32)) -> Image.Image:
    """A picture of one colour."""
    return Image.new(mode, size, colour)


# ---------------------------------------------------------------- files that Pillow does not write


def png(size: tuple[int, int], depth: int, kind: int, rows: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG with the given header (ISO 15948, 11.2.2), further *chunks*, and *rows* as its pixels."""
    head = struct.pack(">IIBBBBB", *size, depth, kind, 0, 0, 0)
    parts = [(b"IHDR", head), *chunks, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )


def grey_tiff(width: int, bits: int, photometric: int, row: bytes, *, repeat: int = 1) -> bytes:
    """A little-endian TIFF of one grey channel (TIFF 6.0, section 4), its one row *repeat* times."""
    pixels = row * repeat
    tags = (
        (256, 3, width),
        (257, 3, repeat),
        (258, 3, bits),
        (259, 3, 1),
        (262, 3, photometric),
        (273, 4, 8),
        (277, 3, 1),
        (278, 3, repeat),
        (279, 4, len(pixels)),
    )
    padded = pixels + b"\0" * (len(pixels) % 2)
    entries = b"".join(struct.pack("<HHII", number, kind, 1, value) for number, kind, value in tags)
    return (
        b"II*\0"
        + struct.pack("<I", 8 + len(padded))
        + padded
        + struct.pack("<H", len(tags))
        + entries
        + b"\0\0\0\0"
    )


def exif_turned(jpeg: bytes, orientation: int) -> bytes:
    """*jpeg* with an EXIF orientation written before everything else; not a pixel changes."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    body = exif.tobytes()
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + jpeg[2:]


class Drawer:
    """A store in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """What was put there."""
        return self.kept.get(key)

    def put(self, key: str, value: bytes) -> None:
        """Keep it."""
        self.kept[key] = value


def refuse_to_decode(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on, decoding any picture fails the test."""

    def decode(*_: object, **__: object) -> None:
        pytest.fail("a picture was decoded")

    monkeypatch.setattr(Image, "open", decode)
