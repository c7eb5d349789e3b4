"""Small files for the judge: paragraphs set by our compositor, and lines set by hand with a defect in them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from brochure.color import BLACK
from brochure.composition import Galley, compose_paragraph
from brochure.content.metadata import Metadata
from brochure.content.model import Inline
from brochure.display import DisplayList, GlyphRun, Mark, Surface, moved
from brochure.fonts import Face, FontLibrary
from brochure.geometry import Point, Pt, Rect, Size
from brochure.layout.styles import ParagraphStyle, TextStyle
from brochure.pdf import write_pdf
from brochure.shipped import shelf
from tests.pdf.specimen import CONDITION

SIZE: Final = 10.0
LEADING: Final = 18.0
MARGIN: Final = 40.0
SONG: Final = TextStyle(family="song", weight=400, size=SIZE, ink=BLACK)
BODY: Final = ParagraphStyle(text=SONG, leading=LEADING, indent=2.0)
_APART: Final = 3 * LEADING


@cache
def library() -> FontLibrary:
    """The shipped faces."""
    return FontLibrary.read(shelf("fonts"))


@cache
def song() -> Face:
    """The text face."""
    return library().face("song", 400)


def set_paragraph(text: str, ems: float, style: ParagraphStyle = BODY) -> Galley:
    """*text* at a measure of *ems*."""
    return compose_paragraph((Inline(text=text),), style, ems * style.text.size, library())


def page_of(galleys: Iterable[Galley], left: Pt = MARGIN) -> list[Mark]:
    """The marks of *galleys*, one under another with air between."""
    marks: list[Mark] = []
    top = MARGIN
    for galley in galleys:
        for strip in galley.strips:
            marks += [moved(mark, left, top) for mark in strip.marks]
            top += strip.height
        top += _APART
    return marks


def printed(pages: Sequence[Sequence[Mark]]) -> bytes:
    """A press file of *pages*, as large as what stands on them."""
    surfaces = []
    for marks in pages:
        runs = [mark for mark in marks if isinstance(mark, GlyphRun)]
        wide = max(run.at.x + run.width for run in runs) + MARGIN
        high = max(run.at.y for run in runs) + MARGIN
        box = Rect(0, 0, wide, high)
        display = DisplayList(size=Size(wide, high), marks=tuple(marks))
        surfaces.append(Surface(display=display, media=box, bleed=box, trim=box))
    faces = {mark.face for marks in pages for mark in marks if isinstance(mark, GlyphRun)}
    return write_pdf(
        surfaces, {name: _by_name(name) for name in faces}, _no_pictures, Metadata(title="样张"), CONDITION
    )


def _by_name(name: str) -> Face:
    for family, weight in (
        ("song", 400),
        ("song", 700),
        ("hei", 400),
        ("hei", 500),
        ("hei", 700),
        ("kai", 400),
    ):
        face = library().face(family, weight)
        if face.name == name:
            return face
    raise KeyError(name)


def _no_pictures(_picture: object) -> object:
    raise AssertionError("nothing is pictured here")


# ---------------------------------------------------------------- lines set by hand


def hand_set(
    text: str,
    row: int,
    *,
    indent: float = 0.0,
    nudge: dict[int, float] | None = None,
    size: Pt = SIZE,
    rise: Pt = 0.0,
) -> GlyphRun:
    """*text* on row *row*, every glyph behind the one before it at the face's own advance.

    *indent* is in em from the margin; *nudge* moves a character, and all after it, by em.
    """
    shaped = song().shape(text)
    scale = size / song().units_per_em
    ends = [*shaped.clusters[1:], len(text)]
    xs, pen = [], 0.0
    for at, advance, offset in zip(shaped.clusters, shaped.advances, shaped.x_offsets, strict=True):
        pen += (nudge or {}).get(at, 0.0) * size
        xs.append(pen + offset * scale)
        pen += advance * scale
    return GlyphRun(
        at=Point(MARGIN + indent * size, MARGIN + row * LEADING - rise),
        face=song().name,
        size=size,
        ink=BLACK,
        glyphs=shaped.glyphs,
        xs=tuple(xs),
        texts=tuple(text[a:b] for a, b in zip(shaped.clusters, ends, strict=True)),
        width=pen,
        overprint=True,
    )


def lower(run: GlyphRun, by: Pt) -> GlyphRun:
    """*run* moved down by *by* points."""
    return replace(run, at=Point(run.at.x, run.at.y + by))
