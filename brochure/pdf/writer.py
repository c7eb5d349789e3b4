"""From surfaces to the bytes of a PDF/X-4 file."""

from collections.abc import Mapping, Sequence
from typing import Any

from brochure.content.metadata import Metadata
from brochure.display import Outline, Surface
from brochure.fonts import Face
from brochure.layout.condition import PressCondition
from brochure.pdf.bookmarks import bookmarks
from brochure.pdf.boxes import page_boxes
from brochure.pdf.document import Deflate, Dictionary, PressDocument, Text, deflated
from brochure.pdf.door import pdfdoc
from brochure.pdf.fonts import embed
from brochure.pdf.identity import information, language, stamp, xmp_packet
from brochure.pdf.intent import output_intent
from brochure.pdf.paint import PagePainter, Rasters, Shelf


def write_pdf(  # one argument for each thing a press file is made of
    surfaces: Sequence[Surface],
    faces: Mapping[str, Face],
    rasters: Rasters,
    metadata: Metadata,
    condition: PressCondition,
    outlines: Sequence[Outline] = (),
    *,
    deflate: Deflate = deflated,
) -> bytes:
    """The bytes of a PDF/X-4 file of *surfaces*, one page each: the same input gives the same bytes.

    *faces* has the face of every name a glyph run bears; *rasters* gives the print-ready pixels of a
    placed picture, and is asked once for each placing. *deflate* compresses a stream; one that remembers
    earlier results must give what `deflated` would. Raises `BrochureError` for a malformed
    SOURCE_DATE_EPOCH, a profile that is not the recorded one, or a face with more glyphs than one font
    can show.
    """
    when = stamp(metadata)
    document = PressDocument(deflate)
    shelf = Shelf(document, faces, rasters)
    painters = [PagePainter(shelf, surface) for surface in surfaces]
    fonts = {face: embed(document, faces[face], coded) for face, coded in shelf.coded.items()}
    pages = [
        _add_page(document, surface, painter, fonts)
        for surface, painter in zip(surfaces, painters, strict=True)
    ]
    catalog = document.Catalog
    catalog.OutputIntents = output_intent(document, condition)
    catalog.Lang = Text(language(metadata))
    catalog.ViewerPreferences = Dictionary({"DisplayDocTitle": "true"})
    if outlines:
        catalog.Outlines = bookmarks(document, outlines, pages, surfaces)
        catalog.PageMode = "/UseOutlines"
    document.info = information(metadata, when)
    document.sign(*(repr(part) for part in (tuple(outlines), metadata, when.isoformat())))
    packet = xmp_packet(document, metadata, when)
    # plain, so that tools which know no PDF can find it
    catalog.Metadata = document.stream(packet, {"Type": "/Metadata", "Subtype": "/XML"}, deflate=False)
    return document.finished()


def _add_page(
    document: PressDocument, surface: Surface, painter: PagePainter, fonts: Mapping[str, Any]
) -> Any:
    """A reference to the new page. It has no transparency group: nothing on it is transparent (GWG 2022
    R0030).
    """
    document.sign(repr((surface.media, surface.bleed, surface.trim)), painter.content)
    page = pdfdoc.PDFPage()
    for box, corners in page_boxes(surface).items():
        setattr(page, box, corners)
    page.Contents = document.stream(painter.content)
    page.Resources = painter.resources(fonts)
    reference = document.thisPageRef()
    document.addPage(page)
    return reference
