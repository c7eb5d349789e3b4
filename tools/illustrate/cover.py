"""The cover: the valley of the Huangshui in early summer, seen from a slope above the city, lilac in the near corner."""

import numpy as np
import skia

from .city import Plain, city
from .kit import (
    APRICOT, DUSK, HUANGSHUI, HUANGSHUI_DEEP, HUANGSHUI_PALE, LILAC, LILAC_PALE, MEADOW, MEADOW_PALE, MIST, PINE, PINE_DEEP, PINE_NIGHT,
    PINE_PALE, PINE_SOFT, LOESS, SKY, SKY_DEEP, SKY_MILK, SKY_PALE, BARK, SAFFRON, SAFFRON_PALE, SNOW, SNOW_SHADE, Colour, Field, Sheet, crown, cut_tones, ink, lay_cloud, lay_mist, lay_range,
    lay_sky, lilac_branch, mix, mountain_range, outline, ramp, ridge_line, smooth, snow_cover, spruce_wood, tint, tuft, poplar,
)

PICTURE = True

AIR = mix(SKY_MILK, APRICOT, 0.25)
PLAIN = Plain(middle=1280, horizon=1985)


def draw(scale: float = 1.0) -> Sheet:
    """The cover, 2600 × 3500."""
    sheet = Sheet(2600, 3500, scale)
    lay_sky(sheet, [(0, mix(SKY_PALE, SKY, 0.22)), (900, SKY_PALE), (1450, SKY_MILK), (1750, mix(APRICOT, MIST, 0.35))])
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
    """How high the land stands along the page when a valley opens at *middle*: *floor* there, 1 at *half* away and beyond."""
    return floor + (1 - floor) * smooth(0.12 * half, half, np.abs(sheet.x[0] - middle))


def snow_mountains(sheet: Sheet) -> None:
    lift = 0.80 + 0.20 * np.exp(-(((sheet.x[0] - 1500) / 700) ** 2))
    far = mountain_range(sheet, seed=22, foot=2010, rise=430, run=800, deep=1300, tilt=110, lift=lift, relief=1.5, blunt=0.7)
    rock = [mix(SKY_DEEP, LILAC, 0.35), mix(SKY, LILAC, 0.3), mix(SKY, LILAC_PALE, 0.35), mix(SKY_PALE, LILAC_PALE, 0.3), mix(SKY_MILK, APRICOT, 0.5)]
    colour = cut_tones(sheet, far, rock, seed=5, rough=0.04)
    white = cut_tones(sheet, far, [mix(SNOW_SHADE, LILAC, 0.35), mix(SNOW_SHADE, LILAC_PALE, 0.3), mix(SNOW, SNOW_SHADE, 0.3), SNOW, mix(SNOW, APRICOT, 0.25)], seed=6, rough=0.03)
    colour += (white - colour) * snow_cover(sheet, far, line=0.36, seed=9, steepest=3.0)[..., None]
    lay_range(sheet, far, colour, air=AIR, near=0.06, far=0.85)


def blue_ridges(sheet: Sheet) -> None:
    for seed, foot, rise, run, floor, tones in (
        (34, 2070, 330, 600, 0.30, [mix(SKY_DEEP, DUSK, 0.25), mix(SKY_DEEP, SKY, 0.4), mix(SKY, LILAC, 0.12), mix(SKY_PALE, LILAC_PALE, 0.25)]),
        (36, 2130, 330, 480, 0.12, [mix(HUANGSHUI_DEEP, SKY_DEEP, 0.5), mix(HUANGSHUI_DEEP, SKY, 0.5), mix(HUANGSHUI, PINE_PALE, 0.4), mix(HUANGSHUI_PALE, MEADOW_PALE, 0.6)]),
    ):
        ridge = mountain_range(sheet, seed=seed, foot=foot, rise=rise, run=run, deep=1000, tilt=110, lift=opening(sheet, 1300, 900, floor), relief=1.5)
        lay_range(sheet, ridge, cut_tones(sheet, ridge, tones, seed=seed, rough=0.05), air=AIR, near=0.26, far=0.86)


def valley_walls(sheet: Sheet) -> None:
    """The two flanks of the valley, left in shade and right in the sun."""
    ridge = mountain_range(sheet, seed=43, foot=2260, rise=560, run=700, deep=1000, tilt=170, lift=opening(sheet, 1330, 1250, 0.03), sun=0.5, relief=1.5)
    tones = [mix(PINE, HUANGSHUI_DEEP, 0.5), mix(PINE_SOFT, HUANGSHUI_DEEP, 0.4), mix(PINE_PALE, HUANGSHUI, 0.3), mix(MEADOW, HUANGSHUI_PALE, 0.3), MEADOW_PALE]
    lay_range(sheet, ridge, cut_tones(sheet, ridge, tones, seed=44, rough=0.05), air=AIR, near=0.16, far=0.8)


def valley_floor(sheet: Sheet) -> None:
    """Fields and meadows in strips along the river, windbreaks between them."""
    mask = sheet.coverage(np.full(sheet.columns, 2060.0, dtype=np.float32))
    tone = [(2060, AIR), (2200, mix(PINE_PALE, AIR, 0.55)), (2380, mix(PINE_PALE, MEADOW_PALE, 0.4)), (2700, MEADOW_PALE), (3000, MEADOW)]
    sheet.lay(ramp(tone, np.broadcast_to(sheet.y, mask.shape)[:, :1]), mask * smooth(2060, 2150, sheet.y))
    rng = np.random.default_rng(17)
    crops = (MEADOW_PALE, mix(MEADOW, MEADOW_PALE, 0.5), mix(MEADOW, PINE_PALE, 0.5), mix(LOESS, MEADOW_PALE, 0.55), mix(PINE_SOFT, MEADOW, 0.6), mix(APRICOT, MEADOW_PALE, 0.6))
    with sheet.brush() as canvas:
        for bank in (-1, 1):
            away = 1330.0
            while away > 430:
                deep = rng.uniform(40, 90) * away / 900
                side = 48.0
                while side < 900:
                    wide = rng.uniform(60, 210)
                    edges = [(side, away), (side + wide, away + 10), (side + wide, away - deep), (side, away - deep)]
                    field = [PLAIN.at(course(z) + bank * x, z) for x, z in edges]
                    crop = crops[int(rng.integers(len(crops)))]
                    canvas.drawPath(outline(field), ink(crop, 0.9))
                    furrows(canvas, course(away), bank, edges, mix(crop, PINE_SOFT, float(rng.uniform(0.15, 0.5))))
                    side += wide + 4
                away -= deep + 5


def furrows(canvas: skia.Canvas, middle: float, bank: int, edges: list[tuple[float, float]], colour: Colour) -> None:
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
            canvas, PLAIN, rng, near=1380, far=6200,
            span=lambda away: (-300 - away * 0.24, 300 + away * 0.24),
            open_ground=lambda side, away: abs(side - course(away)) < 44,
            density=crowding,
            air=AIR,
        )
        green_belt(canvas, rng)


def crowding(side: float, away: float) -> float:
    """How closely and how high the city is built: a few centres, low between them."""
    centres = ((-300.0, 2100.0, 260.0), (330.0, 1900.0, 300.0), (60.0, 3000.0, 420.0), (760.0, 3300.0, 400.0), (-820.0, 3600.0, 420.0), (-150.0, 4600.0, 600.0))
    near = [np.exp(-(((side - x) / reach) ** 2) - ((away - z) / (reach * 1.7)) ** 2) for x, z, reach in centres]
    return float(0.12 + 0.88 * max(near))


def green_belt(canvas: skia.Canvas, rng: np.random.Generator) -> None:
    """Trees along the banks, far to near, and poplar rows between the fields."""
    places = [(away, bank * (30 + rng.gamma(1.6, 9))) for away in np.geomspace(360, 1480, 470) for bank in (-1, 1) if rng.uniform() < 0.8]
    places += [(float(rng.uniform(1150, 1420)), float(rng.uniform(-800, 800))) for _ in range(420)]
    places += [(away, side) for side in (-190, -330, 150, 265, 390) for away in np.geomspace(520, 1300, 60) if rng.uniform() < 0.75]
    for away, side in sorted(places, reverse=True):
        x, y = PLAIN.at(course(away) + side + rng.uniform(-3, 3), away)
        share = 0.06 + 0.6 * (away / 5400) ** 0.6
        dark, lit = mix(mix(PINE_DEEP, PINE, rng.uniform()), AIR, share), mix(mix(MEADOW, PINE_SOFT, rng.uniform()), AIR, share)
        if abs(side) > 100 and away < 1140:
            poplar(canvas, x, y, PLAIN.size(rng.uniform(15, 21), away), rng, dark, lit)
        else:
            crown(canvas, x, y, PLAIN.size(rng.uniform(7, 14), away), rng, dark, lit, shadow=mix(PINE, AIR, share))


def morning_shade(sheet: Sheet) -> None:
    """The slope's shadow still lying over the near fields at the left, and a breath of mist along the town."""
    edge = 1050 - 0.9 * (sheet.y - 2420) + 170 * sheet.noise((700, 120), 91, octaves=4)
    shade = smooth(90, -90, sheet.x - edge) * smooth(2330, 2480, sheet.y)
    sheet.multiply(mix(HUANGSHUI, SKY, 0.4), shade * 0.55)
    lay_mist(sheet, seed=92, middle=2135, spread=70, colour=AIR, strength=0.5)
    sheet.lay(APRICOT, smooth(2500, 300, np.hypot(sheet.x + 200, (sheet.y - 2000) * 1.8)) * 0.22)


def near_hills(sheet: Sheet) -> None:
    """The slope's own spurs, left and right, in their morning shade."""
    lift = smooth(1250, -200, sheet.x[0]) * 1.0 + smooth(1900, 2900, sheet.x[0]) * 0.8
    ridge = mountain_range(sheet, seed=52, foot=3330, rise=820, run=900, deep=900, tilt=120, lift=lift, sun=0.5, relief=1.5)
    tones = [PINE_NIGHT, PINE_DEEP, PINE, PINE_SOFT, mix(MEADOW, PINE_PALE, 0.4)]
    lay_range(sheet, ridge, cut_tones(sheet, ridge, tones, seed=53), air=HUANGSHUI_PALE, near=0.08, far=0.3)


def brow(canvas: skia.Canvas, sheet: Sheet, line: Field, rng: np.random.Generator) -> None:
    """Grass of the brow, upper tufts first and in the light, lower ones sinking into shade, a few small flowers among them."""
    stand = np.sort(rng.uniform(0, 1, 1500) ** 1.25)
    for deep in stand:
        x = float(rng.uniform(-50, 2650))
        y = float(np.interp(x, sheet.x[0], line)) + deep * 620
        if y > 3640:
            continue
        lit = float(np.clip(1 - deep * 1.7, 0, 1)) * (0.6 + 0.4 * np.sin(x / 170))
        tones = (PINE_NIGHT, PINE_DEEP, mix(PINE_DEEP, PINE, lit), mix(PINE_DEEP, mix(PINE_SOFT, MEADOW, 0.55), lit))
        tuft(canvas, x, y + 20, rng.uniform(50, 105) * (1 + deep * 0.9), rng, tones, blades=9)
        if rng.uniform() < 0.40 * np.exp(-(((x - 1080) / 300) ** 2)) * (deep < 0.30):
            for _ in range(3):
                dot, px, py = rng.uniform(4, 7), x + rng.normal(0, 26), y - rng.uniform(24, 80)
                bloom = mix(SAFFRON, SAFFRON_PALE, float(rng.uniform(0.3, 1))) if rng.uniform() < 0.5 else MIST
                canvas.drawOval(skia.Rect.MakeXYWH(px - dot, py - dot * 0.7, dot * 2, dot * 1.4), ink(bloom))
                canvas.drawCircle(px, py, dot * 0.3, ink(mix(SAFFRON, BARK, 0.4)))


def foreground(sheet: Sheet) -> None:
    """Where the eye stands: spruces at the left, a grassy brow, lilac reaching in from the right."""
    rng = np.random.default_rng(8)
    line = ridge_line(sheet, seed=81, level=3010, rise=40, run=700) + 190 * smooth(200, 1500, sheet.x[0]) - 260 * smooth(1500, 2600, sheet.x[0])
    mask = sheet.coverage(line)
    sheet.lay(ramp([(0, PINE), (160, PINE_DEEP), (420, PINE_NIGHT)], sheet.y - line[None, :]), mask)
    with sheet.brush() as canvas:
        brow(canvas, sheet, line, rng)
        places = [(x, 3080 + rng.uniform(0, 470), rng.uniform(380, 640)) for x in rng.uniform(-80, 820, 34)]
        spruce_wood(canvas, [(x, y, t * (1.25 - x / 1100)) for x, y, t in places], rng, (PINE, PINE_NIGHT), (mix(PINE_PALE, MEADOW, 0.5), PINE_SOFT))
        lilac_branch(canvas, [(2800, 3000), (2620, 2760), (2540, 2600), (2480, 2520)], rng, panicles=3, long=400, size=32, air=HUANGSHUI_PALE, far=0.25)
        lilac_branch(canvas, [(2750, 3620), (2300, 3420), (1960, 3280), (1700, 3190)], rng, panicles=6, long=520, size=42)
        lilac_branch(canvas, [(2800, 3500), (2520, 3200), (2330, 2980), (2200, 2800)], rng, panicles=6, long=560, size=42)
