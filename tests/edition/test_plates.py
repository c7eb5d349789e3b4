"""The printing plates of two real pages: black text on the black plate alone, ink within the limit."""

from io import BytesIO

import pikepdf
import pytest

from tests.edition.manuscript import manuscript
from tests.edition.printing import WHOLE, Copy
from tests.referees.plates import Plates, black_text_disturbs, read_plates

DPI = 72


@pytest.fixture(scope="module")
def extract(copies: dict[str, Copy]) -> bytes:
    """The cover, all picture, and the first page of text with a picture, as a file of two pages."""
    whole = copies[WHOLE]
    section = manuscript(WHOLE).sections[1]
    pages = whole.texts["poppler"]
    texts = (at for at, page in enumerate(pages) if section.story[-1][-STORY_END:] in page)
    with pikepdf.open(whole.file) as pdf, pikepdf.new() as out:
        for at in (0, next(texts)):
            out.pages.append(pdf.pages[at])
        data = BytesIO()
        out.save(data)
    return data.getvalue()


STORY_END = 20


@pytest.fixture(scope="module")
def plates(extract: bytes) -> tuple[Plates, ...]:
    """Their plates."""
    return read_plates(extract, DPI)


def test_only_process_inks_print(plates: tuple[Plates, ...]) -> None:
    """Four plates, no spot ink that nobody ordered, and each of them with ink on it."""
    for page in plates:
        assert set(page.inks) == {"Cyan", "Magenta", "Yellow", "Black"}
        assert all(plane.max() > 0 for plane in page.inks.values())


def test_total_ink_is_within_the_limit(plates: tuple[Plates, ...], whole: Copy) -> None:
    """No pixel of a page full of picture carries more ink than the press condition allows, and the heaviest
    square of 15 mm stays below it (GWG 2022 R0026).
    """
    limit = whole.proofed.layout.condition.total_ink
    assert limit <= 3
    for page in plates:
        assert page.peak <= limit
        assert page.worst_window() <= limit
    assert plates[0].peak > 1.5


def test_black_text_prints_on_black_alone(extract: bytes) -> None:
    """Taking the black text away changes no pixel of any other plate."""
    assert black_text_disturbs(extract, DPI) == []
