"""What pages look like: three of them mark by mark, two as small pictures, and every picture on its page."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray
from PIL import Image

from brochure.display import Picture
from brochure.display.dump import dump
from brochure.pagination import Page
from brochure.shipped import shelf
from tests.conftest import Golden
from tests.edition.furniture import owners
from tests.edition.manuscript import manuscript
from tests.edition.printing import WHOLE, Copy

DPI: Final = 30
COLOURS: Final = 128
MOST_BYTES: Final = 40_000
MEAN, WORST_TILE = 2.0, 9.0
"""Of 255: how far a page may stray from its golden as a whole, and any tile of it (14 mm square)."""
TILE: Final = 16

SPAN: Final = re.compile(r" <\d+:\d+>$", re.MULTILINE)

Pixels = NDArray[np.float64]


def page_with(copy: Copy, part: str, *, words: str) -> Page:
    """The first page of *part* that says *words* (white space aside)."""
    pages = copy.texts["poppler"]
    belonging = owners(pages, manuscript(copy.name))
    for page, text, owner in zip(copy.proofed.pagination.pages, pages, belonging, strict=True):
        if owner.name == part and words in text:
            return page
    raise AssertionError(f"no page of {part} says {words}")


def chosen(copies: dict[str, Copy], name: str) -> tuple[Copy, Page]:
    """A page worth keeping an eye on."""
    whole, handout = copies[WHOLE], copies["industry"]
    sections = manuscript(WHOLE).sections
    match name:
        case "preface":
            return whole, page_with(whole, "front", words=sections[0].title)
        case "opener":
            return whole, page_with(whole, sections[0].name, words=sections[0].title)
        case "chapter":
            return whole, page_with(whole, sections[1].name, words=sections[1].title)
        case _:
            return handout, handout.proofed.pagination.pages[0]


@pytest.mark.parametrize("name", ["preface", "chapter", "handout"])
def test_marks_are_where_they_were(copies: dict[str, Copy], name: str, golden: Golden) -> None:
    """The page, mark by mark, is the accepted one, wherever in the YAML its words now stand."""
    _, page = chosen(copies, name)
    golden(f"edition/{name}.txt", SPAN.sub("", dump(page.display, steps=True)))


def rendered(copy: Copy, number: int, dpi: float) -> Image.Image:
    """Page *number*, bleed and all, in red, green and blue, as pdfium shows it."""
    document = pypdfium2.PdfDocument(copy.file)
    try:
        picture: Image.Image = document[number - 1].render(scale=dpi / 72).to_pil()
    finally:
        document.close()
    return picture.convert("RGB")


@pytest.mark.parametrize("name", ["opener", "handout"])
def test_a_page_looks_as_it_did(
    copies: dict[str, Copy], name: str, golden_file: Callable[[str], Path], pytestconfig: pytest.Config
) -> None:
    """The page at 30 dpi strays from the accepted one by less than a shade on the whole, and nowhere far."""
    copy, page = chosen(copies, name)
    now = rendered(copy, page.number, DPI)
    path = golden_file(f"edition/{name}.png")
    if pytestconfig.getoption("--accept"):
        path.parent.mkdir(parents=True, exist_ok=True)
        now.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    assert path.exists(), f"{path.name} is not accepted yet: pytest --accept"
    assert path.stat().st_size < MOST_BYTES
    with Image.open(path) as kept:
        accepted = kept.convert("RGB")
    assert now.size == accepted.size
    whole, tile = difference(np.asarray(now, float), np.asarray(accepted, float))
    assert whole < MEAN
    assert tile < WORST_TILE


def difference(one: Pixels, other: Pixels) -> tuple[float, float]:
    """How far two pictures differ: the mean over all pixels and channels, and the mean of the worst tile."""
    apart = np.abs(one - other).mean(axis=2)
    high, wide = (side // TILE * TILE for side in apart.shape)
    tiles = apart[:high, :wide].reshape(high // TILE, TILE, wide // TILE, TILE).mean(axis=(1, 3))
    return float(apart.mean()), float(tiles.max())


def test_a_shifted_page_is_noticed(whole: Copy) -> None:
    """The comparison has teeth: a shift of a millimetre or another colour is further than allowed."""
    section = manuscript(WHOLE).sections[0]
    number = page_with(whole, section.name, words=section.title).number
    page = np.asarray(rendered(whole, number, DPI), float)
    assert difference(page, np.roll(page, 1, axis=0))[1] > WORST_TILE
    assert difference(page, page[:, :, ::-1])[1] > WORST_TILE


# ---------------------------------------------------------------- pictures

CELLS: Final = 12
LIKE: Final = 0.93


def test_pictures_are_printed_as_they_are(copy: Copy) -> None:
    """Every picture stands in its box as its file shows it: the right part, the right way round, light where
    it is light; those that carry text too.
    """
    for page in copy.proofed.pagination.pages:
        for mark in page.display.marks:
            if isinstance(mark, Picture):
                shown = cells(rendered(copy, page.number, 20), _place(mark, copy))
                wanted = cells(*_source(mark))
                likeness = alike(shown, wanted)
                assert likeness > LIKE, (page.number, mark.file, likeness)
                for wrong in (wanted[:, ::-1], wanted[::-1], np.roll(wanted, 1, 0), np.roll(wanted, 1, 1)):
                    assert alike(shown, wrong) < likeness, (page.number, mark.file)


def _place(mark: Picture, copy: Copy) -> list[float]:
    """Where *mark* stands on its page at 20 dpi, in pixels from the head of the bleed."""
    box, bleed = mark.box, copy.proofed.layout.bleed
    return [(edge + bleed) * 20 / 72 for edge in (box.x, box.y, box.right, box.bottom)]


def _source(mark: Picture) -> tuple[Image.Image, list[float]]:
    """The file, small, and the part of it that is shown."""
    with Image.open(shelf("images") / mark.file) as opened:
        opened.draft("RGB", (600, 600))
        picture = opened.convert("RGB")
    width, height = picture.size
    crop = mark.crop
    return picture, [crop.x * width, crop.y * height, crop.right * width, crop.bottom * height]


def cells(picture: Image.Image, box: list[float]) -> Pixels:
    """The lightness of *picture* within *box*, in a few cells."""
    left, top, right, bottom = box
    inside = (max(left, 0), max(top, 0), min(right, picture.width), min(bottom, picture.height))
    small = picture.convert("L").resize((CELLS, CELLS), Image.Resampling.BOX, box=inside)
    return np.asarray(small, float)


def alike(one: Pixels, other: Pixels) -> float:
    """1 when light and dark lie alike, 0 when they have nothing to do with each other."""
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1])
