"""One part paged in one sequence: its masters in order, then those that may follow, page by page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from brochure.content.model import BodyText
from brochure.layout.model import Master, Sequence, Side, facing
from brochure.pagination.candidates import in_useful_styles, worth_trying
from brochure.pagination.distance import pages_apart
from brochure.pagination.draft import Draft
from brochure.pagination.frames import box_of, fill
from brochure.pagination.objective import price, total
from brochure.pagination.parts import Part
from brochure.pagination.progress import Progress
from brochure.pagination.setting import Setting
from brochure.values import dataclass

MOST_PAGES: Final = 2000
# How many ways with different things left to do are followed from page to page. The best whole has been
# within the first four of every specimen; the rest is for odd content.
BEAM: Final = 12


@dataclass(frozen=True, slots=True)
class Way:
    """A part paged up to here: the last page, the way to it, what is left, what is paid."""

    left: Progress
    paid: float = 0.0
    page: Draft | None = None
    before: Way | None = None

    def pages(self) -> tuple[Draft, ...]:
        """The pages of the way, first to last."""
        drafts = []
        way: Way | None = self
        while way is not None and way.page is not None:
            drafts.append(way.page)
            way = way.before
        return tuple(reversed(drafts))


def ways(
    part: Part, sequence: Sequence, first: Side, setting: Setting, *, spare_photos: bool
) -> Iterator[Way]:
    """*part* in *sequence* to its end, its first page on the *first* side: the ways worth comparing.

    *spare_photos* may be left over.
    """
    begun = [Way(_start(part, sequence, setting))]
    for name in sequence.masters:
        begun = _cheapest(longer for way in begun for longer in _through(way, name, first))
    for way in begun:
        yield from _carried_on(way, sequence, first, spare_photos=spare_photos)


def _start(part: Part, sequence: Sequence, setting: Setting) -> Progress:
    """*part* before anything of it is placed.

    Leads that no frame of the sequence takes open the running text.
    """
    masters = [setting.master(name) for name in (*sequence.masters, *sequence.then)]
    if part.leads and not any(frame.holds == "lead" for master in masters for frame in master.frames):
        whole = part
        part = setting.once(("leads as text", id(whole)), lambda: _with_leads_as_text(whole))
    return Progress(
        part=part,
        theme=setting.layout.theme(part.theme),
        setting=setting,
        photos=list(part.photos),
        leads=list(part.leads),
        bands=list(part.bands),
        groups=list(part.groups),
        codes=list(part.codes),
    )


def _with_leads_as_text(part: Part) -> Part:
    leads = tuple(BodyText(text=lead.text, optional=lead.optional, span=lead.span) for lead in part.leads)
    anchors, group_anchors = (
        tuple(anchor + len(leads) if anchor >= 0 else anchor for anchor in before)
        for before in (part.anchors, part.group_anchors)
    )
    return replace(part, leads=(), text=leads + part.text, anchors=anchors, group_anchors=group_anchors)


# ---------------------------------------------------------------- the masters in order


def _through(way: Way, name: str, first: Side) -> Iterator[Way]:
    """*way* with the next master of its sequence in each choice of its styles; one that repeats takes as many
    pages as the text needs, and none when there is nothing more for it.
    """
    masters = way.left.setting.masters(name)
    waiting = way.left.text_left or way.left.photos or way.left.groups
    if masters[0].repeats and way.page and not waiting:
        yield way
        return
    for master in in_useful_styles(masters, way.left):
        longer = _with_page(way, master, first)
        fits = not _ends_badly(longer)
        while master.repeats and _goes_on(longer):
            longer = _with_page(longer, master, first)
        yield longer
        if fits:  # other styles are for pages that the first ones do not suit
            return


def _ends_badly(way: Way) -> bool:
    """Whether something does not fit the last page of *way*, or its columns or cells do not come out even."""
    before = way.before.left.misfits if way.before else 0
    costs = {cost.name for cost in way.page.costs} if way.page else set()
    return way.left.misfits > before or not costs.isdisjoint({"white-foot", "uneven-columns", "empty-cell"})


def _goes_on(way: Way) -> bool:
    return way.left.text_left and moved_on(way) and way.left.pages < MOST_PAGES


def _cheapest(offered: Iterable[Way]) -> list[Way]:
    """Of ways with the same left to do the one that promises most; the best `BEAM` of all."""
    best: dict[object, Way] = {}
    for way in offered:
        key = way.left.placed_so_far
        if key not in best or _promise(way) < _promise(best[key]):
            best[key] = way
    return sorted(best.values(), key=_promise)[:BEAM] if len(best) > 1 else list(best.values())


# ---------------------------------------------------------------- the pages that follow


def _carried_on(way: Way, sequence: Sequence, first: Side, *, spare_photos: bool) -> Iterator[Way]:
    """The ways to finish with the masters of ``then``, page by page: of those with the same left to do, the
    cheapest.

    The first way that comes is always among them, so that the search never ends dearer than no search.
    """
    setting = way.left.setting
    masters = [master for name in sequence.then for master in setting.masters(name)]
    if not masters or _finished(way.left, spare_photos=spare_photos):
        yield way
        return
    straight: Way | None = way
    open_ways = [] if setting.greedy else [way]
    while straight or open_ways:
        if straight:
            straight = _straight_on(straight, masters, first)
            if _finished(straight.left, spare_photos=spare_photos) or not moved_on(straight):
                yield straight if moved_on(straight) or straight.before is None else straight.before
                straight = None
        reached: list[Way] = []
        for shorter in open_ways:
            for master in worth_trying(masters, shorter.left):
                longer = _with_page(shorter, master, first)
                if not moved_on(longer) or longer.left.pages > MOST_PAGES:
                    continue
                if _finished(longer.left, spare_photos=spare_photos):
                    yield longer
                elif not _closes(longer):
                    reached.append(longer)
        open_ways = _cheapest(reached)


def _closes(way: Way) -> bool:
    """Whether the last page has filled a frame that stands on the last page of a part alone."""
    page = way.page
    return page is not None and any(
        frame.only == "last" and frame.name in page.used for frame in page.master.frames
    )


def _straight_on(way: Way, masters: list[Master], first: Side) -> Way:
    """One more page of the first master that takes anything."""
    longer: Way | None = None
    for master in masters:
        page = _with_page(way, master, first)
        if moved_on(page):
            return page
        longer = longer or page
    return longer or way


def _promise(way: Way) -> float:
    """What *way* will have paid when it is finished, as far as can be seen.

    Text that runs over its frame, pictures and blocks already far from their text, and pages for the lines
    that are left if they fill as well as the pages before.
    """
    left = way.left
    weights = left.setting.layout.weights
    ahead = (len(left.lines) - left.placed) / max(1, left.fullest)
    apart = pages_apart(left)
    far = price("far-picture", weights) * apart.pictures + price("far-block", weights) * apart.blocks
    return (
        way.paid
        + far
        + price("out-of-order", weights) * apart.out_of_order
        + price("unplaced", weights) * left.misfits
        + price("page", weights) * ahead
    )


def _finished(left: Progress, *, spare_photos: bool) -> bool:
    waiting = left.text_left or left.leads or left.bands or left.codes
    return left.done or (spare_photos and not waiting)


def moved_on(way: Way) -> bool:
    """Whether the last page took anything."""
    return way.before is None or way.left.placed_so_far != way.before.left.placed_so_far


def _with_page(way: Way, master: Master, first: Side) -> Way:
    """*way* with one more page of *master*, its frames filled in the order the layout lists them."""
    left = way.left.fork()
    side = first if left.pages % 2 == 0 else facing(first)
    draft = Draft(master=master, part=left.part, side=side)
    weights = left.setting.layout.weights
    draft.pay("page", 1, weights)
    if master.side not in ("any", side):
        draft.pay("wrong-side", 1, weights)
    for frame in master.frames:
        if fill(frame, box_of(frame, draft, left.setting), draft, left):
            draft.pay("second-style", frame.rank, weights)
        elif not frame.optional:
            draft.pay("vacant-frame", 1, weights)
    left.pages += 1
    left.fullest = max(left.fullest, left.placed - way.left.placed)
    return Way(left, way.paid + total(draft.costs), draft, way)
