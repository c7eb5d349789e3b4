"""Findings as a person reads them: the line, carets by cells, no raw control characters."""

from brochure.diagnostics import Diagnostic, Severity, Span, Words, error, warning
from brochure.source import cells, render, short, visible

LINE = '      - metric: {value: "38.6", uint: "%", label: 营业收入同比增长}'
TEXT = f"sections:\n  - blocks:\n      - text: x\n{LINE}\n"


def finding(span: Span | None, page: int | None = None) -> Diagnostic:
    """The architecture's own example."""
    return Diagnostic(
        severity=Severity.ERROR,
        code="content/unknown-key",
        message=Words("unknown key `uint` in a metric", "数据里没有 `uint` 这个键"),
        span=span,
        suggestion=Words("`unit`", "`unit`"),
        page=page,
    )


def at(line: int, column: int, end_column: int, end_line: int = 0) -> Span:
    """A span in the file of these tests."""
    return Span("content/xining.yaml", line, column, end_line or line, end_column)


def test_a_finding_reads_as_the_architecture_shows_it() -> None:
    """Severity, code and sentence; file, line and column; the line with carets; what to try."""
    assert render(finding(at(4, 33, 37)), lambda _: TEXT).splitlines() == [
        "error[content/unknown-key]: unknown key `uint` in a metric",
        "  content/xining.yaml:4:33",
        f"    4 | {LINE}",
        "      |                                 ^^^^",
        "  try: `unit`",
    ]


def test_a_finding_reads_in_chinese() -> None:
    """The same finding in Chinese, with Chinese punctuation."""
    assert render(finding(at(4, 33, 37), page=3), lambda _: TEXT, "zh").splitlines()[:2] == [
        "错误[content/unknown-key]：数据里没有 `uint` 这个键",
        "  content/xining.yaml:4:33（第 3 页）",
    ]
    assert render(finding(at(4, 33, 37)), lambda _: TEXT, "zh").endswith("\n  建议：`unit`")


def test_carets_are_two_cells_wide_under_han() -> None:
    """Before and under Han characters the carets count cells, not characters."""
    lines = render(finding(at(1, 4, 6)), lambda _: "title：西宁").splitlines()
    assert lines[2:4] == ["    1 | title：西宁", "      |    ^^"]
    lines = render(finding(at(1, 7, 9)), lambda _: "名称：a西宁b").splitlines()
    assert lines[2:4] == ["    1 | 名称：a西宁b", "      |            ^"]
    lines = render(finding(at(1, 5, 7)), lambda _: "名称：a西宁b").splitlines()
    assert lines[3] == "      |        ^^^^"


def test_an_empty_place_gets_one_caret() -> None:
    """A value left out is pointed at with a single caret, also at the end of the line."""
    assert render(finding(at(1, 3, 3)), lambda _: "a:").splitlines()[3] == "      |   ^"


def test_a_long_paragraph_is_shown_around_its_caret() -> None:
    """Of a paragraph on one line as much is shown as fits, with the caret in sight and the right
    characters above it.
    """
    text = "text: " + "西宁是古城" * 60 + "**粗体" + "湟水谷地" * 60
    column = text.index("**") + 1
    line, carets = render(finding(at(1, column, column + 2)), lambda _: text).splitlines()[2:4]
    assert cells(line) <= 110
    assert "**粗体" in line
    before = line[: line.index("**")]
    assert carets == " " * 6 + "|" + " " * (cells(before) - 7) + "^^"


def test_a_span_over_lines_is_marked_to_the_end_of_its_first() -> None:
    """Of a span that goes on, the first line is shown and marked to its end."""
    lines = render(finding(at(1, 4, 4, end_line=2)), lambda _: "a: 西宁\n  古城").splitlines()
    assert lines[2:4] == ["    1 | a: 西宁", "      |    ^^^^"]


def test_nothing_in_a_file_reaches_the_terminal_raw() -> None:
    """Escape codes, bidirectional controls and tabs are shown by their code, in line, message and name
    alike.
    """
    fault = error("a/b", Words("key `\x1b[31m`", "键 `\x1b[31m`"), Span("\u202ex.yaml", 1, 6, 1, 7))
    text = render(fault, lambda _: "a: \x1b[0m\u2066西\tz")
    assert not any(char < " " and char != "\n" for char in text)
    assert "\u202e" not in text
    assert "\u2066" not in text
    assert r"key `\u{001B}[31m`" in text
    assert r"a: \u{001B}[0m\u{2066}西→z" in text


def test_a_file_that_is_gone_still_gives_the_sentence() -> None:
    """Without the file, or without that line in it, the finding is told without an excerpt."""
    expected = [
        "error[content/unknown-key]: unknown key `uint` in a metric",
        "  content/xining.yaml:4:33",
        "  try: `unit`",
    ]
    assert render(finding(at(4, 33, 37)), lambda _: None).splitlines() == expected
    assert render(finding(at(4, 33, 37)), lambda _: "one line").splitlines() == expected


def test_a_finding_without_a_place_is_told() -> None:
    """A finding about no place in the file has its sentence, and its page if there is one."""
    assert render(warning("a/b", Words("x", "y")), lambda _: None) == "warning[a/b]: x"
    assert render(finding(None, page=2), lambda _: None).splitlines()[1] == "  (page 2)"


def test_short_form_is_one_line_for_editors() -> None:
    """``file:line:column: severity: sentence [code]``."""
    assert short(finding(at(4, 33, 37))) == (
        "content/xining.yaml:4:33: error: unknown key `uint` in a metric [content/unknown-key]"
    )
    assert short(warning("a/b", Words("x", "y")), "zh") == "警告: y [a/b]"


def test_cells() -> None:
    """Han and full-width marks are two cells, combining marks none, the rest one."""
    assert [cells(text) for text in ("西宁", "，", "ab", "e\u0301", "“”", "")] == [4, 2, 2, 1, 2, 0]
    assert visible("a\nb") == r"a\u{000A}b"
