"""Which page sequence for each part: the cheapest whole that the binding can take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from brochure.diagnostics import Diagnostic, Words, error, warning
from brochure.layout.model import Sequence, Side, Stage
from brochure.pagination.fill import Laid, lay_part
from brochure.pagination.objective import price
from brochure.pagination.parts import Part
from brochure.pagination.setting import Setting

_HAIR: Final = 1e-6


class Verdict(NamedTuple):
    """How one part was paged, and the cheapest other way: what `explain` shows."""

    part: Part
    chosen: Laid
    rivals: tuple[Laid, ...]


class _Choice(NamedTuple):
    """The last part laid of a whole, what the whole costs so far, and how the parts before it were laid."""

    cost: float
    faults: int
    laid: Laid | None = None
    before: _Choice | None = None

    def then(self, laid: Laid, extra: float) -> _Choice:
        return _Choice(self.cost + laid.cost + extra, self.faults + len(laid.findings), laid, self)

    def all(self) -> tuple[Laid, ...]:
        chosen: list[Laid] = []
        here: _Choice | None = self
        while here is not None and here.laid is not None:
            chosen.append(here.laid)
            here = here.before
        return tuple(reversed(chosen))


def choose_sequences(
    parts: tuple[Part, ...], setting: Setting
) -> tuple[tuple[Verdict, ...], tuple[Diagnostic, ...]]:
    """Each part laid out so that all of them together cost least and their pages make a multiple the binding
    takes.

    Dynamic programme over the page count modulo that multiple (at least 2, since masters ask for a side of
    the spread) and the sequence taken last (two parts alike in a row cost something): linear in the number of
    parts. The findings are those of the chosen pages.
    """
    multiple = setting.layout.page_multiple
    cycle = multiple if multiple % 2 == 0 else multiple * 2
    again = price("same-opening", setting.layout.weights)
    findings = [*_unknown_openings(parts, setting), *_left_out(parts, setting)]
    states = {(0, ""): _Choice(0.0, 0)}
    offered: list[dict[Side, list[Laid]]] = []
    for number, part in enumerate(parts, start=1):
        sides = sorted({_side(pages) for pages, _ in states})
        rivals = {side: _rivals(part, side, setting) for side in sides}
        offered.append(rivals)
        reached: dict[tuple[int, str], _Choice] = {}
        for (pages, before), choice in states.items():
            for order, laid in enumerate(rivals[_side(pages)]):
                after = (pages + len(laid.pages)) % cycle, laid.sequence.name
                # of equals the one the layout lists first, in the first part that has a choice
                extra = order * _HAIR / number
                if before and before == laid.sequence.name:
                    extra += again
                if after not in reached or choice.cost + laid.cost + extra < reached[after].cost:
                    reached[after] = choice.then(laid, extra)
        states = reached
    best = _best(states, multiple)
    chosen = best.all()
    findings += [finding for laid in chosen for finding in laid.findings]
    count = sum(len(laid.pages) for laid in chosen)
    if count % multiple:
        findings.append(_odd_count(count, multiple, setting))
    return tuple(_verdicts(parts, chosen, offered)), tuple(findings)


def _verdicts(
    parts: tuple[Part, ...], chosen: tuple[Laid, ...], offered: list[dict[Side, list[Laid]]]
) -> Iterator[Verdict]:
    """Each part's choice and the ways it could have gone from the same side of a spread, cheapest first."""
    pages = 0
    for part, laid, rivals in zip(parts, chosen, offered, strict=True):
        others = [rival for rival in rivals[_side(pages)] if rival is not laid]
        yield Verdict(part, laid, tuple(sorted(others, key=lambda rival: rival.cost)))
        pages += len(laid.pages)


def _best(states: dict[tuple[int, str], _Choice], multiple: int) -> _Choice:
    """The cheapest whole; one that the binding takes, unless only another finds a place for everything."""
    free = min(states.values(), key=lambda choice: choice.cost)
    whole = [choice for (pages, _), choice in states.items() if pages % multiple == 0]
    bound = min(whole, key=lambda choice: choice.cost, default=free)
    return free if bound.faults > free.faults else bound


def _side(pages_before: int) -> Side:
    return "right" if pages_before % 2 == 0 else "left"


def _stage(part: Part, setting: Setting) -> Stage | None:
    return next((stage for stage in setting.layout.plan if stage.part == part.kind), None)


def _rivals(part: Part, first: Side, setting: Setting) -> list[Laid]:
    """*part* in each sequence the layout offers it (or the one it asks for), its first page on that side."""
    stage = _stage(part, setting)
    if stage is None:
        return [Laid(sequence=Sequence(masters=()), pages=(), costs=(), findings=())]
    asked = [sequence for sequence in stage.sequences if part.opening and sequence.name == part.opening]
    sequences = asked or list(stage.sequences)
    if setting.greedy:
        sequences = sequences[:1]
    return [
        laid
        for sequence in sequences
        for laid in lay_part(part, sequence, first, setting, spare_photos=stage.spare_photos)
    ]


def _left_out(parts: tuple[Part, ...], setting: Setting) -> Iterator[Diagnostic]:
    """A part that the layout's plan has no pages for: an error where text would be lost, else a warning."""
    for part in parts:
        if _stage(part, setting) is not None or _missed_by_nobody(part, setting):
            continue
        message = Words(
            f"the layout `{setting.layout.name}` has no pages for this part ({part.kind})",
            f"版式 `{setting.layout.name}` 没有这一部分（{part.kind}）的页",
        )
        hint = Words(
            "choose another layout, or add the part to its plan", "换一个版式，或在版式的 plan 里补上"
        )
        told = error if part.text or part.leads or part.bands else warning
        yield told("pagination/no-pages", message, part.span, hint)


def _unknown_openings(parts: tuple[Part, ...], setting: Setting) -> Iterator[Diagnostic]:
    """A section that asks for a sequence the layout does not have."""
    for part in parts:
        stage = _stage(part, setting)
        names = [sequence.name for sequence in stage.sequences if sequence.name] if stage else []
        if part.opening and part.opening not in names:
            message = Words(
                f"the layout `{setting.layout.name}` has no opening `{part.opening}`",
                f"版式 `{setting.layout.name}` 没有名为 `{part.opening}` 的 opening",
            )
            hint = Words(f"known: {', '.join(names)}", f"可用：{'、'.join(names)}")
            yield error("pagination/unknown-opening", message, part.opening_at or part.span, hint)


def _odd_count(count: int, multiple: int, setting: Setting) -> Diagnostic:
    spare = multiple - count % multiple
    return warning(
        "pagination/page-count",
        Words(
            f"{count} pages; the binding takes a multiple of {multiple}",
            f"共 {count} 页，装订需要 {multiple} 的倍数",
        ),
        setting.brochure.span,
        Words(
            f"add a picture page or two ({spare} pages are missing), or drop {count % multiple}",
            f"增加图片页（还差 {spare} 页），或减少 {count % multiple} 页",
        ),
    )


def _missed_by_nobody(part: Part, setting: Setting) -> bool:
    """A cover without a picture, a back whose credits the layout prints on other pages."""
    if part.kind == "cover":
        return not part.photos
    if part.kind != "back":
        return False
    masters = setting.layout.masters.values()
    words = "".join(frame.words for master in masters for frame in (*master.frames, *master.furniture))
    credits_ = setting.brochure.credits
    given = [name for name in ("source", "issuer", "date", "note") if getattr(credits_, name)]
    return all(f"{{{name}}}" in words for name in given)
