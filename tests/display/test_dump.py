"""The text dump of a page."""

from brochure.color import BLACK, Cmyk, Spot
from brochure.diagnostics import Span
from brochure.display import DisplayList, Dot, GlyphRun, Panel, Picture, Rule, Segment, Shape
from brochure.display.dump import dump
from brochure.geometry import Point, Rect, Size

SPAN = Span("content/xining.yaml", 4, 17, 4, 21)
RUN = GlyphRun(
    at=Point(56.693, 203.668),
    face="hei",
    size=42.0,
    ink=Cmyk(1, 0.6, 0, 0.2),
    glyphs=(1, 2, 3, 4),
    xs=(0, 24.5, 49.0, 63.64),
    texts=("3", "8", ".", "6"),
    width=88.141,
    span=SPAN,
)


def _line(*marks: object, steps: bool = False) -> list[str]:
    page = DisplayList(size=Size(595.2756, 807.874), marks=marks)  # type: ignore[arg-type]
    return dump(page, steps=steps).splitlines()


def test_a_metric_value_is_one_line() -> None:
    """The walk of the house ends in this line: place, face, size, ink, width, text, and where it was
    written.
    """
    assert _line(RUN) == [
        "page 595.28 807.87",
        "text 56.69 203.67 hei 42 cmyk(1,0.6,0,0.2) w=88.14 '38.6' <4:17>",
    ]


def test_every_kind_of_mark_has_its_line() -> None:
    """Rules, panels, dots and pictures, with overprint where it is on, in painting order."""
    marks = (
        Rule(start=Point(1, 2), end=Point(30.456, 2), width=0.25, ink=BLACK, overprint=True, span=SPAN),
        Panel(box=Rect(-8.504, -0.001, 10, 20), ink=Spot(name="金", tint=0.5, alternate=BLACK)),
        Dot(centre=Point(5, 6), radius=1.5, ink=BLACK),
        Picture(box=Rect(0, 0, 60, 40), file="丁香.jpg", crop=Rect(0, 0.12345, 1, 0.75)),
    )
    assert _line(*marks)[1:] == [
        "rule 1 2 30.46 2 0.25 cmyk(0,0,0,1) overprint <4:17>",
        "panel -8.5 0 10 20 spot('金',0.5)",
        "dot 5 6 1.5 cmyk(0,0,0,1)",
        "picture 0 0 60 40 '丁香.jpg' crop=(0,0.1235,1,0.75)",
    ]


def test_steps_show_a_line_set_tighter() -> None:
    """With steps, distances from glyph to glyph follow, equal ones counted; raised glyphs and turns show
    as well.
    """
    from dataclasses import replace

    moved = replace(RUN, xs=(0, 10.5, 21.0, 26.25), ys=(0, -3, 0, 0), turn=90.0, overprint=True, span=None)
    assert _line(moved, steps=True)[1] == (
        "text 56.69 203.67 hei 42 cmyk(1,0.6,0,0.2) w=88.14 '38.6' turn=90 dx=10.5*2,5.25 dy=-3,3,0 overprint"
    )


def test_a_shape_is_its_path_and_inks() -> None:
    """A drawn outline is dumped with its origin, its path step by step, and its inks."""
    path: tuple[Segment, ...] = (("m", (0, 0)), ("l", (10, 0)), ("c", (12, 0, 14, 2, 14, 4)), ("z", ()))
    shape = Shape(at=Point(5, 6), path=path, fill=Cmyk(0, 0, 0, 1), stroke=Cmyk(1, 0, 0, 0), width=0.5)
    line = _line(shape)[1]
    assert line == "shape 5 6 [m0 0 l10 0 c12 0 14 2 14 4 z] fill=cmyk(0,0,0,1) stroke=cmyk(1,0,0,0) 0.5"


def test_codes_cutouts_and_maps_say_so() -> None:
    """The side of a code's squares, that a picture is cut out, the number a map prints or lacks."""
    square: tuple[Segment, ...] = (("m", (0, 0)), ("l", (2, 0)), ("l", (2, 2)), ("z", ()))
    box, all_of_it = Rect(0, 0, 60, 40), Rect(0, 0, 1, 1)
    marks = (
        Shape(at=Point(1, 2), path=square, fill=BLACK, module=2.0),
        Picture(box=box, file="罐.png", crop=all_of_it, cutout=True),
        Picture(box=box, file="图.jpg", crop=all_of_it, approval="GS(2024)1号"),
        Picture(box=box, file="图.jpg", crop=all_of_it, approval=""),
    )
    assert _line(*marks)[1:] == [
        "shape 1 2 [m0 0 l2 0 l2 2 z] fill=cmyk(0,0,0,1) module=2",
        "picture 0 0 60 40 '罐.png' crop=(0,0,1,1) cutout",
        "picture 0 0 60 40 '图.jpg' crop=(0,0,1,1) approval='GS(2024)1号'",
        "picture 0 0 60 40 '图.jpg' crop=(0,0,1,1) approval=''",
    ]
