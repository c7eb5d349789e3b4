"""Sorts (铅字): the characters of a text as pieces of type, and the founts they are cast in."""

from dataclasses import field
from typing import Final, NamedTuple

from brochure.color import Ink
from brochure.composition.characters import Kind
from brochure.composition.galley import Remark
from brochure.fonts import FaceLike
from brochure.geometry import Pt
from brochure.layout.styles import TextStyle
from brochure.values import dataclass

NO_GLYPH: Final = -1
"""Stands for a character whose glyph is drawn by the one before it: the second half of a —— ligature, a
joined accent.
"""


class Fount(NamedTuple):
    """One face at one size and ink. *em* is the cell a Han character stands in, *size* what its glyph is
    drawn at, *rise* how far above the line's baseline it is drawn.
    """

    face: FaceLike
    name: str
    em: Pt
    size: Pt
    rise: Pt
    ink: Ink
    tracking: Pt
    raised: bool = False


class Stretch(NamedTuple):
    """Characters ``[start:end]`` of a text in one style."""

    start: int
    end: int
    style: TextStyle
    superscript: bool = False


class Hyphen(NamedTuple):
    """What is printed where a line ends inside a word: in place of a soft hyphen that was *typed* there, else
    behind the letter.
    """

    glyph: int
    width: Pt
    typed: bool = True


@dataclass(slots=True, kw_only=True)
class Sorts:
    """The characters of a text as pieces of type, in parallel lists, lengths in points.

    *others* are the places of all that is not Han. *bodies* are the widths without movable blanks; *before*
    and *after* hold the blank halves of marks where there are any; *offsets* lead from a sort's left edge to
    its glyph's origin; *joined* are the places that admit no space before them (inside ——, ……, ？！). *rises*
    lift a glyph off the baseline; *extras* are further glyphs of a character: (glyph, x, y) from its origin;
    *hyphens* stand at the characters behind which a line end prints one; *tracked* and *scaled* say whether
    any fount is letterspaced, or drawn at another size than its em.

    Of a *vertical* text, bodies and offsets lead downwards; *across* has the sorts that stand upright, with
    the way from the middle of their column to the glyph's origin; *boxed* are the places inside what stands
    across in one cell. *links* are stretches of the text with the address they lead to.
    """

    text: str
    kinds: list[Kind]
    others: list[int]
    glyphs: list[int]
    bodies: list[Pt]
    offsets: list[Pt]
    founts: list[Fount]
    rises: dict[int, Pt] = field(default_factory=dict)
    extras: dict[int, list[tuple[int, Pt, Pt]]] = field(default_factory=dict)
    before: dict[int, Pt] = field(default_factory=dict)
    after: dict[int, Pt] = field(default_factory=dict)
    joined: set[int] = field(default_factory=set)
    hyphens: dict[int, Hyphen] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    tracked: bool = False
    scaled: bool = False
    vertical: bool = False
    across: dict[int, Pt] = field(default_factory=dict)
    links: tuple[tuple[int, int, str], ...] = ()
    boxed: set[int] = field(default_factory=set)
