"""Marks beside the line: emphasis dots, the lines of names and titles, pinyin (行间标点、注音).

Places are those of a line set across: x along it, y downwards. In vertical lines the same marks are turned
with the line (`downwards.turned`): lines come to stand on the left, pinyin on the right; dots change sides.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from brochure.composition.adjustment import Adjusted
from brochure.composition.characters import Kind
from brochure.composition.inlines import Beside, Lined, Ruby
from brochure.composition.sorts import Sorts
from brochure.display import Dot, Mark, Piece, Rule, Shape, moved
from brochure.display.marks import Segment
from brochure.geometry import Point, Pt
from brochure.layout.styles import ParagraphStyle

_ASCENT, _DESCENT = 0.88, 0.12  # em; the em box about the baseline (M2)
_LINE_GAP: Final = 0.08  # em, from the em box to the line of a name
_LINE_WEIGHT: Final = 0.045  # em
_LEAST_WEIGHT: Final = 0.35  # points
_LINE_END: Final = 0.0625  # em that a line ends short of its name: an eighth between neighbours (I2)
_WAVE, _WAVE_HEIGHT = 0.36, 0.05  # em; length of a wave, and how far it swings to either side
_HANDLE: Final = 0.3642  # of half a wave: where a Bézier's handles lie for half a sine
_BELOW_LINE, _BELOW_WAVE = (
    0.1,
    0.16,
)  # em that dots move away where a line stands between (I2: first the line)
_RUBY_DESCENT: Final = 0.22  # em of the pinyin: g, p, q, y below the baseline


def marks_beside(  # noqa: PLR0917  # a line, what stands beside it, and where
    sorts: Sorts, line: Adjusted, beside: Beside, style: ParagraphStyle, left: Pt, baseline: Pt, right: Pt
) -> tuple[Mark, ...]:
    """Everything beside *line*, which begins at *left* and may reach to *right*; pinyin last."""
    em = style.text.size
    marks: list[Mark] = []
    for lined in beside.lined:
        marks += _line(sorts, line, lined, Point(left, baseline), em)
    if beside.dotted:
        marks += _dots(sorts, line, beside, style, Point(left, baseline))
    for ruby in beside.rubies:
        marks += _ruby(sorts, line, ruby, style, Point(left, baseline), right)
    return tuple(marks)


# ---------------------------------------------------------------- lines


def _line(sorts: Sorts, line: Adjusted, lined: Lined, corner: Point, em: Pt) -> Iterator[Mark]:
    """The line of a name, unbroken from its first character on this line to the last (I2)."""
    start, end = max(lined.start, line.start), min(lined.end, line.last + 1)
    if start >= end:
        return
    short = _LINE_END * em
    fount = sorts.founts[start]
    x = corner.x + line.places[start - line.start] + (short if start == lined.start else 0.0)
    stop = _end(sorts, line, end - 1, corner.x) - (short if end == lined.end else 0.0)
    weight = max(_LEAST_WEIGHT, _LINE_WEIGHT * em)
    y = corner.y + (_DESCENT + _LINE_GAP) * em + weight / 2
    if lined.wavy:
        yield Shape(
            at=Point(x, y + _WAVE_HEIGHT * em),
            path=_waves(stop - x, em),
            stroke=fount.ink,
            width=weight,
            overprint=fount.ink.black_only,
        )
    else:
        yield Rule(
            start=Point(x, y),
            end=Point(stop, y),
            width=weight,
            ink=fount.ink,
            overprint=fount.ink.black_only,
        )


def _waves(length: Pt, em: Pt) -> tuple[Segment, ...]:
    """A line of whole waves, *length* long, as half-waves above and below it by turns."""
    count = max(1, round(length / (_WAVE * em))) * 2
    half = length / count
    swing = -4 / 3 * _WAVE_HEIGHT * em  # handles reach a third beyond the crest
    path: list[Segment] = [("m", (0.0, 0.0))]
    for number in range(count):
        x = number * half
        path.append(
            ("c", (x + _HANDLE * half, swing, x + half - _HANDLE * half, swing, x + half, 0.0)),
        )
        swing = -swing
    return tuple(path)


def _end(sorts: Sorts, line: Adjusted, at: int, left: Pt) -> Pt:
    """Where character *at* of *line* ends; of several characters in one body, where that body does."""
    while at > line.start and not sorts.bodies[at]:
        at -= 1
    return left + line.places[at - line.start] + sorts.bodies[at]


# ---------------------------------------------------------------- dots


def _dots(
    sorts: Sorts, line: Adjusted, beside: Beside, style: ParagraphStyle, corner: Point
) -> Iterator[Dot]:
    """着重号 (I1): a dot to every Han character of the dotted stretches, centred on the character.

    Below the line across, on its right in vertical lines; outside a name's line or pinyin on that side.
    """
    pushed = _pushed(sorts, beside, style)
    for start, end in beside.dotted:
        for at in range(max(start, line.start), min(end, line.last + 1)):
            if sorts.kinds[at] is not Kind.HAN:
                continue
            fount = sorts.founts[at]
            radius = style.dots.size / 2 * fount.em
            gap = (style.dots.gap + pushed.get(at, 0.0)) * fount.em + radius
            drop = -_ASCENT * fount.em - gap if sorts.vertical else _DESCENT * fount.em + gap
            ink = style.dots.ink or fount.ink
            x = corner.x + line.places[at - line.start] + sorts.bodies[at] / 2
            yield Dot(centre=Point(x, corner.y + drop), radius=radius, ink=ink, overprint=ink.black_only)


def _pushed(sorts: Sorts, beside: Beside, style: ParagraphStyle) -> dict[int, float]:
    """How far, in em, the dot of a character moves outwards: what else stands on its side."""
    if sorts.vertical:
        width = style.ruby.size + style.ruby.gap
        return {at: width for ruby in beside.rubies for at in range(ruby.start, ruby.end)}
    return {
        at: _BELOW_WAVE if lined.wavy else _BELOW_LINE
        for lined in beside.lined
        for at in range(lined.start, lined.end)
    }


# ---------------------------------------------------------------- pinyin


def _ruby(  # a line, one pinyin, and where
    sorts: Sorts, line: Adjusted, ruby: Ruby, style: ParagraphStyle, corner: Point, right: Pt
) -> Iterator[Mark]:
    """Pinyin above its characters, centred on them, but never outside the line (I3)."""
    start, end = max(ruby.start, line.start), min(ruby.end, line.last + 1)
    if start >= end:
        return
    x = corner.x + line.places[start - line.start]
    middle = (x + _end(sorts, line, end - 1, corner.x)) / 2
    width = ruby.above.width
    most = max(right, corner.x + line.width) - width
    place = max(corner.x, min(middle - width / 2, most))
    em = style.text.size
    y = corner.y - (_ASCENT + style.ruby.gap + _RUBY_DESCENT * style.ruby.size) * em
    for run in ruby.above.runs:
        yield replace(moved(run, place, y), piece=Piece("ornament"))  # a voice knows how characters sound
