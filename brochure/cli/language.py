"""Which language the desk speaks: asked for, else by the locale."""

import os
import sys
from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

Language: TypeAlias = Literal["en", "zh"]

LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
_LOCALE: Final = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set decides: POSIX, 8.2


def language_of(asked: str, environment: Mapping[str, str]) -> Language:
    """The language *asked* for (``en`` or ``zh``), else ``BROCHURE_UI_LANG``, else that of the locale.

    A locale of any Chinese-writing place gives Chinese; any other, and none, gives English.
    """
    for wanted in (asked, environment.get("BROCHURE_UI_LANG", "")):
        if wanted:
            return _spoken(wanted)
    named = next((environment[name] for name in _LOCALE if environment.get(name)), "")
    return _spoken(named or _of_windows())


def _spoken(locale: str) -> Language:
    return "zh" if locale.lower().startswith(("zh", "chinese")) else "en"


def _of_windows() -> str:
    """Windows sets none of the variables; there the C library knows the user's locale."""
    if sys.platform == "win32":
        import locale

        return locale.getlocale()[0] or ""
    return ""


def of_process(asked: str = "") -> Language:
    """The language for this process."""
    return language_of(asked, os.environ)
