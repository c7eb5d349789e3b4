"""Printer's marks: what the bindery and the press look for outside the bleed."""

from brochure.color import Cmyk, Spot
from brochure.display import Rule
from brochure.geometry import Point, Pt, Rect, mm

REGISTRATION = Spot(name="All", tint=1, alternate=Cmyk(1, 1, 1, 1))
"""Registration colour (套版色): prints on every plate (ISO 32000-1, 8.6.6.4); for marks alone (GWG 2022
R0024).
"""

SLUG: Pt = mm(10)
"""From the trim to the edge of a medium with marks."""

_OFFSET: Pt = mm(3)
_LENGTH: Pt = mm(5)
_WIDTH: Pt = 0.25


_DASH: Pt = _LENGTH / 5


def fold_marks(trim: Rect, bleed: Rect, folds: tuple[Pt, ...]) -> tuple[Rule, ...]:
    """Fold marks (折线标记), one above and one below for each of *folds*, which are distances from the left
    edge of *trim*: dashed, so that nobody cuts along them, and outside the *bleed* like crop marks.
    """
    near = max(_OFFSET, trim.y - bleed.y, bleed.bottom - trim.bottom)
    return tuple(
        _mark(
            Point(trim.x + fold, edge + side * (near + dash * _DASH)),
            Point(trim.x + fold, edge + side * (near + (dash + 1) * _DASH)),
        )
        for fold in folds
        for edge, side in ((trim.y, -1), (trim.bottom, 1))
        for dash in (0, 2, 4)
    )


def _mark(start: Point, end: Point) -> Rule:
    return Rule(start=start, end=end, width=_WIDTH, ink=REGISTRATION)


def crop_marks(trim: Rect, bleed: Rect) -> tuple[Rule, ...]:
    """Eight crop marks (裁切线), two at each corner of *trim*: hairlines that begin 3 mm off it, or at
    the *bleed* if that reaches further, so that none lies in the picture.
    """
    near = max(_OFFSET, trim.x - bleed.x, trim.y - bleed.y)
    far = near + _LENGTH
    ends = [
        (Point(x + side * near, y), Point(x + side * far, y))
        for y in (trim.y, trim.bottom)
        for x, side in ((trim.x, -1), (trim.right, 1))
    ] + [
        (Point(x, y + side * near), Point(x, y + side * far))
        for x in (trim.x, trim.right)
        for y, side in ((trim.y, -1), (trim.bottom, 1))
    ]
    return tuple(_mark(start, end) for start, end in ends)
