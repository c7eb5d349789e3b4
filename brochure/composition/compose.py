"""One block to a galley: a match on the block."""

from typing import TypeAlias

from brochure.composition.callout import compose_band
from brochure.composition.figure import compose_caption
from brochure.composition.galley import Galley
from brochure.composition.heading import compose_heading
from brochure.composition.paragraph import compose_paragraph
from brochure.content.model import Block, BodyText, Heading, Lead, MetricBand, MetricCallout, Photo, Title
from brochure.fonts import Faces
from brochure.geometry import Pt
from brochure.layout.styles import MetricStyle, ParagraphStyle, PictureStyle

Style: TypeAlias = ParagraphStyle | MetricStyle | PictureStyle


def compose_block(
    block: Block | Title, style: Style, measure: Pt, faces: Faces, keep: tuple[str, ...] = ()
) -> Galley:
    """*block* set to *measure* in *style*; of a photo, its caption.

    *keep* are names that no line may break. Raises TypeError when the style is not of the block's kind:
    layouts are checked before.
    """
    match block, style:
        case Title(), ParagraphStyle():
            return compose_heading(block, style, measure, faces, keep=keep)
        case Heading(), ParagraphStyle():
            return compose_heading(block.title, style, measure, faces, keep=keep)
        case BodyText(), ParagraphStyle():
            return compose_paragraph(block.text, style, measure, faces, lead=block.lead, keep=keep)
        case Lead(), ParagraphStyle():
            return compose_paragraph(block.text, style, measure, faces, keep=keep)
        case MetricBand(), MetricStyle():
            return compose_band(block, style, measure, faces, keep)
        case MetricCallout(), MetricStyle():
            return compose_band(MetricBand(metrics=(block,)), style, measure, faces, keep)
        case Photo(), PictureStyle():
            return compose_caption(block, style, measure, faces, keep)
        case _:
            raise TypeError(f"a {type(block).__name__} is not set in a {type(style).__name__}")
