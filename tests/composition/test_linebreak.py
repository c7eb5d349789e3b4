"""The breaker alone: numbers in, places out."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.composition import linebreak
from brochure.composition.line_costs import HYPHENS_IN_A_ROW, JUMP, Items, Manner, Totals, cost_function
from brochure.composition.linebreak import (
    Broken,
    Measures,
    break_into,
    break_lines,
    farthest,
    first_fit,
    least_widths,
)
from brochure.composition.total_fit import HOPELESS, Limits, price_list
from brochure.composition.widows import lone_cost


def items(
    widths: list[float],
    blanks: list[float] | None = None,
    penalties: list[float] | None = None,
    fewest: int = 0,
) -> Items:
    """Characters of *widths*, a blank (shrinkable, trimmed at the line's edge) after each, a break after
    each.
    """
    blanks = blanks or [0.0] * len(widths)
    places, supply = [0.0], [0.0]
    for width, blank in zip(widths, blanks, strict=True):
        places.append(places[-1] + width + blank)
        supply.append(supply[-1] + blank)
    count = len(widths)
    ends = [0.0, *[places[at] + widths[at] for at in range(count)]]
    return Items(
        em=1.0,
        ends=ends,
        starts=places[:-1],
        shrink=[Totals("pause", [0.0, *supply[:-1]], supply[:-1])] if any(blanks) else [],
        stretch=[],
        slots=Totals("han-gap", [0, *range(count)], list(range(count))),
        counted=list(range(count + 1)),
        penalties=[0.0, *(penalties or [0.0] * (count - 1)), 0.0],
        fewest=fewest,
    )


def cost_of_way(things: Items, measures: Measures, places: tuple[int, ...], manner: Manner) -> float:
    """The price of given lines, added up from the price list."""
    cost_of = cost_function(things, manner)
    total, fitness = 0.0, 1
    for number, (start, end) in enumerate(pairwise((0, *places))):
        own, came = cost_of(start, end, measures.of(number))
        total += own + things.penalties[end] + (JUMP if abs(came - fitness) > 1 else 0.0)
        total += HYPHENS_IN_A_ROW if {start, end} <= things.hyphened else 0.0
        fitness = came
    return total


def all_ways(last: int, start: int = 0) -> list[tuple[int, ...]]:
    """Every way of choosing line ends."""
    if start == last:
        return [()]
    return [(end, *rest) for end in range(start + 1, last + 1) for rest in all_ways(last, end)]


def admissible(things: Items, measures: Measures, way: tuple[int, ...]) -> bool:
    """Whether no line sticks out that could be shorter, and none is hopelessly loose that could be
    fuller.
    """
    cost_of, least = cost_function(things, "justify"), least_widths(things, "justify")
    for number, (start, end) in enumerate(pairwise((0, *way))):
        measure = measures.of(number)
        fullest = farthest(least, start, measure)
        lack = measure - (things.ends[end] - things.starts[start])
        hopeless = lack > 0 and end != things.last and cost_of(start, end, measure)[0] > HOPELESS
        if end > fullest or (end < fullest and hopeless):
            return False
    return True


@st.composite
def paragraphs(draw: st.DrawFn, longest: int = 11) -> Items:
    """Short paragraphs with blanks and penalties."""
    widths = draw(st.lists(st.sampled_from([0.5, 1.0, 1.0, 1.0, 2.5]), min_size=1, max_size=longest))
    count = len(widths)
    blanks = draw(st.lists(st.sampled_from([0.0, 0.0, 0.0, 0.5]), min_size=count, max_size=count))
    penalties = draw(st.lists(st.sampled_from([0.0, 0.0, 0.0, 1.0]), min_size=count - 1, max_size=count - 1))
    found = items(widths, blanks, penalties, fewest=draw(st.integers(0, 3)))
    found.hyphened = frozenset(draw(st.lists(st.integers(1, count), max_size=4)))
    return found


@given(paragraphs(), st.sampled_from([3.0, 4.5, 5.0]), st.sampled_from([(), (2.0,), (5.0, 3.5)]))
@settings(max_examples=120, deadline=None)
def test_total_fit_is_the_cheapest_of_all_ways(things: Items, rest: float, first: tuple[float, ...]) -> None:
    """Against every admissible way of breaking a short paragraph, none costs less."""
    measures = Measures(rest=rest, first=first)
    found = break_lines(things, measures)
    ways = [way for way in all_ways(things.last) if admissible(things, measures, way)]
    cheapest = min(cost_of_way(things, measures, way, "justify") for way in ways)
    assert found.cost <= cheapest + 1e-9
    assert abs(found.cost - cost_of_way(things, measures, found.places, "justify")) < 1e-6


@given(paragraphs(), st.sampled_from([3.0, 4.5, 5.0]), st.sampled_from([(), (2.0,), (5.0, 3.5)]))
@settings(max_examples=120, deadline=None)
def test_lines_by_number_are_the_cheapest_of_all_ways(
    things: Items, rest: float, first: tuple[float, ...]
) -> None:
    """N - 1, n, n + 1: against every way of that many lines within the caps, none costs less; None where
    there is none.
    """
    measures, widest = Measures(rest=rest, first=first), 0.15
    count = len(break_lines(things, measures).places)
    wanted = (count - 1, count, count + 1)
    found = break_into(things, measures, wanted, widest)
    for lines in wanted:
        ways = [
            way
            for way in all_ways(things.last)
            if len(way) == lines and capped(things, measures, way, widest)
        ]
        costs = [cost_of_way(things, measures, way, "justify") for way in ways]
        assert (lines in found) == bool(costs)
        if costs:
            assert len(found[lines].places) == lines
            assert abs(found[lines].cost - min(costs)) < 1e-6


def capped(things: Items, measures: Measures, way: tuple[int, ...], widest: float) -> bool:
    """Whether no line sticks out, and none but the last is dearer than one with gaps of *widest*."""
    cost_of = cost_function(things, "justify")
    most = (widest / 0.10) ** 3 + 0.032
    lines = [cost_of(a, b, measures.of(number)) for number, (a, b) in enumerate(pairwise((0, *way)))]
    return all(cost < 1e4 for cost, _ in lines) and all(cost <= most for cost, _ in lines[:-1])


@given(
    paragraphs(longest=80),
    st.sampled_from([5.0, 8.0, 13.5]),
    st.sampled_from(["justify", "ragged", "balanced"]),
)
@settings(max_examples=80, deadline=None)
def test_total_fit_never_costs_more_than_first_fit(things: Items, measure: float, manner: Manner) -> None:
    """Looking ahead never makes a paragraph worse, and the lines cover it from beginning to end."""
    measures = Measures(rest=measure, first=(measure - 2,))
    found = break_lines(things, measures, manner)
    assert found.cost <= first_fit(things, measures, manner).cost + 1e-9
    assert found.places[-1] == things.last
    assert list(found.places) == sorted(set(found.places))


def test_exact_lines_cost_nothing() -> None:
    """Twelve squares in lines of four: three lines, at no cost."""
    assert break_lines(items([1.0] * 12), Measures(rest=4.0)) == Broken(places=(4, 8, 12), cost=0.0)


def test_first_line_has_its_own_measure() -> None:
    """An indented first line holds two characters less."""
    assert break_lines(items([1.0] * 10), Measures(rest=4.0, first=(2.0,))).places == (2, 6, 10)


def test_pulls_in_before_it_drives_out() -> None:
    """K12: five squares with a comma's blank among them go into four and a half em rather than onto two
    lines.
    """
    things = items([1.0] * 9, [0.0, 0.5, 0, 0, 0, 0, 0, 0, 0])
    assert break_lines(things, Measures(rest=5.0)).places == (5, 9)


def test_no_pushed_out_line_whose_shrink_supply_was_enough() -> None:
    """K12: with only free breaks, no line is widened when the next character would have fitted by
    shrinking.
    """
    blanks = [0.5 if at % 6 == 2 else 0.0 for at in range(60)]
    things = items([1.0] * 60, blanks)
    least = least_widths(things, "justify")
    measure = 20.0
    for start, end in pairwise((0, *break_lines(things, Measures(rest=measure)).places)):
        if end < things.last and things.ends[end] - things.starts[start] < measure:
            assert least.ends[end + 1] - least.starts[start] > measure


def test_last_line_of_one_is_avoided() -> None:
    """G3: 13 Han at six em are not set 6/6/1."""
    places = break_lines(items([1.0] * 13, fewest=2), Measures(rest=6.0)).places
    assert 13 - places[-2] >= 2


def test_price_of_the_last_line() -> None:
    """G3: too few is dear, the fewest allowed costs a little, the target of one more nothing; 0 asks for
    nothing.
    """
    assert lone_cost(1, 2) > 10 * lone_cost(2, 2) > 0.0
    assert lone_cost(3, 2) == lone_cost(1, 0) == lone_cost(1, 1) == 0.0


def test_penalty_is_weighed_against_the_gap() -> None:
    """A dear break is avoided when the line before it can be spaced a little instead."""
    free = items([1.0] * 40)
    dear = items([1.0] * 40, penalties=[1.0 if at == 20 else 0.0 for at in range(1, 40)])
    assert break_lines(free, Measures(rest=20.0)).places[0] == 20
    assert break_lines(dear, Measures(rest=20.0)).places[0] == 19


def test_a_hopeless_line_is_shared_out() -> None:
    """Where a full line leaves the next one hopelessly loose, a line less full is looked for as well."""
    things = items([1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 3.0, 3.0, 1.0], fewest=0)
    measures = Measures(rest=6.0)
    found = break_lines(things, measures)
    ways = [cost_of_way(things, measures, way, "justify") for way in all_ways(things.last)]
    assert found.cost == pytest.approx(min(ways))


def test_a_jump_between_line_classes_costs() -> None:
    """J7: a tight line and a loose one that follow each other cost more than each by itself."""
    things = items([1.0] * 12, [0.0, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    things.shrink = [things.shrink[0]._replace(step="stop")]  # the last step of all: a tight line
    cost_of = cost_function(things, "justify")
    (tight, first), (loose, second) = cost_of(0, 6, 6.0), cost_of(6, 11, 5.55)
    assert (first, second) == (0, 2)
    prices, measures = price_list(things, "justify"), Measures(rest=5.55, first=(6.0,))
    assert linebreak.cost_of_way(prices, measures, (6, 11, 12)) == tight + loose + JUMP


def test_hyphens_in_a_row_cost() -> None:
    """Two hyphened lines running cost more than the two hyphens; the second moves if it can."""
    plain = items([1.0] * 45, penalties=[0.05 if at in {20, 40} else 0.0 for at in range(1, 45)])
    assert break_lines(plain, Measures(rest=20.0)).places[:2] == (20, 40)
    plain.hyphened = frozenset({20, 40})
    places = break_lines(plain, Measures(rest=20.0)).places
    assert not {20, 40} <= set(places)


def test_measures_of_single_lines() -> None:
    """A measure for each line, where each begins, and what is left of them after some."""
    measures = Measures(rest=9.0, first=(5.0, 6.0), starts=(4.0, 3.0))
    assert [measures.of(line) for line in range(3)] == [5.0, 6.0, 9.0]
    assert [measures.start(line) for line in range(3)] == [4.0, 3.0, 0.0]
    assert measures.after(1) == Measures(rest=9.0, first=(6.0,), starts=(3.0,))
    assert measures.indented(2.0) == Measures(rest=9.0, first=(3.0, 6.0), starts=(6.0, 3.0))
    assert Measures(rest=9.0).indented(2.0) == Measures(rest=9.0, first=(7.0,), starts=(2.0,))


@given(paragraphs(longest=60), st.sampled_from([3.0, 5.0, 8.0]))
@settings(max_examples=60, deadline=None)
def test_giving_up_ways_that_fall_behind_changes_nothing(things: Items, rest: float) -> None:
    """The shortcut for long paragraphs finds ways as cheap as the search without it."""
    measures = Measures(rest=rest)
    found = break_lines(things, measures)
    prices = price_list(things, "justify")
    known = first_fit(things, measures)
    whole = linebreak._total_fit(prices, measures, known, Limits(known=known.cost))
    assert found.cost <= whole.cost + 1e-9


def test_a_box_longer_than_the_measure_stands_alone() -> None:
    """What cannot fit gets a line of its own; the rest is set as ever."""
    assert break_lines(items([1.0, 1.0, 7.0, 1.0, 1.0]), Measures(rest=4.0)).places == (2, 3, 5)


def test_ragged_lines_are_never_wider_than_the_measure() -> None:
    """J9: ragged text is broken at natural widths; blanks do not shrink."""
    things = items([1.0] * 9, [0.0, 0.5, 0, 0, 0, 0, 0, 0, 0])
    for start, end in pairwise((0, *break_lines(things, Measures(rest=5.0), "ragged").places)):
        assert things.ends[end] - things.starts[start] <= 5.0


def test_ragged_lines_are_evened() -> None:
    """Ten characters in lines of at most four with breaks after every other: 4/4/2, not beyond."""
    free = items([1.0] * 10)
    assert break_lines(free, Measures(rest=4.0), "ragged").places == (4, 8, 10)


def test_balanced_lines_are_of_like_length() -> None:
    """Thirteen characters in lines of at most six need three: 4/4/5 in some order, where ragged ones end
    6/6/1.
    """
    things = items([1.0] * 13)
    assert break_lines(things, Measures(rest=6.0), "ragged").places == (6, 12, 13)
    places = break_lines(things, Measures(rest=6.0), "balanced").places
    assert sorted(end - start for start, end in pairwise((0, *places))) == [4, 4, 5]


def test_time_grows_with_length_not_its_square() -> None:
    """A paragraph eight times as long takes no more than about eight times as long."""

    def seconds(count: int) -> float:
        things = items([1.0] * count, [0.5 if at % 7 == 3 else 0.0 for at in range(count)], fewest=2)
        start = time.process_time()
        break_lines(things, Measures(rest=20.3))
        return time.process_time() - start

    seconds(500)
    short = min(seconds(2_000) for _ in range(3))
    assert seconds(16_000) < 8 * short * 2.5 + 0.05
