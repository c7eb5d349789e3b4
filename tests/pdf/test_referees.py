"""The specimen before judges the project did not write."""

from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from tests.pdf.specimen import BLEED, TEXTS, line, one_page, specimen
from tests.referees.plates import black_text_disturbs, read_plates
from tests.referees.programs import output, run
from tests.referees.texts import READERS, bare

PIXELS_AT_72 = 1.0


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The specimen on disk."""
    path = tmp_path_factory.mktemp("referees") / "specimen.pdf"
    path.write_bytes(specimen())
    return path


def test_qpdf_finds_nothing(file: Path) -> None:
    """By qpdf: it reads every object and stream without a warning."""
    done = run("qpdf", "--check", str(file))
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


def test_mupdf_and_ghostscript_read_without_a_word(file: Path) -> None:
    """Silence: mutool repairs nothing, and Ghostscript stops at nothing when told to stop at everything."""
    shown = run("mutool", "draw", "-q", "-o", str(file.with_suffix(".ppm")), str(file))
    told = shown.stderr.decode().replace("warning: ICC support is not available\n", "")
    assert (shown.returncode, told) == (0, "")
    strict = ("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONERROR", "-dPDFSTOPONWARNING")
    assert output("gs", *strict, "-sDEVICE=nullpage", str(file)) == ""


def test_fonts_are_embedded_subsets_with_text(file: Path) -> None:
    """Seen by poppler: composite TrueType fonts alone: embedded, subset, with ToUnicode."""
    rows = output("pdffonts", str(file)).splitlines()[2:]
    assert len(rows) == 3
    for row in rows:
        assert "CID TrueType" in row
        assert row.split()[4:7] == ["yes", "yes", "yes"]


def test_boxes_and_version(file: Path) -> None:
    """Read by poppler: the trim 120 × 90 mm inside 3 mm of bleed, in a PDF 1.6 that is not encrypted."""
    info = output("pdfinfo", "-box", str(file))
    facts = dict(entry.split(":", 1) for entry in info.splitlines())
    trim = [float(edge) for edge in facts["TrimBox"].split()]
    assert [trim[2] - trim[0], trim[3] - trim[1]] == pytest.approx([340.157, 255.118], abs=0.02)
    assert trim[0] == pytest.approx(BLEED, abs=0.01)
    assert facts["BleedBox"].split() == facts["MediaBox"].split() == facts["CropBox"].split()
    assert [facts[key].strip() for key in ("PDF version", "Encrypted", "Pages")] == ["1.6", "no", "2"]
    assert facts["Title"].strip() == "西宁 & <高原>画册"


def test_pictures_are_embedded_once_as_they_were_made(file: Path) -> None:
    """Four placings of three pictures: JPEG data, CMYK or one separation, no interpolation, one object
    each.
    """
    rows = [row.split() for row in output("pdfimages", "-list", str(file)).splitlines()[2:]]
    assert [(row[5], row[6], row[8], row[9]) for row in rows] == [
        ("cmyk", "4", "jpeg", "no"),
        ("cmyk", "4", "jpeg", "no"),
        ("sep", "1", "jpeg", "no"),
        ("cmyk", "4", "jpeg", "no"),
    ]
    assert rows[0][10] == rows[3][10]


@pytest.mark.parametrize("reader", READERS)
def test_text_is_copied_out_as_it_was_typed(file: Path, reader: str) -> None:
    """Every reader copies out the typed text, page by page, in order, white space aside."""
    assert [bare(page) for page in READERS[reader](file)] == [bare("".join(page)) for page in TEXTS]


def _shade(picture: Image.Image, box: tuple[int, int, int, int]) -> float:
    """Mean darkness (0 to 1) of a part of a page rendered at 72 dpi."""
    return 1 - float(np.asarray(picture.convert("L").crop(box)).mean()) / 255


def test_glyphs_are_really_drawn(file: Path) -> None:
    """Three renderers lay ink where each line of page two stands, and none between the lines: text that
    can be copied is not yet text that prints.
    """
    pages = {}
    output(
        "pdftoppm",
        "-r",
        "72",
        "-f",
        "2",
        "-l",
        "2",
        "-png",
        "-singlefile",
        str(file),
        str(file.with_name("p")),
    )
    output("mutool", "draw", "-q", "-r", "72", "-o", str(file.with_name("m.png")), str(file), "2")
    pages["poppler"] = Image.open(file.with_name("p.png"))
    pages["mupdf"] = Image.open(file.with_name("m.png"))
    document = pypdfium2.PdfDocument(file)
    pages["pdfium"] = document[1].render(scale=PIXELS_AT_72).to_pil()
    document.close()
    left, top = round(BLEED) + 30, round(BLEED)
    for renderer, page in pages.items():
        for baseline in (40, 60, 80):
            on = (left, top + baseline - 9, left + 150, top + baseline + 2)
            assert _shade(page, on) > 0.08, (renderer, baseline)
        assert _shade(page, (left, top + 18, left + 150, top + 28)) == 0, renderer
        turned = (top + 245, top + 100, top + 270, top + 150)
        assert _shade(page, turned) > 0.05, renderer


def test_plates_carry_the_inks_that_were_asked_for(file: Path) -> None:
    """The picture's tint, the panel's and the spot ink's arrive on their plates; a black picture only on
    the black one.
    """
    first, second = read_plates(file.read_bytes(), 72)
    at = {ink: plane[60, 300] for ink, plane in first.inks.items()}
    assert at == pytest.approx(
        {"Cyan": 150 / 255, "Magenta": 60 / 255, "Yellow": 10 / 255, "Black": 0}, abs=0.02
    )
    at = {ink: plane[180, 300] for ink, plane in first.inks.items()}
    assert at == pytest.approx({"Cyan": 0.9, "Magenta": 0.5, "Yellow": 0.05, "Black": 0.05}, abs=0.01)
    top, left = round(BLEED) + 190, round(BLEED)
    sky = {ink: plane[top, left + 60] for ink, plane in second.inks.items()}
    straight = {ink: plane[top, left + 200] for ink, plane in second.inks.items()}
    assert sky == pytest.approx(straight, abs=0.02)
    grey = {ink: plane[top, left + 130] for ink, plane in second.inks.items() if plane[top, left + 130]}
    assert grey == pytest.approx({"Black": 127 / 255}, abs=0.02)
    assert second.inks["高原丁香"][round(BLEED) + 95, left + 215] == pytest.approx(0.8, abs=0.02)


def test_black_text_prints_on_black_alone(file: Path) -> None:
    """Taking the black text away changes no pixel of any other plate, above a picture, a tint or paper."""
    assert black_text_disturbs(file.read_bytes()) == []


def test_text_that_knocks_out_is_noticed() -> None:
    """The same proof fails for black text that punches a hole into the tint below it."""
    from dataclasses import replace

    from brochure.display import Panel
    from brochure.geometry import Rect
    from tests.pdf.specimen import BLUE

    tint = Panel(box=Rect(0, 0, 200, 100), ink=BLUE)
    pierced = one_page(tint, replace(line("黑字", 20, 60, 24), overprint=False))
    assert {fault.split(":")[0] for fault in black_text_disturbs(pierced)} == {
        "page 1 Cyan",
        "page 1 Magenta",
        "page 1 Yellow",
    }


def test_total_ink_is_the_sum_of_the_plates(file: Path) -> None:
    """The heaviest spot of the specimen is black text over the blue tint: 140 % and the black beneath
    gone into the solid.
    """
    first, _ = read_plates(file.read_bytes(), 150)
    assert first.peak == pytest.approx(0.9 + 0.5 + 0.05 + 1, abs=0.02)
    assert first.worst_window() == pytest.approx(1.5, abs=0.1)
