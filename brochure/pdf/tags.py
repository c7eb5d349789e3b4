"""Tags: the structure tree (ISO 32000-1, 14.7) and the marked content that it is made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import groupby
from typing import Any
from urllib.parse import quote

from brochure.display import Mark, Surface
from brochure.display.elements import Content, Element, ReadingOrder
from brochure.geometry import Rect
from brochure.pdf.document import Array, Dictionary, PressDocument, Text, number
from brochure.pdf.paint import PagePainter, Shelf
from brochure.values import dataclass

_PLAIN = "/:?#[]@!$&'()*+,;=%-._~"  # what stands in an address as it is (RFC 3986, 2.2)
_PRINTED = 4  # annotation flag: hidden annotations need no tag, these have one


class Bearings:
    """The elements of a reading order by number; for each mark, which of them it belongs to, and how many of
    its marks come before.
    """

    def __init__(self, order: ReadingOrder) -> None:
        self.furniture = order.furniture
        self.elements: list[Element] = []
        self.of: dict[Content, tuple[int, int]] = {}
        todo = [order.root]
        while todo:
            element = todo.pop()
            for rank, kid in enumerate(element.kids):
                if isinstance(kid, Content):
                    self.of[kid] = len(self.elements), rank
                else:
                    todo.append(kid)
            self.elements.append(element)

    def begun(self, content: Content, sequence: int) -> str:
        """The operators that begin the marked content of *content*, number *sequence* of its page.

        What nobody reads is an artifact (14.8.2.2.2).
        """
        if content in self.of:
            return f"/{self.elements[self.of[content][0]].role} <</MCID {sequence}>> BDC"
        kind = "Pagination" if content in self.furniture else "Layout"
        return f"/Artifact <</Type /{kind}>> BDC"


class TaggedPainter(PagePainter):
    """Writes one page, all of it tagged. *sequences* has for each mark its marked content, *owners* for each
    marked content the number of its element.

    On a screen there is nothing to overprint.
    """

    def __init__(self, shelf: Shelf, surface: Surface, page: int, bearings: Bearings) -> None:
        self._page, self._bearings = page, bearings
        self.sequences: dict[int, int] = {}
        self.owners: list[int] = []
        super().__init__(shelf, surface)

    def paint_all(self, marks: Sequence[Mark]) -> None:
        """Write *marks*, those that follow one another in an element too in one marked content."""
        of, furniture = self._bearings.of, self._bearings.furniture

        def owner(entry: tuple[int, Mark]) -> tuple[int, int]:
            content = Content(self._page, entry[0])
            if content not in of:
                return -1, content in furniture
            element, rank = of[content]
            return element, rank - entry[0]

        for (element, _), found in groupby(enumerate(marks), key=owner):
            together = list(found)
            self._lines.append(self._bearings.begun(Content(self._page, together[0][0]), len(self.owners)))
            for at, mark in together:
                self.paint(mark)
                self.sequences[at] = len(self.owners)
            self._lines.append("EMC")
            if element >= 0:
                self.owners.append(element)

    def _knock_out_or_overprint(self, *, on: bool) -> None:
        del on


@dataclass(slots=True)
class _Page:
    """A page on its way into the tree."""

    made: Any
    reference: Any
    surface: Surface
    painter: TaggedPainter
    links: list[Any] = field(default_factory=list)


class TagBook:
    """The structure tree of one file, and the link annotations that stand in it."""

    def __init__(self, document: PressDocument, bearings: Bearings) -> None:
        self._document, self._bearings = document, bearings
        self._pages: list[_Page] = []
        self._made: dict[int, Any] = {}
        self._notes: list[Any] = []
        self._linked: list[Any] = []

    def add(self, made: Any, reference: Any, surface: Surface, painter: TaggedPainter) -> None:
        """The next page: tabbed through in the order of its structure, known to the tree by its number."""
        made.StructParents, made.Tabs = len(self._pages), "/S"
        self._pages.append(_Page(made, reference, surface, painter))

    def root(self, order: ReadingOrder) -> Any:
        """A reference to the tree's root, when all pages are there."""
        root = Dictionary({"Type": "/StructTreeRoot"})
        reference = self._document.Reference(root)
        ids = {id(element): place for place, element in enumerate(self._bearings.elements)}
        root["K"] = Array([self._element(order.root, reference, ids)])
        entries: list[Any] = []
        for place, page in enumerate(self._pages):
            entries += (place, Array([self._made[owner] for owner in page.painter.owners]))
            if page.links:
                page.made.Annots = Array(page.links)
        for place, link in enumerate(self._linked, len(self._pages)):
            entries += (place, link)
        root["ParentTree"] = self._document.Reference(Dictionary({"Nums": Array(entries)}))
        root["ParentTreeNextKey"] = len(self._pages) + len(self._linked)
        if self._notes:
            names = [name for at, note in enumerate(self._notes) for name in (_note_id(at), note)]
            root["IDTree"] = Dictionary({"Names": Array(names)})
        return reference

    def _element(self, element: Element, parent: Any, ids: Mapping[int, int]) -> Any:
        """A reference to the element and all below it."""
        made = Dictionary({"Type": "/StructElem", "S": f"/{element.role}", "P": parent})
        reference = self._made[ids[id(element)]] = self._document.Reference(made)
        if element.alt:
            made["Alt"] = Text(element.alt)
        if attributes := self._attributes(element):
            made["A"] = attributes
        if element.role == "Note":
            made["ID"] = _note_id(len(self._notes))
            self._notes.append(reference)
        pages = [kid.page for kid in element.kids if isinstance(kid, Content)]
        if pages:
            made["Pg"] = self._pages[pages[0]].reference
        kids: list[Any] = []
        for kid, page in self._kids(element):
            if isinstance(kid, Element):
                kids.append(self._element(kid, reference, ids))
            elif page == pages[0]:
                kids.append(kid)
            else:
                held = {"Type": "/MCR", "Pg": self._pages[page].reference, "MCID": kid}
                kids.append(Dictionary(held))
        if element.role == "Link":
            kids.append(self._link(element, reference))
        if kids:
            made["K"] = Array(kids)
        return reference

    def _kids(self, element: Element) -> Iterator[tuple[Element | int, int]]:
        """The kids of *element*: elements, and each marked content once, with its page."""
        seen: set[tuple[int, int]] = set()
        for kid in element.kids:
            if isinstance(kid, Element):
                yield kid, -1
                continue
            sequence = self._pages[kid.page].painter.sequences[kid.mark]
            if (kid.page, sequence) not in seen:
                seen.add((kid.page, sequence))
                yield sequence, kid.page

    def _attributes(self, element: Element) -> Any:
        """What its own kind has to say (14.8.5): where a figure stands, what a cell is the head of."""
        if element.role == "Figure" and element.box:
            return Dictionary({"O": "/Layout", "BBox": self._corners(element.box, element.page)})
        if element.numbering:
            return Dictionary({"O": "/List", "ListNumbering": f"/{element.numbering}"})
        spans = {"ColSpan": element.columns, "RowSpan": element.rows}
        entries: dict[str, Any] = {key: count for key, count in spans.items() if count > 1}
        if element.scope:
            entries["Scope"] = f"/{element.scope}"
        return Dictionary({"O": "/Table", **entries}) if entries else None

    def _corners(self, box: Rect, page: int) -> Any:
        """Left, foot, right, top of what of *box* lies on the page."""
        media = self._pages[page].surface.media
        left, right = max(box.x - media.x, 0.0), min(box.right - media.x, media.width)
        foot, head = max(media.bottom - box.bottom, 0.0), min(media.bottom - box.y, media.height)
        return Array([number(corner) for corner in (left, foot, right, head)])

    def _link(self, element: Element, reference: Any) -> Any:
        """The annotation of a link, as a kid of its element (ISO 14289-1, 7.18.5)."""
        page = self._pages[element.page]
        annotation = Dictionary(
            {
                "Type": "/Annot",
                "Subtype": "/Link",
                "Rect": self._corners(element.box or page.surface.trim, element.page),
                "Border": Array([0, 0, 0]),
                "F": _PRINTED,
                "Contents": Text(element.words or element.link),
                "StructParent": len(self._pages) + len(self._linked),
            }
        )
        if element.place:
            there = self._pages[element.place.page]
            left, top = (
                element.place.at.x - there.surface.media.x,
                there.surface.media.bottom - element.place.at.y,
            )
            annotation["Dest"] = Array([there.reference, "/XYZ", number(left), number(top), "null"])
        else:
            action = {"S": "/URI", "URI": Text(quote(element.link, safe=_PLAIN))}
            annotation["A"] = Dictionary(action)
        self._linked.append(reference)
        made = self._document.Reference(annotation)
        page.links.append(made)
        return Dictionary({"Type": "/OBJR", "Obj": made, "Pg": page.reference})


def _note_id(at: int) -> Any:
    return Text(f"note-{at + 1:05d}")
