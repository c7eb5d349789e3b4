"""A declared mapping: every fault in it at once, the value it builds, the schema it shows."""

from dataclasses import dataclass

from brochure.diagnostics import Span, Words
from brochure.source import Faults, Field, Form, Length, ListOf, Mapping, OneOf, Text, parse
from tests.source.findings import noted


@dataclass(frozen=True)
class Sheet:
    """A value for these tests."""

    name: str
    width: float = 1.0
    names: tuple[str, ...] = ()
    span: Span | None = None
    width_at: Span | None = None


SHEET = Form(
    Sheet,
    Words("a sheet", "纸张"),
    {
        "name": Field(Text(), "名称", required=True),
        "width": Field(Length(), "宽", at="width_at"),
        "also": Field(ListOf(Text()), "别名", attribute="names"),
    },
    bare="name",
)
PAPER = OneOf(
    Words("a paper", "用纸"), {"sheet": Field(SHEET, "单张"), "name": Field(Text(), "名称")}, bare="name"
)


def read_sheet(text: str) -> tuple[Sheet | None, list[str], Faults]:
    """What the form makes of *text* and the findings."""
    faults = Faults("layout")
    value = SHEET.read(parse(text, "a.yaml"), faults)
    return value, noted(faults), faults


def test_a_form_builds_its_value_with_places() -> None:
    """The value gets what was given, its own span, and the spans that were asked for."""
    sheet, found, _ = read_sheet("name: 大度\nwidth: 10pt\nalso: [a, b]\n")
    assert found == []
    assert sheet == Sheet(
        "大度", 10.0, ("a", "b"), sheet.span if sheet else None, sheet.width_at if sheet else None
    )
    assert sheet is not None
    assert sheet.span is not None
    assert sheet.width_at is not None
    assert (sheet.span[1:3], sheet.width_at[1:]) == ((1, 1), (2, 8, 2, 12))


def test_defaults_stand_for_what_is_left_out() -> None:
    """A field that is not given keeps the default of the value."""
    sheet, found, _ = read_sheet("name: x\n")
    assert (found, sheet and sheet.width, sheet and sheet.width_at) == ([], 1.0, None)


def test_all_faults_of_a_form_come_at_once() -> None:
    """Unknown key, wrong value, empty value and missing key are told together, in the order of the file."""
    value, found, faults = read_sheet("nmae: x\nwidth: 12\nalso:\n")
    assert value is None
    assert found == [
        "1:1 layout/unknown-key",
        "1:1 layout/missing-key",
        "2:8 layout/not-a-figure",
        "3:6 layout/wrong-type",
    ]
    assert faults.found[0].suggestion == Words("`name`", "`name`")


def test_an_unlike_key_brings_the_known_ones() -> None:
    """A key unlike any known one is answered with the list of those."""
    _, _, faults = read_sheet("name: x\n颜色: 红\n")
    assert faults.found[0].suggestion is not None
    assert faults.found[0].suggestion.en == "known here: name, width, also"


def test_full_width_colon_in_braces_is_told_as_such() -> None:
    """``{name：x}`` is one key to YAML; the finding points at its colon."""
    faults = Faults("layout")
    node = parse("a: {name：x, width: 1mm}\n", "a.yaml").get("a")
    assert node is not None
    assert SHEET.read(node, faults) is None
    assert noted(faults)[0] == "1:4 layout/missing-key"
    assert noted(faults)[1] == "1:9 layout/full-width-colon"


def test_a_bare_text_stands_for_the_whole() -> None:
    """A text in the place of the form is its bare field; nothing at all is a fault."""
    root = parse("a: 大度\nb:\n", "a.yaml")
    faults = Faults("layout")
    values = [SHEET.read(entry.value, faults) for entry in root]
    assert values[0] is not None
    assert values[0].name == "大度"
    assert values[1] is None
    assert noted(faults) == ["2:3 layout/wrong-type"]


def test_one_of_takes_the_case_its_key_names() -> None:
    """One key names what a mapping holds; a bare text is the bare case."""
    root = parse("- name: x\n- sheet: {name: y}\n- z\n".replace("-", "  -").join(("a:\n", "")), "a.yaml")
    faults = Faults("layout")
    items = root.get("a")
    assert items is not None
    assert not isinstance(items, Mapping)
    values = [PAPER.read(item, faults) for item in items]  # type: ignore[union-attr]
    assert faults.found == []
    assert [getattr(value, "name", value) for value in values] == ["x", "y", "z"]


def test_one_of_tells_what_it_cannot_take() -> None:
    """Two keys, an unknown one, a list, a swallowed full-width colon: each is told at its place."""
    root = parse("a: {name: x, sheet: y}\nb: {shet: y}\nc: [x]\nd: sheet：y\ne: ~\n", "a.yaml")
    faults = Faults("layout")
    assert [PAPER.read(entry.value, faults) for entry in root] == [None] * 5
    assert noted(faults) == [
        "1:4 layout/one-key",
        "2:5 layout/unknown-key",
        "3:4 layout/wrong-type",
        "4:9 layout/full-width-colon",
        "5:4 layout/wrong-type",
    ]


def test_a_quoted_text_may_hold_a_full_width_colon() -> None:
    """In quotes ``"sheet：y"`` is what the author says it is, a text."""
    faults = Faults("layout")
    node = parse('a: "sheet：y"\nb: 说明：y\n', "a.yaml")
    assert [PAPER.read(entry.value, faults) for entry in node] == ["sheet：y", "说明：y"]
    assert faults.found == []


def test_the_schema_says_what_the_form_takes() -> None:
    """The schema has the keys with their descriptions, those required, and no others."""
    schema = SHEET.schema()
    text, whole = schema["anyOf"]
    assert text == {"type": ["string", "number"]}
    assert whole["additionalProperties"] is False
    assert whole["required"] == ["name"]
    assert list(whole["properties"]) == ["name", "width", "also"]
    assert whole["properties"]["width"]["description"] == "宽"
