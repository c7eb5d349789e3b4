"""A city seen from a hillside: blocks set on a plain in perspective, lit from the left, sinking into the air
with distance.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import skia

from tools.illustrate.growth import crown, outline
from tools.illustrate.palette import (
    LILAC_DEEP,
    MEADOW,
    MIST,
    PINE,
    PINE_PALE,
    PINE_SOFT,
    SKY_DEEP,
    SNOW,
    Colour,
    mix,
    tint,
)
from tools.illustrate.sheet import ink

WALLS = (tint("f6efe0"), tint("f3e3cb"), MIST, tint("eedcc6"), tint("dde7e6"), tint("f0d9c2"), tint("e6e2d6"))
"""Faces in the sun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A plain in perspective. Places on it are (side, away) in metres; the eye stands *eye* metres
    above it.
    """

    middle: float  # x of the vanishing point, pixels
    horizon: float  # y, pixels
    focal: float = 3000.0  # pixels
    eye: float = 165.0  # metres

    def at(self, side: float, away: float) -> tuple[float, float]:
        """Where a place of the plain stands on the page, pixels."""
        return self.middle + side * self.focal / away, self.horizon + self.eye * self.focal / away

    def size(self, metres: float, away: float) -> float:
        """How many pixels *metres* are at that distance."""
        return metres * self.focal / away


def tower(
    canvas: skia.Canvas,
    x: float,
    y: float,
    wide: float,
    tall: float,
    rng: np.random.Generator,
    *,
    air: Colour,
    far: float,
    flank: float = 0.40,
    wall: Colour = WALLS[0],
) -> None:
    """A building whose front foot is at (x, y): the left face (share *flank* of the width) in the sun, the
    right in shade, a thin roof.
    """
    cool = mix(
        mix(wall, SKY_DEEP, float(rng.uniform(0.48, 0.58))), LILAC_DEEP, float(rng.uniform(0.04, 0.14))
    )
    lit, shade, roof = mix(wall, air, far), mix(cool, air, far), mix(mix(wall, SNOW, 0.6), air, far)
    edge = x - wide / 2 + wide * flank
    left, right, top = x - wide / 2, x + wide / 2, y - tall
    skew = wide * 0.07
    thrown = outline(
        [
            (edge, y),
            (right, y - skew),
            (right + tall * 0.55, y - skew - tall * 0.05),
            (edge + tall * 0.55, y - tall * 0.02),
        ]
    )
    canvas.drawPath(thrown, ink(mix(mix(PINE, SKY_DEEP, 0.4), air, far), 0.38))
    canvas.drawPath(outline([(left, top + skew), (edge, top), (edge, y), (left, y - skew)]), ink(lit))
    canvas.drawPath(
        outline([(edge, top), (right, top + skew * 1.4), (right, y - skew * 1.4), (edge, y)]), ink(shade)
    )
    canvas.drawPath(
        outline(
            [
                (left, top + skew),
                (edge, top),
                (right, top + skew * 1.4),
                (left + (right - edge), top - skew * 0.5),
            ]
        ),
        ink(roof),
    )
    _windows(
        canvas, (left, edge, right, top, y, skew), rng, mix(lit, cool, 0.55), mix(shade, SKY_DEEP, 0.45), wide
    )
    if wide > 14 and rng.uniform() < 0.5:
        box = wide * float(rng.uniform(0.18, 0.4))
        canvas.drawRect(skia.Rect.MakeXYWH(edge - box * 0.2, top - box * 0.35, box, box * 0.4), ink(shade))


def _windows(
    canvas: skia.Canvas,
    faces: tuple[float, ...],
    rng: np.random.Generator,
    on_lit: Colour,
    on_shade: Colour,
    wide: float,
) -> None:
    left, edge, right, top, y, skew = faces
    storey = max(wide * 0.115, 3.6)
    line = storey * 0.36
    if (y - top) < storey * 2.5:
        return
    upright = rng.uniform() < 0.4
    if upright:
        for step in range(1, 4):
            px = edge + (right - edge) * step / 4
            canvas.drawLine(
                px, top + storey + skew * 0.35 * step, px, y - storey, ink(on_shade, 0.55, stroke=line)
            )
        px = (left + edge) / 2
        canvas.drawLine(px, top + storey, px, y - storey, ink(on_lit, 0.6, stroke=line))
        return
    for step in range(1, int((y - top) / storey)):
        py = top + step * storey
        canvas.drawLine(
            edge + wide * 0.05, py, right - wide * 0.05, py + skew, ink(on_shade, 0.55, stroke=line)
        )
        canvas.drawLine(
            left + wide * 0.05, py + skew * 0.9, edge - wide * 0.05, py, ink(on_lit, 0.5, stroke=line)
        )


def city(
    canvas: skia.Canvas,
    plain: Plain,
    rng: np.random.Generator,
    *,
    near: float,
    far: float,
    span: Callable[[float], tuple[float, float]],
    open_ground: Callable[[float, float], bool],
    density: Callable[[float, float], float],
    air: Colour,
    haze: tuple[float, float] = (0.12, 0.72),
) -> None:
    """Streets of houses and towers from *far* to *near* (metres), between the sides *span*(away).

    *open_ground* keeps river and parks free; *density* (0..1) makes the blocks higher and closer; *haze*
    is the share of air near and far.
    """
    away = far
    while away > near:
        low, high = span(away)
        side = low + rng.uniform(0, 40)
        while side < high:
            step = rng.uniform(34, 62)
            crowd = density(side, away)
            if not open_ground(side, away) and rng.uniform() < 0.35 + 0.6 * crowd:
                x, y = plain.at(side, away + rng.uniform(-18, 18))
                share = haze[0] + (haze[1] - haze[0]) * ((away - near) / (far - near)) ** 0.7
                wall, tall, wide, estate = compound(side, away)
                if rng.uniform() < 0.26:
                    _grove(canvas, x, y, plain.size(14, away), rng, air=air, far=share)
                elif estate and rng.uniform() < crowd * 0.8:
                    tower(
                        canvas,
                        x,
                        y,
                        plain.size(wide, away),
                        plain.size(tall, away),
                        rng,
                        air=air,
                        far=share,
                        wall=wall,
                    )
                else:
                    storeys, broad = rng.uniform(9, 26), rng.uniform(24, 46)
                    tower(
                        canvas,
                        x,
                        y,
                        plain.size(broad, away),
                        plain.size(storeys, away),
                        rng,
                        air=air,
                        far=share,
                        wall=wall,
                    )
            side += step
        away -= rng.uniform(34, 52) * (0.55 + away / far)


def compound(side: float, away: float) -> tuple[Colour, float, float, bool]:
    """The manner of building in a quarter: towers of one estate are of one colour, one height and
    one width.
    """
    own = np.random.default_rng((round(side / 190) + 500, round(away / 300)))
    wall = WALLS[int(own.integers(len(WALLS)))]
    return wall, float(own.uniform(46, 92)), float(own.uniform(17, 24)), bool(own.uniform() < 0.66)


def _grove(
    canvas: skia.Canvas, x: float, y: float, size: float, rng: np.random.Generator, *, air: Colour, far: float
) -> None:
    """Trees between houses."""
    for _ in range(int(rng.integers(2, 6))):
        dark = mix(mix(PINE, PINE_SOFT, float(rng.uniform(0, 1))), air, far)
        lit = mix(mix(MEADOW, PINE_PALE, float(rng.uniform(0, 1))), air, far)
        crown(
            canvas,
            x + rng.uniform(-1.6, 1.6) * size,
            y,
            size * rng.uniform(0.7, 1.3),
            rng,
            dark=dark,
            lit=lit,
        )
