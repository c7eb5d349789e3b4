"""An author's file as text that knows its places: characters counted from its start, lines and columns from
1.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from brochure.diagnostics import Span

_LINE_END = re.compile(r"\r\n?|\n")


class Manuscript:
    """The text of one file and the name it is shown under.

    *inserted* are the places in *text* (ascending) where one character was put in to read on past a fault;
    spans are those of the file as the author saved it.
    """

    __slots__ = ("_starts", "inserted", "shown_as", "text")

    def __init__(self, text: str, shown_as: str, inserted: tuple[int, ...] = ()) -> None:
        self.text = text
        self.shown_as = shown_as
        self.inserted = inserted
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def line_of(self, index: int) -> int:
        """The line that holds the character at *index*, from 0."""
        return bisect_right(self._starts, index) - 1

    def line_start(self, index: int) -> int:
        """Where the line that holds *index* begins."""
        return self._starts[self.line_of(index)]

    def start_of(self, number: int) -> int:
        """Where line *number*, from 0, begins."""
        return self._starts[number]

    def line(self, number: int) -> str:
        """Line *number*, from 0, without its end; empty past the last."""
        if number >= len(self._starts):
            return ""
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[number] : end].rstrip("\r\n")

    def span(self, start: int, end: int) -> Span:
        """The stretch from character *start* to before *end*, in the author's lines and columns."""
        line, column = self._place(start)
        end_line, end_column = self._place(max(start, end))
        return Span(self.shown_as, line, column, end_line, end_column)

    def _place(self, index: int) -> tuple[int, int]:
        start = self.line_start(index)
        shift = sum(start <= place < index for place in self.inserted) if self.inserted else 0
        return self.line_of(index) + 1, index - start - shift + 1
