"""Marks of vertical lines: a line set across turned about the head of its column, Han kept upright.

A strip of vertical text has its origin at its upper right corner: lines run down from it, strips follow each
other to the left.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, assert_never

from brochure.composition.adjustment import Adjusted
from brochure.composition.runs import line_places, linked, run_of
from brochure.composition.sorts import NO_GLYPH, Sorts
from brochure.display import Dot, GlyphRun, Mark, Panel, Picture, Rule, Shape
from brochure.display.marks import Segment
from brochure.geometry import Point, Pt

_CENTRE: Final = 0.38  # em above the baseline: the middle of the em box (M2)


def falling_runs(sorts: Sorts, line: Adjusted, left: Pt, baseline: Pt) -> tuple[GlyphRun, ...]:
    """The glyph runs of a vertical *line*, *left* below the head of its column; *baseline* is that of the
    same line set across, below the strip's upper edge.
    """
    places = line_places(line)
    found = list[GlyphRun]()
    for start, end in _stretches(sorts, line):
        if start in sorts.across:
            found.append(_upright(sorts, line, places, (start, end), Point(left, baseline)))
        else:
            run = run_of(sorts, line, places, (start, end), Point(left, baseline))
            found.append(replace(run, at=_place(run.at), turn=90.0))
    return tuple(found)


def _stretches(sorts: Sorts, line: Adjusted) -> Iterator[tuple[int, int]]:
    """Where the fount stays the same, and all stand upright or all are turned."""
    start = line.start
    for at in range(line.start + 1, line.end):
        same = sorts.founts[at] is sorts.founts[start] and (at in sorts.across) == (start in sorts.across)
        if not same:
            yield start, at
            start = at
    yield start, line.end


def _upright(
    sorts: Sorts, line: Adjusted, places: list[Pt], stretch: tuple[int, int], corner: Point
) -> GlyphRun:
    """Glyphs that stand upright, one below another, boxes across."""
    start, end = stretch
    fount = sorts.founts[start]
    centre = -(corner.y - fount.rise - _CENTRE * fount.size)
    glyphs, texts, xs, ys = list[int](), list[str](), list[Pt](), list[Pt]()
    at = start
    while at < end:
        after = at + 1
        while after < end and sorts.glyphs[after] == NO_GLYPH:
            after += 1
        rows = [(sorts.glyphs[at], 0.0), *((glyph, x) for glyph, x, _ in sorts.extras.get(at, ()))]
        glyphs += [glyph for glyph, _ in rows]
        texts += _dealt(sorts.text[at:after], len(rows))
        xs += [centre + sorts.across[at] + x for _, x in rows]
        ys += [corner.x + places[at - line.start] + sorts.offsets[at]] * len(rows)
        at = after
    stop = places[end - line.start] if end < line.end else line.width
    return GlyphRun(
        at=Point(xs[0], ys[0]),
        face=fount.name,
        size=fount.size,
        ink=fount.ink,
        glyphs=tuple(glyphs),
        xs=tuple([x - xs[0] for x in xs]),
        ys=tuple([y - ys[0] for y in ys]),
        texts=tuple(texts),
        width=stop - places[start - line.start],
        overprint=fount.ink.black_only,
        links=linked(sorts, start, texts) if sorts.links else (),
    )


def _dealt(text: str, glyphs: int) -> list[str]:
    """The characters of one cell, one to each of its *glyphs*, or all to the first."""
    return list(text) if len(text) == glyphs else [text, *[""] * (glyphs - 1)]


# ---------------------------------------------------------------- turning


def turned(mark: Mark) -> Mark:
    """*mark* of a line set across, as it stands beside the same line set downwards: a quarter turn clockwise
    about the strip's corner.
    """
    match mark:
        case GlyphRun():
            return replace(mark, at=_place(mark.at), turn=mark.turn + 90)
        case Rule():
            return replace(mark, start=_place(mark.start), end=_place(mark.end))
        case Dot():
            return replace(mark, centre=_place(mark.centre))
        case Shape():
            return replace(mark, at=_place(mark.at), path=tuple(_segment(step) for step in mark.path))
        case Panel() | Picture():
            raise TypeError(f"a {type(mark).__name__} has no place beside a line")
        case _:
            assert_never(mark)


def _place(at: Point) -> Point:
    return Point(-at.y, at.x)


def _segment(step: Segment) -> Segment:
    name, numbers = step
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return name, tuple(value for x, y in pairs for value in (-y, x))
