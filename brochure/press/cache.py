"""Finished work kept between builds: by content, verified on reading, never trusted, never needed."""

from __future__ import annotations

import contextlib
import os
import zlib
from hashlib import sha256
from pathlib import Path

from brochure.pdf import deflated
from brochure.press.deliver import sweep, taking_the_place_of

_MARK = b"brochure-cache-2\n"
_HEAD = len(_MARK) + 32
_WORTH_KEEPING = 200_000


class Cache:
    """A folder of entries by key; each carries the digest of its payload, and a damaged or foreign one
    counts as absent.

    Nothing here can fail a build: a folder that cannot be written only makes the next build slower. *hits*
    and *misses* count what was asked.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.hits = 0
        self.misses = 0
        self._swept = False

    @classmethod
    def of_user(cls) -> Cache:
        """The user's cache.

        ``BROCHURE_CACHE``, else the folder that XDG names, else ``~/.cache/brochure``;
        ``BROCHURE_CACHE=off`` keeps nothing.
        """
        named = os.environ.get("BROCHURE_CACHE", "")
        if named == "off":
            return cls(None)
        if named:
            return cls(Path(named))
        home = os.environ.get("XDG_CACHE_HOME", "")
        try:
            return cls((Path(home) if home else Path.home() / ".cache") / "brochure")
        except RuntimeError:  # no home folder
            return cls(None)

    def get(self, key: str) -> bytes | None:
        """The payload kept under *key*, or None."""
        value = self._read(key)
        if value is None:
            self.misses += 1
        else:
            self.hits += 1
        return value

    def put(self, key: str, value: bytes) -> None:
        """Keep *value* under *key*; silently nothing when the folder cannot be written."""
        if self.folder is None:
            return
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            if not self._swept:
                self._swept = True
                sweep(self.folder)
            with taking_the_place_of(self._path(self.folder, key)) as file:
                file.write(_MARK + _seal(key, value))
                file.write(value)

    def deflated(self, data: bytes) -> bytes:
        """What `brochure.pdf.deflated` makes of *data*, remembered for streams that cost more to compress
        than to read back.
        """
        if len(data) < _WORTH_KEEPING or self.folder is None:
            return deflated(data)
        key = f"deflated-{zlib.ZLIB_RUNTIME_VERSION}-{sha256(data).hexdigest()}"
        kept = self.get(key)
        if kept is None:
            kept = deflated(data)
            self.put(key, kept)
        return kept

    def _read(self, key: str) -> bytes | None:
        if self.folder is None:
            return None
        path = self._path(self.folder, key)
        try:
            if not path.is_file():  # a pipe would never end
                return None
            with path.open("rb") as file:
                head, value = file.read(_HEAD), file.read()  # two reads: a cut would copy the whole payload
        except OSError:
            return None
        return value if head == _MARK + _seal(key, value) else None

    @staticmethod
    def _path(folder: Path, key: str) -> Path:
        return folder / sha256(key.encode()).hexdigest()


def _seal(key: str, value: bytes) -> bytes:
    """The digest of an entry. It covers the key, so that an entry under another's name counts as absent."""
    seal = sha256(key.encode() + b"\0")
    seal.update(value)
    return seal.digest()
