"""What the judge looked at, and what he found."""

from collections import Counter
from dataclasses import field
from typing import Literal, TypeAlias

from brochure.geometry import Point
from brochure.inspection.composition.paragraphs import SetLine
from brochure.values import dataclass

Weight: TypeAlias = Literal["fault", "cost", "escape"]
"""A fault breaks a rule; a cost is a price the rule allows but wants low; an escape is K10's, and told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A rule not kept on *page*: the line's text, what was measured, what was expected, where it begins.

    *at* is in points from the trim's top left corner.
    """

    rule: str
    weight: Weight
    page: int
    text: str
    measured: str
    expected: str
    at: Point


@dataclass(slots=True)
class Tally:
    """Counts by rule: how often a rule had something to say, and every time it was not kept."""

    looked: Counter[str] = field(default_factory=Counter)
    violations: list[Violation] = field(default_factory=list)

    def look(self, rule: str, times: int = 1) -> None:
        """A place where *rule* applies."""
        self.looked[rule] += times

    def found(
        self,
        rule: str,
        line: SetLine,
        measured: str,
        expected: str,
        *,
        weight: Weight = "fault",
        text: str = "",
    ) -> None:
        """*rule* is not kept in *line*; *text* where the line alone does not show it."""
        glyph = line.pieces[0].glyph
        self.violations.append(
            Violation(
                rule=rule,
                weight=weight,
                page=line.line.page,
                text=text or line.line.text.strip(),
                measured=measured,
                expected=expected,
                at=Point(round(glyph.x, 3), round(glyph.y, 3)),
            )
        )

    def count(self, rule: str, weight: Weight = "fault") -> int:
        """How many violations of *rule* weigh so."""
        return sum(found.rule == rule and found.weight == weight for found in self.violations)


def ems(length: float) -> str:
    """A length in em, to a thousandth."""
    return f"{length + 0.0:.3f} em"
