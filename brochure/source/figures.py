"""Figures as a designer types them: lengths with their unit, numbers, shares, each within its range."""

from __future__ import annotations

import re
from typing import Final

from brochure.diagnostics import Words
from brochure.geometry import Pt, mm
from brochure.source.faults import Faults
from brochure.source.fields import Schema, scalar
from brochure.source.nodes import Node, Scalar

UNITS: Final[dict[str, Pt]] = {"mm": mm(1), "cm": mm(10), "pt": 1.0}

_FIGURE: Final = r"([+-]?[0-9]+(?:\.[0-9]+)?) ?([A-Za-z%]*)"
_CHINESE_UNITS: Final = {"毫米": "mm", "厘米": "cm", "公分": "cm", "点": "pt", "磅": "pt"}
_LONGEST: Final = 24  # characters; a figure of more is no figure of print

_A_NUMBER: Final = Words("a number", "数字")
_A_WHOLE_NUMBER: Final = Words("a whole number", "整数")
_A_SHARE: Final = Words("a share such as `0.6` or `60%`", "比例（如 `0.6` 或 `60%`）")
_A_LENGTH: Final = Words("a length with its unit (mm, cm, pt)", "带单位的长度（mm、cm、pt）")
_EMS: Final = Words("a length in em", "以 em（字宽）计的长度")


def to_points(written: str) -> Pt:
    """A length as declarations and defaults write it (``12mm``), in points; ``ValueError`` for anything
    else.
    """
    found = re.fullmatch(_FIGURE, written)
    if found is None or found[2] not in UNITS:
        raise ValueError(f"not a length: {written!r}")
    return float(found[1]) * UNITS[found[2]]


class Number:
    """A bare number from *low* to *high*; *whole* for one without decimals."""

    def __init__(self, low: float, high: float, *, whole: bool = False) -> None:
        self.low, self.high, self.whole = low, high, whole

    def read(self, node: Node, faults: Faults) -> float | None:
        """The number."""
        what = _A_WHOLE_NUMBER if self.whole else _A_NUMBER
        found = _figure(node, faults, what, ("",))
        if found is None:
            return None
        if self.whole and "." in found[0].text:
            message = Words(f"`{found[0].text}` is not {what.en}", f"`{found[0].text}` 不是{what.zh}")
            faults.error("not-a-figure", message, found[0].span)
            return None
        number = _within(found[0], found[1], self.low, self.high, "", faults)
        return number if number is None or not self.whole else int(number)

    def schema(self) -> Schema:
        """A number in its range."""
        kind = "integer" if self.whole else "number"
        return {"type": kind, "minimum": self.low, "maximum": self.high}


class Share:
    """A part of a whole, ``0.6`` or ``60%``, from *low* to *high*; comes back as 0.6."""

    def __init__(self, low: float = 0.0, high: float = 1.0) -> None:
        self.low, self.high = low, high

    def read(self, node: Node, faults: Faults) -> float | None:
        """The share, as a number."""
        found = _figure(node, faults, _A_SHARE, ("", "%"))
        if found is None:
            return None
        written, number, unit = found
        if not unit:
            return _within(written, number, self.low, self.high, "", faults)
        share = _within(written, number, self.low * 100, self.high * 100, "%", faults)
        return None if share is None else share / 100

    def schema(self) -> Schema:
        """A number in its range, or a percentage."""
        number = {"type": "number", "minimum": self.low, "maximum": self.high}
        return {"anyOf": [number, {"type": "string", "pattern": r"^[+-]?[0-9]+(\.[0-9]+)? ?%$"}]}


class Length:
    """A length with its unit (``12mm``, ``0.5cm``, ``9pt``), from *low* to *high*; comes back in points."""

    def __init__(self, low: str = "0mm", high: str = "3000mm") -> None:
        self.shown = (low, high)
        self.low, self.high = to_points(low), to_points(high)

    def read(self, node: Node, faults: Faults) -> Pt | None:
        """The length in points."""
        found = _figure(node, faults, _A_LENGTH, tuple(UNITS))
        if found is None:
            return None
        length = found[1] * UNITS[found[2]]
        if self.low <= length <= self.high:
            return length
        _note_out_of_range(found[0], self.shown, self.shown[length > self.high], faults)
        return None

    def schema(self) -> Schema:
        """A number and a unit."""
        return {"type": "string", "pattern": r"^[+-]?[0-9]+(\.[0-9]+)? ?(mm|cm|pt)$"}


class Em:
    """A length measured in the size of the text it goes with, ``1.5em``; comes back as 1.5."""

    def __init__(self, low: float = 0.0, high: float = 100.0) -> None:
        self.low, self.high = low, high

    def read(self, node: Node, faults: Faults) -> float | None:
        """The number of em."""
        found = _figure(node, faults, _EMS, ("em",))
        return _within(found[0], found[1], self.low, self.high, "em", faults) if found else None

    def schema(self) -> Schema:
        """A number of em."""
        return {"type": "string", "pattern": r"^[+-]?[0-9]+(\.[0-9]+)? ?em$"}


def _figure(
    node: Node, faults: Faults, what: Words, units: tuple[str, ...]
) -> tuple[Scalar, float, str] | None:
    """The scalar at *node*, its number and its unit, one of *units* ("" allows a bare number)."""
    written = scalar(node, faults, what)
    if written is None:
        return None
    text = written.text.strip()
    found = re.fullmatch(_FIGURE, text)
    if found is not None and found[2] in units and len(text) <= _LONGEST:
        return written, float(found[1]), found[2]
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    message = Words(f"`{shown}` is not {what.en}", f"`{shown}` 不是{what.zh}")
    faults.error("not-a-figure", message, written.span, _guess(text, units))
    return None


def _within(
    written: Scalar, number: float, low: float, high: float, unit: str, faults: Faults
) -> float | None:
    if low <= number <= high:
        return number
    shown = (f"{low:g}{unit}", f"{high:g}{unit}")
    _note_out_of_range(written, shown, shown[number > high], faults)
    return None


def _note_out_of_range(written: Scalar, shown: tuple[str, str], limit: str, faults: Faults) -> None:
    message = Words(
        f"`{written.text}` is outside {shown[0]} to {shown[1]}",
        f"`{written.text}` 超出 {shown[0]} 到 {shown[1]} 的范围",
    )
    hint = Words(f"at the limit: `{limit}`", f"极限值是 `{limit}`")
    faults.error("out-of-range", message, written.span, hint)


def _guess(text: str, units: tuple[str, ...]) -> Words:
    """What was probably meant: half-width digits, the unit behind the number, a unit we know."""
    import unicodedata

    half = unicodedata.normalize("NFKC", text).replace("。", ".").replace(",", "").strip()
    for chinese, unit in _CHINESE_UNITS.items():
        half = half.replace(chinese, unit)
    found = re.fullmatch(_FIGURE, half)
    if found is None or len(half) > _LONGEST:
        return Words(f"such as `12{units[0]}`", f"例如 `12{units[0]}`")
    unit = found[2].lower() if found[2].lower() in units else units[0]
    return Words(f"`{found[1]}{unit}`", f"`{found[1]}{unit}`")
