"""`--screen`: the edition that is read on a screen, from the command line."""

import zipfile

from tests.cli.studio import PRESS_FILE, Studio

SCREEN_FILE = "out/lake_screen.pdf"


def test_a_screen_edition_stands_beside_the_press_file(studio: Studio) -> None:
    """It has a name of its own, says the trim without bleed, and leaves the press file alone."""
    studio.run("build")
    press = (studio.folder / PRESS_FILE).read_bytes()
    answer = studio.run("build", "--screen")
    assert (answer.code, answer.out) == (0, f"{SCREEN_FILE}\n")
    assert "青海湖   2 pages   100 × 140 mm   " in answer.err
    assert (studio.folder / SCREEN_FILE).read_bytes().startswith(b"%PDF-1.7")
    assert (studio.folder / PRESS_FILE).read_bytes() == press


def test_a_picture_without_words_is_a_warning(studio: Studio) -> None:
    """Only where somebody may have to do without seeing it: the press file has nothing to say of it."""
    studio.edit("brochure.yaml", ", caption: 湖面", "")
    assert studio.run("build", "--json").codes == []
    answer = studio.run("build", "--screen", "--json")
    assert (answer.code, answer.codes) == (0, ["reading/no-alt"])
    (output,) = answer.document["outputs"]
    assert (output["path"], output["bleed_mm"]) == (SCREEN_FILE, 0.0)


def test_handouts_for_a_screen(studio: Studio) -> None:
    """Each under a name of its own, and their zip too."""
    answer = studio.run("handouts", "--screen", "--zip")
    names = ["01-water_screen.pdf", "02-birds_screen.pdf"]
    assert answer.out.splitlines() == [
        *(f"out/handouts/{name}" for name in names),
        "out/handouts/lake_handouts_screen.zip",
    ]
    with zipfile.ZipFile(studio.folder / "out/handouts/lake_handouts_screen.zip") as box:
        assert box.namelist() == names


def test_too_coarse_for_the_press_is_good_enough_for_a_screen(studio: Studio) -> None:
    """A picture that the press refuses is a warning here."""
    from PIL import Image

    Image.new("RGB", (90, 40), "navy").save(studio.folder / "images" / "lake.png")
    assert studio.run("build").code == 1
    answer = studio.run("build", "--screen", "--json")
    assert (answer.code, answer.codes) == (0, ["preflight/low-resolution"])
