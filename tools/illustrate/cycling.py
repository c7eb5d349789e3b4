"""环大美青海国际公路自行车赛: a bunch of racers leaning into a bend of the river road under the snow."""

from dataclasses import dataclass

import numpy as np

from tools.illustrate.bicycle import FIRST_KIT, bicycle
from tools.illustrate.facets import Mesh, joined, placed, shadow, turned
from tools.illustrate.inking import fine_film, paint, ramp_of
from tools.illustrate.palette import (
    DUSK,
    HUANGSHUI,
    HUANGSHUI_DEEP,
    HUANGSHUI_PALE,
    LILAC,
    LILAC_DEEP,
    LILAC_NIGHT,
    LILAC_PALE,
    PINE,
    PINE_DEEP,
    PINE_NIGHT,
    PINE_PALE,
    SAFFRON,
    SAFFRON_PALE,
    SKY_MILK,
    SNOW,
    SNOW_SHADE,
    mix,
    tint,
)
from tools.illustrate.peloton import Pose, rider
from tools.illustrate.roadside import lay_meadow, lay_poplars, lay_verge
from tools.illustrate.sheet import Sheet
from tools.illustrate.valley import VIEW, lay_mountains, lay_valley, road_line

PICTURE = True
WIDTH, HEIGHT = 2600, 3500
TO_SUN = np.array([-1.0, 0.50, -0.42])
_SKIN = [(0.0, tint("54313a")), (0.36, tint("8f5a4c")), (0.56, tint("c68d6c")), (0.80, tint("f0cba6"))]
_BLACK = [(0.0, tint("11211f")), (0.46, PINE_NIGHT), (0.70, tint("3d6661")), (0.90, PINE_PALE)]
_CARBON = [(0.0, tint("14201f")), (0.50, tint("35504f")), (0.82, HUANGSHUI_PALE)]
_SHOE = [(0.0, LILAC_DEEP), (0.40, LILAC_PALE), (0.62, SNOW)]
_CHROME = [(0.0, tint("5f7d80")), (0.60, SKY_MILK)]
_KITS = (
    [(0.0, LILAC_NIGHT), (0.34, LILAC_DEEP), (0.56, LILAC), (0.80, LILAC_PALE)],
    [(0.0, tint("9a4f1d")), (0.34, tint("cf7422")), (0.54, SAFFRON), (0.82, SAFFRON_PALE)],
    [(0.0, PINE_NIGHT), (0.34, HUANGSHUI_DEEP), (0.56, HUANGSHUI), (0.80, HUANGSHUI_PALE)],
    [(0.0, tint("6c7f9d")), (0.34, SNOW_SHADE), (0.54, SKY_MILK), (0.78, SNOW)],
    [(0.0, tint("0a2320")), (0.36, PINE_DEEP), (0.58, PINE), (0.82, PINE_PALE)],
    [(0.0, tint("2a2244")), (0.36, LILAC_NIGHT), (0.58, LILAC_DEEP), (0.82, LILAC)],
)
LILACS, SAFFRONS, RIVERS, WHITES, PINES, PLUMS = range(FIRST_KIT, FIRST_KIT + len(_KITS))
INKS = (_SKIN, _BLACK, _CARBON, _SHOE, _CHROME, *_KITS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Racer:
    """One rider's place: metres along the road from the front, metres right of its middle as the viewer sees
    it, and colours.
    """

    back: float
    off: float
    kit: int
    sleeve: int
    helmet: int
    pose: Pose


def bunch() -> list[Racer]:
    """The field: an attacker in saffron, the chase in a wedge, the long tail round the bend."""
    rng = np.random.default_rng(41)
    colours = (
        (LILACS, WHITES),
        (WHITES, RIVERS),
        (RIVERS, WHITES),
        (PLUMS, LILACS),
        (PINES, WHITES),
        (WHITES, LILACS),
        (RIVERS, PINES),
    )
    front = [
        (0.0, -0.75, SAFFRONS, SAFFRONS, WHITES),
        (1.30, 0.62, LILACS, WHITES, LILACS),
        (2.35, -1.05, RIVERS, WHITES, PINES),
        (3.5, 0.75, WHITES, PLUMS, PLUMS),
        (4.7, -0.45, PLUMS, LILACS, WHITES),
    ]
    field = [
        Racer(back=back, off=off, kit=kit, sleeve=sleeve, helmet=helmet, pose=_pose(rng))
        for back, off, kit, sleeve, helmet in front
    ]
    back = 6.3
    for row in range(24):
        for lane in (-0.95, 0.3, 1.35) if row % 2 else (-0.4, 0.9):
            kit, sleeve = colours[int(rng.integers(len(colours)))]
            helmet = (WHITES, LILACS, PINES, RIVERS)[int(rng.integers(4))]
            field.append(
                Racer(
                    back=back + rng.uniform(-0.25, 0.35),
                    off=lane + rng.uniform(-0.15, 0.15),
                    kit=kit,
                    sleeve=sleeve,
                    helmet=helmet,
                    pose=_pose(rng),
                )
            )
        back += 1.65 + 0.03 * row
    return field


def _pose(rng: np.random.Generator) -> Pose:
    return Pose(
        crank=float(rng.uniform(0, 2 * np.pi)),
        drops=bool(rng.random() < 0.6),
        low=float(rng.uniform(0, 1)),
        look=float(rng.uniform(-0.25, 0.25)),
    )


def seated(racer: Racer, front: float) -> Mesh:
    """The racer on his bicycle, in his place on the road, leaning into the bend."""
    line, along = road_line()
    at = np.array([np.interp(front + racer.back, along, line[:, k]) for k in (0, 1)])
    ahead = np.array([np.interp(front + racer.back - 0.8, along, line[:, k]) for k in (0, 1)])
    before = np.array([np.interp(front + racer.back + 0.8, along, line[:, k]) for k in (0, 1)])
    way = (ahead - before) / np.linalg.norm(ahead - before)
    bend = float((before - at)[0] * (ahead - at)[1] - (before - at)[1] * (ahead - at)[0])
    at = at + np.array([-way[1], way[0]]) * racer.off
    lean = np.clip(bend * 6.5, -0.36, 0.36)
    body = joined(
        [bicycle(racer.kit, racer.pose.crank), rider(racer.kit, racer.sleeve, racer.helmet, racer.pose)]
    )
    return placed(body, turned(yaw=float(np.arctan2(-way[1], way[0])), roll=float(lean)), (at[0], 0.0, at[1]))


def lay_bunch(sheet: Sheet) -> None:
    """The riders from the last to the first, each with his shadow thrown long to the right."""
    ramp = ramp_of(INKS)
    dark = ramp_of([[(0.0, mix(LILAC_NIGHT, DUSK, 0.5))]] * len(INKS))
    bodies = [seated(racer, 9.3) for racer in bunch()]
    bodies.sort(key=lambda body: -float(body.points[:, 2].mean()))
    with fine_film(sheet, opacity=0.72) as canvas:
        for body in bodies:
            paint(canvas, shadow(body, -TO_SUN), VIEW, TO_SUN, dark, cull=False)
    with fine_film(sheet) as canvas:
        for body in bodies:
            paint(canvas, body, VIEW, TO_SUN, ramp)


def draw(scale: float = 1.0) -> Sheet:
    """The picture: 2600 × 3500, quiet sky in the upper quarter, focus on the bunch."""
    sheet = Sheet(WIDTH, HEIGHT, scale)
    lay_mountains(sheet)
    lay_valley(sheet)
    lay_poplars(sheet)
    lay_meadow(sheet)
    lay_bunch(sheet)
    lay_verge(sheet)
    sheet.finish()
    return sheet
