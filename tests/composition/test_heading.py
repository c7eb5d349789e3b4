"""Headings: where they break, and where their ink stands."""

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.composition import Galley, compose_heading
from brochure.content.model import Title
from brochure.layout.styles import Align
from tests.composition.setting import EM, FACES, JUSTIFIED, SquareFaces, origins, texts
from tests.square import SquareFace

HEADING = replace(JUSTIFIED, align="start")


def title(text: str) -> Title:
    """A title written with its author's seams as ``|``."""
    seams = [at - number for number, at in enumerate(at for at, char in enumerate(text) if char == "|")]
    return Title(text=text.replace("|", ""), seams=tuple(seams))


def heading(text: str, ems: float, align: Align = "start", keep: tuple[str, ...] = ()) -> Galley:
    """*text* as a heading at a measure of *ems*."""
    return compose_heading(title(text), replace(HEADING, align=align), ems * EM, FACES, keep=keep)


def test_short_heading_is_one_line() -> None:
    """What fits stays on one line, seams or not."""
    assert texts(heading("向「绿」而行 |向「新」发力", 20)) == ["向「绿」而行 向「新」发力"]


def test_author_decides_first() -> None:
    """D2: a heading breaks at its author's seam, before punctuation and words are looked at."""
    assert texts(heading("聚力构建现代产业体系，加快建设|创新中心城市", 16)) == [
        "聚力构建现代产业体系，加快建设",
        "创新中心城市",
    ]


def test_only_as_many_seams_as_needed() -> None:
    """D2: seams allow breaks, they do not force them: two lines when two hold it."""
    assert texts(heading("聚力构建|现代产业体系，|加快建设|创新中心城市", 12)) == [
        "聚力构建现代产业体系，",
        "加快建设创新中心城市",
    ]


def test_space_at_a_break_takes_no_room() -> None:
    """The space at a seam stays in the text and hangs off the line without width."""
    galley = heading("向「绿」而行 |向「新」发力", 6)
    assert texts(galley) == ["向「绿」而行 ", "向「新」发力"]
    assert galley.strips[0].line is not None
    assert galley.strips[0].line.width == 6 * EM


def test_breaks_after_punctuation() -> None:
    """D2: without seams the break after ， is taken, and the comma stays at the line's end."""
    assert texts(heading("继往开来启新程，踔厉奋发向未来", 10)) == ["继往开来启新程，", "踔厉奋发向未来"]


def test_breaks_between_words_when_it_must() -> None:
    """D2, D3: with neither seam nor mark the break stands between words, the lines nearly even."""
    first, second = texts(heading("西宁奋力推进中国式现代化高原新实践", 10))
    assert abs(len(first) - len(second)) <= 3
    assert not second.startswith(("的", "了", "化", "式", "践"))


def test_kept_names_are_not_broken() -> None:
    """U10: a declared name stays on one line of a heading."""
    lines = texts(heading("中国西宁环青海湖国际公路自行车赛", 9, keep=("环青海湖国际",)))
    assert any("环青海湖国际" in line for line in lines)


@pytest.mark.parametrize("ems", [6, 7, 8, 9, 10, 12, 15])
def test_no_lone_character_on_a_line(ems: int) -> None:
    """D3, G3: at any measure no line of a heading holds a single character."""
    lines = texts(heading("聚力构建现代产业体系，加快建设产业“四地”上的创新中心城市", ems))
    assert all(sum(char not in "，“”" for char in line) >= 2 for line in lines)


def test_word_longer_than_the_measure_is_an_error() -> None:
    """An unbreakable word that does not fit is reported as in a paragraph."""
    galley = heading("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 5)
    assert [remark.code for remark in galley.remarks] == ["composition/overfull"]


def test_too_many_lines_are_told() -> None:
    """More lines than the style wants are a warning that says how many."""
    style = replace(HEADING, max_lines=2)
    galley = compose_heading(title("继往开来，启新程，踔厉奋发，向未来"), style, 5 * EM, FACES)
    (remark,) = galley.remarks
    assert (remark.severity, remark.code) == ("warning", "composition/too-many-lines")
    assert f"{len(galley.strips)} lines" in remark.message.en


def test_very_long_title_is_set_like_text() -> None:
    """A page of text passed as a title is set in linear time, whole."""
    text = "继往开来启新程踔厉奋发向未来" * 300
    assert "".join(texts(heading(text, 20, align="justify"))) == text


def test_empty_title_has_no_strips() -> None:
    """Nothing in, nothing out."""
    assert heading(" ", 10).strips == ()


class OpenInk(SquareFace):
    """Han ink fills 0.05-0.95 em of its cell, an opening quote 0.6-0.9."""

    def bounds(self, glyph: int) -> tuple[int, int, int, int]:
        """By character."""
        if chr(glyph) in "“「":
            return (600, 500, 900, 800)
        return (100, 0, 250, 100) if chr(glyph) == "，" else (50, -70, 950, 830)


def test_opening_mark_hangs_to_align_its_ink() -> None:
    """H2: a display line that opens with a mark stands with the mark's ink where Han ink would stand."""
    faces = SquareFaces(square=OpenInk())
    galley = compose_heading(title("“一二”三"), HEADING, 100, faces)
    ((char, origin), *_) = origins(galley, 0)
    assert char == "“"
    assert origin + 0.6 == pytest.approx(0.05)


def test_centred_line_is_centred_on_its_ink() -> None:
    """D6: a trailing mark's narrow ink, not its cell, counts for centring."""
    faces = SquareFaces(square=OpenInk())
    galley = compose_heading(title("一二，"), replace(HEADING, align="center"), 100, faces)
    places = origins(galley, 0)
    left = places[0][1] + 0.05
    right = places[-1][1] + 0.25
    assert left == pytest.approx(10 - right)


@given(st.text("一二三四五六，。：“”（）ab1 ", min_size=1, max_size=60), st.sampled_from([6, 9, 14]))
@settings(max_examples=60, deadline=None)
def test_heading_lines_rejoin(text: str, ems: int) -> None:
    """T2: whatever is written, the lines of a heading join to it."""
    galley = heading(text, ems)
    if text.strip():
        assert "".join(texts(galley)) == text


def test_segmenter_is_not_loaded_for_seams_and_marks() -> None:
    """Start-up: a heading that breaks at a seam or mark does not load the dictionary of the segmenter."""
    program = (
        "import sys\n"
        "from tests.composition.test_heading import heading\n"
        "heading('继往开来启新程，踔厉奋发向未来', 10)\n"
        "heading('中国西宁|环青海湖国际公路', 10)\n"
        "assert 'rjieba' not in sys.modules\n"
        "heading('西宁奋力推进中国式现代化高原新实践', 10)\n"
        "assert 'rjieba' in sys.modules\n"
    )
    subprocess.run((sys.executable, "-c", program), check=True)


@pytest.mark.parametrize(
    ("text", "told"), [("西宁之夏。", True), ("西宁之夏", False), ("西宁有多凉？", False), ("来！", False)]
)
def test_a_heading_takes_no_full_stop(text: str, told: bool) -> None:
    """D4: a stop at the end is told, ？ and ！ are not; the heading is set as it is written."""
    galley = compose_heading(Title(text=text), HEADING, 100, FACES)
    assert ["composition/heading-stop"] * told == [remark.code for remark in galley.remarks]
    assert "".join(texts(galley)) == text
