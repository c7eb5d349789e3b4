"""What stands apart from the running text: lists, tables, quotations, timelines, contacts, credits.

Most brochures have few of them, so this module is loaded by the first one that is read. Parts of a block
(items, rows, entries) carry their own place, for faults and for the links of the preview.
"""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar, Literal, TypeAlias

from brochure.content.model import Text, Title, plain
from brochure.diagnostics import Span
from brochure.values import dataclass

Marker: TypeAlias = Literal["bullet", "number", "circled"]
ColumnAlign: TypeAlias = Literal["", "start", "center", "end", "number"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One item of a list, with the *items* below it (one level)."""

    text: Text
    items: tuple[ListItem, ...] = ()
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """A list: bulleted, numbered ``1.`` or ``①``."""

    key: ClassVar[Literal["list"]] = "list"

    items: tuple[ListItem, ...]
    marker: Marker = "bullet"
    optional: bool = field(default=False, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def places(self) -> tuple[Span | None, ...]:
        """Where each item is written, those of the level below after their own."""
        return tuple(item.span for outer in self.items for item in (outer, *outer.items))


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: its *head* with the *unit* of all its values.

    Neighbours of one *group* share a head above theirs. Without *align* the values decide: a column of
    numbers is set on the decimal point. *width* is its share beside other columns that have one.
    """

    head: Title
    unit: str = ""
    group: str = ""
    align: ColumnAlign = ""
    width: float = 0.0
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table; one that goes *across* is a subhead over all columns."""

    cells: tuple[Text, ...]
    across: bool = False
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table, its *title* above it, the *unit* of the whole at the right, *notes* below."""

    key: ClassVar[Literal["table"]] = "table"

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: Title | None = None
    unit: str = ""
    notes: tuple[Text, ...] = ()
    optional: bool = field(default=False, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def places(self) -> tuple[Span | None, ...]:
        """Where each row is written."""
        return tuple(row.span for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class PullQuote:
    """Words set large beside the text, and who said them."""

    key: ClassVar[Literal["quote"]] = "quote"

    text: Title
    source: str = ""
    optional: bool = field(default=False, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def places(self) -> tuple[Span | None, ...]:
        """It has no parts."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """What happened on a *date*, which is printed as typed."""

    date: str
    text: Text = ()
    title: str = ""
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What happened, one after the other."""

    key: ClassVar[Literal["timeline"]] = "timeline"

    entries: tuple[TimelineEntry, ...]
    optional: bool = field(default=False, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def places(self) -> tuple[Span | None, ...]:
        """Where each entry is written."""
        return tuple(entry.span for entry in self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """One line of a contact panel: 电话 0000-0000000."""

    value: Text
    label: str = ""
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How to reach someone."""

    key: ClassVar[Literal["contact"]] = "contact"

    lines: tuple[ContactLine, ...]
    title: Title | None = None
    optional: bool = field(default=False, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def places(self) -> tuple[Span | None, ...]:
        """Where each line is written."""
        return tuple(line.span for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditLine:
    """Who did one thing: 策划 with its names."""

    role: str
    names: tuple[str, ...]
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditList:
    """Who made the brochure."""

    key: ClassVar[Literal["credits"]] = "credits"

    lines: tuple[CreditLine, ...]
    title: Title | None = None
    optional: bool = field(default=False, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def places(self) -> tuple[Span | None, ...]:
        """Where each line is written."""
        return tuple(line.span for line in self.lines)


SetApart: TypeAlias = List | Table | PullQuote | Timeline | Contact | CreditList


def said_apart(block: SetApart) -> list[str]:
    """What the text of *block* says, a line for each item, row or entry; contacts and credits say nothing."""
    match block:
        case List():
            items = [item for outer in block.items for item in (outer, *outer.items)]
            return [plain(item.text) for item in items]
        case Table():
            units = [column.unit or block.unit for column in block.columns]
            rows = [
                " ".join(
                    f"{plain(cell)}{unit}"
                    for cell, unit in zip(row.cells, units if not row.across else [""], strict=True)
                )
                for row in block.rows
            ]
            return [*rows, *(plain(note) for note in block.notes)]
        case PullQuote():
            return [block.text.text]
        case Timeline():
            return [f"{entry.date} {entry.title} {plain(entry.text)}" for entry in block.entries]
        case Contact() | CreditList():
            return []
