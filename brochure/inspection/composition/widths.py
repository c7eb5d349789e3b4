"""Widths and places of marks: P1 to P10, P13."""

from typing import Final

from brochure.inspection.composition.gaps import WITHIN, Place, Spacing
from brochure.inspection.composition.house import House
from brochure.inspection.composition.marks import FULL_WIDTH, LEFT_SET, Kind
from brochure.inspection.composition.paragraphs import Paragraph
from brochure.inspection.composition.pieces import Piece
from brochure.inspection.composition.tally import Tally, ems

_CENTRED: Final = 0.02  # em
_QUOTES: Final = frozenset("“”‘’")
_WORD_SPACE: Final = 0.3, 0.5  # em; by nature at most, and when a line is filled
_WIDEST_LATIN_QUOTE: Final = 0.75  # em


def count_widths(paragraph: Paragraph, lines: list[Spacing], house: House, tally: Tally) -> None:
    """Judge the marks of *paragraph*."""
    for line in lines:
        for at, place in enumerate(line.places):
            following = line.places[at + 1] if at + 1 < len(line.places) else None
            if place.left.kind in FULL_WIDTH or place.right.kind in FULL_WIDTH:
                _judge_blank(paragraph, line, place, following, tally)
            if place.step == "fixed" and place.left.text in "？！" and place.right.text in "？！":
                tally.look("P7")
                if abs(place.gap) > WITHIN:
                    tally.found("P7", line.line, _pair(place), f"{place.left.text}{place.right.text} 1 em")
        for at, piece in enumerate(line.line.pieces):
            _judge_piece(line, at, piece, tally)
        _judge_end(line, house, tally)
        _judge_start(paragraph, line, house, tally)


def _judge_blank(
    paragraph: Paragraph, line: Spacing, place: Place, following: Place | None, tally: Tally
) -> None:
    """The blank between two pieces of which one at least is a full-width mark."""
    if place.step == "fixed":
        return
    rule = _rule_of(place)
    tally.look(rule)
    if rule == "P2" and not place.natural:
        tally.look("P3")
    extra = max(line.extra or 0.0, 0.0)
    gap = place.gap
    most = place.natural + extra + WITHIN
    least = place.natural + (extra if place.natural and extra > WITHIN else 0.0) - WITHIN
    if place.step == "loose":
        least = -_CENTRED  # a face may kern a figure to the mark behind it
    if (line.adjusted or line.untold) and extra <= WITHIN:
        least = -WITHIN
    if paragraph.role == "display" and place.natural and _is_tight(line):
        least = -WITHIN  # 半角 in a title
    if least <= gap <= most:
        return
    if rule == "P2" and not place.natural and abs(gap - 0.5 - extra) < 0.05 and following is not None:
        rule = "P3" if following.natural and following.gap < 0.05 else "P2"
    tally.found(rule, line.line, _pair(place), ems(place.natural + extra))


def _is_tight(line: Spacing) -> bool:
    """Whether no mark of the line has its blank: a title set 半角."""
    return all(place.gap < 0.25 for place in line.places if place.natural == 0.5)


def _rule_of(place: Place) -> str:
    if not place.marks:
        return "P1"
    if place.left.kind is Kind.OPEN and place.right.kind is Kind.CLOSE:
        return "P4"
    if place.left.text in "”’" and place.right.kind is Kind.OPEN:
        return "P6"
    return "P2"


def _pair(place: Place) -> str:
    return f"{place.left.text}{ems(place.gap)}{place.right.text}"


def _judge_piece(line: Spacing, at: int, piece: Piece, tally: Tally) -> None:
    """What a piece is by itself: where its ink stands, how wide it was cast, whether it is in the middle."""
    if piece.kind in FULL_WIDTH and piece.ink is not None:
        tally.look("P5")
        left, right = piece.left - _CENTRED * piece.em, piece.right + _CENTRED * piece.em
        if not left <= piece.ink.left <= piece.ink.right <= right:
            outside = max(left - piece.ink.left, piece.ink.right - right) / piece.em
            tally.found("P5", line.line, f"{piece.text} {ems(outside)}", "0.5 em")
    if piece.text in _QUOTES:
        _judge_quote(line, at, piece, tally)
    if piece.kind in (Kind.MIDDLE, Kind.SOLIDUS, Kind.CONNECTOR):
        _judge_middle(line, at, piece, tally)


def _judge_quote(line: Spacing, at: int, piece: Piece, tally: Tally) -> None:
    """Full-width in Chinese; in a Latin phrase no wider than its neighbours leave it."""
    tally.look("P13")
    if piece.kind is not Kind.SIGN:
        if piece.nominal < 0.9:
            tally.found("P13", line.line, f"{piece.text} {ems(piece.nominal)}", ems(1))
        return
    beside = [place for place in line.places[max(at - 1, 0) : at + 1] if piece in (place.left, place.right)]
    space = _WORD_SPACE[1 if line.adjusted else 0]
    blanks = [max(place.gap - (space if place.right.spaced else 0.0), 0.0) for place in beside]
    width = (piece.right - piece.left) / piece.em + sum(blanks)
    if width > _WIDEST_LATIN_QUOTE:
        tally.found("P13", line.line, f"{piece.text} {ems(width)}", f"< {ems(_WIDEST_LATIN_QUOTE)}")


def _judge_middle(line: Spacing, at: int, piece: Piece, tally: Tally) -> None:
    """P8: what is left between a middle mark's cell and its neighbours is the line's own spacing."""
    beside = []
    if at and line.places[at - 1].left.kind not in FULL_WIDTH:
        beside.append(line.places[at - 1].gap)
    if at < len(line.places) and line.places[at].right.kind not in FULL_WIDTH:
        beside.append(line.places[at].gap)
    if not beside:
        return
    tally.look("P8")
    extra = max(line.extra or 0.0, 0.0)
    wide = any(not -_CENTRED <= gap <= extra + _CENTRED for gap in beside)
    if wide or (len(beside) == 2 and abs(beside[0] - beside[1]) > 2 * _CENTRED):
        width = (piece.right - piece.left) / piece.em
        shown = " + ".join(ems(gap) for gap in beside)
        tally.found("P8", line.line, f"{piece.text} {ems(width)} + {shown}", ems(width + extra * len(beside)))


def _judge_end(line: Spacing, house: House, tally: Tally) -> None:
    """P9: a mark at a line's end has half an em, and the measure ends there."""
    set_line, last = line.line, line.line.pieces[-1]
    right = set_line.block.right
    if right is None or last.kind not in LEFT_SET or not house.line_end or not set_line.must_fill:
        return
    tally.look("P9")
    blank = (right - set_line.end) / last.em
    if abs(blank - 0.5) < 0.06:
        tally.found("P9", set_line, f"{last.text} {ems(0.5 + blank)}", ems(0.5))


def _judge_start(paragraph: Paragraph, line: Spacing, house: House, tally: Tally) -> None:
    """P10: an opening mark at a line's start has half an em, after an indent too."""
    set_line, first = line.line, line.line.pieces[0]
    if first.kind is not Kind.OPEN or not house.line_start or paragraph.role == "display":
        return
    if len(set_line.block.lines) < 3 or (set_line.first and not house.after_indent):
        return
    tally.look("P10")
    step = int((set_line.start - set_line.block.left) / first.em + 0.05) if set_line.first else 0
    blank = (set_line.start - set_line.block.left) / first.em - step
    if abs(blank - 0.5) < 0.06:
        tally.found("P10", set_line, f"{first.text} {ems(0.5 + blank)}", ems(0.5))
