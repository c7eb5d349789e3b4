"""Findings about a few characters of a block, moved from the block's place to theirs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from brochure.diagnostics import Diagnostic, Span


def pinpointed(findings: Iterable[Diagnostic], content: Path, shown_as: str) -> tuple[Diagnostic, ...]:
    """*findings*, those that say what they are *about* pointing at its first occurrence inside their span.

    Composition knows no places, so that a galley stays good when lines above it move; here the author's
    file is at hand again. A finding whose characters are not found as written (an escape, another file)
    keeps its place.
    """
    gathered = tuple(findings)
    if not any(finding.about for finding in gathered):
        return gathered
    lines = content.read_text(encoding="utf-8-sig").splitlines()
    return tuple(_pinpointed(finding, lines, shown_as) for finding in gathered)


def _pinpointed(finding: Diagnostic, lines: list[str], shown_as: str) -> Diagnostic:
    span = finding.span
    if not finding.about or span is None or span.file != shown_as:
        return finding
    for number in range(span.line, min(span.end_line, len(lines)) + 1):
        line = lines[number - 1]
        start = span.column - 1 if number == span.line else 0
        end = span.end_column - 1 if number == span.end_line else len(line)
        at = line.find(finding.about, start, end)
        if at >= 0:
            place = Span(span.file, number, at + 1, number, at + 1 + len(finding.about))
            return replace(finding, span=place)
    return finding
