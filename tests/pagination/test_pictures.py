"""Pictures: the part that shows, and where picture and caption stand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.geometry import Rect
from brochure.pagination.pictures import crop_to
from tests.pagination.layouts import layout_of
from tests.pagination.pages import at, brochure, pages_of, photo, pictures, section, texts


@given(
    st.tuples(st.integers(1, 9000), st.integers(1, 9000)),
    st.floats(1, 1000),
    st.floats(1, 1000),
    st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
def test_crop_has_the_boxs_aspect_and_keeps_the_focus(
    pixels: tuple[int, int], width: float, height: float, focus: tuple[float, float]
) -> None:
    """Any picture in any box.

    The crop lies in the picture, fills the box undistorted, and the focus stays in sight.
    """
    crop = crop_to(pixels, Rect(0, 0, width, height), focus)
    assert Rect(0, 0, 1, 1).contains(crop, 1e-9)
    assert (crop.width * pixels[0]) / (crop.height * pixels[1]) == pytest.approx(width / height)
    assert crop.x - 1e-9 <= focus[0] <= crop.right + 1e-9
    assert crop.y - 1e-9 <= focus[1] <= crop.bottom + 1e-9


def test_picture_above_its_caption_ends_on_the_grid(tmp_path: Path) -> None:
    """A picture with its caption below ends with a line's em box.

    The caption's em box ends within the frame.
    """
    masters = """\
  one:
    frames:
      - {name: picture, holds: photo, style: below, box: {columns: 1-2, lines: 1-6}}
"""
    layout = layout_of(tmp_path, masters, "  - {part: section, sequences: [{masters: [one]}]}\n")
    page = pages_of(brochure(section(photo("a.jpg", caption="图注"))), layout).pages[0]
    box = pictures(page)[0].box
    assert box.y == layout.grid.line_top(1)
    assert box.bottom in [layout.grid.line_foot(line) for line in range(1, 6)]
    caption = next(mark for mark in page.display.marks if getattr(mark, "text", "") == "图注")
    assert box.bottom + 5 + 0.88 * 8 == pytest.approx(caption.at.y)  # type: ignore[union-attr]
    assert caption.at.y + 0.12 * 8 <= layout.grid.line_foot(6)  # type: ignore[union-attr]


def test_a_picture_across_the_gutter_is_one_picture(tmp_path: Path) -> None:
    """Both halves show one crop that joins at the spine, each reaching into the other page by the bleed."""
    masters = """\
  left:
    side: left
    frames:
      - name: picture
        holds: photo
        style: bare
        across: true
        box: {left: bleed, right: 0pt, top: bleed, bottom: bleed}
  right:
    side: right
    frames:
      - name: picture
        holds: photo
        style: bare
        across: true
        box: {left: 0pt, right: bleed, top: bleed, bottom: bleed}
  first: {frames: []}
"""
    layout = layout_of(
        tmp_path, masters, "  - {part: section, sequences: [{masters: [first, left, right]}]}\n"
    )
    _, left, right = pages_of(brochure(section(photo("wide.jpg"))), layout).pages
    (one,), (two,) = pictures(left), pictures(right)
    trim, bleed = layout.trim.width, layout.bleed
    assert (one.box.x, one.box.right) == (-bleed, trim + bleed)
    assert (two.box.x, two.box.right) == (-bleed, trim + bleed)
    per_point = one.crop.width / one.box.width
    spine_left = one.crop.x + (trim - one.box.x) * per_point
    spine_right = two.crop.x + (0 - two.box.x) * two.crop.width / two.box.width
    assert spine_left == pytest.approx(spine_right)
    assert one.crop.height == pytest.approx(two.crop.height)


def test_an_illustration_says_so(tmp_path: Path) -> None:
    """The caption of a picture that is no photograph ends with the layout's word for it.

    A photograph's does not.
    """
    masters = """\
  two:
    frames:
      - {name: one, holds: photo, style: below, box: {columns: 1, lines: 1-5}}
      - {name: two, holds: photo, style: below, box: {columns: 2, lines: 1-5}}
"""
    layout = layout_of(tmp_path, masters, "  - {part: section, sequences: [{masters: [two]}]}\n")
    drawn = photo("drawn.jpg", caption="画")
    drawn = type(drawn)(file=drawn.file, caption=drawn.caption, kind="illustration", span=drawn.span)
    page = pages_of(brochure(section(photo("taken.jpg", caption="照片"), drawn)), layout).pages[0]
    assert "".join(texts(page)) == "照片画（插画）"


def test_a_caption_too_long_for_its_frame_is_overset(tmp_path: Path) -> None:
    """A caption that leaves its picture no room is an error with its surplus, not text over text."""
    masters = """\
  one:
    frames:
      - {name: picture, holds: photo, style: below, box: {columns: 1, lines: 1-3}}
"""
    layout = layout_of(tmp_path, masters, "  - {part: section, sequences: [{masters: [one]}]}\n")
    result = pages_of(brochure(section(photo("a.jpg", 4, caption="图注" * 60))), layout)
    assert [(finding.code, finding.span) for finding in result.findings] == [("pagination/overset", at(4))]


def test_a_caption_the_layout_does_not_print_is_told(tmp_path: Path) -> None:
    """Where the picture style sets no caption, one that was written is a warning at its picture."""
    masters = """\
  one:
    frames:
      - {name: picture, holds: photo, style: bare, box: {columns: 1, lines: 1-3}}
"""
    layout = layout_of(tmp_path, masters, "  - {part: section, sequences: [{masters: [one]}]}\n")
    result = pages_of(brochure(section(photo("a.jpg", 4, caption="图注"))), layout)
    assert [(finding.code, finding.span) for finding in result.findings] == [
        ("pagination/caption-left-out", at(4))
    ]
