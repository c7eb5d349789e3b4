"""Bytes to text: UTF-8 only, and only characters that can be printed, each fault with its line and
column.
"""

from __future__ import annotations

import re

from brochure.diagnostics import BrochureError, Span, Words, error
from brochure.source.faults import Faults
from brochure.source.manuscript import Manuscript

CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff"
NONCHARACTER = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17)
)
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # they can make a line read otherwise than it prints
DAMAGE = "\ufffd"
_REFUSED = re.compile(f"[{CONTROL}{NONCHARACTER}{BIDI}{DAMAGE}]")
_REPORTED = 20

_YAML = Words("a YAML text", "YAML 文本")
_SAVE_AS_UTF8 = Words("save the file as UTF-8 and build again", "请把文件另存为 UTF-8 编码，再生成一次")
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_KINDS = (
    (b"PK\x03\x04", Words("an Office or zip file", "Office 或 zip 文件")),
    (b"\xd0\xcf\x11\xe0", Words("an old Office file", "旧版 Office 文件")),
    (b"%PDF", Words("a PDF", "PDF 文件")),
    (b"\x89PNG", Words("a PNG picture", "PNG 图片")),
    (b"\xff\xd8\xff", Words("a JPEG picture", "JPEG 图片")),
)


def decode(data: bytes, shown_as: str, wanted: Words = _YAML) -> str:
    """The text in *data* without a byte order mark; *wanted* is what it should be.

    Raises `BrochureError` for another encoding (GB18030 and UTF-16 are named), a binary file, and control,
    bidirectional and other characters that no print can show.
    """
    for mark, kind in _KINDS:
        if data.startswith(mark):
            message = Words(f"this is {kind.en}, not {wanted.en}", f"这是{kind.zh}，不是 {wanted.zh}")
            raise BrochureError([error("source/not-text", message, Span(shown_as, 1, 1, 1, 1))])
    for mark, name in _MARKS:
        if data.startswith(mark):
            raise _other_encoding(name, shown_as, 1, 1)
    try:
        text = data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as fault:
        raise _not_utf8(data, fault.start, shown_as) from None
    if "\0" in text and _looks_like_utf16(data):
        raise _other_encoding("UTF-16", shown_as, 1, 1)
    refuse_characters(text, shown_as)
    return text


def refuse_characters(text: str, shown_as: str) -> None:
    """Raise `BrochureError` naming the characters of *text* that no print can show, by code point and
    place.
    """
    if _REFUSED.search(text) is None:
        return
    manuscript = Manuscript(text, shown_as)
    faults = Faults("source")
    for found in _REFUSED.finditer(text):
        name_character(found[0], manuscript.span(found.start(), found.end()), faults)
        if len(faults.found) == _REPORTED:
            break
    faults.refuse()


def refused(text: str) -> int | None:
    """The place of the first character in *text* that no print can show, or None."""
    found = _REFUSED.search(text)
    return found.start() if found else None


def name_character(char: str, span: Span, faults: Faults) -> None:
    """Note that *char* cannot stand here."""
    code = f"U+{ord(char):04X}"
    if char == DAMAGE:
        message = Words(
            f"{code} stands where a character was lost", f"{code}：这里有一个字符已经丢失（乱码）"
        )
        hint = Words("type the lost character again, from the original text", "请对照原稿补上丢失的字")
        faults.error("damaged-character", message, span, hint)
    elif re.match(f"[{BIDI}]", char):
        message = Words(f"{code} turns the direction of writing, unseen", f"{code} 是看不见的书写方向控制符")
        faults.error("bidi-control", message, span, Words("delete it", "请删去"))
    else:
        message = Words(f"the control character {code} cannot be printed", f"控制字符 {code} 无法印刷")
        faults.error("control-character", message, span, Words("delete it", "请删去"))


def _not_utf8(data: bytes, start: int, shown_as: str) -> BrochureError:
    line_start = max(data.rfind(b"\n", 0, start), data.rfind(b"\r", 0, start)) + 1
    line = len(re.findall(rb"\r\n?|\n", data[:line_start])) + 1
    column = len(data[line_start:start].decode("utf-8", "replace").removeprefix("\ufeff")) + 1
    try:
        han = sum(
            "\u4e00" <= char <= "\u9fff" for char in data[start : start + 4000].decode("gb18030", "ignore")
        )
        data.decode("gb18030")
    except UnicodeDecodeError:
        han = 0
    if han:
        return _other_encoding("GB18030 (GBK)", shown_as, line, column)
    message = Words(
        f"byte 0x{data[start]:02X} is not UTF-8: the file is damaged or is not text",
        f"字节 0x{data[start]:02X} 不是 UTF-8：文件已损坏，或者不是文本",
    )
    span = Span(shown_as, line, column, line, column + 1)
    return BrochureError([error("source/not-utf8", message, span, _SAVE_AS_UTF8)])


def _looks_like_utf16(data: bytes) -> bool:
    head = data[:200]
    return head[1::2].count(0) > len(head) // 4 or head[0::2].count(0) > len(head) // 4


def _other_encoding(name: str, shown_as: str, line: int, column: int) -> BrochureError:
    message = Words(f"the file is saved as {name}, not UTF-8", f"文件的编码是 {name}，不是 UTF-8")
    span = Span(shown_as, line, column, line, column + 1)
    return BrochureError([error("source/encoding", message, span, _SAVE_AS_UTF8)])
