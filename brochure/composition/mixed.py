"""Han beside Latin (中西文间距): the gap between them, and what becomes of a typed space."""

from typing import Final, NamedTuple

from brochure.composition.characters import NARROW, Kind, takes_gap
from brochure.composition.sorts import Sorts
from brochure.composition.unbreakable import GROUPS
from brochure.geometry import Pt
from brochure.layout.styles import Profile

WORD_SPACE_MIN, WORD_SPACE_MAX = 0.25, 0.5
"""Limits of a Latin word space in em (clreq, line adjustment; J2, J3)."""
_ALWAYS_MORE: Final = 0.05  # em; so that a line of Latin words can be filled whatever its font's space
_HAN_SPACE: Final = 0.5  # em; a typed space between two Han phrases, in titles: 行 向
_DATES: Final = frozenset("年月日时分秒")
_UNITS: Final = _DATES | frozenset("".join(GROUPS[unit] for unit in "万个届"))
_WORD: Final = frozenset({Kind.LATIN, Kind.DIGIT, Kind.POINT, Kind.SIGN, Kind.PREFIX, Kind.POSTFIX})


class Gap(NamedTuple):
    """Space that a line may narrow or widen, in points; *step* names its place in the order of
    adjustment.
    """

    step: str
    natural: Pt
    least: Pt
    most: Pt


def gaps(sorts: Sorts, profile: Profile) -> dict[int, Gap]:
    """The gap before each character that has one (S1, S3); typed spaces are gaps of their own, in their
    own place.

    The body of a typed space becomes its gap: the character stays in the text, its width moves into the
    gap after it.
    """
    found: dict[int, Gap] = {}
    kinds = sorts.kinds
    last = len(kinds) - 1
    for at in sorts.others:
        kind = kinds[at]
        if kind in NARROW:
            if (
                at
                and kinds[at - 1] is Kind.HAN
                and not sorts.founts[at].raised
                and takes_gap(kinds[at - 1], kind)
            ):
                found[at] = _mixed_gap(sorts, at - 1, at, profile)
            if at < last and kinds[at + 1] is Kind.HAN and takes_gap(_base(sorts, at), kinds[at + 1]):
                found[at + 1] = _mixed_gap(sorts, at + 1, at, profile)
        elif kind is Kind.SPACE and sorts.text[at] in " \u00a0" and 0 < at < last:
            if kinds[at + 1] is not Kind.SPACE:  # the last of a row speaks for all
                found[at + 1] = _typed_space(sorts, at, profile)
            sorts.bodies[at] = 0.0
            sorts.joined.add(at)
    return found


def _base(sorts: Sorts, at: int) -> Kind:
    """The kind that decides about a gap after *at*: of a superscript, what it is raised from (S3)."""
    while at and sorts.founts[at].raised:
        at -= 1
    return sorts.kinds[at]


def _mixed_gap(sorts: Sorts, han: int, latin: int, profile: Profile) -> Gap:
    """Between Han and Latin, in em of the Han character (S1, S5); between figures and 年月日, and before a
    Chinese unit, as *tight_dates* says (S4).
    """
    em = sorts.founts[han].em
    if profile.tight_dates is not None and sorts.kinds[latin] is Kind.DIGIT:
        tightened = _UNITS if han > latin else _DATES
        if sorts.text[han] in tightened:
            tight = profile.tight_dates * em
            return Gap("mixed-gap", tight, tight, tight)
    return Gap(
        "mixed-gap",
        profile.mixed_gap * em,
        profile.mixed_gap_min * em,
        max(profile.mixed_gap, profile.mixed_gap_max) * em,
    )


def _typed_space(sorts: Sorts, at: int, profile: Profile) -> Gap:
    """A word space between Latin words; between Han and Latin the gap instead of it; beside a mark's
    blank half nothing.
    """
    first = at
    while first > 1 and sorts.kinds[first - 1] is Kind.SPACE:
        first -= 1  # several spaces make one
    left, right = sorts.kinds[first - 1], sorts.kinds[at + 1]
    if left in _WORD and right in _WORD:
        em = sorts.founts[at].size
        natural = max(sorts.bodies[at], WORD_SPACE_MIN * em)
        most = max(WORD_SPACE_MAX * em, natural + _ALWAYS_MORE * em)
        return Gap("word-space", natural, WORD_SPACE_MIN * em, most)
    if first - 1 in sorts.after or at + 1 in sorts.before:
        return Gap("word-space", 0.0, 0.0, 0.0)
    if Kind.HAN in (left, right) and (left in _WORD or right in _WORD):
        return _mixed_gap(sorts, first - 1 if left is Kind.HAN else at + 1, at, profile)
    wide = _HAN_SPACE * sorts.founts[first - 1].em
    return Gap("word-space", wide, wide / 2, 2 * wide)
