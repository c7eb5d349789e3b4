"""`brochure images`: pages as PNG pictures."""

import io
import subprocess
import sys

import pytest
from PIL import Image

from tests.cli.studio import Studio

METRIC = "      - metric: {value: '3', unit: 万只, label: 候鸟}"


def size_of(studio: Studio, path: str) -> tuple[int, int]:
    """Width and height of a picture of the project."""
    return Image.open(io.BytesIO((studio.folder / path).read_bytes())).size


def test_every_page_becomes_a_picture(studio: Studio) -> None:
    """Without words each page is a PNG of the trim at 144 dpi, named by slug and folio."""
    answer = studio.run("images")
    assert answer.code == 0
    assert answer.out.splitlines() == ["out/png/lake-p01.png", "out/png/lake-p02.png"]
    wanted = (round(100 / 25.4 * 144), round(140 / 25.4 * 144))
    assert size_of(studio, "out/png/lake-p01.png") == wanted
    assert "青海湖   2 pages" in answer.err


def test_the_same_pages_give_the_same_bytes(studio: Studio) -> None:
    """With and without the cache the pictures are the same, byte for byte."""
    first = studio.run("images", "--json").document["images"]
    again = studio.run("images", "--json", "--no-cache", "-o", "again").document["images"]
    assert [image["sha256"] for image in first] == [image["sha256"] for image in again]
    assert [image["path"] for image in again] == ["again/png/lake-p01.png", "again/png/lake-p02.png"]


def test_some_pages_at_a_resolution(studio: Studio) -> None:
    """--pages and --dpi: that page keeps its folio in the name, and the size follows."""
    (image,) = studio.run("images", "--pages", "2", "--dpi", "72", "--json").document["images"]
    assert (image["path"], image["page"]) == ("out/png/lake-p02.png", 2)
    assert (image["width"], image["height"]) == (283, 397) == size_of(studio, image["path"])


def test_a_sections_handout_in_pictures(studio: Studio) -> None:
    """--section pictures the handout, under the section's name."""
    assert studio.run("images", "--section", "birds").out == "out/png/lake-birds-p01.png\n"


def test_a_size_of_the_layout(studio: Studio) -> None:
    """--for takes a size the layout names, into a folder of that name."""
    studio.edit(
        "layouts/leaf.yaml", "bleed: 3mm", "bleed: 3mm\nimages: {tall: {height: 700}, broad: {width: 640}}"
    )
    assert studio.run("images", "--for", "tall", "--pages", "1").out == "out/png/tall/lake-p01.png\n"
    assert size_of(studio, "out/png/tall/lake-p01.png") == (500, 700)
    studio.run("images", "--for", "broad", "--pages", "1")
    assert size_of(studio, "out/png/broad/lake-p01.png") == (640, 896)


def test_a_size_of_the_house(studio: Studio) -> None:
    """--for a4-png is 150 dpi in any layout."""
    studio.run("images", "--for", "a4-png", "--pages", "1")
    assert size_of(studio, "out/png/a4-png/lake-p01.png") == (591, 827)


def test_cards_for_a_telephone(studio: Studio) -> None:
    """--for wechat: a card for each section and each metric, 1080 × 1440, whatever layout the content has."""
    studio.edit("brochure.yaml", "      - 湖水清澈", "      - lead: 湖水清澈见底。\n      - 湖水清澈")
    studio.edit("brochure.yaml", "在岛上筑巢。", f"在岛上筑巢，共3万只。\n{METRIC}")
    answer = studio.run("images", "--for", "wechat")
    assert answer.code == 0, answer.err
    names = ("01-water", "02-birds", "02-birds-1")
    assert answer.out.splitlines() == [f"out/png/wechat/lake-{name}.png" for name in names]
    assert {size_of(studio, path) for path in answer.out.splitlines()} == {(1080, 1440)}


def test_a_card_is_called_the_same_whatever_else_is_made(studio: Studio) -> None:
    """The cards of one section, and one page of all cards, bear the names they have among all."""
    studio.edit("brochure.yaml", "在岛上筑巢。", f"在岛上筑巢，共3万只。\n{METRIC}")
    one = studio.run("images", "--for", "wechat", "--section", "birds").out.split()
    assert one == ["out/png/wechat/lake-02-birds.png", "out/png/wechat/lake-02-birds-1.png"]
    assert studio.run("images", "--for", "wechat", "--pages", "3").out.split() == one[1:]


def test_cards_check_figures_against_the_text(studio: Studio) -> None:
    """A figure that its section's text does not have is warned about, though no card has the text."""
    studio.edit("brochure.yaml", "在岛上筑巢。", f"在岛上筑巢。\n{METRIC}")
    answer = studio.run("images", "--for", "wechat", "--json")
    assert answer.code == 0
    assert answer.codes == ["content/metric-not-in-text", "preflight/low-resolution"]


def test_a_coarse_picture_is_no_fault_on_a_screen(studio: Studio) -> None:
    """What stops the press for want of pixels is a warning where pixels are what is made."""
    studio.edit("layouts/leaf.yaml", "lines: 5-11}", "lines: 2-11}")
    studio.edit("layouts/leaf.yaml", "width: 100mm", "width: 200mm")
    studio.edit("layouts/leaf.yaml", "columns: 1, column: 220pt", "columns: 1, column: 500pt")
    assert studio.run("build", "--json").codes == ["preflight/low-resolution"]
    answer = studio.run("images", "--json")
    assert (answer.code, answer.codes) == (0, ["preflight/low-resolution"])
    assert [finding["severity"] for finding in answer.document["findings"]] == ["warning"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--for", "wechatt"), 1, "`wechat`"),
        (("--for", "poster"), 1, "known: a4-png, wechat"),
        (("--dpi", "5"), 2, "18 to 1200"),
        (("--dpi", "fine"), 2, "18 to 1200"),
        (("--dpi", "nan"), 2, "18 to 1200"),
        (("--dpi", "72", "--for", "wechat"), 2, "`--for` has a size already"),
        (("--pages", "3"), 1, "there is no page 3"),
        (("--section", "bird"), 1, "`birds`"),
    ],
)
def test_what_cannot_be_pictured(studio: Studio, words: tuple[str, ...], code: int, said: str) -> None:
    """An unknown size, resolution, page or section is told with what there is; nothing is written."""
    answer = studio.run("images", *words)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert not (studio.folder / "out").exists()


def test_a_build_opens_no_renderer(studio: Studio) -> None:
    """Printing a PDF loads neither the renderer nor the picture writer that `images` needs."""
    program = (
        "import sys; from brochure.cli.main import main; main(['build', '-q']); "
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    command = (sys.executable, "-c", program)
    done = subprocess.run(command, cwd=studio.folder, capture_output=True, text=True, check=True, timeout=60)
    assert {"pypdfium2", "brochure.press.screens", "brochure.press.bundle"}.isdisjoint(done.stderr.split())
