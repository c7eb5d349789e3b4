"""The glyphs of finished pages, one by one: text, origin, advance, size, face (ISO 32000-1, 9.4).

Only what the page description says is believed: no structure, no order of columns, no layout of ours.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import atan2, degrees, hypot
from typing import Any, Final, NamedTuple

import pikepdf

from brochure.geometry import Pt
from brochure.inspection.composition.embedded import EmbeddedFont
from brochure.inspection.content_state import IDENTITY, Matrix, matrix_of, times
from brochure.values import dataclass

_UNSEEN: Final = frozenset({3, 7})  # text rendering modes that print nothing
_STROKED: Final = frozenset({1, 2, 5, 6})
_DEEPEST: Final = 24  # forms within forms; a form that shows itself has no end
_SLANTED: Final = 3.0  # degrees; more between the axes than this is no rounding


class Glyph(NamedTuple):
    """One glyph at (*x*, *y*) points right of and below the trim's top left corner.

    *text* is empty for the later glyphs of a cluster; *width* is its own advance in points, *size* the height
    of the em there, *turn* the line's direction in degrees counterclockwise, *order* its number in painting
    order; *faked* says ``"slant"`` or ``"bold"`` where the face is helped along.
    """

    text: str
    x: Pt
    y: Pt
    width: Pt
    size: Pt
    turn: int
    font: EmbeddedFont
    code: int
    order: int
    faked: str


@dataclass(frozen=True, slots=True)
class _Text:
    """The text state (ISO 32000-1, 9.3) and the current matrix: what q and Q save."""

    matrix: Matrix = IDENTITY
    font: EmbeddedFont | None = None
    size: float = 0.0
    char_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


def page_glyphs(page: pikepdf.Page, fonts: dict[Any, EmbeddedFont]) -> list[Glyph]:
    """The glyphs of *page* inside its trim, in painting order; *fonts* remembers fonts from page to page."""
    left, foot, right, top = (float(edge) for edge in page.trimbox)
    reader = _Reader(fonts, page.obj.get("/Resources", pikepdf.Dictionary()), _Text())
    found = []
    for order, glyph in enumerate(reader.read(page.obj)):
        if left <= glyph.x <= right and foot <= glyph.y <= top:
            found.append(glyph._replace(x=glyph.x - left, y=top - glyph.y, order=order))
    return found


class _Reader:
    """Follows one content stream; a form XObject has a reader of its own."""

    def __init__(self, fonts: dict[Any, EmbeddedFont], resources: Any, state: _Text, depth: int = 0) -> None:
        self.fonts, self.resources, self.state, self.depth = fonts, resources, state, depth
        self.stack: list[_Text] = []
        self.line: Matrix = IDENTITY
        self.pen = self.drop = 0.0  # from the line matrix's origin, in unscaled text space
        self.spoken: list[str | None] = []  # ActualText of the marked content we are in

    def read(self, stream: pikepdf.Object) -> Iterator[Glyph]:
        """The glyphs that *stream* paints, in user space."""
        for part in pikepdf.parse_content_stream(stream):
            yield from self._operate(str(part.operator), part.operands)

    def _operate(self, operator: str, operands: Any) -> Iterator[Glyph]:
        match operator:
            case "Tj" | "TJ":
                yield from self._show(operands[0])
            case "'" | '"':
                if operator == '"':
                    self.state = replace(
                        self.state, word_space=float(operands[0]), char_space=float(operands[1])
                    )
                self._next_line(0.0, -self.state.leading)
                yield from self._show(operands[-1])
            case "Do":
                yield from self._form(self.resources.XObject[str(operands[0])])
            case "q":
                self.stack.append(self.state)
            case "Q":
                self.state = self.stack.pop() if self.stack else self.state
            case "cm":
                self.state = replace(self.state, matrix=times(matrix_of(operands), self.state.matrix))
            case "BDC":
                self.spoken.append(self._actual_text(operands[1]))
            case "BMC":
                self.spoken.append(None)
            case "EMC":
                if self.spoken:
                    self.spoken.pop()
            case _:
                self._set_text_state(operator, operands)

    def _set_text_state(self, operator: str, operands: Any) -> None:
        match operator:
            case "BT":
                self.line, self.pen, self.drop = IDENTITY, 0.0, 0.0
            case "Tm":
                self.line, self.pen, self.drop = matrix_of(operands), 0.0, 0.0
            case "Td" | "TD":
                if operator == "TD":
                    self.state = replace(self.state, leading=-float(operands[1]))
                self._next_line(float(operands[0]), float(operands[1]))
            case "T*":
                self._next_line(0.0, -self.state.leading)
            case "Tf":
                self.state = replace(self.state, font=self._font(str(operands[0])), size=float(operands[1]))
            case _ if operator in _PARAMETERS:
                self.state = _PARAMETERS[operator](self.state, float(operands[0]))

    def _next_line(self, dx: float, dy: float) -> None:
        self.line = times((1, 0, 0, 1, dx, dy), self.line)
        self.pen = self.drop = 0.0

    def _font(self, name: str) -> EmbeddedFont:
        entries = self.resources.Font[name]
        key = entries.objgen if entries.is_indirect else (id(self.resources), name)
        if key not in self.fonts:
            self.fonts[key] = EmbeddedFont(entries)
        return self.fonts[key]

    def _actual_text(self, properties: Any) -> str | None:
        if isinstance(properties, pikepdf.Name):
            properties = self.resources.get("/Properties", pikepdf.Dictionary()).get(str(properties))
        if isinstance(properties, pikepdf.Dictionary) and "/ActualText" in properties:
            return str(properties.ActualText)
        return None

    def _show(self, shown: Any) -> Iterator[Glyph]:
        state, font = self.state, self.state.font
        if font is None:
            return
        cast = _Cast(font, state, times(self.line, state.matrix))
        for piece in shown if isinstance(shown, pikepdf.Array) else (shown,):
            if not isinstance(piece, pikepdf.String):
                self._move(-float(piece) / 1000 * state.size, font)
                continue
            for code in font.encoding.codes(bytes(piece)):
                if state.mode not in _UNSEEN:
                    yield cast.glyph(self._text_of(font, code), code, self.pen, self.drop)
                wide = state.word_space if not font.composite and code == 32 else 0.0
                self._move(font.width(code) * state.size + state.char_space + wide, font)

    def _move(self, by: float, font: EmbeddedFont) -> None:
        if font.vertical:
            self.drop -= by
        else:
            self.pen += by * self.state.stretch

    def _text_of(self, font: EmbeddedFont, code: int) -> str:
        """ActualText speaks for the whole of its marked content: the first glyph has it, the rest nothing."""
        for place in reversed(range(len(self.spoken))):
            said = self.spoken[place]
            if said is not None:
                self.spoken[place] = ""
                return said
        return font.text(code)

    def _form(self, made: pikepdf.Object) -> Iterator[Glyph]:
        if made.get("/Subtype") == "/Form" and self.depth < _DEEPEST:
            matrix = times(matrix_of(made.get("/Matrix", IDENTITY)), self.state.matrix)
            resources = made.get("/Resources", self.resources)
            state = replace(self.state, matrix=matrix)
            yield from _Reader(self.fonts, resources, state, self.depth + 1).read(made)


_PARAMETERS: Final[dict[str, Callable[[_Text, float], _Text]]] = {
    "Tc": lambda state, value: replace(state, char_space=value),
    "Tw": lambda state, value: replace(state, word_space=value),
    "Tz": lambda state, value: replace(state, stretch=value / 100),
    "TL": lambda state, value: replace(state, leading=value),
    "Ts": lambda state, value: replace(state, rise=value),
    "Tr": lambda state, value: replace(state, mode=int(value)),
}


class _Cast:
    """What the glyphs of one showing operator have in common."""

    def __init__(self, font: EmbeddedFont, state: _Text, matrix: Matrix) -> None:
        a, b, c, d, _, _ = matrix
        self.font, self.state, self.matrix = font, state, matrix
        self.along = hypot(a, b)
        self.size = state.size * hypot(c, d)
        self.turn = round(degrees(atan2(b, a))) % 360
        leaning = abs(degrees(atan2(a * c + b * d, abs(a * d - b * c))))
        self.faked = "slant" if leaning > _SLANTED else "bold" if state.mode in _STROKED else ""

    def glyph(self, text: str, code: int, pen: float, drop: float) -> Glyph:
        """The glyph of *code* with the pen there."""
        a, b, c, d, e, f = self.matrix
        font, size = self.font, self.state.size
        up = self.state.rise + drop
        if font.vertical:
            left, down = font.lies_left(code)
            pen, up, width = pen - left * size, up - down * size, 2 * left * size
        else:
            width = font.width(code) * size * self.state.stretch
        return Glyph(
            text,
            a * pen + c * up + e,
            b * pen + d * up + f,
            width * self.along,
            self.size,
            self.turn,
            font,
            code,
            0,
            self.faked,
        )
