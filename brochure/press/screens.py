"""Finished editions as pictures of their pages: which size and layout a name stands for, and the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from brochure.content import load_brochure
from brochure.diagnostics import BrochureError, Diagnostic, Words, error
from brochure.geometry import Size, mm
from brochure.images.png import png
from brochure.inspection.pixels import page_pixels
from brochure.layout import ImageSize, Layout
from brochure.press.job import Job, Printed
from brochure.press.shop import find_layout
from brochure.shipped import shelf
from brochure.source import nearest

HOUSE_SIZES: Final[Mapping[str, ImageSize]] = {"a4-png": ImageSize(dpi=150)}
"""Sizes that every layout has: A4 at 150 dpi is 1240 × 1754, another trim in the same scale."""

_CARDS: Final = "card-"


def sized(job: Job, name: str) -> tuple[str, ImageSize]:
    """The layout and the size that *name* stands for in *job*.

    The size of that name in the job's own layout; else the layout ``card-NAME`` and its size; else the
    house's. Raises `BrochureError` for a name that stands for nothing.
    """
    brochure = load_brochure(job.content, job.shown_as)
    own = find_layout(brochure, job.edition, job.layout, job.project)
    if name in own.images:
        return job.layout, own.images[name]
    card = f"{_CARDS}{name}"
    if card in _card_layouts(job.project):
        layout = find_layout(brochure, job.edition, card, job.project)
        return card, layout.images.get(name, ImageSize(dpi=150))
    if name in HOUSE_SIZES:
        return job.layout, HOUSE_SIZES[name]
    raise BrochureError([_unknown(name, own, job.project)])


def page_images(printed: Printed, size: ImageSize) -> Iterator[tuple[str, bytes]]:
    """File name and PNG of each page of *printed*, its trim filling the whole picture.

    Names are ``slug-p03.png``, with the folio in as many digits as the edition's last page has, at least
    two; cards are called by their section and figure, ``slug-02-industry-3.png``, whatever else is printed.
    The same edition gives the same bytes.
    """
    wanted, ppi = pixels_of(printed, size), size.ppi(_trim(printed))
    digits = max(2, len(str(printed.extent)))
    names = printed.cards or tuple(f"{printed.stem}-p{folio:0{digits}d}" for folio in printed.folios)
    for name, pixels in zip(names, page_pixels(printed.data, wanted), strict=True):
        yield f"{name}.png", png(pixels, wanted, ppi)


def pixels_of(printed: Printed, size: ImageSize) -> tuple[int, int]:
    """Width and height of the picture of a page of *printed*."""
    return size.pixels(_trim(printed))


def _trim(printed: Printed) -> Size:
    return Size(mm(printed.trim_mm[0]), mm(printed.trim_mm[1]))


def _card_layouts(project: Path) -> set[str]:
    folders = (project / "layouts", shelf("layouts"))
    return {path.stem for folder in folders for path in folder.glob(f"{_CARDS}*.yaml")}


def _unknown(name: str, layout: Layout, project: Path) -> Diagnostic:
    cards = {card.removeprefix(_CARDS) for card in _card_layouts(project)}
    names = sorted({*layout.images, *cards, *HOUSE_SIZES})
    near = nearest(name, names)
    return error(
        "press/unknown-image-size",
        Words(f"there is no image size `{name}`", f"没有名为 `{name}` 的图片尺寸"),
        None,
        Words(f"`{near}`", f"`{near}`")
        if near
        else Words(f"known: {', '.join(names)}", f"可用：{'、'.join(names)}"),
    )
