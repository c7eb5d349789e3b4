"""Plants cut for the print: spruce and poplar, reeds and willow, lilac. All sizes are pixels of the final picture.

Every plant takes a random generator, so that no two are alike and the same seed draws the same wood again.
"""

from collections.abc import Iterable, Sequence
from math import cos, pi, sin

import numpy as np
import skia

from .palette import (
    BARK,
    LILAC,
    LILAC_DEEP,
    LILAC_MILK,
    LILAC_NIGHT,
    LILAC_PALE,
    MEADOW,
    MEADOW_PALE,
    PINE_DEEP,
    PINE_NIGHT,
    PINE_SOFT,
    SAFFRON_PALE,
    Colour,
    mix,
    tint,
)
from .sheet import ink

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


def spruce(canvas: skia.Canvas, x: float, y: float, tall: float, rng: np.random.Generator, dark: Colour, lit: Colour) -> None:
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
            touch = outline([(x - (x - px) * 0.2, py - tall * 0.055), (px + 1, py), (x - (x - px) * 0.32, py - tall * 0.008)])
            canvas.drawPath(touch, ink(lit, rng.uniform(0.45, 0.95)))


def spruce_wood(
    canvas: skia.Canvas,
    places: Sequence[tuple[float, float, float]],
    rng: np.random.Generator,
    dark: tuple[Colour, Colour],
    lit: tuple[Colour, Colour],
) -> None:
    """Spruces at *places* (x, y of the foot, height), far ones (small y) first; colours run from the far to the near of each pair."""
    if not places:
        return
    stand = sorted(places, key=lambda place: place[1])
    first, last = stand[0][1], max(stand[-1][1], stand[0][1] + 1)
    for x, y, tall in stand:
        share = float(np.clip((y - first) / (last - first) + rng.uniform(-0.18, 0.18), 0, 1))
        spruce(canvas, x, y, tall, rng, mix(*dark, share), mix(*lit, share))


def poplar(canvas: skia.Canvas, x: float, y: float, tall: float, rng: np.random.Generator, dark: Colour, lit: Colour) -> None:
    """A poplar at (x, y): a tall flame of leaf dabs, light on the left."""
    canvas.drawLine(x, y, x, y - tall * 0.5, ink(dark, stroke=max(tall * 0.02, 1)))
    dabs = int(40 + tall * 0.5)
    for step in range(dabs):
        share = rng.uniform(0, 1)
        half = tall * 0.13 * sin(pi * (0.08 + 0.86 * share) ** 0.8)
        off = rng.uniform(-1, 1)
        size = tall * rng.uniform(0.018, 0.042)
        bright = 0.5 - 0.5 * off + rng.uniform(-0.35, 0.35) if step > dabs * 0.4 else 0.0
        box = skia.Rect.MakeXYWH(x + off * half - size / 2, y - tall * (0.10 + 0.9 * share) - size, size, size * 2.1)
        canvas.drawOval(box, ink(mix(dark, lit, float(np.clip(bright, 0, 1)))))


def crown(canvas: skia.Canvas, x: float, y: float, size: float, rng: np.random.Generator, dark: Colour, lit: Colour, *, shadow: Colour | None = None) -> None:
    """A broad-leaved tree standing at (x, y), *size* high: a crown of leaf dabs, dark below and right, lit above and left.

    *shadow* is the colour of the shadow it throws to the right on level ground.
    """
    if shadow:
        canvas.drawOval(skia.Rect.MakeXYWH(x - size * 0.2, y - size * 0.09, size * 1.25, size * 0.17), ink(shadow, 0.55))
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
            canvas.drawOval(skia.Rect.MakeXYWH(px - dab * 0.5, py - dab * 0.36, dab, dab * 0.72), ink(mix(dark, lit, bright)))


def willow_tree(canvas: skia.Canvas, x: float, y: float, size: float, rng: np.random.Generator, dark: Colour, lit: Colour) -> None:
    """A willow standing at (x, y), *size* high: an open head of several tresses, each falling its own way, a little downwind."""
    trunk = ink(mix(dark, BARK, 0.6), stroke=size * 0.04)
    tresses = [(rng.uniform(-0.62, 0.62), rng.uniform(0.45, 0.98)) for _ in range(9)]
    for u, up in tresses[:5]:
        canvas.drawLine(x, y - size * 0.22, x + u * size * 0.35, y - size * up * 0.75, ink(mix(dark, BARK, 0.5), stroke=size * 0.016))
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
            strand.cubicTo(px + v * wide * 0.45, top + size * 0.02, px + v * wide * 0.5, (top + end) / 2, px + v * wide * 0.30 + size * rng.uniform(0.0, 0.07), max(end, top + size * 0.1))
            bright = float(np.clip(0.10 + 0.55 * step / strands + 0.05 * rank - 0.30 * v - 0.25 * u + rng.normal(0, 0.12), 0, 1))
            canvas.drawPath(strand, ink(mix(dark, lit, bright), stroke=max(size * 0.013, 1.2)))


def blade(canvas: skia.Canvas, x: float, y: float, long: float, lean: float, wide: float, paint: skia.Paint) -> None:
    """A reed or grass blade rooted at (x, y), bending *lean* pixels downwind over its length, tapering to a point."""
    path = skia.Path()
    path.moveTo(x - wide / 2, y)
    path.cubicTo(x - wide / 2, y - long * 0.5, x + lean * 0.30, y - long * 0.86, x + lean, y - long * 0.98)
    path.cubicTo(x + lean * 0.34 + wide, y - long * 0.80, x + wide / 2, y - long * 0.45, x + wide / 2, y)
    path.close()
    canvas.drawPath(path, paint)


def tuft(
    canvas: skia.Canvas, x: float, y: float, tall: float, rng: np.random.Generator, colours: Sequence[Colour], *, blades: int = 14, wind: float = 0.25
) -> None:
    """A tuft of grass about *tall* high; *wind* leans it to the right (share of its height)."""
    for step in range(blades):
        long = tall * rng.uniform(0.55, 1.05)
        lean = long * (wind + rng.uniform(-0.28, 0.28))
        colour = colours[min(int(step / blades * len(colours)), len(colours) - 1)]
        blade(canvas, x + rng.uniform(-0.22, 0.22) * tall, y, long, lean, max(tall * 0.035, 1.2), ink(colour))


def bough(canvas: skia.Canvas, x: float, y: float, long: float, sway: float, rng: np.random.Generator, colours: Sequence[Colour]) -> None:
    """A hanging willow bough from (x, y), *long* down and drifting *sway* sideways, with its narrow leaves."""
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


def floret(canvas: skia.Canvas, x: float, y: float, size: float, rng: np.random.Generator, colour: Colour) -> None:
    """One lilac floret, *size* across: four rounded petals, each a little lighter at one edge, round a dark throat."""
    canvas.save()
    canvas.translate(x, y)
    canvas.rotate(float(rng.uniform(0, 90)))
    canvas.scale(1.0, float(rng.uniform(0.68, 1.0)))
    reach = size / 2
    for petal in range(4):
        canvas.save()
        canvas.rotate(90 * petal + float(rng.uniform(-9, 9)))
        shape = skia.Path()
        shape.moveTo(0, 0)
        shape.cubicTo(reach * 0.18, -reach * 0.42, reach * 0.50, -reach * 0.50, reach * 0.42, -reach * 0.86)
        shape.cubicTo(reach * 0.30, -reach * 1.12, -reach * 0.30, -reach * 1.12, -reach * 0.42, -reach * 0.86)
        shape.cubicTo(-reach * 0.50, -reach * 0.50, -reach * 0.18, -reach * 0.42, 0, 0)
        canvas.drawPath(shape, ink(mix(colour, LILAC_MILK, float(rng.uniform(0.0, 0.28)))))
        canvas.drawLine(0, -reach * 0.2, 0, -reach * 0.66, ink(mix(colour, LILAC_DEEP, 0.45), 0.55, stroke=reach * 0.07))
        canvas.restore()
    canvas.drawCircle(0, 0, reach * 0.17, ink(mix(colour, LILAC_NIGHT, 0.7)))
    canvas.drawCircle(0, 0, reach * 0.07, ink(SAFFRON_PALE))
    canvas.restore()


def lilac_panicle(
    canvas: skia.Canvas, x: float, y: float, long: float, lean: float, rng: np.random.Generator, *, size: float = 34.0, air: Colour | None = None, far: float = 0.0
) -> None:
    """A lilac panicle rooted at (x, y), *long*, leaning *lean* radians to the right: florets below, buds at the tip.

    Florets are *size* across; *far* (0..1) sinks the whole into the *air* colour for a panicle standing further back.
    """
    axis_x, axis_y = sin(lean), -cos(lean)
    cross_x, cross_y = cos(lean), sin(lean)
    count = int(2.9 * long * long / (size * size))
    lobes = {side: (rng.uniform(0, 2 * pi), rng.uniform(17, 23)) for side in (-1, 1)}  # side branchlets, not in step
    for depth in np.sort(rng.uniform(0, 1, count)):  # back first
        along = float(rng.beta(1.15, 1.35))
        off = float(rng.uniform(-1, 1)) * (1.0 if depth < 0.55 else 0.88)
        start, pitch = lobes[1 if off > 0 else -1]
        bulge = sin(along * pitch + start)
        half = long * 0.250 * (1 - along) ** 0.62 * (0.50 + 0.50 * min(along / 0.16, 1.0)) * (0.84 + 0.26 * bulge)
        px = x + axis_x * long * along + cross_x * half * off
        py = y + axis_y * long * along + cross_y * half * off + (1 - depth) * size * 0.25 - bulge * size * 0.2
        turned = off if cross_x > 0 else -off
        lit = 0.10 + 0.66 * depth**1.4 - 0.36 * turned * (0.35 + depth) + 0.13 * bulge * depth + 0.10 * along
        shade = panicle_tone(float(np.clip(lit + rng.normal(0, 0.09), 0, 1)), float(rng.uniform(0, 0.30)))
        if air:
            shade = mix(shade, air, far)
        if along > 0.80 or rng.uniform() < 0.05:
            bud = size * rng.uniform(0.20, 0.34)
            canvas.drawOval(skia.Rect.MakeXYWH(px - bud * 0.5, py - bud * 0.8, bud, bud * 1.5), ink(mix(shade, LILAC_DEEP, 0.35)))
        else:
            floret(canvas, px, py, size * float(rng.uniform(0.72, 1.06)) * (1 - 0.28 * along), rng, shade)


def panicle_tone(lit: float, rose: float) -> Colour:
    """The colour of a floret in light *lit* (0 deep inside or turned away .. 1 in the sun), with a breath of *rose*."""
    if lit < 0.36:
        shade = mix(LILAC_NIGHT, LILAC_DEEP, lit / 0.36)
    elif lit < 0.66:
        shade = mix(LILAC_DEEP, LILAC, (lit - 0.36) / 0.30)
    else:
        shade = mix(LILAC, mix(LILAC_PALE, LILAC_MILK, 0.25), (lit - 0.66) / 0.34)
    return mix(shade, tint("b583b4"), rose)


def leaf(canvas: skia.Canvas, x: float, y: float, long: float, turn: float, rng: np.random.Generator, dark: Colour, lit: Colour) -> None:
    """A heart-shaped lilac leaf hanging from (x, y), *turn* radians from straight up; its left half faces the light."""
    canvas.save()
    canvas.translate(x, y)
    canvas.rotate(turn * 180 / pi)
    canvas.scale(float(rng.uniform(0.66, 1.0)), 1.0)
    halves = ((-1.0, lit), (1.0, dark)) if cos(turn) > 0 else ((-1.0, dark), (1.0, lit))
    for side, colour in halves:
        half = skia.Path()
        half.moveTo(0, -long * 0.06)
        half.cubicTo(side * long * 0.20, long * 0.10, side * long * 0.47, -long * 0.06, side * long * 0.43, -long * 0.36)
        half.cubicTo(side * long * 0.38, -long * 0.66, side * long * 0.10, -long * 0.80, 0, -long)
        half.close()
        canvas.drawPath(half, ink(colour))
    for side, colour in halves:
        vein = ink(mix(colour, MEADOW_PALE, 0.32), 0.8, stroke=max(long * 0.010, 1.0))
        shade = ink(mix(colour, PINE_NIGHT, 0.35), 0.5, stroke=max(long * 0.016, 1.0))
        for step in range(5):
            base = -long * (0.10 + 0.15 * step)
            reach = 0.36 - 0.055 * step
            rib = skia.Path()
            rib.moveTo(0, base)
            rib.quadTo(side * long * reach * 0.6, base - long * 0.06, side * long * reach, base - long * 0.19)
            canvas.drawPath(rib, shade)
            canvas.translate(0, -long * 0.012)
            canvas.drawPath(rib, vein)
            canvas.translate(0, long * 0.012)
    canvas.drawLine(0, 0, 0, -long * 0.95, ink(mix(lit, MEADOW_PALE, 0.45), stroke=max(long * 0.016, 1.0)))
    canvas.restore()


def leaf_tones(shade: tuple[Colour, Colour], tone: float) -> tuple[Colour, Colour]:
    """The two halves of a leaf: *shade* is the foliage in shadow and in light; *tone* over 0.6 stands in the sun."""
    sun = max(tone - 0.6, 0.0) * 1.5
    return mix(mix(*shade, min(tone, 1.0) * 0.4), MEADOW, sun * 0.35), mix(mix(*shade, 0.3 + 0.7 * min(tone, 1.0)), MEADOW, sun)


def lilac_branch(
    canvas: skia.Canvas,
    stem: Sequence[Point],
    rng: np.random.Generator,
    *,
    panicles: int = 5,
    long: float = 420.0,
    size: float = 34.0,
    dark: Colour = PINE_DEEP,
    lit: Colour = PINE_SOFT,
    air: Colour | None = None,
    far: float = 0.0,
) -> None:
    """A lilac branch along *stem* (points from root to tip), leaved all the way, with *panicles* on its outer half."""
    points = np.array(stem, dtype=np.float64)
    steps = np.linspace(0, len(points) - 1, 160)
    xs = np.interp(steps, np.arange(len(points)), points[:, 0])
    ys = np.interp(steps, np.arange(len(points)), points[:, 1])
    shade = (mix(dark, air, far), mix(lit, air, far)) if air else (dark, lit)
    canvas.drawPath(outline(zip(xs, ys, strict=True), closed=False), ink(mix(shade[0], (0.2, 0.15, 0.14), 0.5), stroke=size * 0.34))
    for step in range(int(12 + 5 * panicles)):
        at = int(rng.integers(8, 158))
        turn = float(rng.uniform(-2.3, 2.3))
        tone = float(rng.uniform(0, 1))
        leaf(canvas, float(xs[at]), float(ys[at]), long * rng.uniform(0.26, 0.48), turn, rng, *leaf_tones(shade, tone))
    for step in range(panicles):
        at = int(159 - step * 100 / max(panicles, 1))
        lean = float(rng.uniform(-0.75, 0.75)) if step else float(rng.uniform(-0.25, 0.25))
        grown = long * float(rng.uniform(0.70, 1.05))
        for side in (-1.0, 1.0, 1.0):
            tone = float(rng.uniform(0, 0.8))
            turn = lean + side * float(rng.uniform(0.5, 1.3))
            reach = grown * rng.uniform(0.42, 0.62)
            at_x, at_y = float(xs[at]) + sin(lean) * grown * 0.2, float(ys[at]) - cos(lean) * grown * 0.2
            leaf(canvas, at_x, at_y, reach, turn, rng, *leaf_tones(shade, tone * 1.2))
        lilac_panicle(canvas, float(xs[at]), float(ys[at]), grown, lean, rng, size=size, air=air, far=far)
