"""Adjustment of lines: J1 to J9; and how even a document is."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from brochure.inspection.composition.gaps import WITHIN, Place, Spacing, Step
from brochure.inspection.composition.marks import LEFT_SET, Kind
from brochure.inspection.composition.paragraphs import Paragraph
from brochure.inspection.composition.tally import Tally, ems

FLUSH: Final = 0.3
"""Points (J1)."""
_WARNING, _FAULT = 0.10, 0.15
_FILLED_LAST: Final = 0.03
_GIVES: Final[tuple[tuple[Step, float], ...]] = (
    ("bracket", 0.0),
    ("pause", 0.0),
    ("mixed", 0.125),
    ("stop", 0.0),
)
"""What is narrowed one after the other, and down to where (J2; word spaces, whose nature the page does not
show, are left out)."""
_WIDEST_MIXED: Final = 1 / 3
_MIDDLES: Final = frozenset({Kind.MIDDLE, Kind.CONNECTOR, Kind.SOLIDUS})
_LETTERS: Final = 0.02


def count_justification(paragraph: Paragraph, lines: Sequence[Spacing], tally: Tally) -> None:
    """Judge how the lines of *paragraph* were brought to their measure."""
    for line in lines:
        if line.line.must_fill:
            _judge_flush(line, tally)
        if line.adjusted:
            _judge_order(line, tally)
        _judge_equal(line, tally)
        _judge_words(line, tally)
        _judge_even(paragraph, line, tally)
    _judge_unjustified(paragraph, lines, tally)
    if paragraph.role == "body" and lines[0].line.block.justified:
        for before, after in pairwise(lines):
            tally.look("J7")
            if {_fitness(before), _fitness(after)} == {"tight", "loose"}:
                tally.found("J7", after.line, f"{_fitness(before)}, {_fitness(after)}", "", weight="cost")


def _judge_flush(line: Spacing, tally: Tally) -> None:
    """J1; half an em at a mark is told by P9 and P10, the cell of a middle mark by P8."""
    set_line = line.line
    right, left, em = set_line.block.right, set_line.block.left, set_line.em
    if right is None:
        return
    tally.look("J1")
    short = right - set_line.end
    last, first = set_line.pieces[-1], set_line.pieces[0]
    by_mark = last.kind in LEFT_SET and (abs(short / em - 0.5) < 0.06 or short < -0.05 * em)
    by_mark = by_mark or last.kind in _MIDDLES
    if abs(short) > FLUSH and not by_mark:
        tally.found("J1", set_line, f"{-short:+.2f} pt", f"± {FLUSH} pt")
    if set_line.first:
        return
    late = set_line.start - left
    by_mark = first.kind is Kind.OPEN and (abs(late / em - 0.5) < 0.06 or late < 0)
    by_mark = by_mark or first.kind in _MIDDLES
    if abs(late) > FLUSH and not by_mark:
        tally.found("J1", set_line, f"{late:+.2f} pt", f"± {FLUSH} pt")


def _judge_order(line: Spacing, tally: Tally) -> None:
    """J2: a later step only when the earlier ones are used up. J3: Han apart only when the gaps are at their
    most.
    """
    extra = line.extra or 0.0
    mixed = line.of("mixed")
    if extra > WITHIN and mixed:
        tally.look("J3")
        for place in mixed:
            if place.gap < _WIDEST_MIXED - 0.02:
                tally.found("J3", line.line, f"{_shown(place)}, {ems(extra)}", f"> {ems(_WIDEST_MIXED)}")
                break
    if not line.squeezed:
        return
    tally.look("J2")
    spare = ""
    for step, least in _GIVES:
        places = [place for place in line.of(step) if place.natural > least]
        used = any(place.beyond < -WITHIN for place in places)
        if used and (spare or extra > WITHIN):
            tally.found("J2", line.line, f"{_shown(places[0])}, {spare or ems(extra)}", "")
            return
        for place in places:
            if place.gap > least + WITHIN and not spare:
                spare = _shown(place)


def _judge_equal(line: Spacing, tally: Tally) -> None:
    """J4: of one step, the same to all."""
    for step in ("even", "bracket", "pause", "stop", "mixed"):
        places = [place for place in line.of(step) if Kind.MIDDLE not in (place.left.kind, place.right.kind)]
        if len(places) < 2:
            continue
        if step == "even" and line.line.em != line.line.block.size:
            continue
        tally.look("J4")
        least = min(places, key=lambda place: place.beyond)
        most = max(places, key=lambda place: place.beyond)
        if most.beyond - least.beyond > 2 * WITHIN:
            tally.found("J4", line.line, f"{_shown(least)}, {_shown(most)}", "= ± 0.01 em")


def _judge_words(line: Spacing, tally: Tally) -> None:
    """J5: letters and figures stay together; a face's kerning is its own affair."""
    letters = [place.gap for place in line.of("letters") if place.left.text != place.right.text]  # no leaders
    if len(letters) >= 3:
        tally.look("J5")
        mean = sum(letters) / len(letters)
        if mean > _LETTERS and min(letters) > 0.0:
            tally.found("J5", line.line, ems(mean), ems(0))
    for place in line.of("fixed"):
        beside = {place.left.kind, place.right.kind} & {Kind.CONNECTOR, Kind.SOLIDUS}
        if beside and not place.right.spaced:
            tally.look("J5")
            if place.gap > WITHIN:
                tally.found("J5", line.line, _shown(place), ems(0))


def _judge_even(paragraph: Paragraph, line: Spacing, tally: Tally) -> None:
    """J6 for what is justified, J8 for its last line."""
    if line.extra is None or not line.line.block.justified or paragraph.role == "furniture":
        return
    if line.line.must_fill:
        tally.look("J6")
        if line.extra > _FAULT + 0.001:
            tally.found("J6", line.line, ems(line.extra), f"≤ {ems(_FAULT)}")
        elif line.extra > _WARNING + 0.001:
            tally.found("J6", line.line, ems(line.extra), f"≤ {ems(_WARNING)}", weight="cost")
        elif line.extra < -WITHIN:
            tally.found("J6", line.line, ems(line.extra), ems(0))
    else:
        tally.look("J8")
        most = _FILLED_LAST if line.line.fills else 0.0
        if abs(line.extra) > most + WITHIN:
            tally.found("J8", line.line, ems(line.extra), f"≤ {ems(most)}")


def _judge_unjustified(paragraph: Paragraph, lines: Sequence[Spacing], tally: Tally) -> None:
    """J9: what is not justified has one spacing, its letterspacing, on all its lines."""
    told = [line for line in lines if line.extra is not None and len(line.of("even")) > 1]
    if len(told) < 2 or lines[0].line.block.justified or paragraph.role == "furniture":
        return
    tally.look("J9", len(told))
    usual = min(line.extra or 0.0 for line in told)
    for line in told:
        if (line.extra or 0.0) > usual + WITHIN:
            tally.found("J9", line.line, ems(line.extra or 0.0), ems(usual))


def _fitness(line: Spacing) -> str:
    """TeX's classes: how a line looks beside its neighbours."""
    if (line.extra or 0.0) > 0.4 * _WARNING:
        return "loose"
    half = [place for place in line.of("pause", "stop") if place.beyond < -0.25]
    return "tight" if half else "decent"


def _shown(place: Place) -> str:
    return f"{place.left.text}{ems(place.gap)}{place.right.text}"


def extras(lines: Sequence[Spacing]) -> Iterator[float]:
    """What Han stand apart in lines that had to be filled, in em (J6)."""
    return (line.extra for line in lines if line.line.must_fill and line.extra is not None)
