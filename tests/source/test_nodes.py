"""Nodes keep their text as typed and know where each character of it stands."""

import pytest

from brochure.source import Mapping, Node, Scalar, Sequence, parse


def value(text: str, key: str = "a") -> Scalar:
    """The scalar under *key*."""
    node = parse(text, "a.yaml").get(key)
    assert isinstance(node, Scalar)
    return node


AS_TYPED = (
    "1801.10",
    "0123",
    "12:30:45",
    "yes",
    "no",
    "on",
    "1_000",
    "2025-13-45",
    "0x1F",
    "1e3",
    ".inf",
    "9" * 5000,
)


@pytest.mark.parametrize("typed", AS_TYPED)
def test_plain_values_stay_text(typed: str) -> None:
    """A figure, a time, a yes, an impossible date and 5,000 digits are the text that was typed."""
    assert value(f"a: {typed}\n").text == typed


def test_bare_on_is_a_key() -> None:
    """``on:`` is the key ``on``, not the truth value YAML 1.1 makes of it."""
    assert [entry.key.text for entry in parse("on: 1\nyes: 2\n1.10: 3\n", "a.yaml")] == ["on", "yes", "1.10"]


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_nothing(typed: str) -> None:
    """A value left out, or a bare null, is no text; the same word in quotes is."""
    assert value(f"a: {typed}\n").is_nothing
    assert not value(f'a: "{typed}"\n').is_nothing


LINE_ENDS = ("a: 1\nb: 2", "a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n", "a: 1\rb: 2\r", "a: 1\nb: 2\n\n")


@pytest.mark.parametrize("text", LINE_ENDS)
def test_line_ends_do_not_matter(text: str) -> None:
    """Unix, Windows and old Mac line ends, or none at the end, say the same in the same places."""
    root = parse(text, "a.yaml")
    assert [(entry.key.text, entry.key.span[1:3]) for entry in root] == [("a", (1, 1)), ("b", (2, 1))]
    assert (value(text).text, tuple(value(text).span[1:])) == ("1", (1, 4, 1, 5))
    assert (value(text, "b").text, tuple(value(text, "b").span[1:])) == ("2", (2, 4, 2, 5))


SPANS = {
    "plain": ("a: 西宁\n", (1, 4, 1, 6)),
    "quoted": ('a: "西宁"\n', (1, 4, 1, 8)),
    "beyond the basic plane": ("a: 𠀀𠀁\n", (1, 4, 1, 6)),
    "empty": ("a:\nb: 1\n", (1, 3, 1, 3)),
    "folded over lines": ("a: 西\n  宁\nb: 1\n", (1, 4, 2, 4)),
    "literal block, blank lines after it left out": ("a: |\n  西\n  宁\n\n\nb: 1\n", (1, 4, 3, 4)),
    "list ends with its last item": ("a:\n  - 1\n  - 2\n\n# 注\nb: 1\n", (2, 3, 3, 6)),
    "mapping ends with its last value": ("a:\n  c: 1\n  d: 西宁\n# 注\nb: 1\n", (2, 3, 3, 8)),
    "brackets": ("a: [1, 2]  # 注\n", (1, 4, 1, 10)),
    "braces over lines": ("a: {b: 1,\n  c: 2}\n", (1, 4, 2, 8)),
}


@pytest.mark.parametrize("name", SPANS)
def test_spans_hold_the_value_and_nothing_else(name: str) -> None:
    """A span is 1-based in code points, ends behind the last character, and leaves comments and blank
    lines out.
    """
    text, expected = SPANS[name]
    node = parse(text, "a.yaml").get("a")
    assert node is not None
    assert tuple(node.span[1:]) == expected


FOLDS = {
    "plain": "a: 西宁是\n  古城\n",
    "double": 'a: "西宁是\n  古城"\n',
    "single": "a: '西宁是\n  古城'\n",
    "folded": "a: >-\n  西宁是\n  古城\n",
    "windows": "a: >-\r\n  西宁是\r\n  古城\r\n",
    "escaped line end": 'a: "西宁是\\\n  古城"\n',
}


@pytest.mark.parametrize("name", FOLDS)
def test_folding_puts_no_blank_between_han(name: str) -> None:
    """A Chinese sentence written on two lines reads as one, without a blank where the line ended."""
    assert value(FOLDS[name]).text == "西宁是古城"


def test_folding_keeps_blanks_that_belong() -> None:
    """A fold between Latin words is a blank; a blank typed between Han characters stays; a blank line
    stays a line end.
    """
    assert value("a: >-\n  green\n  city 西宁\n").text == "green city 西宁"
    assert value("a: 向绿 而行\n  向新\n").text == "向绿 而行向新"
    assert value("a: >-\n  西宁\n\n  古城\n").text == "西宁\n古城"
    assert value("a: 西宁\n  Xining\n").text == "西宁 Xining"


PLACES = {
    "plain": ("a: 西宁是古城\n", "古", (1, 7)),
    "single quotes doubled": ("a: 'it''s 西宁'\n", "西", (1, 11)),
    "escapes": ('a: "\\u897f\\t\\"宁"\n', "宁", (1, 15)),
    "second line, plain": ("a: 西宁是\n     古城\n", "城", (2, 7)),
    "second line, double": ('a: "西宁是\n  古城"\n', "城", (2, 4)),
    "third line, literal": ("a: |\n  西宁\n  是\n    古城\n", "城", (4, 6)),
    "folded, after a blank line": ("a: >\n  西宁\n\n  古城\n", "古", (4, 3)),
    "windows": ("x: 1\r\na: >\r\n  西宁\r\n  古城\r\n", "城", (4, 4)),
}


@pytest.mark.parametrize("name", PLACES)
def test_each_character_knows_its_place(name: str) -> None:
    """The place of a character inside a text is found in every way of writing it."""
    text, char, expected = PLACES[name]
    scalar = value(text)
    at = scalar.text.index(char)
    span = scalar.span_of(at, at + 1)
    assert (span.line, span.column) == expected
    assert (span.end_line, span.end_column) == (expected[0], expected[1] + 1)


def test_nodes_iterate_in_the_order_of_the_file() -> None:
    """Mappings and lists give their parts in the order they were written."""
    root: Node = parse("b: [3, 1, 2]\na: x\n", "a.yaml")
    assert isinstance(root, Mapping)
    numbers = root.get("b")
    assert isinstance(numbers, Sequence)
    assert [item.text for item in numbers if isinstance(item, Scalar)] == ["3", "1", "2"]
    assert [entry.key.text for entry in root] == ["b", "a"]
    assert (len(root), len(numbers), root.get("c")) == (2, 3, None)
