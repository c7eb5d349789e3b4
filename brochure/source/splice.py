"""Puts a new text in the place of one scalar and touches nothing else in the file."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.diagnostics import BrochureError
from brochure.source.nodes import Mapping, Node, Scalar, Sequence
from brochure.source.reader import parse


def splice(text: str, old: Scalar, new: str) -> str:
    """*text* with *new* in the place of *old*, a node read from that same text.

    Every other character stays. The writing of *old* (quotes, block) is kept where it can hold *new*; each
    candidate is read back before it is taken. Raises ``ValueError`` when *old* does not stand in *text*, or
    *new* cannot be written there.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    end = old.start + len(old.raw)
    if not old.raw and old.text:
        raise ValueError("this scalar was not read from a file")
    if text[old.start : end] != old.raw:
        raise ValueError("the text has changed since it was read")
    others = [_saying(node) for node in _scalars(parse(text, old.span.file)) if node.start != old.start]
    for writing in _writings(old, new):
        spliced = f"{text[: old.start]}{writing}{text[end:]}"
        try:
            after = list(_scalars(parse(spliced, old.span.file)))
        except BrochureError:
            continue
        changed = next((node for node in after if node.start == _start(old, writing)), None)
        if changed is None or changed.text.strip() != new.strip():
            continue
        if [_saying(node) for node in after if node is not changed] == others:
            return mark + spliced
    raise ValueError(f"{new!r} cannot be written here")


def _writings(old: Scalar, new: str) -> Iterator[str]:
    """Ways to write *new*: as *old* was written, then plain, then in quotes."""
    single = "'" + new.replace("'", "''") + "'"
    double = (
        '"' + new.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'
    )
    blank = "" if old.raw else " "  # behind a colon with nothing after it
    if old.style in {"literal", "folded"}:
        yield _block(old, new)
    elif old.style == "single":
        yield single
    elif old.style == "double":
        yield double
    else:
        yield blank + new
    yield from (blank + single, blank + double)


def _block(old: Scalar, new: str) -> str:
    """*new* under the header of the block *old*, indented as its first line was."""
    header, _, body = old.raw.partition("\n")
    first = next((line for line in body.splitlines() if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip())]
    tail = old.raw[len(old.raw.rstrip()) :]
    lines = new.strip("\n").split("\n")
    ending = "\r\n" if header.endswith("\r") else "\n"
    return header + "\n" + ending.join(indent + line if line else "" for line in lines) + tail


def _start(old: Scalar, writing: str) -> int:
    return old.start + len(writing) - len(writing.lstrip(" ")) if not old.raw else old.start


def _scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence():
            for item in node:
                yield from _scalars(item)
        case Mapping():
            for entry in node:
                yield entry.key
                yield from _scalars(entry.value)


def _saying(scalar: Scalar) -> tuple[str, str, str]:
    return scalar.text, scalar.style, scalar.raw
