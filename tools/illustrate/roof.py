"""The roof of the module hall: deck, skylights, trusses and ducts; and its image in glass."""

import numpy as np
import skia

from tools.illustrate.hall import BAY, HALF, ROOF, SKYLIGHTS, VIEW, Lift, aired, area, bays, facing, level
from tools.illustrate.palette import SKY, SKY_PALE, SNOW, mix, tint
from tools.illustrate.sheet import ink


def draw_roof(canvas: skia.Canvas, *, mirror: float | None = None) -> None:
    """The roof with its skylights, ducts and trusses; with *mirror*, its image in glass lying at that
    height.
    """

    def up(y: float) -> float:
        return y if mirror is None else 2 * mirror - y

    for near, far in bays():
        deck = tint("7d979d") if round(near / BAY) % 2 else tint("88a1a6")
        area(canvas, level(-HALF, HALF, up(ROOF), near, far), aired(deck, (near + far) / 2))
        for left, right in SKYLIGHTS:
            area(
                canvas,
                level(left, right, up(ROOF), near + 0.5, far - 0.5),
                mix(aired(SKY_PALE, near), SNOW, 0.45),
            )
            area(
                canvas,
                level(left, left + 0.8, up(ROOF), near + 0.5, far - 0.5),
                mix(aired(SKY, near), SKY_PALE, 0.4),
            )
            for bar in np.arange(near + 0.5, far - 0.4, 1.25):
                area(canvas, level(left, right, up(ROOF), bar, bar + 0.12), aired(tint("7d979d"), near), 0.8)
        _draw_truss(canvas, near, up)
    for x, half, y in ((-7.4, 0.55, 9.5), (6.1, 0.55, 9.5)):
        for near, far in bays():
            area(canvas, level(x - half, x + half, up(y), near, far), aired(tint("74898c"), near))
            area(
                canvas,
                (
                    (x - half, up(y), near),
                    (x - half, up(y + 0.8), near),
                    (x - half, up(y + 0.8), far),
                    (x - half, up(y), far),
                ),
                aired(tint("c3cfcd"), near),
            )


def _draw_truss(canvas: skia.Canvas, z: float, rise: Lift) -> None:
    steel, shade = aired(mix(SNOW, SKY_PALE, 0.3), z), aired(tint("5f7a80"), z)
    low, high = 9.7, 11.3
    for y, thick in ((low, 0.22), (high, 0.22)):
        area(canvas, facing(-HALF, HALF, rise(y), rise(y + thick), z), shade)
        area(canvas, facing(-HALF, HALF, rise(y), rise(y + thick * 0.45), z), steel)
    stroke = max(0.10 * VIEW.focal / z, 0.8)
    for step in range(20):
        x = -HALF + step * HALF / 10
        ends = np.array([[x, rise(low), z], [x + HALF / 20, rise(high), z], [x + HALF / 10, rise(low), z]])
        at, _ = VIEW.project(ends)
        for p, q, tone in ((at[0], at[1], steel), (at[1], at[2], shade)):
            canvas.drawLine(float(p[0]), float(p[1]), float(q[0]), float(q[1]), ink(tone, stroke=stroke))
