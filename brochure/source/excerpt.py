"""A finding as a person reads it: the sentence, the line it is about, a caret under the very characters,
what to try.

Carets are padded by cells: a Han character is two wide. Nothing a file says reaches the terminal raw:
control and bidirectional characters are shown as their code.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final, Literal, TypeAlias

from brochure.diagnostics import Diagnostic, Severity, Span, Words
from brochure.source.decode import BIDI, CONTROL, NONCHARACTER

Language: TypeAlias = Literal["en", "zh"]
Lines: TypeAlias = Callable[[str], "str | None"]

_WIDEST: Final = 100  # cells of an excerpt; a paragraph on one line is shown around its caret
_LABELS: Final = {
    Severity.ERROR: Words("error", "错误"),
    Severity.WARNING: Words("warning", "警告"),
    Severity.NOTE: Words("note", "说明"),
}
_TRY: Final = Words("try", "建议")
_PAGE: Final = Words("page", "页")
_UNSEEN: Final = f"[\t\n\r{CONTROL}{NONCHARACTER}{BIDI}]"  # compiled when there is something to say


def render(finding: Diagnostic, text_of: Lines, language: Language = "en") -> str:
    """*finding* as lines of text without a final line end; *text_of* gives the text of a file by its shown
    name.
    """
    label, message = _said(_LABELS[finding.severity], language), visible(_said(finding.message, language))
    colon, space = (": ", " ") if language == "en" else ("：", "")
    lines = [f"{label}[{finding.code}]{colon}{message}"]
    span = finding.span
    if span is not None:
        lines.append(f"  {visible(str(span))}{_page(finding, language)}")
        text = text_of(span.file)
        lines += _excerpt(span, text) if text is not None else []
    elif finding.page is not None:
        lines.append(f"  {_page(finding, language).strip()}")
    if finding.suggestion is not None:
        lines.append(f"  {_said(_TRY, language)}{colon}{visible(_said(finding.suggestion, language))}")
    return "\n".join(line.rstrip() if not space else line for line in lines)


def short(finding: Diagnostic, language: Language = "en") -> str:
    """*finding* on one line, ``file:line:column: error: …``, as editors read it."""
    place = f"{visible(str(finding.span))}: " if finding.span else ""
    label = _said(_LABELS[finding.severity], language)
    return f"{place}{label}: {visible(_said(finding.message, language))} [{finding.code}]"


def cells(text: str) -> int:
    """How many cells of a terminal *text* fills: two for a wide character, none for a combining one."""
    return sum(_cells_of(char) for char in text)


def visible(text: str) -> str:
    """*text* with every character that steers a terminal or hides itself shown as its code point."""
    return re.sub(_UNSEEN, lambda found: f"\\u{{{ord(found[0]):04X}}}", text.replace("\t", "→"))


def _said(words: Words, language: Language) -> str:
    return words.zh if language == "zh" else words.en


def _page(finding: Diagnostic, language: Language) -> str:
    if finding.page is None:
        return ""
    return f"  (page {finding.page})" if language == "en" else f"（第 {finding.page} 页）"


def _excerpt(span: Span, text: str) -> list[str]:
    """The first line of *span* with carets under it; nothing when the file no longer has that line."""
    lines = re.split(r"\r\n?|\n", text.removeprefix("\ufeff"))
    if not 0 < span.line <= len(lines):
        return []
    line = lines[span.line - 1]
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line.rstrip())
    before, marked, after = (
        visible(part) for part in (line[:start], line[start:end], line[max(start, end) :])
    )
    before, marked, after = _window(before, marked, after)
    number = str(span.line)
    carets = "^" * max(1, cells(marked))
    return [
        f"    {number} | {before}{marked}{after}",
        f"    {' ' * len(number)} | {' ' * cells(before)}{carets}",
    ]


def _window(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """As much of the line as fits `_WIDEST`, with the mark in sight and ``…`` where something is left
    out.
    """
    if cells(before) + cells(marked) + cells(after) <= _WIDEST:
        return before, marked, after
    if cells(marked) > _WIDEST // 2:
        marked, after = _start_of(marked, _WIDEST // 2) + "…", ""
    room = _WIDEST - cells(marked)
    left = min(cells(before), max(room // 2, room - cells(after)))
    if cells(before) > left:
        before = "…" + _start_of(before[::-1], left - 1)[::-1]
    if cells(after) > room - cells(before):
        after = _start_of(after, room - cells(before) - 1) + "…"
    return before, marked, after


def _start_of(text: str, most: int) -> str:
    """The longest start of *text* within *most* cells."""
    filled = 0
    for index, char in enumerate(text):
        filled += _cells_of(char)
        if filled > most:
            return text[:index]
    return text


def _cells_of(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
