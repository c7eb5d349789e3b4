"""Pages mark by mark: each to its element, or told as decoration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace
from typing import Final

from brochure.content.model import Brochure
from brochure.diagnostics import Diagnostic, Span
from brochure.display import DisplayList, GlyphRun, Mark
from brochure.display.elements import Content, ReadingOrder
from brochure.geometry import Rect
from brochure.layout.model import Layout
from brochure.pagination import Page
from brochure.pagination.page import Placement
from brochure.reading.bounds import box_of, parted
from brochure.reading.homes import Homes, PartNode, no_alt
from brochure.reading.nodes import Freezer, Node
from brochure.values import dataclass

_CREDITS: Final = ("source", "issuer", "date", "note")
"""Fields of running words that say what may stand nowhere else: they are read once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Pages, their glyph runs cut at links, with what is read of them and in which order; *findings* are of
    pictures that say nothing.
    """

    pages: tuple[DisplayList, ...]
    order: ReadingOrder
    findings: tuple[Diagnostic, ...]


def tell(pages: Sequence[Page], brochure: Brochure, layout: Layout) -> Told:
    """*pages* of *brochure*, an edition of it, in *layout*, for readers who do not see them.

    Elements stand in the order the author wrote them, wherever the layout put them on the page.
    """
    return _Walk(brochure, layout).through(pages)


@dataclass(slots=True)
class _Said:
    """Words of the layout: where they stand, and how many marks of content came before them."""

    node: Node
    page: int
    number: int


@dataclass(slots=True)
class _Words:
    """The words of the layout in one part, and where its title came: page and number of the mark."""

    said: list[_Said] = field(default_factory=list)
    title: tuple[int, int] = (-1, -1)


class _Walk:
    """A reading in the making."""

    def __init__(self, brochure: Brochure, layout: Layout) -> None:
        self.brochure, self.layout = brochure, layout
        self.homes = Homes(brochure)
        masters = layout.masters.values()
        furniture = [frame for master in masters for frame in master.furniture]
        self.furniture = {frame.span for frame in furniture}
        self.telling = {
            frame.span for frame in furniture if any(f"{{{name}}}" in frame.words for name in _CREDITS)
        }
        self.holds = {
            name: {frame.name: frame.holds for frame in master.frames}
            for name, master in layout.masters.items()
        }
        self.contents = {
            frame.span for master in masters for frame in master.frames if frame.holds == "contents"
        }
        self.words: dict[int, _Words] = {}
        self.placed: dict[tuple[int, Rect | Span], Node] = {}
        self.first: dict[Span, tuple[int, Rect | None]] = {}
        self.tables: dict[tuple[Span, int], Node] = {}
        self.count = 0

    def through(self, pages: Sequence[Page]) -> Told:
        """Every mark of *pages* in painting order."""
        shown: list[DisplayList] = []
        furniture: set[Content] = set()
        pictures: set[str] = set()
        for index, page in enumerate(pages):
            marks: list[Mark] = []
            for mark in page.display.marks:
                node = self.home(mark, page)
                if node is None:
                    if mark.span in self.furniture or mark.span in self.homes.titles:
                        furniture.add(Content(index, len(marks)))
                    pictures.add(getattr(mark, "file", ""))
                    marks.append(mark)
                    continue
                self.count += 1
                for part, target in parted(mark):
                    leaf = self._linked(node, target, index, box_of(part)) if target else node
                    leaf.add(Content(index, len(marks)), box_of(part))
                    leaf.words.append(part.text if isinstance(part, GlyphRun) else "")
                    marks.append(part)
            shown.append(replace(page.display, marks=tuple(marks)))
        silent = [photo for file, photo in self.homes.unsaid.items() if file in pictures]
        return Told(
            pages=tuple(shown),
            order=ReadingOrder(root=Freezer().tree(self._root()), furniture=frozenset(furniture)),
            findings=tuple(no_alt(photo) for photo in silent),
        )

    # ------------------------------------------------------------ where a mark belongs

    def home(self, mark: Mark, page: Page) -> Node | None:
        """The element of *mark* on *page*; None for decoration."""
        span = mark.span
        if span is None:
            return None
        if span in self.furniture:
            first = self.first.setdefault(span, (page.number, None)) == (page.number, None)
            return self._wording(span, page, last=True) if first and span in self.telling else None
        if span in self.contents:
            return self._entry(mark, page, span)
        placement = _placement(mark, page)
        if placement and self.holds.get(page.master, {}).get(placement.frame) == "words":
            return self._wording(placement.box, page)
        if span in self.homes.titles:
            return self._title(span, placement.box if placement else None, page)
        if find := self.homes.find.get(span):
            return find(mark)
        if isinstance(mark, GlyphRun):  # subtitles, and whatever else has no home of its own
            return self._wording(placement.box if placement else Rect(0, 0, 0, 0), page)
        return None

    def _title(self, span: Span, box: Rect | None, page: Page) -> Node | None:
        """The title where it first stands; the brochure's own is said again as words elsewhere, that of a
        section is decoration on later pages.
        """
        part = self.homes.titles[span]
        if self.first.setdefault(span, (page.number, box)) == (page.number, box):
            known = self._words(part)
            if known.title[0] < 0:
                known.title = page.number, self.count
            return part.title
        if span == self.brochure.title.span:
            return self._wording(box or Rect(0, 0, 0, 0), page)
        return None

    def _wording(self, box: Rect | Span, page: Page, *, last: bool = False) -> Node:
        """The paragraph of the words in *box* on *page*; *last* in its part whatever else stands there."""
        key = (page.number, box)
        if key not in self.placed:
            node = self.placed[key] = Node("P")
            self._words(self._part(page)).said.append(_Said(node, 0 if last else page.number, self.count))
        return self.placed[key]

    def _entry(self, mark: Mark, page: Page, span: Span) -> Node | None:
        """The entry of the contents list that *mark* belongs to; a link to the section's title."""
        if not isinstance(mark, GlyphRun) or mark.piece is None:
            return None
        key = (span, page.number)
        if key not in self.tables:
            table = self.tables[key] = Node("TOC")
            self._words(self._part(page)).said.append(_Said(table, page.number, self.count))
        entries = self.tables[key].below
        while len(entries) <= mark.piece.part:
            entries.append(Node("TOCI", below=[Node("Link")]))
        return entries[mark.piece.part].below[0]

    def _linked(self, node: Node, target: str, page: int, box: Rect) -> Node:
        """The link to *target* at the end of *node*: the one begun in the same line, or a new one."""
        last = node.own[-1] if node.own else None
        if isinstance(last, Node) and last.link == target and page in last.reach:
            here = last.reach[page]
            if min(here.bottom, box.bottom) - max(here.y, box.y) > 0.5 * min(here.height, box.height):
                return last
        slugs = {f"#{section.slug}": part.title for section, part in self.homes.named}
        link = Node("Link", link=target, leads=slugs.get(target))
        node.own.append(link)
        return link

    def _part(self, page: Page) -> PartNode:
        return self.homes.part(page.part, page.section)

    def _words(self, part: PartNode) -> _Words:
        return self.words.setdefault(id(part), _Words())

    # ------------------------------------------------------------ the whole

    def _root(self) -> Node:
        """Everything, parts in the brochure's order, the words of the layout about their titles."""
        for table in self.tables.values():
            for entry in table.below:
                link = entry.below[0]
                said = "".join("".join(link.words).split())
                titles = (("".join(section.title.text.split()), part) for section, part in self.homes.named)
                link.leads = next((part.title for title, part in titles if title in said), None)
        document = Node("Document", kept=True)
        for part in self.homes.parts.values():
            known = self._words(part)
            page, number = known.title
            before = [said.node for said in known.said if said.page == page and said.number <= number]
            beside = [said.node for said in known.said if said.page == page and said.number > number]
            after = [said.node for said in known.said if said.page != page]
            document.below.append(part.closed(before, beside, after))
        return document


def _placement(mark: Mark, page: Page) -> Placement | None:
    """Where *mark* was placed: the placement of its block that its middle lies in."""
    rivals = [placement for placement in page.placements if placement.span == mark.span]
    if len(rivals) < 2:
        return rivals[0] if rivals else None
    box = box_of(mark)
    x, y = box.x + box.width / 2, box.y + box.height / 2
    return min(rivals, key=lambda placement: _away(placement.box, x, y))


def _away(box: Rect, x: float, y: float) -> float:
    """How far a point lies outside *box*."""
    return max(box.x - x, x - box.right, 0.0) + max(box.y - y, y - box.bottom, 0.0)
