"""Mountain ranges cut as blocks: a height field seen obliquely, lit low from the left, printed in a few
tones.

Each range is one layer of the print. Its forms are worn land (terrain.py); shadows are truly cast; snow
lies where height and slope allow.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tools.illustrate.noise import blur, fbm, smooth
from tools.illustrate.palette import Colour, Field
from tools.illustrate.sheet import Sheet
from tools.illustrate.terrain import worn_land


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """A range as the eye sees it; every plane covers ``rows`` of the sheet. ``crest`` is the skyline's y per
    column.
    """

    rows: slice
    mask: Field
    light: Field  # 0 in cast shadow .. 1 facing the light
    height: Field  # 0 at the foot .. 1 at the highest summit
    steep: Field  # rise over run
    away: Field  # 0 at the front .. 1 at the back of the range
    crest: Field


def mountain_range(
    sheet: Sheet,
    *,
    seed: int,
    foot: float,
    rise: float,
    run: float,
    deep: float = 900.0,
    tilt: float = 120.0,
    ridged: float = 0.8,
    octaves: int = 8,
    crown: float = 0.62,
    lift: Field | float = 1.0,
    sun: float = 0.55,
    rain: float = 1.0,
    relief: float = 1.0,
    blunt: float = 0.0,
) -> Relief:
    """A range standing on y = *foot*, up to *rise* high (final pixels), with mountains about *run* wide.

    *deep* is its depth and *tilt* how far that depth lifts the ground on the page; *crown* says where (0
    front .. 1 back) it is highest; *lift* scales the height along the page (one number per column); *sun*
    is the light's slope; *rain* how long water has worn it; *relief* over 1 deepens light and shade;
    *blunt* over 0 rounds the summits off.
    """
    slices = max(int(deep * sheet.scale * 0.8), 120)
    shape = (slices, sheet.columns)
    field = worn_land(sheet.width, deep, shape, run=run, seed=seed, octaves=octaves, ridged=ridged, rain=rain)
    field = field * (1 + blunt) / (1 + blunt * field)
    away = np.linspace(0, 1, slices, dtype=np.float32)[:, None]
    swell = smooth(0.0, crown, away) * (1 - 0.75 * smooth(crown, 1.0, away))
    field = field * (0.18 + 0.82 * swell) * swell * np.asarray(lift, dtype=np.float32)
    metres = field * rise
    place = foot - tilt * away - metres
    light, steep = _lit(metres, deep / slices, sheet, sun, relief)
    return _seen(sheet, place, (light, field, steep, np.broadcast_to(away, field.shape)))


def _lit(metres: Field, unit_z: float, sheet: Sheet, sun: float, relief: float) -> tuple[Field, Field]:
    rise_z, rise_x = np.gradient(metres)
    rise_z, rise_x = rise_z / unit_z, rise_x * sheet.scale
    facing = (rise_x * 0.86 + rise_z * 0.30 + 0.42) / np.sqrt(1 + rise_x**2 + rise_z**2)
    ray = metres + sheet.x * sun
    shadow = np.maximum.accumulate(ray, axis=1) - ray
    open_air = 1 - 0.75 * smooth(0, 26, shadow)
    hollow = metres - blur(metres, 22 * sheet.scale)
    light = np.clip(0.54 + 0.62 * relief * (facing - 0.42), 0, 1.2) * open_air + np.clip(
        hollow / 90 * relief, -0.16, 0.16
    )
    return np.clip(light, 0, 1), np.asarray(np.hypot(rise_x, rise_z), dtype=np.float32)


def _seen(sheet: Sheet, place: Field, planes: Sequence[Field]) -> Relief:
    """Hide what stands behind: for every pixel, the first slice whose top reaches it."""
    tops = np.minimum.accumulate(place, axis=0) * sheet.scale  # in rows of this proof
    first = max(int(np.floor(tops.min())) - 1, 0)
    last = min(int(np.ceil(place[0].max() * sheet.scale)) + 1, sheet.rows)
    count, columns = max(last - first, 1), sheet.columns
    steps = np.clip(np.ceil(tops - first - 0.5).astype(np.int64), 0, count)
    tally = np.bincount(
        (steps * columns + np.arange(columns)[None, :]).ravel(), minlength=(count + 1) * columns
    )
    tally = tally.reshape(count + 1, columns)
    hidden = np.cumsum(tally[::-1], axis=0)[::-1][1:]  # slices whose top lies below the pixel's middle
    index = np.minimum(hidden, place.shape[0] - 1)
    before = np.maximum(index - 1, 0)
    row = np.arange(first, last, dtype=np.float32)[:, None] + 0.5
    near, far = np.take_along_axis(tops, before, 0), np.take_along_axis(tops, index, 0)
    share = np.clip((near - row) / np.maximum(near - far, 1e-3), 0, 1).astype(np.float32)
    seen = [
        np.take_along_axis(p, before, 0) * (1 - share) + np.take_along_axis(p, index, 0) * share
        for p in planes
    ]
    mask = np.clip(row - tops[-1][None, :] + 0.5, 0, 1).astype(np.float32)
    crest = (tops[-1] / sheet.scale).astype(np.float32)
    light, height, steep, away = seen
    rows = slice(first, last)
    return Relief(rows=rows, mask=mask, light=light, height=height, steep=steep, away=away, crest=crest)


def cut_tones(
    sheet: Sheet, relief: Relief, tones: Sequence[Colour], *, seed: int, rough: float = 0.10
) -> Field:
    """The range's colour plane: its light cut into *tones* (dark to light), the cuts ragged as a knife
    leaves them.
    """
    rag = sheet.noise((9, 26), seed, octaves=3, rows=relief.rows) * rough
    rag += sheet.noise(70, seed + 1, octaves=3, rows=relief.rows) * rough * 0.6
    level = (relief.light + rag) * len(tones)
    colour = np.empty((*relief.mask.shape, 3), dtype=np.float32)
    colour[:] = tones[0]
    for step, tone in enumerate(tones[1:], start=1):
        share = smooth(step - 0.10, step + 0.10, level)[..., None]
        colour += (np.asarray(tone, dtype=np.float32) - colour) * share
    return colour


def snow_cover(
    sheet: Sheet, relief: Relief, *, line: float, seed: int, steepest: float = 1.6, soft: float = 0.10
) -> Field:
    """Where snow lies: above *line* (share of the range's height), not on faces steeper than *steepest*; a
    ragged mask.
    """
    rag = sheet.noise((60, 90), seed, octaves=6, gain=0.6, rows=relief.rows)
    high = smooth(line - soft, line + soft, relief.height + 0.16 * rag)
    gentle = 1 - smooth(steepest, steepest * 1.5, relief.steep + 0.5 * rag)
    return high * gentle * smooth(0.35, 0.55, high * gentle + 0.25 * rag + 0.2)


def lay_range(sheet: Sheet, relief: Relief, colour: Field, *, air: Colour, near: float, far: float) -> None:
    """Print the range through the air: *near* and *far* are the shares of *air* at its crest and at its foot
    (mist gathers below).
    """
    span = 1 - smooth(0.0, 0.75, relief.height)
    share = (near + (far - near) * span)[..., None]
    sheet.lay(colour + (np.asarray(air, dtype=np.float32) - colour) * share, relief.mask, rows=relief.rows)


def ridge_line(
    sheet: Sheet, *, seed: int, level: float, rise: float, run: float, octaves: int = 7, gain: float = 0.48
) -> Field:
    """A plain skyline of summed noise: y per column about *level*, *rise* up and down (for hills without
    relief).
    """
    line = fbm(
        sheet.width, run, (1, sheet.columns), period=(run, run * 4), seed=seed, octaves=octaves, gain=gain
    )[0]
    return np.asarray(level - rise * line, dtype=np.float32)
