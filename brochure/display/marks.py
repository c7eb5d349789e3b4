"""Marks: what is painted, at fixed places, in painting order. No font, picture or file is opened here."""

from __future__ import annotations

from dataclasses import field
from typing import Literal, NamedTuple, TypeAlias

from brochure.color import Ink
from brochure.diagnostics import Span
from brochure.geometry import Point, Pt, Rect, Size
from brochure.values import dataclass

PieceKind: TypeAlias = Literal[
    "metric",
    "title",
    "head",
    "group",
    "cell",
    "note",
    "label",
    "body",
    "source",
    "entry",
    "ornament",
    "again",
]


class Piece(NamedTuple):
    """What of its block a mark shows, where a block has several: the cell of a table, the marker of an item,
    one of several metrics.

    *part* is its place among the parts of the block (items, rows, entries), *column* that in a row. An
    ``ornament`` says nothing; what comes ``again`` (the heads of a table that runs on) was said before.
    """

    kind: PieceKind
    part: int = 0
    column: int = 0


class Linked(NamedTuple):
    """Glyphs ``[start:end]`` of a run that lead to *target*."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GlyphRun:
    """Glyphs of one face, size and ink, each at its final place.

    *at* is the origin of the run on its baseline; glyph i stands at ``(at.x + xs[i], at.y + ys[i])``, *ys*
    empty when all stand on the baseline. *texts[i]* is the source text glyph i stands for (empty for the
    later glyphs of a cluster, two characters for a —— ligature), so that ``"".join(texts)`` is the text
    that extraction must give back. *face* is the name of a face; *turn* is a clockwise rotation in degrees
    about *at*; *overprint* is decided here already: black-only text overprints (GWG R0009), everything else
    knocks out. *links* are for editions that are read on a screen. Like its place, *piece* takes no part in
    comparing: of every kind of mark it says which piece of its block it is.
    """

    at: Point
    face: str
    size: Pt
    ink: Ink
    glyphs: tuple[int, ...]
    xs: tuple[Pt, ...]
    texts: tuple[str, ...]
    width: Pt
    ys: tuple[Pt, ...] = ()
    turn: float = 0.0
    overprint: bool = False
    links: tuple[Linked, ...] = field(default=(), compare=False, repr=False)
    piece: Piece | None = field(default=None, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def text(self) -> str:
        """The source text of the run."""
        return "".join(self.texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A straight line with butt ends."""

    start: Point
    end: Point
    width: Pt
    ink: Ink
    overprint: bool = False
    piece: Piece | None = field(default=None, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A box filled with one ink."""

    box: Rect
    ink: Ink
    piece: Piece | None = field(default=None, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A filled circle: an emphasis dot (着重号), a bullet, a chart point."""

    centre: Point
    radius: Pt
    ink: Ink
    overprint: bool = False
    piece: Piece | None = field(default=None, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)


Segment: TypeAlias = tuple[Literal["m", "l", "c", "z"], tuple[Pt, ...]]
"""A step of a path, named as in PDF.

Move and line with x, y; curve with two handles and its end; close with nothing.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A drawn outline: chart arcs and bars, wavy lines, QR modules, cut-outs.

    *path* stands relative to *at*, y downwards; *fill* and *stroke* are None for none of it; *width* is the
    stroke's, with butt ends. *module* is the side of the squares a code is made of (QR), 0 for what no
    machine reads.
    """

    at: Point
    path: tuple[Segment, ...]
    fill: Ink | None = None
    stroke: Ink | None = None
    width: Pt = 0.0
    module: Pt = 0.0
    overprint: bool = False
    piece: Piece | None = field(default=None, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture file placed in a box.

    *file* names the picture as the content does (its key in the survey); *crop* is the part of the upright
    picture that shows, in shares of its width and height: ``Rect(0, 0, 1, 1)`` is all of it. The aspect of
    the crop in pixels equals that of *box*. Of a *cutout* only what is opaque shows. *approval* is the
    number that a map has to print beside it, empty where the author gave none; None for other pictures.
    """

    box: Rect
    file: str
    crop: Rect
    cutout: bool = False
    approval: str | None = None
    piece: Piece | None = field(default=None, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)


Mark: TypeAlias = GlyphRun | Rule | Panel | Dot | Shape | Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplayList:
    """A page's marks in painting order; *size* is the trim; marks may reach into the bleed."""

    size: Size
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """An entry of the document outline (书签): a heading, its level from 1, and where it stands."""

    title: str
    level: int
    page: int
    at: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """A printed surface.

    Marks and page boxes, all in the page's own coordinates (origin at the trim's top left).
    """

    display: DisplayList
    media: Rect
    bleed: Rect
    trim: Rect
