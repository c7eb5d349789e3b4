"""Gathers the faults of one stage, so that an author hears of all of them at once."""

from __future__ import annotations

from pathlib import Path

from brochure.diagnostics import BrochureError, Diagnostic, Severity, Span, Words


class Faults:
    """The findings of one room so far, each with a code ``room/fault``.

    *folder* is where the file that is read lies: what it names beside itself is looked for there.
    """

    __slots__ = ("folder", "found", "room")

    def __init__(self, room: str, folder: Path | None = None) -> None:
        self.room, self.folder = room, folder
        self.found: list[Diagnostic] = []

    def error(self, fault: str, message: Words, span: Span | None, suggestion: Words | None = None) -> None:
        """Note what must stop the press."""
        self._note(Severity.ERROR, fault, message, span, suggestion)

    def warning(self, fault: str, message: Words, span: Span | None, suggestion: Words | None = None) -> None:
        """Note what rides on the result."""
        self._note(Severity.WARNING, fault, message, span, suggestion)

    def _note(
        self, severity: Severity, fault: str, message: Words, span: Span | None, suggestion: Words | None
    ) -> None:
        code = f"{self.room}/{fault}"
        self.found.append(
            Diagnostic(severity=severity, code=code, message=message, span=span, suggestion=suggestion)
        )

    @property
    def fatal(self) -> bool:
        """Whether one of them is an error."""
        return any(finding.severity is Severity.ERROR for finding in self.found)

    @property
    def in_order(self) -> tuple[Diagnostic, ...]:
        """The findings in the order of the file, those without a place first."""
        return tuple(sorted(self.found, key=lambda finding: finding.span or ("",)))

    def refuse(self) -> None:
        """Raise them all, in the order of the file, when one of them is an error."""
        if self.fatal:
            raise BrochureError(self.in_order)
