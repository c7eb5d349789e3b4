"""Total ink of pictures: no pixel above the limit, measured after the JPEG is decoded again (21)."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from brochure.images.ink_limit import most_ink, within
from tests.images.studio import ink_at, photograph, plates, press, printed, sheet, surveyed, written

NOISE = np.random.default_rng(16)


def noise(low: int, high: int, step: int = 1, *, alike: bool = False) -> bytes:
    """A CMYK picture in which every pixel differs from its neighbour: the worst a JPEG can meet."""
    shape = (256, 256, 1 if alike else 4)
    levels = NOISE.integers(low, high // step + 1, shape) * step
    return written(Image.fromarray(np.broadcast_to(levels, (256, 256, 4)).astype(np.uint8), "CMYK"), "TIFF")


WORST = {
    "400 % all over": written(sheet((255, 255, 255, 255), "CMYK", (256, 256)), "TIFF"),
    "any ink": noise(0, 255),
    "dark": noise(180, 255),
    "full or nothing": noise(0, 255, 255),
    "all four or none": noise(0, 255, 255, alike=True),
}


@pytest.mark.parametrize("limit", [3.0, 2.6])
@pytest.mark.parametrize("case", WORST)
def test_no_pixel_is_above_the_limit_after_decoding(tmp_path: Path, case: str, limit: float) -> None:
    """Pictures that ask for 400 %: 300 % on coated paper, 260 % on uncoated, every single pixel."""
    raster = printed(tmp_path, WORST[case], inks=press(limit))
    assert plates(raster).sum(axis=2).max() / 255 <= limit


@pytest.mark.parametrize(
    "name", ["sunset_by_Aitzol_Berasategi", "Wine_by_Jakkub_Mede", "Picture_0B_by_freespace"]
)
def test_no_photograph_is_above_the_limit_after_decoding(tmp_path: Path, name: str) -> None:
    """Real photographs with deep shadows."""
    raster = printed(tmp_path, photograph(name).read_bytes(), share=0.25)
    total = plates(raster).sum(axis=2)
    assert 2.0 < total.max() / 255 <= 3.0


def test_black_stays_when_the_others_give_way(tmp_path: Path) -> None:
    """C, M and Y of a 400 % pixel give way in proportion; black, which carries the drawing, keeps all of
    itself.
    """
    cyan, magenta, yellow, black = ink_at(printed(tmp_path, WORST["400 % all over"]), 0.5, 0.5)
    assert black >= 253
    assert 150 <= cyan == magenta == yellow <= 170


def test_a_picture_within_the_limit_keeps_its_inks(tmp_path: Path) -> None:
    """250 % is nobody's concern."""
    ink = (255, 255, 102, 26)
    found = ink_at(printed(tmp_path, written(sheet(ink, "CMYK"), "TIFF")), 0.5, 0.5)
    assert max(abs(a - b) for a, b in zip(found, ink, strict=True)) <= 1


@given(
    st.lists(st.tuples(*[st.integers(0, 255)] * 4), min_size=1, max_size=40),
    st.integers(255, 900),
)
def test_giving_way_adds_up(inks: list[tuple[int, int, int, int]], top: int) -> None:
    """Any inks, any limit a press may have.

    The sum comes under the limit by no more than rounding, black keeps its level, no ink grows, and a pixel
    within the limit is not touched.
    """
    picture = Image.new("CMYK", (len(inks), 1))
    picture.putdata(inks)
    for before, after in zip(inks, np.asarray(within(picture, top))[0].tolist(), strict=True):
        assert sum(after) <= top
        assert after[3] == before[3]
        assert all(now <= was for now, was in zip(after, before, strict=True))
        if sum(before) <= top:
            assert tuple(after) == before
        else:
            assert sum(after) >= top - 3


@given(st.lists(st.tuples(*[st.integers(0, 255)] * 4), min_size=1, max_size=40))
def test_most_ink_is_the_darkest_pixels(inks: list[tuple[int, int, int, int]]) -> None:
    """The quick sum is never below the true one and at most four levels above it."""
    picture = Image.new("CMYK", (len(inks), 1))
    picture.putdata(inks)
    true = max(sum(ink) for ink in inks)
    assert true <= most_ink(picture) <= true + 4


def test_a_large_picture_is_limited_in_every_corner(tmp_path: Path) -> None:
    """Dark patches far apart in a picture larger than one tile: each is limited, the rest is left alone."""
    picture = sheet((20, 10, 10, 0), "CMYK", (300, 300))
    for place in ((0, 0), (292, 0), (0, 292), (292, 292), (140, 140)):
        picture.paste((255, 255, 255, 200), (*place, place[0] + 8, place[1] + 8))
    data = written(picture, "TIFF")
    assert surveyed(tmp_path, data).pixels == (300, 300)
    raster = printed(tmp_path, data)
    assert plates(raster).sum(axis=2).max() <= 3.0 * 255
    assert ink_at(raster, 0.75, 0.75) == (20, 10, 10, 0)
