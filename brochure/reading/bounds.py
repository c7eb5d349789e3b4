"""How much of a page a mark takes, and glyph runs cut at the links in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import assert_never

from brochure.display import Dot, GlyphRun, Mark, Panel, Picture, Rule, Shape
from brochure.geometry import Point, Rect

_ASCENT, _DESCENT = 0.88, 0.12  # em; the em box about the baseline (M2)


def box_of(mark: Mark) -> Rect:
    """The box that *mark* takes on its page."""
    match mark:
        case GlyphRun():
            return _of_run(mark)
        case Panel() | Picture():
            return mark.box
        case Rule():
            half = mark.width / 2
            return _spanning([mark.start, mark.end], half)
        case Dot():
            return _spanning([mark.centre], mark.radius)
        case Shape():
            pairs = chain.from_iterable(zip(step[::2], step[1::2], strict=True) for _, step in mark.path)
            return _spanning([mark.at.moved(x, y) for x, y in pairs], mark.width / 2)
        case _:
            assert_never(mark)


def _of_run(run: GlyphRun) -> Rect:
    """The em boxes of *run*; one that is turned runs downwards, one that stands upright has glyphs below its
    first.
    """
    if run.turn:
        return Rect(run.at.x - _DESCENT * run.size, run.at.y, run.size, run.width)
    foot = max(run.ys, default=0.0)
    head, size = min(run.ys, default=0.0), run.size
    if foot - head > size:
        left = run.at.x + min(run.xs)
        return Rect(left, run.at.y + head - _ASCENT * size, size, foot - head + size)
    return Rect(run.at.x, run.at.y + head - _ASCENT * size, run.width, foot - head + size)


def _spanning(points: list[Point], more: float) -> Rect:
    left, top = min(point.x for point in points), min(point.y for point in points)
    right, foot = max(point.x for point in points), max(point.y for point in points)
    return Rect(left - more, top - more, right - left + 2 * more, foot - top + 2 * more)


def parted(mark: Mark) -> Iterator[tuple[Mark, str]]:
    """*mark* in pieces, with the address each leads to, empty for none."""
    if not isinstance(mark, GlyphRun) or not mark.links:
        yield mark, ""
        return
    at = 0
    for link in mark.links:
        if link.start > at:
            yield _cut(mark, at, link.start), ""
        yield _cut(mark, link.start, link.end), link.target
        at = link.end
    if at < len(mark.glyphs):
        yield _cut(mark, at, len(mark.glyphs)), ""


def _cut(run: GlyphRun, start: int, end: int) -> GlyphRun:
    """Glyphs ``[start:end]`` of *run* as a run of their own, at their places."""
    if (start, end) == (0, len(run.glyphs)):
        return run
    first, stop = run.xs[start], run.xs[end] if end < len(run.xs) else run.width
    head = run.ys[start] if run.ys else 0.0
    at = Point(run.at.x, run.at.y + first) if run.turn else Point(run.at.x + first, run.at.y)
    upright = bool(run.ys) and not run.turn
    return replace(
        run,
        at=Point(at.x, at.y + head) if upright else at,
        glyphs=run.glyphs[start:end],
        texts=run.texts[start:end],
        xs=tuple(x - first for x in run.xs[start:end]),
        ys=tuple(y - (head if upright else 0.0) for y in run.ys[start:end]),
        width=max(stop - first, 0.0),
        links=(),
    )
