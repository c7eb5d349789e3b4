"""What an author's inline marks mean to the compositor: which style, where no break, what stands beside."""

from math import inf
from typing import Final, NamedTuple

from brochure.composition.line import SetLine, set_line
from brochure.composition.sorts import Stretch
from brochure.composition.unbreakable import TITLE
from brochure.content.model import Inline, Text
from brochure.fonts import Faces
from brochure.geometry import Pt
from brochure.layout.styles import ParagraphStyle, TextStyle
from brochure.values import dataclass

_OVERHANG: Final = 0.25  # em of the text that pinyin may reach over a neighbour, to either side
_RUBY_GAP: Final = 0.125  # em of the text between two pinyin


class Lined(NamedTuple):
    """Characters ``[start:end]`` under one line: of a name, or wavy, of a title (I2)."""

    start: int
    end: int
    wavy: bool


class Ruby(NamedTuple):
    """Characters ``[start:end]`` and the pinyin that stands above them, set (I3)."""

    start: int
    end: int
    above: SetLine


class Noted(NamedTuple):
    """The mark of a note, its character, and the note."""

    at: int
    note: Inline


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside the characters of a text: dots, lines, pinyin; and the notes that belong to it."""

    dotted: tuple[tuple[int, int], ...] = ()
    lined: tuple[Lined, ...] = ()
    rubies: tuple[Ruby, ...] = ()
    noted: tuple[Noted, ...] = ()


NOTHING_BESIDE = Beside()


def beside_of(inlines: Text, style: ParagraphStyle, faces: Faces) -> Beside:
    """What stands beside the text of *inlines*."""
    if not any(inline.dotted or inline.line or inline.ruby or inline.note for inline in inlines):
        return NOTHING_BESIDE
    dotted, lined = list[tuple[int, int]](), list[Lined]()
    rubies, noted = list[Ruby](), list[Noted]()
    at, open_line = 0, False
    for inline in inlines:
        end = at + len(inline.text)
        if inline.dotted:
            dotted.append((at, end))
        if inline.line:
            wavy = inline.line == "title"
            if open_line and lined[-1].wavy == wavy:
                lined[-1] = Lined(lined[-1].start, end, wavy)
            else:
                lined.append(Lined(at, end, wavy))
        if inline.ruby:
            rubies.append(Ruby(at, end, set_line(inline.ruby, ruby_style(style), faces)))
        if inline.note and end > at:
            noted.append(Noted(at, inline))
        open_line = bool(inline.line)
        at = end
    return Beside(dotted=tuple(dotted), lined=tuple(lined), rubies=tuple(rubies), noted=tuple(noted))


def ruby_style(style: ParagraphStyle) -> TextStyle:
    """What pinyin is set in: at most half as large as the text (I3), letters and tone marks of one face."""
    face = style.ruby.text or style.text
    return TextStyle(
        family=face.family, weight=face.weight, size=style.ruby.size * style.text.size, ink=face.ink
    )


def stretches(lead: Text, text: Text, style: ParagraphStyle) -> list[Stretch]:
    """The characters of lead and text by style, neighbours of one style together."""
    found = list[Stretch]()
    at = 0
    for inline, own in (*((inline, style.lead) for inline in lead), *((inline, None) for inline in text)):
        chosen: TextStyle = own or (style.bold if inline.bold and style.bold else style.text)
        end = at + len(inline.text)
        if found and found[-1][2:] == (chosen, inline.superscript):
            found[-1] = Stretch(found[-1].start, end, chosen, inline.superscript)
        elif end > at:
            found.append(Stretch(at, end, chosen, inline.superscript))
        at = end
    return found


def links_of(inlines: Text) -> tuple[tuple[int, int, str], ...]:
    """The stretches of the text of *inlines* that are links, with their targets."""
    found, at = list[tuple[int, int, str]](), 0
    for inline in inlines:
        end = at + len(inline.text)
        if inline.link and found and found[-1][1:] == (at, inline.link):
            found[-1] = (found[-1][0], end, inline.link)
        elif inline.link and end > at:
            found.append((at, end, inline.link))
        at = end
    return tuple(found)


def hold_together(costs: list[float], inlines: Text, boxed: set[int]) -> None:
    """Bar breaks inside what the author keeps together, before and inside a superscript and the mark of a
    note, inside a word under one pinyin and a tate-chu-yoko box (U11); *boxed* are the places inside boxes.
    A name with a line is a declared one: breaking it costs (U10).
    """
    at = 0
    for inline in inlines:
        end = at + len(inline.text)
        if inline.keep or inline.ruby:
            costs[at + 1 : end] = [inf] * (end - at - 1)
        if inline.line == "name":
            costs[at + 1 : end] = [max(cost, TITLE) for cost in costs[at + 1 : end]]
        if inline.superscript and at:
            costs[at:end] = [inf] * (end - at)
        at = end
    for place in boxed:
        costs[place] = inf


def widen_for(rubies: tuple[Ruby, ...], bodies: list[Pt], offsets: list[Pt], em: Pt) -> None:
    """Make room under pinyin wider than its characters (I3).

    It may reach over neighbours without pinyin of their own, a quarter em on both sides; what is still too
    wide widens its characters equally. Neighbours that both have pinyin keep an eighth of an em between.
    """
    owned = {at for ruby in rubies for at in range(ruby.start, ruby.end)}
    for ruby in rubies:
        base = sum(bodies[ruby.start : ruby.end])
        before, after = ruby.start - 1 in owned, ruby.end in owned
        free = not before and not after
        wanted = ruby.above.width + (0.0 if free else _RUBY_GAP * em)
        lack = wanted - base - (2 * _OVERHANG * em if free else 0.0)
        if lack <= 0:
            continue
        share = lack / (ruby.end - ruby.start)
        for at in range(ruby.start, ruby.end):
            bodies[at] += share
            offsets[at] += share / 2
