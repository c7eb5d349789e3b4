"""What holds for this command line, and why: option, then ``BROCHURE_*``, the content, the house."""

import os
from argparse import Namespace

from brochure.cli import jobs
from brochure.cli.desk import Desk
from brochure.cli.project import OUT, Project, typed
from brochure.content import Brochure
from brochure.press.shop import HANDOUT_LAYOUT, WHOLE_LAYOUT
from brochure.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting: its *value*, and its *origin*: an option, a variable, a file, or ``default``."""

    name: str
    value: str
    origin: str


def settings(
    asked: Namespace, project: Project | None, brochure: Brochure | None, desk: Desk
) -> tuple[Setting, ...]:
    """Every setting that holds for *asked*; *brochure* is the project's content, when it can be read."""
    content = (project.shown_as, project.origin) if project else ("", "default")
    whole, handout = (brochure.layout, brochure.handout_layout) if brochure else ("", "")
    file = project.shown_as if project else "content"
    layout = (asked.layout, "--layout"), _variable("BROCHURE_LAYOUT")
    locale = map(_variable, ("BROCHURE_UI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    rows = {
        "content": content,
        "layout": _first(WHOLE_LAYOUT, *layout, (whole, file)),
        "handout layout": _first(HANDOUT_LAYOUT, *layout, (handout, file)),
        "output": _first(
            typed(project.out) if project else OUT, (asked.output, "--output"), _variable("BROCHURE_OUTPUT")
        ),
        "cache": _cache(asked),
        "language": (desk.language, _first("", (asked.ui_lang, "--ui-lang"), *locale)[1]),
        "color": _first(
            "auto", (asked.color, "--color"), _variable("BROCHURE_COLOR"), _variable("NO_COLOR", "never")
        ),
    }
    return tuple(Setting(name=name, value=value, origin=origin) for name, (value, origin) in rows.items())


def _first(default: str, *offers: tuple[str | None, str]) -> tuple[str, str]:
    """The first of *offers* that says something, with its origin; else the *default*."""
    return next(((said, origin) for said, origin in offers if said), (default, "default"))


def _variable(name: str, meaning: str = "") -> tuple[str, str]:
    said = os.environ.get(name, "")
    return (meaning or said) if said else "", name


def _cache(asked: Namespace) -> tuple[str, str]:
    if asked.no_cache:
        return "off", "--no-cache"
    folder = jobs.cache_of(asked).folder
    origin = _first("", _variable("BROCHURE_CACHE"), _variable("XDG_CACHE_HOME"))[1]
    return (str(folder) if folder else "off"), origin
