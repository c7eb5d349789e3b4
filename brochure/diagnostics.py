"""What went wrong, where, and what to try: the one vocabulary every room reports in."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from brochure.values import dataclass


class Span(NamedTuple):
    """A stretch of an author's file, 1-based, end exclusive in its column.

    *file* is the path as the user would type it, relative to the folder of the job where possible.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Words(NamedTuple):
    """One sentence in the two languages of the house."""

    en: str
    zh: str


class Replacement(NamedTuple):
    """What stands at a finding's place, and what to write there, character for character."""

    old: str
    new: str


class Severity(Enum):
    """An error stops the press; a warning rides on the result; a note only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding: a code ``room/fault``, a sentence, the place in the author's file, what to try.

    *about* are the characters of the author's text it is about, when the span covers more than these;
    *page* is the printed page (1-based) where the finding shows, when there is one; *replacement* is there
    when the program can mend it alone.
    """

    severity: Severity
    code: str
    message: Words
    span: Span | None = None
    suggestion: Words | None = None
    about: str = ""
    page: int | None = None
    replacement: Replacement | None = None


class BrochureError(Exception):
    """The faults of one stage, all together; raised once, never for a warning alone."""

    def __init__(self, findings: Iterable[Diagnostic]) -> None:
        self.findings: tuple[Diagnostic, ...] = tuple(findings)
        super().__init__("; ".join(f"{f.span or '-'}: {f.message.en}" for f in self.findings[:5]))


class MachineError(BrochureError):
    """The machine lacks something: a full disk, a right, memory. Exit code 3, not the author's fault."""


def error(code: str, message: Words, span: Span | None = None, suggestion: Words | None = None) -> Diagnostic:
    """A finding that stops the press."""
    return Diagnostic(severity=Severity.ERROR, code=code, message=message, span=span, suggestion=suggestion)


def warning(
    code: str, message: Words, span: Span | None = None, suggestion: Words | None = None
) -> Diagnostic:
    """A finding that rides on the result."""
    return Diagnostic(severity=Severity.WARNING, code=code, message=message, span=span, suggestion=suggestion)


def note(code: str, message: Words, span: Span | None = None) -> Diagnostic:
    """A finding that only tells."""
    return Diagnostic(severity=Severity.NOTE, code=code, message=message, span=span)


def refuse_if_fatal(findings: Iterable[Diagnostic]) -> None:
    """Raise `BrochureError` with all *findings* when one of them is an error."""
    gathered = tuple(findings)
    if any(finding.severity is Severity.ERROR for finding in gathered):
        raise BrochureError(gathered)
