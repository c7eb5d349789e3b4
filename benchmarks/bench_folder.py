"""Where the benchmarks keep what they make: ``.bench/`` in the checkout, thrown away by ``make clean``."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
BENCH: Final = ROOT / ".bench"


class Lacking(Exception):  # noqa: N818 -- reads as the sentence it carries
    """A figure cannot be taken here; the message says what is lacking."""


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    """The standard output of *command*; its own complaint and ``Lacking`` when it fails."""
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.stderr.write(done.stderr)
        raise Lacking(f"`{Path(command[0]).name}` failed with exit code {done.returncode}")
    return done.stdout


def files_of(package: str, suffix: str) -> list[Path]:
    """The files of an installed Debian package that end in *suffix*, sorted."""
    return sorted(Path(line) for line in run("dpkg", "-L", package).splitlines() if line.endswith(suffix))


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; what is measured is pasted into closing notes."""
    lines = (head, ("---",) * len(head), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
