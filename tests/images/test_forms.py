"""Every form pixels may come in: a stated rule each, checked by the inks that reach the plates."""

import struct
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from tests.images.studio import (
    BLACK,
    CYAN,
    Ink,
    grey_tiff,
    ink_at,
    near,
    plates,
    png,
    printed,
    quarters,
    sheet,
    written,
)

PAPER: Ink = (0, 0, 0, 0)
MIDDLE: Ink = (0, 0, 0, 127)  # grey 128 on the black plate


def black_alone(raster: Any) -> bool:
    """Whether the three coloured plates are empty, every pixel."""
    return not plates(raster)[:, :, :3].any()


# ---------------------------------------------------------------- process inks


def test_cmyk_without_a_profile_is_taken_as_it_is(tmp_path: Path) -> None:
    """Inks that come without a profile were made for this press: not a level changes but in the encoding."""
    inks = [(10, 200, 30, 40), (0, 0, 0, 0), (128, 64, 32, 16), (0, 0, 0, 255)]
    for ink in inks:
        assert near(ink_at(printed(tmp_path, written(sheet(ink, "CMYK"), "TIFF")), 0.5, 0.5), ink, 1)


def test_a_cmyk_jpeg_comes_through_adobes_inversion_unchanged(tmp_path: Path) -> None:
    """Adobe stores inks upside down; in, out and decoded again, cyan is cyan and black is black."""
    data = written(quarters(), "JPEG", quality=100, subsampling=0)
    assert b"Adobe" in data
    raster = printed(tmp_path, data)
    assert near(ink_at(raster, 0.1, 0.1), CYAN, 4)
    assert near(ink_at(raster, 0.9, 0.9), BLACK, 4)


def test_a_cmyk_jpeg_without_adobes_marker_is_not_upside_down(tmp_path: Path) -> None:
    """The marker decides, not the number of components."""
    upside_down = written(sheet((255 - 10, 255 - 200, 255 - 30, 255 - 40), "CMYK"), "JPEG", quality=100)
    marker = upside_down.index(b"\xff\xee\x00\x0eAdobe")
    bare = upside_down[:marker] + upside_down[marker + 16 :]
    assert near(ink_at(printed(tmp_path, bare), 0.5, 0.5), (10, 200, 30, 40), 3)


# ---------------------------------------------------------------- grey

GREY = {
    "8 bit": written(sheet(128, "L"), "PNG"),
    "8 bit, JPEG": written(sheet(128, "L"), "JPEG"),
    "with transparency": written(sheet((128, 255), "LA"), "PNG"),
    "with a transparent value": png((1, 1), 8, 0, b"\0\x80", (b"tRNS", b"\0\x07")),
    "16 bit, PNG": png((1, 1), 16, 0, b"\0\x80\x80"),
    "16 bit with transparency": png((1, 1), 16, 4, b"\0\x80\x80\xff\xff"),
    "16 bit, TIFF": grey_tiff(2, 16, 1, struct.pack("<HH", 0x8080, 0x8080)),
    "16 bit, white is nought": grey_tiff(2, 16, 0, struct.pack("<HH", 0x7F7F, 0x7F7F)),
    "4 bit": grey_tiff(2, 4, 1, b"\x88"),
}


@pytest.mark.parametrize("form", GREY)
def test_grey_prints_in_black_alone(tmp_path: Path, form: str) -> None:
    """Grey, however it is stored, goes onto the black plate and no other: no misregister can tint it."""
    raster = printed(tmp_path, GREY[form])
    wanted = (0, 0, 0, 255 - 0x88) if form == "4 bit" else MIDDLE
    assert near(ink_at(raster, 0, 0), wanted, 1)
    assert black_alone(raster)


def test_sixteen_bits_are_scaled_not_cut_off(tmp_path: Path) -> None:
    """A wedge from nought to 65535 has its middle grey in the middle, and all its steps."""
    row = struct.pack("<256H", *(value * 257 for value in range(256)))
    found = plates(printed(tmp_path, grey_tiff(256, 16, 1, row, repeat=16)))[8, :, 3]
    assert [int(black) for black in found[::51]] == pytest.approx([255, 204, 153, 102, 51, 0], abs=2)


def test_bare_black_and_white_prints_black_and_white(tmp_path: Path) -> None:
    """A 1-bit picture: full black on the black plate, and bare paper."""
    line = sheet(1, "1", (32, 32))
    line.paste(0, (0, 0, 16, 32))
    raster = printed(tmp_path, written(line, "PNG"))
    assert near(ink_at(raster, 0.1, 0.5), BLACK, 1)
    assert near(ink_at(raster, 0.9, 0.5), PAPER, 1)
    assert black_alone(raster)


# ---------------------------------------------------------------- transparency


def _clear(mode: str, colour: Any) -> Image.Image:
    """Left half as *colour* says, right half wholly transparent."""
    picture = sheet(colour, mode)
    picture.paste((0,) * len(colour), (16, 0, 32, 32))
    return picture


def test_what_is_transparent_stands_on_paper_white(tmp_path: Path) -> None:
    """RGBA and grey with alpha: clear parts print nothing, half-clear black prints as middle grey."""
    colour = printed(tmp_path, written(_clear("RGBA", (0, 90, 200, 255)), "PNG"))
    solid = printed(tmp_path, written(sheet((0, 90, 200)), "PNG"))
    assert near(ink_at(colour, 0.1, 0.5), ink_at(solid, 0.1, 0.5), 2)
    assert near(ink_at(colour, 0.9, 0.5), PAPER, 1)
    grey = printed(tmp_path, written(_clear("LA", (0, 128)), "PNG"))
    assert near(ink_at(grey, 0.1, 0.5), (0, 0, 0, 128), 1)
    assert near(ink_at(grey, 0.9, 0.5), PAPER, 1)
    assert black_alone(grey)


def test_a_palette_prints_its_colours_and_its_transparency(tmp_path: Path) -> None:
    """A palette is RGB by numbers; an entry that is transparent prints nothing."""
    picture = Image.new("P", (32, 32), 1)
    picture.putpalette([0, 0, 0, 0, 90, 200])
    picture.paste(0, (16, 0, 32, 32))
    clear = printed(tmp_path, written(picture, "PNG", transparency=0))
    solid = ink_at(printed(tmp_path, written(sheet((0, 90, 200)), "PNG")), 0.1, 0.5)
    assert near(ink_at(clear, 0.1, 0.5), solid, 2)
    assert near(ink_at(clear, 0.9, 0.5), PAPER, 1)
    opaque = printed(tmp_path, written(picture, "PNG"))
    assert sum(ink_at(opaque, 0.9, 0.5)) > 2.5 * 255


def test_a_transparent_rgb_value_is_transparent(tmp_path: Path) -> None:
    """An RGB picture may name one value as transparent (PNG, 11.3.2)."""
    pixel = bytes((9, 9, 9))
    raster = printed(tmp_path, png((1, 1), 8, 2, b"\0" + pixel, (b"tRNS", b"\0\x09\0\x09\0\x09")))
    assert near(ink_at(raster, 0, 0), PAPER, 1)


# ---------------------------------------------------------------- RGB and Lab


def test_sixteen_bit_rgb_prints_as_eight_bit_rgb(tmp_path: Path) -> None:
    """The lower eight bits are finer than any plate."""
    deep = printed(tmp_path, png((1, 1), 16, 2, b"\0" + struct.pack(">3H", 0x2020, 0x8080, 0xE0E0)))
    assert near(
        ink_at(deep, 0, 0), ink_at(printed(tmp_path, written(sheet((0x20, 0x80, 0xE0)), "PNG")), 0, 0), 1
    )


@pytest.mark.parametrize("colour", [(255, 255, 255), (128, 128, 128), (200, 40, 40), (40, 60, 160)])
def test_lab_prints_the_colour_it_names(tmp_path: Path, colour: tuple[int, int, int]) -> None:
    """A Lab TIFF of an sRGB colour prints as that colour does."""
    rgb = sheet(colour)
    to_lab = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
    )
    lab = ImageCms.applyTransform(rgb, to_lab)
    assert lab is not None
    lab.info.clear()
    found = ink_at(printed(tmp_path, written(lab, "TIFF")), 0.5, 0.5)
    assert near(found, ink_at(printed(tmp_path, written(rgb, "TIFF")), 0.5, 0.5), 8)


def test_white_is_bare_paper(tmp_path: Path) -> None:
    """RGB white prints nothing: relative colorimetric, paper is the white."""
    assert near(ink_at(printed(tmp_path, written(sheet((255, 255, 255)), "JPEG")), 0.5, 0.5), PAPER, 1)
