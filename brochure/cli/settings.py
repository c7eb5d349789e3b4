"""What holds for this command line, and why: option, then ``BROCHURE_*``, then the content file, then the house."""

import os
from argparse import Namespace
from dataclasses import dataclass

from brochure.cli import jobs
from brochure.cli.desk import Desk
from brochure.cli.project import OUT, Project, typed
from brochure.content import Brochure
from brochure.press.shop import HANDOUT_LAYOUT, WHOLE_LAYOUT


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting: its *value*, and its *origin*: an option, a variable, a file, or ``default``."""

    name: str
    value: str
    origin: str


def settings(asked: Namespace, project: Project | None, brochure: Brochure | None, desk: Desk) -> tuple[Setting, ...]:
    """Every setting that holds for *asked*; *brochure* is what the project's content says, when it can be read."""
    content = (project.shown_as, project.origin) if project else ("", "default")
    whole, handout = (brochure.layout, brochure.handout_layout) if brochure else ("", "")
    file = project.shown_as if project else "content"
    rows = {
        "content": content,
        "layout": _first((asked.layout, "--layout"), _variable("BROCHURE_LAYOUT"), (whole, file), WHOLE_LAYOUT),
        "handout layout": _first(
            (asked.layout, "--layout"), _variable("BROCHURE_LAYOUT"), (handout, file), HANDOUT_LAYOUT
        ),
        "output": _first(
            (asked.output, "--output"), _variable("BROCHURE_OUTPUT"), typed(project.out) if project else OUT
        ),
        "cache": _cache(asked),
        "language": _first(
            (asked.ui_lang, "--ui-lang"),
            *(_variable(name) for name in ("BROCHURE_UI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")),
            desk.language,
            value=desk.language,
        ),
        "color": _first(
            (asked.color, "--color"), _variable("BROCHURE_COLOR"), _variable("NO_COLOR", "never"), "auto"
        ),
    }
    return tuple(Setting(name=name, value=value, origin=origin) for name, (value, origin) in rows.items())


def _first(*sources: tuple[str | None, str] | str, value: str = "") -> tuple[str, str]:
    """The first source that says something, with its origin; the last one is the default. *value* replaces what
    the source says by what it comes to.
    """
    *offers, default = sources
    for said, origin in offers:
        if said:
            return value or said, origin
    return str(default), "default"


def _variable(name: str, meaning: str = "") -> tuple[str, str]:
    said = os.environ.get(name, "")
    return (meaning or said) if said else "", name


def _cache(asked: Namespace) -> tuple[str, str]:
    if asked.no_cache:
        return "off", "--no-cache"
    folder = jobs.cache_of(asked).folder
    variable = next((name for name in ("BROCHURE_CACHE", "XDG_CACHE_HOME") if os.environ.get(name)), "default")
    return (str(folder) if folder else "off"), variable


