"""Draws the pictures of ``content/samples``: a jar on a transparent ground, the map of a place that is not.

    python tools/sample_pictures.py        into images/samples

Plainly made up: the jar is turned from a curve, the map grown from summed waves. Same bytes every time.
"""

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

OUT: Final = Path(__file__).resolve().parent.parent / "images" / "samples"
Plane = NDArray[np.float64]

# ---------------------------------------------------------------- the jar

# Its outline from mouth to foot: how far down (in heights), how far out (in half widths).
_PROFILE: Final = (
    (0.00, 0.46), (0.025, 0.47), (0.05, 0.40), (0.11, 0.345), (0.17, 0.37), (0.26, 0.66),
    (0.38, 0.93), (0.47, 1.00), (0.58, 0.96), (0.74, 0.72), (0.90, 0.47), (0.97, 0.43), (1.00, 0.44),
)  # fmt: skip
_CLAY, _SLIP, _DARK = np.array([0.66, 0.36, 0.22]), np.array([0.86, 0.74, 0.56]), np.array([0.22, 0.13, 0.11])


def jar(width: int = 900, height: int = 1200) -> Image.Image:
    """A painted jar, light from the left, three samples to a pixel each way."""
    fine = 3
    w, h = width * fine, height * fine
    margin = 0.03
    down, across = np.mgrid[0:h, 0:w]
    y = (down / h - margin) / (1 - 2 * margin)
    x = (across / w - 0.5) / 0.5 / (1 - 2 * margin)
    radius = _smooth(y, *(np.array(column) for column in zip(*_PROFILE, strict=True)))
    turn = np.clip(x / np.maximum(radius, 1e-6), -1, 1)
    inside = (np.abs(x) <= radius) & (y >= 0) & (y <= 1)
    slope = np.gradient(radius[:, 0]) * h * 0.38
    depth = np.sqrt(1 - turn**2)
    light = np.array([-0.62, 0.28, 0.73])
    length = np.sqrt(1 + slope**2)[:, None]
    shade = (turn * light[0] + slope[:, None] * -light[1] + depth * light[2]) / length
    tone = 0.30 + 0.78 * np.clip(shade, 0, 1) + 0.10 * np.clip(0.6 - depth, 0, 1) * (turn > 0)
    gloss = np.clip(shade, 0, 1)[..., None] ** 26 * 0.22
    colour = np.clip(_painted(y, np.arcsin(turn)) * tone[..., None] + gloss, 0, 1)
    mouth = (x / 0.44) ** 2 + ((y - 0.004) / 0.013) ** 2 < 1
    colour[mouth] = colour[mouth] * 0.28
    pixels = np.dstack([colour, inside.astype(float)])
    return Image.fromarray((pixels * 255).round().astype(np.uint8), "RGBA").resize(
        (width, height), Image.Resampling.BOX
    )


def _smooth(at: Plane, knots: Plane, values: Plane) -> Plane:
    """A curve through the knots without overshoot (monotone cubic)."""
    step = np.diff(values) / np.diff(knots)
    tangent = np.concatenate([[step[0]], (step[1:] + step[:-1]) / 2, [step[-1]]])
    tangent[1:-1][step[1:] * step[:-1] <= 0] = 0
    i = np.clip(np.searchsorted(knots, at, side="right") - 1, 0, len(knots) - 2)
    span = knots[i + 1] - knots[i]
    t = np.clip((at - knots[i]) / span, 0, 1)
    low, high = values[i], values[i + 1]
    curve: Plane = (
        low * (1 + 2 * t) * (1 - t) ** 2 + high * t**2 * (3 - 2 * t)
        + span * (tangent[i] * t * (1 - t) ** 2 + tangent[i + 1] * t**2 * (t - 1))
    )  # fmt: skip
    return curve


def _painted(y: Plane, turn: Plane) -> Plane:
    """Slip, bands and running waves on clay."""
    colour = np.where((y < 0.62)[..., None], _SLIP, _CLAY)
    for top, thick in ((0.115, 0.010), (0.235, 0.007), (0.262, 0.014), (0.575, 0.014), (0.604, 0.007)):
        colour = np.where(((y > top) & (y < top + thick))[..., None], _DARK, colour)
    for middle, height, count, shift in ((0.355, 0.050, 5.0, 0.0), (0.485, 0.050, 5.0, 0.55)):
        wave = middle + height * np.sin(turn * count + shift)
        for offset, thick in ((-0.016, 0.010), (0.010, 0.014)):
            colour = np.where((np.abs(y - wave - offset) < thick / 2)[..., None], _DARK, colour)
    dots = np.hypot((np.mod(turn * 5.0 + 0.28, np.pi) - np.pi / 2) / 5.0 * 0.5, y - 0.42)
    return np.where((dots < 0.016)[..., None], _CLAY * 0.9, colour)


# ---------------------------------------------------------------- the map


def chart(width: int = 1800, height: int = 1350) -> Image.Image:
    """Hills in tints with their contour lines, a river with its lake, roads: nowhere."""
    fine = 2
    w, h = width * fine, height * fine
    down, across = np.mgrid[0:h, 0:w] / h
    land = _hills(across, down)
    bed = 0.56 + 0.085 * np.sin(across * 4.3 + 0.4) + 0.035 * np.sin(across * 11 + 1.2)
    valley = np.exp(-(((down - bed) / 0.16) ** 2))
    land = land * (1 - 0.72 * valley)
    tint = np.clip((land + 0.25) / 1.35, 0, 1)[..., None]
    low, high = np.array([0.92, 0.94, 0.86]), np.array([0.74, 0.70, 0.60])
    colour = low * (1 - tint) + high * tint
    gy, gx = np.gradient(land, 1 / h)
    relief = np.clip(1 - 0.030 * (gx * 0.8 - gy * 0.6), 0.86, 1.06)
    colour *= relief[..., None]
    grade = np.hypot(gx, gy)
    for count, thick, ink in ((24.0, 0.0011, 0.86), (6.0, 0.0019, 0.72)):
        off = np.abs(land * count - np.round(land * count)) / count
        line = off < thick * np.maximum(grade, 0.25)
        colour = np.where(line[..., None], colour * ink, colour)
    lake = np.hypot((across - 0.98) / 1.9, down - bed - 0.02) < 0.058 + 0.009 * np.sin(
        across * 23 + down * 31
    )
    water = (np.abs(down - bed) < 0.0085 + 0.002 * np.sin(across * 7)) | lake
    shore = np.array([0.36, 0.60, 0.66])
    colour = np.where(water[..., None], np.array([0.58, 0.78, 0.82]), colour)
    inland = np.logical_and.reduce([np.roll(water, step, axis) for step in (3, -3) for axis in (0, 1)])
    colour = np.where((water & ~inland)[..., None], shore, colour)
    for road, thick in _roads(across, down, bed):
        for reach, paint in ((thick, (0.62, 0.36, 0.22)), (thick * 0.55, (0.99, 0.93, 0.80))):
            colour = np.where((np.abs(road) < reach)[..., None], np.array(paint), colour)
    return Image.fromarray((np.clip(colour, 0, 1) * 255).round().astype(np.uint8), "RGB").resize(
        (width, height), Image.Resampling.BOX
    )


def _hills(across: Plane, down: Plane) -> Plane:
    """Summed waves, each turned against the last."""
    land = np.zeros_like(across)
    for octave in range(6):
        turn, scale = 0.9 + 2.4 * octave, 3.1 * 1.9**octave
        u = across * np.cos(turn) - down * np.sin(turn)
        v = across * np.sin(turn) + down * np.cos(turn)
        warp = 0.35 * np.sin(v * scale * 0.7 + octave)
        land += 0.52**octave * np.sin(u * scale + warp * 2 + octave * 1.7) * np.cos(v * scale * 0.8 + octave)
    return land


def _roads(across: Plane, down: Plane, bed: Plane) -> list[tuple[Plane, float]]:
    """Distances from the middle of each road, and half its width."""
    valley = down - bed + 0.075 + 0.012 * np.sin(across * 9)
    over = across - 0.42 - 0.07 * np.sin(down * 6.0 + 0.6) - 0.02 * np.sin(down * 17)
    north = down - 0.20 - 0.05 * np.sin(across * 5 + 2) - 0.10 * across
    return [(north, 0.0032), (over, 0.0040), (valley, 0.0056)]


def main() -> None:
    """Both pictures."""
    OUT.mkdir(parents=True, exist_ok=True)
    jar().save(OUT / "jar.png", optimize=True)
    chart().save(OUT / "map.jpg", quality=88)


if __name__ == "__main__":
    main()
