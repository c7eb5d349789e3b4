"""A splice changes one scalar and not a byte beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.source import Mapping, Scalar, Sequence, parse, splice

FILE = """\
# 西宁
title: 向「绿」而行   # 注
double: "一 \\"二\\" 三"
single: 'it''s'
empty:
list: [a, b,  c]
block: |
    第一行
    第二行

folded: >-
  西宁是
  古城
last: 完"""


def scalar(text: str, key: str) -> Scalar:
    """The scalar under *key*."""
    node = parse(text, "a.yaml").get(key)
    assert isinstance(node, Scalar)
    return node


CASES = {
    "title": ("向「新」发力", "title: 向「新」发力   # 注\n"),
    "double": ('他说"好"', 'double: "他说\\"好\\""\n'),
    "single": ("it's 西宁", "single: 'it''s 西宁'\n"),
    "empty": ("补上", "empty: 补上\n"),
    "block": ("只有一行", "block: |\n    只有一行\n\n"),
    "folded": ("西宁", "folded: >-\n  西宁\n"),
    "last": ("终", "last: 终"),
}


@pytest.mark.parametrize("key", CASES)
def test_only_the_scalar_changes(key: str) -> None:
    """Quotes, comments, spacing and blank lines around the text stay as they were."""
    new, expected = CASES[key]
    spliced = splice(FILE, scalar(FILE, key), new)
    old_line = next(line for line in FILE.splitlines(keepends=True) if line.startswith(f"{key}:"))
    start = FILE.index(old_line)
    assert spliced.startswith(FILE[:start] + expected)
    assert scalar(spliced, key).text.strip() == new
    others = [k for k in CASES if k != key]
    assert [scalar(spliced, k).text for k in others] == [scalar(FILE, k).text for k in others]


@pytest.mark.parametrize(
    "new", ["a: b", "@西宁", "**粗**", "# 注", "是#1", "x #1", " 空 ", "null", "- a", "{x}", "“引”", "it's"]
)
def test_quotes_are_put_where_needed(new: str) -> None:
    """A text that YAML would misread without quotes gets them, in a block and in brackets."""
    assert scalar(splice(FILE, scalar(FILE, "title"), new), "title").text.strip() == new.strip()
    items = parse(FILE, "a.yaml").get("list")
    assert isinstance(items, Sequence)
    assert isinstance(items.items[1], Scalar)
    after = parse(splice(FILE, items.items[1], new), "a.yaml").get("list")
    assert isinstance(after, Sequence)
    assert [item.text.strip() for item in after if isinstance(item, Scalar)] == ["a", new.strip(), "c"]


def test_windows_line_ends_and_mark_stay() -> None:
    """A file with a byte order mark and Windows line ends keeps both."""
    text = "\ufeff" + FILE.replace("\n", "\r\n")
    spliced = splice(text, scalar(text.removeprefix("\ufeff"), "block"), "新")
    assert spliced == text.replace("第一行\r\n    第二行", "新")


def test_a_changed_file_is_refused() -> None:
    """A splice into a text that is no longer the one that was read is refused."""
    with pytest.raises(ValueError, match="changed"):
        splice("# 新\n" + FILE, scalar(FILE, "title"), "x")


def test_what_cannot_be_written_is_refused() -> None:
    """A control character cannot be written into any file."""
    with pytest.raises(ValueError, match="cannot be written"):
        splice(FILE, scalar(FILE, "title"), "a\x00b")


@given(
    st.sampled_from(sorted(CASES)),
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp")), max_size=30),
)
def test_any_printable_text_can_be_spliced(key: str, new: str) -> None:
    """Whatever an author types on one line comes back when the file is read, and every other value stays."""
    try:
        spliced = splice(FILE, scalar(FILE, key), new)
    except ValueError:
        assert "\ufffd" in new or "\ufeff" in new
        return
    before, after = parse(FILE, "a.yaml"), parse(spliced, "a.yaml")
    assert isinstance(after, Mapping)
    for entry, other in zip(before, after, strict=True):
        if entry.key.text == key:
            assert scalar(spliced, key).text.strip() == new.strip()
        elif isinstance(entry.value, Scalar):
            assert isinstance(other.value, Scalar)
            assert other.value.text == entry.value.text
