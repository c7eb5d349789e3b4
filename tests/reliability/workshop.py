"""The small project, and the program run on it as a user runs it: in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from brochure.diagnostics import BrochureError, Diagnostic
from brochure.press import Cache, Job, proof
from tests.cli.studio import PRESS_FILE, furnish

BROCHURE: Final = (sys.executable, "-m", "brochure")
SCRIPT: Final = (str(Path(sys.executable).with_name("brochure")),)
"""The command that the installation puts beside its Python."""


def project(folder: Path) -> Path:
    """The small project in *folder*, which is made; two sections, one picture, a layout of its own."""
    folder.mkdir(parents=True)
    furnish(folder)
    return folder


def environment(cache: Path, **more: str) -> dict[str, str]:
    """Little more than a path and a cache; *more* is added. Where the program itself is found is kept."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return {**kept, "BROCHURE_CACHE": str(cache), **more}


def run(
    folder: Path, variables: Mapping[str, str], *words: str, command: Sequence[str] = BROCHURE
) -> subprocess.CompletedProcess[bytes]:
    """The finished run of `brochure` with *words* in *folder*."""
    whole = (*command, *words)
    return subprocess.run(whole, cwd=folder, env=variables, capture_output=True, check=False, timeout=60)


def built(folder: Path, variables: Mapping[str, str], *words: str, command: Sequence[str] = BROCHURE) -> str:
    """Build in *folder*; the digest of what was printed."""
    done = run(folder, variables, "build", *words, command=command)
    assert done.returncode == 0, done.stderr.decode()
    return digest(folder / PRESS_FILE)


def digest(file: Path) -> str:
    """The sha256 of a file."""
    return sha256(file.read_bytes()).hexdigest()


def edit(folder: Path, old: str, new: str, file: str = "brochure.yaml") -> None:
    """Write *new* for *old*, which stands once in *file*."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def everything(folder: Path) -> dict[str, bytes]:
    """Every file below *folder*, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def job(folder: Path) -> Job:
    """The whole brochure of a project."""
    return Job(content=folder / "brochure.yaml", shown_as="brochure.yaml")


def findings(folder: Path) -> tuple[Diagnostic, ...]:
    """What is found in the project; any exception but `BrochureError` is the program's own fault."""
    try:
        return proof(job(folder), Cache(None)).findings
    except BrochureError as fault:
        return fault.findings
