"""Draws the pages of every shipped layout as a sheet of spreads: ``make sheets`` writes them to ``docs/``.

The press file of each content file is printed afresh and drawn by pdfium, cut to its trim.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2 as pdfium
from PIL import Image

import brochure

WIDTH = 2000
COLUMNS = 4
GAP = 18
GROUND = (236, 236, 232)


FEW = 2


def spreads(pages: list[Image.Image]) -> list[list[Image.Image]]:
    """The cover alone, then pairs, then the back alone; the two sides of a sheet side by side."""
    if len(pages) <= FEW:
        return [pages]
    inner = pages[1:]
    return [pages[:1], *(inner[start : start + 2] for start in range(0, len(inner), 2))]


def sheet_of(pdf: Path) -> Image.Image:
    """All spreads of *pdf*, cut to the trim, four a row."""
    document = pdfium.PdfDocument(pdf)
    columns = COLUMNS if len(document) > FEW else 1
    page_width = (WIDTH - (columns + 1) * GAP) // (2 * columns)
    pages = []
    for page in document:
        left, bottom, right, top = page.get_trimbox()
        page.set_cropbox(left, bottom, right, top)
        scale = page_width / (right - left)
        drawn = page.render(scale=scale * 2).to_pil().convert("RGB")
        pages.append(drawn.resize((page_width, round((top - bottom) * scale)), Image.Resampling.LANCZOS))
    height = pages[0].height
    rows = -(-len(spreads(pages)) // columns)
    sheet = Image.new("RGB", (WIDTH, rows * (height + GAP) + GAP), GROUND)
    for number, spread in enumerate(spreads(pages)):
        row, column = divmod(number, columns)
        x = GAP + column * (2 * page_width + GAP)
        if number == 0 and len(spread) == 1:
            x += page_width  # a cover is a right-hand page
        for page_image in spread:
            sheet.paste(page_image, (x, GAP + row * (height + GAP)))
            x += page_width
    return sheet


def main() -> None:
    """Print every specimen and draw its sheet."""
    root = Path(__file__).resolve().parents[1]
    for content in sorted((root / "content").glob("*.yaml")):
        with TemporaryDirectory() as folder:
            printed = brochure.load(content).build(folder)
            sheet = root / "docs" / f"{content.stem}.jpg"
            sheet_of(printed.path).save(sheet, quality=82, optimize=True)
            print(sheet.relative_to(root))


if __name__ == "__main__":
    main()
