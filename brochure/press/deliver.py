"""Outputs are written whole or not at all: a temporary file in the same folder, checked, synced, renamed."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from brochure.diagnostics import Diagnostic, MachineError, Words, error

_PREFIX = ".brochure-"


def write_whole(path: Path, data: bytes) -> None:
    """*data* as the file at *path*; whatever stood there stays until the new file is safely on disk.

    Raises `MachineError` when the disk is full, the folder cannot be written, or *path* is a folder.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path.parent)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=_PREFIX, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                _hold(file.fileno())
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                _grant(file.fileno())
                Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
        _sync_folder(path.parent)
    except OSError as fault:
        raise MachineError([_cannot_write(path, fault)]) from None


def _hold(descriptor: int) -> None:
    """Lock a file while it is written; another build can tell it so from one that a killed build left."""
    with contextlib.suppress(ImportError, OSError):
        import fcntl  # not on Windows

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _sweep(folder: Path) -> None:
    """Take away what killed builds left: temporary files that nobody holds."""
    try:
        import fcntl
    except ImportError:
        return
    for left in folder.glob(f"{_PREFIX}*.part"):
        with contextlib.suppress(OSError), left.open("rb") as file:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink()


def _grant(descriptor: int) -> None:
    """Give the file the rights of any new file; `mkstemp` gives it to its owner alone."""
    if hasattr(os, "fchmod"):
        mask = os.umask(0)
        os.umask(mask)
        os.fchmod(descriptor, 0o666 & ~mask)


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
