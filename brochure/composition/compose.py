"""One block to a galley: a match on the block."""

from typing import TYPE_CHECKING, TypeAlias

from brochure.composition.callout import compose_band
from brochure.composition.figure import compose_caption
from brochure.composition.galley import Galley
from brochure.composition.heading import compose_heading
from brochure.composition.linebreak import Measures
from brochure.composition.name_list import compose_names
from brochure.composition.paragraph import compose_paragraph
from brochure.content.model import (
    Block,
    BodyText,
    Heading,
    Lead,
    MetricBand,
    MetricCallout,
    NameList,
    Photo,
    PhotoGroup,
    QrCode,
    Title,
)
from brochure.fonts import Faces
from brochure.geometry import Pt
from brochure.layout.styles import MetricStyle, ParagraphStyle, PictureStyle

_Common: TypeAlias = ParagraphStyle | MetricStyle | PictureStyle
if TYPE_CHECKING:
    from brochure.layout.apart import ApartStyle
    from brochure.layout.drawn import CodeStyle

    Style: TypeAlias = _Common | CodeStyle | ApartStyle
else:
    Style = _Common  # the styles of codes and of what stands apart are loaded by a layout that has any


def compose_block(
    block: Block | Title,
    style: Style,
    measure: Pt | Measures,
    faces: Faces,
    keep: tuple[str, ...] = (),
    *,
    terms: tuple[str, ...] = (),
) -> Galley:
    """*block* set to *measure* in *style*; of a photo or a group of them, the caption.

    A paragraph may have a measure for each line, to stand beside something. *keep* are names that no line may
    break, *terms* words that no heading may. Raises TypeError when the style is not of the block's kind:
    layouts are checked before.
    """
    if isinstance(block, BodyText) and isinstance(style, ParagraphStyle):
        return compose_paragraph(block.text, style, measure, faces, lead=block.lead, keep=keep)
    if isinstance(measure, Measures):
        measure = measure.rest
    match block, style:
        case Title() | Heading(), ParagraphStyle():
            title = block.title if isinstance(block, Heading) else block
            return compose_heading(title, style, measure, faces, keep=(*keep, *terms))
        case Lead(), ParagraphStyle():
            return compose_paragraph(block.text, style, measure, faces, keep=keep)
        case MetricBand(), MetricStyle():
            return compose_band(block, style, measure, faces, keep)
        case MetricCallout(), MetricStyle():
            return compose_band(MetricBand(metrics=(block,)), style, measure, faces, keep)
        case NameList(), ParagraphStyle():
            return compose_names(block, style, measure, faces)
        case Photo() | PhotoGroup(), PictureStyle():
            return compose_caption(block, style, measure, faces, keep)
        case _:
            return _rare(block, style, measure, faces, keep)


def _rare(block: Block | Title, style: Style, measure: Pt, faces: Faces, keep: tuple[str, ...]) -> Galley:
    """What few brochures have: its modules are loaded by the first such block."""
    if isinstance(block, QrCode):
        from brochure.composition.code import compose_code
        from brochure.layout.drawn import CodeStyle

        if isinstance(style, CodeStyle):
            return compose_code(block, style, measure, faces, keep)
    from brochure.composition.apart import compose_apart

    return compose_apart(block, style, measure, faces, keep)
