"""From lines to blocks: lines of one size at one leading, one under another, with the edges they share.

What a page leaves unsaid is inferred from what most lines do: the left edge, the right edge, whether the
block is justified, whether its paragraphs are indented.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import field
from statistics import median
from typing import Final

from brochure.geometry import Pt
from brochure.inspection.composition.lines import Line
from brochure.values import dataclass

NEAR: Final = 0.35
"""Points: ends that agree better than this are one edge (J1 asks for 0.3)."""
_LEADING: Final = (0.95, 2.2)  # em from baseline to baseline
_SAME_SIZE: Final = 0.015
_INDENT: Final = (0.8, 3.1)  # em; a first line may stand in by this much
_TRIM: Final = 0.6  # em; by which a mark at a line's start may be off
_JUSTIFIED: Final = 0.6  # of the lines that another follows


@dataclass(slots=True, kw_only=True)
class Block:
    """Lines that stand one under another on *page*.

    *left* is the edge they begin at, *right* the edge most of them end at (``None`` while it cannot be told).
    """

    lines: list[Line] = field(default_factory=list)
    left: Pt = 0.0
    right: Pt | None = None
    justified: bool = False

    @property
    def page(self) -> int:
        """The page it stands on."""
        return self.lines[0].page

    @property
    def size(self) -> Pt:
        """The size it is set in."""
        return self.lines[0].size

    @property
    def leading(self) -> Pt:
        """From baseline to baseline; 0 for a single line."""
        steps = [lower.down - upper.down for upper, lower in zip(self.lines, self.lines[1:], strict=False)]
        return median(steps) if steps else 0.0

    @property
    def order(self) -> int:
        """When its first line was painted."""
        return min(line.order for line in self.lines)

    def indented(self, line: Line) -> bool:
        """Whether *line* stands in like the first of a paragraph."""
        return line.start - self.left > _INDENT[0] * self.size

    def flush(self, line: Line) -> bool:
        """Whether *line* ends on the right edge."""
        return self.right is not None and abs(line.end - self.right) <= NEAR


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """The blocks of a document's *lines*, in painting order, their edges found."""
    blocks: list[Block] = []
    pages: dict[tuple[int, str], list[Line]] = {}
    for line in lines:
        pages.setdefault((line.page, str(line.turn)), []).append(line)
    for members in pages.values():
        blocks += _of_page(members)
    for block in blocks:
        block.left = _left(block)
        block.right = _own_edge(block)
    _lend_edges(blocks)
    for block in blocks:
        block.justified = _is_justified(block)
    return sorted(blocks, key=lambda block: (block.page, block.order))


def _of_page(lines: Sequence[Line]) -> list[Block]:
    blocks: list[Block] = []
    for line in sorted(lines, key=lambda line: (line.down, line.start)):
        above = [block for block in blocks if _follows(block, line)]
        if above:
            nearest = max(above, key=lambda block: (block.lines[-1].down, _overlap(block.lines[-1], line)))
            nearest.lines.append(line)
        else:
            blocks.append(Block(lines=[line]))
    return blocks


def _follows(block: Block, line: Line) -> bool:
    last, em = block.lines[-1], block.size
    step = line.down - last.down
    if abs(line.size - em) > _SAME_SIZE * em or not _LEADING[0] * em <= step <= _LEADING[1] * em:
        return False
    if len(block.lines) > 1 and abs(step - block.leading) > 0.02 * block.leading + 0.2:
        return False
    return _overlap(last, line) > 0 and _aligned(block, line)


def _overlap(upper: Line, lower: Line) -> Pt:
    return min(upper.end, lower.end) - max(upper.start, lower.start)


def _aligned(block: Block, line: Line) -> bool:
    """At the block's left edge, in by an indent, out by one under an indented first line, or on its axis."""
    em = block.size
    left = min(member.start for member in block.lines)
    beside = (line.start - left) / em
    if -_TRIM <= beside <= _TRIM or _INDENT[0] <= beside <= _INDENT[1]:
        return True
    if len(block.lines) == 1 and _INDENT[0] <= -beside <= _INDENT[1]:
        return True
    last = block.lines[-1]
    return abs((line.start + line.end) - (last.start + last.end)) < 0.1 * em


def _left(block: Block) -> Pt:
    """Where most lines begin; of an indented line alone, its own start. A first line alone may stand out."""
    starts = [line.start for line in block.lines]
    low = min(starts)
    if len(starts) > 2 and starts[0] == low and min(starts[1:]) - low > _INDENT[0] * block.size:
        starts, low = starts[1:], min(starts[1:])
    near = [start for start in starts if start - low < _TRIM * block.size]
    return _mode(near)


def _own_edge(block: Block) -> Pt | None:
    """The end that at least two lines share: the most shared one, of several the rightmost."""
    ends = [line.end for line in block.lines]
    shared = {end: sum(abs(end - other) <= NEAR for other in ends) for end in ends}
    best = max(ends, key=lambda end: (shared[end], end))
    if shared[best] < 2:
        return None
    return median([end for end in ends if abs(end - best) <= NEAR])


def _mode(values: Sequence[float]) -> float:
    counts = Counter(round(value, 1) for value in values)
    best = max(counts, key=lambda value: (counts[value], -value))
    return median([value for value in values if round(value, 1) == best])


def _lend_edges(blocks: Sequence[Block]) -> None:
    """A block too short to tell takes the edge of others at its left edge: of its page first, then of any."""
    known = [block for block in blocks if block.right is not None]
    for block in blocks:
        if block.right is not None:
            continue
        longest = max(line.end for line in block.lines)
        lenders = [
            other.right
            for other in sorted(known, key=lambda other: other.page != block.page)
            if abs(other.size - block.size) <= _SAME_SIZE * block.size
            and other.lines[0].turn == block.lines[0].turn
            and _same_left(block, other)
            and other.right is not None
            and longest <= other.right + NEAR
        ]
        block.right = lenders[0] if lenders else None


def _same_left(block: Block, other: Block) -> bool:
    """At one left edge; a single line may stand in by an indent."""
    if abs(other.left - block.left) <= NEAR:
        return True
    alone = len(block.lines) == 1
    return alone and _INDENT[0] <= (block.left - other.left) / block.size <= _INDENT[1]


def _is_justified(block: Block) -> bool:
    """Whether most lines that another one continues end on the edge."""
    if block.right is None:
        return False
    going_on = [
        line for line, after in zip(block.lines, block.lines[1:], strict=False) if not block.indented(after)
    ]
    flush = sum(block.flush(line) for line in going_on)
    if not going_on:
        return any(block.flush(line) for line in block.lines)
    return flush >= _JUSTIFIED * len(going_on)
