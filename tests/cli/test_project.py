"""Which content a verb works on, and where outputs go."""

from pathlib import Path

import pytest

from brochure.cli.command_line import CommandLineError
from brochure.cli.project import find_project, nearest_project, typed
from brochure.shipped import shelf
from tests.cli.studio import Studio


def test_the_nearest_project_upwards(studio: Studio) -> None:
    """From a folder deep in a project its brochure.yaml is found; a nearer one wins."""
    deep = studio.folder / "a" / "b"
    deep.mkdir(parents=True)
    found = nearest_project(deep)
    assert found is not None
    assert (found.content, found.out) == (studio.folder / "brochure.yaml", studio.folder / "out")
    (studio.folder / "a" / "brochure.yaml").write_text("slug: a", encoding="utf-8")
    nearer = nearest_project(deep)
    assert nearer is not None
    assert nearer.out == studio.folder / "a" / "out"


def test_a_folder_is_a_project(studio: Studio, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder named on the command line stands for its brochure.yaml and prints into its own out/."""
    monkeypatch.chdir(tmp_path.parent)
    name = studio.folder.name
    found = find_project(name, Path.cwd())
    assert (found.shown_as, found.out) == (f"{name}/brochure.yaml", Path(name) / "out")


def test_the_checkout_has_its_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    """Anywhere inside the checkout, with no brochure.yaml about, the sample content is meant."""
    checkout = shelf("content").parent
    monkeypatch.chdir(checkout / "layouts")
    found = nearest_project(Path.cwd())
    assert found is not None
    assert (found.content, found.out) == (checkout / "content/xining.yaml", checkout / "out")
    assert found.shown_as == "../content/xining.yaml"
    assert found.origin == "checkout"


def test_elsewhere_nothing_is_guessed(tmp_path: Path) -> None:
    """Outside any project nothing is found, and a verb that needs content refuses."""
    assert nearest_project(tmp_path) is None
    with pytest.raises(CommandLineError, match=r"no brochure\.yaml in this folder"):
        find_project("", tmp_path)


def test_paths_are_shown_as_typed(studio: Studio) -> None:
    """What lies below the working folder is shown relative, anything else as it is."""
    assert typed(studio.folder / "out" / "a.pdf") == "out/a.pdf"
    assert typed(Path("out/a.pdf")) == "out/a.pdf"
    assert typed(Path("../a.pdf")) == "../a.pdf"
    assert typed(Path("/elsewhere/a.pdf")) == "/elsewhere/a.pdf"
