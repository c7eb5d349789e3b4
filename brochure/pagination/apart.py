"""What stands apart, as lines of the story.

The galleys fill whole lines of the grid by themselves; here come the white around them, which a column's head
and foot swallow, and the heads of a table that runs on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from brochure.composition import Galley
from brochure.content.model import BodyText, plain
from brochure.diagnostics import Diagnostic, Words, error
from brochure.display import Mark, moved
from brochure.geometry import Pt
from brochure.layout.model import Apart, Frame, Theme
from brochure.pagination.flow import FlowLine
from brochure.pagination.setting import Setting, findings_of

if TYPE_CHECKING:  # loaded by the first such block and the first such style
    from brochure.content.apart import SetApart
    from brochure.layout.apart import ApartStyle

_NAMES: dict[Apart, Words] = {
    "list": Words("lists", "列表"),
    "table": Words("tables", "表格"),
    "quote": Words("quotations", "引语"),
    "timeline": Words("timelines", "大事记"),
    "contact": Words("contacts", "联系方式"),
    "credits": Words("credits", "编制人员"),
}


class Set(NamedTuple):
    """A block as lines of the story, the whole lines of white it asks for above and below, what was found."""

    lines: tuple[FlowLine, ...]
    above: int
    below: int
    findings: tuple[Diagnostic, ...]


def apart_lines(
    block: SetApart, number: int, frame: Frame, measure: Pt, theme: Theme, setting: Setting
) -> Set:
    """*block*, the story's *number*-th, set to *measure*; a fault alone where the layout cannot set it."""
    style = _style_in_story(block, frame, theme)
    if style is None or frame.vertical:
        return Set((), 0, 0, (_unset(block, frame, setting),))
    galley = setting.galley(block, style, measure)
    places = block.places
    heads = tuple(_stacked(galley))
    crown = sum(strip.height for strip in galley.heads)
    lines: list[FlowLine] = []
    for index, strip in enumerate(galley.strips):
        again = strip.part > 0 and bool(heads)  # a column that begins with a later row has the heads again
        lines.append(
            FlowLine(
                height=strip.height,
                lift=0.0,
                marks=strip.marks,
                may_end=not strip.tied or index == len(galley.strips) - 1,
                block=number,
                span=places[strip.part] if strip.part >= 0 else block.span,
                text=strip.line.text if strip.line else "",
                crown=crown if again else 0.0,
                crown_marks=heads if again else (),
            )
        )
    findings = findings_of(galley.remarks, block.span, places)
    return Set(tuple(lines), style.above, style.below, tuple(findings))


def _stacked(galley: Galley) -> list[Mark]:
    """The heads of a galley one below the other."""
    marks: list[Mark] = []
    y = 0.0
    for strip in galley.heads:
        marks += [moved(mark, 0, y) for mark in strip.marks]
        y += strip.height
    return marks


def _style_in_story(block: SetApart, frame: Frame, theme: Theme) -> ApartStyle | None:
    """The style called like the frame's own, else the first of its kind."""
    styles = theme.apart.get(block.key)
    if not styles:
        return None
    return styles.get(frame.style) or next(iter(styles.values()))


def _unset(block: SetApart, frame: Frame, setting: Setting) -> Diagnostic:
    """The layout has no style for the block, or its text runs downwards."""
    name = _NAMES[block.key]
    layout = setting.layout.name
    if frame.vertical:
        message = Words(
            f"{name.en} are not set in vertical lines (frame `{frame.name}`)",
            f"{name.zh}不能竖排（图文框“{frame.name}”）",
        )
        hint = Words(
            f"give the layout a frame that takes them: `holds: block, takes: [{block.key}]`",
            f"请在版式里另设一个框：holds: block, takes: [{block.key}]",
        )
        return error("pagination/not-vertical", message, block.span, hint)
    message = Words(
        f"the layout `{layout}` has no style for {name.en}", f"版式 `{layout}` 没有{name.zh}的样式"
    )
    from brochure.layout.passages import SHELVES

    key = SHELVES[block.key]
    hint = Words(
        f"add `{key}: …` to the layout, or choose another", f"请在版式里补上 `{key}: …`，或换一个版式"
    )
    return error("pagination/no-style", message, block.span, hint)


def leads_to(lines: list[FlowLine], before: object) -> None:
    """Tie a paragraph that ends with a colon to what follows: it announces it."""
    if lines and isinstance(before, BodyText) and plain(before.text).rstrip().endswith(("：", ":")):
        lines[-1] = replace(lines[-1], may_end=False)


def with_white(lines: Sequence[FlowLine], white: Pt) -> tuple[FlowLine, ...]:
    """*lines* with at least so much *white* above the first."""
    if not lines or lines[0].lift >= white:
        return tuple(lines)
    return (replace(lines[0], lift=white), *lines[1:])
