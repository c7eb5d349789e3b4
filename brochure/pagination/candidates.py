"""Which masters are worth trying with what is left of a part; a page drawn up in vain costs like any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brochure.layout.model import Master
from brochure.pagination.progress import Progress


def worth_trying(masters: list[Master], left: Progress) -> list[Master]:
    """Those of *masters* that have something for every frame that must not stay empty; all where none has."""
    return [master for master in in_useful_styles(masters, left) if _has_all(master, left)] or masters


def in_useful_styles(masters: Iterable[Master], left: Progress) -> Iterator[Master]:
    """*masters* without those that give another style to a frame for which no figures are left."""
    bands = len(left.bands)
    for master in masters:
        ranks = [frame.rank for frame in master.frames if frame.holds == "metrics"]
        if not any(ranks[bands:]):
            yield master


def _has_all(master: Master, left: Progress) -> bool:
    """Whether as much is left of each kind as the frames of *master* ask for."""
    there = {
        "photo": len(left.photos),
        "photos": len(left.groups),
        "metrics": len(left.bands),
        "qr": len(left.codes),
        "lead": len(left.leads),
    }
    for frame in master.frames:
        if frame.holds in there and not (frame.optional or frame.across):
            there[frame.holds] -= 1
    return min(there.values()) >= 0
