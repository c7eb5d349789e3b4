"""Inks as a designer writes them: ``85/40/70/35`` for process percentages, a mapping for a spot ink."""

from __future__ import annotations

import re

from brochure.color import Cmyk, Ink, Spot
from brochure.diagnostics import Words
from brochure.source import Faults, Field, Form, Mapping, Node, Schema, Share, Text, scalar

_PERCENT = r"(?:100|[1-9]?[0-9])(?:\.[0-9])?"
_PROCESS = re.compile(rf"({_PERCENT})/({_PERCENT})/({_PERCENT})/({_PERCENT})")
_EXAMPLE = Words(
    "cyan/magenta/yellow/black in percent, such as `85/40/70/35`", "青/品红/黄/黑的百分数，例如 `85/40/70/35`"
)


class ProcessInk:
    """A process tint, four percentages from 0 to 100."""

    def read(self, node: Node, faults: Faults) -> Cmyk | None:
        """The tint in shares."""
        found = scalar(node, faults, Words("a process ink", "印刷色"))
        if found is None:
            return None
        match = _PROCESS.fullmatch(found.text.strip())
        if match is None or any(float(share) > 100 for share in match.groups()):
            message = Words(f"`{found.text}` is not a process ink", f"`{found.text}` 不是印刷色")
            faults.error(
                "not-an-ink", message, found.span, Words(f"write {_EXAMPLE.en}", f"请写成{_EXAMPLE.zh}")
            )
            return None
        cyan, magenta, yellow, black = (float(share) / 100 for share in match.groups())
        return Cmyk(cyan, magenta, yellow, black)

    def schema(self) -> Schema:
        """Four percentages."""
        return {"type": "string", "pattern": f"^{_PROCESS.pattern}$"}


def _spot(spot: str, alternate: Cmyk, tint: float = 1.0) -> Spot:
    return Spot(name=spot, tint=tint, alternate=alternate)


class InkKind:
    """A process tint, or ``{spot: name, alternate: C/M/Y/K, tint: 80%}``."""

    process = ProcessInk()
    spot = Form(
        _spot,
        Words("a spot ink", "专色"),
        {
            "spot": Field(Text(), "专色名，与印厂约定的写法完全一致", required=True),
            "alternate": Field(process, "代替实地专色的四色值 C/M/Y/K", required=True),
            "tint": Field(Share(), "网点百分比，默认 100%"),
        },
        spanned=False,
    )

    def read(self, node: Node, faults: Faults) -> Ink | None:
        """The ink."""
        if isinstance(node, Mapping):
            return self.spot.read(node, faults)
        return self.process.read(node, faults)

    def schema(self) -> Schema:
        """Either form."""
        return {"anyOf": [self.process.schema(), self.spot.schema()]}
