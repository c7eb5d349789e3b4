"""天合光能青海基地组件生产制造车间: lines of module glass running into the light, the sky of the roof lying in the cells."""

import numpy as np
import skia

from tools.illustrate.facets import Mesh, fine_film, joined, paint, placed, ramp_of, shadow, turned
from tools.illustrate.figures import Clothes, person, upright
from tools.illustrate.hall import END, NEAR, VIEW, aired, area, draw_columns, draw_floor, draw_roof, draw_shafts, draw_walls, face, far_share
from tools.illustrate.machines import arm, beam, gantry
from tools.illustrate.palette import (
    APRICOT, DUSK, HUANGSHUI, HUANGSHUI_DEEP, HUANGSHUI_PALE, LILAC_NIGHT, MIST, PINE_DEEP, PINE_NIGHT, SAFFRON, SAFFRON_PALE, SKY, SKY_DEEP, SKY_MILK,
    SKY_PALE, SNOW, SNOW_SHADE, Colour, mix, tint,
)
from tools.illustrate.sheet import Sheet, ink

PICTURE = True
WIDTH, HEIGHT = 2700, 2000
LANES = (-8.6, -4.3, 0.0, 4.3, 8.6)
TABLE = 0.95
MODULE, PITCH, LONG = 1.14, 1.56, 1.13
TO_SUN = (-0.80, 0.62, -0.38)
Corners = tuple[tuple[float, float, float], ...]


def modules() -> list[tuple[float, float]]:
    """Every module on the lines as (lane, near edge z), far ones first; here and there one is missing."""
    rng = np.random.default_rng(8)
    places = [(lane, z) for z in np.arange(104.0, NEAR, -PITCH).tolist() for lane in LANES]
    return [(lane, z) for lane, z in places if rng.random() > 0.07 and not (lane == 4.3 and 7.2 < z < 9.4)]


def glass(lane: float, z: float, grow: float = 0.0) -> Corners:
    """The four corners of a module lying on its line."""
    return ((lane - MODULE - grow, TABLE, z - grow), (lane + MODULE + grow, TABLE, z - grow), (lane + MODULE + grow, TABLE, z + LONG + grow), (lane - MODULE - grow, TABLE, z + LONG + grow))


def lay_hall(sheet: Sheet) -> None:
    """The shell of the hall and the light in its air."""
    with sheet.brush() as canvas:
        draw_walls(canvas)
        draw_roof(canvas)
        draw_floor(canvas, LANES)
        draw_columns(canvas)
    away = np.hypot((sheet.x - VIEW.centre[0]) * 0.8, sheet.y - VIEW.centre[1] + 40) / 620
    sheet.lay(mix(SNOW, APRICOT, 0.35), np.asarray(np.exp(-(away**1.5)) * 0.85, dtype=np.float32))


def lay_lines(sheet: Sheet) -> None:
    """The conveyors with their shadows, then the glass on them with the hall's image in it."""
    with sheet.brush() as canvas:
        for near, far in zip(np.arange(102.4, NEAR - 2, -2.0).clip(NEAR), np.arange(104.4, NEAR, -2.0), strict=False):
            for lane in LANES:
                _draw_conveyor(canvas, lane, float(near), float(far))
    shape = skia.Path()
    for lane, z in modules():
        shape.addPath(face(glass(lane, z)))
    with sheet.brush() as canvas:
        for lane, z in modules():
            area(canvas, glass(lane, z, 0.035), aired(mix(SNOW, SKY_PALE, 0.3), z))
        canvas.clipPath(shape, True)
        _draw_mirror(canvas)
    with sheet.brush() as canvas:
        for lane, z in modules():
            draw_cells(canvas, glass(lane, z), mix(HUANGSHUI_PALE, SKY_MILK, 0.5), 0.50 * (1 - far_share(z)) ** 1.5)


def lay_shafts(sheet: Sheet) -> None:
    """Sun in the air, over the lines and under the machines."""
    with sheet.brush(soften=9) as canvas:
        draw_shafts(canvas)


def _draw_conveyor(canvas: skia.Canvas, lane: float, near: float, far: float) -> None:
    area(canvas, ((lane - 1.0, 0, near), (lane + 1.9, 0, near), (lane + 1.9, 0, far), (lane - 1.0, 0, far)), aired(mix(DUSK, HUANGSHUI_DEEP, 0.45), near), 0.55)
    for side in (-1.0, 1.0):
        x = lane + side * 1.05
        area(canvas, ((x, 0.42, near), (x, 0.42, far), (x, TABLE - 0.06, far), (x, TABLE - 0.06, near)), aired(mix(SNOW, HUANGSHUI_PALE, 0.35) if side < 0 else tint("58767c"), near))
        area(canvas, ((x, 0.0, near), (x, 0.0, near + 0.16), (x, 0.42, near + 0.16), (x, 0.42, near)), aired(tint("50696d"), near))
    area(canvas, ((lane - 1.05, TABLE - 0.06, near), (lane + 1.05, TABLE - 0.06, near), (lane + 1.05, TABLE - 0.06, far), (lane - 1.05, TABLE - 0.06, far)), aired(tint("45606a"), near))
    for belt in (-0.62, 0.62):
        area(canvas, ((lane + belt - 0.09, TABLE - 0.04, near), (lane + belt + 0.09, TABLE - 0.04, near), (lane + belt + 0.09, TABLE - 0.04, far), (lane + belt - 0.09, TABLE - 0.04, far)), aired(tint("1f3a40"), near))
        area(canvas, ((lane + belt - 0.09, TABLE - 0.04, near), (lane + belt - 0.05, TABLE - 0.04, near), (lane + belt - 0.05, TABLE - 0.04, far), (lane + belt - 0.09, TABLE - 0.04, far)), aired(HUANGSHUI, near))
    for roller in (near, near + 0.5, near + 1.0, near + 1.5):
        area(canvas, ((lane - 1.0, TABLE - 0.05, roller), (lane + 1.0, TABLE - 0.05, roller), (lane + 1.0, TABLE - 0.05, roller + 0.09), (lane - 1.0, TABLE - 0.05, roller + 0.09)), aired(tint("6d8990"), near))


def _draw_mirror(canvas: skia.Canvas) -> None:
    """The image in the glass: roof, skylights and clerestory upside down, sunk in the blue of the cells."""
    canvas.drawPaint(ink(DUSK))
    draw_walls(canvas, mirror=TABLE)
    draw_roof(canvas, mirror=TABLE)
    height = VIEW.centre[1]
    glaze = (mix(SKY_PALE, SNOW, 0.5), mix(SKY, SKY_PALE, 0.35), mix(SKY, SKY_DEEP, 0.55), mix(SKY_DEEP, DUSK, 0.35))
    colours = [skia.Color4f(*tone, 1).toColor() for tone in glaze]
    shade = skia.GradientShader.MakeLinear([skia.Point(0, height), skia.Point(0, HEIGHT)], colours, [0.0, 0.16, 0.5, 1.0])
    canvas.drawPaint(skia.Paint(Shader=shade, BlendMode=skia.BlendMode.kMultiply))
    veil = [skia.Color4f(*mix(SKY_MILK, SNOW, 0.5), share).toColor() for share in (0.55, 0.22, 0.0)]
    shine = skia.GradientShader.MakeLinear([skia.Point(0, height), skia.Point(0, HEIGHT)], veil, [0.0, 0.14, 0.45])
    canvas.drawPaint(skia.Paint(Shader=shine))


def draw_cells(canvas: skia.Canvas, corners: Corners, tone: Colour, opacity: float, *, fine: float = 1.0) -> None:
    """The seams between a module's cells (6 by 24 half cells, a wider seam across the middle) and, near by, its fine wires."""
    if opacity < 0.04:
        return
    a, b, c, d = (np.array(corner) for corner in corners)
    span = float(np.linalg.norm(np.diff(VIEW.project(np.array([a, b]))[0], axis=0)))
    for step in range(1, 24):
        _seam(canvas, a + (b - a) * step / 24, d + (c - d) * step / 24, tone, opacity, span * (0.0050 if step == 12 else 0.0022) * fine)
    for step in range(1, 6):
        _seam(canvas, a + (d - a) * step / 6, b + (c - b) * step / 6, tone, opacity, span * 0.0026 * fine)
    if span > 260:
        for step in range(6 * 5):
            if step % 5:
                _seam(canvas, a + (d - a) * step / 30, b + (c - b) * step / 30, SKY_MILK, opacity * 0.26, span * 0.0011)


def _seam(canvas: skia.Canvas, start: np.ndarray, end: np.ndarray, tone: Colour, opacity: float, stroke: float) -> None:
    at, _ = VIEW.project(np.array([start, end]))
    canvas.drawLine(*(float(v) for v in at.ravel()), ink(tone, opacity, stroke=max(stroke, 0.6)))


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
    sheet_canvas.clipPath(nearer_tables(z), skia.ClipOp.kDifference, True)
    paint(sheet_canvas, body, VIEW, TO_SUN, ramp_of(rows), wrap=0.5)
    sheet_canvas.restore()


def lay_machines(sheet: Sheet) -> None:
    """Gantries over the lines, arms and workers between them, from the far end to the front."""
    rng = np.random.default_rng(19)
    stand: list[tuple[float, Mesh]] = []
    for z, lane in ((70, -4.3), (64, 4.3), (52, 0.0), (46, 8.6), (40, -8.6), (34, 4.3), (27, -4.3), (21.5, 8.6), (17.8, -8.6)):
        stand.append((z, placed(gantry(1.75, 3.6, float(rng.uniform(-0.6, 0.6)), float(rng.uniform(1.35, 2.3))), np.eye(3), (lane, 0, z))))
    for z, x, turn in ((58, 2.15, 2.6), (37, -2.15, 0.5), (27, 2.15, 2.5), (31.0, 6.45, 2.8)):
        body, _, _ = arm(turn, -0.35, 1.25, 0.9)
        stand.append((z, placed(body, np.eye(3), (x, 0, z))))
    for z, x, turn in ((48, -2.1, 1.5), (43, 6.5, 1.0), (30, -6.5, 0.2), (29, 2.2, 3.0), (20.5, -2.2, 0.1), (14.0, -6.3, 0.3), (11.4, -2.35, 2.9), (31.2, -6.4, -1.2)):
        body = person(upright(lean=float(rng.uniform(0.02, 0.14)), hands=((0.38, 1.05, -0.18), (0.36, 1.02, 0.16))), WORKER)
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
    canvas.clipPath(nearer_tables(END), skia.ClipOp.kDifference, True)
    paint(canvas, shadow(body, (0.55, -1.0, 0.16)), VIEW, TO_SUN, ramp_of([[(0.0, aired(DUSK, z))]] * len(_TABLE_OF_INKS)), cull=False)
    canvas.restore()


def nearer_tables(z: float) -> skia.Path:
    """What the conveyors nearer than *z* hide."""
    shape = skia.Path()
    for lane in LANES:
        shape.addPath(face(((lane - 1.18, TABLE, NEAR), (lane + 1.18, TABLE, NEAR), (lane + 1.18, TABLE, z - 0.8), (lane - 1.18, TABLE, z - 0.8))))
    return shape


def held_module() -> tuple[Corners, Mesh]:
    """The module in the grip of the front arm: its corners, and the arm with its suction frame."""
    turn = 0.30
    body, flange, _ = arm(0.28, -0.38, 1.32, 0.75)
    at = np.array([2.15, 0.0, 9.0])
    middle = at + flange
    across, rise = np.array([np.cos(turn), 0.10, np.sin(turn) * 0.6]), np.array([0.10, 0.80, 0.58])
    across, rise = across / np.linalg.norm(across) * 1.14, rise / np.linalg.norm(rise) * 0.565
    corners = tuple(tuple((middle + across * i + rise * j).tolist()) for i, j in ((-1, -1), (1, -1), (1, 1), (-1, 1)))
    return corners, placed(body, np.eye(3), at)  # type: ignore[return-value]


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
        canvas.clipPath(shape, True)
        _draw_sky_in_glass(canvas, corners)
        canvas.restore()
        draw_cells(canvas, corners, mix(DUSK, PINE_NIGHT, 0.4), 0.75)


def _draw_sky_in_glass(canvas: skia.Canvas, corners: Corners) -> None:
    at, _ = VIEW.project(np.array(corners))
    low, high = at[:2].mean(0), at[2:].mean(0)
    colours = [skia.Color4f(*tone, 1).toColor() for tone in (mix(SKY_MILK, APRICOT, 0.5), SKY_PALE, SKY, mix(SKY_DEEP, SKY, 0.3), mix(SKY_DEEP, DUSK, 0.4))]
    canvas.drawPaint(skia.Paint(Shader=skia.GradientShader.MakeLinear([skia.Point(*low.tolist()), skia.Point(*high.tolist())], colours, [0, 0.25, 0.5, 0.75, 1])))


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
