"""A part's running text as lines ready for columns, and how much of it has been placed."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.composition import Galley
from brochure.content.model import BodyText, Heading
from brochure.diagnostics import Diagnostic, Span
from brochure.geometry import Pt
from brochure.layout.model import Frame, Theme
from brochure.pagination.flow import FlowLine
from brochure.pagination.parts import Part
from brochure.pagination.setting import Setting, findings_of


def story_lines(
    part: Part, frame: Frame, measure: Pt, theme: Theme, setting: Setting
) -> tuple[tuple[FlowLine, ...], tuple[Diagnostic, ...]]:
    """The text of *part* set to *measure* in the styles of *frame*, line by line.

    Leads that no frame of their own takes are the caller's affair. A heading takes whole lines (占行) and
    keeps two lines of text below it (D1).
    """
    lines: list[FlowLine] = []
    findings: list[Diagnostic] = []
    for number, block in enumerate(part.text):
        name = "heading" if isinstance(block, Heading) and "heading" in theme.paragraphs else frame.style
        galley = setting.galley(block, theme.paragraphs[name], measure)
        findings += findings_of(galley.remarks, block.span)
        lift = _lift(name, galley, theme, setting.layout.grid.baseline) if isinstance(block, Heading) else 0.0
        lines += _block_lines(galley, block, number, lift)
    return _kept_with_next(tuple(lines), part), tuple(findings)


def _lift(name: str, galley: Galley, theme: Theme, baseline: Pt) -> Pt:
    """The white above a heading, so that heading and white take whole lines of the grid."""
    asked = theme.heading_lines.get(name, 0) * baseline
    whole = -(-galley.height // baseline) * baseline
    return max(asked, whole) - galley.height


def _block_lines(galley: Galley, block: BodyText | Heading, number: int, lift: Pt) -> Iterator[FlowLine]:
    """The strips of one block. No line of a paragraph stands alone at a column's head or foot (孤行, G4)."""
    count = len(galley.strips)
    for index, strip in enumerate(galley.strips):
        last = index == count - 1
        yield FlowLine(
            height=strip.height,
            lift=lift if index == 0 else 0.0,
            marks=strip.marks,
            may_end=last or (0 < index < count - 2 and isinstance(block, BodyText)),
            block=number,
            span=block.span,
            text=strip.line.text if strip.line else "",
        )


def _kept_with_next(lines: tuple[FlowLine, ...], part: Part) -> tuple[FlowLine, ...]:
    """No column ends after a heading's last line or the first line below it."""
    kept = []
    for line in lines:
        heading = isinstance(part.text[line.block], Heading)
        kept.append(
            FlowLine(
                height=line.height,
                lift=line.lift,
                marks=line.marks,
                may_end=line.may_end and not heading,
                block=line.block,
                span=line.span,
                text=line.text,
            )
            if heading
            else line
        )
    return tuple(kept)


def surplus(lines: tuple[FlowLine, ...], start: int) -> tuple[int, int, Span | None]:
    """Lines and characters from *start* on, and the place of the block that did not fit."""
    rest = lines[start:]
    return len(rest), sum(len(line.text) for line in rest), rest[0].span if rest else None
