"""What a page says of itself once its number is known: folios, lines of handouts, dates, contents."""

from dataclasses import replace
from pathlib import Path

import pytest

from brochure.content.model import Brochure, Credits, HandoutLines, Heading, MetricBand, MetricCallout, Title
from brochure.display import GlyphRun
from brochure.layout import Layout
from brochure.pagination import Pagination
from brochure.pagination.furniture import spoken_date
from tests.pagination.layouts import layout_of
from tests.pagination.pages import at, brochure, pages_of, paragraph, section, texts

FOOT = """\
  foot:
    - name: contact
      holds: words
      words: '{contact}'
      style: small
      only: last
      box: {left: 30pt, width: 200pt, bottom: 30pt, height: 8pt}
    - name: strip
      holds: words
      words: '{strip}'
      style: small
      only: first
      box: {left: 30pt, width: 200pt, top: 10pt, height: 8pt}
    - name: date
      holds: words
      words: '{date}'
      style: small
      only: last
      box: {left: 30pt, width: 200pt, bottom: 20pt, height: 8pt}
    - name: folio
      holds: words
      words: '{page}/{total}'
      style: small
      box: {left: 30pt, width: 200pt, bottom: 10pt, height: 8pt}
"""
PAGE = """\
  page:
    repeats: true
    frames:
      - {name: text, holds: text, style: body, columns: 2, gutter: 20pt, box: {columns: 1-2, lines: 1-10}}
    furniture: foot
"""
ONE = "  - {part: section, sequences: [{masters: [page]}]}\n"


def footed(folder: Path) -> Layout:
    """A page of text with all that stands round it."""
    return layout_of(folder, PAGE, ONE, more=FOOT)


def round_the_text(content: Brochure, layout: Layout) -> list[list[str]]:
    """The small words of each page."""
    return [
        [mark.text for mark in page.display.marks if isinstance(mark, GlyphRun) and mark.size == 8.0]
        for page in pages_of(content, layout).pages
    ]


def test_the_lines_of_a_handout_stand_on_its_first_and_last_page(tmp_path: Path) -> None:
    """240 characters in columns of 200 make two pages: strip on the first, contact and date on the last, page
    and number of pages on both.
    """
    content = replace(
        brochure(section(paragraph(240))),
        handout=HandoutLines(strip="材料", contact="电话零"),
        credits=Credits(date="2025-03-31"),
    )
    first, last = round_the_text(content, footed(tmp_path))
    assert first == ["材料", "1/2"]
    assert "".join(last) == "电话零2025年3月31日2/2"


def test_what_is_not_given_is_not_printed(tmp_path: Path) -> None:
    """No contact, no line; no strip, the brochure's title; one page, no folio."""
    (only,) = round_the_text(brochure(section(paragraph(40))), footed(tmp_path))
    assert only == ["小册"]


@pytest.mark.parametrize(
    ("date", "language", "said"),
    [
        ("2025-03-31", "zh-Hans", "2025年3月31日"),
        ("2025-12-01", "zh-Hant", "2025年12月1日"),
        ("2025-03-31", "en", "2025-03-31"),
        ("", "zh-Hans", ""),
    ],
)
def test_a_date_is_said_as_its_language_says_it(date: str, language: str, said: str) -> None:
    """Typed by ISO 8601, printed with year, month and day in Chinese, as typed elsewhere."""
    assert spoken_date(date, language) == said


NUMBERED = """\
  page:
    frames:
      - {name: number, holds: words, words: '{number}', style: small, box: {columns: 1, lines: 1-1}}
      - {name: text, holds: text, style: body, box: {columns: 1-2, lines: 2-10}}
"""


def test_a_section_alone_keeps_the_number_it_has(tmp_path: Path) -> None:
    """The third section says 03, whether the others are there or not; sections without one are counted."""
    layout = layout_of(tmp_path, NUMBERED, ONE)
    alone = replace(section(paragraph(20)), number=3)
    assert texts(pages_of(brochure(alone), layout).pages[0])[0] == "03"
    both = pages_of(brochure(section(paragraph(20)), section(paragraph(20), slug="two")), layout)
    assert [texts(page)[0] for page in both.pages] == ["01", "02"]


LISTED = """\
  opening:
    frames:
      - {name: list, holds: contents, style: list, box: {columns: 1-2, lines: 1-6}}
      - {name: text, holds: text, style: body, after: list, box: {columns: 1-2, lines: 2-10}}
  pages:
    repeats: true
    frames: [{name: text, holds: text, style: body, box: {columns: 1-2, lines: 1-10}}]
"""


def headed(count: int, tmp_path: Path) -> Pagination:
    """A section of so many headings with 80 characters each."""
    layout = layout_of(tmp_path, LISTED, "  - {part: section, sequences: [{masters: [opening, pages]}]}\n")
    blocks = [
        block
        for number in range(count)
        for block in (Heading(title=Title(text=f"题{'甲乙丙丁'[number]}"), span=at(number)), paragraph(80))
    ]
    return pages_of(brochure(section(*blocks)), layout)


def test_a_section_lists_its_own_headings(tmp_path: Path) -> None:
    """Three headings are three rows, and the text begins on the line below them (half its white above it);
    the pages are those of the outline.
    """
    result = headed(3, tmp_path)
    rows = [(entry.page, entry.title) for entry in result.outlines]
    assert [title for _, title in rows] == ["题甲", "题乙", "题丙"]
    first = result.pages[0]
    listed = next(place for place in first.placements if place.frame == "list")
    assert listed.box.height == 3 * 20
    shown = [text for text in texts(first) if text in {"1", "2"}]
    assert sorted(shown) == [str(page) for page, _ in rows]
    assert min(place.box.y for place in first.placements if place.frame == "text") == 40 + 3 * 20 - 5


def test_two_headings_are_no_list(tmp_path: Path) -> None:
    """The frame stays empty, and the text that was to follow it begins at the head of the page."""
    first = headed(2, tmp_path).pages[0]
    assert [place.frame for place in first.placements if place.frame == "list"] == []
    assert min(place.box.y for place in first.placements if place.frame == "text") == 40 - 5


THREE = """\
  page:
    frames:
      - {name: figures, holds: metrics, style: band, or: [triple], box: {columns: 1-2, lines: 1-10}}
"""
TRIPLE = """\
  triple: {based-on: band, columns: 3, spelled: {family: square, weight: 400, size: 12pt, ink: text}}
"""


def band(values: str) -> MetricBand:
    """A band of these values."""
    metrics = tuple(MetricCallout(value=value, label="说", span=at(1)) for value in values.split())
    return MetricBand(metrics=metrics, span=at(1))


def test_a_band_takes_the_style_that_leaves_no_cell_empty(tmp_path: Path) -> None:
    """Three figures: two by two would leave a cell, three abreast leave none; four stand two by two."""
    layout = layout_of(tmp_path, THREE, ONE, metrics=TRIPLE)
    tops = []
    for values in ("10 20 30", "10 20 30 40"):
        (page,) = pages_of(brochure(section(band(values))), layout).pages
        marks = [mark for mark in page.display.marks if isinstance(mark, GlyphRun) and mark.size == 20.0]
        tops.append(len({round(mark.at.y, 2) for mark in marks}))
    assert tops == [1, 2]


def test_a_value_without_digits_is_spelled(tmp_path: Path) -> None:
    """Words among figures are set in their own size, on the same baseline."""
    layout = layout_of(tmp_path, THREE, ONE, metrics=TRIPLE)
    (page,) = pages_of(brochure(section(band("10 首 30"))), layout).pages
    runs = {mark.text: mark for mark in page.display.marks if isinstance(mark, GlyphRun)}
    assert [runs[value].size for value in ("10", "首", "30")] == [20.0, 12.0, 20.0]
    assert runs["首"].at.y == runs["10"].at.y
