"""A folded sheet: where its folds lie on both sides, and the layout that is shipped for one."""

from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.geometry import Rect, in_mm, mm
from brochure.layout import Fold, Layout, load_layout
from brochure.layout.model import Side
from brochure.shipped import shelf
from tests.layout.written import changed, load

LETTER: Final = Fold(panels=(mm(97), mm(100), mm(100)))
TRIFOLD: Final = shelf("layouts") / "trifold-a4.yaml"


def test_a_letter_fold_mirrors() -> None:
    """97 | 100 | 100 outside is 100 | 100 | 97 inside: folds at 97 and 197, at 100 and 200 mm."""
    assert [in_mm(line) for line in LETTER.lines("right")] == pytest.approx([97, 197])
    assert [in_mm(line) for line in LETTER.lines("left")] == pytest.approx([100, 200])


@given(st.lists(st.floats(60, 400), min_size=2, max_size=8))
def test_both_sides_fold_along_one_line(panels: list[float]) -> None:
    """Turned over, each fold of one side lies on a fold of the other; there is one fewer than panels."""
    fold = Fold(panels=tuple(panels))
    front, back = fold.lines("right"), fold.lines("left")
    assert len(front) == len(back) == len(panels) - 1
    assert sorted(sum(panels) - line for line in back) == pytest.approx(list(front))


def test_a_layout_says_how_it_is_folded(tmp_path: Path) -> None:
    """Panels and safety arrive; safety is 3 mm where nothing is said; most layouts are not folded."""
    folded = load(
        tmp_path, changed("bleed: 9pt\n", "bleed: 9pt\nfold: {panels: [90pt, 100pt, 110pt]}\n")
    ).fold
    assert folded == Fold(panels=(90.0, 100.0, 110.0), safety=mm(3))
    wide = changed("bleed: 9pt\n", "bleed: 9pt\nfold: {panels: [150pt, 150pt], safety: 15pt}\n")
    assert load(tmp_path, wide).fold == Fold(panels=(150.0, 150.0), safety=15.0)
    assert load(tmp_path).fold is None


@pytest.fixture(name="trifold", scope="module")
def shipped_trifold() -> Layout:
    """The shipped letter fold."""
    return load_layout(TRIFOLD, TRIFOLD.name, (shelf("layouts") / "conditions",))


def test_the_shipped_letter_fold_folds_its_narrow_panel_in(trifold: Layout) -> None:
    """A4 in 97, 100 and 100 mm; the narrow one lies left on the outside, under the back and the cover."""
    assert trifold.fold is not None
    assert [round(in_mm(panel), 3) for panel in trifold.fold.panels] == [97, 100, 100]
    assert [round(in_mm(edge), 3) for edge in trifold.trim] == [297, 210]
    assert trifold.fold.safety >= mm(3)


@pytest.mark.parametrize(("side", "edges"), [("right", (0, 97, 197, 297)), ("left", (0, 100, 200, 297))])
def test_each_column_stands_inside_its_panel(trifold: Layout, side: Side, edges: tuple[int, ...]) -> None:
    """On both sides every column of the grid keeps 5 mm or more from the folds and the trim of its panel."""
    grid = trifold.grid
    first = grid.inner if side == "right" else trifold.trim.width - grid.inner - grid.width
    for number, (left, right) in enumerate(pairwise(edges)):
        x = first + number * (grid.column + grid.gutter)
        assert x - mm(left) >= mm(5)
        assert mm(right) - (x + grid.column) >= mm(5)


def test_its_pictures_and_grounds_end_on_folds(trifold: Layout) -> None:
    """Whatever is painted reaches from fold to fold or into the bleed."""
    assert trifold.fold is not None
    for name, side in (("outside", "right"), ("inside", "left")):
        master, at = trifold.masters[name], trifold.fold.lines(side)  # type: ignore[arg-type]
        allowed = (-trifold.bleed, *at, trifold.trim.width + trifold.bleed)
        boxes: list[Rect] = [
            piece.box.on(trifold.trim, side)  # type: ignore[arg-type]
            for piece in (*master.art, *(frame for frame in master.frames if frame.holds == "photo"))
        ]
        assert len(boxes) >= 4
        for box in boxes:
            for edge in (box.x, box.right):
                assert min(abs(edge - line) for line in allowed) < 0.01, (name, box)
