"""The composing stick (手盘): a text's sorts side by side at their natural widths, with running totals.

Width, and what each step of adjustment may take or give, are summed once over the text, so that the width
of any line and what it could give up are differences of two numbers. Totals are taken at the left edge of
each body: a blank half or gap counts for the character it stands before.
"""

from collections.abc import Iterable
from itertools import accumulate
from typing import Final

from brochure.composition.characters import FULL_WIDTH_MARKS, Kind
from brochure.composition.mixed import Gap, gaps
from brochure.composition.punctuation import full_blank, set_cells
from brochure.composition.sorts import Sorts
from brochure.geometry import Pt
from brochure.layout.styles import Hanging, LineEnd, Profile
from brochure.values import dataclass

SHRINK_ORDER: Final = ("word-space", "interpunct", "bracket", "pause", "mixed-gap", "stop")
"""What gives way first (J2). The interpunct is half an em already (P8) and has nothing left to give."""
STRETCH_ORDER: Final = ("word-space", "mixed-gap")
"""What widens first (J3); after these every other place equally."""

_STEP_OF_MARK: Final = {Kind.OPEN: "bracket", Kind.CLOSE: "bracket", Kind.PAUSE: "pause", Kind.STOP: "stop"}
_WIDE: Final = FULL_WIDTH_MARKS | {
    Kind.HAN, Kind.WIDE, Kind.TWIN_STOP, Kind.MIDDLE, Kind.DASH, Kind.ELLIPSIS, Kind.QUAD
}  # fmt: skip
_APART: Final = frozenset({Kind.CONNECTOR, Kind.SOLIDUS, Kind.SPACE})
_MARKS: Final = FULL_WIDTH_MARKS | {Kind.TWIN_STOP, Kind.MIDDLE, Kind.DASH, Kind.ELLIPSIS}
_HANGING: Final[dict[Hanging, str]] = {"none": "", "pauses": "，。、．", "all": "，。、．；：！？"}
_KEPT_AT_LINE_END: Final[dict[LineEnd, frozenset[Kind]]] = {
    "half": frozenset(),
    "needed": frozenset({Kind.PAUSE, Kind.STOP}),
    "full": frozenset({Kind.CLOSE, Kind.PAUSE, Kind.STOP}),
}


@dataclass(slots=True, kw_only=True)
class Stick:
    """*places[i]* is where the body of character i begins on an endless line.

    *shrink* and *stretch* hold, by step, the running totals of what may be taken and given up to there
    (steps without any are left out); *slots* counts the places that widen equally (J3, third step);
    *indented* is the character that begins an indented line, if one does.
    """

    sorts: Sorts
    profile: Profile
    places: list[Pt]
    shrink: dict[str, list[Pt]]
    stretch: dict[str, list[Pt]]
    slots: list[int]
    indented: int = -1

    def line_start(self, at: int) -> Pt:
        """Where a line begins whose first character is *at*: its blank half and gap are gone (P10, S3)."""
        half = self.profile.half_after_indent if at == self.indented else self.profile.half_at_line_start
        if half or self.sorts.kinds[at] is not Kind.OPEN:
            return self.places[at]
        return self.places[at] - full_blank(self.sorts, at, self.profile)

    def line_end(self, at: int) -> Pt:
        """Where a line ends whose last character is *at*: exactly half an em for a full-width mark (P9),
        before the mark when it hangs (H1).
        """
        if self.hangs(at):
            return self.places[at]
        end = self.places[at] + self.sorts.bodies[at]
        if at in self.sorts.hyphens:
            return end + self.sorts.hyphens[at].width
        kept = _KEPT_AT_LINE_END[self.profile.line_end]
        return end + full_blank(self.sorts, at, self.profile) if self.sorts.kinds[at] in kept else end

    def hangs(self, at: int) -> bool:
        """Whether character *at* hangs when it ends a line: ，。、 as the profile allows, alone, never a
        closing bracket (H1).
        """
        if self.profile.hanging == "none" or self.sorts.text[at] not in _HANGING[self.profile.hanging]:
            return False
        return at > 0 and self.sorts.kinds[at - 1] not in _MARKS

    def spare(self, at: int) -> Pt:
        """What a closing mark at the end of a line may keep of its blank where the line has room (CSS Text 4,
        `text-spacing-trim`).
        """
        needed = self.profile.line_end == "needed" and self.sorts.kinds[at] is Kind.CLOSE
        return full_blank(self.sorts, at, self.profile) if needed else 0.0

    def line_starts(self, ats: list[int]) -> list[Pt]:
        """`line_start` of each."""
        if self.profile.half_after_indent and self.profile.half_at_line_start:
            return [self.places[at] for at in ats]
        return [self.line_start(at) for at in ats]

    def line_ends(self, lasts: list[int]) -> list[Pt]:
        """`line_end` of each."""
        profile = self.profile
        if profile.line_end == "half" and profile.hanging == "none" and not self.sorts.hyphens:
            places, bodies = self.places, self.sorts.bodies
            return [places[at] + bodies[at] for at in lasts]
        return [self.line_end(at) for at in lasts]


def set_solid(sorts: Sorts, profile: Profile) -> Stick:
    """Cells, gaps and totals of *sorts*; works on them in place."""
    set_cells(sorts, profile)
    spaces = gaps(sorts, profile)
    count = len(sorts.text)
    steps = [0.0, *sorts.bodies[:-1]] if count else []
    for at, blank in sorts.before.items():
        steps[at] += blank
    for at, blank in sorts.after.items():
        if at + 1 < count:
            steps[at + 1] += blank
    for at, gap in spaces.items():
        steps[at] += gap.natural
    if sorts.tracked:
        _track(sorts, steps)
    wider = [(gap.step, at, gap.most - gap.natural) for at, gap in spaces.items()]
    return Stick(
        sorts=sorts,
        profile=profile,
        places=list(accumulate(steps)),
        shrink=_totals(count, SHRINK_ORDER, _shrinkable(sorts, spaces, profile)),
        stretch=_totals(count, STRETCH_ORDER, wider),
        slots=list(accumulate(_slots(sorts, spaces))),
    )


def _track(sorts: Sorts, steps: list[Pt]) -> None:
    """Letterspacing after every character, but never inside a stroke or a stack."""
    founts = sorts.founts
    for at in range(1, len(steps)):
        if at not in sorts.joined:
            steps[at] += founts[at - 1].tracking


def _shrinkable(sorts: Sorts, spaces: dict[int, Gap], profile: Profile) -> Iterable[tuple[str, int, Pt]]:
    """Step, place and amount of everything a line may take away (J2)."""
    for at, gap in spaces.items():
        if gap.natural > gap.least:
            yield gap.step, at, gap.natural - gap.least
    if profile.squeeze_marks:
        for at, blank in sorts.before.items():
            yield _STEP_OF_MARK[sorts.kinds[at]], at, blank
        for at, blank in sorts.after.items():
            if profile.squeeze_stops or sorts.kinds[at] is not Kind.STOP:
                yield _STEP_OF_MARK[sorts.kinds[at]], at + 1, blank


def _totals(
    count: int, order: tuple[str, ...], amounts: Iterable[tuple[str, int, Pt]]
) -> dict[str, list[Pt]]:
    """Running totals by step, in the order of the steps."""
    found: dict[str, list[Pt]] = {}
    for step, at, amount in amounts:
        if at < count and amount > 0:
            if step not in found:
                found[step] = [0.0] * count
            found[step][at] += amount
    return {step: list(accumulate(found[step])) for step in order if step in found}


def _slots(sorts: Sorts, spaces: dict[int, Gap]) -> list[int]:
    """1 where a line may widen before a character, else 0 (J3, J5)."""
    kinds = sorts.kinds
    slots = [1] * len(kinds)
    for at in sorts.others:
        kind = kinds[at]
        if at:
            slots[at] = _widens(kinds[at - 1], kind)
        if at + 1 < len(kinds):
            slots[at + 1] = _widens(kind, kinds[at + 1])
    for at in (*spaces, *sorts.joined, 0):
        if at < len(slots):
            slots[at] = 0
    return slots


def _widens(left: Kind, right: Kind) -> int:
    """Not inside Latin words and numbers, nor beside connectors and the solidus (J5)."""
    if left in _APART or right in _APART:
        return 0
    both = left in _WIDE and right in _WIDE
    return int(both or left in FULL_WIDTH_MARKS or right in FULL_WIDTH_MARKS)
