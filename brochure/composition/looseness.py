"""A paragraph in a line less and a line more than it takes by itself, each with its cost, for the page to
choose from.

What the page saves by ending a column well is weighed against these costs; they are in the breaker's unit,
one line whose characters stand 0.10 em apart.
"""

from brochure.composition.dropcap import beside_cap
from brochure.composition.galley import Galley
from brochure.composition.linebreak import Broken, Measures, break_into, break_lines
from brochure.composition.paragraph import (
    Matter,
    Piece,
    escaped,
    galley_of,
    lines_of,
    manner_of,
    measures_of,
    piece_of,
    set_matter,
)
from brochure.composition.strips import PlacedLine
from brochure.content.model import Text
from brochure.fonts import Faces
from brochure.geometry import Pt
from brochure.layout.styles import ParagraphStyle
from brochure.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A paragraph in so many *lines*, what its lines cost together, and the galley."""

    lines: int
    cost: float
    galley: Galley


@dataclass(frozen=True, slots=True, kw_only=True)
class Looseness:
    """A paragraph as it sets itself, and with a line less and a line more.

    None where that cannot be had without a line that sticks out or is spaced beyond the profile's cap
    (*max_han_gap*); ragged and centred text has neither.
    """

    natural: Variant
    shorter: Variant | None = None
    longer: Variant | None = None


def compose_paragraph_variants(
    text: Text,
    style: ParagraphStyle,
    measure: Pt | Measures,
    faces: Faces,
    *,
    lead: Text = (),
    keep: tuple[str, ...] = (),
) -> Looseness:
    """*text* as `compose_paragraph` sets it, and in a line less and a line more where that is possible."""
    measures = measures_of(measure)
    if not any(inline.text for inline in (*lead, *text)):
        return Looseness(natural=Variant(lines=0, cost=0.0, galley=Galley(measure=measures.rest, strips=())))
    matter = set_matter(text, style, faces, lead=lead, keep=keep)
    if matter.cap:
        measures = beside_cap(measures, matter.cap)
    natural = _natural(matter, measures)
    if style.align != "justify":
        return Looseness(natural=_variant(matter, measures, natural))
    others = [_neighbours(each, style) for each in natural]
    return Looseness(
        natural=_variant(matter, measures, natural),
        shorter=_other(matter, measures, natural, others, -1),
        longer=_other(matter, measures, natural, others, +1),
    )


@dataclass(frozen=True, slots=True)
class _SetPiece:
    """A piece between forced line ends, how it was broken, its lines."""

    piece: Piece
    broken: Broken
    lines: list[PlacedLine]


def _natural(
    matter: Matter, measures: Measures, changed: tuple[int, Broken] | None = None
) -> list[_SetPiece]:
    """Every piece in its cheapest lines, but for the one that is *changed*: its number, and its lines."""
    stick, costs, style = matter.stick, matter.costs, matter.style
    found, count = list[_SetPiece](), 0
    for number, part in enumerate(matter.parts):
        left = measures.after(count)
        piece = piece_of(stick, costs, part, style, left)
        if changed and changed[0] == number:
            broken, lines = changed[1], lines_of(stick, piece, changed[1], style)
        else:
            broken = break_lines(piece.items, piece.measures, manner_of(style))
            lines = lines_of(stick, piece, broken, style)
            lines = escaped(lines, stick, costs, part, style, left) or lines
        found.append(_SetPiece(piece, broken, lines))
        count += len(lines)
    return found


def _neighbours(each: _SetPiece, style: ParagraphStyle) -> dict[int, Broken]:
    """The cheapest lines of a piece in one less (-1) and in one more (+1)."""
    count = len(each.broken.places)
    widest = style.profile.max_han_gap
    found = break_into(each.piece.items, each.piece.measures, (count - 1, count + 1), widest)
    return {lines - count: broken for lines, broken in found.items()}


def _other(
    matter: Matter, measures: Measures, natural: list[_SetPiece], others: list[dict[int, Broken]], more: int
) -> Variant | None:
    """The cheapest way to *more* lines than the *natural* ones (fewer, if negative): in one of the pieces."""
    ways = [
        (found[more].cost - each.broken.cost, number, found[more])
        for number, (each, found) in enumerate(zip(natural, others, strict=True))
        if more in found
    ]
    if not ways:
        return None
    _, number, broken = min(ways, key=lambda way: way[:2])
    again = _natural(matter, measures, (number, broken))
    wanted = sum(len(each.lines) for each in natural) + more
    variant = _variant(matter, measures, again)
    return variant if variant.lines == wanted else None  # beside something, what follows may have changed too


def _variant(matter: Matter, measures: Measures, pieces: list[_SetPiece]) -> Variant:
    lines = [line for each in pieces for line in each.lines]
    return Variant(
        lines=len(lines),
        cost=sum(each.broken.cost for each in pieces),
        galley=galley_of(matter, lines, measures),
    )
