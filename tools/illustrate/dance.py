"""舞蹈诗剧《河湟》: a dancer whose long sleeves become the river, a line of dancers for its banks, veils for the mountains."""

import numpy as np

from tools.illustrate.facets import Array, Mesh, ball, joined, limb, placed, turned
from tools.illustrate.facets import sheet as cloth
from tools.illustrate.figures import Clothes, Gesture, person
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
    PINE,
    PINE_DEEP,
    PINE_NIGHT,
    SAFFRON,
    SAFFRON_PALE,
    SKY_MILK,
    SNOW,
    Field,
    mix,
    tint,
)
from tools.illustrate.sheet import Sheet, ink
from tools.illustrate.silk import draw_threads, lay_veil, ribbon, skirt

PICTURE = True
WIDTH, HEIGHT = 2700, 2000
VIEW = Camera(eye=(0.0, 1.2, -14.0), focal=8000.0, centre=(1350.0, 930.0))
TO_LAMP = (-0.86, 0.40, 0.18)
STAGE = 1300.0
SUN = (1085.0, 672.0, 70.0)
NIGHT = mix(tint("161029"), PINE_NIGHT, 0.25)

_SKIN = [
    (0.0, tint("2a1d3c")),
    (0.36, tint("4d3350")),
    (0.50, tint("8d5e5f")),
    (0.62, tint("c08a72")),
    (0.78, tint("f3cfa8")),
]
_GOWN = [
    (0.0, tint("1c1533")),
    (0.22, tint("2b2149")),
    (0.38, LILAC_NIGHT),
    (0.50, mix(LILAC_NIGHT, LILAC_DEEP, 0.55)),
    (0.61, LILAC_DEEP),
    (0.72, mix(LILAC_DEEP, LILAC, 0.6)),
    (0.83, LILAC_PALE),
    (0.93, LILAC_MILK),
]
_SASH = [(0.0, tint("4a2438")), (0.44, tint("9a5522")), (0.62, SAFFRON), (0.84, SAFFRON_PALE)]
_HAIR = [(0.0, tint("120d20")), (0.72, tint("3a2c52")), (0.92, LILAC_DEEP)]
_WATER = [
    (0.0, PINE_DEEP),
    (0.24, HUANGSHUI_DEEP),
    (0.44, HUANGSHUI),
    (0.60, HUANGSHUI_PALE),
    (0.76, SKY_MILK),
    (0.90, SNOW),
]
_BODICE = [
    (0.0, tint("1c1533")),
    (0.40, LILAC_NIGHT),
    (0.60, LILAC_DEEP),
    (0.76, LILAC),
    (0.87, LILAC_MILK),
    (0.955, SAFFRON_PALE),
]
_CORPS = [(0.0, tint("120f22")), (0.55, tint("231b3c")), (0.74, LILAC_NIGHT), (0.88, LILAC)]
_CORPS_SILK = [
    (0.0, PINE_NIGHT),
    (0.40, mix(PINE_DEEP, LILAC_NIGHT, 0.4)),
    (0.62, mix(HUANGSHUI_DEEP, LILAC_DEEP, 0.4)),
    (0.84, mix(HUANGSHUI, LILAC_PALE, 0.4)),
]
_DEEP_WATER = [
    (0.0, PINE_NIGHT),
    (0.26, PINE_DEEP),
    (0.46, mix(HUANGSHUI_DEEP, PINE, 0.5)),
    (0.64, HUANGSHUI_DEEP),
    (0.80, HUANGSHUI),
    (0.92, HUANGSHUI_PALE),
]
SKIN, GOWN, HAIR, WATER, BODICE, CORPS, CORPS_SILK, DEEP_WATER, SASH = range(9)
INKS = (_SKIN, _GOWN, _HAIR, _WATER, _BODICE, _CORPS, _CORPS_SILK, _DEEP_WATER, _SASH)


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
    """Veils hung one before the other, their edges the ridges of the valley; the sun stands between the first two."""
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
        tones = tuple(
            mix(far, near, min(share * 1.1, 1.0)) for far, near in zip(far_tones, near_tones, strict=True)
        )
        lay_veil(
            sheet,
            crest.astype(np.float32),
            tones=tones,
            seed=31 + step * 5,
            depth=1050 - 60 * step,
            opacity=0.74 + 0.04 * step,
            glow=glow,
        )  # type: ignore[arg-type]
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


def lead_gesture() -> Gesture:
    """High on one foot, the other leg flown back, the trunk arched, one arm thrown up, one drawn back: facing the light."""
    return Gesture(
        pelvis=(-0.05, 1.07, 0.0),
        neck=(0.06, 1.535, 0.0),
        head=(0.135, 1.655, -0.01),
        hands=((-0.40, 2.01, 0.16), (0.66, 1.70, -0.12)),
        feet=((-0.05, 0.15, 0.04), (0.72, 0.66, -0.06)),
        toes=((-0.12, 0.02, 0.02), (0.95, 0.66, -0.06)),
        side=(-0.50, -0.06, 0.86),
        elbows=((-0.5, -0.5, 0.2), (0.2, -0.8, -0.4)),
        knees=((-1.0, 0.2, -0.4), (0.1, -1.0, 0.0)),
        slim=0.92,
    )


def lead_dancer() -> tuple[Mesh, Mesh]:
    """The leading dancer in her gown, and the sash over it."""
    gesture = lead_gesture()
    body = person(
        gesture, Clothes(skin=SKIN, trunk=BODICE, sleeve=BODICE, legs=GOWN, shoes=BODICE, hair=HAIR)
    )
    gown = skirt(
        np.array([-0.03, 1.20, 0.0]),
        np.array([0.16, 0.44, 0.0]),
        GOWN,
        girth=0.108,
        sweep=(0.40, 0.40),
        pleats=13,
        seed=4,
        trail=np.array([0.80, 0.26, 0.0]),
    )
    bun = ball(np.array(gesture.head) + [0.095, 0.045, 0.0], (0.062, 0.058, 0.055), HAIR)
    sash = limb(
        [(-0.045, 1.165, 0.0), (-0.035, 1.20, 0.0), (-0.026, 1.232, 0.0)],
        [0.116, 0.126, 0.116],
        SASH,
        flat=0.86,
        count=40,
    )
    return joined([gown, body, bun]), sash


def sleeves() -> tuple[Array, Array, Array]:
    """The long sleeves: one up over the mountains to the left; one round behind and down along the stage; and the river they become."""
    upper = [
        (-0.36, 1.97, 0.15),
        (-0.52, 2.17, 0.1),
        (-0.88, 2.37, 0.1),
        (-1.30, 2.22, 0.2),
        (-1.66, 1.92, 0.3),
        (-2.02, 1.82, 0.3),
        (-2.38, 1.98, 0.2),
        (-2.74, 2.20, 0.2),
        (-3.2, 2.1, 0.2),
    ]
    lower = [
        (0.50, 1.66, -0.16),
        (0.76, 1.77, -0.14),
        (1.14, 2.08, -0.12),
        (1.56, 2.02, -0.2),
        (1.82, 1.58, -0.3),
        (1.76, 1.02, -0.5),
        (1.40, 0.42, -0.8),
        (0.72, 0.06, -1.2),
        (-0.20, -0.06, -1.5),
        (-1.05, 0.06, -1.7),
        (-1.85, -0.05, -1.9),
        (-2.9, -0.16, -2.1),
    ]
    bank = [
        (3.0, -0.02, -1.0),
        (2.2, 0.04, -1.2),
        (1.5, -0.14, -1.6),
        (0.7, -0.29, -1.9),
        (-0.2, -0.22, -2.1),
        (-1.1, -0.34, -2.2),
        (-2.0, -0.20, -2.2),
        (-3.0, -0.32, -2.2),
    ]
    return (
        ribbon(
            upper,
            [0.05, 0.13, 0.24, 0.32, 0.36, 0.38, 0.34, 0.28, 0.2],
            twist=(0.5, 0.9),
            folds=2.6,
            deep=0.085,
            seed=3,
            length=320,
        ),
        ribbon(
            lower,
            [0.05, 0.13, 0.26, 0.34, 0.38, 0.42, 0.46, 0.46, 0.46, 0.44, 0.42, 0.4],
            twist=(0.5, 0.2),
            folds=3.2,
            deep=0.085,
            seed=8,
            length=460,
            across=64,
        ),
        ribbon(
            bank,
            [0.12, 0.30, 0.36, 0.30, 0.40, 0.28, 0.36, 0.3],
            twist=(0.2, -0.3),
            folds=3.4,
            deep=0.085,
            seed=15,
            length=380,
            across=56,
        ),
    )


def corps() -> list[Mesh]:
    """The line of dancers behind: the same gesture passing from one to the next like a wave."""
    line = []
    for number, x in enumerate((-4.55, -3.62, -2.68, -1.72, 2.05, 3.0, 3.95, 4.9)):
        wave = float(np.sin(number * 1.15 + 0.2))
        left, right = (-0.40, 1.72 + 0.20 * wave, 0.12), (0.56, 1.34 - 0.22 * wave, -0.12)
        gesture = Gesture(
            pelvis=(-0.04, 0.88, 0.0),
            neck=(0.06 + 0.09 * wave, 1.34, 0.0),
            head=(0.10 + 0.14 * wave, 1.47, 0.0),
            hands=(left, right),
            feet=((-0.13, 0.09, 0.06), (0.10, 0.09, -0.06)),
            toes=((-0.33, 0.03, 0.06), (-0.08, 0.03, -0.06)),
            side=(-0.5, 0.0, 0.86),
            elbows=((-0.4, -0.5, 0.2), (0.1, -0.8, -0.2)),
            knees=((-1, 0.2, 0), (-0.6, 0.3, 0)),
            slim=0.90,
        )
        body = person(
            gesture, Clothes(skin=CORPS, trunk=CORPS, sleeve=CORPS, legs=CORPS, shoes=CORPS, hair=CORPS)
        )
        gown = skirt(
            np.array([-0.02, 1.01, 0.0]),
            np.array([0.05 - 0.06 * wave, 0.06, 0.0]),
            CORPS,
            girth=0.105,
            sweep=(0.44, 0.36),
            seed=number,
            trail=np.array([0.18, 0.0, 0.0]),
        )
        bun = ball((0.18 + 0.14 * wave, 1.53, 0.0), (0.055, 0.052, 0.05), CORPS)
        line.append(
            placed(
                joined([gown, body, bun, *_corps_silk(left, right, wave, number)]),
                turned(),
                (x, 0.0, 8.5 + 0.5 * wave),
            )
        )
    return line


def _corps_silk(
    left: tuple[float, float, float], right: tuple[float, float, float], wave: float, number: int
) -> list[Mesh]:
    (lx, ly, lz), (rx, ry, rz) = left, right
    high = [
        (lx + 0.02, ly - 0.04, lz),
        (lx - 0.12, ly + 0.13, lz),
        (lx - 0.28, ly - 0.06, lz),
        (lx - 0.26, ly - 0.5, lz),
        (lx - 0.38, ly - 1.0, lz),
        (lx - 0.34, ly - 1.3, lz),
    ]
    low = [
        (rx - 0.03, ry, rz),
        (rx + 0.13, ry + 0.12, rz),
        (rx + 0.30, ry - 0.10, rz),
        (rx + 0.28, ry - 0.5, rz),
        (rx + 0.46, ry - 0.9, rz),
        (rx + 0.60, ry - 1.1, rz),
    ]
    return [
        cloth(
            ribbon(
                knots,
                [0.07, 0.10, 0.14, 0.17, 0.17, 0.03],
                twist=(0.4, 0.8),
                folds=1.8,
                seed=number * 2 + k,
                length=90,
                across=14,
            ),
            CORPS_SILK,
        )
        for k, knots in enumerate((high, low))
    ]


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
