"""The press condition of a layout: found beside the layouts, its faults told with theirs."""

from pathlib import Path

import pytest

from tests.layout.written import CONDITIONS, changed, faults, load


def own_condition(folder: Path, old: str = "", new: str = "") -> str:
    """The small layout on a press condition of the author's own, with one change."""
    own = folder / "conditions"
    own.mkdir()
    text = (CONDITIONS / "fogra39-coated.yaml").read_text(encoding="utf-8")
    assert old in text
    text = text.replace("name: fogra39-coated", "name: own", 1).replace(old or "\0", new)
    (own / "own.yaml").write_text(text, encoding="utf-8")
    (own / "ISOcoated_v2_300_bas.icc").write_bytes((CONDITIONS / "ISOcoated_v2_300_bas.icc").read_bytes())
    return changed("fogra39-coated", "own")


def test_the_authors_own_condition_is_found_first(tmp_path: Path) -> None:
    """A printing house with other limits: its figures, in points and shares."""
    condition = load(tmp_path, own_condition(tmp_path, "total-ink: 300%", "total-ink: 260%")).condition
    assert (condition.name, condition.total_ink, condition.min_rule) == ("own", 2.6, 0.25)


CONDITION_SLIPS = {
    "missing profile": ("ISOcoated_v2_300_bas.icc", "gone.icc", "missing-profile", "`gone.icc`"),
    "profile elsewhere": ("ISOcoated_v2_300_bas.icc", "../a.icc", "missing-profile", "`../a.icc`"),
    "odd digest": ("icc-digest: b", "icc-digest: x", "not-so-written", "is not"),
    "ink over 400": ("total-ink: 300%", "total-ink: 500%", "out-of-range", "500%"),
    "unknown key": ("ppi: 300", "dpi: 300", "unknown-key", "dpi"),
}


@pytest.mark.parametrize("name", CONDITION_SLIPS)
def test_a_fault_of_the_condition_points_into_its_file(tmp_path: Path, name: str) -> None:
    """The finding names the condition's own file and line, and the layout's own faults come with it."""
    old, new, code, words = CONDITION_SLIPS[name]
    text = own_condition(tmp_path, old, new).replace("style: heading, box", "style: heding, box")
    of_condition, of_layout = faults(tmp_path, text)
    assert of_condition.span is not None
    assert of_condition.span.file == "conditions/own.yaml"
    assert of_condition.span.line > 1
    assert (of_condition.code, words in of_condition.message.en) == (f"layout/{code}", True)
    assert of_layout.code == "layout/unknown-name"
