"""Styles.

How one block of text, figures or pictures is set. Lengths in points, shares as numbers, inks resolved.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal, TypeAlias

from brochure.color import BLACK, Ink
from brochure.diagnostics import Span
from brochure.geometry import Pt
from brochure.values import dataclass

if TYPE_CHECKING:  # drawn.py builds on the styles of text and pictures
    from brochure.layout.drawn import Charts

Direction: TypeAlias = Literal["horizontal", "vertical"]
VerticalQuotes: TypeAlias = Literal["『』", "「」"]
Align: TypeAlias = Literal["justify", "start", "center", "end", "spread"]
Level: TypeAlias = Literal["none", "normal", "basic", "gb", "strict"]
MarkWidths: TypeAlias = Literal["full", "kaiming", "half"]
LineEnd: TypeAlias = Literal["half", "needed", "full"]
Hanging: TypeAlias = Literal["none", "pauses", "all"]
DotsHeight: TypeAlias = Literal["middle", "baseline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A house profile of Chinese composition; the defaults are ``gb-book``. Widths in em.

    *level* is the prohibition level (行首行尾禁则, K9): ``gb`` makes —— and …… at a line start dear,
    ``strict`` bars them. *marks* are full-width inside a line (全角), half-width but for 。？！ (开明) or all
    half-width (半角), P11; *squeeze_pairs* sets adjacent marks at 1.5 em (P2). At a line's end a mark is
    always ``half`` an em (P9, GB 5.1.10), only a closing bracket and only when ``needed`` (CSS Text 4), or
    always ``full``; *half_at_line_start* trims an opening mark at a line's start (P10), *half_after_indent*
    after a first-line indent too. *hanging* lets a single ``pauses`` mark (，。、) stand outside the measure
    at a line's end, ``all`` also ；：！？ (H1). *ellipsis* stands in the middle of the em box or on the
    baseline (P15).

    *mixed_gap* is the Han/Latin gap with its shrink and stretch limits (S1, S5); *tight_dates* is the gap
    between a figure and 年月日 or a Chinese unit (S4, None for the same as *mixed_gap*). *squeeze_marks* lets
    marks shrink to half when a line needs it, *squeeze_stops* 。？！ too, as the last of all (J2).
    *fill_last_line* is how far characters may be spaced to fill a last line that lacks less than an em (J8;
    0: never); *max_han_gap* how far in any other before it is reported (J6). *vertical_quotes* are what “ ”
    become in vertical lines: ﹃﹄, ‘ ’ being ﹁﹂ (GB 5.2.3), or the other way round.
    """

    level: Level = "gb"
    marks: MarkWidths = "full"
    squeeze_pairs: bool = True
    line_end: LineEnd = "half"
    half_at_line_start: bool = True
    half_after_indent: bool = True
    hanging: Hanging = "none"
    ellipsis: DotsHeight = "middle"
    mixed_gap: float = 0.25
    mixed_gap_min: float = 0.125
    mixed_gap_max: float = 0.5
    tight_dates: float | None = None
    squeeze_marks: bool = True
    squeeze_stops: bool = True
    fill_last_line: float = 0.03
    max_han_gap: float = 0.15
    vertical_quotes: VerticalQuotes = "『』"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """Face, size and ink of characters.

    *family* and *weight* name a face of the font library; *latin_family* sets Latin letters and digits from
    another face (empty: the same one), scaled by *latin_scale*; *tracking* in em is added after every
    character; *features* are OpenType feature tags (``tnum``, ``-liga``); *superscript_weight* is the weight
    of superscripts, heavier so that they do not look pale (M6; 0: the superior figures of the face).
    *family_at*, *weight_at* and *latin_at* are where the layout asks for them.
    """

    family: str
    weight: int
    size: Pt
    ink: Ink = BLACK
    latin_family: str = ""
    latin_weight: int = 0
    latin_scale: float = 1.0
    tracking: float = 0.0
    features: tuple[str, ...] = ()
    scale: float = 1.0
    superscript_weight: int = 0
    family_at: Span | None = field(default=None, compare=False, repr=False)
    weight_at: Span | None = field(default=None, compare=False, repr=False)
    latin_at: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DropCap:
    """A first character *lines* lines high, in *text*'s face and ink (None: the paragraph's own), C4."""

    lines: int = 2
    text: TextStyle | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RubyStyle:
    """Pinyin above the text: its *size*, and the *gap* above the em box, in em of the text (I3)."""

    text: TextStyle | None = None
    size: float = 0.5
    gap: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DotStyle:
    """Emphasis dots (着重号): diameter, and *gap* between em box and dot, in em (I1); ink as the text's."""

    size: float = 0.13
    gap: float = 0.085
    ink: Ink | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesStyle:
    """A list of names: each *width* em wide, at least *gap* em between them; 0 *columns* for as many as
    the measure takes (J10).
    """

    columns: int = 0
    width: float = 3.0
    gap: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """How a paragraph is set.

    *leading* is baseline to baseline; *indent* the first-line indent in em of the paragraph's own size;
    *bold* and *lead* are the styles of bold text and of the run-in lead (None: the text's own); *last_line*
    is the fewest Han characters the last line may hold (孤字, G3); *balance* sets lines of like length
    (headings); *hyphenate* divides English words by dictionary; *profile* is the house profile. ``spread``
    sets every line, a name in a list, from edge to edge with equal gaps (均排, J10). *hang* is the indent of
    all lines but the first, in em; *drop_cap*, *ruby*, *dots* and *names* are about what stands beside the
    lines. *direction* comes from the frame: in ``vertical`` lines run downwards and follow each other to the
    left (直排).
    """

    text: TextStyle
    leading: Pt
    align: Align = "justify"
    indent: float = 0.0
    bold: TextStyle | None = None
    lead: TextStyle | None = None
    last_line: int = 2
    balance: bool = False
    max_lines: int = 0
    hyphenate: bool = False
    profile: Profile = field(default_factory=Profile)
    hang: float = 0.0
    drop_cap: DropCap | None = None
    ruby: RubyStyle = field(default_factory=RubyStyle)
    dots: DotStyle = field(default_factory=DotStyle)
    names: NamesStyle = field(default_factory=NamesStyle)
    direction: Direction = "horizontal"

    @property
    def texts(self) -> tuple[TextStyle, ...]:
        """Every text style that a paragraph of this style may be set in."""
        cap = self.drop_cap.text if self.drop_cap else None
        return tuple(style for style in (self.text, self.bold, self.lead, cap, self.ruby.text) if style)


MetricDisplay: TypeAlias = Literal["grid", "rows"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricStyle:
    """How a band of metrics is set.

    ``grid`` stands *columns* cells side by side, figure above label; ``rows`` puts one metric a row, its
    figure in the first *figure_share* of the measure and its label beside it. *figure_drop* is the distance
    from a cell's top to the figure's baseline, *label_drop* from there to the top of the label's first em
    box; *figure_gap*, in em of the figure, parts qualifier, value and unit,
    *mixed_gap* Han and Latin inside one of them (S4). *rule* is the weight of the
    line above each cell (0: none). A figure wider than its cell is set smaller, down to *smallest* of its
    size. *charts* says what is drawn beside the figures. A value without a digit (全国首单) is set as
    *spelled*, where there is such a style.
    """

    figure: TextStyle
    unit: TextStyle
    qualifier: TextStyle
    label: ParagraphStyle
    note: ParagraphStyle
    display: MetricDisplay = "grid"
    columns: int = 3
    gutter: Pt = 0.0
    row_gap: Pt = 0.0
    figure_drop: Pt = 0.0
    label_drop: Pt = 0.0
    figure_share: float = 0.4
    figure_gap: float = 0.08
    mixed_gap: float = 0.0
    rule: Pt = 0.0
    rule_ink: Ink = BLACK
    smallest: float = 0.6
    charts: Charts | None = None
    spelled: TextStyle | None = None

    def figure_for(self, value: str) -> TextStyle:
        """The style of *value*: that of figures, or of words where it has no digit."""
        return self.spelled if self.spelled and not any(map(str.isdigit, value)) else self.figure


CaptionPlace: TypeAlias = Literal["below", "above", "side", "inside", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureStyle:
    """How a picture and its caption stand together.

    *place*: ``below`` and ``above`` take the caption out of the frame's own height, on the picture's left
    edge; ``side`` gives it the *side* width at the frame's outer side, its last line level with the
    picture's foot; ``inside`` sets it *inset* from the picture's lower left corner; *gap* lies between
    picture and caption. *illustration* is what follows the caption of a picture that is no photograph;
    *credit* is set after it.
    """

    caption: ParagraphStyle
    place: CaptionPlace = "below"
    gap: Pt = 6.0
    side: Pt = 0.0
    inset: Pt = 12.0
    illustration: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsStyle:
    """How the contents list is set.

    One row an entry, page number in *number* style at the left in *number_width*, the title beside it,
    *row* points from entry to entry, a line of *rule* weight above each.
    """

    number: TextStyle
    title: ParagraphStyle
    number_width: Pt
    row: Pt
    rule: Pt = 0.0
    rule_ink: Ink = BLACK
