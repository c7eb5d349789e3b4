"""A paragraph measured: its lines, its ledger, and what a few characters would change."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.composition.copyfit import CopyFit, fit_copy
from brochure.content.model import Inline
from brochure.layout.styles import ParagraphStyle
from tests.composition.setting import EM, FACES, JUSTIFIED, compose, texts


def fit(text: str, ems: float, style: ParagraphStyle = JUSTIFIED) -> CopyFit:
    """*text* measured at *ems*."""
    return fit_copy((Inline(text=text),), style, ems * EM, FACES)


def test_what_a_paragraph_takes() -> None:
    """43 Han and a stop at 20 em: three lines, 43.5 em, three characters and a stop in the last."""
    found = fit("国" * 43 + "。", 20)
    assert (len(found.lines), found.characters, found.natural, found.last) == (3, 44, 43.5, 3)


def test_what_a_few_characters_would_change() -> None:
    """Of 43 Han and a stop at 20 em four fewer save a line; sixteen more fit."""
    found = fit("国" * 43 + "。", 20)
    assert found.cut == 4  # 39 Han and the stop's half em: 39.5 em in two lines of 20
    assert found.room == 16  # 59 Han and a stop: 59.5 em


def test_a_single_line_cannot_be_saved() -> None:
    """One line stays one line; so much more fits into it."""
    found = fit("国国国。", 10)
    assert (found.cut, found.room) == (None, 6)


def test_the_ledger_says_which_step_was_used_and_how_far() -> None:
    """J2, J3: every line with what brackets, pauses, gaps gave way, in em, and how far characters stand
    apart.
    """
    text = "国国国国国，国国国国国国国国国国国国国国，国国国国国国国国国国国国国国"
    first, last = fit(text, 20).lines
    assert first.text == text[:21]
    assert first.natural == 20.5
    assert dict(first.taken) == pytest.approx({"pause": 0.5})
    assert (last.taken, last.given, last.gap) == ((), (), 0.0)
    wide = fit("国国国国国国国国国）国国国国国国", 9.75).lines[0]
    assert dict(wide.given) == pytest.approx({"han-gap": 0.25})
    assert wide.gap == pytest.approx(0.25 / 9)


def test_other_numbers_of_lines_are_priced() -> None:
    """What a line less and a line more would cost without touching the text; None where it cannot be had."""
    found = fit("国" * 198, 20)
    assert found.tighter is None
    assert found.looser
    assert found.looser > 0


def test_bold_and_lead_stay_where_they_are() -> None:
    """The text may be of several pieces, with a run-in lead; marks at its end are not counted away."""
    text = (
        Inline(text="国" * 15),
        Inline(text="国" * 16, bold=True),
        Inline(text="国" * 8),
        Inline(text="。”"),
    )
    style = replace(JUSTIFIED, lead=JUSTIFIED.text)
    found = fit_copy(text, style, 20 * EM, FACES, lead=(Inline(text="国国国国。"),))
    assert len(found.lines) == 3
    assert found.characters == 46
    assert found.cut is not None
    shorter = "国国国国。" + "国" * (39 - found.cut) + "。”"
    assert len(texts(compose(shorter, 20))) == 2


@given(
    st.lists(st.sampled_from(["国国", "国，", "2025年", "“国”", "国。"]), min_size=3, max_size=60).map(
        "".join
    ),
    st.sampled_from([8, 12.5, 20]),
)
@settings(max_examples=25, deadline=None)
def test_the_promise_is_kept(text: str, ems: float) -> None:
    """So many characters out of the end of the words, and there is a line less; the room put in, and there is
    none more.
    """
    found = fit(text, ems)
    words = text.rstrip("，。”")
    marks = text[len(words) :]
    count = len(texts(compose(text, ems)))
    assert len(found.lines) == count
    if found.cut is not None:
        assert len(texts(compose(words[: len(words) - found.cut] + marks, ems))) < count
    if found.room is not None:
        assert len(texts(compose(words + "文" * found.room + marks, ems))) <= count
        assert len(texts(compose(words + "文" * (found.room + 1) + marks, ems))) > count
