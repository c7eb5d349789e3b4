"""How fine a picture prints: pixels over placed size (check 37)."""

from __future__ import annotations

from brochure.geometry import Rect


def effective_ppi(pixels: tuple[int, int], crop: Rect, box: Rect) -> float:
    """The pixels per inch at which the *crop* (in shares) of an upright picture of *pixels* fills *box* (in
    points); the coarser axis.
    """
    across = pixels[0] * crop.width / (box.width / 72)
    down = pixels[1] * crop.height / (box.height / 72)
    return min(across, down)


def printed_pixels(pixels: tuple[int, int], crop: Rect, box: Rect, ppi: float) -> tuple[int, int]:
    """Width and height in pixels to prepare: *ppi* at the placed size, never more than the crop has."""
    wanted = (box.width / 72 * ppi, box.height / 72 * ppi)
    there = (pixels[0] * crop.width, pixels[1] * crop.height)
    scale = min(1.0, there[0] / wanted[0], there[1] / wanted[1])
    return max(1, round(wanted[0] * scale)), max(1, round(wanted[1] * scale))
