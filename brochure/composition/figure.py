"""Captions: what stands under a picture, never claiming a photograph for an illustration (C1, C2)."""

from brochure.composition.galley import Galley
from brochure.composition.paragraph import compose_paragraph
from brochure.content.model import Inline, Photo, PhotoGroup, Text
from brochure.fonts import Faces
from brochure.geometry import Pt
from brochure.layout.styles import PictureStyle


def compose_caption(
    photo: Photo | PhotoGroup, style: PictureStyle, measure: Pt, faces: Faces, keep: tuple[str, ...] = ()
) -> Galley:
    """The caption of *photo* set to *measure*: its words, then what kind of picture it is, then its credit.

    A picture without a caption gets none, whatever its kind: the credits speak for it. A map's approval
    number stands beside it in any case (地图管理条例).
    """
    text = photo.caption if isinstance(photo, PhotoGroup) else _words(photo, style)
    if not text:
        return Galley(measure=measure, strips=())
    return compose_paragraph(text, style.caption, measure, faces, keep=keep)


def _words(photo: Photo, style: PictureStyle) -> Text:
    text = photo.caption
    if text and photo.kind == "illustration" and style.illustration:
        text += (Inline(text=style.illustration),)
    if text and photo.credit:
        text += (Inline(text=f"　{photo.credit}"),)
    if photo.kind == "map" and photo.approval:
        gap = "　" if text else ""
        text += (Inline(text=f"{gap}审图号：{photo.approval}", keep=True),)
    return text
