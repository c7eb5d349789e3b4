"""The cover: the valley of the Huangshui in early summer, seen from a slope above the city, lilac in the
near corner.
"""

import numpy as np
import skia

from tools.illustrate.air import lay_cloud, lay_sky
from tools.illustrate.blossom import lilac_branch
from tools.illustrate.growth import spruce_wood, tuft
from tools.illustrate.noise import smooth
from tools.illustrate.palette import (
    APRICOT,
    BARK,
    DUSK,
    HUANGSHUI,
    HUANGSHUI_DEEP,
    HUANGSHUI_PALE,
    LILAC,
    LILAC_PALE,
    MEADOW,
    MEADOW_PALE,
    MIST,
    PINE,
    PINE_DEEP,
    PINE_NIGHT,
    PINE_PALE,
    PINE_SOFT,
    SAFFRON,
    SAFFRON_PALE,
    SKY,
    SKY_DEEP,
    SKY_MILK,
    SKY_PALE,
    SNOW,
    SNOW_SHADE,
    Field,
    mix,
    ramp,
)
from tools.illustrate.relief import cut_tones, lay_range, mountain_range, ridge_line, snow_cover
from tools.illustrate.riverland import AIR, morning_shade, river, town, valley_floor
from tools.illustrate.sheet import Sheet, ink

PICTURE = True


def draw(scale: float = 1.0) -> Sheet:
    """The cover, 2600 × 3500."""
    sheet = Sheet(2600, 3500, scale)
    lay_sky(
        sheet,
        [(0, mix(SKY_PALE, SKY, 0.22)), (900, SKY_PALE), (1450, SKY_MILK), (1750, mix(APRICOT, MIST, 0.35))],
    )
    lay_cloud(sheet, seed=31, top=820, bottom=1640, colour=SNOW, strength=0.5)
    snow_mountains(sheet)
    blue_ridges(sheet)
    valley_walls(sheet)
    valley_floor(sheet)
    river(sheet)
    town(sheet)
    morning_shade(sheet)
    near_hills(sheet)
    foreground(sheet)
    sheet.finish(seed=11)
    return sheet


def opening(sheet: Sheet, middle: float, half: float, floor: float) -> Field:
    """How high the land stands along the page when a valley opens at *middle*: *floor* there, 1 at *half*
    away and beyond.
    """
    return floor + (1 - floor) * smooth(0.12 * half, half, np.abs(sheet.x[0] - middle))


def snow_mountains(sheet: Sheet) -> None:
    """The far snow range across the valley's end."""
    lift = 0.80 + 0.20 * np.exp(-(((sheet.x[0] - 1500) / 700) ** 2))
    far = mountain_range(
        sheet, seed=22, foot=2010, rise=430, run=800, deep=1300, tilt=110, lift=lift, relief=1.5, blunt=0.7
    )
    rock = [
        mix(SKY_DEEP, LILAC, 0.35),
        mix(SKY, LILAC, 0.3),
        mix(SKY, LILAC_PALE, 0.35),
        mix(SKY_PALE, LILAC_PALE, 0.3),
        mix(SKY_MILK, APRICOT, 0.5),
    ]
    colour = cut_tones(sheet, far, rock, seed=5, rough=0.04)
    white = cut_tones(
        sheet,
        far,
        [
            mix(SNOW_SHADE, LILAC, 0.35),
            mix(SNOW_SHADE, LILAC_PALE, 0.3),
            mix(SNOW, SNOW_SHADE, 0.3),
            SNOW,
            mix(SNOW, APRICOT, 0.25),
        ],
        seed=6,
        rough=0.03,
    )
    colour += (white - colour) * snow_cover(sheet, far, line=0.36, seed=9, steepest=3.0)[..., None]
    lay_range(sheet, far, colour, air=AIR, near=0.06, far=0.85)


def blue_ridges(sheet: Sheet) -> None:
    """Two ranges in the blue of distance, parting in the middle."""
    for seed, foot, rise, run, floor, tones in (
        (
            34,
            2070,
            330,
            600,
            0.30,
            [
                mix(SKY_DEEP, DUSK, 0.25),
                mix(SKY_DEEP, SKY, 0.4),
                mix(SKY, LILAC, 0.12),
                mix(SKY_PALE, LILAC_PALE, 0.25),
            ],
        ),
        (
            36,
            2130,
            330,
            480,
            0.12,
            [
                mix(HUANGSHUI_DEEP, SKY_DEEP, 0.5),
                mix(HUANGSHUI_DEEP, SKY, 0.5),
                mix(HUANGSHUI, PINE_PALE, 0.4),
                mix(HUANGSHUI_PALE, MEADOW_PALE, 0.6),
            ],
        ),
    ):
        ridge = mountain_range(
            sheet,
            seed=seed,
            foot=foot,
            rise=rise,
            run=run,
            deep=1000,
            tilt=110,
            lift=opening(sheet, 1300, 900, floor),
            relief=1.5,
        )
        lay_range(
            sheet, ridge, cut_tones(sheet, ridge, tones, seed=seed, rough=0.05), air=AIR, near=0.26, far=0.86
        )


def valley_walls(sheet: Sheet) -> None:
    """The two flanks of the valley, left in shade and right in the sun."""
    ridge = mountain_range(
        sheet,
        seed=43,
        foot=2260,
        rise=560,
        run=700,
        deep=1000,
        tilt=170,
        lift=opening(sheet, 1330, 1250, 0.03),
        sun=0.5,
        relief=1.5,
    )
    tones = [
        mix(PINE, HUANGSHUI_DEEP, 0.5),
        mix(PINE_SOFT, HUANGSHUI_DEEP, 0.4),
        mix(PINE_PALE, HUANGSHUI, 0.3),
        mix(MEADOW, HUANGSHUI_PALE, 0.3),
        MEADOW_PALE,
    ]
    lay_range(sheet, ridge, cut_tones(sheet, ridge, tones, seed=44, rough=0.05), air=AIR, near=0.16, far=0.8)


def near_hills(sheet: Sheet) -> None:
    """The slope's own spurs, left and right, in their morning shade."""
    lift = smooth(1250, -200, sheet.x[0]) * 1.0 + smooth(1900, 2900, sheet.x[0]) * 0.8
    ridge = mountain_range(
        sheet, seed=52, foot=3330, rise=820, run=900, deep=900, tilt=120, lift=lift, sun=0.5, relief=1.5
    )
    tones = [PINE_NIGHT, PINE_DEEP, PINE, PINE_SOFT, mix(MEADOW, PINE_PALE, 0.4)]
    lay_range(sheet, ridge, cut_tones(sheet, ridge, tones, seed=53), air=HUANGSHUI_PALE, near=0.08, far=0.3)


def brow(canvas: skia.Canvas, sheet: Sheet, line: Field, rng: np.random.Generator) -> None:
    """Grass of the brow, upper tufts first and in the light, lower ones sinking into shade, a few small
    flowers among them.
    """
    stand = np.sort(rng.uniform(0, 1, 1500) ** 1.25)
    for deep in stand:
        x = float(rng.uniform(-50, 2650))
        y = float(np.interp(x, sheet.x[0], line)) + deep * 620
        if y > 3640:
            continue
        lit = float(np.clip(1 - deep * 1.7, 0, 1)) * (0.6 + 0.4 * np.sin(x / 170))
        tones = (
            PINE_NIGHT,
            PINE_DEEP,
            mix(PINE_DEEP, PINE, lit),
            mix(PINE_DEEP, mix(PINE_SOFT, MEADOW, 0.55), lit),
        )
        tuft(canvas, x, y + 20, rng.uniform(50, 105) * (1 + deep * 0.9), rng, tones, blades=9)
        if rng.uniform() < 0.40 * np.exp(-(((x - 1080) / 300) ** 2)) * (deep < 0.30):
            for _ in range(3):
                dot, px, py = rng.uniform(4, 7), x + rng.normal(0, 26), y - rng.uniform(24, 80)
                bloom = (
                    mix(SAFFRON, SAFFRON_PALE, float(rng.uniform(0.3, 1))) if rng.uniform() < 0.5 else MIST
                )
                canvas.drawOval(skia.Rect.MakeXYWH(px - dot, py - dot * 0.7, dot * 2, dot * 1.4), ink(bloom))
                canvas.drawCircle(px, py, dot * 0.3, ink(mix(SAFFRON, BARK, 0.4)))


def foreground(sheet: Sheet) -> None:
    """Where the eye stands: spruces at the left, a grassy brow, lilac reaching in from the right."""
    rng = np.random.default_rng(8)
    line = (
        ridge_line(sheet, seed=81, level=3010, rise=40, run=700)
        + 190 * smooth(200, 1500, sheet.x[0])
        - 260 * smooth(1500, 2600, sheet.x[0])
    )
    mask = sheet.coverage(line)
    sheet.lay(ramp([(0, PINE), (160, PINE_DEEP), (420, PINE_NIGHT)], sheet.y - line[None, :]), mask)
    with sheet.brush() as canvas:
        brow(canvas, sheet, line, rng)
        places = [(x, 3080 + rng.uniform(0, 470), rng.uniform(380, 640)) for x in rng.uniform(-80, 820, 34)]
        spruce_wood(
            canvas,
            [(x, y, t * (1.25 - x / 1100)) for x, y, t in places],
            rng,
            (PINE, PINE_NIGHT),
            (mix(PINE_PALE, MEADOW, 0.5), PINE_SOFT),
        )
        lilac_branch(
            canvas,
            [(2800, 3000), (2620, 2760), (2540, 2600), (2480, 2520)],
            rng,
            panicles=3,
            long=400,
            size=32,
            air=HUANGSHUI_PALE,
            far=0.25,
        )
        lilac_branch(
            canvas,
            [(2750, 3620), (2300, 3420), (1960, 3280), (1700, 3190)],
            rng,
            panicles=6,
            long=520,
            size=42,
        )
        lilac_branch(
            canvas,
            [(2800, 3500), (2520, 3200), (2330, 2980), (2200, 2800)],
            rng,
            panicles=6,
            long=560,
            size=42,
        )
