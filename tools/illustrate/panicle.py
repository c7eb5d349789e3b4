"""A lilac panicle: florets and buds seated on the skin of many small clusters set round an axis.

Space is the page: x to the right, y down, z towards the viewer, all in final pixels.
"""

from itertools import pairwise

import numpy as np
import skia

from tools.illustrate.facets import Array, unit
from tools.illustrate.florets import LIGHT, Seat, draw_bud, draw_floret
from tools.illustrate.palette import PINE_DEEP, PINE_SOFT, mix, tint
from tools.illustrate.sheet import ink


def axis_at(root: Array, tip: Array, bow: float, along: float) -> tuple[Array, Array]:
    """The place on a panicle's axis and the way it points there; *bow* bends it sideways (share of its
    length).
    """
    way = tip - root
    cross = np.array([-way[1], way[0], 0.0])
    place = root + way * along + cross * bow * 4 * along * (1 - along)
    return np.asarray(place), unit(way + cross * bow * 4 * (1 - 2 * along))


def seats(
    root: Array,
    tip: Array,
    size: float,
    rng: np.random.Generator,
    *,
    bow: float = 0.05,
    stout: float = 0.27,
    dim: float = 0.0,
) -> list[Seat]:
    """Seats for the florets of one panicle, back ones first: on the skin of small clusters set round the
    axis.
    """
    clusters = _clusters(root, tip, rng, bow, stout)
    long = float(np.linalg.norm(tip - root))
    found: list[Seat] = []
    kept: list[Array] = []
    centres, radii = np.array([c for c, _, _, _ in clusters]), np.array([r for _, r, _, _ in clusters])
    chance = radii**2 / np.sum(radii**2)
    for trial in range(int(11 * (long / size) ** 2)):
        deep = trial % 4 == 0  # a darker bed of flowers inside, so that the gaps hold flowers too
        centre, radius, along, way = clusters[int(rng.choice(len(clusters), p=chance))]
        ray = unit(rng.normal(size=3))
        place = centre + ray * radius * (rng.uniform(0.55, 0.72) if deep else rng.uniform(0.90, 1.08))
        inside = float(np.max(1 - np.linalg.norm(centres - place, axis=1) / radii))
        if ray[2] < -0.5 or inside > (0.55 if deep else 0.20):
            continue
        space = size * (0.98 - 0.46 * max(along - 0.6, 0) / 0.4)
        if kept and float(np.min(np.linalg.norm(np.array(kept) - place, axis=1))) < space:
            continue
        kept.append(place)
        stem, _ = axis_at(root, tip, bow, along)
        away = unit(place - stem)
        facing = unit(
            ray * 0.75 + away * 0.55 + way * 0.18 + np.array([-0.06, -0.05, 0.34]) + rng.normal(0, 0.18, 3)
        )
        shade = float(
            np.clip(
                0.50
                - 0.62 * (ray @ LIGHT)
                - 0.40 * (away @ LIGHT)
                - 0.30 * away[2]
                + 0.45 * deep
                + 0.5 * max(0.2 - along, 0) / 0.2 * 0.6
                + dim,
                0,
                1,
            )
        )
        found.append(Seat(place=place, facing=facing, along=along, shade=shade))
    return sorted(found, key=lambda seat: float(seat.place[2]))


def _clusters(
    root: Array, tip: Array, rng: np.random.Generator, bow: float, stout: float
) -> list[tuple[Array, float, float, Array]]:
    """Centre, radius, share of the axis and its direction for each small cluster, from the foot up."""
    long = float(np.linalg.norm(tip - root))
    clusters = []
    along = 0.03
    while along < 1.0:
        half = long * stout * max(1 - along, 0) ** 0.92 * min(0.42 + along * 2.9, 1.0) + long * 0.010
        place, way = axis_at(root, tip, bow, along)
        side = unit(np.array([-way[1], way[0], 0.0]))
        around = 6 if half > long * 0.10 else 4 if half > long * 0.045 else 2 if half > long * 0.02 else 1
        phase = rng.uniform(0, 2 * np.pi)
        for step in range(around):
            turn = phase + step * 2 * np.pi / around + rng.normal(0, 0.12)
            reach = half * (0.66 if around > 1 else 0.0) * rng.uniform(0.80, 1.26)
            centre = (
                place
                + side * np.cos(turn) * reach
                + np.array([0, 0, 1.0]) * np.sin(turn) * reach
                + way * half * rng.uniform(-0.1, 0.2)
            )
            clusters.append((centre, half * rng.uniform(0.34, 0.50) + long * 0.008, along, way))
        along += max(0.55 * half / long, 0.022)
    return clusters


def draw_panicle(
    canvas: skia.Canvas,
    root: tuple[float, float],
    tip: tuple[float, float],
    size: float,
    seed: int,
    *,
    bow: float = 0.05,
    stout: float = 0.27,
    ripe: float = 0.82,
    dim: float = 0.0,
) -> int:
    """A whole panicle from *root* to *tip*, florets buds beyond *ripe* of the axis.

    *dim* (0..1) sets it in the shade of another. Gives the number of flowers.
    """
    rng = np.random.default_rng(seed)
    foot, top = np.array([*root, 0.0]), np.array([*tip, 0.0])
    places = seats(foot, top, size, rng, bow=bow, stout=stout, dim=dim)
    canvas.saveLayer()
    _draw_stems(canvas, foot, top, bow, places, size)
    for seat in places:
        budding = (seat.along - ripe) / 0.14 + rng.normal(0, 0.35)
        grown = size * (1 - 0.22 * seat.along) * rng.uniform(0.86, 1.10)
        if budding > 0.35:
            draw_bud(canvas, seat, grown * 0.80, rng)
        else:
            lift = float(np.clip(rng.normal(0.16, 0.16) + max(budding + 0.4, 0) * 0.8, 0.0, 1.25))
            draw_floret(canvas, seat, grown, lift, rng)
    canvas.restore()
    return len(places)


def _draw_stems(
    canvas: skia.Canvas, root: Array, tip: Array, bow: float, places: list[Seat], size: float
) -> None:
    """The axis and the stalks: green in the gaps between the florets, and a dark ground under them."""
    spine = [axis_at(root, tip, bow, along)[0] for along in np.linspace(-0.1, 0.97, 24)]
    stalk = ink(mix(PINE_DEEP, tint("2b2146"), 0.45), stroke=size * 0.16)
    for seat in places:
        stem, _ = axis_at(root, tip, bow, max(seat.along - 0.05, 0))
        canvas.drawLine(float(stem[0]), float(stem[1]), float(seat.place[0]), float(seat.place[1]), stalk)
    for near, far in pairwise(spine):
        canvas.drawLine(
            float(near[0]), float(near[1]), float(far[0]), float(far[1]), ink(PINE_DEEP, stroke=size * 0.34)
        )
        canvas.drawLine(
            float(near[0]) - size * 0.07,
            float(near[1]),
            float(far[0]) - size * 0.07,
            float(far[1]),
            ink(PINE_SOFT, stroke=size * 0.10),
        )
