"""Faces: measures, coverage, shaping and subsets. The only room that knows HarfBuzz."""

from brochure.fonts.coverage import missing
from brochure.fonts.face import Bounds, Face, FaceLike, Faces
from brochure.fonts.library import FontLibrary
from brochure.fonts.record import RECORD, FontFile, Typeface
from brochure.fonts.shape import Direction, Shaped
from brochure.fonts.subset import Subset, subset

__all__ = [
    "RECORD",
    "Bounds",
    "Direction",
    "Face",
    "FaceLike",
    "Faces",
    "FontFile",
    "FontLibrary",
    "Shaped",
    "Subset",
    "Typeface",
    "missing",
    "subset",
]
