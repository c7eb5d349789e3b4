"""Furniture (书眉、页码 …): words from templates, grounds and rules of a master."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from brochure.composition import Faces, SetLine, set_line, set_vertical
from brochure.content.model import Title
from brochure.diagnostics import Diagnostic, Span, Words, warning
from brochure.display import Mark, Panel, Rule, moved
from brochure.geometry import Point, Rect
from brochure.layout.model import Art, Frame, PanelArt, Side, Theme
from brochure.layout.styles import ParagraphStyle
from brochure.pagination.parts import Part
from brochure.pagination.setting import Setting

# The section number in words frames: {number} 01, {numeral} 一.
NUMERALS = "〇一二三四五六七八九十"


class Folio(NamedTuple):
    """Which page of an edition this is, and of how many; a page that is alone has no total to show."""

    page: int
    of: int

    @property
    def total(self) -> str:
        """The number of pages, empty for one."""
        return str(self.of) if self.of > 1 else ""


def words_title(template: str, part: Part, setting: Setting, folio: Folio | None = None) -> Title:
    """*template* with its fields filled in, as a title line; empty when a field it needs is empty.

    Fields: {title} {subtitle} {section} {number} {numeral} {page} {total} {line} {source} {issuer} {date}
    {note} {strip} {contact}; `|` is a seam.
    """
    brochure = setting.brochure
    fields = {
        "title": brochure.title.text,
        "subtitle": brochure.subtitle.text if brochure.subtitle else "",
        "section": part.title.text if part.title else "",
        "number": f"{part.number:02d}" if part.number else "",
        "numeral": _numeral(part.number),
        "page": str(folio.page) if folio else "",
        "total": folio.total if folio else "",
        "source": brochure.credits.source,
        "line": brochure.cover.line if brochure.cover else "",
        "issuer": brochure.credits.issuer,
        "date": spoken_date(brochure.credits.date, brochure.language),
        "note": brochure.credits.note,
        "strip": brochure.handout.strip or brochure.title.text,
        "contact": brochure.handout.contact,
    }
    if any(f"{{{name}}}" in template and not value for name, value in fields.items()):
        return Title(text="")
    text = template
    for name, value in fields.items():
        text = text.replace(f"{{{name}}}", value)
    seams = tuple(
        offset - order for order, offset in enumerate(i for i, char in enumerate(text) if char == "|")
    )
    return Title(text=text.replace("|", ""), seams=seams)


def spoken_date(date: str, language: str) -> str:
    """*date*, typed ``2025-03-31``, as Chinese writes it: 2025年3月31日; as typed in other languages."""
    if not date or not language.startswith("zh"):
        return date
    year, month, day = (int(part) for part in date.split("-"))
    return f"{year}年{month}月{day}日"


def _numeral(number: int) -> str:
    if number <= 10:
        return NUMERALS[number] if number else ""
    if number >= 100:  # digit by digit, as Chinese writes page numbers: 一〇二
        return "".join(NUMERALS[int(digit)] for digit in str(number))
    tens, units = divmod(number, 10)
    return f"{NUMERALS[tens] if tens > 1 else ''}十{NUMERALS[units] if units else ''}"


def furniture_marks(
    frame: Frame, box: Rect, words: str, theme: Theme, faces: Faces
) -> tuple[tuple[Mark, ...], SetLine]:
    """*words* on one line (or stacked downwards) in *box*, aligned as the style asks.

    The line itself tells what was noticed.
    """
    style = theme.paragraphs[frame.style]
    if frame.vertical:
        line = set_vertical(words, style.text, faces)
        top = (
            box.y
            + {"top": 0.0, "middle": (box.height - line.width) / 2, "bottom": box.height - line.width}[
                frame.align
            ]
        )
        return tuple(moved(run, box.x, top) for run in line.runs), line
    line = set_line(words, style.text, faces)
    x = _aligned(line, box, style)
    drop = style.text.size * 0.88
    rise = {"top": 0.0, "middle": (box.height - style.text.size) / 2, "bottom": box.height - style.text.size}[
        frame.align
    ]
    return tuple(moved(run, x, box.y + rise + drop) for run in line.runs), line


def _aligned(line: SetLine, box: Rect, style: ParagraphStyle) -> float:
    spare = box.width - line.width
    return box.x + {"justify": 0.0, "start": 0.0, "center": spare / 2, "end": spare}[style.align]


def art_marks(art: tuple[Art, ...], side: Side, theme: Theme, setting: Setting) -> list[Mark]:
    """The grounds and rules of a master on a left- or right-hand page."""
    marks: list[Mark] = []
    for piece in art:
        box = piece.box.on(setting.layout.trim, side, 0.0)
        ink = theme.inks[piece.ink]
        if isinstance(piece, PanelArt):
            marks.append(Panel(box=box, ink=ink, span=piece.span))
            continue
        end = Point(box.right, box.y) if piece.along == "x" else Point(box.x, box.bottom)
        marks.append(Rule(start=box.origin, end=end, width=piece.weight, ink=ink, span=piece.span))
    return marks


def written_at(template: str, part: Part, setting: Setting) -> Span | None:
    """Where the author wrote what most likely makes the words of *template* long."""
    brochure = setting.brochure
    if "{strip}" in template or "{contact}" in template:
        return brochure.handout.span or brochure.span
    if any(f"{{{name}}}" in template for name in ("source", "issuer", "date", "note")):
        return brochure.credits.span or brochure.span
    return part.title.span if part.title else part.span


def line_over(frame: Frame, excess: float, theme: Theme, span: Span | None) -> Diagnostic:
    """Words of the furniture longer than their frame: they stand on one line."""
    size = theme.paragraphs[frame.style].text.size
    characters = ceil(excess / size)
    message = Words(
        f"these words run over frame `{frame.name}` by {excess:.0f} pt ({characters} characters)",
        f"这行字比图文框“{frame.name}”长 {excess:.0f} pt（约 {characters} 字）",
    )
    hint = Words(f"shorten them by about {characters} characters", f"缩短约 {characters} 字")
    return warning("pagination/line-over", message, span, hint)
