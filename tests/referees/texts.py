"""The text of a file as three readers copy it out."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pypdfium2

from tests.referees.programs import output

PAGE_END = "\x0c"


def poppler(file: Path) -> list[str]:
    """Page by page, by poppler, in content order."""
    return output("pdftotext", "-raw", "-enc", "UTF-8", str(file), "-").split(PAGE_END)[:-1]


def mupdf(file: Path) -> list[str]:
    """Page by page, by mupdf."""
    return output("mutool", "draw", "-q", "-F", "txt", str(file)).split(PAGE_END)[:-1]


def pdfium(file: Path) -> list[str]:
    """Page by page, by pdfium."""
    document = pypdfium2.PdfDocument(file)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


READERS: Final[Mapping[str, Callable[[Path], list[str]]]] = {
    "poppler": poppler,
    "mupdf": mupdf,
    "pdfium": pdfium,
}


def bare(text: str) -> str:
    """*text* without white space, in which readers differ."""
    return re.sub(r"\s", "", text)
