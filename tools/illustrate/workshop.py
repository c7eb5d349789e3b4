"""天合光能青海基地组件生产制造车间: lines of module glass running into the light, the sky in them."""

import numpy as np
import skia

from tools.illustrate.facets import Mesh, placed, shadow, turned
from tools.illustrate.figures import Clothes, person, upright
from tools.illustrate.growth import outline
from tools.illustrate.hall import (
    END,
    NEAR,
    VIEW,
    aired,
    draw_columns,
    draw_floor,
    draw_shafts,
    draw_walls,
    face,
    level,
)
from tools.illustrate.inking import fine_film, paint, ramp_of
from tools.illustrate.machines import arm, gantry
from tools.illustrate.module_lines import LANES, TABLE, Corners, draw_cells, lay_lines
from tools.illustrate.palette import (
    APRICOT,
    DUSK,
    PINE_NIGHT,
    SAFFRON,
    SAFFRON_PALE,
    SKY,
    SKY_DEEP,
    SKY_MILK,
    SKY_PALE,
    SNOW,
    SNOW_SHADE,
    mix,
    tint,
)
from tools.illustrate.roof import draw_roof
from tools.illustrate.sheet import Sheet, ink

PICTURE = True
WIDTH, HEIGHT = 2700, 2000
TO_SUN = (-0.80, 0.62, -0.38)


def lay_hall(sheet: Sheet) -> None:
    """The shell of the hall and the light in its air."""
    with sheet.brush() as canvas:
        draw_walls(canvas)
        draw_roof(canvas)
        draw_floor(canvas, LANES)
        draw_columns(canvas)
    away = np.hypot((sheet.x - VIEW.centre[0]) * 0.8, sheet.y - VIEW.centre[1] + 40) / 620
    sheet.lay(mix(SNOW, APRICOT, 0.35), np.asarray(np.exp(-(away**1.5)) * 0.85, dtype=np.float32))


def lay_shafts(sheet: Sheet) -> None:
    """Sun in the air, over the lines and under the machines."""
    with sheet.brush(soften=9) as canvas:
        draw_shafts(canvas)


_STEEL = [(0.0, tint("4f6a70")), (0.40, tint("8ba4a7")), (0.66, SKY_MILK), (0.84, SNOW)]
_ORANGE = [(0.0, tint("8c4a22")), (0.40, tint("c8731f")), (0.62, SAFFRON), (0.86, SAFFRON_PALE)]
_JOINT = [(0.0, PINE_NIGHT), (0.5, tint("3b5557")), (0.82, tint("8aa5a5"))]
_DARK = [(0.0, PINE_NIGHT), (0.6, tint("36504f")), (0.85, tint("7d9897"))]
_SKIN = [(0.0, tint("6b4340")), (0.5, tint("b98066")), (0.75, tint("ecc9a8"))]
_SUIT = [(0.0, tint("5e86a0")), (0.38, tint("93b8c6")), (0.60, SKY_MILK), (0.82, SNOW)]
_TROUSERS = [(0.0, DUSK), (0.45, tint("4d7590")), (0.75, SKY)]
_TABLE_OF_INKS = (_STEEL, _ORANGE, _JOINT, _DARK, _DARK, _SKIN, _SUIT, _TROUSERS)
WORKER = Clothes(skin=5, trunk=6, sleeve=6, legs=7, shoes=3, hair=6)


def lay_body(sheet_canvas: skia.Canvas, body: Mesh, z: float) -> None:
    """A machine or a person *z* metres away, in the hall's air."""
    rows = [[(threshold, aired(tone, z)) for threshold, tone in row] for row in _TABLE_OF_INKS]
    sheet_canvas.save()
    sheet_canvas.clipPath(nearer_tables(z), skia.ClipOp.kDifference, doAntiAlias=True)
    paint(sheet_canvas, body, VIEW, TO_SUN, ramp_of(rows), wrap=0.5)
    sheet_canvas.restore()


def lay_machines(sheet: Sheet) -> None:
    """Gantries over the lines, arms and workers between them, from the far end to the front."""
    rng = np.random.default_rng(19)
    stand: list[tuple[float, Mesh]] = []
    for z, lane in (
        (70, -4.3),
        (64, 4.3),
        (52, 0.0),
        (46, 8.6),
        (40, -8.6),
        (34, 4.3),
        (27, -4.3),
        (21.5, 8.6),
        (17.8, -8.6),
    ):
        stand.append(
            (
                z,
                placed(
                    gantry(1.75, 3.6, float(rng.uniform(-0.6, 0.6)), float(rng.uniform(1.35, 2.3))),
                    np.eye(3),
                    (lane, 0, z),
                ),
            )
        )
    for z, x, turn in ((58, 2.15, 2.6), (37, -2.15, 0.5), (27, 2.15, 2.5), (31.0, 6.45, 2.8)):
        body, _, _ = arm(turn, -0.35, 1.25, 0.9)
        stand.append((z, placed(body, np.eye(3), (x, 0, z))))
    for z, x, turn in (
        (48, -2.1, 1.5),
        (43, 6.5, 1.0),
        (30, -6.5, 0.2),
        (29, 2.2, 3.0),
        (20.5, -2.2, 0.1),
        (14.0, -6.3, 0.3),
        (11.4, -2.35, 2.9),
        (31.2, -6.4, -1.2),
    ):
        body = person(
            upright(lean=float(rng.uniform(0.02, 0.14)), hands=((0.38, 1.05, -0.18), (0.36, 1.02, 0.16))),
            WORKER,
        )
        stand.append((z, placed(body, turned(yaw=turn), (x, 0, z))))
    with fine_film(sheet, opacity=0.42) as canvas:
        for z, body in stand:
            lay_shadow(canvas, body, z)
    with fine_film(sheet) as canvas:
        for z, body in sorted(stand, key=lambda pair: -pair[0]):
            lay_body(canvas, body, z)


def lay_shadow(canvas: skia.Canvas, body: Mesh, z: float) -> None:
    """What stands on the floor throws its shadow to the right, under the lines."""
    canvas.save()
    canvas.clipPath(nearer_tables(END), skia.ClipOp.kDifference, doAntiAlias=True)
    paint(
        canvas,
        shadow(body, (0.55, -1.0, 0.16)),
        VIEW,
        TO_SUN,
        ramp_of([[(0.0, aired(DUSK, z))]] * len(_TABLE_OF_INKS)),
        cull=False,
    )
    canvas.restore()


def nearer_tables(z: float) -> skia.Path:
    """What the conveyors nearer than *z* hide."""
    shape = skia.Path()
    for lane in LANES:
        shape.addPath(face(level(lane - 1.18, lane + 1.18, TABLE, NEAR, z - 0.8)))
    return shape


def held_module() -> tuple[Corners, Mesh]:
    """The module in the grip of the front arm: its corners, and the arm with its suction frame."""
    turn = 0.30
    body, flange, _ = arm(0.28, -0.38, 1.32, 0.75)
    at = np.array([2.15, 0.0, 9.0])
    middle = at + flange
    across, rise = np.array([np.cos(turn), 0.10, np.sin(turn) * 0.6]), np.array([0.10, 0.80, 0.58])
    across, rise = across / np.linalg.norm(across) * 1.14, rise / np.linalg.norm(rise) * 0.565
    corners = tuple(
        tuple((middle + across * i + rise * j).tolist()) for i, j in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    )
    return corners, placed(body, np.eye(3), at)


def lay_held_module(sheet: Sheet) -> None:
    """The arm in front and the module it shows to the light: the picture's focus."""
    corners, body = held_module()
    with fine_film(sheet, opacity=0.42) as canvas:
        lay_shadow(canvas, body, 9.0)
    with fine_film(sheet) as canvas:
        lay_body(canvas, body, 9.0)
    shape = face(corners)
    with sheet.brush() as canvas:
        rim = ink(mix(SNOW, SKY_MILK, 0.3), stroke=13)
        rim.setStrokeJoin(skia.Paint.kMiter_Join)
        canvas.drawPath(shape, rim)
        canvas.save()
        canvas.clipPath(shape, doAntiAlias=True)
        _draw_sky_in_glass(canvas, corners)
        canvas.restore()
        draw_cells(canvas, corners, mix(DUSK, PINE_NIGHT, 0.4), 0.75)


def _draw_sky_in_glass(canvas: skia.Canvas, corners: Corners) -> None:
    """The sky in the held module: blue above, light at its foot, a far ridge and the slant of the glare."""
    at, _ = VIEW.project(np.array(corners))
    low, high = at[:2].mean(0), at[2:].mean(0)
    tones = (mix(SKY_MILK, APRICOT, 0.5), SKY_PALE, SKY, mix(SKY_DEEP, SKY, 0.3), mix(SKY_DEEP, DUSK, 0.4))
    ends = [skia.Point(*low.tolist()), skia.Point(*high.tolist())]
    colours = [skia.Color4f(*tone, 1).toColor() for tone in tones]
    shade = skia.GradientShader.MakeLinear(ends, colours, [0, 0.25, 0.5, 0.75, 1])
    canvas.drawPaint(skia.Paint(Shader=shade))
    left, right, top = at[0], at[1], at[3]

    def spot(across: float, up: float) -> tuple[float, float]:
        x, y = left + (right - left) * across + (top - left) * up
        return float(x), float(y)

    crest = (0.10, 0.22, 0.15, 0.34, 0.24, 0.42, 0.27, 0.18, 0.30, 0.16, 0.12)
    ridge = [spot(step / 10, up) for step, up in enumerate(crest)]
    canvas.drawPath(outline([spot(0, -0.1), *ridge, spot(1, -0.1)]), ink(mix(SNOW, SNOW_SHADE, 0.45), 0.55))
    for start, wide, share in ((0.10, 0.16, 0.20), (0.32, 0.05, 0.16)):
        glare = [spot(start, 0), spot(start + wide, 0), spot(start + wide + 0.22, 1), spot(start + 0.22, 1)]
        canvas.drawPath(outline(glare), ink(SNOW, share))


def draw(scale: float = 1.0) -> Sheet:
    """The picture: 2700 × 2000, focus on the module held up, quiet in the roof at the upper left."""
    sheet = Sheet(WIDTH, HEIGHT, scale)
    lay_hall(sheet)
    lay_lines(sheet)
    lay_shafts(sheet)
    lay_machines(sheet)
    lay_held_module(sheet)
    sheet.finish()
    return sheet
