"""The boardwalk of the wetland park, laid out on the water in metres and built plank by plank."""

from itertools import pairwise

import numpy as np
import skia

from tools.illustrate.city import Plain
from tools.illustrate.growth import outline
from tools.illustrate.palette import (
    APRICOT,
    BARK,
    HUANGSHUI_DEEP,
    LOESS,
    LOESS_SHADE,
    PINE_DEEP,
    PINE_NIGHT,
    SKY_MILK,
    Colour,
    mix,
)
from tools.illustrate.sheet import Sheet, ink

AIR = mix(SKY_MILK, APRICOT, 0.35)


PLAIN = Plain(middle=900, horizon=930, focal=2300, eye=4.6)


def walk_line() -> list[tuple[float, float]]:
    """The boardwalk's middle on the water, (side, away) metres, from the near end."""
    return [(10.5, 8.0), (8.8, 13.0), (10.8, 25.0), (5.2, 40.0), (8.5, 64.0), (-3.0, 92.0), (1.0, 150.0)]


def boardwalk(sheet: Sheet, rng: np.random.Generator) -> None:
    """The walk on its piles: its dark image in the water, piles, planks, then the rails."""
    turns = np.array(walk_line())
    reach = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(turns, axis=0).T))))
    steps = np.arange(0, reach[-1], 0.24)[::-1]
    place = [
        (float(np.interp(s, reach, turns[:, 0])), float(np.interp(s, reach, turns[:, 1]))) for s in steps
    ]
    with sheet.brush(soften=4, opacity=0.7) as canvas:
        for one, other in pairwise(place):
            canvas.drawPath(outline(deck(one, other, up=-0.7)), ink(mix(HUANGSHUI_DEEP, PINE_NIGHT, 0.35)))
    with sheet.brush() as canvas:
        for count, one in enumerate(place[:-1]):
            air = thinned(one[1])
            if count % 11 == 0:
                for edge in (-1.15, 1.15):
                    upright(
                        canvas,
                        one[0] + edge,
                        one[1],
                        (-0.25, 0.6),
                        0.15,
                        mix(mix(BARK, PINE_DEEP, 0.4), AIR, air),
                    )
        for one, other in pairwise(place):
            canvas.drawPath(
                outline(deck(one, other, up=0.70)), ink(mix(LOESS_SHADE, AIR, thinned(one[1])), stroke=1.5)
            )
            canvas.drawPath(outline(deck(one, other, up=0.70)), ink(mix(LOESS_SHADE, AIR, thinned(one[1]))))
        for one, other in pairwise(place):
            air = thinned(one[1])
            plank = mix(
                mix(LOESS, APRICOT, float(rng.uniform(0.2, 0.8))), LOESS_SHADE, float(rng.uniform(0.0, 0.45))
            )
            canvas.drawPath(outline(deck(one, other, up=0.72)), ink(mix(plank, AIR, air)))
            for edge in (-1.3, 1.3):
                face = [
                    raised(p[0] + edge, p[1], up)
                    for p, up in ((one, 0.72), (other, 0.72), (other, 0.5), (one, 0.5))
                ]
                canvas.drawPath(
                    outline(face), ink(mix(mix(BARK, LOESS_SHADE, 0.35 if edge > 0 else 0.75), AIR, air))
                )
        for edge in (1.22, -1.22):
            rails(canvas, place, edge)


def thinned(away: float) -> float:
    """The share of air over something *away* metres off."""
    return float(np.clip((away - 10) / 170, 0, 0.5))


def rails(canvas: skia.Canvas, place: list[tuple[float, float]], edge: float) -> None:
    """Posts and two rails along one edge, far to near."""
    for count, (one, other) in enumerate(pairwise(place)):
        air = thinned(one[1])
        wood = mix(mix(BARK, LOESS_SHADE, 0.55), AIR, air)
        for up in (1.2, 1.62):
            line = ink(
                wood if up < 1.5 else mix(wood, LOESS, 0.45), stroke=max(PLAIN.size(0.055, one[1]), 1.0)
            )
            canvas.drawLine(*raised(one[0] + edge, one[1], up), *raised(other[0] + edge, other[1], up), line)
        if count % 11 == 0:
            upright(canvas, one[0] + edge, one[1], (0.6, 1.70), 0.10, wood)


def upright(
    canvas: skia.Canvas, side: float, away: float, span: tuple[float, float], wide: float, wood: Colour
) -> None:
    """A square post: its left third in the light."""
    x, foot = raised(side, away, span[0])
    top, half = raised(side, away, span[1])[1], max(PLAIN.size(wide, away), 1.2) / 2
    canvas.drawRect(skia.Rect.MakeLTRB(x - half, top, x + half, foot), ink(wood))
    canvas.drawRect(skia.Rect.MakeLTRB(x - half, top, x - half * 0.35, foot), ink(mix(wood, APRICOT, 0.35)))


def raised(side: float, away: float, up: float) -> tuple[float, float]:
    """A place *up* metres over the water."""
    x, y = PLAIN.at(side, away)
    return x, y - PLAIN.size(up, away)


def deck(one: tuple[float, float], other: tuple[float, float], *, up: float) -> list[tuple[float, float]]:
    """The four corners on the page of the walk between two places, *up* metres over the water."""
    return [
        raised(one[0] - 1.3, one[1], up),
        raised(one[0] + 1.3, one[1], up),
        raised(other[0] + 1.3, other[1], up),
        raised(other[0] - 1.3, other[1], up),
    ]
