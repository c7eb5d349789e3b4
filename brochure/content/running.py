"""Running text with inline marks, as a kind of value."""

from __future__ import annotations

from brochure.content.inline import marked
from brochure.content.model import Text
from brochure.diagnostics import Words
from brochure.source import Faults, Node, Schema, one_line, scalar


class Running:
    """Running text with inline marks, as a kind of value; *notes* says whether it may have notes."""

    name = Words("a text", "一段文字")

    def __init__(self, *, notes: bool = False) -> None:
        self.notes = notes

    def read(self, node: Node, faults: Faults) -> Text | None:
        """The stretches of the text; None after noting what is wrong with it."""
        found = scalar(node, faults, self.name)
        text = one_line(found, faults) if found else None
        if found is None or text is None:
            return None
        stretches, slips = marked(text, notes=self.notes)
        shift = found.text.index(text)
        for slip in slips:
            span = found.span_of(shift + slip.start, shift + slip.end)
            faults.error(slip.fault, slip.message, span, slip.hint)
        return None if slips else stretches

    def schema(self) -> Schema:
        """Text; a bare number is text too."""
        return {"type": ["string", "number"]}
