"""The front desk itself: results go over it on standard output, everything said goes to standard error."""

import contextlib
import os
import sys
from collections.abc import Callable, Mapping
from typing import Final, Literal, TextIO, TypeAlias

from brochure.cli.language import Language
from brochure.diagnostics import Words

Style: TypeAlias = Literal["text", "short", "json"]
Paint: TypeAlias = Literal["error", "warning", "note", "good", "quiet"]

_SGR: Final[Mapping[Paint, str]] = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "good": "1",
    "quiet": "2",
}


class Unheard(Exception):  # noqa: N818 -- reads as what happened
    """Standard output cannot be written; the cause says why."""


class Desk:
    """Who we speak to and how. *style* ``json`` says nothing but the one document at the end.

    A closed stream is None and swallows what it is told; what is said (standard error) can never fail a job;
    what is handed over (standard output) raises `Unheard` when it cannot be. *text_of* gives the text of a
    file by the name that findings give it.
    """

    def __init__(self, out: TextIO | None, err: TextIO | None, language: Language) -> None:
        self.out, self.err = out, err
        self.language: Language = language
        self.style: Style = "text"
        self.quiet = False
        self.color = False
        self.text_of: Callable[[str], str | None] = lambda name: None  # noqa: ARG005 -- until a file is known

    @classmethod
    def of_process(cls, language: Language) -> "Desk":
        """The desk of this process; its streams become UTF-8 whatever the locale says."""
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(AttributeError, ValueError, OSError):  # a stream put there by a caller
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        return cls(sys.stdout, sys.stderr, language)

    @property
    def watched(self) -> bool:
        """Whether a person sits at standard error: only then is there a moving line."""
        return _is_terminal(self.err) and not self.quiet and self.style != "json"

    def choose_color(self, asked: str, environment: Mapping[str, str]) -> None:
        """Colour ``always``, ``never`` or ``auto``: on a terminal, unless NO_COLOR or TERM=dumb."""
        plain = bool(environment.get("NO_COLOR")) or environment.get("TERM") == "dumb"
        self.color = asked == "always" or (asked != "never" and not plain and _is_terminal(self.err))

    def say(self, words: Words) -> None:
        """One sentence to the person, in their language."""
        self.tell(self.in_words(words))

    def tell(self, text: str) -> None:
        """Lines to the person; nothing in JSON style."""
        if self.style != "json":
            self.write(f"{text}\n")

    def remark(self, text: str) -> None:
        """What the quiet do not want to hear."""
        if not self.quiet:
            self.tell(text)

    def write(self, text: str) -> None:
        """Raw text to standard error."""
        if self.err is not None:
            try:
                self.err.write(text)
                self.err.flush()
            except (OSError, ValueError):
                _abandon(self.err)
                self.err = None

    def hand_over(self, text: str) -> None:
        """A result, one line or a document: to the letter into a pipe, made harmless on a terminal."""
        if self.out is not None:
            shown = _harmless(text) if _is_terminal(self.out) else text
            try:
                self.out.write(f"{shown}\n")
                self.out.flush()
            except OSError as fault:
                raise Unheard from fault

    def in_words(self, words: Words) -> str:
        """*words* in the person's language."""
        return words.zh if self.language == "zh" else words.en

    def painted(self, text: str, paint: Paint) -> str:
        """*text* in a colour of the terminal, when there is colour."""
        return f"\x1b[{_SGR[paint]}m{text}\x1b[0m" if self.color else text

    def abandon_output(self) -> None:
        """Nobody reads standard output any more."""
        if self.out is not None:
            _abandon(self.out)
        self.out = None


def _abandon(stream: TextIO) -> None:
    """Lead a stream that cannot be written into nothing: what is left in it would trip the interpreter when
    it ends. A stream that a caller put there is the caller's.
    """
    if stream in {sys.__stdout__, sys.__stderr__}:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _harmless(text: str) -> str:
    """*text* with what steers a terminal shown as its code."""
    if all(char.isprintable() or char == "\n" for char in text):
        return text
    from brochure.source.excerpt import visible  # loads the YAML reader: only for text that needs it

    return "\n".join(visible(line) for line in text.split("\n"))


def _is_terminal(stream: TextIO | None) -> bool:
    with contextlib.suppress(ValueError, OSError):
        return stream is not None and stream.isatty()
    return False
