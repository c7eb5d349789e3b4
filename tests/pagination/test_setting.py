"""What rival pages share: a block composed once at one measure in one style."""

from dataclasses import replace
from pathlib import Path

from brochure.composition import Galley, Measures, Style
from brochure.content.model import Block, Title
from brochure.layout.styles import ParagraphStyle
from brochure.pagination.setting import Setting
from tests.pagination.layouts import layout_of
from tests.pagination.pages import brochure, paragraph, section

PAGE = """\
  page:
    frames:
      - {name: text, holds: text, style: body, box: {columns: 1-2, lines: 1-10}}
"""


def test_a_style_that_came_and_went_lends_no_galley_to_the_next(tmp_path: Path) -> None:
    """Styles turned for vertical frames live as long as one attempt: the next one, at the same place in
    memory, is set in its own size.
    """
    layout = layout_of(tmp_path, PAGE, "  - {part: section, sequences: [{masters: [page]}]}\n")
    body = layout.theme("").paragraphs["body"]

    def compose(_block: Block | Title, style: Style, _measure: float | Measures) -> Galley:
        assert isinstance(style, ParagraphStyle)
        return Galley(measure=style.leading, strips=())

    script = brochure(section(paragraph(8)))
    setting = Setting(brochure=script, layout=layout, compose=compose, images={})
    for leading in range(10, 60):
        assert setting.galley(script.title, replace(body, leading=leading), 100.0).measure == leading
