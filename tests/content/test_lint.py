"""T1: slips of the keyboard in Chinese text, told at their characters with what to type there."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.content import Handout, check, load_brochure, select
from brochure.content.lint import slips
from brochure.source import mend, parse
from tests.content.authored import SMALL, small, with_block
from tests.source.findings import told

CONTENT = Path(__file__).parents[2] / "content"
FULL = str.maketrans({chr(half): chr(half + 0xFEE0) for half in range(0x21, 0x7F)})


def mended(text: str, *, blanks: bool = True) -> str:
    """*text* with every slip mended once that can be."""
    for slip in reversed(slips(text, blanks=blanks)):
        if slip.replacement is not None:
            text = text[: slip.start] + slip.replacement + text[slip.end :]
    return text


def settled(text: str) -> str:
    """*text* mended until nothing is left to mend; five times are enough."""
    for _ in range(5):
        text = mended(text)
    return text


MENDED = {
    "等等...还有": "等等……还有",
    "等等.....": "等等……",
    "高原--湖水": "高原——湖水",
    "周一~周五": "周一～周五",
    '称为"夏都"的"城"': "称为“夏都”的“城”",
    '他说"hello"': "他说“hello”",
    "西宁,青海;湟水:河?好!吗.是": "西宁，青海；湟水：河？好！吗。是",
    "西宁, 青海": "西宁，青海",
    "“绿”,发展,《湟水》": "“绿”，发展，《湟水》",
    "２０２４年，１.５倍，３．１４，Ａ区ｂ": "2024年，1.5倍，3.14，A区b".replace("1.5", "1.5"),
    "完成。。": "完成。",
    "完成。。。": "完成……",
    "一，，二、、三；；四：：五": "一，二、三；四：五",
    "西 宁  城": "西宁城",
    "阿尔伯特•王・李": "阿尔伯特·王·李",
    "高原――湖水―山": "高原——湖水—山",
    "湟水(黄河支流)": "湟水（黄河支流）",
    "甲((乙)丙)": "甲（（乙）丙）",
    "Xining (西宁)": "Xining （西宁）",
}


@pytest.mark.parametrize("typed", MENDED)
def test_a_slip_is_mended(typed: str) -> None:
    """T1: each mark of another script against Han has one remedy; mended once, nothing is left."""
    assert mended(typed) == MENDED[typed]
    assert slips(MENDED[typed]) == ()


LEFT_ALONE = (
    "西宁，青海。“好”（甲）——乙……丙·丁～戊！！？？",
    "总值1801.10亿元，共1,234个，3.14，8:30，50%，1/3",
    "Hello, world... \"yes\" (no) -- A~B; １２３",
    "参见 Nature, 2024 (vol. 3) 的文章",
    "3~5天，A区与B区",
    "北京—西宁，—、",
    "~~书名~~与__专名__和::着重::，**粗,** 体",
    "[文字](https://example.org/中,文(甲))".replace("(甲)", ""),
    "见[[slug-a]]与https://a.b/c,d...e--f~g",
    r"照印\"引号\"、\(甲\)、西\,宁、西\~宁",
    "[湟水]^{huáng shuǐ}，邮箱a.b@c-d.cn",
    "向「绿」而行 |向「新」发力",
    "ル・ク与西宁",
    "西宁 Xining 城",
)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_meant_is_left_alone(text: str) -> None:
    """T1: Chinese marks, numbers, Latin phrases, addresses, inline marks and what a backslash takes literally
    are no slips.
    """
    assert slips(text) == ()


@pytest.mark.parametrize("text", ['一座"古城', '宽5"和6"的板', '一"二"三"四'])
def test_a_quote_that_may_not_pair_is_told_and_left(text: str) -> None:
    """T1: a straight quote without a partner, or one that may be inches, has no replacement."""
    assert {slip.replacement for slip in slips(text)} == {None}


def test_a_blank_may_part_words_of_a_title() -> None:
    """T1: where blanks stand for punctuation they are left; everything else is told there too."""
    assert mended("第一章 西宁, 青海(上)", blanks=False) == "第一章 西宁，青海（上）"


PIECES = st.sampled_from(
    [*"西宁湖，。、：；“”（）·—…《》", *"\"'.,;:?!~-()[]{}|*_^\\ #•・―", *"１Ａｚ．a5"]
    + ["...", "--", "。。", "https://a.b/c", "](", "[[", "3.14", "1,800", "Xining", '\\"']
)
TEXTS = st.lists(PIECES, max_size=24).map("".join)


@given(TEXTS)
def test_mending_settles_and_leaves_latin_and_numbers(text: str) -> None:
    """T1: whatever is typed, mending comes to rest; Han, Latin letters and digits stay in their order, and
    slips never overlap.
    """
    found = slips(text)
    assert all(one.end <= after.start for one, after in zip(found, found[1:], strict=False))
    rested = settled(text)
    assert mended(rested) == rested
    kept = [char for char in text.translate({full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)})]
    now = [char for char in rested.translate({full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)})]
    assert [char for char in kept if char.isalnum()] == [char for char in now if char.isalnum()]


@given(st.text(alphabet=[chr(code) for code in range(0x20, 0x7F)]))
def test_a_text_without_han_has_no_slips(text: str) -> None:
    """T1: English alone is not judged."""
    assert slips(text) == ()


@given(TEXTS.map(lambda text: f"西{text}宁"), st.sampled_from(["single", "double"]))
def test_a_mended_file_says_the_mended_text(text: str, style: str) -> None:
    """T1: in either kind of YAML quotes, mending the file mends the text and breaks nothing."""
    written = (
        "'" + text.replace("'", "''") + "'"
        if style == "single"
        else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    )
    file = SMALL.replace("title: 第一节", f"title: 第一节  # 注, (不动)\n    note: {written}")
    node = parse(file, "a.yaml")
    (section,) = node.get("sections")  # type: ignore[misc, union-attr]
    scalar = section.get("note")  # type: ignore[union-attr]
    from brochure.content.lint import note_slips
    from brochure.source import Faults

    faults = Faults("content")
    note_slips(scalar, faults)  # type: ignore[arg-type]
    changed, made = mend(file, faults.found)
    assert len(made) == sum(finding.replacement is not None for finding in faults.found)
    (after,) = parse(changed, "a.yaml").get("sections")  # type: ignore[misc, union-attr]
    assert after.get("note").text == mended(text)  # type: ignore[union-attr]
    assert "# 注, (不动)" in changed


KINDS = {
    "- 西宁,青海": ["8:11 content/typing"],
    "- text: {lead: 一,二, text: '三,四'}": [],
    '- text: {lead: "一,二", text: "三,四"}': ["8:19 content/typing", "8:32 content/typing"],
    "- heading: 一,二": ["8:19 content/typing"],
    "- lead: >-\n    一二\n    三,四": ["10:12 content/typing"],
    '- metric: {value: "80", unit: "%", label: "率,度", qualifier: 超, note: "２０年"}': [
        "8:51 content/typing",
        "8:74 content/typing",
    ],
    "- list: [一(二), 三]": ["8:17 content/typing", "8:19 content/typing"],
    "- table: {columns: [甲], rows: [[一~二]]}": ["8:43 content/typing"],
    "- quote: {text: 一...二, source: 三 四~五}": ["8:24 content/typing", "8:41 content/typing"],
    "- photo: {file: a--b.jpg, kind: map, caption: 一--二, credit: 三--四}": [
        "8:54 content/typing",
        "8:68 content/typing",
    ],
}


def test_every_kind_of_text_is_read_for_slips() -> None:
    """T1: paragraphs, titles, captions, labels, notes, cells: told at line and column as warnings."""
    for block, expected in KINDS.items():
        if not expected:
            continue
        findings = small(with_block(block)).slips
        assert told(findings) == expected, block
        assert {finding.severity.value for finding in findings} == {"warning"}
        assert all(finding.suggestion and finding.replacement for finding in findings)


def test_a_handout_hears_of_its_own_section() -> None:
    """A slip in another section is not told with a handout; those of the whole are told with the whole."""
    text = SMALL + '  - slug: two\n    title: "二,三"\n    blocks: [四]\n'
    whole = small(text)
    assert told(check(whole)) == ["9:14 content/typing"]
    assert select(whole, Handout("one")).slips == ()
    assert told(select(whole, Handout("two")).slips) == ["9:14 content/typing"]


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.yaml")), ids=lambda path: path.stem)
def test_what_is_shipped_has_no_slips(path: Path) -> None:
    """No false alarm: the verbatim text of the seed and the samples pass."""
    if "layouts" not in path.parts:
        assert load_brochure(path).slips == ()
