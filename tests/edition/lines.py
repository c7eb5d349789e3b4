"""The lines of a page: runs that stand side by side on one baseline."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from brochure.diagnostics import Span
from brochure.display import GlyphRun
from brochure.geometry import Pt, Rect
from brochure.layout.styles import ParagraphStyle
from brochure.pagination import Page
from tests.edition.printing import Copy


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Runs from left to right on one baseline of a page."""

    page: int
    runs: tuple[GlyphRun, ...]

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(run.text for run in self.runs)

    @property
    def baseline(self) -> Pt:
        """From the trim's head."""
        return self.runs[0].at.y

    @property
    def first(self) -> tuple[str, Pt, Pt]:
        """The first character, its origin and its size."""
        run = self.runs[0]
        return run.texts[0], run.at.x + run.xs[0], run.size

    @property
    def last(self) -> tuple[str, Pt, Pt]:
        """The last character, its origin and its size."""
        run = self.runs[-1]
        return run.texts[-1], run.at.x + run.xs[-1], run.size


def lines_of(page: Page) -> tuple[Line, ...]:
    """All horizontal lines of *page*: a run within an em of the one before belongs to its line."""
    runs = [mark for mark in page.display.marks if isinstance(mark, GlyphRun) and not (mark.ys or mark.turn)]
    lines: list[list[GlyphRun]] = []
    for run in runs:
        before = lines[-1][-1] if lines else None
        beside = before and abs(before.at.y - run.at.y) < 0.01 and 0 <= run.at.x - _end(before) + 2 < run.size
        if beside:
            lines[-1].append(run)
        else:
            lines.append([run])
    return tuple(Line(page=page.number, runs=tuple(line)) for line in lines)


def _end(run: GlyphRun) -> Pt:
    return run.at.x + run.width


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The lines that one paragraph has in one column, its edges, and how it is set.

    *opens* and *ends* say whether the paragraph's first and last line are among them.
    """

    lines: tuple[Line, ...]
    left: Pt
    right: Pt
    style: ParagraphStyle
    opens: bool
    ends: bool


def columns_of(copy: Copy) -> tuple[Column, ...]:
    """The running text of an edition: paragraphs and leads, column by column."""
    columns: list[Column] = []
    for span, group in groupby(_places(copy), key=lambda place: place.span):
        places = tuple(group)
        for number, place in enumerate(places):
            columns.append(
                Column(
                    lines=_inside(place.page, place.box, span),
                    left=place.box.x,
                    right=place.box.right,
                    style=place.style,
                    opens=number == 0,
                    ends=number == len(places) - 1,
                )
            )
    return tuple(columns)


class _Place(NamedTuple):
    span: Span
    page: Page
    box: Rect
    style: ParagraphStyle


def _places(copy: Copy) -> Iterator[_Place]:
    """Where running text stands, and in which style; colours apart, themes agree in it."""
    layout = copy.proofed.layout
    for page in copy.proofed.pagination.pages:
        frames = {frame.name: frame for frame in layout.masters[page.master].frames}
        for place in page.placements:
            frame = frames[place.frame]
            if frame.holds in {"text", "lead"} and place.span:
                yield _Place(place.span, page, place.box, layout.theme("").paragraphs[frame.style])


def _inside(page: Page, box: Rect, span: Span) -> tuple[Line, ...]:
    return tuple(
        line
        for line in lines_of(page)
        if line.runs[0].span == span
        and box.y - 1 <= line.baseline <= box.bottom + 1
        and box.x - line.runs[0].size <= line.runs[0].at.x < box.right
    )
