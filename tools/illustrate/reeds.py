"""Reed beds in the wind with their image in the water, and the birds among and above them."""

import numpy as np
import skia

from tools.illustrate.boardwalk import AIR
from tools.illustrate.growth import blade, outline
from tools.illustrate.palette import (
    BARK,
    LILAC_PALE,
    LOESS,
    MEADOW_PALE,
    MIST,
    PINE_DEEP,
    PINE_NIGHT,
    PINE_SOFT,
    SAFFRON,
    SKY_DEEP,
    SKY_PALE,
    SNOW,
    Colour,
    mix,
)
from tools.illustrate.sheet import Sheet, ink


def reed_bed(
    canvas: skia.Canvas,
    x: float,
    y: float,
    wide: float,
    tall: float,
    rng: np.random.Generator,
    *,
    share: float,
    sign: float = 1.0,
) -> None:
    """Reeds standing (or mirrored, with *sign* -1) along y over *wide*, leaning downwind, plumes on some."""
    count = int(wide / tall * 150)
    for step in range(count):
        px = x + rng.normal(0, 0.32) * wide
        edge = 1 - min(abs(px - x) / wide, 1.0) * 0.6
        long = tall * rng.uniform(0.5, 1.0) * edge
        lean = long * rng.uniform(0.12, 0.5)
        rank = step / count
        tone = mix(
            mix(PINE_DEEP, PINE_SOFT, rank),
            mix(MEADOW_PALE, LOESS, rng.uniform(0, 0.6)),
            rank * float(rng.uniform(0.2, 0.9)),
        )
        canvas.save()
        canvas.translate(px, y + rng.uniform(-1, 1) * tall * 0.05)
        canvas.scale(1, sign)
        blade(canvas, 0, 0, long, ink(mix(tone, AIR, share)), lean=lean, wide=max(tall * 0.0105, 1.5))
        if rank > 0.6 and rng.uniform() < 0.10:
            plume(
                canvas,
                lean * 0.97,
                -long * 0.97,
                tall * 0.17,
                rng,
                mix(mix(LOESS, BARK, float(rng.uniform(0.0, 0.35))), AIR, share),
            )
        canvas.restore()


def plume(
    canvas: skia.Canvas, x: float, y: float, long: float, rng: np.random.Generator, colour: Colour
) -> None:
    """A reed's feathery head, blown to the right: fine hairs off a bent spine."""
    for step in range(26):
        at = step / 25
        px, py = x + long * 0.75 * at**1.2, y - long * 0.62 * at + long * 0.30 * at * at
        fan = long * 0.30 * (1 - 0.55 * at) * rng.uniform(0.6, 1.1)
        side = 1 if step % 2 else -0.35
        tone = mix(colour, MIST, float(rng.uniform(0, 0.35)) if side < 0 else 0.0)
        canvas.drawLine(
            px, py, px + fan * 0.85, py + side * fan * 0.55, ink(tone, 0.9, stroke=max(long * 0.035, 1.0))
        )


def islands(sheet: Sheet, rng: np.random.Generator) -> None:
    """Reed beds in the water, far to near, each over its own image."""
    beds = (
        (1500, 1015, 260, 60),
        (2350, 1030, 380, 80),
        (420, 1050, 420, 110),
        (1950, 1110, 300, 120),
        (150, 1190, 460, 190),
    )
    for x, y, wide, tall in beds:
        seed = int(rng.integers(1 << 30))
        share = float(np.clip(0.30 - (y - 1000) / 700, 0.02, 0.3))
        with sheet.brush(opacity=0.55, soften=2.5) as canvas:
            reed_bed(canvas, x, y + 4, wide, tall * 0.9, np.random.default_rng(seed), share=share, sign=-1)
        with sheet.brush() as canvas:
            reed_bed(canvas, x, y, wide, tall, np.random.default_rng(seed), share=share)


def near_reeds(sheet: Sheet, rng: np.random.Generator) -> None:
    """The reeds at the eye's feet, tall and close."""
    with sheet.brush() as canvas:
        for x, y, wide, tall in (
            (-60, 1980, 620, 760),
            (420, 2060, 560, 560),
            (980, 2080, 500, 330),
            (2650, 2060, 420, 520),
        ):
            reed_bed(canvas, x, y, wide, tall, rng, share=0.0)


def birds(sheet: Sheet) -> None:
    """A loose flight over the hills; three egrets standing in the shallows over their images."""
    rng = np.random.default_rng(15)
    with sheet.brush() as canvas:
        for _ in range(9):
            x, y, size = 1150 + rng.normal(0, 190), 560 + rng.normal(0, 70), rng.uniform(16, 30)
            lift = rng.uniform(0.3, 0.8)
            for side in (-1, 1):
                wing = skia.Path()
                wing.moveTo(x, y)
                wing.quadTo(x + side * size * 0.5, y - size * lift, x + side * size, y - size * lift * 0.45)
                wing.quadTo(x + side * size * 0.5, y - size * lift * 0.62, x, y + size * 0.16)
                canvas.drawPath(wing, ink(mix(SKY_DEEP, PINE_DEEP, 0.4)))
    for x, y, tall, turn in ((690, 1172, 120, 1), (800, 1196, 128, -1), (1010, 1128, 84, 1)):
        with sheet.brush(opacity=0.55, soften=1.5) as canvas:
            canvas.translate(x, y)
            canvas.scale(turn, -0.9)
            egret(canvas, tall)
        with sheet.brush() as canvas:
            canvas.translate(x, y)
            canvas.scale(turn, 1)
            egret(canvas, tall)
            canvas.drawOval(
                skia.Rect.MakeXYWH(-tall * 0.3, -tall * 0.012, tall * 0.6, tall * 0.03), ink(SNOW, 0.6)
            )


def egret(canvas: skia.Canvas, tall: float) -> None:
    """A white egret standing at the origin, facing left, *tall* high."""
    legs = ink(mix(BARK, PINE_NIGHT, 0.4), stroke=tall * 0.016)
    canvas.drawLine(-tall * 0.02, 0, 0, -tall * 0.40, legs)
    canvas.drawLine(tall * 0.07, 0, tall * 0.05, -tall * 0.40, legs)
    body = skia.Path()
    body.moveTo(-tall * 0.16, -tall * 0.56)
    body.cubicTo(-tall * 0.12, -tall * 0.68, tall * 0.10, -tall * 0.66, tall * 0.36, -tall * 0.36)
    body.cubicTo(tall * 0.16, -tall * 0.34, -tall * 0.12, -tall * 0.34, -tall * 0.16, -tall * 0.56)
    canvas.drawPath(body, ink(SNOW))
    shade = skia.Path()
    shade.moveTo(-tall * 0.10, -tall * 0.44)
    shade.cubicTo(tall * 0.04, -tall * 0.46, tall * 0.16, -tall * 0.44, tall * 0.36, -tall * 0.36)
    shade.cubicTo(tall * 0.14, -tall * 0.34, -tall * 0.04, -tall * 0.36, -tall * 0.10, -tall * 0.44)
    canvas.drawPath(shade, ink(mix(SKY_PALE, LILAC_PALE, 0.5)))
    neck = skia.Path()
    neck.moveTo(-tall * 0.11, -tall * 0.56)
    neck.cubicTo(-tall * 0.26, -tall * 0.66, -tall * 0.02, -tall * 0.78, -tall * 0.13, -tall * 0.93)
    canvas.drawPath(neck, ink(SNOW, stroke=tall * 0.055))
    canvas.drawOval(skia.Rect.MakeXYWH(-tall * 0.20, -tall * 0.975, tall * 0.11, tall * 0.07), ink(SNOW))
    canvas.drawPath(
        outline(
            [(-tall * 0.18, -tall * 0.955), (-tall * 0.33, -tall * 0.915), (-tall * 0.18, -tall * 0.925)]
        ),
        ink(SAFFRON),
    )
