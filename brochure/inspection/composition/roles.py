"""What part a block plays on the page: text, display, caption, furniture."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal, TypeAlias

from brochure.geometry import Pt
from brochure.inspection.composition.blocks import Block
from brochure.inspection.composition.lines import DOWN, Line

Role: TypeAlias = Literal["body", "display", "caption", "furniture"]

_DISPLAY, _CAPTION = 1.05, 0.97  # of the body's size


def body_size(blocks: Sequence[Block]) -> Pt:
    """The size that most characters of blocks of several lines are set in."""
    weights: Counter[float] = Counter()
    for block in blocks:
        if len(block.lines) > 1 or len(blocks) == 1:
            weights[round(block.size, 1)] += sum(len(line.text) for line in block.lines)
    if not weights:
        weights.update({round(block.size, 1): len(block.lines[0].text) for block in blocks})
    return max(weights, key=lambda size: (weights[size], size), default=0.0)


def is_size(block: Block, body: Pt) -> bool:
    """Whether *block* is set in the size of the text, and across."""
    return abs(block.size - body) <= 0.02 * body and block.lines[0].turn != DOWN


def body_face(blocks: Sequence[Block], body: Pt) -> str:
    """The face most of the text is set in."""
    counts: Counter[str] = Counter()
    for block in blocks:
        if is_size(block, body):
            for line in block.lines:
                counts.update(piece.glyph.font.name for piece in line.pieces)
    return max(counts, key=lambda name: (counts[name], name), default="")


def indented_style(blocks: Sequence[Block], body: Pt) -> bool:
    """Whether body paragraphs are told by their indent."""
    return any(
        block.indented(line)
        for block in blocks
        if is_size(block, body) and block.justified
        for line in block.lines
    )


def repeated(blocks: Sequence[Block]) -> frozenset[tuple[str, int, int]]:
    """Single lines that come again at the same height on another page; figures count as one text."""
    pages: dict[tuple[str, int, int], set[int]] = {}
    for block in blocks:
        if len(block.lines) == 1:
            pages.setdefault(place_of(block), set()).add(block.page)
    return frozenset(place for place, on in pages.items() if len(on) > 1)


def place_of(block: Block) -> tuple[str, int, int]:
    """What makes a repeated line: its text, its height on the page, its size."""
    line = block.lines[0]
    text = "0" if line.text.strip().isdigit() else line.text
    return text, round(line.down), round(10 * line.size)


def alone(block: Block, repeated: frozenset[tuple[str, int, int]]) -> bool:
    """Whether *block* is a line that comes again on other pages."""
    return len(block.lines) == 1 and place_of(block) in repeated


def role_of(
    part: Sequence[tuple[Line, Block]], body: Pt, face: str, repeated: frozenset[tuple[str, int, int]]
) -> Role:
    """The part that some lines play, by size, face and repetition; *body* and *face* are the text's."""
    line, block = part[0]
    if (line.turn == DOWN and len(part) == 1) or alone(block, repeated):
        return "furniture"
    if block.size > _DISPLAY * body:
        return "display"
    if block.size < _CAPTION * body:
        return "caption"
    own = Counter(piece.glyph.font.name for member, _ in part for piece in member.pieces)
    return "display" if len(part) <= 2 and face not in own else "body"
