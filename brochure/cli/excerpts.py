"""The text of the file a finding points into, so that its line can be shown."""

import os
import stat
from functools import lru_cache
from pathlib import Path
from typing import Final

from brochure.shipped import SHELVES, shelf
from brochure.source.excerpt import Lines

_LARGEST: Final = 5_000_000  # bytes; the reader's own limit


def excerpts(content: Path | None, shown_as: str = "") -> Lines:
    """Texts by the name a finding gives its file: the content under *shown_as*, and the layouts, conditions
    and font lists of its project and of the shelves.
    """

    @lru_cache
    def text_of(name: str) -> str | None:
        if content is not None and name == shown_as:
            return _text(content)
        return next((text for place in _places(name, content) if (text := _text(place)) is not None), None)

    return text_of


def _places(name: str, content: Path | None) -> list[Path]:
    """Where the file shown as *name* may lie, the author's own folder first."""
    if Path(name).is_absolute() or ".." in Path(name).parts:
        return [Path(name)]
    roots = [content.resolve().parent] if content is not None else []
    for name_of_shelf in SHELVES:
        try:
            roots.append(shelf(name_of_shelf).parent)
        except FileNotFoundError:
            continue
    below = [root / "layouts" / name for root in roots]  # a press condition is shown as conditions/….yaml
    return [Path(name), *(root / name for root in roots), *below]


def _text(path: Path) -> str | None:
    """The text at *path*; None for what is no readable UTF-8 file."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return None
            return file.read(_LARGEST).decode()
    except (OSError, ValueError):
        return None
