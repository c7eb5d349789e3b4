"""The Beichuan river wetland park: still water, reeds in the wind, willows, a boardwalk, hills and a few towers behind."""

import numpy as np
import skia

from .city import Plain, tower
from .kit import (
    APRICOT, BARK, HUANGSHUI, HUANGSHUI_DEEP, HUANGSHUI_PALE, LILAC, LILAC_PALE, LOESS, LOESS_SHADE, MEADOW, MEADOW_PALE, MIST, PINE, PINE_DEEP,
    PINE_NIGHT, PINE_PALE, PINE_SOFT, SAFFRON, SAFFRON_PALE, SKY, SKY_DEEP, SKY_MILK, SKY_PALE, SNOW, Colour, Sheet, blade, bough, crown, cut_tones, ink, lay_cloud,
    lay_mirror, lay_mist, lay_range, lay_sky, lay_streaks, mix, mountain_range, outline, ramp, smooth, tint, willow_tree,
)

PICTURE = True

SHORE = 985.0
AIR = mix(SKY_MILK, APRICOT, 0.35)
PLAIN = Plain(middle=900, horizon=930, focal=2300, eye=4.6)


def draw(scale: float = 1.0) -> Sheet:
    """The wetland, 2700 × 2000."""
    sheet = Sheet(2700, 2000, scale)
    lay_sky(sheet, [(0, mix(SKY, SKY_PALE, 0.35)), (420, SKY_PALE), (700, SKY_MILK), (900, mix(APRICOT, MIST, 0.25))], glow=(-100, 830, 1500, mix(APRICOT, SAFFRON_PALE, 0.35), 0.7))
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
    for seed, rise, run, lift, near, tones in (
        (75, 400, 800, 0.55 + 0.45 * smooth(200, 1500, sheet.x[0]), 0.28, [mix(SKY_DEEP, LILAC, 0.3), mix(SKY, LILAC, 0.2), mix(SKY, LILAC_PALE, 0.4), mix(SKY_PALE, APRICOT, 0.45)]),
        (19, 300, 700, smooth(2600, 600, sheet.x[0]) * 0.9 + 0.15, 0.22, [mix(HUANGSHUI_DEEP, SKY_DEEP, 0.4), mix(HUANGSHUI_DEEP, PINE_PALE, 0.5), mix(PINE_PALE, HUANGSHUI, 0.4), mix(MEADOW_PALE, HUANGSHUI_PALE, 0.4)]),
    ):
        hill = mountain_range(sheet, seed=seed, foot=1000, rise=rise, run=run, deep=1000, tilt=70, lift=lift, relief=1.4, blunt=0.5)
        lay_range(sheet, hill, cut_tones(sheet, hill, tones, seed=seed, rough=0.05), air=AIR, near=near, far=0.82)
    lay_mist(sheet, seed=21, middle=905, spread=60, colour=AIR, strength=0.6)


def far_shore(sheet: Sheet, rng: np.random.Generator) -> None:
    """Towers in the haze, then the trees of the far bank."""
    with sheet.brush() as canvas:
        for x, wide, tall in sorted(((1960 + rng.normal(0, 230), rng.uniform(34, 58), rng.uniform(90, 290)) for _ in range(26)), key=lambda t: t[2]):
            tower(canvas, float(x), 955, float(wide), float(tall), rng, air=AIR, far=0.60)
    lay_mist(sheet, seed=22, middle=940, spread=55, colour=AIR, strength=0.75)
    with sheet.brush() as canvas:
        canvas.drawRect(skia.Rect.MakeLTRB(-10, 946, 2710, 996), ink(mix(mix(PINE_SOFT, HUANGSHUI_DEEP, 0.3), AIR, 0.30)))
        for rank, (y, low, high) in enumerate(((962, 60, 120), (972, 60, 150), (982, 50, 130))):
            share = 0.42 - 0.17 * rank
            for x in np.sort(rng.uniform(-40, 2740, 95)):
                swell = 0.65 + 0.5 * np.sin(x / 260 + rank * 2) ** 2
                dark, lit = mix(mix(PINE, HUANGSHUI_DEEP, 0.3), AIR, share), mix(mix(MEADOW, PINE_PALE, rng.uniform(0, 0.7)), AIR, share * 0.7)
                crown(canvas, float(x), y, rng.uniform(low, high) * swell, rng, dark, lit)
        for x, size in ((170, 240), (330, 170), (1050, 190), (1590, 250), (1760, 180), (2420, 270), (2600, 210)):
            willow_tree(canvas, x, 990, size, rng, mix(PINE, AIR, 0.14), mix(mix(MEADOW_PALE, MEADOW, 0.4), AIR, 0.06))
        for x in np.arange(-10, 2720, 2.6):
            tone = mix(mix(PINE_SOFT, MEADOW_PALE, float(rng.uniform(0, 1))), LOESS, float(rng.uniform(0, 0.35)))
            blade(canvas, float(x), 992, rng.uniform(10, 40), rng.uniform(2, 14), 3.0, ink(mix(tone, AIR, 0.12)))


def water(sheet: Sheet) -> None:
    mask = sheet.coverage(np.full(sheet.columns, SHORE, dtype=np.float32))
    lay_mirror(sheet, mask=mask, shore=SHORE, seed=51, squeeze=0.92, tint=mix(SKY_PALE, HUANGSHUI_PALE, 0.5), share=0.16, ripple=4, still=260)
    sheet.multiply(mix(HUANGSHUI, SKY, 0.3), mask * smooth(1250, 2000, sheet.y) * 0.55)
    lay_streaks(sheet, mask=mask * smooth(1000, 1100, sheet.y), seed=53, colour=SNOW, strength=0.5, period=(520, 6), cover=0.62)
    lay_streaks(sheet, mask=mask * smooth(1150, 1500, sheet.y), seed=54, colour=HUANGSHUI_DEEP, strength=0.30, period=(420, 9), cover=0.5)


def reed_bed(canvas: skia.Canvas, x: float, y: float, wide: float, tall: float, rng: np.random.Generator, share: float, *, sign: float = 1.0) -> None:
    """Reeds standing (or mirrored, with *sign* -1) along y over *wide*, leaning downwind, plumes on some."""
    count = int(wide / tall * 150)
    for step in range(count):
        px = x + rng.normal(0, 0.32) * wide
        edge = 1 - min(abs(px - x) / wide, 1.0) * 0.6
        long = tall * rng.uniform(0.5, 1.0) * edge
        lean = long * rng.uniform(0.12, 0.5)
        rank = step / count
        tone = mix(mix(PINE_DEEP, PINE_SOFT, rank), mix(MEADOW_PALE, LOESS, rng.uniform(0, 0.6)), rank * float(rng.uniform(0.2, 0.9)))
        canvas.save()
        canvas.translate(px, y + rng.uniform(-1, 1) * tall * 0.05)
        canvas.scale(1, sign)
        blade(canvas, 0, 0, long, lean, max(tall * 0.0105, 1.5), ink(mix(tone, AIR, share)))
        if rank > 0.6 and rng.uniform() < 0.10:
            plume(canvas, lean * 0.97, -long * 0.97, tall * 0.17, rng, mix(mix(LOESS, BARK, float(rng.uniform(0.0, 0.35))), AIR, share))
        canvas.restore()


def plume(canvas: skia.Canvas, x: float, y: float, long: float, rng: np.random.Generator, colour: Colour) -> None:
    """A reed's feathery head, blown to the right: fine hairs off a bent spine."""
    for step in range(26):
        at = step / 25
        px, py = x + long * 0.75 * at**1.2, y - long * 0.62 * at + long * 0.30 * at * at
        fan = long * 0.30 * (1 - 0.55 * at) * rng.uniform(0.6, 1.1)
        side = 1 if step % 2 else -0.35
        tone = mix(colour, MIST, float(rng.uniform(0, 0.35)) if side < 0 else 0.0)
        canvas.drawLine(px, py, px + fan * 0.85, py + side * fan * 0.55, ink(tone, 0.9, stroke=max(long * 0.035, 1.0)))


def islands(sheet: Sheet, rng: np.random.Generator) -> None:
    """Reed beds in the water, far to near, each over its own image."""
    beds = ((1500, 1015, 260, 60), (2350, 1030, 380, 80), (420, 1050, 420, 110), (1950, 1110, 300, 120), (150, 1190, 460, 190))
    for x, y, wide, tall in beds:
        seed = int(rng.integers(1 << 30))
        share = float(np.clip(0.30 - (y - 1000) / 700, 0.02, 0.3))
        with sheet.brush(opacity=0.55, soften=2.5) as canvas:
            reed_bed(canvas, x, y + 4, wide, tall * 0.9, np.random.default_rng(seed), share, sign=-1)
        with sheet.brush() as canvas:
            reed_bed(canvas, x, y, wide, tall, np.random.default_rng(seed), share)


def walk_line() -> list[tuple[float, float]]:
    """The boardwalk's middle on the water, (side, away) metres, from the near end."""
    return [(10.5, 8.0), (8.8, 13.0), (10.8, 25.0), (5.2, 40.0), (8.5, 64.0), (-3.0, 92.0), (1.0, 150.0)]


def boardwalk(sheet: Sheet, rng: np.random.Generator) -> None:
    """The walk on its piles: its dark image in the water, piles, planks, then the rails."""
    turns = np.array(walk_line())
    reach = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(turns, axis=0).T))))
    steps = np.arange(0, reach[-1], 0.24)[::-1]
    place = [(float(np.interp(s, reach, turns[:, 0])), float(np.interp(s, reach, turns[:, 1]))) for s in steps]
    with sheet.brush(soften=4, opacity=0.7) as canvas:
        for one, other in zip(place, place[1:], strict=False):
            canvas.drawPath(outline(deck(one, other, up=-0.7)), ink(mix(HUANGSHUI_DEEP, PINE_NIGHT, 0.35)))
    with sheet.brush() as canvas:
        for count, (one, other) in enumerate(zip(place, place[1:], strict=False)):
            air = thinned(one[1])
            if count % 11 == 0:
                for edge in (-1.15, 1.15):
                    upright(canvas, one[0] + edge, one[1], (-0.25, 0.6), 0.15, mix(mix(BARK, PINE_DEEP, 0.4), AIR, air))
        for one, other in zip(place, place[1:], strict=False):
            canvas.drawPath(outline(deck(one, other, up=0.70)), ink(mix(LOESS_SHADE, AIR, thinned(one[1])), stroke=1.5))
            canvas.drawPath(outline(deck(one, other, up=0.70)), ink(mix(LOESS_SHADE, AIR, thinned(one[1]))))
        for one, other in zip(place, place[1:], strict=False):
            air = thinned(one[1])
            plank = mix(mix(LOESS, APRICOT, float(rng.uniform(0.2, 0.8))), LOESS_SHADE, float(rng.uniform(0.0, 0.45)))
            canvas.drawPath(outline(deck(one, other, up=0.72)), ink(mix(plank, AIR, air)))
            for edge in (-1.3, 1.3):
                face = [raised(p[0] + edge, p[1], up) for p, up in ((one, 0.72), (other, 0.72), (other, 0.5), (one, 0.5))]
                canvas.drawPath(outline(face), ink(mix(mix(BARK, LOESS_SHADE, 0.35 if edge > 0 else 0.75), AIR, air)))
        for edge in (1.22, -1.22):
            rails(canvas, place, edge)


def thinned(away: float) -> float:
    """The share of air over something *away* metres off."""
    return float(np.clip((away - 10) / 170, 0, 0.5))


def rails(canvas: skia.Canvas, place: list[tuple[float, float]], edge: float) -> None:
    """Posts and two rails along one edge, far to near."""
    for count, (one, other) in enumerate(zip(place, place[1:], strict=False)):
        air = thinned(one[1])
        wood = mix(mix(BARK, LOESS_SHADE, 0.55), AIR, air)
        for up in (1.2, 1.62):
            line = ink(wood if up < 1.5 else mix(wood, LOESS, 0.45), stroke=max(PLAIN.size(0.055, one[1]), 1.0))
            canvas.drawLine(*raised(one[0] + edge, one[1], up), *raised(other[0] + edge, other[1], up), line)
        if count % 11 == 0:
            upright(canvas, one[0] + edge, one[1], (0.6, 1.70), 0.10, wood)


def upright(canvas: skia.Canvas, side: float, away: float, span: tuple[float, float], wide: float, wood: Colour) -> None:
    """A square post: its left third in the light."""
    x, foot = raised(side, away, span[0])
    top, half = raised(side, away, span[1])[1], max(PLAIN.size(wide, away), 1.2) / 2
    canvas.drawRect(skia.Rect.MakeLTRB(x - half, top, x + half, foot), ink(wood))
    canvas.drawRect(skia.Rect.MakeLTRB(x - half, top, x - half * 0.35, foot), ink(mix(wood, APRICOT, 0.35)))


def raised(side: float, away: float, up: float) -> tuple[float, float]:
    """A place *up* metres over the water."""
    x, y = PLAIN.at(side, away)
    return x, y - PLAIN.size(up, away)


def deck(one: tuple[float, float], other: tuple[float, float], *, up: float) -> list[tuple[float, float]]:
    return [raised(one[0] - 1.3, one[1], up), raised(one[0] + 1.3, one[1], up), raised(other[0] + 1.3, other[1], up), raised(other[0] - 1.3, other[1], up)]


def birds(sheet: Sheet) -> None:
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
            canvas.drawOval(skia.Rect.MakeXYWH(-tall * 0.3, -tall * 0.012, tall * 0.6, tall * 0.03), ink(SNOW, 0.6))


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
    canvas.drawPath(outline([(-tall * 0.18, -tall * 0.955), (-tall * 0.33, -tall * 0.915), (-tall * 0.18, -tall * 0.925)]), ink(SAFFRON))


def near_reeds(sheet: Sheet, rng: np.random.Generator) -> None:
    with sheet.brush() as canvas:
        for x, y, wide, tall in ((-60, 1980, 620, 760), (420, 2060, 560, 560), (980, 2080, 500, 330), (2650, 2060, 420, 520)):
            reed_bed(canvas, x, y, wide, tall, rng, 0.0)


def willow(sheet: Sheet, rng: np.random.Generator) -> None:
    """Boughs of a near willow, hanging in from the upper right."""
    with sheet.brush() as canvas:
        for step in range(46):
            x = 2760 - rng.gamma(2.0, 130)
            deep = rng.uniform(180, 700) * (0.55 + 0.45 * (x - 1700) / 1000)
            tones = [mix(PINE, PINE_SOFT, step / 46), mix(PINE_SOFT, MEADOW, step / 46), mix(MEADOW, MEADOW_PALE, step / 60)]
            bough(canvas, float(x), -40 + rng.uniform(-60, 40), max(float(deep), 120), float(deep) * rng.uniform(0.05, 0.25), rng, tones)
