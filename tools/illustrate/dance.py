"""舞蹈诗剧《河湟》: a dancer whose sleeves become the river, dancers on its banks, veils as mountains."""

import numpy as np

from tools.illustrate.chorus import corps
from tools.illustrate.dancers import DEEP_WATER, INKS, WATER, lead_dancer, sleeves
from tools.illustrate.facets import Array, placed, turned
from tools.illustrate.facets import sheet as cloth
from tools.illustrate.growth import outline
from tools.illustrate.inking import Camera, fine_film, paint, ramp_of
from tools.illustrate.noise import profile, smooth
from tools.illustrate.palette import (
    APRICOT,
    HUANGSHUI,
    HUANGSHUI_DEEP,
    HUANGSHUI_PALE,
    LILAC,
    LILAC_DEEP,
    LILAC_MILK,
    LILAC_NIGHT,
    LILAC_PALE,
    PINE_DEEP,
    PINE_NIGHT,
    SAFFRON,
    SAFFRON_PALE,
    SNOW,
    Field,
    mix,
    tint,
)
from tools.illustrate.sheet import Sheet, ink
from tools.illustrate.silk import draw_threads, lay_veil

PICTURE = True
WIDTH, HEIGHT = 2700, 2000
VIEW = Camera(eye=(0.0, 1.2, -14.0), focal=8000.0, centre=(1350.0, 930.0))
TO_LAMP = (-0.86, 0.40, 0.18)
STAGE = 1300.0
SUN = (1085.0, 672.0, 70.0)
NIGHT = mix(tint("161029"), PINE_NIGHT, 0.25)


def lay_stage(sheet: Sheet) -> None:
    """The dark, and the light behind the veils."""
    sheet.lay(NIGHT)
    away = np.hypot((sheet.x - 1000) / 1500, (sheet.y - 900) / 700)
    sheet.lay(LILAC_DEEP, np.asarray(np.exp(-(away**2.0) * 1.5) * 0.95, dtype=np.float32))
    sheet.lay(
        mix(LILAC_PALE, HUANGSHUI_PALE, 0.35),
        np.asarray(np.exp(-((away * 1.7) ** 2)) * 0.85, dtype=np.float32),
    )
    with sheet.brush(soften=30, opacity=0.16) as canvas:
        for left, right, foot_left, foot_right in (
            (-260, -60, 900, 1700),
            (130, 190, 1250, 1560),
            (420, 620, 1750, 2500),
        ):
            canvas.drawPath(
                outline(((left, -50), (right, -50), (foot_right, 1500), (foot_left, 1500))),
                ink(LILAC_PALE, 0.8),
            )


def lay_sun(sheet: Sheet) -> None:
    """The one warm light, small, between the ridges."""
    x, y, radius = SUN
    halo = np.hypot(sheet.x - x, sheet.y - y) / (radius * 3.4)
    sheet.lay(
        mix(SAFFRON_PALE, LILAC_MILK, 0.35), np.asarray(np.exp(-(halo**1.4) * 1.7) * 0.55, dtype=np.float32)
    )
    with sheet.brush() as canvas:
        canvas.drawCircle(x, y, radius, ink(mix(SAFFRON, SAFFRON_PALE, 0.25)))
        canvas.drawCircle(
            x - radius * 0.06, y - radius * 0.05, radius * 0.90, ink(mix(SAFFRON, SAFFRON_PALE, 0.50))
        )


def ridges(sheet: Sheet, seed: int, rise: float, run: float) -> Field:
    """A ridge of pointed summits and long slopes, y down, about 0 and below."""
    line = profile(sheet.width, sheet.columns, period=run, seed=seed, octaves=3, gain=0.4)
    small = profile(sheet.width, sheet.columns, period=run / 5, seed=seed + 1, octaves=4, gain=0.5)
    return np.asarray(rise * (2.0 * np.abs(line) ** 0.9 - 0.9) + rise * 0.16 * small, dtype=np.float32)


def lay_mountains(sheet: Sheet) -> None:
    """Veils hung one before the other, their edges the ridges of the valley; the sun stands between the
    first two.
    """
    glow = (
        np.asarray(np.exp(-(np.hypot((sheet.x - 850) / 1050, (sheet.y - 900) / 640) ** 2)), dtype=np.float32)
        * 2
        - 0.85
    )
    far_tones = (mix(LILAC_DEEP, LILAC, 0.25), LILAC, mix(LILAC_PALE, APRICOT, 0.35))
    near_tones = (tint("171230"), mix(LILAC_NIGHT, PINE_DEEP, 0.55), mix(HUANGSHUI_DEEP, LILAC_DEEP, 0.40))
    x = sheet.x[0]
    for step in range(6):
        share = step / 5
        bowl = 150 * (1 - share) * np.cos((x - 2150 + 260 * step) / 560)
        crest = ridges(sheet, 171 + step * 7, 190 - 22 * step, 820 - 40 * step) + 690 + 112 * step + bowl
        near = min(share * 1.1, 1.0)
        dark, half, light = (mix(far, close, near) for far, close in zip(far_tones, near_tones, strict=True))
        lay_veil(
            sheet,
            crest.astype(np.float32),
            tones=(dark, half, light),
            seed=31 + step * 5,
            depth=1050 - 60 * step,
            opacity=0.74 + 0.04 * step,
            glow=glow,
        )
        if step == 1:
            lay_sun(sheet)


def lay_floor(sheet: Sheet) -> None:
    """The stage floor: dark, with the light drawn out over it like water."""
    floor = smooth(STAGE - 40, STAGE + 60, sheet.y) * np.ones_like(sheet.x)
    sheet.lay(mix(NIGHT, PINE_DEEP, 0.25), floor * 0.93)
    streak = sheet.noise((900, 16), 5, octaves=4) + 0.5 * sheet.noise((300, 7), 6, octaves=2)
    near_light = (
        np.exp(-(((sheet.x - 850) / 900) ** 2))
        * smooth(STAGE, STAGE + 60, sheet.y)
        * (1 - 0.75 * smooth(STAGE + 60, HEIGHT, sheet.y))
    )
    sheet.lay(LILAC_DEEP, np.asarray(smooth(0.05, 0.25, streak) * near_light * 0.8, dtype=np.float32))
    sheet.lay(
        mix(HUANGSHUI, LILAC_PALE, 0.5),
        np.asarray(smooth(0.38, 0.5, streak) * near_light * 0.7, dtype=np.float32),
    )


def lay_silk(sheet: Sheet, fabric: Array, row: int, opacity: float) -> None:
    """One length of silk over the sheet, with its threads."""
    with fine_film(sheet, opacity=opacity) as canvas:
        paint(canvas, cloth(fabric, row), VIEW, TO_LAMP, ramp_of(INKS), cull=False)
    with sheet.brush() as canvas:
        draw_threads(canvas, fabric, VIEW, SNOW, HUANGSHUI_DEEP, opacity=0.30)


def lay_dancers(sheet: Sheet) -> None:
    """The line behind, the haze of the stage, the leading dancer and the silk."""
    ramp = ramp_of(INKS)
    with fine_film(sheet, opacity=0.95) as canvas:
        for body in corps():
            paint(canvas, body, VIEW, TO_LAMP, ramp, cull=False)
    haze = np.exp(-(((sheet.y - STAGE - 10) / 150) ** 2)) * np.exp(-(((sheet.x - 900) / 1300) ** 2))
    sheet.lay(mix(LILAC, HUANGSHUI_PALE, 0.4), np.asarray(haze * 0.28, dtype=np.float32))
    upper, lower, bank = (fabric + np.array([0.28, 0.0, 0.0]) for fabric in sleeves())
    lay_silk(sheet, upper, WATER, 0.86)
    with fine_film(sheet) as canvas:
        for body in lead_dancer():
            paint(canvas, placed(body, turned(), (0.28, 0.0, 0.0)), VIEW, TO_LAMP, ramp, cull=False)
    lay_silk(sheet, lower, WATER, 0.88)
    lay_silk(sheet, bank, DEEP_WATER, 0.72)


def draw(scale: float = 1.0) -> Sheet:
    """The picture: 2700 × 2000, focus on the leading dancer, quiet in the dark above."""
    sheet = Sheet(WIDTH, HEIGHT, scale)
    lay_stage(sheet)
    lay_mountains(sheet)
    lay_floor(sheet)
    lay_dancers(sheet)
    sheet.finish()
    return sheet
