"""What a YAML fault means to the person who typed it: the place to look at, the sentence, and a way to read
on.

libyaml names the place where it lost the thread, which for a full-width colon is the next line. Here each
complaint is traced back to the character at fault.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from brochure.diagnostics import Diagnostic, Words, error
from brochure.source.hints import full_width_colon, quoted_hint
from brochure.source.manuscript import Manuscript
from brochure.source.misplaced import misplaced
from brochure.source.tree import Last

_KEY_FULL_WIDTH = re.compile(r"[ \t]*(?:- +)*[A-Za-z_][\w-]*(：)")
_KEY_TIGHT = re.compile(r"[ \t]*(?:- +)*[A-Za-z_][\w-]*(:)(?=[^\s:])")
_TAB_INDENT = re.compile(r" *\t")
_RESERVED = ("an alias", "an anchor", "a tag", "a block scalar", "a directive")
_CLOSING = {"[": "]", "{": "}"}


class Mishap(NamedTuple):
    """A fault explained. *mended* is the manuscript with the fault out of the way, where that is safe to
    try; *certain* says that the fault can be no echo of an earlier mending.
    """

    finding: Diagnostic
    mended: Manuscript | None = None
    certain: bool = False


def explain(fault: Any, manuscript: Manuscript, last: Last | None, bracket: int | None) -> Mishap:
    """What the parser's *fault* means.

    *last* is the value that was read before it, *bracket* the place of the innermost bracket or brace
    still open.
    """
    problem: str = getattr(fault, "problem", None) or str(fault)
    context: str = getattr(fault, "context", None) or ""
    at = _index(getattr(fault, "problem_mark", None), manuscript)
    opened = at if fault.context_mark is None else _index(fault.context_mark, manuscript)
    if "simple key" in context:
        return _no_colon(manuscript, opened)
    if problem.startswith("mapping values are not allowed"):
        return _stray_colon(manuscript, at, last)
    if "cannot start any token" in problem or "tab character" in problem:
        return _tab(manuscript, at) if manuscript.text[at : at + 1] == "\t" else _leading_mark(manuscript, at)
    if context.endswith(_RESERVED) or "mapping keys" in problem:
        return _leading_mark(manuscript, opened)
    if "quoted scalar" in context:
        return _in_quotes(manuscript, problem, opened, at)
    if "flow" in context:
        return _in_brackets(manuscript, opened if bracket is None else bracket, at, last)
    return _behind(manuscript, at, last) or Mishap(misplaced(manuscript, problem, opened, at))


def _behind(manuscript: Manuscript, at: int, last: Last | None) -> Mishap | None:
    """Text on the line of a bracket or quote that has closed already; None when that is not the case."""
    if last is None or manuscript.line_of(last.end) != manuscript.line_of(at):
        return None
    if last.kind == "collection" and manuscript.text[last.start] in _CLOSING:
        return _leading_mark(manuscript, last.start)
    return _after_quote(manuscript, at, last) if last.style in {"single", "double"} else None


def _no_colon(manuscript: Manuscript, start: int) -> Mishap:
    """A line where a key should stand, without its colon."""
    line = manuscript.line(manuscript.line_of(start))
    begin = manuscript.line_start(start)
    column = line.find("：", start - begin)
    if column >= 0:
        return _colon(manuscript, begin + column)
    if found := _KEY_TIGHT.match(line):
        return _tight_colon(manuscript, begin + found.start(1))
    message = Words("this line is no `key: value`", "这一行不是“键: 值”")
    hint = Words(
        "a text that goes on is indented deeper than its key; a key ends with a colon and a blank",
        "上一段文字的续行要比它的键缩进更深；键要以半角冒号加空格结束",
    )
    span = manuscript.span(start, begin + len(line.rstrip()))
    return Mishap(error("source/no-colon", message, span, hint))


def _stray_colon(manuscript: Manuscript, at: int, last: Last | None) -> Mishap:
    """A colon and a blank where no key can be: in a text without quotes, or under a line that lost its own
    colon.
    """
    if last is None or last.kind != "scalar" or last.end != at:
        return Mishap(misplaced(manuscript, "", at, at))
    first, final = manuscript.line_of(last.start), manuscript.line_of(at)
    text = manuscript.text[last.start : at].splitlines()[0]
    found = _KEY_FULL_WIDTH.match(text)
    if found is None and not last.is_value:
        found = re.match(r"[^:]*?(：)", text)
    if found is not None:
        return _colon(manuscript, last.start + found.start(1))
    if first == final:
        message = Words("`: ` ends a key, but stands inside a text here", "`: ` 是键的结尾，这里却在文字中间")
        hint = Words("put the whole text in quotes, or use `：`", "请给整段文字加引号，或改用全角 `：`")
        finding = error("source/unquoted-colon", message, manuscript.span(at, at + 1), hint)
        return Mishap(finding, _replaced(manuscript, at), certain=True)
    if found := _KEY_TIGHT.match(text):
        return _tight_colon(manuscript, last.start + found.start(1))
    for number in range(first + 1, final + 1):
        if found := _TAB_INDENT.match(manuscript.line(number)):
            return _tab(manuscript, manuscript.start_of(number) + found.end() - 1)
    begin = manuscript.start_of(final)
    key = begin + len(manuscript.text[begin:at]) - len(manuscript.text[begin:at].lstrip())
    return Mishap(misplaced(manuscript, "expected key", last.start, key))


def _leading_mark(manuscript: Manuscript, at: int) -> Mishap:
    """A text that begins with a character that YAML keeps for itself."""
    char = manuscript.text[at : at + 1]
    message = Words(
        f"a text without quotes cannot begin with `{char}`", f"没有引号的文字不能以 `{char}` 开头"
    )
    finding = error("source/needs-quotes", message, manuscript.span(at, at + 1), quoted_hint(char))
    return Mishap(finding, _replaced(manuscript, at), certain=True)


def _tab(manuscript: Manuscript, at: int) -> Mishap:
    """A tab in the indentation; how deep it should reach is the author's to say, so reading stops."""
    lines = range(manuscript.line_of(len(manuscript.text)) + 1)
    count = sum(_TAB_INDENT.match(manuscript.line(number)) is not None for number in lines)
    message = Words(
        f"a tab in the indentation ({count} line{'s' * (count != 1)} in this file)",
        f"缩进里有制表符 Tab（全文共 {count} 行）",
    )
    hint = Words("indent with blanks, two a level", "请用空格缩进，每层两个")
    return Mishap(error("source/tab", message, manuscript.span(at, at + 1), hint), certain=True)


def _in_quotes(manuscript: Manuscript, problem: str, opened: int, at: int) -> Mishap:
    """A text in quotes with an unknown escape, or without its end."""
    if "escape" in problem or "hexdecimal" in problem:
        start = manuscript.text.rindex("\\", opened, at + 1)
        shown = manuscript.text[start : start + 2]
        message = Words(f"`{shown}` means nothing inside double quotes", f"双引号里的 `{shown}` 没有意义")
        hint = Words(
            "write `\\\\` for a backslash, or use single quotes", "反斜杠请写成 `\\\\`，或改用单引号"
        )
        finding = error("source/bad-escape", message, manuscript.span(start, start + 2), hint)
        return Mishap(finding, _replaced(manuscript, start), certain=True)
    return _unclosed(manuscript, opened)


def _after_quote(manuscript: Manuscript, at: int, last: Last) -> Mishap:
    """More text behind a closing quote: the text holds quotes itself, or an earlier one was never closed."""
    if manuscript.line_of(last.start) < manuscript.line_of(last.end):
        return _unclosed(manuscript, last.start)
    message = Words("text goes on after the closing quote", "结束引号之后还有文字")
    hint = Words(
        "inside the text use “ ” or 「 」, or put single quotes around the whole",
        "文字内部请用 “ ” 或「 」，或者整段改用单引号",
    )
    return Mishap(error("source/text-after-quote", message, manuscript.span(at, at + 1), hint))


def _unclosed(manuscript: Manuscript, opened: int) -> Mishap:
    quote = manuscript.text[opened]
    message = Words(
        f"the quote `{quote}` opened here is not closed", f"这里的引号 `{quote}` 没有配对的结束引号"
    )
    hint = Words(f"close it with `{quote}` on this line", f"请在本行文字末尾补上 `{quote}`")
    return Mishap(error("source/unclosed-quote", message, manuscript.span(opened, opened + 1), hint))


def _in_brackets(manuscript: Manuscript, opened: int, at: int, last: Last | None) -> Mishap:
    """Brackets that do not close, or things in them that are not divided."""
    text = manuscript.text
    begin = last.start if last is not None and last.kind == "scalar" and last.start > opened else at
    comma = text.find("，", begin, at + 1)
    if comma >= 0:
        message = Words("a full-width comma `，` does not divide", "全角逗号 `，` 不能用来分隔")
        hint = Words("`, `, a half-width comma and a blank", "改为 `, `（半角逗号加一个空格）")
        finding = error("source/full-width-comma", message, manuscript.span(comma, comma + 1), hint)
        return Mishap(finding, _replaced(manuscript, comma, ","), certain=True)
    bracket = text[opened : opened + 1]
    closing = _CLOSING.get(bracket, bracket)
    if text[at : at + 1] in {"]", "}"} and text[at] != closing:
        message = Words(f"`{text[at]}` cannot close `{bracket}`", f"`{text[at]}` 不能与 `{bracket}` 配对")
        hint = Words(f"`{closing}`", f"`{closing}`")
        return Mishap(error("source/wrong-bracket", message, manuscript.span(at, at + 1), hint))
    if text[at : at + 1] == ",":
        message = Words("nothing stands before this comma", "这个逗号前面没有内容")
        finding = error(
            "source/empty-item", message, manuscript.span(at, at + 1), Words("delete it", "请删去")
        )
        return Mishap(finding)
    if manuscript.line_of(opened) == manuscript.line_of(at) and at < len(text):
        message = Words(f"`,` or `{closing}` is missing before this", f"此处之前缺少 `,` 或 `{closing}`")
        hint = Words(
            "text with `: `, `,` or brackets in it stands in quotes", "含有 `: `、`,` 或括号的文字要加引号"
        )
        return Mishap(error("source/no-comma", message, manuscript.span(at, at + 1), hint))
    line = manuscript.span(at, at).line
    message = Words(
        f"the `{bracket}` opened here is not closed (noticed on line {line})",
        f"这里的 `{bracket}` 没有配对的 `{closing}`（读到第 {line} 行才发现）",
    )
    hint = Words(f"close it with `{closing}`", f"请补上 `{closing}`")
    return Mishap(error("source/unclosed-bracket", message, manuscript.span(opened, opened + 1), hint))


def _colon(manuscript: Manuscript, at: int) -> Mishap:
    """A full-width colon that should end a key."""
    mended = _replaced(manuscript, at, ":")
    if manuscript.text[at + 1 : at + 2].strip():
        mended = _with_blank(mended, at + 1)
    return Mishap(
        error("source/full-width-colon", *full_width_colon(manuscript.span(at, at + 1))), mended, certain=True
    )


def _tight_colon(manuscript: Manuscript, at: int) -> Mishap:
    """A colon without its blank."""
    message = Words("no blank after the colon", "冒号后面缺少空格")
    finding = error("source/no-blank", message, manuscript.span(at, at + 1), Words("`: `", "`: `"))
    return Mishap(finding, _with_blank(manuscript, at + 1), certain=True)


def _replaced(manuscript: Manuscript, at: int, char: str = "_") -> Manuscript:
    text = f"{manuscript.text[:at]}{char}{manuscript.text[at + 1 :]}"
    return Manuscript(text, manuscript.shown_as, manuscript.inserted)


def _with_blank(manuscript: Manuscript, at: int) -> Manuscript:
    inserted = tuple(sorted((*(place + (place >= at) for place in manuscript.inserted), at)))
    text = f"{manuscript.text[:at]} {manuscript.text[at:]}"
    return Manuscript(text, manuscript.shown_as, inserted)


def _index(mark: Any, manuscript: Manuscript) -> int:
    return 0 if mark is None else min(mark.index, len(manuscript.text))
