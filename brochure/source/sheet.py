"""A sheet of cells (CSV, RFC 4180) to nodes that remember their place, as if they were typed in YAML."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from brochure.diagnostics import BrochureError, Span, Words
from brochure.source.confine import read_inside
from brochure.source.decode import decode
from brochure.source.faults import Faults
from brochure.source.manuscript import Manuscript
from brochure.source.nodes import Scalar, Sequence

MAX_BYTES: Final = 1_000_000
MAX_CELLS: Final = 10_000
SEPARATORS: Final = {".csv": ",", ".tsv": "\t"}

_QUOTED: Final = re.compile(r'"((?:[^"]|"")*)"')
_LINE_END: Final = re.compile(r"\r\n?|\n")
_IN_THE_PROJECT: Final = Words("the folder of the content file", "内容文件所在的文件夹")


def read_sheet(name: str, folder: Path, shown_as: str, span: Span, faults: Faults) -> Sequence | None:
    """The rows of the sheet *name* in *folder*, each a list of texts; blank lines are left out.

    *shown_as* is the sheet's name in findings, *span* where the author named it. None after noting why it
    cannot be read: a name or a link that leads out of the folder, another encoding than UTF-8, a quotation
    mark that is not closed, each at its line and column.
    """
    found = read_inside(name, (folder,), span, faults, MAX_BYTES, home=_IN_THE_PROJECT)
    if found is None:
        return None
    try:
        text = decode(found[1], shown_as, wanted=Words("a CSV text", "CSV 文本"))
    except BrochureError as fault:
        faults.found += fault.findings
        return None
    return parse_sheet(text, shown_as, SEPARATORS[Path(name).suffix.lower()], faults)


def parse_sheet(text: str, shown_as: str, separator: str, faults: Faults) -> Sequence | None:
    """The rows of a *text* whose cells stand between *separator* marks; None after noting a fault."""
    manuscript = Manuscript(text, shown_as)
    rows: list[Sequence] = []
    cells: list[Scalar] = []
    at = start = count = 0
    while at <= len(text):
        cell, at = _cell(manuscript, at, separator, faults)
        count += 1
        if cell is None:
            return None
        if count > MAX_CELLS:
            message = Words(f"more than {MAX_CELLS:,} cells in one sheet", f"一个表超过 {MAX_CELLS} 格")
            faults.error("too-many-cells", message, cell.span)
            return None
        cells.append(cell)
        if text.startswith(separator, at):
            at += len(separator)
            continue
        if len(cells) > 1 or cells[0].text.strip():
            rows.append(Sequence(items=tuple(cells), span=manuscript.span(start, at)))
        end = _LINE_END.match(text, at)
        at = start = end.end() if end else len(text) + 1
        cells = []
    return Sequence(items=tuple(rows), span=manuscript.span(0, len(text)))


def _cell(manuscript: Manuscript, at: int, separator: str, faults: Faults) -> tuple[Scalar | None, int]:
    """The cell that begins at character *at*, and where it ends."""
    text = manuscript.text
    if not text.startswith('"', at):
        end = at
        while end < len(text) and text[end] not in "\r\n" and not text.startswith(separator, end):
            end += 1
        return _scalar(manuscript, text[at:end], at, end), end
    quoted = _QUOTED.match(text, at)
    if quoted is None:
        message = Words("a quotation mark opens here and is not closed", "引号在这里开始，却没有结束")
        hint = Words('write a quotation mark inside a cell twice: `""`', '格子里的引号要写两次：`""`')
        faults.error("unclosed-quotation", message, manuscript.span(at, at + 1), hint)
        return None, at
    end = quoted.end()
    if end < len(text) and text[end] not in "\r\n" and not text.startswith(separator, end):
        message = Words("text stands behind the closing quotation mark", "结束的引号后面还有文字")
        hint = Words('write a quotation mark inside a cell twice: `""`', '格子里的引号要写两次：`""`')
        faults.error("unclosed-quotation", message, manuscript.span(end, end + 1), hint)
        return None, at
    return _scalar(manuscript, quoted[1].replace('""', '"'), at + 1, end - 1), end


def _scalar(manuscript: Manuscript, text: str, start: int, end: int) -> Scalar:
    return Scalar(text=text, span=manuscript.span(start, end), raw=text, start=start)
