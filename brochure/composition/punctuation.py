"""Punctuation widths (标点挤压): every Chinese mark gets its own cell, whatever the font says, and
neighbours share a blank.

GB/T 15834-2011 5.1.1 to 5.1.9; clreq, punctuation width adjustment. A full-width mark is half ink, half
blank; the blank half is set apart from the body so that lines may take it away.
"""

import re
from typing import Final

from brochure.composition.characters import FULL_WIDTH_MARKS, Kind
from brochure.composition.sorts import NO_GLYPH, Fount, Sorts
from brochure.geometry import Pt
from brochure.layout.styles import Profile

_LEFT_SET: Final = frozenset({Kind.CLOSE, Kind.PAUSE, Kind.STOP})
_BEFORE_OPEN: Final = frozenset({Kind.OPEN, Kind.MIDDLE, Kind.QUAD})
_BEHIND_LEFT_SET: Final = frozenset({Kind.CLOSE, Kind.QUAD})
_BEHIND_CLOSE: Final = frozenset({Kind.PAUSE, Kind.STOP, Kind.MIDDLE})
_LONG_CONNECTORS: Final = frozenset("—―～〜゠")
_SHARED: Final = re.compile("[“”‘’·]")
_BEARING: Final = 0.05  # em on either side of a quotation mark in Latin
FIXED_DOWNWARDS: Final = frozenset("；：！？")
_STACK: Final = re.compile("[？！]{2,}")
_FULL_MIDDLE: Final = "・"  # U+30FB, the middle dot of one em; · of GB is half an em
_EM_BOX_CENTRE: Final = 0.38  # em above the baseline
_OFF_CENTRE: Final = 0.03  # em; P14
_CELLS: Final = FULL_WIDTH_MARKS | {
    Kind.TWIN_STOP, Kind.MIDDLE, Kind.CONNECTOR, Kind.DASH, Kind.ELLIPSIS, Kind.SOLIDUS, Kind.QUAD
}  # fmt: skip


def set_cells(sorts: Sorts, profile: Profile) -> None:
    """Give every mark of *sorts* its cell, then close up neighbours as *profile* asks."""
    kinds = sorts.kinds
    marks = [at for at in sorts.others if kinds[at] in _CELLS]
    for at in marks:
        if at not in sorts.across:
            _set_cell(sorts, at, profile)
    _set_latin_marks(sorts)
    if sorts.scaled and not sorts.vertical:
        _set_scaled(sorts)
    if profile.squeeze_pairs:
        if not sorts.vertical:
            _set_stacks(sorts)
        close_up(sorts, marks)


def _set_cell(sorts: Sorts, at: int, profile: Profile) -> None:
    kind, fount = sorts.kinds[at], sorts.founts[at]
    match kind:
        case Kind.OPEN | Kind.CLOSE | Kind.PAUSE | Kind.STOP:
            _set_full_width(sorts, at, profile)
        case Kind.MIDDLE:
            _set_centred(sorts, at, fount.em if sorts.text[at] == _FULL_MIDDLE else fount.em / 2)  # P8
        case Kind.CONNECTOR:
            _set_centred(sorts, at, fount.em if sorts.text[at] in _LONG_CONNECTORS else fount.em / 2)  # P8
        case Kind.SOLIDUS:
            _set_solidus(sorts, at)
        case Kind.DASH:
            _set_dash(sorts, at)
        case Kind.ELLIPSIS:
            _set_centred(sorts, at, fount.em)
            _set_height(sorts, at, on_baseline=profile.ellipsis == "baseline")  # P15
            if at and sorts.kinds[at - 1] is Kind.ELLIPSIS:
                sorts.joined.add(at)  # U1
        case _:
            _set_centred(sorts, at, fount.em)


def _set_full_width(sorts: Sorts, at: int, profile: Profile) -> None:
    """Half an em of body with the ink in it, half an em of blank on the other side (P1)."""
    kind, fount = sorts.kinds[at], sorts.founts[at]
    half = fount.em / 2
    if abs(sorts.bodies[at] - fount.size) < 0.01 * fount.size:
        # the font has the full-width form: its cell, centred on ours
        sorts.offsets[at] += (fount.em - fount.size) / 2 - (half if kind is Kind.OPEN else 0.0)
    else:
        sorts.offsets[at] = _centring(sorts, at, half)
    sorts.bodies[at] = half
    if blank := full_blank(sorts, at, profile):
        (sorts.before if kind is Kind.OPEN else sorts.after)[at] = blank


def full_blank(sorts: Sorts, at: int, profile: Profile) -> Pt:
    """The blank half of a full-width mark as it stands alone, whatever its neighbours take of it (P1,
    P11). None of ；：！？ in vertical lines, where they are too tall to give it (V1).
    """
    if sorts.vertical and sorts.text[at] in FIXED_DOWNWARDS:
        return 0.0
    if profile.marks == "half" or (profile.marks == "kaiming" and sorts.kinds[at] is not Kind.STOP):
        return 0.0
    return sorts.founts[at].em / 2


def _set_centred(sorts: Sorts, at: int, width: Pt) -> None:
    """A cell of *width* with the ink in its middle; a font's own cell of that width is kept as it is."""
    if sorts.glyphs[at] == NO_GLYPH:
        return
    if abs(sorts.bodies[at] - width) > 0.001 * width:
        sorts.offsets[at] = _centring(sorts, at, width)
    sorts.bodies[at] = width


def _set_height(sorts: Sorts, at: int, *, on_baseline: bool = False) -> None:
    """Dashes and dots stand half-way up the em box, wherever the font has them (P14), dots on the baseline by
    house style (P15).
    """
    fount = sorts.founts[at]
    if sorts.glyphs[at] == NO_GLYPH:
        return
    _, low, _, high = fount.face.bounds(sorts.glyphs[at])
    scale = fount.size / fount.face.units_per_em
    lift = -low * scale if on_baseline else _EM_BOX_CENTRE * fount.size - (low + high) / 2 * scale
    if high > low and abs(lift) > _OFF_CENTRE * fount.em:
        sorts.rises[at] = lift


def _centring(sorts: Sorts, at: int, width: Pt) -> Pt:
    """From the left edge of a cell to the origin of the glyph whose ink stands in its middle."""
    left, right = _ink(sorts.founts[at], sorts.glyphs[at])
    return (width - left - right) / 2


def _ink(fount: Fount, glyph: int) -> tuple[Pt, Pt]:
    """The left and right end of a glyph's ink, from its origin."""
    left, _, right, _ = fount.face.bounds(glyph)
    scale = fount.size / fount.face.units_per_em
    return left * scale, right * scale


def _set_solidus(sorts: Sorts, at: int) -> None:
    """Half an em (P8). The full-width ／ of a font is drawn corner to corner: the slim form fits the
    cell, ／ would cut its neighbours.
    """
    fount = sorts.founts[at]
    left, right = _ink(fount, sorts.glyphs[at])
    slim = fount.face.shape("/").glyphs
    if right - left > fount.em / 2 and slim and slim[0]:
        sorts.glyphs[at] = slim[0]
    sorts.bodies[at] = 0.0  # so that the ink decides
    _set_centred(sorts, at, fount.em / 2)


def _set_dash(sorts: Sorts, at: int) -> None:
    """—— is one stroke of two em (P14): the font's ligature, or two glyphs brought together until their
    ink overlaps.
    """
    em, kinds, glyphs = sorts.founts[at].em, sorts.kinds, sorts.glyphs
    ligature = at + 1 < len(glyphs) and kinds[at + 1] is Kind.DASH and glyphs[at + 1] == NO_GLYPH
    second = at > 0 and kinds[at - 1] is Kind.DASH
    if second:
        sorts.joined.add(at)
    if glyphs[at] == NO_GLYPH:
        return
    _set_centred(sorts, at, {"⸺": 2 * em, "⸻": 3 * em}.get(sorts.text[at], 2 * em if ligature else em))
    _set_height(sorts, at)
    if second and glyphs[at - 1] != NO_GLYPH and (at - 1 not in sorts.joined):
        left, right = _ink(sorts.founts[at - 1], glyphs[at - 1])
        gap = em - right - sorts.offsets[at - 1] + left + sorts.offsets[at]
        if gap > -0.002 * em:
            sorts.offsets[at - 1] += gap / 2 + 0.001 * em
            sorts.offsets[at] -= gap / 2 + 0.001 * em


def _set_latin_marks(sorts: Sorts) -> None:
    """P13: a shared mark inside a Latin phrase is proportional; a face that has it only in a Han cell
    gets its bearings cut.
    """
    for mark in _SHARED.finditer(sorts.text):
        at = mark.start()
        size = sorts.founts[at].size
        if sorts.kinds[at] is Kind.SIGN and sorts.bodies[at] > 0.9 * size:
            left, right = _ink(sorts.founts[at], sorts.glyphs[at])
            if right - left < 0.6 * size:
                sorts.bodies[at] = right - left + 2 * _BEARING * size
                sorts.offsets[at] = _BEARING * size - left


def _set_scaled(sorts: Sorts) -> None:
    """Han drawn larger or smaller than its em stands in the middle of its own cell."""
    for at, kind in enumerate(sorts.kinds):
        fount = sorts.founts[at]
        if kind in (Kind.HAN, Kind.WIDE) and abs(sorts.bodies[at] - fount.size) < 0.01 * fount.size:
            sorts.bodies[at] = fount.em
            sorts.offsets[at] += (fount.em - fount.size) / 2


def _set_stacks(sorts: Sorts) -> None:
    """P7, GB 5.1.2: two of ？！ in a row fill one em, three fill two, the last of three keeping its
    blank.
    """
    for stack in _STACK.finditer(sorts.text):
        start, end = stack.span()
        for at in range(start + 1, end):
            sorts.joined.add(at)
            sorts.after.pop(at - 1, None)
        if end - start == 2:
            sorts.after.pop(end - 1, None)


def close_up(sorts: Sorts, marks: list[int]) -> None:
    """Two adjacent marks share one blank half (P2); the mark keeps tight to what it encloses (P3); （）
    stays open (P4). Beside an em quad, blank itself, a mark needs no blank either (CSS Text 4).
    """
    kinds, before, after = sorts.kinds, sorts.before, sorts.after
    for at in marks:
        if not at:
            continue
        left, right = kinds[at - 1], kinds[at]
        if right is Kind.OPEN and (at - 1 in after or left in _BEFORE_OPEN):
            before.pop(at, None)  # ？！ has no blank to share (P7): the opening mark keeps its own
        elif (left in _LEFT_SET and right in _BEHIND_LEFT_SET) or (
            left is Kind.CLOSE and right in _BEHIND_CLOSE
        ):
            after.pop(at - 1, None)
