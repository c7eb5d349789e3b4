"""Timelines in square faces: down the column, and side by side."""

from dataclasses import replace

from brochure.composition.timeline import compose_timeline
from brochure.content.apart import Timeline, TimelineEntry
from tests.composition.setting import FACES
from tests.composition.standing import BASE, TIMELINE, dots, heights, rules, runs, words

EVENTS = Timeline(
    entries=(
        TimelineEntry(date="春", title="开工", text=words("一二三四五六七八九十")),
        TimelineEntry(date="夏", text=words("通水")),
        TimelineEntry(date="秋", text=words("开放")),
    )
)


def test_dates_stand_beside_their_text_on_one_baseline() -> None:
    """Dates at the left, text behind the rail; title and two lines of text make three lines."""
    galley = compose_timeline(EVENTS, TIMELINE, 150.0, FACES)
    assert heights(galley) == [3, 1, 1]
    assert runs(galley.strips[0].marks) == [
        ("春", 0.0, BASE),
        ("开工", 70.0, BASE),
        ("一二三四五六七", 70.0, BASE + 20),
        ("八九十", 70.0, BASE + 40),
    ]
    assert [strip.part for strip in galley.strips] == [0, 1, 2]


def test_the_rail_runs_from_the_first_dot_to_the_last() -> None:
    """Dots in the middle of each first line; the rail has no end beyond them."""
    galley = compose_timeline(EVENTS, TIMELINE, 150.0, FACES)
    assert [dots(strip.marks) for strip in galley.strips] == [[(60.0, 10.0)]] * 3
    assert [rules(strip.marks) for strip in galley.strips] == [
        [(60.0, 10.0, 60.0, 60.0, 0.5)],
        [(60.0, 0.0, 60.0, 20.0, 0.5)],
        [(60.0, 0.0, 60.0, 10.0, 0.5)],
    ]


def test_lines_of_white_part_the_entries() -> None:
    """A line below each but the last."""
    assert heights(compose_timeline(EVENTS, replace(TIMELINE, gap=1), 150.0, FACES)) == [4, 2, 1]


def test_side_by_side_below_a_rail() -> None:
    """Two columns of 70: dates above, the rail in the next line, text below; the third begins a new row."""
    style = replace(TIMELINE, display="columns", columns=2)
    galley = compose_timeline(EVENTS, style, 150.0, FACES)
    first, second = galley.strips
    assert heights(galley) == [5, 3]
    assert rules(first.marks) == [(0, 30.0, 150.0, 30.0, 0.5)]
    assert rules(second.marks) == [(0, 30.0, 70.0, 30.0, 0.5)]
    assert dots(first.marks) == [(2.0, 30.0), (82.0, 30.0)]
    assert runs(first.marks) == [
        ("春", 0.0, BASE),
        ("开工", 0.0, BASE + 40),
        ("一二三四五六七", 0.0, BASE + 60),
        ("八九十", 0.0, BASE + 80),
        ("夏", 80.0, BASE),
        ("通水", 80.0, BASE + 40),
    ]
