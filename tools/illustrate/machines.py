"""Machines of a module hall in the round: boxes and beams, a gantry with a suction frame, an articulated
arm, glass held up.
"""

import numpy as np

from tools.illustrate.facets import Array, Mesh, joined, limb, placed, turned

FRAME, ARM, JOINT, DARK, GLASS_EDGE = 0, 1, 2, 3, 4


def box(low: tuple[float, float, float], high: tuple[float, float, float], ink: int) -> Mesh:
    """An upright box between two opposite corners."""
    parts = []
    a, b = np.array(low, dtype=float), np.array(high, dtype=float)
    for axis in range(3):
        for end, sign in ((b, 1.0), (a, -1.0)):
            other = [k for k in range(3) if k != axis]
            corners = np.empty((4, 3))
            corners[:, axis] = end[axis]
            corners[:, other[0]] = [a[other[0]], b[other[0]], b[other[0]], a[other[0]]]
            corners[:, other[1]] = [a[other[1]], a[other[1]], b[other[1]], b[other[1]]]
            normal = np.zeros(3)
            normal[axis] = sign
            parts.append(
                Mesh(
                    points=corners,
                    normals=np.tile(normal, (4, 1)),
                    faces=np.array([[0, 1, 2], [0, 2, 3]]),
                    inks=np.full(4, ink),
                )
            )
    return joined(parts)


def beam(
    start: tuple[float, float, float],
    end: tuple[float, float, float],
    half: float,
    ink: int,
    *,
    pieces: int = 8,
) -> Mesh:
    """A beam along one axis, in *pieces* so that it sorts well by depth."""
    a, b = np.array(start), np.array(end)
    parts = []
    for step in range(pieces):
        p, q = a + (b - a) * step / pieces, a + (b - a) * (step + 1) / pieces
        low, high = (
            np.minimum(p, q) - half * (np.abs(b - a) < 1e-9),
            np.maximum(p, q) + half * (np.abs(b - a) < 1e-9),
        )
        parts.append(box(tuple(low.tolist()), tuple(high.tolist()), ink))
    return joined(parts)


def gantry(half_span: float, tall: float, carriage: float, drop: float) -> Mesh:
    """A portal over a line: two posts with feet, a double beam, a carriage at *carriage* with a mast down to
    *drop* and a suction frame.
    """
    parts = [
        beam((x, 0.0, z), (x, tall, z), 0.09, FRAME) for x in (-half_span, half_span) for z in (-0.55, 0.55)
    ]
    parts += [
        beam((x, y, -0.55), (x, y, 0.55), 0.07, FRAME, pieces=3)
        for x in (-half_span, half_span)
        for y in (0.5, tall)
    ]
    parts += [
        beam((-half_span - 0.25, tall + 0.1, z), (half_span + 0.25, tall + 0.1, z), 0.14, FRAME, pieces=12)
        for z in (-0.4, 0.4)
    ]
    parts.append(box((carriage - 0.34, tall - 0.05, -0.62), (carriage + 0.34, tall + 0.40, 0.62), JOINT))
    parts.append(box((carriage - 0.36, tall + 0.40, -0.64), (carriage + 0.36, tall + 0.50, 0.64), ARM))
    parts.append(beam((carriage, drop, 0.0), (carriage, tall, 0.0), 0.11, JOINT))
    parts += [
        beam((carriage - 0.95, drop, z), (carriage + 0.95, drop, z), 0.045, DARK) for z in (-0.42, 0.0, 0.42)
    ]
    parts += [
        beam((carriage + x, drop, -0.5), (carriage + x, drop, 0.5), 0.045, DARK, pieces=3)
        for x in (-0.9, 0.0, 0.9)
    ]
    parts += [
        limb(
            [(carriage + x, drop - 0.02, z), (carriage + x, drop - 0.2, z)],
            [0.035, 0.06],
            DARK,
            side=(1, 0, 0),
            count=5,
        )
        for x in (-0.8, -0.27, 0.27, 0.8)
        for z in (-0.42, 0.42)
    ]
    return joined(parts)


def arm(turn: float, shoulder: float, elbow: float, wrist: float) -> tuple[Mesh, Array, Array]:
    """An articulated arm at the origin; angles in radians from upright. Gives the body, its flange and the
    way the flange points.
    """
    base = [
        limb([(0, 0.0, 0), (0, 0.06, 0), (0, 0.10, 0)], [0.50, 0.50, 0.46], DARK, count=40, ring=36),
        limb(
            [(0, 0.08, 0), (0, 0.20, 0), (0, 0.5, 0), (0, 0.66, 0)],
            [0.38, 0.35, 0.29, 0.28],
            ARM,
            count=40,
            ring=32,
        ),
        limb([(0, 0.52, 0), (0, 0.80, 0)], [0.325, 0.30], DARK, count=30, ring=32),
    ]
    joints = [np.array([0.04, 0.98, 0.0])]
    angle = shoulder
    for length, bend in ((1.15, elbow), (1.05, wrist), (0.28, 0.0)):
        joints.append(joints[-1] + length * np.array([np.sin(angle), np.cos(angle), 0.0]))
        angle += bend
    widths = ([0.19, 0.15, 0.14], [0.15, 0.12, 0.09], [0.09, 0.085, 0.08])
    links = [
        limb([p, (p + q) / 2, q], w, ARM, count=44, ring=24)
        for p, q, w in zip(joints[:-1], joints[1:], widths, strict=True)
    ]
    knuckles = [
        limb(
            [p - np.array([0, 0, s]), p + np.array([0, 0, s])],
            [s * 0.92, s * 0.92],
            JOINT,
            side=(1, 0, 0),
            count=40,
            ring=32,
        )
        for p, s in zip(joints, (0.25, 0.19, 0.12, 0.09), strict=True)
    ]
    way = turned(yaw=turn)
    body = placed(joined([*base, *links, *knuckles]), way, (0, 0, 0))
    return body, way @ joints[-1], way @ (joints[-1] - joints[-2])
