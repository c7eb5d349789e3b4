"""`brochure`: the words of the command line to a verb, and whatever comes of it to an exit code.

No exception leaves `main`, and no traceback reaches the screen.
"""

import gc
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Final, NoReturn

from brochure import __version__
from brochure.cli import (
    build,
    check,
    exits,
    explain,
    explain_layout,
    fonts,
    handouts,
    images,
    info,
    inspect,
    new,
    schema,
)
from brochure.cli.command_line import merged, parse, pick, split
from brochure.cli.desk import Desk, Unheard
from brochure.cli.helping import house_help, verb_help
from brochure.cli.language import of_process
from brochure.cli.outcomes import judged, unheard
from brochure.cli.verb import Outcome, Verb
from brochure.diagnostics import Words

VERBS: Final[tuple[Verb, ...]] = (
    new.VERB,
    build.VERB,
    handouts.VERB,
    images.VERB,
    check.VERB,
    fonts.VERB,
    schema.VERB,
    info.VERB,
    explain.VERB,
    explain_layout.VERB,
    inspect.VERB,
)


class Terminated(BaseException):
    """SIGTERM: unwinds like Ctrl-C, so that temporary files go."""


def main(argv: Sequence[str] | None = None) -> int:
    """Serve one command line (`sys.argv` when none is given); the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    desk = Desk.of_process(of_process(_language_in(words)))
    if "--json" in words:  # known before the words are parsed: a faulty command line is answered in JSON too
        desk.style = "json"
    outcome = Outcome()
    try:
        with _termination(), _uncollected():
            outcome = _outcome(words, desk)
            _hand_over(outcome, desk)
    except KeyboardInterrupt:
        desk.say(Words("stopped", "已停止"))
        return exits.INTERRUPTED
    except Terminated:
        return exits.TERMINATED
    except Unheard as gone:
        return _unheard(gone, desk) or outcome.exit
    return outcome.exit


def run() -> NoReturn:
    """`main` as a process of its own, which ends without taking its objects apart one by one.

    That would cost a tenth of a build's time and give nothing back that the end of the process does not.
    """
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # nobody listens any more: `main` has judged that already
            if stream is not None:
                stream.flush()
    os._exit(code)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cycles of dead objects: a run is over before it has any worth finding."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _outcome(words: Sequence[str], desk: Desk) -> Outcome:
    """What comes of *words*; faults are told here, in full."""
    try:
        return _serve(words, desk)
    except (KeyboardInterrupt, Terminated, Unheard):
        raise
    except BaseException as fault:  # noqa: BLE001 -- this is where every exception ends
        outcome = judged(fault, words)
    from brochure.cli.report import show

    show(outcome.findings, desk)
    return outcome


def _serve(words: Sequence[str], desk: Desk) -> Outcome:
    before, name, rest = split(words)
    if before.version:
        desk.hand_over(f"brochure {__version__}")
        return Outcome()
    if not name:
        if before.help:
            desk.hand_over(house_help(desk, VERBS))
            return Outcome()
        desk.tell(house_help(desk, VERBS))
        return Outcome(code=exits.USAGE)
    verb = pick(name, VERBS)
    asked = merged(before, parse(verb, rest))
    if before.help or asked.help:
        desk.hand_over(verb_help(desk, verb))
        return Outcome()
    desk.quiet = asked.quiet
    desk.style = "json" if asked.json else (asked.format or "text")
    desk.choose_color(asked.color or os.environ.get("BROCHURE_COLOR", ""), os.environ)
    return verb.run(asked, desk)


def _hand_over(outcome: Outcome, desk: Desk) -> None:
    if desk.style == "json":
        from brochure.cli.report import document

        desk.hand_over(document(outcome, desk))


def _unheard(gone: Unheard, desk: Desk) -> int:
    """The exit code when nobody takes our results; a reader that went away (`… | head`) is no fault."""
    desk.abandon_output()
    if isinstance(gone.__cause__, BrokenPipeError):
        return exits.DONE
    from brochure.cli.report import show

    desk.style = "text"
    show((unheard(gone.__cause__),), desk)
    return exits.MACHINE


def _language_in(words: Sequence[str]) -> str:
    """The language asked for, before the words are parsed: complaints about them are made in it."""
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if word == "--ui-lang":
            return following
        if word.startswith("--ui-lang="):
            return word.partition("=")[2]
    return ""


@contextmanager
def _termination() -> Iterator[None]:
    """While it lasts, SIGTERM raises `Terminated`."""

    def stop(_signal: int, _frame: FrameType | None) -> NoReturn:
        raise Terminated

    if threading.current_thread() is not threading.main_thread():  # signals are its caller's
        yield
        return
    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
