"""Lists in square faces: markers, hanging text, what holds together."""

from dataclasses import replace

import pytest

from brochure.composition.lists import compose_list
from brochure.content.apart import List, ListItem, Marker
from tests.composition.setting import FACES, texts
from tests.composition.standing import BASE, LIST, heights, runs, words


def listed(*items: str, marker: Marker = "bullet") -> List:
    """A list of plain items."""
    return List(items=tuple(ListItem(text=words(item)) for item in items), marker=marker)


def test_the_text_hangs_two_em_and_the_marker_stands_at_the_left() -> None:
    """Ten em wide: eight characters beside the bullet, the ninth below the first."""
    galley = compose_list(listed("一二三四五六七八九十"), LIST, 100.0, FACES)
    assert texts(galley) == ["一二三四五六七八", "九十"]
    assert runs(galley.strips[0].marks) == [("•", 0.0, BASE), ("一二三四五六七八", 20.0, BASE)]
    assert runs(galley.strips[1].marks) == [("九十", 20.0, BASE)]
    assert heights(galley) == [1, 1]


def test_items_are_counted() -> None:
    """Figures with a point, or circled, from one."""
    numbers = compose_list(listed("甲", "乙", marker="number"), LIST, 100.0, FACES)
    assert [runs(strip.marks)[0][0] for strip in numbers.strips] == ["1.", "2."]
    circled = compose_list(listed(*["甲"] * 50, marker="circled"), LIST, 100.0, FACES)
    markers = "".join(runs(strip.marks)[0][0] for strip in circled.strips)
    assert markers[:3] + markers[18:22] + markers[33:37] + markers[-1] == "①②③⑲⑳㉑㉒㉞㉟㊱㊲㊿"


def test_numbers_may_end_before_the_text() -> None:
    """Set to the end: half an em between point and text, one and two figures alike."""
    style = replace(LIST, align="end")
    galley = compose_list(listed(*["甲"] * 10, marker="number"), style, 100.0, FACES)
    assert runs(galley.strips[0].marks)[0] == ("1.", 5.0, BASE)
    assert runs(galley.strips[9].marks)[0] == ("10.", 0.0, BASE)


@pytest.mark.parametrize(("hang", "left"), [(1.0, 20.0), (1.5, 15.0), (3.0, 30.0)])
def test_the_hang_grows_to_whole_em_where_the_marker_needs_it(hang: float, left: float) -> None:
    """“1.” is one em wide and wants a quarter more: one em of hang becomes two, one and a half will do."""
    galley = compose_list(listed("甲", marker="number"), replace(LIST, hang=hang), 100.0, FACES)
    assert runs(galley.strips[0].marks)[1] == ("甲", left, BASE)


def test_items_below_are_dashed_and_hang_deeper() -> None:
    """The dash stands where the text above begins; the parts are counted in reading order."""
    inner = ListItem(text=words("甲"))
    block = List(items=(ListItem(text=words("一"), items=(inner, inner)), ListItem(text=words("二"))))
    galley = compose_list(block, LIST, 100.0, FACES)
    assert runs(galley.strips[1].marks) == [("–", 20.0, BASE), ("甲", 40.0, BASE)]
    assert [strip.part for strip in galley.strips] == [0, 1, 2, 3]
    assert [strip.tied for strip in galley.strips] == [True, False, False, False]


def test_g4_no_line_of_an_item_stands_alone() -> None:
    """G4: two and three lines go together, four may be parted in the middle, items anywhere."""
    galley = compose_list(listed("八" * 16, "八" * 24, "八" * 32), LIST, 100.0, FACES)
    assert [strip.tied for strip in galley.strips] == [
        *(True, False),
        *(True, True, False),
        *(True, False, True, False),
    ]


def test_another_leading_fills_whole_lines() -> None:
    """Three lines led by twelve points fill two lines of the grid, in one strip on its baseline."""
    style = replace(LIST, text=replace(LIST.text, leading=12.0))
    galley = compose_list(listed("八" * 24), style, 100.0, FACES)
    assert heights(galley) == [2]
    assert [y for _, _, y in runs(galley.strips[0].marks)[1:]] == [BASE, BASE + 12, BASE + 24]


def test_a_missing_glyph_names_its_item() -> None:
    """The remark knows the part it is about."""
    from tests.composition.setting import SquareFaces
    from tests.square import SquareFace

    faces = SquareFaces(square=SquareFace(absent="丙"))
    galley = compose_list(listed("甲", "乙丙"), LIST, 100.0, faces)
    assert [(remark.code, remark.part, remark.about) for remark in galley.remarks] == [
        ("composition/missing-glyph", 1, "丙")
    ]
