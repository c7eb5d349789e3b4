"""Does the print say what the author typed? Asked of poppler, mupdf and pdfium, character by character.

Every text of the content is looked for in what a reader extracts, longest first, and struck out there; a
paragraph that runs over a column or page may be found in pieces. White space does not count, everything else
does. What is left over on the pages must be furniture: folios, running heads, the contents list, numerals.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Final

from benchmarks.bench_folder import run, table
from brochure.content import Brochure, Inline, Title
from brochure.diagnostics import Span

MOST_PIECES: Final = 6
SHORTEST_PIECE: Final = 6  # a column never starts or ends with less of a paragraph
_GONE: Final = "\0"
# Fields that name something or hold a choice; all other text of the content prints.
_NOT_PRINTED: Final = frozenset(
    (
        "span",
        "slug",
        "theme",
        "opening",
        "file",
        "kind",
        "link",
        "layout",
        "handout_layout",
        "keep",
        "language",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How one reader fared: texts found whole and in pieces, those missing, and what was left over."""

    whole: int
    pieces: int
    missing: tuple[str, ...]
    left: tuple[str, ...]


def poppler(pdf: Path) -> str:
    """The text of *pdf* in the order it is painted, as poppler reads it."""
    return run("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-")


def mupdf(pdf: Path) -> str:
    """The same, as mupdf reads it."""
    return run("mutool", "draw", "-q", "-F", "text", "-o", "-", pdf)


def pdfium(pdf: Path) -> str:
    """The same, as pdfium (the engine of Chrome) reads it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\f".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


READERS: Final[dict[str, Callable[[Path], str]]] = {"poppler": poppler, "mupdf": mupdf, "pdfium": pdfium}


def printed_texts(value: object) -> Iterator[str]:
    """Every stretch of text in *value* that the author expects to see in print, in no particular order."""
    match value:
        case Span():  # a place in the file, not a text
            return
        case str():
            yield value
        case Title():
            yield value.text
        case tuple() if value and all(isinstance(part, Inline) for part in value):
            yield "".join(part.text for part in value)
        case tuple():
            for part in value:
                yield from printed_texts(part)
        case _ if is_dataclass(value):
            for field in fields(value):
                if field.name not in _NOT_PRINTED:
                    yield from printed_texts(getattr(value, field.name))


def tally(texts: list[str], extracted: str) -> Tally:
    """Strike every one of *texts* out of *extracted*."""
    rest, whole, pieces, missing = _flat(extracted), 0, 0, []
    for text in sorted((flat for text in texts if (flat := _flat(text))), key=len, reverse=True):
        struck = _strike(text, rest)
        if struck is None:
            missing.append(text)
            continue
        rest, count = struck
        whole, pieces = whole + (count == 1), pieces + (count > 1)
    left = tuple(part for part in rest.split(_GONE) if part)
    return Tally(whole=whole, pieces=pieces, missing=tuple(missing), left=left)


def _flat(text: str) -> str:
    return re.sub(r"\s", "", text)


def _strike(text: str, rest: str) -> tuple[str, int] | None:
    """*rest* without *text*, and the number of pieces it was found in; None when it is not all there."""
    for count in range(1, MOST_PIECES + 1):
        shortest = min(len(text), SHORTEST_PIECE)
        size = next((n for n in range(len(text), shortest - 1, -1) if text[:n] in rest), 0)
        if size == 0:
            return None
        rest = rest.replace(text[:size], _GONE, 1)
        text = text[size:]
        if not text:
            return rest, count
    return None


def report(brochure: Brochure, pdf: Path) -> str:
    """What each reader found of *brochure* in *pdf*."""
    texts = list(printed_texts(brochure))
    rows: list[tuple[str, ...]] = []
    notes: dict[str, list[str]] = {}  # what is to be told, and which readers tell it
    for name, read in READERS.items():
        found = tally(texts, read(pdf))
        score = f"{found.whole + found.pieces}/{found.whole + found.pieces + len(found.missing)}"
        rows.append((name, score, str(found.pieces), str(sum(map(len, found.left)))))
        for text in found.missing:
            notes.setdefault(f"not in print: {text[:60]}", []).append(name)
        notes.setdefault(f"left over: {' · '.join(dict.fromkeys(found.left))}", []).append(name)
    head = (pdf.name, "texts found", "of them in pieces", "characters left over")
    told = (f"{', '.join(names)}: {note}" for note, names in notes.items())
    return "\n".join((table(head, rows), *told))
