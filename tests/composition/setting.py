"""What the composition tests share: square faces, plain styles, a look at a galley's lines."""

from dataclasses import replace
from typing import Final

from brochure.composition import Galley, Line, compose_paragraph
from brochure.content.model import Inline
from brochure.diagnostics import Span
from brochure.display import GlyphRun
from brochure.fonts import FaceLike
from brochure.layout.styles import ParagraphStyle, Profile, TextStyle
from tests.square import SQUARE, SquareFace

EM: Final = 10.0
TEXT: Final = TextStyle(family="square", weight=400, size=EM)
JUSTIFIED: Final = ParagraphStyle(text=TEXT, leading=18.0)


class SquareFaces:
    """Every family is the square face, or one of its own by name."""

    def __init__(self, **faces: SquareFace) -> None:
        self.faces = faces

    def face(self, family: str, weight: int, span: Span | None = None) -> FaceLike:
        """The face of a family; the weight makes no difference."""
        assert weight
        assert span is None
        return self.faces.get(family, SQUARE)


FACES: Final = SquareFaces()


def compose(
    text: str, ems: float, style: ParagraphStyle = JUSTIFIED, profile: Profile | None = None
) -> Galley:
    """*text* at a measure of *ems* in square faces."""
    if profile is not None:
        style = replace(style, profile=profile)
    return compose_paragraph((Inline(text=text),), style, ems * EM, FACES)


def lines(galley: Galley) -> list[Line]:
    """The lines of a galley of text."""
    return [strip.line for strip in galley.strips if strip.line is not None]


def texts(galley: Galley) -> list[str]:
    """Their characters."""
    return [line.text for line in lines(galley)]


def origins(galley: Galley, line: int) -> list[tuple[str, float]]:
    """The glyphs of a line, each with the place of its origin from the left edge, in em."""
    found = []
    for mark in galley.strips[line].marks:
        if isinstance(mark, GlyphRun):
            found += [
                (text, round((mark.at.x + x) / EM, 4)) for text, x in zip(mark.texts, mark.xs, strict=True)
            ]
    return found
