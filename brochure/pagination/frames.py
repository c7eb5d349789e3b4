"""One frame of a page and what fills it."""

from __future__ import annotations

from typing import assert_never

from brochure.composition import Galley
from brochure.content.model import Lead, MetricBand, Photo, Title
from brochure.diagnostics import Span
from brochure.display import Outline
from brochure.geometry import Point, Pt, Rect
from brochure.layout.model import Frame
from brochure.layout.styles import ParagraphStyle
from brochure.pagination.draft import Draft
from brochure.pagination.flow import balanced_columns, column_height, fill_columns
from brochure.pagination.furniture import words_title
from brochure.pagination.objective import Cost, price
from brochure.pagination.overset import block_over
from brochure.pagination.pictures import place_across, place_photo
from brochure.pagination.progress import Progress
from brochure.pagination.setting import Setting, findings_of
from brochure.pagination.story import story_lines


def box_of(frame: Frame, draft: Draft, setting: Setting) -> Rect:
    """The frame's box on this page; below (or above) the frame it follows, on the baseline grid."""
    layout = setting.layout
    grid = layout.grid
    box = frame.box.on(layout.trim, draft.side, grid.head)
    if frame.after and frame.after in draft.used:
        below = draft.used[frame.after].bottom
        lines = -(-(below - grid.head - grid.half_gap) // grid.baseline) + frame.gap
        top = grid.head + lines * grid.baseline
        box = Rect(box.x, top, box.width, box.bottom - top)
    if frame.level and frame.level in draft.used:
        # the box keeps its height and moves up or down with the frame it stands beside
        box = Rect(box.x, draft.used[frame.level].y, box.width, box.height)
    if frame.before and frame.before in draft.used:
        above = draft.used[frame.before].y
        lines = (above - grid.head + grid.half_gap) // grid.baseline - frame.gap
        foot = grid.head + (lines - 1) * grid.baseline + grid.size
        box = Rect(box.x, box.y, box.width, foot - box.y)
    return box


def fill(frame: Frame, box: Rect, draft: Draft, left: Progress) -> bool:
    """Fill *frame* with the next of what it holds; False when there was nothing for it."""
    brochure = left.setting.brochure
    match frame.holds:
        case "photo":
            filled = _photo(frame, box, draft, left)
        case "title":
            filled = _title(left.part.title, frame, box, draft, left)
        case "brochure-title":
            filled = _title(brochure.title, frame, box, draft, left)
        case "brochure-subtitle":
            filled = _title(brochure.subtitle, frame, box, draft, left)
        case "words":
            filled = _words(frame, box, draft, left)
        case "lead":
            filled = bool(left.leads) and _lead(left.leads.pop(0), frame, box, draft, left)
        case "metrics":
            filled = bool(left.bands) and _metrics(left.bands.pop(0), frame, box, draft, left)
        case "contents":
            draft.later.append((frame, box))
            draft.took(frame, box, None)
            filled = True
        case "text":
            filled = _text(frame, box, draft, left)
        case _:
            assert_never(frame.holds)
    return filled


def _photo(frame: Frame, box: Rect, draft: Draft, left: Progress) -> bool:
    if frame.across:
        photo = left.across or _next_photo(left)
        if photo is None:
            return False
        left.across = None if left.across else photo
        place_across(photo, frame, box, draft, left.setting)
        return True
    if box.height < left.setting.layout.grid.baseline:
        return False
    photo = _next_photo(left)
    if photo is None:
        return False
    left.findings += place_photo(photo, frame, box, draft, left.theme, left.setting)
    return True


def _next_photo(left: Progress) -> Photo | None:
    if not left.photos:
        return None
    left.shown.append(left.pages)
    return left.photos.pop(0)


def _title(title: Title | None, frame: Frame, box: Rect, draft: Draft, left: Progress) -> bool:
    """A title; a part's own, and the brochure's on its cover, go into the outline."""
    if title is None:
        return False
    style = left.theme.paragraphs[frame.style]
    galley = left.setting.galley(title, style, box.width)
    at = _place(galley, style, frame, box, draft, left, title.span or left.part.span)
    if frame.holds == "title" or (frame.holds == "brochure-title" and left.part.kind == "cover"):
        draft.outlines.append(Outline(title=title.text, level=1, page=0, at=at))
    return True


def _words(frame: Frame, box: Rect, draft: Draft, left: Progress) -> bool:
    words = words_title(frame.words, left.part, left.setting)
    if not words.text:
        return False
    style = left.theme.paragraphs[frame.style]
    block = left.setting.words(words)
    _place(left.setting.galley(block, style, box.width), style, frame, box, draft, left, left.part.span)
    return True


def _lead(lead: Lead, frame: Frame, box: Rect, draft: Draft, left: Progress) -> bool:
    style = left.theme.paragraphs[frame.style]
    _place(left.setting.galley(lead, style, box.width), style, frame, box, draft, left, lead.span)
    return True


def _metrics(band: MetricBand, frame: Frame, box: Rect, draft: Draft, left: Progress) -> bool:
    galley = left.setting.galley(band, left.theme.metrics[frame.style], box.width)
    _place(galley, None, frame, box, draft, left, band.span)
    return True


def _place(  # noqa: PLR0917  # what, how, where, on what, for whom
    galley: Galley,
    style: ParagraphStyle | None,
    frame: Frame,
    box: Rect,
    draft: Draft,
    left: Progress,
    span: Span | None,
) -> Point:
    """A galley into a frame of its own, its first em box at the frame's head.

    Too tall a galley is a fault (overset).
    """
    half_gap = (style.leading - style.text.size) / 2 if style else 0.0
    height = max(0.0, galley.height - 2 * half_gap)
    spare = box.height - height
    top = box.y + {"top": 0.0, "middle": spare / 2, "bottom": spare}[frame.align]
    taken = Rect(box.x, top, box.width, height)
    y = top - half_gap
    for strip in galley.strips:
        draft.put(strip.marks, Point(box.x, y), span)
        y += strip.height
    draft.took(frame, taken, span)
    left.findings += findings_of(galley.remarks, span)
    if spare < -0.5:
        left.findings.append(block_over(galley, frame, draft.master.name, -spare, span))
    return taken.origin


def _text(frame: Frame, box: Rect, draft: Draft, left: Progress) -> bool:
    """As much of the story as the frame's columns take; columns that end the story end together."""
    if not left.text_left:
        return False
    style = left.theme.paragraphs[frame.style]
    measure = (box.width - (frame.columns - 1) * frame.gutter) / frame.columns
    if not left.measured:
        part, theme, setting = left.part, left.theme, left.setting
        key = ("story", id(part), id(theme), frame.style, measure)
        left.lines, findings = setting.once(key, lambda: story_lines(part, frame, measure, theme, setting))
        left.findings += findings
        left.measured = True
    white = style.leading - style.text.size
    room = box.height + white
    drops = _drops(frame, style)
    balanced = (
        balanced_columns(left.lines, left.placed, room, drops, style.leading) if frame.balance else None
    )
    height, ends = balanced or (room, fill_columns(left.lines, left.placed, [room - drop for drop in drops]))
    if ends[-1] == left.placed:
        return False
    columns = tuple(zip((left.placed, *ends[:-1]), ends, drops, strict=True))
    tallest = max(drop + column_height(left.lines, start, end) for start, end, drop in columns)
    top = box.y
    if frame.align == "bottom":
        taken = max(tallest, height) if balanced else tallest
        top += (int((room + 0.01) // style.leading) - round(taken / style.leading)) * style.leading
    for number, (start, end, drop) in enumerate(columns):
        at = Point(box.x + number * (measure + frame.gutter), top + drop - white / 2)
        _column(start, end, at, measure, draft, frame, left)
    draft.used[frame.name] = Rect(box.x, top, box.width, tallest - white)
    left.placed = ends[-1]
    _pay_for_columns(columns, height, style, draft, left)
    return True


def _pay_for_columns(
    columns: tuple[tuple[int, int, Pt], ...], height: Pt, style: ParagraphStyle, draft: Draft, left: Progress
) -> None:
    """White at the foot of full columns, and columns that do not end together where the story ends."""
    weights = left.setting.layout.weights
    heights = [drop + column_height(left.lines, start, end) for start, end, drop in columns]
    draft.text_room += height * len(columns)
    draft.text_taken += sum(heights)
    name = "white-foot" if left.text_left else "uneven-columns"
    judged = heights if left.text_left else heights[:-1]
    lines = sum(round((height - taken) / style.leading) for taken in judged)
    if lines:
        draft.costs.append(Cost(name, lines, price(name, weights)))


def _drops(frame: Frame, style: ParagraphStyle) -> tuple[Pt, ...]:
    """How far each column of *frame* begins below its head."""
    given = tuple(lines * style.leading for lines in frame.drops[: frame.columns])
    return given + (0.0,) * (frame.columns - len(given))


def _column(  # noqa: PLR0917  # from line to line, where, on what
    start: int, end: int, at: Point, measure: Pt, draft: Draft, frame: Frame, left: Progress
) -> None:
    """Lines *start* to *end* of the story in one column, a placement for each block in it."""
    y: Pt = at.y
    for index in range(start, end):
        line = left.lines[index]
        y += line.lift if index > start else 0.0
        draft.put(line.marks, Point(at.x, y), line.span)
        left.seen.setdefault(line.block, left.pages)
        draft.took(frame, Rect(at.x, y, measure, line.height), line.span)
        y += line.height
