"""Notes (脚注): numbered through a part, set at the foot of the column that has their mark (C3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from math import ceil
from typing import Final

from brochure.composition import Galley, Remark, Strip
from brochure.content.model import Block, BodyText, Inline, Text
from brochure.display import Piece, pieced
from brochure.geometry import Pt
from brochure.layout.styles import ParagraphStyle
from brochure.values import dataclass

STYLE: Final = "footnote"
"""The paragraph style notes are set in; a layout without one sets them in the text's own, smaller."""
_SMALLER: Final = 0.8  # of the text, in size and leading
_GAP: Final = 0.7  # of a line of text, at least, between text and notes
RULE_LENGTH: Final = 0.25  # of the measure
RULE_WEIGHT: Final = 0.5  # points
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True, kw_only=True)
class FootNote:
    """A note set for the foot of a column; *white* is what its leading adds to its em box."""

    strips: tuple[Strip, ...]
    white: Pt
    remarks: tuple[Remark, ...] = ()

    @property
    def height(self) -> Pt:
        """In points."""
        return sum(strip.height for strip in self.strips)


def foot_height(notes: Pt, line: Pt) -> Pt:
    """The room at a column's foot for notes of that height in all, with the gap above: whole lines of the
    text, *line* high, so that the column keeps to its grid (C3).
    """
    return ceil((notes + _GAP * line) / line - 1e-6) * line if notes else 0.0


def numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """*blocks* with the marks of their notes, ① ② …, superscript figures beyond ⑳."""
    number = 0
    for block in blocks:
        if isinstance(block, BodyText) and any(inline.note for inline in block.text):
            text: list[Inline] = []
            for inline in block.text:
                number += bool(inline.note)
                text.append(_with_mark(inline, number) if inline.note else inline)
            yield replace(block, text=tuple(text))
        else:
            yield block


def _with_mark(inline: Inline, number: int) -> Inline:
    return replace(inline, text=mark_of(number), superscript=True)


def mark_of(number: int) -> str:
    """The mark of note *number*, counted from 1."""
    return _CIRCLED[number - 1] if number <= len(_CIRCLED) else str(number)


def number_of(mark: str) -> int:
    """The number of the note that bears *mark*."""
    return _CIRCLED.find(mark) + 1 or int(mark)


def note_text(inline: Inline) -> Text:
    """The note of *inline* with its mark before it."""
    return (Inline(text=f"{inline.text}\u3000"), *inline.note)


def note_style(text: ParagraphStyle, named: ParagraphStyle | None) -> ParagraphStyle:
    """The style of notes to text of style *text*: the layout's own, or the text's made smaller."""
    if named is not None:
        return named
    return replace(
        text,
        text=replace(text.text, size=text.text.size * _SMALLER),
        leading=text.leading * _SMALLER,
        indent=0.0,
        hang=2.0,
        drop_cap=None,
    )


def notes_of(
    strip: Strip, style: ParagraphStyle, compose: Callable[[BodyText], Galley]
) -> tuple[FootNote, ...]:
    """The notes whose marks stand in *strip*, set in *style* by *compose*."""
    white = style.leading - style.text.size
    galleys = (compose(BodyText(text=note_text(inline))) for inline in strip.notes)
    return tuple(
        FootNote(strips=_as_note(galley.strips, number_of(inline.text)), white=white, remarks=galley.remarks)
        for inline, galley in zip(strip.notes, galleys, strict=True)
    )


def _as_note(strips: tuple[Strip, ...], number: int) -> tuple[Strip, ...]:
    """*strips* of note *number*, told apart from the text that bears its mark."""
    return tuple(replace(strip, marks=pieced(strip.marks, Piece("note", number))) for strip in strips)
