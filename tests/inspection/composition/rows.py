"""Rows of type set by hand into a small paragraph: what the defects are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from brochure.display import Mark
from brochure.inspection.composition import Level
from tests.inspection.composition.printing import hand_set

Pages: TypeAlias = Sequence[Sequence[Mark]]

HAN: Final = "山谷河岸老街新城果园"
"""Ten em without anything to adjust."""
MORE: Final = "渡口书院车站驿道麦田"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Pages that break a rule, and pages that keep it though it applies."""

    wrong: Pages
    right: Pages
    weight: str = "fault"
    level: Level = "gb"


def rows(*texts: str | Mark | tuple[str, float]) -> Pages:
    """A page of justified rows, ten em wide; a pair gives a row's own width; the last row is left as it
    is.
    """
    marks: list[Mark] = []
    for at, text in enumerate(texts):
        if isinstance(text, str):
            marks.append(hand_set(text, at, to=None if at == len(texts) - 1 else 10.0))
        elif isinstance(text, tuple):
            marks.append(hand_set(text[0], at, to=text[1]))
        else:
            marks.append(text)
    return [marks]


def broken(before: str, after: str, rest: str = "") -> Pages:
    """A line end after *before*, in the middle of a paragraph of full lines."""
    return rows(HAN, before, after + rest + MORE[len(after + rest) :], "完")


def last(text: str, **options: dict[int, float]) -> Pages:
    """*text* on a last line, where nothing is adjusted."""
    return rows(HAN, MORE, hand_set(text, 2, **options))  # type: ignore[arg-type]  # nudge alone


def filled(text: str, nudge: dict[int, float]) -> Pages:
    """*text* on a line that has to be filled; *nudge* brings it there."""
    return rows(HAN, hand_set(text, 1, nudge=nudge), MORE, "完")
