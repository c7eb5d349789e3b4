"""Which page sequence for each part: the cheapest whole that the binding can take."""

from __future__ import annotations

from brochure.diagnostics import Diagnostic, Words, warning
from brochure.layout.model import Side
from brochure.pagination.fill import Laid, lay_part
from brochure.pagination.parts import Part
from brochure.pagination.setting import Setting


def choose_sequences(
    parts: tuple[Part, ...], setting: Setting
) -> tuple[tuple[Laid, ...], tuple[Diagnostic, ...]]:
    """Each part laid out so that all of them together cost least and their pages make a multiple the
    binding takes.

    Dynamic programme over the page count modulo that multiple (at least 2, since masters ask for a side of
    the spread): linear in the number of parts. The findings are those of the chosen pages.
    """
    multiple = setting.layout.page_multiple
    cycle = multiple if multiple % 2 == 0 else multiple * 2
    states: dict[int, tuple[float, tuple[Laid, ...]]] = {0: (0.0, ())}
    for part in parts:
        reached: dict[int, tuple[float, tuple[Laid, ...]]] = {}
        for pages, (cost, chosen) in states.items():
            for laid in _rivals(part, "right" if pages % 2 == 0 else "left", setting):
                after = (pages + len(laid.pages)) % cycle
                total = cost + laid.cost
                if after not in reached or total < reached[after][0]:
                    reached[after] = (total, (*chosen, laid))
        states = reached
    whole = {pages: state for pages, state in states.items() if pages % multiple == 0}
    # A page count the binding takes is worth a less loved sequence, not a block that finds no place.
    _, best = min((whole or states).values(), key=lambda state: state[0])
    _, free = min(states.values(), key=lambda state: state[0])
    if _faults(best) > _faults(free):
        best = free
    findings = [finding for laid in best for finding in laid.findings]
    count = sum(len(laid.pages) for laid in best)
    if count % multiple:
        findings.append(_odd_count(count, multiple, setting))
    return best, tuple(findings)


def _faults(chosen: tuple[Laid, ...]) -> int:
    return sum(len(laid.findings) for laid in chosen)


def _rivals(part: Part, first: Side, setting: Setting) -> list[Laid]:
    """*part* in each sequence the layout offers it (or the one it asks for), its first page on that side."""
    stage = next((stage for stage in setting.layout.plan if stage.part == part.kind), None)
    if stage is None:
        return [Laid(pages=(), cost=0.0, findings=())]
    asked = (
        [sequence for sequence in stage.sequences if sequence.name == part.opening] if part.opening else []
    )
    return [
        lay_part(part, sequence, first, setting, spare_photos=stage.spare_photos)
        for sequence in asked or stage.sequences
    ]


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
