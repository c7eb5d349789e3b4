"""The brochure as a tree of elements that wait for their marks, and the way from a mark's place in the
author's file to its element.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from brochure.content.described import described
from brochure.content.model import (
    Block,
    BodyText,
    Brochure,
    Heading,
    Lead,
    MetricBand,
    MetricCallout,
    NameList,
    Photo,
    PhotoGroup,
    QrCode,
    Section,
    Title,
)
from brochure.diagnostics import Diagnostic, Span, Words, warning
from brochure.display import GlyphRun, Mark, Panel
from brochure.reading.apart import Find, apart, items
from brochure.reading.nodes import Node
from brochure.values import dataclass

if TYPE_CHECKING:
    from brochure.content.apart import SetApart


@dataclass(slots=True)
class PartNode:
    """A part of the brochure: its *title*, then its *blocks*; *words* of the layout are put between them when
    all is known.
    """

    sect: Node
    title: Node | None = None
    blocks: list[Node] = field(default_factory=list)

    def closed(self, before: list[Node], beside: list[Node], after: list[Node]) -> Node:
        """The part with words *before* its title, *beside* it, and *after* all."""
        title = [self.title] if self.title else []
        self.sect.below = [*before, *title, *beside, *self.blocks, *after]
        return self.sect


class Homes:
    """Where marks belong.

    *parts* by kind and number of section; *find* by the place of a block or a part of it; *titles* are those
    of parts, since a title may come again on later pages; *named* are the sections that others refer to.
    """

    def __init__(self, brochure: Brochure) -> None:
        self.parts: dict[tuple[str, int], PartNode] = {}
        self.find: dict[Span, Find] = {}
        self.titles: dict[Span, PartNode] = {}
        self.named: list[tuple[Section, PartNode]] = []
        self._unsaid: dict[str, Photo] = {}
        cover = brochure.cover
        if cover is not None:
            self._part(("cover", 0), brochure.title, (cover.photo,) if cover.photo else ())
        if brochure.front:
            self._part(("front", 0), None, brochure.front)
        for number, section in enumerate(brochure.sections, start=1):
            self._section(("section", section.number or number), section)
        if brochure.closing is not None:
            self._section(("closing", 0), brochure.closing)
        if cover is not None:
            self._part(("back", 0), None, ())

    @property
    def unsaid(self) -> Mapping[str, Photo]:
        """Pictures of which nothing is said, by file."""
        return self._unsaid

    def part(self, kind: str, number: int) -> PartNode:
        """The part of that kind; one of its own for pages that belong to none."""
        return self.parts.get((kind, number)) or self._part((kind, number), None, ())

    def _section(self, key: tuple[str, int], section: Section) -> None:
        part = self._part(key, section.title, section.blocks)
        self.named.append((section, part))

    def _part(self, key: tuple[str, int], title: Title | None, blocks: Iterable[Block]) -> PartNode:
        part = self.parts[key] = PartNode(Node("Sect"))
        if title is not None:
            part.title = Node("H", level=1)
            if title.span:
                self.titles[title.span] = part
        for block in _banded(blocks):
            part.blocks += self._block(block)
        return part

    def _note(self, span: Span | None, find: Find) -> None:
        if span is not None:
            self.find[span] = find

    # ------------------------------------------------------------ blocks

    def _block(self, block: Block) -> list[Node]:
        """The elements of *block* in reading order."""
        match block:
            case Heading():
                return [self._text(Node("H", level=block.level + 1), block.span)]
            case BodyText() | Lead():
                return [self._text(Node("P"), block.span)]
            case MetricBand() | MetricCallout():
                return self._metrics(block)
            case Photo() | QrCode():
                return [self._figure(block, described(block))]
            case PhotoGroup():
                return [self._group(block)]
            case NameList():
                return [self._names(block)]
            case _:
                return self._apart(block)

    def _text(self, node: Node, span: Span | None) -> Node:
        """Running text, its notes after it."""
        notes: dict[int, Node] = {}

        def find(mark: Mark) -> Node | None:
            piece = mark.piece
            if piece and piece.kind == "note":
                if piece.part not in notes:
                    notes[piece.part] = Node("Note")
                    node.after.append(notes[piece.part])
                return notes[piece.part]
            return None if piece or isinstance(mark, Panel) else node

        self._note(span, find)
        return node

    def _metrics(self, band: MetricBand | MetricCallout) -> list[Node]:
        metrics = band.metrics if isinstance(band, MetricBand) else (band,)
        figures = [Node("Figure", alt=described(metric)) for metric in metrics]
        self._note(band.span, lambda mark: figures[mark.piece.part] if mark.piece else None)
        return figures

    def _figure(self, block: Photo | QrCode, alt: str) -> Node:
        """A picture or a code with its caption inside; a picture of which nothing is said is decoration."""
        caption = Node("Caption")
        figure = Node("Figure", alt=alt, below=[caption])
        if not alt and isinstance(block, Photo):
            self._unsaid[block.file] = block

        def find(mark: Mark) -> Node | None:
            if isinstance(mark, GlyphRun):
                return caption
            return figure if alt else None

        self._note(block.span, find)
        return figure

    def _group(self, group: PhotoGroup) -> Node:
        """Pictures that all say something for themselves are figures of their own; others are one figure,
        which says what all of them do.
        """
        caption = Node("Caption")
        if all(described(photo) for photo in group.photos):
            figures = [self._figure(photo, described(photo)) for photo in group.photos]
            self._note(group.span, lambda _: caption)
            caption.role = "P"
            return Node("Div", below=[*figures, caption])
        alt = described(group)
        whole = Node("Figure", alt=alt, below=[caption]) if alt else Node("Div")
        if not alt:
            self._unsaid |= {photo.file: photo for photo in group.photos}

        def find(mark: Mark) -> Node | None:
            if isinstance(mark, GlyphRun):
                return caption
            return whole if alt else None

        for span in (group.span, *(photo.span for photo in group.photos)):
            self._note(span, find)
        return whole

    def _names(self, names: NameList) -> Node:
        whole = Node("L", numbering="None", below=items(len(names.names)))
        bodies = [item.below[1] for item in whole.below]
        self._note(names.span, lambda mark: bodies[mark.piece.part] if mark.piece else None)
        return whole

    def _apart(self, block: SetApart) -> list[Node]:
        nodes, finds = apart(block)
        places: Mapping[int, Any] = {-1: block.span, **dict(enumerate(block.places))}
        for part, find in finds.items():
            self._note(places.get(part), find)
        return nodes


def _banded(blocks: Iterable[Block]) -> Iterator[Block]:
    """*blocks*, the metrics that stand on their own as the one band they are set as, at the first's place."""
    given = tuple(blocks)
    loose = tuple(block for block in given if isinstance(block, MetricCallout))
    for block in given:
        if not isinstance(block, MetricCallout):
            yield block
        elif block is loose[0]:
            yield MetricBand(metrics=loose, span=block.span)


def no_alt(photo: Photo) -> Diagnostic:
    """A picture of which a reader who does not see it is told nothing."""
    return warning(
        "reading/no-alt",
        Words(
            f"`{photo.file}` has neither `alt` nor a caption; readers who do not see it are told nothing",
            f"图片 `{photo.file}` 既没有 alt 也没有图注，看不见它的读者什么也听不到",
        ),
        photo.span,
        Words("say with `alt` what is to be seen", "请用 alt 写明图上有什么"),
    )
