"""Inks: process and spot, and how much of them lies on the paper."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Cmyk(NamedTuple):
    """A process tint; each share from 0 to 1."""

    c: float
    m: float
    y: float
    k: float

    @property
    def total(self) -> float:
        """Total ink (总墨量) as a share: 3.0 is 300 %."""
        return self.c + self.m + self.y + self.k

    @property
    def black_only(self) -> bool:
        """Whether only the black plate prints: such text overprints (单黑叠印)."""
        return self.k > 0 and self.c == self.m == self.y == 0


class Spot(NamedTuple):
    """A tint of a spot ink (专色), with the process tint that stands for its solid."""

    name: str
    tint: float
    alternate: Cmyk

    @property
    def total(self) -> float:
        """Total ink as a share."""
        return self.tint

    @property
    def black_only(self) -> bool:
        """Never: a spot ink has a plate of its own."""
        return False


Ink: TypeAlias = Cmyk | Spot


class Rgb(NamedTuple):
    """A colour of light, for editions that are read on a screen (sRGB); each share from 0 to 1."""

    r: float
    g: float
    b: float


PAPER = Cmyk(0, 0, 0, 0)
BLACK = Cmyk(0, 0, 0, 1)
