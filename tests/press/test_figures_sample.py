"""The specimen of drawn blocks, printed: clean before every judge, its codes readable, its cut-out free."""

import re
from pathlib import Path
from typing import Any, Final, get_args

import numpy as np
import pikepdf
import pypdfium2
import pytest
import zxingcpp

from brochure.diagnostics import BrochureError
from brochure.inspection.evidence import PressOrder
from brochure.inspection.press_rules import inspect_press
from brochure.layout.drawn import Arrange, ChartPlace, Drawing
from brochure.press import Cache, Job, Printed, Proofed, build, proof
from brochure.shipped import shelf

SAMPLE: Final = shelf("content") / "samples" / "figures.yaml"
LAYOUT: Final = (SAMPLE.parent / "layouts" / "figures.yaml").read_text(encoding="utf-8")
JOB: Final = Job(content=SAMPLE, shown_as="figures.yaml")
THINGS: Final = 4
"""The page of cut-out, map and codes, counted from 0."""
DPI: Final = 150


@pytest.fixture(scope="module")
def proofed() -> Proofed:
    """The specimen set and paged."""
    return proof(JOB, Cache(None))


@pytest.fixture(scope="module")
def printed() -> Printed:
    """The specimen printed."""
    return build(JOB, Cache(None))


@pytest.fixture(scope="module")
def things(printed: Printed) -> "np.ndarray[Any, np.dtype[np.uint8]]":
    """The page of things in pixels."""
    page = pypdfium2.PdfDocument(printed.data)[THINGS]
    return np.asarray(page.render(scale=DPI / 72).to_pil().convert("RGB"))


def test_nothing_is_found(proofed: Proofed, printed: Printed) -> None:
    """Neither on the pages nor in the finished bytes."""
    assert proofed.findings == ()
    layout = proofed.layout
    order = PressOrder(condition=layout.condition, trim=layout.trim, bleed=layout.bleed)
    assert inspect_press(printed.data, order) == ()
    assert printed.pages == 6


def test_the_specimen_shows_everything() -> None:
    """Every kind of drawing, and every arrangement but the one that leaves it open."""
    assert {f"draw: {drawing}" for drawing in get_args(Drawing)} <= set(re.findall(r"draw: \w+", LAYOUT))
    assert set(re.findall(r"arrange: (\w+)", LAYOUT)) == set(get_args(Arrange)) - {"auto"}
    places = set(re.findall(r"draw: \w+, place: (\w+)", LAYOUT)) | {"below"}
    assert set(get_args(ChartPlace)) - places == {"above"}


def test_both_codes_are_read_from_the_printed_page(things: "np.ndarray[Any, np.dtype[np.uint8]]") -> None:
    """At 150 dpi, a quarter of what a telephone sees, from the pixels of the press file."""
    found = {code.text for code in zxingcpp.read_barcodes(things)}
    assert found == {
        "https://example.org/figures",
        "图形块小样：二维码里也可以是一段话，读码的人不必联网。",
    }


def test_the_cutout_stands_on_the_ground(
    proofed: Proofed, things: "np.ndarray[Any, np.dtype[np.uint8]]"
) -> None:
    """In the corners of its box the ground is exactly what it is elsewhere; in the middle is the jar."""
    page = proofed.pagination.pages[THINGS]
    (jar,) = [mark for mark in page.display.marks if getattr(mark, "cutout", False)]
    box = jar.box  # type: ignore[union-attr]
    scale = DPI / 72
    around = (things.shape[1] / scale - proofed.layout.trim.width) / 2

    def pixel(x: float, y: float) -> tuple[int, ...]:
        return tuple(int(level) for level in things[int((y + around) * scale), int((x + around) * scale)])

    ground = pixel(20, 40)
    inset = 3
    corners = [
        pixel(x, y) for x in (box.x + inset, box.right - inset) for y in (box.y + inset, box.bottom - inset)
    ]
    assert corners == [ground] * 4
    assert pixel(box.x + box.width / 2, box.y + box.height / 2) != ground


def test_nothing_in_the_file_is_transparent(printed: Printed) -> None:
    """No soft mask anywhere; one clipping path, around the jar."""
    from io import BytesIO

    with pikepdf.open(BytesIO(printed.data)) as pdf:
        images = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)
                  and thing.get("/Subtype") == "/Image"]  # fmt: skip
        assert images
        assert not any("/SMask" in image or "/Mask" in image for image in images)
        clips = [page.Contents.read_bytes().count(b" W n ") for page in pdf.pages]
    assert clips == [0, 0, 0, 0, 1, 0]


def test_the_maps_number_can_be_copied(printed: Printed) -> None:
    """The text of the page has the approval number."""
    text = pypdfium2.PdfDocument(printed.data)[THINGS].get_textpage().get_text_range()
    assert "审图号：GS(2000)0000号" in re.sub(r"\s", "", text)


def test_a_map_without_its_number_is_not_printed(tmp_path: Path) -> None:
    """The specimen with the number struck out: an error at the map's own line, and no bytes."""
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    (number,) = [index for index, line in enumerate(lines) if "approval:" in line]
    lines[number] = re.sub(r", approval: [^}]*", "", lines[number])
    content = tmp_path / "figures.yaml"
    content.write_text("\n".join(lines), encoding="utf-8")
    layout = str(SAMPLE.parent / "layouts" / "figures.yaml")
    with pytest.raises(BrochureError) as refused:
        build(Job(content=content, shown_as="figures.yaml", layout=layout), Cache(None))
    found = [(finding.code, finding.span and finding.span.line) for finding in refused.value.findings]
    assert found == [("preflight/map-without-approval", number + 1)]


def test_the_same_specimen_gives_the_same_bytes(printed: Printed, tmp_path: Path) -> None:
    """With a cache, twice: made anew, then from what was kept, outline and all."""
    cache = Cache(tmp_path)
    assert build(JOB, cache).data == printed.data
    assert build(JOB, cache).data == printed.data
