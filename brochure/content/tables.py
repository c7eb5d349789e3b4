"""How an author writes a table: columns and rows in place, or a sheet (CSV) beside the content file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from brochure.content.cells import MOST_COLUMNS, RowKind, SheetFile, Unread, row
from brochure.content.model import Title
from brochure.content.passages import noun
from brochure.content.running import Line, Running
from brochure.content.titles import TitleKind
from brochure.diagnostics import Span, Words
from brochure.source import (
    Choice,
    Faults,
    Field,
    Form,
    ListOf,
    Node,
    Number,
    Scalar,
    Schema,
    Sequence,
)

if TYPE_CHECKING:
    from brochure.content.apart import Column, Row, Table

MOST_ROWS: Final = 1000

_RUNNING: Final = Running()
_TITLE: Final = TitleKind()
_SHORT: Final = Line(longest=40)
_UNIT_BEHIND: Final = re.compile(r"(.+?)\s*[（(]([^（）()]{1,20})[）)]")  # 接待游客（万人）


_COLUMN: Final = Form(
    noun("Column"),
    Words("a column", "一栏"),
    {
        "head": Field(_TITLE, "表头，`|` 处可以断行", required=True),
        "unit": Field(_SHORT, "这一栏数值的单位，印在表头里"),
        "group": Field(_SHORT, "上一层表头；相邻同名的各栏合用一个"),
        "align": Field(
            Choice("start", "center", "end", "number"),
            "对齐；不写则数值按小数点对齐，文字左对齐",
        ),
        "width": Field(Number(0.1, 100), "与其他写了 width 的栏相比的宽度；不写则按内容"),
    },
    about="一栏；直接写表头，或写 head 与其他",
    bare="head",
)
_ROWS: Final = ListOf(RowKind(), fewest=1, most=MOST_ROWS)
_FORM: Final[Form[dict[str, object]]] = Form(
    dict,
    Words("a table", "表格"),
    {
        "title": Field(_TITLE, "表题，印在表上方，`|` 处可以断行"),
        "unit": Field(_SHORT, "全表的单位，印在表的右上角"),
        "columns": Field(ListOf(_COLUMN, fewest=1, most=MOST_COLUMNS), "各栏的表头、单位、对齐"),
        "rows": Field(Unread(_ROWS), "各行：[格, 格, …]；只写文字则是跨栏的小标题"),
        "file": Field(SheetFile(), "代替 rows：内容文件旁边的 CSV 文件", at="file_at"),
        "head": Field(Number(0, 2, whole=True), "最前面几行是表头；CSV 默认 1，写了 columns 的 rows 默认 0"),
        "notes": Field(ListOf(_RUNNING, fewest=1, most=40), "表下的注，可用行内标记"),
    },
    about="表格；直接写文件名，或写 columns 与 rows",
    bare="file",
)


class TableKind:
    """A table whose rows all have a cell for each column."""

    def read(self, node: Node, faults: Faults) -> Table | None:
        """The table; every row that is wrong is noted, in the content file or in the sheet."""
        given: dict[str, Any] | None = _FORM.read(node, faults)
        if given is None:
            return None
        found = _rows_of(given, faults)
        if found is None:
            return None
        columns: tuple[Column, ...] | None = given.get("columns")
        count = int(given.get("head", 0 if columns and "rows" in given else 1))
        heads, below = found[:count], found[count:]
        if columns is None:
            columns = _columns(heads, below, faults)
        rows = [_row(node, len(columns or ()), faults, sheet="file" in given) for node in below]
        if columns is None or not _has_rows(rows, given["span"], faults) or None in rows:
            return None
        return self._built(given, columns, tuple(found for found in rows if found))

    def schema(self) -> Schema:
        """That of its keys."""
        return _FORM.schema()

    def _built(self, given: dict[str, Any], columns: tuple[Column, ...], rows: tuple[Row, ...]) -> Table:
        from brochure.content.apart import Table

        kept = {key: given[key] for key in ("title", "unit", "notes", "span") if key in given}
        return Table(columns=columns, rows=rows, **kept)


TABLE: Final = TableKind()


def _rows_of(given: dict[str, Any], faults: Faults) -> tuple[Node, ...] | None:
    """The rows as they are written, in place or in a sheet."""
    if "rows" in given and "file" in given:
        message = Words("a table has `rows` or a `file`, not both", "表格只写 rows 或 file 中的一个")
        faults.error("two-sources", message, given["span"], Words("delete one of them", "请删去一个"))
        return None
    if "rows" not in given and "file" not in given:
        message = Words("a table needs `rows` or a `file`", "表格缺少 rows（或 file）")
        faults.error("missing-key", message, given["span"], Words("add `rows: …`", "请补上 `rows: …`"))
        return None
    if "rows" in given:
        rows: Sequence = given["rows"]
        return rows.items
    name, span = given["file"], given["file_at"]
    if faults.folder is None:
        message = Words(f"there is no folder to look for `{name}` in", f"不知道到哪个文件夹里找 `{name}`")
        faults.error("missing-file", message, span)
        return None
    from brochure.source.sheet import read_sheet  # few brochures have one

    sheet = read_sheet(name, faults.folder, str(Path(span.file).parent / name), span, faults)
    return sheet.items if sheet else None


def _columns(heads: tuple[Node, ...], below: tuple[Node, ...], faults: Faults) -> tuple[Column, ...] | None:
    """The columns that the head rows name; without any, as many as the first row has cells."""
    from brochure.content.apart import Column

    if not heads:
        first = next((row for row in below if isinstance(row, Sequence)), None)
        return (Column(head=Title(text="")),) * (len(first) if first else 1)
    cells = [row.items if isinstance(row, Sequence) else (row,) for row in heads]
    if any(len(row) != len(cells[0]) for row in cells):
        _note_uneven(heads[-1].span, len(cells[-1]), len(cells[0]), faults)
        return None
    if len(cells[0]) > MOST_COLUMNS:
        _note_uneven(heads[0].span, len(cells[0]), MOST_COLUMNS, faults)
        return None
    columns: list[Column | None] = []
    group = ""
    for at, cell in enumerate(cells[-1]):
        over = cells[0][at] if len(cells) > 1 else None
        if isinstance(over, Scalar) and over.text.strip():
            group = over.text.strip()
        if len(cells) > 1 and isinstance(cell, Scalar) and not cell.text.strip() and over is not None:
            columns.append(_column(over, "", faults))  # a head that stands over both rows
            group = ""
        else:
            columns.append(_column(cell, group, faults))
    return tuple(column for column in columns if column) if None not in columns else None


def _column(cell: Node, group: str, faults: Faults) -> Column | None:
    """The column under one *cell* of the head; a unit in brackets behind the words is its unit."""
    from brochure.content.apart import Column

    if isinstance(cell, Scalar) and not cell.text.strip():
        return Column(head=Title(text="", span=cell.span), group=group, span=cell.span)
    head = _TITLE.read(cell, faults)
    if head is None:
        return None
    if found := _UNIT_BEHIND.fullmatch(head.text):
        seams = tuple(seam for seam in head.seams if seam < len(found[1]))
        head = Title(text=found[1], seams=seams, span=head.span)
        return Column(head=head, unit=found[2], group=group, span=cell.span)
    return Column(head=head, group=group, span=cell.span)


def _row(node: Node, count: int, faults: Faults, *, sheet: bool) -> Row | None:
    """One row of *count* cells. In a sheet, which has no other way to say so, a row whose first cell alone
    says something is a subhead.
    """
    found = RowKind().read(node, faults)
    if found is None or found.across or not count:
        return found
    if sheet and count > 1 and found.cells[0] and not any(found.cells[1:]):
        return row(found.cells[:1], node.span, across=True)
    if len(found.cells) != count:
        _note_uneven(node.span, len(found.cells), count, faults)
        return None
    return found


def _has_rows(rows: list[Row | None], span: Span, faults: Faults) -> bool:
    if 0 < len(rows) <= MOST_ROWS:
        return True
    message = Words(
        f"{len(rows)} rows stand here; 1 to {MOST_ROWS} are wanted",
        f"共 {len(rows)} 行；应为 1 到 {MOST_ROWS} 行",
    )
    faults.error("wrong-count", message, span)
    return False


def _note_uneven(span: Span, cells: int, columns: int, faults: Faults) -> None:
    message = Words(
        f"this row has {cells} cells; the table has {columns} columns",
        f"这一行有 {cells} 格；表有 {columns} 栏",
    )
    hint = (
        Words(
            'a cell with a comma in it stands in quotation marks: `"1,801.10"`',
            '带逗号的格子要加引号：`"1,801.10"`',
        )
        if cells > columns
        else Words('write `""` for an empty cell', '空格子写 `""`')
    )
    faults.error("uneven-row", message, span, hint)
