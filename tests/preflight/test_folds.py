"""Text and the folds of a folded sheet."""

from dataclasses import replace
from pathlib import Path

import pytest

from brochure.diagnostics import Severity
from brochure.layout import Fold
from tests.preflight.proofs import SPAN, Desk, desk, run_at

FOLD = Fold(panels=(90.0, 100.0, 110.0), safety=10.0)


@pytest.fixture(name="desk")
def on_desk(tmp_path: Path) -> Desk:
    """The small layout, 300 points wide, folded at 90 and 190 on right-hand, at 110 and 210 on left-hand
    pages.
    """
    flat = desk(tmp_path)
    return replace(flat, layout=replace(flat.layout, fold=FOLD))


@pytest.mark.parametrize(
    ("x", "number", "near"),
    [
        (39, 1, False),  # ends at 79, 11 from the fold
        (41, 1, True),  # ends at 81
        (80, 1, True),  # across the fold
        (99, 1, True),
        (101, 1, False),
        (101, 2, True),  # the inside folds at 110
        (59, 2, False),
        (61, 2, True),
        (201, 1, False),
        (201, 2, True),
        (221, 2, False),
    ],
)
def test_text_keeps_away_from_a_fold(desk: Desk, x: float, number: int, near: bool) -> None:
    """A run of 40 points within 10 points of a fold of its side, or across it, is one warning with its
    place.
    """
    found = desk.findings(run_at(x, 100), number=number)
    assert [finding.code for finding in found] == (["preflight/near-fold"] if near else [])
    for finding in found:
        assert (finding.severity, finding.span, finding.page) == (Severity.WARNING, SPAN, number)
        assert "mm" in finding.message.en
        assert finding.suggestion is not None


def test_a_flat_sheet_has_no_folds(tmp_path: Path) -> None:
    """The same text in the layout without a fold is fine."""
    assert desk(tmp_path).findings(run_at(80, 100)) == ()
