"""One block to a galley at a given measure."""

from brochure.composition.compose import Style, compose_block
from brochure.composition.contents import compose_contents
from brochure.composition.galley import Galley, Line, Remark, Strip
from brochure.composition.heading import compose_heading
from brochure.composition.line import SetLine, set_line, set_vertical
from brochure.composition.linebreak import Measures
from brochure.composition.looseness import Looseness, Variant, compose_paragraph_variants
from brochure.composition.paragraph import compose_paragraph
from brochure.fonts import Faces

__all__ = [
    "Faces",
    "Galley",
    "Line",
    "Looseness",
    "Measures",
    "Remark",
    "SetLine",
    "Strip",
    "Style",
    "Variant",
    "compose_block",
    "compose_contents",
    "compose_heading",
    "compose_paragraph",
    "compose_paragraph_variants",
    "set_line",
    "set_vertical",
]
