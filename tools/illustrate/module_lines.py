"""Lines of photovoltaic modules: conveyors with belts and rollers, glass with the hall mirrored in it, the
seams of the cells.
"""

import numpy as np
import skia

from tools.illustrate.hall import NEAR, VIEW, aired, area, draw_walls, face, far_share, level, upright
from tools.illustrate.palette import (
    DUSK,
    HUANGSHUI,
    HUANGSHUI_DEEP,
    HUANGSHUI_PALE,
    SKY,
    SKY_DEEP,
    SKY_MILK,
    SKY_PALE,
    SNOW,
    Colour,
    mix,
    tint,
)
from tools.illustrate.roof import draw_roof
from tools.illustrate.sheet import Sheet, ink

LANES = (-8.6, -4.3, 0.0, 4.3, 8.6)
TABLE, FOOT = 0.95, 2000.0
MODULE, PITCH, LONG = 1.14, 1.56, 1.13
Corners = tuple[tuple[float, float, float], ...]


def modules() -> list[tuple[float, float]]:
    """Every module on the lines as (lane, near edge z), far ones first; here and there one is missing."""
    rng = np.random.default_rng(8)
    places = [(lane, z) for z in np.arange(104.0, NEAR, -PITCH).tolist() for lane in LANES]
    return [(lane, z) for lane, z in places if rng.random() > 0.07 and not (lane == 4.3 and 7.2 < z < 9.4)]


def glass(lane: float, z: float, grow: float = 0.0) -> Corners:
    """The four corners of a module lying on its line."""
    return level(lane - MODULE - grow, lane + MODULE + grow, TABLE, z - grow, z + LONG + grow)


def lay_lines(sheet: Sheet) -> None:
    """The conveyors with their shadows, then the glass on them with the hall's image in it."""
    with sheet.brush() as canvas:
        for near, far in zip(
            np.arange(102.4, NEAR - 2, -2.0).clip(NEAR), np.arange(104.4, NEAR, -2.0), strict=False
        ):
            for lane in LANES:
                _draw_conveyor(canvas, lane, float(near), float(far))
    shape = skia.Path()
    for lane, z in modules():
        shape.addPath(face(glass(lane, z)))
    with sheet.brush() as canvas:
        for lane, z in modules():
            area(canvas, glass(lane, z, 0.035), aired(mix(SNOW, SKY_PALE, 0.3), z))
        canvas.clipPath(shape, doAntiAlias=True)
        _draw_mirror(canvas)
    with sheet.brush() as canvas:
        for lane, z in modules():
            draw_cells(
                canvas, glass(lane, z), mix(HUANGSHUI_PALE, SKY_MILK, 0.5), 0.50 * (1 - far_share(z)) ** 1.5
            )


def _draw_conveyor(canvas: skia.Canvas, lane: float, near: float, far: float) -> None:
    area(
        canvas,
        level(lane - 1.0, lane + 1.9, 0, near, far),
        aired(mix(DUSK, HUANGSHUI_DEEP, 0.45), near),
        0.55,
    )
    for side in (-1.0, 1.0):
        x = lane + side * 1.05
        area(
            canvas,
            upright(x, 0.42, TABLE - 0.06, near, far),
            aired(mix(SNOW, HUANGSHUI_PALE, 0.35) if side < 0 else tint("58767c"), near),
        )
        area(canvas, upright(x, 0.0, 0.42, near, near + 0.16), aired(tint("50696d"), near))
    area(canvas, level(lane - 1.05, lane + 1.05, TABLE - 0.06, near, far), aired(tint("45606a"), near))
    for belt in (-0.62, 0.62):
        area(
            canvas,
            level(lane + belt - 0.09, lane + belt + 0.09, TABLE - 0.04, near, far),
            aired(tint("1f3a40"), near),
        )
        area(
            canvas,
            level(lane + belt - 0.09, lane + belt - 0.05, TABLE - 0.04, near, far),
            aired(HUANGSHUI, near),
        )
    for roller in (near, near + 0.5, near + 1.0, near + 1.5):
        area(
            canvas,
            level(lane - 1.0, lane + 1.0, TABLE - 0.05, roller, roller + 0.09),
            aired(tint("6d8990"), near),
        )


def _draw_mirror(canvas: skia.Canvas) -> None:
    """The image in the glass: roof, skylights and clerestory upside down, sunk in the blue of the cells."""
    canvas.drawPaint(ink(DUSK))
    draw_walls(canvas, mirror=TABLE)
    draw_roof(canvas, mirror=TABLE)
    page = [
        skia.Point(0, VIEW.centre[1]),
        skia.Point(0, FOOT),
    ]  # from the vanishing point to the picture's foot
    glaze = (
        mix(SKY_PALE, SNOW, 0.5),
        mix(SKY, SKY_PALE, 0.35),
        mix(SKY, SKY_DEEP, 0.55),
        mix(SKY_DEEP, DUSK, 0.35),
    )
    colours = [skia.Color4f(*tone, 1).toColor() for tone in glaze]
    shade = skia.GradientShader.MakeLinear(page, colours, [0.0, 0.16, 0.5, 1.0])
    canvas.drawPaint(skia.Paint(Shader=shade, BlendMode=skia.BlendMode.kMultiply))
    veil = [skia.Color4f(*mix(SKY_MILK, SNOW, 0.5), share).toColor() for share in (0.55, 0.22, 0.0)]
    shine = skia.GradientShader.MakeLinear(page, veil, [0.0, 0.14, 0.45])
    canvas.drawPaint(skia.Paint(Shader=shine))


def draw_cells(canvas: skia.Canvas, corners: Corners, tone: Colour, opacity: float) -> None:
    """The seams between a module's cells (6 by 24 half cells, a wider seam across the middle) and, near by,
    its fine wires.
    """
    if opacity < 0.04:
        return
    a, b, c, d = (np.array(corner) for corner in corners)
    span = float(np.linalg.norm(np.diff(VIEW.project(np.array([a, b]))[0], axis=0)))
    for step in range(1, 24):
        _seam(
            canvas,
            a + (b - a) * step / 24,
            d + (c - d) * step / 24,
            tone,
            opacity,
            span * (0.0050 if step == 12 else 0.0022),
        )
    for step in range(1, 6):
        _seam(canvas, a + (d - a) * step / 6, b + (c - b) * step / 6, tone, opacity, span * 0.0026)
    if span > 260:
        for step in range(6 * 5):
            if step % 5:
                _seam(
                    canvas,
                    a + (d - a) * step / 30,
                    b + (c - b) * step / 30,
                    SKY_MILK,
                    opacity * 0.26,
                    span * 0.0011,
                )


def _seam(
    canvas: skia.Canvas, start: np.ndarray, end: np.ndarray, tone: Colour, opacity: float, stroke: float
) -> None:
    at, _ = VIEW.project(np.array([start, end]))
    canvas.drawLine(*(float(v) for v in at.ravel()), ink(tone, opacity, stroke=max(stroke, 0.6)))
