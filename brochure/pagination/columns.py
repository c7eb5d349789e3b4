"""Running text in the columns of a frame, with the notes at their feet."""

from __future__ import annotations

from functools import partial
from typing import Final

from brochure.content.model import Heading
from brochure.display import Outline, Piece, Rule
from brochure.geometry import Point, Pt, Rect
from brochure.layout.model import Frame
from brochure.layout.styles import ParagraphStyle
from brochure.pagination.draft import Draft, SetColumn, around
from brochure.pagination.flow import (
    FlowLine,
    balanced_columns,
    column_height,
    fill_columns,
    notes_height,
)
from brochure.pagination.notes import RULE_LENGTH, RULE_WEIGHT
from brochure.pagination.page import Placement
from brochure.pagination.progress import Facing, Progress
from brochure.pagination.room import Room
from brochure.pagination.story import story_lines
from brochure.values import dataclass

# So many lines below a heading near a column's foot, and it does not look lost there (two are a rule: D1).
BELOW_HEADING: Final = 4


def fill_text(frame: Frame, box: Rect, draft: Draft, left: Progress) -> bool:
    """As much of the story as the frame's columns take; columns that end the story end together."""
    if not left.text_left:
        return False
    style = left.setting.style(left.theme, frame.style, frame)
    measure = frame.measure_in(box)
    place = Room(box, frame.vertical)
    if not left.measured:
        left.set_in = style, measure
        part, theme, setting = left.part, left.theme, left.setting
        key = ("story", id(part), id(theme), frame.style, frame.first, frame.direction, measure)
        left.measure(
            lambda taken: setting.once(
                (*key, taken), lambda: story_lines(part, frame, measure, theme, setting, taken)
            )
        )
    white = style.leading - style.text.size
    room = place.depth + white
    drops = _drops(frame, style)
    if boxes := _boxes_in(frame, box, draft):
        from brochure.pagination.around import set_around  # few layouts have such frames

        level, heights, ends = set_around(boxes, frame, place, style, drops, left)
    else:
        level, height, ends = _set(frame, room, drops, style.leading, draft, left)
        heights = (height,) * len(drops)
    if ends[-1] == left.placed:
        return False
    columns = tuple(zip((left.placed, *ends[:-1]), ends, drops, strict=True))
    tallest = max(drop + column_height(left.lines, start, end) for start, end, drop in columns)
    taken = max(tallest, *heights) if level else tallest
    top = 0.0 if boxes else _top(frame, room, taken, style.leading)
    for number, ((start, end, drop), height) in enumerate(zip(columns, heights, strict=True)):
        foot = height if level or frame.align == "top" else tallest
        column = _Column(
            room=place,
            along=number * (measure + frame.gutter),
            head=top + drop - white / 2,
            foot=top + foot - white / 2,
            measure=measure,
        )
        draft.hold(partial(_set_column, left.lines[start:end], left.part.text, column, frame))
        for line in left.lines[start:end]:
            left.seen.setdefault(line.block, left.pages)
        if notes_height(left.lines, start, end):
            _set_notes(start, end, column, style, draft, left)
            tallest = max(tallest, foot)
    draft.used[frame.name] = place.part(0.0, top, place.length, tallest - white)
    left.placed = ends[-1]
    _pay_for_columns(columns, max(heights), style, draft, left)
    return True


def _boxes_in(frame: Frame, box: Rect, draft: Draft) -> tuple[Rect, ...]:
    """What stands in *box* that the text of *frame* runs around."""
    found = [draft.used[name] for name in frame.around if name in draft.used]
    return tuple(
        each
        for each in found
        if each.x < box.right and each.right > box.x and each.y < box.bottom and each.bottom > box.y
    )


def _set(  # which columns, how high, where
    frame: Frame, room: Pt, drops: tuple[Pt, ...], leading: Pt, draft: Draft, left: Progress
) -> tuple[bool, Pt, tuple[int, ...]]:
    """Whether the columns end together, the height they have, and the end of each in the story."""
    balanced = _balanced(frame, room, drops, leading, draft, left)
    if balanced:
        return True, *balanced
    return False, room, fill_columns(left.lines, left.placed, [room - drop for drop in drops])


def _balanced(  # which columns, how high, where
    frame: Frame, room: Pt, drops: tuple[Pt, ...], leading: Pt, draft: Draft, left: Progress
) -> tuple[Pt, tuple[int, ...]] | None:
    """The height at which the columns that end the story end together, and their ends; those of a *facing*
    frame with those of the page beside it, which follows. None when the story goes on further.
    """
    before, left.facing = left.facing, None
    if before and frame.facing and (before.frame, before.page + 1) == (frame.name, left.pages):
        ends = fill_columns(left.lines, left.placed, [before.height - drop for drop in drops])
        if ends[-1] == len(left.lines):
            return before.height, ends
    here = balanced_columns(left.lines, left.placed, room, drops, leading) if frame.balance else None
    if here or not frame.facing or draft.side == "right" or not draft.master.repeats:
        return here
    both = balanced_columns(left.lines, left.placed, room, (*drops, *drops), leading)
    if both is None:
        return None
    height, ends = both
    left.facing = Facing(frame=frame.name, height=height, page=left.pages)
    return height, ends[: len(drops)]


def _top(frame: Frame, room: Pt, taken: Pt, leading: Pt) -> Pt:
    """How far from the frame's head its text begins: whole lines, so that it keeps to the grid; in the middle
    of a vertical frame, which has no grid to keep to, exactly.
    """
    if frame.align == "top":
        return 0.0
    if frame.align == "middle" and frame.vertical:
        return max(0.0, (room - taken) / 2)
    spare = int((room + 0.01) // leading) - round(taken / leading)
    return (spare if frame.align == "bottom" else spare // 2) * leading


def _pay_for_columns(
    columns: tuple[tuple[int, int, Pt], ...], height: Pt, style: ParagraphStyle, draft: Draft, left: Progress
) -> None:
    """White at the foot of full columns, columns that do not end together where the story ends, headings with
    little text below them.
    """
    weights = left.setting.layout.weights
    heights = [drop + column_height(left.lines, start, end) for start, end, drop in columns]
    draft.text_room += height * len(columns)
    draft.text_taken += sum(heights)
    name = "white-foot" if left.text_left else "uneven-columns"
    judged = heights if left.text_left else heights[:-1]
    draft.pay(name, sum(round((height - taken) / style.leading) for taken in judged), weights)
    low = sum(_missing_below(start, end, left) for start, end, _ in columns if end < len(left.lines))
    draft.pay("low-heading", low, weights)


def _missing_below(start: int, end: int, left: Progress) -> int:
    """How many lines a column's last heading wants for `BELOW_HEADING` lines below it."""
    for below, line in enumerate(reversed(left.lines[max(start, end - BELOW_HEADING) : end])):
        if isinstance(left.part.text[line.block], Heading):
            return BELOW_HEADING - below
    return 0


def _drops(frame: Frame, style: ParagraphStyle) -> tuple[Pt, ...]:
    """How far each column of *frame* begins below its head."""
    given = tuple(lines * style.leading for lines in frame.drops[: frame.columns])
    return given + (0.0,) * (frame.columns - len(given))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """A column of running text in its *room*: where its lines begin, its head and its foot, line to line."""

    room: Room
    along: Pt
    head: Pt
    foot: Pt
    measure: Pt


def _set_column(
    lines: tuple[FlowLine, ...], blocks: tuple[object, ...], column: _Column, frame: Frame
) -> SetColumn:
    """*lines* of a story of *blocks* in one column of *frame*, a placement for each block in it."""
    room, y = column.room, column.head
    ready = SetColumn([], [], [])
    for index, line in enumerate(lines):
        if index == 0:
            ready.text.append((line.crown_marks, room.corner(column.along, y), line.span))
            y += line.crown
        else:
            y += line.lift
        ready.text.append((line.marks, room.corner(column.along, y), line.span))
        block = blocks[line.block]
        if isinstance(block, Heading) and (index == 0 or lines[index - 1].block != line.block):
            at = room.corner(column.along, y)
            ready.outlines.append(Outline(title=block.title.text, level=block.level + 1, page=0, at=at))
        box = room.part(column.along, y, column.measure, line.height)
        if ready.placements and ready.placements[-1].span == line.span:
            box = around(ready.placements.pop().box, box)
        ready.placements.append(Placement(frame=frame.name, box=box, span=line.span))
        y += line.height
    return ready


def _set_notes(
    start: int, end: int, column: _Column, style: ParagraphStyle, draft: Draft, left: Progress
) -> None:
    """The notes of lines *start* to *end* at the column's foot, a short rule above them (C3).

    The last one's em box ends where the text's would.
    """
    room, noted = column.room, [line for line in left.lines[start:end] if line.notes]
    white = style.leading - style.text.size
    depth = sum(note.height for line in noted for note in line.notes)
    y = column.foot - white / 2 + noted[-1].notes[-1].white / 2 - depth
    head = column.foot - notes_height(left.lines, start, end)
    over = (head + y) / 2
    ends = (room.corner(column.along + along, over) for along in (0.0, RULE_LENGTH * column.measure))
    ink = style.text.ink
    rule = Rule(
        start=next(ends),
        end=next(ends),
        width=RULE_WEIGHT,
        ink=ink,
        overprint=ink.black_only,
        piece=Piece("ornament"),
    )
    draft.put((rule,), Point(0.0, 0.0), noted[0].span)
    for line in noted:
        for strip in (strip for note in line.notes for strip in note.strips):
            draft.put(strip.marks, room.corner(column.along, y), line.span)
            y += strip.height
