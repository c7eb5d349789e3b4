"""`brochure build` and `brochure handouts` on a small project."""

from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.studio import PRESS_FILE, Studio


def test_a_build_hands_over_the_path_and_tells_the_rest(studio: Studio) -> None:
    """Standard output is the path alone; title, pages, size, findings, next step go to standard error."""
    answer = studio.run("build")
    assert answer.code == 0
    assert answer.out == f"{PRESS_FILE}\n"
    assert (studio.folder / PRESS_FILE).read_bytes().startswith(b"%PDF-1.6")
    work, preflight, following = answer.err.splitlines()
    assert "青海湖   2 pages   100 × 140 mm + 3 mm bleed   " in work
    assert preflight == "  preflight: 0 errors, 0 warnings"
    assert following.startswith("  next: ")
    assert " handouts" in following


def test_quiet_leaves_the_path_alone(studio: Studio) -> None:
    """With -q a build without errors says nothing on standard error."""
    answer = studio.run("build", "-q")
    assert answer == (0, f"{PRESS_FILE}\n", "")


def test_two_builds_give_the_same_bytes(studio: Studio) -> None:
    """The same content gives the same bytes, with the cache, without it, and under another working folder."""
    studio.run("build")
    first = (studio.folder / PRESS_FILE).read_bytes()
    for words in (("build",), ("build", "--no-cache"), ("build", str(studio.folder), "-o", "other")):
        assert studio.run(*words).code == 0
    assert (studio.folder / PRESS_FILE).read_bytes() == first
    assert (studio.folder / "other" / Path(PRESS_FILE).name).read_bytes() == first


def test_json_lists_what_was_written(studio: Studio) -> None:
    """--json is one document with the output's path, pages, size and digest, and nothing else is said."""
    answer = studio.run("build", "--json")
    (output,) = answer.document["outputs"]
    data = (studio.folder / PRESS_FILE).read_bytes()
    assert answer.err == ""
    assert answer.document["schema"] == 1
    assert answer.document["ok"] is True
    assert answer.document["findings"] == []
    assert output == {
        "path": PRESS_FILE,
        "edition": "whole",
        "pages": 2,
        "bytes": len(data),
        "sha256": sha256(data).hexdigest(),
        "trim_mm": [100.0, 140.0],
        "bleed_mm": 3.0,
    }


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("proof.pdf", "proof.pdf"),
        ("print/proof.PDF", "print/proof.PDF"),
        ("print", "print/lake_100x140_press.pdf"),
        ("print/", "print/lake_100x140_press.pdf"),
    ],
)
def test_output_names_a_folder_or_a_file(studio: Studio, asked: str, written: str) -> None:
    """-o takes a folder, made when missing, or a file that ends in .pdf."""
    answer = studio.run("build", "-o", asked)
    assert (answer.code, answer.out) == (0, f"{written}\n")
    assert (studio.folder / written).is_file()


def test_a_project_prints_into_its_own_out(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a folder below, the project above is found and prints into its own out/, not into this folder."""
    monkeypatch.chdir(studio.folder / "images")
    assert studio.run("build").code == 0
    assert (studio.folder / PRESS_FILE).is_file()
    assert not (studio.folder / "images" / "out").exists()


def test_a_named_file_prints_into_the_working_folder(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file named on the command line prints into out/ of the working folder."""
    (studio.folder / "desk").mkdir()
    monkeypatch.chdir(studio.folder / "desk")
    answer = studio.run("build", "../brochure.yaml")
    assert answer.out == f"{PRESS_FILE}\n"
    assert (studio.folder / "desk" / PRESS_FILE).is_file()


def test_variables_stand_behind_options(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """BROCHURE_OUTPUT is obeyed, and -o wins over it."""
    monkeypatch.setenv("BROCHURE_OUTPUT", "from-variable")
    assert studio.run("build").out.startswith("from-variable/")
    assert studio.run("build", "-o", "from-option").out.startswith("from-option/")


def test_warnings_ride_on_the_result(studio: Studio) -> None:
    """A warning is told on one line under the summary, the PDF is written and the exit code stays 0."""
    studio.edit("brochure.yaml", ", kind: illustration", "")
    studio.edit("brochure.yaml", "caption: 湖面", "credit: 湖面")
    answer = studio.run("build")
    assert answer.code == 0
    assert "  preflight: 0 errors, 1 warning\n" in answer.err
    assert "    brochure.yaml:9:16: warning: the photograph `lake.png` has no caption" in answer.err
    assert " check" in answer.err.splitlines()[-1]


def test_handouts_prints_every_section(studio: Studio) -> None:
    """Without words each section becomes a numbered PDF, in order, and its path is handed over."""
    answer = studio.run("handouts")
    assert answer.code == 0
    assert answer.out.splitlines() == ["out/handouts/01-water.pdf", "out/handouts/02-birds.pdf"]
    assert all((studio.folder / path).is_file() for path in answer.out.splitlines())
    assert "湖水   1 page   " in answer.err
    assert "鸟岛   1 page   " in answer.err


@pytest.mark.parametrize("words", [("birds",), ("2",), ("2", "birds")])
def test_handouts_by_slug_or_number(studio: Studio, words: tuple[str, ...]) -> None:
    """A section is named by slug or number, keeps its number in the file's name, and prints once."""
    answer = studio.run("handouts", *words)
    assert answer.out == "out/handouts/02-birds.pdf\n"
    assert not (studio.folder / "out/handouts/01-water.pdf").exists()


@pytest.mark.parametrize(("word", "hint"), [("bird", "`birds`"), ("3", "1 water, 2 birds"), ("0", "1 water")])
def test_an_unknown_section_is_a_usage_fault(studio: Studio, word: str, hint: str) -> None:
    """A section that is not there is exit code 2 and names the nearest, or all; nothing is printed."""
    answer = studio.run("handouts", "water", word)
    assert answer.code == 2
    assert f"there is no section `{word}`" in answer.err
    assert hint in answer.err
    assert not (studio.folder / "out").exists()


def test_one_handout_into_one_file(studio: Studio) -> None:
    """-o takes a file for one handout and refuses it for several, before anything is set."""
    assert studio.run("handouts", "birds", "-o", "island.pdf").out == "island.pdf\n"
    answer = studio.run("handouts", "-o", "all.pdf")
    assert answer.code == 2
    assert "several handouts do not fit into one file" in answer.err
    assert not (studio.folder / "all.pdf").exists()


def test_a_handout_that_fails_keeps_no_other_back(studio: Studio) -> None:
    """One section overset: the other handout is printed, the fault is told with its line, exit code 1."""
    studio.edit("brochure.yaml", "在岛上筑巢。", "在岛上筑巢。" * 100)
    answer = studio.run("handouts", "--json")
    assert answer.code == 1
    assert answer.document["ok"] is False
    assert [output["path"] for output in answer.document["outputs"]] == ["out/handouts/01-water.pdf"]
    assert answer.codes == ["pagination/overset"]
    assert answer.document["findings"][0]["line"] == 14
    assert not (studio.folder / "out/handouts/02-birds.pdf").exists()


@pytest.mark.parametrize("place", ["brochure.yaml", "/dev/null", "images/lake.png/x.pdf", "folder.pdf/x.pdf"])
def test_a_place_that_cannot_hold_the_output(studio: Studio, place: str) -> None:
    """An output that names the input, a device or a place below a file is exit code 3, and no harm."""
    (studio.folder / "folder.pdf").write_bytes(b"a file")
    before = studio.files()
    answer = studio.run("build", "-o", place)
    assert (answer.code, answer.out) == (3, "")
    assert "error[press/cannot-write]" in answer.err
    assert "a file stands where" in answer.err
    assert studio.files() == before


def test_a_folder_of_the_outputs_name_is_taken_for_a_folder(studio: Studio) -> None:
    """-o names a folder when a folder is there, whatever its name ends in."""
    (studio.folder / "proofs.pdf").mkdir()
    assert studio.run("build", "-o", "proofs.pdf").out == f"proofs.pdf/{Path(PRESS_FILE).name}\n"
