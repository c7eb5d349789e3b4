"""Styles.

How one block of text, figures or pictures is set. Lengths in points, shares as numbers, inks resolved.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from brochure.color import BLACK, Ink
from brochure.geometry import Pt

Align: TypeAlias = Literal["justify", "start", "center", "end"]
Level: TypeAlias = Literal["none", "normal", "basic", "gb", "strict"]
MarkWidths: TypeAlias = Literal["full", "kaiming", "half"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A house profile of Chinese composition; the defaults are ``gb-book``. Widths in em.

    *level* is the prohibition level (行首行尾禁则); *marks* are full-width inside a line (全角), half-width
    but for 。？！ (开明) or all half-width (半角), P11; *squeeze_pairs* sets adjacent marks at 1.5 em (P2);
    *half_at_line_end* and *half_at_line_start* trim a mark at the line's edge to 0.5 em (P9, P10);
    *half_after_indent* does so after a first-line indent too; *mixed_gap* is the Han/Latin gap with its
    shrink and stretch limits (S1, S5); *tight_dates* is the gap between a digit and 年月日 (S4, None for
    the same as *mixed_gap*); *squeeze_marks* lets ，、。 shrink to half when a line needs it (J2).
    """

    level: Level = "gb"
    marks: MarkWidths = "full"
    squeeze_pairs: bool = True
    half_at_line_end: bool = True
    half_at_line_start: bool = True
    half_after_indent: bool = True
    mixed_gap: float = 0.25
    mixed_gap_min: float = 0.125
    mixed_gap_max: float = 0.5
    tight_dates: float | None = None
    squeeze_marks: bool = True
    max_han_gap: float = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """Face, size and ink of characters.

    *family* and *weight* name a face of the font library; *latin_family* sets Latin letters and digits from
    another face (empty: the same one), scaled by *latin_scale*; *tracking* in em is added after every
    character; *features* are OpenType feature tags (``tnum``, ``-liga``).
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """How a paragraph is set.

    *leading* is baseline to baseline; *indent* the first-line indent in em of the paragraph's own size;
    *bold* and *lead* are the styles of bold text and of the run-in lead (None: the text's own); *last_line*
    is the fewest Han characters the last line may hold (孤字, G3); *balance* sets lines of like length
    (headings); *profile* is the house profile.
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
    profile: Profile = field(default_factory=Profile)


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
    size.
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
