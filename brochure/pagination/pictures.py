"""Pictures in their frames: the part that shows, and the caption that belongs to it."""

from __future__ import annotations

from typing import Final

from brochure.composition import Galley
from brochure.content.model import Photo, PhotoGroup
from brochure.diagnostics import Diagnostic, Span, Words, warning
from brochure.display import Picture
from brochure.geometry import Point, Pt, Rect
from brochure.layout.model import Frame, Grid, Layout, Side, Theme, VerticalAlign
from brochure.layout.styles import PictureStyle
from brochure.pagination.draft import Draft
from brochure.pagination.overset import block_over
from brochure.pagination.setting import Setting, findings_of


def crop_to(pixels: tuple[int, int], box: Rect, focus: tuple[float, float]) -> Rect:
    """The largest part of a picture of *pixels* with the aspect of *box*, as near to *focus* as its edges
    allow; in shares.
    """
    aspect = (box.width * pixels[1]) / (box.height * pixels[0])
    width, height = (1.0, 1.0 / aspect) if aspect > 1 else (aspect, 1.0)
    x = min(max(focus[0] - width / 2, 0.0), 1.0 - width)
    y = min(max(focus[1] - height / 2, 0.0), 1.0 - height)
    return Rect(x, y, width, height)


_WHOLE: Final = Rect(0, 0, 1, 1)


def shown(photo: Photo, box: Rect, setting: Setting, align: VerticalAlign = "bottom") -> Picture:
    """*photo* in *box*: filling it, cropped about its focus; a cut-out whole, in the middle of the box and on
    its foot, or as *align* has it.
    """
    facts = setting.images[photo.file]
    if photo.cutout:
        crop = facts.opaque or _WHOLE
        box = _fitted(facts.pixels, crop, box, align)
    else:
        crop = crop_to(facts.pixels, box, photo.focus)
    approval = photo.approval if photo.kind == "map" else None
    return Picture(
        box=box, file=photo.file, crop=crop, cutout=photo.cutout, approval=approval, span=photo.span
    )


def _fitted(pixels: tuple[int, int], part: Rect, box: Rect, align: VerticalAlign) -> Rect:
    """The largest box of the aspect of that *part* of a picture inside *box*."""
    aspect = pixels[0] * part.width / (pixels[1] * part.height)
    width = min(box.width, box.height * aspect)
    height = width / aspect
    spare = box.height - height
    y = box.y + {"top": 0.0, "middle": spare / 2, "bottom": spare}[align]
    return Rect(box.x + (box.width - width) / 2, y, width, height)


def place_photo(
    photo: Photo, frame: Frame, box: Rect, draft: Draft, theme: Theme, setting: Setting
) -> list[Diagnostic]:
    """*photo* and its caption in *box*.

    The picture's own edges keep to the baseline grid when a caption stands below.
    """
    style = theme.pictures[frame.style]
    grid = setting.layout.grid
    column = caption_column(box, style, draft.side, setting)
    caption = setting.galley(photo, style, column.width)
    picture = picture_box(box, caption, style, draft.side, grid)
    draft.pictures.append(shown(photo, picture, setting, frame.align))
    draft.took(frame, box, photo.span)
    if style.place == "none":
        told = (photo.caption or photo.credit) and not setting.layout.cards  # cards show, the brochure tells
        return [unsaid(photo, frame)] if told else []
    room = picture.height if style.place in ("side", "inside") else box.height - grid.baseline
    if ink_height(caption, style) + style.gap > room:
        over = ink_height(caption, style) + style.gap - room
        return [block_over(caption, frame, draft.master.name, over, photo.span)]
    beside = on_the_page(picture, style, setting.layout)
    put_caption(caption, caption_place(beside, column, caption, style), draft, photo.span)
    return findings_of(caption.remarks, photo.span)


def unsaid(photo: Photo | PhotoGroup, frame: Frame) -> Diagnostic:
    """A caption or credit that the layout does not print."""
    message = Words(
        f"the layout prints no caption in frame `{frame.name}`; this one is left out",
        f"版式在图文框“{frame.name}”处不排图注，这条图注不会印出",
    )
    hint = Words("take it out, or choose another layout", "删去图注，或换一个版式")
    return warning("pagination/caption-left-out", message, photo.span, hint)


def on_the_page(picture: Rect, style: PictureStyle, layout: Layout) -> Rect:
    """What the caption stands beside or inside: *picture*, down to the last line of the grid if it bleeds
    there.
    """
    if style.place not in ("side", "inside") or picture.bottom <= layout.trim.height - layout.safety:
        return picture
    foot = layout.grid.line_foot(layout.grid.lines)
    return Rect(picture.x, picture.y, picture.width, foot - picture.y)


def put_caption(caption: Galley, at: Point, draft: Draft, span: Span | None) -> None:
    """The lines of *caption*, the first at *at*."""
    y = at.y
    for strip in caption.strips:
        draft.put(strip.marks, Point(at.x, y), span)
        y += strip.height


def place_across(photo: Photo, frame: Frame, box: Rect, draft: Draft, setting: Setting) -> None:
    """This page's half of a picture that crosses the gutter.

    Each half reaches into the other's page by the bleed.
    """
    trim, bleed = setting.layout.trim, setting.layout.bleed
    reach = trim.width - box.x if draft.side == "left" else box.right
    spread = Rect(-reach, box.y, 2 * reach, box.height)  # origin at the spine
    whole = crop_to(setting.images[photo.file].pixels, spread, photo.focus)
    start, end = (-reach, bleed) if draft.side == "left" else (-bleed, reach)
    share = whole.width / spread.width
    crop = Rect(whole.x + (start + reach) * share, whole.y, (end - start) * share, whole.height)
    spine = trim.width if draft.side == "left" else 0.0
    half = Rect(spine + start, box.y, end - start, box.height)
    approval = photo.approval if photo.kind == "map" else None
    draft.pictures.append(
        Picture(box=half, file=photo.file, crop=crop, cutout=photo.cutout, approval=approval, span=photo.span)
    )
    draft.took(frame, box, photo.span)


def _text_edges(box: Rect, side: Side, layout: Layout) -> tuple[Pt, Pt]:
    """Where words may begin and end below a picture in *box*: its edges, or those of the columns inside it on
    a side where it reaches the trim's safety or a fold.
    """
    grid = layout.grid
    area = grid.inner if side == "right" else layout.trim.width - grid.inner - grid.width
    starts = [area + number * (grid.column + grid.gutter) for number in range(grid.columns)]
    folds = layout.fold.lines(side) if layout.fold else ()
    near = layout.fold.safety if layout.fold else 0.0
    left, right = box.x, box.right
    if left < layout.safety or any(abs(left - fold) < near for fold in folds):
        left = min((start for start in starts if left <= start < right), default=area)
    if right > layout.trim.width - layout.safety or any(abs(right - fold) < near for fold in folds):
        ends = [start + grid.column for start in starts]
        right = max((end for end in ends if left < end <= right), default=area + grid.width)
    return left, right


def caption_column(
    box: Rect, style: PictureStyle, side: Side, setting: Setting, *, below: bool = False
) -> Rect:
    """The horizontal room of the caption, *below* the picture or in its style's place.

    The picture's, kept to the columns of the type area where the picture bleeds or ends on a fold.
    """
    layout = setting.layout
    if style.place == "side" and not below:
        x = box.right - style.side if side == "right" else box.x
        return Rect(x, box.y, style.side, box.height)
    left, right = _text_edges(box, side, layout)
    if style.place == "inside" and not below:
        left, right = (
            left + style.inset * (box.x >= layout.safety),
            right - style.inset * (box.x >= layout.safety),
        )
    return Rect(left, box.y, right - left, box.height)


def picture_box(box: Rect, caption: Galley, style: PictureStyle, side: Side, grid: Grid) -> Rect:
    """What *box* leaves to the picture itself."""
    if style.place == "side":
        width = box.width - style.side - style.gap
        return Rect(box.x if side == "right" else box.right - width, box.y, width, box.height)
    if not caption.strips or style.place not in ("below", "above"):
        return box
    room = ink_height(caption, style) + style.gap
    if style.place == "above":
        lines = -(-(box.y + room - grid.head - 0.01) // grid.baseline)
        top = grid.head + lines * grid.baseline
        return Rect(box.x, top, box.width, box.bottom - top)
    lines = int((box.bottom - room - grid.head - grid.size + 0.01) // grid.baseline) + 1
    foot = grid.line_foot(lines)
    return Rect(box.x, box.y, box.width, max(foot, box.y + grid.size) - box.y)


def ink_height(caption: Galley, style: PictureStyle) -> Pt:
    """From the first em box's head to the last one's foot."""
    return caption.height - (style.caption.leading - style.caption.text.size)


def caption_place(picture: Rect, column: Rect, caption: Galley, style: PictureStyle) -> Point:
    """Where the first line of the caption goes, by its upper left corner."""
    half_gap = (style.caption.leading - style.caption.text.size) / 2
    match style.place:
        case "above":
            return Point(column.x, picture.y - style.gap - caption.height + half_gap)
        case "side":
            return Point(column.x, picture.bottom - caption.height + half_gap)
        case "inside":
            return Point(column.x, picture.bottom - style.inset - caption.height + half_gap)
        case _:
            return Point(column.x, picture.bottom + style.gap - half_gap)
