"""Bodies in the round: swept tubes and limbs, balls, hoops and cloth; joining, placing, shadows.

World axes: x to the right, y up, z away from the viewer; metres. A body is a
:class:`Mesh`; its ink row says which tones it is printed in (see :mod:`tools.illustrate.inking`).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mesh:
    """Triangles in space: points (n, 3), outward normals (n, 3), faces (m, 3) and the ink row of each point
    (n,).
    """

    points: Array
    normals: Array
    faces: NDArray[np.int64]
    inks: NDArray[np.int64]


def unit(vectors: Array) -> Array:
    """*vectors* at length one along the last axis."""
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9))


def through(knots: Any, count: int) -> Array:
    """*count* points along the Catmull-Rom curve through *knots* (k, d), ends included."""
    marks = np.asarray(knots, dtype=float)
    padded = np.vstack([2 * marks[0] - marks[1], marks, 2 * marks[-1] - marks[-2]])
    along = np.linspace(0, len(marks) - 1, count)
    span = np.minimum(along.astype(int), len(marks) - 2)
    t = (along - span)[:, None]
    a, b, c, d = (padded[span + k] for k in range(4))
    return np.asarray(
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
    )


def tube(
    path: Array, wide: Array, deep: Array, ink: int, *, side: Any = (0.0, 0.0, 1.0), ring: int = 14
) -> Mesh:
    """A body swept along *path* (n, 3): half-widths *wide* along *side*, *deep* across it; round ends."""
    tangent = unit(np.gradient(path, axis=0))
    across = np.asarray(side, dtype=float) - tangent * (tangent @ np.asarray(side, dtype=float))[:, None]
    across = unit(across)
    over = np.cross(tangent, across)
    turn = np.linspace(0, 2 * np.pi, ring, endpoint=False)
    cosine, sine = np.cos(turn)[None, :, None], np.sin(turn)[None, :, None]
    w, d = np.maximum(wide, 1e-5)[:, None, None], np.maximum(deep, 1e-5)[:, None, None]
    points = path[:, None] + across[:, None] * cosine * w + over[:, None] * sine * d
    slope = np.gradient((wide + deep) / 2) / np.maximum(
        np.linalg.norm(np.gradient(path, axis=0), axis=1), 1e-6
    )
    normals = unit(across[:, None] * cosine / w + over[:, None] * sine / d)
    normals = unit(normals - tangent[:, None] * np.clip(slope, -3, 3)[:, None, None])
    return _quilt(points, normals, ink, closed=True)


def limb(
    knots: Any,
    radii: Any,
    ink: int,
    *,
    side: Any = (0.0, 0.0, 1.0),
    flat: float = 1.0,
    count: int = 28,
    ring: int = 14,
) -> Mesh:
    """A tapering limb through *knots* with a half-width at each; *flat* < 1 thins it across *side*; ends are
    rounded.
    """
    path = through(knots, count)
    girth = through(np.asarray(radii, dtype=float)[:, None], count)[:, 0]
    tip = np.clip(np.minimum(np.linspace(0, 1, count), np.linspace(1, 0, count)) * 9, 0, 1)
    girth = girth * np.sqrt(1 - (1 - tip) ** 2)
    return tube(path, girth, girth * flat, ink, side=side, ring=ring)


def ball(
    centre: Any, radii: Any, ink: int, *, turn: Array | None = None, rows: int = 14, ring: int = 18
) -> Mesh:
    """An ellipsoid; *turn* is an optional 3×3 rotation of its axes."""
    lat, lon = np.meshgrid(
        np.linspace(-np.pi / 2, np.pi / 2, rows),
        np.linspace(0, 2 * np.pi, ring, endpoint=False),
        indexing="ij",
    )
    sphere = np.stack([np.cos(lat) * np.cos(lon), np.sin(lat), np.cos(lat) * np.sin(lon)], axis=-1)
    axes = np.eye(3) if turn is None else turn
    size = np.asarray(radii, dtype=float)
    return _quilt(
        (sphere * size) @ axes.T + np.asarray(centre, dtype=float),
        unit((sphere / size) @ axes.T),
        ink,
        closed=True,
    )


def hoop(
    centre: Any,
    radius: float,
    thick: float,
    ink: int,
    *,
    axis: Any,
    count: int = 72,
    ring: int = 8,
    tall: float = 0.0,
) -> Mesh:
    """A ring about *axis*; *tall* deepens its section inwards (a rim)."""
    pole = unit(np.asarray(axis, dtype=float))
    first = unit(np.cross(pole, [0.0, 1.0, 0.0]) if abs(pole[1]) < 0.9 else np.cross(pole, [1.0, 0.0, 0.0]))
    second = np.cross(pole, first)
    around = np.linspace(0, 2 * np.pi, count)
    out = np.cos(around)[:, None] * first + np.sin(around)[:, None] * second
    turn = np.linspace(0, 2 * np.pi, ring, endpoint=False)
    reach = max(tall, thick)
    points = (
        np.asarray(centre, dtype=float)
        + out[:, None] * (radius + (np.cos(turn) * reach)[None, :, None])
        + pole * (np.sin(turn) * thick)[None, :, None]
    )
    normals = unit(
        out[:, None] * np.cos(turn)[None, :, None] / reach + pole * np.sin(turn)[None, :, None] / thick
    )
    return _quilt(points, normals, ink, closed=True)


def sheet(points: Array, ink: int) -> Mesh:
    """A cloth given as a grid of points (rows, columns, 3)."""
    normals = unit(np.cross(np.gradient(points, axis=0), np.gradient(points, axis=1)))
    return _quilt(points, normals, ink, closed=False)


def _quilt(points: Array, normals: Array, ink: int, *, closed: bool) -> Mesh:
    rows, ring = points.shape[:2]
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(ring if closed else ring - 1), indexing="ij")
    a, b = i * ring + j, i * ring + (j + 1) % ring
    faces = np.concatenate(
        [np.stack([a, b, a + ring], -1).reshape(-1, 3), np.stack([b, b + ring, a + ring], -1).reshape(-1, 3)]
    )
    return Mesh(
        points=points.reshape(-1, 3),
        normals=normals.reshape(-1, 3),
        faces=faces.astype(np.int64),
        inks=np.full(rows * ring, ink, dtype=np.int64),
    )


def joined(parts: list[Mesh]) -> Mesh:
    """Several bodies as one."""
    starts = np.cumsum([0, *[len(part.points) for part in parts[:-1]]])
    return Mesh(
        points=np.vstack([part.points for part in parts]),
        normals=np.vstack([part.normals for part in parts]),
        faces=np.vstack([part.faces + start for part, start in zip(parts, starts, strict=True)]),
        inks=np.concatenate([part.inks for part in parts]),
    )


def placed(mesh: Mesh, turn: Array, at: Any) -> Mesh:
    """*mesh* rotated by the 3×3 *turn* and moved to *at*."""
    return Mesh(
        points=mesh.points @ turn.T + np.asarray(at, dtype=float),
        normals=mesh.normals @ turn.T,
        faces=mesh.faces,
        inks=mesh.inks,
    )


def turned(*, yaw: float = 0.0, pitch: float = 0.0, roll: float = 0.0) -> Array:
    """Rotation, radians: roll about x first, then pitch about z, then yaw about the upright y."""
    c, s = np.cos(yaw), np.sin(yaw)
    about_y = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
    c, s = np.cos(roll), np.sin(roll)
    about_x = np.array([[1, 0, 0], [0, c, -s], [0, s, c]])
    c, s = np.cos(pitch), np.sin(pitch)
    about_z = np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])
    return np.asarray(about_y @ about_z @ about_x)


def shadow(mesh: Mesh, sun: Any, ground: float = 0.0) -> Mesh:
    """*mesh* thrown flat on the ground by light travelling along *sun*."""
    ray = np.asarray(sun, dtype=float)
    fall = (ground - mesh.points[:, 1]) / ray[1]
    return Mesh(
        points=mesh.points + fall[:, None] * ray, normals=mesh.normals, faces=mesh.faces, inks=mesh.inks
    )
