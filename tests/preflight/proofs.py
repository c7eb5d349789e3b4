"""Pages set by hand, for one check at a time: a good page, and the same page with one thing wrong."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from brochure.color import BLACK
from brochure.diagnostics import Diagnostic, Span
from brochure.display import DisplayList, GlyphRun, Mark, Picture
from brochure.geometry import Point, Pt, Rect
from brochure.images import ImageFile
from brochure.layout import Layout
from brochure.pagination import Page
from brochure.preflight import preflight
from tests.layout.written import load

SPAN: Final = Span("content.yaml", 12, 9, 12, 30)
AREA: Final = Rect(30, 40, 220, 190)
"""The type area of the small layout of tests/layout: 300 × 400 points, 9 of bleed, 12 of safety."""


@dataclass(frozen=True)
class Desk:
    """A layout and the pictures there are."""

    layout: Layout
    images: dict[str, ImageFile]

    def findings(self, *marks: Mark, number: int = 5, master: str = "one") -> tuple[Diagnostic, ...]:
        """What preflight finds on a page of these marks."""
        return preflight([self.page(*marks, number=number, master=master)], {}, self.images, self.layout)

    def page(self, *marks: Mark, number: int = 5, master: str = "one") -> Page:
        """A page of these marks."""
        return Page(
            number=number,
            master=master,
            display=DisplayList(size=self.layout.trim, marks=marks),
            placements=(),
        )


def desk(folder: Path) -> Desk:
    """The small layout, and a picture of 1200 × 900 pixels."""
    file = ImageFile(
        name="lilac.jpg",
        path=folder / "lilac.jpg",
        digest="0" * 64,
        pixels=(1200, 900),
        mode="RGB",
        icc=False,
        orientation=1,
    )
    return Desk(load(folder), {"lilac.jpg": file})


RUN: Final = GlyphRun(
    at=Point(60, 100),
    face="Square",
    size=10.0,
    ink=BLACK,
    glyphs=(1, 2, 3, 4),
    xs=(0.0, 10.0, 20.0, 30.0),
    texts=("西", "宁", "之", "春"),
    width=40.0,
    overprint=True,
    span=SPAN,
)


def run_at(x: Pt, y: Pt, size: Pt = 10.0) -> GlyphRun:
    """The run with its origin there, its em boxes four times *size* wide."""
    return replace(RUN, at=Point(x, y), size=size, xs=(0.0, size, 2 * size, 3 * size), width=4 * size)


def picture(box: Rect, crop: Rect = Rect(0, 0, 1, 1)) -> Picture:  # noqa: B008  # frozen
    """The picture in *box*."""
    return Picture(box=box, file="lilac.jpg", crop=crop, span=SPAN)
