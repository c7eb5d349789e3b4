"""Pages from a brochure and a layout: parts, sequences, then numbers, contents and furniture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from brochure.composition import Faces, compose_contents
from brochure.content.model import Brochure, Title
from brochure.diagnostics import Diagnostic, Words, error
from brochure.display import DisplayList, Mark, Outline, moved
from brochure.geometry import Rect
from brochure.layout.model import Frame, Layout, Theme
from brochure.pagination.account import account_of
from brochure.pagination.draft import Draft
from brochure.pagination.fit import choose_sequences
from brochure.pagination.furniture import art_marks, furniture_marks, words_title
from brochure.pagination.joined import joined
from brochure.pagination.laid import Laid
from brochure.pagination.page import Page, Pagination, Placement
from brochure.pagination.parts import Part, parts_of
from brochure.pagination.setting import Compose, Loosen, Setting, Upright, findings_of


def paginate(  # what to page, in what, and the three that know blocks, faces and pictures
    brochure: Brochure,
    layout: Layout,
    compose: Compose,
    faces: Faces,
    images: Mapping[str, Upright],
    *,
    greedy: bool = False,
    loosen: Loosen | None = None,
) -> Pagination:
    """All pages of *brochure* in *layout*.

    *compose* sets one block to a measure; *images* knows each picture file by its name in the content;
    *greedy* takes the first way that comes, to compare the best with; *loosen* sets a paragraph a line
    shorter and longer. Faults (text that does not fit,
    blocks without a frame, characters without a glyph) come back as findings, all of them together.
    """
    setting = Setting(
        brochure=brochure, layout=layout, compose=compose, images=images, greedy=greedy, loosen=loosen
    )
    noted: list[Diagnostic] = []
    parts = tuple(_themed(part, layout, noted) for part in joined(parts_of(brochure), layout.plan))
    verdicts, findings = choose_sequences(parts, setting)
    chosen = tuple(verdict.chosen for verdict in verdicts)
    drafts = [draft for laid in chosen for draft in laid.pages]
    entries = _contents(chosen)
    later: list[Diagnostic] = []
    pages = tuple(
        _finish(draft, number, entries, setting, faces, later) for number, draft in enumerate(drafts, start=1)
    )
    outlines = tuple(
        Outline(title=mark.title, level=mark.level, page=number, at=mark.at)
        for number, draft in enumerate(drafts, start=1)
        for mark in draft.outlines
    )
    return Pagination(
        pages=pages,
        outlines=outlines,
        findings=(*noted, *findings, *_once(later)),
        account=account_of(verdicts),
    )


def _themed(part: Part, layout: Layout, findings: list[Diagnostic]) -> Part:
    """*part* with a theme the layout has: the author's, else its stage's; an unknown one is noted."""
    if part.theme in layout.themes:
        return part
    if part.theme:
        names = "、".join(layout.themes)
        message = Words(
            f"the layout `{layout.name}` has no theme `{part.theme}`",
            f"版式 `{layout.name}` 没有名为 `{part.theme}` 的主题",
        )
        hint = Words(f"known: {', '.join(layout.themes)}", f"可用：{names}")
        findings.append(error("pagination/unknown-theme", message, part.theme_at or part.span, hint))
    stage = next((stage for stage in layout.plan if stage.part == part.kind), None)
    return replace(part, theme=stage.theme if stage else "")


def _contents(chosen: tuple[Laid, ...]) -> tuple[tuple[Title, str], ...]:
    """Each titled part after the front with the page its title stands on."""
    entries = []
    number = 0
    for laid in chosen:
        for draft in laid.pages:
            number += 1
            if draft.outlines and draft.part.kind in ("section", "closing") and draft.part.title:
                entries.append((draft.part.title, str(number)))
    return tuple(entries)


def _finish(
    draft: Draft,
    number: int,
    entries: tuple[tuple[Title, str], ...],
    setting: Setting,
    faces: Faces,
    findings: list[Diagnostic],
) -> Page:
    """*draft* as page *number*: grounds, pictures, art over them, text, furniture, in painting order."""
    layout = setting.layout
    theme = layout.theme(draft.part.theme)
    marks: list[Mark] = art_marks(draft.master.art, draft.side, theme, setting)
    marks += draft.pictures
    marks += art_marks(draft.master.front, draft.side, theme, setting)
    marks += draft.text_marks()
    placements = list(draft.placements)
    for frame, box in draft.later:
        galley = compose_contents(
            entries, theme.contents[frame.style], box.width, faces, setting.brochure.keep
        )
        y = box.y
        for strip in galley.strips:
            marks += [moved(mark, box.x, y, frame.span) for mark in strip.marks]
            y += strip.height
        findings += findings_of(galley.remarks, setting.brochure.span)
        placements.append(
            Placement(frame=frame.name, box=Rect(box.x, box.y, box.width, y - box.y), span=None)
        )
    for frame in draft.master.furniture:
        marks += _furniture(frame, draft, number, theme, setting, faces, findings)
    return Page(
        number=number,
        master=draft.master.name,
        display=DisplayList(size=layout.trim, marks=tuple(marks)),
        placements=tuple(placements),
        part=draft.part.kind,
        section=draft.part.number,
    )


def _furniture(  # noqa: PLR0917  # a frame on a numbered page, and what setting its words asks for
    frame: Frame,
    draft: Draft,
    number: int,
    theme: Theme,
    setting: Setting,
    faces: Faces,
    findings: list[Diagnostic],
) -> tuple[Mark, ...]:
    words = words_title(frame.words, draft.part, setting, number).text
    if not words:
        return ()
    box = frame.box.on(setting.layout.trim, draft.side, 0.0)
    marks, line = furniture_marks(frame, box, words, theme, faces)
    findings += findings_of(line.remarks, draft.part.span)
    return tuple(moved(mark, 0, 0, frame.span) for mark in marks)


def _once(findings: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """*findings* without repeats: a running head says the same on every page."""
    return tuple(dict.fromkeys(findings))
