"""Seeded noise: the same seed gives the same landscape at every scale of drawing."""

import numpy as np
from PIL import Image

from tools.illustrate.palette import Field


def smooth(low: float, high: float, at: Field) -> Field:
    """0 below *low*, 1 above *high*, an S between (falls when *high* is under *low*)."""
    share = np.clip((at - low) / (high - low), 0, 1)
    return np.asarray(share * share * (3 - 2 * share), dtype=np.float32)


def plane(
    width: float,
    height: float,
    shape: tuple[int, int],
    period: tuple[float, float],
    seed: int,
    rows: slice = slice(None),
) -> Field:
    """One octave: smooth noise about 0 (deviation about 1/2) over *width* × *height*, given as *shape* =
    (rows, columns).

    *period* is the size (x, y) of a cell, in the units of *width*; shapes do not depend on the pixel count.
    Only the rows named by *rows* (of the whole shape) are made.
    """
    across, down = width / period[0], height / period[1]
    lattice = np.random.default_rng(seed).uniform(-1, 1, (int(down) + 4, int(across) + 4)).astype(np.float32)
    first, last, _ = rows.indices(shape[0])
    window = (1.0, 1.0 + down * first / shape[0], 1.0 + across, 1.0 + down * last / shape[0])
    grown = Image.fromarray(lattice).resize((shape[1], last - first), Image.Resampling.BICUBIC, box=window)
    return np.asarray(grown, dtype=np.float32)


def fbm(
    width: float,
    height: float,
    shape: tuple[int, int],
    *,
    period: tuple[float, float],
    seed: int,
    octaves: int = 5,
    gain: float = 0.5,
    rows: slice = slice(None),
) -> Field:
    """Summed octaves of :func:`plane`, each half the period and *gain* of the strength of the one before;
    about -1..1.
    """
    total = np.zeros((len(range(*rows.indices(shape[0]))), shape[1]), dtype=np.float32)
    strength, reach = 1.0, 0.0
    for octave in range(octaves):
        cell = (period[0] / 2**octave, period[1] / 2**octave)
        total += strength * plane(width, height, shape, cell, seed * 131 + octave, rows)
        reach += strength
        strength *= gain
    return np.asarray(total * (1.6 / reach), dtype=np.float32)


def profile(
    length: float, count: int, *, period: float, seed: int, octaves: int = 5, gain: float = 0.5
) -> Field:
    """A line of summed noise: *count* numbers of about -1..1 along *length*."""
    cell = (period, period * 2**octaves)
    line: Field = fbm(length, period, (1, count), period=cell, seed=seed, octaves=octaves, gain=gain)[0]
    return line


def blur(at: Field, radius: float) -> Field:
    """*at* softened; *radius* in its own pixels (three box passes, close to a Gaussian)."""
    size = round(radius)
    if size < 1:
        return at
    out = at
    for _ in range(3):
        for axis in (0, 1):
            out = _box(out, size, axis)
    return out


def _box(at: Field, size: int, axis: int) -> Field:
    pad = [(0, 0), (0, 0)]
    pad[axis] = (size + 1, size)
    summed = np.cumsum(np.pad(at, pad, mode="edge"), axis=axis, dtype=np.float64)
    span = 2 * size + 1
    length = at.shape[axis]
    high = np.take(summed, range(span, span + length), axis=axis)
    low = np.take(summed, range(length), axis=axis)
    return np.asarray((high - low) / span, dtype=np.float32)
