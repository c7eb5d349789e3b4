"""The places between the pieces of a line: what the rules give them, and what they got.

By nature a place is empty, or it is the blank of a mark, the gap between Han and Latin, a word space. What a
place has beyond its nature is the line's adjustment (行内调整): all places that may widen alike tell by how
much.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final, Literal, TypeAlias

from brochure.inspection.composition.house import House
from brochure.inspection.composition.marks import FULL_WIDTH, GAP_BESIDE_HAN, LATIN, LEFT_SET, Kind
from brochure.inspection.composition.paragraphs import Paragraph, SetLine
from brochure.inspection.composition.pieces import Piece
from brochure.values import dataclass

Step: TypeAlias = Literal[
    "even", "bracket", "pause", "stop", "shared", "mixed", "date", "word", "letters", "fixed", "loose"
]
"""What a place is to the order of adjustment. ``even``: between Han; ``shared``: a pause or stop and an
opening mark have one blank; ``date``: figure and 年 月 日; ``letters``: inside a word or number; ``fixed``:
beside a connector, solidus or raised figure; ``loose``: may widen or not."""

MIXED: Final = 0.25
WITHIN: Final = 0.0105
"""Em: J4 asks for 0.01."""
_WIDEST_GAP: Final = 0.55
_DATES: Final = frozenset("年月日时分秒")
_BLANK_STEP: Final[dict[Kind, Step]] = {Kind.CLOSE: "bracket", Kind.PAUSE: "pause", Kind.STOP: "stop"}
_SQUARE: Final = FULL_WIDTH | {Kind.HAN, Kind.QUAD, Kind.TWIN, Kind.MIDDLE, Kind.DASH, Kind.ELLIPSIS}


@dataclass(frozen=True, slots=True)
class Place:
    """The place between two neighbours: *gap* as measured from body to body, *natural* by the rules, in
    em.
    """

    left: Piece
    right: Piece
    step: Step
    natural: float
    gap: float

    @property
    def beyond(self) -> float:
        """What it has beyond its nature."""
        return self.gap - self.natural

    @property
    def marks(self) -> bool:
        """Whether both neighbours are full-width marks."""
        return self.left.kind in FULL_WIDTH and self.right.kind in FULL_WIDTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """A line's places. *extra* is what every even place has beyond its nature, ``None`` when there is none to
    tell; *squeezed* says whether some blank or gap is narrower than by nature.
    """

    line: SetLine
    places: tuple[Place, ...]
    extra: float | None
    squeezed: bool

    def of(self, *steps: Step) -> list[Place]:
        """The places of some steps."""
        return [place for place in self.places if place.step in steps]

    @property
    def adjusted(self) -> bool:
        """Whether the line was set to a measure rather than to its nature."""
        return self.line.must_fill or (self.line.block.justified and self.line.fills)

    @property
    def untold(self) -> bool:
        """Whether the page does not say if it was: the first of two lines that share their edge with no
        other.
        """
        block = self.line.block
        return block.right is None and not self.line.last and len(block.lines) < 3


def spacings(paragraph: Paragraph, house: House) -> list[Spacing]:
    """The places of every line of *paragraph*."""
    return [spacing(line, house) for line in paragraph.lines]


def spacing(line: SetLine, house: House) -> Spacing:
    """The places of *line*, and how it was adjusted."""
    ends = _stack_ends(line.pieces)
    found = [
        _place(left, right, house, ends.get(at, 0)) for at, (left, right) in enumerate(pairwise(line.pieces))
    ]
    places = tuple(found if line.must_fill else [_tab(place) for place in found])
    extra = _extra(places)
    blanks = ("bracket", "pause", "stop", "shared", "mixed")
    squeezed = any(place.step in blanks and place.beyond < -WITHIN for place in places)
    return Spacing(line=line, places=places, extra=extra, squeezed=squeezed)


def _tab(place: Place) -> Place:
    """Between Han and a figure further apart than any gap lies a tabulator: 1 | 绿色转型."""
    apart = place.step in ("mixed", "date") and place.gap > _WIDEST_GAP
    return replace(place, step="loose", natural=place.gap) if apart else place


def _extra(places: Sequence[Place]) -> float | None:
    """Most even places have it; where there is none, the least a blank has beyond its nature."""
    even = [
        place.gap
        for place in places
        if place.step == "even" and not place.marks and Kind.MIDDLE not in (place.left.kind, place.right.kind)
    ]
    if even:
        return median(even)
    wider = [place.beyond for place in places if place.step in ("bracket", "pause", "stop", "shared")]
    return max(0.0, min(wider)) if wider else None


def _stack_ends(pieces: Sequence[Piece]) -> dict[int, int]:
    """Where ？！ stand in a row: the number of the row's last mark, and how many there are (P7)."""
    found: dict[int, int] = {}
    count = 0
    for at, piece in enumerate(pieces):
        count = count + 1 if piece.text in "？！" else 0
        following = pieces[at + 1].text if at + 1 < len(pieces) else ""
        if count > 1 and following not in ("？", "！"):
            found[at] = count
    return found


def _place(left: Piece, right: Piece, house: House, stack: int) -> Place:
    step, natural = _nature(left, right, house)
    if left.text in "？！" and right.text in "？！" and house.pairs:
        step, natural = "fixed", 0.0
    elif stack == 2 and house.pairs and step in ("stop", "shared", "even", "loose"):
        step, natural = ("bracket", 0.5) if right.kind is Kind.OPEN else ("even", 0.0)
    em = max(left.em, right.em) if left.kind in LATIN or right.kind in LATIN else left.em
    return Place(left, right, step, natural, (right.left - left.right) / em)


def _nature(left: Piece, right: Piece, house: House) -> tuple[Step, float]:
    """What a place is, and its natural width."""
    if (
        left.raised > 0.1 * right.em
        or right.raised > 0.1 * left.em
        or abs(left.em - right.em) > 0.1 * left.em
    ):
        return "fixed", 0.0
    if left.kind in FULL_WIDTH or right.kind in FULL_WIDTH:
        return _beside_mark(left.kind, right.kind, house)
    if {left.kind, right.kind} & {Kind.CONNECTOR, Kind.SOLIDUS} or left.kind is right.kind is Kind.ELLIPSIS:
        return "fixed", 0.0
    if left.kind in LATIN and right.kind in LATIN:
        return ("word", MIXED) if right.spaced else ("letters", 0.0)
    pair = (left.kind, right.kind)
    if Kind.HAN in pair and (left.kind in GAP_BESIDE_HAN or right.kind in GAP_BESIDE_HAN or right.spaced):
        if Kind.DIGIT in pair and (left.text in _DATES or right.text in _DATES):
            return "date", MIXED
        return ("loose", 0.0) if left.kind is right.kind else ("mixed", MIXED)
    if left.kind in _SQUARE and right.kind in _SQUARE:
        return ("loose", 0.0) if right.spaced else ("even", 0.0)
    return "loose", 0.0


def _beside_mark(left: Kind, right: Kind, house: House) -> tuple[Step, float]:
    """The blank between two pieces of which one at least is a full-width mark (P1 to P4)."""
    after, before = house.blank_after(left), house.blank_before(right)
    if house.pairs:
        if after and before:
            return ("bracket" if left is Kind.CLOSE else "shared"), 0.5
        if right is Kind.OPEN and left in (Kind.OPEN, Kind.MIDDLE):
            before = 0.0
        if (left in LEFT_SET and right is Kind.CLOSE) or (
            left is Kind.CLOSE and right in (Kind.PAUSE, Kind.STOP, Kind.MIDDLE)
        ):
            after = 0.0
    natural = after + before
    if after:
        return _BLANK_STEP[left], natural
    if before:
        return "bracket", natural
    if {left, right} & {Kind.CONNECTOR, Kind.SOLIDUS}:
        return "fixed", 0.0
    return ("loose" if {left, right} & LATIN else "even"), 0.0
