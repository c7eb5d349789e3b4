"""One line that moves while a person watches, and turns into timings when it took over a second."""

import time
from typing import Final, Self

from brochure.cli.desk import Desk
from brochure.diagnostics import Words
from brochure.source.excerpt import cells, visible

_PATIENCE: Final = 0.3  # seconds before the line appears: a quick build shows none
_STAGES: Final = {
    "read": Words("reading", "读稿"),
    "survey": Words("looking at the pictures", "看图片"),
    "set": Words("setting", "排版"),
    "preflight": Words("preflight", "印前检查"),
    "pictures": Words("preparing pictures", "处理图片"),
    "write": Words("writing the PDF", "写 PDF"),
}


class Progress:
    """Hears how far a build is. Silent unless a person watches standard error; *job* opens the line."""

    def __init__(self, desk: Desk, job: str = "") -> None:
        self.desk = desk
        self.job = job
        self._since = time.perf_counter()
        self._shown = 0

    @property
    def seconds(self) -> float:
        """Since the progress began."""
        return time.perf_counter() - self._since

    def __call__(self, stage: str, done: int, whole: int) -> None:
        """*done* of *whole* steps of *stage* are behind us."""
        if not self.desk.watched or self.seconds < _PATIENCE:
            return
        count = f" {done}/{whole}" if whole > 1 else ""
        line = f"  {self.job}{self.desk.in_words(_said(stage))}{count}"
        self._draw(line)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        self.clear()

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._draw("")
            self.desk.write("\r")
            self._shown = 0

    def _draw(self, line: str) -> None:
        width = cells(line)
        self.desk.write(f"\r{visible(line)}{' ' * max(0, self._shown - width)}")
        self._shown = width


def stage_times(laps: tuple[tuple[str, float], ...], desk: Desk) -> str:
    """The stages of a build with their seconds, those that took a tenth or more."""
    return "  ".join(f"{desk.in_words(_said(stage))} {took:.1f} s" for stage, took in laps if took >= 0.05)


def _said(stage: str) -> Words:
    return _STAGES.get(stage, Words(stage, stage))
