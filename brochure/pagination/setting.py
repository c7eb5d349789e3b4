"""What every step of pagination has at hand.

The layout, the composed blocks, the facts about picture files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from brochure.composition import Galley, Remark, Style
from brochure.content.model import Block, Brochure, Title
from brochure.diagnostics import Diagnostic, Severity, Span
from brochure.geometry import Pt
from brochure.layout.model import Layout

Compose: TypeAlias = Callable[[Block | Title, Style, Pt], Galley]


class Upright(Protocol):
    """What pagination asks of a picture file: its width and height in pixels, turned upright."""

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The frozen surroundings of one pagination.

    A block asked for twice at one measure in one style is composed once: rival page sequences share their
    galleys.
    """

    brochure: Brochure
    layout: Layout
    compose: Compose
    images: Mapping[str, Upright]
    _galleys: dict[tuple[int, int, Pt], tuple[Block | Title, Galley]] = field(default_factory=dict)

    def galley(self, block: Block | Title, style: Style, measure: Pt) -> Galley:
        """*block* set to *measure*."""
        key = (id(block), id(style), measure)
        kept = self._galleys.get(key)
        if kept is None:
            # The block is kept beside its galley, so that its id stays its own.
            kept = self._galleys[key] = (block, self.compose(block, style, measure))
        return kept[1]


def findings_of(remarks: tuple[Remark, ...], span: Span | None) -> list[Diagnostic]:
    """A galley's remarks as findings at the block's place in the author's file."""
    return [
        Diagnostic(
            severity=Severity(remark.severity),
            code=remark.code,
            message=remark.message,
            span=span,
            suggestion=remark.suggestion,
            about=remark.about,
        )
        for remark in remarks
    ]
