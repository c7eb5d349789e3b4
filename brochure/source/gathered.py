"""Kinds made of other kinds: lists, named values, values with their place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, Generic, NamedTuple, TypeVar

from brochure.diagnostics import Span, Words
from brochure.source.faults import Faults
from brochure.source.fields import Kind, Schema, mapping, sequence
from brochure.source.nodes import Node

T = TypeVar("T")

A_LIST: Final = Words("a list", "列表")
_ANY: Final = 10_000


class Placed(NamedTuple, Generic[T]):
    """A value and where it was written, for rules that are checked when more is known."""

    value: T
    span: Span


class At(Generic[T]):
    """Another kind's value together with its place."""

    def __init__(self, kind: Kind[T]) -> None:
        self.kind = kind

    def read(self, node: Node, faults: Faults) -> Placed[T] | None:
        """The value and its span."""
        value = self.kind.read(node, faults)
        return None if value is None else Placed(value, node.span)

    def schema(self) -> Schema:
        """That of the kind inside."""
        return self.kind.schema()


class ListOf(Generic[T]):
    """A list whose items are all of one kind, from *fewest* to *most*."""

    def __init__(self, kind: Kind[T], *, fewest: int = 0, most: int = _ANY, name: Words = A_LIST) -> None:
        self.kind, self.fewest, self.most, self.name = kind, fewest, most, name

    def read(self, node: Node, faults: Faults) -> tuple[T, ...] | None:
        """The values in their order; None when the list or any item is wrong."""
        found = sequence(node, faults, self.name)
        if found is None:
            return None
        if not self.fewest <= len(found) <= self.most:
            wanted = _count(self.fewest, self.most)
            message = Words(
                f"{len(found)} items stand here; {wanted.en}", f"这里有 {len(found)} 项；{wanted.zh}"
            )
            faults.error("wrong-count", message, found.span)
            return None
        values = [self.kind.read(item, faults) for item in found]
        kept = [value for value in values if value is not None]
        return tuple(kept) if len(kept) == len(values) else None

    def schema(self) -> Schema:
        """An array."""
        schema: Schema = {"type": "array", "items": self.kind.schema()}
        if self.fewest:
            schema["minItems"] = self.fewest
        if self.most < _ANY:
            schema["maxItems"] = self.most
        return schema


class MapOf(Generic[T]):
    """Values of one kind under names of the author's own choosing, in the order of the file."""

    def __init__(self, kind: Kind[T], *, name: Words, pattern: str = r"[\w-]+") -> None:
        self.kind, self.name, self.pattern = kind, name, pattern

    def read(self, node: Node, faults: Faults) -> dict[str, T] | None:
        """The values by name; None when any is wrong."""
        found = mapping(node, faults, self.name)
        if found is None:
            return None
        values: dict[str, T] = {}
        for entry in found:
            value = self.kind.read(entry.value, faults)
            if not re.fullmatch(self.pattern, entry.key.text):
                message = Words(f"`{entry.key.text}` cannot be a name", f"`{entry.key.text}` 不能用作名称")
                faults.error("not-a-name", message, entry.key.span)
            elif value is not None:
                values[entry.key.text] = value
        return values if len(values) == len(found) else None

    def schema(self) -> Schema:
        """An object of free keys."""
        return {"type": "object", "additionalProperties": self.kind.schema()}


class As:
    """Another kind's value, made into something together with its place by *build*."""

    def __init__(self, kind: Kind[Any], build: Callable[[Any, Span], Any]) -> None:
        self.kind, self.build = kind, build

    def read(self, node: Node, faults: Faults) -> Any:
        """What is built."""
        value = self.kind.read(node, faults)
        return None if value is None else self.build(value, node.span)

    def schema(self) -> Schema:
        """That of the kind inside."""
        return self.kind.schema()


def _count(fewest: int, most: int) -> Words:
    if fewest == most:
        return Words(f"{most} are wanted", f"应为 {most} 项")
    if most == _ANY:
        return Words(f"at least {fewest} are wanted", f"至少 {fewest} 项")
    return Words(f"{fewest} to {most} are wanted", f"应为 {fewest} 到 {most} 项")
