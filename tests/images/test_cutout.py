"""Cut-outs: what is opaque, the line around it, and the colours beyond that line."""

from functools import partial
from itertools import pairwise
from math import hypot
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from brochure.diagnostics import Span
from brochure.geometry import Rect
from brochure.images import check_cutout, kept, prepare
from brochure.images.contour import contours, simplified
from brochure.images.cutout import outline_of
from tests.images.studio import (
    WHOLE,
    Drawer,
    ink_at,
    near,
    placed,
    press,
    refuse_to_decode,
    sheet,
    surveyed,
    written,
)
from tests.source.findings import faults_of

RED = (200, 40, 40, 255)
CLEAR = (0, 0, 0, 0)


def disc(side: int = 300, radius: float = 100, fine: int = 8) -> Image.Image:
    """A red disc with a hole of a third of its radius, smoothly drawn on a clear ground."""
    large = Image.new("RGBA", (side * fine, side * fine), CLEAR)
    draw, middle = ImageDraw.Draw(large), side * fine / 2
    for reach, colour in ((radius, RED), (radius / 3, CLEAR)):
        edge = reach * fine
        draw.ellipse((middle - edge, middle - edge, middle + edge, middle + edge), fill=colour)
    return large.resize((side, side), Image.Resampling.BOX)


def test_the_outline_follows_a_drawn_edge() -> None:
    """A disc of 100 pixels and its hole: two loops within half a pixel of their circles, run through in
    opposite directions, of a few dozen corners.
    """
    loops = sorted(outline_of(disc()), key=len)
    assert len(loops) == 2
    turns = []
    for loop, radius in zip(loops, (100 / 3, 100), strict=True):
        corners = [(x * 300 - 150, y * 300 - 150) for x, y in loop]
        assert all(abs(hypot(*corner) - radius) < 0.5 for corner in corners)
        middles = [((x0 + x1) / 2, (y0 + y1) / 2) for (x0, y0), (x1, y1) in pairwise(corners)]
        assert all(abs(hypot(*middle) - radius) < 0.75 for middle in middles)
        assert 12 < len(corners) < 120
        turns.append(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(corners)) > 0)
    assert turns[0] != turns[1]


def box_of(loop: tuple[tuple[float, float], ...]) -> Rect:
    """The box round a loop."""
    xs, ys = [x for x, _ in loop], [y for _, y in loop]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def area_of(loop: tuple[tuple[float, float], ...]) -> float:
    """The area inside a loop, positive where the inside is on its right."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise((*loop, loop[0]))) / 2


def test_a_square_keeps_its_edges() -> None:
    """Hard edges lie between the pixels, where they were drawn, at the picture's own edge too; only half a
    pixel is taken off each corner.
    """
    picture = Image.new("RGBA", (40, 20), CLEAR)
    picture.paste(RED, (10, 0, 30, 20))
    (loop,) = outline_of(picture)
    assert box_of(loop) == pytest.approx(Rect(0.25, 0, 0.5, 1), abs=1e-3)
    assert area_of(loop) == pytest.approx(0.5, abs=4 * 0.125 / 800 + 1e-3)
    assert len(loop) == 8


def test_dust_is_left_out() -> None:
    """A speck of one pixel is no part of the picture; one of nine is."""
    picture = sheet(CLEAR, "RGBA", (30, 30))
    picture.putpixel((3, 3), RED)
    picture.paste(RED, (20, 20, 23, 23))
    assert len(outline_of(picture)) == 1


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 1), min_size=64, max_size=64))
def test_the_outline_encloses_what_is_opaque(cells: list[int]) -> None:
    """Any pattern of squares, touching at corners too: their area is what the loops enclose."""
    grey = Image.new("L", (8, 8))
    grey.putdata([255 * cell for cell in cells])
    large = grey.resize((64, 64), Image.Resampling.NEAREST)
    loops = contours(large, 128, 4.0)
    enclosed = sum(area_of(loop) for loop in loops)
    # the line cuts the corner of every pixel it goes round by an eighth of a pixel
    assert enclosed == pytest.approx(64 * sum(cells), abs=1 + 0.125 * 4 * len(cells))


def test_a_simplified_line_keeps_near() -> None:
    """Corners that lie within the tolerance of the line are given up, those beyond are kept."""
    loop = ((0.0, 0.0), (5.0, 0.2), (10.0, 0.0), (10.0, 10.0), (5.0, 12.0), (0.0, 10.0))
    assert simplified(loop, 0.25) == ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 12.0), (0.0, 10.0))


# ---------------------------------------------------------------- files


def test_the_survey_knows_what_is_opaque(tmp_path: Path) -> None:
    """The part that holds every opaque pixel, in shares, and how soft the edge is; None without
    transparency.
    """
    picture = sheet(CLEAR, "RGBA", (100, 50))
    picture.paste(RED, (20, 10, 60, 40))
    drawer = Drawer()
    file = surveyed(tmp_path, written(picture, "PNG"), "a.png", drawer)
    assert file.opaque == pytest.approx(Rect(0.2, 0.2, 0.4, 0.6))
    assert file.soft == 0
    assert surveyed(tmp_path, written(picture, "PNG"), "a.png", drawer) == file
    assert surveyed(tmp_path, written(sheet((9, 9, 9)), "PNG"), "b.png").opaque is None
    palette = picture.convert("P")
    data = written(palette, "PNG", transparency=palette.getpixel((0, 0)))
    assert surveyed(tmp_path, data, "c.png").opaque == pytest.approx(Rect(0.2, 0.2, 0.4, 0.6))


def test_a_soft_edge_is_measured(tmp_path: Path) -> None:
    """A quarter of what shows is half transparent."""
    picture = sheet(CLEAR, "RGBA", (100, 50))
    picture.paste(RED, (0, 0, 60, 50))
    picture.paste((200, 40, 40, 120), (60, 0, 80, 50))
    file = surveyed(tmp_path, written(picture, "PNG"), "a.png")
    assert file.soft == pytest.approx(0.25)
    assert file.opaque == pytest.approx(Rect(0, 0, 0.6, 1))


def test_what_cannot_be_cut_out_is_refused(tmp_path: Path) -> None:
    """A picture without transparency, and one that is nothing else."""
    place = Span("content.yaml", 3, 9, 3, 20)
    plain = surveyed(tmp_path, written(sheet((9, 9, 9)), "PNG"), "a.png")
    empty = surveyed(tmp_path, written(sheet(CLEAR, "RGBA"), "PNG"), "b.png")
    for file, code in ((plain, "images/no-transparency"), (empty, "images/nothing-opaque")):
        (fault,) = faults_of(partial(check_cutout, file.opaque, file.name, place))
        assert (fault.code, fault.span) == (code, place)
    check_cutout(Rect(0, 0, 1, 1), "c.png", place)


def test_colours_go_on_beyond_the_edge(tmp_path: Path) -> None:
    """Half the picture red, the other half clear: a tenth of its width beyond the edge the pixels are still
    red, and nowhere near it is paper.
    """
    picture = sheet(CLEAR, "RGBA", (100, 100))
    picture.paste(RED, (0, 0, 50, 100))
    file = surveyed(tmp_path, written(picture, "PNG"), "a.png")
    raster = prepare(file, WHOLE, placed((100, 100)), press(), cutout=True)
    inside = ink_at(raster, 0.25, 0.5)
    assert near(ink_at(raster, 0.55, 0.5), inside, 6)
    assert near(ink_at(raster, 0.6, 0.5), inside, 12)
    assert box_of(raster.outline[0]) == pytest.approx(Rect(0, 0, 0.5, 1), abs=1e-3)


def test_a_plain_picture_has_no_outline(tmp_path: Path) -> None:
    """The same file not cut out stands on paper white, and fills its box."""
    picture = sheet(CLEAR, "RGBA", (100, 100))
    picture.paste(RED, (0, 0, 50, 100))
    file = surveyed(tmp_path, written(picture, "PNG"), "a.png")
    raster = prepare(file, WHOLE, placed((100, 100)), press())
    assert raster.outline == ()
    assert near(ink_at(raster, 0.75, 0.5), (0, 0, 0, 0))


def test_a_cutout_is_kept_with_its_outline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made before, found again without decoding, outline and all; the plain picture is another entry."""
    drawer = Drawer()
    file = surveyed(tmp_path, written(disc(), "PNG"), "a.png", drawer)
    box = placed((300, 300))
    assert kept(file, WHOLE, box, press(), drawer, cutout=True) is None
    made = prepare(file, WHOLE, box, press(), drawer, cutout=True)
    assert len(made.outline) == 2
    refuse_to_decode(monkeypatch)
    assert kept(file, WHOLE, box, press(), drawer, cutout=True) == made
    assert kept(file, WHOLE, box, press(), drawer) is None


def test_a_crop_of_a_cutout_has_the_outline_of_the_crop(tmp_path: Path) -> None:
    """The part that is opaque fills the box: its outline is the box itself."""
    picture = sheet(CLEAR, "RGBA", (100, 50))
    picture.paste(RED, (20, 10, 60, 40))
    file = surveyed(tmp_path, written(picture, "PNG"), "a.png")
    assert file.opaque is not None
    raster = prepare(file, file.opaque, placed((40, 30)), press(), cutout=True)
    assert box_of(raster.outline[0]) == Rect(0, 0, 1, 1)
