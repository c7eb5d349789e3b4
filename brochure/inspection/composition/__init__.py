"""The composition of a finished PDF judged by its own pages: every rule that shows there, counted.

Needs `pikepdf`, which a reader of brochures does not: loaded when a file is inspected.
"""

from brochure.inspection.composition.house import HOUSES, LEVELS, Level
from brochure.inspection.composition.proof import Evenness, Proof, inspect_composition, reread_lines
from brochure.inspection.composition.tally import Violation

__all__ = [
    "HOUSES",
    "LEVELS",
    "Evenness",
    "Level",
    "Proof",
    "Violation",
    "inspect_composition",
    "reread_lines",
]
