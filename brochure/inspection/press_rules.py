"""The press rules, in the order of the house's list of checks, and the inspection that runs them all.

Needs `pikepdf`, which a reader of brochures does not: it is loaded for this inspection alone.
"""

from brochure.diagnostics import Diagnostic
from brochure.inspection import (
    rules_boxes,
    rules_color,
    rules_file,
    rules_fonts,
    rules_ink,
    rules_pictures,
    rules_structure,
)
from brochure.inspection.evidence import Evidence, PressOrder, PressRule

RULES: tuple[PressRule, ...] = tuple(
    sorted(
        (
            *rules_file.RULES,
            *rules_color.RULES,
            *rules_pictures.RULES,
            *rules_ink.RULES,
            *rules_fonts.RULES,
            *rules_boxes.RULES,
            *rules_structure.RULES,
        ),
        key=lambda rule: rule.check,
    )
)


def inspect_press(pdf: bytes, order: PressOrder) -> tuple[Diagnostic, ...]:
    """Every finding of every rule on a finished press file; none for a sound one."""
    evidence = Evidence(pdf, order)
    return tuple(finding for rule in RULES for finding in rule.findings(evidence))
