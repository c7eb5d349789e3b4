"""The check of a folded sheet: text and its folds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brochure.diagnostics import Diagnostic, Severity, Words
from brochure.display import GlyphRun
from brochure.geometry import Pt, Rect, in_mm
from brochure.pagination import Page
from brochure.preflight.checks import SLACK, Check, Proof, finding
from brochure.preflight.extent import extent, ink_extent


def fold_distance(page: Page, job: Proof) -> Iterator[Diagnostic]:
    """Text keeps away from a fold, where ink cracks and which wanders by a millimetre (74)."""
    fold = job.layout.fold
    if fold is None:
        return
    lines = fold.lines("right" if page.number % 2 else "left")
    for mark in page.display.marks:
        if not isinstance(mark, GlyphRun):
            continue
        near = _from_lines(extent(mark), lines)
        if near < fold.safety - SLACK:  # the ink itself only in doubt
            near = _from_lines(ink_extent(mark, job.faces.get(mark.face)), lines)
        if near >= fold.safety - SLACK:
            continue
        text = mark.text if len(mark.text) <= 12 else mark.text[:12] + "…"
        yield finding(
            Severity.WARNING,
            "preflight/near-fold",
            Words(
                f"text {in_mm(near):.1f} mm from a fold, not {in_mm(fold.safety):.0f}: “{text}”",
                f"文字离折线 {in_mm(near):.1f} mm，安全距为 {in_mm(fold.safety):.0f} mm：“{text}”",
            ),
            mark,
            page,
            job,
            Words("keep its frame inside one panel of the layout", "请在版式里把它的框收进一个折面"),
        )


CHECKS: tuple[Check, ...] = (fold_distance,)


def _from_lines(box: Rect, lines: Sequence[Pt]) -> Pt:
    """From *box* to the nearest fold; negative across it."""
    return min(max(box.x - line, line - box.right) for line in lines)
