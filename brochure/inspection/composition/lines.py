"""From glyphs to lines: what stands on one baseline and belongs together, read in its direction.

Nothing is taken from the file's structure. Glyphs painted one after another on one baseline make a chunk,
chunks on one baseline a line unless a gutter lies between them; raised figures join the line they hang on.
Each direction of text is read in a frame of its own: *along* the line and *down* from line to line.
Characters stacked one under another make a vertical line, whose *down* leads from right to left (GB 5.2).
"""

from collections.abc import Sequence
from functools import cached_property
from math import cos, radians, sin
from typing import Final

from brochure.geometry import Pt
from brochure.inspection.composition.chunks import SMALL, Chunk, Placed, chunks_of, merged, with_raised
from brochure.inspection.composition.glyphs import Glyph
from brochure.inspection.composition.marks import Kind
from brochure.inspection.composition.pieces import EM_BOX_HEAD, Piece, Sighting, pieces_of
from brochure.values import dataclass

DOWN: Final = "down"
"""The direction of stacked characters."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of text on page *page*; *turn* is its direction, ``"down"`` for stacked characters.

    *down* is its baseline's distance down the frame of its direction; *sightings* are its glyphs in order.
    """

    page: int
    turn: int | str
    down: Pt
    sightings: tuple[Sighting, ...]

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """What it is made of, read by itself; `paragraphs` reads it again in its place."""
        return pieces_of(self.sightings)

    @cached_property
    def text(self) -> str:
        """Its characters with the spaces that were typed, those at its end too."""
        return "".join(sighting.text for sighting in self.sightings)

    @cached_property
    def size(self) -> Pt:
        """The size most of it is set in."""
        widths: dict[float, float] = {}
        for piece in self.pieces:
            key = round(piece.em, 2)
            weight = 2.0 if piece.kind is Kind.HAN else 1.0
            widths[key] = widths.get(key, 0.0) + weight * max(piece.right - piece.left, 0.01)
        return max(widths, key=lambda size: (widths[size], size))

    def draw(self) -> None:
        """Take what it needs from the file's fonts while the file is open."""
        for sighting in self.sightings:
            sighting.glyph.font.ink(sighting.glyph.code)

    @property
    def start(self) -> Pt:
        """Where its first body begins."""
        return self.pieces[0].left

    @property
    def end(self) -> Pt:
        """Where its last body ends."""
        return max(piece.right for piece in self.pieces[-2:])

    @property
    def order(self) -> int:
        """When its first glyph was painted."""
        return min(sighting.glyph.order for sighting in self.sightings)

    @property
    def spaced_at_end(self) -> bool:
        """Whether a typed space stands at its end."""
        return self.text[-1:].isspace()


def page_lines(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """The lines of a page's glyphs, in painting order."""
    once = _without_doubles(glyphs)
    stacked = _stacks(once)
    lines = []
    frames: dict[int | str, list[Placed]] = {}
    for glyph in once:
        turn: int | str = DOWN if glyph.order in stacked else glyph.turn
        frames.setdefault(turn, []).append(_placed(glyph, turn))
    for turn, placed in frames.items():
        for chunk in merged(with_raised(chunks_of(placed))):
            line = _line(chunk, page, turn)
            if line.pieces:
                lines.append(line)
    return sorted(lines, key=lambda line: line.order)


def _without_doubles(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Glyphs printed twice at one place, as for a shadow, count once."""
    seen: set[tuple[str, int, int]] = set()
    once = []
    for glyph in glyphs:
        key = (glyph.text, round(glyph.x * 8), round(glyph.y * 8))
        if glyph.text.strip() and key in seen:
            continue
        seen.add(key)
        once.append(glyph)
    return once


def _stacks(glyphs: Sequence[Glyph]) -> set[int]:
    """The painting numbers of glyphs that stand in vertical lines: three or more, each under the one
    before.
    """
    found: set[int] = set()
    run: list[Glyph] = []
    for glyph in (*glyphs, None):
        if glyph is not None and run and _is_under(run[-1], glyph):
            run.append(glyph)
            continue
        if len(run) >= 3:
            found.update(member.order for member in run)
        run = [glyph] if glyph is not None else []
    return found


def _is_under(upper: Glyph, lower: Glyph) -> bool:
    em = upper.size
    beside = abs(lower.x + lower.width / 2 - upper.x - upper.width / 2)
    same = upper.turn == lower.turn == 0 and abs(lower.size - em) < 0.02 * em
    return same and beside < 0.4 * em and 0.3 * em < lower.y - upper.y < 1.6 * em


def _placed(glyph: Glyph, turn: int | str) -> Placed:
    if isinstance(turn, str):
        return Placed(glyph.y - EM_BOX_HEAD * glyph.size, -(glyph.x + glyph.width / 2), glyph)
    if turn == 0:
        return Placed(glyph.x, glyph.y, glyph)
    c, s = cos(radians(turn)), sin(radians(turn))
    return Placed(glyph.x * c - glyph.y * s, glyph.x * s + glyph.y * c, glyph)


def _line(chunk: Chunk, page: int, turn: int | str) -> Line:
    """Chunks keep their painting order inside: squeezed marks begin further left than what they follow."""
    down = _baseline(chunk)
    sightings = tuple(
        Sighting(placed.glyph, placed.along, down - placed.down, placed.glyph.text, turn == DOWN)
        for placed in _clusters_kept(chunk.members)
    )
    return Line(page=page, turn=turn, down=down, sightings=sightings)


def _baseline(chunk: Chunk) -> Pt:
    """The baseline most glyphs of the largest size stand on."""
    most = max(placed.glyph.size for placed in chunk.members)
    levels: dict[float, int] = {}
    for placed in chunk.members:
        if placed.glyph.size > SMALL * most:
            key = round(placed.down, 3)
            levels[key] = levels.get(key, 0) + 1
    return max(levels, key=lambda level: (levels[level], level))


def _clusters_kept(members: list[Placed]) -> list[Placed]:
    """The later glyphs of a cluster, which have no text, behind the one they were painted after."""
    heads = [placed for placed in members if placed.glyph.text]
    tails = [placed for placed in members if not placed.glyph.text]
    if not tails:
        return heads
    by_order = {placed.glyph.order: at for at, placed in enumerate(heads)}
    found: list[list[Placed]] = [[head] for head in heads]
    for tail in sorted(tails, key=lambda placed: placed.glyph.order):
        before = max((order for order in by_order if order < tail.glyph.order), default=None)
        if before is not None:
            found[by_order[before]].append(tail)
    return [placed for group in found for placed in group]
