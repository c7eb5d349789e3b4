"""A small project to print, and a desk that answers in this process."""

from pathlib import Path

import pytest

from tests.cli.studio import Studio, furnish


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all tests of this room: the picture of the small project is prepared once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def studio(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Studio:
    """The small project, in a folder of its own that is the working folder; messages in English."""
    unset = ("LC_ALL", "LC_MESSAGES", "BROCHURE_UI_LANG", "BROCHURE_LAYOUT", "BROCHURE_OUTPUT", "NO_COLOR")
    for name in unset:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C")
    monkeypatch.setenv("BROCHURE_CACHE", str(kept))
    furnish(tmp_path)
    monkeypatch.chdir(tmp_path)
    return Studio(tmp_path, capsys)
