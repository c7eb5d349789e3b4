"""Sentences for lines that stand where they cannot: indentation, lists and keys mixed, text after the
end.
"""

from __future__ import annotations

from brochure.diagnostics import Diagnostic, Words, error
from brochure.source.manuscript import Manuscript


def misplaced(manuscript: Manuscript, problem: str, opened: int, at: int) -> Diagnostic:
    """The finding for the line at *at*, which does not fit the list or mapping that began at *opened*."""
    line = manuscript.line_of(at)
    end = manuscript.start_of(line) + len(manuscript.line(line).rstrip())
    span = manuscript.span(at, max(at, end))
    above = manuscript.span(opened, opened)
    if "block sequence entries" in problem:
        message = Words("a list cannot begin on the line of its key", "列表不能和它的键写在同一行")
        hint = Words("begin it on the next line, or put the text in quotes", "请另起一行写，或给文字加引号")
        return error("source/list-on-key-line", message, manuscript.span(at, at + 1), hint)
    if "'-' indicator" in problem:
        message = Words(
            f"a line without `- ` in the list that began on line {above.line}",
            f"第 {above.line} 行开始的列表中，这一行缺少 `- `",
        )
        hint = Words(
            "begin it with `- `, or indent it like the key it belongs to",
            "请以 `- ` 开头，或与它所属的键对齐",
        )
        return error("source/indentation", message, span, hint)
    if manuscript.text[at : at + 1] == ":":
        message = Words("there is no key before this colon", "冒号前面缺少键")
        hint = Words("a line is `key: value`", "每行写成 `键: 值`")
        return error("source/no-key", message, manuscript.span(at, at + 1), hint)
    if "expected key" in problem or not problem:
        message = Words(
            f"the indentation of this line fits no line above (see line {above.line})",
            f"这一行的缩进与上文对不齐（参看第 {above.line} 行）",
        )
        hint = Words("keys of one level begin in the same column", "同一层的键要从同一列开始")
        return error("source/indentation", message, span, hint)
    if "incompatible YAML" in problem:
        message = Words("this YAML version is unknown", "不认识这个 YAML 版本")
        return error("source/yaml-version", message, span, Words("delete the line", "请删去这一行"))
    if "document start" in problem:
        message = Words("text after the end of the content", "内容结束之后还有文字")
        return error("source/after-end", message, span)
    message = Words(f"YAML cannot be read here: {problem}", f"这里的 YAML 无法读懂：{problem}")
    hint = Words("put text with special characters in quotes", "含有特殊符号的文字请加引号")
    return error("source/syntax", message, span, hint)
