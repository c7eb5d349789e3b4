"""Finds what comes in the box: the layouts, fonts, press conditions, images and sample content.

In a checkout the shelves stand beside the package, where a designer looks for them; in a wheel they travel
inside it, under ``_shelf``. The package is looked into first, so an installed program never mistakes a
folder that happens to stand beside it for its own.
"""

from pathlib import Path
from typing import Final, Literal

Shelf = Literal["layouts", "fonts", "images", "content"]

SHELVES: Final[tuple[Shelf, ...]] = ("layouts", "fonts", "images", "content")

_PACKAGE: Final = Path(__file__).resolve().parent


def shelf(name: Shelf, package: Path = _PACKAGE) -> Path:
    """The folder of one shelf, absolute.

    *package* is the folder of the ``brochure`` package. Raises ``FileNotFoundError`` when the shelf is in
    neither place: the installation is broken, and no content file can mend it.
    """
    for place in (package / "_shelf" / name, package.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"the shelf `{name}` is missing from this installation; install brochure again")
