"""A part's running text as lines ready for columns, and how much of it has been placed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from typing import Final

from brochure.composition import Galley, Measures, Strip
from brochure.content.model import BodyText, Heading, NameList
from brochure.diagnostics import Diagnostic, Span
from brochure.display import Mark, moved
from brochure.geometry import Pt
from brochure.layout.model import Frame, Grid, Theme
from brochure.pagination.apart import apart_lines, leads_to, with_white
from brochure.pagination.flow import FlowLine
from brochure.pagination.notes import STYLE as NOTES
from brochure.pagination.notes import FootNote, note_style, notes_of
from brochure.pagination.parts import Part, StoryBlock
from brochure.pagination.setting import Setting, findings_of

EM_BOX_ASCENT: Final = 0.88  # em
_FIT: Final = 0.01  # points


def story_lines(  # what, how wide, in what, without what
    part: Part,
    frame: Frame,
    measure: Pt,
    theme: Theme,
    setting: Setting,
    taken: frozenset[int] = frozenset(),
) -> tuple[tuple[FlowLine, ...], tuple[Diagnostic, ...]]:
    """The text of *part* set to *measure* in the styles of *frame*, line by line, without the blocks *taken*
    out of it.

    Leads that no frame of their own takes are the caller's affair. A heading takes whole lines (占行) and
    keeps two lines of text below it (D1); what stands apart has whole lines of white around it.
    """
    lines: list[FlowLine] = []
    findings: list[Diagnostic] = []
    below, baseline = 0, setting.layout.grid.baseline
    for number, block in enumerate(part.text):
        if number in taken:
            continue
        if not isinstance(block, StoryBlock):
            apart = apart_lines(block, number, frame, measure, theme, setting)
            leads_to(lines, part.text[number - 1] if number else None)
            headed = bool(lines) and isinstance(part.text[lines[-1].block], Heading)
            above = 0 if headed else apart.above  # a heading stands close over what it announces
            lines += with_white(apart.lines, max(below, above) * baseline)
            findings += apart.findings
            below = apart.below
            continue
        name = _style_name(block, frame, theme, first=number == 0)
        galley = setting.galley(block, setting.style(theme, name, frame), measure)
        if isinstance(block, Heading) and not frame.vertical:
            galley = _on_grid(galley, setting.layout.grid)
        findings += findings_of(galley.remarks, block.span)
        lift = _lift(name, galley, theme, setting.layout.grid.baseline) if isinstance(block, Heading) else 0.0
        notes = _notes(galley, frame, measure, theme, setting)
        for note in (note for each in notes for note in each):
            findings += findings_of(note.remarks, block.span)
        ready = tuple(_block_lines(galley, block, number, lift, notes))
        opens = isinstance(block, Heading) and name in theme.new_columns
        lines += with_white(_opening(ready) if opens else ready, below * baseline)
        below = theme.lines_below.get(name, 0) if isinstance(block, Heading) else 0
    return _kept_with_next(tuple(lines), part), tuple(findings)


def paragraph_lines(  # what, how wide, in what
    block: BodyText,
    number: int,
    frame: Frame,
    measures: Measures,
    theme: Theme,
    setting: Setting,
    *,
    begun: bool,
) -> tuple[tuple[FlowLine, ...], tuple[Diagnostic, ...]]:
    """A paragraph of the story, its *number*-th block, with a measure for each line; one that has *begun*
    elsewhere has neither indent nor drop capital.
    """
    style = setting.style(theme, _style_name(block, frame, theme, first=number == 0), frame)
    if begun:
        style = replace(style, indent=0.0, drop_cap=None)
    galley = setting.compose(block, style, measures)
    notes = _notes(galley, frame, measures.rest, theme, setting)
    findings = findings_of(galley.remarks, block.span)
    return tuple(_block_lines(galley, block, number, 0.0, notes)), tuple(findings)


def _style_name(block: StoryBlock, frame: Frame, theme: Theme, *, first: bool) -> str:
    """The style of *block*: headings and lists of names have one of their own where the layout has it, the
    first paragraph the one the frame asks for.
    """
    match block:
        case Heading():
            return heading_style(block.level, theme) or frame.style
        case NameList():
            own = "names"
        case _:
            own = frame.first if first else ""
    return own if own in theme.paragraphs else frame.style


def heading_style(level: int, theme: Theme) -> str:
    """The style of headings of *level*: ``heading``, ``heading-2``, ``heading-3``, or the nearest above it
    that the layout has; empty where it has none.
    """
    names = (*(f"heading-{below}" for below in range(level, 1, -1)), "heading")
    return next((name for name in names if name in theme.paragraphs), "")


def _notes(
    galley: Galley, frame: Frame, measure: Pt, theme: Theme, setting: Setting
) -> tuple[tuple[FootNote, ...], ...]:
    """The notes of each strip of *galley*, set for the column's foot."""
    if not any(strip.notes for strip in galley.strips):
        return ((),) * len(galley.strips)
    named = setting.style(theme, NOTES, frame) if NOTES in theme.paragraphs else None
    style = note_style(setting.style(theme, frame.style, frame), named)
    return tuple(
        notes_of(strip, style, lambda note: setting.compose(note, style, measure)) for strip in galley.strips
    )


def _on_grid(galley: Galley, grid: Grid) -> Galley:
    """A heading in whole lines of the grid, the white it wants for that at its head, its last baseline on the
    grid: so that the text below keeps to it wherever the heading stands (G8, D1).
    """
    height, strips = galley.height, galley.strips
    spare = ceil(height / grid.baseline - 1e-6) * grid.baseline - height
    if not strips:
        return galley
    foot = grid.baseline - grid.half_gap - EM_BOX_ASCENT * grid.size  # below a baseline of the grid
    down = spare + strips[-1].height - strips[-1].baseline - foot
    if abs(spare) < _FIT and abs(down) < _FIT:
        return galley
    head = replace(strips[0], height=strips[0].height + spare, marks=_down(strips[0], down))
    rest = (replace(strip, marks=_down(strip, down - spare)) for strip in strips[1:])
    return replace(galley, strips=(head, *rest))


def _down(strip: Strip, by: Pt) -> tuple[Mark, ...]:
    return tuple(moved(mark, 0.0, by) for mark in strip.marks)


def _lift(name: str, galley: Galley, theme: Theme, baseline: Pt) -> Pt:
    """The white above a heading, so that heading and white take whole lines of the grid."""
    asked = theme.heading_lines.get(name, 0) * baseline
    whole = ceil(galley.height / baseline - 1e-6) * baseline
    return max(asked, whole) - galley.height


def _block_lines(
    galley: Galley, block: StoryBlock, number: int, lift: Pt, notes: tuple[tuple[FootNote, ...], ...]
) -> Iterator[FlowLine]:
    """The strips of one block. No line of a paragraph stands alone at a column's head or foot (孤行, G4)."""
    count = len(galley.strips)
    for index, strip in enumerate(galley.strips):
        last = index == count - 1
        yield FlowLine(
            height=strip.height,
            lift=lift if index == 0 else 0.0,
            marks=strip.marks,
            may_end=last or (0 < index < count - 2 and not isinstance(block, Heading) and not strip.tied),
            block=number,
            span=block.span,
            text=strip.line.text if strip.line else "",
            notes=notes[index],
        )


def _opening(lines: tuple[FlowLine, ...]) -> tuple[FlowLine, ...]:
    """The lines of a heading that begins a column."""
    return tuple(replace(line, opens=index == 0) for index, line in enumerate(lines))


def _kept_with_next(lines: tuple[FlowLine, ...], part: Part) -> tuple[FlowLine, ...]:
    """No column ends after a heading's last line or the first line below it, unless the story does: a frame
    may have taken what it announces.
    """
    kept = tuple(
        replace(line, may_end=False) if isinstance(part.text[line.block], Heading) else line for line in lines
    )
    return (*kept[:-1], replace(kept[-1], may_end=True)) if kept else kept


def surplus(lines: tuple[FlowLine, ...], start: int) -> tuple[int, int, Span | None]:
    """Lines and characters from *start* on, and the place of the block that did not fit."""
    rest = lines[start:]
    return len(rest), sum(len(line.text) for line in rest), rest[0].span if rest else None
