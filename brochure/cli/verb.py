"""What a verb declares about itself: its words, options and examples; and what comes of running it."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from brochure.cli import exits
from brochure.cli.desk import Desk
from brochure.diagnostics import Diagnostic, Severity, Words
from brochure.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option. *flags* are its spellings; *value* names what follows it, empty for a switch; *choices* are
    the words allowed there, any when empty.
    """

    flags: tuple[str, ...]
    says: Words
    value: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Operand:
    """What stands without a flag: *shown* as in ``[FILE]``; *many* when there may be several."""

    name: str
    shown: str
    says: Words
    many: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A file that was written, as the user would type its path."""

    path: str
    edition: str
    pages: int
    bytes: int
    sha256: str
    trim_mm: tuple[float, float]
    bleed_mm: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a verb: files, findings, and its own *facts* for the JSON document.

    *written* are the files of *outputs*, for the verb itself; *code* is the exit code where the findings
    alone do not say it.
    """

    outputs: tuple[Output, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    facts: tuple[tuple[str, Any], ...] = ()
    code: int = exits.DONE
    written: tuple[Path, ...] = ()

    @property
    def exit(self) -> int:
        """The exit code it comes to."""
        faulty = any(finding.severity is Severity.ERROR for finding in self.findings)
        return self.code or (exits.AT_FAULT if faulty else exits.DONE)


Run: TypeAlias = Callable[[Namespace, Desk], Outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb as `--help` shows it: *examples* are command lines with what they do."""

    name: str
    says: Words
    run: Run
    examples: tuple[tuple[str, Words], ...]
    operand: Operand | None = None
    options: tuple[Option, ...] = ()
