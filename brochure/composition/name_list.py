"""Lists of names (名单): columns of names, each spread to one width (均排, J10)."""

from typing import Final, NamedTuple

from brochure.composition.adjustment import Adjusted, set_natural, spread
from brochure.composition.characters import resolve_kinds
from brochure.composition.downwards import falling_runs
from brochure.composition.galley import Galley, Line, Remark, Strip
from brochure.composition.places import visible_end
from brochure.composition.runs import runs
from brochure.composition.shaping import shape_text
from brochure.composition.sorts import Sorts, Stretch
from brochure.composition.stick import set_solid
from brochure.composition.strips import EM_BOX_ASCENT
from brochure.composition.vertical import stand_up
from brochure.content.model import NameList
from brochure.display import Mark, Piece, pieced
from brochure.fonts import Faces
from brochure.geometry import Pt
from brochure.layout.styles import ParagraphStyle

_FIT: Final = 0.01  # points


class _SetName(NamedTuple):
    """A name set, how many columns it takes, and which of all it is."""

    sorts: Sorts
    line: Adjusted
    cells: int
    part: int


def compose_names(names: NameList, style: ParagraphStyle, measure: Pt, faces: Faces) -> Galley:
    """*names* set to *measure* in rows, a strip for each.

    First and last character of a name stand on the edges of its width, with equal gaps between; a name
    longer than that keeps its own width, and takes two columns or more where it does not fit one.
    """
    em = style.text.size
    columns = column_count(style, measure)
    gap = style.names.gap * em
    step = (measure + gap) / columns
    rows: list[list[tuple[int, _SetName]]] = []
    at, remarks = columns, list[Remark]()
    for part, name in enumerate(names.names):
        found = _set_name(name, part, style, step, gap, faces)
        cells = min(found.cells, columns)
        if at + cells > columns:
            rows.append([])
            at = 0
        rows[-1].append((at, found))
        at += cells
        remarks += found.sorts.remarks
    strips = tuple(_strip(row, step, style) for row in rows)
    return Galley(measure=measure, strips=strips, remarks=tuple(remarks))


def column_count(style: ParagraphStyle, measure: Pt) -> int:
    """The columns that the style asks for, or as many as *measure* takes."""
    if style.names.columns:
        return style.names.columns
    em, names = style.text.size, style.names
    return max(1, int((measure + names.gap * em + _FIT) / ((names.width + names.gap) * em)))


def _set_name(  # a name, which, and what setting it asks for
    name: str, part: int, style: ParagraphStyle, step: Pt, gap: Pt, faces: Faces
) -> _SetName:
    sorts = shape_text(name, resolve_kinds(name), [Stretch(0, len(name), style.text)], faces)
    if style.direction == "vertical":
        stand_up(sorts, style.profile)
    stick = set_solid(sorts, style.profile)
    line = set_natural(stick, 0, len(name), visible_end(stick, 0, len(name) - 1))
    wide = min(style.names.width * style.text.size, step - gap)
    line = spread(stick, line, wide)
    return _SetName(sorts, line, max(1, -int(-(line.width + gap - _FIT) // step)), part)


def _strip(row: list[tuple[int, _SetName]], step: Pt, style: ParagraphStyle) -> Strip:
    size = style.text.size
    baseline = (style.leading - size) / 2 + EM_BOX_ASCENT * size
    marks = list[Mark]()
    for column, (sorts, line, _, part) in row:
        maker = falling_runs if sorts.vertical else runs
        marks += pieced(maker(sorts, line, column * step, baseline), Piece("body", part))
    end = row[-1][0] * step + row[-1][1].line.width
    natural = row[-1][0] * step + row[-1][1].line.natural
    text = "".join(found.sorts.text for _, found in row)
    record = Line(text=text, natural=natural, width=end)
    return Strip(height=style.leading, baseline=baseline, marks=tuple(marks), line=record)
