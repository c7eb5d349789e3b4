"""Print-ready pixels: one picture, cropped, at the press's resolution, in the press's inks, encoded once."""

from __future__ import annotations

from brochure.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Raster:
    """A picture as the PDF will hold it.

    *data* is a baseline JPEG (DCT) of *components* inks (4: CMYK, 1: black alone), 8 bits each, never
    subsampled; for a screen it has the three lights of sRGB. *inverted* says that the file stores inks upside
    down (Adobe's way, marked in it), so that its Decode array must turn them back. *outline* are the closed
    lines inside which a cut-out shows, in shares of width and height from the top left corner; empty for a
    picture that fills its box. *digest* names the recipe it was made by: two placings with one digest show
    the same pixels.
    """

    width: int
    height: int
    components: int
    data: bytes
    inverted: bool
    digest: str
    outline: tuple[tuple[tuple[float, float], ...], ...] = ()
