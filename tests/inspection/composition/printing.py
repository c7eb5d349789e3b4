"""Small files for the judge: paragraphs set by our compositor, and lines set by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from brochure.color import BLACK
from brochure.composition import Galley, compose_paragraph
from brochure.content.metadata import Metadata
from brochure.content.model import Inline
from brochure.display import DisplayList, GlyphRun, Mark, Picture, Surface, moved
from brochure.fonts import Face, FontLibrary
from brochure.geometry import Point, Pt, Rect, Size
from brochure.images import Raster
from brochure.layout.styles import ParagraphStyle, TextStyle
from brochure.pdf import deflated, write_pdf
from brochure.shipped import shelf
from tests.pdf.specimen import CONDITION

SIZE: Final = 10.0
LEADING: Final = 18.0
MARGIN: Final = 40.0
SONG: Final = TextStyle(family="song", weight=400, size=SIZE, ink=BLACK)
BODY: Final = ParagraphStyle(text=SONG, leading=LEADING, indent=2.0)
APART: Final = 3 * LEADING
_SHELF: Final = (("song", 400), ("song", 700), ("hei", 400), ("hei", 500), ("hei", 700), ("kai", 400))


@cache
def library() -> FontLibrary:
    """The shipped faces."""
    return FontLibrary.read(shelf("fonts"))


@cache
def faces() -> dict[str, Face]:
    """The faces by their own names."""
    return {(face := library().face(family, weight)).name: face for family, weight in _SHELF}


@cache
def song() -> Face:
    """The text face."""
    return library().face("song", 400)


# ---------------------------------------------------------------- set by our compositor


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
        top += APART
    return marks


# ---------------------------------------------------------------- set by hand


def hand_set(
    text: str,
    row: float,
    *,
    indent: float = 0.0,
    to: float | None = None,
    nudge: dict[int, float] | None = None,
    size: Pt = SIZE,
    face: Face | None = None,
    features: tuple[str, ...] = (),
) -> GlyphRun:
    """*text* on row *row*, every glyph behind the one before it at the face's own advance.

    *indent* is in em from the margin; *nudge* moves a character, and all after it, by em; *to* spreads the
    characters so that the last advance ends that many em from the margin. Spaces between Latin words stay.
    """
    face = face or song()
    shaped = face.shape(text, features)
    scale = size / face.units_per_em
    ends = [*shaped.clusters[1:], len(text)]
    wide = sum(shaped.advances) * scale + sum((nudge or {}).values()) * size
    slots = [at for at in shaped.clusters[1:] if not (text[at].isascii() and text[at - 1].isascii())]
    given = 0.0 if to is None or not slots else ((to - indent) * size - wide) / len(slots)
    xs, pen = [], 0.0
    for at, advance, offset in zip(shaped.clusters, shaped.advances, shaped.x_offsets, strict=True):
        pen += (nudge or {}).get(at, 0.0) * size + (given if at in slots else 0.0)
        xs.append(pen + offset * scale)
        pen += advance * scale
    return GlyphRun(
        at=Point(MARGIN + indent * size, MARGIN + row * LEADING),
        face=face.name,
        size=size,
        ink=BLACK,
        glyphs=shaped.glyphs,
        xs=tuple(xs),
        texts=tuple(text[a:b] for a, b in zip(shaped.clusters, ends, strict=True)),
        width=pen,
        overprint=True,
    )


def meaning(run: GlyphRun, at: int, text: str) -> GlyphRun:
    """*run* with glyph *at* standing for another *text*."""
    texts = list(run.texts)
    texts[at] = text
    return replace(run, texts=tuple(texts))


def raised(run: GlyphRun, at: int, by: float) -> GlyphRun:
    """*run* with glyph *at* lifted by *by* em."""
    ys = [0.0] * len(run.glyphs)
    ys[at] = -by * run.size
    return replace(run, ys=tuple(ys))


def shifted(run: GlyphRun, right: Pt = 0.0, down: Pt = 0.0) -> GlyphRun:
    """*run* at another place."""
    return replace(run, at=run.at.moved(right, down))


# ---------------------------------------------------------------- printed


def printed(pages: Sequence[Sequence[Mark]]) -> bytes:
    """A press file of *pages*, as large as what stands on them."""
    surfaces = []
    for marks in pages:
        runs = [mark for mark in marks if isinstance(mark, GlyphRun)]
        wide = max(run.at.x + run.width for run in runs) + MARGIN
        high = max(run.at.y + max(run.ys, default=0.0) for run in runs) + MARGIN
        box = Rect(0, 0, wide, high)
        display = DisplayList(size=Size(wide, high), marks=tuple(marks))
        surfaces.append(Surface(display=display, media=box, bleed=box, trim=box))
    title = Metadata(title="样张")
    return write_pdf(surfaces, faces(), _no_pictures, title, CONDITION, deflate=_deflated)


@cache
def _deflated(data: bytes) -> bytes:
    """The profile, the same in every file, is compressed once."""
    return deflated(data)


def _no_pictures(_picture: Picture) -> Raster:
    raise AssertionError("nothing is pictured here")
