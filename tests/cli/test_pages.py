"""Some pages of an edition, and handouts in one zip."""

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest

from brochure.cli.command_line import CommandLineError
from brochure.cli.jobs import pages_asked
from brochure.inspection.pixels import page_pixels
from brochure.press import PageRange
from tests.cli.studio import PRESS_FILE, Studio

SECOND = "out/lake_100x140_p2_press.pdf"


@pytest.mark.parametrize(
    ("words", "ranges"),
    [
        ("2", [(2, 2)]),
        ("2,5-8", [(2, 2), (5, 8)]),
        ("9-", [(9, None)]),
        (" 5-8 , 2,2", [(2, 2), (5, 8)]),
        ("2，5–8", [(2, 2), (5, 8)]),
        ("", []),
    ],
)
def test_pages_are_named_by_numbers_and_ranges(words: str, ranges: list[tuple[int, int | None]]) -> None:
    """Numbers and ranges, in any order, with Chinese commas and dashes too, each once and sorted."""
    assert pages_asked(words) == tuple(PageRange(*some) for some in ranges)


@pytest.mark.parametrize("words", ["0", "a", "8-5", "1,,2", "-3", "1.5", "２", "1-2-3", "123456"])
def test_what_names_no_pages_is_a_usage_fault(words: str) -> None:
    """Anything else is refused before a page is set."""
    with pytest.raises(CommandLineError):
        pages_asked(words)


def test_one_page_of_the_brochure(studio: Studio) -> None:
    """--pages 2 prints that page alone under a name that says so, and leaves the whole file alone."""
    studio.run("build")
    whole = (studio.folder / PRESS_FILE).read_bytes()
    answer = studio.run("build", "--pages", "2")
    assert (answer.code, answer.out) == (0, f"{SECOND}\n")
    assert (studio.folder / PRESS_FILE).read_bytes() == whole
    pixels = list(page_pixels(whole, (300, 420)))
    assert list(page_pixels((studio.folder / SECOND).read_bytes(), (300, 420))) == pixels[1:]
    with pikepdf.open(studio.folder / SECOND) as part:
        assert len(part.pages) == 1
        assert part.Root.OutputIntents[0].S == "/GTS_PDFX"
        with part.open_outline() as outline:
            assert [entry.title for entry in outline.root] == ["鸟岛"]
            target = outline.root[0].destination
            assert isinstance(target, pikepdf.Array)
            assert target[0].objgen == part.pages[0].objgen


def test_an_open_range_reaches_the_last_page(studio: Studio) -> None:
    """--pages 1- is every page, and the outline is the whole one."""
    studio.run("build", "--pages", "1-")
    path = studio.folder / "out/lake_100x140_p1-_press.pdf"
    with pikepdf.open(path) as part, part.open_outline() as outline:
        assert [entry.title for entry in outline.root] == ["湖水", "鸟岛"]
        assert len(part.pages) == 2


def test_a_page_that_is_not_there(studio: Studio) -> None:
    """A page beyond the last is an error that says how many there are; nothing is written."""
    answer = studio.run("build", "--pages", "2,5")
    assert answer.code == 1
    assert "error[press/no-such-page]: there is no page 5: `lake` has 2 pages" in answer.err
    assert "--pages 1-2" in answer.err
    assert not (studio.folder / "out").exists()
    assert studio.run("build", "--pages", "two").code == 2


def test_pages_of_handouts(studio: Studio) -> None:
    """Handouts take --pages too; one without such a page does not keep the others back."""
    assert studio.run("handouts", "2", "--pages", "1").out == "out/handouts/02-birds_p1.pdf\n"
    answer = studio.run("handouts", "--pages", "2", "--zip", "--json")
    assert (answer.code, answer.codes) == (1, ["press/no-such-page"] * 2)
    assert "zip" not in answer.document


def test_handouts_in_a_layout_the_content_was_not_written_for(studio: Studio) -> None:
    """A theme of the content's own layout does not stand against --layout; in its own it is a fault."""
    studio.edit("brochure.yaml", "  - slug: birds\n", "  - slug: birds\n    theme: heron\n")
    assert studio.run("handouts", "birds", "--json").codes == ["pagination/unknown-theme"]
    assert studio.run("handouts", "birds", "--layout", "handout-a4").out == "out/handouts/02-birds.pdf\n"


def test_handouts_in_one_zip(studio: Studio) -> None:
    """--zip hands over a zip beside the handouts that holds just those of this run, as they are."""
    answer = studio.run("handouts", "--zip")
    assert answer.out.splitlines()[-1] == "out/handouts/lake_handouts.zip"
    folder = studio.folder / "out/handouts"
    with zipfile.ZipFile(folder / "lake_handouts.zip") as box:
        assert box.namelist() == ["01-water.pdf", "02-birds.pdf"]
        assert all(box.read(name) == (folder / name).read_bytes() for name in box.namelist())
        assert {entry.date_time for entry in box.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_zip_of_the_same_handouts_has_the_same_bytes(studio: Studio) -> None:
    """Two runs give the same zip; JSON tells its digest."""
    first = studio.run("handouts", "--zip", "--json").document["zip"]
    data = (studio.folder / first["path"]).read_bytes()
    second = studio.run("handouts", "--zip", "--no-cache", "-o", "again", "--json").document["zip"]
    assert second["sha256"] == first["sha256"]
    assert (second["files"], second["bytes"]) == (2, len(data))


def test_names_in_a_zip_are_utf_8(studio: Studio) -> None:
    """A handout under a Chinese name is found under it again, marked as UTF-8 (APPNOTE 6.3.10, D)."""
    studio.run("handouts", "birds", "-o", "鸟岛.pdf", "--zip")
    data = Path(studio.folder, "lake_handouts.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as box:
        (entry,) = box.infolist()
    assert entry.filename == "鸟岛.pdf"
    assert entry.flag_bits & 0x800


def test_no_zip_without_every_handout(studio: Studio) -> None:
    """A handout that cannot be printed keeps the zip back, and this is said."""
    studio.edit("brochure.yaml", "在岛上筑巢。", "在岛上筑巢。" * 100)
    answer = studio.run("handouts", "--zip")
    assert answer.code == 1
    assert "no zip: not every handout could be printed" in answer.err
    assert not list(studio.folder.rglob("*.zip"))


def test_a_handout_takes_the_colour_of_a_layout_that_lacks_its_own(studio: Studio) -> None:
    """A theme that the handout's layout has not is left to that layout; in the layout the content was written
    for it is a mistake, in the whole and in handouts.
    """
    studio.edit("brochure.yaml", "    title: 鸟岛", "    title: 鸟岛\n    theme: rose")
    studio.edit("brochure.yaml", "handout_layout: leaf", "handout_layout: handout-a4")
    assert studio.run("handouts", "birds", "--json").codes == []
    assert studio.run("build", "--json").codes == ["pagination/unknown-theme"]
    assert studio.run("handouts", "birds", "--layout", "leaf", "--json").codes == ["pagination/unknown-theme"]
