"""A road racer on his bicycle, in the round; axes and ink rows as in :mod:`tools.illustrate.bicycle`."""

from dataclasses import dataclass

import numpy as np

from tools.illustrate.bicycle import BLACK, CRANK_AXLE, SHOE, SKIN, pedal_at
from tools.illustrate.facets import Array, Mesh, ball, joined, limb, turned, unit
from tools.illustrate.figures import knee_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """How one rider sits: crank angle (radians), hands in the drops or on the hoods, how low, head turn,
    knee sway, standing.
    """

    crank: float
    drops: bool = True
    low: float = 0.0
    look: float = 0.0
    standing: float = 0.0


def rider(kit: int, sleeve: int, helmet: int, pose: Pose) -> Mesh:
    """The rider's body on the bicycle, bent low over the bars."""
    hips = np.array([-0.175, 1.005, 0]) + pose.standing * np.array([0.22, 0.12, 0])
    chest = (
        np.array([0.285, 1.215, 0])
        + np.array([0.02, -0.07, 0]) * pose.low
        + pose.standing * np.array([0.12, 0.10, 0])
    )
    return joined(
        [
            *_trunk(hips, chest, kit),
            *_head(chest, helmet, pose),
            *(part for sign in (1, -1) for part in _leg(hips, sign, pose)),
            *(part for sign in (1, -1) for part in _arm(chest, sign, sleeve, pose)),
        ]
    )


def _trunk(hips: Array, chest: Array, kit: int) -> list[Mesh]:
    along = chest - hips
    rise = np.array([-along[1], along[0], 0]) / np.linalg.norm(along)
    spine = [
        hips - along * 0.20 - rise * 0.01,
        hips + rise * 0.012,
        hips + along * 0.3 + rise * 0.055,
        hips + along * 0.62 + rise * 0.075,
        hips + along * 0.92 + rise * 0.045,
        hips + along * 1.12 - rise * 0.0,
    ]
    jersey = limb(spine[1:], [0.148, 0.148, 0.172, 0.185, 0.10], kit, flat=0.68, count=30)
    shorts = limb(
        [spine[0], spine[1], hips + along * 0.22 + rise * 0.03],
        [0.12, 0.163, 0.143],
        BLACK,
        flat=0.80,
        count=18,
    )
    pockets = limb(
        [hips + along * 0.12 + rise * 0.125, hips + along * 0.33 + rise * 0.158],
        [0.10, 0.105],
        kit,
        flat=0.22,
        count=10,
    )
    return [jersey, shorts, pockets]


def _head(chest: Array, helmet: int, pose: Pose) -> list[Mesh]:
    neck = chest + np.array([0.055, 0.035, 0])
    head = chest + np.array([0.175, 0.135 - 0.015 * pose.low, 0])
    turn = turned(yaw=pose.look, pitch=-0.22)

    def spot(x: float, y: float, z: float = 0.0) -> Array:
        return np.asarray(head + turn @ np.array([x, y, z]))

    return [
        limb(
            [neck - np.array([0.05, 0.02, 0]), (neck + head) / 2, head], [0.075, 0.06, 0.056], SKIN, count=12
        ),
        ball(head, (0.088, 0.105, 0.073), SKIN, turn=turn),
        ball(spot(0.045, -0.062), (0.045, 0.052, 0.045), SKIN, turn=turn),
        ball(spot(0.086, -0.018), (0.02, 0.03, 0.013), SKIN, turn=turn),
        limb(
            [
                spot(0.0, 0.012, -0.078),
                spot(0.075, 0.016, -0.05),
                spot(0.098, 0.018, 0),
                spot(0.075, 0.016, 0.05),
                spot(0.0, 0.012, 0.078),
            ],
            [0.012, 0.026, 0.024, 0.026, 0.012],
            BLACK,
            side=(0, 1, 0),
            flat=0.35,
            count=18,
        ),
        limb(
            [spot(-0.175, 0.035), spot(-0.09, 0.062), spot(0.01, 0.073), spot(0.115, 0.045)],
            [0.05, 0.098, 0.104, 0.06],
            helmet,
            flat=0.80,
            count=20,
        ),
        *(
            limb(
                [
                    spot(-0.11, 0.137 - abs(z) * 0.42, z),
                    spot(0.0, 0.160 - abs(z) * 0.42, z),
                    spot(0.085, 0.122 - abs(z) * 0.42, z * 0.8),
                ],
                [0.008, 0.011, 0.007],
                BLACK,
                flat=0.7,
                count=8,
            )
            for z in (-0.062, -0.022, 0.022, 0.062)
        ),
    ]


def _leg(hips: Array, sign: int, pose: Pose) -> list[Mesh]:
    hip = hips + np.array([0.01, -0.02, sign * 0.092])
    pedal = pedal_at(pose.crank, sign)
    lift = pedal[1] - CRANK_AXLE[1]
    tilt = 0.22 + 1.1 * max(0.0, -lift) * 1.2 + (0.30 if pedal[0] < CRANK_AXLE[0] else 0.06)
    heel_axis = np.array([-np.cos(tilt), np.sin(tilt), 0])
    sole = pedal + np.array([0.02, 0.018, 0])
    heel = sole + heel_axis * 0.175
    ankle = heel + np.array([0.025, 0.09, -sign * 0.012])
    knee = knee_of(hip, ankle, 0.445, 0.435, np.array([1.0, 0.35, sign * 0.06]))
    thigh = knee - hip
    shank = ankle - knee
    back = unit(np.cross(shank, [0.0, 0.0, 1.0]))
    back = back * (-1.0 if back[0] > 0 else 1.0)
    toe = sole - heel_axis * 0.075
    return [
        limb(
            [hip + thigh * 0.56, hip + thigh * 0.68, hip + thigh * 0.84, knee, knee + shank * 0.06],
            [0.080, 0.080, 0.066, 0.060, 0.05],
            SKIN,
            flat=1.08,
            count=26,
        ),
        limb(
            [hip - thigh * 0.12, hip + thigh * 0.2, hip + thigh * 0.5, hip + thigh * 0.74],
            [0.10, 0.112, 0.099, 0.085],
            BLACK,
            flat=1.08,
            count=20,
        ),
        limb(
            [
                knee - shank * 0.03,
                knee + shank * 0.12 + back * 0.012,
                knee + shank * 0.32 + back * 0.022,
                knee + shank * 0.6 + back * 0.010,
                ankle,
            ],
            [0.054, 0.054, 0.062, 0.043, 0.033],
            SKIN,
            flat=1.08,
            count=26,
        ),
        limb(
            [knee + shank * 0.76, knee + shank * 0.88, ankle + shank * 0.06],
            [0.045, 0.042, 0.042],
            SHOE,
            count=16,
        ),
        limb(
            [
                heel + np.array([-0.015, 0.035, 0]),
                (heel + sole) / 2 + np.array([0.015, 0.052, 0]),
                sole + np.array([0, 0.028, 0]),
                toe + np.array([0, 0.012, 0]),
            ],
            [0.036, 0.044, 0.047, 0.034],
            SHOE,
            flat=0.88,
            count=16,
        ),
    ]


def _arm(chest: Array, sign: int, sleeve: int, pose: Pose) -> list[Mesh]:
    shoulder = chest + np.array([0.0, 0.012, sign * 0.165])
    grip = np.array([0.555, 0.765, sign * 0.2]) if pose.drops else np.array([0.592, 0.915, sign * 0.2])
    wrist = grip + (np.array([-0.055, 0.035, 0]) if pose.drops else np.array([-0.055, 0.018, 0]))
    elbow = knee_of(shoulder, wrist, 0.30, 0.275, np.array([-0.45, -0.35, sign * 0.55]))
    upper, fore = elbow - shoulder, wrist - elbow
    return [
        limb(
            [shoulder + upper * 0.48, shoulder + upper * 0.6, shoulder + upper * 0.78, elbow],
            [0.05, 0.05, 0.046, 0.040],
            SKIN,
            count=18,
        ),
        limb(
            [shoulder - upper * 0.20, shoulder + upper * 0.2, shoulder + upper * 0.62],
            [0.062, 0.069, 0.055],
            sleeve,
            count=14,
        ),
        limb(
            [elbow - fore * 0.08, elbow + fore * 0.25, elbow + fore * 0.65, wrist],
            [0.039, 0.045, 0.036, 0.026],
            SKIN,
            count=18,
        ),
        ball((grip + wrist) / 2 + np.array([0.02, 0.0, 0]), (0.05, 0.032, 0.036), BLACK, rows=8, ring=10),
    ]
