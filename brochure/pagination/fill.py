"""One part's content into pages: the masters a sequence asks for, then whichever make the best whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from brochure.content.model import BodyText
from brochure.diagnostics import Diagnostic
from brochure.geometry import Pt
from brochure.layout.model import Master, Sequence, Side, facing
from brochure.layout.styles import ParagraphStyle
from brochure.pagination.draft import Draft
from brochure.pagination.frames import box_of, fill
from brochure.pagination.looseness import looser_stories
from brochure.pagination.objective import Cost, price, total
from brochure.pagination.overset import unplaced
from brochure.pagination.parts import Part
from brochure.pagination.progress import Progress
from brochure.pagination.setting import Setting
from brochure.values import dataclass

MOST_PAGES: Final = 2000
# How many ways with different things left to do are followed from page to page. The best whole has been
# within the first four of
# every specimen; the rest is for odd content.
BEAM: Final = 12
# A last page that holds less than this share of its text frames looks left over.
SHORT: Final = 1 / 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A part laid out one way: its sequence, its pages, what it pays, what was found."""

    sequence: Sequence
    pages: tuple[Draft, ...]
    costs: tuple[Cost, ...]
    findings: tuple[Diagnostic, ...]

    @property
    def cost(self) -> float:
        """What the part and its pages pay in all."""
        return total(self.costs) + sum(total(page.costs) for page in self.pages)


@dataclass(frozen=True, slots=True)
class _Way:
    """A part paged up to here: the last page, the way to it, what is left, what is paid."""

    left: Progress
    paid: float = 0.0
    page: Draft | None = None
    before: _Way | None = None

    def pages(self) -> tuple[Draft, ...]:
        """The pages of the way, first to last."""
        drafts = []
        way: _Way | None = self
        while way is not None and way.page is not None:
            drafts.append(way.page)
            way = way.before
        return tuple(reversed(drafts))


def lay_part(
    part: Part, sequence: Sequence, first: Side, setting: Setting, *, spare_photos: bool = False
) -> tuple[Laid, ...]:
    """*part* in *sequence*, its first page on the *first* side of a spread: the cheapest way for each page
    count.

    Pages pay for masters on the wrong side, vacant frames, white at the foot, columns that differ; the part
    for the designer's preference, blocks without a place (faults as well; *spare_photos* may stay out) and
    pictures far from their text. Where columns end badly or text runs over, paragraphs are also tried a line
    shorter or longer, at a price.
    """
    natural, set_in = _lay(part, sequence, first, setting, spare_photos=spare_photos)
    if set_in is None or setting.greedy or not any(map(_ends_badly, natural)):
        return natural
    best = {len(laid.pages): laid for laid in natural}
    weight = price("looseness", setting.layout.weights)
    for story in looser_stories(part, *set_in, setting):
        looser, _ = _lay(
            part, sequence, first, setting.with_galleys(story.galleys), spare_photos=spare_photos
        )
        for laid in looser:
            dearer = replace(laid, costs=(*laid.costs, Cost("looseness", story.cost, weight)))
            count = len(laid.pages)
            if count not in best or dearer.cost < best[count].cost:
                best[count] = dearer
    return tuple(best.values())


def _ends_badly(laid: Laid) -> bool:
    """Whether a line more or less could help."""
    names = {cost.name for page in laid.pages for cost in page.costs} | {cost.name for cost in laid.costs}
    return not names.isdisjoint({"white-foot", "uneven-columns", "short-page"}) or any(
        finding.code == "pagination/overset" for finding in laid.findings
    )


def _lay(
    part: Part, sequence: Sequence, first: Side, setting: Setting, *, spare_photos: bool
) -> tuple[tuple[Laid, ...], tuple[ParagraphStyle, Pt] | None]:
    """The cheapest way for each page count with every paragraph as it is, and how running text was set."""
    way = _Way(_start(part, sequence, setting))
    for name in sequence.masters:
        master = setting.layout.masters[name]
        if master.repeats and way.page and not (way.left.text_left or way.left.photos or way.left.groups):
            continue
        way = _with_page(way, master, first)
        while master.repeats and way.left.text_left and _moved_on(way) and way.left.pages < MOST_PAGES:
            way = _with_page(way, master, first)
    ways = _carried_on(way, sequence, first, spare_photos=spare_photos)
    best: dict[int, Laid] = {}
    set_in = None
    for whole in ways:
        laid = _laid(whole, sequence, spare_photos=spare_photos)
        count = len(laid.pages)
        if count not in best or laid.cost < best[count].cost:
            best[count] = laid
        set_in = whole.left.set_in
    return tuple(best.values()), set_in


def _carried_on(way: _Way, sequence: Sequence, first: Side, *, spare_photos: bool) -> Iterator[_Way]:
    """The ways to finish with the masters of ``then``, page by page: of those with the same left to do, the
    cheapest.

    The first way that comes is always among them, so that the search never ends dearer than no search.
    """
    masters = [way.left.setting.layout.masters[name] for name in sequence.then]
    if not masters or _finished(way.left, spare_photos=spare_photos):
        yield way
        return
    straight: _Way | None = way
    open_ways = [] if way.left.setting.greedy else [way]
    while straight or open_ways:
        if straight:
            straight = _straight_on(straight, masters, first)
            if _finished(straight.left, spare_photos=spare_photos) or not _moved_on(straight):
                yield straight if _moved_on(straight) or straight.before is None else straight.before
                straight = None
        reached: dict[object, _Way] = {}
        for shorter in open_ways:
            for master in masters:
                longer = _with_page(shorter, master, first)
                if not _moved_on(longer) or longer.left.pages > MOST_PAGES:
                    continue
                if _finished(longer.left, spare_photos=spare_photos):
                    yield longer
                    continue
                key = longer.left.placed_so_far
                if key not in reached or _promise(longer) < _promise(reached[key]):
                    reached[key] = longer
        open_ways = sorted(reached.values(), key=_promise)[:BEAM]


def _straight_on(way: _Way, masters: list[Master], first: Side) -> _Way:
    """One more page of the first master that takes anything."""
    longer = [_with_page(way, master, first) for master in masters]
    return next((page for page in longer if _moved_on(page)), longer[0])


def _promise(way: _Way) -> float:
    """What *way* will have paid when it is finished, as far as can be seen.

    Pictures already far from their text, and pages for the lines that are left if they fill as well as the
    pages before.
    """
    left = way.left
    weights = left.setting.layout.weights
    ahead = (len(left.lines) - left.placed) / max(1, left.fullest)
    return way.paid + price("far-picture", weights) * _far_pictures(left) + price("page", weights) * ahead


def _finished(left: Progress, *, spare_photos: bool) -> bool:
    waiting = left.text_left or left.leads or left.bands or left.codes
    return left.done or (spare_photos and not waiting)


def _moved_on(way: _Way) -> bool:
    """Whether the last page took anything."""
    return way.before is None or way.left.placed_so_far != way.before.left.placed_so_far


def _with_page(way: _Way, master: Master, first: Side) -> _Way:
    """*way* with one more page of *master*, its frames filled in the order the layout lists them."""
    left = way.left.fork()
    side = first if left.pages % 2 == 0 else facing(first)
    draft = Draft(master=master, part=left.part, side=side)
    weights = left.setting.layout.weights
    draft.costs.append(Cost("page", 1, price("page", weights)))
    if master.side not in ("any", side):
        draft.costs.append(Cost("wrong-side", 1, price("wrong-side", weights)))
    for frame in master.frames:
        if not fill(frame, box_of(frame, draft, left.setting), draft, left) and not frame.optional:
            draft.costs.append(Cost("vacant-frame", 1, price("vacant-frame", weights)))
    left.pages += 1
    left.fullest = max(left.fullest, left.placed - way.left.placed)
    return _Way(left, way.paid + total(draft.costs), draft, way)


def _start(part: Part, sequence: Sequence, setting: Setting) -> Progress:
    """*part* before anything of it is placed.

    Leads that no frame of the sequence takes open the running text.
    """
    masters = [setting.layout.masters[name] for name in (*sequence.masters, *sequence.then)]
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
    leads = tuple(BodyText(text=lead.text, span=lead.span) for lead in part.leads)
    anchors = tuple(anchor + len(leads) for anchor in part.anchors)
    return replace(part, leads=(), text=leads + part.text, anchors=anchors)


def _laid(way: _Way, sequence: Sequence, *, spare_photos: bool) -> Laid:
    """*way* judged as a whole."""
    left, pages = way.left, way.pages()
    weights = left.setting.layout.weights
    if spare_photos:
        left.photos.clear()
        left.groups.clear()
    homeless = tuple(unplaced(left, pages[-1].master)) if pages else ()
    oversets = sum(finding.code == "pagination/overset" for finding in left.findings)
    costs = [
        Cost("preference", 1, sequence.cost),
        Cost("unplaced", len(homeless) + oversets, price("unplaced", weights)),
        Cost("far-picture", _far_pictures(left), price("far-picture", weights)),
        Cost("short-page", _emptiness(pages), price("short-page", weights)),
    ]
    paid = tuple(cost for cost in costs if cost.amount)
    return Laid(sequence=sequence, pages=pages, costs=paid, findings=(*left.findings, *homeless))


def _far_pictures(left: Progress) -> float:
    """Pages between each picture and the paragraph it follows in the content; a neighbouring page counts a
    quarter.

    A picture that still waits is taken to come on the next page.
    """
    distance = 0.0
    for number, anchor in enumerate(left.part.anchors):
        if anchor in left.seen:
            shown = left.shown[number] if number < len(left.shown) else left.pages
            pages = abs(shown - left.seen[anchor])
            distance += pages - 1 if pages > 1 else pages / 4
    return distance


def _emptiness(pages: tuple[Draft, ...]) -> float:
    """How much of the last page's text columns, beyond what looks meant, stays empty.

    Nothing for a part of one page.
    """
    if len(pages) < 2 or not pages[-1].text_room:
        return 0.0
    return max(0.0, SHORT - pages[-1].text_taken / pages[-1].text_room) / SHORT
