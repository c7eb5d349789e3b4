"""The growing base at Dazhai village, Jingyang: greenhouse arcs in rows on the valley floor, cool-climate vegetables, terraced hills."""

from math import atan2, cos, pi, sin

import numpy as np
import skia

from .city import Plain
from .kit import (
    APRICOT, BARK, HUANGSHUI, HUANGSHUI_DEEP, HUANGSHUI_PALE, LILAC_DEEP, LILAC_PALE, LOESS, LOESS_SHADE, MEADOW, MEADOW_PALE, MIST, PINE, PINE_DEEP, PINE_NIGHT, PINE_PALE,
    PINE_SOFT, SAFFRON, SKY, SKY_DEEP, SKY_MILK, SKY_PALE, SNOW, SNOW_SHADE, Colour, Field, Relief, Sheet, blade, crown, cut_tones, ink, lay_cloud, lay_cumulus, lay_mist, lay_range,
    lay_sky, mix, mountain_range, outline, poplar, ramp, smooth, snow_cover, tint, tuft,
)

PICTURE = True

AIR = mix(SKY_MILK, APRICOT, 0.2)
PLAIN = Plain(middle=820, horizon=905, focal=2000, eye=14)
SUN = (-0.80, 0.52)  # across, up
LONG, WIDE, TALL = 62.0, 9.0, 3.6


def draw(scale: float = 1.0) -> Sheet:
    """The greenhouses, 2700 × 2000."""
    sheet = Sheet(2700, 2000, scale)
    lay_sky(sheet, [(0, SKY), (420, mix(SKY_PALE, SKY, 0.25)), (760, SKY_MILK), (920, mix(APRICOT, MIST, 0.4))])
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
    tones = [mix(SNOW_SHADE, LILAC_PALE, 0.35), mix(SKY_MILK, LILAC_PALE, 0.25), mix(SNOW, APRICOT, 0.2), SNOW]
    for x, y, wide, tall, seed, strength in (
        (1250, 742, 420, 46, 5, 0.7), (2350, 725, 560, 60, 6, 0.75), (300, 735, 460, 52, 7, 0.7), (1820, 640, 620, 92, 8, 0.85), (620, 600, 760, 110, 9, 0.9), (2560, 520, 900, 190, 11, 1.0),
    ):
        lay_cumulus(sheet, x=x, y=y, wide=wide, tall=tall, seed=seed, tones=[mix(tone, SKY_PALE, 1 - strength) for tone in tones])


def hills(sheet: Sheet) -> None:
    """Far blue ranges, then the terraced loess hills."""
    far = mountain_range(sheet, seed=72, foot=960, rise=350, run=800, deep=1000, tilt=70, relief=1.5, blunt=0.8)
    tones = [mix(SKY_DEEP, SKY, 0.4), mix(SKY, LILAC_PALE, 0.2), mix(SKY, SKY_PALE, 0.5), mix(SKY_PALE, APRICOT, 0.3)]
    colour = cut_tones(sheet, far, tones, seed=12, rough=0.04)
    white = cut_tones(sheet, far, [mix(SNOW_SHADE, LILAC_PALE, 0.4), mix(SNOW_SHADE, SNOW, 0.4), SNOW, SNOW], seed=13, rough=0.03)
    colour += (white - colour) * snow_cover(sheet, far, line=0.62, seed=14, steepest=3.0)[..., None]
    lay_range(sheet, far, colour, air=AIR, near=0.15, far=0.75)
    for seed, foot, rise, lift, near in (
        (17, 985, 560, 0.25 + 0.75 * smooth(1300, 100, sheet.x[0]), 0.26),
        (31, 990, 600, 0.15 + 0.85 * smooth(900, 2400, sheet.x[0]), 0.08),
    ):
        hill = mountain_range(sheet, seed=seed, foot=foot, rise=rise, run=1100, deep=1000, tilt=70, lift=lift, ridged=0.35, rain=0.6, relief=1.7, sun=1.1)
        lay_range(sheet, hill, terraced(sheet, hill, steps=64, seed=seed), air=AIR, near=near, far=0.55)


def terraced(sheet: Sheet, hill: Relief, *, steps: int, seed: int) -> Field:
    """The colours of a terraced hillside: every step its own crop, changed here and there along it, dark risers, grass on top."""
    bend = sheet.noise((420, 90), seed + 5, octaves=3)[hill.rows] * 0.8
    level = hill.height * steps + bend
    step = np.floor(level).astype(np.int64)
    across = sheet.x + 60 * sheet.noise((90, 60), seed + 6, octaves=3)[hill.rows] + 140 * np.sin(step * 2.7)
    along = np.floor(across / (330 + 120 * np.sin(step * 1.3))).astype(np.int64)
    draw = np.abs(np.sin(step * 12.9898 + along * 78.233 + seed) * 43758.5453) % 1.0
    crops = np.array([mix(MEADOW, MEADOW_PALE, 0.5), mix(MEADOW, PINE_PALE, 0.5), MEADOW, mix(LOESS, MEADOW_PALE, 0.5), mix(LOESS, APRICOT, 0.5), mix(MEADOW, PINE_PALE, 0.7)], dtype=np.float32)
    colour = crops[(draw * len(crops)).astype(np.int64)]
    grass = np.asarray(mix(MEADOW, PINE_SOFT, 0.35), dtype=np.float32)
    wild = 1 - smooth(0.36, 0.48, 1 - hill.height + 0.25 * sheet.noise((420, 160), seed + 7, octaves=3)[hill.rows])
    colour += (grass - colour) * wild[..., None]
    riser = smooth(0.80, 0.92, level - step) * (1 - wild)
    colour += (np.asarray(mix(LOESS_SHADE, PINE_SOFT, 0.45), dtype=np.float32) - colour) * (riser * 0.75)[..., None]
    shade = 1 - cut_tones(sheet, hill, [(0.0, 0.0, 0.0), (0.55, 0.55, 0.55), (0.85, 0.85, 0.85), (1.0, 1.0, 1.0)], seed=seed, rough=0.05)
    cool = np.asarray(mix(HUANGSHUI, SKY_DEEP, 0.5), dtype=np.float32)
    return np.asarray(colour * (1 - shade * 0.75) + cool * shade * 0.55 * 0.75, dtype=np.float32)


def floor(sheet: Sheet) -> None:
    """The valley floor, fields fading to the foot of the hills."""
    mask = sheet.coverage(np.full(sheet.columns, 930.0, dtype=np.float32))
    tone = [(925, mix(MEADOW_PALE, AIR, 0.5)), (1010, mix(MEADOW, MEADOW_PALE, 0.5)), (1300, mix(LOESS, MEADOW_PALE, 0.35)), (2000, mix(LOESS, LOESS_SHADE, 0.25))]
    sheet.lay(ramp(tone, np.broadcast_to(sheet.y, mask.shape)[:, :1]), mask)
    sheet.lay(mix(MEADOW, PINE_SOFT, 0.4), mask * smooth(0.05, 0.2, sheet.noise((700, 12), 9, octaves=3)) * smooth(1080, 960, sheet.y) * 0.7)
    sheet.lay(LOESS_SHADE, mask * smooth(0.2, 0.5, sheet.noise((60, 14), 10, octaves=4)) * smooth(1050, 1500, sheet.y) * 0.35)


def workers(canvas: skia.Canvas) -> None:
    """A few people picking in the rows on the left, small against the land."""
    for side, away, coat, bent in ((-9.8, 47.0, SAFFRON, 1.0), (-14.2, 52.0, LILAC_DEEP, 0.15), (-21.0, 68.0, HUANGSHUI_DEEP, 1.0), (-17.2, 83.0, SAFFRON, 0.7), (-30.0, 88.0, LILAC_DEEP, 0.9)):
        x, y = PLAIN.at(side, away)
        picker(canvas, x, y, PLAIN.size(1.65, away), mix(coat, AIR, away / 260), bent)


def picker(canvas: skia.Canvas, x: float, y: float, tall: float, coat: Colour, bent: float) -> None:
    """One of them standing at (x, y): legs, a coat bent forward (*bent* 0..1), a straw hat, a basket beside."""
    dark = mix(PINE_NIGHT, coat, 0.25)
    hip = (x, y - tall * 0.46)
    neck = (x - tall * 0.36 * bent, y - tall * (0.84 - 0.26 * bent))
    canvas.drawOval(skia.Rect.MakeXYWH(x - tall * 0.1, y - tall * 0.06, tall * 0.9, tall * 0.11), ink(PINE_NIGHT, 0.35))
    canvas.drawPath(outline([(x - tall * 0.09, y), (hip[0] - tall * 0.08, hip[1]), (hip[0] + tall * 0.10, hip[1]), (x + tall * 0.11, y)]), ink(dark))
    canvas.drawLine(*hip, *neck, ink(coat, stroke=tall * 0.22))
    canvas.drawLine(hip[0] - tall * 0.05, hip[1] - tall * 0.04, neck[0] - tall * 0.02, neck[1] - tall * 0.06, ink(mix(coat, SNOW, 0.35), stroke=tall * 0.06))
    hand = (neck[0] - tall * 0.06, neck[1] + tall * 0.36)
    canvas.drawLine(*neck, *hand, ink(mix(coat, PINE_NIGHT, 0.25), stroke=tall * 0.085))
    head = (neck[0] - tall * 0.07 * bent, neck[1] - tall * 0.13)
    canvas.drawCircle(*head, tall * 0.075, ink(tint("b98a68")))
    canvas.drawOval(skia.Rect.MakeXYWH(head[0] - tall * 0.17, head[1] - tall * 0.085, tall * 0.34, tall * 0.08), ink(mix(LOESS, APRICOT, 0.6)))
    canvas.drawOval(skia.Rect.MakeXYWH(head[0] - tall * 0.08, head[1] - tall * 0.15, tall * 0.16, tall * 0.13), ink(mix(LOESS, APRICOT, 0.4)))
    canvas.drawRect(skia.Rect.MakeXYWH(x + tall * 0.24, y - tall * 0.20, tall * 0.26, tall * 0.19), ink(mix(LOESS, BARK, 0.3)))
    canvas.drawOval(skia.Rect.MakeXYWH(x + tall * 0.24, y - tall * 0.25, tall * 0.26, tall * 0.10), ink(MEADOW))


def cloud_shadow(sheet: Sheet) -> None:
    """The shadow of a cloud over the near rows, another over the far houses: the sun lies between them."""
    rag = sheet.noise((900, 200), 88, octaves=4)
    near = smooth(1650, 1900, sheet.y + 130 * rag - 0.05 * sheet.x)
    far = smooth(90, 10, np.abs(sheet.y - 1000 + 26 * rag)) * smooth(1500, 2300, sheet.x)
    sheet.multiply(mix(HUANGSHUI, SKY_DEEP, 0.35), near * 0.50 + far * 0.22)


def road(sheet: Sheet) -> None:
    """The farm road to the hills with its ruts, grass along it, and the ditch that waters the fields."""
    reach = np.geomspace(13, 620, 60)
    strips: tuple[tuple[float, float, Colour, float], ...] = (
        (-1.3, 8.2, mix(LOESS, MEADOW, 0.45), 0.9), (0.9, 6.2, mix(LOESS, APRICOT, 0.35), 1.0), (1.7, 2.5, LOESS_SHADE, 0.55), (4.4, 5.2, LOESS_SHADE, 0.55), (2.9, 4.0, mix(LOESS, MEADOW, 0.5), 0.7),
        (6.9, 7.9, mix(LOESS_SHADE, PINE_SOFT, 0.3), 1.0), (7.05, 7.7, mix(SKY_PALE, HUANGSHUI_PALE, 0.4), 1.0),
    )
    for low, high, colour, share in strips:
        edge = [PLAIN.at(low, float(z)) for z in reach] + [PLAIN.at(high, float(z)) for z in reach[::-1]]
        rag = 0.75 + 0.45 * sheet.noise((40, 14), int(low * 10) + 300, octaves=3)
        sheet.lay(colour, np.clip(sheet.stencil(outline(edge)) * rag, 0, 1) * share)
    rng = np.random.default_rng(12)
    with sheet.brush() as canvas:
        for z in np.geomspace(520, 13, 1500):
            for side, spread in ((-0.6, 0.4), (6.6, 0.12), (8.2, 0.2), (3.4, 0.3)):
                if rng.uniform() < 0.35 + 0.5 * np.sin(z * 0.21 + side) ** 2:
                    x, y = PLAIN.at(side + rng.normal(0, spread), float(z))
                    share = float(np.clip((z - 30) / 420, 0, 0.75))
                    greens = [mix(tone, AIR, share) for tone in (mix(PINE_SOFT, LOESS_SHADE, 0.3), mix(PINE_SOFT, MEADOW, 0.5), mix(MEADOW, LOESS, 0.3))]
                    tuft(canvas, x, y, PLAIN.size(rng.uniform(0.10, 0.34), float(z)), rng, greens, blades=4)


def windbreak(canvas: skia.Canvas, rng: np.random.Generator) -> None:
    """Poplars and low trees where the fields end."""
    for away in (900.0, 620.0, 470.0):
        for side in np.sort(rng.uniform(-620, 620, 150)):
            x, y = PLAIN.at(float(side), away)
            share = 0.15 + 0.4 * away / 900
            dark, lit = mix(PINE, AIR, share), mix(mix(MEADOW, PINE_SOFT, 0.3), AIR, share)
            if rng.uniform() < 0.5:
                poplar(canvas, x, y, PLAIN.size(rng.uniform(12, 19), away), rng, dark, lit)
            else:
                crown(canvas, x, y, PLAIN.size(rng.uniform(7, 12), away), rng, dark, lit)


def houses(canvas: skia.Canvas, rng: np.random.Generator) -> None:
    """Five blocks of greenhouses one behind another, far ones first, and within a block from the right, so that each stands before its shadow."""
    for away in (362.0, 287.0, 212.0, 137.0, 58.0):
        for side in np.arange(309, 14, -12.8):
            if side < away * 1.0 + 40:
                greenhouse(canvas, float(side), away, rng)


def greenhouse(canvas: skia.Canvas, side: float, away: float, rng: np.random.Generator) -> None:
    """One arched house, its near end at *away* metres, its middle line at *side*: film in strips, hoops, the end wall and its door."""
    share = float(np.clip((away - 40) / 420, 0, 0.7))
    worn = float(rng.uniform(0, 0.12))
    shadow = [(side + WIDE / 2, away), (side + WIDE / 2 + 3.4, away), (side + WIDE / 2 + 3.4, away + LONG), (side + WIDE / 2, away + LONG)]
    canvas.drawPath(outline([PLAIN.at(*place) for place in shadow]), ink(mix(mix(PINE_DEEP, LOESS_SHADE, 0.5), AIR, share), 0.55))
    strips = 22
    turns = [pi - pi * step / strips for step in range(strips + 1)]
    for one, other in reversed(list(zip(turns, turns[1:], strict=False))):  # the hidden right side first
        middle = (one + other) / 2
        lit = max(cos(middle) * SUN[0] + sin(middle) * SUN[1], 0.0)
        quad = [arch(side, away, one), arch(side, away, other), arch(side, away + LONG, other), arch(side, away + LONG, one)]
        tone = film(lit, middle, worn, share)
        canvas.drawPath(outline(quad), ink(tone))
        canvas.drawPath(outline(quad), ink(tone, stroke=1.0))
    hoops(canvas, side, away, share)
    end_wall(canvas, side, away, share)


def film(lit: float, turn: float, worn: float, share: float) -> Colour:
    """The colour of the film at *turn* (pi is the left foot): crops show green low down, the sky lies on the crown, the sun on the left shoulder."""
    green = mix(PINE_SOFT, HUANGSHUI, 0.55)
    height = sin(turn)
    tone = mix(mix(green, SKY_DEEP, 0.25), SKY, float(np.clip(height * 1.1, 0, 1))) if cos(turn) > 0 else mix(mix(green, MEADOW_PALE, 0.5), SKY_PALE, float(np.clip(height * 1.4, 0, 1)))
    shine = float(np.clip((lit - 0.62) / 0.26, 0, 1))
    return mix(mix(mix(tone, mix(SNOW, APRICOT, 0.22), shine * 0.95), LOESS, worn), AIR, share)


def arch(side: float, away: float, turn: float) -> tuple[float, float]:
    """A point of the arch, *turn* radians round it from the right foot, on the page."""
    x, y = PLAIN.at(side + WIDE / 2 * cos(turn), away)
    return x, y - PLAIN.size(TALL * sin(turn) ** 0.8, away)


def hoops(canvas: skia.Canvas, side: float, away: float, share: float) -> None:
    """The ribs, as far round as the eye can see them."""
    last = atan2(PLAIN.eye - TALL, -side) if side < 0 else atan2(side, PLAIN.eye - TALL) * 0.86
    for step in range(1, 22):
        z = away + LONG * step / 22
        line = outline([arch(side, z, pi + (last - pi) * turn / 14) for turn in range(15)], closed=False)
        canvas.drawPath(line, ink(mix(mix(SKY_DEEP, PINE_SOFT, 0.4), AIR, share), 0.42, stroke=max(PLAIN.size(0.07, z), 0.6)))


def end_wall(canvas: skia.Canvas, side: float, away: float, share: float) -> None:
    """The near end: film in its own shade, the crop showing through low down, the frame, a door of two leaves."""
    arc = [arch(side, away, pi * turn / 28) for turn in range(29)]
    wall = outline(arc)
    canvas.save()
    canvas.clipPath(wall, True)
    canvas.drawPath(wall, ink(mix(mix(SNOW_SHADE, HUANGSHUI_PALE, 0.45), AIR, share)))
    left, foot = PLAIN.at(side - WIDE / 2, away)
    unit = PLAIN.size(1, away)
    canvas.drawRect(skia.Rect.MakeXYWH(left, foot - unit * 4, unit * WIDE * 0.36, unit * 4), ink(mix(mix(SKY_PALE, MIST, 0.5), AIR, share), 0.45))
    own = np.random.default_rng(round(side * 10 + away))
    green = mix(mix(PINE_SOFT, HUANGSHUI, 0.4), AIR, share)
    for _ in range(90):  # the crop behind the film
        x, long = left + own.uniform(0, WIDE) * unit, own.uniform(0.5, 1.5) * unit
        blade(canvas, x, foot, long, own.uniform(-0.5, 0.5) * long, unit * 0.16, ink(green, 0.22))
    canvas.restore()
    frame = mix(mix(SKY_DEEP, PINE_SOFT, 0.35), AIR, share)
    for across in (-3.2, -1.75, 0.0, 1.75, 3.2):
        top = TALL * (1 - (2 * across / WIDE) ** 2) ** 0.4
        canvas.drawLine(left + (across + WIDE / 2) * unit, foot, left + (across + WIDE / 2) * unit, foot - top * unit, ink(frame, 0.75, stroke=max(unit * 0.07, 0.6)))
    canvas.drawLine(left + unit * 0.7, foot - unit * 1.95, left + unit * (WIDE - 0.7), foot - unit * 1.95, ink(frame, 0.75, stroke=max(unit * 0.07, 0.6)))
    for leaf, tone in ((-1, mix(PINE_SOFT, HUANGSHUI, 0.35)), (0, mix(PINE_SOFT, PINE, 0.45))):
        canvas.drawRect(skia.Rect.MakeXYWH(left + unit * (WIDE / 2 + leaf * 1.0), foot - unit * 1.95, unit * 0.98, unit * 1.95), ink(mix(tone, AIR, share)))
    canvas.drawPath(outline(arc, closed=False), ink(mix(frame, SNOW, 0.15), 0.9, stroke=max(unit * 0.13, 0.9)))


def vegetables(canvas: skia.Canvas, rng: np.random.Generator) -> None:
    """Rows of cabbages and greens running to the hills, plant by plant, far ones first; a farm road parts them from the houses."""
    for away in np.geomspace(420, 15.0, 300):
        share = float(np.clip((away - 30) / 420, 0, 0.75)) ** 0.9
        low, high = -away * 0.45 - 4, (-2.0 if away > 50 else away * 1.0 + 4)
        for side in np.arange(np.floor(low / 1.5) * 1.5, high, 1.5):
            x, y = PLAIN.at(float(side), float(away))
            if not -60 < x < 2780 or (away <= 50 and -2.0 < side < 8.4):
                continue
            head(canvas, x + rng.normal(0, 0.04) * PLAIN.size(1, away), y, PLAIN.size(1.2, float(away)), rng, share, crop_of(float(side), float(away)))


def crop_of(side: float, away: float) -> int:
    """Which of the three crops grows there: strips of a dozen rows, changed at the headlands."""
    return (int(np.floor(side / 15.0)) + int(away > 90) * 2 + int(away > 190)) % 3


def head(canvas: skia.Canvas, x: float, y: float, size: float, rng: np.random.Generator, share: float, band: int) -> None:
    """One plant of the row: a rosette of leaves, lit from the left."""
    dark = (PINE, mix(PINE_SOFT, PINE, 0.4), mix(PINE, HUANGSHUI, 0.25))[band]
    lit = (MEADOW, MEADOW_PALE, mix(HUANGSHUI_PALE, MEADOW_PALE, 0.5))[band]
    wide = size * rng.uniform(0.85, 1.1)
    canvas.drawOval(skia.Rect.MakeXYWH(x - wide * 0.45, y - wide * 0.14, wide * 1.15, wide * 0.26), ink(mix(PINE_NIGHT, AIR, share), 0.45))
    canvas.drawOval(skia.Rect.MakeXYWH(x - wide * 0.5, y - wide * 0.46, wide, wide * 0.52), ink(mix(dark, AIR, share)))
    if size < 5:
        canvas.drawOval(skia.Rect.MakeXYWH(x - wide * 0.42, y - wide * 0.46, wide * 0.55, wide * 0.32), ink(mix(lit, AIR, share)))
        return
    for step in range(6):
        turn = pi * (0.08 + 0.84 * step / 5) + rng.uniform(-0.12, 0.12)
        tone = mix(dark, lit, float(np.clip(0.55 - 0.55 * cos(turn) + rng.uniform(-0.2, 0.2), 0, 1)))
        px, py = x - cos(turn) * -wide * 0.30, y - wide * 0.20 - sin(turn) * wide * 0.22
        canvas.drawOval(skia.Rect.MakeXYWH(px - wide * 0.21, py - wide * 0.15, wide * 0.42, wide * 0.30), ink(mix(tone, AIR, share)))
    canvas.drawOval(skia.Rect.MakeXYWH(x - wide * 0.22, y - wide * 0.40, wide * 0.36, wide * 0.24), ink(mix(mix(lit, SNOW, 0.15), AIR, share)))
