"""Titles: seams where the author allows a break, and nothing printed that was not meant."""

import pytest

from brochure.content import Title
from brochure.content.titles import TitleKind
from brochure.source import Faults, parse
from tests.source.findings import noted


def read(written: str) -> tuple[Title | None, list[str]]:
    """The title *written* at 1:4 and the findings."""
    node = parse(f"a: {written}\n", "a.yaml").get("a")
    assert node is not None
    faults = Faults("content")
    return TitleKind().read(node, faults), noted(faults)


GOOD = {
    "西宁": ("西宁", ()),
    "向「绿」而行 |向「新」发力": ("向「绿」而行 向「新」发力", (7,)),
    "绿色转型走在前列，|低碳发展|引领示范": ("绿色转型走在前列，低碳发展引领示范", (9, 13)),
    r"一\|二": ("一|二", ()),
    r"'一\\二 \*\*三'": (r"一\二 **三", ()),
    "2025": ("2025", ()),
    "一*2:3{四}": ("一*2:3{四}", ()),
}


@pytest.mark.parametrize("written", GOOD)
def test_seams_are_offsets_in_what_prints(written: str) -> None:
    """A ``|`` is taken out and its place kept; an escaped one prints; blanks beside a seam stay."""
    title, found = read(written)
    assert found == []
    assert title is not None
    assert (title.text, title.seams) == GOOD[written]


BAD = {
    "'|西宁'": ["1:5 content/seam-at-edge"],
    "西宁|": ["1:6 content/seam-at-edge"],
    "西||宁": ["1:6 content/seam-at-edge"],
    "西| |宁": ["1:7 content/seam-at-edge"],
    "西**宁**": ["1:5 content/mark-in-title", "1:8 content/mark-in-title"],
    "西^{宁}": ["1:5 content/mark-in-title"],
    "西__宁__": ["1:5 content/mark-in-title", "1:8 content/mark-in-title"],
    "西~~宁~~": ["1:5 content/mark-in-title", "1:8 content/mark-in-title"],
    "西宁^[注]": ["1:6 content/mark-in-title"],
    "西[宁]^{níng}": ["1:8 content/mark-in-title"],
}


@pytest.mark.parametrize("written", BAD)
def test_titles_take_seams_only(written: str) -> None:
    """A seam with nothing on one side and an inline mark, which would print as it stands, are told at
    their place.
    """
    assert read(written) == (None, BAD[written])
