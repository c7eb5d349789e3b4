"""What is said after a build: the work on one line, where the time went, what to do next."""

import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import Final

from brochure.cli.desk import Desk
from brochure.cli.progress import stage_times
from brochure.diagnostics import Words
from brochure.press import Printed
from brochure.source.excerpt import visible

_WORTH_SAYING: Final = 1.0  # seconds


def work_line(printed: Printed, desk: Desk, seconds: float | None = None) -> str:
    """Title, pages, trim and bleed, and the seconds it took."""
    width, height = printed.trim_mm
    pages = Words(f"{printed.pages} page{'s' * (printed.pages != 1)}", f"{printed.pages} 页")
    size = f"{width:g} × {height:g} mm"
    bleed = Words(f" + {printed.bleed_mm:g} mm bleed", f"，出血 {printed.bleed_mm:g} mm")
    parts = [
        desk.painted(visible(printed.title), "good"),
        desk.in_words(pages),
        size + desk.in_words(bleed) * bool(printed.bleed_mm),
    ]
    return "  " + "   ".join(parts + [f"{seconds:.1f} s"] * (seconds is not None))


def timings(printed: Printed, desk: Desk) -> None:
    """Where the time went, for those who watched the line that moved, when it was over a second."""
    if desk.watched and sum(took for _, took in printed.laps) > _WORTH_SAYING:
        desk.remark(f"  {desk.painted(stage_times(printed.laps, desk), 'quiet')}")


def next_step(command: str, does: Words, desk: Desk) -> None:
    """A command line the person may want now."""
    label = desk.in_words(Words("next: ", "下一步："))
    desk.remark(f"  {label}{program()} {command}    {desk.painted(desk.in_words(does), 'quiet')}")


def program() -> str:
    """How this person starts brochure: the way it was started now."""
    started = sys.argv[0] if sys.argv else ""
    if Path(started).name == "__main__.py":
        return f"{Path(sys.executable).name} -m brochure"
    found = shutil.which("brochure")
    if not started or (found is not None and _same(found, started)):
        return "brochure"
    return shlex.quote(os.path.relpath(started)) if Path(started).name.startswith("brochure") else "brochure"


def _same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except OSError:
        return False
