"""The first look at finished bytes: is this a whole PDF with the pages that were asked for? No library,
under 5 ms.
"""

import re
from collections.abc import Iterator

from brochure.diagnostics import Diagnostic, Words, error

_ENTRY = 20
"""A cross-reference entry is exactly this long (ISO 32000-1, 7.5.4)."""


def reread(pdf: bytes, pages: int) -> tuple[Diagnostic, ...]:
    """Findings about a file that should hold *pages* pages; none for a whole file.

    Follows the file as a reader would: header, end marker, cross-reference table, each offset to its
    object, trailer, catalog, page tree. A fault here is ours or the disk's, never the author's.
    """
    return tuple(
        error(
            "inspection/damaged-file",
            Words(f"the finished file is damaged: {en}", f"生成的文件已损坏：{zh}"),
            suggestion=Words(
                "build again; if it happens again, report it", "请重新生成；若再次出现，请报告此问题"
            ),
        )
        for en, zh in _faults(pdf, pages)
    )


def _faults(pdf: bytes, pages: int) -> Iterator[Words]:
    """The first thing wrong; what stands behind it cannot be trusted."""
    if not re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4,}", pdf):
        yield Words("it does not begin as a PDF", "文件头不是 PDF")
        return
    end = re.search(rb"\nstartxref\n([0-9]+)\n%%EOF\n\Z", pdf[-64:])
    if end is None:
        yield Words("its end is missing", "文件结尾缺失")
        return
    table = re.compile(rb"xref\n0 ([0-9]+)\n").match(pdf, int(end[1]))
    if table is None:
        yield Words("its cross-reference table is not where it should be", "交叉引用表位置不对")
        return
    count, first = int(table[1]), table.end()
    if not pdf.startswith(b"trailer\n", first + count * _ENTRY):
        yield Words("its cross-reference table is cut short", "交叉引用表不完整")
        return
    lost = _lost_objects(pdf, first, count)
    if lost:
        yield Words(f"object {lost[0]} is not where it should be", f"第 {lost[0]} 号对象位置不对")
        return
    yield from _trailer_faults(pdf, first, count, pages)


def _lost_objects(pdf: bytes, first: int, count: int) -> list[int]:
    """The numbers of objects whose offset leads elsewhere."""
    return [
        number
        for number in range(1, count)
        if not pdf.startswith(b"%d 0 obj\n" % number, _offset(pdf, first, number))
    ]


def _offset(pdf: bytes, first: int, number: int) -> int:
    entry = pdf[first + number * _ENTRY : first + (number + 1) * _ENTRY]
    return int(entry[:10]) if re.fullmatch(rb"[0-9]{10} 00000 n[ \r][\r\n]", entry) else len(pdf)


def _trailer_faults(pdf: bytes, first: int, count: int, pages: int) -> Iterator[Words]:
    trailer = pdf[first + count * _ENTRY :]
    size, root = re.search(rb"/Size ([0-9]+)", trailer), re.search(rb"/Root ([0-9]+) 0 R", trailer)
    if size is None or int(size[1]) != count:
        yield Words("its trailer counts other objects than its table", "文件尾的对象数与交叉引用表不符")
    if not re.search(rb"/ID \[\s*<([0-9a-f]{32})>\s*<\1>\s*\]", trailer):
        yield Words("it has no identifier", "缺少文件标识")
    if root is None or not 0 < int(root[1]) < count:
        yield Words("it has no root", "缺少文件根对象")
        return
    tree = re.search(rb"/Pages ([0-9]+) 0 R", _object(pdf, first, int(root[1])))
    held = tree and re.search(rb"/Count ([0-9]+)", _object(pdf, first, int(tree[1])))
    found = int(held[1]) if held else 0
    if found != pages or not pages:
        yield Words(f"it has {found} pages instead of {pages}", f"页数为 {found}，应为 {pages}")


def _object(pdf: bytes, first: int, number: int) -> bytes:
    """The text of one object."""
    start = _offset(pdf, first, number)
    return pdf[start : pdf.find(b"endobj", start)]
