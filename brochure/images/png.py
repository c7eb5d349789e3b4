"""Pixels to a PNG file."""

from __future__ import annotations

from io import BytesIO


def png(pixels: bytes, size: tuple[int, int], ppi: float) -> bytes:
    """*pixels* (rows of blue, green, red, unused) of *size* as a PNG that says how many go to the inch.

    No date and no program name goes in: the same pixels give the same bytes.
    """
    from PIL import Image  # only a job that makes pictures of pages writes any

    out = BytesIO()
    image = Image.frombuffer("RGB", size, pixels, "raw", "BGRX", 0, 1)
    image.save(out, "PNG", dpi=(ppi, ppi), compress_level=6)
    return out.getvalue()
