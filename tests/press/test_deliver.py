"""Outputs are written whole or not at all: yesterday's file survives every fault (P1, P2, P12)."""

import errno
import os
import resource
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from brochure.diagnostics import MachineError
from brochure.press import write_whole
from brochure.press.deliver import sweep

TODAY = b"today's" * 10_000


def fault_of(path: Path) -> str:
    """What is said when *path* cannot be written."""
    with pytest.raises(MachineError) as caught:
        write_whole(path, TODAY)
    (finding,) = caught.value.findings
    assert finding.code == "press/cannot-write"
    assert finding.suggestion is not None
    return finding.message.en


def names(folder: Path) -> list[str]:
    """Everything in *folder*, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_whole(out: Path) -> None:
    """The new bytes stand where the old ones stood, and nothing else is left in the folder."""
    write_whole(out / "a.pdf", TODAY)
    assert (out / "a.pdf").read_bytes() == TODAY
    assert names(out) == ["a.pdf"]


def test_folders_are_made(out: Path) -> None:
    """A folder that is not there yet is made."""
    write_whole(out / "b" / "c" / "d.pdf", TODAY)
    assert (out / "b/c/d.pdf").read_bytes() == TODAY


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_rights_are_those_of_any_new_file(out: Path, mask: int, mode: int) -> None:
    """The umask decides who may read an output, and it is left as it was."""
    before = os.umask(mask)
    try:
        write_whole(out / "a.pdf", TODAY)
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE((out / "a.pdf").stat().st_mode) == mode


def test_a_link_is_replaced_not_followed(out: Path) -> None:
    """A link at the output's place becomes the file; what it led to is untouched."""
    (out / "elsewhere").write_bytes(b"precious")
    (out / "link.pdf").symlink_to("elsewhere")
    write_whole(out / "link.pdf", TODAY)
    assert not (out / "link.pdf").is_symlink()
    assert (out / "elsewhere").read_bytes() == b"precious"


def test_a_folder_in_its_place(out: Path) -> None:
    """A folder of the output's name is refused and keeps what is in it."""
    (out / "b.pdf").mkdir()
    (out / "b.pdf" / "notes.txt").write_bytes(b"keep")
    assert "a folder has that name" in fault_of(out / "b.pdf")
    assert names(out) == ["a.pdf", "b.pdf"]
    assert (out / "b.pdf" / "notes.txt").read_bytes() == b"keep"


@pytest.mark.parametrize("path", ["out/a.pdf/b.pdf", "out/a.pdf/b/c.pdf"])
def test_a_file_where_a_folder_should_be(out: Path, path: str) -> None:
    """A file in the way of a folder is named as such, and stays."""
    assert "a file stands where" in fault_of(Path(path))
    assert (out / "a.pdf").read_bytes() == b"yesterday's"


def test_a_name_too_long(out: Path) -> None:
    """A name of 256 bytes is refused in plain words."""
    assert "the name is too long" in fault_of(out / ("湟" * 86))
    assert names(out) == ["a.pdf"]


@pytest.mark.usefixtures("ordinary_user")
def test_a_folder_without_the_right_to_write(out: Path) -> None:
    """In a read-only folder the fault is told and yesterday's file stays."""
    assert "you may not write there" in fault_of(out / "a.pdf")
    assert names(out) == ["a.pdf"]
    assert (out / "a.pdf").read_bytes() == b"yesterday's"


def test_a_limit_on_the_size_of_files(out: Path) -> None:
    """A file-size limit (RLIMIT_FSIZE) stops the new file and spares the old one."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        said = fault_of(out / "a.pdf")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "larger than the system allows" in said
    assert names(out) == ["a.pdf"]
    assert (out / "a.pdf").read_bytes() == b"yesterday's"


def test_a_full_disk(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """ENOSPC, as the kernel gives it while writing, is told as a full disk."""

    def on_a_full_disk(path: Path, mode: str) -> Any:
        file = open(path, mode)  # noqa: PTH123, SIM115 -- stands in for Path.open
        full = os.open("/dev/full", os.O_WRONLY)
        os.dup2(full, file.fileno())
        os.close(full)
        return file

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", on_a_full_disk)
        said = fault_of(out / "a.pdf")
    assert "the disk is full" in said
    assert names(out) == ["a.pdf"]
    assert (out / "a.pdf").read_bytes() == b"yesterday's"


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS])
def test_each_step_may_fail(out: Path, step: str, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of fsync or rename is told, yesterday's file stays, no temporary file is left, and the next
    write succeeds.
    """

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os if step == "fsync" else Path, step, fail)
        fault_of(out / "a.pdf")
    assert names(out) == ["a.pdf"]
    assert (out / "a.pdf").read_bytes() == b"yesterday's"
    write_whole(out / "a.pdf", TODAY)
    assert (out / "a.pdf").read_bytes() == TODAY


@pytest.mark.parametrize("fault", [KeyboardInterrupt, MemoryError, SystemExit])
def test_an_interruption_leaves_nothing(
    out: Path, fault: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C and the like pass on as they are, after the temporary file is gone."""

    def interrupt(_: int) -> None:
        raise fault

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(fault):
        write_whole(out / "a.pdf", TODAY)
    assert names(out) == ["a.pdf"]
    assert (out / "a.pdf").read_bytes() == b"yesterday's"


KILLED_AT: dict[str, str] = {
    "before anything is written": "deliver._hold = lambda _: os.kill(os.getpid(), 9)",
    "half-way through": "data = data[:4000]; os.fsync = lambda fd: os.kill(os.getpid(), 9)",
    "before the rename": "Path.replace = lambda *_: os.kill(os.getpid(), 9)",
    "after the rename": "deliver._sync_folder = lambda _: os.kill(os.getpid(), 9)",
}


@pytest.mark.parametrize("when", KILLED_AT)
def test_a_killed_build_heals_with_the_next(out: Path, when: str) -> None:
    """SIGKILL at any step leaves the whole old file or the whole new one; the next build sweeps up."""
    program = (
        "import os\nfrom pathlib import Path\nfrom brochure.press import deliver\n"
        f"data = {TODAY[:7]!r} * 10_000\n{KILLED_AT[when]}\ndeliver.write_whole(Path('out/a.pdf'), data)\n"
    )
    done = subprocess.run((sys.executable, "-c", program), check=False, timeout=60, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert (out / "a.pdf").read_bytes() == (TODAY if when == "after the rename" else b"yesterday's")
    assert len(names(out)) == (1 if when == "after the rename" else 2)
    write_whole(out / "a.pdf", TODAY)
    assert names(out) == ["a.pdf"]


def test_sweeping_spares_what_is_held_and_what_is_not_ours(out: Path) -> None:
    """A temporary file that another build is writing stays, and so does everything of another name."""
    import fcntl

    for name in (".brochure-old.part", ".brochure-busy.part", ".brochure-notes", "x.part"):
        (out / name).write_bytes(b"")
    with (out / ".brochure-busy.part").open("rb") as busy:
        fcntl.flock(busy.fileno(), fcntl.LOCK_EX)
        sweep(out)
    assert names(out) == [".brochure-busy.part", ".brochure-notes", "a.pdf", "x.part"]


def test_a_file_swept_in_the_making_is_made_again(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When another build takes a fresh temporary file for a leftover, a new one is made."""
    from brochure.press import deliver

    hold: Callable[[int], bool] = deliver._hold
    swept: list[Path] = []

    def swept_first(descriptor: int) -> bool:
        if not swept:
            (part,) = out.glob("*.part")
            part.unlink()
            swept.append(part)
        return hold(descriptor)

    monkeypatch.setattr(deliver, "_hold", swept_first)
    write_whole(out / "a.pdf", TODAY)
    assert swept
    assert (out / "a.pdf").read_bytes() == TODAY
    assert names(out) == ["a.pdf"]


def test_many_builds_at_once(out: Path) -> None:
    """Four writers of one file, forty times: a reader only ever sees one whole version (P11)."""
    versions = [bytes([65 + writer]) * 200_000 for writer in range(4)]
    (out / "a.pdf").write_bytes(versions[0])
    seen: set[bytes] = set()
    faults: list[BaseException] = []

    def write(version: bytes) -> None:
        try:
            for _ in range(10):
                write_whole(out / "a.pdf", version)
                seen.add((out / "a.pdf").read_bytes())
        except BaseException as fault:  # noqa: BLE001 -- told by the assertion below
            faults.append(fault)

    threads = [threading.Thread(target=write, args=(version,)) for version in versions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert seen <= set(versions)
    assert names(out) == ["a.pdf"]
