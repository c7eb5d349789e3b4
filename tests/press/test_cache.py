"""Finished work kept between builds: verified on reading, never trusted, never needed (P6)."""

import os
import resource
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.pdf import deflated
from brochure.press import Cache

VALUE = b"pixels" * 1000


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """An empty cache in a folder that is not there yet."""
    return Cache(tmp_path / "a" / "cache")


def entry(cache: Cache) -> Path:
    """The one file in *cache*."""
    assert cache.folder is not None
    (path,) = cache.folder.iterdir()
    return path


def test_what_was_put_is_got(cache: Cache) -> None:
    """An entry comes back as it was put, from another process too; hits and misses are counted."""
    assert cache.get("key") is None
    cache.put("key", VALUE)
    cache.put("empty", b"")
    again = Cache(cache.folder)
    assert (again.get("key"), again.get("empty"), again.get("other")) == (VALUE, b"", None)
    assert (again.hits, again.misses) == (2, 1)


def cut(path: Path) -> None:
    """Lose the end."""
    path.write_bytes(path.read_bytes()[:-1])


def flip(path: Path) -> None:
    """Turn one bit of the payload."""
    data = bytearray(path.read_bytes())
    data[-100] ^= 1
    path.write_bytes(data)


def flip_seal(path: Path) -> None:
    """Turn one bit of the digest."""
    data = bytearray(path.read_bytes())
    data[20] ^= 1
    path.write_bytes(data)


def lengthen(path: Path) -> None:
    """Add a byte."""
    path.write_bytes(path.read_bytes() + b"x")


def emptied(path: Path) -> None:
    """Nothing left."""
    path.write_bytes(b"")


def head_alone(path: Path) -> None:
    """The mark and nothing after it."""
    path.write_bytes(b"brochure-cache-2\n")


def of_another_version(path: Path) -> None:
    """The mark of a version to come."""
    path.write_bytes(path.read_bytes().replace(b"brochure-cache-2", b"brochure-cache-9"))


def folder_instead(path: Path) -> None:
    """A folder of the same name."""
    path.unlink()
    path.mkdir()


def pipe_instead(path: Path) -> None:
    """A pipe of the same name, which would never end."""
    path.unlink()
    os.mkfifo(path)


def link_round(path: Path) -> None:
    """A link to itself."""
    path.unlink()
    path.symlink_to(path.name)


DAMAGE: tuple[Callable[[Path], None], ...] = (
    cut, flip, flip_seal, lengthen, emptied, head_alone, of_another_version, folder_instead, pipe_instead,
    link_round,
)  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_entry_counts_as_absent(cache: Cache, damage: Callable[[Path], None]) -> None:
    """Whatever happened to an entry, it is not given back; putting it again mends it where that can be."""
    cache.put("key", VALUE)
    damage(entry(cache))
    assert cache.get("key") is None
    cache.put("key", VALUE)
    assert cache.get("key") in ({None} if damage is folder_instead else {VALUE})


def test_entries_that_changed_places_count_as_absent(cache: Cache) -> None:
    """A whole entry under another entry's name is not given back: its seal covers the key."""
    cache.put("one", b"1" * 100)
    first = entry(cache)
    held = first.read_bytes()
    cache.put("two", b"2" * 100)
    assert cache.folder is not None
    (second,) = set(cache.folder.iterdir()) - {first}
    first.write_bytes(second.read_bytes())
    second.write_bytes(held)
    assert (cache.get("one"), cache.get("two")) == (None, None)


@given(noise=st.binary(max_size=200), keep=st.integers(0, 100))
def test_no_bytes_whatever_are_taken_for_an_entry(noise: bytes, keep: int, tmp_path_factory: object) -> None:
    """A file that is not exactly what was put is never given back."""
    folder = tmp_path_factory.mktemp("cache")  # type: ignore[attr-defined]
    cache = Cache(folder)
    cache.put("key", b"value")
    path = entry(cache)
    whole = path.read_bytes()
    spoilt = whole[:keep] + noise
    path.write_bytes(spoilt)
    assert cache.get("key") == (b"value" if spoilt == whole else None)


def test_a_cache_that_cannot_be_written_is_none(tmp_path: Path) -> None:
    """A file in place of the folder, or a limit on file sizes, costs time and nothing else."""
    (tmp_path / "file").write_bytes(b"")
    blocked = Cache(tmp_path / "file" / "cache")
    blocked.put("key", VALUE)
    assert blocked.get("key") is None
    limited = Cache(tmp_path / "limited")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        limited.put("key", VALUE)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert limited.get("key") is None
    assert list((tmp_path / "limited").iterdir()) == []


def test_no_folder_keeps_nothing() -> None:
    """Without a folder everything is a miss and nothing fails."""
    cache = Cache(None)
    cache.put("key", VALUE)
    assert cache.get("key") is None
    assert cache.deflated(b"x" * 300_000) == deflated(b"x" * 300_000)


def test_leftovers_of_killed_builds_are_swept(cache: Cache) -> None:
    """The first entry a build keeps takes away temporary files that nobody holds."""
    assert cache.folder is not None
    cache.folder.mkdir(parents=True)
    (cache.folder / ".brochure-0123.part").write_bytes(b"half")
    cache.put("key", VALUE)
    assert entry(cache).name[0] != "."


def test_deflated_is_remembered(cache: Cache) -> None:
    """A long stream is compressed once and then read, the same bytes; a short one is not kept."""
    long, short = b"0 0 m 1 1 l S\n" * 20_000, b"short"
    assert cache.deflated(long) == deflated(long)
    assert cache.deflated(short) == deflated(short)
    assert (cache.hits, cache.misses) == (0, 1)
    assert cache.deflated(long) == deflated(long)
    assert cache.hits == 1
    flip(entry(cache))
    assert cache.deflated(long) == deflated(long)


@pytest.mark.parametrize(
    ("variables", "folder"),
    [
        ({"BROCHURE_CACHE": "kept"}, "kept"),
        ({"BROCHURE_CACHE": "off", "XDG_CACHE_HOME": "xdg"}, None),
        ({"XDG_CACHE_HOME": "xdg", "HOME": "home"}, "xdg/brochure"),
        ({"HOME": "home"}, "home/.cache/brochure"),
    ],
)
def test_where_the_users_cache_lies(
    variables: dict[str, str], folder: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """BROCHURE_CACHE, else the folder XDG names, else ~/.cache; `off` keeps nothing."""
    for name in ("BROCHURE_CACHE", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert Cache.of_user().folder == (Path(folder) if folder else None)


def test_no_home_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine that knows no home folder for this user nothing is kept, and nothing fails."""

    def homeless() -> Path:
        raise RuntimeError

    for name in ("BROCHURE_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert Cache.of_user().folder is None
