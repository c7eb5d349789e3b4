"""Inline marks: bold where Chinese needs it, nothing lost, every slip told at its character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.content import Inline, plain
from brochure.content.inline import marked
from tests.content.authored import content_faults, small, with_block

GOOD = {
    "西宁是古城": (Inline(text="西宁是古城"),),
    "**粗体**": (Inline(text="粗体", bold=True),),
    "**“中国夏都”**，海拔**2261米**": (
        Inline(text="“中国夏都”", bold=True),
        Inline(text="，海拔"),
        Inline(text="2261米", bold=True),
    ),
    "是::重点::啊": (Inline(text="是"), Inline(text="重点", dotted=True), Inline(text="啊")),
    "{西宁}在": (Inline(text="西宁", keep=True), Inline(text="在")),
    "10^{8}千瓦": (Inline(text="10"), Inline(text="8", superscript=True), Inline(text="千瓦")),
    "见[网站](https://example.org/?a=1&b=::)。": (
        Inline(text="见"),
        Inline(text="网站", link="https://example.org/?a=1&b=::"),
        Inline(text="。"),
    ),
    "[写信](mailto:a@example.org)": (Inline(text="写信", link="mailto:a@example.org"),),
    "**粗{连}粗**": (
        Inline(text="粗", bold=True),
        Inline(text="连", bold=True, keep=True),
        Inline(text="粗", bold=True),
    ),
    "[**粗**细](https://a.cn)": (
        Inline(text="粗", bold=True, link="https://a.cn"),
        Inline(text="细", link="https://a.cn"),
    ),
    r"\*\*不粗\*\*": (Inline(text="**不粗**"),),
    r"\:\:a\:\: \{b\} \^\{c\} \[d](e) \\": (Inline(text="::a:: {b} ^{c} [d](e) \\"),),
    r"反斜杠\西宁": (Inline(text=r"反斜杠\西宁"),),
    "单个*星号*、冒号:、[方括号]、^": (Inline(text="单个*星号*、冒号:、[方括号]、^"),),
    "a](b)": (Inline(text="a](b)"),),
    "**a****b**": (Inline(text="ab", bold=True),),
}


@pytest.mark.parametrize("text", GOOD)
def test_marks_become_stretches(text: str) -> None:
    """Each mark, their nesting and their escapes give the stretches meant, neighbours alike joined."""
    assert marked(text) == (GOOD[text], ())


SLIPS = {
    "一**二": [("unclosed-mark", "**")],
    "一::二": [("unclosed-mark", "::")],
    "一{二": [("unclosed-mark", "{")],
    "一^{二": [("unclosed-mark", "^{")],
    "一}二": [("unopened-mark", "}")],
    "**一::二**三::": [("crossed-marks", "**")],
    "{一**二}三**": [("crossed-marks", "}")],
    "见[网站](https://a.cn": [("unclosed-mark", "[")],
    "一****二": [("empty-mark", "****")],
    "一{}二": [("empty-mark", "{}")],
    "[一](javascript:alert)": [("bad-link", "javascript:alert")],
    "[一](file:///etc/passwd)": [("bad-link", "file:///etc/passwd")],
    "[一](xining.html)": [("bad-link", "xining.html")],
    "[一**二](https://a.cn)三**": [("crossed-marks", "](https://a.cn)")],
    "}一**二": [("unopened-mark", "}"), ("unclosed-mark", "**")],
}


@pytest.mark.parametrize("text", SLIPS)
def test_slips_are_told_at_their_characters(text: str) -> None:
    """A mark unclosed, unopened, crossed, empty or leading nowhere is told with the very characters at
    fault.
    """
    _, slips = marked(text)
    assert [(slip.fault, text[slip.start : slip.end]) for slip in slips] == SLIPS[text]
    assert all(slip.hint.en and slip.hint.zh for slip in slips)


@pytest.mark.parametrize("mark", ["**", "::", "{", "^{"])
def test_the_escape_that_is_suggested_works(mark: str) -> None:
    """What the hint says to write for the characters themselves prints them."""
    ((_, _, _, _, hint),) = marked(f"一{mark}二")[1]
    escaped = hint.en.rpartition("write `")[2].rstrip("`")
    assert marked(f"一{escaped}二") == ((Inline(text=f"一{mark}二"),), ())


@given(st.text("西*:{}^[]()\\ h", max_size=30))
def test_no_character_is_lost_or_made(text: str) -> None:
    """Whatever the marks, the stretches hold the characters of the text in order, and nothing else."""
    stretches, slips = marked(text)
    rest = iter(text)
    assert all(char in rest for char in plain(stretches))
    assert all(0 <= slip.start < slip.end <= len(text) for slip in slips)
    assert plain(stretches).count("西") == text.count("西")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40))
def test_an_escaped_text_is_itself(text: str) -> None:
    """Any text with a backslash before each of its ASCII marks reads as itself."""
    escaped = "".join(
        f"\\{char}" if char.isascii() and not char.isalnum() and char > " " else char for char in text
    )
    stretches, slips = marked(escaped)
    assert slips == ()
    assert plain(stretches) == text


PLACES = {
    "plain": ("- text: 一二**三", "8:17 content/unclosed-mark"),
    "bare": ("- 一二**三", "8:11 content/unclosed-mark"),
    "double quotes with escapes": ('- "\\u4e00二\\"**三"', "8:19 content/unclosed-mark"),
    "single quotes": ("- '一''二**三'", "8:14 content/unclosed-mark"),
    "second line of a folded text": ("- >-\n  一二\n  三**四", "10:10 content/unclosed-mark"),
    "second line of a plain text": ("- 一二\n  三}四", "9:10 content/unopened-mark"),
}


@pytest.mark.parametrize("name", PLACES)
def test_slips_are_told_at_their_place_in_the_file(name: str) -> None:
    """However the text is written in YAML, the finding points at the line and column of the mark."""
    block, expected = PLACES[name]
    assert content_faults(with_block(block)) == [expected]


def test_text_is_stripped_and_kept_as_typed() -> None:
    """Blanks at the ends go, blanks inside stay, and markup of other programs is text."""
    section = small(with_block('- "  一 二 & < > </para> <img src=x> &amp; "')).sections[0]
    block = section.blocks[-1]
    assert getattr(block, "text", None) == (Inline(text="一 二 & < > </para> <img src=x> &amp;"),)
