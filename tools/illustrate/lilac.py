"""西宁市市花——丁香花: lilac panicles against the soft mountains of a summer morning."""

import numpy as np
import skia

from tools.illustrate.air import lay_cloud, lay_mist, lay_sky
from tools.illustrate.foliage import draw_leaf
from tools.illustrate.noise import blur
from tools.illustrate.palette import (
    APRICOT,
    HUANGSHUI_PALE,
    LILAC,
    LILAC_DEEP,
    LILAC_MILK,
    LILAC_PALE,
    MIST,
    PINE,
    PINE_NIGHT,
    PINE_PALE,
    PINE_SOFT,
    SAFFRON_PALE,
    SKY,
    SKY_MILK,
    SKY_PALE,
    SNOW,
    SNOW_SHADE,
    mix,
)
from tools.illustrate.panicle import draw_panicle
from tools.illustrate.relief import cut_tones, lay_range, mountain_range, snow_cover
from tools.illustrate.sheet import Sheet, ink

PICTURE = True
WIDTH, HEIGHT = 2600, 3500


def lay_distance(sheet: Sheet) -> None:
    """Morning sky, a snow range and pine slopes, all out of focus, so that the air stands before them."""
    lay_sky(
        sheet,
        [
            (0, mix(SKY_PALE, SKY, 0.30)),
            (700, SKY_PALE),
            (1400, mix(SKY_MILK, LILAC_MILK, 0.4)),
            (1900, mix(APRICOT, LILAC_MILK, 0.35)),
        ],
        glow=(-250, 1500, 1900, mix(APRICOT, SAFFRON_PALE, 0.25), 0.85),
    )
    lay_cloud(sheet, seed=14, top=250, bottom=1100, colour=SNOW, strength=0.45, period=(1900, 300), cover=0.2)
    far = mountain_range(sheet, seed=66, foot=1950, rise=900, run=1200, deep=900, tilt=60, ridged=0.9)
    colour = cut_tones(sheet, far, (mix(SKY, LILAC, 0.5), mix(SKY_PALE, LILAC_PALE, 0.6), SKY_MILK), seed=3)
    snow = cut_tones(sheet, far, (mix(SNOW_SHADE, LILAC_PALE, 0.5), mix(SNOW_SHADE, SNOW, 0.5), SNOW), seed=4)
    colour += (snow - colour) * snow_cover(sheet, far, line=0.3, seed=8, steepest=3.0)[..., None]
    lay_range(sheet, far, colour, air=mix(LILAC_MILK, APRICOT, 0.4), near=0.04, far=0.7)
    lay_mist(sheet, seed=3, middle=1800, spread=150, colour=mix(MIST, APRICOT, 0.5), strength=0.85)
    near = mountain_range(sheet, seed=17, foot=2400, rise=520, run=1000, deep=800, tilt=80)
    lay_range(
        sheet,
        near,
        cut_tones(sheet, near, (mix(PINE_SOFT, LILAC_DEEP, 0.35), PINE_SOFT, PINE_PALE), seed=6),
        air=mix(LILAC_MILK, HUANGSHUI_PALE, 0.4),
        near=0.30,
        far=0.75,
    )
    soften(sheet, 10)


def soften(sheet: Sheet, radius: float) -> None:
    """Everything laid so far goes out of focus."""
    for channel in range(3):
        sheet.rgb[..., channel] = blur(sheet.rgb[..., channel], radius * sheet.scale)


def lay_far_bush(sheet: Sheet) -> None:
    """The rest of the bush, well behind the focus: soft masses of leaf and flower, paler with distance."""
    rng = np.random.default_rng(5)
    with sheet.brush(soften=26, opacity=0.86) as canvas:
        for _ in range(120):
            x, depth = rng.uniform(-150, 2750), rng.uniform(0, 1)
            y = 2250 + 260 * np.sin(x / 420 + 1.0) + depth * 1250
            tone = mix(mix(PINE_SOFT, HUANGSHUI_PALE, 0.45), PINE, depth)
            draw = mix(tone, PINE_NIGHT, rng.uniform(0, 0.35) * depth)
            canvas.drawOval(
                skia.Rect.MakeXYWH(x - 150, y - 100, rng.uniform(160, 330), rng.uniform(140, 260)), ink(draw)
            )
        for x, y, long, lean in (
            (350, 2250, 560, -0.2),
            (1930, 2180, 620, 0.25),
            (2480, 2420, 520, 0.1),
            (60, 2650, 500, -0.1),
            (1000, 2560, 420, 0.1),
        ):
            _far_panicle(canvas, x, y, long, lean, rng)


def _far_panicle(
    canvas: skia.Canvas, x: float, y: float, long: float, lean: float, rng: np.random.Generator
) -> None:
    for along in np.sort(rng.uniform(0, 1, 150)):
        half = long * 0.27 * (1 - along) ** 0.8
        off = rng.uniform(-1, 1)
        tone = mix(
            mix(LILAC_DEEP, LILAC, 0.45),
            mix(LILAC_PALE, LILAC_MILK, 0.3),
            float(np.clip(0.45 - 0.5 * off + rng.normal(0, 0.18), 0, 1)),
        )
        canvas.drawCircle(
            x + lean * long * along + half * off,
            y - long * along,
            rng.uniform(20, 42),
            ink(mix(tone, LILAC_MILK, 0.2)),
        )


def lay_leaves(
    sheet: Sheet,
    leaves: tuple[tuple[float, float, float, float, float], ...],
    seed: int,
    *,
    soft: float = 0.0,
) -> None:
    """Leaves as (x, y, length, turn in radians, light), in painting order."""
    rng = np.random.default_rng(seed)
    with sheet.brush(soften=soft) as canvas:
        for x, y, long, turn, light in leaves:
            draw_leaf(canvas, (x, y), long, turn, rng, light=light)


def lay_panicle(
    sheet: Sheet,
    root: tuple[float, float],
    tip: tuple[float, float],
    size: float,
    seed: int,
    *,
    bow: float = 0.05,
    stout: float = 0.27,
    soft: float = 0.0,
    dim: float = 0.0,
) -> None:
    """One panicle; *soft* puts it out of focus."""
    with sheet.brush(soften=soft) as canvas:
        draw_panicle(canvas, root, tip, size, seed, bow=bow, stout=stout, dim=dim)


MIDDLE = (
    (250, 2560, 520, -0.9, 0.72),
    (2050, 2420, 560, 0.5, 0.55),
    (2420, 2350, 520, -0.4, 0.60),
    (760, 2640, 560, -0.2, 0.70),
    (1850, 2700, 620, 1.2, 0.45),
    (60, 2900, 620, -0.5, 0.62),
)
BEHIND = (
    (520, 2860, 760, -1.15, 0.80),
    (930, 2680, 640, -0.75, 0.86),
    (2200, 2900, 780, 1.05, 0.42),
    (2080, 2560, 600, 0.62, 0.56),
    (220, 3280, 820, -0.95, 0.66),
    (2520, 3250, 820, 0.5, 0.32),
)
BENEATH = (
    (1330, 3020, 900, -1.62, 0.84),
    (1640, 3060, 860, 1.62, 0.46),
    (1080, 3330, 840, -2.2, 0.62),
    (1830, 3330, 880, 2.15, 0.28),
    (1450, 3200, 820, 2.85, 0.40),
    (2290, 3540, 760, 0.85, 0.34),
    (930, 3700, 780, 0.30, 0.46),
    (1250, 3780, 700, -0.5, 0.52),
    (1680, 3760, 780, -0.35, 0.30),
    (120, 3700, 700, 0.5, 0.60),
)

FRONT = ((1480, 3760, 620, -0.35, 0.42), (2080, 3620, 900, -1.05, 0.50), (900, 3640, 760, 0.95, 0.74))


def draw(scale: float = 1.0) -> Sheet:
    """The picture: 2600 × 3500, the upper third quiet, focus on the middle of the great panicle."""
    sheet = Sheet(WIDTH, HEIGHT, scale)
    lay_distance(sheet)
    lay_far_bush(sheet)
    lay_leaves(sheet, MIDDLE, 9, soft=16)
    lay_panicle(sheet, (900, 2980), (860, 2080), 50, 33, bow=0.04, stout=0.24, soft=14)
    lay_leaves(sheet, BEHIND, 3, soft=4)
    lay_panicle(sheet, (2420, 3560), (2500, 2330), 54, 12, bow=-0.06, stout=0.25, soft=3, dim=0.08)
    lay_panicle(sheet, (1950, 3300), (2020, 2060), 52, 29, bow=-0.06, stout=0.23, soft=2, dim=0.24)
    lay_leaves(sheet, BENEATH, 7)
    lay_panicle(sheet, (640, 3620), (360, 2260), 58, 21, bow=0.05, stout=0.28)
    lay_panicle(sheet, (1520, 3330), (1200, 1090), 64, 3, bow=0.05, stout=0.225)
    lay_leaves(sheet, FRONT, 5)
    sheet.finish()
    return sheet
