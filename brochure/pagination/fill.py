"""One part's content into the pages of one sequence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from brochure.content.model import BodyText
from brochure.diagnostics import Diagnostic
from brochure.layout.model import Master, Sequence, Side, facing
from brochure.pagination.draft import Draft
from brochure.pagination.frames import box_of, fill
from brochure.pagination.overset import unplaced
from brochure.pagination.parts import Part
from brochure.pagination.progress import Progress
from brochure.pagination.setting import Setting

MOST_PAGES = 2000
# What a way of paging costs beside its rivals. The designer's own preferences run to some tens.
WRONG_SIDE = 500.0
VACANT_FRAME = 40.0
UNPLACED = 1000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A part laid out one way: its pages, what it costs beside its rivals, what was found."""

    pages: tuple[Draft, ...]
    cost: float
    findings: tuple[Diagnostic, ...]


def lay_part(
    part: Part, sequence: Sequence, first: Side, setting: Setting, *, spare_photos: bool = False
) -> Laid:
    """*part* on the masters of *sequence*, its first page on the *first* side of a spread.

    The cost counts the designer's preference, masters on the wrong side of the spread, frames left vacant,
    blocks left without a place and text that did not fit; the last two are faults as well.
    """
    left = _start(part, sequence, setting)
    pages: list[Draft] = []
    wrong_sides = 0
    for name in sequence.masters:
        master = setting.layout.masters[name]
        if master.repeats and pages and not left.text_left and not left.photos:
            continue
        while True:
            side = first if len(pages) % 2 == 0 else facing(first)
            wrong_sides += master.side not in ("any", side)
            before = left.placed
            pages.append(_fill_page(master, side, left))
            if not (master.repeats and left.text_left) or left.placed == before or len(pages) >= MOST_PAGES:
                break
    if spare_photos:
        left.photos.clear()
    homeless = tuple(unplaced(left, pages[-1].master))
    cost = sequence.cost + WRONG_SIDE * wrong_sides + VACANT_FRAME * left.vacant + UNPLACED * len(homeless)
    return Laid(pages=tuple(pages), cost=cost, findings=(*left.findings, *homeless))


def _start(part: Part, sequence: Sequence, setting: Setting) -> Progress:
    """*part* before anything of it is placed.

    Leads that no frame of the sequence takes open the running text.
    """
    masters = [setting.layout.masters[name] for name in sequence.masters]
    if part.leads and not any(frame.holds == "lead" for master in masters for frame in master.frames):
        leads = tuple(BodyText(text=lead.text, span=lead.span) for lead in part.leads)
        part = replace(part, leads=(), text=leads + part.text)
    return Progress(
        part=part,
        theme=setting.layout.theme(part.theme),
        setting=setting,
        photos=list(part.photos),
        leads=list(part.leads),
        bands=list(part.bands),
    )


def _fill_page(master: Master, side: Side, left: Progress) -> Draft:
    """A page of *master*, its frames filled in the order the layout lists them."""
    draft = Draft(master=master, part=left.part, side=side)
    for frame in master.frames:
        if not fill(frame, box_of(frame, draft, left.setting), draft, left) and not frame.optional:
            left.vacant += 1
    return draft
