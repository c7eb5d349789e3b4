"""Pull quotes in square faces."""

from dataclasses import replace

import pytest

from brochure.composition.quote import compose_quote
from brochure.content.apart import PullQuote
from brochure.content.model import Title
from tests.composition.setting import FACES
from tests.composition.standing import BASE, LINE, QUOTE, rules, runs

WORDS = PullQuote(text=Title(text="把湖还给市民，把路让给行人。"), source="某人")


def test_lines_end_at_the_sense() -> None:
    """D2: ten characters of 20 points would fit; the line ends at the comma all the same."""
    galley = compose_quote(WORDS, QUOTE, 214.0, FACES)
    assert [text for text, _, _ in runs(galley.strips[0].marks)] == [
        "把湖还给市民，",
        "把路让给行人。",
        "某人",
    ]


def test_a_quotation_is_one_strip_on_the_grid() -> None:
    """Whole lines, its first baseline on one of the grid's, its text behind rule and white."""
    (strip,) = compose_quote(WORDS, QUOTE, 214.0, FACES).strips
    _, x, y = runs(strip.marks)[0]
    assert x == 14.0
    assert (y - BASE) / LINE == pytest.approx(round((y - BASE) / LINE))
    assert strip.baseline == pytest.approx(y)
    assert strip.height % LINE == 0


def test_the_rule_reaches_from_the_first_em_box_to_the_last() -> None:
    """Two points wide at the left: from the head of the first em box of 20 to the foot of the source's."""
    (strip,) = compose_quote(WORDS, QUOTE, 214.0, FACES).strips
    (first, second, source) = (y for _, _, y in runs(strip.marks))
    assert second == first + 30
    assert rules(strip.marks) == [pytest.approx((1.0, first - 17.6, 1.0, source + 1.2, 2.0))]


def test_the_rule_may_stand_above() -> None:
    """Over the measure, at the head of the first em box of the grid; the text begins at the left."""
    style = replace(QUOTE, side="above", inset=10.0)
    (strip,) = compose_quote(WORDS, style, 200.0, FACES).strips
    assert rules(strip.marks) == [(0.0, 6.0, 200.0, 6.0, 2.0)]
    _, x, y = runs(strip.marks)[0]
    assert x == 0.0
    assert y - 17.6 >= 5.0 + 2.0 + 10.0


def test_what_is_quoted_may_end_with_a_stop() -> None:
    """A heading would be told about its full stop."""
    assert compose_quote(WORDS, QUOTE, 214.0, FACES).remarks == ()


def test_no_source_no_dash() -> None:
    """The dash belongs to the source."""
    style = replace(QUOTE, dash="——")
    with_source = compose_quote(WORDS, style, 214.0, FACES).strips[0]
    without = compose_quote(replace(WORDS, source=""), style, 214.0, FACES).strips[0]
    assert runs(with_source.marks)[-1][0] == "——某人"
    assert [text for text, _, _ in runs(without.marks)] == ["把湖还给市民，", "把路让给行人。"]
