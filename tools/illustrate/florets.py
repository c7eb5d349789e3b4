"""Lilac in close-up: florets built petal by petal in the round, buds, and the tones they are cut in.

Space is the page: x to the right, y down, z towards the viewer, all in final pixels.
"""

from dataclasses import dataclass

import numpy as np
import skia

from tools.illustrate.facets import Array, unit
from tools.illustrate.palette import (
    LILAC,
    LILAC_DEEP,
    LILAC_NIGHT,
    LILAC_PALE,
    PINE_DEEP,
    SAFFRON_PALE,
    Colour,
    mix,
    tint,
)
from tools.illustrate.sheet import ink

LIGHT = np.array([-0.70, -0.52, 0.49])
LEVELS = 18
_STOPS = (
    (0.0, tint("33284f")),
    (0.20, LILAC_NIGHT),
    (0.38, LILAC_DEEP),
    (0.56, tint("8d70ac")),
    (0.72, LILAC),
    (0.87, LILAC_PALE),
    (1.0, tint("f4eef6")),
)
_CASTS = (tint("8a86cf"), tint("a78fc3"), tint("b98cc4"), tint("c98fbd"))


def _tone_table() -> list[list[Colour]]:
    """Cast (row) by level (column): the inks of the flowers, from shadow to light."""
    places = [place for place, _ in _STOPS]
    table = []
    for cast in _CASTS:
        row = []
        for level in np.linspace(0, 1, LEVELS):
            right = min(max(int(np.searchsorted(places, level)), 1), len(_STOPS) - 1)
            share = (level - places[right - 1]) / (places[right] - places[right - 1])
            tone = mix(_STOPS[right - 1][1], _STOPS[right][1], float(share))
            row.append(mix(tone, cast, 0.26 * float(np.sin(np.pi * min(max(level, 0.12), 0.92)))))
        table.append(row)
    return table


TONES = _tone_table()


def tone_of(level: float, cast: int) -> Colour:
    """The ink for *level* 0..1, one of a few cut tones."""
    return TONES[cast][int(np.clip(level, 0, 0.999) * LEVELS)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Where one floret sits: its place (x, y, z), the way it faces, its share of the axis and how deep in
    shade (0..1) it is.
    """

    place: Array
    facing: Array
    along: float
    shade: float


def outline(points: Array) -> skia.Path:
    """The closed path through *points* (n, 2 or 3)."""
    path = skia.Path()
    path.addPoly([skia.Point(float(p[0]), float(p[1])) for p in points], close=True)
    return path


def petal(
    place: Array, facing: Array, out: Array, size: float, lift: float, rng: np.random.Generator
) -> tuple[Array, Array, Array]:
    """Left edge, midrib and right edge (n, 3) of one petal of length *size* pointing *out*, raised by *lift*
    radians, edges cupped.
    """
    u = np.linspace(0.04, 1, 13)[:, None]
    wide = 0.66 * u**0.85 * (1 - u**3.4) ** 0.55 * rng.uniform(0.88, 1.1)
    across = unit(np.cross(facing, out))
    bend = rng.uniform(-0.10, 0.10)
    spine = place + size * (
        out * u * np.cos(lift) + facing * (u * np.sin(lift) + 0.20 * u**3) + across * bend * u**2
    )
    cup = facing * wide * rng.uniform(0.14, 0.34)
    return spine + size * (-across * wide + cup), spine, spine + size * (across * wide + cup)


def draw_petal(
    canvas: skia.Canvas, edges: tuple[Array, Array, Array], level: float, cast: int, rng: np.random.Generator
) -> None:
    """One petal cut in facets: two halves, a lit tip, a crease and two or three veins."""
    left, spine, right = edges
    halves = []
    for edge, sign in ((left, 1.0), (right, -1.0)):
        normal = unit(np.cross(spine[-3] - spine[1], edge[7] - spine[7])) * sign
        normal = normal if normal[2] > 0 else -normal
        halves.append((edge, level + 0.30 * (float(normal @ LIGHT) - 0.45)))
    whole = outline(np.vstack([left, right[::-1]]))
    canvas.drawPath(whole, ink(tone_of(min(h for _, h in halves), cast)))
    for edge, shine in halves:
        canvas.drawPath(outline(np.vstack([edge, spine[::-1]])), ink(tone_of(shine, cast)))
    edge, shine = max(halves, key=lambda half: half[1])
    cut = int(rng.integers(5, 8))
    tip = np.vstack([edge[cut:], (spine[cut:] * 0.72 + edge[cut:] * 0.28)[::-1]])
    canvas.drawPath(outline(tip), ink(tone_of(shine + 0.11, cast)))
    edge, shine = min(halves, key=lambda half: half[1])
    root = np.vstack([edge[:8], (spine[:8] * 0.35 + edge[:8] * 0.65)[::-1]])
    canvas.drawPath(outline(root), ink(tone_of(shine - 0.10, cast)))
    size = float(np.linalg.norm(spine[-1] - spine[0]))
    for share in (0.0, 0.42, -0.42):
        line = spine + (right - spine) * share if share >= 0 else spine - (left - spine) * share
        vein = skia.Path()
        vein.addPoly(
            [skia.Point(float(p[0]), float(p[1])) for p in line[1 : 10 if share else 12]], close=False
        )
        canvas.drawPath(
            vein,
            ink(
                tone_of(level - 0.24, cast),
                0.75 if share == 0 else 0.4,
                stroke=max(size * (0.030 if share == 0 else 0.018), 0.8),
            ),
        )


def draw_floret(canvas: skia.Canvas, seat: Seat, size: float, lift: float, rng: np.random.Generator) -> None:
    """A floret of four petals, *size* from throat to tip, on its tube; *lift* 0 is wide open, 1.2 just
    opening.
    """
    facing = seat.facing
    first = unit(np.cross(facing, np.array([rng.normal(), rng.normal(), rng.normal()])))
    second = np.cross(facing, first)
    cast = int(rng.choice(len(TONES), p=(0.22, 0.36, 0.27, 0.15)))
    level = 0.15 + 0.72 * float(np.clip(facing @ LIGHT * 0.62 + 0.38, 0, 1)) + rng.normal(0, 0.035)
    level = level * (1 - 0.70 * seat.shade)
    petals = []
    for quarter in range(4):
        turn = quarter * np.pi / 2 + rng.normal(0, 0.07)
        out = first * np.cos(turn) + second * np.sin(turn)
        petals.append(
            petal(seat.place, facing, out, size * rng.uniform(0.92, 1.06), lift + rng.normal(0, 0.10), rng)
        )
    petals.sort(key=lambda edges: float(edges[1][-1, 2]))
    _cast_shadow(canvas, petals, size)
    foot = seat.place - facing * size * 1.15
    canvas.drawLine(
        float(foot[0]),
        float(foot[1]),
        float(seat.place[0]),
        float(seat.place[1]),
        ink(tone_of(level - 0.22, 2), stroke=size * 0.20),
    )
    for edges in petals:
        draw_petal(canvas, edges, level, cast, rng)
    if facing[2] > 0.25 and lift < 0.8:
        _draw_throat(canvas, seat, (first, second), size, level)


def _cast_shadow(canvas: skia.Canvas, petals: list[tuple[Array, Array, Array]], size: float) -> None:
    """The floret's dark print on the florets beneath it, never on the sky behind."""
    paint = ink(tint("2b2146"), 0.50)
    paint.setBlendMode(skia.BlendMode.kSrcATop)
    for left, _, right in petals:
        shape = outline(np.vstack([left, right[::-1]]) + np.array([size * 0.13, size * 0.17, 0]))
        canvas.drawPath(shape, paint)


def _draw_throat(
    canvas: skia.Canvas, seat: Seat, plane: tuple[Array, Array], size: float, level: float
) -> None:
    place, (first, second) = seat.place, plane
    turn = np.linspace(0, 2 * np.pi, 16, endpoint=False)[:, None]
    ring = first * np.cos(turn) + second * np.sin(turn)
    canvas.drawPath(outline(place + ring * size * 0.17), ink(tone_of(level + 0.10, 3)))
    canvas.drawPath(outline(place + ring * size * 0.105), ink(tint("3a2457")))
    for way in (-0.035, 0.04):
        dot = place + first * size * way + seat.facing * size * 0.02
        canvas.drawCircle(float(dot[0]), float(dot[1]), size * 0.036, ink(SAFFRON_PALE, 0.5 + 0.5 * level))


def draw_bud(canvas: skia.Canvas, seat: Seat, size: float, rng: np.random.Generator) -> None:
    """A closed bud: a club on its stalk, four folded petals showing as a seam and a light."""
    way = unit(seat.facing + np.array([0.0, -0.25, 0.0]))
    flat = unit(np.array([way[0], way[1], 0.0]))
    cross = np.array([-flat[1], flat[0], 0.0])
    long = size * rng.uniform(0.75, 1.15) * (0.55 + 0.45 * float(np.hypot(way[0], way[1])))
    wide = size * rng.uniform(0.26, 0.34)
    level = (0.16 + 0.42 * float(np.clip(seat.facing @ LIGHT * 0.6 + 0.4, 0, 1))) * (1 - 0.5 * seat.shade)
    foot, tip = seat.place - flat * long * 0.9, seat.place + flat * long
    canvas.drawLine(
        float(foot[0]),
        float(foot[1]),
        float(seat.place[0]),
        float(seat.place[1]),
        ink(mix(PINE_DEEP, tone_of(level, 3), 0.6), stroke=wide * 0.5),
    )
    t = np.linspace(0, 1, 12)[:, None]
    swell = wide * np.sin(np.pi * (0.10 + 0.90 * t) ** 1.35) ** 0.8
    spine = seat.place + (tip - seat.place) * t
    left, right = spine - cross * swell, spine + cross * swell
    lit = left if float(-cross @ LIGHT) > 0 else right
    canvas.drawPath(outline(np.vstack([left, right[::-1]])), ink(tone_of(level - 0.02, 3)))
    canvas.drawPath(
        outline(np.vstack([lit, (spine * 0.75 + lit * 0.25)[::-1]])), ink(tone_of(level + 0.20, 2))
    )
    canvas.drawPath(
        outline(np.vstack([lit[5:11], (spine[5:11] * 0.35 + lit[5:11] * 0.65)[::-1]])),
        ink(tone_of(level + 0.36, 2)),
    )
