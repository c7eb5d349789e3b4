"""What stands apart, on the baseline grid: whole lines (占行), first baselines on the grid (G8)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import ceil
from typing import Final

from brochure.composition.galley import Galley, Remark, Strip
from brochure.composition.heading import compose_heading
from brochure.composition.paragraph import compose_paragraph
from brochure.content.model import Text, Title
from brochure.display import Mark, moved
from brochure.fonts import Faces
from brochure.geometry import Pt
from brochure.layout.apart import GridLines
from brochure.layout.styles import ParagraphStyle

_FIT: Final = 0.01  # points


def whole_lines(height: Pt, lines: GridLines) -> int:
    """How many lines of the grid *height* takes; at least one."""
    return max(1, ceil((height - _FIT) / lines.height))


def marks_of(galley: Galley, x: Pt, y: Pt) -> Iterator[Mark]:
    """The marks of *galley*, its strips one below the other from (x, y)."""
    for strip in galley.strips:
        yield from (moved(mark, x, y) for mark in strip.marks)
        y += strip.height


def first_baseline(galley: Galley) -> Pt:
    """From the galley's head to its first baseline; 0 when it is empty."""
    return galley.strips[0].baseline if galley.strips else 0.0


def set_text(text: Text, style: ParagraphStyle, measure: Pt, faces: Faces, keep: tuple[str, ...]) -> Galley:
    """*text* as a paragraph without first-line indent: what stands apart is not indented.

    A measure under an em is one: what does not fit is told.
    """
    plain = replace(style, indent=0.0) if style.indent else style
    return compose_paragraph(text, plain, max(measure, style.text.size), faces, keep=keep)


def set_title(
    title: Title, style: ParagraphStyle, measure: Pt, faces: Faces, keep: tuple[str, ...]
) -> Galley:
    """*title* broken at the sense; a measure under an em is one."""
    return compose_heading(title, style, max(measure, style.text.size), faces, keep=keep)


def on_lines(galley: Galley, lines: GridLines, x: Pt, part: int) -> list[Strip]:
    """The lines of *galley*, *x* from the left, as strips on the grid.

    A paragraph led like the grid keeps its lines, each on a baseline; no line of it stands alone at a
    column's head or foot (G4). Any other becomes one strip as high as whole lines, its first baseline on the
    grid.
    """
    if not galley.strips:
        return []
    down = lines.baseline - first_baseline(galley)
    if all(abs(strip.height - lines.height) < _FIT for strip in galley.strips):
        last = len(galley.strips) - 1
        return [
            Strip(
                height=lines.height,
                baseline=lines.baseline,
                marks=tuple(moved(mark, x, down) for mark in strip.marks),
                line=strip.line,
                tied=number < last and not 0 < number < last - 1,
                part=part,
            )
            for number, strip in enumerate(galley.strips)
        ]
    return [one_strip(tuple(marks_of(galley, x, down)), galley.height + down, lines, part)]


def one_strip(marks: tuple[Mark, ...], height: Pt, lines: GridLines, part: int = -1) -> Strip:
    """*marks* that no column may part, in as many whole lines as *height* takes."""
    return Strip(
        height=whole_lines(height, lines) * lines.height, baseline=lines.baseline, marks=marks, part=part
    )


def of_part(remarks: Iterable[Remark], part: int) -> Iterator[Remark]:
    """*remarks* about one part of a block."""
    return (replace(remark, part=part) for remark in remarks)
