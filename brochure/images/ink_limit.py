"""The ink limit, kept by the JPEG as it will be decoded: rounding lifts single pixels above what went in."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from PIL import Image

QUALITY: Final = 92
# What encoding adds to a dark, detailed picture at this quality (print-production 5.3: 308 % from 298 %);
# where it adds more, a second round finds out.
_HEADROOM: Final = 0.14
# No JPEG of this quality has been seen to add as much: a picture this far below the limit is encoded once.
_SAFE: Final = 0.30
# Decoders may differ by one level on each of four plates (ITU-T T.83).
_DECODERS: Final = 4
_TILE: Final = 128
_ROUNDS: Final = 8


def encoded(cmyk: Image.Image, limit: float) -> bytes:
    """*cmyk* as a JPEG with full chroma that decodes to no pixel above *limit*, a share (3.0 is 300 %)."""
    top = int(limit * 255)
    if most_ink(cmyk) <= top - int(_SAFE * 255):
        return _jpeg(cmyk)
    cap, data = top - int(_HEADROOM * 255), b""
    for _ in range(_ROUNDS):
        data = _jpeg(within(cmyk, cap))
        excess = most_ink(_decoded(data)) + _DECODERS - top
        if excess <= 0:
            break
        cap -= excess + _DECODERS
    return data


def most_ink(cmyk: Image.Image) -> int:
    """The most ink any pixel carries, four plates' levels (0 to 255 each) added up; at most 4 too high."""
    from PIL import ImageChops

    cyan, magenta, yellow, black = cmyk.split()
    quarter = ImageChops.add(
        ImageChops.add(cyan, magenta, scale=2), ImageChops.add(yellow, black, scale=2), scale=2
    )
    high = quarter.getextrema()[1]
    return 4 * int(high) + 4  # type: ignore[arg-type]  # one band: one pair


def within(cmyk: Image.Image, top: int) -> Image.Image:
    """*cmyk* with no pixel above *top* (levels added up): C, M and Y give way in proportion, K stays."""
    limited = cmyk.copy()
    for y in range(0, cmyk.height, _TILE):
        for x in range(0, cmyk.width, _TILE):
            box = (x, y, min(x + _TILE, cmyk.width), min(y + _TILE, cmyk.height))
            tile = cmyk.crop(box)
            if most_ink(tile) > top:
                limited.paste(_limited(tile, top), box)
    return limited


def _limited(tile: Image.Image, top: int) -> Image.Image:
    from PIL import Image, ImageMath

    cyan, magenta, yellow, black = tile.split()
    plates = {"c": cyan, "m": magenta, "y": yellow, "k": black}

    def given_way(band: Image.Image) -> Image.Image:
        less: Image.Image = ImageMath.lambda_eval(lambda of: _less(of, top), band=band, **plates)
        return less

    return Image.merge("CMYK", (given_way(cyan), given_way(magenta), given_way(yellow), black))


def _less(of: dict[str, Any], top: int) -> Any:
    """A band less its share, rounded up, of what the four plates hold above *top*."""
    colour = of["c"] + of["m"] + of["y"]
    above = of["max"](colour + of["k"] - top, 0)
    colour = of["max"](colour, 1)
    share = (above * of["band"] + colour - 1) / colour
    return of["convert"](of["band"] - of["min"](of["band"], share), "L")


def _jpeg(cmyk: Image.Image) -> bytes:
    # Subsampling would keep C and halve M, Y and K. A comment in the source would travel along.
    out = io.BytesIO()
    cmyk.save(out, "JPEG", quality=QUALITY, subsampling=0, comment=b"")
    return out.getvalue()


def _decoded(data: bytes) -> Image.Image:
    from PIL import Image

    return Image.open(io.BytesIO(data), formats=("JPEG",))
