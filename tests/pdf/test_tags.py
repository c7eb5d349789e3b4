"""The tagged file of the specimen, and that the referee who judges tags would notice every defect."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any, Final

import pikepdf
import pytest

from brochure.color import BLACK, PAPER, Ink, Rgb
from brochure.display.elements import Content, Element, Place, ReadingOrder, Role
from brochure.geometry import Point, Rect
from brochure.images import Raster
from brochure.images.profile import srgb
from brochure.imposition import OneUp, impose
from brochure.pdf.screen import write_screen_pdf
from tests.pdf.specimen import BLUE, FACES, LILAC, METADATA, OUTLINES, TEXTS, jpeg, raster, surfaces
from tests.referees.tags import Reading
from tests.referees.texts import bare

LIGHTS: Final[dict[Ink, Rgb]] = {
    BLACK: Rgb(0, 0, 0),
    PAPER: Rgb(1, 1, 1),
    BLUE: Rgb(0.1, 0.4, 0.7),
    LILAC: Rgb(0.6, 0.5, 0.8),
}


def element(role: Role, *kids: Element | Content, **rest: Any) -> Element:
    """An element."""
    return Element(role=role, kids=kids, **rest)


def on(page: int, *marks: int) -> tuple[Content, ...]:
    """Marks of a page."""
    return tuple(Content(page, mark) for mark in marks)


SKY: Final = element("Figure", *on(0, 0), alt="天", box=Rect(-9, -9, 400, 120), page=0)
CELLS: Final = (
    element("TR", element("TH", *on(1, 0), scope="Column", columns=2)),
    element("TR", element("TD", *on(1, 1)), element("TD")),
)
LINK: Final = element(
    "Link", *on(1, 2), words="办公", box=Rect(30, 70, 90, 12), page=1, link="https://example.org/"
)
BACK: Final = element(
    "Link", *on(1, 6), words="转", box=Rect(250, 90, 9, 60), page=1, place=Place(0, Point(30, 60))
)
ORDER: Final = ReadingOrder(
    root=element(
        "Document",
        element("H1", *on(0, 2)),
        SKY,
        element("P", *on(0, 4), *on(0, 3), *on(1, 7)),
        element("Table", *CELLS),
        element("P", LINK, BACK),
        element("Note", *on(1, 4)),
    ),
    furniture=frozenset(on(1, 3)),
)


@cache
def tagged() -> bytes:
    """The specimen's two pages at their trim, tagged so that what is read jumps about on them."""
    sky: Raster = raster(jpeg((0, 0, 0, 0)), (60, 40))
    shown = impose([surface.display for surface in surfaces()], OneUp(), 0.0)
    return write_screen_pdf(
        shown,
        FACES,
        lambda _: sky,
        lights=LIGHTS,
        order=ORDER,
        metadata=METADATA,
        profile=srgb(),
        outlines=OUTLINES,
    )


def test_the_tree_is_whole() -> None:
    """The referee finds nothing; elements come in the order of the tree, not of the page."""
    tags = Reading(tagged())
    assert tags.faults == []
    assert [tag.role for tag in tags.tags] == [
        "Document", "H1", "Figure", "P", "Table", "TR", "TH", "TR", "TD", "TD", "P", "Link", "Link", "Note",
    ]  # fmt: skip
    assert tags.of("H1")[0].text == TEXTS[0][0]
    assert bare(tags.of("P")[0].text) == bare(TEXTS[0][2] + TEXTS[0][1] + TEXTS[1][4])


def test_decoration_is_said_to_be_what_it_is() -> None:
    """What stands in no element is an artifact: of the page's layout, or of every page's furniture."""
    pdf = pikepdf.open(BytesIO(tagged()))
    content = pdf.pages[1].Contents.read_bytes()
    assert content.count(b"/Artifact <</Type /Pagination>> BDC") == 1
    assert content.count(b"/Artifact <</Type /Layout>> BDC") == 2
    assert content.count(b"EMC") == content.count(b"BDC")


def test_inks_are_lights() -> None:
    """Only DeviceRGB, no overprint; the output intent says that these are the lights of sRGB."""
    pdf = pikepdf.open(BytesIO(tagged()))
    operators = {str(part.operator) for page in pdf.pages for part in pikepdf.parse_content_stream(page)}
    assert operators.isdisjoint({"k", "K", "cs", "CS", "scn", "SCN", "gs"})
    (intent,) = pdf.Root.OutputIntents
    assert bytes(intent.DestOutputProfile.read_bytes()) == srgb()
    assert [int(intent.DestOutputProfile.N), str(intent.S)] == [3, "/GTS_PDFA1"]


def test_a_link_leads_out_or_to_a_place() -> None:
    """An address, or the page and the point on it; both annotations lie where their words do."""
    pdf = pikepdf.open(BytesIO(tagged()))
    out, back = pdf.pages[1].obj.Annots
    assert str(out.A.URI) == "https://example.org/"
    assert [float(edge) for edge in out.Rect] == pytest.approx([30, 173.118, 120, 185.118])
    assert back.Dest[0].objgen == pdf.pages[0].objgen
    assert [float(back.Dest[2]), float(back.Dest[3])] == pytest.approx([30, 195.118])


def test_a_figure_is_as_large_as_what_shows_of_it() -> None:
    """What reaches beyond the trim is not on the page."""
    tags = Reading(tagged())
    (figure,) = tags.of("Figure")
    assert [float(edge) for edge in figure.attribute("/BBox")] == pytest.approx(
        [0, 144.118, 340.157, 255.118]
    )


# ---------------------------------------------------------------- the referee


def _spoiled(spoil: Callable[[pikepdf.Pdf], None]) -> list[str]:
    pdf = pikepdf.open(BytesIO(tagged()))
    spoil(pdf)
    out = BytesIO()
    pdf.save(out)
    return Reading(out.getvalue()).faults


def kid(pdf: pikepdf.Pdf, *path: int) -> Any:
    """The element that a path of places leads to."""
    found = pdf.Root.StructTreeRoot.K[0]
    for place in path:
        found = found.K[place]
    return found


def untagged(pdf: pikepdf.Pdf) -> None:
    """Paint a box in no tag."""
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"0 0 9 9 re f\n")


def unreached(pdf: pikepdf.Pdf) -> None:
    """Let an element lose its content."""
    del kid(pdf, 0).K[0]


DEFECTS: Final[dict[str, Callable[[pikepdf.Pdf], None]]] = {
    "not marked": lambda pdf: pdf.Root.MarkInfo.__setitem__("/Marked", False),
    "no language": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "the title bar": lambda pdf: pdf.Root.ViewerPreferences.__setitem__("/DisplayDocTitle", False),
    "metadata": lambda pdf: pdf.Root.Metadata.write(b"<x/>"),
    "page 1: tab order": lambda pdf: pdf.pages[0].obj.__delitem__("/Tabs"),
    "page 1: f in": untagged,
    "is reached 0 times": unreached,
    "an empty H1": unreached,
    "is reached 2 times": lambda pdf: kid(pdf, 0).K.append(kid(pdf, 1).K[0]),
    "hangs elsewhere": lambda pdf: kid(pdf, 0).__setitem__("/P", kid(pdf, 1)),
    "Box is no standard": lambda pdf: kid(pdf, 2).__setitem__("/S", pikepdf.Name("/Box")),
    "LI in Document": lambda pdf: kid(pdf, 2).__setitem__("/S", pikepdf.Name("/LI")),
    "notes without": lambda pdf: kid(pdf, 5).__delitem__("/ID"),
    "a figure says": lambda pdf: kid(pdf, 1).__delitem__("/Alt"),
    "has no place": lambda pdf: kid(pdf, 1).__delitem__("/A"),
    "H2 after H0": lambda pdf: kid(pdf, 0).__setitem__("/S", pikepdf.Name("/H2")),
    "is nobody's": lambda pdf: kid(pdf, 3, 0, 0).A.__delitem__("/Scope"),
    "columns wide": lambda pdf: kid(pdf, 3, 0, 0).A.__delitem__("/ColSpan"),
    "links": lambda pdf: pdf.pages[1].obj.Annots.__delitem__(0),
    "without its link": lambda pdf: pdf.pages[1].obj.Annots[0].__setitem__("/StructParent", 3),
    "does not say where": lambda pdf: pdf.pages[1].obj.Annots[0].__delitem__("/Contents"),
}


@pytest.mark.parametrize("told", DEFECTS)
def test_the_referee_notices(told: str) -> None:
    """Each defect, alone, is told."""
    assert any(told in fault for fault in _spoiled(DEFECTS[told]))
