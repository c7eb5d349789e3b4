"""The copyfitting report of an edition."""

from pathlib import Path

import pytest

from brochure.press import Cache, Job
from brochure.press.copyfit import CopyReport, copyfit
from tests.cli.studio import furnish

LONG = "湖水清澈，微风吹过湖面，泛起层层波纹。"
LINES_OF_FRAME = 9


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two sections, a page each, nine lines of 22 characters for the text of a page."""
    furnish(tmp_path)
    return tmp_path


def measured(project: Path, *paragraphs: str) -> CopyReport:
    """The report with these *paragraphs* in the first section."""
    path = project / "brochure.yaml"
    text = path.read_text(encoding="utf-8")
    if paragraphs:
        text = text.replace(f"      - {LONG}\n", "".join(f"      - {words}\n" for words in paragraphs))
    path.write_text(text, encoding="utf-8")
    return copyfit(Job(content=path, shown_as="brochure.yaml"), Cache(None))


def test_every_paragraph_is_measured_where_it_stands(project: Path) -> None:
    """Place, section, measure and lines of each; all lines on a page, nothing to cut."""
    report = measured(project)
    assert [(passage.span.line, passage.section) for passage in report.passages] == [
        (10, "water"),
        (14, "birds"),
    ]
    assert [passage.measure / passage.size for passage in report.passages] == [22.0, 22.0]
    assert all(passage.placed == len(passage.fit.lines) == 1 for passage in report.passages)
    assert report.passages[0].opening == LONG[:12]
    assert report.shortenings == ()


def test_what_runs_over_is_pulled_up_with_the_fewest_characters(project: Path) -> None:
    """Twelve lines in a frame of nine: the paragraphs whose last lines are shortest are to be cut."""
    han = "山" * 200
    words = (han[:38], han[:63], han[:22], han[:95])  # two, three, two, five lines of 22, the first less 2
    report = measured(project, *(f"{text}。" for text in words))
    assert [len(passage.fit.lines) for passage in report.passages[:4]] == [2, 3, 2, 5]
    (shortening,) = report.shortenings
    assert shortening.section == "water"
    assert shortening.lines == sum(len(p.fit.lines) for p in report.passages[:4]) - LINES_OF_FRAME
    cheapest = sorted((p.fit.cut or 99, p.span.line) for p in report.passages[:4])[: shortening.lines]
    assert sorted((cut, span.line) for span, cut in shortening.cuts) == cheapest


def test_the_advice_helps(project: Path) -> None:
    """The characters cut as it says, everything has its place."""
    words = ["山" * 47, "山" * 66, "山" * 25, "山" * 47]
    report = measured(project, *(f"{text}。" for text in words))
    (shortening,) = report.shortenings
    first = report.passages[0].span.line
    for span, cut in shortening.cuts:
        at = span.line - first
        words[at] = words[at][:-cut]
    path = project / "brochure.yaml"
    old = path.read_text(encoding="utf-8").splitlines(keepends=True)
    old[first - 1 : first + 3] = [f"      - {text}。\n" for text in words]
    path.write_text("".join(old), encoding="utf-8")
    again = copyfit(Job(content=path, shown_as="brochure.yaml"), Cache(None))
    assert again.shortenings == ()
    assert not any(finding.code == "pagination/overset" for finding in again.proofed.findings)
