"""Display lists as text, one mark a line, to a hundredth of a point: what golden pages are made of."""

from itertools import groupby, pairwise
from typing import assert_never

from brochure.color import Cmyk, Ink
from brochure.diagnostics import Span
from brochure.display.marks import DisplayList, Dot, GlyphRun, Mark, Panel, Picture, Rule, Shape
from brochure.geometry import Pt


def dump(display: DisplayList, *, steps: bool = False) -> str:
    """The page's trim, then its marks in painting order.

    ``text 56.69 203.67 hei 42 cmyk(1,0.6,0,0.2) w=88.14 '38.6' <4:17>`` is a run of glyphs: origin, face,
    size, ink, width, text, and the line and column of the author's file. *steps* adds the distances from
    glyph to glyph, so that a line set tighter inside the same width shows as well.
    """
    head = f"page {_pt(display.size.width)} {_pt(display.size.height)}"
    return "\n".join([head, *(_line(mark, steps=steps) for mark in display.marks)]) + "\n"


def _line(mark: Mark, *, steps: bool) -> str:
    match mark:
        case GlyphRun():
            parts = [
                f"text {_pt(*mark.at)} {mark.face} {_pt(mark.size)} {_ink(mark.ink)} w={_pt(mark.width)}",
                repr(mark.text),
                f"turn={_pt(mark.turn)}" if mark.turn else "",
                _steps("x", mark.xs) if steps else "",
                _steps("y", mark.ys) if steps and mark.ys else "",
                _overprint(on=mark.overprint),
            ]
        case Rule():
            place = _pt(mark.start.x, mark.start.y, mark.end.x, mark.end.y)
            parts = [f"rule {place} {_pt(mark.width)} {_ink(mark.ink)}", _overprint(on=mark.overprint)]
        case Panel():
            parts = [f"panel {_pt(*mark.box)} {_ink(mark.ink)}"]
        case Dot():
            place = _pt(mark.centre.x, mark.centre.y, mark.radius)
            parts = [f"dot {place} {_ink(mark.ink)}", _overprint(on=mark.overprint)]
        case Shape():
            path = "".join(f" {verb}{_pt(*places)}" for verb, places in mark.path).strip()
            parts = [
                f"shape {_pt(*mark.at)} [{path}]",
                f"fill={_ink(mark.fill)}" if mark.fill else "",
                f"stroke={_ink(mark.stroke)} {_pt(mark.width)}" if mark.stroke else "",
                f"module={_pt(mark.module)}" if mark.module else "",
                _overprint(on=mark.overprint),
            ]
        case Picture():
            parts = [
                f"picture {_pt(*mark.box)} {mark.file!r} crop=({','.join(_share(s) for s in mark.crop)})",
                "cutout" if mark.cutout else "",
                f"approval={mark.approval!r}" if mark.approval is not None else "",
            ]
        case _:
            assert_never(mark)
    return " ".join(part for part in (*parts, _place(mark.span)) if part)


def _pt(*lengths: Pt) -> str:
    """Lengths to 0.01 pt, without idle digits; never ``-0``."""
    return " ".join(f"{round(length, 2) + 0.0:.2f}".rstrip("0").rstrip(".") for length in lengths)


def _share(share: float) -> str:
    """A share to a ten-thousandth."""
    return f"{round(share, 4) + 0.0:.4f}".rstrip("0").rstrip(".")


def _ink(ink: Ink) -> str:
    if isinstance(ink, Cmyk):
        return f"cmyk({','.join(_share(part) for part in ink)})"
    return f"spot({ink.name!r},{_share(ink.tint)})"


def _steps(axis: str, places: tuple[Pt, ...]) -> str:
    """The steps between neighbouring *places*, equal ones counted: ``dx=10.5*3,5.25``."""
    between = [_pt(after - before) for before, after in pairwise(places)]
    counted = [(step, len(list(same))) for step, same in groupby(between)]
    return f"d{axis}=" + ",".join(step if count == 1 else f"{step}*{count}" for step, count in counted)


def _overprint(*, on: bool) -> str:
    return "overprint" if on else ""


def _place(span: Span | None) -> str:
    return f"<{span.line}:{span.column}>" if span else ""
