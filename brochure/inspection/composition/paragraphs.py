"""From blocks to paragraphs: what is read as one, over columns and pages, and what part it plays.

A paragraph ends before an indented line and after a line that stops short with the mark of an end. Where the
next column begins without an indent, the paragraph goes on there.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from brochure.geometry import Pt
from brochure.inspection.composition.blocks import NEAR, Block
from brochure.inspection.composition.context import kinds_in
from brochure.inspection.composition.lines import DOWN, Line
from brochure.inspection.composition.marks import LEFT_SET, Kind
from brochure.inspection.composition.pieces import Piece, pieces_of
from brochure.inspection.composition.roles import (
    Role,
    alone,
    body_face,
    body_size,
    indented_style,
    is_size,
    repeated,
    role_of,
)
from brochure.values import dataclass

_ENDINGS: Final = frozenset("。！？…：；”’）》」』.!?:;")
_FIGURES: Final = re.compile(r"[\d\s.,:%/+−–—-]+")
_ENTRY: Final = re.compile(r"[.·…‥:]{4,}\s*\d+\s*$")
"""Leaders and a page number: an entry of a list of contents."""
_UNIT: Final = 1.6  # em; a ragged line with room for this much was ended on purpose


@dataclass(frozen=True, kw_only=True)
class SetLine:
    """A line in its paragraph. *pieces* are read in its context, *offset* is its place in the paragraph's
    text.

    *first* and *last* say where it stands in the paragraph.
    """

    line: Line
    block: Block
    pieces: tuple[Piece, ...]
    offset: int
    first: bool
    last: bool

    @property
    def start(self) -> Pt:
        """Where its first body begins."""
        return self.pieces[0].left

    @property
    def end(self) -> Pt:
        """Where its last body ends."""
        return max(piece.right for piece in self.pieces[-2:])

    @property
    def em(self) -> Pt:
        """The size it is set in."""
        return self.block.size

    @property
    def must_fill(self) -> bool:
        """Whether it has to end on the right edge (J1)."""
        return self.block.justified and not self.last

    @property
    def fills(self) -> bool:
        """Whether it does."""
        return self.block.right is not None and abs(self.end - self.block.right) <= NEAR


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """What is read as one paragraph."""

    lines: tuple[SetLine, ...]
    text: str
    role: Role

    @cached_property
    def kinds(self) -> list[Kind]:
        """The kind of every character."""
        return kinds_in(self.text)

    @property
    def breaks(self) -> Iterator[tuple[SetLine, SetLine, int]]:
        """Every line with the one after it, and where in the text the line ends."""
        for before, after in pairwise(self.lines):
            yield before, after, after.offset

    @property
    def em(self) -> Pt:
        """The size it is set in."""
        return self.lines[0].em

    @property
    def vertical(self) -> bool:
        """Whether its lines run downwards."""
        return self.lines[0].line.turn == DOWN


def paragraphs_of(blocks: Sequence[Block]) -> list[Paragraph]:
    """The paragraphs of a document's *blocks*, in painting order."""
    body = body_size(blocks)
    face = body_face(blocks, body)
    indents = indented_style(blocks, body)
    again = repeated(blocks)
    parts: list[list[tuple[Line, Block]]] = []
    last_of_body: list[tuple[Line, Block]] | None = None
    for block in blocks:
        own = [list(part) for part in _parts(block, indents=indents and is_size(block, body))]
        flowing = is_size(block, body) and not alone(block, again)
        if flowing and last_of_body is not None and _goes_on(last_of_body[-1], own[0][0], indents=indents):
            last_of_body += own.pop(0)
        parts += own
        if flowing and parts:
            last_of_body = own[-1] if own else last_of_body
    return [_paragraph(part, role_of(part, body, face, again)) for part in parts]


def _parts(block: Block, *, indents: bool) -> Iterator[list[tuple[Line, Block]]]:
    """The lines of *block* paragraph by paragraph."""
    part = [(block.lines[0], block)]
    for before, line in pairwise(block.lines):
        if _begins(block, before, line, indents=indents):
            yield part
            part = []
        part.append((line, block))
    yield part


def _begins(block: Block, before: Line, line: Line, *, indents: bool) -> bool:
    """Whether *line* begins a paragraph."""
    if block.indented(line) or _ENTRY.search(before.text):
        return True
    if _FIGURES.fullmatch(before.text) or _FIGURES.fullmatch(line.text):
        return True  # figures one under another are a table
    if _other_face(block, line) and not _other_face(block, before):
        return True  # a heading in a face of its own
    if block.right is None or not block.justified:
        widest = max(member.end for member in block.lines)
        return block.size < 20 and before.end + _UNIT * block.size < widest  # a title is balanced, not filled
    short = block.right - before.end
    if before.pieces[-1].kind in LEFT_SET and abs(short / block.size - 0.5) < 0.06:
        short = 0.0  # filled, with a mark that kept its blank (P9)
    ended = before.text.rstrip()[-1:] in _ENDINGS
    if indents:
        return short > NEAR and ended
    return short > block.size or (short > NEAR and ended)


def _other_face(block: Block, line: Line) -> bool:
    """Whether nothing of *line* is set in the face most of its block is set in."""
    faces = Counter(piece.glyph.font.name for member in block.lines for piece in member.pieces)
    main = max(faces, key=lambda name: (faces[name], name))
    return all(piece.glyph.font.name != main for piece in line.pieces)


def _goes_on(before: tuple[Line, Block], after: tuple[Line, Block], *, indents: bool) -> bool:
    """Whether the paragraph whose last line is *before* goes on with *after* in another column."""
    line, block = before
    following, other = after
    if block.right is None or not block.flush(line) or other.indented(following):
        return False
    if other.right is None:  # too few lines to show an edge of their own
        open_end = line.text.rstrip()[-1:] not in _ENDINGS
        return open_end and following.end - following.start <= block.right - block.left + NEAR
    if len(other.lines) == 1 and other.left - (other.right - (block.right - block.left)) > 0.8 * other.size:
        return False  # a single line that stands in
    same = abs((block.right - block.left) - (other.right - other.left)) <= 1.0
    apart = (block.page, block.left) != (other.page, other.left)
    return same and apart and (indents or line.text.rstrip()[-1:] not in _ENDINGS)


def _paragraph(part: Sequence[tuple[Line, Block]], role: Role) -> Paragraph:
    text = "".join(line.text for line, _ in part)
    kinds = kinds_in(text)
    lines, offset = [], 0
    for at, (line, block) in enumerate(part):
        end = offset + len(line.text)
        pieces = pieces_of(line.sightings, kinds[offset:end])
        lines.append(
            SetLine(
                line=line,
                block=block,
                pieces=pieces or line.pieces,
                offset=offset,
                first=at == 0,
                last=at == len(part) - 1,
            )
        )
        offset = end
    return Paragraph(lines=tuple(lines), text=text, role=role)
