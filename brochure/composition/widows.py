"""孤字: what a last line of too few characters costs (G3; GB 5.1.11 allows squeezing marks to avoid it)."""

from typing import Final

from brochure.composition.characters import Kind

COUNTED: Final = frozenset({Kind.HAN, Kind.WIDE, Kind.LATIN, Kind.DIGIT})
"""What counts as a character of a last line: punctuation does not."""

_TOO_FEW, _BELOW_TARGET = 40.0, 0.2


def lone_cost(count: int, fewest: int) -> float:
    """The cost of a last line with *count* characters, punctuation aside, where at least *fewest* are
    asked for.

    Too few weighs more than a few lines at the widest spacing a page may show; one more than the fewest
    is the target.
    """
    if fewest <= 1 or count > fewest:
        return 0.0
    return _TOO_FEW if count < fewest else _BELOW_TARGET
