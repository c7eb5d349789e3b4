"""Words that a heading must not break."""

from brochure.composition import compose_block
from brochure.content.model import Title
from tests.composition.setting import EM, FACES, JUSTIFIED

TITLE = "甲乙丙丁戊己庚辛"


def lines(*terms: str) -> list[str]:
    """The lines of the title at a measure of five characters."""
    galley = compose_block(Title(text=TITLE), JUSTIFIED, 5 * EM, FACES, terms=terms)
    return [strip.line.text for strip in galley.strips if strip.line]


def test_d2_a_heading_keeps_a_term_whole() -> None:
    """D2: a word of `terms` stays on one line where the heading was divided before."""
    first, second = lines()
    term = first[-1] + second[:2]
    kept = lines(term)
    assert "".join(kept) == TITLE
    assert [line for line in kept if term in line] != []
