"""The same content gives the same bytes: on any machine, for any user, anywhere, at any time (P4)."""

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

import brochure
from tests.cli.studio import PRESS_FILE
from tests.reliability.workshop import BROCHURE, built, digest, environment, project, run


class Place:
    """A fresh project with the cache all runs share, and the digest its press file must have."""

    def __init__(self, folder: Path, cache: Path, wanted: str) -> None:
        self.folder, self.cache, self.wanted = folder, cache, wanted

    def variables(self, **more: str) -> dict[str, str]:
        """An environment with *more* in it."""
        return environment(self.cache, **more)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The cache after the first, cold run, and the digest of what it printed."""
    folder = tmp_path_factory.mktemp("first")
    cache = folder / "cache"
    return cache, built(project(folder / "project"), environment(cache))


@pytest.fixture
def place(tmp_path: Path, first: tuple[Path, str]) -> Place:
    """Another copy of the project."""
    return Place(project(tmp_path / "project"), *first)


VARIABLES: dict[str, Mapping[str, str]] = {
    "warm": {},
    "hash seed 0": {"PYTHONHASHSEED": "0"},
    "hash seed 4242": {"PYTHONHASHSEED": "4242"},
    "Kathmandu, Chinese": {"TZ": "Asia/Kathmandu", "LC_ALL": "zh_CN.UTF-8", "BROCHURE_UI_LANG": "zh"},
    "Honolulu, C": {"TZ": "Pacific/Honolulu", "LC_ALL": "C", "PYTHONUTF8": "0"},
    "a narrow terminal": {"COLUMNS": "20", "TERM": "dumb", "NO_COLOR": "1"},
    "another user": {"HOME": "/nonexistent", "USER": "nobody", "LOGNAME": "nobody"},
    "settings for reportlab": {"RL_pageCompression": "0", "RL_invariant": "0", "RL_useA85": "1"},
    "no cache": {"BROCHURE_CACHE": "off"},
}


@pytest.mark.parametrize("what", VARIABLES)
def test_the_environment_does_not_matter(place: Place, what: str) -> None:
    """Hash seed, time zone, locale, language, user, terminal and cache leave every byte as it was."""
    assert built(place.folder, place.variables(**VARIABLES[what])) == place.wanted


@pytest.mark.parametrize("flags", [("-O",), ("-OO", "-I", "-X", "utf8")], ids=" ".join)
def test_the_interpreter_s_flags_do_not_matter(place: Place, flags: tuple[str, ...]) -> None:
    """Without assertions, without docstrings, in isolation: the same bytes; nothing rests on `assert`."""
    if "-I" in flags and "PYTHONPATH" in os.environ:
        flags = flags[:1]
    command = (sys.executable, *flags, "-m", "brochure")
    assert built(place.folder, place.variables(), command=command) == place.wanted


def test_the_folder_does_not_matter(place: Place, tmp_path: Path) -> None:
    """A copy in a folder of another name and depth, reached through a link, built from elsewhere: the same
    bytes.
    """
    copy = tmp_path / "第 2 稿" / "a" / "b"
    shutil.copytree(place.folder, copy)
    (tmp_path / "link").symlink_to(copy)
    (tmp_path / "desk").mkdir()
    content = "../link/brochure.yaml"
    done = run(tmp_path / "desk", place.variables(), "build", content)
    assert done.returncode == 0, done.stderr
    assert digest(tmp_path / "desk" / PRESS_FILE) == place.wanted


def test_the_age_and_rights_of_files_do_not_matter(place: Place) -> None:
    """Files touched, made read-only and written anew in another order: the same bytes."""
    files = sorted((path for path in place.folder.rglob("*") if path.is_file()), reverse=True)
    for age, path in enumerate(files, 1):
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data)
        path.chmod(0o400)
        os.utime(path, (86400 * age, 4_000_000_000))
    assert built(place.folder, place.variables()) == place.wanted


def test_one_core_prints_what_many_print(place: Place, tmp_path: Path) -> None:
    """On a single core, with an empty cache, the pictures come out as they did."""
    core = min(os.sched_getaffinity(0))
    program = (
        f"import os, sys; os.sched_setaffinity(0, {{{core}}}); os.cpu_count = lambda: 1\n"
        "from brochure.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )
    command = (sys.executable, "-c", program)
    assert built(place.folder, environment(tmp_path / "cold"), command=command) == place.wanted


def test_the_same_run_twice_in_one_process(place: Place) -> None:
    """A Python caller who prints twice gets twice the same."""
    work = brochure.load(place.folder / "brochure.yaml", cache=place.cache)
    once, again = work.build(place.folder / "one"), work.build(place.folder / "two")
    assert digest(once.path) == digest(again.path) == place.wanted


# ---------------------------------------------------------------- edits that change no word


def _turned(first: str, second: str, *others: str) -> tuple[str, ...]:
    return second, first, *others


UNCHANGING: dict[str, Callable[[str], bytes]] = {
    "a comment above": lambda text: ("# 校对：二校\n#\n" + text).encode(),
    "a comment in the midst": lambda text: text.replace(
        "  - slug: birds", "\n  # 第二节\n\n  - slug: birds"
    ).encode(),
    "a comment behind": lambda text: (text + "# 完\n").encode(),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "a byte-order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "no line end at the end": lambda text: text.rstrip().encode(),
    "keys in another order": lambda text: "\n".join(_turned(*text.splitlines())).encode(),
    "quotation marks": lambda text: text.replace("title: 湖水", "title: '湖水'").encode(),
    "another style of list": lambda text: text.replace(
        "{file: lake.png, caption: 湖面, kind: illustration}",
        "\n          kind: illustration\n          caption: 湖面\n          file: lake.png",
    ).encode(),
}


@pytest.mark.parametrize("what", UNCHANGING)
def test_an_edit_that_changes_no_word_changes_no_byte(place: Place, what: str) -> None:
    """A comment above a block moves every line number below it, and nothing on paper."""
    path = place.folder / "brochure.yaml"
    text = path.read_text(encoding="utf-8")
    changed = UNCHANGING[what](text)
    assert changed != text.encode()
    path.write_bytes(changed)
    printed = brochure.load(path, cache=place.cache).build(place.folder / "out")
    assert digest(printed.path) == place.wanted


def test_a_word_more_is_noticed(place: Place) -> None:
    """The digests above could differ: another word gives another."""
    path = place.folder / "brochure.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("湖水清澈", "湖水碧绿"), encoding="utf-8")
    printed = brochure.load(path, cache=place.cache).build(place.folder / "out")
    assert digest(printed.path) != place.wanted


def test_handouts_repeat_as_well(place: Place) -> None:
    """Each handout, printed by two processes with different hash seeds, is the same."""
    seen = []
    for seed in ("1", "2"):
        done = run(place.folder, place.variables(PYTHONHASHSEED=seed), "handouts", command=BROCHURE)
        assert done.returncode == 0, done.stderr
        files = sorted((place.folder / "out" / "handouts").iterdir())
        seen.append([(file.name, sha256(file.read_bytes()).hexdigest()) for file in files])
    assert len(seen[0]) == 2
    assert seen[0] == seen[1]
