"""Shaping: glyphs, widths and clusters of Chinese text in the shipped faces."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.fonts import Face
from tests.fonts.shelf import FIGURES, HAN, KAI, NOTO, SHELF, SONG, face

TGH = (Path(__file__).parent / "data" / "tgh.txt").read_text(encoding="utf-8").replace("\n", "")


def test_empty_text_has_no_glyphs() -> None:
    """Nothing shapes to nothing."""
    assert face(SONG).shape("").glyphs == ()
    assert face(SONG).shape("", direction="ttb").clusters == ()


@pytest.mark.parametrize("file", NOTO)
def test_dash_pair_is_one_wide_glyph(file: str) -> None:
    """The Chinese dash —— is one unbroken stroke of two em, in the cluster of its first half."""
    run = face(file).shape("春——夏")
    assert run.advances == (1000, 2000, 1000)
    assert run.clusters == (0, 1, 3)


@pytest.mark.parametrize("file", HAN)
def test_han_and_full_width_marks_take_one_em(file: str) -> None:
    """Characters and full-width marks, quotation marks among them, are one em wide in every Han face."""
    text = "西宁，。、；：？！“”‘’（）《》「」……"
    assert face(file).shape(text).advances == (1000,) * len(text)


@pytest.mark.parametrize("file", HAN)
def test_ink_of_a_mark_keeps_to_its_half_of_the_cell(file: str) -> None:
    """Openers have their ink in the right half, closers and stops in the left: they can be squeezed (P1).

    Two units of Kai's question mark stick out; that is a fiftieth of a millimetre at 30 pt.
    """
    opening, closing = "“‘（《〈「『【〔", "”’）》〉」』】〕，。、；："
    run = face(file).shape(opening + closing)
    ink = [face(file).bounds(glyph) for glyph in run.glyphs]
    assert all(left >= 500 for left, _, _, _ in ink[: len(opening)])
    assert all(right <= 502 for _, _, right, _ in ink[len(opening) :])


def test_kerning_is_off_unless_asked_for() -> None:
    """AV keeps the widths of A and V; with `kern` it closes up; Han text never changes."""
    plain, kerned = face(SONG).shape("AV西宁，"), face(SONG).shape("AV西宁，", ("kern",))
    assert plain.advances[0] == face(SONG).advance(plain.glyphs[0])
    assert kerned.advances[0] < plain.advances[0]
    assert kerned.advances[2:] == plain.advances[2:] == (1000,) * 3


def test_features_are_switched_by_name() -> None:
    """`halt` halves a comma, `-liga` keeps f and i apart, a word that is no tag is refused."""
    assert face(SONG).shape("，", ("halt",)).advances == (500,)
    assert len(face(SONG).shape("fi").glyphs) == 1
    assert len(face(SONG).shape("fi", ("-liga",)).glyphs) == 2
    with pytest.raises(ValueError, match="four letters"):
        face(SONG).shape("，", ("kerning",))


@pytest.mark.parametrize("file", FIGURES)
def test_figures_stack_unless_set_proportionally(file: str) -> None:
    """Digits share one width; with `pnum` the 1 is narrower than the 8."""
    digits = "0123456789"
    assert len(set(face(file).shape(digits).advances)) == 1
    run = face(file).shape(digits, ("pnum",))
    assert run.advances[1] < run.advances[8]


def test_clusters_count_code_points() -> None:
    """A character outside the basic plane counts as one, a ligature stands for both its letters."""
    run = face(SONG).shape("𬭎𫚕fi年")
    assert run.clusters == (0, 1, 2, 4)


def test_vertical_setting_takes_vertical_forms() -> None:
    """Downwards a comma, a bracket and a dash change form; advances count down the column."""
    text = "，（——西"
    across, down = face(SONG).shape(text), face(SONG).shape(text, direction="ttb")
    assert down.advances == (1000, 1000, 2000, 1000)
    assert [a == d for a, d in zip(across.glyphs, down.glyphs, strict=True)] == [False, False, False, True]
    assert down.x_offsets[-1] == -500
    assert down.y_offsets[-1] == -880


def test_uncovered_character_is_glyph_zero() -> None:
    """What the face lacks is glyph 0, never another character's shape."""
    assert not face(SONG).covers("㼆")
    assert face(SONG).shape("西㼆").glyphs[1] == 0


@pytest.mark.parametrize(
    ("file", "cap", "x"), [(SONG, 0.729, 0.514), (KAI, 0.695, 0.468), (FIGURES[0], 0.67, 0.475)]
)
def test_measures_come_in_em(file: str, cap: float, x: float) -> None:
    """Heights are those of the OS/2 table; the em box is the ideographic one, not the line of a screen."""
    shown = face(file)
    assert (shown.cap_height, shown.x_height) == pytest.approx((cap, x))
    assert (shown.ascent, shown.descent) == pytest.approx((0.88, 0.12))
    glyph = shown.glyph("H")
    assert glyph
    assert shown.bounds(glyph)[3] / shown.units_per_em == pytest.approx(cap, abs=0.015)


def test_blank_glyph_has_no_ink() -> None:
    """The ideographic space is a cell without ink."""
    (glyph,) = face(SONG).shape("\u3000").glyphs
    assert face(SONG).bounds(glyph) == (0, 0, 0, 0)
    assert face(SONG).advance(glyph) == 1000


@given(st.text(st.sampled_from(TGH), max_size=40))
def test_han_text_shapes_one_to_one(text: str) -> None:
    """Each Han character is one glyph, one em wide, in its own cluster, wherever it stands."""
    run = face(SONG).shape(text)
    assert run.advances == (1000,) * len(text)
    assert run.clusters == tuple(range(len(text)))
    assert run.glyphs == tuple(face(SONG).glyph(char) for char in text)


@given(st.text(st.sampled_from("西宁，。——…·“”（）AVfi0158% é\u0301—"), max_size=30))
def test_clusters_never_go_back(text: str) -> None:
    """Clusters rise along the run and start at the text's first character."""
    run = face(SONG).shape(text)
    assert list(run.clusters) == sorted(run.clusters)
    assert run.clusters[:1] == (0,)[: len(text)]


def test_an_author_s_face_is_read_once(tmp_path: Path) -> None:
    """A face without a recorded digest still shapes after its file has been cut short under it."""
    path = tmp_path / "own.ttf"
    path.write_bytes((SHELF / FIGURES[0]).read_bytes())
    own = Face(path)
    path.write_bytes(b"")
    assert own.shape("98%").advances == face(FIGURES[0]).shape("98%").advances
    assert len(own.digest) == 64
