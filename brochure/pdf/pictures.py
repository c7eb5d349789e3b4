"""Pictures as image XObjects: the JPEG data go in as they were prepared."""

from typing import Any

from brochure.color import BLACK, Spot
from brochure.images import Raster
from brochure.pdf.document import Array, PressDocument
from brochure.pdf.inks import InkBook

_BLACK_PLATE = Spot(name="Black", tint=1, alternate=BLACK)
"""The black plate as a Separation: a picture in black alone stays off the other plates and needs no
DeviceGray.
"""

_SPACES = {4: "/DeviceCMYK", 3: "/DeviceRGB"}


class PictureBook:
    """The pictures of one file; the same pixels are embedded once, wherever they are placed."""

    def __init__(self, document: PressDocument, inks: InkBook) -> None:
        self._document = document
        self._inks = inks
        self._embedded: dict[str, tuple[str, Any]] = {}

    def image(self, raster: Raster) -> tuple[str, Any]:
        """The resource name of *raster*, and the reference to its image XObject."""
        if raster.digest not in self._embedded:
            self._document.sign(raster.digest)
            reference = self._document.stream(raster.data, self._entries(raster), deflate=False)
            self._embedded[raster.digest] = (f"P{len(self._embedded) + 1}", reference)
        return self._embedded[raster.digest]

    def _entries(self, raster: Raster) -> dict[str, Any]:
        entries: dict[str, Any] = {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": raster.width,
            "Height": raster.height,
            "BitsPerComponent": 8,
            "ColorSpace": _SPACES.get(raster.components) or self._inks.space(_BLACK_PLATE)[1],
            "Filter": "/DCTDecode",
        }
        if raster.inverted:
            entries["Decode"] = Array([1, 0] * raster.components)
        return entries
