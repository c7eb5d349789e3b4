"""The square test face answers as the real ones do."""

import pytest

from brochure.fonts import Direction, FaceLike, Faces
from tests.fonts.shelf import SONG, face
from tests.square import SQUARE, SQUARES, SquareFace


@pytest.mark.parametrize("direction", ["ltr", "ttb"])
def test_square_face_shapes_han_text_as_song_does(direction: Direction) -> None:
    """Advances, clusters and a Han character's offsets are Song's, across and down."""
    text = "春——夏。"
    real: FaceLike = face(SONG)
    square: FaceLike = SQUARE
    ours, theirs = square.shape(text, direction=direction), real.shape(text, direction=direction)
    assert (ours.advances, ours.clusters) == (theirs.advances, theirs.clusters)
    assert (ours.x_offsets[0], ours.y_offsets[0]) == (theirs.x_offsets[0], theirs.y_offsets[0])
    assert ours.glyphs == (ord("春"), 0x2E3A, ord("夏"), ord("。"))


def test_square_letters_are_half_an_em() -> None:
    """Letters, digits, signs and the space are 500 units, as `advance` says too."""
    run = SQUARE.shape("A1% 中")
    assert run.advances == (500, 500, 500, 500, 1000) == tuple(SQUARE.advance(glyph) for glyph in run.glyphs)


def test_absent_characters_are_not_covered() -> None:
    """A square face can be told what to lack."""
    square = SquareFace(absent="㼆")
    assert (square.covers("㼆"), square.covers("西")) == (False, True)
    assert square.shape("㼆").glyphs == (0,)
    assert square.digest != SQUARE.digest


def test_square_library_has_every_family() -> None:
    """Any family and weight is a square face of that name."""
    library: Faces = SQUARES
    assert library.face("song", 400).name == "song-400"
