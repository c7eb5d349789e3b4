"""The styles of what stands apart, by kind and name, in the colours of one theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from brochure.geometry import Pt
from brochure.layout.drawing import Resolver
from brochure.layout.model import Apart
from brochure.layout.passages import SHELVES
from brochure.layout.styles import ParagraphStyle, TextStyle

if TYPE_CHECKING:
    from brochure.layout.apart import ApartStyle

Written = Mapping[str, Any]

# What is set as another text of the same style where the layout does not say.
_SAME_AS: Final[Mapping[str, Mapping[str, str]]] = {
    "list": {"text": ""},
    "table": {
        "cell": "", "head": "", "group": "head", "head-unit": "head", "title": "head", "unit": "head",
        "subhead": "head", "note": "cell",
    },
    "quote": {"text": "", "source": ""},
    "timeline": {"date": "", "text": "", "title": "text"},
    "contact": {"label": "", "value": "", "title": "label"},
    "credits": {"label": "", "value": "", "title": "label"},
}  # fmt: skip
_TEXTS: Final[Mapping[str, Mapping[str, str]]] = {"list": {"marker": "text"}, "table": {"figure": "cell"}}
_INKS: Final = frozenset(("rule-ink", "row-ink", "rail-ink", "dot-ink", "zebra", "ground"))
_COUNTS: Final = frozenset(("above", "below", "columns"))


class Styles(Mapping[str, "ApartStyle"]):
    """The styles of one kind by name, each made when it is first asked for: most brochures set no such block.

    Names and inks are resolved already.
    """

    def __init__(self, kind: Apart, given: dict[str, dict[str, Any]]) -> None:
        self._kind, self._given = kind, given
        self._made: dict[str, ApartStyle] = {}

    def __getitem__(self, name: str) -> ApartStyle:
        if name not in self._made:
            self._made[name] = _made(self._kind, **self._given[name])
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)

    @property
    def texts(self) -> Iterator[TextStyle]:
        """Every text style that anything is set in."""
        for value in (value for given in self._given.values() for value in given.values()):
            if isinstance(value, TextStyle):
                yield value
            elif isinstance(value, ParagraphStyle):
                yield from value.texts


def apart_styles(
    layout: Written, names: Resolver, text_of: Callable[[Written, TextStyle], TextStyle | None]
) -> dict[Apart, Styles]:
    """For each kind of block its styles, in the colours of one theme; nothing where none is written.

    *text_of* resolves a text style whose missing keys come from another.
    """
    grid = {"height": layout["grid"]["baseline"], "size": layout["grid"]["size"]}
    return {
        kind: Styles(
            kind,
            {
                name: {"grid": grid, **_given(kind, written, names, text_of)}
                for name, written in layout[shelf].items()
            },
        )
        for kind, shelf in SHELVES.items()
        if shelf in layout
    }


def _given(
    kind: Apart,
    written: Written,
    names: Resolver,
    text_of: Callable[[Written, TextStyle], TextStyle | None],
) -> dict[str, Any]:
    """One style by keyword: names resolved, what is not said taken from its fellow."""
    given: dict[str, Any] = {}
    for key, fellow in _SAME_AS[kind].items():
        given[key] = names.paragraph(written[key] if key in written else written[fellow])
    for key, fellow in _TEXTS.get(kind, {}).items():
        base: TextStyle = given[fellow].text
        given[key] = (text_of(written[key], base) if key in written else None) or base
    for key, value in written.items():
        if key in _INKS:
            given[key] = names.ink(value)
        elif key in _COUNTS or (kind, key) == ("timeline", "gap"):
            given[key] = int(value)
        elif key not in given and key != "span":
            given[key] = value
    return {key.replace("-", "_"): value for key, value in given.items()}


def _made(kind: Apart, grid: Mapping[str, Pt], **given: Any) -> ApartStyle:
    from brochure.layout import apart

    maker: Mapping[Apart, Callable[..., ApartStyle]] = {
        "list": apart.ListStyle,
        "table": apart.TableStyle,
        "quote": apart.QuoteStyle,
        "timeline": apart.TimelineStyle,
        "contact": apart.PanelStyle,
        "credits": apart.PanelStyle,
    }
    return maker[kind](lines=apart.GridLines(**grid), **given)
