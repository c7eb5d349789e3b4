"""Files come as UTF-8 or are told apart by name, with the place of the first fault."""

import os
import socket
from pathlib import Path

import pytest

from brochure.diagnostics import MachineError
from brochure.source import MAX_BYTES, parse, read
from brochure.source.decode import decode
from tests.source.findings import faults_of, told, yaml_faults

TEXT = "title: 西宁\nnote: 湟水谷地\n"

ENCODINGS = {
    "GB18030": (TEXT.encode("gb18030"), "1:8 source/encoding", "GB18030"),
    "GBK from line two": (b"title: x\n" + "note: 湟水谷地\n".encode("gbk"), "2:7 source/encoding", "GB18030"),
    "UTF-16 with a mark": (TEXT.encode("utf-16"), "1:1 source/encoding", "UTF-16"),
    "UTF-16 big end, with a mark": (b"\xfe\xff" + TEXT.encode("utf-16-be"), "1:1 source/encoding", "UTF-16"),
    "UTF-16 without a mark": ("title: Xining city\n".encode("utf-16-le"), "1:1 source/encoding", "UTF-16"),
    "UTF-32": (TEXT.encode("utf-32"), "1:1 source/encoding", "UTF-32"),
    "one bad byte": (TEXT.encode() + b"x: a\xffb\n", "3:5 source/not-utf8", "0xFF"),
    "cut inside a character": ("a: 西宁".encode()[:-1], "1:5 source/not-utf8", "0xE5"),
    "Word document": (b"PK\x03\x04" + bytes(40), "1:1 source/not-text", "Office"),
    "old Word document": (b"\xd0\xcf\x11\xe0" + bytes(40), "1:1 source/not-text", "Office"),
    "PDF": (b"%PDF-1.6\n", "1:1 source/not-text", "PDF"),
    "JPEG": (b"\xff\xd8\xff\xe0" + bytes(20), "1:1 source/not-text", "JPEG"),
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_other_encodings_are_named(name: str) -> None:
    """A file in another encoding, or of another kind, is refused by name at its first foreign byte."""
    data, expected, word = ENCODINGS[name]
    findings = faults_of(lambda: decode(data, "a.yaml"))
    assert told(findings) == [expected]
    assert word in findings[0].message.en
    assert word in findings[0].message.zh


def test_byte_order_mark_is_no_text() -> None:
    """A UTF-8 file from Windows Notepad reads as the same text without its mark."""
    assert decode(b"\xef\xbb\xbf" + TEXT.encode(), "a.yaml") == TEXT


CHARACTERS = {
    "NUL": ("a: x\0y\n", ["1:5 source/control-character"]),
    "BEL and ESC": (
        "a: 1\nb: \a西\x1b[0m\n",
        ["2:4 source/control-character", "2:6 source/control-character"],
    ),
    "C1 control": ("a: x\x9by\n", ["1:5 source/control-character"]),
    "next line": ("a: 1\x85b: 2\n", ["1:5 source/control-character"]),
    "line separator": (
        "a: 西\u2028宁\nb: \u2029\n",
        ["1:5 source/control-character", "2:4 source/control-character"],
    ),
    "byte order mark inside": ("a: x\ufeffy\n", ["1:5 source/control-character"]),
    "non-character": (
        "a: \ufdd0\U0001ffff\n",
        ["1:4 source/control-character", "1:5 source/control-character"],
    ),
    "lone surrogate": ("a: \ud800\n", ["1:4 source/control-character"]),
    "bidirectional override": (
        "a: 西\u202e宁\u2066\n",
        ["1:5 source/bidi-control", "1:7 source/bidi-control"],
    ),
    "replacement character": ("a: 西\ufffd\n", ["1:5 source/damaged-character"]),
    "in a comment too": ("a: 1 # \x07\n", ["1:8 source/control-character"]),
}


@pytest.mark.parametrize("name", CHARACTERS)
def test_unprintable_characters_are_told_by_place(name: str) -> None:
    """Characters that no print can show are refused wherever they stand, each with line and column."""
    text, expected = CHARACTERS[name]
    assert yaml_faults(text) == expected


def test_unprintable_character_is_named_by_code() -> None:
    """The message gives the code point, never the character itself."""
    (finding,) = faults_of(lambda: parse("a: \x1b\n", "a.yaml"))
    assert "U+001B" in finding.message.en
    assert "\x1b" not in finding.message.en + finding.message.zh


def test_file_is_read_whole(tmp_path: Path) -> None:
    """A file on disk gives the same mapping as its text, under the name it is shown by."""
    path = tmp_path / "西宁 画册.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    root = read(path, "content/西宁.yaml")
    assert [entry.key.text for entry in root] == ["title", "note"]
    assert str(root.entries[1].value.span) == "content/西宁.yaml:2:7"


def test_missing_file_names_the_nearest(tmp_path: Path) -> None:
    """A mistyped file name brings the name that is there."""
    (tmp_path / "xining.yaml").write_text("a: 1\n")
    (finding,) = faults_of(lambda: read(tmp_path / "xinning.yaml", "xinning.yaml"))
    assert finding.code == "source/missing-file"
    assert finding.suggestion is not None
    assert finding.suggestion.en == "`xining.yaml`"


def test_file_over_the_limit(tmp_path: Path) -> None:
    """A file of more than 5 MB is not read."""
    path = tmp_path / "big.yaml"
    path.write_bytes(b"a" * (MAX_BYTES + 1))
    assert told(faults_of(lambda: read(path, "big.yaml"))) == ["source/too-large"]


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    """A folder, a pipe nobody writes to, a socket, a device and a path behind a file are refused without
    waiting.
    """
    pipe, sock = tmp_path / "pipe", tmp_path / "sock"
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(sock))
        codes = {}
        for path in (tmp_path, pipe, sock, Path("/dev/zero"), tmp_path / "a\0b"):
            codes[path.name] = faults_of(lambda path=path: read(path, path.name))[0].code  # type: ignore[misc]
    assert codes == {
        tmp_path.name: "source/not-a-file",
        "pipe": "source/not-a-file",
        "sock": "source/unreadable",
        "zero": "source/not-a-file",
        "a\0b": "source/unreadable",
    }


def test_link_to_itself_is_the_machines_fault(tmp_path: Path) -> None:
    """A link that leads to itself cannot be opened, and says so."""
    loop = tmp_path / "loop.yaml"
    loop.symlink_to(loop)
    with pytest.raises(MachineError):
        read(loop, "loop.yaml")
