"""How far a part has been placed, and what is left for its next pages."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import field
from typing import Final, TypeAlias

from brochure.content.model import Lead, MetricBand, Photo, PhotoGroup, QrCode
from brochure.diagnostics import Diagnostic
from brochure.geometry import Pt
from brochure.layout.model import Theme
from brochure.layout.styles import ParagraphStyle
from brochure.pagination.flow import FlowLine
from brochure.pagination.parts import Part
from brochure.pagination.setting import Setting
from brochure.values import dataclass

MISFITS: Final = frozenset(
    (
        "pagination/overset",
        "pagination/no-room-for-group",
        "pagination/not-vertical",
        "composition/table-too-wide",
    )
)
"""Faults of a block in its frame that another frame may mend."""
Story: TypeAlias = tuple[tuple[FlowLine, ...], tuple[Diagnostic, ...]]
"""The lines of a part's running text, and what was found in setting them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facing:
    """Text columns that the next page is to match: the frame's name, the common height, the page's number in
    its part.
    """

    frame: str
    height: Pt
    page: int


@dataclass(slots=True)
class Progress:
    """A part on its way into frames.

    *lines* is the story once a text frame has given its measure (*measured*), of which *placed* lines have
    a place, without the blocks *taken* out of it into frames; *again* sets it, *noted* is what it found;
    *across* is a picture whose second half is still to come; *vacant* counts frames that found nothing;
    *seen* has the page on which each block of the story begins, counted from the part's first, *shown* that
    of each picture and *shown_groups* that of each group; *facing* is the text of a left-hand page that ends
    together with that of the page beside it; *set_in* is the style and measure of its running text; *pages*
    is how many are filled, *fullest* the most lines that one of them took.
    """

    part: Part
    theme: Theme
    setting: Setting
    photos: list[Photo]
    leads: list[Lead]
    bands: list[MetricBand]
    groups: list[PhotoGroup]
    codes: list[QrCode]
    lines: tuple[FlowLine, ...] = ()
    placed: int = 0
    measured: bool = False
    taken: frozenset[int] = frozenset()
    again: Callable[[frozenset[int]], Story] | None = None
    noted: tuple[Diagnostic, ...] = ()
    across: Photo | None = None
    vacant: int = 0
    findings: list[Diagnostic] = field(default_factory=list)
    seen: dict[int, int] = field(default_factory=dict)
    shown: list[int] = field(default_factory=list)
    shown_groups: list[int] = field(default_factory=list)
    facing: Facing | None = None
    pages: int = 0
    set_in: tuple[ParagraphStyle, Pt] | None = None
    fullest: int = 0

    def fork(self) -> Progress:
        """The same state, to go on another way from here."""
        other = copy(self)
        other.photos, other.leads, other.bands = self.photos[:], self.leads[:], self.bands[:]
        other.groups, other.codes = self.groups[:], self.codes[:]
        other.findings, other.seen, other.shown = self.findings[:], dict(self.seen), self.shown[:]
        other.shown_groups = self.shown_groups[:]
        return other

    @property
    def misfits(self) -> int:
        """How many blocks do not fit where they stand."""
        return sum(finding.code in MISFITS for finding in self.findings)

    @property
    def placed_so_far(self) -> tuple[object, ...]:
        """What is placed, as a key: two ways with the same one have the same to do."""
        pictures = len(self.photos), len(self.groups), self.across is None
        # text set round a picture has more lines
        lines = self.placed, len(self.lines) if self.placed else 0
        return *lines, *pictures, len(self.leads), len(self.bands), len(self.codes), self.taken

    @property
    def done(self) -> bool:
        """Whether everything has a place."""
        waiting = self.photos or self.leads or self.bands or self.groups or self.codes
        return not (self.text_left or waiting)

    @property
    def text_left(self) -> bool:
        """Whether running text still waits for a frame."""
        return self.placed < len(self.lines) if self.measured else len(self.part.text) > len(self.taken)

    def measure(self, again: Callable[[frozenset[int]], Story]) -> None:
        """Set the story by *again*, without the blocks that frames have taken."""
        lines, noted = again(self.taken)
        if self.placed:  # what is placed stays as it was set, and so does the rest of a divided block
            last = self.lines[self.placed - 1].block
            kept = [
                *self.lines[: self.placed],
                *(line for line in self.lines[self.placed :] if line.block == last),
            ]
            lines = (*kept, *(line for line in lines if line.block > last))
        self.lines = lines
        self.findings = [finding for finding in self.findings if finding not in self.noted]
        self.findings += noted
        self.noted, self.again, self.measured = noted, again, True

    def take(self, number: int) -> None:
        """Take block *number*, of which nothing is placed, out of the story."""
        self.taken |= {number}
        if self.again is not None:
            self.measure(self.again)
