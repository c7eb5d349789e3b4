"""The judge at work: a finished file re-read line by line, every rule he can see counted."""

from collections.abc import Sequence
from io import BytesIO
from statistics import fmean
from typing import Any, Final

import pikepdf

from brochure.diagnostics import BrochureError, Diagnostic, Words, error
from brochure.geometry import Pt
from brochure.inspection.composition.blocks import blocks_of
from brochure.inspection.composition.drawing import count_drawing, count_ellipses
from brochure.inspection.composition.edges import count_edges
from brochure.inspection.composition.embedded import EmbeddedFont
from brochure.inspection.composition.gaps import Spacing, spacings
from brochure.inspection.composition.glyphs import page_glyphs
from brochure.inspection.composition.house import HOUSES, LEVELS, Level
from brochure.inspection.composition.justify import count_justification, extras
from brochure.inspection.composition.lines import Line, page_lines
from brochure.inspection.composition.marks import Kind
from brochure.inspection.composition.mixed import count_mixed
from brochure.inspection.composition.pages import count_pages, lone_last_line
from brochure.inspection.composition.paragraphs import Paragraph, paragraphs_of
from brochure.inspection.composition.rules import RULES
from brochure.inspection.composition.runs import count_runs
from brochure.inspection.composition.tally import Tally, Violation
from brochure.inspection.composition.widths import count_widths
from brochure.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Evenness:
    """How even justified lines are: *gaps* are what Han stand apart in every line that had to be filled, in
    em; *lone* of *paragraphs* of several lines end on fewer than two characters.
    """

    gaps: tuple[float, ...] = ()
    paragraphs: int = 0
    lone: int = 0

    @property
    def mean(self) -> float:
        """The mean gap, in em."""
        return fmean(self.gaps) if self.gaps else 0.0

    @property
    def most(self) -> float:
        """The widest, in em."""
        return max(self.gaps, default=0.0)

    def over(self, gap: float = 0.10) -> float:
        """The share of lines wider than *gap*."""
        return sum(own > gap for own in self.gaps) / len(self.gaps) if self.gaps else 0.0

    def plus(self, other: "Evenness") -> "Evenness":
        """Both together."""
        return Evenness(
            gaps=self.gaps + other.gaps,
            paragraphs=self.paragraphs + other.paragraphs,
            lone=self.lone + other.lone,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What a re-reading found: the pages as paragraphs, how often each rule applied, what was not kept.

    *house* and *level* are what it was judged by, *level_kept* the strictest level all its line ends keep to
    (K9); *body* is the size of its text, 0 when there is none.
    """

    house: str
    level: Level
    level_kept: Level
    pages: int
    paragraphs: tuple[Paragraph, ...]
    looked: dict[str, int]
    violations: tuple[Violation, ...]
    evenness: Evenness
    body: Pt

    @property
    def faults(self) -> tuple[Violation, ...]:
        """Rules broken."""
        return tuple(found for found in self.violations if found.weight == "fault")

    @property
    def costs(self) -> tuple[Violation, ...]:
        """Prices paid that the rules allow."""
        return tuple(found for found in self.violations if found.weight == "cost")

    @property
    def escapes(self) -> tuple[Violation, ...]:
        """Line edges freed inside rows of marks (K10)."""
        return tuple(found for found in self.violations if found.weight == "escape")


def reread_lines(pdf: bytes) -> tuple[list[Line], int]:
    """Every line of a finished file, and how many pages it has.

    Raises `BrochureError` when it cannot be opened or a page of it cannot be read.
    """
    lines: list[Line] = []
    fonts: dict[Any, EmbeddedFont] = {}
    try:
        with pikepdf.open(BytesIO(pdf)) as document:
            count = len(document.pages)
            for number, page in enumerate(document.pages, 1):
                lines += page_lines(page_glyphs(page, fonts), number)
            for line in lines:
                line.draw()
    except _BROKEN as fault:
        raise BrochureError([_unreadable(fault)]) from fault
    return lines, count


# what a file that is no PDF, is locked, or lies about itself makes its reader raise
_BROKEN: Final = (
    pikepdf.PdfError,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    RecursionError,
)


def _unreadable(fault: Exception) -> Diagnostic:
    why = f"{type(fault).__name__}: {fault}"[:120]
    return error(
        "inspection/unreadable-file",
        Words(f"this cannot be read as a PDF: {why}", f"无法作为 PDF 读取：{why}"),
    )


def inspect_composition(pdf: bytes, house: str = "gb-book", level: Level = "gb") -> Proof:
    """Judge a finished file by the marks of *house* and the prohibition *level*.

    Raises `BrochureError` when it cannot be read.
    """
    lines, pages = reread_lines(pdf)
    return judge(lines, pages, house, level)


def judge(lines: Sequence[Line], pages: int, house: str = "gb-book", level: Level = "gb") -> Proof:
    """Count every rule that *lines* show; paragraphs without a Chinese character are another's affair."""
    paragraphs = paragraphs_of(blocks_of(lines))
    chinese = [paragraph for paragraph in paragraphs if Kind.HAN in paragraph.kinds]
    style = HOUSES[house]
    spaced = [(paragraph, spacings(paragraph, style)) for paragraph in chinese]
    tally = Tally()
    keeps = any(line.spaced_at_end for line in lines)
    for paragraph, places in spaced:
        count_edges(paragraph, level, tally)
        count_runs(paragraph, tally, spaces_kept=keeps)
        if not paragraph.vertical:
            count_widths(paragraph, places, style, tally)
            count_drawing(paragraph, tally)
            count_justification(paragraph, places, tally)
    count_ellipses(chinese, tally)
    count_mixed(spaced, tally)
    count_pages(chinese, tally)
    body = [(paragraph, places) for paragraph, places in spaced if paragraph.role == "body"]
    return Proof(
        house=house,
        level=level,
        level_kept=_level_kept(chinese),
        pages=pages,
        paragraphs=tuple(paragraphs),
        looked={rule: tally.looked[rule] for rule in RULES},
        violations=tuple(tally.violations),
        evenness=_evenness(body),
        body=body[0][0].em if body else 0.0,
    )


def _evenness(body: Sequence[tuple[Paragraph, list[Spacing]]]) -> Evenness:
    justified = [(paragraph, places) for paragraph, places in body if paragraph.lines[0].block.justified]
    counts = [lone_last_line(paragraph) for paragraph, _ in justified]
    told = [count for count in counts if count is not None]
    return Evenness(
        gaps=tuple(gap for _, places in justified for gap in extras(places)),
        paragraphs=len(told),
        lone=sum(count < 2 for count in told),
    )


def _level_kept(paragraphs: Sequence[Paragraph]) -> Level:
    """The strictest prohibition level that every line end keeps to (K9)."""
    kept: Level = "none"
    for level in LEVELS[1:]:
        tally = Tally()
        for paragraph in paragraphs:
            count_edges(paragraph, level, tally)
        if any(found.weight == "fault" and found.rule.startswith("K") for found in tally.violations):
            break
        kept = level
    return kept
