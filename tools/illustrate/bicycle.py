"""A racing bicycle in the round. Axes: x forward, y up, z to the rider's left; metres; wheels on y = 0.

Ink rows are shared with the rider: skin, black, carbon, shoe, chrome, then the teams' kits.
"""

import numpy as np

from tools.illustrate.facets import Array, Mesh, hoop, joined, limb

WHEEL = 0.335
REAR, FRONT = np.array([-0.405, WHEEL, 0]), np.array([0.585, WHEEL, 0])
CRANK_AXLE = np.array([0.0, 0.272, 0])
SKIN, BLACK, CARBON, SHOE, CHROME, FIRST_KIT = 0, 1, 2, 3, 4, 5


def bicycle(kit: int, crank: float) -> Mesh:
    """Wheels with deep rims, a sloping frame, fork, drop bars with hoods, saddle, chainring, cranks and
    pedals.
    """
    return joined([*_wheels(), *_frame(kit), *_bars(), *_drive(crank)])


def _wheels() -> list[Mesh]:
    parts = []
    for hub in (REAR, FRONT):
        parts.append(hoop(hub, WHEEL - 0.013, 0.0135, BLACK, axis=(0, 0, 1), ring=8))
        parts.append(hoop(hub, WHEEL - 0.050, 0.008, CARBON, axis=(0, 0, 1), ring=6, tall=0.024))
        parts.append(
            limb(
                [hub - np.array([0, 0, 0.05]), hub + np.array([0, 0, 0.05])],
                [0.015, 0.015],
                CHROME,
                side=(0, 1, 0),
                count=16,
            )
        )
        for spoke in range(18):
            turn = spoke * 2 * np.pi / 18
            tip = hub + (WHEEL - 0.078) * np.array([np.cos(turn), np.sin(turn), 0])
            root = hub + np.array([0, 0, 0.022 if spoke % 2 else -0.022])
            parts.append(limb([root, tip], [0.0016, 0.0016], CHROME, count=4))
    return parts


def _frame(kit: int) -> list[Mesh]:
    head_top, head_foot = np.array([0.395, 0.815, 0]), np.array([0.437, 0.675, 0])
    seat_top = np.array([-0.205, 0.77, 0])
    saddle_clamp = np.array([-0.262, 0.955, 0])
    bars = [
        ([head_foot, CRANK_AXLE], 0.023, kit),
        ([seat_top - np.array([0, 0.01, 0]), head_top - np.array([0, 0.02, 0])], 0.019, kit),
        ([CRANK_AXLE, seat_top], 0.019, kit),
        ([head_foot, head_top], 0.024, kit),
        ([seat_top, saddle_clamp], 0.015, CARBON),
    ]
    parts = [limb(ends, [r, r], ink, count=8) for ends, r, ink in bars]
    for z in (-0.062, 0.062):
        rear, front = REAR + np.array([0, 0, z]), FRONT + np.array([0, 0, z * 0.8])
        parts.append(limb([CRANK_AXLE + np.array([-0.03, 0, z * 0.5]), rear], [0.013, 0.010], kit, count=8))
        parts.append(limb([seat_top + np.array([0.03, -0.10, z * 0.2]), rear], [0.009, 0.009], kit, count=8))
        parts.append(
            limb(
                [head_foot + np.array([0, 0, z * 0.4]), head_foot + np.array([0.035, -0.13, z * 0.8]), front],
                [0.02, 0.017, 0.010],
                kit,
                count=12,
            )
        )
    saddle = [[-0.385, 0.985, 0], [-0.30, 0.985, 0], [-0.20, 0.98, 0], [-0.11, 0.975, 0]]
    parts.append(limb(saddle, [0.065, 0.062, 0.03, 0.018], BLACK, flat=0.3, count=12))
    return parts


def _bars() -> list[Mesh]:
    stem = [[0.39, 0.845, 0], [0.485, 0.865, 0]]
    parts = [
        limb(stem, [0.018, 0.017], CARBON, count=6),
        limb([[0.485, 0.865, -0.19], [0.485, 0.865, 0.19]], [0.015, 0.015], CARBON, side=(0, 1, 0), count=10),
    ]
    for z in (-0.2, 0.2):
        drop = [
            [0.485, 0.865, z * 0.9],
            [0.535, 0.866, z],
            [0.575, 0.835, z],
            [0.578, 0.785, z],
            [0.545, 0.745, z],
            [0.475, 0.735, z],
        ]
        parts.append(limb(drop, [0.014] * 6, BLACK, count=22))
        parts.append(
            limb(
                [[0.545, 0.868, z], [0.60, 0.885, z], [0.628, 0.925, z]],
                [0.017, 0.018, 0.013],
                BLACK,
                count=10,
            )
        )
        parts.append(
            limb(
                [[0.615, 0.885, z], [0.632, 0.83, z], [0.612, 0.785, z]],
                [0.006, 0.006, 0.005],
                CHROME,
                count=8,
            )
        )
    return parts


def _drive(crank: float) -> list[Mesh]:
    ring = CRANK_AXLE + np.array([0, 0, -0.045])
    parts = [
        hoop(ring, 0.098, 0.004, CARBON, axis=(0, 0, 1), count=36, ring=4),
        hoop(ring, 0.05, 0.004, CARBON, axis=(0, 0, 1), count=24, ring=4),
        hoop(REAR + np.array([0, 0, -0.045]), 0.045, 0.012, CHROME, axis=(0, 0, 1), count=24, ring=4),
    ]
    for lift in (0.098, -0.098):
        far = REAR + np.array([0, np.sign(lift) * 0.045, -0.045])
        parts.append(limb([ring + np.array([0, lift, 0]), far], [0.004, 0.004], BLACK, count=4))
    for sign in (1, -1):
        pedal = pedal_at(crank, sign)
        parts.append(
            limb(
                [CRANK_AXLE + np.array([0, 0, sign * 0.06]), pedal - np.array([0, 0, sign * 0.04])],
                [0.015, 0.011],
                CARBON,
                count=6,
            )
        )
        parts.append(
            limb(
                [pedal - np.array([0.045, 0, 0]), pedal + np.array([0.045, 0, 0])],
                [0.03, 0.03],
                BLACK,
                flat=0.3,
                count=6,
            )
        )
    return parts


def pedal_at(crank: float, sign: int) -> Array:
    """The pedal of the left (+1) or right (−1) side; *crank* runs clockwise seen from the right."""
    angle = -crank + (np.pi if sign > 0 else 0)
    return np.asarray(CRANK_AXLE + np.array([0.172 * np.cos(angle), 0.172 * np.sin(angle), sign * 0.115]))
