"""Pictures in groups, cut-outs, maps and codes in their frames, by counting."""

from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.composition import compose_block
from brochure.content.model import Block, Inline, Photo, PhotoGroup, QrCode
from brochure.display import Panel, Shape
from brochure.geometry import Rect
from brochure.layout import Grid, Layout, load_layout
from brochure.layout.drawn import Arrange, GroupStyle
from brochure.layout.styles import ParagraphStyle, PictureStyle, TextStyle
from brochure.pagination import Page, Pagination, paginate
from brochure.pagination.groups import heights, rows_of, widths
from brochure.shipped import shelf
from tests.pagination.layouts import HEAD
from tests.pagination.pages import Facts, at, brochure, photo, pictures, section, texts, untitled
from tests.square import SQUARES

STYLES: Final = """\
groups:
  pair: {picture: bare, arrange: pair, gap: 10pt}
  grid: {picture: bare, arrange: grid, columns: 2, gap: 10pt}
  strip: {picture: bare, arrange: strip, split: aspect, gap: 10pt}
  told: {picture: below, arrange: pair, gap: 10pt}
  any: {picture: below, gap: 10pt}
codes:
  small: {caption: small, size: 58pt, hang: true, gap: 5pt}
"""
GRID: Final = Grid(head=40, inner=30, columns=2, column=100, gutter=20, lines=10, baseline=20, size=10)
SMALL: Final = ParagraphStyle(text=TextStyle(family="square", weight=400, size=8.0), leading=10.0)
PAIR: Final = GroupStyle(picture=PictureStyle(caption=SMALL), gap=10.0)


def layout_with(folder: Path, frame: str, part: str = "section") -> Layout:
    """The small layout with groups and codes, and one master of one frame."""
    head = HEAD.replace("MULTIPLE", "1").replace("furniture:\n", f"{STYLES}furniture:\n", 1)
    path = folder / "sums.yaml"
    masters = f"  one:\n    frames:\n      - {frame}\n"
    plan = f"plan:\n  - {{part: {part}, sequences: [{{masters: [one]}}]}}\n"
    path.write_text(head + masters + plan, encoding="utf-8")
    return load_layout(path, "sums.yaml", (shelf("layouts") / "conditions",))


def paged(folder: Path, frame: str, *blocks: Block, images: dict[str, Facts] | None = None) -> Pagination:
    """The blocks on a page of that frame; pictures are 3000 by 2000 where *images* does not say."""
    known = {name: Facts() for name in "abcdefghijkl"} | (images or {})
    compose = partial(compose_block, faces=SQUARES)
    return untitled(paginate(brochure(section(*blocks)), layout_with(folder, frame), compose, SQUARES, known))


def group(*names: str, caption: str = "", captions: str = "", **keys: object) -> PhotoGroup:
    """A group of pictures, written on line 20, with a caption for all or one for each."""
    shared = (Inline(text=caption),) if caption else ()
    photos = tuple(photo(name, line=21 + number, caption=captions) for number, name in enumerate(names))
    return PhotoGroup(photos=photos, caption=shared, span=at(20), **keys)  # type: ignore[arg-type]


def boxes(page: Page) -> list[tuple[float, ...]]:
    """The boxes of a page's pictures."""
    return [tuple(round(edge, 3) for edge in picture.box) for picture in pictures(page)]


# ---------------------------------------------------------------- who stands in which row

ROWS: Final[dict[str, tuple[Arrange, int, list[int]]]] = {
    "a pair": ("pair", 2, [2]),
    "a strip": ("strip", 5, [5]),
    "a grid": ("grid", 5, [2, 2, 1]),
    "two of anything": ("auto", 2, [2]),
    "three of anything": ("auto", 3, [3]),
    "more of anything": ("auto", 4, [2, 2]),
}


@pytest.mark.parametrize("name", ROWS)
def test_pictures_stand_in_rows(name: str) -> None:
    """A pair and a strip are one row, a grid has two in a row; without a word of the layout the number
    decides.
    """
    arrange, count, wanted = ROWS[name]
    style = replace(PAIR, arrange=arrange)
    assert [len(row) for row in rows_of(group(*"abcdef"[:count]), style)] == wanted


def test_the_author_may_wish_where_the_layout_leaves_it_open() -> None:
    """Three as a grid where the layout says nothing; where it says strip, a strip it is."""
    asked = group("a", "b", "c", arrange="grid")
    shown: dict[Arrange, list[int]] = {}
    for arrange in ("auto", "strip"):
        shown[arrange] = [len(row) for row in rows_of(asked, replace(PAIR, arrange=arrange))]
    assert shown == {"auto": [2, 1], "strip": [3]}


def test_a_strip_may_run_down() -> None:
    """Along y every picture is a row of its own."""
    style = replace(PAIR, arrange="strip", along="y")
    assert [len(row) for row in rows_of(group("a", "b", "c"), style)] == [1, 1, 1]


def test_widths_are_equal_or_by_aspect() -> None:
    """220 points less a gap of 10: halves, or two thirds and a third for 2:1 and 1:1."""
    assert widths([2.0, 1.0], 220, PAIR) == [105, 105]
    assert widths([2.0, 1.0], 220, replace(PAIR, split="aspect")) == [140, 70]


# ---------------------------------------------------------------- heads and feet


def test_rows_share_the_lines_of_the_grid() -> None:
    """Ten lines for two rows, their natural gap of 10 points between them: five lines each."""
    area = Rect(30, 40, 220, 190)
    assert heights(area, [0, 0], 10, GRID) == [(40, 130), (140, 230)]
    # a gap of 11 takes a line: nine are left, the first row has the odd one
    assert heights(area, [0, 0], 11, GRID) == [(40, 130), (160, 230)]
    # captions of 13 points need a line of their own, and 10 points to the next row
    assert heights(area, [13, 13], 10, GRID) == [(40, 110), (140, 210)]


def test_edges_of_the_area_stay_where_they_are() -> None:
    """A group that bleeds keeps its outer edges; the inner ones stand on the grid."""
    area = Rect(-9, -9, 318, 319)
    assert heights(area, [0, 0], 10, GRID) == [(-9, 150), (160, 310)]


def test_no_room_is_no_answer() -> None:
    """Two lines for two rows with captions of a line each."""
    assert heights(Rect(30, 40, 220, 30), [13, 13], 10, GRID) is None


@given(
    st.floats(-20, 60),
    st.floats(80, 250),
    st.lists(st.floats(0, 30), min_size=1, max_size=5),
    st.floats(0, 40),
)
def test_rows_follow_each_other(top: float, height: float, captions: list[float], gap: float) -> None:
    """Wherever the area lies: rows keep their captions and gap, inner edges are on the grid, nothing
    sticks out.
    """
    area = Rect(30, top, 220, height)
    found = heights(area, captions, gap, GRID)
    if found is None:
        return
    assert found[0][0] == top
    assert found[-1][1] + captions[-1] <= area.bottom + 0.25
    for number, ((_, foot), (head, _)) in enumerate(pairwise(found)):
        assert head - foot >= captions[number] + gap - 0.25
        assert (head - 40) % 20 == pytest.approx(0)
        assert (foot - 50) % 20 == pytest.approx(0)


# ---------------------------------------------------------------- on the page

FRAME: Final = "{{name: group, holds: photos, style: {}, box: {{columns: 1-2, lines: 1-10}}}}"


def test_a_pair_stands_side_by_side(tmp_path: Path) -> None:
    """Two pictures of 105 points, 10 apart, as high as the frame, each cropped to its box."""
    (page,) = paged(tmp_path, FRAME.format("pair"), group("a", "b")).pages
    assert boxes(page) == [(30, 40, 105, 190), (145, 40, 105, 190)]
    assert [picture.span for picture in pictures(page)] == [at(21), at(22)]
    crop = pictures(page)[0].crop
    assert crop.width * 3000 / (crop.height * 2000) == pytest.approx(105 / 190)
    (placement,) = page.placements
    assert (placement.frame, placement.span) == ("group", at(20))


def test_the_last_row_of_a_grid_is_as_wide_as_the_others(tmp_path: Path) -> None:
    """Three in a grid of two: the third takes the whole width."""
    (page,) = paged(tmp_path, FRAME.format("grid"), group("a", "b", "c")).pages
    assert boxes(page) == [(30, 40, 105, 90), (145, 40, 105, 90), (30, 140, 220, 90)]


def test_a_strip_by_aspect_crops_alike(tmp_path: Path) -> None:
    """A wide and a square picture: 200 points shared 3 to 2; neither loses more of itself than the other."""
    images = {"a": Facts((3000, 2000)), "b": Facts((2000, 2000))}
    (page,) = paged(tmp_path, FRAME.format("strip"), group("a", "b"), images=images).pages
    assert [box[2] for box in boxes(page)] == [126, 84]
    lost = [1 - picture.crop.width * picture.crop.height for picture in pictures(page)]
    assert lost[0] == pytest.approx(lost[1])


def test_each_picture_has_its_caption_below(tmp_path: Path) -> None:
    """Captions of a line, 5 points under pictures that end with a line of the grid; each where it was
    written.
    """
    (page,) = paged(tmp_path, FRAME.format("told"), group("a", "b", captions="图注")).pages
    assert boxes(page) == [(30, 40, 105, 170), (145, 40, 105, 170)]
    captions = [mark for mark in page.display.marks if getattr(mark, "text", "") == "图注"]
    assert [(mark.at.x, mark.at.y, mark.span) for mark in captions] == [  # type: ignore[union-attr]
        (30, 210 + 5 + 7.04, at(21)),
        (145, 210 + 5 + 7.04, at(22)),
    ]


def test_a_shared_caption_stands_where_the_style_places_it(tmp_path: Path) -> None:
    """One caption below the whole group, on its left edge, at the group's own place in the content."""
    (page,) = paged(tmp_path, FRAME.format("told"), group("a", "b", caption="合写")).pages
    assert boxes(page) == [(30, 40, 105, 170), (145, 40, 105, 170)]
    (caption,) = [mark for mark in page.display.marks if getattr(mark, "text", "") == "合写"]
    assert (caption.at.x, caption.at.y, caption.span) == (30, 210 + 5 + 7.04, at(20))  # type: ignore[union-attr]


def test_captions_that_the_layout_does_not_print_are_told(tmp_path: Path) -> None:
    """In a frame without captions the pictures fill it, and the author hears that the words are lost."""
    for asked in (group("a", "b", captions="图注"), group("a", "b", caption="合写")):
        found = paged(tmp_path, FRAME.format("pair"), asked)
        assert boxes(found.pages[0]) == [(30, 40, 105, 190), (145, 40, 105, 190)]
        assert texts(found.pages[0]) == []
        assert [(finding.code, finding.span) for finding in found.findings] == [
            ("pagination/caption-left-out", at(20))
        ]


def test_a_group_with_no_room_is_a_fault(tmp_path: Path) -> None:
    """Two lines for a row with a caption below each picture."""
    frame = "{name: group, holds: photos, style: told, box: {columns: 1-2, lines: 1-1}}"
    found = paged(tmp_path, frame, group("a", "b", captions="图注")).findings
    assert [(finding.code, finding.span) for finding in found] == [("pagination/no-room-for-group", at(20))]


def test_groups_and_codes_without_a_frame_are_faults(tmp_path: Path) -> None:
    """A page that has a frame for neither: each is named at its place."""
    frame = "{name: picture, holds: photo, style: bare, box: {columns: 1-2, lines: 1-5}, optional: true}"
    blocks = group("a", "b"), QrCode(text="https://a.cn", span=at(30))
    found = paged(tmp_path, frame, *blocks).findings
    assert [(finding.code, finding.span) for finding in found] == [
        ("pagination/unplaced", at(20)),
        ("pagination/unplaced", at(30)),
    ]


# ---------------------------------------------------------------- cut-outs, maps, codes


def test_a_cutout_stands_whole_in_its_frame(tmp_path: Path) -> None:
    """Its opaque part, 500 by 1000 pixels, fills the height of 190 points, in the middle of 220."""
    images = {"a": Facts((1000, 2000), Rect(0.25, 0.25, 0.5, 0.5))}
    cut = replace(photo("a", caption=""), cutout=True)
    frame = "{name: picture, holds: photo, style: bare, box: {columns: 1-2, lines: 1-10}}"
    (page,) = paged(tmp_path, frame, cut, images=images).pages
    (picture,) = pictures(page)
    assert (picture.cutout, picture.crop) == (True, Rect(0.25, 0.25, 0.5, 0.5))
    assert boxes(page) == [(30 + (220 - 95) / 2, 40, 95, 190)]


@pytest.mark.parametrize(("align", "y"), [("top", 40), ("middle", 80), ("bottom", 120)])
def test_a_wide_cutout_is_aligned_as_its_frame(tmp_path: Path, align: str, y: float) -> None:
    """Twice as wide as high in 220 by 190: 110 high, at the head, in the middle, or on the foot."""
    cut = replace(photo("a", caption=""), cutout=True)
    frame = (
        f"{{name: picture, holds: photo, style: bare, align: {align}, box: {{columns: 1-2, lines: 1-10}}}}"
    )
    (page,) = paged(tmp_path, frame, cut, images={"a": Facts((2000, 1000), Rect(0, 0, 1, 1))}).pages
    assert boxes(page) == [(30, y, 220, 110)]


def test_a_maps_number_is_printed_with_it(tmp_path: Path) -> None:
    """After the caption, or alone; the picture carries it, so that preflight can look for it."""
    frame = "{name: picture, holds: photo, style: below, box: {columns: 1-2, lines: 1-10}}"
    chart = Photo(file="a", kind="map", approval="GS(2024)1号", span=at(5))
    (page,) = paged(tmp_path, frame, chart).pages
    assert "".join(texts(page)) == "审图号：GS(2024)1号"
    assert pictures(page)[0].approval == "GS(2024)1号"
    told = replace(chart, caption=(Inline(text="示意"),))
    (page,) = paged(tmp_path, frame, told).pages
    assert "".join(texts(page)) == "示意　审图号：GS(2024)1号"
    (page,) = paged(tmp_path, frame, photo("a")).pages
    assert pictures(page)[0].approval is None


def test_a_code_stands_in_its_frame(tmp_path: Path) -> None:
    """29 modules of 2 points at the frame's corner, its white hanging out by 8, its place in the content on
    every mark.
    """
    frame = "{name: code, holds: qr, style: small, box: {columns: 2, lines: 3-10}}"
    code = QrCode(text="https://example.org/a-longer-address", span=at(30))
    (page,) = paged(tmp_path, frame, code).pages
    (shape,) = [mark for mark in page.display.marks if isinstance(mark, Shape)]
    (white,) = [mark for mark in page.display.marks if isinstance(mark, Panel)]
    assert (shape.at, shape.module, shape.span) == ((150, 80), 2, at(30))
    assert white.box == Rect(142, 72, 74, 74)


def test_pictures_of_groups_are_surveyed() -> None:
    """The pictures a brochure asks for are those of its groups too."""
    from brochure.content import photos

    found = photos(brochure(section(photo("a"), group("b", "c"), photo("d"))))
    assert [picture.file for picture in found] == ["a", "b", "c", "d"]
    assert all(isinstance(picture, Photo) for picture in found)
