"""What the printing plates carry, as Ghostscript separates them.

Total ink is read off the separations themselves, pixel by pixel. Black text is proved to stand on the black
plate alone by separating the file twice, as it is and without its black text: cyan, magenta and yellow must
not differ in a single pixel, and black must differ wherever there was black text.
"""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from benchmarks.bench_folder import run, table

Plate = npt.NDArray[np.float32]

DPI: Final = 150
WINDOW_MM: Final = 15.0  # GWG 2022, R0026: the mean of any 15 mm square
_SHOWS_TEXT: Final = frozenset({"Tj", "TJ", "'", '"'})
_SETS_FILL: Final = frozenset({"k", "g", "rg", "cs", "sc", "scn"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PageInk:
    """One page: its peak and worst mean total ink in percent, the pixels of black text and those astray."""

    page: int
    plates: tuple[str, ...]
    peak: float
    window: float
    black_text: int
    astray: int


def separate(pdf: Path, folder: Path, dpi: int = DPI) -> dict[int, dict[str, Path]]:
    """The separations of *pdf* as files: page, then plate name. Text and edges are not anti-aliased."""
    device = ("-sDEVICE=tiffsep", f"-r{dpi}", "-dTextAlphaBits=1", "-dGraphicsAlphaBits=1")
    run(
        "gs",
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-dSAFER",
        *device,
        "-dOverprint=/enable",
        "-o",
        folder / "p%04d.tif",
        pdf,
    )
    pages: dict[int, dict[str, Path]] = {}
    for file in sorted(folder.iterdir()):
        if found := re.fullmatch(r"p(\d+)\((.+)\)\.tif", file.name):
            pages.setdefault(int(found[1]), {})[found[2]] = file
    return pages


def read(plate: Path) -> Plate:
    """A plate as shares of full ink, 0 to 1."""
    from PIL import Image

    with Image.open(plate) as picture:
        grey: Plate = np.asarray(picture.convert("L"), dtype=np.float32)
        return np.float32(1) - grey / np.float32(255)


def without_black_text(pdf: Path, out: Path) -> None:
    """Write *pdf* to *out* with every text-showing operator removed whose fill is black ink alone."""
    import pikepdf

    with pikepdf.open(pdf) as document:
        for page in document.pages:
            page.Contents = document.make_stream(pikepdf.unparse_content_stream(list(_kept(page))))
            for form in _forms(page.obj.get("/Resources", {})):
                form.write(pikepdf.unparse_content_stream(list(_kept(form))))
        document.save(out)


def _forms(resources: Any) -> Iterator[Any]:
    for thing in dict(resources.get("/XObject", {})).values():
        if thing.get("/Subtype") == "/Form":
            yield thing
            yield from _forms(thing.get("/Resources", {}))


def _kept(stream: Any) -> Iterator[Any]:
    """The instructions of *stream* but those that show black text; the fill is followed through q and Q."""
    import pikepdf

    stack: list[bool] = []
    black = True  # the initial fill is DeviceGray black
    for instruction in pikepdf.parse_content_stream(stream):
        operands, name = instruction.operands, str(instruction.operator)
        if name == "q":
            stack.append(black)
        elif name == "Q":
            black = stack.pop()
        elif name in _SETS_FILL:
            values = [float(value) for value in operands if not isinstance(value, pikepdf.Name)]
            black = name == "k" and values[:3] == [0, 0, 0] and values[3] > 0
        if not (black and name in _SHOWS_TEXT):
            yield instruction


def page_inks(pdf: Path) -> Iterator[PageInk]:
    """Measure every page of *pdf*."""
    with tempfile.TemporaryDirectory() as scratch:
        whole, bare = Path(scratch, "whole"), Path(scratch, "bare")
        whole.mkdir()
        bare.mkdir()
        stripped = Path(scratch, "bare.pdf")
        without_black_text(pdf, stripped)
        pages, stripped_pages = separate(pdf, whole), separate(stripped, bare)
        for number, plates in sorted(pages.items()):
            inks = {name: read(file) for name, file in plates.items()}
            others = {name: read(file) for name, file in stripped_pages[number].items()}
            total = np.sum(list(inks.values()), axis=0) * 100
            moved = {name: int(np.count_nonzero(inks[name] != others[name])) for name in inks}
            yield PageInk(
                page=number,
                plates=tuple(sorted(inks)),
                peak=float(total.max()),
                window=worst_window(total),
                black_text=moved["Black"],
                astray=sum(count for name, count in moved.items() if name != "Black"),
            )


def worst_window(total: Plate, millimetres: float = WINDOW_MM, dpi: int = DPI) -> float:
    """The highest mean of *total* over any square of *millimetres*."""
    side = min(*total.shape, max(1, round(millimetres / 25.4 * dpi)))
    sums = np.pad(total.astype(np.float64).cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    windows = sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]
    return float(np.max(windows)) / float(side**2)


def report(pdf: Path) -> str:
    """The plates of *pdf*, page by page, and the verdicts."""
    inks = list(page_inks(pdf))
    rows = [
        (
            str(i.page),
            " ".join(i.plates),
            f"{i.peak:.0f}",
            f"{i.window:.0f}",
            f"{i.black_text:,}",
            f"{i.astray:,}",
        )
        for i in inks
    ]
    head = ("page", "plates", "peak ink %", "worst 15 mm %", "black text px on K", "on other plates")
    peak, text, astray = (
        max(i.peak for i in inks),
        sum(i.black_text for i in inks),
        sum(i.astray for i in inks),
    )
    verdict = (
        f"{pdf.name}: total ink at most {peak:.0f} %; black text {text:,} px on K, {astray:,} px elsewhere"
    )
    return f"{table(head, rows)}\n{verdict}"
