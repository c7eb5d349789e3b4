"""Several finished files in one zip: the same files give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO


def bundle(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of *files* by name, in this order.

    Stored as they are, since PDF and PNG are compressed already; names in UTF-8; dated 1 January 1980, the
    first day a zip knows, so that no clock shows.
    """
    from zipfile import ZIP_STORED, ZipFile, ZipInfo  # few jobs ask for one

    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as box:
        for name, data in files:
            entry = ZipInfo(name)
            entry.create_system = 3  # Unix, on Windows too
            entry.external_attr = 0o100644 << 16
            box.writestr(entry, data)
    return out.getvalue()
