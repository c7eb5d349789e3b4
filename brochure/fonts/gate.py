"""The gate: what a font file must be before anything else may read it.

Fonts are the worst input a printer is given. The tables are checked here, by their lengths and offsets, so
that shaping and subsetting only ever see a whole, static TrueType font that may be embedded. Offsets are
those of the OpenType 1.9 specification.
"""

import struct
from array import array
from itertools import pairwise
from typing import Final, NoReturn, TypeAlias

from brochure.diagnostics import BrochureError, Words, error

Tables: TypeAlias = dict[bytes, memoryview]

LARGEST: Final = 128 * 1024 * 1024
WIDEST_EM: Final = 16
"""No glyph is wider, no line taller, in a font made for setting text; 65,535 units would be 32 em or more."""

REFUSED_KINDS: Final = {
    b"OTTO": ("postscript-outlines", "has PostScript (CFF) outlines", "是 PostScript（CFF）轮廓"),
    b"ttcf": ("collection", "is a collection of several fonts", "是多款字体的合集（TTC）"),
    b"wOFF": ("web-font", "is a compressed web font", "是压缩的网页字体"),
    b"wOF2": ("web-font", "is a compressed web font", "是压缩的网页字体"),
}
NEEDED: Final = (b"head", b"maxp", b"hhea", b"hmtx", b"loca", b"glyf", b"cmap", b"OS/2")


def refuse(code: str, name: str, fault: Words, suggestion: Words | None = None) -> NoReturn:
    """Raise the one finding about the font called *name*."""
    advice = suggestion or Words(
        "take a static TrueType (.ttf) build of the font that may be embedded",
        "请改用可嵌入的静态 TrueType（.ttf）版本",
    )
    message = Words(f"the font `{name}` {fault.en}", f"字体 `{name}` {fault.zh}")
    raise BrochureError([error(f"fonts/{code}", message, suggestion=advice)])


def check_font(content: bytes, name: str) -> None:
    """Let a whole, static, embeddable TrueType font pass in silence.

    *name* is what the author calls the file. Raises `BrochureError` with one finding `fonts/…` for
    everything else.
    """
    try:
        tables = table_directory(content, name)
        check_kind(tables, name)
        units = check_head(tables, name)
        check_outlines(tables, name)
        check_metrics(tables, units, name)
        check_character_map(tables[b"cmap"], name)
        check_permission(tables[b"OS/2"], name)
    except struct.error:
        damaged(name, "a table is too short", "表的长度不足")


def damaged(name: str, reason: str, reason_zh: str) -> NoReturn:
    """Refuse a cut or corrupt file."""
    again = Words("copy the font file again from its source", "请从来源处重新复制该字体文件")
    refuse("damaged", name, Words(f"is damaged: {reason}", f"已损坏：{reason_zh}"), again)


def table_directory(content: bytes, name: str) -> Tables:
    """The tables by tag, each wholly inside the file."""
    if len(content) > LARGEST:
        refuse("too-large", name, Words("is larger than 128 MB", "超过 128 MB"))
    kind = bytes(content[:4])
    if kind in REFUSED_KINDS:
        code, fault, fault_zh = REFUSED_KINDS[kind]
        refuse(code, name, Words(fault, fault_zh))
    if kind not in (b"\0\1\0\0", b"true"):
        refuse("not-a-font", name, Words("is not a font file", "不是字体文件"))
    view = memoryview(content)
    (count,) = struct.unpack_from(">H", content, 4)
    tables: Tables = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", content, 12 + 16 * index)
        if not all(0x20 <= byte <= 0x7E for byte in tag):
            damaged(name, "a table has no proper name", "表名无效")
        if offset + length > len(content):
            damaged(name, "it ends before its tables do", "文件在表结束之前就中断了")
        tables[tag] = view[offset : offset + length]
    return tables


def check_kind(tables: Tables, name: str) -> None:
    """A static font with TrueType outlines."""
    if b"CFF " in tables or b"CFF2" in tables:
        _, fault, fault_zh = REFUSED_KINDS[b"OTTO"]
        refuse("postscript-outlines", name, Words(fault, fault_zh))
    if b"fvar" in tables:
        refuse("variable", name, Words("is a variable font", "是可变字体"))
    if b"glyf" not in tables and {b"EBDT", b"CBDT", b"sbix", b"SVG "} & tables.keys():
        refuse("no-outlines", name, Words("has pictures for glyphs, no outlines", "只有位图字形，没有轮廓"))
    lacking = [tag.decode() for tag in NEEDED if tag not in tables]
    if lacking:
        damaged(name, f"no table {', '.join(lacking)}", f"缺少表 {'、'.join(lacking)}")


def check_head(tables: Tables, name: str) -> int:
    """The font units in one em."""
    magic, _, units = struct.unpack_from(">LHH", tables[b"head"], 12)
    if magic != 0x5F0F3CF5:
        damaged(name, "its head table is not one", "head 表无效")
    if not 16 <= units <= 16384:
        damaged(name, f"{units} units in an em", f"每 em 为 {units} 单位")
    return int(units)


def check_outlines(tables: Tables, name: str) -> None:
    """Every glyph's outline lies inside the glyf table, in order."""
    (glyphs,) = struct.unpack_from(">H", tables[b"maxp"], 4)
    (long_offsets,) = struct.unpack_from(">h", tables[b"head"], 50)
    if not glyphs or long_offsets not in (0, 1):
        damaged(name, "it counts no glyphs", "字形数为零")
    width = 4 if long_offsets else 2
    if len(tables[b"loca"]) < (glyphs + 1) * width:
        damaged(name, "glyphs are missing from its index", "字形索引不完整")
    offsets = unsigned(tables[b"loca"][: (glyphs + 1) * width], width)
    last = offsets[-1] * (1 if long_offsets else 2)
    if last > len(tables[b"glyf"]) or any(here > there for here, there in pairwise(offsets)):
        damaged(name, "outlines lie outside the file", "字形轮廓越出文件")


def check_metrics(tables: Tables, units: int, name: str) -> None:
    """Advances and heights a line of text could have."""
    (glyphs,) = struct.unpack_from(">H", tables[b"maxp"], 4)
    (measured,) = struct.unpack_from(">H", tables[b"hhea"], 34)
    hmtx = tables[b"hmtx"]
    if not 0 < measured <= glyphs or len(hmtx) < 4 * measured + 2 * (glyphs - measured):
        damaged(name, "glyphs without a width", "部分字形没有宽度")
    widest = max(unsigned(hmtx[: 4 * measured], 2)[::2])
    ascender, descender = struct.unpack_from(">hh", tables[b"OS/2"], 68)
    if not 0 < widest <= WIDEST_EM * units or max(abs(ascender), abs(descender)) > WIDEST_EM * units:
        fault = Words(f"has impossible measures (widest glyph {widest / units:.1f} em)", "的尺寸数据不可信")
        refuse("bad-metrics", name, fault)


def unsigned(table: memoryview, width: int) -> "array[int]":
    """Big-endian numbers of 2 or 4 bytes."""
    numbers = array("H" if width == 2 else "I")
    numbers.frombytes(table)
    if struct.pack("=H", 1) != struct.pack(">H", 1):
        numbers.byteswap()
    return numbers


def check_character_map(cmap: memoryview, name: str) -> None:
    """At least one Unicode subtable, inside the table."""
    (count,) = struct.unpack_from(">H", cmap, 2)
    for index in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", cmap, 4 + 8 * index)
        unicode_map = platform == 0 or (platform == 3 and encoding in (1, 10))
        if unicode_map and offset + 6 <= len(cmap):
            (form,) = struct.unpack_from(">H", cmap, offset)
            if form in (4, 6, 10, 12, 13):
                return
    refuse("no-character-map", name, Words("has no Unicode character map", "没有 Unicode 字符映射表"))


def check_permission(os2: memoryview, name: str) -> None:
    """Embedding and subsetting allowed (OS/2 fsType; the least restrictive of bits 1 to 3 counts)."""
    (rights,) = struct.unpack_from(">H", os2, 8)
    if rights & 0x000E == 0x0002:
        fault = Words("may not be embedded, says its maker", "的版权设置禁止嵌入")
        refuse("embedding-forbidden", name, fault)
    if rights & 0x0300:
        fault = Words("may not be embedded as a subset, says its maker", "的版权设置禁止子集嵌入")
        refuse("embedding-forbidden", name, fault)
