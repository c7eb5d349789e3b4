"""Writes ``requirements.lock`` and ``requirements-dev.lock`` from ``pyproject.toml``, and proves them.

``requirements.lock`` holds what the program needs and the backend that installs it, ``requirements-dev.lock``
the same and what the suite needs. Both name every file of each release by its sha256 and carry no address, so
any mirror serves them. Afterwards each lock is resolved from wheels alone for every Python and platform it
promises (the suite, whose referees are Debian packages, promises Linux only); a hole is an error here and not
on somebody's machine.

    python tools/lock.py            write and prove
    python tools/lock.py --upgrade  the same, with the newest releases that pyproject.toml allows
    python tools/lock.py --check    prove what is there
"""

import argparse
import subprocess
import sys
import tempfile
import tomllib
from itertools import product
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
RUNTIME: Final = ROOT / "requirements.lock"
DEV: Final = ROOT / "requirements-dev.lock"

PYTHONS: Final = ("3.11", "3.12", "3.13", "3.14")
PLATFORMS: Final[dict[str, tuple[str, ...]]] = {  # the tags a plain pip of that machine accepts
    "Linux x86-64": ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
    "Linux arm64": ("manylinux_2_28_aarch64", "manylinux_2_17_aarch64", "manylinux2014_aarch64"),
    "macOS arm64": tuple(f"macosx_{major}_0_arm64" for major in (13, 12, 11)),
    "Windows": ("win_amd64",),
}
LINUX: Final = {name: tags for name, tags in PLATFORMS.items() if name.startswith("Linux")}
_COMPILE: Final = (
    "--generate-hashes",
    "--allow-unsafe",
    "--strip-extras",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-trusted-host",
    "--no-emit-find-links",
    "--no-emit-options",
    "--quiet",
)
_EDITABLE: Final = "editables"  # hatchling asks for it when it installs a checkout in place
_HEAD: Final = "# Written by `make lock` from pyproject.toml: {what}, every file by its sha256.\n"


def write(lock: Path, what: str, wanted: list[str], *options: str) -> None:
    """Pin the requirements *wanted* into *lock*; pins that still fit are kept."""
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder, "wanted.in")
        sheet.write_text("\n".join(wanted) + "\n", encoding="utf-8")
        compiler = (sys.executable, "-m", "piptools", "compile", *_COMPILE, *options)
        subprocess.run((*compiler, str(sheet), "--output-file", str(lock)), cwd=ROOT, check=True)
    lines = lock.read_text(encoding="utf-8").splitlines()
    pins = "\n".join(line for line in lines if line and not line.startswith("#"))
    lock.write_text(f"{_HEAD.format(what=what)}{pins}\n", encoding="utf-8")


def holes(lock: Path, platforms: dict[str, tuple[str, ...]]) -> list[str]:
    """Those of *platforms* where *lock* cannot be installed from wheels alone, with pip's reason."""
    found = []
    for python, (machine, tags) in product(PYTHONS, platforms.items()):
        platform = [option for tag in tags for option in ("--platform", tag)]
        with tempfile.TemporaryDirectory() as target:
            pip = (sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed")
            rules = ("--no-deps", "--require-hashes", "--only-binary", ":all:", "--target", target)
            cell = (*pip, *rules, "--python-version", python, *platform, "-r", str(lock))
            tried = subprocess.run(cell, capture_output=True, text=True, check=False)
        if tried.returncode:
            found.append(f"{lock.name}, Python {python}, {machine}: {tried.stderr.strip().splitlines()[-1]}")
    return found


def main() -> int:
    """Write the locks unless told only to check; report every machine they do not fit."""
    options = argparse.ArgumentParser(description="Pin the dependencies by hash and prove the pins.")
    options.add_argument("--check", action="store_true", help="prove the locks that are there")
    options.add_argument("--upgrade", action="store_true", help="take the newest releases allowed")
    asked = options.parse_args()
    if not asked.check:
        newest = ("--upgrade",) if asked.upgrade else ()
        card = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        runtime = [*card["project"]["dependencies"], *card["build-system"]["requires"], _EDITABLE]
        write(RUNTIME, "dependencies and build backend", runtime, *newest)
        suite = [*runtime, *card["dependency-groups"]["dev"], f"-c {RUNTIME}"]
        write(DEV, "dependencies, build backend and dev group", suite, *newest)
    found = holes(RUNTIME, PLATFORMS) + holes(DEV, LINUX)
    print("\n".join(found) or f"the locks fit Python {', '.join(PYTHONS)} on {', '.join(PLATFORMS)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
