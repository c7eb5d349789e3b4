"""The nearest name: what an author probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def nearest(wanted: str, names: Iterable[str]) -> str:
    """The name most like *wanted*, or the empty string when none is like it."""
    import difflib  # loads only when there is a fault to report

    found = difflib.get_close_matches(wanted, list(names), n=1, cutoff=0.6)
    return found[0] if found else ""


def names_in(folder: Path, *suffixes: str) -> list[str]:
    """The names of the files in *folder*, sorted; of those with one of *suffixes* when any are given."""
    try:
        names = sorted(entry.name for entry in folder.iterdir() if not entry.is_dir())
    except OSError:
        return []
    return [name for name in names if not suffixes or name.lower().endswith(suffixes)]
