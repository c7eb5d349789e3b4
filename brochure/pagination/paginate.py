"""Pages from a brochure and a layout: parts, sequences, then numbers, contents and furniture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from brochure.composition import Faces
from brochure.content.model import Brochure
from brochure.diagnostics import Diagnostic, Words, error
from brochure.display import Outline
from brochure.layout.model import Layout
from brochure.pagination.account import account_of
from brochure.pagination.finished import finished
from brochure.pagination.fit import choose_sequences
from brochure.pagination.joined import joined
from brochure.pagination.page import Pagination
from brochure.pagination.parts import Part, parts_of
from brochure.pagination.setting import Compose, Loosen, Setting, Upright
from brochure.pagination.unsaid import unsaid


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
    for draft in drafts:
        draft.settle()
    later: list[Diagnostic] = []
    pages = finished(chosen, setting, faces, later)
    outlines = tuple(
        Outline(title=mark.title, level=mark.level, page=number, at=mark.at)
        for number, draft in enumerate(drafts, start=1)
        for mark in draft.outlines
    )
    return Pagination(
        pages=pages,
        outlines=outlines,
        findings=(*noted, *findings, *_once(later), *unsaid(drafts, parts, brochure, layout)),
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


def _once(findings: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """*findings* without repeats: a running head says the same on every page."""
    return tuple(dict.fromkeys(findings))
