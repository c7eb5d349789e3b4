"""Editions are brochures: the whole as it is, a handout with one section and no covers."""

from dataclasses import replace

import pytest

from brochure.content import Brochure, Handout, Whole, handouts, load_brochure, metadata, photos, select
from brochure.shipped import shelf
from tests.source.findings import faults_of


@pytest.fixture(scope="module")
def xining() -> Brochure:
    """The sample brochure."""
    return load_brochure(shelf("content") / "xining.yaml", "content/xining.yaml")


def test_the_whole_is_the_brochure_itself(xining: Brochure) -> None:
    """Nothing is taken from the whole edition."""
    assert select(xining, Whole()) is xining


def test_a_handout_keeps_titles_credits_and_one_section(xining: Brochure) -> None:
    """A handout has its section and the brochure's titles, names and credits; no cover, front or closing.

    The section's opening is left out: it names a page sequence of the brochure's own layout. Its number in
    the brochure stays.
    """
    handout = select(xining, Handout("industry"))
    assert [section.slug for section in handout.sections] == ["industry"]
    assert handout.sections[0] == replace(xining.sections[1], opening="", number=2)
    assert (handout.cover, handout.front, handout.closing) == (None, (), None)
    for kept in ("title", "subtitle", "credits", "handout", "keep", "layout", "handout_layout", "slug"):
        assert getattr(handout, kept) == getattr(xining, kept)


def test_an_unknown_section_brings_the_nearest(xining: Brochure) -> None:
    """A mistyped section is answered with the one that was meant; the closing is no section."""
    (finding,) = faults_of(lambda: select(xining, Handout("industri")))
    assert (finding.code, finding.suggestion) == ("content/unknown-section", ("`industry`", "`industry`"))
    (finding,) = faults_of(lambda: select(xining, Handout("closing")))
    assert finding.code == "content/unknown-section"


def test_there_is_a_handout_for_each_section(xining: Brochure) -> None:
    """The handouts come in the order of the sections."""
    assert handouts(xining) == (Handout("ecology"), Handout("industry"), Handout("livelihood"))


def test_pictures_come_in_the_order_of_the_pages(xining: Brochure) -> None:
    """Cover, front, sections, closing; a handout asks for its own pictures only."""
    files = [photo.file.removeprefix("xining/") for photo in photos(xining)]
    assert files == [
        "cover.jpg", "lilac.jpg", "cycling.jpg", "workshop.jpg", "greenhouses.jpg", "dance.jpg",
        "wetland.jpg", "dawn.jpg",
    ]  # fmt: skip
    handout = select(xining, Handout("livelihood"))
    assert [photo.file for photo in photos(handout)] == ["xining/dance.jpg", "xining/wetland.jpg"]


def test_metadata_comes_from_the_content_alone(xining: Brochure) -> None:
    """Title and subtitle without their seams; no date where the content gives none."""
    facts = metadata(xining)
    assert (facts.title, facts.subject, facts.date) == (
        "向「绿」而行 向「新」发力",
        "西宁奋力推进中国式现代化高原新实践",
        "",
    )
