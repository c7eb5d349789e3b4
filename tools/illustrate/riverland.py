"""The floor of the Huangshui valley for the cover: fields, the river between its trees, the city on both
banks.
"""

import numpy as np
import skia

from tools.illustrate.air import lay_mist
from tools.illustrate.city import Plain, city
from tools.illustrate.growth import crown, outline, poplar
from tools.illustrate.noise import smooth
from tools.illustrate.palette import (
    APRICOT,
    HUANGSHUI,
    HUANGSHUI_DEEP,
    HUANGSHUI_PALE,
    LOESS,
    MEADOW,
    MEADOW_PALE,
    MIST,
    PINE,
    PINE_DEEP,
    PINE_PALE,
    PINE_SOFT,
    SKY,
    SKY_MILK,
    SKY_PALE,
    SNOW,
    Colour,
    mix,
    ramp,
)
from tools.illustrate.sheet import Sheet, ink

AIR = mix(SKY_MILK, APRICOT, 0.25)


PLAIN = Plain(middle=1280, horizon=1985)


def valley_floor(sheet: Sheet) -> None:
    """Fields and meadows in strips along the river, windbreaks between them."""
    mask = sheet.coverage(np.full(sheet.columns, 2060.0, dtype=np.float32))
    tone = [
        (2060, AIR),
        (2200, mix(PINE_PALE, AIR, 0.55)),
        (2380, mix(PINE_PALE, MEADOW_PALE, 0.4)),
        (2700, MEADOW_PALE),
        (3000, MEADOW),
    ]
    sheet.lay(ramp(tone, np.broadcast_to(sheet.y, mask.shape)[:, :1]), mask * smooth(2060, 2150, sheet.y))
    rng = np.random.default_rng(17)
    crops = (
        MEADOW_PALE,
        mix(MEADOW, MEADOW_PALE, 0.5),
        mix(MEADOW, PINE_PALE, 0.5),
        mix(LOESS, MEADOW_PALE, 0.55),
        mix(PINE_SOFT, MEADOW, 0.6),
        mix(APRICOT, MEADOW_PALE, 0.6),
    )
    with sheet.brush() as canvas:
        for bank in (-1, 1):
            away = 1330.0
            while away > 430:
                deep = rng.uniform(40, 90) * away / 900
                side = 48.0
                while side < 900:
                    wide = rng.uniform(60, 210)
                    edges = [
                        (side, away),
                        (side + wide, away + 10),
                        (side + wide, away - deep),
                        (side, away - deep),
                    ]
                    field = [PLAIN.at(course(z) + bank * x, z) for x, z in edges]
                    crop = crops[int(rng.integers(len(crops)))]
                    canvas.drawPath(outline(field), ink(crop, 0.9))
                    furrows(canvas, bank, edges, mix(crop, PINE_SOFT, float(rng.uniform(0.15, 0.5))))
                    side += wide + 4
                away -= deep + 5


def furrows(canvas: skia.Canvas, bank: int, edges: list[tuple[float, float]], colour: Colour) -> None:
    """The rows of a field, running away from the eye."""
    (near_side, far), (wide_side, _), (_, near), _ = edges
    for side in np.arange(near_side + 4, wide_side, 9.0):
        one, other = PLAIN.at(course(far) + bank * side, far), PLAIN.at(course(near) + bank * side, near)
        canvas.drawLine(*one, *other, ink(colour, 0.5, stroke=PLAIN.size(2.0, near)))


def course(away: float) -> float:
    """The river's middle, metres aside, at a distance."""
    swing = 150 * np.sin(away / 470 + 2.6) * min(away / 1700, 1.0) + 40 * np.sin(away / 150 + 4.4)
    return float(-58 + swing + 30 * np.exp(-away / 700))


def river(sheet: Sheet) -> None:
    """The Huangshui between its bars of gravel, taking the light of the sky."""
    left, right, bars_left, bars_right = [], [], [], []
    for away in np.geomspace(330, 6400, 460):
        middle, half = course(away), 19 + 7 * np.sin(away / 117) + 3 * np.sin(away / 31)
        left.append(PLAIN.at(middle - half, away))
        right.append(PLAIN.at(middle + half, away))
        bars_left.append(PLAIN.at(middle - half - 7 - 7 * np.sin(away / 90), away))
        bars_right.append(PLAIN.at(middle + half + 7 + 7 * np.sin(away / 90), away))
    with sheet.brush() as canvas:
        canvas.drawPath(outline([*bars_left, *reversed(bars_right)]), ink(mix(APRICOT, MIST, 0.4)))
    mask = sheet.stencil(outline([*left, *reversed(right)]))
    tone = [(2060, SNOW), (2300, SKY_MILK), (2550, mix(SKY_PALE, HUANGSHUI_PALE, 0.5)), (2950, HUANGSHUI)]
    sheet.lay(ramp(tone, np.broadcast_to(sheet.y, mask.shape)[:, :1]), mask)
    sheet.lay(SNOW, mask * smooth(0.3, 0.5, sheet.noise((150, 6), 71, octaves=3)) * 0.7)
    sheet.lay(HUANGSHUI_DEEP, mask * smooth(0.3, 0.5, sheet.noise((130, 7), 72, octaves=3)) * 0.3)


def town(sheet: Sheet) -> None:
    """The city on both banks, and the trees along the water in front of it."""
    rng = np.random.default_rng(5)
    with sheet.brush() as canvas:
        city(
            canvas,
            PLAIN,
            rng,
            near=1380,
            far=6200,
            span=lambda away: (-300 - away * 0.24, 300 + away * 0.24),
            open_ground=lambda side, away: abs(side - course(away)) < 44,
            density=crowding,
            air=AIR,
        )
        green_belt(canvas, rng)


def crowding(side: float, away: float) -> float:
    """How closely and how high the city is built: a few centres, low between them."""
    centres = (
        (-300.0, 2100.0, 260.0),
        (330.0, 1900.0, 300.0),
        (60.0, 3000.0, 420.0),
        (760.0, 3300.0, 400.0),
        (-820.0, 3600.0, 420.0),
        (-150.0, 4600.0, 600.0),
    )
    near = [
        np.exp(-(((side - x) / reach) ** 2) - ((away - z) / (reach * 1.7)) ** 2) for x, z, reach in centres
    ]
    return float(0.12 + 0.88 * max(near))


def green_belt(canvas: skia.Canvas, rng: np.random.Generator) -> None:
    """Trees along the banks, far to near, and poplar rows between the fields."""
    places = [
        (away, bank * (30 + rng.gamma(1.6, 9)))
        for away in np.geomspace(360, 1480, 470)
        for bank in (-1, 1)
        if rng.uniform() < 0.8
    ]
    places += [(float(rng.uniform(1150, 1420)), float(rng.uniform(-800, 800))) for _ in range(420)]
    places += [
        (away, side)
        for side in (-190, -330, 150, 265, 390)
        for away in np.geomspace(520, 1300, 60)
        if rng.uniform() < 0.75
    ]
    for away, side in sorted(places, reverse=True):
        x, y = PLAIN.at(course(away) + side + rng.uniform(-3, 3), away)
        share = 0.06 + 0.6 * (away / 5400) ** 0.6
        dark, lit = (
            mix(mix(PINE_DEEP, PINE, rng.uniform()), AIR, share),
            mix(mix(MEADOW, PINE_SOFT, rng.uniform()), AIR, share),
        )
        if abs(side) > 100 and away < 1140:
            poplar(canvas, x, y, PLAIN.size(rng.uniform(15, 21), away), rng, dark=dark, lit=lit)
        else:
            crown(
                canvas,
                x,
                y,
                PLAIN.size(rng.uniform(7, 14), away),
                rng,
                dark=dark,
                lit=lit,
                shadow=mix(PINE, AIR, share),
            )


def morning_shade(sheet: Sheet) -> None:
    """The slope's shadow still lying over the near fields at the left, and a breath of mist along
    the town.
    """
    edge = 1050 - 0.9 * (sheet.y - 2420) + 170 * sheet.noise((700, 120), 91, octaves=4)
    shade = smooth(90, -90, sheet.x - edge) * smooth(2330, 2480, sheet.y)
    sheet.multiply(mix(HUANGSHUI, SKY, 0.4), shade * 0.55)
    lay_mist(sheet, seed=92, middle=2135, spread=70, colour=AIR, strength=0.5)
    sheet.lay(APRICOT, smooth(2500, 300, np.hypot(sheet.x + 200, (sheet.y - 2000) * 1.8)) * 0.22)
