"""How far a run of glyphs reaches, and how near that is to the knife."""

from __future__ import annotations

from math import cos, radians, sin

from brochure.display import GlyphRun
from brochure.fonts import FaceLike
from brochure.geometry import Point, Pt, Rect

# The em box of a Chinese face stands this far above the baseline (and the rest below it).
ABOVE = 0.88


def extent(run: GlyphRun) -> Rect:
    """The em boxes of a run taken together: across, downwards (each glyph at its own height) or turned."""
    ys = run.ys or (0.0,)
    left, top = min(run.xs, default=0.0), min(ys) - run.size * ABOVE
    downwards = max(ys) - min(ys) > max(run.xs, default=0.0) - left
    right = max(run.xs) + run.size if downwards else run.width
    box = Rect(run.at.x + left, run.at.y + top, right - left, max(ys) - min(ys) + run.size)
    return turned(box, run.at, run.turn) if run.turn else box


def ink_extent(run: GlyphRun, face: FaceLike | None) -> Rect:
    """What the ink of a run covers: a bracket trimmed at a line's start has half an em of nothing before it.

    The em boxes where there is no ink, or no face to ask.
    """
    if face is None:
        return extent(run)
    scale = run.size / face.units_per_em
    ys = run.ys or (0.0,) * len(run.xs)
    boxes = [
        (x + left * scale, y - top * scale, x + right * scale, y - bottom * scale)
        for glyph, x, y in zip(run.glyphs, run.xs, ys, strict=True)
        for left, bottom, right, top in (face.bounds(glyph),)
        if right > left
    ]
    if not boxes:
        return extent(run)
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, foot = max(box[2] for box in boxes), max(box[3] for box in boxes)
    box = Rect(run.at.x + left, run.at.y + top, right - left, foot - top)
    return turned(box, run.at, run.turn) if run.turn else box


def turned(box: Rect, about: Point, degrees: float) -> Rect:
    """What *box* covers once turned clockwise about a point."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    corners = [
        (about.x + (x - about.x) * c - (y - about.y) * s, about.y + (x - about.x) * s + (y - about.y) * c)
        for x in (box.x, box.right)
        for y in (box.y, box.bottom)
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def distance(box: Rect, trim: Rect) -> Pt:
    """From *box* to the nearest edge of the trim; negative once it crosses."""
    return min(box.x - trim.x, box.y - trim.y, trim.right - box.right, trim.bottom - box.bottom)
