"""What composition hands on: a block set to a measure, as strips that a page may place one under another."""

from __future__ import annotations

from dataclasses import dataclass

from brochure.diagnostics import Words
from brochure.display import Mark
from brochure.geometry import Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one line of text was set to: for tests, copyfitting and proofs.

    *text* is its characters; *natural* its width before adjustment and *width* after, in points; *shrunk*
    and *stretched* say per step of the clreq order (``"line-end"``, ``"word-space"``, ``"interpunct"``,
    ``"bracket"``, ``"pause"``, ``"mixed-gap"``, ``"stop"``; ``"han-gap"``) how much was taken or given in
    points.
    """

    text: str
    natural: Pt
    width: Pt
    shrunk: tuple[tuple[str, Pt], ...] = ()
    stretched: tuple[tuple[str, Pt], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A slice of a galley that no page may cut: a line of text, a row of metrics, a picture with its caption.

    *marks* stand relative to the strip's top left corner; *baseline* is the distance from the top to the
    (first) baseline. For a line of text *height* is the style's leading and the em box is centred in it.
    """

    height: Pt
    baseline: Pt
    marks: tuple[Mark, ...]
    line: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something composition noticed, without a place: pagination adds the block's span and makes it a
    diagnostic.

    *severity* is ``"error"`` or ``"warning"``; *code* is a diagnostic code (``composition/…``); *about* are
    the characters of the block it is about, where it is not about all of it.
    """

    severity: str
    code: str
    message: Words
    suggestion: Words | None = None
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Galley:
    """A block set to *measure* (长条校样)."""

    measure: Pt
    strips: tuple[Strip, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def height(self) -> Pt:
        """The height of all strips, in points."""
        return sum(strip.height for strip in self.strips)
