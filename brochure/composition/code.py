"""QR codes (ISO/IEC 18004): one black outline on paper white, the quiet zone around it, a caption by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from brochure.color import BLACK, PAPER
from brochure.composition.galley import Galley, Remark, Strip
from brochure.composition.paragraph import compose_paragraph
from brochure.composition.paths import polygon
from brochure.content.model import QrCode
from brochure.diagnostics import Words
from brochure.display import Mark, Panel, Segment, Shape, moved
from brochure.fonts import Faces
from brochure.geometry import Point, Pt, Rect
from brochure.layout.drawn import CodeStyle

QUIET: Final = 4
"""Modules of white on every side (ISO/IEC 18004, 6.3.8)."""

Corner: TypeAlias = tuple[int, int]
Matrix: TypeAlias = Sequence[Sequence[int]]


def compose_code(
    code: QrCode, style: CodeStyle, measure: Pt, faces: Faces, keep: tuple[str, ...] = ()
) -> Galley:
    """The code at its style's size, or as large as *measure* allows, and its caption: one strip.

    A text longer than a code can hold is an error.
    """
    matrix = _matrix(code.text, style.level)
    if matrix is None:
        return Galley(measure=measure, strips=(), remarks=(_too_long(code.text),))
    count = len(matrix)
    widest = measure if style.hang else measure * count / (count + 2 * QUIET)
    side = min(style.size, widest)
    module = side / count
    white = QUIET * module
    inset = 0.0 if style.hang else white
    ground = Panel(box=Rect(inset - white, inset - white, side + 2 * white, side + 2 * white), ink=PAPER)
    drawn = Shape(at=Point(inset, inset), path=_path(matrix, module), fill=BLACK, module=module)
    gap = max(style.gap, white)
    below = style.place == "below"
    room = side if below else measure - inset - side - gap
    caption, height, remarks = _caption(code, style, room, faces, keep)
    x, y = (inset, inset + side + gap) if below else (inset + side + gap, inset + side - height)
    marks = (ground, drawn, *(moved(mark, x, y) for mark in caption))
    foot = y + height if below and caption else inset + side + inset
    strip = Strip(height=foot, baseline=inset + side, marks=marks)
    return Galley(measure=measure, strips=(strip,), remarks=remarks)


def _matrix(text: str, level: str) -> Matrix | None:
    """The modules of the smallest code that holds *text*, 1 for dark; None when none does.

    Where the same size allows more error correction than asked for, it is taken. What is not ASCII goes in as
    UTF-8: other encodings are guessed differently by different readers.
    """
    import segno  # 40 ms that only a brochure with a code pays

    encoding = None if text.isascii() else "utf-8"
    try:
        code: Any = segno.make_qr(text, error=level, encoding=encoding, boost_error=True)
    except segno.DataOverflowError:
        return None
    return tuple(tuple(row) for row in code.matrix)


def _path(matrix: Matrix, module: Pt) -> tuple[Segment, ...]:
    """The outline of all dark modules, in points: where two touch there is no edge, so no hairline either."""
    return tuple(
        step
        for loop in _loops(_edges(matrix))
        for step in polygon(Point(x * module, y * module) for x, y in loop)
    )


def _edges(matrix: Matrix) -> dict[Corner, list[Corner]]:
    """Every side of a dark module that borders on white, from corner to corner, dark on its right."""
    size = len(matrix)

    def dark(x: int, y: int) -> bool:
        return 0 <= x < size and 0 <= y < size and bool(matrix[y][x])

    edges: dict[Corner, list[Corner]] = {}
    for y in range(size):
        for x in range(size):
            if not dark(x, y):
                continue
            for open_side, start, end in (
                (dark(x, y - 1), (x, y), (x + 1, y)),
                (dark(x + 1, y), (x + 1, y), (x + 1, y + 1)),
                (dark(x, y + 1), (x + 1, y + 1), (x, y + 1)),
                (dark(x - 1, y), (x, y + 1), (x, y)),
            ):
                if not open_side:
                    edges.setdefault(start, []).append(end)
    return edges


def _loops(edges: dict[Corner, list[Corner]]) -> list[list[Corner]]:
    """The edges joined into closed outlines, corners only."""
    loops: list[list[Corner]] = []
    while edges:
        start = next(iter(edges))
        loop, here = [start], start
        heading = (0, 0)
        while True:
            choices = edges[here]
            there = _turn(here, heading, choices)
            choices.remove(there)
            if not choices:
                del edges[here]
            step = (there[0] - here[0], there[1] - here[1])
            if step == heading:
                loop[-1] = there
            else:
                loop.append(there)
            heading, here = step, there
            if here == start:
                break
        loops.append(loop[1:-1] if _straight(loop[-2], loop[0], loop[1]) else loop[:-1])
    return loops


def _turn(here: Corner, heading: Corner, choices: list[Corner]) -> Corner:
    """The way on: where two dark modules touch at a corner alone, to the right, around the same module."""
    right = (here[0] - heading[1], here[1] + heading[0])
    return right if right in choices else choices[0]


def _straight(before: Corner, at: Corner, after: Corner) -> bool:
    """Whether *at* lies on the straight line between its neighbours."""
    return before[0] == at[0] == after[0] or before[1] == at[1] == after[1]


def _caption(
    code: QrCode, style: CodeStyle, room: Pt, faces: Faces, keep: tuple[str, ...]
) -> tuple[list[Mark], Pt, tuple[Remark, ...]]:
    """The caption from its first em box down, its height, and what was noticed."""
    if not code.caption:
        return [], 0.0, ()
    galley = compose_paragraph(code.caption, style.caption, room, faces, keep=keep)
    half_gap = (style.caption.leading - style.caption.text.size) / 2
    marks: list[Mark] = []
    y = -half_gap
    for strip in galley.strips:
        marks += [moved(mark, 0, y) for mark in strip.marks]
        y += strip.height
    return marks, y - half_gap, galley.remarks


def _too_long(text: str) -> Remark:
    return Remark(
        severity="error",
        code="composition/code-too-long",
        message=Words(
            f"a code cannot hold {len(text.encode())} bytes", f"二维码装不下 {len(text.encode())} 字节的文字"
        ),
        suggestion=Words("use a short address", "请改用短网址"),
    )
