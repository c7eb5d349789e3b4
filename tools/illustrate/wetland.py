"""The Beichuan river wetland park: still water, reeds in the wind, willows, a boardwalk, hills and a few
towers behind.
"""

import numpy as np
import skia

from tools.illustrate.air import lay_cloud, lay_mirror, lay_mist, lay_sky, lay_streaks
from tools.illustrate.boardwalk import AIR, boardwalk
from tools.illustrate.city import tower
from tools.illustrate.growth import blade, bough, crown, willow_tree
from tools.illustrate.noise import smooth
from tools.illustrate.palette import (
    APRICOT,
    HUANGSHUI,
    HUANGSHUI_DEEP,
    HUANGSHUI_PALE,
    LILAC,
    LILAC_PALE,
    LOESS,
    MEADOW,
    MEADOW_PALE,
    MIST,
    PINE,
    PINE_PALE,
    PINE_SOFT,
    SAFFRON_PALE,
    SKY,
    SKY_DEEP,
    SKY_MILK,
    SKY_PALE,
    SNOW,
    mix,
)
from tools.illustrate.reeds import birds, islands, near_reeds
from tools.illustrate.relief import cut_tones, lay_range, mountain_range
from tools.illustrate.sheet import Sheet, ink

PICTURE = True


SHORE = 985.0


def draw(scale: float = 1.0) -> Sheet:
    """The wetland, 2700 × 2000."""
    sheet = Sheet(2700, 2000, scale)
    lay_sky(
        sheet,
        [(0, mix(SKY, SKY_PALE, 0.35)), (420, SKY_PALE), (700, SKY_MILK), (900, mix(APRICOT, MIST, 0.25))],
        glow=(-100, 830, 1500, mix(APRICOT, SAFFRON_PALE, 0.35), 0.7),
    )
    lay_cloud(sheet, seed=8, top=120, bottom=700, colour=SNOW, strength=0.7, period=(1500, 130), cover=0.12)
    hills(sheet)
    rng = np.random.default_rng(4)
    far_shore(sheet, rng)
    water(sheet)
    islands(sheet, rng)
    boardwalk(sheet, rng)
    birds(sheet)
    near_reeds(sheet, rng)
    willow(sheet, rng)
    sheet.finish(seed=41)
    return sheet


def hills(sheet: Sheet) -> None:
    """A pale range and the green hills before it, their feet in mist."""
    for seed, rise, run, lift, near, tones in (
        (
            75,
            400,
            800,
            0.55 + 0.45 * smooth(200, 1500, sheet.x[0]),
            0.28,
            [
                mix(SKY_DEEP, LILAC, 0.3),
                mix(SKY, LILAC, 0.2),
                mix(SKY, LILAC_PALE, 0.4),
                mix(SKY_PALE, APRICOT, 0.45),
            ],
        ),
        (
            19,
            300,
            700,
            smooth(2600, 600, sheet.x[0]) * 0.9 + 0.15,
            0.22,
            [
                mix(HUANGSHUI_DEEP, SKY_DEEP, 0.4),
                mix(HUANGSHUI_DEEP, PINE_PALE, 0.5),
                mix(PINE_PALE, HUANGSHUI, 0.4),
                mix(MEADOW_PALE, HUANGSHUI_PALE, 0.4),
            ],
        ),
    ):
        hill = mountain_range(
            sheet,
            seed=seed,
            foot=1000,
            rise=rise,
            run=run,
            deep=1000,
            tilt=70,
            lift=lift,
            relief=1.4,
            blunt=0.5,
        )
        lay_range(
            sheet, hill, cut_tones(sheet, hill, tones, seed=seed, rough=0.05), air=AIR, near=near, far=0.82
        )
    lay_mist(sheet, seed=21, middle=905, spread=60, colour=AIR, strength=0.6)


def far_shore(sheet: Sheet, rng: np.random.Generator) -> None:
    """Towers in the haze, then the trees of the far bank."""
    with sheet.brush() as canvas:
        for x, wide, tall in sorted(
            ((1960 + rng.normal(0, 230), rng.uniform(34, 58), rng.uniform(90, 290)) for _ in range(26)),
            key=lambda t: t[2],
        ):
            tower(canvas, float(x), 955, float(wide), float(tall), rng, air=AIR, far=0.60)
    lay_mist(sheet, seed=22, middle=940, spread=55, colour=AIR, strength=0.75)
    with sheet.brush() as canvas:
        canvas.drawRect(
            skia.Rect.MakeLTRB(-10, 946, 2710, 996), ink(mix(mix(PINE_SOFT, HUANGSHUI_DEEP, 0.3), AIR, 0.30))
        )
        for rank, (y, low, high) in enumerate(((962, 60, 120), (972, 60, 150), (982, 50, 130))):
            share = 0.42 - 0.17 * rank
            for x in np.sort(rng.uniform(-40, 2740, 95)):
                swell = 0.65 + 0.5 * np.sin(x / 260 + rank * 2) ** 2
                dark, lit = (
                    mix(mix(PINE, HUANGSHUI_DEEP, 0.3), AIR, share),
                    mix(mix(MEADOW, PINE_PALE, rng.uniform(0, 0.7)), AIR, share * 0.7),
                )
                crown(canvas, float(x), y, rng.uniform(low, high) * swell, rng, dark=dark, lit=lit)
        for x, size in (
            (170, 240),
            (330, 170),
            (1050, 190),
            (1590, 250),
            (1760, 180),
            (2420, 270),
            (2600, 210),
        ):
            willow_tree(
                canvas,
                x,
                990,
                size,
                rng,
                dark=mix(PINE, AIR, 0.14),
                lit=mix(mix(MEADOW_PALE, MEADOW, 0.4), AIR, 0.06),
            )
        for x in np.arange(-10, 2720, 2.6):
            tone = mix(
                mix(PINE_SOFT, MEADOW_PALE, float(rng.uniform(0, 1))), LOESS, float(rng.uniform(0, 0.35))
            )
            blade(
                canvas,
                float(x),
                992,
                rng.uniform(10, 40),
                ink(mix(tone, AIR, 0.12)),
                lean=rng.uniform(2, 14),
                wide=3.0,
            )


def water(sheet: Sheet) -> None:
    """The still water: everything above it mirrored, deeper in tone towards the eye, a few lines of wind."""
    mask = sheet.coverage(np.full(sheet.columns, SHORE, dtype=np.float32))
    lay_mirror(
        sheet,
        mask=mask,
        shore=SHORE,
        seed=51,
        squeeze=0.92,
        tint=mix(SKY_PALE, HUANGSHUI_PALE, 0.5),
        share=0.16,
        ripple=4,
        still=260,
    )
    sheet.multiply(mix(HUANGSHUI, SKY, 0.3), mask * smooth(1250, 2000, sheet.y) * 0.55)
    lay_streaks(
        sheet,
        mask=mask * smooth(1000, 1100, sheet.y),
        seed=53,
        colour=SNOW,
        strength=0.5,
        period=(520, 6),
        cover=0.62,
    )
    lay_streaks(
        sheet,
        mask=mask * smooth(1150, 1500, sheet.y),
        seed=54,
        colour=HUANGSHUI_DEEP,
        strength=0.30,
        period=(420, 9),
        cover=0.5,
    )


def willow(sheet: Sheet, rng: np.random.Generator) -> None:
    """Boughs of a near willow, hanging in from the upper right."""
    with sheet.brush() as canvas:
        for step in range(46):
            x = 2760 - rng.gamma(2.0, 130)
            deep = rng.uniform(180, 700) * (0.55 + 0.45 * (x - 1700) / 1000)
            tones = [
                mix(PINE, PINE_SOFT, step / 46),
                mix(PINE_SOFT, MEADOW, step / 46),
                mix(MEADOW, MEADOW_PALE, step / 60),
            ]
            bough(
                canvas,
                float(x),
                -40 + rng.uniform(-60, 40),
                max(float(deep), 120),
                rng,
                sway=float(deep) * rng.uniform(0.05, 0.25),
                colours=tones,
            )
