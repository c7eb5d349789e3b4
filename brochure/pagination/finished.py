"""Pages finished once their numbers are known: contents, furniture, and all layers in painting order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from typing import Final, NamedTuple, TypeAlias

from brochure.composition import Faces, Galley, compose_contents
from brochure.content.model import Title
from brochure.diagnostics import Diagnostic
from brochure.display import DisplayList, Mark, moved
from brochure.geometry import Pt, Rect
from brochure.layout.model import Frame, Theme
from brochure.layout.styles import ContentsStyle
from brochure.pagination.draft import Draft
from brochure.pagination.furniture import (
    Folio,
    art_marks,
    furniture_marks,
    line_over,
    words_title,
    written_at,
)
from brochure.pagination.laid import Laid
from brochure.pagination.overset import block_over
from brochure.pagination.page import Page, Placement
from brochure.pagination.setting import Setting, findings_of

MOST_COLUMNS: Final = 3  # of a list of contents
FIT: Final = 6.0  # points that a list may stand over its frame: the last row's white
Entries: TypeAlias = tuple[tuple[Title, str], ...]
"""What a list of contents says: titles, each with the page it stands on."""


class _Sheet(NamedTuple):
    """A page on its way out: where it stands in the edition and in its part, and what its contents would
    list: the headings of its own section, or the parts of the brochure.
    """

    draft: Draft
    folio: Folio
    first: bool
    last: bool
    entries: Entries

    def prints(self, frame: Frame) -> bool:
        """Whether *frame* of the furniture belongs on this page."""
        return {"": True, "first": self.first, "last": self.last}[frame.only]


def finished(
    chosen: tuple[Laid, ...], setting: Setting, faces: Faces, findings: list[Diagnostic]
) -> tuple[Page, ...]:
    """All pages of the parts as they were *chosen*; what is noticed goes to *findings*."""
    return tuple(_page(sheet, setting, faces, findings) for sheet in _sheets(chosen))


def _sheets(chosen: tuple[Laid, ...]) -> Iterator[_Sheet]:
    extent = sum(len(laid.pages) for laid in chosen)
    starts = [sum(len(laid.pages) for laid in chosen[:place]) + 1 for place in range(len(chosen))]
    whole = tuple(entry for laid, start in zip(chosen, starts, strict=True) for entry in _titles(laid, start))
    for laid, start in zip(chosen, starts, strict=True):
        own = tuple(_headings(laid, start))
        for place, draft in enumerate(laid.pages):
            yield _Sheet(
                draft=draft,
                folio=Folio(start + place, extent),
                first=place == 0,
                last=place == len(laid.pages) - 1,
                entries=own if draft.part.number else whole,
            )


def _titles(laid: Laid, start: int) -> Iterator[tuple[Title, str]]:
    """The part's title, if it is listed and printed, with the page it stands on; *start* is its first."""
    for number, draft in enumerate(laid.pages, start):
        part = draft.part
        if part.kind in ("section", "closing") and part.title:
            yield from ((part.title, str(number)) for mark in draft.outlines if mark.level == 1)


def _headings(laid: Laid, start: int) -> Iterator[tuple[Title, str]]:
    """The headings of the part, those of the first level, with their pages."""
    for number, draft in enumerate(laid.pages, start):
        yield from ((Title(text=mark.title), str(number)) for mark in draft.outlines if mark.level == 2)


def _page(sheet: _Sheet, setting: Setting, faces: Faces, findings: list[Diagnostic]) -> Page:
    """A page: grounds, pictures, art over them, text, furniture, in painting order."""
    draft, layout = sheet.draft, setting.layout
    theme = layout.theme(draft.part.theme)
    marks: list[Mark] = art_marks(draft.master.art, draft.side, theme, setting)
    marks += draft.pictures
    marks += art_marks(draft.master.front, draft.side, theme, setting)
    marks += draft.text_marks()
    placements = list(draft.placements)
    for frame, box in draft.later:
        columns = _contents(sheet.entries, theme.contents[frame.style], box, setting, faces)
        tallest = max(columns, key=_height)
        spare = box.height - _height(tallest)
        if spare < -FIT:
            findings.append(block_over(tallest, frame, draft.master.name, -spare, frame.span))
        head = box.y + (max(0.0, spare) if frame.align == "bottom" else 0.0)
        for number, galley in enumerate(columns):
            x, y = box.x + number * (galley.measure + setting.layout.grid.gutter), head
            for strip in galley.strips:
                marks += [moved(mark, x, y, frame.span) for mark in strip.marks]
                y += strip.height
            findings += findings_of(galley.remarks, setting.brochure.span)
        y = head + _height(tallest)
        placements.append(Placement(frame=frame.name, box=Rect(box.x, head, box.width, y - head), span=None))
    for frame in filter(sheet.prints, draft.master.furniture):
        marks += _furniture(frame, sheet, theme, setting, faces, findings)
    return Page(
        number=sheet.folio.page,
        master=draft.master.name,
        display=DisplayList(size=layout.trim, marks=tuple(marks)),
        placements=tuple(placements),
        part=draft.part.kind,
        section=draft.part.number,
        label=f"{draft.part.number:02d}-{draft.part.slug}" if draft.part.number else "",
    )


def _contents(
    entries: Entries, style: ContentsStyle, box: Rect, setting: Setting, faces: Faces
) -> tuple[Galley, ...]:
    """The list of contents in *box*: its rows as close as they must be, down to the titles' leading; then in
    two columns, or three.
    """
    gutter, keep = setting.layout.grid.gutter, setting.brochure.keep
    columns: tuple[Galley, ...] = ()
    for count in range(1, MOST_COLUMNS + 1):
        share = max(1, ceil(len(entries) / count))
        close = replace(style, row=max(style.title.leading, min(style.row, box.height / share)))
        width = (box.width - (count - 1) * gutter) / count
        columns = tuple(
            compose_contents(entries[at : at + share], close, width, faces, keep, first=at)
            for at in range(0, max(1, len(entries)), share)
        )
        if max(map(_height, columns)) <= box.height + FIT:
            break
    return columns


def _height(galley: Galley) -> Pt:
    return sum(strip.height for strip in galley.strips)


def _furniture(  # a frame on a numbered page, and what setting its words asks for
    frame: Frame, sheet: _Sheet, theme: Theme, setting: Setting, faces: Faces, findings: list[Diagnostic]
) -> tuple[Mark, ...]:
    draft = sheet.draft
    words = words_title(frame.words, draft.part, setting, sheet.folio).text
    if not words:
        return ()
    box = frame.box.on(setting.layout.trim, draft.side, 0.0)
    marks, line = furniture_marks(frame, box, words, theme, faces)
    findings += findings_of(line.remarks, draft.part.span)
    if not frame.vertical and line.width > box.width + 0.5:
        span = written_at(frame.words, draft.part, setting)
        findings.append(line_over(frame, line.width - box.width, theme, span))
    return tuple(moved(mark, 0, 0, frame.span) for mark in marks)
