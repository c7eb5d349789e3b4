"""The wheel: what a user installs holds everything a brochure needs, and prints what the checkout prints."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from brochure.shipped import SHELVES, shelf

ROOT = Path(__file__).resolve().parent.parent.parent
INSIDE = "brochure/_shelf/"


def run(*command: str | Path, cwd: Path, home: Path | None = None) -> str:
    """The standard output of *command*, started in *cwd* with no Python settings inherited.

    *home* is an empty home, for a program that must not find this user's caches and settings.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "BROCHURE", "XDG"))
    }
    words = [str(word) for word in command]
    env = kept | ({"HOME": str(home)} if home else {})
    done = subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(words)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout without asking the network for a build backend."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (made,) = folder.glob("*.whl")
    return made


def tracked(name: str) -> set[str]:
    """The files of a shelf that are or would be committed, relative to the checkout."""
    listing = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", name)
    listed = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return {file for file in listed.split("\0") if file and (ROOT / file).is_file()}


def test_wheel_and_checkout_carry_the_same_shelves(wheel: Path) -> None:
    """Every committed file of every shelf is in the wheel, byte for byte, and nothing else is."""
    with zipfile.ZipFile(wheel) as box:
        packed = {name.removeprefix(INSIDE) for name in box.namelist() if name.startswith(INSIDE)}
        wanted = set().union(*(tracked(name) for name in SHELVES))
        assert len(wanted) > 20
        assert packed == wanted
        assert all(box.read(INSIDE + name) == (ROOT / name).read_bytes() for name in wanted)


def test_installed_brochure_prints_what_the_checkout_prints(wheel: Path, tmp_path: Path) -> None:
    """Installed from the wheel and the lock alone, far from the checkout, brochure makes the same PDF, from
    the shelf and from a new project.
    """
    empty, away = tmp_path / "venv", tmp_path / "away"
    away.mkdir()
    run(sys.executable, "-m", "venv", "--without-pip", empty, cwd=away)
    python = empty / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--only-binary", ":all:")
    run(*pip, "--require-hashes", "-r", ROOT / "requirements.lock", cwd=away)
    run(*pip, "--no-deps", "--no-index", wheel, cwd=away)

    ask = "from brochure.shipped import shelf; print(shelf('content') / 'xining.yaml')"
    sample = Path(run(python, "-I", "-c", ask, cwd=away).strip())
    assert sample.is_relative_to(empty)
    run(empty / "bin" / "brochure", "build", sample, "-o", away / "out", cwd=away, home=away)
    here = Path(sys.executable).with_name("brochure")
    run(here, "build", ROOT / "content" / "xining.yaml", "-o", tmp_path / "here", cwd=away, home=tmp_path)

    run(empty / "bin" / "brochure", "new", "mine", cwd=away, home=away)
    run(empty / "bin" / "brochure", "build", cwd=away / "mine", home=away)
    for file in (away / "out").glob("*.pdf"):
        assert (away / "mine" / "out" / file.name).read_bytes() == file.read_bytes()

    printed = {file.name: file.read_bytes() for file in (away / "out").glob("*.pdf")}
    assert printed
    assert all(pdf.startswith(b"%PDF-1.6") for pdf in printed.values())
    assert printed == {file.name: file.read_bytes() for file in (tmp_path / "here").glob("*.pdf")}


def test_the_package_looks_inside_before_beside(tmp_path: Path) -> None:
    """A shelf inside the package wins over a folder of the same name beside it; neither is an error."""
    package = tmp_path / "brochure"
    (package / "_shelf" / "layouts").mkdir(parents=True)
    (tmp_path / "layouts").mkdir()
    (tmp_path / "fonts").mkdir()
    assert shelf("layouts", package) == package / "_shelf" / "layouts"
    assert shelf("fonts", package) == tmp_path / "fonts"
    with pytest.raises(FileNotFoundError, match="`images` is missing"):
        shelf("images", package)
