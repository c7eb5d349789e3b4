"""Words on the command line to what is asked for; each fault is one sentence and exit code 2."""

import argparse
import re
from argparse import Namespace
from collections.abc import Iterable, Sequence
from typing import Final, NoReturn

from brochure.cli.options import COMMON, VERSION
from brochure.cli.verb import Option, Verb
from brochure.diagnostics import BrochureError, Words, error


class CommandLineError(BrochureError):
    """The command line asks for something that cannot be asked for."""


def usage_fault(message: Words, suggestion: Words | None = None) -> CommandLineError:
    """The fault `cli/usage` with *message*."""
    return CommandLineError([error("cli/usage", message, None, suggestion)])


def split(words: Sequence[str]) -> tuple[Namespace, str, list[str]]:
    """The common options before the verb, the verb (may be empty), and the words after it."""
    front = _Parser()
    _declare(front, (*COMMON, VERSION))
    front.add_argument("verb", nargs="?", default="")
    front.add_argument("rest", nargs=argparse.REMAINDER)
    asked, unknown = front.parse_known_args(list(words))
    if unknown:
        _refuse_unknown(unknown[0], (*COMMON, VERSION))
    return asked, asked.verb, asked.rest


def parse(verb: Verb, words: Sequence[str]) -> Namespace:
    """What *words* after *verb* ask for; an option that is not given is None, a switch False.

    Operands and options mix; after ``--`` come operands alone.
    """
    options = (*verb.options, *COMMON)
    parser = _Parser()
    _declare(parser, options)
    end = words.index("--") if "--" in words else len(words)
    asked, others = parser.parse_known_args(list(words[:end]))
    flags = [word for word in others if word.startswith("-") and word != "-"]
    if flags:
        _refuse_unknown(flags[0], options)
    operands = [*others, *words[end + 1 :]]
    most = 0 if verb.operand is None else len(operands) if verb.operand.many else 1
    if len(operands) > most:
        help_line = f"brochure {verb.name} --help"
        raise usage_fault(
            Words(f"`{operands[most]}` is one word too many", f"多出了一个词 `{operands[most]}`"),
            Words(help_line, help_line),
        )
    if verb.operand:
        setattr(asked, verb.operand.name, operands if verb.operand.many else "".join(operands))
    return asked


def pick(name: str, verbs: Iterable[Verb]) -> Verb:
    """The verb called *name*."""
    known = {verb.name: verb for verb in verbs}
    if name in known:
        return known[name]
    if name.lower().endswith((".yaml", ".yml")):
        suggestion = Words(f"brochure build {name}", f"brochure build {name}")
    else:
        suggestion = _nearest(name, known) or Words("brochure --help", "brochure --help")
    raise usage_fault(Words(f"there is no verb `{name}`", f"没有 `{name}` 这个命令"), suggestion)


def merged(before: Namespace, after: Namespace) -> Namespace:
    """*after* with the common options given before the verb, where it gives none itself."""
    for option in COMMON:
        name = _name(option)
        if not getattr(after, name):
            setattr(after, name, getattr(before, name))
    return after


# ---------------------------------------------------------------- argparse, in our words


class _Parser(argparse.ArgumentParser):
    """Reads the words; help and complaints are ours."""

    def __init__(self) -> None:
        super().__init__(add_help=False, allow_abbrev=False, prog="brochure")

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print and exit with."""
        for pattern, en, zh in _COMPLAINTS:
            if found := re.search(pattern, message):
                raise usage_fault(Words(found.expand(en), found.expand(zh)))
        raise usage_fault(Words(message, message))


# argparse says these in English alone and in other words from one Python to the next; what we need of them
# is the flag
_COMPLAINTS: Final = (
    (
        r"argument (?:.*/)?(-\S+): expected one argument",
        r"`\1` needs a value after it",
        r"`\1` 后面要有一个值",
    ),
    (
        r"argument (?:.*/)?(-\S+): ignored explicit argument '?(.*?)'?$",
        r"`\1` takes no value, and `\2` was given",
        r"`\1` 不带值，却给了 `\2`",
    ),
)


def _declare(parser: argparse.ArgumentParser, options: Iterable[Option]) -> None:
    for option in options:
        if option.value:
            checked = _Chosen(option) if option.choices else str
            parser.add_argument(*option.flags, dest=_name(option), type=checked, default=None)
        else:
            parser.add_argument(*option.flags, dest=_name(option), action="store_true")


class _Chosen:
    """One of an option's choices; raises `CommandLineError` for any other word."""

    def __init__(self, option: Option) -> None:
        self.option = option

    def __call__(self, word: str) -> str:
        if word in self.option.choices:
            return word
        flag = self.option.flags[-1]
        known = ", ".join(self.option.choices)
        raise usage_fault(
            Words(f"`{flag}` cannot be `{word}`", f"`{flag}` 不能是 `{word}`"),
            _nearest(word, self.option.choices) or Words(known, known),
        )


def _name(option: Option) -> str:
    return option.flags[-1].lstrip("-").replace("-", "_")


def _refuse_unknown(flag: str, options: Iterable[Option]) -> NoReturn:
    flag = flag.partition("=")[0]
    known = [spelling for option in options for spelling in option.flags]
    message = Words(f"there is no option `{flag}` here", f"这里没有选项 `{flag}`")
    raise usage_fault(message, _nearest(flag, known) or Words("brochure --help", "brochure --help"))


def _nearest(word: str, known: Iterable[str]) -> Words | None:
    from brochure.source import nearest  # loads the YAML reader: only for a faulty command line

    found = nearest(word, known)
    return Words(f"`{found}`", f"`{found}`") if found else None
