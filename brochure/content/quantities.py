"""Values read as quantities, for drawing alone: what prints is what was typed."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_TIMES: Final = {"": 1.0, "百": 1e2, "千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "万亿": 1e12}
_QUANTITY: Final = rf"([+-]?\d+(?:\.\d+)?)({'|'.join(sorted(_TIMES, key=len, reverse=True))})%?"
_SHARE: Final = r"(\d+(?:\.\d+)?)([%‰])"
_WHOLE: Final = {"%": 100.0, "‰": 1000.0}
_MINUS: Final = str.maketrans({"−": "-", "–": "-"})


def quantity(text: str) -> float | None:
    """The number that *text* writes: ``1,801.10``, ``－2.5``, ``1.02万``, ``80%`` (80); None when it writes
    none or more than that.
    """
    found = re.fullmatch(_QUANTITY, _plain(text))
    return float(found[1]) * _TIMES[found[2]] if found else None


def rounding(text: str) -> float:
    """What rounding may have taken from the quantity that *text* writes: half of its last decimal place."""
    found = re.fullmatch(_QUANTITY, _plain(text))
    if found is None:
        return 0.0
    decimals = len(found[1].partition(".")[2])
    return float(0.5 * 10.0**-decimals * _TIMES[found[2]])


def share_of(text: str) -> float | None:
    """The share of a whole that *text* writes as a percentage (``72.8%``, ``8.2‰``), from 0 to 1; None for
    anything else.
    """
    found = re.fullmatch(_SHARE, _plain(text))
    share = float(found[1]) / _WHOLE[found[2]] if found else None
    return share if share is not None and share <= 1 else None


def _plain(text: str) -> str:
    """*text* in half-width characters, without blanks and thousands commas."""
    half = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).translate(_MINUS)
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", half)
