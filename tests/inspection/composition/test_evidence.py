"""The proof of the whole: brochure, handouts and made-up paragraphs, printed and judged."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from brochure.composition import compose_paragraph
from brochure.content import Edition, Whole, handouts, load_brochure, metadata
from brochure.content.model import Inline
from brochure.imposition import OneUp, impose
from brochure.inspection.composition import Proof, Violation, inspect_composition
from brochure.layout.styles import ParagraphStyle
from brochure.pdf import write_pdf
from brochure.press import Cache, Job, proof
from tests.inspection.composition.manuscripts import paragraphs
from tests.inspection.composition.printing import (
    BODY,
    library,
    page_of,
    printed,
    set_paragraph,
)
from tests.pdf.specimen import ROOT, black_jpeg, raster

CONTENT = ROOT / "content" / "xining.yaml"
GREY = raster(black_jpeg(128), (40, 40), 1)


def household(found: Proof) -> list[Violation]:
    """Faults in the rules that have to be kept without exception: K, U, P and J1."""
    return [fault for fault in found.faults if fault.rule.startswith(("K", "U", "P")) or fault.rule == "J1"]


def editions() -> tuple[Edition, ...]:
    """The brochure and every handout."""
    return (Whole(), *handouts(load_brochure(CONTENT)))


def edition_pdf(edition: Edition) -> bytes:
    """An edition of the Xining brochure as it is printed, every picture grey."""
    job = Job(content=CONTENT, shown_as="xining.yaml", layout="", edition=edition)
    done = proof(job, Cache(None))
    surfaces = impose([page.display for page in done.pagination.pages], OneUp(), done.layout.bleed)
    return write_pdf(surfaces, done.faces, lambda _: GREY, metadata(done.brochure), done.layout.condition)


@pytest.mark.parametrize("edition", editions(), ids=str)
def test_the_brochure_and_its_handouts_break_no_rule_of_the_household(edition: Edition) -> None:
    """K, U, P and J1 have no fault in a single line of any edition, and nothing escapes."""
    found = inspect_composition(edition_pdf(edition))
    assert household(found) == []
    assert found.escapes == ()
    assert found.level_kept in ("gb", "strict")
    assert found.looked["J1"] >= 10
    assert found.looked["P1"] >= 50
    assert found.evenness.most <= 0.12
    assert found.evenness.lone == 0


def test_two_hundred_paragraphs_at_measures_from_12_to_40_em_break_no_rule_of_the_household() -> None:
    """K, U, P and J1 have no fault; every escape (K10) the judge sees is one the setter told of."""
    pages: dict[int, list[str]] = {}
    for at, text in enumerate(paragraphs(200, seed=1)):
        pages.setdefault(12 + at % 29, []).append(text)
    galleys = {measure: [set_paragraph(text, measure) for text in texts] for measure, texts in pages.items()}
    found = inspect_composition(printed([page_of(galleys[measure]) for measure in sorted(galleys)]))
    assert [paragraph.text for paragraph in found.paragraphs] == [
        text for measure in sorted(pages) for text in pages[measure]
    ]
    assert household(found) == []
    told = [
        remark
        for some in galleys.values()
        for galley in some
        for remark in galley.remarks
        if remark.code == "composition/prohibited-edge"
    ]
    assert len(found.escapes) == len(told)
    for rule in (
        "K1",
        "K3",
        "U1",
        "U3",
        "U5",
        "U6",
        "U7",
        "P1",
        "P2",
        "P7",
        "P8",
        "P9",
        "P10",
        "P14",
        "J1",
        "J2",
    ):
        assert found.looked[rule] >= 40, rule


def test_an_escape_is_told_by_setter_and_judge_alike() -> None:
    """K10: four marks in a row that no line can hold are parted at one place, and both say so."""
    text = "山谷河岸老街新城果园渡口书（院车‘站驿道“麦田》）》”’）。"
    escapes = []
    for measure in range(8, 16):
        galley = set_paragraph(text, measure, ParagraphStyle(text=BODY.text, leading=BODY.leading))
        found = inspect_composition(printed([page_of([galley, set_paragraph("完" * 5 * measure, measure)])]))
        told = [remark for remark in galley.remarks if remark.code == "composition/prohibited-edge"]
        assert len(found.escapes) == len(told)
        assert household(found) == []
        escapes += told
    assert escapes


def test_a_file_of_another_hand_is_judged_too(tmp_path: Path) -> None:
    """A file re-written by another library, its objects compressed and its content recoded, gives the same
    proof.
    """
    pdf = printed([page_of(set_paragraph(text, 24) for text in paragraphs(6, seed=3))])
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            page.contents_coalesce()
            content = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page))
            page.Contents = document.make_stream(
                b"q 0.5 0 0 0.5 0 0 cm q 2 0 0 2 0 0 cm " + content + b" Q Q"
            )
        document.save(tmp_path / "other.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    first, second = inspect_composition(pdf), inspect_composition((tmp_path / "other.pdf").read_bytes())
    assert second.looked == first.looked
    assert [found.measured for found in second.violations] == [found.measured for found in first.violations]
    assert second.evenness.mean == pytest.approx(first.evenness.mean)


def test_other_houses_are_judged_by_their_own_widths() -> None:
    """P11: text set 半角 or 开明 keeps the rules of its house and breaks P1 of the book house."""
    from brochure.layout.styles import Profile

    profiles = {"banjiao": Profile(marks="half"), "kaiming": Profile(marks="kaiming")}
    text = "山谷河岸，老街新城；果园渡口：书院车站、驿道。麦田牧场，灯会集市！"
    for house, profile in profiles.items():
        style = ParagraphStyle(text=BODY.text, leading=BODY.leading, indent=2.0, profile=profile)
        galley = compose_paragraph((Inline(text=text * 4),), style, 200.0, library())
        pdf = printed([page_of([galley])])
        assert household(inspect_composition(pdf, house=house)) == [], house
        assert any(fault.rule == "P1" for fault in inspect_composition(pdf).faults), house
