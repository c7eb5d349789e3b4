"""Pull quotes (引语): words set large, a rule beside or above them, their source below."""

from math import ceil
from typing import Final

from brochure.composition.galley import Galley, Strip
from brochure.composition.rhythm import first_baseline, marks_of, set_text, set_title, whole_lines
from brochure.content.apart import PullQuote
from brochure.content.model import Inline
from brochure.display import Mark, Piece, Rule, pieced
from brochure.fonts import Faces
from brochure.geometry import Point, Pt
from brochure.layout.apart import QuoteStyle
from brochure.layout.styles import ParagraphStyle

_STOP: Final = (
    "composition/heading-stop"  # a heading ends without a full stop; what someone said may have one
)
_ROUNDING: Final = 0.001  # lines


def compose_quote(
    quote: PullQuote, style: QuoteStyle, measure: Pt, faces: Faces, keep: tuple[str, ...] = ()
) -> Galley:
    """*quote* set to *measure*, broken at the sense like a heading (D2).

    One strip, which no column cuts; its first baseline stands on the grid.
    """
    indent = style.rule + style.inset if style.side == "left" else 0.0
    said_by = (Inline(text=f"{style.dash}{quote.source}"),) if quote.source else ()
    words = set_title(quote.text, style.text, measure - indent, faces, keep)
    source = set_text(said_by, style.source, measure - indent, faces, keep)
    head = style.rule + style.inset if style.side == "above" else 0.0
    top = _top(style.lines.half_gap + head, first_baseline(words), style)
    below = top + words.height + (style.gap if source.strips else 0.0)
    foot = below + source.height - _lead(style.source if source.strips else style.text) / 2
    strip = Strip(
        height=whole_lines(foot, style.lines) * style.lines.height,
        baseline=top + first_baseline(words),
        marks=(
            *_rule(style, measure, top + _lead(style.text) / 2, foot),
            *marks_of(words, indent, top),
            *pieced(marks_of(source, indent, below), Piece("source")),
        ),
    )
    noticed = tuple(remark for remark in words.remarks if remark.code != _STOP)
    return Galley(measure=measure, strips=(strip,), remarks=noticed + source.remarks)


def _lead(style: ParagraphStyle) -> Pt:
    """The white between two lines' em boxes."""
    return style.leading - style.text.size


def _top(least: Pt, drop: Pt, style: QuoteStyle) -> Pt:
    """The head of the first line, *drop* above its baseline.

    Its em box stands *least* from the strip's head or lower, its baseline on the grid.
    """
    lines = style.lines
    wanted = least - _lead(style.text) / 2 + drop
    count = max(0, ceil((wanted - lines.baseline) / lines.height - _ROUNDING))
    return lines.baseline + count * lines.height - drop


def _rule(style: QuoteStyle, measure: Pt, head: Pt, foot: Pt) -> tuple[Mark, ...]:
    """The rule: at the left from the first em box's head to the last one's foot, or above the text."""
    if not style.rule or style.side == "none":
        return ()
    if style.side == "above":
        y = style.lines.half_gap + style.rule / 2
        start, end = Point(0, y), Point(measure, y)
    else:
        start, end = Point(style.rule / 2, head), Point(style.rule / 2, foot)
    return (Rule(start=start, end=end, width=style.rule, ink=style.rule_ink),)
