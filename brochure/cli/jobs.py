"""What the verbs that print have in common: whose content, which cache, where to, and the work itself."""

import os
import re
from argparse import Namespace
from hashlib import sha256
from pathlib import Path

from brochure.cli.command_line import usage_fault
from brochure.cli.desk import Desk
from brochure.cli.excerpts import excerpts
from brochure.cli.outcomes import code_of
from brochure.cli.progress import Progress
from brochure.cli.project import Project, find_project, typed
from brochure.cli.report import preflight
from brochure.cli.summary import timings, work_line
from brochure.cli.verb import Outcome, Output
from brochure.content import Edition, Whole
from brochure.diagnostics import BrochureError, Words
from brochure.press import Cache, Job, PageRange, Printed, build, write_whole
from brochure.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What was asked for, of whose content, and the desk that answers."""

    asked: Namespace
    project: Project
    desk: Desk

    def job(self, edition: Edition) -> Job:
        """The job for one *edition* of it. Raises `CommandLineError` for pages that are none."""
        screen = getattr(self.asked, "screen", False)
        return Job(
            content=self.project.content,
            shown_as=self.project.shown_as,
            layout=layout_asked(self.asked),
            edition=edition,
            pages=pages_asked(getattr(self.asked, "pages", None) or ""),
            screen=screen,
            tagged=screen,
        )


def project_of(named: str, desk: Desk) -> Project:
    """The project a verb works on; from now on findings can show its lines."""
    project = find_project(named, Path.cwd())
    desk.text_of = excerpts(project.content, project.shown_as)
    return project


def layout_asked(asked: Namespace) -> str:
    """The layout asked for by option or ``BROCHURE_LAYOUT``, empty for the content's own."""
    return asked.layout or os.environ.get("BROCHURE_LAYOUT", "")


def cache_of(asked: Namespace) -> Cache:
    """The user's cache, or none."""
    return Cache(None) if asked.no_cache else Cache.of_user()


def pages_asked(words: str) -> tuple[PageRange, ...]:
    """The pages that *words* name: ``2,5-8`` or ``9-``; all of them for no words, as an empty tuple.

    Ranges come sorted, each once. Raises `CommandLineError` for anything else.
    """
    if not words:
        return ()
    named = words.replace("，", ",").replace("–", "-").split(",")
    found = [re.fullmatch(r"\s*([1-9][0-9]{0,4})\s*(-\s*([1-9][0-9]{0,4})?)?\s*", word) for word in named]
    ranges = [_range(match) for match in found if match]
    if len(ranges) < len(named) or any(some.last is not None and some.last < some.first for some in ranges):
        raise usage_fault(
            Words(f"`{words}` names no pages", f"`{words}` 不是页码"),
            Words("`--pages 2,5-8`", "`--pages 2,5-8`"),
        )
    return tuple(sorted(set(ranges), key=lambda some: (some.first, some.last or 100_000)))


def _range(match: re.Match[str]) -> PageRange:
    first = int(match[1])
    if not match[2]:
        return PageRange(first, first)
    return PageRange(first, int(match[3]) if match[3] else None)


def fulfil(order: Order, edition: Edition, called: str, cache: Cache) -> Outcome:
    """Print one *edition*, *called* so in the report: written, its path handed over, its line said.

    Raises `BrochureError` with what stands against it; the previous file is then untouched.
    """
    desk = order.desk
    with Progress(desk, "" if isinstance(edition, Whole) else f"{called}: ") as progress:
        printed = build(order.job(edition), cache, progress)
    path = destination(order.asked.output, order.project, printed.name)
    write_whole(path, printed.data)
    desk.remark(work_line(printed, desk, progress.seconds))
    timings(printed, desk)
    preflight(printed.findings, desk)
    shown = typed(path)
    if desk.style == "json":  # the digest of a whole press file is taken for those who read it
        return Outcome(outputs=(_output(printed, shown, called),), findings=printed.findings, written=(path,))
    desk.hand_over(shown)
    return Outcome(findings=printed.findings, written=(path,))


def failed(fault: BrochureError) -> Outcome:
    """The outcome of an edition that could not be printed."""
    return Outcome(findings=fault.findings, code=code_of(fault))


def destination(asked: str | None, project: Project, name: str) -> Path:
    """Where the output called *name* goes: ``-o`` names a folder or a ``.pdf`` file."""
    wanted = _wanted(asked)
    if not wanted:
        return project.out / name
    path = Path(wanted)
    return path if _is_file_name(path) else path / name


def refuse_one_file(asked: str | None) -> None:
    """Raise `CommandLineError` when ``-o`` names one file, for several outputs."""
    path = Path(_wanted(asked))
    if _is_file_name(path):
        folder = path.parent.as_posix()
        raise usage_fault(
            Words("several handouts do not fit into one file", "多份讲义不能写进同一个文件"),
            Words(f"-o {folder}", f"-o {folder}"),
        )


def _wanted(asked: str | None) -> str:
    return asked or os.environ.get("BROCHURE_OUTPUT", "")


def _is_file_name(path: Path) -> bool:
    return path.suffix.lower() == ".pdf" and not path.is_dir()


def _output(printed: Printed, shown: str, called: str) -> Output:
    return Output(
        path=shown,
        edition=called,
        pages=printed.pages,
        bytes=len(printed.data),
        sha256=sha256(printed.data).hexdigest(),
        trim_mm=(round(printed.trim_mm[0], 2), round(printed.trim_mm[1], 2)),
        bleed_mm=round(printed.bleed_mm, 2),
    )
