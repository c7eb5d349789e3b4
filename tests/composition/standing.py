"""What the tests of blocks that stand apart share: styles in square faces on lines of 20 points."""

from dataclasses import replace
from typing import Final

from brochure.color import Cmyk
from brochure.composition import Galley
from brochure.content.model import Inline, Text, Title
from brochure.display import Dot, GlyphRun, Mark, Panel, Rule
from brochure.layout.apart import GridLines, ListStyle, PanelStyle, QuoteStyle, TableStyle, TimelineStyle
from brochure.layout.styles import ParagraphStyle, TextStyle

LINE: Final = 20.0
BASE: Final = 5.0 + 8.8  # the em box of 10 points in the middle of the line, its baseline 0.88 down
LINES: Final = GridLines(height=LINE, size=10.0)
TEXT: Final = TextStyle(family="square", weight=400, size=10.0)
BODY: Final = ParagraphStyle(text=TEXT, leading=LINE, indent=2.0)
START: Final = replace(BODY, align="start")
CLOSE: Final = ParagraphStyle(text=TEXT, leading=12.0, align="start")
PALE: Final = Cmyk(0.1, 0, 0, 0)

LIST: Final = ListStyle(text=BODY, marker=TEXT, lines=LINES)
TABLE: Final = TableStyle(
    title=START,
    unit=CLOSE,
    group=CLOSE,
    head=CLOSE,
    head_unit=CLOSE,
    cell=CLOSE,
    subhead=CLOSE,
    note=CLOSE,
    figure=TEXT,
    lines=LINES,
    gutter=10.0,
)
QUOTE: Final = QuoteStyle(
    text=replace(START, text=replace(TEXT, size=20.0), leading=30.0), source=CLOSE, lines=LINES
)
TIMELINE: Final = TimelineStyle(
    date=START, title=START, text=START, lines=LINES, date_width=50.0, gutter=10.0
)
PANEL: Final = PanelStyle(title=START, label=START, value=START, lines=LINES, gutter=10.0)


def words(text: str) -> Text:
    """Plain running text."""
    return (Inline(text=text),)


def title(text: str) -> Title:
    """A title without seams."""
    return Title(text=text)


def heights(galley: Galley) -> list[float]:
    """The heights of its strips, in lines of the grid."""
    return [strip.height / LINE for strip in galley.strips]


def runs(marks: tuple[Mark, ...]) -> list[tuple[str, float, float]]:
    """Each run's text, left edge and baseline."""
    return [
        (mark.text, round(mark.at.x, 2), round(mark.at.y, 2)) for mark in marks if isinstance(mark, GlyphRun)
    ]


def rules(marks: tuple[Mark, ...]) -> list[tuple[float, float, float, float, float]]:
    """Each rule: from x, y to x, y, and its width."""
    return [(*mark.start, *mark.end, mark.width) for mark in marks if isinstance(mark, Rule)]


def dots(marks: tuple[Mark, ...]) -> list[tuple[float, float]]:
    """Where dots stand."""
    return [(mark.centre.x, mark.centre.y) for mark in marks if isinstance(mark, Dot)]


def panels(marks: tuple[Mark, ...]) -> list[tuple[float, float, float, float]]:
    """Grounds: left, top, width, height."""
    return [
        (mark.box.x, mark.box.y, mark.box.width, mark.box.height) for mark in marks if isinstance(mark, Panel)
    ]


def places(marks: tuple[Mark, ...]) -> dict[str, list[float]]:
    """Where each character stands, in points from the left."""
    found: dict[str, list[float]] = {}
    for mark in marks:
        if isinstance(mark, GlyphRun):
            for text, x in zip(mark.texts, mark.xs, strict=True):
                found.setdefault(text, []).append(round(mark.at.x + x, 3))
    return found
