"""Coverage: which characters no face can print."""

from collections.abc import Iterable
from typing import Final

from brochure.fonts.face import FaceLike

INVISIBLE: Final = frozenset("\n\t\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Line ends and format characters: they steer composition and leave no ink."""


def missing(text: str, faces: Iterable[FaceLike]) -> tuple[str, ...]:
    """The characters of *text* that none of *faces* covers, in order of first appearance."""
    absent = [char for char in dict.fromkeys(text) if char not in INVISIBLE]
    for face in faces:
        absent = [char for char in absent if not face.covers(char)]
    return tuple(absent)
