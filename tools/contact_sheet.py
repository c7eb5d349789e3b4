"""Draws the pages of every shipped layout as a sheet: ``make sheets`` writes them to ``docs/`` as small PNG.

Each content file is printed afresh in its own layout, the Xining brochure also as handouts and as cards; the
press files are drawn by pdfium, cut to their trim.
"""

from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pypdfium2 as pdfium
from PIL import Image

import brochure
from brochure.cli.main import main as command

WIDTH: Final = 1600
GAP: Final = 14
GROUND: Final = (236, 236, 232)
COLOURS: Final = 256  # a sheet needs no more, and is half the size
# How many pages of each kind of document stand in a row.
SPREADS: Final = 8
LOOSE: Final = 5
CARDS: Final = 11


def main() -> None:
    """Print every specimen and draw its sheet."""
    root = Path(__file__).resolve().parents[1]
    for name, sheet in _sheets(root):
        path = root / "docs" / f"{name}.png"
        palette = sheet.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=1)
        sheet.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG).save(path, optimize=True)
        print(f"{path.relative_to(root)}  {path.stat().st_size // 1000} kB")


def _sheets(root: Path) -> Iterator[tuple[str, Image.Image]]:
    for content in sorted((root / "content").glob("*.yaml")):
        with TemporaryDirectory() as folder:
            pages = _pages(brochure.load(content).build(folder).path)
            loose = len(pages) < SPREADS
            yield content.stem, sheet_of(pages if loose else [None, *pages], len(pages) if loose else SPREADS)
    with TemporaryDirectory() as folder:
        xining = root / "content" / "xining.yaml"
        handouts = [_pages(handout.path) for handout in brochure.load(xining).handouts(folder)]
        yield "handouts", sheet_of([page for pages in handouts for page in pages], LOOSE)
        with redirect_stdout(StringIO()):
            command(["images", str(xining), "--for", "wechat", "-o", folder, "--quiet"])
        yield "cards", sheet_of([_opened(path) for path in sorted(Path(folder).rglob("*.png"))], CARDS)


def _opened(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("RGB")


def _pages(pdf: Path) -> list[Image.Image]:
    """The pages of *pdf*, cut to the trim."""
    drawn = []
    for page in pdfium.PdfDocument(pdf):
        page.set_cropbox(*page.get_trimbox())
        drawn.append(page.render(scale=WIDTH / 800).to_pil().convert("RGB"))
    return drawn


def sheet_of(pages: Sequence[Image.Image | None], columns: int) -> Image.Image:
    """*pages*, *columns* in a row; facing pages touch where there are eight, a cover stands on the right."""
    spread = columns == SPREADS
    gaps = columns // 2 if spread else columns
    width = (WIDTH - (gaps + 1) * GAP) // columns
    height = max(round(page.height * width / page.width) for page in pages if page)
    rows = -(-len(pages) // columns)
    sheet = Image.new("RGB", (WIDTH, rows * (height + GAP) + GAP), GROUND)
    for number, page in enumerate(pages):
        row, column = divmod(number, columns)
        before = column // 2 if spread else column
        if page:
            small = page.resize((width, round(page.height * width / page.width)), Image.Resampling.LANCZOS)
            sheet.paste(small, (GAP * (before + 1) + column * width, GAP + row * (height + GAP)))
    return sheet


if __name__ == "__main__":
    main()
