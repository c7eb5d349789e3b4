"""From text and styles to sorts: for every character its glyph, its body and the fount it is cast in.

The text of one style is shaped in one call, Latin letters and figures apart where the style sets them in
a face of their own. What the font says about the width of Chinese marks is only raw material:
`punctuation` sets their cells.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from brochure.composition.characters import Kind
from brochure.composition.galley import Remark
from brochure.composition.sorts import NO_GLYPH, Fount, Hyphen, Sorts, Stretch
from brochure.diagnostics import Words
from brochure.fonts import FaceLike, Faces, Shaped
from brochure.geometry import Pt
from brochure.layout.styles import TextStyle

_SUPERSCRIPT_SIZE, _SUPERSCRIPT_RISE = 0.62, 0.34  # em; M6
_SUPERIORS = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_EM_BOX_CENTRE = 0.38  # em above the baseline (Noto BASE table: 880/-120)

_LATIN_KINDS = frozenset({Kind.LATIN, Kind.DIGIT, Kind.POINT, Kind.SIGN, Kind.PREFIX, Kind.POSTFIX})
_BELOW_CHINESE = re.compile("[\u0020-\u2e7f]+")
_SOFT_HYPHEN = "\u00ad"
_CONTROLS = re.compile("[\n\r\t\v\f\u2028\u2029\u00ad]")
_SHARED_MARKS = frozenset("“”‘’—…·–")


class _Piece(NamedTuple):
    start: int
    end: int


def shape_text(text: str, kinds: list[Kind], stretches: Sequence[Stretch], faces: Faces) -> Sorts:
    """The sorts of *text*; *stretches* cover it without gaps, in order.

    A character neither of a style's faces covers leaves an error remark and a blank of one em.
    """
    count = len(text)
    if not count:
        return Sorts(text="", kinds=[], others=[], glyphs=[], bodies=[], offsets=[], founts=[])
    style = stretches[0].style
    fount = _fount(
        faces.face(style.family, style.weight), style, 1.0, superscript=False
    )  # replaced throughout below
    sorts = Sorts(
        text=text,
        kinds=kinds,
        others=[at for at, kind in enumerate(kinds) if kind],  # Han is the first of its class, 0
        glyphs=[0] * count,
        bodies=[0.0] * count,
        offsets=[0.0] * count,
        founts=[fount] * count,
    )
    sorts.tracked = any(stretch.style.tracking for stretch in stretches)
    sorts.scaled = any(stretch.style.scale != 1.0 for stretch in stretches)
    gathered: dict[tuple[TextStyle, bool], list[Stretch]] = {}
    for stretch in stretches:
        gathered.setdefault((stretch.style, stretch.superscript), []).append(stretch)
    for (style, superscript), group in gathered.items():
        if superscript:
            _shape_superscripts(sorts, group, style, faces)
        else:
            _shape_style(sorts, group, style, faces)
    _set_controls(sorts)
    return sorts


def _set_controls(sorts: Sorts) -> None:
    """Line feeds take no room; a soft hyphen takes none either until a line ends with it."""
    for match in _CONTROLS.finditer(sorts.text):
        at = match.start()
        sorts.bodies[at] = 0.0
        if match[0] == _SOFT_HYPHEN:
            sorts.hyphens[at] = hyphen_of(sorts.founts[at], typed=True)


def hyphen_of(fount: Fount, *, typed: bool) -> Hyphen:
    """The hyphen of *fount*."""
    shaped = fount.face.shape("-")
    return Hyphen(shaped.glyphs[0], shaped.advances[0] * fount.size / fount.face.units_per_em, typed)


def _shape_superscripts(sorts: Sorts, group: list[Stretch], style: TextStyle, faces: Faces) -> None:
    """Superscripts neither paler nor heavier than the text (M6).

    The face's own superior figures where it has all that a superscript needs and the style asks for no
    weight; else the figures drawn smaller, in the weight that the style asks for.
    """
    face = faces.face(style.latin_family or style.family, style.latin_weight or style.weight)
    scaled = list[Stretch]()
    for stretch in group:
        superiors = sorts.text[stretch.start : stretch.end].translate(_SUPERIORS)
        drawn = not superiors.isascii() and all(char > "\x7f" and face.covers(char) for char in superiors)
        if style.superscript_weight or not drawn:
            scaled.append(stretch)
            continue
        fount = _fount(face, style, style.latin_scale, superscript=False, latin=True)._replace(raised=True)
        _shape_pieces(sorts, [_Piece(stretch.start, stretch.end)], fount, style.features, superiors)
    if scaled:
        _shape_style(sorts, scaled, _heavier(style), faces, superscript=True)


def _heavier(style: TextStyle) -> TextStyle:
    return replace(style, weight=style.superscript_weight) if style.superscript_weight else style


def _shape_style(
    sorts: Sorts, group: list[Stretch], style: TextStyle, faces: Faces, *, superscript: bool = False
) -> None:
    """Everything set in one style: Han with the style's face, Latin with its companion, the rest as
    fallback.
    """
    own = faces.face(style.family, style.weight)
    companion = faces.face(style.latin_family or style.family, style.latin_weight or style.weight)
    han = _fount(own, style, 1.0, superscript=superscript)
    latin = _fount(companion, style, style.latin_scale, superscript=superscript, latin=True)
    whole = [_Piece(stretch.start, stretch.end) for stretch in group]
    if companion is own and style.latin_scale == 1.0:
        missing = _shape_pieces(sorts, whole, han, style.features)
    else:
        chinese, foreign = _sides(sorts, whole)
        absent = set(_shape_pieces(sorts, foreign, latin, style.features))
        borrowed = [_Piece(at, at + 1) for at in sorted(absent)]
        missing = _shape_pieces(sorts, chinese + borrowed, han, style.features)
    if companion is own:
        narrow = [
            _Piece(at, at + 1)
            for piece in whole
            for at in range(piece.start, piece.end)
            if sorts.kinds[at] is Kind.SIGN and sorts.text[at] in _SHARED_MARKS
        ]
        # P13: inside a Latin phrase the shared marks of a Han face are wanted proportional
        _shape_pieces(sorts, narrow, latin if style.latin_scale != 1.0 else han, (*style.features, "pwid"))
    for at in sorted(missing):
        sorts.remarks.append(_missing(sorts.text[at], style))


def _fount(
    face: FaceLike, style: TextStyle, scale: float, *, superscript: bool, latin: bool = False
) -> Fount:
    em = style.size * (_SUPERSCRIPT_SIZE if superscript else 1.0)
    size = em * scale * (1.0 if latin else style.scale)
    rise = style.size * _SUPERSCRIPT_RISE if superscript else 0.0
    if not latin:
        rise += _EM_BOX_CENTRE * (
            em - size
        )  # a face drawn larger or smaller keeps the centre of its em box (M2)
    return Fount(face, face.name, em, size, rise, style.ink, style.tracking * style.size, superscript)


def _sides(sorts: Sorts, pieces: list[_Piece]) -> tuple[list[_Piece], list[_Piece]]:
    """What the style's own face sets, and what its Latin companion sets."""
    chinese, foreign = list[_Piece](), list[_Piece]()
    for piece in pieces:
        done = piece.start
        for start, end in _latin_words(sorts, piece):
            if done < start:
                chinese.append(_Piece(done, start))
            foreign.append(_Piece(start, end))
            done = end
        if done < piece.end:
            chinese.append(_Piece(done, piece.end))
    return chinese, foreign


def _latin_words(sorts: Sorts, piece: _Piece) -> list[_Piece]:
    """Stretches of Latin letters, figures and their marks, with the spaces between them."""
    words = list[_Piece]()
    kinds = sorts.kinds
    for match in _BELOW_CHINESE.finditer(sorts.text, piece.start, piece.end):
        start = -1
        for at in range(match.start(), match.end() + 1):
            kind = kinds[at] if at < match.end() else Kind.HAN
            if kind in _LATIN_KINDS:
                start = at if start < 0 else start
            elif start >= 0 and not (
                kind is Kind.SPACE and at + 1 < match.end() and kinds[at + 1] in _LATIN_KINDS
            ):
                words.append(_Piece(start, at))
                start = -1
    return words


def _shape_pieces(
    sorts: Sorts, pieces: list[_Piece], fount: Fount, features: tuple[str, ...], drawn: str = ""
) -> list[int]:
    """Shape *pieces* in one call, a space between them; returns the places no glyph was found for.

    *drawn* is what is shaped in their place, character for character.
    """
    if not pieces:
        return []
    text = drawn or " ".join([sorts.text[start:end] for start, end in pieces])
    shaped = fount.face.shape(_CONTROLS.sub(" ", text), features)
    cast = _cast(shaped, len(text), fount.size / fount.face.units_per_em)
    missing = list[int]()
    at = 0
    for start, end in pieces:
        stop = at + end - start
        glyphs = cast.glyphs[at:stop]
        sorts.glyphs[start:end] = glyphs
        sorts.bodies[start:end] = cast.bodies[at:stop]
        sorts.founts[start:end] = [fount] * (end - start)
        if 0 in glyphs:
            missing += [start + place for place, glyph in enumerate(glyphs) if glyph == 0]
        for place, (x, y) in cast.shifts.items():
            if at <= place < stop:
                sorts.offsets[start + place - at], sorts.rises[start + place - at] = x, y
        for place, more in cast.extras.items():
            if at <= place < stop:
                sorts.extras[start + place - at] = more
        at = stop + 1
    return missing


class _Cast(NamedTuple):
    """Glyphs and bodies by character; *shifts* of those that stand off their place, *extras* of those
    that have several.
    """

    glyphs: list[int]
    bodies: list[Pt]
    shifts: dict[int, tuple[Pt, Pt]]
    extras: dict[int, list[tuple[int, Pt, Pt]]]


def _cast(shaped: Shaped, count: int, scale: float) -> _Cast:
    """What was shaped, one entry a character; a character drawn by the one before it has `NO_GLYPH` and
    no body.
    """
    if shaped.clusters == tuple(range(count)) and not any(shaped.x_offsets) and not any(shaped.y_offsets):
        return _Cast(list(shaped.glyphs), [advance * scale for advance in shaped.advances], {}, {})
    cast = _Cast([NO_GLYPH] * count, [0.0] * count, {}, {})
    rows = zip(
        shaped.glyphs, shaped.advances, shaped.x_offsets, shaped.y_offsets, shaped.clusters, strict=True
    )
    for glyph, advance, x, y, at in rows:
        if cast.glyphs[at] != NO_GLYPH:
            cast.extras.setdefault(at, []).append((glyph, cast.bodies[at] + x * scale, y * scale))
        else:
            cast.glyphs[at] = glyph
            if x or y:
                cast.shifts[at] = (x * scale, y * scale)
        cast.bodies[at] += advance * scale
    return cast


def _missing(char: str, style: TextStyle) -> Remark:
    """A character that would print as an empty box (M3)."""
    return Remark(
        severity="error",
        code="composition/missing-glyph",
        message=Words(
            f"no face of `{style.family}` has the character “{char}” (U+{ord(char):04X})",
            f"字族“{style.family}”没有字符“{char}”（U+{ord(char):04X}）",
        ),
        suggestion=Words(
            "replace the character, or give this style a family that has it",
            "换一个写法，或为该样式换用有此字的字族",
        ),
        about=char,
    )
