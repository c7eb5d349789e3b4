"""The shipped shelf, for the tests of this room."""

from functools import cache
from pathlib import Path
from typing import Final

from brochure.fonts import Face

SHELF: Final = Path(__file__).resolve().parents[2] / "fonts"
HAN: Final = (
    "NotoSerifSC-Regular.ttf",
    "NotoSerifSC-Bold.ttf",
    "NotoSansSC-Regular.ttf",
    "NotoSansSC-Medium.ttf",
    "NotoSansSC-Bold.ttf",
    "BrochureKai-Regular.ttf",
)
NOTO: Final = HAN[:5]
FIGURES: Final = ("BrochureFigures-Regular.ttf", "BrochureFigures-SemiBold.ttf")


@cache
def face(file: str) -> Face:
    """A face of the shelf, mapped, by its file's name."""
    return Face(SHELF / file, f"digest of {file}")


SONG: Final = "NotoSerifSC-Regular.ttf"
KAI: Final = "BrochureKai-Regular.ttf"
