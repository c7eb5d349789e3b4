"""From text and styles to sorts."""

from dataclasses import replace

from brochure.composition import set_line
from brochure.composition.characters import resolve_kinds
from brochure.composition.shaping import shape_text
from brochure.composition.sorts import NO_GLYPH, Sorts, Stretch
from brochure.fonts import Direction, Shaped
from tests.composition.setting import EM, FACES, TEXT, SquareFaces
from tests.square import SquareFace


def shape(text: str, faces: SquareFaces = FACES, **style: object) -> Sorts:
    """*text* in one style."""
    return shape_text(
        text,
        resolve_kinds(text),
        [Stretch(0, len(text), replace(TEXT, **style))],  # type: ignore[arg-type]
        faces,
    )


def test_latin_goes_to_its_companion() -> None:
    """Letters, figures and their marks are set in the companion at its scale, Han and Han's marks in the
    style's own face.
    """
    faces = SquareFaces(latin=SquareFace("Latin"))
    sorts = shape("达99.02%，比GDP and“国”", faces, latin_family="latin", latin_scale=1.1)
    by_face = {
        name: "".join(
            char for char, fount in zip(sorts.text, sorts.founts, strict=True) if fount.name == name
        )
        for name in ("Latin", "Square-Regular")
    }
    assert by_face == {"Latin": "99.02%GDP and", "Square-Regular": "达，比“国”"}
    assert sorts.bodies[1] == 0.55 * EM
    assert sorts.founts[1].size == 1.1 * EM


def test_companion_without_the_character_borrows_it() -> None:
    """What the Latin companion lacks comes from the Han face without a word."""
    faces = SquareFaces(latin=SquareFace("Latin", absent="℃"))
    sorts = shape("达7℃a", faces, latin_family="latin")
    assert [fount.name for fount in sorts.founts] == ["Square-Regular", "Latin", "Square-Regular", "Latin"]
    assert not sorts.remarks


def test_missing_in_both_faces_is_one_remark() -> None:
    """M3: a character that neither has is reported once a place, by name."""
    faces = SquareFaces(latin=SquareFace("Latin", absent="℃"), square=SquareFace(absent="℃国"))
    sorts = shape("国7℃", faces, latin_family="latin")
    assert [remark.message.en.split("“")[1][0] for remark in sorts.remarks] == ["国", "℃"]


def test_ligature_leaves_no_glyph_behind() -> None:
    """The second half of —— has no glyph and no body; the first has both."""
    sorts = shape("国——")
    assert sorts.glyphs[1:] == [0x2E3A, NO_GLYPH]
    assert sorts.bodies == [EM, 2 * EM, 0.0]


class Decomposing(SquareFace):
    """Shapes é as e and a raised accent, as a face without the letter does."""

    def shape(self, text: str, features: tuple[str, ...] = (), direction: Direction = "ltr") -> Shaped:
        """Two glyphs in one cluster."""
        plain = super().shape(text, features, direction)
        at = text.find("é")
        if at < 0:
            return plain
        glyphs = (*plain.glyphs[:at], ord("e"), 0x301, *plain.glyphs[at + 1 :])
        advances = (*plain.advances[: at + 1], 0, *plain.advances[at + 1 :])
        count = len(glyphs)
        x_offsets = tuple(-400 if index == at + 1 else 0 for index in range(count))
        y_offsets = tuple(50 if index == at + 1 else 0 for index in range(count))
        clusters = tuple(index - (index > at) for index in range(count))
        return Shaped(
            glyphs=glyphs, advances=advances, x_offsets=x_offsets, y_offsets=y_offsets, clusters=clusters
        )


def test_several_glyphs_of_one_character() -> None:
    """A letter with a separate accent is two glyphs; the text stands with the first, the accent is
    raised.
    """
    line = set_line("aéb", TEXT, SquareFaces(square=Decomposing()))
    (run,) = line.runs
    assert run.texts == ("a", "é", "", "b")
    assert run.glyphs == (ord("a"), ord("e"), 0x301, ord("b"))
    assert [round(x, 4) for x in run.xs] == [0.0, 5.0, 6.0, 10.0]
    assert run.ys == (0.0, 0.0, -0.5, 0.0)


def test_scaled_face_keeps_its_cell() -> None:
    """M1, M2: a face drawn larger stands in the same cells, its em box centred on theirs."""
    line = set_line("国国", replace(TEXT, scale=1.1), FACES)
    (run,) = line.runs
    assert run.size == 1.1 * EM
    assert line.width == 2 * EM
    assert [round(x, 4) for x in run.xs] == [0.0, EM]
    top, foot = run.at.y - 0.88 * run.size, run.at.y + 0.12 * run.size
    assert round(top + foot, 6) == round((-0.88 + 0.12) * EM, 6)
    assert round(run.at.x, 4) == -0.5


def test_soft_hyphen_shows_only_at_a_line_end() -> None:
    """U8: a soft hyphen takes no room inside a line; at its end it prints."""
    assert set_line("ab\u00adcd", TEXT, FACES).width == 2 * EM
    ended = set_line("ab\u00ad", TEXT, FACES)
    assert ended.width == 1.5 * EM
    assert ended.runs[0].glyphs[-1] == ord("-")
    assert ended.runs[0].text == "ab\u00ad"


def test_no_text_no_sorts() -> None:
    """An empty text is shaped to nothing."""
    assert shape_text("", [], [], FACES).glyphs == []
