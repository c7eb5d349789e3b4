"""The small project of this room's tests, and what its desk answers."""

import json
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PIL import Image

from brochure.cli.main import main

PROJECT = Path(__file__).parent / "project"
PRESS_FILE = "out/lake_100x140_press.pdf"


class Answer(NamedTuple):
    """The exit code and what came on the two streams."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """Standard output as the one JSON document it should be."""
        return json.loads(self.out)

    @property
    def codes(self) -> list[str]:
        """The codes of the document's findings."""
        return [finding["code"] for finding in self.document["findings"]]


def furnish(folder: Path) -> None:
    """Put the small project into *folder*: two sections, one picture, a layout of its own."""
    shutil.copytree(PROJECT, folder, dirs_exist_ok=True)
    (folder / "images").mkdir()
    Image.linear_gradient("L").resize((900, 400)).convert("RGB").save(folder / "images" / "lake.png")


class Studio:
    """A project folder and the desk in it."""

    def __init__(self, folder: Path, captured: pytest.CaptureFixture[str]) -> None:
        self.folder, self.captured = folder, captured

    def run(self, *words: str) -> Answer:
        """What `brochure` answers to *words*."""
        self.captured.readouterr()
        code = main(words)
        told = self.captured.readouterr()
        return Answer(code, told.out, told.err)

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace the one place in *file* that says *old*."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8", newline="")

    def files(self) -> dict[str, bytes]:
        """Every file of the project, by its path in it."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }
