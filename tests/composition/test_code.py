"""QR codes, read back by a decoder that knows nothing of us; their outline and their room, by counting."""

from dataclasses import replace
from typing import Final

import numpy as np
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from brochure.color import BLACK, PAPER
from brochure.composition import Galley, compose_block
from brochure.composition.code import QUIET
from brochure.content.model import Inline, QrCode
from brochure.display import GlyphRun, Panel, Segment, Shape
from brochure.geometry import Rect
from brochure.layout.drawn import CodeStyle, ErrorCorrection
from brochure.layout.styles import ParagraphStyle
from tests.composition.setting import FACES, TEXT

ADDRESS: Final = "https://example.org/xining"
STYLE: Final = CodeStyle(
    caption=ParagraphStyle(text=replace(TEXT, size=8.0), leading=12.0, align="start"), size=100.0
)


def composed(text: str, style: CodeStyle = STYLE, measure: float = 300.0, caption: str = "") -> Galley:
    """The galley of a code."""
    words = (Inline(text=caption),) if caption else ()
    return compose_block(QrCode(text=text, caption=words), style, measure, FACES)


def shape_of(galley: Galley) -> Shape:
    """The code itself."""
    (shape,) = [mark for mark in galley.strips[0].marks if isinstance(mark, Shape)]
    return shape


def ground_of(galley: Galley) -> Panel:
    """The white below it."""
    (panel,) = [mark for mark in galley.strips[0].marks if isinstance(mark, Panel)]
    return panel


def loops_of(path: tuple[Segment, ...]) -> list[list[tuple[float, float]]]:
    """The closed outlines of a path of straight lines."""
    loops: list[list[tuple[float, float]]] = []
    for verb, values in path:
        if verb == "m":
            loops.append([(values[0], values[1])])
        elif verb == "l":
            loops[-1].append((values[0], values[1]))
        else:
            assert verb == "z"
    return loops


def painted(shape: Shape, pixels: int = 4) -> NDArray[np.uint8]:
    """The code as a printer's raster paints it: the nonzero winding number at each pixel's middle, with its
    quiet zone; light is 255.
    """
    extent = max(max(values) for _, values in shape.path if values)
    count = round(extent / shape.module)
    size = (count + 2 * QUIET) * pixels
    winding = np.zeros((size, size), dtype=np.int64)
    for loop in loops_of(shape.path):
        for (x0, y0), (x1, y1) in zip(loop, loop[1:] + loop[:1], strict=True):
            assert x0 == x1 or y0 == y1
            if x0 != x1:
                continue
            column = round((x0 / shape.module + QUIET) * pixels)
            first, last = (round((y / shape.module + QUIET) * pixels) for y in sorted((y0, y1)))
            winding[first:last, column:] += 1 if y1 > y0 else -1
    assert np.abs(winding).max() == 1
    return np.where(winding != 0, 0, 255).astype(np.uint8)


def read(galley: Galley) -> list[zxingcpp.Barcode]:
    """What a decoder makes of the code."""
    return list(zxingcpp.read_barcodes(painted(shape_of(galley))))


@pytest.mark.parametrize("level", ["L", "M", "Q", "H"])
def test_a_code_reads_back_at_every_level(level: ErrorCorrection) -> None:
    """The text comes back, with at least the error correction asked for."""
    (found,) = read(composed(ADDRESS, replace(STYLE, level=level)))
    assert (found.text, found.format) == (ADDRESS, zxingcpp.BarcodeFormat.QRCode)
    assert "LMQH".index(found.ec_level) >= "LMQH".index(level)


@settings(max_examples=25, deadline=None)
@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=60
    )
)
def test_any_text_reads_back(text: str) -> None:
    """Chinese, accents, emoji, digits: whatever goes in comes out."""
    (found,) = read(composed(text))
    assert found.text == text


def test_a_damaged_code_still_reads() -> None:
    """At level H a spot of a tenth of the side in the middle does no harm."""
    picture = painted(shape_of(composed(ADDRESS, replace(STYLE, level="H"))))
    middle, spot = len(picture) // 2, len(picture) // 20
    picture[middle - spot : middle + spot, middle - spot : middle + spot] = 255
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [ADDRESS]


def test_a_code_is_one_black_outline() -> None:
    """One shape, filled in black alone, whose corners are corners: no two steps go on in one direction."""
    shape = shape_of(composed(ADDRESS))
    assert (shape.fill, shape.stroke, shape.overprint) == (BLACK, None, False)
    for loop in loops_of(shape.path):
        for before, at, after in zip(loop, loop[1:] + loop[:1], loop[2:] + loop[:2], strict=True):
            assert (before[0] == at[0]) != (at[0] == after[0])


def test_a_code_stands_in_its_quiet_zone() -> None:
    """25 modules of 4 points: 100 points of code, 16 of white on every side, 132 in all."""
    galley = composed(ADDRESS)
    shape, ground = shape_of(galley), ground_of(galley)
    assert (shape.module, shape.at) == (4, (16, 16))
    assert (ground.box, ground.ink) == (Rect(0, 0, 132, 132), PAPER)
    assert (galley.height, galley.strips[0].baseline) == (132, 116)


def test_a_hanging_quiet_zone_leaves_the_black_on_the_edge() -> None:
    """The code begins at 0, its white reaches 16 points out of the frame."""
    galley = composed(ADDRESS, replace(STYLE, hang=True))
    assert shape_of(galley).at == (0, 0)
    assert ground_of(galley).box == Rect(-16, -16, 132, 132)
    assert galley.height == 100


def test_a_code_is_no_wider_than_its_measure() -> None:
    """In 66 points, 33 modules with their white: 2 points each."""
    assert shape_of(composed(ADDRESS, measure=66.0)).module == 2
    assert shape_of(composed(ADDRESS, replace(STYLE, hang=True), measure=50.0)).module == 2


def captions(galley: Galley) -> list[tuple[float, float]]:
    """Where the lines of the caption begin."""
    return [
        (round(mark.at.x, 3), round(mark.at.y, 3))
        for mark in galley.strips[0].marks
        if isinstance(mark, GlyphRun)
    ]


def test_a_caption_keeps_out_of_the_quiet_zone() -> None:
    """Below: on the code's left edge, 16 points down although the style asks for 4; beside: level with its
    foot.
    """
    below = composed(ADDRESS, caption="扫码")
    assert captions(below) == [(16, 16 + 100 + 16 + 7.04)]
    assert below.height == 16 + 100 + 16 + 8
    beside = composed(ADDRESS, replace(STYLE, place="side", gap=20.0), caption="扫码")
    assert captions(beside) == [(16 + 100 + 20, 116 - 8 + 7.04)]
    assert beside.height == 132


def test_what_no_code_can_hold_is_an_error() -> None:
    """Three thousand characters: nothing is drawn, and the author is told."""
    galley = composed("中" * 3000)
    assert galley.strips == ()
    assert [(remark.severity, remark.code) for remark in galley.remarks] == [
        ("error", "composition/code-too-long")
    ]
