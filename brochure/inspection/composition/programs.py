"""The ink of glyphs, read out of the font programs a file embeds: what overlaps is seen, not believed."""

import struct
from collections.abc import Callable
from io import BytesIO
from typing import Any, NamedTuple, TypeAlias


class Ink(NamedTuple):
    """The smallest box round a glyph's ink, in em from its origin, y upwards."""

    left: float
    foot: float
    right: float
    top: float

    @property
    def empty(self) -> bool:
        """Whether nothing is printed."""
        return self.left >= self.right or self.foot >= self.top


InkOf: TypeAlias = Callable[[int], Ink | None]
"""By glyph number (of a CID-keyed CFF font: by CID)."""
_NOTHING = Ink(0, 0, 0, 0)


def truetype_ink(program: bytes) -> InkOf:
    """The ink of a TrueType program's glyphs, from the boxes in ``glyf``; raises `ValueError` when it is
    none.
    """
    tables = _tables(program)
    try:
        (em,) = struct.unpack_from(">H", program, tables[b"head"][0] + 18)
        (long_form,) = struct.unpack_from(">h", program, tables[b"head"][0] + 50)
        start, length = tables[b"loca"]
        glyf = tables[b"glyf"][0]
    except (KeyError, struct.error) as fault:
        raise ValueError("no TrueType outlines") from fault
    width, code, factor = (4, ">I", 1) if long_form else (2, ">H", 2)

    def ink(glyph: int) -> Ink | None:
        if not 0 <= glyph < length // width - 1:
            return None
        at, after = (
            struct.unpack_from(code, program, start + width * (glyph + step))[0] * factor for step in (0, 1)
        )
        if after - at < 10:
            return _NOTHING
        left, foot, right, top = struct.unpack_from(">4h", program, glyf + at + 2)
        return Ink(left / em, foot / em, right / em, top / em)

    return ink


def _tables(program: bytes) -> dict[bytes, tuple[int, int]]:
    if len(program) < 12:
        return {}
    count = struct.unpack_from(">H", program, 4)[0]
    rows = program[12 : 12 + 16 * count]
    return {tag: (start, length) for tag, _, start, length in struct.iter_unpack(">4sIII", rows)}


def compact_ink(program: bytes) -> InkOf:
    """The ink of a CFF program's glyphs, bare or in an OpenType wrapper.

    Charstrings have to be drawn to be measured, which fontTools does; raises `ImportError` without it.
    """
    from fontTools.cffLib import CFFFontSet
    from fontTools.pens.boundsPen import BoundsPen

    tables = _tables(program) if program[:4] == b"OTTO" else {}
    if tables:
        start, length = tables[b"CFF "]
        program = program[start : start + length]
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(program), None, isCFF2=False)
    top = fonts[0]
    names: list[str] = top.charset
    cid_keyed = hasattr(top, "ROS")
    places = {int(name[3:]): name for name in names[1:]} if cid_keyed else dict(enumerate(names))
    em = 1 / abs(_matrix(top)[0])
    seen: dict[int, Ink | None] = {}

    def ink(glyph: int) -> Ink | None:
        if glyph not in seen:
            pen = BoundsPen(None)
            name = places.get(glyph)
            if name is not None:
                top.CharStrings[name].draw(pen)
            seen[glyph] = (
                Ink(*(edge / em for edge in pen.bounds)) if pen.bounds else (name and _NOTHING) or None
            )
        return seen[glyph]

    return ink


def _matrix(top: Any) -> tuple[float, ...]:
    """The font matrix; that of a CID-keyed font may stand in its first font dictionary instead."""
    matrix: tuple[float, ...] = tuple(top.FontMatrix)
    parts = getattr(top, "FDArray", None)
    if parts and matrix[0] == 1:
        matrix = tuple(parts[0].FontMatrix)
    return matrix
