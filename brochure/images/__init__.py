"""Picture files to facts and print-ready pixels; the only room that opens pictures."""

from brochure.images.cutout import check_cutout
from brochure.images.prepare import PressInks, kept, prepare
from brochure.images.raster import Raster
from brochure.images.resolution import effective_ppi, printed_pixels
from brochure.images.survey import MOST_BYTES, ImageFile, Store, survey_file

__all__ = [
    "MOST_BYTES",
    "ImageFile",
    "PressInks",
    "Raster",
    "Store",
    "check_cutout",
    "effective_ppi",
    "kept",
    "prepare",
    "printed_pixels",
    "survey_file",
]
