r"""The inline marks of running text (行内标记), read into `Inline` stretches.

``**粗体**`` bold, ``::着重号::`` emphasis dots, ``__专名__`` the line of a proper name, ``~~书名~~`` the
wavy line of a book title, ``{不断行}`` kept together, ``^{上标}`` superscript, ``[湟水]^{huáng shuǐ}``
pinyin above, ``^[注文]`` a note, ``[文字](https://…)`` a link, ``[[slug]]`` a reference to a section; a
backslash before a punctuation mark takes it literally. Marks nest and never cross. CommonMark is not used:
its rule for what may open or close bold mis-reads Chinese, which has no blanks between words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, NamedTuple

from brochure.content import slips as say
from brochure.content.model import Inline, Text
from brochure.content.slips import OPENING, Slip
from brochure.diagnostics import Words

_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_TOKEN: Final = re.compile(
    r"\\(?P<literal>[!-/:-@\[-`{-~])"
    r"|(?P<toggle>\*\*|::|__|~~)"
    r"|(?P<ruby>\[(?P<base>(?:\\.|[^\[\]{}\\])*)\]\^\{(?P<over>(?:\\.|[^{}\\])*)\})"
    r"|(?P<note>\^\[)"
    r"|(?P<reference>\[\[(?P<slug>[^\[\]]*)\]\])"
    r"|(?P<opening>\^\{|\{|\[(?=[^\[\]]*\]\())"
    r"|(?P<close>\})"
    r"|(?P<link>\]\((?P<target>[^()\s]*)\))"
    r"|(?P<bracket>[\[\]])",
    re.DOTALL,
)
_MARK_OF: Final = {opening: mark for mark, opening in OPENING.items()}
_TARGET: Final = re.compile(r"(?:https?://[^/\s]|mailto:[^@\s]+@).*")
_NOT_IN_RUBY: Final = re.compile(r"\\.|(\*\*|::|__|~~|\^)", re.DOTALL)
_LINES: Final = ("name", "title")


class _Open(NamedTuple):
    """A mark still open, where it stands, and how many stretches came before it."""

    mark: str
    at: int
    before: int


class _Outside(NamedTuple):
    """What a note was opened in: the marks open there, the stretches so far, where the note stands."""

    open: list[_Open]
    stretches: list[Inline]
    at: int


def marked(text: str, *, notes: bool = True) -> tuple[Text, tuple[Slip, ...]]:
    """The stretches of *text*, neighbours with the same marks joined, and what is wrong with its marks."""
    return _Reading(text, notes=notes).finished()


class _Reading:
    """One pass over a text."""

    def __init__(self, text: str, *, notes: bool) -> None:
        self.text, self.notes = text, notes
        self.open: list[_Open] = []
        self.stretches: list[Inline] = []
        self.slips: list[Slip] = []
        self.outside: _Outside | None = None
        self.brackets = 0  # plain ones, open inside a note

    def finished(self) -> tuple[Text, tuple[Slip, ...]]:
        at = 0
        for found in _TOKEN.finditer(self.text):
            self._say(self.text[at : found.start()])
            self._token(found)
            at = found.end()
        self._say(self.text[at:])
        if self.outside:
            self._slip("unclosed-mark", self.outside.at, 2, say.unclosed("note"))
        self._leave_open()
        slips = tuple(sorted(self.slips, key=lambda slip: slip.start))
        return _merged(self.stretches), slips

    def _leave_open(self) -> None:
        for left in self.open:
            self._slip("unclosed-mark", left.at, len(OPENING[left.mark]), say.unclosed(left.mark))

    def _token(self, found: re.Match[str]) -> None:
        match found.lastgroup:
            case "literal":
                self._say(found["literal"])
            case "toggle":
                self._toggle(_MARK_OF[found[0]], found)
            case "ruby":
                self._ruby(found)
            case "note":
                self._note(found)
            case "reference":
                self._reference(found)
            case "opening":
                self.open.append(_Open(_MARK_OF[found[0]], found.start(), len(self.stretches)))
            case "close":
                inner = (left.mark for left in reversed(self.open) if left.mark in {"keep", "superscript"})
                self._close(next(inner, ""), found)
            case "link" if any(left.mark == "link" for left in self.open):
                self._link(found)
            case "bracket" if self.outside:
                self._bracket(found)
            case _:
                self._say(found[0])

    # ---------------------------------------------------------------- pairs

    def _toggle(self, mark: str, found: re.Match[str]) -> None:
        if any(left.mark == mark for left in self.open):
            self._close(mark, found)
            return
        if mark in _LINES and (outer := next((left for left in self.open if left.mark in _LINES), None)):
            words = say.line_in_line(found[0], OPENING[outer.mark])
            self._slip("line-in-line", found.start(), len(found[0]), words)
        if mark in _LINES and self.stretches and self.stretches[-1].line:
            self.stretches.append(Inline(text=""))  # two names side by side have two lines (I2)
        self.open.append(_Open(mark, found.start(), len(self.stretches)))

    def _close(self, mark: str, found: re.Match[str]) -> _Open | None:
        """Close *mark*; None, with its slip noted, when it is not the innermost."""
        start, length = found.start(), len(found[0])
        if not mark:
            self._slip("unopened-mark", start, length, say.unopened(found[0]))
            return None
        if self.open[-1].mark != mark:
            self._slip("crossed-marks", start, length, say.crossed(found[0], OPENING[self.open[-1].mark]))
            self.open = [left for left in self.open if left.mark != mark]
            return None
        left = self.open.pop()
        if left.before == len(self.stretches):
            self._slip(
                "empty-mark", left.at, found.end() - left.at, say.empty(self.text[left.at : found.end()])
            )
        return left

    def _link(self, found: re.Match[str]) -> None:
        left = self._close("link", found)
        if left is None:
            return
        target = found["target"]
        if not _TARGET.fullmatch(target):
            self._slip("bad-link", found.start() + 2, max(1, len(target)), say.bad_link(target))
        linked = [replace(part, link=target) for part in self.stretches[left.before :]]
        self.stretches[left.before :] = linked

    # ---------------------------------------------------------------- what stands above and below

    def _ruby(self, found: re.Match[str]) -> None:
        """``[文字]^{拼音}``: a syllable for each character, or one word over all of them."""
        for part in ("base", "over"):
            for slip in _NOT_IN_RUBY.finditer(found[part]):
                if slip[1]:
                    at = found.start(part) + slip.start()
                    self._slip("mark-in-ruby", at, len(slip[1]), say.mark_in_ruby(slip[1]))
        base = _ESCAPE.sub(r"\1", found["base"])
        syllables = _ESCAPE.sub(r"\1", found["over"]).split()
        if not base.strip() or not syllables:
            self._slip("empty-mark", found.start(), len(found[0]), say.empty(found[0]))
            self._say(base)
        elif len(syllables) == 1:
            self._say(base, ruby=syllables[0])
        elif len(syllables) == len(base):
            for char, syllable in zip(base, syllables, strict=True):
                self._say(char, ruby=syllable)
        else:
            words = say.ruby_count(len(syllables), len(base))
            self._slip("ruby-count", found.start("over"), len(found["over"]), words)
            self._say(base)

    def _note(self, found: re.Match[str]) -> None:
        """``^[`` begins a note: a text of its own, with marks of its own."""
        if self.outside:
            self._slip("note-in-note", found.start(), len(found[0]), say.note_in_note())
            self.brackets += 1
            return
        if not self.notes:
            self._slip("note-not-here", found.start(), len(found[0]), say.note_not_here())
        self.outside = _Outside(self.open, self.stretches, found.start())
        self.open, self.stretches, self.brackets = [], [], 0

    def _bracket(self, found: re.Match[str]) -> None:
        """A plain bracket inside a note: the one that has no partner there ends it."""
        if found[0] == "]" and not self.brackets:
            self._end_note(found.end())
            return
        self.brackets += 1 if found[0] == "[" else -1
        self._say(found[0])

    def _end_note(self, end: int) -> None:
        assert self.outside is not None  # noqa: S101  # a bracket outside a note is a character
        self._leave_open()
        note, at = _merged(self.stretches), self.outside.at
        self.open, self.stretches = self.outside.open, self.outside.stretches
        self.outside = None
        if note:
            self.stretches.append(Inline(text="", note=note))
        else:
            self._slip("empty-mark", at, end - at, say.empty(self.text[at:end]))

    # ---------------------------------------------------------------- what is said

    def _reference(self, found: re.Match[str]) -> None:
        """``[[slug]]``; whether the brochure has such a section is seen when it is whole."""
        slug = found["slug"].strip()
        if slug:
            self._say("", reference=slug)
        else:
            self._slip("empty-mark", found.start(), len(found[0]), say.empty(found[0]))

    def _say(self, text: str, ruby: str = "", reference: str = "") -> None:
        if text or reference:
            marks = {left.mark for left in self.open}
            self.stretches.append(
                Inline(
                    text=text,
                    bold="bold" in marks,
                    dotted="dotted" in marks,
                    line="name" if "name" in marks else "title" if "title" in marks else "",
                    keep="keep" in marks,
                    superscript="superscript" in marks,
                    ruby=ruby,
                    reference=reference,
                )
            )

    def _slip(self, fault: str, start: int, length: int, words: tuple[Words, Words]) -> None:
        self.slips.append(Slip(fault, words[0], start, start + length, words[1]))


def _merged(stretches: list[Inline]) -> Text:
    """Neighbours with the same marks as one; what stands under one ruby, a note and a reference stay by
    themselves.
    """
    merged: list[Inline] = []
    for part in stretches:
        last = merged[-1] if merged else part
        alone = any(one.ruby or one.note or one.reference for one in (part, last))
        if merged and not alone and replace(last, text="") == replace(part, text=""):
            merged[-1] = replace(part, text=last.text + part.text)
        else:
            merged.append(part)
    return tuple(merged)
