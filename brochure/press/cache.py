"""Finished work kept between builds: by content, verified on reading, never trusted, never needed."""

from __future__ import annotations

import contextlib
import os
import tempfile
import zlib
from hashlib import sha256
from pathlib import Path

from brochure.pdf import deflated

_MARK = b"brochure-cache-1\n"
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
            handle, name = tempfile.mkstemp(dir=self.folder, prefix=".new-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_MARK + sha256(value).digest())
                    file.write(value)
                Path(name).replace(self._path(self.folder, key))
            except OSError:
                with contextlib.suppress(OSError):
                    Path(name).unlink()

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
        try:
            data = self._path(self.folder, key).read_bytes()
        except OSError:
            return None
        value = data[_HEAD:]
        if not data.startswith(_MARK) or sha256(value).digest() != data[len(_MARK) : _HEAD]:
            return None
        return value

    @staticmethod
    def _path(folder: Path, key: str) -> Path:
        return folder / sha256(key.encode()).hexdigest()
