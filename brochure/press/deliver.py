"""Outputs are written whole or not at all: a temporary file in the same folder, checked, synced, renamed."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from brochure.diagnostics import Diagnostic, MachineError, Words, error

_PREFIX, _SUFFIX = ".brochure-", ".part"


def write_whole(path: Path, data: bytes) -> None:
    """*data* as the file at *path*; whatever stood there stays until the new file is safely on disk.

    A link at *path* is replaced by the file, not followed. Raises `MachineError` when the disk is full, the
    folder cannot be written, or *path* is a folder.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        sweep(path.parent)
        with taking_the_place_of(path) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _sync_folder(path.parent)
    except OSError as fault:
        raise MachineError([_cannot_write(path, fault)]) from None


@contextlib.contextmanager
def taking_the_place_of(path: Path) -> Iterator[BinaryIO]:
    """A new file beside *path*, which takes that place when the block ends well and is gone otherwise."""
    part, file = _new_part(path.parent)
    try:
        yield file
        file.flush()
        if (
            os.name == "nt"
        ):  # Windows renames no open file; elsewhere the lock lasts until the file has its name
            file.close()
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            file.close()
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    finally:
        file.close()


def sweep(folder: Path) -> None:
    """Take away what killed builds left in *folder*: temporary files that nobody holds."""
    try:
        import fcntl
    except ImportError:  # Windows
        return
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with contextlib.suppress(OSError), left.open("rb") as file:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink()


def _new_part(folder: Path) -> tuple[Path, BinaryIO]:
    """A new temporary file, with the rights of any new file, held so that no other build sweeps it away."""
    while True:
        part = folder / f"{_PREFIX}{os.urandom(8).hex()}{_SUFFIX}"
        file = part.open("xb")
        # another build may have swept between our making it and our holding it; then make another
        if _hold(file.fileno()) and part.exists():
            return part, file
        file.close()


def _hold(descriptor: int) -> bool:
    """Lock a file while it is written; False when another build holds it, to sweep it away."""
    try:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except (ImportError, OSError):  # Windows, and file systems without locks: there nobody sweeps either
        return True
    return True


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _cannot_write(path: Path, fault: OSError) -> Diagnostic:
    reasons = {
        errno.ENOSPC: Words("the disk is full", "磁盘已满"),
        errno.EFBIG: Words("the file would be larger than the system allows", "文件超过系统允许的大小"),
        errno.EACCES: Words("you may not write there", "没有写入权限"),
        errno.EPERM: Words(
            "you may not write there, or another program holds the file open",
            "没有写入权限，或文件正被其他程序打开",
        ),
        errno.EROFS: Words("that disk is read-only", "该磁盘为只读"),
        errno.EISDIR: Words("a folder has that name", "已有同名文件夹"),
        errno.EEXIST: Words("a file stands where the folder should be", "应为文件夹的地方有一个同名文件"),
        errno.ENOTDIR: Words("a file stands where a folder should be", "路径中应为文件夹的地方是一个文件"),
        errno.ENAMETOOLONG: Words("the name is too long for this disk", "名称超过磁盘允许的长度"),
    }
    reason = reasons.get(fault.errno or 0, Words(fault.strerror or "unknown", fault.strerror or "未知原因"))
    return error(
        "press/cannot-write",
        Words(
            f"`{path.name}` cannot be written to `{path.parent}`: {reason.en}",
            f"无法把“{path.name}”写入“{path.parent}”：{reason.zh}",
        ),
        None,
        Words(
            "the previous file is untouched; make room or choose another folder with -o",
            "原有文件未受影响；请腾出空间，或用 -o 换一个文件夹",
        ),
    )
