"""Sky, cloud, mist and water."""

from collections.abc import Sequence

import numpy as np

from tools.illustrate.noise import smooth
from tools.illustrate.palette import Colour, Field, ramp
from tools.illustrate.sheet import Sheet


def lay_sky(
    sheet: Sheet,
    stops: Sequence[tuple[float, Colour]],
    *,
    glow: tuple[float, float, float, Colour, float] | None = None,
) -> None:
    """A sky graded from the top: *stops* are (y in final pixels, colour). *glow* is (x, y, radius, colour,
    strength).
    """
    sheet.lay(ramp(stops, np.broadcast_to(sheet.y, (sheet.rows, sheet.columns))[:, :1]))
    if glow:
        x, y, radius, colour, strength = glow
        away = np.hypot((sheet.x - x) * 0.62, sheet.y - y) / radius
        sheet.lay(colour, np.asarray(np.exp(-(away**1.5) * 2.2) * strength, dtype=np.float32))


def lay_cloud(
    sheet: Sheet,
    *,
    seed: int,
    top: float,
    bottom: float,
    colour: Colour,
    strength: float,
    period: tuple[float, float] = (1500, 210),
    cover: float = 0.1,
    across: Field | float = 1.0,
) -> None:
    """Thin bands of cloud drawn out by the wind between y = *top* and *bottom*; *cover* higher means less of
    it; *across* (one number per column) thins it along the page.
    """
    band = smooth(top, top + (bottom - top) * 0.45, sheet.y) * smooth(
        bottom, bottom - (bottom - top) * 0.35, sheet.y
    )
    wisp = sheet.noise(period, seed, octaves=6, gain=0.52)
    sheet.lay(colour, smooth(cover, cover + 0.75, wisp) * band * strength * across)


def lay_mist(
    sheet: Sheet,
    *,
    seed: int,
    middle: float,
    spread: float,
    colour: Colour,
    strength: float,
    period: tuple[float, float] = (1300, 120),
) -> None:
    """A bank of mist lying along y = *middle*, *spread* thick, its edges drawn out sideways."""
    top, bottom = ((middle + reach * spread) * sheet.scale for reach in (-2.6, 2.6))
    rows = slice(max(int(top), 0), min(int(bottom) + 1, sheet.rows))
    if rows.stop - rows.start < 2:
        return
    drift = sheet.noise(period, seed, octaves=5, rows=rows)
    away = (sheet.y[rows] - middle + drift * spread * 0.55) / spread
    thick = np.asarray(np.exp(-away * away * 2.2), dtype=np.float32) * np.clip(0.75 + 0.5 * drift, 0, 1)
    sheet.lay(colour, thick * strength, rows=rows)


def lay_mirror(
    sheet: Sheet,
    *,
    mask: Field,
    shore: float,
    seed: int,
    squeeze: float = 1.0,
    tint: Colour,
    share: float,
    ripple: float = 5.0,
    still: float = 60.0,
) -> None:
    """Water: everything above y = *shore* mirrored below it where *mask* allows, tinted by *share* of *tint*.

    *ripple* is the sideways and vertical tremble in pixels, growing away from the *still* strip along the
    shore; *squeeze* under 1 shortens the mirror image as a low eye sees it.
    """
    first = round(shore * sheet.scale)
    deep = sheet.rows - first
    below = (np.arange(deep, dtype=np.float32) + 0.5) / sheet.scale
    wave = sheet.noise((170, 9), seed, octaves=3, rows=slice(first, None))
    wave += sheet.noise((620, 30), seed + 1, octaves=2, rows=slice(first, None)) * 0.6
    grow = (ripple * (0.25 + below / still).clip(0, 4))[:, None]
    source_y = shore - below[:, None] / squeeze + wave * grow
    source_x = sheet.x + wave * grow * 0.35
    rows = np.clip((source_y * sheet.scale).astype(np.int32), 0, max(first - 1, 0))
    columns = np.clip((source_x * sheet.scale).astype(np.int32), 0, sheet.columns - 1)
    image = sheet.rgb[rows, columns]
    image += (np.asarray(tint, dtype=np.float32) - image) * share
    sheet.lay(image, mask[first:], rows=slice(first, None))


def lay_streaks(
    sheet: Sheet,
    *,
    mask: Field,
    seed: int,
    colour: Colour,
    strength: float,
    period: tuple[float, float] = (420, 7),
    cover: float = 0.45,
) -> None:
    """Bright or dark lines of wind on water (or brush lines on ground): long thin noise cut hard."""
    line = sheet.noise(period, seed, octaves=3)
    sheet.lay(colour, smooth(cover, cover + 0.18, line) * mask * strength)


def lay_cumulus(
    sheet: Sheet,
    *,
    x: float,
    y: float,
    wide: float,
    tall: float,
    seed: int,
    tones: Sequence[Colour],
    strength: float = 1.0,
) -> None:
    """A heaped cloud with its flat foot at (x, y): *tones* from its shaded foot to its sunlit left shoulder,
    cut like a block.
    """
    top, bottom = (
        max(int((y - 2.2 * tall) * sheet.scale), 0),
        min(int((y + tall * 0.5) * sheet.scale), sheet.rows),
    )
    if bottom - top < 4:
        return
    rows = slice(top, bottom)
    heap = sheet.noise((wide * 0.34, tall * 0.75), seed, octaves=7, gain=0.56, rows=rows)
    across, up = (sheet.x - x) / wide, (y - sheet.y[rows]) / tall
    dome = 1 - np.abs(across * 2) ** 2.2 - np.where(up > 0, up, -up * 7) ** 1.7
    body = (dome + 0.80 * heap).astype(np.float32)
    mask = smooth(0.22, 0.30, body) * smooth(-0.22, 0.02, up + 0.04 * heap)
    step = max(round(tall * 0.13 * sheet.scale), 1)
    toward = np.roll(np.roll(body, step, axis=1), step, axis=0)  # the cloud's body a step nearer to the light
    light = np.clip(0.50 + 0.50 * (body - toward) + 0.28 * (up - 0.25) - 0.10 * across, 0, 1) * (
        len(tones) - 1
    )
    colour = np.empty((*mask.shape, 3), dtype=np.float32)
    colour[:] = tones[0]
    for rank, tone in enumerate(tones[1:]):
        share = smooth(rank + 0.36, rank + 0.64, light)[..., None]
        colour += (np.asarray(tone, dtype=np.float32) - colour) * share
    sheet.lay(colour, mask * strength, rows=rows)
