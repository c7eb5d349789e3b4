"""Captions: what stands under a picture, never claiming a photograph for an illustration (C1, C2)."""

from brochure.composition.galley import Galley
from brochure.composition.paragraph import compose_paragraph
from brochure.content.model import Inline, Photo
from brochure.fonts import Faces
from brochure.geometry import Pt
from brochure.layout.styles import PictureStyle


def compose_caption(
    photo: Photo, style: PictureStyle, measure: Pt, faces: Faces, keep: tuple[str, ...] = ()
) -> Galley:
    """The caption of *photo* set to *measure*: its words, then what kind of picture it is, then its credit.

    A picture without a caption gets none, whatever its kind: the credits speak for it.
    """
    if not photo.caption:
        return Galley(measure=measure, strips=())
    text = photo.caption
    if photo.kind == "illustration" and style.illustration:
        text += (Inline(text=style.illustration),)
    if photo.credit:
        text += (Inline(text=f"　{photo.credit}"),)
    return compose_paragraph(text, style.caption, measure, faces, keep=keep)
