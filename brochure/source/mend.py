"""Rewrites a few characters of an author's text, each at its place, and touches nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from brochure.diagnostics import Diagnostic
from brochure.source.manuscript import Manuscript


def mend(text: str, findings: Iterable[Diagnostic]) -> tuple[str, tuple[Diagnostic, ...]]:
    """*text* with the replacements of *findings* made, and the findings that were mended, in their order.

    A replacement is left out when its characters do not stand at its place as they are (an escape, a line
    end among them), or when it would overlap another.
    """
    manuscript = Manuscript(text, "")
    edits = []
    for finding in findings:
        if finding.span and finding.replacement:
            start = manuscript.start_of(finding.span.line - 1) + finding.span.column - 1
            written = _written(text, start, finding.replacement.old)
            if text.startswith(written, start):
                edits.append((start, start + len(written), finding))
    edits.sort(key=lambda edit: edit[0])
    parts, mended, at = [], [], 0
    for start, end, finding in edits:
        if start >= at and finding.replacement:
            parts += [text[at:start], finding.replacement.new]
            mended.append(finding)
            at = end
    return "".join([*parts, text[at:]]), tuple(mended)


def _written(text: str, start: int, old: str) -> str:
    """*old* as it is written there: a quotation mark inside double quotes has a backslash before it."""
    return f"\\{old}" if old == '"' and text.startswith('\\"', start) else old
