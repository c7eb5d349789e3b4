"""The ways to lay out one part: its sequences as they are, paragraphs a line shorter or longer, and what the
layout allows when none of these fits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from brochure.geometry import Pt
from brochure.layout.model import Sequence, Side, Stage, facing
from brochure.layout.styles import ParagraphStyle
from brochure.pagination.draft import Draft
from brochure.pagination.laid import Laid, judged
from brochure.pagination.leeway import Leeway, leeways, lending, optional_blocks, told
from brochure.pagination.looseness import looser_stories
from brochure.pagination.objective import Cost, price
from brochure.pagination.parts import Part, without
from brochure.pagination.setting import Setting
from brochure.pagination.ways import ways

NO_LEEWAY: Final = Leeway()


class Rivals:
    """The ways to lay out each of *parts*, on either side of a spread, made when they are first asked for."""

    def __init__(self, parts: tuple[Part, ...], setting: Setting) -> None:
        self.parts, self.setting = parts, setting
        self._natural: dict[tuple[int, Side], list[Laid]] = {}
        self._pressed: dict[tuple[int, Side], list[Laid]] = {}

    def of(self, number: int, side: Side, *, pressed: bool) -> list[Laid]:
        """Part *number* with its first page on *side*; *pressed*: with what the fit rules add."""
        key = number, side
        if key not in self._natural:
            self._natural[key] = list(self._as_designed(self.parts[number], side))
        if not pressed:
            return self._natural[key]
        if key not in self._pressed:
            self._pressed[key] = list(self._with_leeway(self.parts[number], side, self._natural[key]))
        return self._natural[key] + self._pressed[key]

    def _as_designed(self, part: Part, side: Side) -> Iterator[Laid]:
        stage = stage_of(part, self.setting)
        if stage is None:
            yield Laid(sequence=Sequence(masters=()), pages=(), costs=(), findings=())
            return
        if self.setting.greedy:
            yield from self._first_that_fits(part, side, stage)
            return
        offers = [self._led(part, sequence, side, stage, NO_LEEWAY) for sequence in _sequences(part, stage)]
        best: dict[int, float] = {}
        for laid in (laid for offer in offers for laid in offer.natural if not laid.faults):
            count = len(laid.pages)
            best[count] = min(laid.cost, best.get(count, laid.cost))
        weights = self.setting.layout.weights
        for offer in offers:
            worth = any(laid.might_beat(best, weights) for laid in offer.natural)
            yield from offer.loosened() if worth else offer.natural

    def _first_that_fits(self, part: Part, side: Side, stage: Stage) -> Iterator[Laid]:
        for sequence in _sequences(part, stage):
            offer = self._led(part, sequence, side, stage, NO_LEEWAY)
            yield from offer.natural
            if not all(laid.faults for laid in offer.natural):
                return

    def _with_leeway(self, part: Part, side: Side, natural: list[Laid]) -> Iterator[Laid]:
        """What the fit rules add: for each sequence and page count without a way that has room for all, the
        first step of the rules that gives one.
        """
        stage = stage_of(part, self.setting)
        if stage is None:
            return
        for sequence in _sequences(part, stage):
            there = {len(laid.pages) for laid in natural if laid.sequence is sequence and not laid.faults}
            for leeway in leeways(self.setting.layout.fit, part):
                for laid in self._led(part, sequence, side, stage, leeway).loosened():
                    if not laid.faults and len(laid.pages) not in there:
                        there.add(len(laid.pages))
                        yield laid

    def _led(self, part: Part, sequence: Sequence, side: Side, stage: Stage, leeway: Leeway) -> Offer:
        """*part* in *sequence*, a page of the stage's filler before it where it begins on the other side."""
        spare = stage.spare_photos
        if stage.starts in ("any", side):
            return offer_of(part, sequence, side, self.setting, leeway, spare_photos=spare)
        weights = self.setting.layout.weights
        if not stage.filler:
            wrong = Cost("wrong-side", 1, price("wrong-side", weights))
            return offer_of(part, sequence, side, self.setting, leeway, spare_photos=spare).after((), wrong)
        empty = replace(part, leads=(), bands=(), photos=(), groups=(), codes=(), text=())
        (filler,) = offer_of(empty, Sequence(masters=(stage.filler,)), side, self.setting).natural
        blank = Cost("blank-page", 1, price("blank-page", weights))
        other = offer_of(part, sequence, facing(side), self.setting, leeway, spare_photos=spare)
        return other.after(filler.pages, blank)


class Offer(NamedTuple):
    """A part in one sequence: the cheapest way for each page count with every paragraph *natural*, as it sets
    itself, and *loosened*, with paragraphs also a line shorter or longer, at a price.
    """

    natural: tuple[Laid, ...]
    loosened: Callable[[], tuple[Laid, ...]]

    def after(self, pages: tuple[Draft, ...], cost: Cost) -> Offer:
        """The same after other *pages*, at a *cost*."""

        def led(offered: tuple[Laid, ...]) -> tuple[Laid, ...]:
            return tuple(_dearer(replace(laid, pages=(*pages, *laid.pages)), cost) for laid in offered)

        return Offer(led(self.natural), lambda: led(self.loosened()))


def offer_of(  # what, how, where, in what surroundings, with what freedom
    part: Part,
    sequence: Sequence,
    first: Side,
    setting: Setting,
    leeway: Leeway = NO_LEEWAY,
    *,
    spare_photos: bool = False,
) -> Offer:
    """*part* in *sequence*, its first page on the *first* side of a spread.

    Pages pay for masters on the wrong side, vacant frames, white at the foot, columns that differ; the part
    for the designer's preference, blocks without a place (faults as well; *spare_photos* may stay out) and
    pictures far from their text. *leeway* is what else may be given up.
    """
    whole = part
    if leeway.drop:
        out = frozenset(map(id, optional_blocks(part)[-leeway.drop :]))
        part = setting.once(("without", id(whole), out), lambda: without(whole, out))
    if leeway.lend:
        masters = setting.once(("lending", leeway.lend), lambda: lending(leeway.lend, setting.layout))
        used = [masters[name] for name in (*sequence.masters, *sequence.then)]
        if (part.photos or part.groups) and any(frame.lent for master in used for frame in master.frames):
            setting = setting.with_masters(masters)
        else:  # nobody can lend: that step is not taken
            leeway = leeway._replace(lend=0, steps=leeway.steps - leeway.lend)
    natural, set_in = _lay(part, sequence, first, setting, spare_photos=spare_photos)
    weights = setting.layout.weights

    def at_its_price(laid: Laid, tightened: int) -> Laid:
        if not leeway.steps:
            return laid
        findings = (*laid.findings, *told(leeway, tightened, whole))
        paid = Cost("fit-rule", leeway.steps, price("fit-rule", weights))
        return _dearer(replace(laid, findings=findings), paid)

    def loosened() -> tuple[Laid, ...]:
        best = {len(laid.pages): (laid, 0) for laid in natural}
        if set_in is not None and any(laid.ends_badly for laid in natural):
            for story in looser_stories(part, *set_in, setting, leeway.tighten):
                others = setting.with_galleys(story.galleys)
                for laid in _lay(part, sequence, first, others, spare_photos=spare_photos)[0]:
                    dearer = _dearer(laid, Cost("looseness", story.cost, price("looseness", weights)))
                    count = len(laid.pages)
                    if count not in best or dearer.cost < best[count][0].cost:
                        best[count] = dearer, len(story.galleys)
        return tuple(at_its_price(laid, lines) for laid, lines in best.values())

    return Offer(tuple(at_its_price(laid, 0) for laid in natural), loosened)


def _dearer(laid: Laid, cost: Cost) -> Laid:
    return replace(laid, costs=(*laid.costs, cost))


def _lay(
    part: Part, sequence: Sequence, first: Side, setting: Setting, *, spare_photos: bool
) -> tuple[tuple[Laid, ...], tuple[ParagraphStyle, Pt] | None]:
    """The cheapest way for each page count with every paragraph as it is, and how running text was set."""
    best: dict[int, Laid] = {}
    set_in = None
    for whole in ways(part, sequence, first, setting, spare_photos=spare_photos):
        laid = judged(whole, sequence, spare_photos=spare_photos)
        count = len(laid.pages)
        if count not in best or laid.cost < best[count].cost:
            best[count] = laid
        set_in = whole.left.set_in
    return tuple(best.values()), set_in


def _sequences(part: Part, stage: Stage) -> tuple[Sequence, ...]:
    """Those of the *stage*, or the one that *part* asks for."""
    asked = tuple(sequence for sequence in stage.sequences if part.opening and sequence.name == part.opening)
    return asked or stage.sequences


def stage_of(part: Part, setting: Setting) -> Stage | None:
    """How the layout pages a part of this kind; None where its plan has no pages for it."""
    return next((stage for stage in setting.layout.plan if stage.part == part.kind), None)
