"""The document outline (书签): a tree of headings that lead to their places."""

from collections.abc import Sequence
from dataclasses import field
from typing import Any

from brochure.display import Outline, Surface
from brochure.pdf.document import Array, Dictionary, PressDocument, Text, number
from brochure.values import dataclass


@dataclass(slots=True)
class _Branch:
    """An entry and what hangs below it; the entry at the root is none."""

    entry: Outline | None
    below: list["_Branch"] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many entries hang below, all levels, all open."""
        return sum(1 + branch.size for branch in self.below)


def bookmarks(
    document: PressDocument, outlines: Sequence[Outline], pages: Sequence[Any], surfaces: Sequence[Surface]
) -> Any:
    """A reference to the outline of *outlines*; *pages* are references to the pages, *surfaces* their
    geometry.
    """
    root = Dictionary({"Type": "/Outlines"})
    reference = document.Reference(root)
    _hang(document, _tree(outlines), root, reference, [*zip(pages, surfaces, strict=True)])
    return reference


def _tree(outlines: Sequence[Outline]) -> _Branch:
    """The entries under one another by level; a skipped level is no gap, the entry hangs from the last
    above it.
    """
    root = _Branch(None)
    path = [root]
    for entry in outlines:
        while len(path) > 1 and path[-1].entry is not None and path[-1].entry.level >= entry.level:
            path.pop()
        branch = _Branch(entry)
        path[-1].below.append(branch)
        path.append(branch)
    return root


def _hang(
    document: PressDocument, branch: _Branch, above: Any, reference: Any, pages: Sequence[tuple[Any, Surface]]
) -> None:
    """Make the entries below *branch*, whose dictionary is *above*, and link them with it and with each
    other.
    """
    if not branch.below:
        return
    entries = [Dictionary({"Parent": reference}) for _ in branch.below]
    references = [document.Reference(entry) for entry in entries]
    above["First"], above["Last"], above["Count"] = references[0], references[-1], branch.size
    for place, (child, entry) in enumerate(zip(branch.below, entries, strict=True)):
        if child.entry is not None:
            page, surface = pages[child.entry.page - 1]
            left, top = child.entry.at.x - surface.media.x, surface.media.bottom - child.entry.at.y
            entry["Title"] = Text(child.entry.title)
            entry["Dest"] = Array([page, "/XYZ", number(left), number(top), "null"])
        if place:
            entry["Prev"] = references[place - 1]
        if place + 1 < len(entries):
            entry["Next"] = references[place + 1]
        _hang(document, child, entry, references[place], pages)
