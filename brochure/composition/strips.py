"""Lines as strips, and what a reader would notice about them as remarks."""

from collections.abc import Iterator, Sequence
from math import inf
from typing import Final, NamedTuple

from brochure.composition.adjustment import Adjusted
from brochure.composition.beside import marks_beside
from brochure.composition.downwards import falling_runs, turned
from brochure.composition.galley import Line, Remark, Strip
from brochure.composition.inlines import NOTHING_BESIDE, Beside
from brochure.composition.runs import runs
from brochure.composition.sorts import Sorts
from brochure.diagnostics import Words
from brochure.display import Mark
from brochure.geometry import Pt
from brochure.layout.styles import ParagraphStyle

EM_BOX_ASCENT: Final = 0.88
"""Em; top of the ideographic em box above the baseline (M2)."""
_FIT: Final = 0.01  # points; a line that sticks out by less is a rounding


class PlacedLine(NamedTuple):
    """A line with its distance from the left edge of the galley and the measure it was set to."""

    line: Adjusted
    left: Pt
    measure: Pt


def strips(
    sorts: Sorts, lines: list[PlacedLine], style: ParagraphStyle, beside: Beside = NOTHING_BESIDE
) -> Iterator[Strip]:
    """A strip for every line, as high as the leading, the em box centred in it, with what stands *beside*."""
    baseline = (style.leading - style.text.size) / 2 + EM_BOX_ASCENT * style.text.size
    for line, left, measure in lines:
        marks: tuple[Mark, ...]
        if sorts.vertical:
            marks = falling_runs(sorts, line, left, baseline)
        else:
            marks = runs(sorts, line, left, baseline)
        if beside is not NOTHING_BESIDE:
            more = marks_beside(sorts, line, beside, style, left, baseline, left + measure)
            marks += tuple([turned(mark) for mark in more]) if sorts.vertical else more
        record = Line(
            text=sorts.text[line.start : line.end],
            natural=line.natural,
            width=line.width,
            shrunk=line.shrunk,
            stretched=line.stretched,
            gap=line.gap,
        )
        notes = tuple(noted.note for noted in beside.noted if line.start <= noted.at < line.end)
        yield Strip(height=style.leading, baseline=baseline, marks=marks, line=record, notes=notes)


def line_remarks(sorts: Sorts, lines: list[PlacedLine], style: ParagraphStyle) -> Iterator[Remark]:
    """Lines that stick out, lines spaced too widely (J6)."""
    for line, _, measure in lines:
        if line.width > measure + _FIT:
            yield _overfull(sorts.text[line.start : line.last + 1], line.width - measure)
        elif line.gap > style.profile.max_han_gap:
            yield _loose(sorts.text[line.start : line.last + 1], line.gap)


def edge_remarks(sorts: Sorts, lines: list[PlacedLine], costs: Sequence[float]) -> Iterator[Remark]:
    """Lines that begin where the prohibition level bars it: every escape is told (K10)."""
    for line, _, _ in lines:
        if line.start and costs[line.start] == inf:
            yield _escape(sorts.text[line.start : line.last + 1])


def _escape(text: str) -> Remark:
    return Remark(
        severity="warning",
        code="composition/prohibited-edge",
        message=Words(
            f"the line “{text}” starts inside a row of marks: no allowed break spaced the lines evenly",
            f"“{text}”一行从连续标点中间起行：按禁则断行会使字距过大",
        ),
        suggestion=Words(
            "reword the paragraph by a few characters, or give it a longer measure",
            "增删几个字，或放到更宽的栏里",
        ),
    )


def _overfull(text: str, surplus: Pt) -> Remark:
    return Remark(
        severity="error",
        code="composition/overfull",
        message=Words(
            f"“{text}” cannot be broken and is {surplus:.1f} pt longer than its line",
            f"“{text}”不可拆行，超出行长 {surplus:.1f} pt",
        ),
        suggestion=Words(
            "shorten it, take it out of `keep`, or give it a longer measure",
            "缩短它，把它移出 keep，或放到更宽的栏里",
        ),
    )


def _loose(text: str, gap: float) -> Remark:
    return Remark(
        severity="warning",
        code="composition/loose-line",
        message=Words(
            f"the characters of the line “{text}” stand {gap:.2f} em apart",
            f"“{text}”一行的字距被拉开 {gap:.2f} 字宽",
        ),
        suggestion=Words(
            "reword the paragraph by a few characters, or allow a break in its long words",
            "增删几个字，或允许其中的长词拆行",
        ),
    )
