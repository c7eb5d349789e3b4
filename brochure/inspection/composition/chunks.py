"""Chunks of a line: glyphs painted one after another on one baseline, and which chunks make one line.

Chunks on one baseline belong together unless a gutter lies between them; a raised figure belongs to the chunk
it hangs on.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from brochure.geometry import Pt
from brochure.inspection.composition.glyphs import Glyph
from brochure.inspection.composition.marks import CLOSING, OPENING

_GUTTER: Final = 1.0  # em; chunks painted at different times and further apart than this are different lines
_QUAD_GAP: Final = 1.2  # em; the same for chunks painted one after the other
_DRIVEN: Final = 4.0  # em; the same beside a single glyph: a line that was driven out without mercy
_BACK: Final = 1.1  # em; as far as squeezed marks reach back over each other's blanks
_LEVEL: Final = 0.12  # em; baselines nearer than this belong to one line (M2 judges how well they agree)
_ENDING: Final = frozenset(CLOSING + "，。、；：！？．")
_BEGINNING: Final = frozenset(OPENING)
_RAISED: Final = (0.15, 0.6)  # em; a figure raised by this much belongs to the line below
SMALL: Final = 0.8


class Placed(NamedTuple):
    """A glyph in the frame of its direction."""

    along: Pt
    down: Pt
    glyph: Glyph


class Chunk:
    """Glyphs that belong to one line."""

    def __init__(self, first: Placed) -> None:
        self.members = [first]
        self.down = first.down
        self.size = first.glyph.size
        self.start = first.along
        self.end = first.along + first.glyph.width
        self.single = True  # whether what was added last is one glyph

    def add(self, members: Sequence[Placed]) -> None:
        """Take in more."""
        self.single = len(members) == 1 and self.single
        for placed in members:
            self.members.append(placed)
            self.start = min(self.start, placed.along)
            self.end = max(self.end, placed.along + placed.glyph.width)

    @property
    def orders(self) -> tuple[int, int]:
        """When its first and its last glyph were painted."""
        orders = [placed.glyph.order for placed in self.members]
        return min(orders), max(orders)


def chunks_of(placed: Sequence[Placed]) -> list[Chunk]:
    """Glyphs painted one after another along one baseline."""
    chunks: list[Chunk] = []
    pen = 0.0
    for one in placed:
        chunk = chunks[-1] if chunks else None
        em = one.glyph.size
        if (
            chunk is not None
            and abs(one.down - chunk.down) <= _LEVEL * min(em, chunk.size)
            and abs(em - chunk.size) < 0.01 * em
            and -_BACK * em <= one.along - pen <= _GUTTER * em
        ):
            chunk.add((one,))
            chunk.single = False
        else:
            chunks.append(Chunk(one))
        pen = one.along + one.glyph.width
    return chunks


def with_raised(chunks: list[Chunk]) -> list[Chunk]:
    """Small raised chunks given to the chunk they follow, or else to the one that follows them."""
    kept: list[Chunk] = []
    for at, chunk in enumerate(chunks):
        base = kept[-1] if kept else None
        if base is not None and _is_raised(chunk, base) and -0.6 < (chunk.start - base.end) / base.size < 0.5:
            base.add(chunk.members)
            continue
        after = chunks[at + 1] if at + 1 < len(chunks) else None
        if after is not None and _is_raised(chunk, after) and abs(after.start - chunk.end) < 0.5 * after.size:
            after.members[:0] = chunk.members
            after.start = min(after.start, chunk.start)
            continue
        kept.append(chunk)
    return kept


def _is_raised(chunk: Chunk, base: Chunk) -> bool:
    up = (base.down - chunk.down) / base.size
    return chunk.size < SMALL * base.size and _RAISED[0] < up < _RAISED[1]


def merged(chunks: list[Chunk]) -> list[Chunk]:
    """Chunks of one baseline joined where no gutter lies between them."""
    chunks.sort(key=lambda chunk: (chunk.down, chunk.start))
    levels: list[list[Chunk]] = []
    for chunk in chunks:
        if levels and chunk.down - levels[-1][0].down <= _LEVEL * min(chunk.size, levels[-1][0].size):
            levels[-1].append(chunk)
        else:
            levels.append([chunk])
    joined: list[Chunk] = []
    for level in levels:
        level.sort(key=lambda chunk: (chunk.start, chunk.end))
        row: list[Chunk] = []
        for chunk in level:
            if row and _belong_together(row[-1], chunk):
                row[-1].add(chunk.members)
                row[-1].single = chunk.single
            else:
                row.append(chunk)
        joined += row
    return joined


def _belong_together(left: Chunk, right: Chunk) -> bool:
    em = min(left.size, right.size)
    gap = right.start - left.end
    following = left.orders[1] + 1 == right.orders[0] and abs(left.size - right.size) < 0.1 * em
    most = _GUTTER
    if following:
        most = _DRIVEN if left.single or right.single else _QUAD_GAP
    else:
        gap += _blanks_between(left, right) * em
    return -_BACK * max(left.size, right.size) <= gap <= most * em


def _blanks_between(left: Chunk, right: Chunk) -> float:
    """What the blank halves of marks, in em, take of a gutter that they stand beside: a stop that ends one
    column and a bracket that begins the next are an em nearer than their ink.
    """
    last = max(left.members, key=lambda placed: placed.along).glyph.text
    first = min(right.members, key=lambda placed: placed.along).glyph.text
    return 0.5 * (last[-1:] in _ENDING) + 0.5 * (first[:1] in _BEGINNING)
