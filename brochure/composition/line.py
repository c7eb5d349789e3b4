"""Single lines at their natural width: folios, labels, figures; running heads stacked downwards (J9)."""

from typing import Final

from brochure.composition.adjustment import set_natural
from brochure.composition.characters import Kind, resolve_kinds
from brochure.composition.downwards import falling_runs
from brochure.composition.galley import Remark
from brochure.composition.runs import ink_span, runs
from brochure.composition.shaping import shape_text
from brochure.composition.sorts import Stretch
from brochure.composition.stick import set_solid
from brochure.composition.vertical import stand_up
from brochure.display import GlyphRun
from brochure.fonts import Faces
from brochure.geometry import Pt
from brochure.layout.styles import Profile, TextStyle
from brochure.values import dataclass

_EM_BOX_ASCENT, _EM_BOX_DESCENT = 0.88, 0.12
_EM_BOX_CENTRE: Final = 0.38  # em above the baseline
_BOOK: Final = Profile()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLine:
    """One line from (0, 0) on its baseline. *width* is its advance, *ink_left* and *ink_right* where its
    ink begins and ends; *ascent* and *descent* reach from the baseline to the top and foot of the em box.

    Of a vertical line (0, 0) is the middle of the column's head, *width* its length downwards, and ink is
    measured downwards.
    """

    text: str
    runs: tuple[GlyphRun, ...]
    width: Pt
    ink_left: Pt
    ink_right: Pt
    ascent: Pt
    descent: Pt
    remarks: tuple[Remark, ...] = ()


def set_line(
    text: str,
    style: TextStyle,
    faces: Faces,
    *,
    profile: Profile = _BOOK,
    kinds: list[Kind] | None = None,
) -> SetLine:
    """*text* with marks closed up, Han and Latin spaced, both edges trimmed; neither stretched nor
    broken.

    *kinds* are those of its characters where they stand in a longer text, which alone tells of some.
    """
    kinds = resolve_kinds(text) if kinds is None else kinds
    sorts = shape_text(text, kinds, [Stretch(0, len(text), style)] if text else [], faces)
    stick = set_solid(sorts, profile)
    if not text.strip():
        return _nothing(text, style)
    last = len(text.rstrip()) - 1
    line = set_natural(stick, 0, len(text), last)
    left, right = ink_span(sorts, line)
    return SetLine(
        text=text,
        runs=runs(sorts, line, 0.0, 0.0),
        width=line.width,
        ink_left=left,
        ink_right=right,
        ascent=_EM_BOX_ASCENT * style.size,
        descent=_EM_BOX_DESCENT * style.size,
        remarks=tuple(sorts.remarks),
    )


def _nothing(text: str, style: TextStyle) -> SetLine:
    """A line without ink."""
    return SetLine(
        text=text,
        runs=(),
        width=0.0,
        ink_left=0.0,
        ink_right=0.0,
        ascent=_EM_BOX_ASCENT * style.size,
        descent=_EM_BOX_DESCENT * style.size,
    )


# ---------------------------------------------------------------- vertical


def set_vertical(
    text: str,
    style: TextStyle,
    faces: Faces,
    *,
    profile: Profile = _BOOK,
    kinds: list[Kind] | None = None,
) -> SetLine:
    """*text* set downwards on one line, both ends trimmed; for running heads.

    Marks share their blanks as they do across (GB 5.2, V3); short figures and single letters stand upright.
    """
    if not text.strip():
        return _nothing(text, style)
    kinds = resolve_kinds(text) if kinds is None else kinds
    sorts = shape_text(text, kinds, [Stretch(0, len(text), style)], faces)
    stand_up(sorts, profile)
    stick = set_solid(sorts, profile)
    line = set_natural(stick, 0, len(text), len(text.rstrip()) - 1)
    head, foot = ink_span(sorts, line)
    return SetLine(
        text=text,
        runs=falling_runs(sorts, line, 0.0, _EM_BOX_CENTRE * style.size),
        width=line.width,
        ink_left=head,
        ink_right=foot,
        ascent=style.size / 2,
        descent=style.size / 2,
        remarks=tuple(sorts.remarks),
    )
