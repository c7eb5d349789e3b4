"""环大美青海国际公路自行车赛: a bunch of racers leaning into a bend of the river road, snow mountains behind."""

from dataclasses import dataclass

import numpy as np
import skia

from tools.illustrate.air import lay_cloud, lay_mist, lay_sky
from tools.illustrate.facets import Array, Camera, Mesh, fine_film, joined, paint, placed, ramp_of, shadow, through, turned
from tools.illustrate.growth import outline, tuft
from tools.illustrate.noise import smooth
from tools.illustrate.palette import (
    APRICOT, DUSK, HUANGSHUI, HUANGSHUI_DEEP, HUANGSHUI_PALE, LILAC, LILAC_DEEP, LILAC_MILK, LILAC_NIGHT, LILAC_PALE, LOESS, MEADOW,
    MEADOW_PALE, MIST, PINE, PINE_DEEP, PINE_NIGHT, PINE_PALE, PINE_SOFT, SAFFRON, SAFFRON_PALE, SKY, SKY_DEEP, SKY_MILK, SKY_PALE,
    SNOW, SNOW_SHADE, Colour, Field, mix, tint,
)
from tools.illustrate.peloton import FIRST_KIT, Pose, bicycle, rider
from tools.illustrate.relief import cut_tones, lay_range, mountain_range, snow_cover
from tools.illustrate.sheet import Sheet, ink

PICTURE = True
WIDTH, HEIGHT = 2600, 3500
HORIZON = 1560.0
VIEW = Camera(eye=(0.0, 2.25, 0.0), focal=4200.0, centre=(1300.0, HORIZON))
TO_SUN = np.array([-1.0, 0.50, -0.42])
ROAD = ((-9.0, 2.6), (-3.6, 5.2), (-0.2, 7.6), (2.3, 11.0), (3.9, 16.0), (4.0, 23.0), (1.8, 33.0), (-2.5, 48.0), (-5.0, 70.0), (-2.0, 105.0),
        (8.0, 160.0), (10.0, 260.0), (0.0, 420.0))
RIVER = ((-30.0, 8.0), (-16.0, 14.0), (-8.5, 24.0), (-8.0, 38.0), (-14.5, 58.0), (-17.0, 84.0), (-8.0, 125.0), (6.0, 185.0), (2.0, 300.0), (-30.0, 480.0))
HALF_ROAD = 2.7

_SKIN = [(0.0, tint("54313a")), (0.36, tint("8f5a4c")), (0.56, tint("c68d6c")), (0.80, tint("f0cba6"))]
_BLACK = [(0.0, tint("11211f")), (0.46, PINE_NIGHT), (0.70, tint("3d6661")), (0.90, PINE_PALE)]
_CARBON = [(0.0, tint("14201f")), (0.50, tint("35504f")), (0.82, HUANGSHUI_PALE)]
_SHOE = [(0.0, LILAC_DEEP), (0.40, LILAC_PALE), (0.62, SNOW)]
_CHROME = [(0.0, tint("5f7d80")), (0.60, SKY_MILK)]
_KITS = (
    [(0.0, LILAC_NIGHT), (0.34, LILAC_DEEP), (0.56, LILAC), (0.80, LILAC_PALE)],
    [(0.0, tint("9a4f1d")), (0.34, tint("cf7422")), (0.54, SAFFRON), (0.82, SAFFRON_PALE)],
    [(0.0, PINE_NIGHT), (0.34, HUANGSHUI_DEEP), (0.56, HUANGSHUI), (0.80, HUANGSHUI_PALE)],
    [(0.0, tint("6c7f9d")), (0.34, SNOW_SHADE), (0.54, SKY_MILK), (0.78, SNOW)],
    [(0.0, tint("0a2320")), (0.36, PINE_DEEP), (0.58, PINE), (0.82, PINE_PALE)],
    [(0.0, tint("2a2244")), (0.36, LILAC_NIGHT), (0.58, LILAC_DEEP), (0.82, LILAC)],
)
LILACS, SAFFRONS, RIVERS, WHITES, PINES, PLUMS = range(FIRST_KIT, FIRST_KIT + len(_KITS))
INKS = (_SKIN, _BLACK, _CARBON, _SHOE, _CHROME, *_KITS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Racer:
    """One rider's place: metres along the road from the front, metres right of its middle as the viewer sees it, and colours."""

    back: float
    off: float
    kit: int
    sleeve: int
    helmet: int
    pose: Pose


def bunch() -> list[Racer]:
    """The field: an attacker in saffron, the chase in a wedge, the long tail round the bend."""
    rng = np.random.default_rng(41)
    colours = ((LILACS, WHITES), (WHITES, RIVERS), (RIVERS, WHITES), (PLUMS, LILACS), (PINES, WHITES), (WHITES, LILACS), (RIVERS, PINES))
    front = [(0.0, -0.75, SAFFRONS, SAFFRONS, WHITES), (1.30, 0.62, LILACS, WHITES, LILACS), (2.35, -1.05, RIVERS, WHITES, PINES), (3.5, 0.75, WHITES, PLUMS, PLUMS),
             (4.7, -0.45, PLUMS, LILACS, WHITES)]
    field = [Racer(back=back, off=off, kit=kit, sleeve=sleeve, helmet=helmet, pose=_pose(rng)) for back, off, kit, sleeve, helmet in front]
    back = 6.3
    for row in range(24):
        for lane in ((-0.95, 0.3, 1.35) if row % 2 else (-0.4, 0.9)):
            kit, sleeve = colours[int(rng.integers(len(colours)))]
            helmet = (WHITES, LILACS, PINES, RIVERS)[int(rng.integers(4))]
            field.append(Racer(back=back + rng.uniform(-0.25, 0.35), off=lane + rng.uniform(-0.15, 0.15), kit=kit, sleeve=sleeve, helmet=helmet, pose=_pose(rng)))
        back += 1.65 + 0.03 * row
    return field


def _pose(rng: np.random.Generator) -> Pose:
    return Pose(crank=float(rng.uniform(0, 2 * np.pi)), drops=bool(rng.random() < 0.6), low=float(rng.uniform(0, 1)), look=float(rng.uniform(-0.25, 0.25)))


def road_line() -> tuple[Array, Array]:
    """The road's middle (n, 2) as (x, z), near to far, and the metres along it."""
    line = through(ROAD, 4000)
    return line, np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])


def seated(racer: Racer, front: float) -> Mesh:
    """The racer on his bicycle, in his place on the road, leaning into the bend."""
    line, along = road_line()
    at = np.array([np.interp(front + racer.back, along, line[:, k]) for k in (0, 1)])
    ahead = np.array([np.interp(front + racer.back - 0.8, along, line[:, k]) for k in (0, 1)])
    before = np.array([np.interp(front + racer.back + 0.8, along, line[:, k]) for k in (0, 1)])
    way = (ahead - before) / np.linalg.norm(ahead - before)
    bend = float((before - at)[0] * (ahead - at)[1] - (before - at)[1] * (ahead - at)[0])
    at = at + np.array([-way[1], way[0]]) * racer.off
    lean = np.clip(bend * 6.5, -0.36, 0.36)
    body = joined([bicycle(racer.kit, racer.pose.crank), rider(racer.kit, racer.sleeve, racer.helmet, racer.pose)])
    return placed(body, turned(yaw=float(np.arctan2(-way[1], way[0])), roll=float(lean)), (at[0], 0.0, at[1]))


def ground_plan(sheet: Sheet) -> tuple[slice, Field, Field]:
    """Rows below the horizon and, for each of their pixels, the place on the ground: metres right and metres away."""
    first = int(np.ceil((HORIZON + 1.5) * sheet.scale))
    rows = slice(first, sheet.rows)
    away = VIEW.focal * VIEW.eye[1] / (sheet.y[rows] - HORIZON)
    return rows, np.asarray((sheet.x - VIEW.centre[0]) * away / VIEW.focal, dtype=np.float32), np.broadcast_to(away, (sheet.rows - first, sheet.columns))


def ground_noise(x: Field, z: Field, cell: tuple[float, float], seed: int) -> Field:
    """Smooth noise of about -1..1 fixed to the ground, cells of *cell* metres (x, z)."""
    lattice = np.random.default_rng(seed).uniform(-1, 1, (256, 256)).astype(np.float32)
    u, v = x / cell[0] + 100, z / cell[1]
    i, j = np.floor(u).astype(np.int32), np.floor(v).astype(np.int32)
    s, t = smooth(0, 1, u - i), smooth(0, 1, v - j)
    near = lattice[j % 256, i % 256] * (1 - s) + lattice[j % 256, (i + 1) % 256] * s
    far = lattice[(j + 1) % 256, i % 256] * (1 - s) + lattice[(j + 1) % 256, (i + 1) % 256] * s
    return np.asarray(near * (1 - t) + far * t, dtype=np.float32)


def lay_mountains(sheet: Sheet) -> None:
    """The sky, the snow range, its blue forehills and the wooded slopes of the valley."""
    lay_sky(sheet, [(0, mix(SKY, SKY_DEEP, 0.35)), (500, SKY), (1000, SKY_PALE), (1400, mix(SKY_MILK, APRICOT, 0.55))], glow=(-150, 1150, 1500, APRICOT, 0.75))
    lay_cloud(sheet, seed=5, top=330, bottom=1000, colour=SNOW, strength=0.7, period=(1700, 230), cover=0.16)
    far = mountain_range(sheet, seed=23, foot=1480, rise=980, run=900, deep=1000, tilt=70, ridged=0.9)
    tones = (mix(SKY_DEEP, DUSK, 0.5), mix(SKY_DEEP, SKY, 0.3), SKY, SKY_PALE)
    colour = cut_tones(sheet, far, tones, seed=3)
    snow = cut_tones(sheet, far, (mix(SNOW_SHADE, SKY_DEEP, 0.35), SNOW_SHADE, mix(SNOW_SHADE, SNOW, 0.6), SNOW, SNOW), seed=4)
    cover = snow_cover(sheet, far, line=0.26, seed=8, steepest=3.2)[..., None]
    lay_range(sheet, far, colour + (snow - colour) * cover, air=mix(SKY_MILK, APRICOT, 0.3), near=0.03, far=0.75)
    lay_mist(sheet, seed=3, middle=1330, spread=90, colour=mix(MIST, APRICOT, 0.4), strength=0.8)
    middle = mountain_range(sheet, seed=31, foot=1550, rise=300, run=620, deep=700, tilt=60)
    lay_range(sheet, middle, cut_tones(sheet, middle, (DUSK, mix(DUSK, SKY_DEEP, 0.6), mix(SKY_DEEP, PINE_PALE, 0.5), PINE_PALE), seed=6), air=SKY_PALE, near=0.25, far=0.85)
    lay_mist(sheet, seed=9, middle=1480, spread=60, colour=MIST, strength=0.75)
    near = mountain_range(sheet, seed=47, foot=1590, rise=215, run=520, deep=500, tilt=50, lift=0.35 + 0.65 * smooth(900, 2400, sheet.x)[0] + 0.4 * smooth(700, 0, sheet.x)[0])
    lay_range(sheet, near, cut_tones(sheet, near, (PINE_DEEP, PINE, PINE_SOFT, mix(PINE_PALE, MEADOW, 0.6)), seed=7), air=HUANGSHUI_PALE, near=0.06, far=0.5)


def lay_valley(sheet: Sheet) -> None:
    """The valley floor in strips of field, the river with the sky in it, the road with its painted edges."""
    rows, x, z = ground_plan(sheet)
    strips = ground_noise(x + z * 0.35, z, (26.0, 15.0), 3) + 0.45 * ground_noise(x, z, (5.0, 4.0), 4) + 0.25 * ground_noise(x, z, (0.6, 0.5), 5)
    field = np.empty((*x.shape, 3), dtype=np.float32)
    field[:] = PINE
    for cut, tone in ((-0.35, mix(PINE, PINE_SOFT, 0.6)), (-0.05, PINE_SOFT), (0.22, mix(PINE_SOFT, MEADOW, 0.7)), (0.45, MEADOW), (0.72, MEADOW_PALE)):
        field += (np.asarray(tone, dtype=np.float32) - field) * smooth(cut - 0.03, cut + 0.03, strips)[..., None]
    field += (np.asarray(SKY_MILK, dtype=np.float32) - field) * (0.72 * smooth(30, 420, z))[..., None]
    sheet.lay(field, rows=rows)
    _lay_river(sheet, rows, x, z)
    _lay_road(sheet, rows, x, z)


def _lay_river(sheet: Sheet, rows: slice, x: Field, z: Field) -> None:
    line = through(RIVER, 2000)
    middle = np.interp(z[:, 0], line[:, 1], line[:, 0])[:, None]
    slope = np.abs(np.gradient(line[:, 0], line[:, 1]))
    half = 3.4 * np.sqrt(1 + np.interp(z[:, 0], line[:, 1], slope)[:, None] ** 2)
    ragged = ground_noise(x, z, (3.0, 3.0), 12) * 0.5
    edge = (half + ragged - np.abs(x - middle)) / z * VIEW.focal * sheet.scale
    bank = ((half + 0.9 + ragged * 1.6 - np.abs(x - middle)) / z * VIEW.focal * sheet.scale).clip(0, 1)
    sheet.lay(mix(LOESS, MIST, 0.35), np.asarray(bank, dtype=np.float32), rows=rows)
    water = np.asarray(edge.clip(0, 1), dtype=np.float32)
    ripple = ground_noise(x, z, (1.6, 0.35), 13) + 0.6 * ground_noise(x, z, (5, 1.2), 14)
    colour = np.empty((*x.shape, 3), dtype=np.float32)
    colour[:] = HUANGSHUI
    for cut, tone in ((-0.5, mix(HUANGSHUI, SKY, 0.6)), (-0.05, SKY_PALE), (0.4, SKY_MILK), (0.75, SNOW)):
        colour += (np.asarray(tone, dtype=np.float32) - colour) * smooth(cut - 0.04, cut + 0.04, ripple + 0.5 * smooth(15, 150, z))[..., None]
    sheet.lay(colour, water, rows=rows)


def _lay_road(sheet: Sheet, rows: slice, x: Field, z: Field) -> None:
    line, along = road_line()
    middle = np.interp(z[:, 0], line[:, 1], line[:, 0])[:, None]
    slant = np.interp(z[:, 0], line[:, 1], np.gradient(line[:, 0], line[:, 1]))[:, None]
    off = (x - middle) / np.sqrt(1 + slant**2)
    per_metre = VIEW.focal / z * sheet.scale
    def strip(centre: float, half: float) -> Field:
        return np.asarray(np.clip((half - np.abs(off - centre)) * per_metre + 0.5, 0, 1), dtype=np.float32)
    sheet.lay(mix(LOESS, PINE_SOFT, 0.3), strip(0, HALF_ROAD + 0.55 + 0), rows=rows)
    metres = np.interp(z[:, 0], line[:, 1], along)[:, None] * np.ones_like(x)
    wear = ground_noise(off.astype(np.float32), metres, (0.22, 9.0), 21) * 0.8 + ground_noise(x, z, (0.018, 0.03), 22) * 0.30
    asphalt = np.empty((*x.shape, 3), dtype=np.float32)
    asphalt[:] = mix(tint("949cab"), LILAC, 0.22)
    for cut, tone in ((-0.15, mix(tint("a2a9b5"), LILAC_PALE, 0.25)), (0.45, mix(tint("afb6c0"), LILAC_PALE, 0.35))):
        asphalt += (np.asarray(tone, dtype=np.float32) - asphalt) * smooth(cut - 0.1, cut + 0.1, wear)[..., None]
    asphalt += (np.asarray(SKY_MILK, dtype=np.float32) - asphalt) * (0.75 * smooth(20, 240, z))[..., None]
    sheet.lay(asphalt, strip(0, HALF_ROAD), rows=rows)
    sheet.lay(SNOW, strip(-HALF_ROAD + 0.32, 0.075) * 0.9 + strip(HALF_ROAD - 0.32, 0.075) * 0.9, rows=rows)
    dash = smooth(0.0, 0.03, (metres % 5.0) / 5.0 - 0.55) * np.ones_like(x)
    sheet.lay(SNOW, strip(0.0, 0.06) * dash * 0.85, rows=rows)


def page_place(x: float, z: float, rise: float = 0.0) -> tuple[float, float, float]:
    """Where a spot on the ground stands on the page (x, y) and the pixels a metre takes there."""
    at, _ = VIEW.project(np.array([[x, rise, z]]))
    return float(at[0, 0]), float(at[0, 1]), VIEW.focal / z


def lay_poplars(sheet: Sheet) -> None:
    """Poplars along the far bank and across the valley, paler with distance."""
    rng = np.random.default_rng(77)
    river = through(RIVER, 2000)
    stand = [(float(np.interp(z, river[:, 1], river[:, 0])) - 11 - rng.uniform(0, 3), float(z)) for z in np.arange(96, 340, 9.0)]
    stand += [(27 + 0.05 * z + rng.uniform(-2, 2), float(z)) for z in np.arange(92, 300, 8.0)]
    stand += [(-48 + rng.uniform(-30, 90), float(rng.uniform(330, 560))) for _ in range(70)]
    with sheet.brush() as canvas:
        for x, z in sorted(stand, key=lambda place: -place[1]):
            left, foot, metre = page_place(x, z)
            haze = float(np.clip((z - 60) / 520, 0, 0.72))
            tall = rng.uniform(8.5, 13.5) * metre
            if -200 < left < 2800:
                canvas.drawPath(_lying_shade(left, foot, tall), ink(mix(PINE_DEEP, SKY_PALE, haze), 0.55))
                draw_poplar(canvas, left, foot, tall, rng, mix(PINE_DEEP, SKY_PALE, haze), mix(MEADOW, mix(SKY_MILK, APRICOT, 0.3), haze))


def draw_poplar(canvas: skia.Canvas, x: float, y: float, tall: float, rng: np.random.Generator, dark: Colour, lit: Colour) -> None:
    """A poplar as a flame of upward licks: a dark body, then leaf by leaf from the shaded right to the lit left."""
    def half(share: float) -> float:
        return float(tall * 0.115 * np.sin(np.pi * (0.06 + 0.90 * share) ** 0.85) ** 0.8)
    shares = np.linspace(0.02, 1, 26)
    left = [(x - half(s) * rng.uniform(0.55, 0.95), y - tall * (0.10 + 0.90 * s)) for s in shares]
    right = [(x + half(s) * rng.uniform(0.55, 0.95), y - tall * (0.10 + 0.90 * s)) for s in shares]
    canvas.drawLine(x, y, x, y - tall * 0.3, ink(dark, stroke=max(tall * 0.018, 1)))
    canvas.drawPath(outline([*left, *right[::-1]]), ink(mix(dark, lit, 0.10)))
    tones = [ink(mix(dark, lit, share)) for share in (0.0, 0.22, 0.45, 0.68, 0.92)]
    licks = rng.uniform(-1, 1, (int(60 + min(tall, 620) * 0.9), 3))
    for off, up, jitter in licks[np.argsort(-licks[:, 0])]:
        share = (up + 1) / 2
        px, py = x + off * half(share), y - tall * (0.08 + 0.90 * share)
        long, wide = tall * (0.030 + 0.012 * jitter), tall * 0.0085
        tone = tones[int(np.clip((0.5 - 0.55 * off + 0.30 * jitter) * 5, 0, 4))]
        lean = off * long * 0.28
        canvas.drawPath(outline([(px - wide, py), (px - wide * 0.8 + lean * 0.5, py - long * 0.6), (px + lean, py - long), (px + wide + lean * 0.4, py - long * 0.5), (px + wide * 0.6, py)]), tone)


def _lying_shade(x: float, y: float, tall: float) -> skia.Path:
    """A tree's shadow, drawn out to the right along the ground."""
    long, flat = tall * 1.5, tall * 0.035
    return outline(((x, y - flat * 0.3), (x + long * 0.5, y - flat * 1.7), (x + long, y - flat * 1.6), (x + long * 0.5, y - flat * 0.2), (x, y + flat * 0.4)))


def lay_meadow(sheet: Sheet) -> None:
    """Grass along the inside of the bend and flowers in it."""
    rng = np.random.default_rng(13)
    line, along = road_line()
    with sheet.brush() as canvas:
        spots = []
        for _ in range(2600):
            metres, away = rng.uniform(3, 60), HALF_ROAD + 0.5 + rng.exponential(2.2)
            at = np.array([np.interp(metres, along, line[:, k]) for k in (0, 1)])
            way = np.array([np.interp(metres + 0.5, along, line[:, k]) for k in (0, 1)]) - at
            way = way / np.linalg.norm(way)
            x, z = (at - away * np.array([way[1], -way[0]])).tolist()
            spots.append((x, z))
        river = through(RIVER, 2000)
        dry = [(x, z) for x, z in spots if abs(x - float(np.interp(z, river[:, 1], river[:, 0]))) > 6.5]
        for x, z in sorted(dry, key=lambda spot: -spot[1]):
            _draw_tussock(canvas, x, z, rng)


def _draw_tussock(canvas: skia.Canvas, x: float, z: float, rng: np.random.Generator) -> None:
    left, foot, metre = page_place(x, z) if z > 2 else (-9e3, 0.0, 0.0)
    if not -150 < left < 2750 or foot > 3700:
        return
    haze = float(np.clip((z - 10) / 90, 0, 0.5))
    tones = [mix(tone, SKY_PALE, haze) for tone in (PINE_DEEP, PINE, PINE_SOFT, MEADOW)]
    tuft(canvas, left, foot, rng.uniform(0.10, 0.26) * metre, rng, tones, blades=7, wind=0.35)
    if rng.random() < 0.32:
        colour = (LILAC_PALE, LILAC, SNOW, MEADOW_PALE, SAFFRON_PALE)[int(rng.integers(5))]
        for _ in range(3):
            size = metre * rng.uniform(0.010, 0.022)
            canvas.drawOval(skia.Rect.MakeXYWH(left + rng.uniform(-0.12, 0.2) * metre, foot - rng.uniform(0.08, 0.28) * metre, size * 1.5, size), ink(mix(colour, SKY_PALE, haze)))


def lay_verge(sheet: Sheet) -> None:
    """The near verge at the viewer's feet, dark, lower right."""
    rng = np.random.default_rng(31)
    with sheet.brush(soften=3) as canvas:
        for _ in range(300):
            x = rng.uniform(1250, 2750)
            y = 3700 + rng.uniform(-40, 60) - max(x - 1250, 0) * 0.20
            tuft(canvas, x, y, rng.uniform(110, 220), rng, (PINE_NIGHT, PINE_DEEP, PINE, PINE_SOFT), blades=9, wind=0.3)
            if rng.random() < 0.22:
                colour = (LILAC, LILAC_PALE, LILAC_MILK)[int(rng.integers(3))]
                for _ in range(4):
                    canvas.drawCircle(x + rng.uniform(-40, 90), y - rng.uniform(90, 230), rng.uniform(6, 13), ink(colour))


def lay_bunch(sheet: Sheet) -> None:
    """The riders from the last to the first, each with his shadow thrown long to the right."""
    ramp = ramp_of(INKS)
    dark = ramp_of([[(0.0, mix(LILAC_NIGHT, DUSK, 0.5))]] * len(INKS))
    bodies = [seated(racer, 9.3) for racer in bunch()]
    bodies.sort(key=lambda body: -float(body.points[:, 2].mean()))
    with fine_film(sheet, opacity=0.72) as canvas:
        for body in bodies:
            paint(canvas, shadow(body, -TO_SUN), VIEW, TO_SUN, dark, cull=False)
    with fine_film(sheet) as canvas:
        for body in bodies:
            paint(canvas, body, VIEW, TO_SUN, ramp)


def draw(scale: float = 1.0) -> Sheet:
    """The picture: 2600 × 3500, quiet sky in the upper quarter, focus on the bunch."""
    sheet = Sheet(WIDTH, HEIGHT, scale)
    lay_mountains(sheet)
    lay_valley(sheet)
    lay_poplars(sheet)
    lay_meadow(sheet)
    lay_bunch(sheet)
    lay_verge(sheet)
    sheet.finish()
    return sheet
