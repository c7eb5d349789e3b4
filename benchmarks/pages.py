"""Pages: what the chosen layout costs against greedy placing, white at page feet, pictures near their text,
speed.

Specimens are the shipped content files; the long documents repeat the Xining text with its pictures, tens
and hundreds of sections long. Times are CPU seconds of pagination with composition, in one process, galleys
not kept between runs.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.bench_folder import ROOT, table
from brochure.composition import compose_block
from brochure.content import Brochure, Section, load_brochure, photos
from brochure.display import GlyphRun
from brochure.fonts import FontLibrary
from brochure.images import ImageFile, survey_file
from brochure.layout import Layout, load_layout
from brochure.pagination import Page, Pagination, paginate

REPEATS: Final = (1, 10, 100)


def report() -> str:
    """The tables."""
    specimens = sorted((ROOT / "content").glob("*.yaml"))
    white = "worst white at a foot, mm"
    short = table(
        ("specimen", "pages", "cost", "greedy", white, "off the grid, pt", "findings"),
        [_compared(path) for path in specimens],
    )
    long = table(
        ("repeated", "pages", "CPU s", "ms a page", "greedy CPU s", "far pictures", "overset"),
        list(_long_documents()),
    )
    return f"{short}\n\n{long}"


def _compared(path: Path) -> list[str]:
    brochure = load_brochure(path, path.name)
    layout = _layout(brochure.layout)
    best, first = (_paged(brochure, layout, greedy=greedy) for greedy in (False, True))
    return [
        path.stem,
        str(len(best.pages)),
        f"{_cost(best):g}",
        f"{_cost(first):g}",
        f"{_worst_white(best, layout):.1f}",
        f"{_off_grid(best.pages, layout):.2f}",
        str(len(best.findings)),
    ]


def _long_documents() -> Iterator[list[str]]:
    brochure = load_brochure(ROOT / "content" / "xining.yaml", "xining.yaml")
    layout = _layout("civic-16k")
    for times in REPEATS:
        content = replace(brochure, sections=tuple(_again(brochure.sections, times)))
        laps, results = [], []
        for greedy in (False, True):
            page = _paging(content, layout, greedy=greedy)
            since = time.process_time()
            results.append(page())
            laps.append(time.process_time() - since)
        pages = len(results[0].pages)
        overset = sum(finding.code == "pagination/overset" for finding in results[0].findings)
        far = sum(
            measure for part in results[0].account for name, measure, _ in part.paid if name == "far-picture"
        )
        yield [
            f"{times}×",
            str(pages),
            f"{laps[0]:.3f}",
            f"{laps[0] / pages * 1000:.2f}",
            f"{laps[1]:.3f}",
            f"{far:g}",
            str(overset),
        ]


def _again(sections: tuple[Section, ...], times: int) -> Iterator[Section]:
    """*sections* so many times over, each block a value of its own, so that no galley is kept for another."""
    for number in range(times):
        for section in sections:
            blocks = tuple(replace(block) for block in section.blocks)
            yield replace(section, slug=f"{section.slug}-{number}", blocks=blocks)


def _paged(brochure: Brochure, layout: Layout, *, greedy: bool) -> Pagination:
    return _paging(brochure, layout, greedy=greedy)()


def _paging(brochure: Brochure, layout: Layout, *, greedy: bool) -> Callable[[], Pagination]:
    """Pagination ready to run: files read, fonts known."""
    faces = FontLibrary.read(ROOT / "fonts")
    compose = partial(compose_block, faces=faces, keep=brochure.keep)
    return partial(paginate, brochure, layout, compose, faces, _facts(brochure), greedy=greedy)


def _facts(brochure: Brochure) -> dict[str, ImageFile]:
    files = {}
    for photo in photos(brochure):
        if photo.file not in files:
            path = ROOT / "images" / photo.file
            files[photo.file] = survey_file(path, path.read_bytes(), photo.file, photo.span)
    return files


def _layout(name: str) -> Layout:
    path = ROOT / "layouts" / f"{name}.yaml"
    return load_layout(path, path.name, (ROOT / "layouts" / "conditions",))


def _cost(pagination: Pagination) -> float:
    return sum(part.cost for part in pagination.account)


def _worst_white(pagination: Pagination, layout: Layout) -> float:
    """The most white a page leaves below its lowest content, above the type area's foot, in mm."""
    foot = layout.grid.line_foot(layout.grid.lines)
    whites = [
        max(0.0, foot - max(placement.box.bottom for placement in page.placements))
        for page in pagination.pages
        if page.placements
    ]
    return max(whites, default=0.0) / 72 * 25.4


def _off_grid(pages: tuple[Page, ...], layout: Layout) -> float:
    """The furthest that a line of body text stands off the baseline grid, in points."""
    grid = layout.grid
    first = grid.head + 0.88 * grid.size
    worst = 0.0
    for page in pages:
        for mark in page.display.marks:
            if (
                isinstance(mark, GlyphRun)
                and abs(mark.size - grid.size) < 0.01
                and not mark.ys
                and not mark.turn
            ):
                off = (mark.at.y - first) % grid.baseline
                worst = max(worst, min(off, grid.baseline - off))
    return worst
