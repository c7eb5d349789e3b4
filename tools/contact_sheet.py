"""Draws the pages of a PDF as spreads on one sheet, for the README.

``python -m tools.contact_sheet out/….pdf docs/xining.jpg``.
"""

import sys
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image

WIDTH = 2000
COLUMNS = 4
GAP = 18
GROUND = (236, 236, 232)


def spreads(pages: list[Image.Image]) -> list[list[Image.Image]]:
    """The cover alone, then pairs, then the back alone."""
    inner = pages[1:]
    return [pages[:1], *(inner[start : start + 2] for start in range(0, len(inner), 2))]


def sheet_of(pdf: Path) -> Image.Image:
    """All spreads of *pdf*, cut to the trim, four a row."""
    document = pdfium.PdfDocument(pdf)
    page_width = (WIDTH - (COLUMNS + 1) * GAP) // (2 * COLUMNS)
    pages = []
    for page in document:
        left, bottom, right, top = page.get_trimbox()
        page.set_cropbox(left, bottom, right, top)
        scale = page_width / (right - left)
        drawn = page.render(scale=scale * 2).to_pil().convert("RGB")
        pages.append(drawn.resize((page_width, round((top - bottom) * scale)), Image.Resampling.LANCZOS))
    height = pages[0].height
    rows = -(-len(spreads(pages)) // COLUMNS)
    sheet = Image.new("RGB", (WIDTH, rows * (height + GAP) + GAP), GROUND)
    for number, spread in enumerate(spreads(pages)):
        row, column = divmod(number, COLUMNS)
        x = GAP + column * (2 * page_width + GAP)
        if number == 0:
            x += page_width  # a cover is a right-hand page
        for page_image in spread:
            sheet.paste(page_image, (x, GAP + row * (height + GAP)))
            x += page_width
    return sheet


def main() -> None:
    """Draw the sheet."""
    pdf, out = (Path(word) for word in sys.argv[1:3])
    sheet_of(pdf).save(out, quality=82, optimize=True)


if __name__ == "__main__":
    main()
