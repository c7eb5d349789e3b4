"""What every step of pagination has at hand.

The layout, the composed blocks, the facts about picture files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from itertools import islice, product
from typing import Any, Final, Protocol, TypeAlias, TypeVar

from brochure.composition import Galley, Looseness, Measures, Remark, Style
from brochure.content.model import Block, BodyText, Brochure, Inline, Lead, Title
from brochure.diagnostics import Diagnostic, Severity, Span
from brochure.geometry import Pt, Rect
from brochure.layout.model import Frame, Layout, Master, Theme
from brochure.layout.styles import ParagraphStyle
from brochure.values import dataclass

T = TypeVar("T")
# Beyond so many choices of styles on one page the rest are not tried.
MOST_CHOICES: Final = 16
Loosen: TypeAlias = Callable[[BodyText, ParagraphStyle, Pt], Looseness]
Compose: TypeAlias = Callable[[Block | Title, Style, Pt | Measures], Galley]


class Upright(Protocol):
    """What pagination asks of a picture file: its width and height in pixels, turned upright, and what of it
    is opaque.
    """

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height."""

    @property
    def opaque(self) -> Rect | None:
        """The part outside which it is transparent, in shares; None where it has no transparency."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The frozen surroundings of one pagination.

    A block asked for twice at one measure in one style is composed once: rival page sequences share their
    galleys. *greedy* takes the first way that comes instead of searching for the best: what others do, kept
    to compare with. *loosen* gives a paragraph a line shorter and longer, where pages may ask for that.
    """

    brochure: Brochure
    layout: Layout
    compose: Compose
    images: Mapping[str, Upright]
    greedy: bool = False
    loosen: Loosen | None = None
    _masters: Mapping[str, Master] | None = None
    _forced: Mapping[tuple[int, Pt], Galley] = field(default_factory=dict)
    _galleys: dict[tuple[int, int, Pt], tuple[Block | Title, Style, Galley]] = field(default_factory=dict)
    _loosened: dict[tuple[int, int, Pt], tuple[BodyText, Style, Looseness]] = field(default_factory=dict)
    _words: dict[Title, Title | Lead] = field(default_factory=dict)
    _kept: dict[object, Any] = field(default_factory=dict)

    def galley(self, block: Block | Title, style: Style, measure: Pt) -> Galley:
        """*block* set to *measure*."""
        if forced := self._forced.get((id(block), measure)):
            return forced
        key = (id(block), id(style), measure)
        kept = self._galleys.get(key)
        if kept is None:
            # Block and style are kept beside the galley, so that their ids stay their own.
            kept = self._galleys[key] = (block, style, self.compose(block, style, measure))
        return kept[2]

    def loosened(self, block: BodyText, style: ParagraphStyle, measure: Pt) -> Looseness | None:
        """*block* set to *measure* as it sets itself, a line shorter, a line longer; None if nobody can."""
        if self.loosen is None:
            return None
        key = (id(block), id(style), measure)
        kept = self._loosened.get(key)
        if kept is None:
            kept = self._loosened[key] = (block, style, self.loosen(block, style, measure))
        return kept[2]

    def with_galleys(self, galleys: Mapping[tuple[int, Pt], Galley]) -> Setting:
        """The same surroundings, but for these blocks at these measures.

        Stories are set anew, the rest is shared.
        """
        return replace(self, _forced=galleys, _kept={})

    def with_masters(self, masters: Mapping[str, Master]) -> Setting:
        """The same surroundings, but for these masters."""
        return replace(self, _masters=masters)

    def master(self, name: str) -> Master:
        """The master called *name*."""
        return (self._masters or self.layout.masters)[name]

    def masters(self, name: str) -> tuple[Master, ...]:
        """The master called *name* in each choice of styles its frames offer, the designer's own first."""
        master = self.master(name)
        if self.greedy or not any(frame.others for frame in master.frames):
            return (master,)
        return self.once(("styles", id(master)), lambda: (master, tuple(in_other_styles(master))))[1]

    def style(self, theme: Theme, name: str, frame: Frame) -> ParagraphStyle:
        """The paragraph style called *name*, in the direction of *frame*; the same one each time."""
        style = theme.paragraphs[name]
        if frame.direction == style.direction:
            return style
        return self.once(("turned", id(style)), lambda: replace(style, direction=frame.direction))

    def words(self, title: Title) -> Title | Lead:
        """Words of the layout as a block.

        A title where they have seams, else a line of text; the same one each time.
        """
        if title not in self._words:
            self._words[title] = title if title.seams else Lead(text=(Inline(text=title.text),))
        return self._words[title]

    def once(self, key: object, make: Callable[[], T]) -> T:
        """What *make* gives, made once for *key*: rival ways ask for the same story many times."""
        if key not in self._kept:
            self._kept[key] = make()
        kept: T = self._kept[key]
        return kept


def in_other_styles(master: Master) -> Iterator[Master]:
    """*master* with every choice of its frames' styles, up to `MOST_CHOICES`, in the designer's order."""
    choices = [
        [replace(frame, style=style, rank=rank) for rank, style in enumerate((frame.style, *frame.others))]
        for frame in master.frames
    ]
    for frames in islice(product(*choices), MOST_CHOICES):
        yield replace(master, frames=frames)


def findings_of(
    remarks: tuple[Remark, ...], span: Span | None, places: tuple[Span | None, ...] = ()
) -> list[Diagnostic]:
    """A galley's remarks as findings at the block's place in the author's file, or at those of its parts."""
    return [
        Diagnostic(
            severity=Severity(remark.severity),
            code=remark.code,
            message=remark.message,
            span=places[remark.part] if 0 <= remark.part < len(places) else span,
            suggestion=remark.suggestion,
            about=remark.about,
        )
        for remark in remarks
    ]
