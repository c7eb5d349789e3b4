"""Timelines (大事记): dates along a rail, in rows down the column or side by side."""

from collections.abc import Iterator
from dataclasses import replace

from brochure.composition.galley import Galley, Remark, Strip
from brochure.composition.rhythm import first_baseline, marks_of, of_part, set_text, whole_lines
from brochure.content.apart import Timeline, TimelineEntry
from brochure.content.model import Inline
from brochure.display import Dot, Mark, Piece, Rule, moved, pieced
from brochure.fonts import Faces
from brochure.geometry import Point, Pt
from brochure.layout.apart import TimelineStyle


def compose_timeline(
    timeline: Timeline, style: TimelineStyle, measure: Pt, faces: Faces, keep: tuple[str, ...] = ()
) -> Galley:
    """*timeline* set to *measure*: a strip for each entry, or for each row of entries side by side.

    Parts are the entries.
    """
    if style.display == "columns":
        return _side_by_side(timeline, style, measure, faces, keep)
    return _downwards(timeline, style, measure, faces, keep)


# ---------------------------------------------------------------- down the column


def _downwards(
    timeline: Timeline, style: TimelineStyle, measure: Pt, faces: Faces, keep: tuple[str, ...]
) -> Galley:
    """Dates at the left of the rail, each on one baseline with the first line beside it."""
    lines, text_left = style.lines, style.date_width + 2 * style.gutter
    rail = style.date_width + style.gutter
    strips: list[Strip] = []
    remarks: list[Remark] = []
    last = len(timeline.entries) - 1
    for part, entry in enumerate(timeline.entries):
        date = set_text((Inline(text=entry.date),), style.date, style.date_width, faces, keep)
        words, height, noticed = _words(entry, style, measure - text_left, faces, keep)
        count = whole_lines(max(height, date.height), lines) + (style.gap if part < last else 0)
        marks = (
            *_rail(style, rail, count, first=part == 0, last=part == last),
            *pieced(marks_of(date, 0.0, lines.baseline - first_baseline(date)), Piece("label", part)),
            *pieced((moved(mark, text_left, 0.0) for mark in words), Piece("body", part)),
        )
        strips.append(Strip(height=count * lines.height, baseline=lines.baseline, marks=marks, part=part))
        remarks += of_part((*date.remarks, *noticed), part)
    return Galley(measure=measure, strips=tuple(strips), remarks=tuple(remarks))


def _rail(style: TimelineStyle, x: Pt, count: int, *, first: bool, last: bool) -> Iterator[Mark]:
    """The stretch of the rail beside one entry, from the first dot to the last, and the entry's dot.

    The dot stands level with the middle of the first line's em box.
    """
    lines = style.lines
    level = lines.height / 2
    top, foot = level if first else 0.0, level if last else count * lines.height
    if style.rail and foot > top:
        yield Rule(start=Point(x, top), end=Point(x, foot), width=style.rail, ink=style.rail_ink)
    if style.dot:
        yield Dot(centre=Point(x, level), radius=style.dot, ink=style.dot_ink)


def _words(
    entry: TimelineEntry, style: TimelineStyle, width: Pt, faces: Faces, keep: tuple[str, ...]
) -> tuple[tuple[Mark, ...], Pt, tuple[Remark, ...]]:
    """Title and text from a first baseline on the grid downwards, the height they take, what was noticed."""
    marks: list[Mark] = []
    remarks: tuple[Remark, ...] = ()
    y = 0.0
    title = (Inline(text=entry.title),) if entry.title else ()
    for text, paragraph in ((title, style.title), (entry.text, style.text)):
        galley = set_text(text, paragraph, width, faces, keep)
        if not galley.strips:
            continue
        if not marks:
            y = style.lines.baseline - first_baseline(galley)
        marks += marks_of(galley, 0.0, y)
        y += galley.height
        remarks += galley.remarks
    lead = style.text.leading - style.text.text.size
    return tuple(marks), y - lead / 2, remarks


# ---------------------------------------------------------------- side by side


def _side_by_side(
    timeline: Timeline, style: TimelineStyle, measure: Pt, faces: Faces, keep: tuple[str, ...]
) -> Galley:
    """Rows of entries below a rail, their dates above it; a row is a strip."""
    width = (measure - (style.columns - 1) * style.gutter) / style.columns
    strips: list[Strip] = []
    remarks: list[Remark] = []
    entries = timeline.entries
    for start in range(0, len(entries), style.columns):
        row = entries[start : start + style.columns]
        strip, noticed = _row(row, start, style, width, faces, keep)
        more = start + style.columns < len(entries)
        strips.append(replace(strip, height=strip.height + style.gap * style.lines.height) if more else strip)
        remarks += noticed
    return Galley(measure=measure, strips=tuple(strips), remarks=tuple(remarks))


def _row(  # the entries of one row, where they begin, and what composing asks for
    row: tuple[TimelineEntry, ...],
    start: int,
    style: TimelineStyle,
    width: Pt,
    faces: Faces,
    keep: tuple[str, ...],
) -> tuple[Strip, list[Remark]]:
    """Dates on one baseline, the rail in the middle of the next line, the words below it."""
    lines, step = style.lines, width + style.gutter
    dates = [set_text((Inline(text=entry.date),), style.date, width, faces, keep) for entry in row]
    above = max(whole_lines(date.height, lines) for date in dates)
    level = (above + 0.5) * lines.height
    marks: list[Mark] = []
    if style.rail:
        end = Point((len(row) - 1) * step + width, level)
        marks.append(Rule(start=Point(0, level), end=end, width=style.rail, ink=style.rail_ink))
    deepest = 0.0
    remarks: list[Remark] = []
    for at, (entry, date) in enumerate(zip(row, dates, strict=True)):
        x = at * step
        foot = (above - 1) * lines.height + lines.baseline  # the last baseline above the rail
        last = date.height - (style.date.leading - first_baseline(date))
        marks += pieced(marks_of(date, x, foot - last), Piece("label", start + at))
        if style.dot:
            marks.append(Dot(centre=Point(x + style.dot, level), radius=style.dot, ink=style.dot_ink))
        words, height, noticed = _words(entry, style, width, faces, keep)
        own = [moved(mark, x, (above + 1) * lines.height) for mark in words]
        marks += pieced(own, Piece("body", start + at))
        deepest = max(deepest, height)
        remarks += of_part((*date.remarks, *noticed), start + at)
    count = above + 1 + whole_lines(deepest, lines)
    strip = Strip(height=count * lines.height, baseline=lines.baseline, marks=tuple(marks), part=start)
    return strip, remarks
