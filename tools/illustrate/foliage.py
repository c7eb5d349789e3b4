"""Lilac leaves in close-up: broad hearts folded along the midrib, each half cut in panels between veins."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import skia

from tools.illustrate.facets import Array, through
from tools.illustrate.palette import (
    HUANGSHUI_PALE,
    MEADOW,
    MEADOW_PALE,
    PINE,
    PINE_DEEP,
    PINE_NIGHT,
    PINE_PALE,
    PINE_SOFT,
    Colour,
    mix,
)
from tools.illustrate.sheet import ink

_HEART = (
    (0.0, 0.0),
    (0.07, -0.075),
    (0.20, -0.125),
    (0.345, -0.085),
    (0.445, 0.03),
    (0.485, 0.18),
    (0.455, 0.36),
    (0.375, 0.54),
    (0.260, 0.70),
    (0.145, 0.83),
    (0.055, 0.93),
    (0.0, 1.02),
)


def heart_half(side: float, count: int = 48) -> Array:
    """The edge of one half of a heart-shaped blade of length 1, from the stalk (0, 0) round its lobe to the
    drawn-out tip; (count, 2).
    """
    edge = through(_HEART, count)
    return np.stack([side * edge[:, 0], -edge[:, 1]], axis=1)


def curved(points: Array, sag: float, narrow: float) -> Array:
    """Leaf points with the midrib bowed sideways by *sag* and one side foreshortened by *narrow*."""
    along = -points[:, 1]
    across = points[:, 0] * np.where(points[:, 0] > 0, narrow, 1.0)
    return np.stack([across + sag * along**2, points[:, 1]], axis=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """How one half of a leaf lies: its side (−1 left, 1 right), the bow of the midrib, the foreshortening,
    its light.
    """

    side: float
    sag: float
    narrow: float
    light: float
    pale: Colour

    def bent(self, points: Array) -> Array:
        """Leaf points as they lie on the page."""
        return curved(points, self.sag, self.narrow)

    def tone(self, step: float = 0.0) -> Colour:
        """The half's own tone, *step* lighter or darker."""
        return _leaf_tone(self.light + step, self.pale)


def path_of(points: Array, *, closed: bool = True) -> skia.Path:
    """The path through *points* (n, 2)."""
    path = skia.Path()
    path.addPoly([skia.Point(float(x), float(y)) for x, y in points], close=closed)
    return path


def draw_leaf(
    canvas: skia.Canvas,
    stalk: tuple[float, float],
    long: float,
    turn: float,
    rng: np.random.Generator,
    *,
    light: float = 0.6,
    narrow: float | None = None,
    pale: Colour = PINE_PALE,
) -> None:
    """A leaf hung at *stalk*, its tip *turn* radians clockwise from straight up; *light* 0..1 how much light
    reaches it.
    """
    sag, narrow = float(rng.uniform(-0.20, 0.20)), float(rng.uniform(0.45, 1.0)) if narrow is None else narrow
    canvas.save()
    canvas.translate(*stalk)
    canvas.rotate(float(np.degrees(turn)))
    canvas.scale(long, long)
    faces_left = np.cos(turn) >= 0
    for side in (-1.0, 1.0):
        share = 1.0 if (side < 0) == faces_left else 0.42
        lit = float(light * share + rng.normal(0, 0.04))
        _draw_half(canvas, Bearing(side=side, sag=sag, narrow=narrow, light=lit, pale=pale), rng)
    spine = curved(np.stack([np.zeros(20), -np.linspace(-0.22, 0.97, 20)], axis=1), sag, narrow)
    canvas.drawPath(path_of(spine, closed=False), ink(mix(PINE, pale, 0.25 + 0.65 * light), stroke=0.012))
    canvas.restore()


def _leaf_tone(level: float, pale: Colour) -> Colour:
    stops = (
        (0.0, PINE_NIGHT),
        (0.26, PINE_DEEP),
        (0.48, PINE),
        (0.68, PINE_SOFT),
        (0.84, MEADOW),
        (1.0, MEADOW_PALE if pale is PINE_PALE else pale),
    )
    level = round(float(np.clip(level, 0, 1)) * 13) / 13
    for (low, dark), (high, bright) in pairwise(stops):
        if level <= high:
            return mix(dark, bright, (level - low) / (high - low))
    return stops[-1][1]


def _draw_half(canvas: skia.Canvas, half: Bearing, rng: np.random.Generator) -> None:
    edge = heart_half(half.side, 90)
    along = np.linspace(0, 1, len(edge))
    wave = np.sin(np.linspace(rng.uniform(0, 6), rng.uniform(20, 30), len(edge)))
    edge[:, 0] += half.side * 0.007 * wave * np.sin(np.pi * along)
    rib = np.stack([np.zeros(len(edge)), -1.02 * along], axis=1)
    whole = path_of(half.bent(np.vstack([edge, rib[::-1]])))
    canvas.drawPath(whole, ink(half.tone()))
    canvas.save()
    canvas.clipPath(whole, doAntiAlias=True)
    t = np.linspace(0, 1, 14)
    for number, start in enumerate((0.0, 0.03, 0.12, 0.24, 0.38, 0.53, 0.69)):
        rise = (0.46 - 0.50 * start) * t**1.3 if number > 1 else (-0.16 + 0.30 * number) * t
        vein = np.stack([half.side * 0.56 * t, -(start + rise + 0.06 * t)], axis=1)
        _draw_panel(canvas, vein, half, rng)
        canvas.drawPath(path_of(half.bent(vein), closed=False), ink(half.tone(0.26), 0.85, stroke=0.0075))
    if half.light > 0.34:
        rim = mix(half.tone(0.3), HUANGSHUI_PALE, 0.3)
        canvas.drawPath(path_of(half.bent(edge[3:]), closed=False), ink(rim, 0.8, stroke=0.012))
    canvas.restore()


def _draw_panel(canvas: skia.Canvas, vein: Array, half: Bearing, rng: np.random.Generator) -> None:
    """The swelling between two veins: hatching in the fold, fine cross veins, gouge marks of light."""
    bow = np.sin(np.pi * np.linspace(0, 1, len(vein)))[:, None] * np.array([[0.0, 1.0]])
    for line in range(6):
        off = np.array([0.0, 0.010 + 0.0115 * line]) + bow * 0.006 * line
        hatch = path_of(half.bent((vein + off)[: max(len(vein) - line, 4)]), closed=False)
        canvas.drawPath(hatch, ink(half.tone(-0.13), 0.95, stroke=0.0105 - 0.0014 * line))
    t = np.linspace(0, 1, 9)
    for _ in range(7):
        start = vein[int(rng.integers(2, len(vein) - 2))]
        long, bend = rng.uniform(0.05, 0.10), rng.uniform(-0.014, 0.014)
        cross = start + np.stack([half.side * (bend * np.sin(np.pi * t) + 0.012 * t), long * t], axis=1)
        canvas.drawPath(path_of(half.bent(cross), closed=False), ink(half.tone(0.12), 0.5, stroke=0.0026))
    for _ in range(int(rng.integers(9, 16))):
        _draw_gouge(canvas, vein, half, rng)


def _draw_gouge(canvas: skia.Canvas, vein: Array, half: Bearing, rng: np.random.Generator) -> None:
    """One tapering mark of light beside a vein, as a gouge leaves it."""
    at, off, long = rng.uniform(0.10, 0.85), rng.uniform(0.014, 0.075), rng.uniform(0.04, 0.14)
    t, knots = np.clip(np.linspace(at, at + long * 1.6, 7), 0, 1), np.linspace(0, 1, len(vein))
    line = np.stack([np.interp(t, knots, vein[:, 0]), np.interp(t, knots, vein[:, 1]) - off], axis=1)
    swell = np.array([0, 0.0018, 0.0030, 0.0034, 0.0028, 0.0015, 0])[:, None] * np.array([[0.0, 1.0]])
    canvas.drawPath(
        path_of(half.bent(np.vstack([line - swell, (line + swell)[::-1]]))), ink(half.tone(0.13), 0.85)
    )
