"""A folded sheet (折页): how wide its panels are, and so where its folds lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from brochure.diagnostics import Span, Words
from brochure.geometry import Pt, in_mm, mm
from brochure.source import Faults, Form, Length, ListOf
from brochure.source import Field as Key
from brochure.values import dataclass

if TYPE_CHECKING:  # model.py names the fold among its own
    from brochure.layout.model import Side

_SAFETY: Final = mm(3)
_SLACK: Final = mm(0.1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """A sheet whose pages are its two sides.

    *panels* are the widths of its panels from left to right on a right-hand page, the sheet's outside; on its
    back they stand the other way round. *safety* is how far text keeps from a fold.
    """

    panels: tuple[Pt, ...]
    safety: Pt = _SAFETY
    span: Span | None = field(default=None, compare=False, repr=False)

    def lines(self, side: Side) -> tuple[Pt, ...]:
        """Where the folds lie on a page of that *side*, from the trim's left edge."""
        panels = self.panels if side == "right" else self.panels[::-1]
        return tuple(accumulate(panels[:-1]))


FOLD: Final[Form[dict[str, object]]] = Form(
    dict,
    Words("the fold", "折页"),
    {
        "panels": Key(
            ListOf(Length("20mm", "500mm"), fewest=2, most=12), "各折面的宽，依正面从左到右", required=True
        ),
        "safety": Key(Length("0mm", "20mm"), "文字到折线的安全距"),
    },
)


def fold_of(written: Mapping[str, Any], width: Pt, faults: Faults) -> Fold:
    """The fold of a sheet of *width*; panels that do not make up the width are a fault."""
    panels: tuple[Pt, ...] = tuple(written["panels"])
    if abs(sum(panels) - width) > _SLACK:
        folded, trim = round(in_mm(sum(panels)), 1), round(in_mm(width), 1)
        message = Words(
            f"the panels are {folded:g} mm wide in all, the trim {trim:g} mm",
            f"各折面共宽 {folded:g} mm，成品宽 {trim:g} mm",
        )
        hint = Words("make their sum the width of the trim", "各折面之和应等于成品的宽")
        faults.error("fold-panels", message, written["span"], hint)
    return Fold(panels=panels, safety=written.get("safety", _SAFETY), span=written["span"])
