"""Headings: broken at the sense, lines of like length, set to their ink (D2, D3, D6, H2)."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil, inf
from typing import Final, NamedTuple

from brochure.composition.adjustment import Adjusted, set_natural
from brochure.composition.characters import Kind, resolve_kinds
from brochure.composition.galley import Galley, Remark
from brochure.composition.opportunities import break_costs
from brochure.composition.paragraph import set_lines
from brochure.composition.places import visible_end
from brochure.composition.runs import edge, ink_span
from brochure.composition.seams import punctuation_seams, word_seams
from brochure.composition.shaping import shape_text
from brochure.composition.sorts import Stretch
from brochure.composition.stick import Stick, set_solid
from brochure.composition.strips import PlacedLine, line_remarks, strips
from brochure.composition.vertical import stand_up
from brochure.composition.widows import COUNTED
from brochure.content.model import Title
from brochure.diagnostics import Words
from brochure.fonts import Faces
from brochure.geometry import Pt
from brochure.layout.styles import ParagraphStyle
from brochure.values import dataclass

_BEARING: Final = 0.05  # em; how far the ink of a Han character stands from the edge of its cell
_SEAM: Final = 0.08  # per unit of the seam tables: a good seam (15) outweighs lines a quarter off the mean
_BALANCE: Final = 8.0  # per squared share by which a line differs from the mean (D3)
_MORE_LINES: Final = 2.0  # per line above the fewest
_LONE: Final = 20.0  # a line of a single character (D3, G3)
_SHORT_END: Final = 4.0  # a last line under a quarter of the longest (G3)
_ACROSS: Final = 3.0  # a phrase that ends inside a line whose own end or beginning is no phrase's (D2)
_UNEVEN: Final = 0.45  # shortest line to longest: below it, breaks between words are looked for as well
_ANYWHERE: Final = 100.0  # added to a break inside a word, in units of the seam tables
_TOO_LONG: Final = 1e4  # a line longer than the measure; only where nothing shorter can be made
_LONGEST: Final = 200  # characters; what is longer is no heading and is set like ragged text
_FIT: Final = 0.01  # points


class _Layout(NamedTuple):
    """Where the lines of a heading end, and what that costs."""

    cost: float
    ends: tuple[int, ...]


def compose_heading(
    title: Title, style: ParagraphStyle, measure: Pt, faces: Faces, *, keep: tuple[str, ...] = ()
) -> Galley:
    """*title* set to *measure* in the fewest balanced lines, broken where its author allows, else at
    punctuation, else between words; never stretched (J9).

    Remarks as for a paragraph; more lines than the style allows are a warning.
    """
    text = title.text
    if not text.strip():
        return Galley(measure=measure, strips=())
    sorts = shape_text(text, resolve_kinds(text), [Stretch(0, len(text), style.text)], faces)
    if style.direction == "vertical":
        stand_up(sorts, style.profile)
    stick = set_solid(sorts, style.profile)
    if len(text) > _LONGEST:
        costs = break_costs(text, level=style.profile.level, keep=keep)
        ragged = "start" if style.align == "justify" else style.align
        lines = set_lines(stick, costs, (0, len(text)), replace(style, align=ragged), measure)
    else:
        lines = _set_lines(stick, _line_ends(title, stick, style, measure, keep), style, measure)
    said = (*_stopped(text), *_too_many(text, len(lines), style))
    remarks = (*sorts.remarks, *line_remarks(sorts, lines, style), *said)
    return Galley(measure=measure, strips=tuple(strips(sorts, lines, style)), remarks=remarks)


def _set_lines(stick: Stick, ends: tuple[int, ...], style: ParagraphStyle, measure: Pt) -> list[PlacedLine]:
    lines = list[PlacedLine]()
    for start, end in zip((0, *ends[:-1]), ends, strict=True):
        line = set_natural(stick, start, end, visible_end(stick, start, end - 1))
        lines.append(PlacedLine(line, _left(stick, line, style, measure), measure))
    return lines


def _left(stick: Stick, line: Adjusted, style: ParagraphStyle, measure: Pt) -> Pt:
    """Centred on the ink; at the left edge an opening mark hangs so far that its ink stands where Han ink
    would (H2).
    """
    if style.align in ("center", "end"):
        return edge(stick.sorts, line, measure, style.align)
    if stick.sorts.kinds[line.start] is not Kind.OPEN:
        return 0.0
    return min(0.0, _BEARING * stick.sorts.founts[line.start].em - ink_span(stick.sorts, line)[0])


def _stopped(text: str) -> Iterator[Remark]:
    """A heading that ends like a sentence (D4); ？ and ！ are its tone and stay."""
    if text.rstrip().endswith(("。", "．")):
        yield Remark(
            severity="note",
            code="composition/heading-stop",
            message=Words(f"the heading “{text}” ends with a full stop", f"标题“{text}”末尾有句号"),
            suggestion=Words("leave the stop out; ？ and ！ may stay", "删去句号；？和！可以保留"),
            about=text.rstrip()[-1],
        )


def _too_many(text: str, count: int, style: ParagraphStyle) -> Iterator[Remark]:
    if 0 < style.max_lines < count:
        yield Remark(
            severity="warning",
            code="composition/too-many-lines",
            message=Words(
                f"the heading “{text}” takes {count} lines; its style wants at most {style.max_lines}",
                f"标题“{text}”排成 {count} 行，样式最多 {style.max_lines} 行",
            ),
            suggestion=Words("shorten it, or give it a smaller size", "缩短标题，或减小字号"),
        )


# ---------------------------------------------------------------- where it breaks


def _line_ends(
    title: Title, stick: Stick, style: ParagraphStyle, measure: Pt, keep: tuple[str, ...]
) -> tuple[int, ...]:
    """The ends of the lines, the text's end last.

    Each kind of seam is asked for only when those before it do not do: the segmenter is slow to load.
    """
    text, level = title.text, style.profile.level
    if _Trial(stick=stick, measure=measure).width(0, len(text)) <= measure + _FIT:
        return (len(text),)
    marks = _priced(punctuation_seams(text, title.seams, keep, level=level))
    author = {at: marks[at] for at in title.seams if at in marks}
    phrases = frozenset(at for at, cost in marks.items() if cost == 0.0)
    trial = _Trial(stick=stick, measure=measure, phrases=phrases)
    layout = trial.best(author)
    if author and layout.ends:
        return layout.ends
    layout = trial.best(marks)
    if layout.ends and trial.even(layout.ends):
        return layout.ends
    words = _priced(word_seams(text, keep, level=level))
    words |= {at: min(cost, words.get(at, inf)) for at, cost in marks.items()}
    layout = min(layout, trial.best(words))
    if layout.ends:
        return layout.ends
    anywhere = [cost + _ANYWHERE for cost in break_costs(text, level=level)]
    return trial.best(_priced(anywhere) | words, overfull=True).ends


def _priced(costs: list[float]) -> dict[int, float]:
    """The places inside a text where a line may end, with their prices."""
    return {at: cost * _SEAM for at, cost in enumerate(costs[:-1]) if at and cost < inf}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trial:
    """Tries line ends for a heading at a measure; *phrases* are the places where a phrase ends."""

    stick: Stick
    measure: Pt
    phrases: frozenset[int] = frozenset()

    def width(self, start: int, end: int) -> Pt:
        """Characters ``[start:end]`` as a line of their own, in points."""
        last = visible_end(self.stick, start, end - 1)
        return self.stick.line_end(last) - self.stick.line_start(start)

    def even(self, ends: tuple[int, ...]) -> bool:
        """Whether no line is much shorter than another."""
        widths = [self.width(start, end) for start, end in zip((0, *ends[:-1]), ends, strict=True)]
        return min(widths) >= _UNEVEN * max(widths)

    def best(self, seams: dict[int, float], *, overfull: bool = False) -> _Layout:
        """The cheapest lines that end at *seams* (cost by place); without ends when no line of theirs
        fits the measure.
        """
        count = len(self.stick.sorts.text)
        whole = self.width(0, count)
        fewest = ceil(whole / self.measure - 1e-6)
        places = [0, *sorted(seams), count]
        cost_at = [0.0, *[seams[at] for at in places[1:-1]], 0.0]
        most = min(len(places) - 1, fewest + 3 if not overfull else len(places))
        found = _Layout(inf, ())
        for lines in range(min(2, most), most + 1):
            layout = self._in(lines, places, cost_at, whole / lines, overfull=overfull)
            if layout.ends:
                extra = _MORE_LINES * max(0, lines - fewest)
                found = min(found, _Layout(layout.cost + extra, layout.ends))
        return found

    def _in(
        self, lines: int, places: list[int], cost_at: list[float], mean: Pt, *, overfull: bool
    ) -> _Layout:
        """The cheapest way of *lines* lines (dynamic programme over lines and places)."""
        count = len(places)
        reached: list[_Layout] = [_Layout(0.0, ())] + [_Layout(inf, ())] * (count - 1)
        for number in range(1, lines + 1):
            onward = [_Layout(inf, ())] * count
            for end in range(number, count):
                for start in range(end - 1, number - 2, -1):
                    own = self._cost(places[start], places[end], mean, closing=end == count - 1)
                    if own >= _TOO_LONG and (not overfull or start < end - 1):
                        break  # earlier starts make it longer still
                    cost = reached[start].cost + own + cost_at[end]
                    if cost < onward[end].cost:
                        onward[end] = _Layout(cost, (*reached[start].ends, places[end]))
            reached = onward
        return reached[-1]

    def _cost(self, start: int, end: int, mean: Pt, *, closing: bool) -> float:
        width = self.width(start, end)
        if width > self.measure + _FIT:
            return _TOO_LONG * width / self.measure
        cost = _BALANCE * ((width - mean) / mean) ** 2
        if sum(kind in COUNTED for kind in self.stick.sorts.kinds[start:end]) < 2:
            cost += _LONE
        if closing and width < mean / 4:
            cost += _SHORT_END
        whole = (start == 0 or start in self.phrases) and (closing or end in self.phrases)
        if not whole and any(start < place < end for place in self.phrases):
            cost += _ACROSS
        return cost
