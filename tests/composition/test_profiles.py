"""House profiles: what each style value does to a line (P9-P11, P15, H1, J2, J8)."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.composition import compose_paragraph
from brochure.composition.characters import resolve_kinds
from brochure.composition.punctuation import set_cells
from brochure.composition.shaping import shape_text
from brochure.composition.sorts import Stretch
from brochure.content.model import Inline
from brochure.diagnostics import Span
from brochure.display import GlyphRun
from brochure.fonts import Bounds
from brochure.layout.profiles import Profiles
from brochure.layout.styles import Hanging, LineEnd, Profile
from brochure.source import Faults, Placed
from tests.composition.conformance import DATA
from tests.composition.setting import EM, FACES, JUSTIFIED, TEXT, SquareFaces, compose, lines, origins, texts
from tests.square import SquareFace

LINE_ENDS: tuple[LineEnd, ...] = ("half", "needed", "full")
HOUSES = ("gb-book", "kaiming", "banjiao", "hangmo-banjiao", "plain-grid")


def house(name: str) -> Profile:
    """The shipped profile of that name."""
    faults = Faults("layout")
    asked = Placed(name, Span("test.yaml", 1, 1, 1, 1))
    found = Profile(**Profiles((), faults).rules({"based-on": asked}, {}))
    assert faults.found == []
    return found


def cells(text: str, profile: Profile) -> list[float]:
    """The width of each character between its neighbours, blanks and all, in em."""
    sorts = shape_text(text, resolve_kinds(text), [Stretch(0, len(text), TEXT)], FACES)
    set_cells(sorts, profile)
    blanks = [sorts.before.get(at, 0.0) + sorts.after.get(at, 0.0) for at in range(len(text))]
    return [round((body + blank) / EM, 4) for body, blank in zip(sorts.bodies, blanks, strict=True)]


# ---------------------------------------------------------------- the shelf


def test_the_default_profile_is_gb_book() -> None:
    """What a layout without a profile gets stands written on the shelf, value for value."""
    assert house("gb-book") == Profile()


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        # a lone pause, a lone stop, a lone bracket; then pairs
        ("gb-book", "国，国。国（国", [1, 1, 1, 1, 1, 1, 1]),
        ("gb-book", "国”，国。“国", [1, 0.5, 1, 1, 1, 0.5, 1]),
        ("kaiming", "国，国。国（国", [1, 0.5, 1, 1, 1, 0.5, 1]),
        ("kaiming", "国”。国？国", [1, 0.5, 1, 1, 1, 1]),
        ("banjiao", "国，国。国（国", [1, 0.5, 1, 0.5, 1, 0.5, 1]),
        ("banjiao", "国”，国。“国", [1, 0.5, 0.5, 1, 0.5, 0.5, 1]),
        ("hangmo-banjiao", "国，国。国（国", [1, 1, 1, 1, 1, 1, 1]),
        ("hangmo-banjiao", "国”，国。“国", [1, 1, 1, 1, 1, 1, 1]),
        ("plain-grid", "国”，国。“国", [1, 1, 1, 1, 1, 1, 1]),
        ("plain-grid", "国？！国", [1, 1, 1, 1]),
    ],
)
def test_marks_inside_a_line(name: str, text: str, wanted: list[float]) -> None:
    """P11: 全角 1 and 1.5 for two; 开明 half but for stops; 半角 half for all; the last two an em whatever
    stands beside it.
    """
    assert cells(text, house(name)) == wanted


@pytest.mark.parametrize(
    ("name", "first", "start"),
    [
        ("gb-book", 6.5, -0.5),
        ("kaiming", 6.5, -0.5),
        ("banjiao", 6.5, -0.5),
        ("hangmo-banjiao", 6.5, -0.5),
        ("plain-grid", 7.0, 0.0),
    ],
)
def test_marks_at_the_edges(name: str, first: float, start: float) -> None:
    """P9-P11: every style but the grid trims marks at both edges of a line; their ink stands flush."""
    galley = compose("国国国国国国，“国国国国国国国国国国", first, profile=house(name))
    assert texts(galley)[0] == "国国国国国国，"
    assert lines(galley)[0].natural == first * EM
    assert origins(galley, 1)[0] == ("“", start)


def test_hangmo_banjiao_takes_nothing_from_marks() -> None:
    """P11: 1 em inside, whatever the line lacks; only gaps give."""
    galley = compose("国国，国国国国国国国。国国国国", 9.5, profile=house("hangmo-banjiao"))
    assert all(step == "han-gap" for line in lines(galley) for step, _ in (*line.shrunk, *line.stretched))


@given(
    st.lists(st.sampled_from("国国国国国国，。；（）“”"), min_size=20, max_size=80).map("".join),
    st.sampled_from([8, 12]),
)
@settings(max_examples=60, deadline=None)
def test_plain_grid_keeps_to_its_cells(text: str, ems: float) -> None:
    """G9, P11: on a line that was not widened every character stands on a whole em."""
    galley = compose(text, ems, profile=house("plain-grid"))
    for number, line in enumerate(lines(galley)):
        if not line.stretched and not line.shrunk:
            assert all(x == round(x) for _, x in origins(galley, number))


# ---------------------------------------------------------------- web platform tests


ROWS: dict[str, Any] = json.loads((DATA / "wpt_text_spacing_trim.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [*ROWS["adjacent_001"], *ROWS["quote_001"]["zh"]], ids=lambda case: case[0])
def test_the_css_tests_of_trimming_pass(case: list[Any]) -> None:
    """P2-P6: full or half, every character of the rows of `text-spacing-trim` for zh-Hans."""
    text, wanted = case
    assert cells(text, Profile()) == [1.0 if letter == "F" else 0.5 for letter in wanted]


# ---------------------------------------------------------------- the line's end, where references disagree


BRACKETED = "国国国国（国）国国国国国国国国国国国国"


def test_a_bracket_is_halved_only_when_needed() -> None:
    """CSS Text 4: at seven em ） fits whole and stays whole; at six and a half it is halved."""
    needed = Profile(line_end="needed")
    roomy, narrow = (compose(BRACKETED, ems, profile=needed) for ems in (7, 6.5))
    assert [lines(galley)[0].text for galley in (roomy, narrow)] == ["国国国国（国）"] * 2
    assert lines(roomy)[0].natural == 7 * EM
    assert not lines(roomy)[0].stretched
    assert lines(narrow)[0].natural == 6.5 * EM


def test_a_pause_keeps_its_em_when_only_brackets_give_way() -> None:
    """CSS Text 4 leaves ，。 at a line's end alone; GB 5.1.10 halves every mark."""
    text = "国国国国国，国国国国国国国国国"
    assert lines(compose(text, 5.5))[0].text == "国国国国国，"
    assert lines(compose(text, 5.5, profile=Profile(line_end="needed")))[0].text != "国国国国国，"


@given(
    st.lists(st.sampled_from("国国国国（）。，"), min_size=5, max_size=60).map("".join),
    st.sampled_from([7, 7.5, 12]),
)
@settings(max_examples=80, deadline=None)
def test_lines_are_flush_whatever_their_ends_keep(text: str, ems: float) -> None:
    """J1, P9: with marks kept, halved or halved when needed, a line that was spaced ends at the measure."""
    for line_end in LINE_ENDS:
        for line in lines(compose(text, ems, profile=Profile(line_end=line_end)))[:-1]:
            assert line.width == pytest.approx(ems * EM) or not line.stretched


# ---------------------------------------------------------------- hanging


@pytest.mark.parametrize(
    ("hanging", "mark", "hangs"),
    [
        ("none", "，", False),
        ("pauses", "，", True),
        ("pauses", "。", True),
        ("pauses", "、", True),
        ("pauses", "；", False),
        ("all", "；", True),
        ("all", "！", True),
        ("all", "）", False),
    ],
)
def test_a_mark_hangs_outside_the_measure(hanging: Hanging, mark: str, hangs: bool) -> None:
    """H1: the Han before it ends at the measure, its own ink half stands outside; never a closing bracket."""
    profile = Profile(hanging=hanging)
    text = f"国国国国国国{mark}国国国国国国国国"
    first = lines(compose(text, 6, profile=profile))[0]
    if hangs:
        assert (first.text, first.natural) == (f"国国国国国国{mark}", 6 * EM)
        assert origins(compose(text, 6, profile=profile), 0)[-1] == (mark, 6.0)
    else:
        assert first.text == "国国国国国"


def test_two_marks_do_not_hang() -> None:
    """H1: where two marks end the line neither hangs."""
    galley = compose("国国国国国”，国国国国国国国国", 6, profile=Profile(hanging="pauses"))
    assert texts(galley)[0] == "国国国国国”，"
    assert lines(galley)[0].natural == 6 * EM


def test_hanging_is_off_by_default() -> None:
    """H1: rare in print; no profile of the shelf hangs."""
    assert {house(name).hanging for name in HOUSES} == {"none"}


# ---------------------------------------------------------------- dots, stops, last lines


class LowDots(SquareFace):
    """A face whose … lies on the baseline, as Latin faces have it."""

    def bounds(self, glyph: int) -> Bounds:
        """A twentieth of an em high."""
        return (100, 0, 900, 100) if glyph == ord("…") else super().bounds(glyph)


@pytest.mark.parametrize(("where", "lift"), [("middle", 0.33), ("baseline", 0.0)])
def test_dots_stand_where_the_house_wants_them(where: str, lift: float) -> None:
    """P15: …… half-way up the em box (0.38 em), whatever the font does, or on the baseline: one choice."""
    faces = SquareFaces(square=LowDots())
    profile = Profile(ellipsis=where)  # type: ignore[arg-type]
    text = "国……国"
    sorts = shape_text(text, resolve_kinds(text), [Stretch(0, 4, TEXT)], faces)
    set_cells(sorts, profile)
    assert [round(sorts.rises.get(at, 0.0) / EM, 4) for at in (1, 2)] == [lift, lift]


def test_a_lifted_dot_is_drawn_higher() -> None:
    """P15: the glyph moves up, the line stays where it is."""
    galley = compose_paragraph((Inline(text="国……国"),), JUSTIFIED, 100, SquareFaces(square=LowDots()))
    (run,) = [mark for mark in galley.strips[0].marks if isinstance(mark, GlyphRun)]
    assert run.at.y == galley.strips[0].baseline
    assert run.ys == pytest.approx((0.0, -3.3, -3.3, 0.0))


def test_stops_may_keep_their_blank() -> None:
    """J2: the last step, 。？！, can be switched off; then the line is spaced instead."""
    text = "国国国国。国国国国国国国国国国国国国国国国国国"
    assert texts(compose(text, 9.5))[0] == "国国国国。国国国国国"
    kept = lines(compose(text, 9.5, profile=Profile(squeeze_stops=False)))[0]
    assert kept.text == "国国国国。国国国国"
    assert not kept.shrunk


def test_a_nearly_full_last_line_may_be_left() -> None:
    """J8: filling it is a style value; at 0 it keeps its natural width."""
    text = "国" * 42 + "国" * 41 + "。"
    assert lines(compose(text, 42))[-1].width == pytest.approx(42 * EM)
    assert lines(compose(text, 42, profile=Profile(fill_last_line=0.0)))[-1].width == 41.5 * EM
