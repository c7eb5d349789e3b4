"""What picture files are, found out before any of them is used."""

import json
from pathlib import Path

import pytest
from PIL import Image

from brochure.images import survey_file
from tests.images.studio import (
    Drawer,
    exif_turned,
    photograph,
    png,
    quarters,
    refuse_to_decode,
    sheet,
    surveyed,
    written,
)

CAMERA = {
    "seeding_by_Clements_Engelhardt": (5312, 2988),
    "sunset_by_Aitzol_Berasategi": (4272, 2848),
    "picosdeeuropa_by_Aitzol_Berasategi": (3264, 2448),
    "aitzgorri_by_Aitzol_Berasategi": (3088, 2056),
    "friends_by_Aitzol_Berasategi": (2056, 3088),
    "Wine_by_Jakkub_Mede": (2560, 3837),
    "Picture_0B_by_freespace": (2572, 1740),
}


@pytest.mark.parametrize("name", CAMERA)
def test_photographs_from_a_camera_are_known_by_their_facts(name: str) -> None:
    """Real photographs: pixels, form, no profile, upright."""
    path = photograph(name)
    file = survey_file(path, path.read_bytes(), name, None)
    assert (file.pixels, file.mode, file.icc, file.orientation) == (CAMERA[name], "RGB", False, 1)


@pytest.mark.parametrize(
    ("orientation", "pixels"), [(o, (96, 64) if o < 5 else (64, 96)) for o in range(1, 9)]
)
@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF"])
def test_a_turned_picture_is_measured_upright(
    tmp_path: Path, form: str, orientation: int, pixels: tuple[int, int]
) -> None:
    """EXIF 5 to 8 lie on their side, so width and height change places, in every format that carries EXIF."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = written(sheet((1, 2, 3), size=(96, 64)), form, exif=exif)
    assert surveyed(tmp_path, data).pixels == pixels


@pytest.mark.parametrize("nonsense", [0, 9, 99, 65535])
def test_a_nonsense_orientation_is_no_turn(tmp_path: Path, nonsense: int) -> None:
    """An orientation outside 1 to 8 means nothing."""
    file = surveyed(tmp_path, exif_turned(written(quarters(), "JPEG"), nonsense))
    assert (file.orientation, file.pixels) == (1, (96, 64))


def test_damaged_exif_is_no_reason_to_refuse_a_sound_picture(tmp_path: Path) -> None:
    """EXIF cut short, and a density of nought, say nothing about the pixels."""
    jpeg = written(quarters(), "JPEG")
    cut = jpeg[:2] + b"\xff\xe1\x00\x14Exif\x00\x00II*\x00\x08\x00\x00\x00\x05\x00\x00\x00" + jpeg[2:]
    assert surveyed(tmp_path, cut).pixels == (96, 64)
    assert surveyed(tmp_path, png((1, 1), 8, 2, b"\0abc", (b"pHYs", bytes(9)))).pixels == (1, 1)


def test_facts_are_kept_under_the_files_own_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second survey of the same bytes, under whatever name, decodes nothing and says the same."""
    drawer, data = Drawer(), exif_turned(written(quarters(), "JPEG"), 6)
    first = surveyed(tmp_path, data, "a.jpg", drawer)
    refuse_to_decode(monkeypatch)
    second = surveyed(tmp_path, data, "b.jpg", drawer)
    assert (second.digest, second.pixels, second.mode) == (first.digest, (64, 96), "CMYK")
    assert [json.loads(value) for value in drawer.kept.values()] == [[64, 96, "CMYK", False, 6, None, 0.0]]


def test_the_first_of_a_cameras_two_pictures_counts(tmp_path: Path) -> None:
    """An MPO is a JPEG with previews or a second view behind it: the first picture is the one meant."""
    data = written(
        sheet((200, 0, 0), size=(40, 20)),
        "MPO",
        save_all=True,
        append_images=[sheet((0, 0, 200), size=(9, 9))],
    )
    assert surveyed(tmp_path, data).pixels == (40, 20)
