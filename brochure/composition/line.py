"""Single lines at their natural width: folios, labels, figures; running heads stacked downwards (J9)."""

from dataclasses import dataclass
from typing import Final

from brochure.composition.adjustment import set_natural
from brochure.composition.characters import Kind, resolve_kinds
from brochure.composition.galley import Remark
from brochure.composition.punctuation import close_up
from brochure.composition.runs import ink_span, runs
from brochure.composition.shaping import shape_text
from brochure.composition.sorts import NO_GLYPH, Fount, Sorts, Stretch
from brochure.composition.stick import set_solid
from brochure.display import GlyphRun
from brochure.fonts import Faces
from brochure.geometry import Point, Pt
from brochure.layout.styles import Profile, TextStyle

_EM_BOX_ASCENT, _EM_BOX_DESCENT = 0.88, 0.12
_BOOK: Final = Profile()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLine:
    """One line from (0, 0) on its baseline. *width* is its advance, *ink_left* and *ink_right* where its
    ink begins and ends; *ascent* and *descent* reach from the baseline to the top and foot of the em box.

    Of a vertical line (0, 0) is the middle of the column's head, *width* its length downwards, and ink is
    measured downwards.
    """

    text: str
    runs: tuple[GlyphRun, ...]
    width: Pt
    ink_left: Pt
    ink_right: Pt
    ascent: Pt
    descent: Pt
    remarks: tuple[Remark, ...] = ()


def set_line(text: str, style: TextStyle, faces: Faces, *, profile: Profile = _BOOK) -> SetLine:
    """*text* with marks closed up, Han and Latin spaced, both edges trimmed; neither stretched nor
    broken.
    """
    sorts = shape_text(text, resolve_kinds(text), [Stretch(0, len(text), style)] if text else [], faces)
    stick = set_solid(sorts, profile)
    if not text.strip():
        return _nothing(text, style)
    last = len(text.rstrip()) - 1
    line = set_natural(stick, 0, len(text), last)
    left, right = ink_span(sorts, line)
    return SetLine(
        text=text,
        runs=runs(sorts, line, 0.0, 0.0),
        width=line.width,
        ink_left=left,
        ink_right=right,
        ascent=_EM_BOX_ASCENT * style.size,
        descent=_EM_BOX_DESCENT * style.size,
        remarks=tuple(sorts.remarks),
    )


def _nothing(text: str, style: TextStyle) -> SetLine:
    """A line without ink."""
    return SetLine(
        text=text,
        runs=(),
        width=0.0,
        ink_left=0.0,
        ink_right=0.0,
        ascent=_EM_BOX_ASCENT * style.size,
        descent=_EM_BOX_DESCENT * style.size,
    )


# ---------------------------------------------------------------- vertical

_FALLING: Final = frozenset("，、。．")
"""Marks that stand in the upper half of a vertical cell; ： ； ？ ！ stay in its middle (V1)."""


def set_vertical(text: str, style: TextStyle, faces: Faces, *, profile: Profile = _BOOK) -> SetLine:
    """*text* stacked downwards, an em for every character, in the forms for vertical setting; for running
    heads.

    Marks share their blanks as they do across (GB 5.2, V3); the two ends are trimmed. Letters and figures
    stand upright.
    """
    sorts = shape_text(text, resolve_kinds(text), [Stretch(0, len(text), style)] if text else [], faces)
    if not text.strip():
        return _nothing(text, style)
    fount = sorts.founts[0]._replace(face=faces.face(style.family, style.weight))
    fount = fount._replace(name=fount.face.name, size=style.size, em=style.size, rise=0.0)
    sorts.founts = [fount] * len(text)
    shaped = fount.face.shape(text, style.features, "ttb")
    scale = fount.size / fount.face.units_per_em
    sorts.glyphs = [NO_GLYPH] * len(text)
    across = [0.0] * len(text)
    rows = zip(shaped.glyphs, shaped.x_offsets, shaped.y_offsets, shaped.clusters, strict=True)
    for glyph, x, y, at in rows:
        sorts.glyphs[at], across[at], sorts.offsets[at] = glyph, x * scale, -y * scale
    places = _stack(sorts, fount, profile)
    last = len(text.rstrip()) - 1
    end = places[last] + sorts.bodies[last]
    return SetLine(
        text=text,
        runs=(_column(sorts, fount, places, across, end),),
        width=end,
        ink_left=0.0,
        ink_right=end,
        ascent=style.size / 2,
        descent=style.size / 2,
        remarks=tuple(sorts.remarks),
    )


def _stack(sorts: Sorts, fount: Fount, profile: Profile) -> list[Pt]:
    """The head of every body below the column's head; bodies and offsets of marks are set on the way."""
    half = fount.em / 2
    sorts.before, sorts.after = {}, {}
    marks = list[int]()
    for at, (char, kind) in enumerate(zip(sorts.text, sorts.kinds, strict=True)):
        ligature = at + 1 < len(sorts.glyphs) and sorts.glyphs[at + 1] == NO_GLYPH
        sorts.bodies[at] = 0.0 if sorts.glyphs[at] == NO_GLYPH else fount.em * (2 if ligature else 1)
        if kind is Kind.OPEN:
            sorts.bodies[at], sorts.before[at] = half, half
            sorts.offsets[at] -= half
        elif kind is Kind.CLOSE or (kind in (Kind.PAUSE, Kind.STOP) and char in _FALLING):
            sorts.bodies[at], sorts.after[at] = half, half
        elif kind is Kind.MIDDLE:
            sorts.bodies[at] = half
            sorts.offsets[at] -= half / 2
        elif kind is Kind.SPACE:
            sorts.bodies[at] = half
        if at in sorts.before or at in sorts.after:
            marks.append(at)
    if profile.squeeze_pairs:
        close_up(sorts, marks)
    places, below = list[Pt](), 0.0
    for at in range(len(sorts.text)):
        below += sorts.before.get(at, 0.0) if at else 0.0
        places.append(below)
        below += sorts.bodies[at] + sorts.after.get(at, 0.0) + fount.tracking
    return places


def _column(sorts: Sorts, fount: Fount, places: list[Pt], across: list[Pt], end: Pt) -> GlyphRun:
    glyphs, texts, xs, ys = list[int](), list[str](), list[Pt](), list[Pt]()
    for at, glyph in enumerate(sorts.glyphs):
        if glyph == NO_GLYPH and texts:
            texts[-1] += sorts.text[at]
            continue
        glyphs.append(glyph)
        texts.append(sorts.text[at])
        xs.append(across[at])
        ys.append(places[at] + sorts.offsets[at])
    return GlyphRun(
        at=Point(xs[0], ys[0]),
        face=fount.name,
        size=fount.size,
        ink=fount.ink,
        glyphs=tuple(glyphs),
        xs=tuple([x - xs[0] for x in xs]),
        ys=tuple([y - ys[0] for y in ys]),
        texts=tuple(texts),
        width=end,
        overprint=fount.ink.black_only,
    )
