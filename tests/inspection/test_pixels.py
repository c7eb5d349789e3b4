"""Pages as pixels: the trim fills the picture exactly, whatever the bleed."""

import pytest
from PIL import Image

from brochure.color import Cmyk
from brochure.content.metadata import Metadata
from brochure.display import DisplayList, Panel, Picture
from brochure.geometry import Rect, Size, mm
from brochure.images import Raster
from brochure.images.png import png
from brochure.imposition import OneUp, impose
from brochure.inspection.pixels import page_pixels
from brochure.layout.condition import PressCondition, load_condition
from brochure.pdf import write_pdf
from brochure.shipped import shelf

BLACK = Cmyk(0, 0, 0, 1)


@pytest.fixture(scope="module")
def condition() -> PressCondition:
    """The press condition on the shelf."""
    return load_condition(shelf("layouts") / "conditions" / "fogra39-coated.yaml")


def pictured(
    condition: PressCondition, size: Size, bleed: float, box: Rect, pixels: tuple[int, int]
) -> Image.Image:
    """A page of *size* with a black *box*, as the picture made of it."""
    page = DisplayList(size=size, marks=(Panel(box=box, ink=BLACK),))
    metadata = Metadata(title="一页", subject="", issuer="", date="", language="zh-Hans")
    rasters: dict[Picture, Raster] = {}
    pdf = write_pdf(impose([page], OneUp(), bleed), {}, rasters.__getitem__, metadata, condition)
    (found,) = page_pixels(pdf, pixels)
    return Image.frombuffer("RGB", pixels, found, "raw", "BGRX", 0, 1).convert("L")


@pytest.mark.parametrize("bleed", [0.0, mm(3), mm(5)])
def test_the_trim_fills_the_picture(condition: PressCondition, bleed: float) -> None:
    """A quarter of the page is a quarter of the picture, and nothing of the bleed shows.

    A pixel that the edge merely touches may be painted, as pdfium does with boxes.
    """
    size = Size(mm(90), mm(120))
    quarter = Rect(-20, -20, size.width / 2 + 20, size.height / 2 + 20)
    image = pictured(condition, size, bleed, quarter, (1080, 1440))
    assert image.size == (1080, 1440)
    dark = image.point(lambda level: 255 if level < 128 else 0).getbbox()
    assert dark is not None
    assert dark[:2] == (0, 0)
    assert 540 <= dark[2] <= 541
    assert 720 <= dark[3] <= 721


def test_sizes_that_do_not_divide(condition: PressCondition) -> None:
    """A trim of odd points and a picture of odd pixels still meet at all four edges."""
    size = Size(283.46, 396.85)
    frame = Rect(0, 0, size.width, size.height)
    image = pictured(condition, size, mm(3), frame, (591, 827))
    assert max(image.crop((1, 1, 590, 826)).tobytes()) < 80
    corners = [image.getpixel(at) for at in ((0, 0), (590, 0), (0, 826), (590, 826))]
    assert max(float(str(level)) for level in corners) < 140


def test_a_picture_says_its_resolution_and_no_date() -> None:
    """The PNG has the pixels as they are, its pixels to the inch, and no time or text in it."""
    data = png(b"\x01\x02\x03\x00\x04\x05\x06\x00", (2, 1), 150)
    assert b"tIME" not in data
    assert b"tEXt" not in data
    assert b"pHYs" in data
    assert png(b"\x01\x02\x03\x00\x04\x05\x06\x00", (2, 1), 150) == data
