"""Contacts and credits in square faces."""

from dataclasses import replace

from brochure.composition.panel import compose_contact, compose_credits
from brochure.content.apart import Contact, ContactLine, CreditLine, CreditList
from tests.composition.setting import FACES
from tests.composition.standing import (
    BASE,
    PALE,
    PANEL,
    START,
    heights,
    panels,
    places,
    rules,
    runs,
    title,
    words,
)

OFFICE = Contact(
    lines=(ContactLine(label="地址", value=words("东路")), ContactLine(label="电子邮箱", value=words("a@b"))),
    title=title("某局"),
)
PEOPLE = CreditList(
    lines=(
        CreditLine(role="策划", names=("甲乙", "丙丁")),
        CreditLine(role="摄影", names=("一二三四", "五六七八")),
        CreditLine(role="版式", names=("戊",)),
        CreditLine(role="校对", names=("己",)),
    )
)


def test_values_stand_behind_the_longest_label() -> None:
    """Four characters and a gutter of ten; label and value on one baseline, a line each, one strip in all."""
    (strip,) = compose_contact(OFFICE, PANEL, 200.0, FACES).strips
    assert strip.height == 60.0
    assert runs(strip.marks) == [
        ("某局", 0.0, BASE),
        ("地址", 0.0, BASE + 20),
        ("东路", 50.0, BASE + 20),
        ("电子邮箱", 0.0, BASE + 40),
        ("a@b", 50.0, BASE + 40),
    ]


def test_j10_labels_may_be_spread_to_one_width() -> None:
    """J10: the two characters stand at the edges of four."""
    style = replace(PANEL, label=replace(START, align="spread"))
    (strip,) = compose_contact(OFFICE, style, 200.0, FACES).strips
    assert places(strip.marks)["地"] == [0.0]
    assert places(strip.marks)["址"][0] == 30.0


def test_a_ground_leaves_its_white_and_begins_at_the_em_box() -> None:
    """Whole lines of white above and below, the ground from the first em box to the last."""
    style = replace(PANEL, ground=PALE, inset=14.0)
    (strip,) = compose_contact(OFFICE, style, 200.0, FACES).strips
    assert strip.height == 100.0
    assert panels(strip.marks) == [(0, 5.0, 200.0, 90.0)]
    assert runs(strip.marks)[0] == ("某局", 14.0, BASE + 20)


def test_a_rule_stands_above() -> None:
    """At the head of an em box, a line above the title."""
    (strip,) = compose_contact(OFFICE, replace(PANEL, rule=0.5), 200.0, FACES).strips
    assert rules(strip.marks) == [(0, 5.25, 200.0, 5.25, 0.5)]
    assert runs(strip.marks)[0] == ("某局", 0.0, BASE + 20)


def test_names_are_parted_by_an_em_and_not_divided() -> None:
    """Twelve em for names: the second of four characters does not fit behind the first."""
    galley = compose_credits(PEOPLE, PANEL, 30.0 + 80.0, FACES)
    assert heights(galley) == [1, 2, 1, 1]
    assert runs(galley.strips[0].marks)[1] == ("甲乙\u3000丙丁", 30.0, BASE)
    assert [text.strip("\u3000") for text, _, _ in runs(galley.strips[1].marks)] == [
        "摄影",
        "一二三四",
        "五六七八",
    ]


def test_credits_may_be_cut_between_rows_but_not_at_their_ends() -> None:
    """Two rows stand together at the beginning and at the end; on a ground all of them do."""
    galley = compose_credits(PEOPLE, PANEL, 300.0, FACES)
    assert [strip.tied for strip in galley.strips] == [True, False, True, False]
    assert len(compose_credits(PEOPLE, replace(PANEL, ground=PALE), 300.0, FACES).strips) == 1


def test_columns_are_filled_downwards() -> None:
    """Four lines in two columns: the third stands beside the first."""
    style = replace(PANEL, columns=2, column_gutter=20.0)
    galley = compose_credits(PEOPLE, style, 420.0, FACES)
    assert heights(galley) == [1, 1]
    assert [text for text, _, _ in runs(galley.strips[0].marks)] == ["策划", "甲乙\u3000丙丁", "版式", "戊"]
    assert runs(galley.strips[0].marks)[2] == ("版式", 220.0, BASE)
