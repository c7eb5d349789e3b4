"""What is said after a build: the work on one line, where the time went, what to do next."""

import shlex
import shutil
import sys
from pathlib import Path
from typing import Final

from brochure.cli.desk import Desk
from brochure.cli.progress import stage_times
from brochure.cli.project import typed
from brochure.diagnostics import Words
from brochure.press import Printed
from brochure.source.excerpt import visible

_WORTH_SAYING: Final = 1.0  # seconds


def work_line(printed: Printed, desk: Desk, seconds: float) -> str:
    """Title, pages, trim and bleed, and the seconds it took."""
    width, height = printed.trim_mm
    pages = Words(f"{printed.pages} page{'s' * (printed.pages != 1)}", f"{printed.pages} 页")
    size = f"{width:g} × {height:g} mm"
    bleed = Words(f" + {printed.bleed_mm:g} mm bleed", f"，出血 {printed.bleed_mm:g} mm")
    bled = size + desk.in_words(bleed) * bool(printed.bleed_mm)
    parts = (desk.painted(visible(printed.title), "good"), desk.in_words(pages), bled)
    return "  " + "   ".join((*parts, f"{seconds:.1f} s"))


def timings(printed: Printed, desk: Desk) -> None:
    """Where the time went, for those who watched the line that moved, when it was over a second."""
    if desk.watched and sum(took for _, took in printed.laps) > _WORTH_SAYING:
        desk.remark(f"  {desk.painted(stage_times(printed.laps, desk), 'quiet')}")


def next_step(command: str, does: Words, desk: Desk, number: str = "") -> None:
    """A command line the person may want now; *number* where it is one of several steps."""
    label = f"{number}  " if number else desk.in_words(Words("next: ", "下一步："))
    meaning = desk.painted(desk.in_words(does), "quiet")
    line = visible(f"{program(sys.argv[0], sys.executable)} {command.rstrip()}")
    desk.remark(f"  {label}{line}    {meaning}")


def program(started: str, python: str) -> str:
    """How this person starts brochure, told from how it was *started* now, and by which *python*."""
    if Path(started).name == "__main__.py":
        return f"{_spoken(python)} -m brochure"
    return _spoken(started) if Path(started).stem == "brochure" else "brochure"


def _spoken(path: str) -> str:
    """*path* as it has to be typed here: its name alone when the shell would find that very file."""
    found = shutil.which(Path(path).name)
    if found is not None and Path(found).absolute() == Path(path).absolute():
        return Path(path).name
    return shlex.quote(typed(Path(path)))
