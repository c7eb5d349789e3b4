"""Which page sequence for each part: the cheapest whole that the binding can take, in the pages asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from brochure.diagnostics import Diagnostic, Words, error, warning
from brochure.layout.model import Side
from brochure.pagination.laid import Laid
from brochure.pagination.objective import price
from brochure.pagination.parts import Part
from brochure.pagination.rivals import Rivals, stage_of
from brochure.pagination.setting import Setting

_HAIR: Final = 1e-6


class Verdict(NamedTuple):
    """How one part was paged, and the cheapest other way: what `explain` shows."""

    part: Part
    chosen: Laid
    rivals: tuple[Laid, ...]


class _Choice(NamedTuple):
    """The last part laid of a whole, what the whole costs so far, and how the parts before it were laid."""

    faults: int
    cost: float
    laid: Laid | None = None
    before: _Choice | None = None

    def then(self, laid: Laid, extra: float) -> _Choice:
        return _Choice(self.faults + laid.faults, self.cost + laid.cost + extra, laid, self)

    def beats(self, other: _Choice | None) -> bool:
        return other is None or (self.faults, self.cost) < (other.faults, other.cost)

    def all(self) -> tuple[Laid, ...]:
        chosen: list[Laid] = []
        here: _Choice | None = self
        while here is not None and here.laid is not None:
            chosen.append(here.laid)
            here = here.before
        return tuple(reversed(chosen))


class _Whole(NamedTuple):
    """A choice for all parts, its page count, and how far that is from what is wanted: pages missing from the
    author's number, and from what the binding takes.
    """

    choice: _Choice
    pages: int
    off_target: int
    off_binding: int

    @property
    def rank(self) -> tuple[int, int, int, float]:
        """What has no place counts first, then the page count, then the cost."""
        return self.choice.faults, self.off_target, self.off_binding, self.choice.cost

    @property
    def sound(self) -> bool:
        return not (self.choice.faults or self.off_target or self.off_binding)


def choose_sequences(
    parts: tuple[Part, ...], setting: Setting
) -> tuple[tuple[Verdict, ...], tuple[Diagnostic, ...]]:
    """Each part laid out so that all of them together cost least and come to the pages asked for, or to a
    multiple the binding takes.

    Where that cannot be, once more with what the layout's fit rules allow. The findings are those of the
    chosen pages.
    """
    findings = [*_unknown_openings(parts, setting), *_left_out(parts, setting)]
    rivals = Rivals(parts, setting)
    best, pressed = _best(rivals, pressed=False), False
    if not best.sound and setting.layout.fit and not setting.greedy:
        other = _best(rivals, pressed=True)
        if other.rank[:3] < best.rank[:3]:
            best, pressed = other, True
    chosen = best.choice.all()
    findings += [finding for laid in chosen for finding in laid.findings]
    count = sum(len(laid.pages) for laid in chosen)
    findings += _wrong_starts(rivals.parts, chosen, setting)
    if best.off_target:
        findings.append(_missed_count(count, setting))
    elif best.off_binding:
        findings.append(_odd_count(count, setting.layout.page_multiple, setting))
    return tuple(_verdicts(chosen, rivals, pressed=pressed)), tuple(findings)


def _best(rivals: Rivals, *, pressed: bool) -> _Whole:
    """The best whole of *rivals*.

    Dynamic programme over the page count (modulo what the binding takes, where the author asks for no
    number; at least modulo 2, since masters ask for a side of the spread) and the sequence taken last (two
    parts alike in a row cost something): linear in the number of parts.
    """
    layout, target = rivals.setting.layout, rivals.setting.brochure.pages
    multiple = layout.page_multiple
    cycle = multiple if multiple % 2 == 0 else multiple * 2
    again = price("same-opening", layout.weights)
    states: dict[tuple[int, str], _Choice] = {(0, ""): _Choice(0, 0.0)}
    for number in range(len(rivals.parts)):
        reached: dict[tuple[int, str], _Choice] = {}
        for (pages, before), choice in states.items():
            for order, laid in enumerate(rivals.of(number, _side(pages), pressed=pressed)):
                count = pages + len(laid.pages)
                after = count if target else count % cycle, laid.sequence.name
                # of equals the one the layout lists first, in the first part that has a choice
                extra = order * _HAIR / (number + 1)
                if before and before == laid.sequence.name:
                    extra += again
                longer = choice.then(laid, extra)
                if longer.beats(reached.get(after)):
                    reached[after] = longer
        states = reached
    off = price("page-count", layout.weights)
    wholes = (
        _Whole(
            choice._replace(cost=choice.cost + off * abs(pages - target) * bool(target)),
            pages,
            abs(pages - target) if target else 0,
            pages % multiple,
        )
        for (pages, _), choice in states.items()
    )
    return min(wholes, key=lambda whole: whole.rank)


def _verdicts(chosen: tuple[Laid, ...], rivals: Rivals, *, pressed: bool) -> Iterator[Verdict]:
    """Each part's choice and the ways it could have gone from the same side of a spread, cheapest first."""
    pages = 0
    for number, laid in enumerate(chosen):
        others = [rival for rival in rivals.of(number, _side(pages), pressed=pressed) if rival is not laid]
        yield Verdict(rivals.parts[number], laid, tuple(sorted(others, key=lambda rival: rival.cost)))
        pages += len(laid.pages)


def _side(pages_before: int) -> Side:
    return "right" if pages_before % 2 == 0 else "left"


def _left_out(parts: tuple[Part, ...], setting: Setting) -> Iterator[Diagnostic]:
    """A part that the layout's plan has no pages for: an error where text would be lost, else a warning."""
    for part in parts:
        if stage_of(part, setting) is not None or _missed_by_nobody(part, setting):
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
        stage = stage_of(part, setting)
        names = [sequence.name for sequence in stage.sequences if sequence.name] if stage else []
        if part.opening and part.opening not in names:
            message = Words(
                f"the layout `{setting.layout.name}` has no opening `{part.opening}`",
                f"版式 `{setting.layout.name}` 没有名为 `{part.opening}` 的 opening",
            )
            hint = Words(f"known: {', '.join(names)}", f"可用：{'、'.join(names)}")
            yield error("pagination/unknown-opening", message, part.opening_at or part.span, hint)


def _wrong_starts(
    parts: tuple[Part, ...], chosen: tuple[Laid, ...], setting: Setting
) -> Iterator[Diagnostic]:
    """Parts that the layout wants on one side of the spread, and that begin on the other; a document's first
    page is where it is.
    """
    pages = 0
    for part, laid in zip(parts, chosen, strict=True):
        stage = stage_of(part, setting)
        if (
            pages
            and laid.pages
            and stage
            and stage.starts not in ("any", laid.pages[0].side)
            and not stage.filler
        ):
            message = Words(
                f"this part should begin on a {stage.starts}-hand page and begins on the other",
                f"这一部分应从{'左' if stage.starts == 'left' else '右'}页开始，现在落在另一侧",
            )
            hint = Words(
                "give the layout a `filler` master, or a sequence of another length",
                "请在版式里写 filler（空过一页用的主页），或加一个页数不同的序列",
            )
            yield warning("pagination/wrong-side", message, part.span, hint)
        pages += len(laid.pages)


def _missed_count(count: int, setting: Setting) -> Diagnostic:
    brochure = setting.brochure
    message = Words(
        f"the brochure comes to {count} pages; {brochure.pages} are asked for",
        f"排成了 {count} 页，要求是 {brochure.pages} 页",
    )
    fewer = count > brochure.pages
    hint = (
        Words(
            "shorten the text, take out a picture, or mark what may be left out with `optional: true`",
            "缩短正文，减少图片，或给可以舍去的块写上 optional: true",
        )
        if fewer
        else Words("add pictures or text, or ask for fewer pages", "增加图片或正文，或少要几页")
    )
    return warning("pagination/page-count", message, brochure.pages_at or brochure.span, hint)


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
