"""What marks mean to a reader who does not see the page: the structure tree, and the order it is read in."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from brochure.geometry import Point, Rect
from brochure.values import dataclass

Role: TypeAlias = Literal[
    "Document", "Sect", "Div", "H1", "H2", "H3", "H4", "H5", "H6", "P", "BlockQuote", "Note", "TOC", "TOCI",
    "Reference", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Caption", "Figure", "Link",
]  # fmt: skip
"""Standard structure types (ISO 32000-1, 14.8.4); the house needs no others and maps none."""


class Content(NamedTuple):
    """A mark: the page, and its place among the page's marks, both counted from 0."""

    page: int
    mark: int


class Place(NamedTuple):
    """A place on a page, counted from 0."""

    page: int
    at: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """An element of the structure tree, its *kids* in the order they are read.

    *alt* is said instead of a figure, *words* are those of a link. *box* is where either stands on *page*, if
    that is the only one it is on. *columns* and *rows* are how many of them a cell of a table takes, *scope*
    says of which cells it is the head, *numbering* how a list is numbered. A link leads to the address *link*
    or to *place*.
    """

    role: Role
    kids: tuple[Element | Content, ...] = ()
    alt: str = ""
    words: str = ""
    box: Rect | None = None
    page: int = -1
    columns: int = 1
    rows: int = 1
    scope: Literal["", "Column", "Row"] = ""
    numbering: Literal["", "None", "Disc", "Decimal"] = ""
    link: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOrder:
    """All that is read of some pages, from the *root* down.

    Marks that stand in no element are decoration; those in *furniture* are so because they come on every page
    (running heads, folios).
    """

    root: Element
    furniture: frozenset[Content] = frozenset()
