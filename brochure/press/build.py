"""The whole program, in one function: read, set, page, proof and print one edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from brochure.composition import Galley, Looseness, compose_block, compose_paragraph_variants
from brochure.content import (
    BodyText,
    Brochure,
    Edition,
    Handout,
    Section,
    cards,
    check,
    load_brochure,
    metadata,
    photos,
    select,
)
from brochure.diagnostics import Diagnostic, Severity, refuse_if_fatal
from brochure.fonts import Face
from brochure.geometry import Pt, in_mm
from brochure.images import ImageFile
from brochure.imposition import OneUp, impose
from brochure.inspection import reread
from brochure.layout import Layout
from brochure.layout.styles import ParagraphStyle
from brochure.pagination import Pagination, paginate
from brochure.pdf import write_pdf
from brochure.preflight import preflight
from brochure.press.cache import Cache
from brochure.press.extract import extract, suffix
from brochure.press.job import Job, Printed
from brochure.press.pictures import prepare_all
from brochure.press.pinpoint import pinpointed
from brochure.press.references import paginate_referring
from brochure.press.shop import WHOLE_LAYOUT, find_layout, open_faces, survey
from brochure.press.stopwatch import Stopwatch
from brochure.values import dataclass

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proofed:
    """An edition set and paged, with all that was found in it: everything that printing needs.

    *name* is that of its file, *title* what it is called, *stem* begins the names of files made of its single
    pages.
    """

    brochure: Brochure
    layout: Layout
    faces: Mapping[str, Face]
    images: Mapping[str, ImageFile]
    pagination: Pagination
    findings: tuple[Diagnostic, ...]
    name: str
    title: str
    stem: str

    def printed(
        self,
        data: bytes,
        pages: Pagination,
        laps: tuple[tuple[str, float], ...],
        *,
        bleed_mm: float,
        told: tuple[Diagnostic, ...] = (),
        cards: tuple[str, ...] = (),
    ) -> Printed:
        """The edition as *data*, of these *pages*, with what was found in it and what printing *told*."""
        return Printed(
            name=self.name,
            title=self.title,
            data=data,
            pages=len(pages.pages),
            trim_mm=(in_mm(self.layout.trim.width), in_mm(self.layout.trim.height)),
            bleed_mm=bleed_mm,
            findings=(*self.findings, *told),
            laps=laps,
            stem=self.stem,
            folios=tuple(page.number for page in pages.pages),
            cards=cards,
            extent=len(self.pagination.pages),
        )


def build(job: Job, cache: Cache, progress: Progress | None = None) -> Printed:
    """The bytes of one edition and what was found on the way; nothing is written here.

    *progress* hears the stage and how far it is, for those who watch. Raises `BrochureError` with every
    fault of the stage that cannot go on.
    """
    watch = Stopwatch(progress)
    proofed = proof(job, cache, watch)
    refuse_if_fatal(proofed.findings)
    condition = proofed.layout.condition
    printed = extract(proofed.pagination, job.pages, proofed.stem)
    if job.tagged:
        from brochure.press.screen_edition import print_for_screen  # the press does without

        return print_for_screen(proofed, printed, cache, watch)
    rasters = prepare_all(printed.pages, proofed.images, condition, cache, watch)
    watch.lap("pictures")
    surfaces = impose(
        [page.display for page in printed.pages],
        OneUp(fold=proofed.layout.fold),
        proofed.layout.bleed,
        [page.number for page in printed.pages],
    )
    data = write_pdf(
        surfaces,
        proofed.faces,
        rasters.__getitem__,
        metadata(proofed.brochure),
        condition,
        printed.outlines,
        deflate=cache.deflated,
    )
    refuse_if_fatal(reread(data, len(surfaces)))
    watch.lap("write")
    cards = _card_names(proofed, printed) if proofed.layout.cards else ()
    return proofed.printed(data, printed, watch.laps, bleed_mm=in_mm(proofed.layout.bleed), cards=cards)


def proof(
    job: Job, cache: Cache, watch: Stopwatch | None = None, setter: Callable[..., Galley] = compose_block
) -> Proofed:
    """An edition read, set, paged and checked, with every finding; no picture is prepared.

    *setter* stands in for `compose_block`, for those who want to see what it is asked.
    """
    watch = watch or Stopwatch()
    whole = load_brochure(job.content, job.shown_as)
    edition = select(whole, job.edition)
    layout = find_layout(edition, job.edition, job.layout, job.project)
    if isinstance(job.edition, Handout):
        layout = replace(layout, page_multiple=1)  # a handout is stapled at most
    edition = _at_home(edition, layout)
    brochure = cards(edition, layout.themes) if layout.cards else edition
    watch.lap("read")
    library, faces = open_faces(layout, job.project)
    images = survey(photos(brochure), job.project, cache)
    watch.lap("survey")
    compose = partial(setter, faces=library, keep=brochure.keep, terms=brochure.terms)

    def loosen(block: BodyText, style: ParagraphStyle, measure: Pt) -> Looseness:
        return compose_paragraph_variants(
            block.text, style, measure, library, lead=block.lead, keep=brochure.keep
        )

    def paged(said: Brochure) -> Pagination:
        return paginate(said, layout, compose, library, images, loosen=loosen)

    brochure, pagination, referred = paginate_referring(brochure, whole, layout, paged)
    watch.lap("set")
    findings = (*check(edition), *pagination.findings, *referred)
    findings += _unsaid(preflight(pagination.pages, faces, images, layout), findings)
    if job.screen:
        findings = tuple(map(_eased, findings))
    watch.lap("preflight")
    return Proofed(
        brochure=brochure,
        layout=layout,
        faces=faces,
        images=images,
        pagination=pagination,
        findings=tuple(dict.fromkeys(pinpointed(findings, job.content, job.shown_as))),
        name=_name(whole, layout, job),
        title=_title(brochure, job.edition),
        stem=f"{whole.slug}-{job.edition.section}" if isinstance(job.edition, Handout) else whole.slug,
    )


def _unsaid(proofs: Iterable[Diagnostic], said: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What preflight adds: its second lock on missing glyphs speaks only where composition was silent."""
    silent = {finding.span for finding in said if finding.code == "composition/missing-glyph"}
    return tuple(
        finding
        for finding in proofs
        if finding.code != "preflight/missing-glyph" or finding.span not in silent
    )


def _at_home(edition: Brochure, layout: Layout) -> Brochure:
    """*edition* without themes and openings that *layout* has not, unless the content was written for that
    one: there an unknown name is a mistake.
    """
    if layout.name == (edition.layout or WHOLE_LAYOUT):
        return edition
    openings = {sequence.name for stage in layout.plan for sequence in stage.sequences}

    def settled(section: Section) -> Section:
        theme = section.theme if section.theme in layout.themes else ""
        opening = section.opening if section.opening in openings else ""
        return replace(section, theme=theme, opening=opening)

    sections = tuple(map(settled, edition.sections))
    closing = settled(edition.closing) if edition.closing else None
    return replace(edition, sections=sections, closing=closing)


def _eased(finding: Diagnostic) -> Diagnostic:
    """*finding* as a screen sees it: too few pixels for the press are a warning there."""
    if finding.code != "preflight/low-resolution":
        return finding
    return replace(finding, severity=Severity.WARNING)


def _title(brochure: Brochure, edition: Edition) -> str:
    """What the edition is called: a handout by its section."""
    return (brochure.sections[0] if isinstance(edition, Handout) else brochure).title.text


def _card_names(proofed: Proofed, printed: Pagination) -> tuple[str, ...]:
    """What the cards are called: by number and short name of their section, and their figure's number in it;
    with the page where a card has several.
    """
    several = Counter(page.label for page in proofed.pagination.pages)
    return tuple(
        f"{proofed.brochure.slug}-{page.label}" + f"-p{page.number}" * (several[page.label] > 1)
        for page in printed.pages
    )


def _name(whole: Brochure, layout: Layout, job: Job) -> str:
    """The output's name.

    Size and kind for the press file, as printers like it, the kind alone for a screen edition; number and
    section for a handout; the pages where not all of them are printed.
    """
    pages = suffix(job.pages) + "_screen" * job.tagged
    if isinstance(job.edition, Handout):
        number = [section.slug for section in whole.sections].index(job.edition.section) + 1
        return f"handouts/{number:02d}-{job.edition.section}{pages}.pdf"
    if job.tagged:
        return f"{whole.slug}{pages}.pdf"
    width, height = round(in_mm(layout.trim.width)), round(in_mm(layout.trim.height))
    return f"{whole.slug}_{width}x{height}{pages}_press.pdf"
