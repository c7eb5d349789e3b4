"""Slips of the keyboard in Chinese text (T1): ASCII marks where Chinese has its own, and what to type.

Only what stands against Han is judged, so Latin phrases, numbers and addresses keep their marks; what the
inline language means by a character (``::``, ``](…)``, ``[[slug]]``, a backslash) is no slip.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, NamedTuple

from brochure.diagnostics import Diagnostic, Replacement, Severity, Words
from brochure.source import Faults, Scalar

_HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_FULL: Final = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"  # full-width 0-9 A-Z a-z
_CLOSING: Final = "”’》〉」』）】"
_OPENING: Final = "“‘《〈「『（【"
# One search tells whether a text can hold any slip at all; it names no Han, because compiling those ranges
# at every start would take longer than reading the text.
_SUSPECT: Final = re.compile(
    rf"[\"(\u2022\u30fb\u2015{_FULL}]|\.\.\.|--|([。，、；：])\1"
    r"|[^\x00-\x7f][ ,.;:?!~]+[^\x00-\x7f]"
)
_MOST: Final = 1000  # slips told of one text
_MASK: Final = "\ue000"  # neither Han nor a mark
_MEANT: Final = (
    r"\\[!-/:-@\[-`{-~]"  # taken literally
    r"|https?://[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\]\([^()\s]*\)|\]\(|\[\[[^\[\]]*\]\]|\^\{(?:\\.|[^{}\\])*\}"
    r"|\*\*|::|__|~~|\^\["
)
_RULES: Final = (
    rf"(?P<dots>(?<=[{_HAN}])\.{{3,}}|\.{{3,}}(?=[{_HAN}]))"
    rf"|(?P<dash>(?<=[{_HAN}])--+(?=[{_HAN}]))"
    rf"|(?P<tilde>(?<=[{_HAN}])~(?=[{_HAN}]))"
    rf"|(?P<stop>(?<=[{_HAN}])[,.;:?!] *(?=[{_HAN}{_OPENING}])|(?<=[{_CLOSING}])[,.;:?!] *(?=[{_HAN}]))"
    rf"|(?P<full>[{_FULL}]+(?:\uff0e[\uff10-\uff19]+)*)"
    r"|(?P<double>([。，、；：])\7+)"
    rf"|(?P<blank>(?<=[{_HAN}]) +(?=[{_HAN}]))"
    rf"|(?P<interpunct>(?<=[{_HAN}])[\u2022\u30fb](?=[{_HAN}]))"
    rf"|(?P<bar>(?<=[{_HAN}])\u2015+|\u2015+(?=[{_HAN}]))"
)
_STOPS: Final = dict(zip(",.;:?!", "，。；：？！", strict=True))  # full-width is the point
_HALF: Final = {full: full - 0xFEE0 for full in range(0xFF0E, 0xFF5B)}
_WRITTEN: Final[dict[str, Callable[[str], str]]] = {
    "dots": lambda _: "……",
    "dash": lambda _: "——",
    "tilde": lambda _: "～",  # the connector of ranges
    "stop": lambda typed: _STOPS[typed[0]],
    "full": lambda typed: typed.translate(_HALF),
    "double": lambda typed: "……" if typed[0] == "。" and len(typed) > 2 else typed[0],
    "blank": lambda _: "",
    "interpunct": lambda _: "·",
    "bar": lambda typed: "—" * len(typed),
}
_MESSAGES: Final = {
    "dots": Words("`{0}` for an ellipsis", "省略号写成了 `{0}`"),
    "dash": Words("`{0}` for a dash", "破折号写成了 `{0}`"),
    "tilde": Words("`{0}` between Chinese characters", "汉字之间用了半角的 `{0}`"),
    "stop": Words("`{0}` between Chinese characters", "汉字之间用了半角标点 `{0}`"),
    "full": Words("`{0}`: full-width letters or digits", "`{0}` 是全角的字母或数字"),
    "double": Words("`{0}`: the mark is typed twice", "`{0}`：标点重复"),
    "blank": Words("a blank between Chinese characters", "汉字之间有空格"),
    "interpunct": Words("`{0}` for the interpunct `·`", "间隔号 `·` 写成了 `{0}`"),
    "bar": Words("`{0}` (U+2015) for the dash `—`", "`{0}`（U+2015）不是破折号 `—`"),
    "quote": Words('straight quotation marks `"`', '用了直引号 `"`'),
    "lone-quote": Words('a straight quotation mark `"` without a partner', '直引号 `"` 不成对'),
    "bracket": Words("`{0}` around Chinese text", "汉字外面用了半角括号 `{0}`"),
}  # fmt: skip


class Typing(NamedTuple):
    """A slip: the characters from *start* to before *end*, what to write there (None: the author must
    decide), in a sentence.
    """

    start: int
    end: int
    replacement: str | None
    message: Words


def slips(text: str, *, blanks: bool = True) -> tuple[Typing, ...]:
    """The slips in *text*, in their order, none overlapping another; none in a text without Han.

    *blanks* is False where a blank may stand for punctuation: in titles, labels, names of people and places.
    """
    if not _SUSPECT.search(text) or not _han().search(text):
        return ()
    masked = _meant().sub(lambda found: _MASK * len(found[0]), text)
    quotes = tuple(_quotes(masked))
    if quotes:  # what stands beside a quotation mark is judged as it will be
        written = list(masked)
        for quote in quotes:
            written[quote.start] = quote.replacement or '"'
        masked = "".join(written)
    found = [*_single(masked, blanks=blanks), *quotes, *_brackets(masked)]
    return tuple(sorted(found, key=lambda slip: slip.start))


def note_slips(found: Scalar, faults: Faults, *, blanks: bool = True) -> None:
    """Note a warning for each slip in the text of *found*, at its line and column, with what to write."""
    text = found.text.strip()
    shift = found.text.find(text)
    typed = slips(text, blanks=blanks)[:_MOST]
    if not typed:
        return
    spans = found.spans_of([(shift + slip.start, shift + slip.end) for slip in typed])
    for slip, span in zip(typed, spans, strict=True):
        old, new = text[slip.start : slip.end], slip.replacement
        faults.found.append(
            Diagnostic(
                severity=Severity.WARNING,
                code="content/typing",
                message=slip.message,
                span=span,
                suggestion=_suggestion(new),
                replacement=None if new is None else Replacement(old, new),
            )
        )


def _suggestion(new: str | None) -> Words:
    if new is None:
        return Words("type “ and ” in pairs", "请成对输入“和”")
    return Words(f"`{new}`", f"`{new}`") if new else Words("delete it", "请删去")


def _single(masked: str, *, blanks: bool) -> Iterator[Typing]:
    """Slips that are told by their neighbours."""
    for found in _rules().finditer(masked):
        kind = found.lastgroup or ""
        new = _WRITTEN[kind](found[0])
        if new != found[0] and (blanks or kind != "blank"):
            yield Typing(found.start(), found.end(), new, _said(kind, found[0].strip() or " "))


def _quotes(masked: str) -> Iterator[Typing]:
    """Straight quotation marks, open and closed in turn; what does not pair (or may be inches: a digit
    before an opening one) is left to the author.
    """
    places = [at for at, char in enumerate(masked) if char == '"']
    openings = places[::2]
    paired = not len(places) % 2 and not any(masked[at - 1 : at].isdigit() for at in openings)
    for number, at in enumerate(places):
        new = "“”"[number % 2] if paired else None
        yield Typing(at, at + 1, new, _said("quote" if paired else "lone-quote", '"'))


def _brackets(masked: str) -> Iterator[Typing]:
    """Half-width brackets with Han between them, the inner ones too."""
    last_han = -1
    open_at: list[int] = []
    for found in re.finditer(rf"[()]|[{_HAN}]", masked) if "(" in masked else ():
        at, char = found.start(), found[0]
        if char == "(":
            open_at.append(at)
        elif char != ")":
            last_han = at
        elif open_at:
            start = open_at.pop()
            if last_han > start:
                yield Typing(start, start + 1, "（", _said("bracket", "("))
                yield Typing(at, at + 1, "）", _said("bracket", ")"))


def _said(kind: str, typed: str) -> Words:
    words = _MESSAGES[kind]
    return Words(words.en.replace("{0}", typed), words.zh.replace("{0}", typed))


@cache
def _rules() -> re.Pattern[str]:
    """Compiled when a text is suspect: most brochures have none."""
    return re.compile(_RULES)


@cache
def _meant() -> re.Pattern[str]:
    return re.compile(_MEANT, re.DOTALL | re.ASCII)


@cache
def _han() -> re.Pattern[str]:
    return re.compile(f"[{_HAN}]")
