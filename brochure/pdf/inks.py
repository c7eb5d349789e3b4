"""Inks as colour operators: DeviceCMYK for process tints, Separation for spot inks, nothing else."""

from typing import Any

from brochure.color import Cmyk, Ink, Spot
from brochure.pdf.document import Array, Dictionary, PressDocument, name, number


class InkBook:
    """The inks of one file. A spot ink gets one colour space, shared by all its tints."""

    def __init__(self, document: PressDocument) -> None:
        self._document = document
        self._spaces: dict[tuple[str, Cmyk], tuple[str, Any]] = {}
        self._known: dict[tuple[Ink, bool], tuple[str, dict[str, Any]]] = {}

    def space(self, ink: Spot) -> tuple[str, Any]:
        """The resource name of *ink*'s Separation space, and the reference to it."""
        key = (ink.name, ink.alternate)
        if key not in self._spaces:
            tint = Dictionary(
                {
                    "FunctionType": 2,
                    "Domain": Array([0, 1]),
                    "C0": Array([0, 0, 0, 0]),
                    "C1": Array([number(share) for share in ink.alternate]),
                    "N": 1,
                }
            )
            space = Array(["/Separation", name(ink.name), "/DeviceCMYK", self._document.Reference(tint)])
            self._spaces[key] = (f"S{len(self._spaces) + 1}", self._document.Reference(space))
        return self._spaces[key]

    def operators(self, ink: Ink, *, stroke: bool) -> tuple[str, dict[str, Any]]:
        """The operators that take up *ink* for filling or stroking, and the colour spaces they name."""
        if (ink, stroke) not in self._known:
            self._known[ink, stroke] = self._operators(ink, stroke=stroke)
        return self._known[ink, stroke]

    def _operators(self, ink: Ink, *, stroke: bool) -> tuple[str, dict[str, Any]]:
        match ink:
            case Cmyk():
                return f"{' '.join(number(share) for share in ink)} {'K' if stroke else 'k'}", {}
            case Spot():
                key, space = self.space(ink)
                choose, tint = ("CS", "SCN") if stroke else ("cs", "scn")
                return f"/{key} {choose} {number(ink.tint)} {tint}", {key: space}
