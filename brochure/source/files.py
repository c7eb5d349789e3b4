"""Opens regular files and nothing else: a pipe with no writer would hold the press for ever."""

from __future__ import annotations

import os
import stat
from pathlib import Path


class NotAFileError(OSError):
    """What was opened is a folder, a pipe or a device."""


class TooLargeError(OSError):
    """The file holds more than the limit."""


def read_regular(path: Path, limit: int, expected: os.stat_result | None = None) -> bytes:
    """The bytes of the regular file at *path*.

    It is opened without waiting and then looked at. Raises `NotAFileError`, `TooLargeError` past *limit*
    bytes, and ``OSError`` as opening does; also when the file is not the one *expected* from an earlier
    look.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        facts = os.fstat(descriptor)
        if not stat.S_ISREG(facts.st_mode):
            raise NotAFileError(f"{path.name} is not a file")
        if expected is not None and not os.path.samestat(facts, expected):
            raise NotAFileError(f"{path.name} changed while it was read")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(limit + 1)
    finally:
        os.close(descriptor)
    if len(data) > limit:
        raise TooLargeError(f"{path.name} is larger than {limit / 1e6:g} MB")
    return data
