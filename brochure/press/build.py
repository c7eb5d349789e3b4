"""The whole program, in one function: read, set, page, proof and print one edition."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from brochure.composition import compose_block
from brochure.content import Brochure, Handout, load_brochure, metadata, photos, select
from brochure.diagnostics import Diagnostic, refuse_if_fatal
from brochure.display import Picture
from brochure.geometry import in_mm
from brochure.images import ImageFile, PressInks, Raster, prepare
from brochure.imposition import OneUp, impose
from brochure.inspection import reread
from brochure.layout import Layout, PressCondition
from brochure.pagination import Pagination, paginate
from brochure.pdf import write_pdf
from brochure.preflight import preflight
from brochure.press.cache import Cache
from brochure.press.job import Job, Printed
from brochure.press.shop import find_layout, layout_of, open_faces, survey
from brochure.press.stopwatch import Stopwatch

Progress = Callable[[str, int, int], None]


def build(job: Job, cache: Cache, progress: Progress | None = None) -> Printed:
    """The bytes of one edition and what was found on the way.

    *progress* hears the stage and how far it is, for those who watch. Raises `BrochureError` with every
    fault of the stage that cannot go on; nothing is written here.
    """
    watch = Stopwatch(progress)
    brochure = select(load_brochure(job.content, job.shown_as), job.edition)
    layout = find_layout(
        layout_of(brochure, job.layout, isinstance(job.edition, Handout)), job.project, brochure.span
    )
    watch.lap("read")
    library, faces = open_faces(layout, job.project)
    images = survey(photos(brochure), job.project, cache)
    watch.lap("survey")
    compose = partial(compose_block, faces=library, keep=brochure.keep)
    pagination = paginate(brochure, layout, compose, library, images)
    watch.lap("set")
    findings = (*pagination.findings, *preflight(pagination.pages, faces, images, layout))
    refuse_if_fatal(findings)
    watch.lap("preflight")
    rasters = _rasters(pagination, images, layout.condition, cache, watch)
    watch.lap("pictures")
    surfaces = impose(tuple(page.display for page in pagination.pages), OneUp(), layout.bleed)
    data = write_pdf(
        surfaces, faces, rasters.__getitem__, metadata(brochure), layout.condition, pagination.outlines
    )
    refuse_if_fatal(reread(data, len(pagination.pages)))
    watch.lap("write")
    return Printed(
        name=_name(brochure, layout, job),
        data=data,
        pages=len(pagination.pages),
        trim_mm=(in_mm(layout.trim.width), in_mm(layout.trim.height)),
        bleed_mm=in_mm(layout.bleed),
        findings=findings,
        laps=watch.laps,
    )


def check(job: Job, cache: Cache) -> tuple[Diagnostic, ...]:
    """Every finding of an edition, without preparing pictures or writing anything; raises like `build`."""
    brochure = select(load_brochure(job.content, job.shown_as), job.edition)
    layout = find_layout(
        layout_of(brochure, job.layout, isinstance(job.edition, Handout)), job.project, brochure.span
    )
    library, faces = open_faces(layout, job.project)
    images = survey(photos(brochure), job.project, cache)
    compose = partial(compose_block, faces=library, keep=brochure.keep)
    pagination = paginate(brochure, layout, compose, library, images)
    return (*pagination.findings, *preflight(pagination.pages, faces, images, layout))


def _rasters(
    pagination: Pagination,
    images: dict[str, ImageFile],
    condition: PressCondition,
    cache: Cache,
    watch: Stopwatch,
) -> dict[Picture, Raster]:
    """The print-ready pixels of every placed picture."""
    inks = PressInks(
        icc=condition.icc.read_bytes(),
        icc_digest=condition.icc_digest,
        total_ink=condition.total_ink,
        ppi=condition.ppi,
    )
    placed = [mark for page in pagination.pages for mark in page.display.marks if isinstance(mark, Picture)]
    rasters: dict[Picture, Raster] = {}
    for done, mark in enumerate(placed, start=1):
        rasters[mark] = prepare(images[mark.file], mark.crop, mark.box, inks, cache, mark.span)
        watch.tell("pictures", done, len(placed))
    return rasters


def _name(brochure: Brochure, layout: Layout, job: Job) -> str:
    """The output's name.

    The printer's habit of size and kind for the press file, number and section for a handout.
    """
    if isinstance(job.edition, Handout):
        return f"handouts/{job.edition.number:02d}-{job.edition.section}.pdf"
    width, height = round(in_mm(layout.trim.width)), round(in_mm(layout.trim.height))
    return f"{brochure.slug}_{width}x{height}_press.pdf"
