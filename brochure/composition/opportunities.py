"""Where a line may break and what it costs: Unicode's rules, the prohibition rules, inseparable runs.

Between two ordinary Han characters a break is free, and most places of a Chinese page are such. The rules are
asked only about the stretches between: a mark, a number, a Latin word, each with its neighbours. A stretch is
first reduced to what the rules can tell apart (every letter `a`, every figure `0`, plain Han 文), so that its
answer serves all stretches like it.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from brochure.composition.characters import Kind, kind, resolve_kinds
from brochure.composition.line_break_classes import traits_of
from brochure.composition.line_break_rules import FORCED, FREE, NEVER, uax14_costs
from brochure.composition.prohibition import Ruling, edge_rulings, unbarred
from brochure.composition.unbreakable import GROUPS, link_rulings, run_rulings, word_rulings
from brochure.layout.styles import Level

_QUOTES: Final = re.compile("[“”‘’]")
_BRACKETS: Final = {"“": "「", "”": "」", "‘": "『", "’": "』"}
_STRETCH: Final = re.compile("[^文]+")
_LATIN_STRETCH: Final = re.compile("(?:[^文 ]+|(?<!a) | (?!a))+")  # a space between letters is no question
_ELLIPSIS: Final = re.compile("…{2,}|⋯{2,}")
_MINUS: Final = re.compile("(?<=[^\\Wa0])-(?=0)")  # 达-5℃: no hyphen
_LONGEST_REMEMBERED: Final = 48
_MOST_REMEMBERED: Final = 4096

_Answer = tuple[tuple[int, float], ...]
_ANSWERS: Final[dict[Level, dict[str, _Answer]]] = {
    "none": {}, "normal": {}, "basic": {}, "gb": {}, "strict": {}
}  # fmt: skip


def break_costs(
    text: str,
    *,
    level: Level = "gb",
    keep: Iterable[str] = (),
    headings: bool = False,
    kinds: Sequence[Kind] | None = None,
) -> list[float]:
    """What a line break before each character of *text* costs; one more entry for the end, 0.

    `FREE` (0), a penalty of which 50 is a hyphen's, `NEVER` (infinity; also the first entry), or `FORCED`
    (minus infinity) after a line feed. *keep* are names not to be broken: a penalty, in *headings* a
    prohibition, like short 《titles》 (U10). *kinds* are `resolve_kinds(text)`, when the caller has them.
    """
    costs = [FREE] * (len(text) + 1)
    costs[0] = NEVER
    reduced = _reduced(text, kinds)
    answers = _ANSWERS[level]
    for match in (_LATIN_STRETCH if "a a" in reduced else _STRETCH).finditer(reduced):
        start = max(match.start() - 1, 0)
        stretch = reduced[start : match.end() + 1]
        answer = answers.get(stretch)
        if answer is None:
            answer = _remember(answers, stretch, level)
        for at, cost in answer:
            costs[start + at] = cost
    for at, cost, _ in word_rulings(text, keep, headings=headings):
        if costs[at] != FORCED:
            costs[at] = max(costs[at], cost)
    for at, cost, _ in link_rulings(text):
        costs[at] = cost
    costs[-1] = FREE
    return costs


def break_rules(
    text: str, *, level: Level = "gb", keep: Iterable[str] = (), headings: bool = False
) -> list[tuple[str, ...]]:
    """For each entry of `break_costs` the rules that speak there, strongest first: `"K1"`, `"U5"`, `"UAX14"`.

    `"P13"` where a quotation mark is read as a Chinese bracket, `"K9"` where …… may start a line, `"U3"`
    before a minus: they mostly free what Unicode bars. For reports and tests; slow.
    """
    reduced = _reduced(text, None)
    spoken: list[list[Ruling]] = [[] for _ in range(len(text) + 1)]
    runs = chain(run_rulings(reduced), word_rulings(text, keep, headings=headings))
    for ruling in chain(edge_rulings(reduced, level), runs):
        spoken[min(ruling.at, len(text))].append(ruling)
    for ruling in link_rulings(text):
        spoken[ruling.at] = [ruling]
    plain, read = uax14_costs(text), uax14_costs(_reading(reduced, level))
    rules = []
    for at, rulings in enumerate(spoken):
        names = [ruling.rule for ruling in sorted(rulings, key=lambda ruling: -ruling.cost)]
        if (read[at] == FREE) != (plain[at] == FREE):
            names.append(_read_by(text, at))
        elif read[at] != FREE:
            names.append("UAX14")
        rules.append(tuple(dict.fromkeys(names)))
    return rules


def _read_by(text: str, at: int) -> str:
    """The rule by which a character is read otherwise than by Unicode."""
    if text[at] == "-":
        return "U3"
    return "P13" if _QUOTES.search(text, max(at - 2, 0), at + 2) else "K9"


# ---------------------------------------------------------------- one stretch


def _remember(answers: dict[str, _Answer], stretch: str, level: Level) -> _Answer:
    answer = tuple([(at, cost) for at, cost in enumerate(_settled(stretch, level)) if at and cost != FREE])
    if len(answers) >= _MOST_REMEMBERED:
        answers.clear()  # a preview that runs for days
    if len(stretch) <= _LONGEST_REMEMBERED:
        answers[stretch] = answer
    return answer


def _settled(stretch: str, level: Level) -> list[float]:
    """Costs before each character of *stretch*; what lies beyond its ends is not its business."""
    costs = uax14_costs(_reading(stretch, level))[:-1]
    for at, cost, _ in chain(edge_rulings(stretch, level), run_rulings(stretch)):
        if at < len(costs) and costs[at] != FORCED:
            costs[at] = max(costs[at], cost)
    return costs


def _reading(stretch: str, level: Level) -> str:
    """What Unicode's rules are asked about.

    …… breaks like —— (GB 5.1.5), - between Han and a figure is a minus; what a level sets free are
    ideographs.
    """
    if level == "none":
        return unbarred(stretch, level)
    plain = _MINUS.sub("−", _ELLIPSIS.sub(lambda dots: "—" * len(dots[0]), stretch))
    return unbarred(plain, level)


# ---------------------------------------------------------------- reduction


class _Reduction(dict[int, str]):
    """Code points to the character that stands for all like it."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        name = traits_of(char).line_break
        found = char
        match kind(char):
            case Kind.HAN if name == "ID":
                found = "文"
            case Kind.LATIN | Kind.DIGIT if name == "AL":
                found = "a"
            case Kind.DIGIT if name == "NU":
                found = "0"
        self[code] = found
        return found


_REDUCTION: Final = _Reduction(
    {ord(char): first for first, group in GROUPS.items() for char in group}
    | {ord(quote): bracket for quote, bracket in _BRACKETS.items()}
)


def _reduced(text: str, kinds: Sequence[Kind] | None) -> str:
    """*text* with one character for all that break alike; Chinese quotation marks are brackets (P13)."""
    reduced = text.translate(_REDUCTION)
    quotes = _QUOTES.finditer(text)
    first = next(quotes, None)
    if first is None:
        return reduced
    kinds = kinds or resolve_kinds(text)
    latin = [match.start() for match in chain([first], quotes) if kinds[match.start()] is Kind.SIGN]
    if not latin:
        return reduced
    chars = list(reduced)
    for at in latin:
        chars[at] = text[at]
    return "".join(chars)
