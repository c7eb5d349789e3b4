"""Numbers in columns: figures of one width, set on the decimal point."""

import re
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from brochure.composition.galley import Remark
from brochure.composition.rhythm import set_text
from brochure.content.model import Text
from brochure.display import GlyphRun, Mark, moved
from brochure.fonts import Faces
from brochure.geometry import Point, Pt
from brochure.layout.styles import ParagraphStyle, TextStyle

_NUMBER: Final = re.compile(r"[+\-−–－±<>≤≥≈]?\d[\d,，  ]*(?:\.\d+)?\s*[%‰％]?")
_MISSING: Final = frozenset(("", "—", "——", "–", "-", "－", "…", "……", "/", "／", "*"))
_POINT: Final = re.compile(r"\d(\.)\d")
_WHOLE: Final = re.compile(r"\D*\d[\d,，  ]*")
_FIGURES: Final = frozenset("0123456789")
_ENDLESS: Final = 10_000.0  # points; a measure that no number fills


class Numeral(NamedTuple):
    """A number on one line: its marks from (0, 0) on the baseline, how far it reaches *before* its decimal
    point (or where one would stand) and *behind* it, in points.
    """

    marks: tuple[Mark, ...]
    before: Pt
    behind: Pt
    remarks: tuple[Remark, ...]


def is_number(text: Text) -> bool:
    """Whether *text* is a number, notes raised behind it aside."""
    return _NUMBER.fullmatch(_written(text)) is not None


def is_missing(text: Text) -> bool:
    """Whether *text* stands for a number that is not there: nothing, a dash, an ellipsis."""
    return _written(text) in _MISSING


def _written(text: Text) -> str:
    return "".join(inline.text for inline in text if not inline.superscript).strip()


def figure_width(style: TextStyle, faces: Faces) -> Pt:
    """The width of the widest figure of *style*: the cell that all of them get."""
    face = faces.face(style.latin_family or style.family, style.latin_weight or style.weight)
    widest = max(face.shape("0123456789", style.features).advances)
    scale = style.latin_scale if style.latin_family else 1.0
    return widest * style.size * scale / face.units_per_em


def set_numeral(text: Text, style: ParagraphStyle, faces: Faces) -> Numeral:
    """*text* on one line in figures of one width, whatever the face has."""
    galley = set_text(text, replace(style, align="start"), _ENDLESS, faces, ())
    if not galley.strips:
        return Numeral((), 0.0, 0.0, galley.remarks)
    strip = galley.strips[0]
    cell = figure_width(style.text, faces)
    raised = _raised(text)
    marks: list[Mark] = []
    places: list[tuple[str, Pt]] = []  # the text of every glyph and its left edge
    shift, at = 0.0, 0
    for mark in strip.marks:
        if not isinstance(mark, GlyphRun):
            marks.append(moved(mark, shift, -strip.baseline))
            continue
        ats = list(accumulate((len(own) for own in mark.texts), initial=at))
        own = ["^" if own and raised[at] else own for own, at in zip(mark.texts, ats[:-1], strict=True)]
        run, wider = _even(mark, own, cell)
        run = replace(run, at=Point(run.at.x + shift, run.at.y - strip.baseline))
        marks.append(run)
        places += [(text, run.at.x + x) for text, x in zip(own, run.xs, strict=True)]
        shift, at = shift + wider, ats[-1]
    width = (strip.line.width if strip.line else 0.0) + shift
    before = _point(places, width)
    return Numeral(tuple(marks), before, width - before, galley.remarks)


def _raised(text: Text) -> list[bool]:
    """For each character whether it is a superscript, which is no figure of the number."""
    return [inline.superscript for inline in text for _ in inline.text]


def _even(run: GlyphRun, texts: list[str], cell: Pt) -> tuple[GlyphRun, Pt]:
    """*run* with every figure of *texts* in the middle of a *cell*, and how much wider it is for that."""
    xs: list[Pt] = []
    wider = 0.0
    for text, (x, stop) in zip(texts, pairwise((*run.xs, run.width)), strict=True):
        more = cell - (stop - x) if text in _FIGURES else 0.0
        xs.append(x + wider + more / 2)
        wider += more
    first = xs[0]
    at = run.at.moved(first, 0.0)
    return replace(run, at=at, xs=tuple(x - first for x in xs), width=run.width + wider - first), wider


def _point(places: list[tuple[str, Pt]], width: Pt) -> Pt:
    """Where the decimal point stands, or would stand: behind the whole number, behind anything else."""
    text = "".join(text for text, _ in places)
    point = _POINT.search(text)
    whole = _WHOLE.match(text)
    wanted = point.start(1) if point else whole.end() if whole else len(text)
    at = 0
    for own, x in places:
        if at >= wanted:
            return x
        at += len(own)
    return width
