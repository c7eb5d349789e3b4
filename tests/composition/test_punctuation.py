"""Cells and closing-up of marks, by their widths between two Han characters."""

import json
from pathlib import Path
from typing import Any

import pytest

from brochure.composition import set_line
from brochure.composition.characters import resolve_kinds
from brochure.composition.line import SetLine
from brochure.composition.punctuation import set_cells
from brochure.composition.shaping import shape_text
from brochure.composition.sorts import Stretch
from brochure.fonts import Direction, Shaped
from brochure.layout.styles import MarkWidths, Profile
from tests.composition.setting import EM, FACES, TEXT, SquareFaces
from tests.square import SquareFace

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "data" / "gb15834_cases.json").read_text(encoding="utf-8")
)["cases"]


def inner(text: str, profile: Profile | None = None) -> float:
    """The width between the first and the last character of *text*, in em."""
    line = set_line(text, TEXT, FACES, profile=profile or Profile())
    return round(line.width / EM - 2, 4)


def glyph_places(line: SetLine) -> list[float]:
    """Where the glyphs' origins stand, in em."""
    return [round((run.at.x + x) / EM, 4) for run in line.runs for x in run.xs]


@pytest.mark.parametrize(
    ("text", "ems"),
    [(case["text"], case["inner_em"]) for case in CASES if case["kind"] in ("width", "adjacent_width")],
)
def test_gb_widths(text: str, ems: float) -> None:
    """GB/T 15834 5.1 and clreq: every width case of the conformance set is met to the hundredth."""
    assert inner(text) == pytest.approx(ems, abs=0.01)


@pytest.mark.parametrize("mark", "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』")
def test_lone_mark_is_one_em(mark: str) -> None:
    """P1: a lone full-width mark inside a line takes one em."""
    assert inner(f"国{mark}国") == 1.0


@pytest.mark.parametrize(
    "pair", ["」，", "）（", "。”", "：“", "、《", "》、", "？”", "））", "（（", "”；", "！》", "》·", "·《"]
)
def test_adjacent_marks_share_a_blank(pair: str) -> None:
    """P2: two adjacent marks take one and a half em, half an em less than alone; the interpunct is half
    an em itself.
    """
    assert inner(f"国{pair}国") == (1.0 if "·" in pair else 1.5)


@pytest.mark.parametrize(("run", "ems"), [("”，“", 2.0), ("。」』", 2.0), ("》）。", 2.0), ("（《“", 2.0)])
def test_three_marks_in_a_row(run: str, ems: float) -> None:
    """P2: three adjacent marks take two em."""
    assert inner(f"国{run}国") == ems


def test_open_then_close_is_not_squeezed() -> None:
    """P4: （） stays two em wide."""
    assert inner("国（）国") == 2.0


def test_the_half_that_goes_is_the_outer_one() -> None:
    """P3: in ）（ the opening mark is halved, in （（ the second, in ）） the first."""
    # glyph origins: a halved opening mark stands half an em to the left of its body
    for text, second in (("国）（国", 1.5), ("国（（国", 1.5), ("国））国", 1.5)):
        places = glyph_places(set_line(text, TEXT, FACES))
        assert places[1] == 1.0
        assert places[2] == second


def test_mark_before_an_opening_mark_keeps_its_blank_before_han() -> None:
    """P6: ）’（ is set full-half-full-half: five em less two halves."""
    assert inner("国）’（国") == 2.0


@pytest.mark.parametrize(
    ("run", "ems"), [("？！", 1.0), ("！！", 1.0), ("？？？", 2.0), ("！！！", 2.0), ("？！”", 2.0)]
)
def test_stacked_marks(run: str, ems: float) -> None:
    """P7, GB 5.1.2: two of ？！ fill one em, three fill two."""
    assert inner(f"国{run}国") == ems


def test_an_opening_mark_behind_stacked_stops_keeps_its_blank() -> None:
    """P7, P2: ？！ has no blank half to share, so ？！“ is two em; three stops have one, and share it."""
    assert inner("好？！“好") == 2.0
    assert inner("好？！？“好") == 2.5


@pytest.mark.parametrize(
    ("mark", "ems"),
    [("·", 0.5), ("/", 0.5), ("／", 0.5), ("–", 0.5), ("—", 1.0), ("～", 1.0), ("——", 2.0), ("……", 2.0)],
)
def test_cells_of_small_marks(mark: str, ems: float) -> None:
    """P8: the interpunct, the solidus and the short connector take half an em, 一字线 and ～ one, —— and
    …… two.
    """
    assert inner(f"国{mark}国") == ems


def test_interpunct_stands_in_the_middle() -> None:
    """P8: the ink of · is centred in its half em, whatever cell the font gives it."""
    assert glyph_places(set_line("国·国", TEXT, FACES)) == [
        0.0,
        1.0,
        1.5,
    ]  # the square · is half an em of ink


@pytest.mark.parametrize(
    ("marks", "widths"),
    [("full", (1.0, 1.0, 1.5)), ("kaiming", (0.5, 1.0, 1.5)), ("half", (0.5, 0.5, 1.0))],
)
def test_mark_widths_of_profiles(marks: MarkWidths, widths: tuple[float, float, float]) -> None:
    """P11: 全角 sets one em; 开明 half an em but for stops; 半角 half an em for all, pairs one em."""
    profile = Profile(marks=marks)
    pair = "。”" if marks == "full" else "”。"
    assert (inner("国，国", profile), inner("国。国", profile), inner(f"国{pair}国", profile)) == widths


def test_no_squeezing_profile() -> None:
    """P11: with *squeeze_pairs* off every mark keeps its em."""
    assert inner("国。”国", Profile(squeeze_pairs=False)) == 2.0


def test_dash_pair_is_one_glyph() -> None:
    """P14: —— is one glyph of two em where the font has it, and both characters stand in its text."""
    line = set_line("国——国", TEXT, FACES)
    assert [run.texts for run in line.runs] == [("国", "——", "国")]
    assert glyph_places(line) == [0.0, 1.0, 3.0]


class ShortDashFace(SquareFace):
    """A face without a two-em dash, whose — has a tenth of an em of bearing on either side."""

    def shape(self, text: str, features: tuple[str, ...] = (), direction: Direction = "ltr") -> Shaped:
        """One glyph a character."""
        return super().shape(text.replace("—", "\u4e00"), features, direction)

    def bounds(self, glyph: int) -> tuple[int, int, int, int]:
        """The dash is a stroke."""
        return (100, 360, 900, 400) if glyph == 0x4E00 else super().bounds(glyph)


def test_two_dashes_touch_without_a_ligature() -> None:
    """P14: two dash glyphs are brought together until their strokes overlap."""
    face = ShortDashFace()
    sorts = shape_text("国——国", resolve_kinds("国——国"), [Stretch(0, 4, TEXT)], SquareFaces(square=face))
    set_cells(sorts, Profile())
    right_of_first = sorts.offsets[1] + 0.9 * EM
    left_of_second = EM + sorts.offsets[2] + 0.1 * EM
    assert 0 < right_of_first - left_of_second < 0.01 * EM
    assert sorts.bodies[1] == sorts.bodies[2] == EM
    assert 2 in sorts.joined


@pytest.mark.parametrize("text", ["国“abc def”国", "国 “国”", "“国”"])
def test_quotes_round_chinese_are_full_width(text: str) -> None:
    """P13: a quotation mark beside Chinese is a full-width mark."""
    sorts = shape_text(text, resolve_kinds(text), [Stretch(0, len(text), TEXT)], FACES)
    set_cells(sorts, Profile())
    assert sorts.bodies[text.index("“")] == EM / 2


def test_quotes_in_latin_are_proportional() -> None:
    """P13: apostrophe and quotation marks of a Latin phrase take the room of their ink."""
    text = "“O’Neil”"
    narrow = SquareFaces(square=_SmallQuotes())
    sorts = shape_text(text, resolve_kinds(text), [Stretch(0, len(text), TEXT)], narrow)
    set_cells(sorts, Profile())
    assert sorts.bodies[text.index("’")] == pytest.approx(0.3 * EM)
    assert not sorts.before
    assert not sorts.after


class _SmallQuotes(SquareFace):
    """Quotation marks a fifth of an em wide in a cell of one em."""

    def bounds(self, glyph: int) -> tuple[int, int, int, int]:
        """Ink at the left of the cell."""
        return (50, 500, 250, 800) if chr(glyph) in "“”‘’" else super().bounds(glyph)
