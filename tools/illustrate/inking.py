"""How bodies in the round are printed: a camera, and a painter that lays them far to near in a few flat
tones each.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import skia
from numpy.typing import NDArray

from tools.illustrate.facets import Array, Mesh, unit
from tools.illustrate.noise import smooth
from tools.illustrate.palette import Colour, Field
from tools.illustrate.sheet import Sheet

RAMP = 256
FINER = 2  # triangles are inked without anti-aliasing, on a film this many times finer


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
        return np.stack(
            [self.centre[0] + self.focal * local[:, 0] / depth, self.centre[1] - self.focal * height / depth],
            axis=1,
        ), depth


@contextmanager
def fine_film(sheet: Sheet, *, opacity: float = 1.0) -> Iterator[skia.Canvas]:
    """A clear film over the whole *sheet* for :func:`paint`, in final pixels; laid down when the block
    ends.
    """
    film = np.zeros((sheet.rows * FINER, sheet.columns * FINER, 4), dtype=np.uint8)
    canvas = skia.Canvas(film, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
    canvas.scale(sheet.scale * FINER, sheet.scale * FINER)
    yield canvas
    del canvas
    touched = np.flatnonzero(film[..., 3].any(axis=1)) // FINER
    if not touched.size:
        return
    rows = slice(int(touched[0]), int(touched[-1]) + 1)
    part = film[rows.start * FINER : rows.stop * FINER].reshape(
        rows.stop - rows.start, FINER, sheet.columns, FINER, 4
    )
    layer = part.mean(axis=(1, 3), dtype=np.float32) / 255
    band = sheet.rgb[rows]
    band *= 1 - layer[..., 3:] * opacity
    band += layer[..., :3] * opacity


def tone_plane(at: Field, ground: Colour, steps: Sequence[tuple[float, Colour]], *, soft: float) -> Field:
    """A colour plane: *ground*, and over it each (threshold, tone) of *steps* where *at* passes it."""
    colour = np.empty((*at.shape, 3), dtype=np.float32)
    colour[:] = ground
    for cut, tone in steps:
        share = smooth(cut - soft, cut + soft, at)[..., None]
        colour += (np.asarray(tone, dtype=np.float32) - colour) * share
    return colour


def ramp_of(rows: Sequence[Sequence[tuple[float, Colour]]]) -> skia.Image:
    """The ink table as an image: row i steps through its (threshold, tone) pairs from dark to light."""
    table = np.zeros((len(rows) * 4, RAMP, 4), dtype=np.uint8)
    table[..., 3] = 255
    for row, steps in enumerate(rows):
        for threshold, tone in steps:
            table[row * 4 : row * 4 + 4, int(threshold * RAMP) :, :3] = [round(part * 255) for part in tone]
    return skia.Image.fromarray(table, colorType=skia.kRGBA_8888_ColorType)


def paint(
    canvas: skia.Canvas,
    mesh: Mesh,
    camera: Camera,
    light: Any,
    ramp: skia.Image,
    *,
    wrap: float = 0.5,
    cull: bool = True,
    tooth: float = 0.0,
    seed: int = 1,
) -> None:
    """Ink *mesh* far to near; tone = normal · *light* (towards the light), lifted by *wrap*; *tooth*
    roughens tone edges.
    """
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
    _ink_triangles(
        canvas, at, np.stack([level * (RAMP - 1.5) + 0.5, mesh.inks * 4 + 2.0], axis=1), faces, ramp
    )


def _ink_triangles(
    canvas: skia.Canvas, at: Array, tones: Array, faces: NDArray[np.int64], ramp: skia.Image
) -> None:
    brush = skia.Paint(
        Shader=ramp.makeShader(skia.TileMode.kClamp, skia.TileMode.kClamp, skia.SamplingOptions())
    )
    for start in range(0, len(faces), 20000):  # the vertex index has 16 bits
        used, index = np.unique(faces[start : start + 20000], return_inverse=True)
        positions = [skia.Point(x, y) for x, y in at[used].tolist()]
        texs = [skia.Point(x, y) for x, y in tones[used].tolist()]
        mesh = skia.Vertices(
            skia.Vertices.kTriangles_VertexMode, positions, texs, None, index.ravel().tolist()
        )
        canvas.drawVertices(mesh, brush, skia.BlendMode.kDst)
