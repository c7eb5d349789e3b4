"""What composition hands on: a block set to a measure, as strips that a page may place one under another."""

from __future__ import annotations

from brochure.content.model import Inline
from brochure.diagnostics import Words
from brochure.display import Mark
from brochure.geometry import Pt
from brochure.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one line of text was set to: for tests, copyfitting and proofs.

    *text* is its characters; *natural* its width before adjustment and *width* after, in points; *shrunk*
    and *stretched* say per step of the clreq order (``"line-end"``, ``"word-space"``, ``"interpunct"``,
    ``"bracket"``, ``"pause"``, ``"mixed-gap"``, ``"stop"``; ``"han-gap"``) how much was taken or given in
    points; *gap* is how far characters stand apart beyond solid, in em.
    """

    text: str
    natural: Pt
    width: Pt
    shrunk: tuple[tuple[str, Pt], ...] = ()
    stretched: tuple[tuple[str, Pt], ...] = ()
    gap: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A slice of a galley that no page may cut: a line of text, a row of metrics, a picture with its caption.

    *marks* stand relative to the strip's top left corner; *baseline* is the distance from the top to the
    (first) baseline. For a line of text *height* is the style's leading and the em box is centred in it. No
    column ends between a *tied* strip and the next. *part* is the place, among the parts of its block (items,
    rows, entries), of the one it belongs to; -1 for the block itself. *notes* are those whose marks stand
    in it.

    In vertical setting *marks* stand relative to the upper right corner, *height* and *baseline* lead to the
    left: the strip is a column of text, and the next one stands to its left.
    """

    height: Pt
    baseline: Pt
    marks: tuple[Mark, ...]
    line: Line | None = None
    tied: bool = False
    part: int = -1
    notes: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something composition noticed, without a place: pagination adds the block's span and makes it a
    diagnostic.

    *severity* is ``"error"``, ``"warning"`` or ``"note"``; *code* is a diagnostic code (``composition/…``);
    *about* are the characters of the block it is about, where it is not about all of it; *part* is as in a
    `Strip`.
    """

    severity: str
    code: str
    message: Words
    suggestion: Words | None = None
    about: str = ""
    part: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Galley:
    """A block set to *measure* (长条校样).

    *heads* stand once more at the head of a column that begins with a part of the block (续表).
    """

    measure: Pt
    strips: tuple[Strip, ...]
    remarks: tuple[Remark, ...] = ()
    heads: tuple[Strip, ...] = ()

    @property
    def height(self) -> Pt:
        """The height of all strips, in points."""
        return sum(strip.height for strip in self.strips)
