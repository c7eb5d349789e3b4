"""A mapping read into one of our values: a declaration gives both the reader and the JSON Schema."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Generic, NamedTuple, TypeVar

from brochure.diagnostics import Words
from brochure.source.faults import Faults
from brochure.source.fields import Kind, Schema, mapping, quoted
from brochure.source.hints import full_width_colon
from brochure.source.names import nearest
from brochure.source.nodes import Entry, Mapping, Node, Scalar, Sequence

T = TypeVar("T")


class Field(NamedTuple):
    """One key of a form.

    *about* is the description editors show (Chinese); *attribute* names the keyword of the value it builds
    where that is another word than the key; *at* names a keyword that receives the span of what was
    written.
    """

    kind: Kind[Any]
    about: str
    required: bool = False
    attribute: str = ""
    at: str = ""


class Form(Generic[T]):
    """Keys and values that build one value.

    *build* is called with the fields that were given, by keyword, and with ``span`` (unless *spanned* is
    False). *bare* names the field that a text or list standing in the place of the whole form is read as.
    """

    def __init__(
        self,
        build: Callable[..., T],
        name: Words,
        fields: dict[str, Field],
        *,
        about: str = "",
        bare: str = "",
        spanned: bool = True,
    ) -> None:
        self.build, self.name, self.fields = build, name, fields
        self.about, self.bare, self.spanned = about, bare, spanned

    def read(self, node: Node, faults: Faults) -> T | None:
        """The value; None after noting every fault in it."""
        if self.bare and not isinstance(node, Mapping) and not (isinstance(node, Scalar) and node.is_nothing):
            values = self._one(self.bare, node, faults)
            return None if values is None else self._built(values, node)
        found = mapping(node, faults, self.name)
        if found is None:
            return None
        values, sound = {}, True
        for entry in found:
            given = self._entry(entry, faults)
            sound = sound and given is not None
            values.update(given or {})
        sound = self._complete(found, faults) and sound
        return self._built(values, node) if sound else None

    def schema(self) -> Schema:
        """An object with these keys and no others."""
        properties = {
            key: {"description": field.about, **field.kind.schema()} for key, field in self.fields.items()
        }
        whole: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
        if required := [key for key, field in self.fields.items() if field.required]:
            whole["required"] = required
        if not self.bare:
            return {"description": self.about, **whole} if self.about else whole
        short = self.fields[self.bare].kind.schema()
        return {"description": self.about or self.fields[self.bare].about, "anyOf": [short, whole]}

    def _entry(self, entry: Entry, faults: Faults) -> dict[str, Any] | None:
        if entry.key.text in self.fields:
            return self._one(entry.key.text, entry.value, faults)
        unknown_key(entry.key, self.fields, self.name, faults)
        return None

    def _one(self, key: str, node: Node, faults: Faults) -> dict[str, Any] | None:
        field = self.fields[key]
        value = field.kind.read(node, faults)
        if value is None:
            return None
        return {field.attribute or key: value} | ({field.at: node.span} if field.at else {})

    def _complete(self, found: Mapping, faults: Faults) -> bool:
        given = {entry.key.text for entry in found}
        missing = [key for key, field in self.fields.items() if field.required and key not in given]
        for key in missing:
            message = Words(f"{self.name.en} needs `{key}`", f"{self.name.zh}缺少 `{key}`")
            hint = Words(f"add `{key}: …`", f"请补上 `{key}: …`（{self.fields[key].about}）")
            faults.error("missing-key", message, _head(found), hint)
        return not missing

    def _built(self, values: dict[str, Any], node: Node) -> T:
        return self.build(**values, span=node.span) if self.spanned else self.build(**values)


class OneOf:
    """A mapping of one key that names what it holds, ``lead: …`` or ``photo: …``; a bare text stands for
    *bare*. The keys *beside* it say something of the value, whichever it is: they are fields of every case.
    """

    def __init__(
        self,
        name: Words,
        cases: dict[str, Field],
        *,
        bare: str = "",
        beside: dict[str, Field] | None = None,
    ) -> None:
        self.name, self.cases, self.bare = name, cases, bare
        self.beside = beside or {}

    def read(self, node: Node, faults: Faults) -> Any:
        """The value of the case named; None after noting what is wrong."""
        if self.bare and isinstance(node, Scalar) and not node.is_nothing:
            if not self._is_case(node, faults):
                return self.cases[self.bare].kind.read(node, faults)
            return None
        words = ", ".join(self.cases)
        wanted = Words(f"{self.name.en} ({words})", f"{self.name.zh}（{words}）")
        found = mapping(node, faults, wanted)
        if found is None:
            return None
        entries = [entry for entry in found if entry.key.text not in self.beside]
        if len(entries) != 1:
            self._not_one(found, len(entries), faults)
            return None
        entry = entries[0]
        if entry.key.text not in self.cases:
            unknown_key(entry.key, self.cases | self.beside, self.name, faults)
            return None
        value = self.cases[entry.key.text].kind.read(entry.value, faults)
        said = {
            other.key.text: self.beside[other.key.text].kind.read(other.value, faults)
            for other in found
            if other is not entry
        }
        return value if value is None or not said or None in said.values() else replace(value, **said)

    def _not_one(self, found: Mapping, count: int, faults: Faults) -> None:
        message = Words(
            f"{self.name.en} is one key; {count} stand here", f"{self.name.zh}只有一个键，这里有 {count} 个"
        )
        hint = Words(
            "indent what belongs to the first key, or begin another `- `",
            "属于第一个键的内容要再缩进一层；否则另起一个 `- `",
        )
        faults.error("one-key", message, _head(found), hint)

    def schema(self) -> Schema:
        """One object for each case, told apart by its key."""
        beside = {
            key: {"description": field.about, **field.kind.schema()} for key, field in self.beside.items()
        }
        objects: list[Schema] = [
            {
                "type": "object",
                "description": field.about,
                "additionalProperties": False,
                "required": [key],
                "properties": {key: {"description": field.about, **field.kind.schema()}, **beside},
            }
            for key, field in self.cases.items()
        ]
        bare = (
            [{"type": ["string", "number"], "description": self.cases[self.bare].about}] if self.bare else []
        )
        return {"anyOf": [*bare, *objects]}

    def _is_case(self, node: Scalar, faults: Faults) -> bool:
        """``photo：…`` is a text to YAML, and never what was meant."""
        head, colon, _ = node.text.partition("：")
        if not colon or head.strip() not in self.cases or node.style != "plain":
            return False
        faults.error("full-width-colon", *full_width_colon(node.span_of(len(head), len(head) + 1)))
        return True


def unknown_key(key: Scalar, known: dict[str, Field], name: Words, faults: Faults) -> None:
    """Note that *key* means nothing in *name*, and what was probably meant."""
    head, colon, _ = key.text.partition("：")
    if colon and head in known:
        faults.error("full-width-colon", *full_width_colon(key.span_of(len(head), len(head) + 1)))
        return
    if key.text.endswith(":") and key.style == "plain":
        message = Words("a text that ends with `:` is a key to YAML", "以 `:` 结尾的文字会被 YAML 当成键")
        hint = Words("put the whole text in quotes", "请给整段文字加引号")
        faults.error("needs-quotes", message, key.span, hint)
        return
    message = Words(f"unknown key `{key.text}` in {name.en}", f"{name.zh}里没有 `{key.text}` 这个键")
    words = Words("known here: " + ", ".join(known), "可用的键：" + "、".join(known))
    faults.error("unknown-key", message, key.span, quoted(nearest(key.text, known)) or words)


def _head(found: Mapping) -> Any:
    return found.entries[0].key.span if found.entries and not found.flow else found.span


__all__ = ["Entry", "Field", "Form", "OneOf", "Sequence", "unknown_key"]
