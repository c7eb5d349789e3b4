"""Styles of what stands apart from the running text. Lengths in points; loaded by a layout that has any.

Everything here stands on the baseline grid (G8): *above* and *below* are whole lines of white, *lines* are
the lines of the grid that a block fills (占行).
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from brochure.color import BLACK, Ink
from brochure.geometry import Pt
from brochure.layout.styles import ParagraphStyle, TextStyle
from brochure.values import dataclass

_EM_BOX_ASCENT: Final = 0.88


@dataclass(frozen=True, slots=True, kw_only=True)
class GridLines:
    """The lines of the baseline grid: each *height* high, an em box of *size* in its middle."""

    height: Pt
    size: Pt

    @property
    def half_gap(self) -> Pt:
        """From a line's top to its em box."""
        return (self.height - self.size) / 2

    @property
    def baseline(self) -> Pt:
        """From a line's top to its baseline."""
        return self.half_gap + _EM_BOX_ASCENT * self.size


@dataclass(frozen=True, slots=True, kw_only=True)
class ListStyle:
    """How a list is set: its text *hang* em from the left, the marker before it.

    Markers stand at the left (``start``), or with their right edges *gap* em before the text (``end``).
    *bullet* and *dash* mark the items of a bulleted list, and those of the level below in any.
    """

    text: ParagraphStyle
    marker: TextStyle
    lines: GridLines
    hang: float = 2.0
    gap: float = 0.5
    align: Literal["start", "end"] = "start"
    bullet: str = "•"
    dash: str = "–"
    above: int = 0
    below: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TableStyle:
    """How a table is set.

    *title* above it with *unit* (behind the word *unit_label*) at the right; *group* and *head* for its
    heads, *head_unit* for the unit below a head; *figure* for numbers, which stand on the decimal point;
    *subhead* for rows across, *note* below. *gutter* parts the columns, *inset* is the white at both ends of
    a row, *pad* the least white above and below a row's text.

    Rules: *rule* closes the table at head and foot, *head_rule* stands below the heads, *row_rule* between
    rows (0: none). *zebra* is the ground of every other row, *ground* that of the heads. *continued* is told
    above the heads where they are repeated at the head of a column.
    """

    title: ParagraphStyle
    unit: ParagraphStyle
    group: ParagraphStyle
    head: ParagraphStyle
    head_unit: ParagraphStyle
    cell: ParagraphStyle
    subhead: ParagraphStyle
    note: ParagraphStyle
    figure: TextStyle
    lines: GridLines
    unit_label: str = "单位："
    gutter: Pt = 12.0
    inset: Pt = 0.0
    pad: Pt = 3.0
    rule: Pt = 0.5
    head_rule: Pt = 0.5
    row_rule: Pt = 0.0
    rule_ink: Ink = BLACK
    row_ink: Ink = BLACK
    zebra: Ink | None = None
    ground: Ink | None = None
    continued: str = ""
    above: int = 1
    below: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteStyle:
    """How a pull quote is set: a *rule* at its left or above it, the text *inset* from that.

    *dash* stands before the source.
    """

    text: ParagraphStyle
    source: ParagraphStyle
    lines: GridLines
    side: Literal["left", "above", "none"] = "left"
    rule: Pt = 2.0
    rule_ink: Ink = BLACK
    inset: Pt = 12.0
    gap: Pt = 4.0
    dash: str = ""
    above: int = 1
    below: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineStyle:
    """How a timeline is set: in ``rows``, dates at the left of an upright rail; or in ``columns`` below one.

    In rows the dates have *date_width*, *gutter* stands on both sides of the rail; in columns *columns*
    entries stand side by side, *gutter* apart. *dot* is the radius of the dots on the rail; *gap* whole lines
    part the entries.
    """

    date: ParagraphStyle
    title: ParagraphStyle
    text: ParagraphStyle
    lines: GridLines
    display: Literal["rows", "columns"] = "rows"
    columns: int = 4
    date_width: Pt = 60.0
    gutter: Pt = 12.0
    rail: Pt = 0.5
    rail_ink: Ink = BLACK
    dot: Pt = 2.0
    dot_ink: Ink = BLACK
    gap: int = 0
    above: int = 1
    below: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelStyle:
    """How label and value stand side by side in a panel: contacts and credits.

    Labels have *label_width* (0: that of the longest), *gutter* before the values; *columns* of lines stand
    *column_gutter* apart, filled downwards. *ground* is the panel's, *inset* the white between its edge and
    the type; *rule* stands above it.
    """

    title: ParagraphStyle
    label: ParagraphStyle
    value: ParagraphStyle
    lines: GridLines
    label_width: Pt = 0.0
    gutter: Pt = 12.0
    columns: int = 1
    column_gutter: Pt = 24.0
    ground: Ink | None = None
    inset: Pt = 0.0
    rule: Pt = 0.0
    rule_ink: Ink = BLACK
    above: int = 1
    below: int = 1


ApartStyle: TypeAlias = ListStyle | TableStyle | QuoteStyle | TimelineStyle | PanelStyle
