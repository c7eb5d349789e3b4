"""Styles of what is drawn: charts beside figures, pictures in groups, codes. Lengths in points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from brochure.color import BLACK, Ink
from brochure.geometry import Pt
from brochure.values import dataclass

if TYPE_CHECKING:  # styles.py names these among its own
    from brochure.layout.styles import ParagraphStyle, PictureStyle, TextStyle

Drawing: TypeAlias = Literal["ring", "bar", "divided", "bars", "line", "columns"]
ChartPlace: TypeAlias = Literal["above", "between", "below", "beside", "around"]
Labelled: TypeAlias = Literal["all", "ends", "none"]
Floor: TypeAlias = Literal["zero", "least"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartStyle:
    """How one kind of chart is drawn.

    A share of a whole as a ``ring``, a ``bar`` or a ``divided`` bar; values that follow each other as
    ``bars``, a ``line`` or ``columns``. *place* is over the figure, between figure and label, below both,
    beside them, or (rings) around the figure. *size* is a ring's diameter, a divided bar's height, the height
    from the ground line to the highest value; *width* is 0 for the cell's own; *weight* is the thickness of
    arc, bar, line or column, *hair* that of the ring behind the arc, the line behind the bar and the ground
    line, in *hair_ink* (None: that of the rest). *ink* is for what is meant, *rest* for what it is compared
    with, *inks* for the parts of a whole.

    *figure* and *words* set values and years or names; *labelled* says which values are told; *row* is the
    distance from bar to bar or name to name, *pad* the white beside labels. *gap* parts the chart from figure
    and label, *drop* a ring around or beside from the cell's top. Values stand on ``zero`` or on the
    ``least`` of them (lines only).
    """

    draw: Drawing
    figure: TextStyle
    words: TextStyle
    place: ChartPlace = "below"
    size: Pt = 36.0
    width: Pt = 0.0
    weight: Pt = 2.0
    hair: Pt = 0.5
    ink: Ink = BLACK
    rest: Ink = BLACK
    hair_ink: Ink | None = None
    inks: tuple[Ink, ...] = ()
    labelled: Labelled = "ends"
    row: Pt = 14.0
    pad: Pt = 4.0
    gap: Pt = 8.0
    drop: Pt = 0.0
    floor: Floor = "zero"

    @property
    def ground(self) -> Ink:
        """The ink of hairlines."""
        return self.hair_ink or self.rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Charts:
    """What a metric style draws of what the author says a figure means; None for the figure alone."""

    share: ChartStyle | None = None
    parts: ChartStyle | None = None
    change: ChartStyle | None = None
    trend: ChartStyle | None = None

    @property
    def texts(self) -> tuple[TextStyle, ...]:
        """Every text style of its charts."""
        charts = (self.share, self.parts, self.change, self.trend)
        return tuple(text for chart in charts if chart for text in (chart.figure, chart.words))


Arrange: TypeAlias = Literal["auto", "pair", "grid", "strip"]
Split: TypeAlias = Literal["equal", "aspect"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupStyle:
    """How pictures stand together in one frame.

    *picture* is the style of the group as a whole: its *place* is that of the caption they share, its
    *caption* also sets their own captions, below each. ``pair`` and ``strip`` are one row, ``grid`` has
    *columns* in a row; ``auto`` takes a pair for two, a strip for three, a grid for more, unless the author
    asks for one of them. *along* ``y`` sets a pair or strip one below the other. *split* gives the pictures
    of a row ``equal`` widths, or widths by their own ``aspect``, so that little is cropped. *gap* is the
    least white between them; down the page it grows to whole lines of the grid.
    """

    picture: PictureStyle
    arrange: Arrange = "auto"
    columns: int = 2
    along: Literal["x", "y"] = "x"
    split: Split = "equal"
    gap: Pt = 6.0


ErrorCorrection: TypeAlias = Literal["L", "M", "Q", "H"]
CodePlace: TypeAlias = Literal["below", "side"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeStyle:
    """How a code is set: black alone on paper white, whatever its ground.

    *size* is the side of the code itself; its quiet zone, four modules of white, lies around that. With
    *hang* it reaches out of the frame, so that the black stands on the column's edge; else the white does.
    *level* is the least error correction (ISO/IEC 18004: L 7 %, M 15 %, Q 25 %, H 30 %). The caption stands
    ``below``, as wide as the code, or at its ``side``, level with its foot, *gap* away or as far as the quiet
    zone asks.
    """

    caption: ParagraphStyle
    size: Pt = 62.0
    level: ErrorCorrection = "M"
    hang: bool = False
    place: CodePlace = "below"
    gap: Pt = 4.0
