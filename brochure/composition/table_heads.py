"""The heads of a table: groups over their columns, heads, units, standing on the rule below them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final, NamedTuple

from brochure.composition.galley import Galley, Remark, Strip
from brochure.composition.lanes import Lane
from brochure.composition.rhythm import first_baseline, marks_of, set_text, set_title, whole_lines
from brochure.content.model import Inline, Title
from brochure.display import Mark, Panel, Piece, Rule, pieced
from brochure.fonts import Faces
from brochure.geometry import Point, Pt, Rect
from brochure.layout.apart import TableStyle
from brochure.layout.styles import ParagraphStyle

_BELOW_GROUP: Final = 4.0  # points between a group's rule and the heads below it


class _Placed(NamedTuple):
    """A text of the heads, *left* from the edge, its head *above* the foot of the block of heads; it belongs
    to the column, or stands over the columns from that one on, that *piece* says.
    """

    galley: Galley
    left: Pt
    above: Pt
    piece: Piece


def compose_heads(
    lanes: tuple[Lane, ...], style: TableStyle, measure: Pt, faces: Faces, keep: tuple[str, ...]
) -> tuple[Strip | None, tuple[Remark, ...]]:
    """One strip of whole lines between the rules; None for a table without heads."""
    texts = [placed for at, lane in enumerate(lanes) for placed in _head(lane, at, style, faces, keep)]
    if not texts:
        return None, ()
    deepest = max(placed.above for placed in texts)
    groups, rules = _groups(lanes, style, faces, keep, deepest)
    texts = [*groups, *texts]
    tall = max(placed.above for placed in texts)
    lines = style.lines
    count = whole_lines(tall, lines)
    height = count * lines.height
    foot = height - (height - tall) / 2
    if count == 1:  # a single line stands on the grid
        foot += lines.baseline - (foot - tall + first_baseline(texts[0].galley))
    marks: list[Mark] = []
    if style.ground:
        marks.append(Panel(box=Rect(0, 0, measure, height), ink=style.ground))
    if style.rule:
        y = style.rule / 2
        marks.append(Rule(start=Point(0, y), end=Point(measure, y), width=style.rule, ink=style.rule_ink))
    for left, right, above in rules:
        y = foot - above
        rule = Rule(start=Point(left, y), end=Point(right, y), width=style.head_rule, ink=style.rule_ink)
        marks.append(rule)
    for placed in texts:
        marks += pieced(marks_of(placed.galley, placed.left, foot - placed.above), placed.piece)
    if style.head_rule:
        y = height - style.head_rule / 2
        rule = Rule(start=Point(0, y), end=Point(measure, y), width=style.head_rule, ink=style.rule_ink)
        marks.append(rule)
    remarks = tuple(remark for placed in texts for remark in placed.galley.remarks)
    return Strip(height=height, baseline=lines.baseline, marks=tuple(marks), tied=True), remarks


def _head(lane: Lane, at: int, style: TableStyle, faces: Faces, keep: tuple[str, ...]) -> Iterator[_Placed]:
    """Head and unit of column *at*, the last of them on the foot."""
    piece = Piece("head", column=at)
    head = _heading(lane.column.head, style.head, lane, faces, keep)
    words = (Inline(text=f"（{lane.column.unit}）", keep=True),) if lane.column.unit else ()
    unit = set_text(words, replace(style.head_unit, align=lane.align), lane.width, faces, keep)
    if head.strips:
        yield _Placed(head, lane.left, head.height + unit.height, piece)
    if unit.strips:
        yield _Placed(unit, lane.left, unit.height, piece)


def _heading(title: Title, style: ParagraphStyle, lane: Lane, faces: Faces, keep: tuple[str, ...]) -> Galley:
    return set_title(title, replace(style, align=lane.align), lane.width, faces, keep)


def _groups(
    lanes: tuple[Lane, ...], style: TableStyle, faces: Faces, keep: tuple[str, ...], deepest: Pt
) -> tuple[list[_Placed], list[tuple[Pt, Pt, Pt]]]:
    """The heads over several columns, in their middle, each with a rule: left, right, above the foot."""
    placed: list[_Placed] = []
    rules: list[tuple[Pt, Pt, Pt]] = []
    for name, found in groupby(lanes, key=lambda lane: lane.column.group):
        if not name:
            continue
        below = list(found)
        left, right = below[0].left, below[-1].right
        title, centred = Title(text=name), replace(style.group, align="center")
        galley = set_title(title, centred, right - left, faces, keep)
        piece = Piece("group", column=lanes.index(below[0]))
        placed.append(_Placed(galley, left, deepest + _BELOW_GROUP + galley.height, piece))
        if style.head_rule:
            rules.append((left, right, deepest + _BELOW_GROUP / 2))
    return placed, rules
