"""Lilac: florets, panicles, heart-shaped leaves, whole branches. All sizes are pixels of the final
picture.
"""

from collections.abc import Sequence
from math import cos, pi, sin

import numpy as np
import skia

from tools.illustrate.growth import Point, outline
from tools.illustrate.palette import (
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
from tools.illustrate.sheet import ink


def floret(
    canvas: skia.Canvas, x: float, y: float, size: float, rng: np.random.Generator, colour: Colour
) -> None:
    """One lilac floret, *size* across: four rounded petals, each a little lighter at one edge, round a dark
    throat.
    """
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
        canvas.drawLine(
            0, -reach * 0.2, 0, -reach * 0.66, ink(mix(colour, LILAC_DEEP, 0.45), 0.55, stroke=reach * 0.07)
        )
        canvas.restore()
    canvas.drawCircle(0, 0, reach * 0.17, ink(mix(colour, LILAC_NIGHT, 0.7)))
    canvas.drawCircle(0, 0, reach * 0.07, ink(SAFFRON_PALE))
    canvas.restore()


def lilac_panicle(
    canvas: skia.Canvas,
    x: float,
    y: float,
    long: float,
    lean: float,
    rng: np.random.Generator,
    *,
    size: float = 34.0,
    air: Colour | None = None,
    far: float = 0.0,
) -> None:
    """A lilac panicle rooted at (x, y), *long*, leaning *lean* radians to the right: florets below, buds
    at the tip.

    Florets are *size* across; *far* (0..1) sinks the whole into the *air* colour for a panicle standing
    further back.
    """
    axis_x, axis_y = sin(lean), -cos(lean)
    cross_x, cross_y = cos(lean), sin(lean)
    count = int(2.9 * long * long / (size * size))
    lobes = {
        side: (rng.uniform(0, 2 * pi), rng.uniform(17, 23)) for side in (-1, 1)
    }  # side branchlets, not in step
    for depth in np.sort(rng.uniform(0, 1, count)):  # back first
        along = float(rng.beta(1.15, 1.35))
        off = float(rng.uniform(-1, 1)) * (1.0 if depth < 0.55 else 0.88)
        start, pitch = lobes[1 if off > 0 else -1]
        bulge = sin(along * pitch + start)
        half = (
            long
            * 0.250
            * (1 - along) ** 0.62
            * (0.50 + 0.50 * min(along / 0.16, 1.0))
            * (0.84 + 0.26 * bulge)
        )
        px = x + axis_x * long * along + cross_x * half * off
        py = y + axis_y * long * along + cross_y * half * off + (1 - depth) * size * 0.25 - bulge * size * 0.2
        turned = off if cross_x > 0 else -off
        lit = 0.10 + 0.66 * depth**1.4 - 0.36 * turned * (0.35 + depth) + 0.13 * bulge * depth + 0.10 * along
        shade = panicle_tone(float(np.clip(lit + rng.normal(0, 0.09), 0, 1)), float(rng.uniform(0, 0.30)))
        if air:
            shade = mix(shade, air, far)
        if along > 0.80 or rng.uniform() < 0.05:
            bud = size * rng.uniform(0.20, 0.34)
            canvas.drawOval(
                skia.Rect.MakeXYWH(px - bud * 0.5, py - bud * 0.8, bud, bud * 1.5),
                ink(mix(shade, LILAC_DEEP, 0.35)),
            )
        else:
            floret(canvas, px, py, size * float(rng.uniform(0.72, 1.06)) * (1 - 0.28 * along), rng, shade)


def panicle_tone(lit: float, rose: float) -> Colour:
    """The colour of a floret in light *lit* (0 deep inside or turned away .. 1 in the sun), with a breath of
    *rose*.
    """
    if lit < 0.36:
        shade = mix(LILAC_NIGHT, LILAC_DEEP, lit / 0.36)
    elif lit < 0.66:
        shade = mix(LILAC_DEEP, LILAC, (lit - 0.36) / 0.30)
    else:
        shade = mix(LILAC, mix(LILAC_PALE, LILAC_MILK, 0.25), (lit - 0.66) / 0.34)
    return mix(shade, tint("b583b4"), rose)


def leaf(
    canvas: skia.Canvas,
    x: float,
    y: float,
    long: float,
    rng: np.random.Generator,
    *,
    turn: float,
    tones: tuple[Colour, Colour],
) -> None:
    """A heart-shaped lilac leaf hanging from (x, y), *turn* radians from straight up; its left half faces
    the light.
    """
    dark, lit = tones
    canvas.save()
    canvas.translate(x, y)
    canvas.rotate(turn * 180 / pi)
    canvas.scale(float(rng.uniform(0.66, 1.0)), 1.0)
    halves = ((-1.0, lit), (1.0, dark)) if cos(turn) > 0 else ((-1.0, dark), (1.0, lit))
    for side, colour in halves:
        half = skia.Path()
        half.moveTo(0, -long * 0.06)
        half.cubicTo(
            side * long * 0.20,
            long * 0.10,
            side * long * 0.47,
            -long * 0.06,
            side * long * 0.43,
            -long * 0.36,
        )
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
    """The two halves of a leaf: *shade* is the foliage in shadow and in light; *tone* over 0.6 stands in the
    sun.
    """
    sun = max(tone - 0.6, 0.0) * 1.5
    return mix(mix(*shade, min(tone, 1.0) * 0.4), MEADOW, sun * 0.35), mix(
        mix(*shade, 0.3 + 0.7 * min(tone, 1.0)), MEADOW, sun
    )


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
    """A lilac branch along *stem* (points from root to tip), leaved all the way, with *panicles* on its
    outer half.
    """
    points = np.array(stem, dtype=np.float64)
    steps = np.linspace(0, len(points) - 1, 160)
    xs = np.interp(steps, np.arange(len(points)), points[:, 0])
    ys = np.interp(steps, np.arange(len(points)), points[:, 1])
    shade = (mix(dark, air, far), mix(lit, air, far)) if air else (dark, lit)
    canvas.drawPath(
        outline(zip(xs, ys, strict=True), closed=False),
        ink(mix(shade[0], (0.2, 0.15, 0.14), 0.5), stroke=size * 0.34),
    )
    for _ in range(int(12 + 5 * panicles)):
        at = int(rng.integers(8, 158))
        turn = float(rng.uniform(-2.3, 2.3))
        tone = float(rng.uniform(0, 1))
        leaf(
            canvas,
            float(xs[at]),
            float(ys[at]),
            long * rng.uniform(0.26, 0.48),
            rng,
            turn=turn,
            tones=leaf_tones(shade, tone),
        )
    for step in range(panicles):
        at = int(159 - step * 100 / max(panicles, 1))
        lean = float(rng.uniform(-0.75, 0.75)) if step else float(rng.uniform(-0.25, 0.25))
        grown = long * float(rng.uniform(0.70, 1.05))
        for side in (-1.0, 1.0, 1.0):
            tone = float(rng.uniform(0, 0.8))
            turn = lean + side * float(rng.uniform(0.5, 1.3))
            reach = grown * rng.uniform(0.42, 0.62)
            at_x, at_y = float(xs[at]) + sin(lean) * grown * 0.2, float(ys[at]) - cos(lean) * grown * 0.2
            leaf(canvas, at_x, at_y, reach, rng, turn=turn, tones=leaf_tones(shade, tone * 1.2))
        lilac_panicle(canvas, float(xs[at]), float(ys[at]), grown, lean, rng, size=size, air=air, far=far)
