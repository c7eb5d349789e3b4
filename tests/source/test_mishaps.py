"""YAML faults are told at the character at fault, not where the parser lost the thread."""

import pytest

from brochure.source import parse
from tests.source.findings import faults_of, yaml_faults

CASES = {
    "full-width colon on the first line": ("标题：向绿而行\nb: 1\n", ["1:3 source/full-width-colon"]),
    "full-width colon on the last line": ("a: 1\n标题：向绿而行\n", ["2:3 source/full-width-colon"]),
    "full-width colon between keys": ("a: 1\nb：2\nc: 3\n", ["2:2 source/full-width-colon"]),
    "full-width colon in a list item": (
        "x:\n  - value：80\n    unit: 家\n",
        ["2:10 source/full-width-colon"],
    ),
    "no key before a colon": ("a: 1\n: 2\n", ["2:1 source/no-key"]),
    "full-width colon under a text": ("a: 一\n  note：二\nb: 1\n", ["2:7 source/full-width-colon"]),
    "full-width colon alone": ("title：西宁\n", ["1:6 source/full-width-colon"]),
    "two full-width colons": (
        "a：1\nb：2\nc: 3\n",
        ["1:2 source/full-width-colon", "2:2 source/full-width-colon"],
    ),
    "full-width colon and a later fault": (
        "a：1\nb: x: y\nc: 3\n",
        ["1:2 source/full-width-colon", "2:5 source/unquoted-colon"],
    ),
    "full-width comma in braces": ("a: {value: 80，label: 率}\n", ["1:14 source/full-width-comma"]),
    "full-width comma in brackets": ('a: ["西宁"，"湟水"]\n', ["1:9 source/full-width-comma"]),
    "tab indentation": ("a:\n\tb: 1\n", ["2:1 source/tab"]),
    "tab behind a text": ("a: 1\n\tb: 2\n", ["2:1 source/tab"]),
    "no blank after the first colon": ("a:1\nb: 2\n", ["1:2 source/no-blank"]),
    "no blank after the last colon": ("b: 2\na:1\n", ["2:2 source/no-blank"]),
    "two colons without blank": ("a: 1\nb:2\nc:3\nd: 4\n", ["2:2 source/no-blank", "3:2 source/no-blank"]),
    "colon and blank in a text": ("a: 时间: 今天\n", ["1:6 source/unquoted-colon"]),
    "three colons in texts": (
        "a: x: y\nb: 1\nc: z: w: v\n",
        ["1:5 source/unquoted-colon", "3:5 source/unquoted-colon", "3:8 source/unquoted-colon"],
    ),
    "leading at sign": ("a: @西宁\n", ["1:4 source/needs-quotes"]),
    "leading per cent": ("a: %80\n", ["1:4 source/needs-quotes"]),
    "leading backquote": ("a: `x`\n", ["1:4 source/needs-quotes"]),
    "leading bold mark": ("a: **粗体**\nb: @x\n", ["1:4 source/needs-quotes", "2:4 source/needs-quotes"]),
    "leading brace of a text": ("a: {西宁}是古城\n", ["1:4 source/needs-quotes"]),
    "leading bracket of a text": ("- x\n- [西宁]是古城\n", ["2:3 source/needs-quotes"]),
    "leading bar": ("a: |西宁\n", ["1:4 source/needs-quotes"]),
    "leading question mark": ("a: ? b\n", ["1:4 source/needs-quotes"]),
    "unclosed double quote": ('a: "西宁\nb: 1\n', ["1:4 source/unclosed-quote"]),
    "unclosed single quote": ("a: '西宁\nb: 1\n", ["1:4 source/unclosed-quote"]),
    "quote closed by a later one": ('a: "西宁\nb: "湟水"\n', ["1:4 source/unclosed-quote"]),
    "quotes inside quotes": ('a: "一座"古"城"\n', ["1:8 source/text-after-quote"]),
    "unknown escape": ('a: "C:\\q"\n', ["1:7 source/bad-escape"]),
    "half a surrogate pair": ('a: "\\ud800"\n', ["1:5 source/bad-escape"]),
    "unclosed bracket": ("a: [1, 2\nb: 1\n", ["1:4 source/unclosed-bracket"]),
    "unclosed brace": ("a: {b: 1\nc: 2\n", ["1:4 source/unclosed-bracket"]),
    "brace unclosed to the end": ("a: {b: 1", ["1:4 source/unclosed-bracket"]),
    "brace and nothing else": ("{", ["1:1 source/unclosed-bracket"]),
    "bracket open at the end of a list": ("a: [b, [c\n", ["1:8 source/unclosed-bracket"]),
    "two commas": ("a: [b,, c]\n", ["1:7 source/empty-item"]),
    "wrong bracket": ("a: [1, 2}\n", ["1:9 source/wrong-bracket"]),
    "missing comma": ("a: {b: 1 c: 2}\n", ["1:11 source/no-comma"]),
    "deeper key under a text": ("a: 1\n b: 2\n", ["2:2 source/indentation"]),
    "key between two depths": ("a:\n    b: 1\n  c: 2\n", ["3:3 source/indentation"]),
    "key under a list": ("- a\nb: 1\n", ["2:1 source/indentation"]),
    "list on the line of its key": ("a: - b\n", ["1:4 source/list-on-key-line"]),
    "a line that is no key": ("a: 1\n西宁是古城\n", ["2:1 source/no-colon"]),
    "text after the end": ("a: 1\n...\nb: 2\n", ["3:1 source/after-end"]),
    "unknown YAML version": ("%YAML 2.0\n---\na: 1\n", ["1:1 source/yaml-version"]),
}


@pytest.mark.parametrize("name", CASES)
def test_fault_is_told_at_its_place(name: str) -> None:
    """Each slip of the keyboard is named, at the line and column of the character to change."""
    text, expected = CASES[name]
    assert yaml_faults(text) == expected


@pytest.mark.parametrize("name", CASES)
def test_carriage_returns_do_not_move_a_fault(name: str) -> None:
    """The same slip in a file with Windows line ends stands at the same line and column."""
    text, expected = CASES[name]
    assert yaml_faults(text.replace("\n", "\r\n")) == expected


def test_tabs_are_counted_once() -> None:
    """A file indented with tabs throughout gives one finding that says on how many lines."""
    (finding,) = faults_of(lambda: parse("a:\n\tb: 1\n\tc: 2\n\td: 3\n", "a.yaml"))
    assert "(3 lines in this file)" in finding.message.en
    assert "共 3 行" in finding.message.zh


def test_unclosed_bracket_names_both_lines() -> None:
    """An unclosed list points at its bracket and says on which line that was noticed."""
    (finding,) = faults_of(lambda: parse("a: [1,\n  2,\nb: 1\n", "a.yaml"))
    assert finding.span is not None
    assert finding.span[1:] == (1, 4, 1, 5)
    assert "line 4" in finding.message.en


def test_an_echo_of_mending_is_not_reported() -> None:
    """After a mended colon only what is surely a fault of its own is told."""
    assert yaml_faults("a：1\nb: {c: 1\n") == ["1:2 source/full-width-colon"]


def test_every_finding_says_what_to_try_in_both_languages() -> None:
    """No mishap comes without a hint, and none in one language only."""
    for text, _ in CASES.values():
        for finding in faults_of(lambda text=text: parse(text, "a.yaml")):  # type: ignore[misc]
            assert finding.message.en
            assert finding.message.zh
            assert finding.suggestion or finding.code == "source/after-end"
