"""Work kept between builds: found again by content, never trusted, never needed."""

from pathlib import Path

import pytest

from brochure.geometry import Rect
from brochure.images import PressInks, kept, prepare
from brochure.press import Cache
from tests.images.studio import (
    PROFILE,
    WHOLE,
    Drawer,
    placed,
    press,
    quarters,
    refuse_to_decode,
    sheet,
    surveyed,
    written,
)

BOX = placed((96, 64))


def test_a_picture_made_before_is_not_decoded_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second asking gives the same bytes; neither Pillow nor the file is asked."""
    drawer = Drawer()
    file = surveyed(tmp_path, written(quarters(), "JPEG"), "a.jpg", drawer)
    assert kept(file, WHOLE, BOX, press(), drawer) is None
    made = prepare(file, WHOLE, BOX, press(), drawer)
    refuse_to_decode(monkeypatch)
    file.path.unlink()
    assert kept(file, WHOLE, BOX, press(), drawer) == made


def test_what_the_pixels_depend_on_is_in_the_key(tmp_path: Path) -> None:
    """Another crop, size, limit, resolution, profile or file: another entry."""
    drawer = Drawer()
    file = surveyed(tmp_path, written(quarters(), "TIFF"))
    other = surveyed(tmp_path, written(sheet((0, 9, 9, 9), "CMYK", (96, 64)), "TIFF"), "b.tif")
    prepare(file, WHOLE, BOX, press(), drawer)
    half = Rect(0, 0, 0.5, 0.5)
    coarse = PressInks(icc=PROFILE, icc_digest=press().icc_digest, total_ink=3.0, ppi=150)
    foreign = PressInks(icc=PROFILE, icc_digest="0" * 64, total_ink=3.0, ppi=300)
    assert kept(file, WHOLE, BOX, press(), drawer) is not None
    for asked in (
        (other, WHOLE, BOX, press()),
        (file, half, BOX, press()),
        (file, WHOLE, placed((96, 64), 0.5), press()),
        (file, WHOLE, BOX, press(2.8)),
        (file, WHOLE, BOX, coarse),
        (file, WHOLE, BOX, foreign),
    ):
        assert kept(*asked, drawer) is None


@pytest.mark.parametrize("damage", ["flipped", "cut", "emptied", "another entry's"])
def test_a_damaged_entry_is_made_anew(tmp_path: Path, damage: str) -> None:
    """Whatever happens to an entry, it counts as absent, and the next making gives the same bytes."""
    cache = Cache(tmp_path / "cache")
    file = surveyed(tmp_path, written(quarters(), "TIFF"), "a.tif", cache)
    made = prepare(file, WHOLE, BOX, press(), cache)
    for entry in (tmp_path / "cache").iterdir():
        whole = entry.read_bytes()
        entry.write_bytes(
            {
                "flipped": whole[:-3] + bytes([whole[-3] ^ 1]) + whole[-2:],
                "cut": whole[: len(whole) // 2],
                "emptied": b"",
                "another entry's": b"brochure-cache-1\n" + whole[::-1],
            }[damage]
        )
    assert kept(file, WHOLE, BOX, press(), cache) is None
    again = surveyed(tmp_path, written(quarters(), "TIFF"), "a.tif", cache)
    assert prepare(again, WHOLE, BOX, press(), cache) == made
    assert kept(file, WHOLE, BOX, press(), cache) == made


def test_a_cache_that_cannot_be_written_is_not_needed(tmp_path: Path) -> None:
    """A file stands where the folder should be: pictures are made all the same."""
    (tmp_path / "cache").write_text("not a folder", encoding="utf-8")
    cache = Cache(tmp_path / "cache")
    file = surveyed(tmp_path, written(quarters(), "TIFF"), "a.tif", cache)
    assert prepare(file, WHOLE, BOX, press(), cache) == prepare(file, WHOLE, BOX, press(), None)
    assert kept(file, WHOLE, BOX, press(), cache) is None
