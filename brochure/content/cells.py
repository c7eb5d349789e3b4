"""The cells, rows and sheets of a table, as kinds of value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from brochure.content.model import Text as Marked
from brochure.content.running import Running
from brochure.diagnostics import Span, Words
from brochure.source import (
    Faults,
    Kind,
    ListOf,
    Node,
    Scalar,
    Schema,
    Sequence,
    scalar,
    sequence,
    unfit_name,
)

if TYPE_CHECKING:
    from brochure.content.apart import Row

MOST_COLUMNS: Final = 24

_RUNNING: Final = Running(blanks=False)  # blanks part the words of a cell
_ROW: Final = Words("a row of the table", "表格的一行")
_HOME: Final = Words("the folder of the content file", "内容文件所在的文件夹")


class SheetFile:
    """The name of a sheet beside the content file."""

    name = Words("the name of a CSV file", "CSV 文件名")

    def read(self, node: Node, faults: Faults) -> str | None:
        """The name."""
        found = scalar(node, faults, self.name)
        if found is None:
            return None
        if unfit := unfit_name(found.text, _HOME):
            faults.error("unfit-name", unfit[0], found.span, unfit[1])
            return None
        if not found.text.lower().endswith((".csv", ".tsv")):
            message = Words(f"`{found.text}` is not named as a CSV file", f"`{found.text}` 不是 CSV 文件名")
            hint = Words("save the sheet as “CSV UTF-8”", "请在表格软件里另存为“CSV UTF-8”")
            faults.error("not-a-sheet-name", message, found.span, hint)
            return None
        return found.text

    def schema(self) -> Schema:
        """A suffix."""
        return {"type": "string", "pattern": r"\.([Cc][Ss][Vv]|[Tt][Ss][Vv])$"}


class Unread:
    """A list as it is written, to be read when the columns are known; *described* is what it will be."""

    def __init__(self, described: Kind[Any]) -> None:
        self.described = described

    def read(self, node: Node, faults: Faults) -> Sequence | None:
        """The list."""
        return sequence(node, faults, Words("a list of rows", "各行的列表"))

    def schema(self) -> Schema:
        """That of what it will be."""
        return self.described.schema()


class CellKind:
    """A cell: running text, or nothing."""

    def read(self, node: Node, faults: Faults) -> Marked | None:
        """The text of the cell, empty where nothing is written."""
        if isinstance(node, Scalar) and (node.is_nothing or not node.text.strip()):
            return ()
        return _RUNNING.read(node, faults)

    def schema(self) -> Schema:
        """Text, a number or nothing."""
        return {"type": ["string", "number", "null"]}


class RowKind:
    """A row: its cells; a bare text is a subhead across all columns."""

    cells = ListOf(CellKind(), fewest=1, most=MOST_COLUMNS, name=_ROW)

    def read(self, node: Node, faults: Faults) -> Row | None:
        """The row."""
        if not isinstance(node, Sequence):
            text = _RUNNING.read(node, faults)
            return None if text is None else row((text,), node.span, across=True)
        cells = self.cells.read(node, faults)
        return None if cells is None else row(cells, node.span)

    def schema(self) -> Schema:
        """Either."""
        return {"anyOf": [self.cells.schema(), {"type": ["string", "number"]}]}


def row(cells: tuple[Marked, ...], span: Span, *, across: bool = False) -> Row:
    """A row, or a subhead *across* all columns."""
    from brochure.content.apart import Row

    return Row(cells=cells, across=across, span=span)
