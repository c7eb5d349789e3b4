"""What a YAML file says, as nodes that remember their place. Scalars stay text: ``1801.10`` is not a number
here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Literal, TypeAlias

from brochure.diagnostics import Span
from brochure.source.writing import places
from brochure.values import dataclass

Style: TypeAlias = Literal["plain", "single", "double", "literal", "folded"]

_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A text as the author means it; *raw* is how it stands in the file, quotes, escapes, folds and all.

    *start* is the place of *raw* in the file, in characters from 0.
    """

    text: str
    span: Span
    style: Style = "plain"
    raw: str = field(default="", compare=False, repr=False)
    start: int = field(default=0, compare=False, repr=False)

    @property
    def is_nothing(self) -> bool:
        """Whether a value was left out: nothing after the colon, or a bare ``~`` or ``null``."""
        return self.style == "plain" and self.text in _NOTHING

    def span_of(self, start: int, end: int) -> Span:
        """Where the characters from *start* to before *end* of the text stand in the file."""
        return next(self.spans_of([(start, end)]))

    def spans_of(self, stretches: Iterable[tuple[int, int]]) -> Iterator[Span]:
        """`span_of` for many stretches, the text looked through once."""
        marks = places(self.raw, self.style, self.text)
        for start, end in stretches:
            first = marks[start]
            last = marks[end - 1] + 1 if end > start else first
            line, column = self._place(first)
            end_line, end_column = self._place(last)
            yield Span(self.span.file, line, column, end_line, end_column)

    def _place(self, offset: int) -> tuple[int, int]:
        before = self.raw[:offset].replace("\r\n", "\n ").replace("\r", "\n")
        below = before.count("\n")
        if not below:
            return self.span.line, self.span.column + offset
        return self.span.line + below, offset - self._line_start(offset) + 1

    def _line_start(self, offset: int) -> int:
        return max(self.raw.rfind("\n", 0, offset), self.raw.rfind("\r", 0, offset)) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A list of nodes; *flow* when it is written in brackets."""

    items: tuple[Node, ...]
    span: Span
    flow: bool = False

    def __iter__(self) -> Iterator[Node]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One key of a mapping with its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Keys and values in the order of the file, each key once; *flow* when it is written in braces."""

    entries: tuple[Entry, ...]
    span: Span
    flow: bool = False

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def get(self, key: str) -> Node | None:
        """The value of *key*, or None."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping
