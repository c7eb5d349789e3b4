"""Glyph runs as text operators: ``BT … Tf … Tm [<codes> shift …] TJ ET``."""

from collections.abc import Iterator
from itertools import groupby
from math import cos, radians, sin

from brochure.display import GlyphRun
from brochure.geometry import Point
from brochure.pdf.document import number
from brochure.pdf.fonts import CodedFace

_UNSEEN = 0.0005
"""Half a thousandth of a point: the pen may be this far from a glyph's place before it is moved."""


def text_operators(run: GlyphRun, coded: CodedFace, origin: Point) -> str:
    """The operators that show *run*, whose *origin* on the page is given in PDF space (y upwards)."""
    texts = shared_out(run.texts)
    marks = _actual_text(texts)
    lines = [f"BT\n/{coded.key} {number(run.size)} Tf"]
    for stretch, below in _levels(run):
        matrix = _matrix(run, origin, run.xs[stretch.start], below)
        lines.append(f"{matrix} Tm {_shown(run, texts, marks, coded, stretch)}")
    return "\n".join([*lines, "ET"])


def shared_out(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The text of each cluster dealt out over its glyphs, a character each, the rest to the last one.

    So a letter and its combining accent, two glyphs of one cluster, are two plain codes. Where a cluster
    has more glyphs than characters its text stays with the first glyph.
    """
    if "" not in texts:
        return texts
    dealt = list(texts)
    for first, last in _clusters(texts):
        text, glyphs = texts[first], last - first
        if len(text) >= glyphs:
            dealt[first:last] = [*text[: glyphs - 1], text[glyphs - 1 :]]
    return tuple(dealt)


def _clusters(texts: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """First and one past the last glyph of each cluster that has a glyph without text."""
    starts = [index for index, text in enumerate(texts) if text or not index]
    for first, last in zip(starts, [*starts[1:], len(texts)], strict=True):
        if last - first > 1:
            yield first, last


def _actual_text(texts: tuple[str, ...]) -> dict[int, tuple[str, str]]:
    """What stands before and after a glyph, by its index, where several glyphs share one character.

    A code is one glyph's; only ActualText says that these belong together (ISO 32000-1, 14.9.4).
    """
    marks: dict[int, tuple[str, str]] = {}
    if "" in texts:
        for first, last in _clusters(texts):
            hexed = texts[first].encode("utf-16-be").hex().upper()
            marks[first] = (f">] TJ /Span <</ActualText <FEFF{hexed}>>> BDC [<", "")
            marks[last - 1] = ("", ">] TJ EMC [<")
    return marks


def _levels(run: GlyphRun) -> Iterator[tuple[range, float]]:
    """The stretches of *run* that stand on one level, and how far below the baseline each stands."""
    if not run.ys:
        if run.glyphs:
            yield range(len(run.glyphs)), 0.0
        return
    for below, stretch in groupby(range(len(run.glyphs)), key=run.ys.__getitem__):
        members = list(stretch)
        yield range(members[0], members[-1] + 1), below


def _matrix(run: GlyphRun, origin: Point, along: float, below: float) -> str:
    """The text matrix for a glyph *along* to the right and *below* the origin of *run*, turned clockwise
    with it.
    """
    if not run.turn:
        return f"1 0 0 1 {number(origin.x + along)} {number(origin.y - below)}"
    turn = radians(run.turn)
    c, s = round(cos(turn), 6), round(sin(turn), 6)
    x, y = origin.x + along * c - below * s, origin.y - along * s - below * c
    return f"{c + 0.0:.6f} {-s + 0.0:.6f} {s + 0.0:.6f} {c + 0.0:.6f} {number(x)} {number(y)}"


def _shown(
    run: GlyphRun, texts: tuple[str, ...], marks: dict[int, tuple[str, str]], coded: CodedFace, stretch: range
) -> str:
    """The TJ array of one stretch of glyphs on one level.

    The pen follows the font's own widths; a shift, in thousandths of an em, stands only where a glyph's
    place differs. Shifts are rounded, so the pen's true place is followed and the errors do not add up
    along the line.
    """
    scale = 1000 / run.size
    unseen = _UNSEEN * scale
    codes, allot = coded.codes, coded.code
    glyphs, xs, start = run.glyphs, run.xs, run.xs[stretch.start]
    parts = ["[<"]
    pen = 0.0
    for index in stretch:
        behind = pen - (xs[index] - start) * scale
        if behind > unseen or behind < -unseen:
            shift = round(behind, 2)
            parts.append(f">{shift}<")
            pen -= shift
        pair = (glyphs[index], texts[index])
        code, width = codes.get(pair) or allot(*pair)
        if index in marks:
            code = code.join(marks[index])
        parts.append(code)
        pen += width
    parts.append(">] TJ")
    return "".join(parts).replace("<>", "").replace("[] TJ", "")
