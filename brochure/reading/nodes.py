"""Elements while marks still come to them, and the frozen tree they end as."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Literal, TypeAlias

from brochure.display.elements import Content, Element, Place, Role
from brochure.geometry import Point, Rect
from brochure.values import dataclass

Planned: TypeAlias = Role | Literal["H"]
"""A role; ``H`` is a heading whose level is known when all headings are."""
_DEEPEST = 6


@dataclass(slots=True)
class Node:
    """An element in the making.

    *own* is what came to it, and its *words*; *below* are elements foreseen under it, *after* those that
    follow; *kept* ones stay when nothing came. *reach* is the box of its marks on each page. *level* is that
    of a heading, *leads* the heading a link leads to.
    """

    role: Planned
    level: int = 0
    alt: str = ""
    columns: int = 1
    rows: int = 1
    scope: Literal["", "Column", "Row"] = ""
    numbering: Literal["", "None", "Disc", "Decimal"] = ""
    link: str = ""
    leads: Node | None = None
    kept: bool = False
    own: list[Content | Node] = field(default_factory=list)
    below: list[Node] = field(default_factory=list)
    after: list[Node] = field(default_factory=list)
    reach: dict[int, Rect] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)

    def add(self, content: Content, box: Rect) -> None:
        """Let a mark, which takes *box*, come to this element."""
        self.own.append(content)
        known = self.reach.get(content.page)
        self.reach[content.page] = around(known, box) if known else box

    @property
    def place(self) -> Place | None:
        """Where it begins; None when nothing came to it."""
        first = next((kid for kid in self.own if isinstance(kid, Content)), None)
        return Place(first.page, Point(*self.reach[first.page][:2])) if first else None

    @property
    def filled(self) -> bool:
        """Whether anything came to it or to what is foreseen under it."""
        return bool(self.own) or any(node.filled for node in self.below)


class Freezer:
    """Nodes to elements, in reading order; empty ones are left out.

    Headings begin at level 1, none skips a level (ISO 14289-1, 7.4.2), and those of one rank under the same
    heading are of one level.
    """

    def __init__(self) -> None:
        self._above: list[int] = []

    def tree(self, root: Node) -> Element:
        """The element of *root*."""
        return self._element(root)

    def _frozen(self, node: Node) -> Iterator[Element]:
        if node.filled or node.kept:
            yield self._element(node)
        for follower in node.after:
            yield from self._frozen(follower)

    def _element(self, node: Node) -> Element:
        role = self._role(node)
        kids: list[Element | Content] = []
        for kid in (*node.own, *node.below):
            kids += (kid,) if isinstance(kid, Content) else self._frozen(kid)
        alone = len(node.reach) == 1 and role in {"Figure", "Link"}
        page, box = next(iter(node.reach.items())) if alone else (-1, None)
        return Element(
            role=role,
            kids=tuple(kids),
            alt=node.alt,
            words="".join(node.words) if role == "Link" else "",
            box=box,
            page=page,
            columns=node.columns,
            rows=node.rows,
            scope=node.scope,
            numbering=node.numbering,
            link=_address(node),
            place=node.leads.place if node.leads else None,
        )

    def _role(self, node: Node) -> Role:
        if node.role == "Link" and not _address(node) and not (node.leads and node.leads.place):
            return "Reference"
        if node.role != "H":
            return node.role
        while self._above and self._above[-1] >= node.level:
            self._above.pop()
        self._above.append(node.level)
        return _HEADINGS[min(len(self._above), _DEEPEST) - 1]


def _address(node: Node) -> str:
    """Where a link leads outside the file; to a section it leads by *leads*."""
    return "" if node.link.startswith("#") else node.link


_HEADINGS: tuple[Role, ...] = ("H1", "H2", "H3", "H4", "H5", "H6")


def around(box: Rect, other: Rect) -> Rect:
    """The box round both."""
    x, y = min(box.x, other.x), min(box.y, other.y)
    return Rect(x, y, max(box.right, other.right) - x, max(box.bottom, other.bottom) - y)
