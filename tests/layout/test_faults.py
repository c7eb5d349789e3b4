"""Every fault a layout can have: named where it stands, in both languages, all of them at once."""

import re
from pathlib import Path

import pytest

from tests.layout.slips import SLIPS
from tests.layout.written import BASE, changed, faults, place_of_mark
from tests.source.findings import told


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_named_where_it_stands(tmp_path: Path, name: str) -> None:
    """One thing wrong gives one finding: its code, its place, what is wrong, what was meant; in Chinese as
    well.
    """
    slip = SLIPS[name]
    text, place = place_of_mark(changed(slip.old, slip.new))
    (finding,) = faults(tmp_path, text)
    assert finding.span is not None
    assert (finding.code, finding.span.file) == (f"layout/{slip.code}", "layouts/leaf.yaml")
    if "‸" in slip.new:
        assert f"{finding.span.line}:{finding.span.column}" == place
    assert slip.words in finding.message.en
    assert re.search("[\u4e00-\u9fff]", finding.message.zh)
    if slip.meant:
        assert finding.suggestion is not None
        assert slip.meant in finding.suggestion.en


WITHOUT_A_MARK = {
    "no trim": (1, 1),
    "a style without leading": (BASE[: BASE.index("small: {")].count("\n") + 1, 10),
    "too many columns": (9, 3),
    "two frames of one name": (BASE[: BASE.index("name: text, h")].count("\n") + 1, 9),
}


@pytest.mark.parametrize("name", WITHOUT_A_MARK)
def test_what_is_not_written_is_named_where_it_should_be(tmp_path: Path, name: str) -> None:
    """A missing key points at the mapping it belongs into, a bad sum at the grid, a clash at the second."""
    text = changed(SLIPS[name].old, SLIPS[name].new)
    (finding,) = faults(tmp_path, text)
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == WITHOUT_A_MARK[name]


def test_all_faults_come_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    """Five slips in names, boxes, inks and the grid: five findings from the first line to the last."""
    text = BASE
    for name in ("unknown base", "too many lines", "unknown master", "open at the side", "unknown condition"):
        text = text.replace(SLIPS[name].old, SLIPS[name].new.replace("‸", ""))
    found = faults(tmp_path, text)
    assert [finding.code.partition("/")[2] for finding in found] == [
        "unknown-condition",
        "type-area-too-large",
        "unknown-name",
        "open-box",
        "unknown-name",
    ]


def test_a_fault_of_furniture_is_told_once(tmp_path: Path) -> None:
    """Two masters share the furniture; its fault is one fault."""
    found = faults(tmp_path, changed("style: small\n", "style: smoll\n"))
    assert [finding.code for finding in found] == ["layout/unknown-name"]


def test_furniture_nobody_uses_is_read_all_the_same(tmp_path: Path) -> None:
    """A set of furniture that no master names has its faults told."""
    more = (
        "furniture:\n  spare: [{name: a, holds: words, words: a, style: no, box: {columns: 1, lines: 1}}]\n"
    )
    found = faults(tmp_path, changed("furniture:\n", more))
    assert [finding.code for finding in found] == ["layout/unknown-name"]


def test_a_layout_without_themes_is_refused(tmp_path: Path) -> None:
    """Styles get their inks from a theme: one at least."""
    start, end = BASE.index("themes:"), BASE.index("styles:")
    found = faults(tmp_path, BASE[:start] + "themes: {}\n" + BASE[end:])
    assert told(found) == ["1:1 layout/missing-key"]
