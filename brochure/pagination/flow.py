"""Running text into columns: where a column may end, and columns that end together."""

from __future__ import annotations

from collections.abc import Sequence

from brochure.diagnostics import Span
from brochure.display import Mark
from brochure.geometry import Pt
from brochure.pagination.notes import FootNote, foot_height
from brochure.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowLine:
    """A line of the story on its way into a column.

    *lift* is the white the line asks for above itself, left out at a column's head; *may_end* says whether
    a column may end after it (G4, D1). *block* counts the blocks of the story, so that a fault can name the
    one that did not fit. *notes* are those whose marks stand in it, for the column's foot. *crown* is the
    height of what stands over it once more at a column's head, *crown_marks*: the heads of a table.
    A line that *opens* begins a column.
    """

    height: Pt
    lift: Pt
    marks: tuple[Mark, ...]
    may_end: bool
    block: int
    span: Span | None
    text: str
    notes: tuple[FootNote, ...] = ()
    crown: Pt = 0.0
    crown_marks: tuple[Mark, ...] = ()
    opens: bool = False


def fill_column(lines: tuple[FlowLine, ...], start: int, height: Pt) -> int:
    """Where the column that begins with line *start* ends: the index after its last line.

    The most lines that fit *height* and end where a column may; *start* itself when not even that is
    possible.
    """
    used, notes = crown_height(lines, start, len(lines)), 0.0
    end = start
    for index in range(start, len(lines)):
        line = lines[index]
        if line.opens and index > start:
            return index
        used += line.height + (line.lift if index > start else 0.0)
        if line.notes:
            notes += sum(note.height for note in line.notes)
        if used + foot_height(notes, lines[start].height) > height + 0.01:
            break
        if line.may_end:
            end = index + 1
    return end


def fill_columns(lines: tuple[FlowLine, ...], start: int, heights: Sequence[Pt]) -> tuple[int, ...]:
    """The end of each column, of those *heights*, filled one after the other from line *start*."""
    ends = []
    for height in heights:
        start = fill_column(lines, start, height)
        ends.append(start)
    return tuple(ends)


def balanced_columns(
    lines: tuple[FlowLine, ...], start: int, height: Pt, drops: Sequence[Pt], step: Pt
) -> tuple[Pt, tuple[int, ...]] | None:
    """The least common height at which columns take the rest of the story (G10), and their ends; None when it
    does not fit *height*.

    One column for each of *drops*, by which it begins below the others' head: the room of a picture beside
    the text. The height grows by *step*, the leading; what is left over is missing from the last column.
    """
    lifts = sorted(line.lift for line in lines[start:])
    set_white = sum(lifts[: -len(drops)])  # a column's head swallows the white of what begins it
    rest = sum(line.height for line in lines[start:]) + set_white + sum(drops)
    trial = max(step, (rest / len(drops)) // step * step)
    while trial <= height + 0.01:
        ends = fill_columns(lines, start, [trial - drop for drop in drops])
        if ends[-1] == len(lines):
            return trial, ends
        trial += step
    return None


def column_height(lines: tuple[FlowLine, ...], start: int, end: int) -> Pt:
    """The height that lines *start* to *end* take in a column, with their notes."""
    text = sum(
        line.height + (line.lift if index > start else 0.0)
        for index, line in enumerate(lines[start:end], start)
    )
    return text + crown_height(lines, start, end) + notes_height(lines, start, end)


def crown_height(lines: tuple[FlowLine, ...], start: int, end: int) -> Pt:
    """The height of what stands once more over lines *start* to *end* at a column's head."""
    return lines[start].crown if start < end else 0.0


def notes_height(lines: tuple[FlowLine, ...], start: int, end: int) -> Pt:
    """The room at the column's foot for the notes of lines *start* to *end*."""
    notes = sum(note.height for line in lines[start:end] for note in line.notes)
    return foot_height(notes, lines[start].height) if notes else 0.0
