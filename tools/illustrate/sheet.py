"""The sheet a picture is printed on: colour is laid in blocks, from the farthest to the nearest, then
finished and saved.

Every measure is in pixels of the final picture; ``scale`` makes a smaller proof of the same print.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import numpy as np
import skia
from PIL import Image

from tools.illustrate.noise import blur, fbm
from tools.illustrate.palette import Colour, Field

LARGEST_FILE = 2_950_000
"""Bytes. A picture of the brochure stays under 3 MB."""


def ink(colour: Colour, opacity: float = 1.0, *, stroke: float = 0.0) -> skia.Paint:
    """Paint of one colour: filling, or drawing a round-ended line *stroke* pixels wide."""
    paint = skia.Paint(AntiAlias=True)
    paint.setColor4f(skia.Color4f(*colour, opacity))
    if stroke:
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(stroke)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
    return paint


class Sheet:
    """A print in work: ``rgb`` is the colour plane (rows, columns, 3), encoded sRGB 0..1."""

    def __init__(self, width: int, height: int, scale: float = 1.0) -> None:
        self.width, self.height, self.scale = width, height, scale
        self.columns, self.rows = round(width * scale), round(height * scale)
        self.rgb: Field = np.ones((self.rows, self.columns, 3), dtype=np.float32)

    @property
    def x(self) -> Field:
        """The place of every column, shape (1, columns), in final pixels."""
        return ((np.arange(self.columns, dtype=np.float32) + 0.5) / self.scale)[None, :]

    @property
    def y(self) -> Field:
        """The place of every row, shape (rows, 1), in final pixels."""
        return ((np.arange(self.rows, dtype=np.float32) + 0.5) / self.scale)[:, None]

    def noise(
        self,
        period: float | tuple[float, float],
        seed: int,
        *,
        octaves: int = 5,
        gain: float = 0.5,
        rows: slice = slice(None),
    ) -> Field:
        """Summed noise of about -1..1 over the sheet (or some *rows*); *period* of its largest forms in
        final pixels (x, y).
        """
        cell = period if isinstance(period, tuple) else (period, period)
        shape = (self.rows, self.columns)
        return fbm(
            self.width, self.height, shape, period=cell, seed=seed, octaves=octaves, gain=gain, rows=rows
        )

    def coverage(self, below: Field) -> Field:
        """The mask of everything under the line *below* (one y per column), its edge smooth to the pixel."""
        return np.clip((self.y - below[None, :]) * self.scale + 0.5, 0, 1)

    def lay(self, colour: Colour | Field, mask: Field | float = 1.0, *, rows: slice = slice(None)) -> None:
        """Lay a *colour* (one, or a plane of them) where *mask* (0..1) says, on *rows* (the mask's own
        rows).
        """
        tone = np.asarray(colour, dtype=np.float32)
        band = self.rgb[rows]
        if not isinstance(mask, np.ndarray):
            band += (tone - band) * np.float32(mask)
            return
        touched = np.flatnonzero(mask.max(axis=1) > 1e-4)
        if touched.size:
            some = slice(int(touched[0]), int(touched[-1]) + 1)  # most blocks cover a strip of the sheet
            plane = tone if tone.ndim == 1 else np.broadcast_to(tone, band.shape)[some]
            share = np.broadcast_to(mask, band.shape[:2])[some, :, None]
            band[some] += (plane - band[some]) * share

    def multiply(self, colour: Colour, mask: Field | float = 1.0, *, rows: slice = slice(None)) -> None:
        """Overprint a transparent *colour*, as a glaze, where *mask* says."""
        share = mask[..., None] if isinstance(mask, np.ndarray) else mask
        self.rgb[rows] *= 1 - (1 - np.asarray(colour, dtype=np.float32)) * share

    @contextmanager
    def brush(
        self, *, opacity: float | Field = 1.0, soften: float = 0.0, mask: Field | None = None
    ) -> Iterator[skia.Canvas]:
        """A clear film to draw on in final pixels, laid onto the sheet when the block ends.

        *soften* blurs it (final pixels); *mask* keeps it to a region; *opacity* thins it, evenly or by a
        plane.
        """
        film = np.zeros((self.rows, self.columns, 4), dtype=np.uint8)
        canvas = skia.Canvas(film, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
        canvas.scale(self.scale, self.scale)
        yield canvas
        del canvas
        touched = np.flatnonzero(film[..., 3].any(axis=1))
        if not touched.size:
            return
        reach = round(3 * soften * self.scale) + 1
        rows = slice(max(int(touched[0]) - reach, 0), int(touched[-1]) + reach + 1)
        layer = film[rows].astype(np.float32) / 255
        if soften:
            layer = np.stack([blur(layer[..., i], soften * self.scale / 1.8) for i in range(4)], axis=-1)
        share: Field | float = opacity if isinstance(opacity, float) else opacity[rows]
        if mask is not None:
            share = share * mask[rows]
        if isinstance(share, np.ndarray):
            share = share[..., None]
        band = self.rgb[rows]
        band *= 1 - layer[..., 3:] * share
        band += layer[..., :3] * share

    def stencil(self, shape: skia.Path) -> Field:
        """The mask of a *shape* given in final pixels."""
        film = np.zeros((self.rows, self.columns, 4), dtype=np.uint8)
        canvas = skia.Canvas(film, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
        canvas.scale(self.scale, self.scale)
        canvas.drawPath(shape, ink((1, 1, 1)))
        return film[..., 3].astype(np.float32) / 255

    def finish(self, *, seed: int = 7, grain: float = 0.012, mottle: float = 0.012) -> None:
        """Paper and ink: a fine *grain*, a broad uneven *mottle* of the ink, blacks lifted off total ink,
        whites off bare paper.
        """
        paper = (
            self.noise(3.2, seed, octaves=2) * grain + self.noise((38, 9), seed + 1, octaves=3) * mottle * 0.6
        )
        paper += self.noise(420, seed + 2, octaves=3) * mottle
        depth = 1 - np.abs(self.rgb.mean(axis=2) * 2 - 1) * 0.6  # grain shows most in the middle tones
        self.rgb += (paper * depth)[..., None]
        np.clip(self.rgb, 0, 1, out=self.rgb)
        self.rgb *= 0.955
        self.rgb += np.array([0.028, 0.030, 0.028], dtype=np.float32)

    def image(self) -> Image.Image:
        """The print as 8-bit sRGB."""
        return Image.fromarray((np.clip(self.rgb, 0, 1) * 255 + 0.5).astype(np.uint8))

    def save(self, path: Path) -> int:
        """Write a JPEG (4:4:4, the best quality from 90 down that keeps it under 3 MB), or a PNG proof;
        gives the bytes written.
        """
        if path.suffix == ".png":
            self.image().save(path)
            return path.stat().st_size
        picture = self.image()
        held = BytesIO()
        for quality in range(90, 70, -2):
            held = BytesIO()
            picture.save(held, "JPEG", quality=quality, subsampling=0, optimize=True, dpi=(300, 300))
            if held.tell() <= LARGEST_FILE:
                break
        return path.write_bytes(held.getvalue())
