"""Lines and paragraphs recovered from nothing but glyphs and their places."""

from brochure.composition import set_vertical
from brochure.display import GlyphRun, Mark, moved
from brochure.inspection.composition import Proof, inspect_composition, reread_lines
from tests.inspection.composition.manuscripts import paragraphs
from tests.inspection.composition.printing import (
    LEADING,
    SONG,
    hand_set,
    library,
    page_of,
    printed,
    set_paragraph,
    shifted,
)
from tests.inspection.composition.rows import HAN, MORE


def _lines(*marks: Mark) -> list[str]:
    return [line.text for line in reread_lines(printed([marks]))[0]]


def _proof(*pages: list[Mark]) -> Proof:
    return inspect_composition(printed(pages))


def _texts(proof: Proof) -> list[list[str]]:
    return [[line.line.text for line in paragraph.lines] for paragraph in proof.paragraphs]


def test_the_lines_that_were_set_come_back() -> None:
    """Of forty paragraphs at many measures every line is recovered, spaces at line ends and all."""
    galleys = [set_paragraph(text, 12 + at % 29) for at, text in enumerate(paragraphs(40, seed=40))]
    lines, _ = reread_lines(printed([page_of(galleys)]))
    assert [line.text for line in lines] == [
        strip.line.text for galley in galleys for strip in galley.strips if strip.line is not None
    ]


def test_paragraphs_come_back() -> None:
    """And so is every paragraph, as one text."""
    texts = list(paragraphs(40, seed=41))
    proof = inspect_composition(printed([page_of(set_paragraph(text, 24) for text in texts)]))
    assert [paragraph.text for paragraph in proof.paragraphs] == texts


def test_columns_side_by_side_are_lines_of_their_own() -> None:
    """A gutter of 1.5 em parts lines that were painted at different times; a word space does not part
    words.
    """
    left = [hand_set(HAN, at) for at in range(2)]
    right = [shifted(hand_set(MORE, at), right=115.0) for at in range(2)]
    assert _lines(*left, *right) == [HAN, HAN, MORE, MORE]
    assert _lines(hand_set("open data", 0)) == ["open data"]


def test_blank_halves_of_marks_do_not_bridge_a_gutter() -> None:
    """Two em of gutter between a stop and a bracket are one em between their boxes; they stay two lines."""
    left = [hand_set(HAN + "。", at) for at in range(2)]
    right = [shifted(hand_set("“" + MORE, at), right=left[0].width + left[0].size) for at in range(2)]
    assert _lines(*left, *right) == [HAN + "。"] * 2 + ["“" + MORE] * 2


def test_a_line_painted_in_pieces_is_one() -> None:
    """Runs of several faces and sizes on one baseline join, in the order of their places."""
    first = hand_set("山谷", 0)
    second = shifted(hand_set("河岸", 0, face=library().face("hei", 700)), right=first.width)
    assert _lines(second, first) == ["山谷河岸"]


def test_a_line_driven_far_apart_is_one() -> None:
    """Four characters two em apart, painted one after the other, are still one line."""
    assert _lines(hand_set("山谷河岸", 0, to=10.0)) == ["山谷河岸"]


def test_a_raised_figure_belongs_to_its_line() -> None:
    """A small figure a third of an em up is part of the word before it, not a line."""
    word = hand_set("15km", 0)
    two = shifted(hand_set("2", 0, size=6.2), right=word.width, down=-3.4)
    assert _lines(word, two, shifted(hand_set("水渠", 0), right=word.width + two.width)) == ["15km2水渠"]


def test_a_shadow_is_not_read_twice() -> None:
    """The same glyphs painted twice at one place count once."""
    assert _lines(hand_set(HAN, 0), hand_set(HAN, 0)) == [HAN]


def test_stacked_characters_are_a_vertical_line() -> None:
    """A running head set downwards is one line; columns of them go from right to left (GB 5.2)."""
    column = set_vertical("山谷河岸，老街新城", SONG, library())
    marks = [moved(run, 200.0 - 20.0 * at, 40.0) for at in range(2) for run in column.runs]
    lines, _ = reread_lines(printed([marks]))
    assert [(line.turn, line.text) for line in lines] == [("down", "山谷河岸，老街新城")] * 2
    assert lines[0].down < lines[1].down
    assert round(lines[0].end - lines[0].start, 3) == round(column.width, 3)


def test_the_rules_of_line_edges_hold_downwards_too() -> None:
    """V3: a column that begins with a comma breaks K1."""
    columns = ("山谷河岸老街新城", "，果园渡口书院车", "山谷河岸老街新城", "完")
    marks: list[Mark] = []
    for at, text in enumerate(columns):
        marks += [moved(run, 200.0 - 18.0 * at, 40.0) for run in set_vertical(text, SONG, library()).runs]
    proof = _proof(marks)
    assert [found.rule for found in proof.faults] == ["K1"]


def test_turned_lines_are_read_in_their_direction() -> None:
    """A line turned by a quarter reads like any other."""
    run = hand_set(HAN, 4)
    turned = GlyphRun(**{name: getattr(run, name) for name in run.__slots__} | {"turn": 90.0})
    lines, _ = reread_lines(printed([[turned, hand_set(MORE, 12)]]))
    assert [(line.turn, line.text) for line in lines] == [(270, HAN), (0, MORE)]


# ---------------------------------------------------------------- paragraphs


def test_an_indent_begins_a_paragraph() -> None:
    """Lines at one leading are parted where one stands in."""
    marks: list[Mark] = [
        hand_set(HAN[:8], 0, indent=2.0),
        hand_set(HAN, 1),
        hand_set(MORE[:8], 2, indent=2.0),
        hand_set(MORE, 3),
    ]
    assert _texts(_proof(marks)) == [[HAN[:8], HAN], [MORE[:8], MORE]]


def test_a_short_line_with_an_end_mark_ends_a_paragraph() -> None:
    """Without indents a paragraph ends where a line stops short; a full line goes on."""
    marks: list[Mark] = [hand_set(HAN, 0), hand_set("完成了。", 1), hand_set(HAN, 2), hand_set(MORE, 3)]
    assert _texts(_proof(marks)) == [[HAN, "完成了。"], [HAN, MORE]]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    """Where no indent says otherwise, the text is read on."""
    first = [hand_set(HAN[:8], 0, indent=2.0), *(hand_set(HAN, at) for at in (1, 2))]
    second: list[Mark] = [shifted(hand_set(MORE, at), right=130.0) for at in range(3)]
    third: list[Mark] = [hand_set(MORE, 0), hand_set(HAN, 1), hand_set("完。", 2)]
    proof = _proof([*first, *second], third)
    assert [len(paragraph.lines) for paragraph in proof.paragraphs] == [9]


def test_parts_on_a_page_are_told_apart() -> None:
    """Title, caption and folio by size and repetition; the text goes on from page to page as one."""
    pages: list[list[Mark]] = [
        [
            hand_set(title, 0, size=20.0),
            *(hand_set(HAN, 2 + at) for at in range(4)),
            shifted(hand_set(caption, 0, size=8.0), down=8 * LEADING),
            shifted(hand_set(folio, 0, size=8.0), down=10 * LEADING),
        ]
        for title, caption, folio in (
            ("山谷与河岸", "老街", "1"),
            ("山谷与河岸", "新城", "2"),
            ("果园", "渡口", "3"),
        )
    ]
    first, second, third = (
        [paragraph.role for paragraph in _proof(*pages).paragraphs if paragraph.lines[0].line.page == number]
        for number in (1, 2, 3)
    )
    assert first == ["furniture", "body", "caption", "furniture"]
    assert second == ["furniture", "caption", "furniture"]
    assert third == ["display", "caption", "furniture"]


def test_figures_one_under_another_are_no_paragraph() -> None:
    """A column of numbers is not read as one number broken over lines (U3)."""
    proof = _proof(
        [
            *(hand_set(HAN, at) for at in range(3)),
            *(hand_set(text, 6 + at) for at, text in enumerate(("1,234", "567", "89.01"))),
        ]
    )
    assert not [found for found in proof.violations if found.rule == "U3"]
