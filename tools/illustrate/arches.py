"""The greenhouses of the growing base: film on hoops, house by house, on the base's own plan in metres."""

from itertools import pairwise
from math import atan2, cos, pi, sin

import numpy as np
import skia

from tools.illustrate.city import Plain
from tools.illustrate.growth import blade, outline
from tools.illustrate.palette import (
    APRICOT,
    HUANGSHUI,
    HUANGSHUI_PALE,
    LOESS,
    LOESS_SHADE,
    MEADOW_PALE,
    MIST,
    PINE,
    PINE_DEEP,
    PINE_SOFT,
    SKY,
    SKY_DEEP,
    SKY_MILK,
    SKY_PALE,
    SNOW,
    SNOW_SHADE,
    Colour,
    mix,
)
from tools.illustrate.sheet import ink

AIR = mix(SKY_MILK, APRICOT, 0.2)


PLAIN = Plain(middle=820, horizon=905, focal=2000, eye=14)


SUN = (-0.80, 0.52)  # across, up


LONG, WIDE, TALL = 62.0, 9.0, 3.6


def houses(canvas: skia.Canvas, rng: np.random.Generator) -> None:
    """Five blocks of greenhouses one behind another, far ones first.

    Within a block they are built from the right, so that each stands before its own shadow.
    """
    for away in (362.0, 287.0, 212.0, 137.0, 58.0):
        for side in np.arange(309, 14, -12.8):
            if side < away * 1.0 + 40:
                greenhouse(canvas, float(side), away, rng)


def greenhouse(canvas: skia.Canvas, side: float, away: float, rng: np.random.Generator) -> None:
    """One arched house, its near end at *away* metres, its middle line at *side*: film, hoops, end wall and
    door.
    """
    share = float(np.clip((away - 40) / 420, 0, 0.7))
    worn = float(rng.uniform(0, 0.12))
    shadow = [
        (side + WIDE / 2, away),
        (side + WIDE / 2 + 3.4, away),
        (side + WIDE / 2 + 3.4, away + LONG),
        (side + WIDE / 2, away + LONG),
    ]
    canvas.drawPath(
        outline([PLAIN.at(*place) for place in shadow]),
        ink(mix(mix(PINE_DEEP, LOESS_SHADE, 0.5), AIR, share), 0.55),
    )
    strips = 22
    turns = [pi - pi * step / strips for step in range(strips + 1)]
    for one, other in reversed(list(pairwise(turns))):  # the hidden right side first
        middle = (one + other) / 2
        lit = max(cos(middle) * SUN[0] + sin(middle) * SUN[1], 0.0)
        quad = [
            arch(side, away, one),
            arch(side, away, other),
            arch(side, away + LONG, other),
            arch(side, away + LONG, one),
        ]
        tone = film(lit, middle, worn, share)
        canvas.drawPath(outline(quad), ink(tone))
        canvas.drawPath(outline(quad), ink(tone, stroke=1.0))
    hoops(canvas, side, away, share)
    end_wall(canvas, side, away, share)


def film(lit: float, turn: float, worn: float, share: float) -> Colour:
    """The colour of the film at *turn* (pi is the left foot).

    Crops show green low down, the sky lies on the crown, the sun on the left shoulder.
    """
    green = mix(PINE_SOFT, HUANGSHUI, 0.55)
    height = sin(turn)
    tone = (
        mix(mix(green, SKY_DEEP, 0.25), SKY, float(np.clip(height * 1.1, 0, 1)))
        if cos(turn) > 0
        else mix(mix(green, MEADOW_PALE, 0.5), SKY_PALE, float(np.clip(height * 1.4, 0, 1)))
    )
    shine = float(np.clip((lit - 0.76) / 0.17, 0, 1))
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
        canvas.drawPath(
            line,
            ink(mix(mix(SKY_DEEP, PINE_SOFT, 0.4), AIR, share), 0.42, stroke=max(PLAIN.size(0.07, z), 0.6)),
        )


def end_wall(canvas: skia.Canvas, side: float, away: float, share: float) -> None:
    """The near end: film in its own shade, the crop showing through, the frame, a door of two leaves."""
    arc = [arch(side, away, pi * turn / 28) for turn in range(29)]
    wall = outline(arc)
    canvas.save()
    canvas.clipPath(wall, doAntiAlias=True)
    canvas.drawPath(wall, ink(mix(mix(SNOW_SHADE, HUANGSHUI_PALE, 0.45), AIR, share)))
    left, foot = PLAIN.at(side - WIDE / 2, away)
    unit = PLAIN.size(1, away)
    canvas.drawRect(
        skia.Rect.MakeXYWH(left, foot - unit * 4, unit * WIDE * 0.36, unit * 4),
        ink(mix(mix(SKY_PALE, MIST, 0.5), AIR, share), 0.45),
    )
    own = np.random.default_rng(round(side * 10 + away))
    green = mix(mix(PINE_SOFT, HUANGSHUI, 0.4), AIR, share)
    for _ in range(90):  # the crop behind the film
        x, long = left + own.uniform(0, WIDE) * unit, own.uniform(0.5, 1.5) * unit
        blade(canvas, x, foot, long, ink(green, 0.22), lean=own.uniform(-0.5, 0.5) * long, wide=unit * 0.16)
    canvas.restore()
    frame = mix(mix(SKY_DEEP, PINE_SOFT, 0.35), AIR, share)
    for across in (-3.2, -1.75, 0.0, 1.75, 3.2):
        top = TALL * (1 - (2 * across / WIDE) ** 2) ** 0.4
        canvas.drawLine(
            left + (across + WIDE / 2) * unit,
            foot,
            left + (across + WIDE / 2) * unit,
            foot - top * unit,
            ink(frame, 0.75, stroke=max(unit * 0.07, 0.6)),
        )
    canvas.drawLine(
        left + unit * 0.7,
        foot - unit * 1.95,
        left + unit * (WIDE - 0.7),
        foot - unit * 1.95,
        ink(frame, 0.75, stroke=max(unit * 0.07, 0.6)),
    )
    for leaf, tone in ((-1, mix(PINE_SOFT, HUANGSHUI, 0.35)), (0, mix(PINE_SOFT, PINE, 0.45))):
        canvas.drawRect(
            skia.Rect.MakeXYWH(
                left + unit * (WIDE / 2 + leaf * 1.0), foot - unit * 1.95, unit * 0.98, unit * 1.95
            ),
            ink(mix(tone, AIR, share)),
        )
    canvas.drawPath(
        outline(arc, closed=False), ink(mix(frame, SNOW, 0.15), 0.9, stroke=max(unit * 0.13, 0.9))
    )
