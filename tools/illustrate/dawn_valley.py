"""The valley of the dawn picture: the plain under its mist, the river, a town's lights, low spurs
and woods.
"""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import skia

from tools.illustrate.air import lay_mist
from tools.illustrate.city import Plain
from tools.illustrate.growth import outline, spruce_wood
from tools.illustrate.noise import smooth
from tools.illustrate.palette import (
    APRICOT,
    DUSK,
    LILAC,
    LILAC_DEEP,
    LILAC_PALE,
    PINE,
    PINE_DEEP,
    PINE_NIGHT,
    SAFFRON,
    SAFFRON_PALE,
    SKY_DEEP,
    SNOW,
    Colour,
    mix,
    ramp,
    tint,
)
from tools.illustrate.relief import Relief, cut_tones, lay_range, mountain_range
from tools.illustrate.sheet import Sheet, ink

NIGHT = tint("27324f")


ROSE = tint("e3b3ac")


PLAIN = Plain(middle=2050, horizon=2500, focal=4200, eye=260)


def foothills(sheet: Sheet, *feet: int) -> None:
    """Low spurs reaching into the valley from both sides, each with mist at its foot, the river between
    them.
    """
    for seed, foot, rise, gap, shade in (
        (81, 2720, 95, 900, 0.15),
        (82, 2800, 130, 1000, 0.35),
        (83, 2900, 180, 1150, 0.6),
        (84, 3030, 230, 1350, 0.85),
    ):
        if foot not in feet:
            continue
        away = PLAIN.eye * PLAIN.focal / (foot - PLAIN.horizon)
        stream = PLAIN.at(course(away), away)[0]
        lift = smooth(120, gap, np.abs(sheet.x[0] - stream)) * (
            1 - 0.85 * np.exp(-(((sheet.x[0] - 3960) / 620) ** 4)) * (foot < 2950)
        )
        hill = mountain_range(
            sheet,
            seed=seed,
            foot=foot,
            rise=rise,
            run=620,
            deep=700,
            tilt=18,
            lift=lift,
            ridged=0.5,
            relief=1.6,
        )
        cool = [
            mix(DUSK, PINE_DEEP, shade),
            mix(DUSK, mix(PINE, LILAC_DEEP, 0.35), shade),
            mix(mix(LILAC_DEEP, SKY_DEEP, 0.5), mix(PINE, SKY_DEEP, 0.5), shade),
            mix(LILAC, mix(SKY_DEEP, LILAC, 0.4), shade),
        ]
        lay_range(
            sheet,
            replace(hill, mask=hill.mask * smooth(0.0, 0.14, hill.height)),
            cut_tones(sheet, hill, cool, seed=seed, rough=0.05),
            air=mix(LILAC, ROSE, 0.3),
            near=0.36 - 0.3 * shade,
            far=0.75,
        )
        lay_mist(
            sheet,
            seed=seed,
            middle=foot - 4,
            spread=34 + 16 * shade,
            colour=mix(LILAC_PALE, ROSE, 0.4),
            strength=0.62 - 0.25 * shade,
            period=(1500, 70),
        )


def course(away: float) -> float:
    """The river's middle, metres aside, at a distance."""
    return float(
        -150 + 420 * np.sin(away / 1250 + 1.9) * min(away / 3000, 1.0) + 120 * np.sin(away / 430 + 0.5)
    )


def valley(sheet: Sheet) -> None:
    """The plain under its mist, and the river."""
    mask = sheet.coverage(np.full(sheet.columns, 2570.0, dtype=np.float32))
    tone = [
        (2560, mix(ROSE, LILAC_PALE, 0.4)),
        (2680, mix(LILAC, SKY_DEEP, 0.35)),
        (2900, mix(DUSK, PINE, 0.35)),
        (3300, PINE_NIGHT),
    ]
    sheet.lay(ramp(tone, np.broadcast_to(sheet.y, mask.shape)[:, :1]), mask * smooth(2570, 2640, sheet.y))
    strip = sheet.noise((1500, 30), 33, octaves=4)
    sheet.lay(mix(PINE_DEEP, DUSK, 0.4), smooth(-0.15, 0.55, strip) * smooth(2620, 2900, sheet.y) * 0.45)
    left, right = [], []
    for away in np.geomspace(900, 12000, 420):
        middle, half = course(away), 66 + 14 * np.sin(away / 700) + 0.010 * away
        left.append(PLAIN.at(middle - half, away))
        right.append(PLAIN.at(middle + half, away))
    water = sheet.stencil(outline([*left, *reversed(right)]))
    light = ramp(
        [(2570, mix(SNOW, APRICOT, 0.5)), (2700, APRICOT), (2900, mix(ROSE, APRICOT, 0.4)), (3400, LILAC)],
        np.broadcast_to(sheet.y, water.shape)[:, :1],
    )
    sheet.lay(light, water)
    sheet.lay(LILAC_DEEP, water * smooth(0.25, 0.5, sheet.noise((260, 8), 35, octaves=3)) * 0.35)
    for seed, middle, spread, strength in ((41, 2650, 40, 0.75), (42, 2760, 55, 0.55), (43, 2900, 60, 0.4)):
        lay_mist(
            sheet,
            seed=seed,
            middle=middle,
            spread=spread,
            colour=mix(LILAC_PALE, ROSE, 0.45),
            strength=strength,
            period=(2100, 110),
        )


def town_lights(sheet: Sheet) -> None:
    """A far town at the right third, its lamps still lit, mist at its feet."""
    rng = np.random.default_rng(6)
    haze = mix(LILAC, ROSE, 0.45)
    ground = np.exp(-(((sheet.x - 3960) / 640) ** 4) - ((sheet.y - 2712) / 34) ** 4).astype(np.float32)
    sheet.lay(mix(LILAC_DEEP, SKY_DEEP, 0.45), ground * 0.55)
    with sheet.brush() as canvas:
        for rank in range(4):
            y = 2676 + rank * 12
            for x in np.sort(3960 + (rng.beta(2.3, 2.3, 78) - 0.5) * (1150 + 60 * rank)):
                crowd = float(np.exp(-(((x - 3960) / 250) ** 2)))
                tall = rng.uniform(9, 20) + (rng.uniform(14, 66) * crowd if rng.uniform() < 0.40 else 0)
                body = mix(mix(DUSK, LILAC_DEEP, 0.35), haze, 0.60 - 0.13 * rank)
                house(canvas, float(x), y + rng.uniform(-3, 3), rng.uniform(10, 17), tall, rng, body=body)
    glow = np.exp(-(((sheet.x - 3960) / 560) ** 2) - ((sheet.y - 2690) / 80) ** 2).astype(np.float32)
    sheet.lay(SAFFRON_PALE, glow * 0.20)
    lay_mist(
        sheet,
        seed=47,
        middle=2732,
        spread=24,
        colour=mix(LILAC_PALE, ROSE, 0.45),
        strength=0.85,
        period=(900, 60),
    )
    with sheet.brush() as canvas:
        for _ in range(200):
            lamp = 3960 + (rng.beta(2.0, 2.0) - 0.5) * 1250, 2706 + rng.gamma(1.4, 10)
            canvas.drawCircle(
                *lamp,
                rng.uniform(1.0, 2.1),
                ink(mix(SAFFRON, SAFFRON_PALE, float(rng.uniform(0.3, 1))), 0.95),
            )


def house(
    canvas: skia.Canvas,
    x: float,
    y: float,
    wide: float,
    tall: float,
    rng: np.random.Generator,
    *,
    body: Colour,
) -> None:
    """One building in the dusk: its left edge catching the dawn, some windows lit."""
    canvas.drawRect(skia.Rect.MakeXYWH(x - wide / 2, y - tall, wide, tall), ink(body))
    canvas.drawRect(
        skia.Rect.MakeXYWH(x - wide / 2, y - tall, wide * 0.32, tall), ink(mix(body, APRICOT, 0.45))
    )
    for _ in range(int(tall / 12)):
        if rng.uniform() < 0.5:
            canvas.drawRect(
                skia.Rect.MakeXYWH(
                    x + rng.uniform(-0.12, 0.36) * wide, y - rng.uniform(0.05, 0.92) * tall, 1.9, 2.4
                ),
                ink(SAFFRON_PALE),
            )


def slope_wood(sheet: Sheet, ridge: Relief, seed: int) -> None:
    """Spruces on a ridge's lower and shaded ground, in bands that follow the land."""
    rng = np.random.default_rng(seed)
    patch = sheet.noise((380, 130), seed + 3, octaves=4)[ridge.rows]
    chance = smooth(0.0, 0.35, patch + 0.9 * (0.55 - ridge.light) + 0.5 * (0.35 - ridge.height)) * (
        ridge.mask > 0.6
    )
    places = []
    for _ in range(5200):
        row, column = int(rng.uniform() * chance.shape[0]), int(rng.uniform() * sheet.columns)
        if rng.uniform() < chance[row, column]:
            y = (ridge.rows.start + row) / sheet.scale
            places.append((column / sheet.scale, y, rng.uniform(26, 46) * (1 + (y - 2700) / 700)))
    with sheet.brush() as canvas:
        spruce_wood(
            canvas,
            places,
            rng,
            (mix(DUSK, PINE_DEEP, 0.6), PINE_NIGHT),
            (mix(mix(LILAC, SKY_DEEP, 0.6), PINE, 0.3), mix(PINE, SKY_DEEP, 0.35)),
        )


def valley_wood(sheet: Sheet) -> None:
    """Spruce woods on the valley floor, in patches, small far off; none in the river."""
    rng = np.random.default_rng(19)
    patch = sheet.noise((620, 90), 77, octaves=4)
    places = []
    for _ in range(11000):
        y = 2860 + 620 * rng.uniform() ** 1.3
        x = rng.uniform(-30, 5230)
        away = PLAIN.eye * PLAIN.focal / (y - PLAIN.horizon)
        row, column = (
            min(int(y * sheet.scale), sheet.rows - 1),
            int(np.clip(x * sheet.scale, 0, sheet.columns - 1)),
        )
        if patch[row, column] > 0.10 and abs(x - PLAIN.at(course(away), away)[0]) > PLAIN.size(84, away):
            places.append((x, y, (y - 2560) * rng.uniform(0.085, 0.16)))
    edges = (2860, 2950, 3060, 3200, 3500)
    for rank, (top, low) in enumerate(pairwise(edges)):
        share = rank / 3
        dark = mix(mix(DUSK, PINE_DEEP, 0.5), PINE_NIGHT, share)
        lit = mix(mix(LILAC, SKY_DEEP, 0.5), mix(PINE, SKY_DEEP, 0.35), share)
        with sheet.brush() as canvas:
            spruce_wood(
                canvas,
                [place for place in places if top <= place[1] < low],
                rng,
                (dark, mix(dark, PINE_NIGHT, 0.35)),
                (lit, lit),
            )
        lay_mist(
            sheet,
            seed=90 + rank,
            middle=low - 10,
            spread=42,
            colour=mix(LILAC, ROSE, 0.3),
            strength=0.34 - 0.07 * rank,
            period=(1100, 60),
        )
