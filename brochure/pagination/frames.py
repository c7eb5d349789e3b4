"""One frame of a page and what fills it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal, assert_never

from brochure.composition import Galley
from brochure.content.model import Heading, Lead, MetricBand, Photo, PhotoGroup, QrCode, Title
from brochure.diagnostics import Span
from brochure.display import Outline
from brochure.geometry import Point, Pt, Rect
from brochure.layout.model import Frame, Layout
from brochure.layout.styles import ParagraphStyle
from brochure.pagination.blocks import fill_block
from brochure.pagination.columns import fill_text
from brochure.pagination.draft import Draft
from brochure.pagination.furniture import words_title
from brochure.pagination.overset import block_over
from brochure.pagination.pictures import place_across, place_photo
from brochure.pagination.progress import Progress
from brochure.pagination.room import Room
from brochure.pagination.setting import Setting, findings_of

FEWEST_LISTED: Final = 3  # headings that make a list of contents worth reading
LARGE: Final = 0.45  # of the page
SMALL: Final = 0.2


def box_of(frame: Frame, draft: Draft, setting: Setting) -> Rect:
    """The frame's box on this page; below (or above) the frame it follows, on the baseline grid."""
    layout = setting.layout
    grid = layout.grid
    box = frame.box.on(layout.trim, draft.side, grid.head)
    if frame.vertical:
        return _beside(frame, box, draft, grid.baseline)
    if followed := _filled(frame, "after", draft):
        below = draft.used[followed].bottom
        lines = -(-(below - grid.head - grid.half_gap) // grid.baseline) + frame.gap
        top = grid.head + lines * grid.baseline
        box = Rect(box.x, top, box.width, box.bottom - top)
    if frame.level and frame.level in draft.used:
        # the box keeps its height and moves up or down with the frame it stands beside
        box = Rect(box.x, draft.used[frame.level].y, box.width, box.height)
    if preceded := _filled(frame, "before", draft):
        above = draft.used[preceded].y
        lines = (above - grid.head + grid.half_gap) // grid.baseline - frame.gap
        foot = grid.head + (lines - 1) * grid.baseline + grid.size
        box = Rect(box.x, box.y, box.width, foot - box.y)
    return box


def _filled(frame: Frame, side: Literal["after", "before"], draft: Draft) -> str:
    """The frame that *frame* really stands next to: the one it names or, where that stayed empty, the one
    which that one names in turn; nothing when none of them was filled.
    """
    name: str = getattr(frame, side)
    if not name or name in draft.used:
        return name
    named = {other.name: getattr(other, side) for other in draft.master.frames}
    while name and name not in draft.used:
        name = named.pop(name, "")
    return name


def _beside(frame: Frame, box: Rect, draft: Draft, baseline: Pt) -> Rect:
    """The box of a vertical frame, to the left (or right) of the vertical frame it follows."""
    left, right = box.x, box.right
    if frame.after and frame.after in draft.used:
        right = draft.used[frame.after].x - frame.gap * baseline
    if frame.before and frame.before in draft.used:
        left = draft.used[frame.before].right + frame.gap * baseline
    return Rect(left, box.y, right - left, box.height)


def fill(frame: Frame, box: Rect, draft: Draft, left: Progress) -> bool:
    """Fill *frame* with the next of what it holds; False when there was nothing for it."""
    brochure = left.setting.brochure
    match frame.holds:
        case "photo":
            filled = _photo(frame, box, draft, left)
        case "cover-photo":
            filled = _cover_photo(frame, box, draft, left)
        case "title" | "brochure-title" | "brochure-subtitle":
            titles = {"title": left.part.title, "brochure-title": brochure.title}
            filled = _title(titles.get(frame.holds, brochure.subtitle), frame, box, draft, left)
        case "words":
            filled = _words(frame, box, draft, left)
        case "lead":
            filled = bool(left.leads) and _lead(left.leads.pop(0), frame, box, draft, left)
        case "metrics":
            filled = bool(left.bands) and _metrics(left.bands.pop(0), frame, box, draft, left)
        case "photos":
            filled = bool(left.groups) and _group(left.groups.pop(0), frame, box, draft, left)
        case "qr":
            filled = bool(left.codes) and _code(left.codes.pop(0), frame, box, draft, left)
        case "contents":
            filled = _contents(frame, box, draft, left)
        case "text":
            filled = fill_text(frame, box, draft, left)
        case "block":
            filled = fill_block(frame, box, draft, left)
        case _:
            assert_never(frame.holds)
    return filled


def _contents(frame: Frame, box: Rect, draft: Draft, left: Progress) -> bool:
    """A list whose page numbers come later. On a section's pages it lists the headings of that section, and
    is left out where there are not enough of them to choose from.
    """
    if left.part.number:
        count = sum(isinstance(block, Heading) and block.level == 1 for block in left.part.text)
        if count < FEWEST_LISTED:
            return False
        box = Rect(box.x, box.y, box.width, min(box.height, count * left.theme.contents[frame.style].row))
    draft.later.append((frame, box))
    draft.took(frame, box, None)
    return True


def _photo(frame: Frame, box: Rect, draft: Draft, left: Progress) -> bool:
    if frame.across:
        photo = left.across or _next_photo(left)
        if photo is None:
            return False
        if not left.across:
            missed = 0.0 if photo.size != "small" else 1.0
            draft.pay("picture-size", missed, left.setting.layout.weights)
        left.across = None if left.across else photo
        place_across(photo, frame, box, draft, left.setting)
        return True
    if box.height < left.setting.layout.grid.baseline:
        return False
    photo = _next_photo(left)
    if photo is None:
        return False
    left.findings += place_photo(photo, frame, box, draft, left.theme, left.setting)
    layout = left.setting.layout
    draft.pay("picture-size", _missed_size(photo, frame, box, layout), layout.weights)
    return True


def _missed_size(photo: Photo, frame: Frame, box: Rect, layout: Layout) -> float:
    """By how much of a page *photo* misses what is wanted of it: what its frame lent to the text, what a
    large picture has less than `LARGE`, a small one more than `SMALL`.
    """
    page = layout.trim.width * layout.trim.height
    width = min(box.right, layout.trim.width) - max(box.x, 0.0)
    height = min(box.bottom, layout.trim.height) - max(box.y, 0.0)
    share = width * height / page
    missed = {"large": LARGE - share, "small": share - SMALL}.get(photo.size, 0.0)
    return round(max(0.0, missed) + frame.lent * width / page, 3)


def _cover_photo(frame: Frame, box: Rect, draft: Draft, left: Progress) -> bool:
    """The picture of the cover once more, without its caption: that stands with the first."""
    cover = left.setting.brochure.cover
    if cover is None or cover.photo is None:
        return False
    bare = replace(cover.photo, caption=(), credit="")
    left.findings += place_photo(bare, frame, box, draft, left.theme, left.setting)
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
    style = left.setting.style(left.theme, frame.style, frame)
    galley = left.setting.galley(title, style, Room(box, frame.vertical).length)
    at = _place(galley, style, frame, box, draft, left, title.span or left.part.span)
    if frame.holds == "title" or (frame.holds == "brochure-title" and left.part.kind == "cover"):
        draft.outlines.append(Outline(title=title.text, level=1, page=0, at=at))
    return True


def _words(frame: Frame, box: Rect, draft: Draft, left: Progress) -> bool:
    words = words_title(frame.words, left.part, left.setting)
    if not words.text:
        return False
    style = left.setting.style(left.theme, frame.style, frame)
    block = left.setting.words(words)
    galley = left.setting.galley(block, style, Room(box, frame.vertical).length)
    _place(galley, style, frame, box, draft, left, left.part.span)
    return True


def _lead(lead: Lead, frame: Frame, box: Rect, draft: Draft, left: Progress) -> bool:
    style = left.setting.style(left.theme, frame.style, frame)
    galley = left.setting.galley(lead, style, Room(box, frame.vertical).length)
    _place(galley, style, frame, box, draft, left, lead.span)
    return True


def _metrics(band: MetricBand, frame: Frame, box: Rect, draft: Draft, left: Progress) -> bool:
    style = left.theme.metrics[frame.style]
    if frame.others and style.display == "grid":
        draft.pay("empty-cell", -len(band.metrics) % style.columns, left.setting.layout.weights)
    galley = left.setting.galley(band, style, box.width)
    _place(galley, None, frame, box, draft, left, band.span)
    return True


def _group(group: PhotoGroup, frame: Frame, box: Rect, draft: Draft, left: Progress) -> bool:
    from brochure.pagination.groups import place_group  # few layouts have frames for groups

    left.shown_groups.append(left.pages)
    left.findings += place_group(group, frame, box, draft, left.theme, left.setting)
    return True


def _code(code: QrCode, frame: Frame, box: Rect, draft: Draft, left: Progress) -> bool:
    galley = left.setting.galley(code, left.theme.codes[frame.style], box.width)
    _place(galley, None, frame, box, draft, left, code.span)
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
    """A galley into a frame of its own, its first em box at the frame's head, a vertical one at its right.

    Too tall a galley is a fault (overset).
    """
    room = Room(box, frame.vertical)
    half_gap = (style.leading - style.text.size) / 2 if style else 0.0
    height = max(0.0, galley.height - 2 * half_gap)
    spare = room.depth - height
    top = {"top": 0.0, "middle": spare / 2, "bottom": spare}[frame.align]
    taken = room.part(0.0, top, room.length, height)
    y = top - half_gap
    for strip in galley.strips:
        draft.put(strip.marks, room.corner(0.0, y), span)
        y += strip.height
    draft.took(frame, taken, span)
    left.findings += findings_of(galley.remarks, span)
    if spare < -0.5:
        left.findings.append(block_over(galley, frame, draft.master.name, -spare, span))
    return taken.origin
