"""What a document promised: the prohibition level and the widths of marks it is judged by.

A finished page does not say by which style it was set, so the style is told to the judge; ``gb-book`` when
nobody says otherwise.
"""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from brochure.inspection.composition.marks import LEFT_SET, Kind
from brochure.values import dataclass

Level: TypeAlias = Literal["none", "basic", "gb", "strict"]
LEVELS: Final[tuple[Level, ...]] = ("none", "basic", "gb", "strict")


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """*half* are the kinds of mark without a blank half inside a line; *pairs* says whether neighbours share
    a blank, *line_end* and *line_start* whether a mark there gives its blank up.
    """

    half: frozenset[Kind] = frozenset()
    pairs: bool = True
    line_end: bool = True
    line_start: bool = True
    after_indent: bool = True

    def blank_after(self, kind: Kind) -> float:
        """The blank half on the right of a mark, in em."""
        return 0.5 if kind in LEFT_SET and kind not in self.half else 0.0

    def blank_before(self, kind: Kind) -> float:
        """The blank half on its left."""
        return 0.5 if kind is Kind.OPEN and kind not in self.half else 0.0


_ALL_BUT_STOPS: Final = frozenset({Kind.OPEN, Kind.CLOSE, Kind.PAUSE})
HOUSES: Final[Mapping[str, House]] = {
    "gb-book": House(),  # 全角
    "kaiming": House(half=_ALL_BUT_STOPS),  # 开明
    "banjiao": House(half=_ALL_BUT_STOPS | {Kind.STOP}),  # 半角
    "hangmo-banjiao": House(pairs=False, line_start=False, after_indent=False),  # 行末半角
    "plain-grid": House(pairs=False, line_end=False, line_start=False, after_indent=False),
}
"""The styles of P11 by name."""
