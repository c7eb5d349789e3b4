"""`brochure new`: a project copied from a specimen."""

import io
import json
import sys
from pathlib import Path

import pytest

from brochure.cli.new import in_the_way
from brochure.cli.specimens import Specimen, project_files, specimens
from brochure.content import FIRST_LINE
from brochure.shipped import shelf
from tests.cli.studio import Studio


def test_a_new_project_has_all_it_needs(studio: Studio) -> None:
    """Content under its schema line, the schema, the editor's settings, and the specimen's pictures."""
    answer = studio.run("new", "mine")
    assert (answer.code, answer.out) == (0, "mine/brochure.yaml\n")
    mine = studio.folder / "mine"
    lines = (mine / "brochure.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[0] == FIRST_LINE
    assert sum("yaml-language-server" in line for line in lines) == 1
    assert json.loads((mine / "brochure.schema.json").read_text(encoding="utf-8"))["$schema"]
    extensions = json.loads((mine / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}
    settings = json.loads((mine / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["[yaml]"]["editor.wordWrap"] == "on"
    cover = "xining/cover.jpg"
    assert (mine / "images" / cover).read_bytes() == (shelf("images") / cover).read_bytes()


def test_three_next_steps(studio: Studio) -> None:
    """What to do next is told in three numbered steps, in the person's language; -q leaves the path alone."""
    steps = studio.run("new", "mine").err.splitlines()[1:]
    assert [step.split()[0] for step in steps] == ["1", "2", "3"]
    assert "edit mine/brochure.yaml" in steps[0]
    assert " check mine" in steps[1]
    assert " build mine" in steps[2]
    assert "改写 other/brochure.yaml" in studio.run("new", "other", "--ui-lang", "zh").err
    assert studio.run("new", "third", "-q") == (0, "third/brochure.yaml\n", "")


def test_a_new_project_builds_by_itself(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the new folder, `brochure build` prints without a word about it, from its own pictures."""
    studio.run("new", "mine")
    monkeypatch.chdir(studio.folder / "mine")
    answer = studio.run("check", "--json")
    assert (answer.code, answer.document["findings"]) == (0, [])
    answer = studio.run("build", "--pages", "12")  # few pictures: preparing all of them takes its time
    assert (answer.code, answer.out) == (0, "out/xining_210x285_p12_press.pdf\n")
    (studio.folder / "mine/images/xining/cover.jpg").write_bytes(b"no picture")
    assert studio.run("build").code == 1


@pytest.mark.parametrize("specimen", specimens(), ids=lambda specimen: specimen.layout)
def test_every_specimen_is_copied_whole(specimen: Specimen, studio: Studio) -> None:
    """`--layout` takes the specimen made for it, and all it names comes along."""
    layout = specimen.layout
    answer = studio.run("new", "mine", "--layout", layout, "--json")
    assert answer.document["project"]["layout"] == layout
    files = answer.document["project"]["files"]
    assert all((studio.folder / "mine" / name).is_file() for name in files)
    assert f"layout: {layout}\n" in (studio.folder / "mine/brochure.yaml").read_text(encoding="utf-8")


def test_sheets_come_along(tmp_path: Path) -> None:
    """A CSV that a table of the specimen names is copied beside the content."""
    content = tmp_path / "specimen.yaml"
    (tmp_path / "visitors.csv").write_text("年份,人次\n2023,10\n", encoding="utf-8")
    content.write_text(
        "slug: a\ntitle: 甲\nlayout: civic-16k\nsections:\n  - slug: one\n    title: 一\n    blocks:\n"
        "      - 正文。\n      - table: {file: visitors.csv, columns: [年份, 人次]}\n",
        encoding="utf-8",
    )
    copied = dict(project_files(Specimen(layout="civic-16k", title="甲", content=content)))
    assert copied["visitors.csv"] == (tmp_path / "visitors.csv").read_bytes()


def test_nothing_is_overwritten(studio: Studio) -> None:
    """What is in the way is listed, nothing is written and the exit code is 1."""
    before = studio.files()
    answer = studio.run("new", ".")
    assert (answer.code, answer.out) == (1, "")
    assert "error[cli/in-the-way]" in answer.err
    assert "this is in the way: brochure.yaml" in answer.err
    assert studio.files() == before


@pytest.mark.parametrize(
    ("there", "blocking"),
    [
        ("p/images/xining/cover.jpg", "p/images/xining/cover.jpg"),
        ("p/images", "p/images"),
        ("p", "p"),
        ("p/.vscode/extensions.json", "p/.vscode/extensions.json"),
    ],
)
def test_a_file_in_any_place_is_in_the_way(studio: Studio, there: str, blocking: str) -> None:
    """A file where a file, a folder or the project itself should be is named."""
    path = studio.folder / there
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"mine")
    before = studio.files()
    answer = studio.run("new", "p")
    assert answer.code == 1
    assert f"this is in the way: {blocking}\n" in answer.err
    assert studio.files() == before


def test_a_dead_link_is_in_the_way(tmp_path: Path) -> None:
    """A link that leads nowhere is a file of its owner's too; an empty folder is not in the way."""
    (tmp_path / "brochure.yaml").symlink_to("nowhere")
    assert in_the_way(tmp_path, ["brochure.yaml", "images/a.png"]) == (str(tmp_path / "brochure.yaml"),)
    assert in_the_way(tmp_path / "fresh", ["brochure.yaml"]) == ()


def test_nobody_is_asked_without_a_terminal(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder and without a terminal the verb refuses at once, and reads no input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("mine\n"))
    answer = studio.run("new")
    assert (answer.code, answer.out) == (2, "")
    assert "say where the new brochure is to stand" in answer.err
    assert sys.stdin.read() == "mine\n"


class Terminal(io.StringIO):
    """A stream with a person at it."""

    def isatty(self) -> bool:
        """Whether somebody sits there."""
        return True


def test_a_person_is_asked_for_folder_and_layout(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the folder and the layout are asked for; an empty answer takes the first layout."""
    monkeypatch.setattr(sys, "stdin", Terminal("mine\n\n"))
    monkeypatch.setattr("brochure.cli.desk._is_terminal", lambda stream: stream is not None)
    answer = studio.run("new")
    assert (answer.code, answer.out.strip()) == (0, "mine/brochure.yaml")
    assert "folder for the new brochure: " in answer.err
    assert (studio.folder / "mine/brochure.yaml").is_file()


def test_a_layout_without_a_specimen(studio: Studio) -> None:
    """A layout that has no specimen is a usage fault that names the nearest, or those there are."""
    answer = studio.run("new", "mine", "--layout", "civic-16")
    assert answer.code == 2
    assert "`civic-16k`" in answer.err
    assert not (studio.folder / "mine").exists()
