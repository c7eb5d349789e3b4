"""Pictures that stand together in one frame: who stands in which row, and how large."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from typing import TYPE_CHECKING, TypeAlias

from brochure.composition import Galley
from brochure.content.model import Photo, PhotoGroup
from brochure.diagnostics import Diagnostic, Words, error
from brochure.geometry import Point, Pt, Rect
from brochure.layout.model import Frame, Grid, Theme
from brochure.pagination.draft import Draft
from brochure.pagination.pictures import (
    caption_column,
    caption_place,
    ink_height,
    on_the_page,
    picture_box,
    put_caption,
    shown,
    unsaid,
)
from brochure.pagination.setting import Setting, findings_of

if TYPE_CHECKING:
    from brochure.layout.drawn import GroupStyle

Row: TypeAlias = tuple[Photo, ...]
_NEAR = 0.01


def rows_of(group: PhotoGroup, style: GroupStyle) -> tuple[Row, ...]:
    """The pictures row by row."""
    count = len(group.photos)
    arrange = style.arrange
    if arrange == "auto":
        arrange = group.arrange or ("pair" if count == 2 else "strip" if count == 3 else "grid")
    if arrange == "grid":
        step = style.columns
    elif style.along == "y":
        step = 1
    else:
        step = count if arrange == "strip" else 2
    return tuple(group.photos[start : start + step] for start in range(0, count, step))


def widths(aspects: Sequence[float], width: Pt, style: GroupStyle) -> list[Pt]:
    """The widths of the pictures of a row, of these *aspects* (width by height)."""
    room = width - style.gap * (len(aspects) - 1)
    shares = aspects if style.split == "aspect" else [1.0] * len(aspects)
    return [room * share / sum(shares) for share in shares]


def heights(area: Rect, captions: Sequence[Pt], gap: Pt, grid: Grid) -> list[tuple[Pt, Pt]] | None:
    """Head and foot of each row of pictures in *area*, all as many lines of the grid high as can be; None
    where there is no room for them.

    Under each row the room for captions of that height, then at least *gap* to the next row. Inner edges are
    those of em boxes of the grid's lines; the area's own edges stay where they are.
    """
    first = ceil((area.y - grid.head) / grid.baseline - _NEAR)
    last = floor((area.bottom - grid.head - grid.size) / grid.baseline + _NEAR)
    white = 2 * grid.half_gap
    between = [ceil((caption + gap - white) / grid.baseline - _NEAR) for caption in captions]
    below = [max(0, lines) for lines in between[:-1]] + [ceil(captions[-1] / grid.baseline - _NEAR)]
    lines = last - first + 1 - sum(below)
    each, more = divmod(lines, len(captions))
    if each < 1:
        return None
    found: list[tuple[Pt, Pt]] = []
    line = first + 1
    for number, skipped in enumerate(below):
        tall = each + (number < more)
        found.append((grid.line_top(line), grid.line_foot(line + tall - 1)))
        line += tall + skipped
    found[0] = (area.y, found[0][1])
    if not below[-1]:
        found[-1] = (found[-1][0], area.bottom)
    return found


def place_group(
    group: PhotoGroup, frame: Frame, box: Rect, draft: Draft, theme: Theme, setting: Setting
) -> list[Diagnostic]:
    """*group* in *box*: the caption they share as the group style's picture style places it, their own below
    each.
    """
    style = theme.groups[frame.style]
    shared = setting.galley(
        group, style.picture, caption_column(box, style.picture, draft.side, setting).width
    )
    area = picture_box(box, shared, style.picture, draft.side, setting.layout.grid)
    draft.took(frame, box, group.span)
    rows = [_Row(row, area, style, draft, setting) for row in rows_of(group, style)]
    levels = heights(area, [row.caption for row in rows], style.gap, setting.layout.grid)
    if levels is None:
        return [_no_room(frame, draft, group)]
    findings = findings_of(shared.remarks, group.span)
    for row, (head, foot) in zip(rows, levels, strict=True):
        findings += row.place(head, foot)
    if style.picture.place == "none":
        told = group.caption or any(photo.caption for photo in group.photos)
        return [unsaid(group, frame)] if told else []
    column = caption_column(box, style.picture, draft.side, setting)
    beside = on_the_page(area, style.picture, setting.layout)
    put_caption(shared, caption_place(beside, column, shared, style.picture), draft, group.span)
    return findings


class _Row:
    """A row of pictures on its way to its place; *caption* is the height that their own captions need."""

    def __init__(self, photos: Row, area: Rect, style: GroupStyle, draft: Draft, setting: Setting) -> None:
        self.photos, self.style, self.draft, self.setting = photos, style.picture, draft, setting
        aspects = [_aspect(photo, setting) for photo in photos]
        self.boxes: list[Rect] = []
        x = area.x
        for width in widths(aspects, area.width, style):
            self.boxes.append(Rect(x, area.y, width, area.height))
            x += width + style.gap
        told = style.picture.place != "none"
        self.captions = [
            setting.galley(photo, style.picture, self._column(box).width)
            for photo, box in zip(photos if told else (), self.boxes, strict=False)
        ]
        tall = [self._tall(caption) for caption in self.captions]
        self.caption = max(tall, default=0.0)

    def place(self, head: Pt, foot: Pt) -> list[Diagnostic]:
        """The row between *head* and *foot*, captions below."""
        findings: list[Diagnostic] = []
        half_gap = (self.style.caption.leading - self.style.caption.text.size) / 2
        boxes = [Rect(column.x, head, column.width, foot - head) for column in self.boxes]
        self.draft.pictures += [
            shown(photo, box, self.setting) for photo, box in zip(self.photos, boxes, strict=True)
        ]
        for photo, box, caption in zip(self.photos, boxes, self.captions, strict=False):
            at = Point(self._column(box).x, foot + self.style.gap - half_gap)
            put_caption(caption, at, self.draft, photo.span)
            findings += findings_of(caption.remarks, photo.span)
        return findings

    def _column(self, box: Rect) -> Rect:
        return caption_column(box, self.style, self.draft.side, self.setting, below=True)

    def _tall(self, caption: Galley) -> Pt:
        return ink_height(caption, self.style) + self.style.gap if caption.strips else 0.0


def _aspect(photo: Photo, setting: Setting) -> float:
    """Width by height of a picture, within reason: no picture of a row is more than thrice another."""
    width, height = setting.images[photo.file].pixels
    return min(max(width / height, 0.6), 1.8)


def _no_room(frame: Frame, draft: Draft, group: PhotoGroup) -> Diagnostic:
    where = f"{draft.master.name}/{frame.name}"
    message = Words(
        f"frame `{where}` is too low for {len(group.photos)} pictures with their captions",
        f"图文框“{where}”太矮，放不下这 {len(group.photos)} 幅图及其图注",
    )
    hint = Words(
        "take out pictures, share one caption, or enlarge the frame in the layout",
        "减少图片，合写图注，或在版式里加高该框",
    )
    return error("pagination/no-room-for-group", message, group.span, hint)
