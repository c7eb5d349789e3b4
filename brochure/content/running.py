"""Running text with inline marks, as a kind of value."""

from __future__ import annotations

from brochure.content.inline import marked
from brochure.content.lint import note_slips
from brochure.content.model import Text
from brochure.diagnostics import Words
from brochure.source import Faults, Node, Scalar, Schema, one_line, scalar
from brochure.source import Text as Typed


class Running:
    """Running text with inline marks, as a kind of value; *notes* says whether it may have notes, *blanks*
    whether a blank between Han is a slip in it (T1).
    """

    name = Words("a text", "一段文字")

    def __init__(self, *, notes: bool = False, blanks: bool = True) -> None:
        self.notes, self.blanks = notes, blanks

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
        note_slips(found, faults, blanks=self.blanks)
        return None if slips else stretches

    def schema(self) -> Schema:
        """Text; a bare number is text too."""
        return {"type": ["string", "number"]}


class Line(Typed):
    """Text on one line that prints as typed: a label, a note, a source. Blanks may part its words."""

    def read(self, node: Node, faults: Faults) -> str | None:
        """The text without blanks at its ends; slips of the keyboard are noted (T1)."""
        text = super().read(node, faults)
        if text is not None and isinstance(node, Scalar):
            note_slips(node, faults, blanks=False)
        return text
