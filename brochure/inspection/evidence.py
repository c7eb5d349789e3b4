"""What press rules look at: the finished file opened by a library the writer does not use, and what was
ordered.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from io import BytesIO

import pikepdf

from brochure.diagnostics import Diagnostic, Severity, Words
from brochure.geometry import Pt, Size
from brochure.inspection.content_walk import Painted, walk
from brochure.layout.condition import PressCondition
from brochure.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PressOrder:
    """What the file was made for: printing condition, trim and bleed in points, and the names of the spot
    inks ordered.
    """

    condition: PressCondition
    trim: Size
    bleed: Pt
    spots: tuple[str, ...] = ()


class Evidence:
    """One finished file. Raises `pikepdf.PdfError` when it cannot be opened at all."""

    def __init__(self, raw: bytes, order: PressOrder) -> None:
        self.raw = raw
        self.order = order
        self.pdf = pikepdf.open(BytesIO(raw))
        self.root = self.pdf.Root

    @property
    def pages(self) -> Iterator[tuple[int, pikepdf.Page]]:
        """The pages, counted from 1."""
        return enumerate(self.pdf.pages, 1)

    @property
    def objects(self) -> Iterator[tuple[int, pikepdf.Object]]:
        """Every indirect object with its number, but for plain values: pikepdf makes them Python's own."""
        held: Iterable[object] = self.pdf.objects
        return ((made.objgen[0], made) for made in held if isinstance(made, pikepdf.Object))

    @cached_property
    def painted(self) -> tuple[tuple[int, Painted], ...]:
        """Everything the pages paint, in order, with the page's number."""
        return tuple((number, painted) for number, page in self.pages for painted in walk(page))

    @cached_property
    def dictionaries(self) -> tuple[tuple[str, pikepdf.Object], ...]:
        """Every dictionary, the direct ones and those of streams too, with the number of the object it is
        in.
        """
        return tuple(
            (f"object {number}", part) for number, made in self.objects for part in _dictionaries(made)
        )

    @cached_property
    def xmp(self) -> str:
        """The XMP packet, or nothing."""
        return (
            bytes(self.root.Metadata.read_bytes()).decode("utf-8", "replace")
            if "/Metadata" in self.root
            else ""
        )


def _dictionaries(made: object, *, top: bool = True) -> Iterator[pikepdf.Object]:
    if not isinstance(made, pikepdf.Object) or (made.is_indirect and not top):
        return  # numbers and other plain values come out of pikepdf as Python's own
    if isinstance(made, pikepdf.Dictionary | pikepdf.Stream):
        yield made
        for value in made.values():
            yield from _dictionaries(value, top=False)
    elif isinstance(made, pikepdf.Array):
        for value in made:
            yield from _dictionaries(value, top=False)


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a rule is broken, in terms of the file: an object, a key, a value."""

    detail: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PressRule:
    """One rule for press files: its number in the house's list of checks, where it comes from, what it
    asks for.
    """

    check: int
    code: str
    source: str
    asks: Words
    severity: Severity
    faults: Callable[[Evidence], Iterator[Fault]]

    def findings(self, evidence: Evidence) -> Iterator[Diagnostic]:
        """A diagnostic for each fault."""
        for fault in self.faults(evidence):
            yield Diagnostic(
                severity=self.severity,
                code=self.code,
                message=Words(
                    f"check {self.check}: {self.asks.en}: {fault.detail}",
                    f"检查 {self.check}：{self.asks.zh}：{fault.detail}",
                ),
                page=fault.page,
            )


def press_rule(
    check: int, fault: str, source: str, asks: Words, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Evidence], Iterator[Fault]]], PressRule]:
    """Make a rule of the function that finds its faults; its code is ``inspection/`` and *fault*."""

    def made(faults: Callable[[Evidence], Iterator[Fault]]) -> PressRule:
        return PressRule(
            check=check,
            code=f"inspection/{fault}",
            source=source,
            asks=asks,
            severity=severity,
            faults=faults,
        )

    return made
