"""Page numbers in the text are those of the pages, or are not there."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from brochure.content import Brochure, Handout, parse_brochure
from brochure.display import GlyphRun, Outline
from brochure.geometry import Point
from brochure.layout import Layout, ReferenceWords, load_layout
from brochure.pagination import Pagination
from brochure.press import Cache, Job, Proofed, proof
from brochure.press.references import paginate_referring, section_pages
from brochure.shipped import shelf
from tests.cli.studio import furnish

TEXT = """\
slug: small
title: 第一节
sections:
  - {slug: one, title: 第一节, blocks: ["甲（[[two]]）。"]}
  - {slug: two, title: 第二节, blocks: ["乙（[[one]]）。"]}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project, its first section referring to the second."""
    furnish(tmp_path)
    path = tmp_path / "brochure.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("层层波纹。", "层层波纹（[[birds]]）。"), encoding="utf-8")
    return path


def job(content: Path, section: str = "") -> Job:
    """The job for *content*, or the handout of one *section*."""
    made = Job(content=content, shown_as="brochure.yaml")
    return replace(made, edition=Handout(section)) if section else made


def said(proofed: Proofed) -> str:
    """All that is printed, in painting order."""
    marks = (mark for page in proofed.pagination.pages for mark in page.display.marks)
    return "".join(mark.text for mark in marks if isinstance(mark, GlyphRun))


def test_the_whole_brochure_says_the_page(project: Path) -> None:
    """Where the section is printed too, its folio and title stand in the text."""
    proofed = proof(job(project), Cache(None))
    assert proofed.findings == ()
    assert "波纹（见第2页《鸟岛》）。" in said(proofed)


def test_a_handout_says_the_title(project: Path) -> None:
    """Where the section is absent, its title alone."""
    assert "波纹（见《鸟岛》）。" in said(proof(job(project, "water"), Cache(None)))


def test_the_layout_words_it(project: Path) -> None:
    """`references` of the layout has the words of both cases."""
    layout = project.parent / "layouts" / "leaf.yaml"
    words = "references: {here: '→{page}', elsewhere: '→{section}'}\n"
    layout.write_text(layout.read_text(encoding="utf-8") + words, encoding="utf-8")
    assert "波纹（→2）。" in said(proof(job(project), Cache(None)))
    assert "波纹（→鸟岛）。" in said(proof(job(project, "water"), Cache(None)))


def test_a_reference_to_nowhere_stops_the_press_at_its_place(project: Path) -> None:
    """An unknown section is an error that points at the reference itself, in the handout too."""
    project.write_text(project.read_text(encoding="utf-8").replace("[[birds]]", "[[bird]]"), encoding="utf-8")
    for section in ("", "water"):
        (finding,) = proof(job(project, section), Cache(None)).findings
        assert finding.code == "content/unknown-reference"
        assert finding.span is not None
        line = project.read_text(encoding="utf-8").splitlines()[finding.span.line - 1]
        assert line[finding.span.column - 1 : finding.span.end_column - 1] == "[[bird]]"


# ---------------------------------------------------------------- numbers that hold, and such that do not


@pytest.fixture(scope="module")
def layout() -> Layout:
    """A layout whose references ask for pages."""
    shelf_of = shelf("layouts")
    return load_layout(shelf_of / "handout-a4.yaml", "handout-a4.yaml", (shelf_of / "conditions",))


def pages(*starts: int) -> Pagination:
    """A pagination whose cover stands on page 1 and whose sections begin on *starts*."""
    titles = zip(("第一节", "第一节", "第二节"), (1, *starts), strict=False)
    outlines = tuple(Outline(title=title, level=1, page=page, at=Point(0, 0)) for title, page in titles)
    return Pagination(pages=(), outlines=outlines, findings=())


def paging(results: Iterator[Pagination], seen: list[str]) -> object:
    """A way of paging that gives *results* one after the other and notes what the text *seen* says."""

    def paginate(brochure: Brochure) -> Pagination:
        block = brochure.sections[0].blocks[0]
        seen.append("".join(inline.text for inline in block.text))  # type: ignore[union-attr]
        return next(results)

    return paginate


def test_pages_are_made_again_until_the_numbers_hold(layout: Layout) -> None:
    """A first guess, the numbers read off, and one more when these moved a section."""
    seen: list[str] = []
    results = iter([pages(3, 9), pages(3, 10), pages(3, 10)])
    found = paginate_referring(*(2 * (parse_brochure(TEXT, "a"),)), layout, paging(results, seen))  # type: ignore[arg-type]
    assert seen[1:] == ["甲（见第9页《第二节》）。", "甲（见第10页《第二节》）。"]
    assert found[1].outlines[-1].page == 10
    assert found[2] == ()


def test_numbers_that_never_hold_are_left_out(layout: Layout) -> None:
    """A section that moves to and fro is referred to by its title, and a warning says so."""
    seen: list[str] = []
    results = iter([pages(3, 9), pages(3, 10)] * 3)
    found = paginate_referring(*(2 * (parse_brochure(TEXT, "a"),)), layout, paging(results, seen))  # type: ignore[arg-type]
    assert len(seen) == 5
    assert seen[-1] == "甲（见《第二节》）。"
    assert [finding.code for finding in found[2]] == ["press/unsettled-references"]


@pytest.mark.parametrize(("text", "times"), [(TEXT, 1), (TEXT.replace("[[", "\\\\[["), 1)])
def test_without_page_numbers_pages_are_made_once(layout: Layout, text: str, times: int) -> None:
    """Titles alone, or no references at all, need no second pass."""
    seen: list[str] = []
    plain = replace(layout, references=ReferenceWords(here="见《{section}》"))
    brochure = parse_brochure(text, "a")
    paginate_referring(brochure, brochure, plain, paging(iter([pages(3, 9)]), seen))  # type: ignore[arg-type]
    assert len(seen) == times


def test_a_section_called_like_the_brochure() -> None:
    """The cover's own entry is not taken for the section's; a title that is not printed has no page."""
    brochure = parse_brochure(TEXT, "a")
    assert section_pages(brochure, pages(3, 9)) == {"one": 3, "two": 9}
    assert section_pages(brochure, pages(3)) == {"one": 3}
