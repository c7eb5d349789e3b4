"""Checks of pages before printing; every finding names the author's YAML line."""

from collections.abc import Mapping, Sequence

from brochure.diagnostics import Diagnostic
from brochure.fonts import FaceLike
from brochure.images import ImageFile
from brochure.layout import Layout
from brochure.pagination import Page
from brochure.preflight import checks, folds, graphics
from brochure.preflight.checks import Proof

__all__ = ["CHECKS", "preflight"]

CHECKS = (*checks.CHECKS, *folds.CHECKS, *graphics.CHECKS)


def preflight(
    pages: Sequence[Page], faces: Mapping[str, FaceLike], images: Mapping[str, ImageFile], layout: Layout
) -> tuple[Diagnostic, ...]:
    """What every check finds on every page, in page order.

    A mark that repeats its fault on many pages is named once.
    """
    job = Proof(faces, images, layout)
    findings = [finding for page in pages for check in CHECKS for finding in check(page, job)]
    seen: dict[object, Diagnostic] = {}
    for finding in findings:
        seen.setdefault((finding.code, finding.message, finding.span), finding)
    return tuple(seen.values())
