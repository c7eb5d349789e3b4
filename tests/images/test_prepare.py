"""Pictures made ready for the press: the right part, upright, at the right size, in one repeatable file."""

import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from brochure.diagnostics import MachineError
from brochure.geometry import Rect
from brochure.images import effective_ppi, prepare, printed_pixels
from brochure.inspection.rules_pictures import jpeg_facts
from brochure.pagination.pictures import crop_to
from tests.images.studio import (
    BLACK,
    CYAN,
    MAGENTA,
    SPAN,
    WHOLE,
    YELLOW,
    Ink,
    exif_turned,
    ink_at,
    near,
    photograph,
    placed,
    plates,
    press,
    printed,
    quarters,
    sheet,
    surveyed,
    written,
)
from tests.source.findings import faults_of

# ---------------------------------------------------------------- size


@given(
    st.tuples(st.integers(1, 12_000), st.integers(1, 12_000)),
    st.floats(1, 2000),
    st.floats(1, 2000),
)
def test_a_picture_is_made_at_the_presss_resolution_and_never_enlarged(
    pixels: tuple[int, int], width: float, height: float
) -> None:
    """300 pixels an inch where the picture has them, else what it has; its proportions stay."""
    box = Rect(0, 0, width, height)
    crop = crop_to(pixels, box, (0.5, 0.5))
    made = printed_pixels(pixels, crop, box, 300)
    assert made[0] <= max(1, pixels[0] * crop.width + 0.5)
    assert made[1] <= max(1, pixels[1] * crop.height + 0.5)
    if effective_ppi(pixels, crop, box) >= 300.001:
        assert made == (max(1, round(width / 72 * 300)), max(1, round(height / 72 * 300)))
    if min(made) > 1:
        assert made[0] / width == pytest.approx(made[1] / height, abs=0.51 / width + 0.51 / height)


def test_resolution_is_pixels_over_placed_size() -> None:
    """1200 pixels across four inches are 300 ppi; half of them shown, 150; the coarser axis counts (37)."""
    box = Rect(0, 0, 4 * 72, 2 * 72)
    assert effective_ppi((1200, 600), WHOLE, box) == 300
    assert effective_ppi((1200, 600), Rect(0.5, 0.5, 0.5, 0.5), box) == 150
    assert effective_ppi((1200, 500), WHOLE, box) == 250


def test_a_large_picture_is_reduced_to_its_place(tmp_path: Path) -> None:
    """A photograph of 3088 × 2056 in a box of 72 × 48 points: an inch across, 300 × 200 pixels."""
    data = photograph("life_by_Aitzol_Berasategi").read_bytes()
    file = surveyed(tmp_path, data)
    raster = prepare(file, Rect(0, 0, 1, 3088 * 2 / 3 / 2056), Rect(0, 0, 72, 48), press())
    assert (raster.width, raster.height, raster.components) == (300, 200, 4)
    assert jpeg_facts(raster.data)[0][1:] == (200, 300)


def test_a_small_picture_keeps_its_pixels(tmp_path: Path) -> None:
    """96 × 64 pixels across ten inches stay 96 × 64: no enlarging hides a low resolution (38)."""
    file = surveyed(tmp_path, written(quarters(), "TIFF"))
    raster = prepare(file, WHOLE, Rect(0, 0, 720, 480), press())
    assert (raster.width, raster.height) == (96, 64)


# ---------------------------------------------------------------- the right part

CORNERS: tuple[tuple[Ink, float, float], ...] = (
    (CYAN, 0.0, 0.0),
    (MAGENTA, 1.0, 0.0),
    (YELLOW, 0.0, 1.0),
    (BLACK, 1.0, 1.0),
)


@pytest.mark.parametrize(("ink", "x", "y"), CORNERS)
def test_the_crop_lands_on_the_focus(tmp_path: Path, ink: Ink, x: float, y: float) -> None:
    """A quarter of the picture in a box of its proportions, the focus in one corner: that corner's ink,
    edge to edge.
    """
    box = placed((48, 32))
    crop = Rect(x / 2, y / 2, 0.5, 0.5)
    raster = prepare(surveyed(tmp_path, written(quarters(), "TIFF")), crop, box, press())
    assert (raster.width, raster.height) == (48, 32)
    for place in ((0, 0), (0.99, 0), (0, 0.99), (0.99, 0.99), (0.5, 0.5)):
        assert near(ink_at(raster, *place), ink), place


def test_a_tall_box_shows_the_side_of_the_focus(tmp_path: Path) -> None:
    """A wide picture in a tall box, focus right: magenta over black and nothing of the left half."""
    box = placed((32, 64))
    crop = crop_to((96, 64), box, (1.0, 0.5))
    raster = prepare(surveyed(tmp_path, written(quarters(), "TIFF")), crop, box, press())
    assert (raster.width, raster.height) == (32, 64)
    assert near(ink_at(raster, 0.05, 0.1), MAGENTA)
    assert near(ink_at(raster, 0.05, 0.9), BLACK)


# Where the stored corners (top left, top right, bottom left, bottom right) appear once the picture is turned
# upright: Exif 2.32, 4.6.4 A, from "the 0th row is the visual top, the 0th column the visual left side" on.
TURNED = {
    1: ("tl", "tr", "bl", "br"),
    2: ("tr", "tl", "br", "bl"),
    3: ("br", "bl", "tr", "tl"),
    4: ("bl", "br", "tl", "tr"),
    5: ("tl", "bl", "tr", "br"),
    6: ("tr", "br", "tl", "bl"),
    7: ("br", "tr", "bl", "tl"),
    8: ("bl", "tl", "br", "tr"),
    99: ("tl", "tr", "bl", "br"),
}
PLACES = {"tl": (0.1, 0.1), "tr": (0.9, 0.1), "bl": (0.1, 0.9), "br": (0.9, 0.9)}


@pytest.mark.parametrize("orientation", TURNED)
@pytest.mark.parametrize("form", ["JPEG", "TIFF"])
def test_exif_turns_the_picture_upright(tmp_path: Path, form: str, orientation: int) -> None:
    """All eight orientations, and 99, which means none: each stored corner appears where Exif says."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"quality": 100, "subsampling": 0} if form == "JPEG" else {}
    raster = printed(tmp_path, written(quarters(), form, exif=exif, **options))
    lying = orientation in range(5, 9)
    assert (raster.width, raster.height) == ((64, 96) if lying else (96, 64))
    for ink, place in zip((CYAN, MAGENTA, YELLOW, BLACK), TURNED[orientation], strict=True):
        assert near(ink_at(raster, *PLACES[place]), ink, 6), (place, ink)


def test_a_turned_photograph_is_the_same_photograph(tmp_path: Path) -> None:
    """A real photograph whose EXIF says 6 prints as the photograph turned by hand, crop and all."""
    with Image.open(photograph("life_by_Aitzol_Berasategi")) as opened:
        lying = opened.resize((772, 514))
    data = written(lying, "JPEG", quality=95)
    by_hand = written(Image.open(io.BytesIO(data)).transpose(Image.Transpose.ROTATE_270), "PNG")
    crop = Rect(0.25, 0.1, 0.5, 0.4)
    turned = plates(printed(tmp_path, exif_turned(data, 6), crop=crop))
    wanted = plates(printed(tmp_path, by_hand, crop=crop))
    assert turned.shape == wanted.shape == (309, 257, 4)
    assert np.abs(turned - wanted).mean() < 0.5


@pytest.mark.parametrize("share", [0.5, 0.25, 0.1])
def test_decoding_in_draft_shows_in_no_plate(tmp_path: Path, share: float) -> None:
    """A JPEG decoded at a half, a quarter, an eighth differs from one decoded whole by a level or two."""
    with Image.open(photograph("friends_by_Aitzol_Berasategi")) as opened:
        part = opened.crop((0, 900, 1600, 2100))
    jpeg = written(part, "JPEG", quality=95, subsampling=0)
    whole = written(Image.open(io.BytesIO(jpeg)), "TIFF")
    draft, full = plates(printed(tmp_path, jpeg, share=share)), plates(printed(tmp_path, whole, share=share))
    apart = np.abs(draft - full)
    assert draft.shape == (1200 * share, 1600 * share, 4)
    assert apart.mean() < 2.5
    assert np.percentile(apart, 99) <= 16


# ---------------------------------------------------------------- the file


def test_the_file_has_full_chroma_and_nothing_of_its_source(tmp_path: Path) -> None:
    """Baseline, 4:4:4 on all four plates, Adobe's marker, and no EXIF, GPS, comment or profile of the
    source.
    """
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    exif.get_ifd(0x8825)[1] = "N"
    source = written(quarters(), "JPEG", exif=exif, comment=b"secret word")
    raster = printed(tmp_path, source)
    (frame, height, width), sampling, adobe = jpeg_facts(raster.data)
    assert (frame, height, width, sampling, adobe) == (0xC0, 64, 96, (0x11,) * 4, True)
    assert raster.inverted
    assert b"secret" in source
    for trace in (b"secret", b"Exif", b"ICC_PROFILE"):
        assert trace not in raster.data


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    """Made twice, from files of two names: one digest, one sequence of bytes."""
    data = written(quarters(), "JPEG")
    one, two = surveyed(tmp_path, data, "a.jpg"), surveyed(tmp_path, data, "b.jpg")
    box = placed((96, 64), 0.5)
    assert prepare(one, WHOLE, box, press()) == prepare(two, WHOLE, box, press())


def test_a_picture_changed_since_it_was_surveyed_is_refused(tmp_path: Path) -> None:
    """Saved over while the brochure is being built: half of the pages would show the old one."""
    file = surveyed(tmp_path, written(quarters(), "TIFF"))
    file.path.write_bytes(written(ImageOps.invert(sheet((1, 2, 3))), "TIFF"))
    (finding,) = faults_of(lambda: prepare(file, WHOLE, placed((96, 64)), press(), None, SPAN))
    assert (finding.code, finding.span) == ("images/changed", SPAN)


def test_a_picture_gone_since_it_was_surveyed_is_the_machines_fault(tmp_path: Path) -> None:
    """A file that can no longer be read: exit code 3, not the author's doing."""
    file = surveyed(tmp_path, written(quarters(), "TIFF"))
    file.path.unlink()
    with pytest.raises(MachineError) as caught:
        prepare(file, WHOLE, placed((96, 64)), press(), None, SPAN)
    assert [(f.code, f.span) for f in caught.value.findings] == [("images/unreadable", SPAN)]
