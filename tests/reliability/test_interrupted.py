"""A build that fails or is killed harms nothing, and the next one heals (P1, P2, P11, P12)."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.studio import PRESS_FILE
from tests.reliability.workshop import BROCHURE, built, digest, edit, environment, everything, project, run

OLD, NEW = "湖水清澈", "湖水碧绿"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache of this test's own."""
    return tmp_path / "cache"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The project."""
    return project(tmp_path / "project")


def leftovers(*folders: Path) -> list[str]:
    """Hidden files: what a build has not finished."""
    return [path.name for folder in folders for path in folder.rglob(".*")]


# ---------------------------------------------------------------- failures


def _unreadable(folder: Path) -> None:
    edit(folder, "sections:", "sections: [")


def _damaged(folder: Path) -> None:
    picture = folder / "images" / "lake.png"
    picture.write_bytes(picture.read_bytes()[:-40])


def _overset(folder: Path) -> None:
    edit(folder, OLD, OLD * 200)


def _no_glyph(folder: Path) -> None:
    edit(folder, OLD, f"{OLD}\U0001f30a")


def _no_layout(folder: Path) -> None:
    (folder / "layouts" / "leaf.yaml").unlink()


def _broken_layout(folder: Path) -> None:
    edit(folder, "width: 100mm", "width: 100", "layouts/leaf.yaml")


FAILURES: tuple[Callable[[Path], None], ...] = (
    _unreadable, _damaged, _overset, _no_glyph, _no_layout, _broken_layout,
)  # fmt: skip


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project that was built, and the cache it was built with."""
    folder = tmp_path_factory.mktemp("printed")
    built(project(folder / "project"), environment(folder / "cache"))
    return folder


@pytest.mark.parametrize("spoil", FAILURES, ids=lambda spoil: spoil.__name__.strip("_"))
def test_a_failed_build_touches_nothing(printed: Path, tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    """Whatever is wrong: exit code 1, the last press file as it was, not a file more or less in the project,
    and once the fault is mended the same bytes as before.
    """
    shutil.copytree(printed, tmp_path, dirs_exist_ok=True)
    folder, variables = tmp_path / "project", environment(tmp_path / "cache")
    sound = everything(folder)
    spoil(folder)
    spoilt = everything(folder)
    assert spoilt != sound
    done = run(folder, variables, "build")
    assert done.returncode == 1, done.stderr
    assert everything(folder) == spoilt
    for name, data in sound.items():
        (folder / name).write_bytes(data)
    built(folder, variables)
    assert everything(folder) == sound


@pytest.mark.parametrize("room", ["2000", "400000"])
def test_a_disk_that_fills_up(folder: Path, cache: Path, room: str) -> None:
    """With a limit on the size of files the build fails with exit code 3, wherever the limit strikes; the
    last press file stays, and the next build succeeds.
    """
    good = built(folder, environment(cache))
    edit(folder, OLD, NEW)
    program = (
        "import resource, runpy, sys\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))\n"
        "from brochure.cli.main import main\nsys.exit(main(['build']))\n"
    )
    done = run(folder, environment(cache), command=(sys.executable, "-c", program))
    assert done.returncode == 3, done.stderr
    assert b"Traceback" not in done.stderr
    assert digest(folder / PRESS_FILE) == good
    assert leftovers(folder, cache) == []
    assert built(folder, environment(cache)) != good


# ---------------------------------------------------------------- kills


def both(folder: Path, cache: Path) -> tuple[str, str]:
    """The digests of the old content and of the new, which is left in the project; the old one is printed."""
    old = built(folder, environment(cache))
    edit(folder, OLD, NEW)
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    return old, built(copy, environment(cache))


STEPS = (
    "import os, signal, sys\n"
    "from brochure.cli.main import main\n"
    "steps, last = 0, int(sys.argv[1])\n"
    "def watch(event, args):\n"
    "    global steps\n"
    "    writes = event == 'open' and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)\n"
    "    if writes or event in ('os.rename', 'os.remove', 'os.mkdir', 'os.chmod', 'fcntl.flock'):\n"
    "        steps += 1\n"
    "        if steps == last:\n"
    "            os.kill(os.getpid(), signal.SIGKILL)\n"
    "sys.addaudithook(watch)\n"
    "sys.exit(main(['build', '-q']))\n"
)


def test_a_kill_at_each_step_leaves_a_whole_file(folder: Path, cache: Path) -> None:
    """Killed before its first, second, third … change to the disk, a build leaves the old file whole or the
    new one, and the build after it prints the new one and sweeps up.
    """
    old, new = both(folder, cache)
    shutil.rmtree(cache)
    seen: list[str] = []
    for step in range(1, 60):
        command = (sys.executable, "-c", STEPS, str(step))
        done = run(folder, environment(cache), command=command)
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
        seen.append(digest(folder / PRESS_FILE))
    assert len(seen) >= 6
    assert set(seen) <= {old, new}
    assert seen[0] == old
    for entry in cache.glob("[!.]*"):
        entry.unlink()
    assert built(folder, environment(cache)) == new
    assert leftovers(folder, cache) == []


def moments(count: int) -> Iterator[float]:
    """Shares of a run at which to kill it: spread over all of it, every second one in its last part."""
    dice = random.Random(29)  # the same moments in every run, as far as the machine allows
    for number in range(count):
        low, high = (0.6, 1.0) if number % 2 else (number / count, (number + 1) / count)
        yield dice.uniform(low, high)


def test_kills_at_any_time_harm_nothing(folder: Path, cache: Path) -> None:
    """Fifteen builds killed with all they started: after each the press file is a whole old or new one."""
    old, new = both(folder, cache)
    start = time.perf_counter()
    built(folder.with_name("copy"), environment(cache))
    lasts = time.perf_counter() - start
    killed = 0
    for share in moments(15):
        with subprocess.Popen(
            (*BROCHURE, "build", "-q"),
            cwd=folder,
            env=environment(cache),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as process:
            time.sleep(share * lasts)
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                killed += 1
        assert digest(folder / PRESS_FILE) in {old, new}
        for entry in cache.glob("[!.]*"):
            entry.unlink()
    assert killed >= 5
    assert built(folder, environment(cache)) == new
    assert leftovers(folder, cache) == []


def test_four_builds_at_once(folder: Path, cache: Path) -> None:
    """Four builds of one project into one folder, with one empty cache: all succeed, the file is whole, and
    nothing is left over.
    """
    wanted = built(project(folder.with_name("alone")), environment(folder.with_name("other-cache")))
    running = [
        subprocess.Popen(
            (*BROCHURE, "build", "-q"),
            cwd=folder,
            env=environment(cache),
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for _ in range(4)
    ]
    for process in running:
        _, told = process.communicate(timeout=60)
        assert process.returncode == 0, told
    assert digest(folder / PRESS_FILE) == wanted
    assert leftovers(folder, cache) == []
