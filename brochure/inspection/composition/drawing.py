"""What is printed, from the ink of the embedded fonts: P12, P14, P15, M2, M3, M5."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from brochure.inspection.composition.marks import FULL_WIDTH, Kind
from brochure.inspection.composition.paragraphs import Paragraph, SetLine
from brochure.inspection.composition.pieces import Piece
from brochure.inspection.composition.tally import Tally, ems

_APART: Final = 0.05  # em (P12)
_MIDDLE: Final = 0.38  # em above the baseline: the centre of the em box of 0.88 and 0.12
_OFF: Final = 0.03  # em (P14)
_BROKEN: Final = 0.005  # em
_ON_BASELINE: Final = 0.2  # em; ellipses whose middle is lower stand on the baseline
_LEVEL: Final = 0.02  # em
_MARKS: Final = FULL_WIDTH | {Kind.MIDDLE, Kind.SOLIDUS, Kind.CONNECTOR, Kind.DASH, Kind.ELLIPSIS, Kind.TWIN}


def count_drawing(paragraph: Paragraph, tally: Tally) -> None:
    """Judge what *paragraph* looks like, piece by piece."""
    for line in paragraph.lines:
        for left, right in pairwise(line.pieces):
            if (left.kind in _MARKS or right.kind in _MARKS) and not left.kind is right.kind is Kind.ELLIPSIS:
                _judge_apart(line, left, right, tally)
        for piece in line.pieces:
            if piece.kind is Kind.DASH and len(piece.text) > 1:
                _judge_dash(line, piece, tally)
            _judge_glyph(line, piece, tally)


def _judge_apart(line: SetLine, left: Piece, right: Piece, tally: Tally) -> None:
    """P12: side by side or one above the other, ink keeps its distance."""
    if left.ink is None or right.ink is None:
        return
    tally.look("P12")
    beside = right.ink.left - left.ink.right
    above = max(right.ink.foot - left.ink.top, left.ink.foot - right.ink.top)
    apart = max(beside, above) / line.em
    if apart < 0:
        tally.found("P12", line, f"{left.text}{ems(apart)}{right.text}", f"> {ems(0)}")
    elif apart < _APART - 0.001:
        tally.found("P12", line, f"{left.text}{ems(apart)}{right.text}", f"> {ems(_APART)}", weight="cost")


def _judge_dash(line: SetLine, piece: Piece, tally: Tally) -> None:
    if piece.ink is None:
        return
    tally.look("P14")
    if piece.broken > _BROKEN:
        tally.found("P14", line, f"—{ems(piece.broken)}—", ems(0))
    middle = ((piece.ink.foot + piece.ink.top) / 2 - piece.raised) / piece.em
    if abs(middle - _MIDDLE) > _OFF:
        tally.found("P14", line, f"—— ↑ {ems(middle)}", f"{ems(_MIDDLE)} ± {_OFF}")


def _judge_glyph(line: SetLine, piece: Piece, tally: Tally) -> None:
    tally.look("M3")
    tally.look("M5")
    glyph = piece.glyph
    if "\ufffd" in piece.text or (glyph.font.composite and glyph.font.glyph(glyph.code) == 0):
        tally.found("M3", line, f"{glyph.font.name} {glyph.code:04X}", "")
    if glyph.faked == "bold" or (glyph.faked and piece.kind is Kind.HAN):
        tally.found("M5", line, f"{piece.text} {glyph.faked}", "")
    if abs(piece.raised) < 0.12 * line.em:
        tally.look("M2")
        if abs(piece.raised) > _LEVEL * line.em and abs(piece.em - line.em) < 0.01 * line.em:
            tally.found("M2", line, f"{piece.text} ↑ {ems(piece.raised / line.em)}", ems(0))


def count_ellipses(paragraphs: Sequence[Paragraph], tally: Tally) -> None:
    """P15: in the middle of the line or on the baseline, the same throughout."""
    seen = [
        (line, piece, ((piece.ink.foot + piece.ink.top) / 2 - piece.raised) / piece.em)
        for paragraph in paragraphs
        for line in paragraph.lines
        for piece in line.pieces
        if piece.kind is Kind.ELLIPSIS and piece.ink is not None
    ]
    tally.look("P15", len(seen))
    if not seen:
        return
    usual = Counter(height < _ON_BASELINE for _, _, height in seen).most_common(1)[0][0]
    for line, piece, height in seen:
        if (height < _ON_BASELINE) is not usual:
            tally.found("P15", line, f"{piece.text} ↑ {ems(height)}", "")
