"""T1: slips of the keyboard in Chinese text, told at their characters with what to type there."""

from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.content import Handout, check, load_brochure, select
from brochure.content.lint import note_slips, slips
from brochure.diagnostics import Severity, Span
from brochure.source import Faults, Scalar, mend, parse
from tests.content.authored import SMALL, small, with_block
from tests.source.findings import told

CONTENT = Path(__file__).parents[2] / "content"
HALF = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)}


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
    "２０２４年，１.５倍，３．１４，Ａ区ｂ": "2024年，1.5倍，3.14，A区b",
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
    'Hello, world... "yes" (no) -- A~B; １２３',
    "参见 Nature, 2024 (vol. 3) 的文章",
    "3~5天，A区与B区",
    "北京—西宁，—、",
    "~~书名~~与__专名__和::着重::，**粗,** 体",
    "[文字](https://example.org/中,文)",
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
    [
        *"西宁湖，。、：；“”（）·—…《》", *"\"'.,;:?!~-()[]{}|*_^\\ #•・―", *"１Ａｚ．a5",
        "...", "--", "。。", "https://a.b/c", "](", "[[", "3.14", "1,800", "Xining", '\\"',
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=24).map("".join)


@given(TEXTS)
def test_mending_settles_and_leaves_latin_and_numbers(text: str) -> None:
    """T1: whatever is typed, mending comes to rest; Han, Latin letters and digits stay in their order, and
    slips never overlap.
    """
    found = slips(text)
    assert all(one.end <= after.start for one, after in pairwise(found))
    rested = settled(text)
    assert mended(rested) == rested
    assert [char for char in rested.translate(HALF) if char.isalnum()] == [
        char for char in text.translate(HALF) if char.isalnum()
    ]


@given(st.text(alphabet=[chr(code) for code in range(0x20, 0x7F)]))
def test_a_text_without_han_has_no_slips(text: str) -> None:
    """T1: English alone is not judged."""
    assert slips(text) == ()


def scalar_of(file: str) -> Scalar:
    """The text under ``note`` in *file*."""
    found = parse(file, "a.yaml").get("note")
    assert isinstance(found, Scalar)
    return found


@given(TEXTS.map(lambda text: f"西{text}宁"), st.sampled_from(["single", "double"]))
def test_a_mended_file_says_the_mended_text(text: str, style: str) -> None:
    """T1: in either kind of YAML quotes, mending the file mends the text and touches nothing else."""
    doubled = "'" + text.replace("'", "''") + "'"
    escaped = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    written = doubled if style == "single" else escaped
    file = f"# 注, (不动)...\nnote:   {written}  # “后”,“注”\nslug: a\n"
    faults = Faults("content")
    note_slips(scalar_of(file), faults)
    changed, made = mend(file, faults.found)
    assert made == tuple(finding for finding in faults.found if finding.replacement)
    assert scalar_of(changed).text == mended(text)
    assert changed.startswith("# 注, (不动)...\nnote:   ")
    assert changed.endswith("  # “后”,“注”\nslug: a\n")


def test_what_is_written_otherwise_is_told_and_left() -> None:
    """A slip spelled as an escape, or over a line end, is told and not mended in the file."""
    file = 'note: "西\\u2022宁。\n  。青,海"\n'
    faults = Faults("content")
    note_slips(scalar_of(file), faults)
    changed, _ = mend(file, faults.found)
    assert changed == file.replace(",", "，")
    assert [finding.replacement.old for finding in faults.found if finding.replacement] == ["•", "。。", ","]


@pytest.mark.parametrize("run", ['西"', "西(", "(", "西)", "西,", "西 ", "。。", "西\\\\"])
def test_a_hostile_text_is_read_in_time(run: str) -> None:
    """The longest text there may be, slips all over, costs no more than a moment; a thousand are told."""
    text = (run * 50_000)[:99_000].strip() + "西"
    faults = Faults("content")
    started = process_time()
    note_slips(Scalar(text=text, span=Span("a.yaml", 1, 1, 1, len(text)), raw=text), faults)
    assert process_time() - started < 5
    assert len(faults.found) <= 1000


KINDS = {
    "- 西宁,青海": ",",
    "- 'a, b: ''西宁'',青,海'": ",",
    '- text: {lead: "一,二", text: "三;四"}': ",;",
    '- heading: {title: "一,二 三"}': ",",
    "- lead: >-\n    一二\n    三,四 五": ", ",
    '- metric: {value: "8,0", unit: "%", label: "率,度", qualifier: 超, note: ２０年}': ",２０",
    "- list: [一(二), 三]": "()",
    "- list: {items: [{text: 甲, items: [一~二]}]}": "~",
    '- table: {title: 一;二, columns: [甲(乙), 丙], rows: [[一~二 三, "3,0"]], notes: [注...三]}': ";()~...",
    "- quote: {text: 一...二, source: 三 四~五}": "...~",
    "- timeline: [{date: ５月, title: 一;二, text: 三~四}]": "５;~",
    "- contact: {title: 一;二, lines: [{label: 三 四~五, value: 六~七 八}]}": ";~~",
    "- credits: [{role: 策~划, names: [张 三]}]": "~",
    "- photo: {file: a--b.jpg, kind: map, caption: 一--二, credit: 三--四, alt: 五--六}": "------",
    "- qr: {text: 'https://a.b/一,二', caption: 三;四}": ";",
}


@pytest.mark.parametrize("block", KINDS)
def test_every_kind_of_text_is_read_for_slips(block: str) -> None:
    """T1: paragraphs, titles, captions, labels, notes, cells are judged, values, files and addresses are
    not; each warning points at its very characters.
    """
    text = with_block(block)
    lines, told_of = text.split("\n"), ""
    for finding in small(text).slips:
        assert (finding.code, finding.severity) == ("content/typing", Severity.WARNING)
        assert finding.suggestion is not None
        assert finding.replacement is not None
        assert finding.span is not None
        place = finding.span
        told_of += lines[place.line - 1][place.column - 1 : place.end_column - 1]
        assert told_of.endswith(finding.replacement.old)
    assert told_of == KINDS[block]


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
