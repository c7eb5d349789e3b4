"""What stands apart from the running text as elements: lists, tables, quotations, timelines, panels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from brochure.display import GlyphRun, Mark
from brochure.reading.nodes import Node

if TYPE_CHECKING:
    from brochure.content.apart import (
        Column,
        Contact,
        CreditList,
        List,
        PullQuote,
        SetApart,
        Table,
        Timeline,
    )

Find: TypeAlias = Callable[[Mark], Node | None]
"""The element that a mark of one block stands in; None for decoration."""


def apart(block: SetApart) -> tuple[list[Node], dict[int, Find]]:
    """The elements of *block* in reading order, and how to find that of a mark: of the block itself (-1) and
    of each of its parts.
    """
    match block.key:
        case "list":
            return _list(block)
        case "table":
            return _table(block)
        case "quote":
            return _quote(block)
        case "timeline":
            return _timeline(block)
        case "contact" | "credits":
            return _panel(block)


def _everywhere(find: Find, parts: int) -> dict[int, Find]:
    return dict.fromkeys(range(-1, parts), find)


# ---------------------------------------------------------------- lists


def items(count: int) -> list[Node]:
    """So many items of a list, each with its label and its body."""
    return [Node("LI", below=[Node("Lbl"), Node("LBody")]) for _ in range(count)]


def _list(block: List) -> tuple[list[Node], dict[int, Find]]:
    whole = Node("L", numbering="Disc" if block.marker == "bullet" else "Decimal")
    found: list[Node] = []
    for outer in block.items:
        item, *inner = items(1 + len(outer.items))
        if inner:  # inside the body of the item it belongs to (ISO 14289-1, 7.6)
            item.below[1].below.append(Node("L", numbering="Disc", below=inner))
        whole.below.append(item)
        found += (item, *inner)

    def finder(part: int) -> Find:
        label, body = found[part].below
        return lambda mark: {"": body, "label": label}.get(mark.piece.kind if mark.piece else "")

    return [whole], {part: finder(part) for part in range(len(found))}


def _timeline(block: Timeline) -> tuple[list[Node], dict[int, Find]]:
    whole = Node("L", numbering="None", below=items(len(block.entries)))

    def find(mark: Mark) -> Node | None:
        if mark.piece is None:  # rail and dots
            return None
        label, body = whole.below[mark.piece.part].below
        return label if mark.piece.kind == "label" else body

    return [whole], _everywhere(find, len(block.entries))


# ---------------------------------------------------------------- quotations and panels


def _quote(block: PullQuote) -> tuple[list[Node], dict[int, Find]]:
    words, source = Node("P"), Node("P")

    def find(mark: Mark) -> Node | None:
        if mark.piece:
            return source
        return words if isinstance(mark, GlyphRun) else None

    return [Node("BlockQuote", below=[words, source])], _everywhere(find, len(block.places))


def _panel(block: Contact | CreditList) -> tuple[list[Node], dict[int, Find]]:
    title, *lines = (Node("P") for _ in range(1 + len(block.lines)))

    def find(mark: Mark) -> Node | None:
        if mark.piece is None:  # ground and rule
            return None
        return title if mark.piece.kind == "title" else lines[mark.piece.part]

    return [Node("Div", below=[title, *lines])], _everywhere(find, len(lines))


# ---------------------------------------------------------------- tables


def _table(block: Table) -> tuple[list[Node], dict[int, Find]]:
    """Caption, rows of heads, rows of cells; the notes follow the table. Every row has every cell."""
    title = Node("Caption")
    heads, groups, rows = _heads(block.columns)
    cells: list[list[Node]] = []
    for row in block.rows:
        if row.across:
            cells.append([Node("TH", columns=len(block.columns), scope="Column", kept=True)])
        else:
            cells.append([Node("TD", kept=True) for _ in row.cells])
    notes = [Node("P") for _ in block.notes]
    rows += [Node("TR", below=list(own)) for own in cells]
    whole = Node("Table", below=[title, *rows])

    def find(mark: Mark) -> Node | None:
        piece = mark.piece
        if piece is None or piece.kind == "again":  # grounds and rules; heads where the table runs on
            return None
        match piece.kind:
            case "title":
                return title
            case "head":
                return heads[piece.column]
            case "group":
                return groups[piece.column]
            case "note":
                return notes[piece.part]
            case _:
                return cells[piece.part][piece.column]

    for row_node in rows:
        row_node.kept = True
    return [whole, *notes], _everywhere(find, len(block.rows))


def _heads(columns: tuple[Column, ...]) -> tuple[dict[int, Node], dict[int, Node], list[Node]]:
    """The head of each column, those of groups by their first column, and the rows they make.

    A column without a group beside columns with one has a head as high as both rows.
    """
    if not any(column.head.text or column.unit or column.group for column in columns):
        return {}, {}, []
    grouped = any(column.group for column in columns)
    heads = {at: Node("TH", scope="Column", kept=True) for at in range(len(columns))}
    if not grouped:
        return heads, {}, [Node("TR", below=list(heads.values()))]
    groups: dict[int, Node] = {}
    upper: list[Node] = []
    lower: list[Node] = []
    for name, found in _neighbours(columns):
        if name:
            groups[found[0]] = Node("TH", scope="Column", columns=len(found), kept=True)
            upper.append(groups[found[0]])
            lower += (heads[at] for at in found)
        for at in () if name else found:
            heads[at].rows = 2
            upper.append(heads[at])
    return heads, groups, [Node("TR", below=upper), Node("TR", below=lower)]


def _neighbours(columns: tuple[Column, ...]) -> Iterator[tuple[str, list[int]]]:
    """Neighbouring columns of one group."""
    for name, found in groupby(range(len(columns)), key=lambda at: columns[at].group):
        yield name, list(found)
