"""Page content read back: what is painted, in which ink, how large, over or through what lies below."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal, TypeAlias

import pikepdf

from brochure.inspection.content_state import IDENTITY, Color, State, changed, enlargement, matrix_of, times
from brochure.values import dataclass

Box: TypeAlias = tuple[float, float, float, float]
Kind: TypeAlias = Literal["text", "fill", "stroke", "image", "shading"]

_PATH = {"m", "l", "c", "v", "y"}
_SHOW = {"Tj", "TJ", "'", '"'}
_FILL, _STROKE, _BOTH = {"f", "F", "f*"}, {"S", "s"}, {"B", "B*", "b", "b*"}
_TEXT_PLACE = {"BT", "Tm", "Td", "TD"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """One painting operator.

    *color* is its ink, *size* the effective type size or line width in points, *box* left, foot, right,
    top in page space (of a text its origin alone), *shown* the codes of a text and *font* its dictionary,
    *image* the XObject, or ``None`` for an inline image.
    """

    kind: Kind
    color: Color
    overprint: bool
    opm: int
    size: float = 0
    box: Box = (0, 0, 0, 0)
    shown: bytes = b""
    font: Any = None
    image: Any = None

    @property
    def cmyk(self) -> tuple[float, ...]:
        """The four shares of a process tint; empty for anything else."""
        return self.color.tints if self.color.space == "/DeviceCMYK" and len(self.color.tints) == 4 else ()


def walk(page: pikepdf.Page) -> Iterator[Painted]:
    """What *page* paints, in painting order, form XObjects included."""
    yield from _Walker(page.obj.get("/Resources", pikepdf.Dictionary()), State()).read(page.obj)


class _Walker:
    """Follows one content stream."""

    def __init__(self, resources: pikepdf.Object, state: State) -> None:
        self.resources = resources
        self.state = state
        self.stack: list[State] = []
        self.text = IDENTITY
        self.path: list[tuple[float, float]] = []

    def read(self, stream: pikepdf.Object) -> Iterator[Painted]:
        """What the content of *stream* paints."""
        for part in pikepdf.parse_content_stream(stream):
            operator = str(part.operator)
            if operator == "INLINE IMAGE":
                yield self._painted("image")
            else:
                yield from self._operate(operator, list(part.operands))

    def _operate(self, operator: str, operands: list[Any]) -> Iterator[Painted]:
        if operator in _PATH:
            self._extend([float(value) for value in operands])
        elif operator == "re":
            x, y, width, height = (float(value) for value in operands)
            self._extend([x, y, x + width, y, x + width, y + height, x, y + height])
        elif operator in _SHOW:
            yield self._text(operands)
        elif operator in _FILL | _STROKE | _BOTH | {"n"}:
            yield from self._paint_path(operator)
        elif operator == "sh":
            yield self._painted("shading")
        elif operator == "Do":
            yield from self._do(self.resources.XObject[str(operands[0])])
        elif operator in _TEXT_PLACE:
            self._place_text(operator, operands)
        elif operator == "q":
            self.stack.append(self.state)
        elif operator == "Q":
            self.state = self.stack.pop()
        else:
            self.state = changed(self.state, operator, operands, self.resources)

    def _extend(self, values: list[float]) -> None:
        a, b, c, d, e, f = self.state.matrix
        for x, y in zip(values[::2], values[1::2], strict=True):
            self.path.append((a * x + c * y + e, b * x + d * y + f))

    def _place_text(self, operator: str, operands: list[Any]) -> None:
        if operator == "BT":
            self.text = IDENTITY
        elif operator == "Tm":
            self.text = matrix_of(operands)
        else:
            self.text = times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self.text)

    def _text(self, operands: list[Any]) -> Painted:
        matrix = times(self.text, self.state.matrix)
        return replace(
            self._painted("text"),
            size=self.state.size * enlargement(matrix),
            shown=b"".join(bytes(piece) for piece in _strings(operands)),
            font=self.state.font,
            box=(matrix[4], matrix[5], matrix[4], matrix[5]),
        )

    def _paint_path(self, operator: str) -> Iterator[Painted]:
        box = self._take_path()
        if operator in _FILL | _BOTH:
            yield replace(self._painted("fill"), box=box)
        if operator in _STROKE | _BOTH:
            width = self.state.width * enlargement(self.state.matrix)
            yield replace(self._painted("stroke"), size=width, box=box)

    def _take_path(self) -> Box:
        xs, ys = [x for x, _ in self.path] or [0], [y for _, y in self.path] or [0]
        self.path = []
        return (min(xs), min(ys), max(xs), max(ys))

    def _painted(self, kind: Kind) -> Painted:
        stroke = kind == "stroke"
        return Painted(
            kind=kind,
            color=self.state.stroke if stroke else self.state.fill,
            overprint=self.state.over_stroke if stroke else self.state.over_fill,
            opm=self.state.opm,
        )

    def _do(self, made: pikepdf.Object) -> Iterator[Painted]:
        if made.get("/Subtype") == "/Form":
            matrix = times(matrix_of(made.get("/Matrix", IDENTITY)), self.state.matrix)
            form = _Walker(made.get("/Resources", self.resources), replace(self.state, matrix=matrix))
            yield from form.read(made)
        else:
            self._extend([0, 0, 1, 0, 1, 1, 0, 1])
            yield replace(self._painted("image"), image=made, box=self._take_path())


def _strings(operands: Any) -> Iterator[Any]:
    """The strings among the operands of a showing operator, those in its array too."""
    for operand in operands:
        if isinstance(operand, pikepdf.Array):
            yield from _strings(operand)
        elif isinstance(operand, pikepdf.String):
            yield operand
