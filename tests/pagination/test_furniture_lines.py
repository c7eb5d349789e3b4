"""Words of the furniture stand on one line, and say so when that is too short for them."""

from dataclasses import replace
from pathlib import Path

from brochure.content.model import HandoutLines
from tests.pagination.layouts import layout_of
from tests.pagination.pages import brochure, pages_of, paragraph, section

PAGE = """\
  page:
    frames: [{name: text, holds: text, style: body, box: {columns: 1-2, lines: 1-10}}]
    furniture: foot
"""
FOOT = """\
furniture:
  foot: [{name: contact, holds: words, words: '{contact}', style: small, box: {columns: 1, lines: 10-10}}]
"""
PLAN = "  - {part: section, sequences: [{masters: [page]}]}\n"


def test_a_line_too_long_is_told_with_what_to_cut(tmp_path: Path) -> None:
    """Twelve characters of 8 points fill 96 of 100; five more are 36 points over, five characters."""
    layout = layout_of(tmp_path, PAGE, PLAN, furniture=FOOT)
    content = brochure(section(paragraph(40)))
    short, long = (
        pages_of(replace(content, handout=HandoutLines(contact="联" * count)), layout).findings
        for count in (12, 17)
    )
    assert short == ()
    (finding,) = long
    assert finding.code == "pagination/line-over"
    assert "36 pt (5 characters)" in finding.message.en
