"""Whatever a verb raises, as findings and an exit code. Nothing is left over for a traceback."""

import errno
from collections.abc import Sequence
from typing import Final

from brochure.cli import exits
from brochure.cli.command_line import CommandLineError
from brochure.cli.verb import Outcome
from brochure.diagnostics import BrochureError, Diagnostic, MachineError, Words, error

# what a full, locked or exhausted machine answers; any other errno out of our own calls is our mistake
_MACHINE: Final = frozenset({
    errno.EACCES, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM,
    errno.ENOSPC, errno.EPERM, errno.EROFS,
})  # fmt: skip


def judged(fault: BaseException, words: Sequence[str]) -> Outcome:
    """The outcome that *fault*, raised while serving the command line *words*, comes to."""
    if isinstance(fault, BrochureError):
        return Outcome(findings=fault.findings, code=code_of(fault))
    if lacking := _lacking(fault):
        return Outcome(findings=(lacking,), code=exits.MACHINE)
    from brochure.cli.mishap import own_fault

    return Outcome(findings=own_fault(fault, words).findings, code=exits.BUG)


def code_of(fault: BrochureError) -> int:
    """The exit code of a fault that was foreseen."""
    if isinstance(fault, CommandLineError):
        return exits.USAGE
    return exits.MACHINE if isinstance(fault, MachineError) else exits.AT_FAULT


def unheard(fault: BaseException | None) -> Diagnostic:
    """The finding for a standard output that cannot be written."""
    why = getattr(fault, "strerror", None) or str(fault)
    return error(
        "cli/no-output",
        Words(f"standard output cannot be written: {why}", f"无法写入标准输出：{why}"),
        None,
        Words("files that were made are whole and in place", "已生成的文件完整无缺"),
    )


def _lacking(fault: BaseException) -> Diagnostic | None:
    """What the machine lacks, when that is what *fault* says."""
    if isinstance(fault, MemoryError):
        return error("cli/out-of-memory", Words("the machine has no memory left for this", "内存不足"))
    if isinstance(fault, OSError) and fault.errno in _MACHINE:
        file = f" ({fault.filename})" if fault.filename else ""
        why = f"{fault.strerror}{file}"
        return error("cli/machine", Words(f"the machine refused: {why}", f"系统拒绝了操作：{why}"))
    if isinstance(fault, ImportError) or (isinstance(fault, FileNotFoundError) and fault.errno is None):
        # a library or a shelf that came with us is not there any more
        return error(
            "cli/broken-installation",
            Words(f"this installation is not whole: {fault}", f"程序安装不完整：{fault}"),
            None,
            Words("install brochure again", "请重新安装 brochure"),
        )
    return None
