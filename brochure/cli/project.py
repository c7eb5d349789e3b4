"""Which content a verb works on, and where its outputs go.

*Content*: the FILE named; in a folder named, its ``brochure.yaml``; with nothing named, the nearest
``brochure.yaml`` in this folder or above it; in a checkout of brochure itself, the sample. *Outputs*: ``-o``;
else ``out/`` in the project that was found or named as a folder; else, for a named file, ``out/`` here.
"""

import os
from pathlib import Path
from typing import Final

from brochure.cli.command_line import usage_fault
from brochure.diagnostics import Words
from brochure.shipped import shelf
from brochure.values import dataclass

PROJECT_FILE: Final = "brochure.yaml"
SAMPLE: Final = "xining.yaml"
OUT: Final = "out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """*content* is the YAML file, *shown_as* its path as the user would type it, *out* the folder for outputs
    when nothing else is asked for; *origin* says how the content was found.
    """

    content: Path
    shown_as: str
    out: Path
    origin: str


def find_project(named: str, here: Path) -> Project:
    """The project *named* on the command line (may be empty) from the folder *here*.

    Raises `CommandLineError` when nothing is named and nothing is found.
    """
    if named:
        if Path(named).is_dir():
            return _in_folder(Path(named) / PROJECT_FILE, Path(named), "folder")
        return Project(content=Path(named), shown_as=named, out=Path(OUT), origin="argument")
    found = nearest_project(here)
    if found is None:
        raise usage_fault(
            Words(
                f"no {PROJECT_FILE} in this folder or above it, and no file was named",
                f"当前文件夹及其上级都没有 {PROJECT_FILE}，也没有指明文件",
            ),
            Words("brochure build FILE.yaml", "brochure build 文件.yaml"),
        )
    return found


def nearest_project(here: Path) -> Project | None:
    """The project of the folder *here*, looked for upwards; None when there is none."""
    checkout = _checkout()
    for folder in (here, *here.parents):
        if (folder / PROJECT_FILE).is_file():
            return _in_folder(folder / PROJECT_FILE, folder, PROJECT_FILE)
        if checkout is not None and folder.samefile(checkout):
            return _in_folder(folder / "content" / SAMPLE, folder, "checkout")
    return None


def typed(path: Path) -> str:
    """*path* as the user would type it from here: relative where it lies below, absolute elsewhere."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except (ValueError, OSError):  # elsewhere, or the working folder is gone
        return str(path)


def _in_folder(content: Path, folder: Path, origin: str) -> Project:
    shown = os.path.relpath(content) if content.is_absolute() else str(content)
    return Project(content=content, shown_as=shown, out=folder / OUT, origin=origin)


def _checkout() -> Path | None:
    """The folder of the checkout this program runs from; None for an installed one."""
    try:
        root = shelf("content").parent
    except FileNotFoundError:
        return None
    return None if root.name == "_shelf" else root
