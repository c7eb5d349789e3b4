"""What stands apart to a galley: each kind's module is loaded by the first that is set."""

from brochure.composition.galley import Galley
from brochure.content.apart import Contact, CreditList, List, PullQuote, Table, Timeline
from brochure.fonts import Faces
from brochure.geometry import Pt
from brochure.layout.apart import ListStyle, PanelStyle, QuoteStyle, TableStyle, TimelineStyle


def compose_apart(block: object, style: object, measure: Pt, faces: Faces, keep: tuple[str, ...]) -> Galley:
    """*block* set to *measure* in *style*; TypeError for other blocks, and for a style of another kind."""
    match block, style:
        case List(), ListStyle():
            from brochure.composition.lists import compose_list

            return compose_list(block, style, measure, faces, keep)
        case Table(), TableStyle():
            from brochure.composition.table import compose_table

            return compose_table(block, style, measure, faces, keep)
        case PullQuote(), QuoteStyle():
            from brochure.composition.quote import compose_quote

            return compose_quote(block, style, measure, faces, keep)
        case Timeline(), TimelineStyle():
            from brochure.composition.timeline import compose_timeline

            return compose_timeline(block, style, measure, faces, keep)
        case Contact(), PanelStyle():
            from brochure.composition.panel import compose_contact

            return compose_contact(block, style, measure, faces, keep)
        case CreditList(), PanelStyle():
            from brochure.composition.panel import compose_credits

            return compose_credits(block, style, measure, faces, keep)
        case _:
            raise TypeError(f"a {type(block).__name__} is not set in a {type(style).__name__}")
