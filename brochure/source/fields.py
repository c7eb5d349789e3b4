"""Readers of typed values: each takes a node and gives a value, or notes a fault and gives None.

So all faults of a file come out at once. Each reader also describes itself as JSON Schema: what editors
complete and what the reader accepts are one declaration.
"""

from __future__ import annotations

import re
from typing import Any, Final, Protocol, TypeAlias, TypeVar

from brochure.diagnostics import Words
from brochure.source.faults import Faults
from brochure.source.names import nearest
from brochure.source.nodes import Mapping, Node, Scalar, Sequence

T_co = TypeVar("T_co", covariant=True)
Schema: TypeAlias = dict[str, Any]

A_TEXT: Final = Words("a text", "一段文字")


class Kind(Protocol[T_co]):
    """A kind of value."""

    def read(self, node: Node, faults: Faults) -> T_co | None:
        """The value of *node*; None after noting what is wrong with it."""

    def schema(self) -> Schema:
        """The same rule as JSON Schema, draft 07."""


def scalar(node: Node, faults: Faults, wanted: Words) -> Scalar | None:
    """*node* as a scalar with something in it; notes a fault and gives None otherwise."""
    if isinstance(node, Scalar) and not node.is_nothing:
        return node
    if isinstance(node, Scalar):
        message = Words("nothing is written here", "这里没有写内容")
        hint = Words(f"write {wanted.en}, or delete the line", f"请写上{wanted.zh}，或删去这一行")
        faults.error("empty-value", message, node.span, hint)
    elif node.flow:
        mark = "{" if isinstance(node, Mapping) else "["
        hint = Words(f"a text that begins with `{mark}` stands in quotes", f"以 `{mark}` 开头的文字要加引号")
        _note_wrong_type(node, faults, wanted, hint)
    else:
        _note_wrong_type(node, faults, wanted, None)
    return None


def sequence(node: Node, faults: Faults, wanted: Words) -> Sequence | None:
    """*node* as a list; notes a fault and gives None otherwise."""
    if isinstance(node, Sequence):
        return node
    _note_wrong_type(node, faults, wanted, Words("begin each item with `- `", "每一项以 `- ` 开头"))
    return None


def mapping(node: Node, faults: Faults, wanted: Words) -> Mapping | None:
    """*node* as keys and values; notes a fault and gives None otherwise."""
    if isinstance(node, Mapping):
        return node
    _note_wrong_type(node, faults, wanted, Words("write `key: value` lines", "请写成 `键: 值` 的形式"))
    return None


def quoted(word: str) -> Words | None:
    """*word* as a suggestion; None for the empty string."""
    return Words(f"`{word}`", f"`{word}`") if word else None


def _note_wrong_type(node: Node, faults: Faults, wanted: Words, hint: Words | None) -> None:
    message = _wrong_type(wanted, _found(node))
    faults.error("wrong-type", message, node.span, hint)


def _found(node: Node) -> Words:
    match node:
        case Mapping():
            return Words("keys and values", "键和值")
        case Sequence():
            return Words("a list", "列表")
        case Scalar():
            return Words("nothing", "空白") if node.is_nothing else A_TEXT


def _wrong_type(wanted: Words, found: Words) -> Words:
    return Words(f"{wanted.en} is wanted here, not {found.en}", f"这里应是{wanted.zh}，而不是{found.zh}")


class Text:
    """Text on one line, as typed. *pattern* narrows it, *example* shows how; *longest* in characters."""

    def __init__(
        self, name: Words = A_TEXT, *, pattern: str = "", example: str = "", longest: int = 2000
    ) -> None:
        self.name, self.pattern, self.example, self.longest = name, pattern, example, longest

    def read(self, node: Node, faults: Faults) -> str | None:
        """The text without blanks at its ends."""
        found = scalar(node, faults, self.name)
        text = one_line(found, faults) if found else None
        if found is None or text is None:
            return None
        if len(text) > self.longest:
            message = Words(
                f"{len(text)} characters; at most {self.longest} fit here",
                f"共 {len(text)} 字，这里最多 {self.longest} 字",
            )
            faults.error("text-too-long", message, found.span)
            return None
        if self.pattern and not re.fullmatch(self.pattern, text):
            message = Words(f"`{text}` is not {self.name.en}", f"`{text}` 不是{self.name.zh}")
            hint = Words(f"such as `{self.example}`", f"例如 `{self.example}`") if self.example else None
            faults.error("not-so-written", message, found.span, hint)
            return None
        return text

    def schema(self) -> Schema:
        """Text; a bare number is text too."""
        if self.pattern:
            return {"type": "string", "pattern": f"^{self.pattern}$"}
        return {"type": ["string", "number"]}


def one_line(found: Scalar, faults: Faults) -> str | None:
    """The text of *found* without blanks at its ends; notes a fault for an empty one, a line end or a tab
    inside.
    """
    text = found.text.strip()
    if not text:
        faults.error("empty-value", Words("this text is empty", "这里的文字是空的"), found.span)
        return None
    inside = next((index for index, char in enumerate(text) if char in "\n\r\t"), None)
    if inside is None:
        return text
    at = found.text.index(text) + inside
    message = Words("a line end or a tab inside a text", "一段文字中间有换行或制表符")
    hint = Words("a new paragraph is a new item of the list", "另起一段时，请写成列表中新的一项")
    faults.error("more-than-a-line", message, found.span_of(at, at + 1), hint)
    return None


class Choice:
    """One word of a few."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def read(self, node: Node, faults: Faults) -> str | None:
        """The word."""
        wanted = Words("one of " + ", ".join(self.words), "以下各项之一：" + "、".join(self.words))
        found = scalar(node, faults, wanted)
        if found is None or found.text in self.words:
            return found.text if found else None
        message = Words(f"`{found.text}` is not {wanted.en}", f"`{found.text}` 不是{wanted.zh}")
        faults.error("unknown-choice", message, found.span, quoted(nearest(found.text, self.words)))
        return None

    def schema(self) -> Schema:
        """The words."""
        return {"enum": list(self.words)}


_MEANT: Final = {
    "yes": "true", "on": "true", "是": "true", "True": "true", "TRUE": "true", "1": "true",
    "no": "false", "off": "false", "否": "false", "False": "false", "FALSE": "false", "0": "false",
}  # fmt: skip


class Truth:
    """``true`` or ``false`` and nothing else: what YAML makes of yes and on depends on whom one asks."""

    def read(self, node: Node, faults: Faults) -> bool | None:
        """The truth value."""
        found = scalar(node, faults, Words("true or false", " true 或 false"))
        if found is None:
            return None
        if found.text in {"true", "false"}:
            return found.text == "true"
        message = Words(f"`{found.text}` is not true or false", f"`{found.text}` 不是 true 或 false")
        faults.error("not-true-or-false", message, found.span, quoted(_MEANT.get(found.text, "")))
        return None

    def schema(self) -> Schema:
        """A boolean."""
        return {"type": "boolean"}
