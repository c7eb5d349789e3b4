"""Taking in and driving out: the order, the equal shares, the ledger."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.composition.adjustment import Adjusted, adjust, set_natural
from brochure.composition.characters import resolve_kinds
from brochure.composition.mixed import WORD_SPACE_MAX, WORD_SPACE_MIN
from brochure.composition.shaping import shape_text
from brochure.composition.sorts import Stretch
from brochure.composition.stick import SHRINK_ORDER, STRETCH_ORDER, Stick, set_solid
from brochure.layout.styles import Profile
from tests.composition.setting import EM, FACES, JUSTIFIED, TEXT, compose, origins

TABLE = json.loads(
    (Path(__file__).parent / "data" / "clreq_line_adjustment.json").read_text(encoding="utf-8")
)


def stick(text: str, profile: Profile | None = None) -> Stick:
    """*text* set solid in square faces."""
    sorts = shape_text(text, resolve_kinds(text), [Stretch(0, len(text), TEXT)], FACES)
    return set_solid(sorts, profile or Profile())


def set_to(text: str, ems: float, profile: Profile | None = None, *, closing: bool = False) -> Adjusted:
    """The whole of *text* as one line of *ems*."""
    solid = stick(text, profile)
    return adjust(solid, set_natural(solid, 0, len(text), len(text) - 1), ems * EM, closing=closing)


def test_order_is_that_of_clreq() -> None:
    """J2, J3: the steps stand in the order of the clreq table (its step 1, the line end, is no
    adjustment).
    """
    words = {
        "word-space": "Latin word space",
        "interpunct": "interpunct",
        "bracket": "brackets",
        "pause": "comma",
        "mixed-gap": "Han/Latin gap",
        "stop": "full stop",
    }
    for step, row in zip(SHRINK_ORDER, TABLE["shrink"][1:], strict=True):
        assert row["what"].startswith(words[step])
    for step, row in zip(STRETCH_ORDER, TABLE["stretch"][:2], strict=True):
        assert row["what"].startswith(words[step])


def test_limits_are_those_of_clreq() -> None:
    """J2, J3, S5: word space a quarter to a half em, gap an eighth to a half, by default."""
    shrink = {row["what"]: row for row in TABLE["shrink"]}
    stretch = {row["what"]: row for row in TABLE["stretch"]}
    profile = Profile()
    assert shrink["Latin word space"]["min"] == WORD_SPACE_MIN
    assert stretch["Latin word space"]["max"] == WORD_SPACE_MAX
    assert shrink["Han/Latin gap"]["min"] == profile.mixed_gap_min
    assert shrink["Han/Latin gap"]["default"] == profile.mixed_gap
    assert profile.mixed_gap_max in (stretch["Han/Latin gap"]["max"], pytest.approx(1 / 3, abs=0.001))


LINE = "国（国）国，国。国a国 b c 国国"
"""One bracket pair, a pause, a stop, gaps and a word space: something for every step."""


@given(st.floats(0.0, 1.0))
@settings(max_examples=60, deadline=None)
def test_later_step_only_when_earlier_ones_are_exhausted(share: float) -> None:
    """J2: whatever has to go, the ledger is a full prefix of the steps and at most one partial step."""
    solid = stick(LINE)
    last = len(LINE) - 1
    supply = {step: totals[last] - totals[0] for step, totals in solid.shrink.items()}
    natural = set_natural(solid, 0, len(LINE), last)
    line = adjust(solid, natural, natural.natural - share * sum(supply.values()), closing=False)
    used = dict(line.shrunk)
    assert list(used) == list(supply)[: len(used)]
    for step, _ in line.shrunk[:-1]:
        assert used[step] == pytest.approx(supply[step])
    assert sum(used.values()) == pytest.approx(share * sum(supply.values()), abs=1e-5)


def test_brackets_give_before_pauses_and_stops() -> None:
    """J2: half an em too wide, the two brackets give a quarter each and the comma nothing."""
    line = set_to("国（国）国，国。国", 8.5)
    assert dict(line.shrunk) == {"bracket": pytest.approx(5.0)}
    places = [place / EM for place in line.places]
    assert places[1] == pytest.approx(1.25)  # the opening mark's blank is halved
    assert places[4] == pytest.approx(3.5)  # and the closing one's
    assert line.width == pytest.approx(85.0)


def test_marks_never_give_more_than_their_blank() -> None:
    """J2, P12: when all is given away every mark still has its half em, and the rest sticks out."""
    line = set_to("国，国。国", 3.0)
    assert line.width == pytest.approx(4 * EM)
    assert [right - left for left, right in pairwise(line.places)] == [
        pytest.approx(width) for width in (10.0, 5.0, 10.0, 5.0)
    ]


def test_marks_may_be_left_alone() -> None:
    """J2: a profile can forbid squeezing marks; then only gaps give."""
    line = set_to("国，国。国a国", 6.0, Profile(squeeze_marks=False))
    assert [step for step, _ in line.shrunk] == ["mixed-gap"]


def test_gap_beside_latin_opens_before_han_does() -> None:
    """J3: lines widen at the Han/Latin gaps up to their limit, then everywhere else equally."""
    some = set_to("国国a国国", 5.2)
    assert [step for step, _ in some.stretched] == ["mixed-gap"]
    more = set_to("国国a国国", 6.0)
    ledger = dict(more.stretched)
    assert ledger["mixed-gap"] == pytest.approx(2 * 0.25 * EM)
    assert ledger["han-gap"] == pytest.approx(more.width - more.natural - ledger["mixed-gap"])
    assert more.width == 60.0


def test_all_places_widen_equally() -> None:
    """J4: on one line every gap between Han grows by the same amount, to the hundredth of an em."""
    line = set_to("国国，国国国", 7.0)
    steps = [right - left for left, right in pairwise(line.places)]
    widths = [10.0, 10.0, 10.0, 10.0, 10.0]
    grown = [step - width for step, width in zip(steps, widths, strict=True)]
    assert max(grown) - min(grown) < 0.01 * EM
    assert line.gap == pytest.approx(0.2)


@pytest.mark.parametrize("unit", ["——", "……", "GDP", "99.02%", "？！"])
def test_units_are_never_widened_inside(unit: str) -> None:
    """J5: —— …… Latin words, numbers and stacked marks stay as they are on a wide line."""
    line = set_to(f"国国{unit}国国", 14.0)
    natural = set_to(f"国国{unit}国国", 14.0, closing=True)
    inside = slice(2, 2 + len(unit))
    wide = [place - line.places[2] for place in line.places[inside]]
    assert wide == [pytest.approx(place - natural.places[2]) for place in natural.places[inside]]


@pytest.mark.parametrize("mark", ["～", "/", "–"])
def test_connectors_and_solidus_keep_their_neighbours(mark: str) -> None:
    """J5: no space opens beside connectors and the solidus."""
    line = set_to(f"国国{mark}国国", 9.0)
    natural = set_to(f"国国{mark}国国", 9.0, closing=True)
    assert line.places[3] - line.places[1] == pytest.approx(natural.places[3] - natural.places[1])


def test_latin_line_widens_its_spaces() -> None:
    """A line without Han has only its word spaces; they take everything, beyond the limit if they must."""
    line = set_to("ab cd ef", 6.0)
    assert line.width == 60.0
    assert dict(line.stretched)["word-space"] == pytest.approx(60.0 - line.natural)


def test_single_word_stays_short() -> None:
    """A line that nothing can widen keeps its width."""
    line = set_to("abcdef", 6.0)
    assert (line.width, line.stretched) == (30.0, ())


def test_spaces_at_the_line_end_count_for_nothing() -> None:
    """A typed space at the end of a line is outside its width."""
    solid = stick("国国 ")
    assert set_natural(solid, 0, 3, 1).width == 2 * EM


@given(
    st.lists(
        st.sampled_from(["国", "国", "国", "，", "。", "（", "）", "ab", "12", "——"]), min_size=2, max_size=40
    ),
    st.floats(-1.5, 3.0),
)
@settings(max_examples=100, deadline=None)
def test_adjusted_line_is_exactly_as_wide(tokens: list[str], more: float) -> None:
    """J1: within what it can give and take, a line ends within 0.01 pt of the measure, and its places
    never run back.
    """
    text = "国" + "".join(tokens) + "国"
    solid = stick(text)
    last = len(text) - 1
    line = set_natural(solid, 0, len(text), last)
    supply = sum(totals[last] for totals in solid.shrink.values())
    measure = line.natural + more * EM
    found = adjust(solid, line, measure, closing=False)
    if -more * EM <= supply:
        assert abs(found.width - measure) <= 0.01
        assert abs(found.places[-1] + EM - measure) <= 0.01
    assert all(right >= left - 1e-6 for left, right in pairwise(found.places))
    taken = sum(amount for _, amount in found.shrunk)
    given_ = sum(amount for _, amount in found.stretched)
    assert line.natural - taken + given_ == pytest.approx(found.width, abs=1e-4)


def test_tracking_is_not_added_after_the_last_character() -> None:
    """Letterspacing stands between characters, never inside a dash, nor at the line's end."""
    style = replace(TEXT, tracking=0.1)
    text = "国——国"
    sorts = shape_text(text, resolve_kinds(text), [Stretch(0, len(text), style)], FACES)
    solid = set_solid(sorts, Profile())
    assert set_natural(solid, 0, len(text), len(text) - 1).width == pytest.approx(4.2 * EM)


@pytest.mark.parametrize(
    ("text", "places"), [("张三", (0, 3)), ("李四国", (0, 1.5, 3)), ("一二三四", (0, 1, 2, 3))]
)
def test_names_are_spread_to_the_edges(text: str, places: tuple[float, ...]) -> None:
    """J10: in a list of names first and last character stand on the edges, the gaps between are equal."""
    galley = compose(text, 4, replace(JUSTIFIED, align="spread"))
    assert [x for _, x in origins(galley, 0)] == pytest.approx(list(places))
    assert galley.remarks == ()


def test_a_name_as_long_as_its_measure_is_not_spread() -> None:
    """J10: nothing to spread, nothing squeezed; a lone character stays at the left."""
    for text in ("一二三四", "一"):
        galley = compose(text, 4, replace(JUSTIFIED, align="spread"))
        assert [x for _, x in origins(galley, 0)] == list(map(float, range(len(text))))
