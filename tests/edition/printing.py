"""The sample brochure and its handouts, printed once for all tests of this room."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import pytest

import brochure
from brochure.content import Edition, Handout, Whole
from brochure.press import Cache, Job, Proofed, proof
from brochure.shipped import shelf
from tests.referees.texts import READERS, bare

SAMPLE: Final = shelf("content") / "xining.yaml"
SECTIONS: Final = ("ecology", "industry", "livelihood")
WHOLE: Final = "whole"
EDITIONS: Final = (WHOLE, *SECTIONS)


@dataclass(frozen=True)
class Copy:
    """One edition: the press file, and the pages it was printed from."""

    name: str
    file: Path

    @cached_property
    def data(self) -> bytes:
        """The bytes of the press file."""
        return self.file.read_bytes()

    @cached_property
    def proofed(self) -> Proofed:
        """The edition set and paged once more in this process, for tests of what pages hold."""
        edition: Edition = Whole() if self.name == WHOLE else Handout(self.name)
        return proof(Job(content=SAMPLE, shown_as="xining.yaml", edition=edition), Cache(None))

    @cached_property
    def texts(self) -> dict[str, list[str]]:
        """By reader: the text of each page without white space."""
        return {name: [bare(page) for page in read(self.file)] for name, read in READERS.items()}


def print_all(factory: pytest.TempPathFactory) -> dict[str, Copy]:
    """Every edition by name; printed by the first worker of the run that asks, found by the others."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    out = shared / "edition"
    with _alone(shared / "edition.lock"):
        if not (out / "done").exists():
            _print(out)
    handouts = {
        name: out / "handouts" / f"{number:02d}-{name}.pdf" for number, name in enumerate(SECTIONS, 1)
    }
    (press,) = out.glob("*_press.pdf")
    return {name: Copy(name, file) for name, file in {WHOLE: press, **handouts}.items()}


def _print(out: Path) -> None:
    cache = out / "cache"
    work = brochure.load(SAMPLE, cache=cache)
    work.build(out)
    work.handouts(out)
    shutil.rmtree(cache)
    (out / "done").touch()


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """No other worker meanwhile."""
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
