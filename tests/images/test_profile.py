"""Colour profiles: honoured where they can be, refused where they cannot."""

import struct
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from tests.images.studio import (
    PROFILE,
    ink_at,
    near,
    photograph,
    plates,
    printed,
    quarters,
    sheet,
    survey_faults,
    surveyed,
    written,
)

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
LAB = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()


def tags(profile: bytes) -> dict[bytes, tuple[int, int, int]]:
    """Each tag of a profile: the place of its entry, its offset, its size (ICC.1, 7.3)."""
    (count,) = struct.unpack_from(">I", profile, 128)
    entries = (struct.unpack_from(">4sII", profile, 132 + 12 * index) for index in range(count))
    return {name: (132 + 12 * index, at, size) for index, (name, at, size) in enumerate(entries)}


def with_channels_swapped(profile: bytes) -> bytes:
    """The profile with red and blue in each other's place."""
    red, blue = tags(profile)[b"rXYZ"][0], tags(profile)[b"bXYZ"][0]
    swapped = bytearray(profile)
    swapped[red : red + 4], swapped[blue : blue + 4] = b"bXYZ", b"rXYZ"
    return bytes(swapped)


def with_green_of_adobe_rgb(profile: bytes) -> bytes:
    """The profile with the wider green of Adobe RGB (1998), D50: X 0.20528, Y 0.62567, Z 0.06087."""
    _, at, _ = tags(profile)[b"gXYZ"]
    green = struct.pack(">3i", *(round(value * 65536) for value in (0.20528, 0.62567, 0.06087)))
    return profile[: at + 8] + green + profile[at + 20 :]


def without_tags(profile: bytes) -> bytes:
    """The profile's header, and nothing behind it."""
    return profile[:128] + bytes(4)


def test_an_embedded_profile_decides_what_the_numbers_mean(tmp_path: Path) -> None:
    """With red and blue changed about in its profile, a red picture prints as a blue one."""
    swapped = with_channels_swapped(SRGB)
    red_called_blue = printed(tmp_path, written(sheet((220, 30, 40)), "PNG", icc_profile=swapped))
    blue = printed(tmp_path, written(sheet((40, 30, 220)), "PNG"))
    assert near(ink_at(red_called_blue, 0.5, 0.5), ink_at(blue, 0.5, 0.5), 2)


def test_a_wider_green_prints_more_saturated(tmp_path: Path) -> None:
    """The same numbers with Adobe RGB's green are a stronger green: more cyan and more yellow."""
    green, wider = sheet((90, 200, 90)), with_green_of_adobe_rgb(SRGB)
    narrow = ink_at(printed(tmp_path, written(green, "TIFF", icc_profile=SRGB)), 0.5, 0.5)
    wide = ink_at(printed(tmp_path, written(green, "TIFF", icc_profile=wider)), 0.5, 0.5)
    assert wide[0] > narrow[0] + 20
    assert wide[2] > narrow[2] + 5


def test_rgb_without_a_profile_is_srgb(tmp_path: Path) -> None:
    """What cameras and the web mean when they say nothing."""
    bare = printed(tmp_path, written(sheet((90, 120, 60)), "PNG"))
    named = printed(tmp_path, written(sheet((90, 120, 60)), "PNG", icc_profile=SRGB))
    assert near(ink_at(bare, 0.5, 0.5), ink_at(named, 0.5, 0.5), 1)


def test_a_photograph_with_its_profile_prints_as_without_srgb(tmp_path: Path) -> None:
    """A real photograph, once bare and once with sRGB written into it: the same plates."""
    with Image.open(photograph("life_by_Aitzol_Berasategi")) as opened:
        part = opened.resize((386, 257))
    bare = plates(printed(tmp_path, written(part, "TIFF")))
    named = plates(printed(tmp_path, written(part, "TIFF", icc_profile=SRGB)))
    apart = abs(bare - named)
    assert apart.mean() < 0.2
    assert apart.max() <= 12  # what two encodings of one pixel may differ by


def test_the_presss_own_profile_changes_no_ink(tmp_path: Path) -> None:
    """CMYK that says it was made for this press is taken as it is: black type in it stays black alone."""
    data = written(quarters(), "TIFF", icc_profile=PROFILE.read_bytes())
    assert near(ink_at(printed(tmp_path, data), 0.9, 0.9), (0, 0, 0, 255), 1)
    assert surveyed(tmp_path, data).icc


BROKEN = {
    "noise": b"\x93" * 4000,
    "cut": SRGB[:200],
    "header alone": without_tags(SRGB),
}


@pytest.mark.parametrize("case", BROKEN)
@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF"])
def test_a_broken_profile_is_refused(case: str, form: str) -> None:
    """Nobody knows the colours: an error when the picture is surveyed, not when the press waits."""
    (finding,) = survey_faults(written(sheet((1, 2, 3)), form, icc_profile=BROKEN[case]))
    assert finding.code == "images/bad-profile"
    assert "is broken" in finding.message.en
    assert finding.suggestion is not None


WRONG: dict[str, tuple[str, Any, bytes, str]] = {
    "CMYK profile, RGB pixels": ("RGB", (1, 2, 3), PROFILE.read_bytes(), "is for CMYK, the pixels are RGB"),
    "RGB profile, CMYK pixels": ("CMYK", (1, 2, 3, 4), SRGB, "is for RGB, the pixels are CMYK"),
    "Lab profile, RGB pixels": ("RGB", (1, 2, 3), LAB, "is for Lab, the pixels are RGB"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_profile_of_another_space_is_refused(case: str) -> None:
    """A profile for other channels than the picture has."""
    mode, colour, profile, words = WRONG[case]
    (finding,) = survey_faults(written(sheet(colour, mode), "TIFF", icc_profile=profile))
    assert (finding.code, words in finding.message.en) == ("images/bad-profile", True)


def test_grey_needs_no_profile(tmp_path: Path) -> None:
    """Scanners write an RGB profile into grey pictures; grey goes onto the black plate as it is."""
    data = written(sheet(100, "L"), "TIFF", icc_profile=SRGB)
    assert near(ink_at(printed(tmp_path, data), 0.5, 0.5), (0, 0, 0, 155), 1)
