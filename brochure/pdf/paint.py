"""Page content: marks to operators, in painting order. Decides nothing; keeps track of what is set
already.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias, assert_never

from brochure.color import Ink
from brochure.display import Dot, GlyphRun, Mark, Panel, Picture, Rule, Shape, Surface
from brochure.fonts import Face
from brochure.geometry import Point, Pt, Rect
from brochure.images import Raster
from brochure.pdf.document import Dictionary, PressDocument, number
from brochure.pdf.fonts import CodedFace
from brochure.pdf.inks import InkBook
from brochure.pdf.pictures import PictureBook
from brochure.pdf.text import text_operators

Rasters: TypeAlias = Callable[[Picture], Raster]

_ROUND = 0.5522847498
"""How far along the tangent a Bézier's handles lie for a quarter circle of radius 1 (4/3 · (√2 − 1))."""


class Shelf:
    """What the pages of one file share: faces with their codes, inks, pictures, overprint states."""

    def __init__(self, document: PressDocument, faces: Mapping[str, Face], rasters: Rasters) -> None:
        self.document = document
        self.faces = faces
        self.rasters = rasters
        self.inks = InkBook(document)
        self.pictures = PictureBook(document, self.inks)
        self.coded: dict[str, CodedFace] = {}
        self._overprint: dict[bool, Any] = {}

    def coded_face(self, face: str) -> CodedFace:
        """The face called *face*, with the codes allotted so far."""
        if face not in self.coded:
            self.coded[face] = CodedFace(f"F{len(self.coded) + 1}", self.faces[face])
        return self.coded[face]

    def overprint_state(self, *, on: bool) -> Any:
        """The graphics state that overprints, for lines and fills, or knocks out.

        OPM 1: an ink of share 0 leaves what its plate holds already (ISO 32000-1, 8.6.7; GWG 2022 R0009).
        """
        if on not in self._overprint:
            word = "true" if on else "false"
            state = Dictionary({"Type": "/ExtGState", "OP": word, "op": word, "OPM": int(on)})
            self._overprint[on] = self.document.Reference(state)
        return self._overprint[on]


class PagePainter:
    """Writes one page. Its `content` and `resources` stand ready when all marks are painted."""

    def __init__(self, shelf: Shelf, surface: Surface) -> None:
        self._shelf = shelf
        self._left, self._foot = surface.media.x, surface.media.bottom
        self._lines: list[str] = []
        self._used: dict[str, dict[str, Any]] = {}
        self._set: dict[str, object] = {"overprint": False}
        self.fonts: set[str] = set()
        self.paint_all(surface.display.marks)

    @property
    def content(self) -> bytes:
        """The content stream."""
        return ("\n".join(self._lines) + "\n").encode("ascii")

    def resources(self, fonts: Mapping[str, Any]) -> Any:
        """The resource dictionary; *fonts* has the reference to each face's font by its name."""
        used = dict(self._used)
        if self.fonts:
            used["Font"] = {self._shelf.coded[face].key: fonts[face] for face in self.fonts}
        return Dictionary({kind: Dictionary(entries) for kind, entries in used.items()})

    def paint_all(self, marks: Sequence[Mark]) -> None:
        """Write *marks* one after the other."""
        for mark in marks:
            self.paint(mark)

    def paint(self, mark: Mark) -> None:
        """Add the operators of *mark*."""
        match mark:
            case GlyphRun():
                self._text(mark)
            case Rule():
                self._rule(mark)
            case Panel():
                self._knock_out_or_overprint(on=False)
                self._fill_with(mark.ink)
                self._lines.append(f"{self._box(mark.box)} re f")
            case Dot():
                self._knock_out_or_overprint(on=mark.overprint)
                self._fill_with(mark.ink)
                self._lines.append(self._circle(self._place(mark.centre), mark.radius))
            case Shape():
                self._shape(mark)
            case Picture():
                self._picture(mark)
            case _:
                assert_never(mark)

    def _place(self, at: Point) -> Point:
        """The place in PDF space: from the foot of the media box upwards."""
        return Point(at.x - self._left, self._foot - at.y)

    def _box(self, box: Rect) -> str:
        foot = self._place(Point(box.x, box.bottom))
        return f"{number(foot.x)} {number(foot.y)} {number(box.width)} {number(box.height)}"

    def _switch(self, what: str, to: object, operators: str) -> None:
        """Write *operators* unless the graphics state is that way already."""
        if self._set.get(what) != to:
            self._set[what] = to
            self._lines.append(operators)

    def _use(self, kind: str, entries: Mapping[str, Any]) -> None:
        if entries:
            self._used.setdefault(kind, {}).update(entries)

    def _knock_out_or_overprint(self, *, on: bool) -> None:
        if self._set["overprint"] != on:
            key = "O1" if on else "O0"
            self._use("ExtGState", {key: self._shelf.overprint_state(on=on)})
            self._switch("overprint", on, f"/{key} gs")

    def _fill_with(self, ink: Ink) -> None:
        operators, spaces = self._shelf.inks.operators(ink, stroke=False)
        self._use("ColorSpace", spaces)
        self._switch("fill", operators, operators)

    def _text(self, run: GlyphRun) -> None:
        self._knock_out_or_overprint(on=run.overprint)
        self._fill_with(run.ink)
        self.fonts.add(run.face)
        self._lines.append(text_operators(run, self._shelf.coded_face(run.face), self._place(run.at)))

    def _stroke_with(self, ink: Ink, width: Pt) -> None:
        operators, spaces = self._shelf.inks.operators(ink, stroke=True)
        self._use("ColorSpace", spaces)
        self._switch("stroke", operators, operators)
        self._switch("width", width, f"{number(width)} w")

    def _shape(self, shape: Shape) -> None:
        self._knock_out_or_overprint(on=shape.overprint)
        if shape.fill:
            self._fill_with(shape.fill)
        if shape.stroke:
            self._stroke_with(shape.stroke, shape.width)
        paint = "B" if shape.fill and shape.stroke else "f" if shape.fill else "S"
        steps = []
        for verb, places in shape.path:
            pairs = zip(places[::2], places[1::2], strict=True)
            points = [self._place(shape.at.moved(x, y)) for x, y in pairs]
            numbers = [f"{number(x)} {number(y)}" for x, y in points]
            steps.append(" ".join([*numbers, "h" if verb == "z" else verb]))
        self._lines.append(f"{' '.join(steps)} {paint}")

    def _rule(self, rule: Rule) -> None:
        self._knock_out_or_overprint(on=rule.overprint)
        self._stroke_with(rule.ink, rule.width)
        start, end = self._place(rule.start), self._place(rule.end)
        self._lines.append(f"{number(start.x)} {number(start.y)} m {number(end.x)} {number(end.y)} l S")

    def _picture(self, picture: Picture) -> None:
        raster = self._shelf.rasters(picture)
        key, image = self._shelf.pictures.image(raster)
        self._use("XObject", {key: image})
        self._knock_out_or_overprint(on=False)
        foot = self._place(Point(picture.box.x, picture.box.bottom))
        width, height = number(picture.box.width), number(picture.box.height)
        clip = self._clip(raster, picture.box)
        self._lines.append(f"q {clip}{width} 0 0 {height} {number(foot.x)} {number(foot.y)} cm /{key} Do Q")

    def _clip(self, raster: Raster, box: Rect) -> str:
        """The operators that let only the inside of a cut-out's outline show (nonzero winding)."""
        loops = [
            [self._place(Point(box.x + x * box.width, box.y + y * box.height)) for x, y in loop]
            for loop in raster.outline
        ]
        paths = [" l ".join(f"{number(x)} {number(y)}" for x, y in loop) for loop in loops]
        steps = [path.replace(" l ", " m ", 1) + " l h" for path in paths]
        return f"{' '.join(steps)} W n " if steps else ""

    @staticmethod
    def _circle(centre: Point, radius: float) -> str:
        """A filled circle of four Béziers, from its right end anticlockwise."""
        handle = radius * _ROUND
        x, y = centre
        points = (
            ((x + radius, y + handle), (x + handle, y + radius), (x, y + radius)),
            ((x - handle, y + radius), (x - radius, y + handle), (x - radius, y)),
            ((x - radius, y - handle), (x - handle, y - radius), (x, y - radius)),
            ((x + handle, y - radius), (x + radius, y - handle), (x + radius, y)),
        )
        curves = [" ".join(f"{number(px)} {number(py)}" for px, py in curve) + " c" for curve in points]
        return f"{number(x + radius)} {number(y)} m {' '.join(curves)} f"
