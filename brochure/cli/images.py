"""`brochure images`: the pages as PNG pictures, for a screen, an office document, a telephone."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from brochure.cli import options
from brochure.cli.command_line import usage_fault
from brochure.cli.desk import Desk
from brochure.cli.verb import Option, Outcome, Verb
from brochure.diagnostics import Words

if TYPE_CHECKING:
    from brochure.cli.jobs import Order
    from brochure.layout import ImageSize
    from brochure.press import Job, Printed

_FOLDER = "png"
_DPI = (18.0, 1200.0)


def run(asked: Namespace, desk: Desk) -> Outcome:
    """Print the edition and picture its pages. Raises `BrochureError` like `build`."""
    from dataclasses import replace

    from brochure.cli import jobs, report, summary  # the whole press, which `brochure --help` can do without
    from brochure.cli.progress import Progress
    from brochure.content import Handout, Whole
    from brochure.press import build

    project = jobs.project_of(asked.file, desk)
    order = jobs.Order(asked=asked, project=project, desk=desk)
    job = order.job(Handout(asked.section) if asked.section else Whole())
    layout, size = _size(asked, job)
    with Progress(desk) as progress:
        printed = build(replace(job, layout=layout, screen=True), jobs.cache_of(asked), progress)
        records = list(_written(order, printed, size, getattr(asked, "for") or ""))
    desk.remark(summary.work_line(printed, desk, progress.seconds))
    report.preflight(printed.findings, desk)
    if desk.style != "json":
        for record in records:
            desk.hand_over(str(record["path"]))
    return Outcome(findings=printed.findings, facts=(("images", records),))


def _size(asked: Namespace, job: "Job") -> tuple[str, "ImageSize"]:
    """The layout and the size that ``--for`` or ``--dpi`` ask for; 144 dpi when neither does."""
    from brochure.layout import ImageSize

    name = getattr(asked, "for")
    if name and asked.dpi:
        raise usage_fault(
            Words("`--for` has a size already; `--dpi` gives another", "`--for` 已定尺寸，不能再写 `--dpi`"),
            Words("leave one of them out", "请去掉其中一个"),
        )
    if name:
        from brochure.press.screens import sized

        return sized(job, name)
    return job.layout, ImageSize(dpi=_dpi(asked.dpi) if asked.dpi else 144)


def _dpi(word: str) -> float:
    with suppress(ValueError):
        if _DPI[0] <= float(word) <= _DPI[1]:
            return float(word)
    raise usage_fault(
        Words(f"`--dpi` cannot be `{word}`", f"`--dpi` 不能是 `{word}`"),
        Words("a number from 18 to 1200, such as 150", "18 到 1200 之间的数，如 150"),
    )


def _written(order: "Order", printed: "Printed", size: "ImageSize", name: str) -> Iterator[dict[str, object]]:
    """Each picture written, and what there is to say of it."""
    from hashlib import sha256

    from brochure.cli.jobs import destination
    from brochure.cli.project import typed
    from brochure.press import write_whole
    from brochure.press.screens import page_images, pixels_of

    width, height = pixels_of(printed, size)
    named = Path(_FOLDER, name) if name else Path(_FOLDER)
    for folio, (file, data) in zip(printed.folios, page_images(printed, size), strict=True):
        path = destination(order.asked.output, order.project, str(named / file))
        write_whole(path, data)
        yield {
            "path": typed(path),
            "page": folio,
            "width": width,
            "height": height,
            "bytes": len(data),
            "sha256": sha256(data).hexdigest(),
        }


VERB = Verb(
    name="images",
    says=Words("the pages as PNG pictures; cards for a telephone", "把各页导出为 PNG 图片；手机卡片"),
    run=run,
    examples=(
        ("brochure images", Words("every page, into out/png/", "每页一幅，写入 out/png/")),
        (
            "brochure images --for a4-png --pages 1-2",
            Words("two pages in a named size", "两页，按命名的尺寸"),
        ),
        (
            "brochure images --for wechat --section industry",
            Words("cards of a section: 1080 × 1440", "一节的卡片：1080 × 1440"),
        ),
    ),
    operand=options.FILE,
    options=(
        Option(
            flags=("--for",),
            value="SIZE",
            says=Words(
                "a named size: a4-png, wechat, or the layout's own", "命名的尺寸：a4-png、wechat 或版式自定的"
            ),
        ),
        Option(
            flags=("--dpi",),
            value="N",
            says=Words("pixels to the inch, 144 by default", "每英寸像素数，默认 144"),
        ),
        Option(flags=("--section",), value="SLUG", says=Words("this section's handout", "这一节的讲义")),
        Option(flags=("-o", "--output"), value="FOLDER", says=Words("a folder", "文件夹")),
        options.LAYOUT,
        options.PAGES,
        options.NO_CACHE,
    ),
)
