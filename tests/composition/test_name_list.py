"""Lists of names, by counting."""

from dataclasses import replace

import pytest

from brochure.composition import Galley, compose_block
from brochure.content.model import NameList
from brochure.display import GlyphRun
from brochure.layout.styles import NamesStyle, ParagraphStyle
from tests.composition.setting import EM, FACES, JUSTIFIED, origins, texts

THREE = replace(JUSTIFIED, names=NamesStyle(columns=3, width=3, gap=1))


def compose(names: list[str], ems: float, style: ParagraphStyle = THREE) -> Galley:
    """The list of *names* at a measure of *ems* in square faces."""
    return compose_block(NameList(names=tuple(names)), style, ems * EM, FACES)


def test_names_are_spread_to_one_width() -> None:
    """J10 均排: first and last character on the edges, equal gaps between."""
    galley = compose(["张三", "李小四", "王五"], 11)
    assert origins(galley, 0) == [
        *(("张", 0.0), ("三", 2.0)),
        *(("李", 4.0), ("小", 5.0), ("四", 6.0)),
        *(("王", 8.0), ("五", 10.0)),
    ]


def test_a_wider_width_opens_every_gap_alike() -> None:
    """J10: three characters over five em have gaps of one em each."""
    style = replace(THREE, names=NamesStyle(columns=2, width=5, gap=1))
    assert origins(compose(["李小四"], 11, style), 0) == [("李", 0.0), ("小", 2.0), ("四", 4.0)]


def test_names_fill_rows_in_order() -> None:
    """A row for every so many names, each a strip as high as the leading."""
    galley = compose(["张三", "李四", "王五", "赵六"], 11)
    assert texts(galley) == ["张三李四王五", "赵六"]
    assert [strip.height for strip in galley.strips] == [18.0, 18.0]


def test_a_long_name_takes_two_columns() -> None:
    """A name longer than its column takes the next one too, or begins a row where there is none."""
    galley = compose(["张三", "欧阳明远之", "王五", "阿依古丽·买提"], 11)
    assert texts(galley) == ["张三欧阳明远之", "王五阿依古丽·买提"]
    assert dict(origins(galley, 0))["欧"] == 4.0


def test_as_many_columns_as_the_measure_takes() -> None:
    """Without a number of columns the measure decides; the last one ends on its edge."""
    style = replace(THREE, names=NamesStyle(width=3, gap=1))
    galley = compose(["张三"] * 5, 19, style)
    assert [place for _, place in origins(galley, 0)] == pytest.approx([0, 2, 4, 6, 8, 10, 12, 14, 16, 18])


def test_what_a_face_lacks_is_told() -> None:
    """M3: a character without a glyph is an error, as in text."""
    from tests.composition.setting import SquareFaces
    from tests.square import SquareFace

    faces = SquareFaces(square=SquareFace(absent="㼆"))
    galley = compose_block(NameList(names=("张㼆",)), THREE, 110, faces)
    assert [remark.code for remark in galley.remarks] == ["composition/missing-glyph"]


def test_names_run_down_in_vertical_lines() -> None:
    """J10, V1: columns become tiers, a row of names a column of text."""
    galley = compose(["张三", "李小四"], 11, replace(THREE, direction="vertical"))
    heads = [
        (text, round((mark.at.y + y) / EM - 0.88, 4))
        for mark in galley.strips[0].marks
        if isinstance(mark, GlyphRun)
        for text, y in zip(mark.texts, mark.ys, strict=True)
    ]
    assert heads == [("张", 0.0), ("三", 2.0), ("李", 4.0), ("小", 5.0), ("四", 6.0)]
