"""Stories a line or two shorter or longer than they set themselves, for pages that end badly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from brochure.composition import Galley, Variant
from brochure.content.model import BodyText
from brochure.geometry import Pt
from brochure.layout.styles import ParagraphStyle
from brochure.pagination.parts import Part
from brochure.pagination.setting import Setting

# Beyond this many paragraphs a line more or less is lost among them.
MOST_PARAGRAPHS: Final = 60
# How many lines the whole story may be set shorter (-) or longer (+), the likeliest help first.
CHANGES: Final = (-1, 1, -2, 2, -3)
# Each paragraph that is touched costs this much beside what its own lines cost, in the breaker's unit.
TOUCHED: Final = 0.5


class LooserStory(NamedTuple):
    """Other galleys for some paragraphs, by the paragraph and its measure, and what they cost together."""

    galleys: Mapping[tuple[int, Pt], Galley]
    cost: float


class _Change(NamedTuple):
    cost: float
    block: BodyText
    galley: Galley


def looser_stories(
    part: Part, style: ParagraphStyle, measure: Pt, setting: Setting, tighten: int = 0
) -> Iterator[LooserStory]:
    """The cheapest ways to set the text of *part* so many lines shorter or longer, paragraph by paragraph
    by one line; up to *tighten* lines shorter where a layout allows that.
    """
    blocks = [block for block in part.text if isinstance(block, BodyText)]
    if setting.loosen is None or len(blocks) > MOST_PARAGRAPHS:
        return
    shorter: list[_Change] = []
    longer: list[_Change] = []
    for block in blocks:
        found = setting.loosened(block, style, measure)
        if found is None:
            continue
        for variant, changes in ((found.shorter, shorter), (found.longer, longer)):
            if variant:
                changes.append(_Change(_price(variant, found.natural), block, variant.galley))
    for lines in (*CHANGES, *range(min(CHANGES) - 1, -tighten - 1, -1)):
        wanted = sorted(shorter if lines < 0 else longer, key=lambda change: change.cost)[: abs(lines)]
        if len(wanted) == abs(lines):
            galleys = {(id(change.block), measure): change.galley for change in wanted}
            yield LooserStory(galleys, sum(change.cost for change in wanted))


def _price(variant: Variant, natural: Variant) -> float:
    return max(0.0, variant.cost - natural.cost) + TOUCHED
