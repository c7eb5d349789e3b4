"""Paragraphs on pages: G1 to G8, G11, D1, D3, D4, C2, C5."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import Final

from brochure.inspection.composition.marks import COUNTED, Kind
from brochure.inspection.composition.paragraphs import Paragraph, SetLine
from brochure.inspection.composition.tally import Tally, ems

_NEAR: Final = 0.3  # points (G8)
_NARROW: Final = 16.0  # em (G1)
_BODY, _CAPTION = 7.875, 6.5  # points (G11)
_PARTICLES: Final = frozenset("的了与和及之地得着过")
_LEAD: Final = 14.0  # em; wider justified lines are a lead, not a title
_UNIT: Final = (0.35, 0.6)  # of the figure (C5)


def count_pages(paragraphs: Sequence[Paragraph], tally: Tally) -> None:
    """Judge how paragraphs stand on their pages."""
    body = [paragraph for paragraph in paragraphs if paragraph.role == "body"]
    text = [paragraph for paragraph in body if paragraph.lines[0].block.justified or len(paragraph.lines) > 1]
    for paragraph in paragraphs:
        _judge_last_line(paragraph, tally)
        _judge_size(paragraph, tally)
        if paragraph.role == "display":
            _judge_heading(paragraph, tally)
            _judge_metric(paragraph, tally)
    _judge_indents(text, tally)
    _judge_columns(text, tally)
    _judge_grid(text, tally)
    _judge_feet(paragraphs, tally)


def lone_last_line(paragraph: Paragraph) -> int | None:
    """How many characters stand on the last of several lines, punctuation aside; ``None`` of a single
    line.
    """
    if len(paragraph.lines) < 2:
        return None
    return sum(sum(piece.kind in COUNTED for _ in piece.text) for piece in paragraph.lines[-1].pieces)


def _judge_last_line(paragraph: Paragraph, tally: Tally) -> None:
    count = lone_last_line(paragraph)
    if count is None or paragraph.role == "furniture":
        return
    rule = "C2" if paragraph.role == "caption" else "G3"
    tally.look(rule)
    if count < 2:
        tally.found(rule, paragraph.lines[-1], str(count), "≥ 2")
    elif rule == "G3" and paragraph.role == "body" and count == 2:
        tally.found(rule, paragraph.lines[-1], str(count), "≥ 3", weight="cost")


def _judge_size(paragraph: Paragraph, tally: Tally) -> None:
    floor = _BODY if paragraph.role == "body" else _CAPTION
    tally.look("G11")
    if paragraph.em < floor - 0.01:
        tally.found("G11", paragraph.lines[0], f"{paragraph.em:.2f} pt", f"≥ {floor} pt")


def _judge_indents(body: Sequence[Paragraph], tally: Tally) -> None:
    """G1: the first line of a paragraph stands in by 2 em; where none does, the text is set in blocks."""
    firsts = [
        paragraph.lines[0]
        for paragraph in body
        if paragraph.lines[0].block.justified and len(paragraph.lines) > 1 and paragraph.lines[0].pieces
    ]
    indents = [(line, (line.start - line.block.left) / line.em) for line in firsts]
    if not any(indent > 0.5 for _, indent in indents):
        return
    for line, indent in indents:
        tally.look("G1")
        width = ((line.block.right or 0.0) - line.block.left) / line.em
        allowed = (1.0, 2.0) if width <= _NARROW else (2.0,)
        opening = 0.5 if line.pieces[0].kind is Kind.OPEN else 0.0  # P10 has its own say
        if not any(abs(indent - step) < 0.03 or abs(indent - step - opening) < 0.03 for step in allowed):
            tally.found("G1", line, ems(indent), ems(2))


def _columns(paragraphs: Iterable[Paragraph]) -> dict[tuple[int, int], list[tuple[Paragraph, SetLine]]]:
    """Lines by page and column, from top to foot."""
    found: dict[tuple[int, int], list[tuple[Paragraph, SetLine]]] = {}
    for paragraph in paragraphs:
        for line in paragraph.lines:
            key = (line.line.page, round(line.block.left))
            found.setdefault(key, []).append((paragraph, line))
    for members in found.values():
        members.sort(key=lambda member: member[1].line.down)
    return found


def _judge_columns(body: Sequence[Paragraph], tally: Tally) -> None:
    """G2, G4, G5, G6, G7."""
    leadings = Counter(
        round(paragraph.lines[0].block.leading, 1)
        for paragraph in body
        if len(paragraph.lines[0].block.lines) > 1
    )
    usual = leadings.most_common(1)[0][0] if leadings else 0.0
    pages: Counter[int] = Counter()
    for (page, _), members in _columns(body).items():
        pages[page] += len(members)
        _judge_measure(members[0][1], tally)
        _judge_orphans(members, tally)
        _judge_spaces(members, usual, tally)
    for paragraph in body:
        line = paragraph.lines[0]
        if len(line.block.lines) > 1:
            tally.look("G7")
            share = line.block.leading / line.em - 1
            if not 0.5 - 0.01 <= share <= 1.0 + 0.01 or abs(line.block.leading - usual) > 0.1:
                tally.found("G7", line, f"{line.block.leading:.2f} pt", f"{usual:.2f} pt, 0.5–1 em")
    for page, count in pages.items():
        tally.look("G5")
        if count == 1:
            lone = next(line for paragraph in body for line in paragraph.lines if line.line.page == page)
            tally.found("G5", lone, "1", "≥ 2")


def _judge_measure(line: SetLine, tally: Tally) -> None:
    if line.block.right is not None and line.block.justified:
        tally.look("G6")
        width = (line.block.right - line.block.left) / line.em
        if abs(width - round(width)) > 0.03:
            tally.found("G6", line, ems(width), ems(round(width)))


def _judge_orphans(members: Sequence[tuple[Paragraph, SetLine]], tally: Tally) -> None:
    """G4: the parts of a paragraph in a column."""
    for _, part in groupby(members, key=lambda member: id(member[0])):
        lines = list(part)
        paragraph = lines[0][0]
        if len(lines) == len(paragraph.lines):
            continue
        tally.look("G4")
        only = lines[0][1]
        if len(lines) == 1 and (only.first or only.last):
            tally.found("G4", only, "1", "≥ 2")


def _judge_spaces(members: Sequence[tuple[Paragraph, SetLine]], leading: float, tally: Tally) -> None:
    """G2: paragraphs that are indented follow each other at the leading of their lines."""
    for (before, line), (after, lower) in pairwise(members):
        if before is after or not lower.block.indented(lower.line):
            continue
        step = lower.line.down - line.line.down
        if leading and step < 2 * leading - 0.5:
            tally.look("G2")
            if abs(step - leading) > _NEAR:
                tally.found("G2", lower, f"{step:.2f} pt", f"{leading:.2f} pt")


def _judge_grid(body: Sequence[Paragraph], tally: Tally) -> None:
    """G8: every body baseline on one grid, from page to page."""
    lines = [line for paragraph in body for line in paragraph.lines]
    leading = median([line.block.leading for line in lines if line.block.leading] or [0.0])
    if not leading or len(lines) < 3:
        return
    phases = Counter(round(line.line.down % leading, 1) % round(leading, 1) for line in lines)
    origin = max(phases, key=lambda phase: (phases[phase], -phase))
    for line in lines:
        tally.look("G8")
        off = (line.line.down - origin + leading / 2) % leading - leading / 2
        if abs(off) > _NEAR:
            tally.found("G8", line, f"{off:+.2f} pt", f"{leading:.2f} pt")


def _judge_feet(paragraphs: Sequence[Paragraph], tally: Tally) -> None:
    """D1: below a heading of the text's own size at least two lines of its column are text."""
    flowing = [paragraph for paragraph in paragraphs if paragraph.role in ("body", "display")]
    size = median([paragraph.em for paragraph in flowing if paragraph.role == "body"] or [0.0])
    for members in _columns(flowing).values():
        texts = [place for place, (paragraph, _) in enumerate(members) if paragraph.role == "body"]
        for place, (paragraph, line) in enumerate(members):
            if paragraph.role != "display" or not line.last or paragraph.em > 1.5 * size or not texts:
                continue
            if place > texts[-1] and place != 0 and members[place - 1][0].role == "body":
                tally.look("D1")
                tally.found("D1", line, "0", "≥ 2")
            elif place < texts[-1] and members[place + 1][0].role == "body":
                tally.look("D1")
                below = sum(text > place for text in texts)
                if below < 2:
                    tally.found("D1", line, str(below), "≥ 2")


def _judge_heading(paragraph: Paragraph, tally: Tally) -> None:
    """D3, D4: titles of a few short lines."""
    wide = max(line.end - line.start for line in paragraph.lines) > _LEAD * paragraph.em
    if len(paragraph.lines) > 3 or len(paragraph.text) > 45 or (wide and paragraph.lines[0].block.justified):
        return
    tally.look("D4")
    if paragraph.text.rstrip().endswith("。"):
        tally.found("D4", paragraph.lines[-1], "。", "")
    for line in paragraph.lines[1:]:
        tally.look("D3")
        if line.pieces[0].text in _PARTICLES:
            tally.found("D3", line, line.pieces[0].text, "", weight="cost")
        if sum(piece.kind in COUNTED for piece in line.pieces) < 2:
            tally.found("D3", line, line.line.text.strip(), "≥ 2")


def _judge_metric(paragraph: Paragraph, tally: Tally) -> None:
    """C5: behind a large figure a smaller unit."""
    for line in paragraph.lines:
        for figure, unit in pairwise(line.pieces):
            if figure.kind is Kind.DIGIT and figure.em > 20 and unit.em < 0.9 * figure.em and not unit.raised:
                tally.look("C5")
                share = unit.em / figure.em
                if not _UNIT[0] - 0.01 <= share <= _UNIT[1] + 0.01:
                    tally.found(
                        "C5", line, f"{figure.text}{unit.text} {share:.2f}", "0.35–0.60", weight="cost"
                    )
