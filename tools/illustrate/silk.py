"""Silk in the round: ribbons and sleeves that twist as they fly, skirts that swing, and hanging veils."""

import numpy as np
import skia

from tools.illustrate.facets import Array, Mesh, sheet, through, unit
from tools.illustrate.inking import Camera, tone_plane
from tools.illustrate.noise import profile, smooth
from tools.illustrate.palette import Colour, Field, mix
from tools.illustrate.sheet import Sheet, ink


def ribbon(
    knots: object,
    widths: object,
    *,
    twist: tuple[float, float] = (0.2, 1.4),
    folds: float = 2.5,
    deep: float = 0.10,
    seed: int = 1,
    length: int = 260,
    across: int = 48,
) -> Array:
    """The cloth (length, across, 3) of a ribbon along *knots* (k, 3), its *widths* one per knot.

    It turns from the first to the second angle of *twist* (radians; 0 shows its full width),
    in *folds* pleats *deep* of its width.
    """
    rng = np.random.default_rng(seed)
    middle = through(knots, length)
    wide = np.maximum(through(np.asarray(widths, dtype=float)[:, None], length), 0.004)
    along = np.linspace(0, 1, length)[:, None]
    tangent = unit(np.gradient(middle, axis=0))
    flat = unit(np.stack([-tangent[:, 1], tangent[:, 0], np.zeros(length)], axis=1))
    turn = (
        twist[0]
        + (twist[1] - twist[0]) * along
        + 0.35 * np.sin(along * rng.uniform(7, 11) + rng.uniform(0, 6))
    )
    reach = flat * np.cos(turn) + np.array([0.0, 0.0, 1.0]) * np.sin(turn)
    swell = np.cross(tangent, reach)
    v = np.linspace(-1, 1, across)[None, :]
    phase = rng.uniform(0, 6) + 3.2 * np.sin(along * 5.0 + rng.uniform(0, 6)) + 1.4 * np.sin(along * 13.0)
    fine = 1.6 * np.sin(along * 9.0 + rng.uniform(0, 6)) + along * rng.uniform(-5, 5)
    pleat = (
        np.sin(v * np.pi * folds + phase)
        + 0.42 * np.sin(v * np.pi * folds * 2.6 - phase * 1.3 + fine)
        + 0.20 * np.sin(v * np.pi * folds * 5.3 + fine * 2)
    )
    lift = pleat * deep * wide * np.minimum(along * 9, 1)
    return np.asarray(
        middle[:, None] + reach[:, None] * (v * wide * 0.5)[..., None] + swell[:, None] * lift[..., None]
    )


def draw_threads(
    canvas: skia.Canvas,
    cloth: Array,
    camera: Camera,
    light: Colour,
    dark: Colour,
    *,
    every: int = 3,
    stroke: float = 1.5,
    opacity: float = 0.35,
) -> None:
    """Fine lines of light and dark along the *cloth*, and a bright hem at both its edges."""
    rows, columns = cloth.shape[:2]
    at, _ = camera.project(cloth.reshape(-1, 3))
    at = at.reshape(rows, columns, 2)
    for column in range(0, columns, every):
        line = skia.Path()
        line.addPoly([skia.Point(float(x), float(y)) for x, y in at[:, column]], close=False)
        hem = column == 0 or column + every >= columns
        canvas.drawPath(
            line,
            ink(
                light if (column // every) % 2 == 0 else dark,
                min(opacity * (2.2 if hem else 1.0), 1.0),
                stroke=stroke * (1.5 if hem else 1.0),
            ),
        )


def skirt(
    waist: Array,
    hem: Array,
    row: int,
    *,
    girth: float = 0.15,
    sweep: tuple[float, float] = (0.5, 0.45),
    pleats: int = 11,
    seed: int = 1,
    trail: Array | None = None,
) -> Mesh:
    """A skirt from *waist* to about *hem*; *sweep* is the hem's half-width across the page and into it,
    *trail* pulls its outer side along.
    """
    rng = np.random.default_rng(seed)
    s = np.linspace(0, 1, 60)[:, None]
    turn = np.linspace(0, 2 * np.pi, 560)[None, :]
    hips = girth + (0.172 - girth) * np.sin(np.minimum(s / 0.22, 1.0) * np.pi / 2)
    flare = np.clip((s - 0.10) / 0.90, 0, 1) ** 1.15
    sway = 2.2 * np.sin(turn * 2 + rng.uniform(0, 6))
    pleat = np.cos(turn * pleats + sway + s * 1.5) + 0.5 * np.cos(
        turn * (pleats * 2 + 3) + rng.uniform(0, 6) - s
    )
    fold = 1 + 0.11 * s * pleat * (1 - 0.75 * np.clip(np.cos(turn), 0, 1) * (trail is not None))
    x = (hips + (sweep[0] - 0.172) * flare) * np.cos(turn) * fold
    z = (hips * 1.10 + (sweep[1] - 0.19) * flare) * np.sin(turn) * fold
    middle = waist + (hem - waist) * np.stack([s**2.0, s, s], axis=-1)
    wave = 0.05 * s**2 * np.sin(turn * 5 + rng.uniform(0, 6)) + 0.022 * s * np.cos(turn * pleats + sway)
    points = middle + np.stack([x, wave, z], axis=-1)
    if trail is not None:
        pull = np.clip(np.cos(turn), 0, 1) ** 1.5 * s**1.7
        flutter = (
            pull**0.6
            * s
            * (np.cos(turn * pleats * 3.4 + sway + s * 2.0) + 0.4 * np.cos(turn * pleats * 7.0 - s * 3.0))
        )
        points = (
            points
            + trail * pull[..., None]
            + np.stack([0 * flutter, 0.012 * flutter, 0.060 * flutter], axis=-1)
        )
    return sheet(points, row)


def lay_veil(
    paper: Sheet,
    crest: Field,
    *,
    tones: tuple[Colour, Colour, Colour],
    seed: int,
    depth: float,
    opacity: float = 0.8,
    glow: Field | None = None,
) -> None:
    """A hanging veil whose upper edge is *crest* (y per column): long folds in three tones, thinning out
    *depth* below the edge.
    """
    below = paper.y - crest[None, :]
    mask = paper.coverage(crest) * (1 - smooth(depth * 0.30, depth, below)) * opacity
    lit = _folds(paper, below, seed) + (0.6 * glow if glow is not None else 0.0)
    steps = (
        (-0.25, mix(tones[0], tones[1], 0.55)),
        (0.0, tones[1]),
        (0.28, mix(tones[1], tones[2], 0.6)),
        (0.55, tones[2]),
    )
    paper.lay(tone_plane(lit, tones[0], steps, soft=0.05), mask)
    edge = np.clip(1 - np.abs(below - 3.0) / 3.5, 0, 1) * (0.35 + 0.65 * smooth(-0.1, 0.5, lit))
    paper.lay(mix(tones[2], (1.0, 1.0, 1.0), 0.35), np.asarray(edge * 0.8 * opacity, dtype=np.float32))


def _folds(paper: Sheet, below: Field, seed: int) -> Field:
    """Folds that start in the edge and run down, swaying and widening a little: about -1..1."""
    sway = paper.noise((1500, 1100), seed + 9, octaves=2) * 36 + below * 0.05 * np.sin(seed)
    spread = 1 + below / 5200
    place = ((paper.x - 1350) / spread + 1350 + sway) / paper.width
    coarse = profile(paper.width, 8192, period=190, seed=seed, octaves=3, gain=0.55)
    fine = profile(paper.width, 8192, period=34, seed=seed + 1, octaves=2)
    index = np.clip((place * 8191).astype(np.int32), 0, 8191)
    return np.asarray(0.95 * coarse[index] + 0.35 * fine[index], dtype=np.float32)
