"""Colours and pictures for a screen."""

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from brochure.color import BLACK, PAPER, Cmyk
from brochure.geometry import Rect
from brochure.images import ImageFile, Raster
from brochure.images.profile import inks_in_light, srgb
from brochure.images.screen import ScreenLights, kept_for_screen, prepare_for_screen
from brochure.press import Cache
from tests.images.studio import PROFILE, WHOLE, sheet, surveyed, written

ICC = PROFILE.read_bytes()
LIGHTS = ScreenLights(icc=PROFILE, icc_digest=hashlib.sha256(ICC).hexdigest())
INCH = Rect(0, 0, 72, 72)


def pixel(raster: Raster) -> tuple[int, ...]:
    """The colour in the middle."""
    picture = Image.open(BytesIO(raster.data))
    assert picture.mode == "RGB"
    found = picture.getpixel((raster.width // 2, raster.height // 2))
    assert isinstance(found, tuple)
    return found


def shown(folder: Path, data: bytes) -> Raster:
    """A picture file made ready at an inch square."""
    return prepare_for_screen(surveyed(folder, data), WHOLE, INCH, LIGHTS)


def test_paper_is_white_and_black_is_black() -> None:
    """Bare paper is the screen's white, solid black its black, and a tint of black has no cast."""
    white, black, half = inks_in_light([PAPER, BLACK, Cmyk(0, 0, 0, 0.5)], ICC)
    assert white == pytest.approx((1, 1, 1), abs=0.01)
    assert max(black) == 0
    assert half.r == half.g == half.b
    assert 0.4 < half.r < 0.7


def test_inks_look_as_the_profile_says() -> None:
    """Cyan of FOGRA39 (L* 55, a* -37, b* -50) is 0, 158, 224 on a screen, far from the naive 0, 255, 255."""
    (cyan,) = inks_in_light([Cmyk(1, 0, 0, 0)], ICC)
    assert [round(255 * light) for light in cyan] == pytest.approx([0, 158, 224], abs=6)


def test_a_picture_keeps_the_colours_it_came_with(tmp_path: Path) -> None:
    """A green that no press can print stays as it is: it does not pass through ink."""
    assert pixel(shown(tmp_path, written(sheet((0, 230, 40), size=(300, 300)), "PNG"))) == pytest.approx(
        (0, 230, 40), abs=4
    )


def test_a_picture_in_inks_is_seen_through_the_press(tmp_path: Path) -> None:
    """CMYK without a profile looks as the press's profile says, like a panel of the same ink."""
    data = written(Image.new("CMYK", (300, 300), (255, 0, 0, 0)), "JPEG", quality=95)
    (cyan,) = inks_in_light([Cmyk(1, 0, 0, 0)], ICC)
    assert [light / 255 for light in pixel(shown(tmp_path, data))] == pytest.approx(list(cyan), abs=0.03)


def test_grey_stays_grey_and_pictures_are_no_finer_than_a_screen(tmp_path: Path) -> None:
    """An inch is 150 pixels, whatever the file has; a coarser file is not enlarged."""
    fine = shown(tmp_path, written(Image.new("L", (900, 900), 90), "PNG"))
    assert (fine.width, fine.height, fine.components, fine.inverted) == (150, 150, 3, False)
    assert pixel(fine) == pytest.approx((90, 90, 90), abs=1)
    coarse = shown(tmp_path, written(sheet((9, 9, 9), size=(60, 60)), "PNG"))
    assert (coarse.width, coarse.height) == (60, 60)


def test_a_kept_picture_is_the_same(tmp_path: Path) -> None:
    """Out of the cache come the same bytes, and not those of the press."""
    file: ImageFile = surveyed(tmp_path, written(sheet((200, 30, 40)), "PNG"))
    store = Cache(tmp_path / "cache")
    assert kept_for_screen(file, WHOLE, INCH, LIGHTS, store) is None
    made = prepare_for_screen(file, WHOLE, INCH, LIGHTS, store)
    assert kept_for_screen(file, WHOLE, INCH, LIGHTS, store) == made


def test_the_profile_has_no_date_of_its_own() -> None:
    """The profile of sRGB is the same at any time, and one that colour engines take."""
    assert srgb()[24:36] == bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    assert ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(srgb()))).startswith("sRGB")
