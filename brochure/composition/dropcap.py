"""Drop capitals (首字下沉): a paragraph's first character two or three lines high (C4)."""

from dataclasses import replace
from math import ceil
from typing import Final, NamedTuple

from brochure.composition.characters import Kind, kind
from brochure.composition.galley import Strip
from brochure.composition.line import SetLine, set_line, set_vertical
from brochure.composition.linebreak import Measures
from brochure.display import GlyphRun, Mark, moved
from brochure.fonts import Faces
from brochure.geometry import Pt
from brochure.layout.styles import ParagraphStyle, TextStyle

_INK_TOP, _INK_FOOT = 0.838, 0.078  # em above and below the baseline: the box Han ink fills (BASE icft, icfb)
_ASCENT: Final = 0.88  # em; top of the em box
_BEARING: Final = _ASCENT - _INK_TOP  # em; also on a Han character's left and right
_QUOTE: Final = 0.5  # of the capital: an opening mark before it is set smaller
_APART: Final = 0.1  # em at least between the capital's cell and the text
_AFTER_QUOTE: Final = 0.1  # em between that mark and the capital: their ink is kept apart (P12)


class Cap(NamedTuple):
    """A drop capital: the characters it is, its marks from the corner of the first line's em box, the room it
    takes in a line, and how many lines it stands beside.
    """

    text: str
    marks: tuple[Mark, ...]
    width: Pt
    lines: int


def capital_end(text: str, kinds: list[Kind]) -> int:
    """How many characters the capital is: the first, with an opening mark before it.

    0 where a text begins with a figure, which a large first digit would tear apart, or is no longer.
    """
    at = 1 if text and kinds[0] is Kind.OPEN else 0
    if at + 1 >= len(text) or kinds[at] not in (Kind.HAN, Kind.LATIN):
        return 0
    return at + 1


def set_capital(text: str, style: ParagraphStyle, faces: Faces) -> Cap:
    """*text*, a character with an opening mark or without, as the drop capital of *style*.

    Its ink reaches from the top of the first line's ink to the foot of the last one's; a Latin letter stands
    on the last one's baseline. The room it takes is a whole number of em.
    """
    cap = style.drop_cap
    assert cap is not None  # noqa: S101  # asked for where the style has one
    em, depth = style.text.size, (cap.lines - 1) * style.leading
    face = replace(cap.text or style.text, tracking=0.0)
    latin = text[-1] < "\u2e80" and style.direction == "horizontal"
    size = em + depth / (_INK_TOP + _INK_FOOT)
    baseline = _BEARING * em + _INK_TOP * size
    if latin:
        letters = faces.face(face.latin_family or face.family, face.latin_weight or face.weight)
        baseline = depth + _ASCENT * em
        size = (baseline - _BEARING * em) / letters.cap_height / face.latin_scale
    marks, x = list[GlyphRun](), 0.0
    if len(text) > 1:
        quote = _set(text[0], replace(face, size=size * _QUOTE), style, faces)
        marks += _placed(quote, x, _ASCENT * size * _QUOTE, size * _QUOTE, style)
        x += quote.width + _AFTER_QUOTE * em
    line = _set(text[-1], replace(face, size=size), style, faces)
    inset = line.ink_left if latin else _BEARING * (size - em)
    if style.direction == "vertical":
        marks += _placed(line, x - inset, baseline, em + depth, style)
    else:
        marks += _placed(line, x - inset, baseline, size, style)
    x += line.width - inset
    return Cap(text, tuple(marks), ceil(x / em + _APART) * em, cap.lines)


def _set(text: str, face: TextStyle, style: ParagraphStyle, faces: Faces) -> SetLine:
    setter = set_vertical if style.direction == "vertical" else set_line
    return setter(text, face, faces, profile=style.profile, kinds=[kind(text)])


def _placed(line: SetLine, along: Pt, baseline: Pt, depth: Pt, style: ParagraphStyle) -> list[GlyphRun]:
    """The runs of *line* moved *along* the paragraph's lines; across them to *baseline*, or in vertical lines
    to the middle of *depth*.
    """
    at = (-depth / 2, along) if style.direction == "vertical" else (along, baseline)
    runs = (moved(run, *at) for run in line.runs)
    return [run for run in runs if isinstance(run, GlyphRun)]


def beside_cap(measures: Measures, cap: Cap) -> Measures:
    """*measures* with the first lines drawn in to make room for *cap*."""
    count = max(cap.lines, len(measures.first), len(measures.starts))
    room = [cap.width if line < cap.lines else 0.0 for line in range(count)]
    return replace(
        measures,
        first=tuple(measures.of(line) - taken for line, taken in enumerate(room)),
        starts=tuple(measures.start(line) + taken for line, taken in enumerate(room)),
    )


def with_cap(strips: tuple[Strip, ...], cap: Cap | None, style: ParagraphStyle) -> tuple[Strip, ...]:
    """*strips* with *cap* in the first, and as many as it is high; no column ends beside it."""
    if cap is None or not strips:
        return strips
    blank = Strip(height=style.leading, baseline=strips[0].baseline, marks=())
    whole = (*strips, *[blank] * (cap.lines - len(strips)))
    gap = (style.leading - style.text.size) / 2
    dx, dy = (-gap, 0.0) if style.direction == "vertical" else (0.0, gap)
    first = whole[0]
    first = replace(
        first,
        marks=(*[moved(mark, dx, dy) for mark in cap.marks], *first.marks),
        line=replace(first.line, text=cap.text + first.line.text) if first.line else None,
    )
    tied = [replace(strip, tied=True) for strip in (first, *whole[1 : cap.lines])][:-1]
    rest = whole[cap.lines - 1 :] if cap.lines > 1 else whole
    return (*tied, *rest)
