"""The structure tree of a finished file, read back by a library its writer does not use, and judged.

The clauses are those of ISO 14289-1 (PDF/UA-1); what a machine cannot tell, such as whether a text says what
a picture shows, is left to people.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise
from typing import Any, Final

import pikepdf

STANDARD: Final = frozenset({
    "Document", "Part", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "H1", "H2", "H3", "H4", "H5",
    "H6", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Span", "Quote", "Note", "Reference",
    "Link", "Figure",
})  # fmt: skip
_PAINTING: Final = frozenset({
    "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh", "INLINE IMAGE",
})  # fmt: skip
_PARENTS: Final = {
    "LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"}, "TOCI": {"TOC"},
    "Caption": {"Figure", "Table"},
}  # fmt: skip


@dataclass
class Tag:
    """An element: its role, what is said instead of it, its kids in order, and its own text."""

    role: str
    alt: str
    made: Any
    parent: "Tag | None"
    kids: list["Tag"] = field(default_factory=list)
    own: list[tuple[int, int]] = field(default_factory=list)
    text: str = ""

    @property
    def all(self) -> Iterator["Tag"]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.all

    @property
    def whole(self) -> str:
        """The text of this element and of all below it."""
        return "".join(tag.text for tag in self.all)

    def attribute(self, key: str) -> Any:
        """What the element says under *key*."""
        return self.made.get("/A", pikepdf.Dictionary()).get(key)


class Reading:
    """One tagged file, read."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(data))
        self.root = self.pdf.Root
        self.pages = [page.obj for page in self.pdf.pages]
        self.outside: list[str] = []
        self.painted: dict[tuple[int, int], list[str]] = {}
        self.decoration: list[str] = []
        for number, page in enumerate(self.pages):
            self._read(number, page)
        self.place = {page.objgen: number for number, page in enumerate(self.pages)}
        (document,) = self.root.StructTreeRoot.K
        self.document = self._tag(document, None)

    @property
    def tags(self) -> list[Tag]:
        """Every element in reading order."""
        return list(self.document.all)

    def of(self, *roles: str) -> list[Tag]:
        """Every element of *roles*."""
        return [tag for tag in self.tags if tag.role in roles]

    # ------------------------------------------------------------ reading

    def _read(self, number: int, page: Any) -> None:
        """What stands in each marked content of a page, and what stands in none."""
        fonts = {key: _to_unicode(font) for key, font in page.Resources.get("/Font", {}).items()}
        stack: list[tuple[str, int]] = []
        font: dict[int, str] = {}
        for part in pikepdf.parse_content_stream(page):
            operands, word = list(part.operands), str(part.operator)
            if word == "BDC":
                properties = operands[1]
                stack.append((str(operands[0]), int(properties.get("/MCID", -1))))
                if "/MCID" in properties:
                    self.painted[number, int(properties["/MCID"])] = []
            elif word == "EMC":
                stack.pop()
            elif word == "Tf":
                font = fonts[str(operands[0])]
            elif word in _PAINTING:
                self._paint(number, word, operands, stack, font)
        assert not stack

    def _paint(
        self, number: int, word: str, operands: Any, stack: list[tuple[str, int]], font: dict[int, str]
    ) -> None:
        tagged = [mcid for _, mcid in stack if mcid >= 0]
        artifact = "/Artifact" in [name for name, _ in stack]
        if len(tagged) + artifact != 1:
            self.outside.append(f"page {number + 1}: {word} in {stack}")
            return
        text = _shown(operands, font) if word == "TJ" else ""
        if tagged:
            self.painted[number, tagged[0]].append(text)
        else:
            self.decoration.append(text)

    def _tag(self, made: Any, parent: Tag | None) -> Tag:
        tag = Tag(str(made.S)[1:], str(made.get("/Alt", "")), made, parent)
        kids = made.get("/K", pikepdf.Array([]))
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                tag.own.append((self.place[made.Pg.objgen], kid))
            elif kid.get("/Type") == "/MCR":
                tag.own.append((self.place[kid.Pg.objgen], int(kid.MCID)))
            elif kid.get("/Type") != "/OBJR":
                tag.kids.append(self._tag(kid, tag))
        tag.text = "".join("".join(self.painted.get(own, ())) for own in tag.own)
        return tag

    # ------------------------------------------------------------ judging

    @property
    def faults(self) -> list[str]:
        """Everything that is wrong."""
        return [
            *self.outside, *self._of_the_file(), *self._of_the_content(), *self._of_the_roles(),
            *self._of_figures(), *self._of_headings(), *self._of_tables(), *self._of_links(),
        ]  # fmt: skip

    def _of_the_file(self) -> Iterator[str]:
        """7.1, 7.2, 7.18.3, 5: marked, titled, in a language, tabbed in order, and said to be so."""
        if not self.root.MarkInfo.Marked:
            yield "not marked"
        if not str(self.root.get("/Lang", "")):
            yield "no language"
        if not self.root.ViewerPreferences.get("/DisplayDocTitle"):
            yield "the title bar shows the file's name"
        packet = bytes(self.root.Metadata.read_bytes()).decode()
        if not re.search("<pdfuaid:part>1<", packet) or "<dc:title>" not in packet or "pdfx" in packet:
            yield "metadata"
        for number, page in enumerate(self.pages):
            if page.get("/Tabs") != "/S" or page.get("/StructParents") != number:
                yield f"page {number + 1}: tab order or number"

    def _of_the_content(self) -> Iterator[str]:
        """7.1: each marked content is reached once, and leads back to its element."""
        reached = Counter(own for tag in self.tags for own in tag.own)
        for own in self.painted.keys() | reached.keys():
            if reached[own] != 1 or own not in self.painted:
                yield f"{own} is reached {reached[own]} times"
        numbers = list(self.root.StructTreeRoot.ParentTree.Nums)
        tree = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        for tag in self.tags:
            for page, mcid in tag.own:
                if tree[page][mcid].objgen != tag.made.objgen:
                    yield f"{page}, {mcid} leads to another element than {tag.role}"
            if tag.parent and tag.made.P.objgen != tag.parent.made.objgen:
                yield f"{tag.role} hangs elsewhere"

    def _of_the_roles(self) -> Iterator[str]:
        """7.1: standard types, where they may stand; notes have an identifier (7.9)."""
        for tag in self.tags:
            if tag.role not in STANDARD:
                yield f"{tag.role} is no standard type"
            if tag.parent and tag.parent.role not in _PARENTS.get(tag.role, {tag.parent.role}):
                yield f"{tag.role} in {tag.parent.role}"
            if not tag.own and not tag.kids and tag.role not in {"TD", "TH"}:
                yield f"an empty {tag.role}"
        notes = [str(tag.made.get("/ID", "")) for tag in self.of("Note")]
        if "" in notes or len(set(notes)) < len(notes):
            yield "notes without an identifier of their own"

    def _of_figures(self) -> Iterator[str]:
        """7.3: every figure says something in words, and where it stands."""
        for tag in self.of("Figure"):
            if not tag.alt or re.search(r"[.](jpe?g|png|tiff?)$", tag.alt):
                yield f"a figure says {tag.alt!r}"
            pages = {page for page, _ in tag.own}
            box = tag.attribute("/BBox")
            if len(pages) == 1 and not (box and box[0] < box[2] and box[1] < box[3]):
                yield f"the figure {tag.alt!r} has no place"

    def _of_headings(self) -> Iterator[str]:
        """7.4.2: the first heading is of level 1, and none skips a level."""
        levels = [int(tag.role[1]) for tag in self.tags if re.fullmatch("H[1-6]", tag.role)]
        for before, level in pairwise([0, *levels]):
            if level > before + 1:
                yield f"H{level} after H{before}"

    def _of_tables(self) -> Iterator[str]:
        """7.5: heads say of which cells; every row fills every column."""
        for table in self.of("Table"):
            rows = [row.kids for row in table.kids if row.role == "TR"]
            taken: Counter[int] = Counter()
            for number, row in enumerate(rows):
                for cell in row:
                    columns = int(cell.attribute("/ColSpan") or 1)
                    for below in range(int(cell.attribute("/RowSpan") or 1)):
                        taken[number + below] += columns
                    if cell.role == "TH" and not cell.attribute("/Scope"):
                        yield f"the head {cell.text!r} is nobody's"
            if len(set(taken.values())) > 1 or len(taken) != len(rows):
                yield f"the rows of {table.whole[:12]!r} are {dict(taken)} columns wide"

    def _of_links(self) -> Iterator[str]:
        """7.18.5: every annotation is a link that stands in the tree, says where it leads, and leads back."""
        numbers = list(self.root.StructTreeRoot.ParentTree.Nums)
        tree = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        held = {
            kid.Obj.objgen: tag
            for tag in self.of("Link")
            for kid in tag.made.K
            if not isinstance(kid, int) and kid.get("/Type") == "/OBJR"
        }
        annotations = [annotation for page in self.pages for annotation in page.get("/Annots", [])]
        if len(held) != len(annotations) or len(held) != len(self.of("Link")):
            yield f"{len(annotations)} annotations, {len(held)} links"
        for annotation in annotations:
            tag = held.get(annotation.objgen)
            if tag is None or tree[int(annotation.StructParent)].objgen != tag.made.objgen:
                yield "an annotation without its link"
            if not str(annotation.get("/Contents", "")) or not ({"/A", "/Dest"} & set(annotation.keys())):
                yield "a link that does not say where it leads"


def _to_unicode(font: Any) -> dict[int, str]:
    """The text of each code of *font*."""
    entries = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", bytes(font.ToUnicode.read_bytes()))
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in entries}


def _shown(operands: Any, font: dict[int, str]) -> str:
    codes = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
    pairs = (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2))
    return "".join(font[code] for code in pairs).replace("\u200b", "")
