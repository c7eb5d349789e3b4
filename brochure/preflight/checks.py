"""One function per check, on finished pages, before anything is printed: every finding names the author's
YAML line.

Numbers in brackets are those of the check inventory in docs/press.md; limits come from the press condition
and the layout.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from brochure.color import Cmyk, Ink
from brochure.diagnostics import Diagnostic, Severity, Words
from brochure.display import GlyphRun, Mark, Panel, Picture, Rule, Shape
from brochure.fonts import FaceLike
from brochure.geometry import Pt, Rect, in_mm
from brochure.images import ImageFile, effective_ppi
from brochure.layout import Layout
from brochure.pagination import Page
from brochure.preflight.extent import distance, extent, ink_extent

# Black this dark together with colour is 四色黑: it misregisters into coloured fringes (GWG 2022 R0015).
RICH_BLACK = 0.85
RICH_TOTAL = 2.80
# Below this no picture is worth a word: a hairline of rounding.
SLACK: Pt = 0.05


class Check(Protocol):
    """A check of one page."""

    def __call__(self, page: Page, job: Proof, /) -> Iterator[Diagnostic]:
        """What is wrong on *page*."""


class Proof:
    """What the checks are made against."""

    def __init__(
        self, faces: Mapping[str, FaceLike], images: Mapping[str, ImageFile], layout: Layout
    ) -> None:
        self.faces, self.images, self.layout = faces, images, layout
        self.trim = Rect(0, 0, layout.trim.width, layout.trim.height)


def resolution(page: Page, job: Proof) -> Iterator[Diagnostic]:
    """Pictures print finely enough (37)."""
    condition = job.layout.condition
    for mark in page.display.marks:
        if not isinstance(mark, Picture):
            continue
        ppi = effective_ppi(job.images[mark.file].pixels, mark.crop, mark.box)
        if ppi >= condition.ppi_warning:
            continue
        severity = Severity.ERROR if ppi < condition.ppi_error else Severity.WARNING
        widest = in_mm(mark.box.width) * ppi / condition.ppi
        yield finding(
            severity,
            "preflight/low-resolution",
            Words(
                f"`{mark.file}` prints at {ppi:.0f} ppi; this press needs {condition.ppi:.0f}",
                f"`{mark.file}` 的有效分辨率只有 {ppi:.0f} ppi，付印需要 {condition.ppi:.0f}",
            ),
            mark,
            page,
            job,
            Words(
                f"place it no wider than {widest:.0f} mm, or supply a larger file",
                f"缩到 {widest:.0f} mm 宽以内，或换更大的原图",
            ),
        )


def total_ink(page: Page, job: Proof) -> Iterator[Diagnostic]:
    """No ink of the design lies thicker than the press takes (20, 21)."""
    limit = job.layout.condition.total_ink
    for mark in page.display.marks:
        ink = _ink(mark)
        if ink is not None and ink.total > limit + 1e-9:
            yield finding(
                Severity.ERROR,
                "preflight/too-much-ink",
                Words(
                    f"an ink of {ink.total:.0%} in all; this press takes {limit:.0%}",
                    f"油墨总量 {ink.total:.0%}，超过印刷条件的 {limit:.0%}",
                ),
                mark,
                page,
                job,
                Words("lighten it in the layout's palette", "请在版式的 palette 里调浅"),
            )


def rich_black(page: Page, job: Proof) -> Iterator[Diagnostic]:
    """Text is never four-colour black (25)."""
    for mark in page.display.marks:
        ink = _ink(mark)
        if not isinstance(mark, GlyphRun) or not isinstance(ink, Cmyk):
            continue
        if ink.k >= RICH_BLACK and ink.total > RICH_TOTAL:
            yield finding(
                Severity.ERROR,
                "preflight/rich-black-text",
                Words(f"text in four-colour black: “{_short(mark)}”", f"文字用了四色黑：“{_short(mark)}”"),
                mark,
                page,
                job,
                Words("set it in black alone: `0/0/0/100`", "请改为单黑 `0/0/0/100`"),
            )


def small_text(page: Page, job: Proof) -> Iterator[Diagnostic]:
    """Text is large enough to print clean; reversed or of several inks, larger still (33)."""
    condition = job.layout.condition
    for mark in page.display.marks:
        if not isinstance(mark, GlyphRun):
            continue
        several = _reversed_or_mixed(mark.ink)
        least = condition.min_reversed_text if several else condition.min_text
        if mark.size < least - SLACK:
            kind = (
                Words("reversed or multi-ink text", "反白或多色套印的文字")
                if several
                else Words("text", "文字")
            )
            yield finding(
                Severity.WARNING,
                "preflight/small-text",
                Words(
                    f"{kind.en} of {mark.size:.1f} pt; at least {least:g} pt prints clean: “{_short(mark)}”",
                    f"{kind.zh}只有 {mark.size:.1f} pt，至少 {least:g} pt 才印得清：“{_short(mark)}”",
                ),
                mark,
                page,
                job,
                Words("enlarge the style in the layout", "请在版式里加大该样式"),
            )


def thin_rules(page: Page, job: Proof) -> Iterator[Diagnostic]:
    """Rules are thick enough to hold on the plate (34)."""
    least = job.layout.condition.min_rule
    for mark in page.display.marks:
        if not isinstance(mark, Rule) and not (isinstance(mark, Shape) and mark.stroke):
            continue
        if mark.width < least - 0.001:
            yield finding(
                Severity.WARNING,
                "preflight/thin-rule",
                Words(
                    f"a rule of {mark.width:g} pt; at least {least:g} pt prints",
                    f"线粗 {mark.width:g} pt，至少 {least:g} pt",
                ),
                mark,
                page,
                job,
                Words("thicken it in the layout", "请在版式里加粗"),
            )


def missing_glyphs(page: Page, job: Proof) -> Iterator[Diagnostic]:
    """No tofu: glyph 0 never prints (30). Composition says it first; this is the second lock."""
    for mark in page.display.marks:
        if isinstance(mark, GlyphRun) and 0 in mark.glyphs:
            text = mark.texts[mark.glyphs.index(0)]
            yield finding(
                Severity.ERROR,
                "preflight/missing-glyph",
                Words(f"no glyph for “{text}” in {mark.face}", f"字体 {mark.face} 没有“{text}”的字形"),
                mark,
                page,
                job,
                Words("replace the character, or add a font that has it", "请换字，或添加收有此字的字体"),
            )


def safe_distance(page: Page, job: Proof) -> Iterator[Diagnostic]:
    """Text keeps away from the knife (36); over the trim it would be cut off."""
    safety = job.layout.safety
    for mark in page.display.marks:
        if not isinstance(mark, GlyphRun):
            continue
        near = distance(extent(mark), job.trim)
        if near < safety - SLACK:  # the ink itself only in doubt
            near = distance(ink_extent(mark, job.faces.get(mark.face)), job.trim)
        if near < -SLACK:
            yield finding(
                Severity.ERROR,
                "preflight/near-trim",
                Words(
                    f"text runs {in_mm(-near):.1f} mm over the trim and would be cut off: “{_short(mark)}”",
                    f"文字超出裁切边 {in_mm(-near):.1f} mm，会被裁掉：“{_short(mark)}”",
                ),
                mark,
                page,
                job,
                Words(
                    "shorten it, or move its frame inwards in the layout", "请缩短，或在版式里把它的框往里移"
                ),
            )
        elif near < safety - SLACK:
            yield finding(
                Severity.WARNING,
                "preflight/near-trim",
                Words(
                    f"text {in_mm(near):.1f} mm from the trim, not {in_mm(safety):.0f}: “{_short(mark)}”",
                    f"文字离裁切边 {in_mm(near):.1f} mm，安全距为 {in_mm(safety):.0f} mm：“{_short(mark)}”",
                ),
                mark,
                page,
                job,
                Words("move its frame inwards in the layout", "请在版式里把它的框往里移"),
            )


def full_bleed(page: Page, job: Proof) -> Iterator[Diagnostic]:
    """What reaches the trim reaches the bleed's edge on that side (45)."""
    bleed = job.layout.bleed
    for mark in page.display.marks:
        if not isinstance(mark, Picture | Panel):
            continue
        outside = (
            -mark.box.y,
            mark.box.right - job.trim.right,
            mark.box.bottom - job.trim.bottom,
            -mark.box.x,
        )
        if any(-SLACK <= reach < bleed - SLACK for reach in outside):
            yield finding(
                Severity.WARNING,
                "preflight/short-bleed",
                Words(
                    f"a picture or ground ends on the trim instead of {in_mm(bleed):.0f} mm beyond it",
                    f"图片或底色止于裁切边，应出血 {in_mm(bleed):.0f} mm",
                ),
                mark,
                page,
                job,
                Words("write `bleed` for that side of its box", "请把该框那一边写成 `bleed`"),
            )


CHECKS: tuple[Check, ...] = (
    resolution,
    total_ink,
    rich_black,
    small_text,
    thin_rules,
    missing_glyphs,
    safe_distance,
    full_bleed,
)


def finding(  # noqa: PLR0917  # what is wrong, in what, where, against what, what to do
    severity: Severity, code: str, message: Words, mark: Mark, page: Page, job: Proof, suggestion: Words
) -> Diagnostic:
    """A finding at the mark's place in the content; art and furniture have theirs in the layout."""
    master = job.layout.masters.get(page.master)
    span = mark.span or (master.span if master else None)
    return Diagnostic(
        severity=severity, code=code, message=message, span=span, suggestion=suggestion, page=page.number
    )


def _ink(mark: Mark) -> Ink | None:
    """The ink of *mark*; of a shape's two the heavier."""
    match mark:
        case Picture():
            return None
        case Shape():
            inks = [ink for ink in (mark.fill, mark.stroke) if ink]
            return max(inks, key=lambda ink: ink.total, default=None)
        case _:
            return mark.ink


def _reversed_or_mixed(ink: Ink) -> bool:
    """White out of a ground, or more than one plate to register."""
    return isinstance(ink, Cmyk) and sum(share > 0 for share in ink) != 1


def _short(run: GlyphRun) -> str:
    return run.text if len(run.text) <= 12 else run.text[:12] + "…"
