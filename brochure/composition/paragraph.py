"""A paragraph of running text to a galley, line by line."""

from itertools import pairwise
from math import inf
from typing import Final, NamedTuple

from brochure.composition.adjustment import adjust, set_natural, spread
from brochure.composition.characters import resolve_kinds
from brochure.composition.dropcap import Cap, beside_cap, capital_end, set_capital, with_cap
from brochure.composition.galley import Galley
from brochure.composition.hyphenation import hyphenate
from brochure.composition.inlines import Beside, beside_of, hold_together, links_of, stretches, widen_for
from brochure.composition.line_costs import Items, Manner
from brochure.composition.linebreak import Broken, Measures, break_lines
from brochure.composition.opportunities import break_costs
from brochure.composition.places import Places, line_items, line_places
from brochure.composition.prohibition import escapes
from brochure.composition.runs import edge
from brochure.composition.shaping import shape_text
from brochure.composition.stick import Stick, set_solid
from brochure.composition.strips import PlacedLine, edge_remarks, line_remarks, strips
from brochure.composition.vertical import stand_up
from brochure.content.model import Text
from brochure.fonts import Faces
from brochure.geometry import Pt
from brochure.layout.styles import ParagraphStyle

_ESCAPE: Final = 400.0  # a break the level bars, in the unit of the break table: dearer than any it allows
_LEAD_ALONE: Final = 30.0  # a run-in lead that ends its line, the text beginning on the next


class Matter(NamedTuple):
    """A paragraph set solid, before it is broken: all that does not depend on the measure.

    *costs* are those of a line break before each character; *beside* is what stands beside the text;
    *cap* is its drop capital, which its lines begin after.
    """

    stick: Stick
    costs: list[float]
    style: ParagraphStyle
    beside: Beside
    cap: Cap | None = None

    @property
    def parts(self) -> list[tuple[int, int]]:
        """The stretches between forced line ends, the first one after the drop capital."""
        found = paragraphs(self.costs)
        return [(len(self.cap.text), found[0][1]), *found[1:]] if self.cap else found


def compose_paragraph(
    text: Text,
    style: ParagraphStyle,
    measure: Pt | Measures,
    faces: Faces,
    *,
    lead: Text = (),
    keep: tuple[str, ...] = (),
) -> Galley:
    """*text* set to *measure*, after its run-in *lead*: a strip for every line, as high as the leading.

    A measure for each line sets it beside something. *keep* are names that no line should break. What could
    not be set well is said in remarks: a missing glyph and a line too long for the measure are errors, a line
    spaced too widely is a warning.
    """
    measures = measures_of(measure)
    if not any(inline.text for inline in (*lead, *text)):
        return Galley(measure=measures.rest, strips=())
    matter = set_matter(text, style, faces, lead=lead, keep=keep)
    if matter.cap:
        measures = beside_cap(measures, matter.cap)
    lines = list[PlacedLine]()
    for part in matter.parts:
        left = measures.after(len(lines))
        found = set_lines(matter.stick, matter.costs, part, style, left)
        lines += escaped(found, matter.stick, matter.costs, part, style, left) or found
    return galley_of(matter, lines, measures)


def set_matter(
    text: Text, style: ParagraphStyle, faces: Faces, *, lead: Text = (), keep: tuple[str, ...] = ()
) -> Matter:
    """*lead* and *text* shaped, spaced, and told where they may break."""
    inlines = (*lead, *text)
    copy = "".join([inline.text for inline in inlines])
    kinds = resolve_kinds(copy)
    sorts = shape_text(copy, kinds, stretches(lead, text, style), faces)
    sorts.links = links_of(inlines)
    costs = break_costs(copy, level=style.profile.level, keep=keep, kinds=kinds)
    capital = capital_end(copy, kinds) if style.drop_cap else 0
    if style.direction == "vertical":
        stand_up(sorts, style.profile)
    if style.hyphenate:
        hyphenate(sorts, costs, keep)
    hold_together(costs, inlines, sorts.boxed)
    beside = beside_of(inlines, style, faces)
    widen_for(beside.rubies, sorts.bodies, sorts.offsets, style.text.size)
    end = sum(len(inline.text) for inline in lead)
    if 0 < end < len(copy):
        costs[end] = max(costs[end], _LEAD_ALONE) if costs[end] > -inf else costs[end]
    cap = set_capital(copy[:capital], style, faces) if capital else None
    return Matter(set_solid(sorts, style.profile), costs, style, beside, cap)


def galley_of(matter: Matter, lines: list[PlacedLine], measures: Measures) -> Galley:
    """*lines* of *matter* as strips, and what is to be said of them."""
    sorts, style = matter.stick.sorts, matter.style
    return Galley(
        measure=measures.rest,
        strips=with_cap(tuple(strips(sorts, lines, style, matter.beside)), matter.cap, style),
        remarks=(
            *sorts.remarks,
            *line_remarks(sorts, lines, style),
            *edge_remarks(sorts, lines, matter.costs),
        ),
    )


def measures_of(measure: Pt | Measures) -> Measures:
    """One measure for all lines, or a measure for each, as measures."""
    return measure if isinstance(measure, Measures) else Measures(rest=measure)


# ---------------------------------------------------------------- lines


class Piece(NamedTuple):
    """A piece of a text between two forced line ends, ready to be broken."""

    places: Places
    items: Items
    measures: Measures


def piece_of(
    stick: Stick, costs: list[float], part: tuple[int, int], style: ParagraphStyle, measures: Measures
) -> Piece:
    """The characters of *part* with the numbers the breaker needs; the text's first line is indented."""
    flush = style.align in ("justify", "start")
    indent = style.indent * style.text.size if part[0] == 0 and flush else 0.0
    stick.indented = 0 if indent else -1
    places = line_places(stick, costs, *part)
    items = line_items(stick, places, costs, style.text.size, style.last_line)
    if style.hang:
        measures = measures.hung(style.hang * style.text.size)
    return Piece(places, items, measures.indented(indent))


def set_lines(
    stick: Stick, costs: list[float], part: tuple[int, int], style: ParagraphStyle, measure: Pt | Measures
) -> list[PlacedLine]:
    """The characters of *part* broken into lines, every line adjusted and placed."""
    piece = piece_of(stick, costs, part, style, measures_of(measure))
    return lines_of(stick, piece, break_lines(piece.items, piece.measures, manner_of(style)), style)


def lines_of(stick: Stick, piece: Piece, broken: Broken, style: ParagraphStyle) -> list[PlacedLine]:
    """Each line of *broken* adjusted and placed."""
    places, items, measures = piece
    lines = list[PlacedLine]()
    for number, (before, place) in enumerate(pairwise((0, *broken.places))):
        own = measures.of(number)
        line = set_natural(stick, places.ats[before], places.ats[place], places.lasts[place])
        if style.align == "justify":
            line = adjust(stick, line, own, closing=place == items.last)
        elif style.align == "spread":
            line = spread(stick, line, own)
        left = measures.start(number) + edge(stick.sorts, line, own, style.align)
        lines.append(PlacedLine(line, left, own))
    return lines


def escaped(
    lines: list[PlacedLine],
    stick: Stick,
    costs: list[float],
    part: tuple[int, int],
    style: ParagraphStyle,
    measure: Pt | Measures,
) -> list[PlacedLine] | None:
    """The same *part* with breaks inside rows of three or more marks, where *lines* pass the stretch cap and
    this helps (K10); else None.
    """
    widest = max(line.gap for line, _, _ in lines)
    if widest <= style.profile.max_han_gap:
        return None
    joined = stick.sorts.joined
    spots = [at for at in escapes(stick.sorts.kinds) if part[0] < at < part[1] and at not in joined]
    barred = [at for at in spots if costs[at] == inf]
    if not barred:
        return None
    freed = list(costs)
    for at in barred:
        freed[at] = _ESCAPE
    again = set_lines(stick, freed, part, style, measure)
    return again if max(line.gap for line, _, _ in again) < widest else None


def manner_of(style: ParagraphStyle) -> Manner:
    """How the lines of *style* are chosen."""
    if style.align == "justify":
        return "justify"
    return "balanced" if style.balance else "ragged"


def paragraphs(costs: list[float]) -> list[tuple[int, int]]:
    """The stretches between forced line ends (a cost of minus infinity)."""
    cuts = [at for at, cost in enumerate(costs) if cost == -inf]
    return list(pairwise([0, *cuts, len(costs) - 1]))
