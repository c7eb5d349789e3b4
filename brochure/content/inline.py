r"""The inline marks of running text (行内标记), read into `Inline` stretches.

``**粗体**`` bold, ``::着重号::`` emphasis dots, ``{不断行}`` kept together, ``^{上标}`` superscript,
``[文字](https://…)`` a link; a backslash before a punctuation mark takes it literally. Marks nest and never
cross. CommonMark is not used: its rule for what may open or close bold mis-reads Chinese, which has no
blanks between words.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from brochure.content.model import Inline, Text
from brochure.diagnostics import Words
from brochure.source import Faults, Node, Schema, one_line, scalar

_ESCAPABLE: Final = r"\\([!-/:-@\[-`{-~])"
_TOKEN: Final = re.compile(
    _ESCAPABLE + r"|(\*\*)|(::)|(\^\{)|(\{)|(\})|(\[)(?=[^\[\]]*\]\()|\]\(([^()\s]*)\)", re.DOTALL
)
_TARGET: Final = re.compile(r"(?:https?://[^/\s]|mailto:[^@\s]+@).*")
_OPENING: Final = {"bold": "**", "dotted": "::", "keep": "{", "superscript": "^{", "link": "["}
_CLOSING: Final = {"bold": "**", "dotted": "::", "keep": "}", "superscript": "}", "link": "](https://…)"}


class Slip(NamedTuple):
    """A fault in the marks: its name, its sentence, from which to which character, what to try."""

    fault: str
    message: Words
    start: int
    end: int
    hint: Words


class _Open(NamedTuple):
    """A mark still open, where it stands, and how many stretches came before it."""

    mark: str
    at: int
    before: int


class Running:
    """Running text with inline marks, as a kind of value."""

    name = Words("a text", "一段文字")

    def read(self, node: Node, faults: Faults) -> Text | None:
        """The stretches of the text; None after noting what is wrong with it."""
        found = scalar(node, faults, self.name)
        text = one_line(found, faults) if found else None
        if found is None or text is None:
            return None
        stretches, slips = marked(text)
        shift = found.text.index(text)
        for slip in slips:
            span = found.span_of(shift + slip.start, shift + slip.end)
            faults.error(slip.fault, slip.message, span, slip.hint)
        return None if slips else stretches

    def schema(self) -> Schema:
        """Text; a bare number is text too."""
        return {"type": ["string", "number"]}


def marked(text: str) -> tuple[Text, tuple[Slip, ...]]:
    """The stretches of *text*, neighbours with the same marks joined, and what is wrong with its marks."""
    return _Reading(text).finished()


class _Reading:
    """One pass over a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[_Open] = []
        self.stretches: list[Inline] = []
        self.slips: list[Slip] = []

    def finished(self) -> tuple[Text, tuple[Slip, ...]]:
        at = 0
        for found in _TOKEN.finditer(self.text):
            self._say(self.text[at : found.start()])
            self._token(found)
            at = found.end()
        self._say(self.text[at:])
        for left in self.open:
            self._slip("unclosed-mark", left.at, len(_OPENING[left.mark]), _unclosed(left.mark))
        slips = tuple(sorted(self.slips, key=lambda slip: slip.start))
        return _merged(self.stretches), slips

    def _token(self, found: re.Match[str]) -> None:
        literal, bold, dotted, superscript, keep, close, link, target = found.groups()
        if literal:
            self._say(literal)
        elif bold or dotted:
            self._toggle("bold" if bold else "dotted", found)
        elif superscript or keep or link:
            self.open.append(_Open(_mark_of(found[0]), found.start(), len(self.stretches)))
        elif close:
            inner = next(
                (left.mark for left in reversed(self.open) if left.mark in {"keep", "superscript"}), ""
            )
            self._close(inner, found)
        elif any(left.mark == "link" for left in self.open):
            self._link(target, found)
        else:
            self._say(found[0])

    def _toggle(self, mark: str, found: re.Match[str]) -> None:
        if any(left.mark == mark for left in self.open):
            self._close(mark, found)
        else:
            self.open.append(_Open(mark, found.start(), len(self.stretches)))

    def _close(self, mark: str, found: re.Match[str]) -> _Open | None:
        """Close *mark*; None, with its slip noted, when it is not the innermost."""
        start, length = found.start(), len(found[0])
        if not mark:
            self._slip("unopened-mark", start, length, _unopened(found[0]))
            return None
        if self.open[-1].mark != mark:
            self._slip("crossed-marks", start, length, _crossed(found[0], _OPENING[self.open[-1].mark]))
            self.open = [left for left in self.open if left.mark != mark]
            return None
        left = self.open.pop()
        if left.before == len(self.stretches):
            self._slip("empty-mark", left.at, found.end() - left.at, _empty(self.text[left.at : found.end()]))
        return left

    def _link(self, target: str, found: re.Match[str]) -> None:
        left = self._close("link", found)
        if left is None:
            return
        if not _TARGET.fullmatch(target):
            self._slip("bad-link", found.start() + 2, max(1, len(target)), _bad_link(target))
        linked = [
            Inline(
                text=part.text,
                bold=part.bold,
                dotted=part.dotted,
                keep=part.keep,
                superscript=part.superscript,
                link=target,
            )
            for part in self.stretches[left.before :]
        ]
        self.stretches[left.before :] = linked

    def _say(self, text: str) -> None:
        if text:
            marks = {left.mark for left in self.open}
            self.stretches.append(
                Inline(
                    text=text,
                    bold="bold" in marks,
                    dotted="dotted" in marks,
                    keep="keep" in marks,
                    superscript="superscript" in marks,
                )
            )

    def _slip(self, fault: str, start: int, length: int, words: tuple[Words, Words]) -> None:
        self.slips.append(Slip(fault, words[0], start, start + length, words[1]))


def _merged(stretches: list[Inline]) -> Text:
    """Neighbours with the same marks as one."""
    merged: list[Inline] = []
    for part in stretches:
        if merged and _marks(merged[-1]) == _marks(part):
            part = _with_text(part, merged.pop().text + part.text)  # noqa: PLW2901 - the pair becomes the part
        merged.append(part)
    return tuple(merged)


def _marks(part: Inline) -> tuple[bool, bool, bool, bool, str]:
    return part.bold, part.dotted, part.keep, part.superscript, part.link


def _with_text(part: Inline, text: str) -> Inline:
    bold, dotted, keep, superscript, link = _marks(part)
    return Inline(text=text, bold=bold, dotted=dotted, keep=keep, superscript=superscript, link=link)


def _mark_of(written: str) -> str:
    return next(mark for mark, opening in _OPENING.items() if opening == written)


def _escape_hint(written: str) -> Words:
    return Words(
        f"for the characters themselves write `\\{written}`", f"如果就是要印出这个符号，请写 `\\{written}`"
    )


def _unclosed(mark: str) -> tuple[Words, Words]:
    opening, closing = _OPENING[mark], _CLOSING[mark]
    literal = "^\\{" if mark == "superscript" else f"\\{opening}"
    return (
        Words(f"`{opening}` opens here and is not closed", f"`{opening}` 在这里开始，却没有结束"),
        Words(
            f"close it with `{closing}`; for the characters themselves write `{literal}`",
            f"请以 `{closing}` 结束；如果就是要印出这个符号，请写 `{literal}`",
        ),
    )


def _unopened(written: str) -> tuple[Words, Words]:
    return Words(f"`{written}` closes nothing", f"`{written}` 没有对应的开始标记"), _escape_hint(written)


def _crossed(written: str, inner: str) -> tuple[Words, Words]:
    return (
        Words(
            f"`{written}` closes while `{inner}` is still open", f"`{written}` 结束时 `{inner}` 还没有结束"
        ),
        Words(f"close `{inner}` first", f"请先结束 `{inner}`"),
    )


def _empty(written: str) -> tuple[Words, Words]:
    return Words(f"`{written}` marks nothing", f"`{written}` 里没有文字"), Words("delete it", "请删去")


def _bad_link(target: str) -> tuple[Words, Words]:
    return (
        Words(f"`{target}` is no address a print may carry", f"`{target}` 不是可用的网址"),
        Words(
            "begin with `https://`, `http://` or `mailto:`", "请以 `https://`、`http://` 或 `mailto:` 开头"
        ),
    )
