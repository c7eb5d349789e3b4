"""A job: which content, in which layout, for which edition, to where; and what came of it."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from brochure.content import Edition, Whole
from brochure.diagnostics import Diagnostic, Severity
from brochure.press.extract import PageRange
from brochure.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One edition to print.

    *content* is the YAML file, *shown_as* its name in messages; *layout* is a layout's name or path, empty
    for the one the content asks for; *pages* are those to print, all of them when empty; *screen* says
    that it is made to be looked at on one, where a coarse picture is no fault; *tagged* asks for the screen
    edition, a file to be read there, instead of a press file.
    """

    content: Path
    shown_as: str
    layout: str = ""
    edition: Edition = field(default_factory=Whole)
    pages: tuple[PageRange, ...] = ()
    screen: bool = False
    tagged: bool = False

    @property
    def project(self) -> Path:
        """The author's own folder: pictures, layouts and fonts are looked for here first."""
        return self.content.resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A finished edition.

    Its file name, title and bytes, trim, page count, what was found, how long each stage took. *stem* begins
    the names of files made of single pages; *folios* are the numbers of the pages, of the *extent* that the
    edition has; *cards* are the names of the cards, one a page, where the pages are cards.
    """

    name: str
    title: str
    data: bytes
    pages: int
    trim_mm: tuple[float, float]
    bleed_mm: float
    findings: tuple[Diagnostic, ...]
    laps: tuple[tuple[str, float], ...] = ()
    stem: str = ""
    folios: tuple[int, ...] = ()
    extent: int = 0
    cards: tuple[str, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings are of *severity*."""
        return sum(finding.severity is severity for finding in self.findings)
