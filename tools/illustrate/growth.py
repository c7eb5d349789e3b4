"""Plants cut for the print: spruce and poplar, round-headed trees, willow, reeds and grass.

All sizes are pixels of the final picture.

Every plant takes a random generator, so that no two are alike and the same seed draws the same wood again.
"""

from collections.abc import Iterable, Sequence
from math import cos, pi, sin

import numpy as np
import skia

from tools.illustrate.palette import BARK, Colour, mix
from tools.illustrate.sheet import ink

Point = tuple[float, float]


def outline(points: Iterable[Point], *, closed: bool = True) -> skia.Path:
    """A path through *points*."""
    path = skia.Path()
    for step, (x, y) in enumerate(points):
        if step:
            path.lineTo(x, y)
        else:
            path.moveTo(x, y)
    if closed:
        path.close()
    return path


def spruce(
    canvas: skia.Canvas,
    x: float,
    y: float,
    tall: float,
    rng: np.random.Generator,
    *,
    dark: Colour,
    lit: Colour,
) -> None:
    """A Qinghai spruce standing at (x, y): narrow, tiered, ragged; lit along its left."""
    tiers = max(int(tall / 13), 4)
    half = tall * rng.uniform(0.13, 0.19)
    left: list[Point] = []
    right: list[Point] = []
    for tier in range(1, tiers + 1):
        share = tier / tiers
        reach = half * share**0.85
        drop = y - tall + tall * 0.97 * share
        for side, line in ((-1.0, left), (1.0, right)):
            out = reach * rng.uniform(0.72, 1.12)
            line.append((x + side * out, drop + tall * 0.02 * rng.uniform(0, 1.5)))
            line.append((x + side * out * rng.uniform(0.42, 0.62), drop - tall * 0.012))
    canvas.drawPath(outline([(x, y - tall), *right, *reversed(left)]), ink(dark))
    if tall > 26:
        for tier in range(1, tiers):
            px, py = left[2 * tier - 2]
            touch = outline(
                [
                    (x - (x - px) * 0.2, py - tall * 0.055),
                    (px + 1, py),
                    (x - (x - px) * 0.32, py - tall * 0.008),
                ]
            )
            canvas.drawPath(touch, ink(lit, rng.uniform(0.45, 0.95)))


def spruce_wood(
    canvas: skia.Canvas,
    places: Sequence[tuple[float, float, float]],
    rng: np.random.Generator,
    dark: tuple[Colour, Colour],
    lit: tuple[Colour, Colour],
) -> None:
    """Spruces at *places* (x, y of the foot, height), far ones first; colours run from the far to the near
    of each pair.
    """
    if not places:
        return
    stand = sorted(places, key=lambda place: place[1])
    first, last = stand[0][1], max(stand[-1][1], stand[0][1] + 1)
    for x, y, tall in stand:
        share = float(np.clip((y - first) / (last - first) + rng.uniform(-0.18, 0.18), 0, 1))
        spruce(canvas, x, y, tall, rng, dark=mix(*dark, share), lit=mix(*lit, share))


def poplar(
    canvas: skia.Canvas,
    x: float,
    y: float,
    tall: float,
    rng: np.random.Generator,
    *,
    dark: Colour,
    lit: Colour,
) -> None:
    """A poplar at (x, y): a tall flame of leaf dabs, light on the left."""
    canvas.drawLine(x, y, x, y - tall * 0.5, ink(dark, stroke=max(tall * 0.02, 1)))
    dabs = int(40 + tall * 0.5)
    for step in range(dabs):
        share = rng.uniform(0, 1)
        half = tall * 0.13 * sin(pi * (0.08 + 0.86 * share) ** 0.8)
        off = rng.uniform(-1, 1)
        size = tall * rng.uniform(0.018, 0.042)
        bright = 0.5 - 0.5 * off + rng.uniform(-0.35, 0.35) if step > dabs * 0.4 else 0.0
        box = skia.Rect.MakeXYWH(
            x + off * half - size / 2, y - tall * (0.10 + 0.9 * share) - size, size, size * 2.1
        )
        canvas.drawOval(box, ink(mix(dark, lit, float(np.clip(bright, 0, 1)))))


def crown(
    canvas: skia.Canvas,
    x: float,
    y: float,
    size: float,
    rng: np.random.Generator,
    *,
    dark: Colour,
    lit: Colour,
    shadow: Colour | None = None,
) -> None:
    """A broad-leaved tree at (x, y), *size* high: a crown of leaf dabs, dark below and right, lit above
    and left.

    *shadow* is the colour of the shadow it throws to the right on level ground.
    """
    if shadow:
        canvas.drawOval(
            skia.Rect.MakeXYWH(x - size * 0.2, y - size * 0.09, size * 1.25, size * 0.17), ink(shadow, 0.55)
        )
    if size > 34:
        canvas.drawLine(x, y, x + size * 0.02, y - size * 0.3, ink(mix(dark, BARK, 0.5), stroke=size * 0.045))
    half, lobes = size * rng.uniform(0.36, 0.46), int(np.clip(size / 13, 2, 8))
    fine = float(np.clip(20 / max(size, 1), 0.085, 0.42)) * size
    heads = [(rng.uniform(-0.62, 0.62), rng.uniform(0, 1)) for _ in range(lobes)]
    for u, up in sorted(heads, key=lambda place: -place[1]):  # the lower lobes stand before the upper ones
        middle_x, middle_y = x + u * half * (1.05 - 0.45 * up), y - size * (0.26 + 0.50 * up)
        reach = size * rng.uniform(0.20, 0.28)
        dabs = int(np.clip(2.6 * (reach / fine) ** 2, 5, 60))
        for step in range(dabs):
            rank = step / dabs
            turn, out = rng.uniform(0, 2 * pi), rng.uniform(0, 1) ** 0.5 * (1 - 0.45 * rank)
            px = middle_x + reach * (out * cos(turn) * 1.1 - 0.30 * rank)
            py = middle_y + reach * (out * sin(turn) * 0.85 - 0.34 * rank)
            bright = float(np.clip(rank * 1.0 - 0.24 * u + 0.28 * up - 0.10 + rng.normal(0, 0.08), 0, 1))
            dab = fine * rng.uniform(0.7, 1.2) * (1 - 0.35 * rank)
            canvas.drawOval(
                skia.Rect.MakeXYWH(px - dab * 0.5, py - dab * 0.36, dab, dab * 0.72),
                ink(mix(dark, lit, bright)),
            )


def willow_tree(
    canvas: skia.Canvas,
    x: float,
    y: float,
    size: float,
    rng: np.random.Generator,
    *,
    dark: Colour,
    lit: Colour,
) -> None:
    """A willow at (x, y), *size* high: an open head of several tresses, each falling its own way, a little
    downwind.
    """
    trunk = ink(mix(dark, BARK, 0.6), stroke=size * 0.04)
    tresses = [(rng.uniform(-0.62, 0.62), rng.uniform(0.45, 0.98)) for _ in range(9)]
    for u, up in tresses[:5]:
        canvas.drawLine(
            x,
            y - size * 0.22,
            x + u * size * 0.35,
            y - size * up * 0.75,
            ink(mix(dark, BARK, 0.5), stroke=size * 0.016),
        )
    canvas.drawLine(x + size * 0.02, y, x, y - size * 0.45, trunk)
    for rank, (u, up) in enumerate(sorted(tresses, key=lambda tress: -tress[1])):
        head_x, head_y, wide = x + u * size * 0.52, y - size * up, size * rng.uniform(0.15, 0.24)
        low = y - size * rng.uniform(0.05, 0.34)
        strands = int(16 + size * 0.16)
        for step in range(strands):
            v = rng.uniform(-1, 1)
            top = head_y + wide * 0.55 * abs(v) ** 2.4 + rng.uniform(0, 0.05) * size
            end = low - (1 - v * v) * size * 0.06 + rng.uniform(-0.10, 0.10) * size
            px = head_x + v * wide * 0.55
            strand = skia.Path()
            strand.moveTo(head_x + v * wide * 0.62, top)
            strand.cubicTo(
                px + v * wide * 0.45,
                top + size * 0.02,
                px + v * wide * 0.5,
                (top + end) / 2,
                px + v * wide * 0.30 + size * rng.uniform(0.0, 0.07),
                max(end, top + size * 0.1),
            )
            bright = float(
                np.clip(
                    0.10 + 0.55 * step / strands + 0.05 * rank - 0.30 * v - 0.25 * u + rng.normal(0, 0.12),
                    0,
                    1,
                )
            )
            canvas.drawPath(strand, ink(mix(dark, lit, bright), stroke=max(size * 0.013, 1.2)))


def blade(
    canvas: skia.Canvas, x: float, y: float, long: float, paint: skia.Paint, *, lean: float, wide: float
) -> None:
    """A reed or grass blade rooted at (x, y), bending *lean* downwind over its length, tapering to a
    point.
    """
    path = skia.Path()
    path.moveTo(x - wide / 2, y)
    path.cubicTo(x - wide / 2, y - long * 0.5, x + lean * 0.30, y - long * 0.86, x + lean, y - long * 0.98)
    path.cubicTo(x + lean * 0.34 + wide, y - long * 0.80, x + wide / 2, y - long * 0.45, x + wide / 2, y)
    path.close()
    canvas.drawPath(path, paint)


def tuft(
    canvas: skia.Canvas,
    x: float,
    y: float,
    tall: float,
    rng: np.random.Generator,
    colours: Sequence[Colour],
    *,
    blades: int = 14,
    wind: float = 0.25,
) -> None:
    """A tuft of grass about *tall* high; *wind* leans it to the right (share of its height)."""
    for step in range(blades):
        long = tall * rng.uniform(0.55, 1.05)
        lean = long * (wind + rng.uniform(-0.28, 0.28))
        colour = colours[min(int(step / blades * len(colours)), len(colours) - 1)]
        px = x + rng.uniform(-0.22, 0.22) * tall
        blade(canvas, px, y, long, ink(colour), lean=lean, wide=max(tall * 0.035, 1.2))


def bough(
    canvas: skia.Canvas,
    x: float,
    y: float,
    long: float,
    rng: np.random.Generator,
    *,
    sway: float,
    colours: Sequence[Colour],
) -> None:
    """A hanging willow bough from (x, y), *long* down, drifting *sway* sideways, with its narrow leaves."""
    stem = skia.Path()
    stem.moveTo(x, y)
    stem.cubicTo(x + sway * 0.1, y + long * 0.35, x + sway * 0.5, y + long * 0.7, x + sway, y + long)
    canvas.drawPath(stem, ink(colours[0], 0.9, stroke=max(long * 0.006, 1.0)))
    leaves = int(long / 9)
    for step in range(leaves):
        t = (step + rng.uniform(0, 1)) / leaves
        u = 1 - t
        px = x + sway * (0.3 * t * u * u + 1.5 * t * t * u + t**3)
        py = y + long * (1.05 * t * u * u + 2.1 * t * t * u + t**3)
        turn = rng.choice((-1.0, 1.0)) * rng.uniform(0.25, 0.9)
        size = rng.uniform(26, 48) * (0.6 + 0.4 * u) * min(long / 260, 1.0)
        leaf = skia.Path()
        tip_x, tip_y = px + size * sin(turn) + sway * 0.02, py + size * cos(turn)
        leaf.moveTo(px, py)
        leaf.quadTo(px + size * 0.5 * sin(turn) + size * 0.13, py + size * 0.45, tip_x, tip_y)
        leaf.quadTo(px + size * 0.5 * sin(turn) - size * 0.13, py + size * 0.55, px, py)
        canvas.drawPath(leaf, ink(colours[int(rng.integers(len(colours)))]))
