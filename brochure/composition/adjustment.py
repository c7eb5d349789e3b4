"""One line to its measure (行内调整): take in by the clreq order, or give by it, and keep the ledger
(J1-J5, J8).

Slots of one step share equally (J4); a later step is used only when the earlier ones are exhausted (J2).
"""

from typing import NamedTuple

from brochure.composition.line_costs import SLACK
from brochure.composition.stick import Stick
from brochure.geometry import Pt


class Adjusted(NamedTuple):
    """A line's characters ``[start:end]`` at their places from its left edge; *width* is where the last
    of them ends.

    *last* is the last that is not a space; *places* are left edges of bodies. *gap* is what every place
    between characters gained, in em.
    """

    start: int
    end: int
    last: int
    places: list[Pt]
    natural: Pt
    width: Pt
    shrunk: tuple[tuple[str, Pt], ...] = ()
    stretched: tuple[tuple[str, Pt], ...] = ()
    gap: float = 0.0


def set_natural(stick: Stick, start: int, end: int, last: int) -> Adjusted:
    """Characters ``[start:end]`` as they stand."""
    origin = stick.line_start(start)
    width = stick.line_end(last) - origin
    places = [place - origin for place in stick.places[start:end]]
    return Adjusted(start=start, end=end, last=last, places=places, natural=width, width=width)


def adjust(stick: Stick, line: Adjusted, measure: Pt, *, closing: bool) -> Adjusted:
    """A *line* at its natural width set to *measure*: exactly as wide, but for a paragraph's *closing*
    line, and for a line that cannot be narrowed or widened enough.
    """
    spare = stick.spare(line.last)
    if spare and line.natural + spare <= measure + SLACK:
        line = line._replace(natural=line.natural + spare, width=line.width + spare)
    excess = line.natural - measure
    if excess > SLACK:
        return _take_in(stick, line, excess)
    if excess < -SLACK and (not closing or _nearly_full(stick, line, measure)):
        return _drive_out(stick, line, -excess)
    return line


def _nearly_full(stick: Stick, line: Adjusted, measure: Pt) -> bool:
    """Less than an em short, and to be filled by the places between Han alone: no gap beside Latin opens
    for this (J8).
    """
    em = stick.sorts.founts[line.last].em
    lack = measure - line.natural
    slots = stick.slots[line.last] - stick.slots[line.start]
    loose = any(totals[line.last] > totals[line.start] for totals in stick.stretch.values())
    return lack < em and slots > 0 and lack / slots <= stick.profile.fill_last_line * em and not loose


def spread(stick: Stick, line: Adjusted, measure: Pt) -> Adjusted:
    """均排 (J10): first and last character on the edges, equal gaps between, however wide."""
    lack = measure - line.natural
    slots = stick.slots[line.last] - stick.slots[line.start]
    if lack <= SLACK or not slots:
        return line
    places = _spread(line.places, stick.slots[line.start : line.end], lack / slots)
    return line._replace(places=places, width=measure, stretched=(("han-gap", lack),))


def _take_in(stick: Stick, line: Adjusted, excess: Pt) -> Adjusted:
    """Narrow by the steps of J2."""
    places, ledger = line.places, list[tuple[str, Pt]]()
    left = excess
    for step, totals in stick.shrink.items():
        supply = totals[line.last] - totals[line.start]
        if supply <= SLACK:
            continue
        taken = min(supply, left)
        places = _spread(places, totals[line.start : line.end], -taken / supply)
        ledger.append((step, taken))
        left -= taken
        if left <= SLACK:
            break
    return line._replace(places=places, width=line.natural - excess + max(left, 0.0), shrunk=tuple(ledger))


def _drive_out(stick: Stick, line: Adjusted, lack: Pt) -> Adjusted:
    """Widen by the steps of J3, the third step being every place between characters that J5 allows."""
    places, ledger = line.places, list[tuple[str, Pt]]()
    left = lack
    for step, totals in stick.stretch.items():
        supply = totals[line.last] - totals[line.start]
        if supply <= SLACK:
            continue
        given = min(supply, left)
        places = _spread(places, totals[line.start : line.end], given / supply)
        ledger.append((step, given))
        left -= given
        if left <= SLACK:
            return line._replace(places=places, width=line.natural + lack, stretched=tuple(ledger))
    slots = stick.slots[line.last] - stick.slots[line.start]
    if slots:
        places = _spread(places, stick.slots[line.start : line.end], left / slots)
        ledger.append(("han-gap", left))
        gap = left / slots / stick.sorts.founts[line.last].em
        return line._replace(places=places, width=line.natural + lack, stretched=tuple(ledger), gap=gap)
    return _force(stick, line, lack)


def _force(stick: Stick, line: Adjusted, lack: Pt) -> Adjusted:
    """A line of Latin words alone: its spaces take all there is, beyond their limit; a single word stays
    short.
    """
    for step, totals in stick.stretch.items():
        supply = totals[line.last] - totals[line.start]
        if supply > SLACK:
            places = _spread(line.places, totals[line.start : line.end], lack / supply)
            gap = lack / stick.sorts.founts[line.last].em
            return line._replace(places=places, width=line.natural + lack, stretched=((step, lack),), gap=gap)
    return line


def _spread(places: list[Pt], totals: list[Pt] | list[int], rate: float) -> list[Pt]:
    """*places* moved by *rate* for every unit of *totals* since the line's first character."""
    base = totals[0]
    return [place + rate * (total - base) for place, total in zip(places, totals, strict=True)]
