"""Notes at the foot of their column, by counting lines of 20 points."""

from pathlib import Path
from typing import Final

import pytest

from brochure.content.model import Block, BodyText, Inline
from brochure.display import GlyphRun, Rule
from brochure.layout import load_layout
from brochure.pagination import Page
from brochure.pagination.notes import mark_of, numbered
from brochure.shipped import shelf
from tests.pagination.layouts import HEAD, layout_of
from tests.pagination.pages import HAN, at, brochure, pages_of, paragraph, section, texts, untitled

COLUMN: Final = """\
  page:
    repeats: true
    frames:
      - {name: text, holds: text, style: body, box: {columns: 1, lines: 1-10}}
"""
TWO: Final = """\
  page:
    frames:
      - name: text
        holds: text
        style: body
        columns: 2
        gutter: 20pt
        balance: true
        box: {columns: 1-2, lines: 1-10}
"""
PLAN: Final = "  - {part: section, sequences: [{masters: [page]}]}\n"
HEIGHT: Final = 16.0  # a note's line: four fifths of the text's


def noted(before: int, after: int, note: str = "注文", line: int = 1) -> BodyText:
    """A paragraph with a note after so many characters."""
    parts = (
        Inline(text=(HAN * 9)[:before]),
        Inline(text="", note=(Inline(text=note),)),
        Inline(text=(HAN * 9)[:after]),
    )
    return BodyText(text=parts, span=at(line))


def rules(page: Page) -> list[Rule]:
    """The short rules above notes."""
    return [mark for mark in page.display.marks if isinstance(mark, Rule)]


def run(page: Page, text: str) -> GlyphRun:
    """The run of a page that begins with *text*."""
    return next(
        mark for mark in page.display.marks if isinstance(mark, GlyphRun) and mark.text.startswith(text)
    )


def test_notes_stand_at_the_foot_below_a_short_rule(tmp_path: Path) -> None:
    """C3: mark in the text, note at the frame's foot, its em box level with the text's last line; a rule
    a quarter of the measure long between.
    """
    page = pages_of(brochure(section(noted(20, 20))), layout_of(tmp_path, COLUMN, PLAN)).pages[0]
    assert "①" in texts(page)
    note = run(page, "①\u3000注文")
    assert note.size == 8.0
    foot = 40 + 9 * 20 + 10  # of the tenth line's em box
    assert note.at.y + 0.12 * 8 == pytest.approx(foot)
    (rule,) = rules(page)
    assert (rule.start.x, rule.end.x) == (30.0, 55.0)
    last_text = max(
        mark.at.y for mark in page.display.marks if isinstance(mark, GlyphRun) and mark.size == 10
    )
    assert last_text < rule.start.y < note.at.y - 0.88 * 8


def test_a_column_has_room_for_the_notes_of_its_lines(tmp_path: Path) -> None:
    """C3, G8: the note takes two of the column's ten lines (16 pt and the gap above it); a line whose note
    does not fit any more goes to the next column with it.
    """
    layout = layout_of(tmp_path, COLUMN, PLAN)
    pages = pages_of(brochure(section(noted(20, 108))), layout).pages
    lines = [
        len(
            {
                round(mark.at.y, 2)
                for mark in page.display.marks
                if isinstance(mark, GlyphRun) and mark.size == 10
            }
        )
        for page in pages
    ]
    assert lines == [8, 6]
    late = pages_of(brochure(section(noted(92, 40))), layout).pages
    assert [any("注文" in text for text in texts(page)) for page in late] == [False, True]
    assert [any("①" in text for text in texts(page)) for page in late] == [False, True]


def test_marks_are_numbered_through_a_section(tmp_path: Path) -> None:
    """C3: ① ② … from paragraph to paragraph, and from ① again in the next section."""
    layout = layout_of(tmp_path, COLUMN, PLAN)
    content = brochure(section(noted(5, 5, "甲"), noted(5, 5, "乙")), section(noted(5, 5, "丙"), slug="two"))
    first, second = pages_of(content, layout).pages
    assert [text for text in texts(first) if "\u3000" in text] == ["①\u3000甲", "②\u3000乙"]
    assert [text for text in texts(second) if "\u3000" in text] == ["①\u3000丙"]


def test_more_than_twenty_notes_have_figures() -> None:
    """Beyond ⑳ the marks are superscript figures."""
    assert [mark_of(number) for number in (1, 20, 21)] == ["①", "⑳", "21"]
    blocks: list[Block] = [noted(1, 1) for _ in range(21)]
    last = list(numbered(blocks))[-1]
    assert isinstance(last, BodyText)
    assert (last.text[1].text, last.text[1].superscript) == ("21", True)


def test_notes_of_balanced_columns_stand_at_their_common_foot(tmp_path: Path) -> None:
    """C3, G10: columns that end the story end together, notes and all."""
    layout = layout_of(tmp_path, TWO, PLAN)
    page = pages_of(brochure(section(noted(10, 70, "甲"), paragraph(40))), layout).pages[0]
    note = run(page, "①\u3000甲")
    last = max(mark.at.y for mark in page.display.marks if isinstance(mark, GlyphRun) and mark.at.x > 140)
    assert note.at.x < 140
    assert note.at.y + 0.12 * 8 == pytest.approx(last + 0.12 * 10)


def test_a_note_that_lacks_a_glyph_is_told_at_its_paragraph(tmp_path: Path) -> None:
    """M3: what composing a note finds is found at the block it was written in."""
    from functools import partial

    from brochure.composition import compose_block
    from brochure.pagination import paginate
    from tests.pagination.pages import AnyPicture
    from tests.square import SquareLibrary

    faces = SquareLibrary(absent="㼆")
    layout = layout_of(tmp_path, COLUMN, PLAN)
    content = brochure(section(noted(5, 5, "㼆", line=7)))
    found = untitled(
        paginate(content, layout, partial(compose_block, faces=faces), faces, AnyPicture())
    ).findings
    assert [(finding.code, finding.span) for finding in found] == [("composition/missing-glyph", at(7))]


def test_the_layout_may_have_a_style_for_notes(tmp_path: Path) -> None:
    """A style called ``footnote`` is theirs."""
    style = "styles:\n  footnote: {family: square, weight: 400, size: 6pt, leading: 10pt, ink: main}\n"
    path = tmp_path / "sums.yaml"
    text = HEAD.replace("MULTIPLE", "1").replace("styles:\n", style) + COLUMN + "plan:\n" + PLAN
    path.write_text(text, encoding="utf-8")
    layout = load_layout(path, "sums.yaml", (shelf("layouts") / "conditions",))
    assert run(pages_of(brochure(section(noted(5, 5))), layout).pages[0], "①\u3000").size == 6.0
