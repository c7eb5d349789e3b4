"""The gate names the font and the fault, whatever the bytes."""

import struct
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.diagnostics import BrochureError, Diagnostic
from brochure.fonts import Face, subset
from brochure.fonts.gate import check_font
from tests.fonts.shelf import FIGURES, SHELF

GOOD = (SHELF / FIGURES[0]).read_bytes()


def entry(tag: bytes) -> int:
    """Where the directory entry of a table lies in the good font."""
    count = struct.unpack_from(">H", GOOD, 4)[0]
    return next(at for at in range(12, 12 + 16 * count, 16) if GOOD[at : at + 4] == tag)


def put(tag: bytes, offset: int, form: str, *values: int) -> bytes:
    """The good font with numbers overwritten inside one table."""
    broken = bytearray(GOOD)
    struct.pack_into(form, broken, struct.unpack_from(">L", GOOD, entry(tag) + 8)[0] + offset, *values)
    return bytes(broken)


def rename(tag: bytes, new: bytes) -> bytes:
    """The good font with one table under another tag."""
    at = entry(tag)
    return GOOD[:at] + new + GOOD[at + 4 :]


def finding(content: bytes) -> Diagnostic:
    """The one finding about broken bytes."""
    with pytest.raises(BrochureError) as caught:
        check_font(content, "我的字体.ttf")
    (only,) = caught.value.findings
    return only


BROKEN: dict[str, tuple[str, Callable[[], bytes]]] = {
    "empty": ("not-a-font", bytes),
    "text": ("not-a-font", "这不是字体".encode),
    "zeroed": ("not-a-font", lambda: b"\0" * len(GOOD)),
    "header alone": ("damaged", lambda: GOOD[:8]),
    "cut in the directory": ("damaged", lambda: GOOD[:40]),
    "cut in the middle": ("damaged", lambda: GOOD[: len(GOOD) // 2]),
    "last byte lost": ("damaged", lambda: GOOD[:-4]),
    "OpenType with CFF": ("postscript-outlines", lambda: b"OTTO" + GOOD[4:]),
    "CFF table": ("postscript-outlines", lambda: rename(b"name", b"CFF ")),
    "collection": ("collection", lambda: b"ttcf" + GOOD[4:]),
    "web font": ("web-font", lambda: b"wOF2" + GOOD[4:]),
    "variable": ("variable", lambda: rename(b"name", b"fvar")),
    "bitmaps only": ("no-outlines", lambda: rename(b"glyf", b"sbix")),
    "no glyf": ("damaged", lambda: rename(b"glyf", b"xxxx")),
    "no cmap": ("damaged", lambda: rename(b"cmap", b"xxxx")),
    "table with a wild name": ("damaged", lambda: rename(b"name", b"\x80\0na")),
    "no OS/2": ("damaged", lambda: rename(b"OS/2", b"xxxx")),
    "symbol encoding only": ("no-character-map", lambda: put(b"cmap", 2, ">H", 0)),
    "restricted licence": ("embedding-forbidden", lambda: put(b"OS/2", 8, ">H", 0x0002)),
    "no subsetting": ("embedding-forbidden", lambda: put(b"OS/2", 8, ">H", 0x0104)),
    "bitmap embedding only": ("embedding-forbidden", lambda: put(b"OS/2", 8, ">H", 0x0204)),
    "no units": ("damaged", lambda: put(b"head", 18, ">H", 0)),
    "bad magic": ("damaged", lambda: put(b"head", 12, ">L", 1)),
    "no glyphs": ("damaged", lambda: put(b"maxp", 4, ">H", 0)),
    "more glyphs than outlines": ("damaged", lambda: put(b"maxp", 4, ">H", 65535)),
    "no widths": ("damaged", lambda: put(b"hhea", 34, ">H", 0)),
    "huge width": ("bad-metrics", lambda: put(b"hmtx", 0, ">H", 65535)),
    "huge ascender": ("bad-metrics", lambda: put(b"OS/2", 68, ">h", 32767)),
    "outlines out of order": ("damaged", lambda: put(b"loca", 4, ">L", 0x7FFFFFFF)),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_broken_fonts_are_refused(fault: str) -> None:
    """Each kind of bad font is one error with its own code, naming the file, with advice."""
    code, make = BROKEN[fault]
    found = finding(make())
    assert found.code == f"fonts/{code}"
    assert "我的字体.ttf" in found.message.en
    assert "我的字体.ttf" in found.message.zh
    assert found.suggestion is not None


def test_all_widths_zero_are_refused() -> None:
    """A font in which nothing has a width cannot be set."""
    count = struct.unpack_from(">H", GOOD, struct.unpack_from(">L", GOOD, entry(b"hhea") + 8)[0] + 34)[0]
    assert finding(put(b"hmtx", 0, f">{2 * count}H", *[0] * (2 * count))).code == "fonts/bad-metrics"


def test_preview_and_editable_embedding_pass() -> None:
    """Preview-and-print (bit 2) and editable (bit 3) embedding allow what a press PDF does."""
    check_font(put(b"OS/2", 8, ">H", 0x0004), "a.ttf")
    check_font(put(b"OS/2", 8, ">H", 0x0008), "a.ttf")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_damage_is_a_finding_or_a_font(data: st.DataObject) -> None:
    """Random damage never ends in another exception: refused with a finding, or shaped and subset."""
    broken = bytearray(GOOD)
    places = st.integers(0, 3000) | st.integers(0, len(GOOD) - 1)
    for at in data.draw(st.lists(places, min_size=1, max_size=8)):
        broken[at] = data.draw(st.integers(0, 255))
    with TemporaryDirectory() as folder, suppress(BrochureError):
        path = Path(folder) / "own.ttf"
        path.write_bytes(broken)
        own = Face(path)
        run = own.shape("98%")
        assert len(run.glyphs) == len(run.clusters) > 0
        assert subset(own, run.glyphs).mapping[0] == 0
        assert own.name.isascii()


def test_damaged_font_that_passes_still_shapes(tmp_path: Path) -> None:
    """A flipped byte inside an outline is no fault of the tables: the face opens and shapes."""
    path = tmp_path / "own.ttf"
    path.write_bytes(put(b"glyf", 100, ">B", 7))
    assert len(Face(path).shape("2024").glyphs) == 4
