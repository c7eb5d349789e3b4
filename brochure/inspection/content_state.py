"""The graphics state of a page as its content changes it: matrix, colours, line width, font, overprint."""

from dataclasses import replace
from typing import Any, TypeAlias

import pikepdf

from brochure.values import dataclass

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_DEVICE = {"k": "/DeviceCMYK", "rg": "/DeviceRGB", "g": "/DeviceGray"}


@dataclass(frozen=True, slots=True)
class Color:
    """A colour as content sets it: its space (a special one by its family), a Separation's colorant, the
    tints.
    """

    space: str = "/DeviceGray"
    colorant: str = ""
    tints: tuple[float, ...] = (0,)


@dataclass(frozen=True, slots=True)
class State:
    """The graphics state, with the initial values of ISO 32000-1, 8.4.1; *font* is the font's dictionary."""

    matrix: Matrix = IDENTITY
    fill: Color = Color()
    stroke: Color = Color()
    width: float = 1
    font: Any = None
    size: float = 0
    over_fill: bool = False
    over_stroke: bool = False
    opm: int = 0


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies *inner*, then *outer*."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def enlargement(matrix: Matrix) -> float:
    """By how much *matrix* enlarges lengths: the root of its determinant."""
    return float(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5)


def matrix_of(operands: Any) -> Matrix:
    """Six numbers of a content stream or an array."""
    a, b, c, d, e, f = (float(value) for value in operands)
    return (a, b, c, d, e, f)


def changed(state: State, operator: str, operands: list[Any], resources: pikepdf.Object) -> State:
    """The state after an operator of the content; one that is not about these things leaves it as it is."""
    match operator:
        case "cm":
            return replace(state, matrix=times(matrix_of(operands), state.matrix))
        case "w":
            return replace(state, width=float(operands[0]))
        case "Tf":
            return replace(state, font=resources.Font[str(operands[0])], size=float(operands[1]))
        case "gs":
            return _with_parameters(state, resources.ExtGState[str(operands[0])])
        case "k" | "rg" | "g" | "cs" | "sc" | "scn":
            return replace(state, fill=_color(state.fill, operator, operands, resources))
        case "K" | "RG" | "G" | "CS" | "SC" | "SCN":
            return replace(state, stroke=_color(state.stroke, operator.lower(), operands, resources))
        case _:
            return state


def _color(now: Color, operator: str, operands: list[Any], resources: pikepdf.Object) -> Color:
    if operator == "cs":
        return _named(str(operands[0]), resources)
    tints = tuple(float(value) for value in operands if not isinstance(value, pikepdf.Name))
    if operator in _DEVICE:
        return Color(_DEVICE[operator], "", tints)
    return replace(now, tints=tints)


def _named(key: str, resources: pikepdf.Object) -> Color:
    space = resources.get("/ColorSpace", pikepdf.Dictionary()).get(key)
    if space is None:
        return Color(key, "", ())
    if isinstance(space, pikepdf.Name):
        return Color(str(space), "", ())
    family = str(space[0])
    return Color(family, str(space[1])[1:] if family == "/Separation" else "", (1.0,))


def _with_parameters(state: State, entries: pikepdf.Object) -> State:
    """The state after ``gs``. OP speaks for fills too where op is absent (ISO 32000-1, table 58)."""
    if "/OP" in entries:
        state = replace(state, over_stroke=bool(entries.OP), over_fill=bool(entries.OP))
    if "/op" in entries:
        state = replace(state, over_fill=bool(entries["/op"]))
    if "/OPM" in entries:
        state = replace(state, opm=int(entries.OPM))
    return state
