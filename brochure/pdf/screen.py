"""From surfaces to the bytes of a file that is read on a screen: sRGB, tagged (ISO 14289-1, PDF/UA-1)."""

from collections.abc import Mapping, Sequence
from typing import Any

from brochure.color import Ink, Rgb
from brochure.content.metadata import Metadata
from brochure.display import Outline, Surface
from brochure.display.elements import ReadingOrder
from brochure.fonts import Face
from brochure.pdf.bookmarks import bookmarks
from brochure.pdf.boxes import page_boxes
from brochure.pdf.document import Array, Deflate, Dictionary, PressDocument, Text, deflated, number
from brochure.pdf.door import pdfdoc
from brochure.pdf.fonts import embed
from brochure.pdf.identity import PDFUA1, information, language, stamp, xmp_packet
from brochure.pdf.inks import InkBook
from brochure.pdf.paint import Rasters, Shelf
from brochure.pdf.pictures import PictureBook
from brochure.pdf.tags import Bearings, TagBook, TaggedPainter

SCREEN_VERSION = (1, 7)
"""ISO 14289-1 builds on ISO 32000-1."""
_SRGB = "sRGB IEC61966-2.1"


class LightBook(InkBook):
    """Inks as the lights that show them: DeviceRGB, which the output intent says is sRGB."""

    def __init__(self, document: PressDocument, lights: Mapping[Ink, Rgb]) -> None:
        super().__init__(document)
        self._lights = lights

    def _operators(self, ink: Ink, *, stroke: bool) -> tuple[str, dict[str, Any]]:
        shares = " ".join(number(share) for share in self._lights[ink])
        return f"{shares} {'RG' if stroke else 'rg'}", {}


class ScreenPage(pdfdoc.PDFPage):  # type: ignore[misc]  # reportlab ships no types
    """A page, with the keys of the structure tree that reportlab's own does not know."""

    __NoDefault__ = ("StructParents", "Tabs", *pdfdoc.PDFPage.__NoDefault__)


def write_screen_pdf(
    surfaces: Sequence[Surface],
    faces: Mapping[str, Face],
    rasters: Rasters,
    *,
    lights: Mapping[Ink, Rgb],
    order: ReadingOrder,
    metadata: Metadata,
    profile: bytes,
    outlines: Sequence[Outline] = (),
    deflate: Deflate = deflated,
) -> bytes:
    """The bytes of a tagged file of *surfaces*, one page each: the same input gives the same bytes.

    As `write_pdf`, but *lights* has what each ink looks like, *order* is what is read, and *profile* that of
    sRGB. The medium ends where the trim does.
    """
    when = stamp(metadata)
    document = PressDocument(deflate, SCREEN_VERSION)
    shelf = Shelf(document, faces, rasters)
    shelf.inks = LightBook(document, lights)
    shelf.pictures = PictureBook(document, shelf.inks)
    bearings = Bearings(order)
    painters = [TaggedPainter(shelf, surface, page, bearings) for page, surface in enumerate(surfaces)]
    fonts = {face: embed(document, faces[face], coded) for face, coded in shelf.coded.items()}
    tags = TagBook(document, bearings)
    pages = [
        _add_page(document, surface, painter, fonts, tags)
        for surface, painter in zip(surfaces, painters, strict=True)
    ]
    catalog = document.Catalog
    catalog.MarkInfo = Dictionary({"Marked": "true"})
    catalog.StructTreeRoot = tags.root(order)
    catalog.OutputIntents = _intent(document, profile)
    catalog.Lang = Text(language(metadata))
    catalog.ViewerPreferences = Dictionary({"DisplayDocTitle": "true"})
    if outlines:
        catalog.Outlines = bookmarks(document, outlines, pages, surfaces)
        catalog.PageMode = "/UseOutlines"
    document.info = information(metadata, when)
    del document.info.dict["Trapped"]
    document.sign(*(repr(part) for part in (tuple(outlines), order.root, metadata, when.isoformat())))
    packet = xmp_packet(document, metadata, when, PDFUA1)
    catalog.Metadata = document.stream(packet, {"Type": "/Metadata", "Subtype": "/XML"}, deflate=False)
    return document.finished()


def _add_page(
    document: PressDocument, surface: Surface, painter: TaggedPainter, fonts: Mapping[str, Any], tags: TagBook
) -> Any:
    """A reference to the new page."""
    document.sign(repr((surface.media, surface.trim)), painter.content)
    page = ScreenPage()
    for box, corners in page_boxes(surface).items():
        if box != "BleedBox":
            setattr(page, box, corners)
    page.Contents = document.stream(painter.content)
    page.Resources = painter.resources(fonts)
    reference = document.thisPageRef()
    document.addPage(page)
    tags.add(page, reference, surface, painter)
    return reference


def _intent(document: PressDocument, profile: bytes) -> Any:
    """The array of the one intent: what the three lights of the file are (ISO 32000-1, 14.11.5)."""
    document.sign(profile)
    intent = Dictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": Text(_SRGB),
            "RegistryName": Text("http://www.color.org"),
            "Info": Text(_SRGB),
            "DestOutputProfile": document.stream(profile, {"N": 3}),
        }
    )
    return Array([document.Reference(intent)])
