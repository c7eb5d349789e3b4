"""Pages: what the chosen layout costs against greedy placing, white at page feet, pictures near their text,
speed.

Specimens are the shipped content files and their handouts; the long documents repeat the Xining text with its
pictures, tens and hundreds of sections long. Times are CPU seconds in one process, the collector at rest as
in a build: of pagination with composition, galleys not kept between runs, and of pagination alone, every
block composed before. Greedy takes the first sequence that has room for all, and the first page that comes.
"""

import gc
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.bench_folder import ROOT, table
from benchmarks.stress import document
from brochure.composition import Galley, Measures, Style, compose_block
from brochure.content import Brochure, Section, handouts, load_brochure, parse_brochure, photos, select
from brochure.content.model import Block, Title
from brochure.display import GlyphRun
from brochure.fonts import FontLibrary
from brochure.images import ImageFile, survey_file
from brochure.layout import Layout, load_layout
from brochure.pagination import Page, Pagination, paginate
from brochure.press.shop import HANDOUT_LAYOUT

REPEATS: Final = (1, 10, 100)
LOTS: Final = 60


def report() -> str:
    """The tables."""
    specimens = sorted((ROOT / "content").glob("*.yaml"))
    gc.disable()
    short = table(
        (
            "specimen",
            "pages",
            "cost",
            "greedy",
            "white at a foot, mm: median",
            "worst",
            "off the grid, pt",
            "furthest picture, pages",
            "findings",
        ),
        [row for path in specimens for row in _compared(path)],
    )
    head = (
        *("document", "pages", "CPU s", "ms a page", "pages alone, s", "greedy CPU s", "cost", "greedy"),
        *("furthest picture, pages", "greedy", "overset"),
    )
    long = table(head, list(_long_documents()))
    gc.enable()
    return f"{short}\n\n{long}"


def _compared(path: Path) -> Iterator[list[str]]:
    """The whole specimen, then its handouts together."""
    whole = load_brochure(path, path.name)
    layout = _layout(whole.layout)
    yield _row(path.stem, layout, [whole])
    home = _layout(whole.handout_layout or HANDOUT_LAYOUT)
    yield _row(
        f"{path.stem}, handouts", home, [_at_home(select(whole, each), home) for each in handouts(whole)]
    )


def _at_home(handout: Brochure, layout: Layout) -> Brochure:
    """*handout* in the themes that *layout* has, one page or more."""
    sections = (
        section if section.theme in layout.themes else replace(section, theme="")
        for section in handout.sections
    )
    return replace(handout, sections=tuple(sections))


def _row(name: str, layout: Layout, editions: list[Brochure]) -> list[str]:
    if editions[0].cover is None:
        layout = replace(layout, page_multiple=1)
    best, first = ([_paged(each, layout, greedy=greedy) for each in editions] for greedy in (False, True))
    whites = [white for paged in best for white in _whites(paged, layout)]
    pages = tuple(page for paged in best for page in paged.pages)
    return [
        name,
        str(len(pages)),
        f"{sum(_cost(paged, layout) for paged in best):g}",
        f"{sum(_cost(paged, layout) for paged in first):g}",
        f"{median(whites):.1f}",
        f"{max(whites):.1f}",
        f"{_off_grid(pages, layout):.2f}",
        f"{max(map(_furthest, best)):g}",
        str(sum(len(paged.findings) for paged in best)),
    ]


def _long_documents() -> Iterator[list[str]]:
    """The Xining text over and over, then sections with paragraphs and pictures by lot."""
    brochure = load_brochure(ROOT / "content" / "xining.yaml", "xining.yaml")
    layout = _layout("civic-16k")
    for times in REPEATS:
        again = replace(brochure, sections=tuple(_again(brochure.sections, times)))
        yield _measured(f"{times}×", again, layout)
    lots = parse_brochure(json.dumps(document(LOTS), ensure_ascii=False), "lots.yaml")
    yield _measured(f"{LOTS} sections by lot", lots, layout)


def _measured(name: str, content: Brochure, layout: Layout) -> list[str]:
    laps, results = [], []
    for page in _three_ways(content, layout):
        since = time.process_time()
        results.append(page())
        laps.append(time.process_time() - since)
    best, greedy = results[0], results[2]
    overset = sum(finding.code == "pagination/overset" for finding in best.findings)
    return [
        name,
        str(len(best.pages)),
        f"{laps[0]:.3f}",
        f"{laps[0] / len(best.pages) * 1000:.2f}",
        f"{laps[1]:.3f}",
        f"{laps[2]:.3f}",
        f"{_cost(best, layout):.0f}",
        f"{_cost(greedy, layout):.0f}",
        f"{_furthest(best):g}",
        f"{_furthest(greedy):g}",
        str(overset),
    ]


def _three_ways(content: Brochure, layout: Layout) -> Iterator[Callable[[], Pagination]]:
    """Paging from nothing, paging alone with every block composed before, greedy paging."""
    yield _paging(content, layout, greedy=False)
    kept: dict[tuple[int, int, float | Measures], Galley] = {}
    faces = FontLibrary.read(ROOT / "fonts")

    def compose(block: Block | Title, style: Style, measure: float | Measures) -> Galley:
        key = (id(block), id(style), measure)
        if key not in kept:
            kept[key] = compose_block(block, style, measure, faces=faces, keep=content.keep)
        return kept[key]

    alone = partial(paginate, content, layout, compose, faces, _facts(content))
    alone()
    yield alone
    yield _paging(content, layout, greedy=True)


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


def _cost(pagination: Pagination, layout: Layout) -> float:
    """What all parts paid, those that open like the one before, and pages missing from what the binding
    takes.
    """
    openings = [part.sequence for part in pagination.account]
    alike = sum(bool(here) and here == before for before, here in pairwise(openings))
    missing = -len(pagination.pages) % layout.page_multiple
    weights = layout.weights
    parts = sum(part.cost for part in pagination.account)
    return parts + alike * weights.same_opening + missing * weights.page_count


def _whites(pagination: Pagination, layout: Layout) -> list[float]:
    """The white that each page leaves below its lowest content, above the type area's foot, in mm."""
    foot = layout.grid.line_foot(layout.grid.lines)
    return [
        max(0.0, foot - max(placement.box.bottom for placement in page.placements)) / 72 * 25.4
        for page in pagination.pages
        if page.placements
    ]


def _furthest(pagination: Pagination) -> float:
    """How many pages the furthest picture stands from the text it follows."""
    return max((part.furthest_picture for part in pagination.account), default=0)


def _off_grid(pages: tuple[Page, ...], layout: Layout) -> float:
    """The furthest that a line of body text stands off the baseline grid, in points."""
    grid = layout.grid
    first = grid.head + 0.88 * grid.size
    worst = 0.0
    for page in pages:
        for mark in page.display.marks:
            if (
                isinstance(mark, GlyphRun)
                and not (mark.span and mark.span.file.startswith(layout.name))  # a folio of the text's size
                and abs(mark.size - grid.size) < 0.01
                and not mark.ys
                and not mark.turn
            ):
                off = (mark.at.y - first) % grid.baseline
                worst = max(worst, min(off, grid.baseline - off))
    return worst
