"""The house itself: who may import whom, and that the contracts would notice."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LINT = (sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the package and its contracts, to be broken."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "brochure", tmp_path / "brochure", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """The outcome of checking the contracts of the house in *folder*."""
    return subprocess.run((*LINT, "--no-cache"), cwd=folder, capture_output=True, text=True, check=False)


def test_contracts_are_kept(house: Path) -> None:
    """Every room imports only from the rooms below it, and each library has one door."""
    outcome = lint(house)
    assert outcome.returncode == 0, outcome.stdout
    assert "0 broken" in outcome.stdout


def test_contracts_notice_every_kind_of_breach(house: Path) -> None:
    """An import from above, two libraries through wrong doors and an unplanned room are all noticed."""
    (house / "brochure/source/upwards.py").write_text("import brochure.pagination\n", encoding="utf-8")
    side_door = house / "brochure/preflight/side_door.py"
    side_door.write_text("import PIL.Image\nimport yaml\n", encoding="utf-8")
    (house / "brochure/sketch").mkdir()
    (house / "brochure/sketch/__init__.py").write_text("import reportlab\n", encoding="utf-8")
    outcome = lint(house)
    assert outcome.returncode == 1
    assert "4 broken" in outcome.stdout
    assert "brochure.source is not allowed to import brochure.pagination" in outcome.stdout
    assert "brochure.preflight.side_door -> PIL" in outcome.stdout
    assert "sketch" in outcome.stdout


def test_every_room_says_what_it_is_for() -> None:
    """Each room's door opens with a sentence."""
    doors = {
        door.parent.name: door.read_text(encoding="utf-8") for door in ROOT.glob("brochure/*/__init__.py")
    }
    assert len(doors) >= 15
    assert [room for room, text in doors.items() if not text.startswith('"""')] == []


def pins(lock: str) -> dict[str, str]:
    """Each pin of a lock, ``name==version``, with its hashes."""
    lines = (ROOT / lock).read_text(encoding="utf-8").replace(" \\\n    ", " ").splitlines()
    return dict(line.split(" ", 1) for line in lines if not line.startswith("#"))


def test_dev_lock_contains_the_runtime_lock() -> None:
    """What the suite runs with is, pin by pin, what a user runs with."""
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_locks_pin_every_dependency_by_hash(lock: str) -> None:
    """Each declared dependency is pinned to one version with sha256 hashes, and no address is named."""
    card = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pinned = pins(lock)
    wanted = {re.split(r"[<>=]", name)[0] for name in card["project"]["dependencies"]}
    assert wanted <= {pin.split("==")[0] for pin in pinned}
    assert all(
        re.fullmatch(r"--hash=sha256:[0-9a-f]{64}( --hash=sha256:[0-9a-f]{64})*", h) for h in pinned.values()
    )
    assert "://" not in (ROOT / lock).read_text(encoding="utf-8")
