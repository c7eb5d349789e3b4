"""Page boxes: MediaBox, BleedBox and TrimBox, in PDF space (origin at the foot of the media, y upwards)."""

from typing import Any

from brochure.display import Surface
from brochure.geometry import Rect
from brochure.pdf.document import Array


def page_boxes(surface: Surface) -> dict[str, Any]:
    """The boxes of *surface*; CropBox is left out, so that it equals MediaBox (GWG 2022 R0003)."""
    return {
        "MediaBox": _box(surface.media, surface.media),
        "BleedBox": _box(surface.bleed, surface.media),
        "TrimBox": _box(surface.trim, surface.media),
    }


def _box(box: Rect, media: Rect) -> Any:
    """Left, foot, right, top, to a ten-thousandth of a point."""
    corners = (box.x - media.x, media.bottom - box.bottom, box.right - media.x, media.bottom - box.y)
    return Array([f"{corner:.4f}".rstrip("0").rstrip(".") for corner in (abs(round(c, 4)) for c in corners)])
