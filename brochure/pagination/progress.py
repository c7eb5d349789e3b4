"""How far a part has been placed, and what is left for its next pages."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field

from brochure.content.model import Lead, MetricBand, Photo
from brochure.diagnostics import Diagnostic
from brochure.layout.model import Theme
from brochure.pagination.flow import FlowLine
from brochure.pagination.parts import Part
from brochure.pagination.setting import Setting


@dataclass(slots=True)
class Progress:
    """A part on its way into frames.

    *lines* is the story once a text frame has given its measure (*measured*), of which *placed* lines have
    a place; *across* is a picture whose second half is still to come; *vacant* counts frames that found
    nothing; *seen* has the page on which each block of the story begins, counted from the part's first,
    *shown* that of each picture; *pages* is how many are filled, *fullest* the most
    lines that one of them took.
    """

    part: Part
    theme: Theme
    setting: Setting
    photos: list[Photo]
    leads: list[Lead]
    bands: list[MetricBand]
    lines: tuple[FlowLine, ...] = ()
    placed: int = 0
    measured: bool = False
    across: Photo | None = None
    vacant: int = 0
    findings: list[Diagnostic] = field(default_factory=list)
    seen: dict[int, int] = field(default_factory=dict)
    shown: list[int] = field(default_factory=list)
    pages: int = 0
    fullest: int = 0

    def fork(self) -> Progress:
        """The same state, to go on another way from here."""
        other = copy(self)
        other.photos, other.leads, other.bands = self.photos[:], self.leads[:], self.bands[:]
        other.findings, other.seen, other.shown = self.findings[:], dict(self.seen), self.shown[:]
        return other

    @property
    def placed_so_far(self) -> tuple[int, int, int, int, bool]:
        """What is placed, as a key: two ways with the same one have the same to do."""
        return self.placed, len(self.photos), len(self.leads), len(self.bands), self.across is None

    @property
    def done(self) -> bool:
        """Whether everything has a place."""
        return not (self.text_left or self.photos or self.leads or self.bands)

    @property
    def text_left(self) -> bool:
        """Whether running text still waits for a frame."""
        return self.placed < len(self.lines) if self.measured else bool(self.part.text)
