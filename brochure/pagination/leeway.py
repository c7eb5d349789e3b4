"""What a part may give up so that it fits: the layout's ``fit`` rules, taken in their order, each told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from brochure.content.model import Block
from brochure.diagnostics import Diagnostic, Words, note, warning
from brochure.geometry import Pt
from brochure.layout.model import Box, FitRule, Frame, Layout, Master
from brochure.pagination.parts import Part


class Leeway(NamedTuple):
    """How far a part goes: lines its text is set tighter by at most, lines its pictures lend to the text, how
    many of its optional blocks (the last ones) stay out; and how many *steps* of the rules that takes.
    """

    tighten: int = 0
    lend: int = 0
    drop: int = 0
    steps: int = 0


def leeways(rules: tuple[FitRule, ...], part: Part) -> Iterator[Leeway]:
    """The ways of *rules* for *part*, each a step beyond the one before."""
    leeway = Leeway()
    for rule in rules:
        match rule.step:
            case "tighten":
                leeway = leeway._replace(tighten=rule.most, steps=leeway.steps + 1)
                yield leeway
            case "smaller-pictures":
                for lines in range(1, rule.most + 1):
                    yield leeway._replace(lend=lines, steps=leeway.steps + lines)
                leeway = leeway._replace(lend=rule.most, steps=leeway.steps + rule.most)
            case _:
                count = len(optional_blocks(part))
                for blocks in range(1, count + 1):
                    yield leeway._replace(drop=blocks, steps=leeway.steps + blocks)
                leeway = leeway._replace(drop=count, steps=leeway.steps + count)


def optional_blocks(part: Part) -> tuple[Block, ...]:
    """The blocks of *part* that its author calls optional, in the order of the file."""
    blocks = (*part.leads, *part.bands, *part.photos, *part.groups, *part.codes, *part.text)
    found = [block for block in blocks if block.optional]
    return tuple(sorted(found, key=lambda block: block.span[1:3] if block.span else (0, 0)))


# ---------------------------------------------------------------- pictures that lend


def lending(lines: int, layout: Layout) -> Mapping[str, Master]:
    """The masters of *layout*, their pictures that are tied to running text up to *lines* lower, and the text
    with these lines.

    A picture *after* the text begins later, text *after* a picture begins sooner, and a picture *level* with
    the text ends higher. None lends more than half its height.
    """
    return {name: _lending(master, lines, layout) for name, master in layout.masters.items()}


def _lending(master: Master, lines: int, layout: Layout) -> Master:
    frames = {frame.name: frame for frame in master.frames}
    texts = [frame for frame in master.frames if frame.holds == "text" and not frame.vertical]
    pictures = [frame for frame in master.frames if frame.holds in ("photo", "photos")]
    for text, picture in ((text.name, picture.name) for text in texts for picture in pictures):
        _lend(frames, text, picture, lines, layout)
    return replace(master, frames=tuple(frames.values()))


def _lend(frames: dict[str, Frame], text: str, picture: str, lines: int, layout: Layout) -> None:
    """Let the frame called *picture* lend to the one called *text*, if they are tied and it can."""
    lender, borrower = frames[picture], frames[text]
    lent = lines * layout.grid.baseline
    height = layout.trim.height - lender.box.bottom - (lender.box.top or layout.grid.head)
    if lent > height / 2 or lender.lent:
        return
    if _leads_to(lender, text, frames):
        frames[text] = replace(borrower, box=_lower(borrower.box, lent))
        frames[picture] = replace(lender, lent=lent)
        return
    beside = lender.level == text and any(borrower.drops)
    if beside:
        frames[text] = replace(borrower, drops=tuple(max(0, drop - lines) for drop in borrower.drops))
    if beside or _leads_to(borrower, picture, frames):
        frames[picture] = replace(lender, box=_lower(lender.box, -lent), lent=lent)


def _leads_to(frame: Frame, other: str, frames: Mapping[str, Frame]) -> bool:
    """Whether *frame* follows the one called *other*, with whatever stands between."""
    name = frame.after
    while name and name != other:
        name = frames[name].after
    return bool(name)


def _lower(box: Box, by: Pt) -> Box:
    """*box* with its foot further down."""
    return replace(box, bottom=box.bottom - by)


# ---------------------------------------------------------------- what is told


def told(leeway: Leeway, tightened: int, part: Part) -> Iterator[Diagnostic]:
    """What was given up, at the place of each block that stays out, else at the part's own."""
    blocks = optional_blocks(part)
    for block in blocks[len(blocks) - leeway.drop :]:
        message = Words(
            "there is no room for this optional block; it is left out", "排不下，此块（optional）未排入"
        )
        hint = Words("shorten the section to have it back", "把本节缩短一些，它就会排入")
        yield warning("pagination/dropped", message, block.span, hint)
    if leeway.lend:
        message = Words(
            f"pictures of this section are up to {leeway.lend} lines less high, so that its text fits",
            f"为排下正文，本节与正文相接的图最多矮了 {leeway.lend} 行",
        )
        yield note("pagination/smaller-picture", message, part.span)
    if tightened:
        message = Words(
            f"{tightened} paragraphs of this section are set a line shorter, so that it fits",
            f"为排得下，本节有 {tightened} 段各收紧了一行",
        )
        yield note("pagination/tightened", message, part.span)
