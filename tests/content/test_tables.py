"""Tables as authors write them, in place and in sheets beside the content."""

from pathlib import Path

import pytest

from brochure.content import load_brochure
from brochure.content.apart import Table
from brochure.content.model import plain
from brochure.diagnostics import BrochureError
from tests.content.authored import content_faults, small, with_block

PLACE = """\
- table:
    title: 表1
    columns: [区县, {head: 面积, unit: 平方千米}, {head: 总量, group: 生产总值}]
    rows:
      - 市区
      - [东区, "112.6", "1,402.15"]
      - [西区, ~, ""]
    notes: [注]
"""


def table(text: str) -> Table:
    """The table that *text* writes."""
    found = small(with_block(text)).sections[0].blocks[-1]
    assert isinstance(found, Table)
    return found


def written(found: Table) -> list[list[str]]:
    """The cells of all rows."""
    return [[plain(cell) for cell in row.cells] for row in found.rows]


def test_a_table_in_place() -> None:
    """Heads with units and groups, rows of texts, a subhead across, empty cells, notes."""
    found = table(PLACE)
    assert [(column.head.text, column.unit, column.group) for column in found.columns] == [
        ("区县", "", ""),
        ("面积", "平方千米", ""),
        ("总量", "", "生产总值"),
    ]
    assert written(found) == [["市区"], ["东区", "112.6", "1,402.15"], ["西区", "", ""]]
    assert [row.across for row in found.rows] == [True, False, False]
    assert [place.line for place in found.places if place] == [12, 13, 14]


def test_heads_may_be_rows() -> None:
    """Without columns the first row is the head, as in a sheet."""
    found = table("- table: {rows: [[方式, 人数（万人）], [铁路, 1]]}")
    assert [(column.head.text, column.unit) for column in found.columns] == [("方式", ""), ("人数", "万人")]
    assert written(found) == [["铁路", "1"]]


def test_a_table_may_have_no_heads() -> None:
    """``head: 0``."""
    found = table("- table: {head: 0, rows: [[铁路, 1], [公路, 2]]}")
    assert [column.head.text for column in found.columns] == ["", ""]
    assert len(found.rows) == 2


FAULTS = {
    "- table: {columns: [一, 二], rows: [[1, 2], [1, 2, 3], [1]]}": [
        "8:49 content/uneven-row",
        "8:60 content/uneven-row",
    ],
    "- table: {columns: [一]}": ["8:16 content/missing-key"],
    "- table: {rows: [[1]], file: a.csv}": ["8:16 content/two-sources"],
    "- table: {columns: [一, 二], rows: []}": ["8:16 content/wrong-count"],
    "- table: a.xlsx": ["8:16 content/not-a-sheet-name"],
    "- table: ../a.csv": ["8:16 content/unfit-name"],
    "- table: a.csv": ["8:16 content/missing-file"],
    "- table: {columns: [{head: 一, align: left}], rows: [[1]]}": ["8:44 content/unknown-choice"],
    "- table: {columns: [一], rows: [['**1']]}": ["8:40 content/unclosed-mark"],
}


@pytest.mark.parametrize("wrong", FAULTS)
def test_faults_are_told_at_their_place(wrong: str) -> None:
    """Every uneven row, two sources or none, names that cannot be."""
    assert content_faults(with_block(wrong)) == FAULTS[wrong]


# ---------------------------------------------------------------- sheets


def beside(folder: Path, sheet: bytes, block: str, name: str = "a.csv") -> Table:
    """The table that *block* reads from a sheet saved beside the content."""
    (folder / name).write_bytes(sheet)
    (folder / "content.yaml").write_text(with_block(block), encoding="utf-8")
    found = load_brochure(folder / "content.yaml", "job/content.yaml").sections[0].blocks[-1]
    assert isinstance(found, Table)
    return found


def refused(folder: Path, sheet: bytes, block: str = "- table: a.csv") -> list[str]:
    """What reading it finds, as ``file:line:column code``."""
    with pytest.raises(BrochureError) as refusal:
        beside(folder, sheet, block)
    return [f"{fault.span} {fault.code}" for fault in refusal.value.findings]


SHEET = "月份,接待游客（万人次）,,停留\n,国内,入境,\n一季度,,,\n1月,38.2,0.15,1.4\n"


def test_a_sheet_with_two_head_rows(tmp_path: Path) -> None:
    """Groups reach over the empty cells at their right; a lone first cell is a subhead."""
    found = beside(tmp_path, SHEET.encode("utf-8-sig"), "- table: {file: a.csv, head: 2}")
    assert [(column.head.text, column.group) for column in found.columns] == [
        ("月份", ""),
        ("国内", "接待游客（万人次）"),
        ("入境", "接待游客（万人次）"),
        ("停留", ""),
    ]
    assert written(found) == [["一季度"], ["1月", "38.2", "0.15", "1.4"]]
    assert str(found.places[1]) == "job/a.csv:4:1"


def test_columns_in_the_content_take_the_place_of_the_sheets_heads(tmp_path: Path) -> None:
    """The head row of the sheet is left out, its columns are named anew."""
    found = beside(tmp_path, b"a,b\n1,2\n", "- table: {file: a.csv, columns: [甲, {head: 乙, unit: 家}]}")
    assert [column.head.text for column in found.columns] == ["甲", "乙"]
    assert written(found) == [["1", "2"]]


def test_cells_of_a_sheet_take_inline_marks(tmp_path: Path) -> None:
    """As they do in the content file."""
    found = beside(tmp_path, "项,数\n**合计**,10^{a}\n".encode(), "- table: a.csv")
    assert found.rows[0].cells[0][0].bold
    assert found.rows[0].cells[1][1].superscript


def test_faults_in_a_sheet_are_told_in_the_sheet(tmp_path: Path) -> None:
    """The sheet's own name, line and column: uneven rows, marks, quotation marks, a line end in a cell."""
    assert refused(tmp_path, b"a,b,c\n1,2,3,4\n1,2,3\n1,2\n") == [
        "job/a.csv:2:1 content/uneven-row",
        "job/a.csv:4:1 content/uneven-row",
    ]
    assert refused(tmp_path, b"a,b\n1,**2\n") == ["job/a.csv:2:3 content/unclosed-mark"]
    assert refused(tmp_path, b'a,b\n1,"2\n') == ["job/a.csv:2:3 content/unclosed-quotation"]
    assert refused(tmp_path, b'a,b\n1,"2\n3"\n') == ["job/a.csv:2:5 content/more-than-a-line"]


def test_another_encoding_is_named(tmp_path: Path) -> None:
    """What an office program saves as plain CSV is GBK; the finding says so, and what to do."""
    assert refused(tmp_path, "月份,游客\n".encode("gb18030")) == ["job/a.csv:1:1 source/encoding"]
    assert refused(tmp_path, b"PK\x03\x04") == ["job/a.csv:1:1 source/not-text"]


def test_a_sheet_lies_beside_the_content(tmp_path: Path) -> None:
    """A link out of the folder is refused; so is one to nowhere, and a name in another case is told."""
    outside = tmp_path / "outside.csv"
    outside.write_text("a,b\n1,2\n")
    job = tmp_path / "job"
    job.mkdir()
    (job / "link.csv").symlink_to(outside)
    assert refused(job, b"a,b\n1,2\n", "- table: link.csv") == [
        "job/content.yaml:8:16 content/outside-project"
    ]
    (job / "dead.csv").symlink_to(tmp_path / "nowhere.csv")
    assert refused(job, b"a,b\n1,2\n", "- table: dead.csv") == ["job/content.yaml:8:16 content/broken-link"]
    assert refused(job, b"a,b\n1,2\n", "- table: A.csv") == ["job/content.yaml:8:16 content/name-differs"]
    assert refused(job, b"x" * 1_000_001) == ["job/content.yaml:8:16 content/too-large"]
