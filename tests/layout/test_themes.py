"""Styles: what each is based on, what it takes over, and its inks in every theme."""

from pathlib import Path

from brochure.color import BLACK, Cmyk, Spot
from brochure.layout.styles import Profile
from tests.layout.written import changed, load

GREEN = Cmyk(0.8, 0.4, 0.7, 0.3)
GOLD = Spot(name="金", tint=0.8, alternate=Cmyk(0.2, 0.3, 0.7, 0))


def test_inks_are_shares_of_process_or_spot(tmp_path: Path) -> None:
    """Percentages become shares; a spot ink keeps its name, tint and alternate."""
    inks = load(tmp_path).theme("green").inks
    assert (inks["green"], inks["gold"], inks["text"]) == (GREEN, GOLD, BLACK)


def test_a_theme_changes_inks_and_nothing_else(tmp_path: Path) -> None:
    """The heading is green in one theme and black in the other, in one size and face."""
    layout = load(tmp_path)
    green, night = (layout.theme(name).paragraphs["heading"].text for name in ("green", "night"))
    assert (green.ink, night.ink) == (GREEN, BLACK)
    assert (green.family, green.weight, green.size) == (night.family, night.weight, night.size)
    assert layout.theme("green").metrics["band"].figure.ink == GREEN
    assert layout.theme("green").inks["pale"] == layout.theme("night").inks["pale"] == GOLD


def test_the_first_theme_is_the_layouts_own(tmp_path: Path) -> None:
    """Who asks for no theme gets the first one written."""
    layout = load(tmp_path)
    assert layout.theme("") is layout.theme("green")


def test_families_play_roles(tmp_path: Path) -> None:
    """A style names a role or a family; who changes the role's family changes every style that names it."""
    roles = "typefaces: {text: song, sign: kai}\nstyles:\n"
    written = changed("styles:\n", roles).replace("family: song", "family: text")
    paragraphs = load(tmp_path, written).theme("").paragraphs
    assert (paragraphs["body"].text.family, paragraphs["small"].text.family) == ("song", "hei")
    other = load(tmp_path, written.replace("{text: song", "{text: kai")).theme("").paragraphs
    assert {other[name].text.family for name in ("body", "heading")} == {"kai"}


def test_a_style_takes_over_what_it_does_not_say(tmp_path: Path) -> None:
    """The heading is based on body: its own weight and ink, body's face, size, leading, bold."""
    theme = load(tmp_path).theme("")
    body, heading = theme.paragraphs["body"], theme.paragraphs["heading"]
    assert (heading.text.weight, heading.text.ink) == (700, GREEN)
    assert (heading.text.family, heading.text.size, heading.leading) == ("song", 10, 20)
    assert heading.bold == heading.text
    assert body.bold is not None
    assert (body.bold.weight, body.bold.size, body.bold.ink) == (700, 10, BLACK)
    assert theme.heading_lines == {"heading": 2}


def test_metrics_take_over_from_metrics(tmp_path: Path) -> None:
    """Two is band in two columns; the label is the paragraph style it names."""
    theme = load(tmp_path).theme("")
    band, two = theme.metrics["band"], theme.metrics["two"]
    assert (band.columns, two.columns) == (3, 2)
    assert (two.figure, two.figure_drop, two.label_drop) == (band.figure, 20, 5)
    assert two.label is theme.paragraphs["small"]


def test_latin_comes_from_its_own_face_in_the_texts_weight(tmp_path: Path) -> None:
    """A family for Latin and digits; its weight, when none is given, is the text's; its scale is a share."""
    small = "small: {family: hei, weight: 500, latin: {family: song, scale: 96%}, "
    style = load(tmp_path, changed("small: {family: hei, weight: 400, ", small)).theme("").paragraphs["small"]
    assert (style.text.latin_family, style.text.latin_weight, style.text.latin_scale) == ("song", 500, 0.96)


def test_features_tracking_and_indent_come_through(tmp_path: Path) -> None:
    """What a designer says of the small type reaches the style."""
    small = "small: {features: [tnum, -liga], tracking: 0.05em, indent: 2, align: end, balance: true, "
    style = load(tmp_path, changed("small: {", small)).theme("").paragraphs["small"]
    assert (style.text.features, style.text.tracking) == (("tnum", "-liga"), 0.05)
    assert (style.indent, style.align, style.balance) == (2, "end", True)


def test_a_style_profile_changes_the_houses_where_it_differs(tmp_path: Path) -> None:
    """The layout's profile holds for every style; a style changes single rules of it."""
    text = changed("small: {", "small: {profile: {marks: half}, ")
    paragraphs = load(tmp_path, text).theme("").paragraphs
    assert paragraphs["body"].profile == Profile(mixed_gap=0.2)
    assert paragraphs["small"].profile == Profile(mixed_gap=0.2, marks="half")


def test_a_style_for_contents(tmp_path: Path) -> None:
    """Number style, title style, widths."""
    contents = load(tmp_path).theme("").contents["list"]
    assert (contents.number.family, contents.title.text.family) == ("hei", "song")
    assert (contents.number_width, contents.row, contents.rule) == (30, 20, 0)


def test_masters_and_plan_are_as_written(tmp_path: Path) -> None:
    """Art and furniture of the masters; sequences with their names and costs; the page multiple."""
    layout = load(tmp_path)
    one = layout.masters["one"]
    assert [piece.ink for piece in one.art] == ["pale"]
    assert [frame.words for frame in one.furniture] == ["{page}"]
    assert all(piece.span for piece in one.art)
    (stage,) = layout.plan
    assert [(each.name, each.masters, each.cost) for each in stage.sequences] == [
        ("short", ("one",), 0),
        ("long", ("one", "two"), 5),
    ]
    assert (layout.page_multiple, layout.safety, layout.bleed) == (2, 12, 9)


def test_the_same_text_gives_the_same_layout(tmp_path: Path) -> None:
    """Read twice: equal, and named by one digest; one changed word gives another."""
    assert load(tmp_path) == load(tmp_path)
    assert load(tmp_path).digest != load(tmp_path, changed("title: 小样", "title: 大样")).digest
