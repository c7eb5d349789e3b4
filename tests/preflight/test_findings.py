"""Findings of a whole edition: each once, in page order, and never without a place."""

from dataclasses import replace
from pathlib import Path

import pytest

from brochure.color import Cmyk
from brochure.diagnostics import Severity, Span
from brochure.display import Panel, Rule
from brochure.geometry import Point, Rect
from brochure.preflight import preflight
from tests.preflight.proofs import RUN, Desk, desk, run_at

HEAVY = Cmyk(1, 1, 1, 0.5)


@pytest.fixture(name="desk")
def on_desk(tmp_path: Path) -> Desk:
    """The small layout and one picture."""
    return desk(tmp_path)


def test_findings_come_in_page_order_and_each_defect_once(desk: Desk) -> None:
    """Pages three and four bear the same mark with the same fault: it is one fault, on the first of them."""
    head = replace(RUN, size=5.0)
    pages = [
        desk.page(head, number=3),
        desk.page(head, run_at(0, 200), number=4),
        desk.page(Panel(box=Rect(50, 50, 9, 9), ink=HEAVY, span=RUN.span), number=5),
    ]
    found = preflight(pages, {}, desk.images, desk.layout)
    assert [(finding.page, finding.code) for finding in found] == [
        (3, "preflight/small-text"),
        (4, "preflight/near-trim"),
        (5, "preflight/too-much-ink"),
    ]


def test_the_same_fault_elsewhere_is_another(desk: Desk) -> None:
    """Two lines of the content with one fault each are two findings."""
    other = Span("content.yaml", 40, 1, 40, 9)
    found = desk.findings(replace(RUN, size=5.0), replace(RUN, size=5.0, span=other))
    assert [finding.span for finding in found] == [RUN.span, other]


def test_art_and_furniture_point_into_the_layout(desk: Desk) -> None:
    """A mark that no line of the content asked for: the finding names the master that has it."""
    (finding,) = desk.findings(Panel(box=Rect(50, 50, 9, 9), ink=HEAVY), master="two")
    master = desk.layout.masters["two"]
    assert finding.span is not None
    assert finding.span == master.span
    assert finding.span.file == "layouts/leaf.yaml"


def test_one_mark_may_have_several_faults(desk: Desk) -> None:
    """Small, in four-colour black, and too near the knife: three findings, in the order of the checks."""
    bad = replace(run_at(2, 100, 5.0), ink=Cmyk(0.8, 0.6, 0.6, 0.9))
    assert [(finding.code, finding.severity) for finding in desk.findings(bad)] == [
        ("preflight/rich-black-text", Severity.ERROR),
        ("preflight/small-text", Severity.WARNING),
        ("preflight/near-trim", Severity.WARNING),
    ]


def test_a_page_of_many_marks_is_judged_mark_by_mark(desk: Desk) -> None:
    """Among a hundred good rules the one thin rule is found."""
    rules = [
        Rule(start=Point(30, 40 + y), end=Point(250, 40 + y), width=0.5, ink=Cmyk(0, 0, 0, 1), span=RUN.span)
        for y in range(100)
    ]
    rules[57] = replace(rules[57], width=0.1)
    (finding,) = desk.findings(*rules)
    assert (finding.code, "0.1 pt" in finding.message.en) == ("preflight/thin-rule", True)
