"""The colours of the prints, as sRGB values that lie inside a coated CMYK gamut, and how two of them mix.

Mixing happens in OKLab, so that a haze between pine and sky stays clean instead of turning grey.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.floating[Any]]
"""A plane of numbers, one per pixel, shape (height, width); or a colour plane, shape (height, width, 3)."""

Colour = tuple[float, float, float]
"""sRGB, encoded, each 0..1."""


def tint(hexadecimal: str) -> Colour:
    """The colour written ``"1e5648"``."""
    red, green, blue = (int(hexadecimal[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


# The layout's inks (look.md): pine 85/40/70/35, Huangshui 62/12/36/0, lilac 38/46/0/0, deep lilac
# 62/72/8/8, saffron 0/48/88/0.
PINE_NIGHT = tint("0f2f2b")
PINE_DEEP = tint("17423a")
PINE = tint("205a4b")
PINE_SOFT = tint("44796a")
PINE_PALE = tint("86aa9a")
MEADOW = tint("8fae7c")
MEADOW_PALE = tint("bccb9f")
HUANGSHUI_DEEP = tint("2f7c7c")
HUANGSHUI = tint("63ada9")
HUANGSHUI_PALE = tint("aed3cd")
LILAC_NIGHT = tint("3f3260")
LILAC_DEEP = tint("70538f")
LILAC = tint("a78fc3")
LILAC_PALE = tint("cfc1de")
LILAC_MILK = tint("ebe4f0")
SAFFRON = tint("ee9a35")  # under 3 % of any picture
SAFFRON_PALE = tint("f5cf9a")
APRICOT = tint("f3dcc0")
MIST = tint("eff2eb")
SNOW = tint("f8f8f3")
SNOW_SHADE = tint("a9c3d6")
SKY_DEEP = tint("3f7f9f")
SKY = tint("7db2c6")
SKY_PALE = tint("bcdbe2")
SKY_MILK = tint("dcebea")
DUSK = tint("2e4767")
LOESS = tint("c9b48c")
LOESS_SHADE = tint("94866a")
BARK = tint("3b322f")

_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def _oklab(colour: Colour) -> NDArray[np.float64]:
    encoded = np.asarray(colour, dtype=np.float64)
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    lab: NDArray[np.float64] = _TO_LAB @ np.cbrt(_TO_LMS @ linear)
    return lab


def _srgb(lab: NDArray[np.float64]) -> NDArray[np.float64]:
    linear = ((lab @ np.linalg.inv(_TO_LAB).T) ** 3) @ np.linalg.inv(_TO_LMS).T
    linear = np.clip(linear, 0, 1)
    encoded: NDArray[np.float64] = np.where(
        linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055
    )
    return encoded


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """*one* with *share* (0..1) of *other*."""
    red, green, blue = _srgb(_oklab(one) * (1 - share) + _oklab(other) * share)
    return float(red), float(green), float(blue)


def ramp(stops: Sequence[tuple[float, Colour]], at: Field) -> Field:
    """A colour plane: the gradient through *stops* (place, colour; places rising) read at every number of
    *at*.
    """
    places = np.array([place for place, _ in stops])
    labs = np.stack([_oklab(colour) for _, colour in stops])
    steps = np.linspace(places[0], places[-1], 512)
    table = _srgb(np.stack([np.interp(steps, places, labs[:, axis]) for axis in range(3)], axis=-1))
    return np.stack([np.interp(at, steps, table[:, channel]) for channel in range(3)], axis=-1).astype(
        np.float32
    )
