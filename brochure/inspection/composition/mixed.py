"""Han beside Latin: S1, S3 to S6, T2."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from brochure.inspection.composition.gaps import WITHIN, Place, Spacing
from brochure.inspection.composition.marks import FULL_WIDTH, LATIN, Kind
from brochure.inspection.composition.paragraphs import Paragraph
from brochure.inspection.composition.tally import Tally, ems

_LEAST, _NATURAL_MOST, _MOST = 0.125, 0.25, 0.5
_AFTER_FIGURE: Final = frozenset("%％‰℃°′″")
_KERNED: Final = 0.08  # em; as far as a face's own kerning may part a figure and its sign
_FULL_WIDTH_ASCII: Final = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
_SPACED_HAN: Final = re.compile("(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")


def count_mixed(paragraphs: Sequence[tuple[Paragraph, list[Spacing]]], tally: Tally) -> None:
    """Judge the gaps of a whole document: one choice has to be kept throughout."""
    for role in ("body", "caption", "display"):
        members = [(paragraph, lines) for paragraph, lines in paragraphs if paragraph.role == role]
        gap = _choice(members, "mixed")
        date = _choice(members, "date")
        for _, lines in members:
            for line in lines:
                for place in line.of("mixed"):
                    _judge_gap(line, place, gap, "S1", tally)
                for place in line.of("date"):
                    _judge_gap(line, place, date if date is not None else gap, "S4", tally)
    for paragraph, lines in paragraphs:
        for line in lines:
            _judge_no_gap(line, tally)
        _judge_text(paragraph, tally)


def _choice(members: Sequence[tuple[Paragraph, list[Spacing]]], step: str) -> float | None:
    """The gap most unadjusted places have; ``None`` when no line shows its nature."""
    natural: Counter[float] = Counter()
    for _, lines in members:
        for line in lines:
            if not line.adjusted and not (line.extra or 0.0) > WITHIN:
                natural.update(round(place.gap, 2) for place in line.places if place.step == step)
    return max(natural, key=lambda gap: (natural[gap], -abs(gap - 0.25))) if natural else None


def _judge_gap(line: Spacing, place: Place, usual: float | None, rule: str, tally: Tally) -> None:
    shown = f"{place.left.text}{ems(place.gap)}{place.right.text}"
    if line.adjusted:
        tally.look("S5")
        tight = rule == "S4" and usual is not None and usual < _LEAST
        if not (tight or _LEAST - WITHIN <= place.gap <= _MOST + WITHIN):
            tally.found("S5", line.line, shown, f"{_LEAST}–{_MOST} em")
        return
    tally.look(rule)
    least = 0.0 if rule == "S4" or line.line.em > 14 else _LEAST
    if not least - WITHIN <= place.gap <= _NATURAL_MOST + WITHIN:
        tally.found(rule, line.line, shown, f"{least}–{_NATURAL_MOST} em")
    elif usual is not None and abs(place.gap - usual) > WITHIN + 0.005:
        tally.found(rule, line.line, shown, ems(usual))


def _judge_no_gap(line: Spacing, tally: Tally) -> None:
    """S3: Latin beside a full-width mark keeps to the mark's blank; a figure and its sign stand together."""
    extra = max(line.extra or 0.0, 0.0)
    for place in line.places:
        pair = (place.left.kind, place.right.kind)
        shown = f"{place.left.text}{ems(place.gap)}{place.right.text}"
        if (pair[0] in LATIN and pair[1] in FULL_WIDTH) or (pair[0] in FULL_WIDTH and pair[1] in LATIN):
            tally.look("S3")
            if place.gap > place.natural + extra + WITHIN:
                tally.found("S3", line.line, shown, ems(place.natural + extra))
        elif place.left.kind is Kind.DIGIT and place.right.text in _AFTER_FIGURE and not place.right.spaced:
            tally.look("S3")
            if place.step == "letters" and place.gap > _KERNED:
                tally.found("S3", line.line, shown, ems(0))


def _judge_text(paragraph: Paragraph, tally: Tally) -> None:
    """S6 and T2, which the text itself shows."""
    line = paragraph.lines[0]
    tally.look("S6")
    tally.look("T2")
    for found in _FULL_WIDTH_ASCII.finditer(paragraph.text):
        tally.found("S6", line, found[0], "", weight="cost")
    if paragraph.role == "body":
        for found in _SPACED_HAN.finditer(paragraph.text):
            around = paragraph.text[max(0, found.start() - 4) : found.end() + 4]
            tally.found("T2", line, repr(around), "", weight="cost", text=around)
