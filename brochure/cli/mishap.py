"""Our own bugs: one sentence for the person, the trace in a log file for us."""

import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence

from brochure import __version__
from brochure.diagnostics import BrochureError, Words, error


def own_fault(fault: BaseException, words: Sequence[str]) -> BrochureError:
    """The finding `cli/bug` for *fault*, its trace kept in a log file whose path the sentence names."""
    trace = "".join(traceback.format_exception(fault))
    if os.environ.get("BROCHURE_DEBUG"):
        sys.stderr.write(trace)
    path = _keep(_letterhead(words) + trace)
    what = type(fault).__name__
    if path:
        message = Words(
            f"brochure itself made a mistake ({what}); your files are untouched, the trace is in {path}",
            f"brochure 自身出错（{what}）；您的文件未受影响，出错记录在 {path}",
        )
    else:
        message = Words(
            f"brochure itself made a mistake ({what}); your files are untouched",
            f"brochure 自身出错（{what}）；您的文件未受影响",
        )
    return BrochureError([error("cli/bug", message, None, _advice(kept=bool(path)))])


def _advice(*, kept: bool) -> Words:
    if kept:
        return Words("report it and send that file along", "请报告此问题，并附上该文件")
    return Words(
        "report it with what `BROCHURE_DEBUG=1` shows",
        "请报告此问题，并附上设置 `BROCHURE_DEBUG=1` 后显示的内容",
    )


def _letterhead(words: Sequence[str]) -> str:
    python = f"Python {platform.python_version()} on {platform.platform()}"
    return f"brochure {__version__}, {python}\n{list(words)!r}\n\n"


def _keep(text: str) -> str:
    """Write *text* to a new file in the folder for temporary files; its path, empty when that cannot be."""
    try:
        descriptor, path = tempfile.mkstemp(prefix="brochure-", suffix=".log")
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError:
        return ""
    return path
