"""`brochure info`: which settings hold and where each comes from, versions, shelves, layouts."""

import platform
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import Final

from brochure import __version__
from brochure.cli import options
from brochure.cli.desk import Desk
from brochure.cli.project import Project, find_project, nearest_project
from brochure.cli.verb import Outcome, Verb
from brochure.diagnostics import BrochureError, Words
from brochure.shipped import SHELVES, shelf

_LIBRARIES: Final = ("reportlab", "pillow", "PyYAML", "uharfbuzz", "rjieba", "pypdfium2")
_TITLES: Final = {
    "settings": Words("settings", "设置"),
    "versions": Words("versions", "版本"),
    "shelves": Words("shelves", "资料架"),
    "layouts": Words("layouts", "版式"),
}


def run(asked: Namespace, desk: Desk) -> Outcome:
    """The facts. A content that cannot be read is a finding; everything else stands."""
    from brochure.cli import jobs
    from brochure.cli.report import show
    from brochure.cli.settings import settings
    from brochure.content import load_brochure

    here = Path.cwd()
    project = find_project(asked.file, here) if asked.file else nearest_project(here)
    brochure, outcome = None, Outcome()
    if project:
        jobs.project_of(asked.file, desk)
        try:
            brochure = load_brochure(project.content, project.shown_as)
        except BrochureError as fault:
            outcome = jobs.failed(fault)
    rows = settings(asked, project, brochure, desk)
    facts = {"versions": _versions(), "shelves": _shelves(project), "layouts": _layouts(project)}
    if desk.style != "json":
        _say("settings", [(row.name, f"{row.value}  ({row.origin})") for row in rows], desk)
        for title, table in facts.items():
            _say(title, list(table.items()), desk)
    show(outcome.findings, desk)
    whole = (("settings", [asdict(row) for row in rows]), *facts.items())
    return Outcome(facts=whole, findings=outcome.findings, code=outcome.code)


def _say(title: str, rows: list[tuple[str, str]], desk: Desk) -> None:
    widest = max((len(left) for left, _ in rows), default=0)
    desk.hand_over(desk.in_words(_TITLES[title]))
    for left, right in rows:
        desk.hand_over(f"  {left:<{widest}}  {right}")


def _versions() -> dict[str, str]:
    from importlib.metadata import PackageNotFoundError, version

    versions = {"brochure": __version__, "Python": f"{platform.python_version()} ({platform.system()})"}
    for name in _LIBRARIES:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            versions[name] = "-"
    return versions


def _shelves(project: Project | None) -> dict[str, str]:
    """The folders looked into, the author's own first."""
    own = project.content.resolve().parent if project else None
    return {
        name: ", ".join(
            str(folder) for folder in (own / name if own else None, shelf(name)) if folder and folder.is_dir()
        )
        for name in SHELVES
    }


def _layouts(project: Project | None) -> dict[str, str]:
    """The layouts that can be asked for by name, with their files; the author's own hide ours."""
    folders = [shelf("layouts")] + ([project.content.resolve().parent / "layouts"] if project else [])
    return {path.stem: str(path) for folder in folders for path in sorted(folder.glob("*.yaml"))}


VERB = Verb(
    name="info",
    says=Words("settings and where each comes from, versions, shelves", "各项设置及其来源、版本、资料架"),
    run=run,
    examples=(
        ("brochure info", Words("for this folder", "当前文件夹")),
        ("brochure info content/xining.yaml --json", Words("this content, for a program", "供程序读取")),
    ),
    operand=options.FILE,
    options=(options.OUTPUT, options.LAYOUT, options.NO_CACHE),
)
