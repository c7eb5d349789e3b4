"""How far a part has been placed, and what is left for its next pages."""

from __future__ import annotations

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
    nothing.
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

    @property
    def text_left(self) -> bool:
        """Whether running text still waits for a frame."""
        return self.placed < len(self.lines) if self.measured else bool(self.part.text)
