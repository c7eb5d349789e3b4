"""The pages of finished bytes as pixels, seen by a reader that the writer does not know (pdfium)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_WHITE = 0xFFFFFFFF


def page_pixels(pdf: bytes, size: tuple[int, int]) -> Iterator[bytes]:
    """The trim of each page of *pdf*, filling *size*, as rows of pixels: blue, green, red, unused.

    Inks are shown by pdfium's own reckoning, the bleed is left off.
    """
    import pypdfium2  # brings a renderer; only those who want to see pages need it

    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield _pixels(pypdfium2.raw, page, *size)
            page.close()
    finally:
        document.close()


def _pixels(raw: Any, page: Any, width: int, height: int) -> bytes:
    from ctypes import string_at

    bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_BGRx, None, 4 * width)
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        whole = raw.FS_RECTF(0, 0, width, height)
        matrix = _matrix(raw, page, width, height)
        raw.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, whole, 0)
        return string_at(raw.FPDFBitmap_GetBuffer(bitmap), 4 * width * height)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)


def _matrix(raw: Any, page: Any, width: int, height: int) -> Any:
    """What carries the trim onto the picture.

    pdfium first lays the page, y downwards, on as many whole units as its width and height have; that is
    undone here, or everything would be a little too small.
    """
    left, bottom, right, top = page.get_trimbox()
    start, _, end, head = page.get_cropbox()
    page_width, page_height = page.get_size()
    across = width / (right - left) * (page_width / int(page_width))
    down = height / (top - bottom) * (page_height / int(page_height))
    offset_x = -(left - start) * width / (right - left)
    offset_y = -(head - top) * height / (top - bottom)
    assert abs((end - start) - page_width) < 0.01  # noqa: S101  # pages of ours are never turned
    return raw.FS_MATRIX(across, 0, 0, down, offset_x, offset_y)
