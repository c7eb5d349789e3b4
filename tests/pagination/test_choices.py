"""What the engine may choose between and what that costs: styles, sides, facing columns, distances."""

from dataclasses import replace
from pathlib import Path

from brochure.content.apart import List, ListItem
from brochure.content.model import Credits, Heading, Inline, MetricBand, MetricCallout, PhotoGroup, Title
from brochure.display import GlyphRun
from brochure.pagination import Pagination
from tests.pagination.layouts import layout_of
from tests.pagination.pages import at, baselines, brochure, pages_of, paragraph, photo, section, texts
from tests.pagination.test_leeway import codes, paid

ONE = "  - {part: section, sequences: [{masters: [page]}]}\n"
LINE = 22


def masters_of(result: Pagination) -> list[str]:
    """The masters of the pages."""
    return [page.master for page in result.pages]


# ---------------------------------------------------------------- styles that stand in

BAND = """\
  page:
    frames:
      - {name: figures, holds: metrics, style: tall, or: [band], box: {columns: 1-2, lines: 1-HEIGHT}}
"""
TALL = """\
  tall: {based-on: band, columns: 1}
"""


def figures(count: int) -> MetricBand:
    """A band of so many figures."""
    return MetricBand(
        metrics=tuple(MetricCallout(value=f"{n}0", label="说明", span=at(n)) for n in range(1, count + 1)),
        span=at(1),
    )


def styled(tmp_path: Path, height: int) -> Pagination:
    """Four figures in a frame of so many lines that prefers one column to two."""
    layout = layout_of(tmp_path, BAND.replace("HEIGHT", str(height)), ONE, metrics=TALL)
    return pages_of(brochure(section(figures(4))), layout)


def test_the_first_style_is_taken_where_it_fits(tmp_path: Path) -> None:
    """Four figures one below the other need more height than two by two; with room they stand so."""
    roomy = styled(tmp_path, 10)
    assert codes(roomy) == []
    assert paid(roomy, "second-style") == 0
    assert len({mark.at.x for mark in roomy.pages[0].display.marks if isinstance(mark, GlyphRun)}) == 1


def test_another_style_stands_in_where_it_does_not(tmp_path: Path) -> None:
    """In a low frame the band goes two by two, and the page pays for not having its first style."""
    low = styled(tmp_path, 5)
    assert codes(low) == []
    assert paid(low, "second-style") > 0


# ---------------------------------------------------------------- sides of the spread

OPENERS = """\
  page: {frames: [{name: text, holds: text, style: body, box: {columns: 1-2, lines: 1-10}}]}
  blank: {frames: [{name: word, holds: words, words: '{title}', style: small, box: {columns: 1, lines: 1-1}}]}
"""


def test_a_part_begins_on_its_side_after_a_page_of_filler(tmp_path: Path) -> None:
    """Three sections of a page each, every one on a right-hand page: two fillers, paid for."""
    plan = "  - {part: section, starts: right, filler: blank, sequences: [{masters: [page]}]}\n"
    layout = layout_of(tmp_path, OPENERS, plan)
    result = pages_of(brochure(*(section(paragraph(40), slug=f"s{n}") for n in range(3))), layout)
    assert masters_of(result) == ["page", "blank", "page", "blank", "page"]
    assert paid(result, "blank-page") == 2 * layout.weights.blank_page
    assert texts(result.pages[1]) == ["小册"]


def test_a_sequence_of_the_right_length_saves_the_filler(tmp_path: Path) -> None:
    """Where a rival sequence ends on the left, it is cheaper than a page of filler."""
    plan = """\
  - part: section
    starts: right
    filler: blank
    sequences:
      - {masters: [page]}
      - {masters: [blank, page], cost: 5}
"""
    layout = layout_of(tmp_path, OPENERS, plan)
    result = pages_of(brochure(*(section(paragraph(LINE * 8), slug=f"s{n}") for n in range(2))), layout)
    assert masters_of(result) == ["blank", "page", "page"]


def test_without_filler_the_wrong_side_is_dear(tmp_path: Path) -> None:
    """A layout that only asks for a side pays for a section on the other."""
    layout = layout_of(
        tmp_path, OPENERS, "  - {part: section, starts: right, sequences: [{masters: [page]}]}\n"
    )
    result = pages_of(brochure(*(section(paragraph(40), slug=f"s{n}") for n in range(2))), layout)
    assert paid(result, "wrong-side") == layout.weights.wrong_side
    assert [code for code, _ in codes(result)] == ["pagination/wrong-side"]


# ---------------------------------------------------------------- facing columns

SPREAD = """\
  page:
    repeats: true
    frames:
      - name: text
        holds: text
        style: body
        columns: 2
        gutter: 20pt
        balance: true
        facing: FACING
        box: {columns: 1-2, lines: 1-10}
"""


def feet(result: Pagination) -> list[float]:
    """The last baseline of each page."""
    return [baselines(page)[-1] for page in result.pages]


def on_spreads(tmp_path: Path, characters: int, *, facing: bool) -> Pagination:
    """So much text, a left-hand page first."""
    plan = """\
  - {part: front, sequences: [{masters: [page]}]}
  - {part: section, sequences: [{masters: [page]}]}
"""
    layout = layout_of(tmp_path, SPREAD.replace("FACING", str(facing).lower()), plan)
    content = replace(brochure(section(paragraph(characters))), front=(paragraph(30, 8),))
    return pages_of(content, layout)


def test_columns_of_a_spread_end_together(tmp_path: Path) -> None:
    """A text of a page and a half on a left and a right page: four columns of one height, not a full page
    and half of one.
    """
    apart, together = (on_spreads(tmp_path, 300, facing=facing) for facing in (False, True))
    assert len(apart.pages) == len(together.pages) == 3
    left, right = feet(apart)[1:]
    assert left - right >= 60
    left, right = feet(together)[1:]
    assert abs(left - right) <= 20


def test_a_text_of_one_page_stays_on_it(tmp_path: Path) -> None:
    """What fits a page is not spread over two."""
    assert len(on_spreads(tmp_path, 150, facing=True).pages) == 2


def test_longer_text_fills_its_pages(tmp_path: Path) -> None:
    """Only the spread on which the text ends is levelled."""
    result = on_spreads(tmp_path, 700, facing=True)
    heights = feet(result)[1:]
    assert heights[0] == heights[1] == max(heights)


# ---------------------------------------------------------------- distances and sizes

LISTS = """\
lists:
  body: {text: body, marker: {family: square, weight: 400}, hang: 2em}
"""
BLOCKS = """\
  page:
    repeats: true
    frames:
      - name: list
        holds: block
        style: body
        takes: [list]
        box: {columns: 1-2, lines: 1-3}
        optional: true
      - {name: text, holds: text, style: body, after: list, gap: 1, box: {columns: 1-2, lines: 1-10}}
"""


def test_a_block_taken_before_its_text_pays_for_both(tmp_path: Path) -> None:
    """A list that a frame takes to the first page, while its paragraph comes on the third, is far from it and
    before it.
    """
    items = List(items=(ListItem(text=(Inline(text="甲"),)),), span=at(9))
    layout = layout_of(tmp_path, BLOCKS, ONE, more=LISTS)
    result = pages_of(brochure(section(paragraph(LINE * 17), paragraph(LINE * 4, 2), items)), layout)
    pages = len(result.pages)
    assert pages == 3
    assert paid(result, "far-block") == layout.weights.far_block * 4 * (pages - 2)
    assert paid(result, "out-of-order") == layout.weights.out_of_order


GROUPS = "groups:\n  pair: {picture: bare, arrange: pair, gap: 10pt}\n"
GROUP = """\
  page: {frames: [{name: text, holds: text, style: body, box: {columns: 1-2, lines: 1-10}}]}
  group: {frames: [{name: pair, holds: photos, style: pair, box: {columns: 1-2, lines: 1-10}}]}
"""


def test_groups_of_pictures_have_their_distance_too(tmp_path: Path) -> None:
    """A pair of pictures on the next page but one: the page beyond the neighbour counts four."""
    plan = "  - {part: section, sequences: [{masters: [page, page, group]}]}\n"
    layout = layout_of(tmp_path, GROUP, plan, more=GROUPS)
    pair = PhotoGroup(photos=(photo("a.jpg"), photo("b.jpg")), span=at(2))
    result = pages_of(brochure(section(paragraph(40), pair, paragraph(LINE * 15))), layout)
    assert codes(result) == []
    assert paid(result, "far-picture") == layout.weights.far_picture * 4


SIZES = """\
  large:
    frames:
      - {name: picture, holds: photo, style: bare, box: {columns: 1-2, top: bleed, height: 200pt}}
      - {name: text, holds: text, style: body, box: {columns: 1-2, lines: 9-10}}
  small:
    frames:
      - {name: picture, holds: photo, style: bare, box: {columns: 1, lines: 1-3}}
      - {name: text, holds: text, style: body, box: {columns: 1-2, lines: 9-10}}
"""
EITHER = "  - {part: section, sequences: [{masters: [FIRST]}, {masters: [SECOND]}]}\n"


def test_a_picture_has_the_size_its_author_wants(tmp_path: Path) -> None:
    """Of two sequences alike, the one with the large frame is taken for a picture that should be large, the
    other for a small one, whichever stands first.
    """
    for first, second in (("large", "small"), ("small", "large")):
        plan = EITHER.replace("FIRST", first).replace("SECOND", second)
        layout = layout_of(tmp_path, SIZES, plan)
        for size in ("large", "small"):
            wanted = replace(photo("a.jpg"), size=size)
            result = pages_of(brochure(section(wanted, paragraph(30))), layout)
            assert masters_of(result) == [size]
            assert paid(result, "picture-size") == 0
        assert masters_of(pages_of(brochure(section(photo("a.jpg"), paragraph(30))), layout)) == [first]


# ---------------------------------------------------------------- headings near a foot


def test_a_heading_low_on_a_column_pays(tmp_path: Path) -> None:
    """Two lines below a heading are a rule; fewer than four at the foot of a full column cost a bit."""
    layout = layout_of(tmp_path, OPENERS.replace("page: {", "page: {repeats: true, "), ONE)
    heading = Heading(title=Title(text="小标题", span=at(2)), span=at(2))
    for lines in (4, 5, 6):  # the heading takes two lines, the column has ten
        blocks = (paragraph(LINE * lines - 2, 1), heading, paragraph(LINE * 8, 3))
        below = 8 - lines
        result = pages_of(brochure(section(*blocks)), layout, greedy=True)
        assert paid(result, "low-heading") == max(0, 4 - below) * layout.weights.low_heading


# ---------------------------------------------------------------- frames that follow one another

CHAIN = """\
  page:
    frames:
      - {name: foot, holds: words, words: '{source}', style: small, box: {columns: 1, lines: 10-10}}
      - name: note
        holds: words
        words: '{note}'
        style: small
        before: foot
        box: {columns: 1, lines: 1-10}
        optional: true
      - {name: text, holds: text, style: body, align: bottom, before: note, box: {columns: 1-2, lines: 1-10}}
"""


def test_a_frame_stands_on_whatever_is_there(tmp_path: Path) -> None:
    """Text before a note that nobody wrote ends above what the note would have stood on."""
    layout = layout_of(tmp_path, CHAIN, ONE)
    content = replace(brochure(section(paragraph(LINE * 2 - 2))), credits=Credits(source="数据来源"))
    (page,) = pages_of(content, layout).pages
    # the last line of the grid is taken; the text's two lines stand on the two above
    assert baselines(page) == [40 + 7 * 20 + 8.8, 40 + 8 * 20 + 8.8]
