"""The press files before judges: boxes, fonts, streams, outline, the press rules."""

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from brochure.geometry import mm
from brochure.inspection.evidence import PressOrder
from brochure.inspection.press_rules import inspect_press
from tests.edition.furniture import owners
from tests.edition.manuscript import manuscript
from tests.edition.printing import WHOLE, Copy
from tests.referees.programs import output, run

TRIMS = {WHOLE: (210, 285)}
A4 = (210, 297)
BLEED = 3


def test_the_press_rules_find_nothing(copy: Copy) -> None:
    """No press rule has a word to say about any edition."""
    layout = copy.proofed.layout
    order = PressOrder(condition=layout.condition, trim=layout.trim, bleed=layout.bleed)
    assert inspect_press(copy.data, order) == ()


def test_preflight_finds_nothing(copy: Copy) -> None:
    """Content, pages and inks of every edition pass without an error or a warning."""
    assert copy.proofed.findings == ()


def test_qpdf_finds_nothing(copy: Copy, tmp_path: Path) -> None:
    """By qpdf: every object of the file is read without a warning, and so is every stream but the JPEG data,
    which cost ten times the rest and are decoded by the other judges.
    """
    output("qpdf", "--stream-data=preserve", str(copy.file), str(tmp_path / "again.pdf"))
    with pikepdf.open(copy.file) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Filter") == "/DCTDecode":
                thing.write(b"")
        pdf.save(tmp_path / "light.pdf")
    done = run("qpdf", "--check", str(tmp_path / "light.pdf"))
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


def test_a_brochure_can_be_bound(whole: Copy) -> None:
    """The pages are a multiple of 4, the cover first and the back last, each a page of its own."""
    with pikepdf.open(whole.file) as pdf:
        count = len(pdf.pages)
    belonging = [part.name for part in owners(whole.texts["poppler"], manuscript(WHOLE))]
    assert count % 4 == 0
    assert count == len(belonging)
    assert (belonging[0], belonging[-1]) == ("cover", "back")
    assert (belonging.count("cover"), belonging.count("back")) == (1, 1)


def test_every_page_has_its_boxes(copy: Copy) -> None:
    """On every page: the trim that the layout promises, 3 mm of bleed around it, the media around that."""
    width, height = (mm(side) for side in TRIMS.get(copy.name, A4))
    with pikepdf.open(copy.file) as pdf:
        for page in pdf.pages:
            boxes = (page.trimbox, page.bleedbox, page.mediabox, page.cropbox)
            trim, bleed, media, crop = ([float(edge) for edge in box] for box in boxes)
            assert [trim[2] - trim[0], trim[3] - trim[1]] == pytest.approx([width, height], abs=0.01)
            around = [trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]]
            assert around == pytest.approx([mm(BLEED)] * 4, abs=0.01)
            assert media[0] <= bleed[0] < bleed[2] <= media[2]
            assert media[1] <= bleed[1] < bleed[3] <= media[3]
            assert crop == media


def test_fonts_are_embedded_subsets(copy: Copy) -> None:
    """Seen by poppler: composite TrueType alone, embedded, subset, with their text; no Helvetica."""
    rows = output("pdffonts", str(copy.file)).splitlines()[2:]
    assert rows
    for row in rows:
        assert re.match(r"[A-Z]{6}\+", row), row
        assert "CID TrueType" in row
        assert row.split()[4:7] == ["yes", "yes", "yes"]
    assert b"Helvetica" not in copy.data
    assert b"/Type3" not in copy.data


def _filters(pdf: pikepdf.Pdf) -> Iterator[str]:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and "/Filter" in thing:
            several = isinstance(thing.Filter, pikepdf.Array)
            yield from map(str, thing.Filter) if several else (str(thing.Filter),)


def test_streams_are_binary(copy: Copy) -> None:
    """Streams are deflated, pictures JPEG, once; nothing is wrapped into ASCII."""
    with pikepdf.open(copy.file) as pdf:
        assert set(_filters(pdf)) == {"/FlateDecode", "/DCTDecode"}


def _target(item: pikepdf.OutlineItem) -> pikepdf.Object:
    """The page an entry of the outline leads to."""
    assert isinstance(item.destination, pikepdf.Array)
    page: pikepdf.Object = item.destination[0]
    return page


def test_the_outline_leads_to_the_headings(copy: Copy) -> None:
    """The outline lists the headings as they are written, and each leads to the page it stands on."""
    pages = copy.texts["poppler"]
    with pikepdf.open(copy.file) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        with pdf.open_outline() as outline:
            entries = [(item.title, numbers[_target(item).objgen]) for item in outline.root]
    assert [re.sub(r"\s", "", title) for title, _ in entries] == manuscript(copy.name).headings
    for title, page in entries:
        assert re.sub(r"\s", "", title) in pages[page]
    assert [page for _, page in entries] == sorted(page for _, page in entries)


def test_a_file_says_what_it_is(copy: Copy) -> None:
    """The title in the file's properties is the brochure's; a handout's own stands before it."""
    facts = dict(line.split(":", 1) for line in output("pdfinfo", str(copy.file)).splitlines())
    whole = manuscript(copy.name)
    own = "" if whole.parts[0].name == "cover" else f"{whole.parts[0].title}·"
    assert re.sub(r"\s", "", facts["Title"]) == own + whole.title
