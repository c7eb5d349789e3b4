"""Whatever the bytes, the reader gives nodes inside the file or findings inside the file, and nothing
else.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

from hypothesis import example, given, settings
from hypothesis import strategies as st

from brochure.diagnostics import BrochureError, Diagnostic, Span
from brochure.source import Mapping, Node, Scalar, Sequence, parse, render
from brochure.source.decode import decode
from brochure.source.excerpt import cells

FRAGMENTS = (
    "a: ", "b:", "：", "，", "- ", "\n", "\n  ", "\n\t", "\r\n", "\r", "{", "}", "[", "]", ", ",
    '"', "'", "# 注", "|", ">-", "&x ", "*x", "!t ", "!!set ", "%YAML 1.1\n", "---\n", "...\n",
    "? ", "<<: ", "@", "`", "\\", "\\x1b", "西宁", "西宁\n  古城", "1801.10", "9" * 4400,
    "2025-13-45", "**", "::", "\x00", "\u202e", "\ufeff", "\u2028", "𠀀", "e\u0301", "\x85", "~",
)  # fmt: skip
YAML_LIKE = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=24).map("".join)


T = TypeVar("T")


def read(reader: Callable[[], T]) -> tuple[T | None, tuple[Diagnostic, ...]]:
    """What *reader* gives, or the findings it raises; any other exception fails the test."""
    try:
        return reader(), ()
    except BrochureError as fault:
        return None, fault.findings


def lines_of(text: str) -> list[str]:
    """The lines as editors count them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def inside(span: Span, text: str) -> bool:
    """Whether *span* lies in *text*: 1-based, its end not before its start."""
    lines = lines_of(text)
    return (
        1 <= span.line <= span.end_line <= len(lines)
        and 1 <= span.column <= len(lines[span.line - 1]) + 1
        and 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
        and (span.line, span.column) <= (span.end_line, span.end_column)
    )


def nodes(node: Node) -> Iterator[Node]:
    """The node and all below it."""
    yield node
    if isinstance(node, Mapping):
        for entry in node:
            yield entry.key
            yield from nodes(entry.value)
    elif isinstance(node, Sequence):
        for item in node:
            yield from nodes(item)


@given(YAML_LIKE)
@settings(max_examples=300, deadline=None)
@example("a: '\n'")
@example("'a\n':\tb")
@example('"\\\n')
def test_nodes_or_findings_inside_the_file(text: str) -> None:
    """Any text gives nodes whose spans lie in it, or findings whose spans do, each of which can be shown."""
    root, findings = read(lambda: parse(text, "a.yaml"))
    if root is None:
        assert findings
        for finding in findings:
            assert finding.code.startswith("source/")
            assert finding.span is not None
            assert inside(finding.span, text), (finding.code, finding.span)
            assert render(finding, lambda _: text)
        return
    for node in nodes(root):
        assert inside(node.span, text)
        if isinstance(node, Scalar):
            assert all(inside(node.span_of(at, at + 1), text) for at in range(len(node.text)))


@given(st.binary(max_size=60) | YAML_LIKE.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_text_or_a_finding(data: bytes) -> None:
    """Any bytes decode, or give a finding with a place."""
    text, findings = read(lambda: decode(data, "a.yaml"))
    assert all(finding.span is not None for finding in findings)
    assert (text is None) == bool(findings)
    assert text is None or text.encode() == data.removeprefix(b"\xef\xbb\xbf")


HAN = st.text("西宁是古城湟水“”，。", min_size=1, max_size=12)


@given(HAN, st.sampled_from(["plain", "'", '"', "|", ">"]), st.data())
def test_characters_are_found_where_they_are_written(text: str, style: str, data: st.DataObject) -> None:
    """In every way of writing a text, folded at any place, each character's span holds that very
    character.
    """
    cuts = sorted(data.draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=2)))
    parts = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True) if text[a:b]]
    body = "\n  ".join(parts)
    quote = style if style in {"'", '"'} else ""
    written = f"a: {style}\n  {body}\n" if style in {"|", ">"} else f"a: {quote}{body}{quote}\n"
    node = parse(written, "a.yaml").get("a")
    assert isinstance(node, Scalar)
    assert node.text.rstrip("\n") == (text if style != "|" else "\n".join(parts))
    lines = lines_of(written)
    for at, char in enumerate(node.text):
        span = node.span_of(at, at + 1)
        if char != "\n":
            assert lines[span.line - 1][span.column - 1] == char


@given(st.text(max_size=40))
def test_cells_are_never_negative_and_add_up(text: str) -> None:
    """The width of a text is the sum of the widths of its characters."""
    assert cells(text) == sum(cells(char) for char in text)
    assert 0 <= cells(text) <= 2 * len(text)
