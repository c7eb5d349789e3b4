"""Vertical setting (直排): a text shaped across made to stand downwards (V1-V3; GB/T 15834 5.2).

Han and their marks stand upright in cells one below another, in the face's vertical forms. Latin words keep
their line across and are turned with it; two or three figures, and the like of 3.0 or A+, are set across in
one cell (纵中横). A mark that the face cannot draw for vertical lines is turned as well: a dash is a dash.
Sorts that stand upright have an entry in `Sorts.across`; all others are turned.
"""

import re
from collections.abc import Iterator
from typing import Final

from brochure.composition.characters import Kind
from brochure.composition.punctuation import FIXED_DOWNWARDS, full_blank
from brochure.composition.sorts import NO_GLYPH, Fount, Sorts
from brochure.layout.styles import Profile

_UPRIGHT: Final = frozenset({Kind.HAN, Kind.WIDE, Kind.TWIN_STOP, Kind.QUAD})
_TURNING: Final = frozenset({Kind.OPEN, Kind.CLOSE, Kind.CONNECTOR, Kind.DASH, Kind.ELLIPSIS})
_FALLING: Final = frozenset({Kind.PAUSE, Kind.STOP})
_LATIN: Final = frozenset({Kind.LATIN, Kind.DIGIT, Kind.POINT, Kind.SIGN, Kind.PREFIX, Kind.POSTFIX})
_BOX: Final = re.compile(r"[0-9]{2,3}|[0-9]\.[0-9]|[A-Za-z][0-9+\-]|[0-9][A-Za-z]")
_FIGURE: Final = re.compile(r"([0-9]{1,3}|[0-9]\.[0-9])([%％‰℃])")
_CENTRE: Final = 0.38  # em above the baseline, the em box's: what is drawn smaller keeps it (M2)
_CORNERS: Final = {
    "『』": {"“": "『", "”": "』", "‘": "「", "’": "」"},
    "「」": {"“": "「", "”": "」", "‘": "『", "’": "』"},
}


def stand_up(sorts: Sorts, profile: Profile) -> None:
    """Make *sorts*, shaped across, those of a vertical text; works on them in place.

    Done before `set_solid`, which then sets the cells of what is turned and closes up neighbours.
    """
    sorts.vertical = True
    for start, end in _stretches(sorts, _LATIN):
        _stand_latin(sorts, start, end)
    for start, end in _stretches(sorts, _UPRIGHT | _TURNING | _FALLING):
        _stand_han(sorts, start, end, profile)
    for at, kind in enumerate(sorts.kinds):
        match kind:
            case Kind.MIDDLE:
                _centre(sorts, at)
            case Kind.SOLIDUS:
                _stand_solidus(sorts, at)
            case _ if at in sorts.across:
                _set_cell(sorts, at, profile)


def _stretches(sorts: Sorts, kinds: frozenset[Kind]) -> Iterator[tuple[int, int]]:
    """Where characters of *kinds* that do not stand yet are together, in one fount."""
    start, count = 0, len(sorts.text)
    wanted = [kind in kinds and at not in sorts.across for at, kind in enumerate(sorts.kinds)]
    while start < count:
        end = start + 1
        if wanted[start]:
            while end < count and wanted[end] and sorts.founts[end] is sorts.founts[start]:
                end += 1
            yield start, end
        start = end


# ---------------------------------------------------------------- Han and marks


def _stand_han(sorts: Sorts, start: int, end: int, profile: Profile) -> None:
    """Vertical forms for characters ``[start:end]``; what has none of its own and ought to, stays turned."""
    fount = sorts.founts[start]
    corners = _CORNERS[profile.vertical_quotes]
    text = "".join(corners.get(char, char) for char in sorts.text[start:end])
    shaped = fount.face.shape(text, (), "ttb")
    scale = fount.size / fount.face.units_per_em
    drawn = {
        at: (glyph, x * scale, -y * scale, advance * scale)
        for glyph, x, y, advance, at in zip(
            shaped.glyphs, shaped.x_offsets, shaped.y_offsets, shaped.advances, shaped.clusters, strict=True
        )
    }
    flat = set(zip(shaped.clusters, shaped.glyphs, strict=True)) & _lying(fount, text)
    for place in range(end - start):
        at = start + place
        if place not in drawn:
            if at - 1 in sorts.across:  # drawn by the glyph above it: ——
                sorts.across[at], sorts.glyphs[at], sorts.bodies[at] = 0.0, NO_GLYPH, 0.0
            continue
        glyph, x, y, advance = drawn[place]
        lying = (place, glyph) in flat
        if lying and sorts.kinds[at] in _TURNING:
            continue
        if lying and sorts.kinds[at] in _FALLING and sorts.text[at] not in FIXED_DOWNWARDS:
            x, y = x + fount.em / 2, y - fount.em / 2  # to the upper right of its cell
        sorts.glyphs[at], sorts.across[at], sorts.offsets[at] = glyph, x, y + (fount.em - fount.size) / 2
        sorts.bodies[at] = advance if advance > 1.5 * fount.em else fount.em
        sorts.rises.pop(at, None)


def _lying(fount: Fount, text: str) -> set[tuple[int, int]]:
    """Places and glyphs of *text* as it is drawn across."""
    shaped = fount.face.shape(text)
    return set(zip(shaped.clusters, shaped.glyphs, strict=True))


def _set_cell(sorts: Sorts, at: int, profile: Profile) -> None:
    """The cell of an upright mark: half ink, half blank, downwards; ；：！？ keep their em (V1)."""
    kind, half = sorts.kinds[at], sorts.founts[at].em / 2
    if kind is Kind.OPEN:
        sorts.bodies[at] = half
        sorts.offsets[at] -= half
        if blank := full_blank(sorts, at, profile):
            sorts.before[at] = blank
    elif kind is Kind.CLOSE or (kind in _FALLING and sorts.text[at] not in FIXED_DOWNWARDS):
        sorts.bodies[at] = half
        if blank := full_blank(sorts, at, profile):
            sorts.after[at] = blank
    elif kind in (Kind.DASH, Kind.ELLIPSIS) and at and sorts.kinds[at - 1] is kind:
        sorts.joined.add(at)  # U1


def _centre(sorts: Sorts, at: int) -> None:
    """The interpunct: half an em, its ink in the middle both ways (P8)."""
    fount = sorts.founts[at]
    left, low, right, high = fount.face.bounds(sorts.glyphs[at])
    scale = fount.size / fount.face.units_per_em
    sorts.bodies[at] = fount.em / 2
    sorts.across[at] = -(left + right) / 2 * scale
    sorts.offsets[at] = fount.em / 4 + (low + high) / 2 * scale


def _stand_solidus(sorts: Sorts, at: int) -> None:
    """／ stands upright in an em: turned, it would slope the other way."""
    fount = sorts.founts[at]
    shaped = fount.face.shape("／")
    glyph = shaped.glyphs[0] or sorts.glyphs[at]
    left, low, right, high = fount.face.bounds(glyph)
    scale = fount.size / fount.face.units_per_em
    sorts.glyphs[at], sorts.bodies[at] = glyph, fount.em
    sorts.across[at] = -(left + right) / 2 * scale
    sorts.offsets[at] = fount.em / 2 + (low + high) / 2 * scale


# ---------------------------------------------------------------- Latin


def _stand_latin(sorts: Sorts, start: int, end: int) -> None:
    """A word, figure or sign: upright if short enough to stand in a cell, else turned (V2), as is one with a
    superscript: the two share a line.
    """
    text = sorts.text[start:end]
    figure = _FIGURE.fullmatch(text)
    raised_after = end < len(sorts.text) and sorts.founts[end].raised and sorts.kinds[end] in _LATIN
    if sorts.founts[start].raised or raised_after:
        return
    if figure:
        _stand_in_box(sorts, start, start + len(figure[1]))
        _stand_in_box(sorts, end - 1, end)
    elif _BOX.fullmatch(text) or (len(text) == 1 and sorts.kinds[start] is not Kind.SIGN):
        _stand_in_box(sorts, start, end)


def _stand_in_box(sorts: Sorts, start: int, end: int) -> None:
    """Characters ``[start:end]`` across in one cell, drawn smaller where they are wider than an em; one
    unit (U11).
    """
    fount = sorts.founts[start]
    shaped = fount.face.shape(sorts.text[start:end])
    units = fount.face.units_per_em
    width = sum(shaped.advances) * fount.size / units
    shrink = min(1.0, fount.em / width) if width else 1.0
    fount = fount._replace(size=fount.size * shrink, rise=fount.rise + _CENTRE * fount.size * (1 - shrink))
    scale = fount.size / units
    pen, rows = 0.0, []
    for glyph, advance in zip(shaped.glyphs, shaped.advances, strict=True):
        rows.append((glyph, pen * scale))
        pen += advance
    sorts.founts[start:end] = [fount] * (end - start)
    sorts.kinds[start:end] = [Kind.WIDE] * (end - start)
    sorts.glyphs[start:end] = [rows[0][0], *[NO_GLYPH] * (end - start - 1)]
    sorts.bodies[start:end] = [fount.em, *[0.0] * (end - start - 1)]
    sorts.offsets[start] = fount.em / 2 + fount.face.cap_height * fount.size / 2
    sorts.extras.pop(start, None)
    if len(rows) > 1:
        sorts.extras[start] = [(glyph, x, 0.0) for glyph, x in rows[1:]]
    for at in range(start, end):
        sorts.across[at] = -pen * scale / 2
        sorts.rises.pop(at, None)
    sorts.joined.update(range(start + 1, end))
    sorts.boxed.update(range(start + 1, end))
