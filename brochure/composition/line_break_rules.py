"""The line-break rules of Unicode, UAX #14 revision for Unicode 17, from LB2 to LB31.

A walk over the classes of a text, one pair of neighbours at a time, the rules in their order: the first that
speaks decides. It is the plain word of the standard; `opportunities` asks it about short stretches and
remembers the answers.
"""

import math
from collections.abc import Callable
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from brochure.composition.line_break_classes import traits_of

FREE: Final = 0.0
NEVER: Final = math.inf
FORCED: Final = -math.inf


class _Unit(NamedTuple):
    """A character with the combining marks that follow it (LB9)."""

    start: int
    name: str
    flags: str
    joins: bool  # ends in a zero-width joiner (LB8a)

    @property
    def wide(self) -> bool:
        return "w" in self.flags

    @property
    def aksara(self) -> bool:
        """What LB28a calls AK, AS or the dotted circle."""
        return self.name in {"AK", "AS"} or "d" in self.flags


_EDGE: Final = _Unit(-1, "edge", "", joins=False)
_LINE_ENDS: Final = frozenset({"BK", "CR", "LF", "NL"})
_ALONE: Final = _LINE_ENDS | {"SP", "ZW"}  # nothing combines with these
_BEFORE_INITIAL_QUOTE: Final = _ALONE | {"edge", "OP", "QU", "GL"}
_AFTER_FINAL_QUOTE: Final = _ALONE | {"edge", "GL", "WJ", "CL", "QU", "CP", "EX", "IS", "SY"}
_BEFORE_WORD_HYPHEN: Final = _ALONE | {"edge", "CB", "GL"}

# LB23-LB29, the rules that ask for two classes and no more: what holds on to its left neighbour.
_SYLLABLE: Final = "JL JV JT H2 H3"
_HOLDS: Final = {
    left: frozenset(rights.split())
    for lefts, rights in (
        ("AL HL", "NU PR PO AL HL"),  # LB23, LB24, LB28
        ("NU", "AL HL"),  # LB23; LB25 is in _numbers
        ("PR", f"ID EB EM AL HL NU {_SYLLABLE}"),  # LB23a, LB24, LB25, LB27
        ("PO", "AL HL NU"),  # LB24, LB25
        ("ID EM", "PO"),  # LB23a
        ("EB", "PO EM"),  # LB23a, LB30b
        ("HY", "NU"),  # LB25
        ("IS", "NU AL HL"),  # LB25, LB29
        ("JL", "JL JV H2 H3 PO"),  # LB26, LB27
        ("JV H2", "JV JT PO"),
        ("JT H3", "JT PO"),
        ("AP", "AK AS"),  # LB28a
        ("AK AS", "VF VI"),
    )
    for left in lefts.split()
}


def uax14_costs(text: str) -> list[float]:
    """Costs of a break before each character and at the end: `FREE`, `NEVER`, after a line feed `FORCED`."""
    costs = [NEVER] * len(text) + [FREE]
    walk = _Walk(_units(text))
    for unit, cost in walk.decide():
        costs[unit.start] = cost
    return costs


def _units(text: str) -> list[_Unit]:
    """LB9 and LB10: combining marks go with their base; without one they stand as Latin letters."""
    units: list[_Unit] = []
    for index, char in enumerate(text):
        traits = traits_of(char)
        combines = traits.line_break in {"CM", "ZWJ"}
        joins = traits.line_break == "ZWJ"
        if combines and units and units[-1].name not in _ALONE:
            units[-1] = units[-1]._replace(joins=joins)
        else:
            name, flags = ("AL", "l") if combines else traits
            units.append(_Unit(index, name, flags, joins))
    return units


class _Walk:
    """What the rules may look back or ahead at, while the walk goes through the units."""

    def __init__(self, units: list[_Unit]) -> None:
        self.units = units
        self.at = 0  # the unit left of the place in question
        self.base = 0  # the last unit up to there that is no space
        self.number = ""  # "NU" inside NU (SY | IS)*, "CL" after its closing bracket (LB25)
        self.regional = 0  # regional indicators in a row (LB30a)

    def decide(self) -> list[tuple[_Unit, float]]:
        """Each unit but the first with the cost of a break before it."""
        decided = []
        for at, (left, right) in enumerate(pairwise(self.units)):
            self.at = at
            self.step(left)
            verdicts = (rules(self, left, right) for rules in _RULES)
            decided.append((right, next((verdict for verdict in verdicts if verdict is not None), FREE)))
        return decided

    def step(self, unit: _Unit) -> None:
        """Keep count of what has passed."""
        if unit.name != "SP":
            self.base = self.at
        if unit.name == "NU":
            self.number = "NU"
        elif self.number == "NU" and unit.name in {"CL", "CP"}:
            self.number = "CL"
        elif not (self.number == "NU" and unit.name in {"SY", "IS"}):
            self.number = ""
        self.regional = self.regional + 1 if unit.name == "RI" else 0

    def unit(self, index: int) -> _Unit:
        return self.units[index] if 0 <= index < len(self.units) else _EDGE

    @property
    def before_left(self) -> _Unit:
        return self.unit(self.at - 1)

    @property
    def after_right(self) -> _Unit:
        return self.unit(self.at + 2)


_Verdict: TypeAlias = float | None  # None: these rules say nothing


def _line_ends_and_glue(walk: _Walk, left: _Unit, right: _Unit) -> _Verdict:
    """LB4-LB12a."""
    if left.name in _LINE_ENDS:
        return NEVER if (left.name, right.name) == ("CR", "LF") else FORCED
    if right.name in _ALONE:
        return NEVER
    if walk.units[walk.base].name == "ZW":
        return FREE
    if left.joins or left.name in {"WJ", "GL"} or right.name == "WJ":
        return NEVER
    return NEVER if right.name == "GL" and left.name not in {"SP", "BA", "HY", "HH"} else None


def _brackets(walk: _Walk, left: _Unit, right: _Unit) -> _Verdict:
    """LB13-LB18: what closing and opening marks bar across spaces."""
    base = walk.units[walk.base]
    initial = "i" in base.flags and walk.unit(walk.base - 1).name in _BEFORE_INITIAL_QUOTE
    final = "f" in right.flags and walk.after_right.name in _AFTER_FINAL_QUOTE
    if right.name in {"CL", "CP", "EX", "SY"} or base.name == "OP" or initial or final:
        return NEVER
    if right.name == "IS":
        return FREE if left.name == "SP" and walk.after_right.name == "NU" else NEVER
    if base.name in {"CL", "CP"} and right.name == "NS":
        return NEVER
    if base.name == right.name == "B2":
        return NEVER
    return FREE if left.name == "SP" else None


def _quotations(walk: _Walk, left: _Unit, right: _Unit) -> _Verdict:
    """LB19, LB19a: a quotation mark holds both sides unless East Asian text stands around it."""
    if right.name == "QU" and ("i" not in right.flags or not left.wide or not walk.after_right.wide):
        return NEVER
    if left.name == "QU" and ("f" not in left.flags or not right.wide or not walk.before_left.wide):
        return NEVER
    return None


def _hyphens(walk: _Walk, left: _Unit, right: _Unit) -> _Verdict:
    """LB20-LB22."""
    if "CB" in {left.name, right.name}:
        return FREE
    if right.name in {"BA", "HH", "HY", "NS", "IN"} or left.name == "BB":
        return NEVER
    if left.name in {"HY", "HH"}:
        begins_word = walk.before_left.name in _BEFORE_WORD_HYPHEN and right.name in {"AL", "HL"}
        in_hebrew = walk.before_left.name == "HL" and right.name != "HL"
        return NEVER if begins_word or in_hebrew or (left.name, right.name) == ("HY", "NU") else None
    return NEVER if (left.name, right.name) == ("SY", "HL") else None


def _numbers(walk: _Walk, left: _Unit, right: _Unit) -> _Verdict:
    """LB25: a number with its signs."""
    if walk.number and right.name in {"PO", "PR"}:
        return NEVER
    if walk.number == "NU" and right.name == "NU":
        return NEVER
    if left.name in {"PO", "PR"} and right.name == "OP":
        ahead = walk.after_right.name
        return NEVER if ahead == "NU" or (ahead == "IS" and walk.unit(walk.at + 3).name == "NU") else None
    return None


def _words(walk: _Walk, left: _Unit, right: _Unit) -> _Verdict:
    """LB23-LB30b."""
    held = right.name in _HOLDS.get(left.name, ())
    opens = left.name in {"AL", "HL", "NU"} and right.name == "OP" and not right.wide
    closes = left.name == "CP" and not left.wide and right.name in {"AL", "HL", "NU"}
    flag = right.name == "RI" and walk.regional % 2 == 1
    emoji = "p" in left.flags and right.name == "EM"
    return NEVER if held or opens or closes or flag or emoji or _aksaras(walk, left, right) else None


def _aksaras(walk: _Walk, left: _Unit, right: _Unit) -> bool:
    """LB28a, with the dotted circle in the consonant's place."""
    if left.name == "VI":
        return walk.before_left.aksara and right.aksara and right.name != "AS"
    if not left.aksara:
        return left.name == "AP" and right.aksara
    return right.name in {"VF", "VI"} or (right.aksara and walk.after_right.name == "VF")


_RULES: Final[tuple[Callable[[_Walk, _Unit, _Unit], _Verdict], ...]] = (
    _line_ends_and_glue,
    _brackets,
    _quotations,
    _hyphens,
    _numbers,
    _words,
)
