"""Copyfitting (量稿): what a paragraph takes, what its lines were set with, and how few characters more or
less would change the number of its lines.

Every figure is found by setting the changed paragraph again, not by estimate.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from brochure.composition.characters import resolve_kinds
from brochure.composition.galley import Galley, Line
from brochure.composition.linebreak import Measures
from brochure.composition.looseness import compose_paragraph_variants
from brochure.composition.paragraph import compose_paragraph
from brochure.composition.widows import COUNTED
from brochure.content.model import Inline, Text
from brochure.fonts import Faces
from brochure.geometry import Pt
from brochure.layout.styles import ParagraphStyle
from brochure.values import dataclass

_FILLER: Final = "文"
"""Stands for a character more: a Han character that no rule about numbers, units or names knows."""
_FARTHEST: Final = 400  # characters more or less that are tried


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFit:
    """One line: its text, its length before adjustment, what each step of clreq took or gave (J2, J3), and
    how far characters stand apart beyond solid; all in em.
    """

    text: str
    natural: float
    taken: tuple[tuple[str, float], ...] = ()
    given: tuple[tuple[str, float], ...] = ()
    gap: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFit:
    """A paragraph measured.

    *characters* are those of the text, *natural* is its length on one endless line in em, *last* the
    characters in its last line, punctuation aside. *cut* is the fewest characters to take out for a line
    less, *room* the most that can be put in without a line more (None: more than 400, or only one line).
    *tighter* and *looser* are what a line less and a line more would cost without changing a character, in
    the breaker's unit (one line whose characters stand 0.10 em apart); None where that cannot be had.
    """

    lines: tuple[LineFit, ...]
    characters: int
    natural: float
    last: int
    cut: int | None
    room: int | None
    tighter: float | None
    looser: float | None


def fit_copy(
    text: Text,
    style: ParagraphStyle,
    measure: Pt | Measures,
    faces: Faces,
    *,
    lead: Text = (),
    keep: tuple[str, ...] = (),
) -> CopyFit:
    """*text*, after its run-in *lead*, measured as `compose_paragraph` sets it to *measure*."""

    def lines_of(changed: Text) -> int:
        return len(compose_paragraph(changed, style, measure, faces, lead=lead, keep=keep).strips)

    looseness = compose_paragraph_variants(text, style, measure, faces, lead=lead, keep=keep)
    galley, em = looseness.natural.galley, style.text.size
    count = len(galley.strips)
    copy = "".join(inline.text for inline in (*lead, *text))
    longest = Measures(rest=1e6 * em)
    endless = compose_paragraph(text, replace(style, indent=0.0), longest, faces, lead=lead, keep=keep)
    return CopyFit(
        lines=tuple(_line_fit(line, em) for line in _lines(galley)),
        characters=len(copy),
        natural=sum(line.natural for line in _lines(endless)) / em,
        last=_counted(_lines(galley)[-1].text) if count else 0,
        cut=_first(lambda less: lines_of(_shortened(text, less)) < count) if count > 1 else None,
        room=_before(_first(lambda more: lines_of(_lengthened(text, more)) > count)) if count else None,
        tighter=looseness.shorter.cost if looseness.shorter else None,
        looser=looseness.longer.cost if looseness.longer else None,
    )


def _lines(galley: Galley) -> list[Line]:
    return [strip.line for strip in galley.strips if strip.line is not None]


def _line_fit(line: Line, em: Pt) -> LineFit:
    return LineFit(
        text=line.text,
        natural=line.natural / em,
        taken=tuple((step, amount / em) for step, amount in line.shrunk),
        given=tuple((step, amount / em) for step, amount in line.stretched),
        gap=line.gap,
    )


def _counted(text: str) -> int:
    """The characters of *text*, punctuation aside."""
    return sum(kind in COUNTED for kind in resolve_kinds(text))


# ---------------------------------------------------------------- a character more, a character less


def _first(holds: Callable[[int], bool]) -> int | None:
    """The least number up to `_FARTHEST` for which *holds* says yes, where it does so for all above it."""
    high = 1
    while not holds(high):
        if high >= _FARTHEST:
            return None
        high = min(2 * high, _FARTHEST)
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def _before(number: int | None) -> int | None:
    return None if number is None else number - 1


def _shortened(text: Text, count: int) -> Text:
    """*text* without the *count* characters before the marks that end it."""
    body = _end_of_words(text)
    left, whole, at = count, list[Inline](), sum(len(inline.text) for inline in text)
    for inline in reversed(text):
        start = at - len(inline.text)
        stop = min(at, body) - start
        taken = min(left, max(stop, 0))
        kept = inline.text[: stop - taken] + inline.text[max(stop, 0) :] if taken else inline.text
        whole.append(replace(inline, text=kept))
        left, at = left - taken, start
    return tuple(reversed(whole))


def _lengthened(text: Text, count: int) -> Text:
    """*text* with *count* characters more before the marks that end it."""
    body, at, whole, done = _end_of_words(text), 0, list[Inline](), False
    for inline in text:
        end = at + len(inline.text)
        if not done and body <= end:
            cut = body - at
            inline = replace(inline, text=inline.text[:cut] + _FILLER * count + inline.text[cut:])  # noqa: PLW2901
            done = True
        whole.append(inline)
        at = end
    return tuple(whole)


def _end_of_words(text: Text) -> int:
    """Where the marks begin that end *text*."""
    kinds = resolve_kinds("".join(inline.text for inline in text))
    end = len(kinds)
    while end and kinds[end - 1] not in COUNTED:
        end -= 1
    return end
