"""What the designer decided.

Trim, grid, masters, styles and the plan of pages. Lengths in points, inks resolved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from brochure.color import Ink
from brochure.diagnostics import Span
from brochure.geometry import Pt, Rect, Size
from brochure.layout.condition import PressCondition
from brochure.layout.fold import Fold
from brochure.layout.screens import ImageSize, ReferenceWords
from brochure.layout.styles import ContentsStyle, Direction, MetricStyle, ParagraphStyle, PictureStyle
from brochure.values import dataclass

if TYPE_CHECKING:  # loaded by a layout that has such styles
    from brochure.layout.drawn import CodeStyle, GroupStyle
    from brochure.layout.shelves import Styles


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The type area (版心) as whole characters and whole lines (clreq, GB: G6).

    *head* and *inner* are the margins from the trim to the em boxes of the first line and the first column;
    *columns* columns of *column* width stand *gutter* apart; *lines* baselines stand *baseline* apart, an
    em box of *size* centred on each line's share.
    """

    head: Pt
    inner: Pt
    columns: int
    column: Pt
    gutter: Pt
    lines: int
    baseline: Pt
    size: Pt

    @property
    def width(self) -> Pt:
        """The width of the type area."""
        return self.columns * self.column + (self.columns - 1) * self.gutter

    @property
    def half_gap(self) -> Pt:
        """Half the white between two lines' em boxes."""
        return (self.baseline - self.size) / 2

    def line_top(self, line: int) -> Pt:
        """From the trim's head to the top of the em box of *line*, counted from 1."""
        return self.head + (line - 1) * self.baseline

    def line_foot(self, line: int) -> Pt:
        """From the trim's head to the foot of the em box of *line*."""
        return self.line_top(line) + self.size


Edge: TypeAlias = Literal["left", "right", "inner", "outer"]
Side: TypeAlias = Literal["left", "right"]


def facing(side: Side) -> Side:
    """The other side of a spread."""
    return "left" if side == "right" else "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box by distances from the trim, before it is known on which side of the spread it stands.

    *start* and *end* are distances from the two sides named by *sides* (left and right, or inner and
    outer); negative ones reach into the bleed. A box on the columns moves with the type area instead:
    *shift* to the right on a left-hand page. *top* may be None when the frame follows another.
    """

    sides: tuple[Edge, Edge]
    start: Pt
    end: Pt
    top: Pt | None
    bottom: Pt
    shift: Pt = 0.0

    def on(self, trim: Size, side: Side, top: Pt | None = None) -> Rect:
        """The box on a page of *trim* size on that *side* of the spread.

        *top* where the box leaves it open.
        """
        head = self.top if self.top is not None else (top or 0.0)
        left, right = self.start, self.end
        if side == "left":
            left, right = (
                (right, left) if self.sides[0] == "inner" else (left + self.shift, right - self.shift)
            )
        return Rect(left, head, trim.width - left - right, trim.height - self.bottom - head)


Holds: TypeAlias = Literal[
    "photo",
    "photos",
    "cover-photo",
    "qr",
    "title",
    "brochure-title",
    "brochure-subtitle",
    "lead",
    "metrics",
    "text",
    "contents",
    "words",
    "block",
]
Apart: TypeAlias = Literal["list", "table", "quote", "timeline", "contact", "credits"]
"""What stands apart from the running text, and may be taken out of it by a frame."""
# What the words of a frame may stand in for, in braces; those of `FOLIO_FIELDS` in furniture alone.
FOLIO_FIELDS: Final = ("page", "total")
WORDS_FIELDS: Final = (
    "title", "subtitle", "section", "number", "numeral", *FOLIO_FIELDS, "line", "source", "issuer", "date",
    "note", "strip", "contact",
)  # fmt: skip
Only: TypeAlias = Literal["", "first", "last"]
VerticalAlign: TypeAlias = Literal["top", "middle", "bottom"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A place on a master and what it takes (图文框).

    *style* names a paragraph, metric, picture or contents style, according to *holds*; *words* is a
    template for ``words`` frames (with `WORDS_FIELDS`). A frame *after* another starts *gap* lines below
    where that one's content ended, a frame *before* another ends *gap* lines above where that one's begins,
    both on the baseline grid; a frame *level* with another begins where that one's content begins.
    *columns*, *balance* and *drops* (the lines by which each column begins below the frame's head, to leave
    room for a picture) are for running text, *first* is the style of its first paragraph. In a frame of
    vertical *direction* lines run downwards from right to left (直排), its *columns* lie one under another,
    and ``top`` of *align* is its right side. *across* is one half of a picture that crosses the gutter: the
    next such frame takes the other half. A ``cover-photo`` frame shows the cover's picture once more, in a
    crop of its own. *optional* frames may stay empty without a word. A ``block`` frame *takes* the next block
    of one of these kinds out of the running text. *only* keeps a frame of furniture to the first or the last
    page of its part; after a page with another frame for the ``last`` there is none. *others* are styles that
    may stand in for *style* where the pages come out better; in one that does, *rank* says how far down the
    list it stood. Columns of a *facing* frame that end the story on the two pages of a spread end together.
    Text runs *around* the content of the frames named, *clear* of it by so much, with a measure for each line
    beside it. *lent* is the height that the frame has given to the text beside it.
    """

    name: str
    holds: Holds
    box: Box
    style: str
    words: str = ""
    after: str = ""
    before: str = ""
    level: str = ""
    gap: int = 0
    columns: int = 1
    gutter: Pt = 0.0
    balance: bool = False
    drops: tuple[int, ...] = ()
    align: VerticalAlign = "top"
    direction: Direction = "horizontal"
    first: str = ""
    across: bool = False
    optional: bool = False
    takes: tuple[Apart, ...] = ()
    others: tuple[str, ...] = ()
    rank: int = 0
    facing: bool = False
    around: tuple[str, ...] = ()
    clear: Pt = 12.0
    only: Only = ""
    lent: Pt = 0.0
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def vertical(self) -> bool:
        """Whether its lines run downwards."""
        return self.direction == "vertical"

    def measure_in(self, box: Rect) -> Pt:
        """The length of a line of running text in *box*."""
        length = box.height if self.vertical else box.width
        return (length - (self.columns - 1) * self.gutter) / self.columns


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelArt:
    """A ground of one ink; *ink* names an ink of the theme."""

    box: Box
    ink: str
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleArt:
    """A line along the head of its box (*along* ``x``) or down its left side (``y``)."""

    box: Box
    ink: str
    weight: Pt
    along: Literal["x", "y"] = "x"
    span: Span | None = field(default=None, compare=False, repr=False)


Art: TypeAlias = PanelArt | RuleArt
PageSide: TypeAlias = Literal["any"] | Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Master:
    """A page design (主页): its grounds and rules, frames in filling order, furniture (书眉, 页码) painted
    last.

    *side* says on which side of a spread it may stand; *repeats* lets it take as many pages as its text
    needs. *front* art is painted over the pictures.
    """

    name: str
    art: tuple[Art, ...]
    frames: tuple[Frame, ...]
    furniture: tuple[Frame, ...]
    front: tuple[Art, ...] = ()
    side: PageSide = "any"
    repeats: bool = False
    span: Span | None = field(default=None, compare=False, repr=False)


Part: TypeAlias = Literal["cover", "front", "section", "closing", "back"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """One way to page a part.

    *masters* in order, then, page by page, whichever of *then* makes the best whole, until everything is
    placed. *cost* is the designer's preference beside its rivals; *name* lets a section ask for it
    (``opening:``).
    """

    masters: tuple[str, ...]
    then: tuple[str, ...] = ()
    name: str = ""
    cost: float = 0.0
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each thing costs that a page should not have; a layout may set its own prices.

    Per piece: *page*, *blank_page* (before a part that begins on its own side), *wrong_side* (a master on the
    wrong side of the spread), *vacant_frame*, *unplaced* (a block without a frame), *second_style* (a style
    that stands in for a frame's first), *empty_cell* (of a band of figures whose frame has a choice of
    styles), *out_of_order* (a picture or block on a page before the text it follows), *fit_rule* (a step that
    ``fit`` allows). Per line of the column: *white_foot*, *uneven_columns*,
    *low_heading* (text missing below a heading near a column's foot), *looseness* (a paragraph set a line
    longer or shorter). Per page: *far_picture* and *far_block* (between a picture, or a block that a frame
    took, and the text it follows), *picture_size* (the area by which a picture misses what is wanted of it),
    *page_count* (missing from the number the author asks for, or too many). *short_page* is for a last page
    that is empty but for a few lines, *same_opening* for a part paged in the sequence of the one before it.
    """

    page: float = 4.0
    blank_page: float = 12.0
    wrong_side: float = 500.0
    vacant_frame: float = 40.0
    unplaced: float = 1000.0
    second_style: float = 2.0
    empty_cell: float = 3.0
    out_of_order: float = 3.0
    fit_rule: float = 20.0
    white_foot: float = 1.0
    uneven_columns: float = 3.0
    low_heading: float = 1.0
    looseness: float = 2.0
    far_picture: float = 12.0
    far_block: float = 6.0
    picture_size: float = 40.0
    page_count: float = 200.0
    short_page: float = 30.0
    same_opening: float = 6.0


FitStep: TypeAlias = Literal["tighten", "smaller-pictures", "drop"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FitRule:
    """What may be given up when content does not fit, or not into the pages asked for; in the layout's order.

    ``tighten`` sets up to *most* lines less in a part's text, ``smaller-pictures`` lets pictures lend up to
    *most* lines to the text they are tied to, ``drop`` leaves out blocks that the author calls optional.
    """

    step: FitStep
    most: int = 0
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """How the layout pages one part of a brochure: its rival sequences.

    The parts it *joins* are paged after the content of its own, as one part. *spare_photos* lets pictures
    that find no frame stay out (a handout shows one good picture, not all). A part that *starts* on one side
    of the spread is led there by a page of the master *filler*, where there is one.
    """

    part: Part
    sequences: tuple[Sequence, ...]
    theme: str = ""
    joins: tuple[Part, ...] = ()
    spare_photos: bool = False
    starts: PageSide = "any"
    filler: str = ""
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """All styles in one set of colours: a section's look. Names are the layout file's own.

    *heading_lines* has the whole lines a heading takes (占行), *lines_below* those left white below it;
    headings of *new_columns* begin a column.
    """

    name: str
    inks: Mapping[str, Ink]
    paragraphs: Mapping[str, ParagraphStyle]
    metrics: Mapping[str, MetricStyle]
    pictures: Mapping[str, PictureStyle]
    groups: Mapping[str, GroupStyle]
    codes: Mapping[str, CodeStyle]
    contents: Mapping[str, ContentsStyle]
    heading_lines: Mapping[str, int]
    apart: Mapping[Apart, Styles] = field(default_factory=dict)
    lines_below: Mapping[str, int] = field(default_factory=dict)
    new_columns: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A whole design (版式). *page_multiple* is what the binding asks of the page count (骑马钉: 4).

    *fit* says what may be given up, in this order, when something does not fit. *images* are sizes of page
    pictures by name; a layout of *cards* pages each section and each metric alone;
    with a *fold* its pages are the sides of a folded sheet.
    """

    name: str
    title: str
    trim: Size
    bleed: Pt
    safety: Pt
    page_multiple: int
    grid: Grid
    themes: Mapping[str, Theme]
    default_theme: str
    masters: Mapping[str, Master]
    plan: tuple[Stage, ...]
    condition: PressCondition
    digest: str
    weights: Weights = Weights()
    fit: tuple[FitRule, ...] = ()
    references: ReferenceWords = field(default_factory=ReferenceWords)
    images: Mapping[str, ImageSize] = field(default_factory=dict)
    cards: bool = False
    fold: Fold | None = None
    span: Span | None = field(default=None, compare=False, repr=False)

    def theme(self, name: str) -> Theme:
        """The theme called *name*, or the layout's own for an empty name."""
        return self.themes[name or self.default_theme]
