"""Faces that a layout asks for and nobody has: named where the layout asks."""

from pathlib import Path

import pytest

from brochure.diagnostics import BrochureError
from brochure.layout import load_layout
from brochure.press.shop import open_faces
from brochure.shipped import shelf

LATIN = "latin: {family: figures, weight: 600}"
BODY = "family: song\n    weight: 400\n    size: 10.5pt"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (BODY, BODY.replace("song", "‸sung"), "fonts/unknown-family"),
        (BODY, BODY.replace("400", "‸450"), "fonts/unknown-weight"),
        (
            "latin: {family: figures, weight: 600}",
            "latin: {family: figures, weight: ‸650}",
            "fonts/unknown-weight",
        ),
    ],
)
def test_a_face_nobody_has_is_named_where_it_is_asked_for(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    """A family or weight that is not on the shelf: the place in the style that first asks."""
    written = (shelf("layouts") / "handout-a4.yaml").read_text(encoding="utf-8")
    assert old in written
    marked = written.replace(old, new, 1)
    before = marked[: marked.index("‸")]
    path = tmp_path / "leaf.yaml"
    path.write_text(marked.replace("‸", ""), encoding="utf-8")
    layout = load_layout(path, "leaf.yaml", (shelf("layouts") / "conditions",))
    with pytest.raises(BrochureError) as raised:
        open_faces(layout, tmp_path)
    places = [(finding.code, finding.span[1:3]) for finding in raised.value.findings if finding.span]
    assert places == [(code, (before.count("\n") + 1, len(before) - before.rindex("\n")))]


def test_a_role_nobody_can_play_is_named_where_it_is_cast(tmp_path: Path) -> None:
    """The family stands in `typefaces`, so the fault is there, not in the styles that name the role."""
    written = (shelf("layouts") / "civic-16k.yaml").read_text(encoding="utf-8")
    path = tmp_path / "leaf.yaml"
    path.write_text(written.replace("typefaces: {text: song", "typefaces: {text: sung"), encoding="utf-8")
    layout = load_layout(path, "leaf.yaml", (shelf("layouts") / "conditions",))
    with pytest.raises(BrochureError) as raised:
        open_faces(layout, tmp_path)
    line = written[: written.index("typefaces:")].count("\n") + 1
    assert {finding.span.line for finding in raised.value.findings if finding.span} == {line}
