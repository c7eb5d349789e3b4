"""Running text round what stands in its columns: every line has its own measure beside a picture (绕排).

A column is a row of *slots*, one for each line of the grid. Beside a box the slots are shorter, and begin
further in where the box stands on their left; a paragraph that comes to stand there is set anew, from where
the column before left it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from typing import Final, NamedTuple

from brochure.composition import Measures
from brochure.content.model import BodyText, Inline, plain
from brochure.diagnostics import Diagnostic
from brochure.display import moved
from brochure.geometry import Pt, Rect
from brochure.layout.model import Frame
from brochure.layout.styles import ParagraphStyle
from brochure.pagination.apart import with_white
from brochure.pagination.flow import FlowLine, fill_column
from brochure.pagination.progress import Progress
from brochure.pagination.room import Room
from brochure.pagination.slots import FIT, Grid, Slot, slots_of
from brochure.pagination.story import paragraph_lines
from brochure.values import dataclass

FOR_NOTES: Final = 8  # lines of a column below a box, that its notes have room there


def set_around(  # round what, which columns, in what
    boxes: tuple[Rect, ...],
    frame: Frame,
    place: Room,
    style: ParagraphStyle,
    drops: tuple[Pt, ...],
    left: Progress,
) -> tuple[bool, tuple[Pt, ...], tuple[int, ...]]:
    """The story set round *boxes* as far as the columns take it: whether they end the story together, the
    height each has, and their ends. The story's lines are what they are set to.

    Where there may be notes, a column with a box near its foot ends above that: notes have the whole measure.
    """
    box, leading = place.box, style.leading
    measure = frame.measure_in(box)
    grid = Grid(measure=measure, leading=leading, size=style.text.size, clear=frame.clear)
    count = int((place.depth + leading - style.text.size + FIT) // leading)
    columns = [
        slots_of((box.x + number * (measure + frame.gutter), box.y + drop), count, boxes, grid)
        for number, drop in enumerate(drops)
    ]
    if any(line.notes for line in left.lines[left.placed :]):
        columns = [_above_the_last(slots, grid) for slots in columns]
    setter = Around(left=left, frame=frame, grid=grid)

    def taken(lines: int) -> tuple[tuple[FlowLine, ...], tuple[int, ...]]:
        return setter.columns(
            [slots[: lines - round(drop / leading)] for slots, drop in zip(columns, drops, strict=True)]
        )

    lines, ends = taken(count)
    together = frame.balance and ends[-1] == len(lines) and len(columns) > 1
    least = count
    while together and least > 1:
        fewer, fewer_ends = taken(least - 1)
        if fewer_ends[-1] < len(fewer):
            break
        least, lines, ends = least - 1, fewer, fewer_ends
    left.lines = lines
    left.findings += [finding for finding in setter.findings if finding not in left.findings]
    heights = tuple(
        min(least * leading, drop + len(slots) * leading) for slots, drop in zip(columns, drops, strict=True)
    )
    return together, heights, ends


def _above_the_last(slots: tuple[Slot, ...], grid: Grid) -> tuple[Slot, ...]:
    """*slots* down to the last box, where what is left below it is too low for notes."""
    beside = [number for number, slot in enumerate(slots) if slot != grid.whole]
    if not beside or len(slots) - beside[-1] > FOR_NOTES:
        return slots
    first = beside[-1]
    while first and slots[first - 1] != grid.whole:
        first -= 1
    return slots[:first]


class _Group(NamedTuple):
    """The lines of one block, *whole* as the story has them, and as they were set *beside* something."""

    whole: tuple[FlowLine, ...]
    beside: tuple[FlowLine, ...] = ()

    @property
    def lines(self) -> tuple[FlowLine, ...]:
        """As they go into the column."""
        return self.beside or self.whole


@dataclass(slots=True, kw_only=True)
class Around:
    """The story from where it has been placed, to be set into columns of slots in *frame*; *findings* are
    those of the paragraphs set *anew*.
    """

    left: Progress
    frame: Frame
    grid: Grid
    findings: list[Diagnostic] = field(default_factory=list)
    anew: set[int] = field(default_factory=set)

    def columns(self, slots: Sequence[tuple[Slot, ...]]) -> tuple[tuple[FlowLine, ...], tuple[int, ...]]:
        """All lines of the story, those that come to stand in the columns set to their *slots*, and where
        each column ends.
        """
        self.findings.clear()
        self.anew.clear()
        placed = list(self.left.lines[: self.left.placed])
        rest = list(self.left.lines[self.left.placed :])
        ends: list[int] = []
        for column in slots:
            here, rest = self._column(rest, column, self._said(placed, rest))
            placed += here
            ends.append(len(placed))
            rest = self._set_on(placed, rest)
        return (*placed, *rest), tuple(ends)

    def _column(
        self, rest: list[FlowLine], slots: tuple[Slot, ...], said: int
    ) -> tuple[list[FlowLine], list[FlowLine]]:
        """The lines of one column, and what is left; *said* characters of the first paragraph are placed."""
        here: list[FlowLine] = []
        groups: list[_Group] = []
        at = 0
        while rest and at < len(slots):
            group, rest = self._next_group(rest, slots[at:], said, head=not here)
            groups.append(group)
            for line in group.lines:
                lift = round(line.lift / self.grid.leading) if here else 0
                tall = max(1, round((line.height + (0.0 if here else line.crown)) / self.grid.leading))
                lift += self._jump(slots[at + lift :], tall, beside=bool(group.beside))
                white = lift * self.grid.leading
                here.append(replace(line, lift=white) if here else _lowered(line, white))
                at += lift + tall
            said = 0
        end = fill_column(tuple(here), 0, len(slots) * self.grid.leading) if here else 0
        return here[:end], [*_left_over(groups, end), *rest]

    def _next_group(
        self, rest: list[FlowLine], slots: tuple[Slot, ...], said: int, *, head: bool
    ) -> tuple[_Group, list[FlowLine]]:
        """The lines of the next block, set anew if it is a paragraph beside something, and the rest."""
        size = sum(1 for line in rest if line.block == rest[0].block)
        whole = tuple(rest[:size])
        lift = 0 if head else round(whole[0].lift / self.grid.leading)
        room = slots[lift:]
        block = self.left.part.text[whole[0].block]
        if not isinstance(block, BodyText) or all(slot == self.grid.whole for slot in room[: size + 4]):
            return _Group(whole), rest[size:]
        usable = [slot for slot in room if slot.measure > 0]
        measures = Measures(
            rest=self.grid.measure,
            first=tuple(slot.measure for slot in usable),
            starts=tuple(slot.start for slot in usable),
        )
        lines, findings = self._set(block, whole[0].block, said, measures)
        self.findings += findings
        self.anew.add(whole[0].block)
        return _Group(whole, with_white(lines, whole[0].lift)), rest[size:]

    def _jump(self, slots: tuple[Slot, ...], tall: int, *, beside: bool) -> int:
        """How many slots a line *tall* slots high passes over to stand: those too short for any line, or for
        all but a paragraph set *beside*, those that are not whole.
        """
        for lines in range(len(slots)):
            taken = slots[lines : lines + tall]
            if all(slot.measure > 0 if beside else slot == self.grid.whole for slot in taken):
                return lines
        return len(slots)

    def _set_on(self, placed: list[FlowLine], rest: list[FlowLine]) -> list[FlowLine]:
        """*rest* with what is left of a paragraph divided beside something set to the whole measure."""
        block = self.left.part.text[rest[0].block] if rest else None
        said = self._said(placed, rest)
        if not said or not isinstance(block, BodyText) or rest[0].block not in self.anew:
            return rest
        size = sum(1 for line in rest if line.block == rest[0].block)
        lines, _ = self._set(block, rest[0].block, said, Measures(rest=self.grid.measure))
        return [*lines, *rest[size:]]

    def _set(
        self, block: BodyText, number: int, said: int, measures: Measures
    ) -> tuple[tuple[FlowLine, ...], tuple[Diagnostic, ...]]:
        """Paragraph *number* from character *said* on, set to *measures*."""
        setting, frame, theme = self.left.setting, self.frame, self.left.theme
        return setting.once(
            ("around", id(block), id(theme), frame.style, frame.first, said, measures),
            lambda: paragraph_lines(
                _from(block, said), number, frame, measures, theme, setting, begun=said > 0
            ),
        )

    def _said(self, placed: list[FlowLine], rest: list[FlowLine]) -> int:
        """How many characters of the paragraph that *rest* begins with are placed already."""
        if not placed or not rest or placed[-1].block != rest[0].block:
            return 0
        return sum(len(line.text) for line in placed if line.block == rest[0].block)


def _lowered(line: FlowLine, white: Pt) -> FlowLine:
    """*line* at a column's head, below so much *white*: a head swallows lifts, not what keeps clear."""
    marks = tuple(moved(mark, 0.0, white) for mark in line.crown_marks)
    return replace(line, lift=0.0, crown=line.crown + white, crown_marks=marks)


def _left_over(groups: Sequence[_Group], end: int) -> Iterator[FlowLine]:
    """What of *groups* does not stand in a column of *end* lines: blocks that have not begun as the story has
    them.
    """
    for group in groups:
        size = len(group.lines)
        if end <= 0:
            yield from group.whole
        elif end < size:
            yield from (replace(line, lift=0.0) for line in group.lines[end:])
        end -= size


def _from(block: BodyText, said: int) -> BodyText:
    """*block* without its first *said* characters."""
    if not said:
        return block
    lead = len(plain(block.lead))
    return replace(block, lead=_cut(block.lead, said), text=_cut(block.text, max(0, said - lead)))


def _cut(text: tuple[Inline, ...], said: int) -> tuple[Inline, ...]:
    """*text* from character *said* on; what stands at the very place, such as a note's mark, is kept."""
    kept: list[Inline] = []
    for inline in text:
        size = len(inline.text)
        if said < size or (said == 0 and size == 0):
            kept.append(replace(inline, text=inline.text[said:]) if said else inline)
        said = max(0, said - size)
    return tuple(kept)
