"""What grows in the open at the base: the rows plant by plant, the farm road with its ditch, the people
picking.
"""

from math import cos, pi, sin

import numpy as np
import skia

from tools.illustrate.arches import AIR, PLAIN
from tools.illustrate.growth import outline, tuft
from tools.illustrate.palette import (
    APRICOT,
    BARK,
    HUANGSHUI,
    HUANGSHUI_DEEP,
    HUANGSHUI_PALE,
    LILAC_DEEP,
    LOESS,
    LOESS_SHADE,
    MEADOW,
    MEADOW_PALE,
    PINE,
    PINE_NIGHT,
    PINE_SOFT,
    SAFFRON,
    SKY_PALE,
    SNOW,
    Colour,
    mix,
    tint,
)
from tools.illustrate.sheet import Sheet, ink


def road(sheet: Sheet) -> None:
    """The farm road to the hills with its ruts, grass along it, and the ditch that waters the fields."""
    reach = np.geomspace(13, 620, 240)
    strips: tuple[tuple[float, float, Colour, float], ...] = (
        (-1.3, 8.2, mix(LOESS, MEADOW, 0.45), 0.9),
        (0.9, 6.2, mix(LOESS, APRICOT, 0.35), 1.0),
        (1.7, 2.5, LOESS_SHADE, 0.55),
        (4.4, 5.2, LOESS_SHADE, 0.55),
        (2.9, 4.0, mix(LOESS, MEADOW, 0.5), 0.7),
        (6.9, 7.9, mix(LOESS_SHADE, PINE_SOFT, 0.3), 1.0),
        (7.05, 7.7, mix(SKY_PALE, HUANGSHUI_PALE, 0.4), 1.0),
    )
    for low, high, colour, share in strips:
        edge = [PLAIN.at(low + wander(z, low), float(z)) for z in reach]
        edge += [PLAIN.at(high + wander(z, high), float(z)) for z in reach[::-1]]
        rag = 0.75 + 0.45 * sheet.noise((40, 14), int(low * 10) + 300, octaves=3)
        sheet.lay(colour, np.clip(sheet.stencil(outline(edge)) * rag, 0, 1) * share)
    rng = np.random.default_rng(12)
    with sheet.brush() as canvas:
        for z in np.geomspace(520, 13, 2600):
            for side, spread in ((-0.6, 0.4), (6.6, 0.12), (8.2, 0.2), (3.4, 0.3)):
                if rng.uniform() < 0.35 + 0.5 * np.sin(z * 0.21 + side) ** 2:
                    x, y = PLAIN.at(side + rng.normal(0, spread), float(z))
                    share = float(np.clip((z - 30) / 420, 0, 0.75))
                    greens = [
                        mix(tone, AIR, share)
                        for tone in (
                            mix(PINE_SOFT, LOESS_SHADE, 0.3),
                            mix(PINE_SOFT, MEADOW, 0.5),
                            mix(MEADOW, LOESS, 0.3),
                        )
                    ]
                    tuft(canvas, x, y, PLAIN.size(rng.uniform(0.08, 0.32), float(z)), rng, greens, blades=4)


def wander(away: float, edge: float) -> float:
    """How far a rut or verge strays sideways there, metres."""
    return (
        0.10 * sin(away * 0.83 + edge * 3)
        + 0.07 * sin(away * 0.31 + edge)
        + 0.04 * sin(away * 2.3 + edge * 7)
    )


def vegetables(canvas: skia.Canvas, rng: np.random.Generator) -> None:
    """Rows of cabbages and greens running to the hills, plant by plant, far ones first; a farm road parts
    them from the houses.
    """
    for away in np.geomspace(420, 15.0, 300):
        share = float(np.clip((away - 30) / 420, 0, 0.75)) ** 0.9
        low, high = -away * 0.45 - 4, (-2.0 if away > 50 else away * 1.0 + 4)
        for side in np.arange(np.floor(low / 1.5) * 1.5, high, 1.5):
            x, y = PLAIN.at(float(side), float(away))
            if not -60 < x < 2780 or (away <= 50 and -2.0 < side < 8.4):
                continue
            head(
                canvas,
                x + rng.normal(0, 0.04) * PLAIN.size(1, away),
                y,
                PLAIN.size(1.2, float(away)),
                rng,
                share=share,
                band=crop_of(float(side), float(away)),
            )


def crop_of(side: float, away: float) -> int:
    """Which of the three crops grows there: strips of a dozen rows, changed at the headlands."""
    return (int(np.floor(side / 15.0)) + int(away > 90) * 2 + int(away > 190)) % 3


def head(
    canvas: skia.Canvas, x: float, y: float, size: float, rng: np.random.Generator, *, share: float, band: int
) -> None:
    """One plant of the row: a rosette of leaves, lit from the left."""
    dark = (PINE, mix(PINE_SOFT, PINE, 0.4), mix(PINE, HUANGSHUI, 0.25))[band]
    lit = (MEADOW, MEADOW_PALE, mix(HUANGSHUI_PALE, MEADOW_PALE, 0.5))[band]
    wide = size * rng.uniform(0.85, 1.1)
    canvas.drawOval(
        skia.Rect.MakeXYWH(x - wide * 0.45, y - wide * 0.14, wide * 1.15, wide * 0.26),
        ink(mix(PINE_NIGHT, AIR, share), 0.45),
    )
    canvas.drawOval(
        skia.Rect.MakeXYWH(x - wide * 0.5, y - wide * 0.46, wide, wide * 0.52), ink(mix(dark, AIR, share))
    )
    if size < 5:
        canvas.drawOval(
            skia.Rect.MakeXYWH(x - wide * 0.42, y - wide * 0.46, wide * 0.55, wide * 0.32),
            ink(mix(lit, AIR, share)),
        )
        return
    for step in range(6):
        turn = pi * (0.08 + 0.84 * step / 5) + rng.uniform(-0.12, 0.12)
        tone = mix(dark, lit, float(np.clip(0.55 - 0.55 * cos(turn) + rng.uniform(-0.2, 0.2), 0, 1)))
        px, py = x - cos(turn) * -wide * 0.30, y - wide * 0.20 - sin(turn) * wide * 0.22
        canvas.drawOval(
            skia.Rect.MakeXYWH(px - wide * 0.21, py - wide * 0.15, wide * 0.42, wide * 0.30),
            ink(mix(tone, AIR, share)),
        )
    canvas.drawOval(
        skia.Rect.MakeXYWH(x - wide * 0.22, y - wide * 0.40, wide * 0.36, wide * 0.24),
        ink(mix(mix(lit, SNOW, 0.15), AIR, share)),
    )


def workers(canvas: skia.Canvas) -> None:
    """A few people picking in the rows on the left, small against the land."""
    for side, away, coat, bent in (
        (-9.8, 47.0, SAFFRON, 1.0),
        (-14.2, 52.0, LILAC_DEEP, 0.15),
        (-21.0, 68.0, HUANGSHUI_DEEP, 1.0),
        (-17.2, 83.0, SAFFRON, 0.7),
        (-30.0, 88.0, LILAC_DEEP, 0.9),
    ):
        x, y = PLAIN.at(side, away)
        picker(canvas, x, y, PLAIN.size(1.65, away), mix(coat, AIR, away / 260), bent)


def picker(canvas: skia.Canvas, x: float, y: float, tall: float, coat: Colour, bent: float) -> None:
    """One of them standing at (x, y): legs, a coat bent forward (*bent* 0..1), a straw hat, a basket
    beside.
    """
    dark = mix(PINE_NIGHT, coat, 0.25)
    hip = (x, y - tall * 0.46)
    neck = (x - tall * 0.36 * bent, y - tall * (0.84 - 0.26 * bent))
    canvas.drawOval(
        skia.Rect.MakeXYWH(x - tall * 0.1, y - tall * 0.06, tall * 0.9, tall * 0.11), ink(PINE_NIGHT, 0.35)
    )
    canvas.drawPath(
        outline(
            [
                (x - tall * 0.09, y),
                (hip[0] - tall * 0.08, hip[1]),
                (hip[0] + tall * 0.10, hip[1]),
                (x + tall * 0.11, y),
            ]
        ),
        ink(dark),
    )
    canvas.drawLine(*hip, *neck, ink(coat, stroke=tall * 0.22))
    canvas.drawLine(
        hip[0] - tall * 0.05,
        hip[1] - tall * 0.04,
        neck[0] - tall * 0.02,
        neck[1] - tall * 0.06,
        ink(mix(coat, SNOW, 0.35), stroke=tall * 0.06),
    )
    hand = (neck[0] - tall * 0.06, neck[1] + tall * 0.36)
    canvas.drawLine(*neck, *hand, ink(mix(coat, PINE_NIGHT, 0.25), stroke=tall * 0.085))
    head = (neck[0] - tall * 0.07 * bent, neck[1] - tall * 0.13)
    canvas.drawCircle(*head, tall * 0.075, ink(tint("b98a68")))
    canvas.drawOval(
        skia.Rect.MakeXYWH(head[0] - tall * 0.17, head[1] - tall * 0.085, tall * 0.34, tall * 0.08),
        ink(mix(LOESS, APRICOT, 0.6)),
    )
    canvas.drawOval(
        skia.Rect.MakeXYWH(head[0] - tall * 0.08, head[1] - tall * 0.15, tall * 0.16, tall * 0.13),
        ink(mix(LOESS, APRICOT, 0.4)),
    )
    canvas.drawRect(
        skia.Rect.MakeXYWH(x + tall * 0.24, y - tall * 0.20, tall * 0.26, tall * 0.19),
        ink(mix(LOESS, BARK, 0.3)),
    )
    canvas.drawOval(
        skia.Rect.MakeXYWH(x + tall * 0.24, y - tall * 0.25, tall * 0.26, tall * 0.10), ink(MEADOW)
    )
