"""A desk drawer with yesterday's work in it, and the means to break the machine a little."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An output folder with yesterday's file, named from the working folder."""
    monkeypatch.chdir(tmp_path)
    folder = Path("out")
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"yesterday's")
    return folder


@pytest.fixture
def ordinary_user(out: Path) -> Iterator[None]:
    """For a while this process is anybody, and *out* a folder that anybody may read and nobody write."""
    out.resolve().parent.chmod(0o755)
    out.chmod(0o555)
    root = os.geteuid() == 0  # root may write anywhere
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        out.chmod(0o755)
