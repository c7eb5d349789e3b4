"""Themes a section asks for."""

from pathlib import Path

from brochure.content.model import Section, Title
from brochure.diagnostics import Span
from tests.pagination.layouts import layout_of
from tests.pagination.pages import brochure, pages_of, paragraph


def test_an_unknown_theme_is_an_error_where_it_is_written(tmp_path: Path) -> None:
    """A `theme` the layout does not have is an error at its own line that lists those it has."""
    masters = "  page: {frames: [{name: text, holds: text, style: body, box: {columns: 1-2, lines: 1-10}}]}\n"
    layout = layout_of(tmp_path, masters, "  - {part: section, sequences: [{masters: [page]}]}\n")
    place = Span("content.yaml", 5, 12, 5, 17)
    section = Section(slug="a", title=Title(text="甲"), blocks=(paragraph(5),), theme="greem", theme_at=place)
    (finding,) = pages_of(brochure(section), layout).findings
    assert (finding.code, finding.span) == ("pagination/unknown-theme", place)
    assert "green, lilac" in (finding.suggestion.en if finding.suggestion else "")
