"""CMaps read: which bytes make a code, which CID a code shows, which text it stands for (ISO 32000-1, 9.7.5,
9.10.3).
"""

import re
from collections.abc import Iterator
from dataclasses import field
from typing import Final

from brochure.values import dataclass

_BLOCK: Final = "begin{0}(.*?)end{0}"
_TOKEN: Final = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])|([+-]?\d+)")
_WIDEST: Final = 4096
"""A range is not followed further than this: a broken file may ask for four thousand million."""


@dataclass(frozen=True, slots=True)
class CMap:
    """*widths* are the byte lengths codes may have, with the first and last code of each length; *cids* and
    *texts* what codes lead to.
    """

    spaces: tuple[tuple[int, int, int], ...] = ((2, 0, 0xFFFF),)
    cids: dict[int, int] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)

    def codes(self, shown: bytes) -> Iterator[int]:
        """The codes in a string."""
        at = 0
        while at < len(shown):
            length = self._length(shown, at)
            yield int.from_bytes(shown[at : at + length])
            at += length

    def _length(self, shown: bytes, at: int) -> int:
        for length, first, last in self.spaces:
            if first <= int.from_bytes(shown[at : at + length]) <= last:
                return length
        return self.spaces[0][0]


def read_cmap(data: bytes) -> CMap:
    """The CMap in a stream's *data*."""
    texts: dict[int, str] = {}
    for first, last, target in _ranges(data, b"bf"):
        if isinstance(target, list):
            texts.update(zip(range(first, last + 1), map(_text, target), strict=False))
        elif isinstance(target, bytes):
            texts.update({code: _text(_raised(target, code - first)) for code in range(first, last + 1)})
    cids: dict[int, int] = {}
    for first, last, target in _ranges(data, b"cid"):
        if isinstance(target, int):
            cids.update({code: target + code - first for code in range(first, last + 1)})
    return CMap(spaces=_spaces(data) or ((2, 0, 0xFFFF),), cids=cids, texts=texts)


def _spaces(data: bytes) -> tuple[tuple[int, int, int], ...]:
    found = []
    for block in _blocks(data, b"codespacerange"):
        tokens = [token for token in _tokens(block) if isinstance(token, bytes)]
        for low, high in zip(tokens[::2], tokens[1::2], strict=False):
            found.append((max(len(low), 1), int.from_bytes(low), int.from_bytes(high)))
    return tuple(sorted(found))


def _ranges(data: bytes, kind: bytes) -> Iterator[tuple[int, int, bytes | int | list[bytes]]]:
    """First code, last code and target of every entry: of ``bfchar`` and ``bfrange``, or of their CID kin."""
    for block in _blocks(data, kind + b"char"):
        tokens = list(_tokens(block))
        for code, target in zip(tokens[::2], tokens[1::2], strict=False):
            if isinstance(code, bytes):
                yield int.from_bytes(code), int.from_bytes(code), target
    for block in _blocks(data, kind + b"range"):
        tokens = list(_tokens(block))
        for low, high, target in zip(tokens[::3], tokens[1::3], tokens[2::3], strict=False):
            if isinstance(low, bytes) and isinstance(high, bytes):
                first = int.from_bytes(low)
                yield first, min(int.from_bytes(high), first + _WIDEST), target


def _blocks(data: bytes, name: bytes) -> list[bytes]:
    return re.findall(_BLOCK.format(name.decode()).encode(), data, re.DOTALL)


def _tokens(block: bytes) -> Iterator[bytes | int | list[bytes]]:
    """Strings, numbers, and arrays of strings."""
    gathered: list[bytes] | None = None
    for found in _TOKEN.finditer(block):
        string, bracket, number = found.groups()
        if bracket == b"[":
            gathered = []
        elif bracket == b"]":
            yield gathered or []
            gathered = None
        elif number is not None:
            yield int(number)
        else:
            read = bytes.fromhex(re.sub(rb"\s", b"", string).decode())
            if gathered is None:
                yield read
            else:
                gathered.append(read)


def _raised(target: bytes, by: int) -> bytes:
    """The target of the code that stands *by* places further in its range: the last code unit counts up."""
    if not by:
        return target
    return target[:-2] + ((int.from_bytes(target[-2:]) + by) & 0xFFFF).to_bytes(2)


def _text(target: bytes | int) -> str:
    return target.decode("utf-16-be", "replace") if isinstance(target, bytes) else ""
