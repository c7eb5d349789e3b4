"""Checks of what is drawn or must be licensed: maps, codes, cut-outs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from brochure.diagnostics import Diagnostic, Severity, Words
from brochure.display import GlyphRun, Panel, Picture, Shape
from brochure.geometry import Rect, in_mm
from brochure.pagination import Page
from brochure.preflight.checks import SLACK, Check, Proof, finding
from brochure.preflight.extent import extent

# A drawn edge leaves less than this share of a cut-out's pixels half transparent; hair and shadow leave more.
SOFT: Final = 0.05


def map_approval(page: Page, job: Proof) -> Iterator[Diagnostic]:
    """A map is printed under the number it was approved by, 审图号 (69)."""
    for mark in page.display.marks:
        if isinstance(mark, Picture) and mark.approval == "":
            yield finding(
                Severity.ERROR,
                "preflight/map-without-approval",
                Words(f"the map `{mark.file}` has no approval number", f"地图 `{mark.file}` 没有审图号"),
                mark,
                page,
                job,
                Words(
                    "add `approval: …` as approved; a sketch that needs no approval is `kind: illustration`",
                    "请照批准书补上 `approval: …`；依规定不必送审的示意图写 `kind: illustration`",
                ),
            )


def map_number(page: Page, job: Proof) -> Iterator[Diagnostic]:
    """The approval number stands on the page that shows the map (70)."""
    for mark in page.display.marks:
        if not isinstance(mark, Picture) or not mark.approval:
            continue
        beside = "".join(
            run.text for run in page.display.marks if isinstance(run, GlyphRun) and run.span == mark.span
        )
        if "".join(mark.approval.split()) not in "".join(beside.split()):
            yield finding(
                Severity.ERROR,
                "preflight/map-number-hidden",
                Words(
                    f"the frame of the map `{mark.file}` prints no caption, so its approval number is lost",
                    f"地图 `{mark.file}` 所在的框不印图注，审图号没有印出来",
                ),
                mark,
                page,
                job,
                Words(
                    "choose another `opening`, or a picture style with a caption in the layout",
                    "换一个 opening，或在版式里给这个框用印图注的图片样式",
                ),
            )


def code_size(page: Page, job: Proof) -> Iterator[Diagnostic]:
    """The squares of a code are large enough for a telephone to read (71)."""
    least = job.layout.condition.min_module
    for mark in page.display.marks:
        if isinstance(mark, Shape) and 0 < mark.module < least - SLACK / 10:
            module, enough = in_mm(mark.module), in_mm(least)
            yield finding(
                Severity.ERROR,
                "preflight/small-code",
                Words(
                    f"the squares of this code are {module:.2f} mm; at least {enough:.2f} mm can be read",
                    f"二维码的小方格只有 {module:.2f} mm，至少 {enough:.2f} mm 才扫得出",
                ),
                mark,
                page,
                job,
                Words(
                    f"use a shorter address, or make the code {enough / module:.1f} times as large",
                    f"请改用短网址，或在版式里把码放大到 {enough / module:.1f} 倍",
                ),
            )


def code_clear(page: Page, job: Proof) -> Iterator[Diagnostic]:
    """Nothing stands in the quiet zone of a code (73)."""
    for number, mark in enumerate(page.display.marks):
        if not isinstance(mark, Shape) or not mark.module:
            continue
        zone = _quiet_zone(mark)
        texts = (run for run in page.display.marks if isinstance(run, GlyphRun))
        over = (other for other in page.display.marks[number + 1 :] if isinstance(other, Picture | Panel))
        covers = [extent(run) for run in texts] + [other.box for other in over]
        if any(_overlap(box, zone) for box in covers):
            yield finding(
                Severity.ERROR,
                "preflight/code-covered",
                Words("something stands in the quiet zone of this code", "二维码四周的静区里有别的东西"),
                mark,
                page,
                job,
                Words(
                    "give its frame more room in the layout: four modules of white on every side",
                    "请在版式里给它的框留足位置：四边各留四格空白",
                ),
            )


def _quiet_zone(code: Shape) -> Rect:
    """The code and four modules around it (ISO/IEC 18004, 6.3.8), a hair less for rounding."""
    xs = [value for _, places in code.path for value in places[::2]]
    ys = [value for _, places in code.path for value in places[1::2]]
    reach = 4 * code.module - SLACK
    left, top = code.at.x + min(xs) - reach, code.at.y + min(ys) - reach
    return Rect(left, top, max(xs) - min(xs) + 2 * reach, max(ys) - min(ys) + 2 * reach)


def _overlap(one: Rect, two: Rect) -> bool:
    return one.x < two.right and two.x < one.right and one.y < two.bottom and two.y < one.bottom


def soft_cutout(page: Page, job: Proof) -> Iterator[Diagnostic]:
    """A cut-out has an edge that a path can follow (72)."""
    for mark in page.display.marks:
        if isinstance(mark, Picture) and mark.cutout and job.images[mark.file].soft > SOFT:
            soft = job.images[mark.file].soft
            yield finding(
                Severity.WARNING,
                "preflight/soft-cutout",
                Words(
                    f"{soft:.0%} of the cut-out `{mark.file}` is half transparent and will get a hard edge",
                    f"去底图 `{mark.file}` 有 {soft:.0%} 是半透明的，印出来会成硬边",
                ),
                mark,
                page,
                job,
                Words(
                    "cut hair and shadows out cleanly, or place it as a picture with its ground",
                    "请把发丝、阴影修干净，或连底色作普通图片用",
                ),
            )


CHECKS: Final[tuple[Check, ...]] = (map_approval, map_number, code_size, code_clear, soft_cutout)
