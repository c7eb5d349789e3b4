"""The growing base at Dazhai village, Jingyang: greenhouse arcs in rows on the valley floor, cool-climate
vegetables, terraced hills.
"""

import numpy as np
import skia

from tools.illustrate.air import lay_cloud, lay_cumulus, lay_sky
from tools.illustrate.arches import AIR, PLAIN, houses
from tools.illustrate.growth import crown, poplar
from tools.illustrate.noise import smooth
from tools.illustrate.palette import (
    APRICOT,
    HUANGSHUI,
    LILAC_PALE,
    LOESS,
    LOESS_SHADE,
    MEADOW,
    MEADOW_PALE,
    MIST,
    PINE,
    PINE_PALE,
    PINE_SOFT,
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
from tools.illustrate.relief import Relief, cut_tones, lay_range, mountain_range, snow_cover
from tools.illustrate.sheet import Sheet
from tools.illustrate.vegetable_rows import road, vegetables, workers

PICTURE = True


def draw(scale: float = 1.0) -> Sheet:
    """The greenhouses, 2700 × 2000."""
    sheet = Sheet(2700, 2000, scale)
    lay_sky(
        sheet, [(0, SKY), (420, mix(SKY_PALE, SKY, 0.25)), (760, SKY_MILK), (920, mix(APRICOT, MIST, 0.4))]
    )
    lay_cloud(sheet, seed=4, top=60, bottom=820, colour=SNOW, strength=0.5, period=(1300, 150), cover=0.1)
    clouds(sheet)
    hills(sheet)
    floor(sheet)
    road(sheet)
    rng = np.random.default_rng(3)
    with sheet.brush() as canvas:
        windbreak(canvas, rng)
        houses(canvas, rng)
        vegetables(canvas, rng)
        workers(canvas)
    cloud_shadow(sheet)
    sheet.finish(seed=31)
    return sheet


def clouds(sheet: Sheet) -> None:
    """Fair-weather clouds in ranks, smaller towards the hills."""
    tones = [
        mix(SNOW_SHADE, LILAC_PALE, 0.35),
        mix(SKY_MILK, LILAC_PALE, 0.25),
        mix(SNOW, APRICOT, 0.2),
        SNOW,
    ]
    for x, y, wide, tall, seed, strength in (
        (1250, 742, 420, 46, 5, 0.7),
        (2350, 725, 560, 60, 6, 0.75),
        (300, 735, 460, 52, 7, 0.7),
        (1820, 640, 620, 92, 8, 0.85),
        (620, 600, 760, 110, 9, 0.9),
        (2560, 520, 900, 190, 11, 1.0),
    ):
        lay_cumulus(
            sheet,
            x=x,
            y=y,
            wide=wide,
            tall=tall,
            seed=seed,
            tones=[mix(tone, SKY_PALE, 1 - strength) for tone in tones],
        )


def hills(sheet: Sheet) -> None:
    """Far blue ranges, then the terraced loess hills."""
    far = mountain_range(
        sheet, seed=72, foot=960, rise=350, run=800, deep=1000, tilt=70, relief=1.5, blunt=0.8
    )
    tones = [
        mix(SKY_DEEP, SKY, 0.4),
        mix(SKY, LILAC_PALE, 0.2),
        mix(SKY, SKY_PALE, 0.5),
        mix(SKY_PALE, APRICOT, 0.3),
    ]
    colour = cut_tones(sheet, far, tones, seed=12, rough=0.04)
    white = cut_tones(
        sheet,
        far,
        [mix(SNOW_SHADE, LILAC_PALE, 0.4), mix(SNOW_SHADE, SNOW, 0.4), SNOW, SNOW],
        seed=13,
        rough=0.03,
    )
    colour += (white - colour) * snow_cover(sheet, far, line=0.62, seed=14, steepest=3.0)[..., None]
    lay_range(sheet, far, colour, air=AIR, near=0.15, far=0.75)
    for seed, foot, rise, lift, near in (
        (17, 985, 560, 0.25 + 0.75 * smooth(1300, 100, sheet.x[0]), 0.26),
        (31, 990, 600, 0.15 + 0.85 * smooth(900, 2400, sheet.x[0]), 0.08),
    ):
        hill = mountain_range(
            sheet,
            seed=seed,
            foot=foot,
            rise=rise,
            run=1100,
            deep=1000,
            tilt=70,
            lift=lift,
            ridged=0.35,
            rain=0.6,
            relief=1.7,
            sun=1.1,
        )
        lay_range(sheet, hill, terraced(sheet, hill, steps=64, seed=seed), air=AIR, near=near, far=0.55)


def terraced(sheet: Sheet, hill: Relief, *, steps: int, seed: int) -> Field:
    """The colours of a terraced hillside: every step its own crop, changed here and there along it, dark
    risers, grass on top.
    """
    bend = sheet.noise((420, 90), seed + 5, octaves=3)[hill.rows] * 0.8
    level = hill.height * steps + bend
    step = np.floor(level).astype(np.int64)
    across = sheet.x + 60 * sheet.noise((90, 60), seed + 6, octaves=3)[hill.rows] + 140 * np.sin(step * 2.7)
    along = np.floor(across / (330 + 120 * np.sin(step * 1.3))).astype(np.int64)
    draw = np.abs(np.sin(step * 12.9898 + along * 78.233 + seed) * 43758.5453) % 1.0
    crops = np.array(
        [
            mix(MEADOW, MEADOW_PALE, 0.5),
            mix(MEADOW, PINE_PALE, 0.5),
            MEADOW,
            mix(LOESS, MEADOW_PALE, 0.5),
            mix(LOESS, APRICOT, 0.5),
            mix(MEADOW, PINE_PALE, 0.7),
        ],
        dtype=np.float32,
    )
    colour = crops[(draw * len(crops)).astype(np.int64)]
    grass = np.asarray(mix(MEADOW, PINE_SOFT, 0.35), dtype=np.float32)
    wild = 1 - smooth(
        0.36, 0.48, 1 - hill.height + 0.25 * sheet.noise((420, 160), seed + 7, octaves=3)[hill.rows]
    )
    colour += (grass - colour) * wild[..., None]
    riser = smooth(0.80, 0.92, level - step) * (1 - wild)
    colour += (np.asarray(mix(LOESS_SHADE, PINE_SOFT, 0.45), dtype=np.float32) - colour) * (riser * 0.75)[
        ..., None
    ]
    shade = 1 - cut_tones(
        sheet,
        hill,
        [(0.0, 0.0, 0.0), (0.55, 0.55, 0.55), (0.85, 0.85, 0.85), (1.0, 1.0, 1.0)],
        seed=seed,
        rough=0.05,
    )
    cool = np.asarray(mix(HUANGSHUI, SKY_DEEP, 0.5), dtype=np.float32)
    return np.asarray(colour * (1 - shade * 0.75) + cool * shade * 0.55 * 0.75, dtype=np.float32)


def floor(sheet: Sheet) -> None:
    """The valley floor, fields fading to the foot of the hills."""
    mask = sheet.coverage(np.full(sheet.columns, 930.0, dtype=np.float32))
    tone = [
        (925, mix(MEADOW_PALE, AIR, 0.5)),
        (1010, mix(MEADOW, MEADOW_PALE, 0.5)),
        (1300, mix(LOESS, MEADOW_PALE, 0.35)),
        (2000, mix(LOESS, LOESS_SHADE, 0.25)),
    ]
    sheet.lay(ramp(tone, np.broadcast_to(sheet.y, mask.shape)[:, :1]), mask)
    sheet.lay(
        mix(MEADOW, PINE_SOFT, 0.4),
        mask * smooth(0.05, 0.2, sheet.noise((700, 12), 9, octaves=3)) * smooth(1080, 960, sheet.y) * 0.7,
    )
    sheet.lay(
        LOESS_SHADE,
        mask * smooth(0.2, 0.5, sheet.noise((60, 14), 10, octaves=4)) * smooth(1050, 1500, sheet.y) * 0.35,
    )


def cloud_shadow(sheet: Sheet) -> None:
    """The shadow of a cloud over the near rows, another over the far houses: the sun lies between them."""
    rag = sheet.noise((900, 200), 88, octaves=4)
    near = smooth(1650, 1900, sheet.y + 130 * rag - 0.05 * sheet.x)
    far = smooth(90, 10, np.abs(sheet.y - 1000 + 26 * rag)) * smooth(1500, 2300, sheet.x)
    sheet.multiply(mix(HUANGSHUI, SKY_DEEP, 0.35), near * 0.50 + far * 0.22)


def windbreak(canvas: skia.Canvas, rng: np.random.Generator) -> None:
    """Poplars and low trees where the fields end."""
    for away in (900.0, 620.0, 470.0):
        for side in np.sort(rng.uniform(-620, 620, 150)):
            x, y = PLAIN.at(float(side), away)
            share = 0.15 + 0.4 * away / 900
            dark, lit = mix(PINE, AIR, share), mix(mix(MEADOW, PINE_SOFT, 0.3), AIR, share)
            if rng.uniform() < 0.5:
                poplar(canvas, x, y, PLAIN.size(rng.uniform(12, 19), away), rng, dark=dark, lit=lit)
            else:
                crown(canvas, x, y, PLAIN.size(rng.uniform(7, 12), away), rng, dark=dark, lit=lit)
