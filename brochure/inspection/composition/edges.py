"""Line edges: K1 to K10, H1."""

from typing import Final

from brochure.inspection.composition.house import Level
from brochure.inspection.composition.marks import ENDS, LEFT_SET, MARKS_IN_A_ROW, OPENING, STARTS, Kind
from brochure.inspection.composition.paragraphs import Paragraph, SetLine
from brochure.inspection.composition.tally import Tally, Weight, ems

_IN_WORDS: Final = frozenset({Kind.SIGN, Kind.POINT, Kind.LETTER, Kind.DIGIT, Kind.DASH})
_HANG: Final = (0.05, 1.1)  # em; a mark that ends this far outside hangs


def count_edges(paragraph: Paragraph, level: Level, tally: Tally) -> None:
    """Judge every place where a line of *paragraph* ends and the next begins."""
    if level == "none":
        return
    for before, after, at in paragraph.breaks:
        weight: Weight = "escape" if _in_a_row(paragraph, at) else "fault"
        _judge_start(paragraph, after, at, level, weight, tally)
        _judge_end(paragraph, before, level, weight, tally)
    for line in paragraph.lines:
        _judge_hanging(line, tally)


def _judge_start(
    paragraph: Paragraph, line: SetLine, at: int, level: Level, weight: Weight, tally: Tally
) -> None:
    first = line.pieces[0]
    char = first.text[0]
    for asked in ("K1", "K2", "K4", "K5", "K6", "K7", "K8"):
        tally.look(asked)
    rule = STARTS.get(char)
    if rule and not (first.kind in _IN_WORDS and rule in ("K4", "K5", "K6")):
        tally.found(rule, line, char, "", weight=weight, text=_both(paragraph, at))
    elif first.kind is Kind.CONNECTOR and not rule:  # a hyphen between Han
        tally.found("K4", line, char, "", weight=weight, text=_both(paragraph, at))
    if level == "strict":
        tally.look("K9")
        if first.kind in (Kind.DASH, Kind.ELLIPSIS):
            tally.found("K9", line, first.text, "", text=_both(paragraph, at))


def _judge_end(paragraph: Paragraph, line: SetLine, level: Level, weight: Weight, tally: Tally) -> None:
    last = line.pieces[-1]
    char = last.text[-1]
    for asked in ("K3", "K6", "K7"):
        tally.look(asked)
    rule = ENDS.get(char)
    at = line.offset + len(line.line.text)
    if rule is None or (rule == "K6" and (level == "basic" or last.kind is Kind.SIGN)):
        return
    if rule == "K3" and last.kind is Kind.CLOSE:
        return
    sign = line.offset + last.at
    if char == "#" and paragraph.text[max(0, sign - 1) : sign].isalnum():
        return  # C#
    tally.found(rule, line, char, "", weight=weight, text=_both(paragraph, at))


def _both(paragraph: Paragraph, at: int) -> str:
    """The characters on both sides of a line's end."""
    return f"…{paragraph.text[max(0, at - 8) : at].strip()}|{paragraph.text[at : at + 8].strip()}…"


def _in_a_row(paragraph: Paragraph, at: int) -> bool:
    """Whether the place before character *at* lies inside three or more marks in a row (K10)."""
    kinds = paragraph.kinds
    start = end = at
    while start and kinds[start - 1] in MARKS_IN_A_ROW:
        start -= 1
    while end < len(kinds) and kinds[end] in MARKS_IN_A_ROW:
        end += 1
    return start < at < end and end - start >= 3


def _judge_hanging(line: SetLine, tally: Tally) -> None:
    """A mark outside the measure hangs."""
    right, last = line.block.right, line.pieces[-1]
    if right is None or not line.block.justified:
        return
    tally.look("H1")
    out = (line.end - right) / line.em
    if last.kind in LEFT_SET and _HANG[0] < out < _HANG[1]:
        tally.found("H1", line, f"{last.text} +{ems(out)}", "0")
    first = line.pieces[0]
    out = (line.block.left - line.start) / line.em
    if first.text in OPENING and _HANG[0] < out < _HANG[1]:
        tally.found("H1", line, f"{first.text} +{ems(out)}", "0")
