"""Each check of a page: nothing on a good page, one finding on the defect it is for, with page and span.

The numbers in brackets are those of the list in docs/press.md.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from brochure.color import BLACK, PAPER, Cmyk, Spot
from brochure.diagnostics import Diagnostic, Severity
from brochure.display import Dot, Panel, Picture, Rule, Shape
from brochure.fonts import FontLibrary
from brochure.geometry import Point, Rect, mm
from brochure.preflight import CHECKS, preflight
from brochure.preflight.extent import extent
from brochure.shipped import shelf
from tests.preflight.proofs import AREA, RUN, SPAN, Desk, desk, picture, run_at

PINE = Cmyk(0.85, 0.4, 0.7, 0.35)
ONE_INCH = Rect(30, 40, 72, 54)
BLEED = Rect(-9, -9, 318, 418)


@pytest.fixture(name="desk")
def on_desk(tmp_path: Path) -> Desk:
    """The small layout and one picture."""
    return desk(tmp_path)


def only(findings: tuple[Diagnostic, ...]) -> Diagnostic:
    """The one finding there is, once it is known to say where and what to do."""
    (finding,) = findings
    assert (finding.span, finding.page) == (SPAN, 5)
    assert finding.suggestion is not None
    assert finding.message.en != finding.message.zh
    return finding


def test_a_good_page_has_no_finding(desk: Desk) -> None:
    """Text, a tinted panel to the bleed, a rule, a dot, a drawn shape, a fine picture."""
    line = Rule(start=Point(30, 300), end=Point(250, 300), width=0.5, ink=BLACK, span=SPAN)
    shape = Shape(at=Point(40, 350), path=(("m", (0, 0)), ("l", (9, 9))), stroke=BLACK, width=0.3, span=SPAN)
    assert (
        desk.findings(
            Panel(box=BLEED, ink=PINE, span=SPAN),
            picture(Rect(30, 200, 220, 165)),
            RUN,
            replace(RUN, ink=PAPER, overprint=False),
            line,
            Dot(centre=Point(50, 320), radius=1, ink=BLACK, span=SPAN),
            shape,
        )
        == ()
    )


def test_there_is_a_test_for_every_check() -> None:
    """A check that is added here and not tested fails this list."""
    assert [check.__name__ for check in CHECKS] == [  # type: ignore[attr-defined]
        "resolution",
        "total_ink",
        "rich_black",
        "small_text",
        "thin_rules",
        "missing_glyphs",
        "safe_distance",
        "full_bleed",
        "fold_distance",
        "map_approval",
        "map_number",
        "code_size",
        "code_clear",
        "soft_cutout",
    ]


# ---------------------------------------------------------------- pictures (37)


@pytest.mark.parametrize(
    ("inches", "severity"),
    [(4.0, None), (5.3, None), (5.4, Severity.WARNING), (7.9, Severity.WARNING), (8.1, Severity.ERROR)],
)
def test_resolution_is_judged_at_the_placed_size(
    desk: Desk, inches: float, severity: Severity | None
) -> None:
    """1200 pixels: 300 ppi on four inches, 226 on 5.3, 222 on 5.4, 152 on 7.9, 148 on 8.1 (37)."""
    box = Rect(-500, -500, inches * 72, inches * 54)
    found = desk.findings(picture(box))
    assert [finding.severity for finding in found] == ([severity] if severity else [])


def test_a_coarse_picture_is_told_how_small_it_may_be(desk: Desk) -> None:
    """A quarter of the picture on four inches: 150 ppi; at 300 it may be two inches wide, 51 mm."""
    finding = only(desk.findings(picture(Rect(-500, -500, 288, 216), Rect(0.5, 0.5, 0.5, 0.5))))
    assert (finding.code, finding.severity) == ("preflight/low-resolution", Severity.WARNING)
    assert "150 ppi" in finding.message.en
    assert finding.suggestion is not None
    assert "51 mm" in finding.suggestion.en


# ---------------------------------------------------------------- ink (20, 21, 25)

HEAVY = Cmyk(0.9, 0.8, 0.8, 0.51)


@pytest.mark.parametrize("kind", ["panel", "rule", "dot", "fill", "stroke"])
def test_no_ink_of_the_design_is_above_the_limit(desk: Desk, kind: str) -> None:
    """301 % where the press takes 300 %, whatever is painted with it; 300 % is allowed (20, 21)."""

    def painted(ink: Cmyk) -> Panel | Rule | Dot | Shape:
        path = (("m", (0.0, 0.0)), ("l", (9.0, 9.0)))
        match kind:
            case "panel":
                return Panel(box=ONE_INCH, ink=ink, span=SPAN)
            case "rule":
                return Rule(start=Point(30, 300), end=Point(250, 300), width=2, ink=ink, span=SPAN)
            case "dot":
                return Dot(centre=Point(50, 50), radius=3, ink=ink, span=SPAN)
            case "fill":
                return Shape(at=Point(50, 50), path=path, fill=ink, span=SPAN)  # type: ignore[arg-type]
            case _:
                return Shape(at=Point(50, 50), path=path, stroke=ink, width=1, span=SPAN)  # type: ignore[arg-type]

    finding = only(desk.findings(painted(HEAVY)))
    assert (finding.code, finding.severity) == ("preflight/too-much-ink", Severity.ERROR)
    assert "301%" in finding.message.en
    assert desk.findings(painted(Cmyk(0.9, 0.8, 0.8, 0.5))) == ()


def test_a_shape_of_two_inks_is_judged_by_the_heavier(desk: Desk) -> None:
    """A pale fill does not hide a heavy outline."""
    shape = Shape(
        at=Point(50, 50), path=(("m", (0, 0)), ("l", (9, 9))), fill=PAPER, stroke=HEAVY, width=1, span=SPAN
    )
    assert only(desk.findings(shape)).code == "preflight/too-much-ink"


def test_a_spot_ink_counts_as_one_plate(desk: Desk) -> None:
    """A solid spot is 100 %, whatever stands for it on a screen."""
    gold = Spot(name="金", tint=1.0, alternate=HEAVY)
    assert desk.findings(Panel(box=ONE_INCH, ink=gold, span=SPAN)) == ()


@pytest.mark.parametrize(
    ("ink", "rich"),
    [
        (Cmyk(0.6, 0.6, 0.76, 0.85), True),
        (Cmyk(0.6, 0.6, 0.75, 0.84), False),
        (Cmyk(0.6, 0.6, 0.6, 1.0), False),
        (BLACK, False),
    ],
)
def test_text_is_never_four_color_black(desk: Desk, ink: Cmyk, rich: bool) -> None:
    """K of 85 % and more together with over 280 % in all: colour fringes round every stroke (25)."""
    found = desk.findings(replace(RUN, ink=ink, overprint=False))
    assert [finding.code for finding in found] == (["preflight/rich-black-text"] if rich else [])
    if rich:
        assert "0/0/0/100" in (only(found).suggestion or ("",))[0]
        assert desk.findings(Panel(box=ONE_INCH, ink=ink, span=SPAN)) == ()


# ---------------------------------------------------------------- sizes (33, 34)


@pytest.mark.parametrize(
    ("ink", "size", "small"),
    [
        (BLACK, 6.0, False),
        (BLACK, 5.9, True),
        (Cmyk(0, 0, 0, 0.6), 6.0, False),
        (PAPER, 7.0, False),
        (PAPER, 6.9, True),
        (PINE, 6.9, True),
        (Cmyk(1, 0, 0, 0), 6.0, False),
        (Spot(name="金", tint=1, alternate=PINE), 6.0, False),
    ],
)
def test_text_is_large_enough_to_print(desk: Desk, ink: Cmyk | Spot, size: float, small: bool) -> None:
    """6 pt from one plate; 7 pt where white stands in a ground or several plates must meet (33)."""
    found = desk.findings(replace(RUN, ink=ink, size=size))
    assert [finding.code for finding in found] == (["preflight/small-text"] if small else [])
    if small:
        assert only(found).severity is Severity.WARNING
        assert "西宁之春" in found[0].message.zh


def test_rules_and_outlines_are_thick_enough_to_hold(desk: Desk) -> None:
    """A quarter of a point is the finest line; fills have no thickness (34)."""
    thin = Rule(start=Point(30, 300), end=Point(250, 300), width=0.2, ink=BLACK, span=SPAN)
    path = (("m", (0.0, 0.0)), ("l", (9.0, 9.0)))
    drawn = Shape(at=Point(50, 50), path=path, stroke=BLACK, width=0.2, span=SPAN)  # type: ignore[arg-type]
    for mark in (thin, drawn):
        finding = only(desk.findings(mark))
        assert (finding.code, finding.severity) == ("preflight/thin-rule", Severity.WARNING)
    assert desk.findings(replace(thin, width=0.25)) == ()
    assert desk.findings(replace(drawn, stroke=None, fill=BLACK)) == ()


# ---------------------------------------------------------------- glyphs (30)


def test_a_missing_glyph_never_prints(desk: Desk) -> None:
    """Glyph 0 is a box: an error that names the character and the face (30)."""
    finding = only(desk.findings(replace(RUN, glyphs=(1, 2, 0, 4))))
    assert (finding.code, finding.severity) == ("preflight/missing-glyph", Severity.ERROR)
    assert "之" in finding.message.en
    assert "Square" in finding.message.en


# ---------------------------------------------------------------- the knife (36, 45)


@pytest.mark.parametrize(
    ("x", "y", "near"),
    [
        (12, 100, False),
        (11, 100, True),
        (300 - 40 - 12, 100, False),
        (300 - 40 - 11, 100, True),
        (60, 12 + 8.8, False),
        (60, 11 + 8.8, True),
        (60, 400 - 12 - 1.2, False),
        (60, 400 - 11 - 1.2, True),
    ],
)
def test_text_keeps_its_distance_from_the_trim(desk: Desk, x: float, y: float, near: bool) -> None:
    """Twelve points on all four sides, measured from the em boxes (36)."""
    found = desk.findings(run_at(x, y))
    assert [finding.code for finding in found] == (["preflight/near-trim"] if near else [])
    if near:
        assert only(found).severity is Severity.WARNING


def test_text_over_the_trim_is_an_error(desk: Desk) -> None:
    """What the knife would cut stops the press, and says by how much."""
    finding = only(desk.findings(run_at(-20, 100)))
    assert (finding.code, finding.severity) == ("preflight/near-trim", Severity.ERROR)
    assert "7.1 mm" in finding.message.en


def test_a_raised_figure_does_not_make_a_line_a_column(desk: Desk) -> None:
    """A line whose second glyph is raised still ends where it ends: too near the right edge."""
    raised = replace(run_at(300 - 40 - 5, 100), ys=(0.0, -3.0, 0.0, 0.0))
    assert extent(raised) == pytest.approx(Rect(255, 100 - 3 - 8.8, 40, 13))
    assert only(desk.findings(raised)).code == "preflight/near-trim"


def test_a_column_reaches_from_its_first_to_its_last_character(desk: Desk) -> None:
    """Set downwards: one em wide from its origin, its foot below the last glyph."""
    column = replace(RUN, at=Point(50, 100), xs=(0.0,) * 4, ys=(0.0, 10.0, 20.0, 30.0))
    assert extent(column) == pytest.approx(Rect(50, 91.2, 10, 40))
    low = replace(column, at=Point(50, 400 - 12 - 30))
    assert only(desk.findings(low)).code == "preflight/near-trim"
    assert desk.findings(replace(column, at=Point(300 - 12 - 10, 100))) == ()
    assert only(desk.findings(replace(column, at=Point(300 - 11 - 10, 100)))).code == "preflight/near-trim"


def test_a_turned_run_reaches_down(desk: Desk) -> None:
    """Turned a quarter clockwise it runs down from its origin, its heads to the right."""
    assert extent(replace(RUN, turn=90.0)) == pytest.approx(Rect(60 - 1.2, 100, 10, 40))
    assert desk.findings(replace(RUN, at=Point(60, 340), turn=90.0)) == ()
    assert only(desk.findings(replace(RUN, at=Point(60, 350), turn=90.0))).code == "preflight/near-trim"


SIDES = {
    "left": (Rect(0, 40, 100, 75), Rect(-9, 40, 100, 75)),
    "right": (Rect(200, 40, 100, 75), Rect(200, 40, 109, 75)),
    "head": (Rect(40, 0, 100, 75), Rect(40, -9, 100, 75)),
    "foot": (Rect(40, 325, 100, 75), Rect(40, 325, 100, 84)),
    "half way": (Rect(-4, 40, 100, 75), Rect(-9, 40, 100, 75)),
}


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("kind", ["picture", "panel"])
def test_what_reaches_the_trim_reaches_the_bleed(desk: Desk, side: str, kind: str) -> None:
    """A picture or ground that ends on the trim, or half way into the bleed, on any side (45)."""

    def painted(box: Rect) -> Panel | Picture:
        return Panel(box=box, ink=PINE, span=SPAN) if kind == "panel" else picture(box)

    short, full = SIDES[side]
    finding = only(desk.findings(painted(short)))
    assert (finding.code, finding.severity) == ("preflight/short-bleed", Severity.WARNING)
    assert f"{9 / mm(1):.0f} mm" in finding.message.en
    assert desk.findings(painted(full)) == ()


def test_what_stands_clear_of_the_trim_needs_no_bleed(desk: Desk) -> None:
    """A picture in the type area."""
    assert desk.findings(picture(AREA)) == ()


def test_the_blank_half_of_a_bracket_is_not_near(desk: Desk) -> None:
    """A bracket trimmed at a line's start begins half an em before its ink; the knife cuts ink."""
    face = FontLibrary.read(shelf("fonts")).face("song", 400)
    shaped = face.shape("「西」")
    run = replace(
        run_at(12 - 4.5, 100),
        face=face.name,
        glyphs=shaped.glyphs,
        xs=(0.0, 10.0, 20.0),
        texts=tuple("「西」"),
    )
    page = desk.page(run)
    assert extent(run).x < 12
    assert preflight([page], {face.name: face}, {}, desk.layout) == ()
    nearer = desk.page(replace(run, at=Point(12 - 9, 100)))
    assert [finding.code for finding in preflight([nearer], {face.name: face}, {}, desk.layout)] == [
        "preflight/near-trim"
    ]
