"""Height fields: noise raised into mountains, then worn by running water, so that spurs, gullies and fans
appear.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tools.illustrate.noise import blur, fbm, plane
from tools.illustrate.palette import Field

CELL = 5.0
"""Pixels of the final picture per cell of the worn grid; the same at every scale of drawing."""


def worn_land(
    width: float,
    deep: float,
    shape: tuple[int, int],
    *,
    run: float,
    seed: int,
    octaves: int,
    ridged: float,
    rain: float,
) -> Field:
    """A height field of about 0..1 over *width* × *deep*, as *shape* = (slices, columns).

    *run* is the size of its largest mountains, *ridged* (0..1) sharpens crests, *rain* (0..1) is how long
    water has run.
    """
    cell = max(CELL, width / 1100)
    rim = int(
        run * 0.25 / cell
    )  # drawn beyond the edges, then cut off, so that no edge is bent or left unworn
    grid = (max(int(deep / cell), 60) + 2 * rim, int(width / cell) + 2 * rim)
    land = _raised(grid[1] * cell, grid[0] * cell, grid, run=run, seed=seed, octaves=octaves, ridged=ridged)
    land = _washed(
        land * run / cell * 0.42, np.random.default_rng(seed), round(rain * grid[0] * grid[1] * 0.9)
    )
    land = land[rim:-rim, rim:-rim]
    land = (land - np.percentile(land, 1)) / (np.percentile(land, 99.6) - np.percentile(land, 1))
    grown = Image.fromarray(land.astype(np.float32)).resize((shape[1], shape[0]), Image.Resampling.BICUBIC)
    fine = fbm(width, deep, shape, period=(cell * 9, cell * 9), seed=seed + 50, octaves=5, gain=0.55)
    heights = np.asarray(grown, dtype=np.float32)
    return np.asarray(
        np.clip(heights, 0, 1.3) + fine * 0.010 * (0.3 + heights.clip(0, 1)) * 300 / run, dtype=np.float32
    )


def _raised(
    width: float, deep: float, grid: tuple[int, int], *, run: float, seed: int, octaves: int, ridged: float
) -> Field:
    total = np.zeros(grid, dtype=np.float32)
    strength = 1.0
    for octave in range(octaves - 2):
        cell = run / 2**octave * (1 + 0.13 * (octave % 2))
        wave = plane(width, deep, grid, (cell, cell), seed * 977 + octave)
        crest = 0.75 - 1.9 * np.sqrt(wave * wave + 0.006)
        total += strength * (ridged * crest + (1 - ridged) * wave)
        strength *= 0.46
    bend_x = fbm(width, deep, grid, period=(run * 0.6, run * 0.6), seed=seed + 3, octaves=3) * run * 0.12
    bend_z = fbm(width, deep, grid, period=(run * 0.6, run * 0.6), seed=seed + 4, octaves=3) * run * 0.12
    rows = np.arange(grid[0])[:, None] + bend_z * grid[0] / deep
    columns = np.arange(grid[1])[None, :] + bend_x * grid[1] / width
    return _read(total, rows.ravel(), columns.ravel()).reshape(grid)


def _read(land: Field, row: NDArray[np.float64], column: NDArray[np.float64]) -> Field:
    """The land's height at fractional places, between its cells."""
    row, column = np.clip(row, 0, land.shape[0] - 1.001), np.clip(column, 0, land.shape[1] - 1.001)
    top, left = row.astype(np.int64), column.astype(np.int64)
    v, u = row - top, column - left
    upper = land[top, left] * (1 - u) + land[top, left + 1] * u
    lower = land[top + 1, left] * (1 - u) + land[top + 1, left + 1] * u
    return np.asarray(upper * (1 - v) + lower * v, dtype=np.float32)


def _washed(land: Field, rng: np.random.Generator, drops: int) -> Field:
    """The *land* (height in cells) after *drops* drops of rain ran down it, each taking soil where it
    hastens and leaving it where it slows.
    """
    rows, columns = land.shape
    showers = 14
    for _ in range(showers):  # the land is worn between showers, so that gullies deepen where they began
        count = max(drops // showers, 1)
        row, column = rng.uniform(1, rows - 2, count), rng.uniform(1, columns - 2, count)
        way_r, way_c, load = np.zeros(count), np.zeros(count), np.zeros(count)
        smooth_land = blur(land, 1)
        fall_r, fall_c = np.gradient(smooth_land)
        change = np.zeros(rows * columns)
        for _ in range(44):
            at = row.astype(np.int64) * columns + column.astype(np.int64)
            slope_r, slope_c = fall_r.ravel()[at], fall_c.ravel()[at]
            way_r, way_c = way_r * 0.55 - slope_r, way_c * 0.55 - slope_c
            pace = np.hypot(way_r, way_c) + 1e-9
            step = np.minimum(1.0, 1.0 / pace)
            row = np.clip(row + way_r * step, 1, rows - 2)
            column = np.clip(column + way_c * step, 1, columns - 2)
            could = np.hypot(slope_r, slope_c) * 0.55
            taken = np.where(load < could, (could - load) * 0.16, (could - load) * 0.22)
            load += taken
            change += np.bincount(at, weights=taken, minlength=rows * columns)
        worn = blur(change.reshape(rows, columns).astype(np.float32), 0.6)
        land = land - np.clip(worn * 0.10, -0.5, 0.8)
    return land
