"""The shell of a module hall in one-point perspective: floor, roof with skylights, clerestory, columns, and
its image in the glass.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np
import skia

from tools.illustrate.inking import Camera
from tools.illustrate.palette import (
    APRICOT,
    DUSK,
    HUANGSHUI,
    HUANGSHUI_DEEP,
    HUANGSHUI_PALE,
    MIST,
    PINE_PALE,
    SKY,
    SKY_DEEP,
    SKY_MILK,
    SKY_PALE,
    SNOW,
    SNOW_SHADE,
    Colour,
    mix,
    tint,
)
from tools.illustrate.sheet import ink

VIEW = Camera(eye=(0.0, 3.9, 0.0), focal=1850.0, centre=(1230.0, 770.0))
HALF, ROOF, END, NEAR = 17.0, 11.6, 130.0, 2.4
SILL, LINTEL = 5.0, 9.4
BAY = 6.0
SKYLIGHTS = ((-12.2, -9.4), (-5.6, -3.2), (1.4, 4.0), (8.4, 11.4))
AIR = mix(MIST, APRICOT, 0.18)
Spot = tuple[float, float, float]
Lift = Callable[[float], float]


def far_share(z: float) -> float:
    """How much of the hall's bright air lies before something *z* metres away."""
    return float(1 - np.exp(-max(z - 8, 0) / 78))


def aired(colour: Colour, z: float) -> Colour:
    """*colour* seen through the air of the hall."""
    return mix(colour, AIR, 0.92 * far_share(z))


def area(canvas: skia.Canvas, corners: tuple[Spot, ...], colour: Colour, opacity: float = 1.0) -> None:
    """A flat shape through *corners* in space."""
    canvas.drawPath(face(corners), ink(colour, opacity))


def face(corners: tuple[Spot, ...]) -> skia.Path:
    """The outline of a flat shape in space, as the camera sees it."""
    at, _ = VIEW.project(np.array(corners, dtype=float))
    path = skia.Path()
    path.addPoly([skia.Point(float(x), float(y)) for x, y in at], close=True)
    return path


def level(left: float, right: float, y: float, near: float, far: float) -> tuple[Spot, ...]:
    """The corners of a level rectangle at height *y*."""
    return (left, y, near), (right, y, near), (right, y, far), (left, y, far)


def upright(x: float, low: float, high: float, near: float, far: float) -> tuple[Spot, ...]:
    """The corners of an upright rectangle that runs into the depth at *x*."""
    return (x, low, near), (x, low, far), (x, high, far), (x, high, near)


def facing(left: float, right: float, low: float, high: float, z: float) -> tuple[Spot, ...]:
    """The corners of an upright rectangle that faces the viewer at *z*."""
    return (left, low, z), (right, low, z), (right, high, z), (left, high, z)


def bays(length: float = BAY) -> Iterator[tuple[float, float]]:
    """The hall's bays from the far end to the near one: (near z, far z)."""
    edges = np.arange(END, NEAR - length, -length)
    for far, near in pairwise(edges):
        yield max(float(near), NEAR), float(far)


def draw_walls(canvas: skia.Canvas, *, mirror: float | None = None) -> None:
    """Both long walls and the far end; the left one is open to the sky above the sill."""

    def up(y: float) -> float:
        return y if mirror is None else 2 * mirror - y

    area(canvas, facing(-HALF, HALF, up(0), up(ROOF), END), mix(AIR, SNOW, 0.5))
    for near, far in bays():
        z = (near + far) / 2
        area(
            canvas,
            upright(-HALF, up(0), up(ROOF), near, far),
            aired(mix(tint("7f9a9d"), HUANGSHUI_DEEP, 0.12), z),
        )
        area(canvas, upright(HALF, up(0), up(ROOF), near, far), aired(mix(tint("c4d0cc"), APRICOT, 0.25), z))
        area(canvas, upright(HALF, up(0), up(2.2), near, far), aired(mix(HUANGSHUI, PINE_PALE, 0.4), z))
        _draw_right_wall(canvas, near, far, up)
        area(canvas, upright(-HALF, up(0), up(2.2), near, far), aired(HUANGSHUI_DEEP, z))
        _draw_window(canvas, near + 0.35, far - 0.35, up)


def _draw_right_wall(canvas: skia.Canvas, near: float, far: float, rise: Lift) -> None:
    """Panel joints, two pipes and the low sun that comes across the hall from the clerestory opposite."""

    def band(
        heights: tuple[float, float],
        start: float,
        end: float,
        tone: Colour,
        opacity: float = 1.0,
        *,
        slip: float = 0.0,
    ) -> None:
        low, high = rise(heights[0]), rise(heights[1])
        corners = ((HALF, low, start), (HALF, low, end), (HALF, high, end + slip), (HALF, high, start + slip))
        area(canvas, corners, aired(tone, start), opacity)

    for joint in np.arange(near, far, 2.0):
        band((2.2, ROOF), float(joint), float(joint) + 0.09, tint("9fb2ae"))
    band((3.3, 6.9), near + 0.7, far - 0.9, mix(APRICOT, SNOW, 0.35), 0.85, slip=-0.8)
    band((4.9, 5.1), near, far, tint("b9c8c4"), 0.7)
    for low, tone in ((8.6, tint("7f9b9d")), (9.15, HUANGSHUI)):
        band((low, low + 0.32), near, far, tone)
        band((low + 0.22, low + 0.32), near, far, SNOW, 0.7)


def _draw_window(canvas: skia.Canvas, near: float, far: float, rise: Lift) -> None:
    layers = ((SILL, LINTEL, SKY), (SILL, 8.2, SKY_PALE), (SILL, 7.2, SKY_MILK))
    for low, high, tone in layers:
        area(
            canvas,
            upright(-HALF, rise(low), rise(high), near, far),
            mix(tone, SNOW, 0.2 + 0.5 * far_share(near)),
        )
    z = np.linspace(near, far, 16)
    for base, swing, period, tone in (
        (6.1, 0.75, 4.1, SNOW_SHADE),
        (5.65, 0.35, 2.6, mix(SKY_DEEP, PINE_PALE, 0.5)),
    ):
        crest = base + swing * (np.abs((z / period) % 1 - 0.5) * 2) + 0.15 * np.sin(z * 5.1)
        ridge = tuple((-HALF, float(rise(y)), float(d)) for y, d in zip(crest, z, strict=True))
        area(
            canvas,
            ((-HALF, rise(SILL), near), *ridge, (-HALF, rise(SILL), far)),
            mix(tone, SNOW, 0.15 + 0.6 * far_share(near)),
        )
    for d in np.linspace(near, far, 4):
        ends, _ = VIEW.project(np.array([[-HALF, rise(SILL), d], [-HALF, rise(LINTEL), d]]))
        canvas.drawLine(
            *(float(v) for v in ends.ravel()),
            ink(aired(tint("60797c"), float(d)), stroke=max(0.12 * VIEW.focal / float(d), 0.8)),
        )


def draw_floor(canvas: skia.Canvas, lanes: tuple[float, ...]) -> None:
    """The floor in bays of two tones, the lanes' edges, and the clerestory's sun lying across it."""
    for near, far in bays():
        tone = mix(tint("a9bab6"), HUANGSHUI_PALE, 0.25)
        area(canvas, level(-HALF, HALF, 0, near, far), aired(tone, (near + far) / 2))
        for left, right in SKYLIGHTS:
            area(canvas, level(left, right, 0, near + 0.5, far - 0.5), SNOW, 0.34)
        for shift, opacity in ((0.0, 0.55), (0.5, 0.25)):
            area(
                canvas,
                (
                    (-9.5 + shift, 0, near + 1.3),
                    (-2.5 + shift, 0, near + 3.2),
                    (-2.5 + shift, 0, far + 2.4),
                    (-9.5 + shift, 0, far + 0.6),
                ),
                APRICOT,
                opacity,
            )
        for lane in lanes:
            for side in (-1.62, 1.62):
                area(
                    canvas,
                    level(lane + side - 0.05, lane + side + 0.05, 0, near, far),
                    aired(mix(HUANGSHUI_DEEP, DUSK, 0.2), near),
                    0.8,
                )


def draw_shafts(canvas: skia.Canvas) -> None:
    """The sun's shafts through the dusty air, from each window to its patch on the floor."""
    for near, far in bays():
        if near < 62:
            area(
                canvas,
                (
                    (-HALF, LINTEL, near + 0.5),
                    (-HALF, SILL, near + 0.5),
                    (-7.5, 0.0, near + 2.0),
                    (-2.5, 0.0, near + 3.4),
                ),
                mix(APRICOT, SNOW, 0.4),
                0.11 * (1 - near / 80),
            )
            area(
                canvas,
                (
                    (-HALF, LINTEL, near + 0.5),
                    (-HALF, SILL, near + 0.5),
                    (-HALF, SILL, far - 0.6),
                    (-6.0, 0.0, far + 1.4),
                    (-2.5, 0.0, far + 2.4),
                    (-HALF, LINTEL, far - 0.6),
                ),
                APRICOT,
                0.055 * (1 - near / 80),
            )


def draw_columns(canvas: skia.Canvas) -> None:
    """The columns on both sides, far to near, lit on their left flange."""
    for z in np.arange(126.0, 6.0, -12.0):
        for x in (-12.8, 12.8):
            for left, right, tone in (
                (-0.28, 0.28, tint("86a0a3")),
                (-0.28, -0.10, mix(SNOW, APRICOT, 0.3)),
                (0.14, 0.28, tint("5d777b")),
            ):
                area(canvas, facing(x + left, x + right, 0, ROOF, z), aired(tone, z))
            area(canvas, facing(x - 0.28, x + 0.28, 0, 1.3, z), aired(HUANGSHUI_DEEP, z))
