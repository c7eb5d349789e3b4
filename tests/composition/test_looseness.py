"""A paragraph in a line less and a line more."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.composition import Looseness, Measures, Variant, compose_paragraph_variants
from brochure.content.model import Inline
from brochure.layout.styles import ParagraphStyle
from tests.composition.setting import EM, FACES, JUSTIFIED, compose, lines, texts

COMMAS = "一二三四五，六七八九十，" * 6


def variants(text: str, ems: float, style: ParagraphStyle = JUSTIFIED) -> Looseness:
    """*text* at a measure of *ems*, in one line less and one more."""
    return compose_paragraph_variants((Inline(text=text),), style, ems * EM, FACES)


def found(looseness: Looseness) -> list[Variant]:
    """Those that can be had, from short to long."""
    return [each for each in (looseness.shorter, looseness.natural, looseness.longer) if each]


def test_the_natural_one_is_what_the_paragraph_is_set_to() -> None:
    """N lines: the same galley as without variants."""
    looseness = variants(COMMAS, 20)
    assert looseness.natural.galley == compose(COMMAS, 20)
    assert looseness.natural.lines == len(looseness.natural.galley.strips)


def test_a_line_is_saved_by_squeezing() -> None:
    """N - 1: ten full lines and four characters over; in ten lines, where the commas of four of them give
    way.
    """
    looseness = variants(("国" * 5 + "，" + "国" * 6 + "，" + "国" * 7) * 10 + "国" * 4, 20)
    assert looseness.natural.lines == 11
    assert looseness.shorter
    assert looseness.shorter.lines == 10
    assert looseness.shorter.cost > looseness.natural.cost
    taken = [dict(line.shrunk).get("pause", 0.0) for line in lines(looseness.shorter.galley)]
    assert sum(taken) == pytest.approx(4 * EM)


def test_a_line_is_won_by_spacing() -> None:
    """N + 1: 198 Han end a last line of twenty nearly full; spaced within the cap they need one line more."""
    looseness = variants("国" * 198, 20)
    assert looseness.natural.lines == 10
    assert looseness.longer
    assert looseness.longer.lines == 11
    assert looseness.longer.cost > looseness.natural.cost
    assert sum(dict(line.stretched).get("han-gap", 0.0) for line in lines(looseness.longer.galley)) > EM


def test_what_would_pass_the_cap_is_not_offered() -> None:
    """Three lines of Han cannot become four: their characters would stand too far apart; nor can they become
    two.
    """
    looseness = variants("国" * 45, 20)
    assert looseness.natural.lines == 3
    assert (looseness.shorter, looseness.longer) == (None, None)


@pytest.mark.parametrize("align", ["start", "center"])
def test_ragged_text_has_no_variants(align: str) -> None:
    """J9: what is never stretched takes the lines it takes."""
    style = replace(JUSTIFIED, align=align)  # type: ignore[arg-type]
    assert found(variants("国" * 198, 20, style)) == [variants("国" * 198, 20, style).natural]


def test_nothing_is_set_in_no_lines() -> None:
    """An empty paragraph has one way to be set."""
    assert variants("", 20) == Looseness(
        natural=Variant(
            lines=0, cost=0.0, galley=compose_paragraph_variants((), JUSTIFIED, 200.0, FACES).natural.galley
        )
    )


def test_the_piece_that_gives_most_easily_gives() -> None:
    """Between forced line ends only one piece changes; the other stays as it is."""
    looseness = variants("一二三四五\n" + "国" * 198, 20)
    assert looseness.longer
    assert texts(looseness.longer.galley)[0] == "一二三四五\n"
    assert looseness.longer.lines == looseness.natural.lines + 1


def test_beside_a_picture_the_count_is_right() -> None:
    """With a measure for each line the variant still has one line more than the natural setting."""
    measures = Measures(rest=20 * EM, first=(12 * EM,) * 3)
    looseness = compose_paragraph_variants((Inline(text="国" * 196),), JUSTIFIED, measures, FACES)
    assert looseness.longer
    assert looseness.longer.lines == looseness.natural.lines + 1
    assert [line.width for line in lines(looseness.longer.galley)[:3]] == pytest.approx([12 * EM] * 3)


@given(
    st.lists(
        st.sampled_from(["一二三", "四，", "五。", "2025年", "“六七”", "（八）", "ab "]),
        min_size=5,
        max_size=90,
    ),
    st.sampled_from([12, 16.5, 20]),
)
@settings(max_examples=60, deadline=None)
def test_variants_keep_the_promise(tokens: list[str], ems: float) -> None:
    """Each has a line less or more, the whole text, no line that sticks out, none spaced beyond the cap."""
    text = "".join(tokens)
    looseness = variants(text, ems)
    cap = JUSTIFIED.profile.max_han_gap
    for more, each in ((-1, looseness.shorter), (1, looseness.longer)):
        if each is None:
            continue
        assert each.lines == looseness.natural.lines + more == len(each.galley.strips)
        assert "".join(texts(each.galley)) == text
        assert each.cost >= looseness.natural.cost - 1e-9
        for line in lines(each.galley):
            assert line.width <= ems * EM + 0.01
            han = dict(line.stretched).get("han-gap", 0.0)
            assert han <= (cap + 0.01) * EM * max(len(line.text), 1)
