"""Bodies in the round, printed in a few flat tones: swept tubes, a camera, a sun, and the painter that inks them.

World axes: x to the right, y up, z away from the viewer; metres. A body is a :class:`Mesh`; a row of tones in an
:class:`Inks` table says how it prints from its shadow side to its lit side.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import skia
from numpy.typing import NDArray

from tools.illustrate.palette import Colour
from tools.illustrate.sheet import Sheet

Array = NDArray[np.float64]
RAMP = 256
FINER = 2  # triangles are inked without anti-aliasing, on a film this many times finer


@dataclass(frozen=True, slots=True, kw_only=True)
class Mesh:
    """Triangles in space: points (n, 3), outward normals (n, 3), faces (m, 3) and the ink row of each point (n,)."""

    points: Array
    normals: Array
    faces: NDArray[np.int64]
    inks: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """A view along +z, turned by *pitch* radians downwards; *centre* is the principal point in pixels."""

    eye: tuple[float, float, float]
    focal: float
    centre: tuple[float, float]
    pitch: float = 0.0

    def project(self, points: Array) -> tuple[Array, Array]:
        """Pixels (n, 2) and depth (n,) of world *points* (n, 3)."""
        local = points - np.asarray(self.eye)
        cosine, sine = np.cos(self.pitch), np.sin(self.pitch)
        depth = np.maximum(local[:, 2] * cosine - local[:, 1] * sine, 0.05)
        height = local[:, 1] * cosine + local[:, 2] * sine
        return np.stack([self.centre[0] + self.focal * local[:, 0] / depth,
                         self.centre[1] - self.focal * height / depth], axis=1), depth


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
    return np.asarray(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))


def tube(path: Array, wide: Array, deep: Array, ink: int, *, side: Any = (0.0, 0.0, 1.0), ring: int = 14) -> Mesh:
    """A body swept along *path* (n, 3): half-widths *wide* along *side*, *deep* across it; round ends."""
    tangent = unit(np.gradient(path, axis=0))
    across = np.asarray(side, dtype=float) - tangent * (tangent @ np.asarray(side, dtype=float))[:, None]
    across = unit(across)
    over = np.cross(tangent, across)
    turn = np.linspace(0, 2 * np.pi, ring, endpoint=False)
    cosine, sine = np.cos(turn)[None, :, None], np.sin(turn)[None, :, None]
    w, d = np.maximum(wide, 1e-5)[:, None, None], np.maximum(deep, 1e-5)[:, None, None]
    points = path[:, None] + across[:, None] * cosine * w + over[:, None] * sine * d
    slope = np.gradient((wide + deep) / 2) / np.maximum(np.linalg.norm(np.gradient(path, axis=0), axis=1), 1e-6)
    normals = unit(across[:, None] * cosine / w + over[:, None] * sine / d)
    normals = unit(normals - tangent[:, None] * np.clip(slope, -3, 3)[:, None, None])
    return _quilt(points, normals, ink, closed=True)


def limb(knots: Any, radii: Any, ink: int, *, side: Any = (0.0, 0.0, 1.0), flat: float = 1.0, count: int = 28, ring: int = 14) -> Mesh:
    """A tapering limb through *knots* with a half-width at each; *flat* < 1 thins it across *side*; ends are rounded."""
    path = through(knots, count)
    girth = through(np.asarray(radii, dtype=float)[:, None], count)[:, 0]
    tip = np.clip(np.minimum(np.linspace(0, 1, count), np.linspace(1, 0, count)) * 9, 0, 1)
    girth = girth * np.sqrt(1 - (1 - tip) ** 2)
    return tube(path, girth, girth * flat, ink, side=side, ring=ring)


def ball(centre: Any, radii: Any, ink: int, *, turn: Array | None = None, rows: int = 14, ring: int = 18) -> Mesh:
    """An ellipsoid; *turn* is an optional 3×3 rotation of its axes."""
    lat, lon = np.meshgrid(np.linspace(-np.pi / 2, np.pi / 2, rows), np.linspace(0, 2 * np.pi, ring, endpoint=False), indexing="ij")
    sphere = np.stack([np.cos(lat) * np.cos(lon), np.sin(lat), np.cos(lat) * np.sin(lon)], axis=-1)
    axes = np.eye(3) if turn is None else turn
    size = np.asarray(radii, dtype=float)
    return _quilt((sphere * size) @ axes.T + np.asarray(centre, dtype=float), unit((sphere / size) @ axes.T), ink, closed=True)


def hoop(centre: Any, radius: float, thick: float, ink: int, *, axis: Any, count: int = 72, ring: int = 8, tall: float = 0.0) -> Mesh:
    """A ring about *axis*; *tall* deepens its section inwards (a rim)."""
    pole = unit(np.asarray(axis, dtype=float))
    first = unit(np.cross(pole, [0.0, 1.0, 0.0]) if abs(pole[1]) < 0.9 else np.cross(pole, [1.0, 0.0, 0.0]))
    second = np.cross(pole, first)
    around = np.linspace(0, 2 * np.pi, count)
    out = np.cos(around)[:, None] * first + np.sin(around)[:, None] * second
    turn = np.linspace(0, 2 * np.pi, ring, endpoint=False)
    reach = max(tall, thick)
    points = (np.asarray(centre, dtype=float) + out[:, None] * (radius + (np.cos(turn) * reach)[None, :, None])
              + pole * (np.sin(turn) * thick)[None, :, None])
    normals = unit(out[:, None] * np.cos(turn)[None, :, None] / reach + pole * np.sin(turn)[None, :, None] / thick)
    return _quilt(points, normals, ink, closed=True)


def sheet(points: Array, ink: int) -> Mesh:
    """A cloth given as a grid of points (rows, columns, 3)."""
    normals = unit(np.cross(np.gradient(points, axis=0), np.gradient(points, axis=1)))
    return _quilt(points, normals, ink, closed=False)


def _quilt(points: Array, normals: Array, ink: int, *, closed: bool) -> Mesh:
    rows, ring = points.shape[:2]
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(ring if closed else ring - 1), indexing="ij")
    a, b = i * ring + j, i * ring + (j + 1) % ring
    faces = np.concatenate([np.stack([a, b, a + ring], -1).reshape(-1, 3), np.stack([b, b + ring, a + ring], -1).reshape(-1, 3)])
    return Mesh(points=points.reshape(-1, 3), normals=normals.reshape(-1, 3), faces=faces.astype(np.int64),
                inks=np.full(rows * ring, ink, dtype=np.int64))


def joined(parts: list[Mesh]) -> Mesh:
    """Several bodies as one."""
    starts = np.cumsum([0, *[len(part.points) for part in parts[:-1]]])
    return Mesh(points=np.vstack([part.points for part in parts]), normals=np.vstack([part.normals for part in parts]),
                faces=np.vstack([part.faces + start for part, start in zip(parts, starts, strict=True)]),
                inks=np.concatenate([part.inks for part in parts]))


def placed(mesh: Mesh, turn: Array, at: Any, size: float = 1.0) -> Mesh:
    """*mesh* rotated by the 3×3 *turn*, scaled and moved to *at*."""
    return Mesh(points=mesh.points @ turn.T * size + np.asarray(at, dtype=float), normals=mesh.normals @ turn.T,
                faces=mesh.faces, inks=mesh.inks)


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
    return Mesh(points=mesh.points + fall[:, None] * ray, normals=mesh.normals, faces=mesh.faces, inks=mesh.inks)


@contextmanager
def fine_film(sheet: Sheet, *, opacity: float = 1.0, multiply: bool = False) -> Iterator[skia.Canvas]:
    """A clear film over the whole *sheet* for :func:`paint`, in final pixels; laid down (or overprinted) when the block ends."""
    film = np.zeros((sheet.rows * FINER, sheet.columns * FINER, 4), dtype=np.uint8)
    canvas = skia.Canvas(film, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
    canvas.scale(sheet.scale * FINER, sheet.scale * FINER)
    yield canvas
    del canvas
    touched = np.flatnonzero(film[..., 3].any(axis=1)) // FINER
    if not touched.size:
        return
    rows = slice(int(touched[0]), int(touched[-1]) + 1)
    part = film[rows.start * FINER:rows.stop * FINER].reshape(rows.stop - rows.start, FINER, sheet.columns, FINER, 4)
    layer = part.mean(axis=(1, 3), dtype=np.float32) / 255
    band = sheet.rgb[rows]
    if multiply:
        band *= 1 - opacity * (layer[..., 3:] - layer[..., :3])
        return
    band *= 1 - layer[..., 3:] * opacity
    band += layer[..., :3] * opacity


def ramp_of(rows: Sequence[Sequence[tuple[float, Colour]]]) -> skia.Image:
    """The ink table as an image: row i steps through its (threshold, tone) pairs from dark to light."""
    table = np.zeros((len(rows) * 4, RAMP, 4), dtype=np.uint8)
    table[..., 3] = 255
    for row, steps in enumerate(rows):
        for threshold, tone in steps:
            table[row * 4:row * 4 + 4, int(threshold * RAMP):, :3] = [round(part * 255) for part in tone]
    return skia.Image.fromarray(table, colorType=skia.kRGBA_8888_ColorType)


def paint(canvas: skia.Canvas, mesh: Mesh, camera: Camera, light: Any, ramp: skia.Image, *, wrap: float = 0.5,
          cull: bool = True, tooth: float = 0.0, seed: int = 1) -> None:
    """Ink *mesh* far to near; tone = normal · *light* (towards the light), lifted by *wrap*; *tooth* roughens tone edges."""
    at, depth = camera.project(mesh.points)
    level = np.clip(mesh.normals @ unit(np.asarray(light, dtype=float)) * (1 - wrap) + wrap, 0, 1)
    if tooth:
        level = np.clip(level + np.random.default_rng(seed).normal(0, tooth, len(level)), 0, 1)
    faces = mesh.faces
    if cull:
        a, b, c = (mesh.points[faces[:, corner]] for corner in range(3))
        flat = np.cross(b - a, c - a)
        outward = np.sign((flat * mesh.normals[faces].mean(1)).sum(-1))
        faces = faces[(flat * (np.asarray(camera.eye) - (a + b + c) / 3)).sum(-1) * outward >= 0]
    faces = faces[np.argsort(-depth[faces].mean(1), kind="stable")]
    _ink_triangles(canvas, at, np.stack([level * (RAMP - 1.5) + 0.5, mesh.inks * 4 + 2.0], axis=1), faces, ramp)


def _ink_triangles(canvas: skia.Canvas, at: Array, tones: Array, faces: NDArray[np.int64], ramp: skia.Image) -> None:
    brush = skia.Paint(Shader=ramp.makeShader(skia.TileMode.kClamp, skia.TileMode.kClamp, skia.SamplingOptions()))
    for start in range(0, len(faces), 20000):  # the vertex index has 16 bits
        used, index = np.unique(faces[start:start + 20000], return_inverse=True)
        positions = [skia.Point(x, y) for x, y in at[used].tolist()]
        texs = [skia.Point(x, y) for x, y in tones[used].tolist()]
        mesh = skia.Vertices(skia.Vertices.kTriangles_VertexMode, positions, texs, None, index.ravel().tolist())
        canvas.drawVertices(mesh, brush, skia.BlendMode.kDst)
