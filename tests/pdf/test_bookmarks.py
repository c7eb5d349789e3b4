"""The document outline, as another library reads it."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from brochure.display import Outline
from brochure.geometry import Point
from brochure.pdf import write_pdf
from tests.pdf.specimen import BLEED, CONDITION, FACES, METADATA, OUTLINES, TRIM, pixels, specimen, surfaces


def _tree(items: list[pikepdf.OutlineItem]) -> list[object]:
    return [[item.title, _tree(list(item.children))] if item.children else item.title for item in items]


def _outline(*levels: int) -> list[object]:
    entries = [Outline(title=str(i), level=level, page=1, at=Point(0, 0)) for i, level in enumerate(levels)]
    data = write_pdf(surfaces(), FACES, pixels, METADATA, CONDITION, entries)
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        return _tree(list(outline.root))


def test_headings_hang_from_one_another() -> None:
    """Two levels: the second heading holds the third."""
    with pikepdf.open(BytesIO(specimen())) as pdf, pdf.open_outline() as outline:
        assert _tree(list(outline.root)) == ["封面", ["正文：一", ["小节"]], "正文：二"]
        assert int(pdf.Root.Outlines.Count) == len(OUTLINES)
        assert pdf.Root.PageMode == "/UseOutlines"


@pytest.mark.parametrize(
    ("levels", "tree"),
    [
        ((1, 3, 2), [["0", ["1", "2"]]]),
        ((2, 1), ["0", "1"]),
        ((1, 2, 3, 1), [["0", [["1", ["2"]]]], "3"]),
    ],
)
def test_a_skipped_level_leaves_no_gap(levels: tuple[int, ...], tree: list[object]) -> None:
    """An entry hangs from the last one above its level, whatever levels are left out between."""
    assert _outline(*levels) == tree


def test_an_entry_leads_to_its_place() -> None:
    """The destination is the heading's page and place, measured from the foot of the medium, at the
    reader's own zoom.
    """
    with pikepdf.open(BytesIO(specimen())) as pdf:
        page, how, left, top, zoom = pdf.Root.Outlines.First.Next.Dest
        assert page.objgen == pdf.pages[1].obj.objgen
        assert [str(how), zoom] == ["/XYZ", None]
        assert [float(left), float(top)] == pytest.approx([30 + BLEED, TRIM.height + BLEED - 40], abs=0.001)


def test_no_headings_no_outline() -> None:
    """Without entries the catalog has no outline and asks for none to be shown."""
    data = write_pdf(surfaces(), FACES, pixels, replace(METADATA), CONDITION)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert "/Outlines" not in pdf.Root
        assert pdf.Root.PageMode == "/UseNone"
