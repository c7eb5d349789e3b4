"""A line's characters as glyph runs, one for every change of face, size or ink."""

from collections.abc import Iterator
from itertools import accumulate

from brochure.composition.adjustment import Adjusted
from brochure.composition.sorts import NO_GLYPH, Fount, Sorts
from brochure.display import GlyphRun, Linked
from brochure.geometry import Point, Pt
from brochure.layout.styles import Align


def runs(sorts: Sorts, line: Adjusted, left: Pt, baseline: Pt) -> tuple[GlyphRun, ...]:
    """The glyph runs of *line*, its left edge at *left*; their texts join to the characters of the line.

    Spaces at the line's end stand without width on its right edge: they print nothing, and the text stays
    whole.
    """
    places = line_places(line)
    return tuple(
        run_of(sorts, line, places, stretch, Point(left, baseline))
        for stretch in _stretches(sorts.founts, line)
    )


def line_places(line: Adjusted) -> list[Pt]:
    """Where the bodies of *line* begin; spaces at its end stand on its right edge."""
    if line.last + 1 >= line.end:
        return line.places
    shown = line.last + 1 - line.start
    return [*line.places[:shown], *[line.width] * (len(line.places) - shown)]


def _stretches(founts: list[Fount], line: Adjusted) -> Iterator[tuple[int, int]]:
    """Where the fount stays the same."""
    start, fount = line.start, founts[line.start]
    for at in range(line.start + 1, line.end):
        if founts[at] is not fount:
            yield start, at
            start, fount = at, founts[at]
    yield start, line.end


def run_of(
    sorts: Sorts, line: Adjusted, places: list[Pt], stretch: tuple[int, int], corner: Point
) -> GlyphRun:
    """The characters of *stretch*, all in one fount, as one run; the line's left end on its baseline is at
    *corner*.
    """
    start, end = stretch
    fount = sorts.founts[start]
    glyphs = sorts.glyphs[start:end]
    texts = list(sorts.text[start:end])
    xs = [
        place + offset
        for place, offset in zip(
            places[start - line.start : end - line.start], sorts.offsets[start:end], strict=True
        )
    ]
    hyphen = sorts.hyphens.get(line.last) if end == line.end else None
    if hyphen and hyphen.typed:
        glyphs[line.last - start] = hyphen.glyph
    ys: tuple[Pt, ...] = ()
    if NO_GLYPH in glyphs or sorts.rises or sorts.extras:
        glyphs, texts, xs, ys = _with_clusters(sorts, start, glyphs, texts, xs)
    if hyphen and not hyphen.typed:  # no character of the text: nothing is copied for it
        glyphs, texts = [*glyphs, hyphen.glyph], [*texts, ""]
        xs, ys = [*xs, line.width - hyphen.width], (*ys, 0.0) if ys else ()
    first = xs[0]
    stop = places[end - line.start] if end < line.end else line.width
    return GlyphRun(
        at=Point(corner.x + first, corner.y - fount.rise),
        face=fount.name,
        size=fount.size,
        ink=fount.ink,
        glyphs=tuple(glyphs),
        xs=tuple([x - first for x in xs]),
        texts=tuple(texts),
        width=stop - first,
        ys=ys,
        overprint=fount.ink.black_only,
        links=linked(sorts, start, texts) if sorts.links else (),
    )


def linked(sorts: Sorts, start: int, texts: list[str]) -> tuple[Linked, ...]:
    """The glyphs of a run, whose *texts* begin at character *start*, that lead somewhere."""
    ends = list(accumulate(map(len, texts), initial=start))
    found = []
    for first, last, target in sorts.links:
        inside = [at for at, text in enumerate(texts) if text and first <= ends[at] < last]
        if inside:
            found.append(Linked(inside[0], inside[-1] + 1, target))
    return tuple(found)


def _with_clusters(
    sorts: Sorts, start: int, glyphs: list[int], texts: list[str], xs: list[Pt]
) -> tuple[list[int], list[str], list[Pt], tuple[Pt, ...]]:
    """The same with ligatures joined to one glyph of several characters, and further glyphs of a
    character put in.
    """
    rows = list[tuple[int, str, Pt, Pt]]()
    for at, (glyph, text, x) in enumerate(zip(glyphs, texts, xs, strict=True), start):
        if glyph == NO_GLYPH and rows:
            last = rows[-1]
            rows[-1] = (last[0], last[1] + text, last[2], last[3])
            continue
        rows.append((glyph, text, x, -sorts.rises.get(at, 0.0)))
        rows += [(more, "", x + right, -up) for more, right, up in sorts.extras.get(at, ())]
    ys = tuple([row[3] for row in rows])
    return [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows], ys if any(ys) else ()


def ink_span(sorts: Sorts, line: Adjusted) -> tuple[Pt, Pt]:
    """Where the ink of *line* begins and ends, from its left edge."""
    left = _ink(sorts, line, line.start)[0]
    right = _ink(sorts, line, line.last)[1]
    return left, max(left, right)


def _ink(sorts: Sorts, line: Adjusted, at: int) -> tuple[Pt, Pt]:
    """The ink of one character; of a space, its cell."""
    place = line.places[at - line.start]
    while sorts.glyphs[at] == NO_GLYPH and at > line.start:
        at -= 1
        place = line.places[at - line.start]
    fount = sorts.founts[at]
    left, low, right, high = fount.face.bounds(sorts.glyphs[at])
    if left == right or low == high:
        return place, place + sorts.bodies[at]
    scale = fount.size / fount.face.units_per_em
    origin = place + sorts.offsets[at]
    if at in sorts.across:  # upright in a vertical line: its ink from head to foot
        return origin - high * scale, origin - low * scale
    return origin + left * scale, origin + right * scale


def edge(sorts: Sorts, line: Adjusted, measure: Pt, align: Align) -> Pt:
    """How far *line* stands from the left end of its measure. Centred lines are centred on their ink
    (D6).
    """
    match align:
        case "center":
            left, right = ink_span(sorts, line)
            return (measure - left - right) / 2
        case "end":
            return measure - line.width
        case _:
            return 0.0
