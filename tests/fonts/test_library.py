"""The library finds families and weights, the author's folder first."""

import os
from pathlib import Path

import pytest

from brochure.diagnostics import BrochureError, Span
from brochure.fonts import FontLibrary, missing
from tests.fonts.shelf import FIGURES, SHELF, SONG, face
from tests.square import SquareFace

SPAN = Span("layouts/civic.yaml", 12, 7, 12, 11)


@pytest.fixture(scope="module")
def library() -> FontLibrary:
    """The shipped shelf."""
    return FontLibrary.read(SHELF)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An author's fonts folder with one font in it."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    (folder / "own.ttf").write_bytes((SHELF / FIGURES[0]).read_bytes())
    return folder


def record(folder: Path, text: str) -> Path:
    """Write the folder's `fonts.yaml`."""
    (folder / "fonts.yaml").write_text(text, encoding="utf-8")
    return folder


def faults(call: object) -> list[str]:
    """The codes a call is refused with."""
    assert callable(call)
    with pytest.raises(BrochureError) as caught:
        call()
    return [found.code for found in caught.value.findings]


def test_the_shelf_has_the_families_of_the_layouts(library: FontLibrary) -> None:
    """Song 400 and 700, Hei 400, 500 and 700, Kai 400, figures 400 and 600."""
    weights = {name: [weight for weight, _ in face.weights] for name, face in library.typefaces.items()}
    assert weights == {"song": [400, 700], "hei": [400, 500, 700], "kai": [400], "figures": [400, 600]}


def test_a_face_is_opened_once(library: FontLibrary) -> None:
    """Asking twice gives the same face, with the digest of the record."""
    song = library.face("song", 700)
    assert song is library.face("song", 700)
    assert song.name == "NotoSerifSC-Bold"
    assert song.digest == dict(library.typefaces["song"].weights)[700].digest


def test_unknown_family_lists_families_and_the_nearest(library: FontLibrary) -> None:
    """`sang` is answered with the families there are and the guess `song`, at the layout's line."""
    with pytest.raises(BrochureError) as caught:
        library.face("sang", 400, SPAN)
    (found,) = caught.value.findings
    assert found.code == "fonts/unknown-family"
    assert "song, hei, kai, figures" in found.message.en
    assert found.suggestion is not None
    assert found.suggestion.en == "`song`"
    assert found.span == SPAN


def test_unknown_weight_lists_weights(library: FontLibrary) -> None:
    """`hei 600` is answered with 400, 500, 700."""
    with pytest.raises(BrochureError) as caught:
        library.face("hei", 600)
    (found,) = caught.value.findings
    assert found.code == "fonts/unknown-weight"
    assert found.suggestion is not None
    assert found.suggestion.en == "400, 500, 700"


def test_the_author_s_family_comes_first(own: Path) -> None:
    """A family of the author's replaces the shipped one of that name whole; the others stay."""
    library = FontLibrary.read(record(own, "families:\n  kai:\n    weights: {500: own.ttf}\n"), SHELF)
    assert library.face("kai", 500).name == "BrochureFigures-Regular"
    assert faults(lambda: library.face("kai", 400)) == ["fonts/unknown-weight"]
    assert library.face("song", 400).name == "NotoSerifSC-Regular"


def test_a_folder_without_a_record_adds_nothing(tmp_path: Path) -> None:
    """An author without fonts of their own needs no file."""
    assert FontLibrary.read(tmp_path, SHELF).families == ("song", "hei", "kai", "figures")


def test_every_fault_of_a_record_is_found_at_its_place(own: Path) -> None:
    """No weights, a weight that is no number, no file name, a path outside the folder: all at once."""
    text = (
        "families:\n"
        "  a: {}\n"
        "  b:\n"
        "    weights:\n"
        "      bold: own.ttf\n"
        "      400: {bytes: 3}\n"
        "      500: ../../secret.ttf\n"
    )
    with pytest.raises(BrochureError) as caught:
        FontLibrary.read(record(own, text))
    found = caught.value.findings
    assert [(fault.code, fault.span and fault.span.line) for fault in found] == [
        ("fonts/bad-record", 2),
        ("fonts/bad-record", 5),
        ("fonts/bad-record", 6),
        ("fonts/bad-record", 7),
    ]
    assert found[0].span is not None
    assert found[0].span.file == "fonts/fonts.yaml"


def test_a_record_without_families_is_a_fault(own: Path) -> None:
    """`fonts.yaml` must list families."""
    assert faults(lambda: FontLibrary.read(record(own, "families:\n"))) == ["fonts/bad-record"]


def test_a_font_that_is_not_there_is_named(own: Path) -> None:
    """A file the record names but the folder lacks is an error at the layout's line."""
    library = FontLibrary.read(record(own, "families: {a: {weights: {400: gone.ttf}}}\n"))
    with pytest.raises(BrochureError) as caught:
        library.face("a", 400, SPAN)
    (found,) = caught.value.findings
    assert (found.code, found.span) == ("fonts/unreadable", SPAN)
    assert "gone.ttf" in found.message.zh


def test_a_mistyped_font_name_is_guessed(own: Path) -> None:
    """`owm.ttf` is answered with the file that is there."""
    library = FontLibrary.read(record(own, "families: {a: {weights: {400: owm.ttf}}}\n"))
    with pytest.raises(BrochureError) as caught:
        library.face("a", 400)
    assert caught.value.findings[0].suggestion is not None
    assert caught.value.findings[0].suggestion.en == "`own.ttf`"


def test_a_pipe_is_not_waited_for(own: Path) -> None:
    """A font that is no regular file is refused before it is opened."""
    os.mkfifo(own / "pipe.ttf")
    library = FontLibrary.read(record(own, "families: {a: {weights: {400: pipe.ttf, 500: sub}}}\n"))
    (own / "sub").mkdir()
    assert faults(lambda: library.face("a", 400)) == ["fonts/unreadable"]
    assert faults(lambda: library.face("a", 500)) == ["fonts/unreadable"]


def test_a_refused_font_stands_at_the_layout_s_line(own: Path) -> None:
    """What the gate finds is reported where the layout asks for the font."""
    (own / "own.ttf").write_bytes(b"OTTO" + bytes(40))
    library = FontLibrary.read(record(own, "families: {a: {weights: {400: own.ttf}}}\n"))
    with pytest.raises(BrochureError) as caught:
        library.face("a", 400, SPAN)
    assert (caught.value.findings[0].code, caught.value.findings[0].span) == (
        "fonts/postscript-outlines",
        SPAN,
    )


def test_a_recorded_font_of_another_size_is_refused(own: Path) -> None:
    """A shelf font that lost its end is refused before it is mapped."""
    line = "{file: own.ttf, bytes: 1000, sha256: abc}"
    library = FontLibrary.read(record(own, f"families: {{a: {{weights: {{400: {line}}}}}}}\n"))
    assert faults(lambda: library.face("a", 400)) == ["fonts/changed"]


def test_verify_finds_one_changed_byte(own: Path) -> None:
    """A byte changed without changing the size is found when the shelf is verified."""
    content = bytearray((own / "own.ttf").read_bytes())
    known = face(FIGURES[0])
    digest = dict(FontLibrary.read(SHELF).typefaces["figures"].weights)[400].digest
    content[-1] ^= 1
    (own / "own.ttf").write_bytes(content)
    line = f"{{file: own.ttf, bytes: {len(content)}, sha256: {digest}}}"
    library = FontLibrary.read(record(own, f"families: {{a: {{weights: {{400: {line}}}}}}}\n"))
    assert library.face("a", 400).shape("1").glyphs == known.shape("1").glyphs
    assert [found.code for found in library.verify()] == ["fonts/changed"]


def test_missing_names_what_no_face_covers() -> None:
    """A character counts as missing only when every face lacks it; line ends and joiners never do."""
    faces = (SquareFace(absent="甲乙"), SquareFace(absent="乙丙"))
    assert missing("丙乙甲\n\u2060乙", faces) == ("乙",)
    assert missing("98%万", [face(FIGURES[0])]) == ("万",)
    assert missing("98%万", [face(FIGURES[0]), face(SONG)]) == ()
