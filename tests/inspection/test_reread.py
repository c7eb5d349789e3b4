"""The quick look at finished bytes."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.inspection import reread
from tests.pdf.specimen import specimen

PAGES = 2


def _said(data: bytes, pages: int = PAGES) -> str:
    findings = reread(data, pages)
    assert all(finding.code == "inspection/damaged-file" for finding in findings)
    return " / ".join(finding.message.en for finding in findings)


def test_a_whole_file_is_whole() -> None:
    """Nothing to say about the specimen."""
    assert reread(specimen(), PAGES) == ()


@given(st.integers(0, len(specimen()) - 1))
def test_a_file_cut_anywhere_is_damaged(length: int) -> None:
    """However much of its end is missing, the loss is noticed (reliability P2)."""
    assert reread(specimen()[:length], PAGES)


@given(st.integers(20, len(specimen()) - 1), st.integers(1, 9))
def test_a_file_with_bytes_lost_inside_is_damaged(place: int, lost: int) -> None:
    """Bytes that fall out move every object behind them, and the table no longer agrees."""
    assert reread(specimen()[:place] + specimen()[place + lost :], PAGES)


@pytest.mark.parametrize(
    ("pattern", "by", "said"),
    [
        (rb"%PDF-1", b"%PDX-1", "begin"),
        (rb"\n%%EOF\n", b"\n%%EOF", "end"),
        (rb"startxref\n\d", b"startxref\n9", "cross-reference table"),
        (rb"\nxref\n0 \d+\n", b"\nxref\n0 7\n", "cross-reference table is cut"),
        (rb"\n7 0 obj", b"\n8 0 obj", "object 7"),
        (rb"/Size \d+", b"/Size 3", "counts other objects"),
        (rb"/Root \d+ 0 R", b"/Root 0 0 R", "no root"),
        (rb"/ID \[<[0-9a-f]+>", b"/ID [<00>", "identifier"),
        (rb"/Count 2", b"/Count 0", "0 pages instead of 2"),
    ],
)
def test_a_fault_is_named(pattern: bytes, by: bytes, said: str) -> None:
    """Header, end, table, objects, trailer, page tree: the sentence says what is wrong."""
    before = specimen()
    found = re.search(pattern, before)
    assert found
    broken = before[: found.start()] + by + before[found.end() :]
    assert said in _said(broken)


def test_the_number_of_pages_is_held_against_what_was_asked() -> None:
    """Two pages where three were asked for are a fault, and so is asking for none."""
    assert "2 pages instead of 3" in _said(specimen(), 3)
    assert _said(specimen(), 0)


def test_it_is_quick() -> None:
    """Under 5 ms, so that no build goes without it."""
    best = 1.0
    for _ in range(5):
        begun = time.process_time()
        reread(specimen(), PAGES)
        best = min(best, time.process_time() - begun)
    assert best < 0.005
