"""What the author gave and the chosen pages do not print: told, so that nothing is left out in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brochure.content.model import Brochure
from brochure.diagnostics import Diagnostic, Words, note, warning
from brochure.layout.model import Layout
from brochure.pagination.draft import Draft
from brochure.pagination.parts import Part
from brochure.pagination.progress import Progress


def spared(left: Progress) -> Iterator[Diagnostic]:
    """The pictures of *left* that a layout with ``spare-photos`` had no frame for."""
    for what, blocks in (
        (Words("picture", "幅图"), left.photos),
        (Words("group of pictures", "组图"), left.groups),
    ):
        for block in blocks:
            message = Words(
                f"there is no frame for this {what.en}; it stays out", f"没有框放这{what.zh}，未排入"
            )
            yield note("pagination/picture-left-out", message, block.span)


def unsaid(
    drafts: Sequence[Draft], parts: Sequence[Part], brochure: Brochure, layout: Layout
) -> Iterator[Diagnostic]:
    """Titles of sections, the cover's line and the credits that no page of *drafts* has a place for.

    A handout says nothing of the cover and prints of the credits what suits it; so does a card.
    """
    masters = {id(draft.master): draft.master for draft in drafts}.values()
    words = "".join(frame.words for master in masters for frame in (*master.frames, *master.furniture))
    printed = {
        id(draft.part.title)
        for draft in drafts
        if "{section}" in words or any(mark.level == 1 for mark in draft.outlines)
    }
    said = {title.text for title in (brochure.title, brochure.subtitle) if title}
    for part in parts:
        if part.kind not in ("section", "closing") or not part.title or part.title.text in said:
            continue
        if id(part.title) not in printed:
            message = Words(
                f"the pages of `{layout.name}` have no place for this title",
                f"版式 `{layout.name}` 的页上没有放这个标题的地方",
            )
            yield warning("pagination/title-left-out", message, part.title.span or part.span)
    if brochure.cover is None or layout.cards:
        return
    given, cover = brochure.credits, brochure.cover
    for name, what, text, span in (
        ("line", Words("the line of the cover", "封面小字"), cover.line, cover.span),
        ("issuer", Words("the issuer", "编印单位"), given.issuer, given.span),
        ("date", Words("the date", "日期"), given.date, given.span),
        ("source", Words("the source", "数据来源"), given.source, given.span),
        ("note", Words("the note", "附注"), given.note, given.span),
    ):
        if text and f"{{{name}}}" not in words:
            message = Words(
                f"the layout `{layout.name}` does not print {what.en}", f"版式 `{layout.name}` 不印{what.zh}"
            )
            yield note("pagination/words-left-out", message, span)
