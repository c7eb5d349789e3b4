"""The valley of the race: snow range, fields, river and road, laid out on a ground plan in metres seen by
one camera.
"""

import numpy as np

from tools.illustrate.air import lay_cloud, lay_mist, lay_sky
from tools.illustrate.facets import Array, through
from tools.illustrate.inking import Camera, tone_plane
from tools.illustrate.noise import smooth
from tools.illustrate.palette import (
    APRICOT,
    DUSK,
    HUANGSHUI,
    HUANGSHUI_PALE,
    LILAC,
    LILAC_PALE,
    LOESS,
    MEADOW,
    MEADOW_PALE,
    MIST,
    PINE,
    PINE_DEEP,
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
    tint,
)
from tools.illustrate.relief import cut_tones, lay_range, mountain_range, snow_cover
from tools.illustrate.sheet import Sheet

HORIZON = 1560.0
VIEW = Camera(eye=(0.0, 2.25, 0.0), focal=4200.0, centre=(1300.0, HORIZON))
ROAD = (
    (-9.0, 2.6),
    (-3.6, 5.2),
    (-0.2, 7.6),
    (2.3, 11.0),
    (3.9, 16.0),
    (4.0, 23.0),
    (1.8, 33.0),
    (-2.5, 48.0),
    (-5.0, 70.0),
    (-2.0, 105.0),
    (8.0, 160.0),
    (10.0, 260.0),
    (0.0, 420.0),
)
RIVER = (
    (-30.0, 8.0),
    (-16.0, 14.0),
    (-8.5, 24.0),
    (-8.0, 38.0),
    (-14.5, 58.0),
    (-17.0, 84.0),
    (-8.0, 125.0),
    (6.0, 185.0),
    (2.0, 300.0),
    (-30.0, 480.0),
)
HALF_ROAD = 2.7


def road_line() -> tuple[Array, Array]:
    """The road's middle (n, 2) as (x, z), near to far, and the metres along it."""
    line = through(ROAD, 4000)
    return line, np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])


def ground_plan(sheet: Sheet) -> tuple[slice, Field, Field]:
    """Rows below the horizon and, for each of their pixels, the place on the ground: metres right and metres
    away.
    """
    first = int(np.ceil((HORIZON + 1.5) * sheet.scale))
    rows = slice(first, sheet.rows)
    away = VIEW.focal * VIEW.eye[1] / (sheet.y[rows] - HORIZON)
    return (
        rows,
        np.asarray((sheet.x - VIEW.centre[0]) * away / VIEW.focal, dtype=np.float32),
        np.broadcast_to(away, (sheet.rows - first, sheet.columns)),
    )


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
    lay_sky(
        sheet,
        [
            (0, tint("22597f")),
            (520, tint("2f6c90")),
            (880, mix(SKY_DEEP, SKY, 0.40)),
            (1180, SKY_PALE),
            (1450, mix(SKY_MILK, APRICOT, 0.55)),
        ],
        glow=(-150, 1250, 1050, APRICOT, 0.75),
    )
    lay_cloud(sheet, seed=5, top=330, bottom=1000, colour=SNOW, strength=0.7, period=(1700, 230), cover=0.16)
    far = mountain_range(sheet, seed=23, foot=1480, rise=980, run=900, deep=1000, tilt=70, ridged=0.9)
    tones = (mix(SKY_DEEP, DUSK, 0.5), mix(SKY_DEEP, SKY, 0.3), SKY, SKY_PALE)
    colour = cut_tones(sheet, far, tones, seed=3)
    snow = cut_tones(
        sheet,
        far,
        (mix(SNOW_SHADE, SKY_DEEP, 0.35), SNOW_SHADE, mix(SNOW_SHADE, SNOW, 0.6), SNOW, SNOW),
        seed=4,
    )
    cover = snow_cover(sheet, far, line=0.26, seed=8, steepest=3.2)[..., None]
    lay_range(
        sheet, far, colour + (snow - colour) * cover, air=mix(SKY_MILK, APRICOT, 0.3), near=0.03, far=0.75
    )
    lay_mist(sheet, seed=3, middle=1330, spread=90, colour=mix(MIST, APRICOT, 0.4), strength=0.8)
    middle = mountain_range(sheet, seed=31, foot=1550, rise=300, run=620, deep=700, tilt=60)
    lay_range(
        sheet,
        middle,
        cut_tones(
            sheet, middle, (DUSK, mix(DUSK, SKY_DEEP, 0.6), mix(SKY_DEEP, PINE_PALE, 0.5), PINE_PALE), seed=6
        ),
        air=SKY_PALE,
        near=0.25,
        far=0.85,
    )
    lay_mist(sheet, seed=9, middle=1480, spread=60, colour=MIST, strength=0.75)
    near = mountain_range(
        sheet,
        seed=47,
        foot=1590,
        rise=215,
        run=520,
        deep=500,
        tilt=50,
        lift=0.35 + 0.65 * smooth(900, 2400, sheet.x)[0] + 0.4 * smooth(700, 0, sheet.x)[0],
    )
    lay_range(
        sheet,
        near,
        cut_tones(sheet, near, (PINE_DEEP, PINE, PINE_SOFT, mix(PINE_PALE, MEADOW, 0.6)), seed=7),
        air=HUANGSHUI_PALE,
        near=0.06,
        far=0.5,
    )


def lay_valley(sheet: Sheet) -> None:
    """The valley floor in strips of field, the river with the sky in it, the road with its painted edges."""
    rows, x, z = ground_plan(sheet)
    strips = (
        ground_noise(x + z * 0.35, z, (26.0, 15.0), 3)
        + 0.45 * ground_noise(x, z, (5.0, 4.0), 4)
        + 0.25 * ground_noise(x, z, (0.6, 0.5), 5)
    )
    steps = (
        (-0.35, mix(PINE, PINE_SOFT, 0.6)),
        (-0.05, PINE_SOFT),
        (0.22, mix(PINE_SOFT, MEADOW, 0.7)),
        (0.45, MEADOW),
        (0.72, MEADOW_PALE),
    )
    field = tone_plane(strips, PINE, steps, soft=0.03)
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
    steps = ((-0.5, mix(HUANGSHUI, SKY, 0.6)), (-0.05, SKY_PALE), (0.4, SKY_MILK), (0.75, SNOW))
    colour = tone_plane(ripple + 0.5 * smooth(15, 150, z), HUANGSHUI, steps, soft=0.04)
    sheet.lay(colour, water, rows=rows)


def _lay_road(sheet: Sheet, rows: slice, x: Field, z: Field) -> None:
    line, along = road_line()
    middle = np.interp(z[:, 0], line[:, 1], line[:, 0])[:, None]
    slant = np.interp(z[:, 0], line[:, 1], np.gradient(line[:, 0], line[:, 1]))[:, None]
    off = (x - middle) / np.sqrt(1 + slant**2)
    per_metre = VIEW.focal / z * sheet.scale

    def strip(centre: float, half: float) -> Field:
        return np.asarray(np.clip((half - np.abs(off - centre)) * per_metre + 0.5, 0, 1), dtype=np.float32)

    sheet.lay(mix(LOESS, PINE_SOFT, 0.3), strip(0, HALF_ROAD + 0.55), rows=rows)
    metres = np.interp(z[:, 0], line[:, 1], along).astype(np.float32)[:, None] * np.ones_like(x)
    wear = (
        ground_noise(off.astype(np.float32), metres, (0.22, 9.0), 21) * 0.8
        + ground_noise(x, z, (0.018, 0.03), 22) * 0.30
    )
    steps = ((-0.15, mix(tint("a2a9b5"), LILAC_PALE, 0.25)), (0.45, mix(tint("afb6c0"), LILAC_PALE, 0.35)))
    asphalt = tone_plane(wear, mix(tint("949cab"), LILAC, 0.22), steps, soft=0.1)
    asphalt += (np.asarray(SKY_MILK, dtype=np.float32) - asphalt) * (0.75 * smooth(20, 240, z))[..., None]
    sheet.lay(asphalt, strip(0, HALF_ROAD), rows=rows)
    sheet.lay(SNOW, strip(-HALF_ROAD + 0.32, 0.075) * 0.9 + strip(HALF_ROAD - 0.32, 0.075) * 0.9, rows=rows)
    dash: Field = smooth(0.0, 0.03, (metres % 5.0) / 5.0 - 0.55) * strip(0.0, 0.06)
    sheet.lay(SNOW, dash * 0.85, rows=rows)
