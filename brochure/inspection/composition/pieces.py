"""From glyphs to pieces of type: where the body of each character begins and ends, and where its ink is.

A full-width mark is half body, half blank (GB 5.1.1 to 5.1.3), and the blank half is what setters take away;
so all widths here are widths of bodies, and every blank is a gap between two bodies. The drawing of the glyph
decides which half is body, whatever advance the setter gave it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from brochure.geometry import Pt
from brochure.inspection.composition.context import kinds_in
from brochure.inspection.composition.glyphs import Glyph
from brochure.inspection.composition.marks import LEFT_SET, SHORT_CONNECTORS, Kind, kind_of
from brochure.inspection.composition.programs import Ink
from brochure.values import dataclass

EM_BOX_HEAD: Final = 0.88
"""Em from the baseline up to the head of the em box."""
WIDE_CELL: Final = 0.02
"""Em: a glyph this near to one em wide is drawn in a full-width cell."""
_BEARING: Final = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One character, or several that one glyph draws, with its body from *left* to *right* along the line.

    Lengths in points. *ink* is its printed box along the line and up from the line's baseline, ``None`` where
    the font program cannot say; *em* its size, *raised* how far it stands above the line's baseline; *spaced*
    says that a typed space stands before it; *at* is its place in the line's text; *broken* the widest gap
    between the strokes of a dash of several glyphs (negative when they overlap), in em.
    """

    text: str
    kind: Kind
    left: Pt
    right: Pt
    em: Pt
    glyph: Glyph
    ink: Ink | None
    raised: Pt = 0.0
    spaced: bool = False
    at: int = 0
    broken: float = -1.0

    @property
    def nominal(self) -> float:
        """The glyph's own advance in em."""
        return self.glyph.width / self.em


@dataclass(frozen=True, slots=True)
class Sighting:
    """A glyph at its place along a line: *along* its origin, *up* its height above the line's baseline.

    One of a vertical line is *stacked*: *along* is then the head of its em box, and widths are heights.
    """

    glyph: Glyph
    along: Pt
    up: Pt
    text: str
    stacked: bool = False


def pieces_of(sightings: Sequence[Sighting], kinds: Sequence[Kind] | None = None) -> tuple[Piece, ...]:
    """The pieces of a line's glyphs from its start to its end; *kinds* of its text when the paragraph is
    known.
    """
    spread = _spread(sightings)
    shown = [sighting for sighting in spread if sighting.text]
    text = "".join(sighting.text for sighting in shown)
    read = kinds if kinds is not None else kinds_in(text)
    pieces: list[Piece] = []
    at, spaced = 0, False
    for sighting in shown:
        kind = read[at]
        if kind is Kind.SPACE and not _is_printed_hyphen(sighting):
            spaced = spaced or sighting.text.isspace()
        else:
            pieces.append(_piece(sighting, kind, at, spaced=spaced and bool(pieces)))
            spaced = False
        at += len(sighting.text)
    return _joined(pieces)


def _is_printed_hyphen(sighting: Sighting) -> bool:
    """A soft hyphen prints only where a line ends with it."""
    ink = sighting.glyph.font.ink(sighting.glyph.code) if sighting.text == "\u00ad" else None
    return ink is not None and not ink.empty


def _spread(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Where several glyphs share a text of as many characters, each has its own."""
    found = list(sightings)
    for first, sighting in enumerate(sightings):
        count = len(sighting.text)
        later = sightings[first + 1 : first + count]
        if len(later) == count - 1 > 0 and not any(other.text for other in later):
            for step, char in enumerate(sighting.text):
                found[first + step] = replace(sightings[first + step], text=char)
    return found


def _piece(sighting: Sighting, kind: Kind, at: int, *, spaced: bool) -> Piece:
    glyph = sighting.glyph
    ink = _ink(sighting)
    left, right = _stacked_body(kind, sighting) if sighting.stacked else _body(kind, sighting, ink)
    return Piece(
        text=sighting.text,
        kind=kind,
        left=left,
        right=right,
        em=glyph.size,
        glyph=glyph,
        ink=ink,
        raised=sighting.up,
        spaced=spaced,
        at=at,
    )


def _ink(sighting: Sighting) -> Ink | None:
    """The ink along the line and across it, in points; none of a blank glyph."""
    glyph, start = sighting.glyph, sighting.along
    drawn = glyph.font.ink(glyph.code)
    if drawn is None or drawn.empty:
        return None
    em = glyph.size
    if sighting.stacked:
        head = start + EM_BOX_HEAD * em
        return Ink(head - drawn.top * em, drawn.left * em, head - drawn.foot * em, drawn.right * em)
    up = sighting.up
    return Ink(start + drawn.left * em, up + drawn.foot * em, start + drawn.right * em, up + drawn.top * em)


def _body(kind: Kind, sighting: Sighting, ink: Ink | None) -> tuple[Pt, Pt]:
    """Where the body of a character begins and ends."""
    start, width, em = sighting.along, sighting.glyph.width, sighting.glyph.size
    full_cell = abs(width - em) < WIDE_CELL * em
    if kind is Kind.OPEN and full_cell:
        return start + em / 2, start + em
    if kind in LEFT_SET and full_cell:
        return start, start + em / 2
    if kind is Kind.SIGN and full_cell and ink and kind_of(sighting.text[0]) is not Kind.SIGN:
        return ink.left - _BEARING * em, ink.right + _BEARING * em  # a Han face's quotation mark in Latin
    wanted = _cell(kind, sighting.text) * em
    if not wanted or abs(width - wanted) < 0.01 * em:
        return start, start + width
    middle = (ink.left + ink.right) / 2 if ink else start + width / 2
    return middle - wanted / 2, middle + wanted / 2


def _stacked_body(kind: Kind, sighting: Sighting) -> tuple[Pt, Pt]:
    """In a vertical line every character has its em; what closes keeps to its head, what opens to its foot,
    and ： ； ？ ！ stand in the middle of theirs (V1).
    """
    head, em = sighting.along, sighting.glyph.size
    if kind is Kind.OPEN:
        return head + em / 2, head + em
    if kind in LEFT_SET and sighting.text not in "：；？！":
        return head, head + em / 2
    return head, head + em * max(1, len(sighting.text) if kind in (Kind.DASH, Kind.ELLIPSIS) else 1)


def _cell(kind: Kind, text: str) -> float:
    """How wide the body of a mark should be, in em, whatever the font says; 0 where the font decides."""
    match kind:
        case Kind.OPEN | Kind.CLOSE | Kind.PAUSE | Kind.STOP | Kind.MIDDLE | Kind.SOLIDUS:
            return 0.5
        case Kind.CONNECTOR:
            return 0.5 if text[0] in SHORT_CONNECTORS + "-" else 1.0
        case Kind.DASH:
            return {"⸺": 2.0, "⸻": 3.0}.get(text[0], float(len(text)))
        case Kind.ELLIPSIS:
            return float(len(text))
        case Kind.TWIN:
            return 1.0
        case _:
            return 0.0


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Neighbouring dashes as one stroke: where it has to be unbroken, its parts are no pieces of their
    own.
    """
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is None or piece.kind is not Kind.DASH or last.kind is not Kind.DASH or piece.spaced:
            found.append(piece)
            continue
        gap = (piece.ink.left - last.ink.right) / piece.em if piece.ink and last.ink else last.broken
        ink = _around(last.ink, piece.ink)
        text = last.text + piece.text
        width = _cell(Kind.DASH, text) * piece.em
        middle = (ink.left + ink.right) / 2 if ink else (last.left + piece.right) / 2
        found[-1] = replace(
            last,
            text=text,
            ink=ink,
            left=middle - width / 2,
            right=middle + width / 2,
            broken=max(last.broken, gap),
        )
    return tuple(found)


def _around(one: Ink | None, other: Ink | None) -> Ink | None:
    if one is None or other is None:
        return None
    return Ink(
        min(one.left, other.left),
        min(one.foot, other.foot),
        max(one.right, other.right),
        max(one.top, other.top),
    )
