"""Typed values: the right ones come back in the house's units, the wrong ones are told at the value with
what was meant.
"""

import json
import math

import pytest

from brochure.diagnostics import Words
from brochure.geometry import mm
from brochure.source import (
    At,
    Choice,
    Em,
    Faults,
    Kind,
    Length,
    ListOf,
    MapOf,
    Number,
    Placed,
    Share,
    Text,
    Truth,
    parse,
    to_points,
)
from tests.source.findings import noted


def read_as(kind: Kind[object], written: str) -> tuple[object, Faults]:
    """What *kind* makes of the value *written*, which stands at 1:4, and what it notes."""
    node = parse(f"a: {written}\n", "a.yaml").get("a")
    assert node is not None
    faults = Faults("layout")
    return kind.read(node, faults), faults


GOOD: list[tuple[Kind[object], str, object]] = [
    (Length(), "12mm", mm(12)),
    (Length(), "12 mm", mm(12)),
    (Length(), '"0.5cm"', mm(5)),
    (Length(), "9pt", 9.0),
    (Length("-5mm"), "-3mm", mm(-3)),
    (Length(), "0mm", 0.0),
    (Em(), "1.5em", 1.5),
    (Number(0, 100), "12.5", 12.5),
    (Number(-1, 1), "-0.25", -0.25),
    (Number(0, 9, whole=True), "3", 3.0),
    (Share(), "0.6", 0.6),
    (Share(), "60%", 0.6),
    (Share(0, 3.2), "300%", 3.0),
    (Truth(), "true", True),
    (Truth(), "false", False),
    (Choice("start", "end"), "end", "end"),
    (Text(), "12:30:45", "12:30:45"),
    (Text(), "1801.10", "1801.10"),
    (Text(), "yes", "yes"),
    (Text(), '"  西宁 "', "西宁"),
    (Text(), "a & b < c </para> <img>", "a & b < c </para> <img>"),
    (ListOf(Number(0, 9)), "[1, 2, 3]", (1.0, 2.0, 3.0)),
    (ListOf(Number(0, 9)), "[]", ()),
    (MapOf(Length(), name=Words("sizes", "尺寸")), "{正文: 9pt, small: 8pt}", {"正文": 9.0, "small": 8.0}),
]


@pytest.mark.parametrize(("kind", "written", "expected"), GOOD)
def test_values_come_back_in_house_units(kind: Kind[object], written: str, expected: object) -> None:
    """Lengths come back in points, shares as parts of one, text as typed, without a finding."""
    value, faults = read_as(kind, written)
    assert value == pytest.approx(expected) if isinstance(expected, float) else value == expected
    assert not faults.found


LENGTH, SHARE = Length(), Share()
BAD: list[tuple[Kind[object], str, str, str]] = [
    (LENGTH, "12", "not-a-figure", "`12mm`"),
    (LENGTH, "１２mm", "not-a-figure", "`12mm`"),
    (LENGTH, "１２．５ｍｍ", "not-a-figure", "`12.5mm`"),
    (LENGTH, "12毫米", "not-a-figure", "`12mm`"),
    (LENGTH, "12.5MM", "not-a-figure", "`12.5mm`"),
    (LENGTH, '"1,200mm"', "not-a-figure", "`1200mm`"),
    (LENGTH, "12px", "not-a-figure", "`12mm`"),
    (LENGTH, "mm", "not-a-figure", "such as `12mm`"),
    (LENGTH, ".5mm", "not-a-figure", "such as `12mm`"),
    (LENGTH, "1e30mm", "not-a-figure", "such as `12mm`"),
    (LENGTH, "nan", "not-a-figure", "such as `12mm`"),
    (LENGTH, ".inf", "not-a-figure", "such as `12mm`"),
    (LENGTH, "9" * 400 + "mm", "not-a-figure", "such as `12mm`"),
    (LENGTH, "12:30:45", "not-a-figure", "such as `12mm`"),
    (LENGTH, "yes", "not-a-figure", "such as `12mm`"),
    (LENGTH, "99999999mm", "out-of-range", "at the limit: `3000mm`"),
    (LENGTH, "-10mm", "out-of-range", "at the limit: `0mm`"),
    (Length("3pt", "1000pt"), "1mm", "out-of-range", "at the limit: `3pt`"),
    (Em(0, 4), "5em", "out-of-range", "at the limit: `4em`"),
    (Em(), "5mm", "not-a-figure", "`5em`"),
    (Number(0, 9), "10", "out-of-range", "at the limit: `9`"),
    (Number(0, 9), "三", "not-a-figure", "such as `12`"),
    (Number(1, 9, whole=True), "0", "out-of-range", "at the limit: `1`"),
    (SHARE, "1.5", "out-of-range", "at the limit: `1`"),
    (SHARE, "150%", "out-of-range", "at the limit: `100%`"),
    (SHARE, "-1%", "out-of-range", "at the limit: `0%`"),
    (SHARE, "６０％", "not-a-figure", "`60%`"),
    (Truth(), "yes", "not-true-or-false", "`true`"),
    (Truth(), "off", "not-true-or-false", "`false`"),
    (Truth(), "否", "not-true-or-false", "`false`"),
    (Choice("justify", "start"), "justfy", "unknown-choice", "`justify`"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "written", "fault", "hint"), BAD)
def test_wrong_values_are_told_with_what_was_meant(
    kind: Kind[object], written: str, fault: str, hint: str
) -> None:
    """A wrong figure or word is told at its place, with the nearest right one."""
    value, faults = read_as(kind, written)
    assert value is None
    assert noted(faults) == [f"1:4 layout/{fault}"]
    suggestion = faults.found[0].suggestion
    assert suggestion is not None
    assert suggestion.en == hint


def test_no_figure_is_ever_more_than_its_range() -> None:
    """Whatever is typed, a length comes back finite and within its range, or not at all."""
    for written in ("1e308mm", "-0mm", "0.0000001mm", "3000mm", "3000.01mm", "inf", "NaN", "0x10mm", "1_0mm"):
        value, faults = read_as(LENGTH, written)
        assert (value is None) == bool(faults.found)
        assert value is None or (isinstance(value, float) and math.isfinite(value) and 0 <= value <= mm(3000))


TYPES: list[tuple[Kind[object], str, str]] = [
    (Text(), "[a, b]", "1:4 layout/wrong-type"),
    (Text(), "{西宁}", "1:4 layout/wrong-type"),
    (Text(), "", "1:3 layout/empty-value"),
    (Text(), "null", "1:4 layout/empty-value"),
    (Text(), '""', "1:4 layout/empty-value"),
    (Text(), '"   "', "1:4 layout/empty-value"),
    (Text(), '"a\\nb"', "1:6 layout/more-than-a-line"),
    (Text(), '"a\\tb"', "1:6 layout/more-than-a-line"),
    (Text(longest=3), "西宁是城", "1:4 layout/text-too-long"),
    (Text(pattern="[a-z]+", example="body"), "正文", "1:4 layout/not-so-written"),
    (LENGTH, "[12mm]", "1:4 layout/wrong-type"),
    (LENGTH, "~", "1:4 layout/empty-value"),
    (ListOf(Text()), "西宁", "1:4 layout/wrong-type"),
    (ListOf(Text()), "", "1:3 layout/wrong-type"),
    (ListOf(Text(), fewest=1), "[]", "1:4 layout/wrong-count"),
    (ListOf(Text(), fewest=2, most=2), "[a]", "1:4 layout/wrong-count"),
    (MapOf(Text(), name=Words("names", "名称")), "[a]", "1:4 layout/wrong-type"),
    (MapOf(Text(), name=Words("names", "名称")), "{a b: c}", "1:5 layout/not-a-name"),
]


@pytest.mark.parametrize(("kind", "written", "expected"), TYPES)
def test_wrong_kinds_of_value_are_told(kind: Kind[object], written: str, expected: str) -> None:
    """A list for a text, a text for a list, nothing at all, two lines for one: each is told at its place."""
    value, faults = read_as(kind, written)
    assert value is None
    assert noted(faults) == [expected]


def test_a_text_in_brackets_is_told_to_be_quoted() -> None:
    """A text that YAML took for a mapping comes with the hint to quote it."""
    _, faults = read_as(Text(), "{西宁}")
    assert faults.found[0].suggestion == Words(
        "a text that begins with `{` stands in quotes", "以 `{` 开头的文字要加引号"
    )


def test_lists_tell_all_their_faults() -> None:
    """Every wrong item of a list is told, not the first alone."""
    value, faults = read_as(ListOf(Length()), "[1mm, 2, 3px, 4mm, -5mm]")
    assert value is None
    assert noted(faults) == [
        "1:10 layout/not-a-figure",
        "1:13 layout/not-a-figure",
        "1:23 layout/out-of-range",
    ]


def test_placed_values_know_their_span() -> None:
    """A value read with its place brings the span of what was written."""
    value, _ = read_as(At(Length()), "9pt")
    assert isinstance(value, Placed)
    assert (value.value, value.span[1:]) == (9.0, (1, 4, 1, 7))


def test_declared_lengths_must_be_lengths() -> None:
    """A range in a declaration that is no length is a programmer's fault, raised at once."""
    assert to_points("25.4mm") == pytest.approx(72)
    with pytest.raises(ValueError, match="not a length"):
        to_points("12")


def test_every_kind_describes_itself() -> None:
    """Each kind gives a JSON Schema that JSON can hold."""
    for kind, _, _ in GOOD:
        schema = kind.schema()
        assert json.loads(json.dumps(schema)) == schema
        assert {"type", "enum", "anyOf"} & set(schema)
