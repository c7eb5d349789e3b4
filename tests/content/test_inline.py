"""Inline marks: bold where Chinese needs it, nothing lost, every slip told at its character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.content import Inline, Text, plain
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
    "__西宁__，~~河湟志~~": (
        Inline(text="西宁", line="name"),
        Inline(text="，"),
        Inline(text="河湟志", line="title"),
    ),
    "__西宁__::湟水::": (Inline(text="西宁", line="name"), Inline(text="湟水", dotted=True)),
    "__青海____西宁__": (
        Inline(text="青海", line="name"),
        Inline(text=""),
        Inline(text="西宁", line="name"),
    ),
    "::__西宁__::": (Inline(text="西宁", dotted=True, line="name"),),
    "[西宁]^{Xīníng}": (Inline(text="西宁", ruby="Xīníng"),),
    "在[湟水]^{huáng shuǐ}畔": (
        Inline(text="在"),
        Inline(text="湟", ruby="huáng"),
        Inline(text="水", ruby="shuǐ"),
        Inline(text="畔"),
    ),
    "[谢谢]^{xiè xiè}": (Inline(text="谢", ruby="xiè"), Inline(text="谢", ruby="xiè")),
    "__[湟]^{huáng}水__": (Inline(text="湟", line="name", ruby="huáng"), Inline(text="水", line="name")),
    r"[\*a]^{x\}y}": (Inline(text="*a", ruby="x}y"),),
    "西宁^[2024年**末**。]。": (
        Inline(text="西宁"),
        Inline(text="", note=(Inline(text="2024年"), Inline(text="末", bold=True), Inline(text="。"))),
        Inline(text="。"),
    ),
    "**一^[二]三**": (
        Inline(text="一", bold=True),
        Inline(text="", note=(Inline(text="二"),)),
        Inline(text="三", bold=True),
    ),
    "一^[见[附录]和[网站](https://a.cn)]二": (
        Inline(text="一"),
        Inline(
            text="",
            note=(Inline(text="见[附录]和"), Inline(text="网站", link="https://a.cn")),
        ),
        Inline(text="二"),
    ),
    r"一\^[二]、\_\_、\~\~、下_划_线、1~2": (Inline(text="一^[二]、__、~~、下_划_线、1~2"),),
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
    "一__二": [("unclosed-mark", "__")],
    "一~~二": [("unclosed-mark", "~~")],
    "____": [("empty-mark", "____")],
    "__一~~二~~__": [("line-in-line", "~~")],
    "~~一__二__~~": [("line-in-line", "__")],
    "__一**二__三**": [("crossed-marks", "__")],
    "[西宁]^{Xī níng shì}": [("ruby-count", "Xī níng shì")],
    "[西宁]^{ }": [("empty-mark", "[西宁]^{ }")],
    "[]^{xī}": [("empty-mark", "[]^{xī}")],
    "[**西**宁]^{Xīníng}": [("mark-in-ruby", "**"), ("mark-in-ruby", "**")],
    "[西宁]^{__Xīníng}": [("mark-in-ruby", "__")],
    "[西宁]^{Xīníng": [("unclosed-mark", "^{")],
    "一^[二": [("unclosed-mark", "^[")],
    "一^[]": [("empty-mark", "^[]")],
    "一^[二**三]四": [("unclosed-mark", "**")],
    "一^[二^[三]四]": [("note-in-note", "^[")],
    "**一^[二]": [("unclosed-mark", "**")],
}


@pytest.mark.parametrize("text", SLIPS)
def test_slips_are_told_at_their_characters(text: str) -> None:
    """A mark unclosed, unopened, crossed, empty or leading nowhere is told with the very characters at
    fault.
    """
    _, slips = marked(text)
    assert [(slip.fault, text[slip.start : slip.end]) for slip in slips] == SLIPS[text]
    assert all(slip.hint.en and slip.hint.zh for slip in slips)


@pytest.mark.parametrize("mark", ["**", "::", "__", "~~", "{", "^{", "^["])
def test_the_escape_that_is_suggested_works(mark: str) -> None:
    """What the hint says to write for the characters themselves prints them."""
    ((_, _, _, _, hint),) = marked(f"一{mark}二")[1]
    escaped = hint.en.rpartition("write `")[2].rstrip("`")
    assert marked(f"一{escaped}二") == ((Inline(text=f"一{mark}二"),), ())


def everything(text: Text) -> str:
    """The characters of *text*, its notes and its rubies, in order."""
    return "".join(part.text + part.ruby + everything(part.note) for part in text)


@given(st.text("西*:_~{}^[]()\\ h", max_size=30))
def test_no_character_is_lost_or_made(text: str) -> None:
    """Whatever the marks, the stretches hold the characters of the text in order, and nothing else."""
    stretches, slips = marked(text)
    if not any(part.ruby for part in stretches):
        rest = iter(text)
        assert all(char in rest for char in everything(stretches))
    assert all(0 <= slip.start < slip.end <= len(text) for slip in slips)
    if not slips:
        assert everything(stretches).count("西") == text.count("西")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40))
def test_an_escaped_text_is_itself(text: str) -> None:
    """Any text with a backslash before each of its ASCII marks reads as itself."""
    escaped = "".join(
        f"\\{char}" if char.isascii() and not char.isalnum() and char > " " else char for char in text
    )
    stretches, slips = marked(escaped)
    assert slips == ()
    assert plain(stretches) == text


NOT_HERE = (
    "- lead: 导语^[注]。",
    "- photo: {file: a.jpg, caption: '图注^[注]'}",
    "- text: {lead: '提要^[注]。', text: 正文}",
)


@pytest.mark.parametrize("block", NOT_HERE)
def test_notes_stand_in_running_text_alone(block: str) -> None:
    """A note in a lead, a caption or a run-in lead, where no frame collects it, is told."""
    assert [fault.partition(" ")[2] for fault in content_faults(with_block(block))] == [
        "content/note-not-here"
    ]


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
    found = content_faults(with_block(block))
    assert [one for one in found if not one.endswith("content/typing")] == [expected]


def test_text_is_stripped_and_kept_as_typed() -> None:
    """Blanks at the ends go, blanks inside stay, and markup of other programs is text."""
    section = small(with_block('- "  一 二 & < > </para> <img src=x> &amp; "')).sections[0]
    block = section.blocks[-1]
    assert getattr(block, "text", None) == (Inline(text="一 二 & < > </para> <img src=x> &amp;"),)
