"""A wide dawn over the plateau: ridge behind ridge, mist in the valleys, a river taking the first light, a
town's lights far off.
"""

from dataclasses import replace

import numpy as np

from tools.illustrate.air import lay_cloud, lay_mist, lay_sky
from tools.illustrate.dawn_valley import NIGHT, ROSE, foothills, slope_wood, town_lights, valley, valley_wood
from tools.illustrate.growth import spruce_wood, tuft
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
    SAFFRON_PALE,
    SKY,
    SKY_DEEP,
    SNOW,
    mix,
    ramp,
)
from tools.illustrate.relief import cut_tones, lay_range, mountain_range, ridge_line, snow_cover
from tools.illustrate.sheet import Sheet

PICTURE = True


def draw(scale: float = 1.0) -> Sheet:
    """The dawn, 5200 × 3500. The upper right is an even dusk for white type."""
    sheet = Sheet(5200, 3500, scale)
    dawn_sky(sheet)
    snow_mountains(sheet)
    far_ridges(sheet)
    valley(sheet)
    foothills(sheet, 2720, 2800)
    town_lights(sheet)
    foothills(sheet, 2900, 3030)
    middle_ridges(sheet)
    valley_wood(sheet)
    near_slope(sheet)
    sheet.finish(seed=23, grain=0.010)
    return sheet


def dawn_sky(sheet: Sheet) -> None:
    """Night blue above, a low band of rose and apricot, higher and warmer at the left where the sun will
    come.
    """
    dusk = mix(DUSK, LILAC_DEEP, 0.22)
    lay_sky(
        sheet,
        [
            (0, NIGHT),
            (1100, mix(NIGHT, dusk, 0.7)),
            (1880, dusk),
            (2160, mix(dusk, LILAC, 0.45)),
            (2310, mix(LILAC_PALE, ROSE, 0.45)),
            (2450, APRICOT),
        ],
    )
    west = smooth(3500, -800, sheet.x)
    rise = sheet.y + west * 640
    warm = ramp(
        [
            (1500, dusk),
            (2000, mix(SKY_DEEP, LILAC, 0.55)),
            (2300, mix(LILAC_PALE, ROSE, 0.55)),
            (2550, APRICOT),
            (2850, mix(SAFFRON_PALE, APRICOT, 0.35)),
        ],
        rise,
    )
    sheet.lay(warm, west * smooth(1350, 2250, rise))
    lay_cloud(
        sheet,
        seed=12,
        top=1500,
        bottom=2300,
        colour=mix(ROSE, APRICOT, 0.5),
        strength=0.6,
        period=(2600, 110),
        cover=0.22,
        across=1 - 0.9 * smooth(2350, 3100, sheet.x),
    )


def snow_mountains(sheet: Sheet) -> None:
    """The snow range, highest at the left, its left faces in the first light."""
    lift = 0.42 + 0.58 * smooth(3300, 900, sheet.x[0])
    far = mountain_range(
        sheet, seed=25, foot=2560, rise=760, run=1200, deep=1500, tilt=110, lift=lift, relief=1.5, blunt=1.2
    )
    rock = [
        mix(DUSK, LILAC_DEEP, 0.4),
        mix(SKY_DEEP, LILAC_DEEP, 0.55),
        mix(LILAC, SKY_DEEP, 0.35),
        mix(LILAC, LILAC_PALE, 0.5),
        mix(ROSE, LILAC_PALE, 0.35),
    ]
    colour = cut_tones(sheet, far, rock, seed=15, rough=0.04)
    white = cut_tones(
        sheet,
        far,
        [
            mix(SKY_DEEP, LILAC, 0.5),
            mix(LILAC, SKY, 0.45),
            mix(LILAC_PALE, ROSE, 0.3),
            mix(APRICOT, ROSE, 0.35),
            mix(SNOW, APRICOT, 0.55),
        ],
        seed=17,
        rough=0.03,
    )
    colour += (white - colour) * snow_cover(sheet, far, line=0.36, seed=16, steepest=3.0)[..., None]
    lay_range(sheet, far, colour, air=mix(LILAC_PALE, ROSE, 0.55), near=0.06, far=0.9)


def far_ridges(sheet: Sheet) -> None:
    """Two ranges before it, lilac with distance, low in the middle; mist along their feet."""
    for seed, foot, rise, run, air, share, tones in (
        (
            25,
            2600,
            420,
            900,
            mix(ROSE, LILAC_PALE, 0.5),
            0.30,
            [LILAC_DEEP, mix(LILAC_DEEP, LILAC, 0.5), LILAC, mix(LILAC_PALE, ROSE, 0.6)],
        ),
        (
            27,
            2690,
            420,
            760,
            mix(LILAC_PALE, ROSE, 0.3),
            0.20,
            [
                mix(LILAC_DEEP, DUSK, 0.5),
                mix(LILAC_DEEP, SKY_DEEP, 0.4),
                mix(LILAC, SKY_DEEP, 0.4),
                mix(LILAC, ROSE, 0.5),
            ],
        ),
    ):
        lift = 0.35 + 0.65 * smooth(500, 2300, np.abs(sheet.x[0] - 2300))
        ridge = mountain_range(
            sheet, seed=seed, foot=foot, rise=rise, run=run, deep=1100, tilt=130, lift=lift, relief=1.5
        )
        lay_range(
            sheet, ridge, cut_tones(sheet, ridge, tones, seed=seed, rough=0.05), air=air, near=share, far=0.9
        )
    lay_mist(
        sheet,
        seed=29,
        middle=2560,
        spread=70,
        colour=mix(APRICOT, ROSE, 0.35),
        strength=0.8,
        period=(2600, 130),
    )


def middle_ridges(sheet: Sheet) -> None:
    """The nearer flanks at both sides, and the wood on the valley floor before them."""
    for seed, foot, rise, run, side, air, near in (
        (54, 3200, 560, 900, (1080, 60), mix(LILAC, DUSK, 0.5), 0.12),
        (57, 3200, 600, 900, (3300, 5100), mix(LILAC, DUSK, 0.5), 0.12),
        (61, 3560, 640, 1000, (1000, -300), DUSK, 0.05),
        (64, 3580, 640, 1100, (3700, 5500), DUSK, 0.05),
    ):
        lift = smooth(side[0], side[1], sheet.x[0])
        ridge = mountain_range(
            sheet, seed=seed, foot=foot, rise=rise, run=run, deep=1000, tilt=30, lift=lift, relief=1.5
        )
        cool = [
            mix(NIGHT, PINE_NIGHT, 0.6),
            mix(DUSK, PINE_DEEP, 0.7),
            mix(DUSK, PINE, 0.6),
            mix(mix(DUSK, PINE, 0.5), LILAC_DEEP, 0.3),
            mix(mix(SKY_DEEP, PINE, 0.4), LILAC_DEEP, 0.3),
            mix(mix(LILAC_DEEP, SKY_DEEP, 0.4), ROSE, 0.15),
        ]
        ridge = replace(ridge, mask=ridge.mask * smooth(0.0, 0.09, ridge.height))
        lay_range(
            sheet, ridge, cut_tones(sheet, ridge, cool, seed=seed, rough=0.05), air=air, near=near, far=0.38
        )
        slope_wood(sheet, ridge, seed)
    lay_mist(
        sheet,
        seed=58,
        middle=3120,
        spread=60,
        colour=mix(LILAC, ROSE, 0.3),
        strength=0.30,
        period=(1700, 110),
    )


def near_slope(sheet: Sheet) -> None:
    """The eye's own slope: a dark rim of spruces at both sides, open in the middle."""
    rng = np.random.default_rng(9)
    middle = np.abs(sheet.x[0] - 2600) / 2600
    line = ridge_line(sheet, seed=71, level=3420, rise=36, run=1200) - 420 * middle**2.2
    sheet.lay(
        ramp([(0, mix(PINE_DEEP, DUSK, 0.35)), (300, PINE_NIGHT)], sheet.y - line[None, :]),
        sheet.coverage(line),
    )
    places = []
    for x in rng.uniform(-60, 5260, 420):
        share = abs(x - 2600) / 2600
        if rng.uniform() < 0.12 + share**1.6:
            places.append(
                (
                    float(x),
                    float(np.interp(x, sheet.x[0], line)) + rng.uniform(0, 260),
                    rng.uniform(110, 250) * (0.7 + 1.3 * share**2),
                )
            )
    with sheet.brush() as canvas:
        for deep in np.sort(rng.uniform(0, 1, 2200)):
            x = float(rng.uniform(-50, 5250))
            lit = float(np.clip(0.9 - deep * 1.6, 0, 1)) * (0.55 + 0.45 * np.sin(x / 240) * np.sin(x / 97))
            tones = (
                PINE_NIGHT,
                mix(PINE_NIGHT, PINE_DEEP, 0.6),
                mix(mix(PINE_NIGHT, PINE_DEEP, 0.6), mix(PINE, DUSK, 0.5), lit),
                mix(PINE_DEEP, mix(SKY_DEEP, LILAC, 0.45), lit * 0.8),
            )
            tuft(
                canvas,
                x,
                float(np.interp(x, sheet.x[0], line)) + deep * 480 + 14,
                rng.uniform(40, 80) * (1 + deep),
                rng,
                tones,
                blades=8,
            )
        spruce_wood(
            canvas,
            places,
            rng,
            (mix(PINE_DEEP, DUSK, 0.5), PINE_NIGHT),
            (mix(SKY_DEEP, LILAC, 0.4), mix(PINE, DUSK, 0.5)),
        )
