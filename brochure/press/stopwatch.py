"""Tells those who watch what is being done, and keeps how long it took."""

from __future__ import annotations

import time
from collections.abc import Callable


class Stopwatch:
    """Stage times of one build, in seconds of wall time: for the summary, never for the output."""

    def __init__(self, progress: Callable[[str, int, int], None] | None = None) -> None:
        self._progress = progress
        self._since = time.perf_counter()
        self._laps: list[tuple[str, float]] = []

    def lap(self, stage: str) -> None:
        """*stage* is done."""
        now = time.perf_counter()
        self._laps.append((stage, now - self._since))
        self._since = now
        self.tell(stage, 1, 1)

    def tell(self, stage: str, done: int, whole: int) -> None:
        """*done* of *whole* steps of *stage* are behind us."""
        if self._progress:
            self._progress(stage, done, whole)

    @property
    def laps(self) -> tuple[tuple[str, float], ...]:
        """Each stage with its seconds, in order."""
        return tuple(self._laps)
