"""Nodes grown from a stream of YAML events, within limits; what YAML allows and an author never needs is
refused.
"""

from __future__ import annotations

from typing import Any, Final, Literal, NamedTuple

import yaml

from brochure.diagnostics import Span, Words
from brochure.source.faults import Faults
from brochure.source.hints import full_width_colon, quoted_hint
from brochure.source.manuscript import Manuscript
from brochure.source.nodes import Entry, Mapping, Node, Scalar, Sequence, Style
from brochure.source.scalars import check_scalar
from brochure.source.writing import joined

MAX_DEPTH: Final = 32
MAX_VALUES: Final = 50_000

_STYLES: Final[dict[str | None, Style]] = {
    None: "plain", "": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded",
}  # fmt: skip

# The parser's events carry no types of their own: an event is Any until its class is known.


class Stopped(Exception):  # noqa: N818 - nothing is wrong with the program: the file went over a limit
    """The rest of the file is not read: a limit was passed, which the faults name."""


class Last(NamedTuple):
    """The last value read before a fault: *kind* of node, where it stands, and whether it is the value of a
    key.
    """

    kind: Literal["scalar", "collection"]
    start: int
    end: int
    style: Style
    is_value: bool


class _Frame:
    """A collection still open."""

    __slots__ = ("children", "end", "entries", "flow", "is_mapping", "key", "keys", "start")

    def __init__(self, *, is_mapping: bool, start: int, flow: bool) -> None:
        self.is_mapping = is_mapping
        self.start = self.end = start
        self.flow = flow
        self.children: list[Node] = []
        self.entries: list[Entry] = []
        self.keys: dict[str, Scalar] = {}
        self.key: Scalar | Literal["unusable"] | None = None


class Tree:
    """The nodes of one document."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript = manuscript
        self.faults = Faults("source")
        self.last: Last | None = None
        self._open: list[_Frame] = []
        self._root: Node | None = None
        self._documents = 0
        self._values = 0

    def take(self, event: Any) -> None:
        """Add what *event* brings. Raises `Stopped` past a limit."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind in {yaml.MappingStartEvent, yaml.SequenceStartEvent}:
            self._begin(event, is_mapping=kind is yaml.MappingStartEvent)
        elif kind in {yaml.MappingEndEvent, yaml.SequenceEndEvent}:
            self._end(event)
        elif kind is yaml.AliasEvent:
            self._refuse_alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._document(event)

    @property
    def bracket(self) -> int | None:
        """Where the innermost bracket or brace still open stands."""
        return next((frame.start for frame in reversed(self._open) if frame.flow), None)

    def root_mapping(self, faults: Faults) -> Mapping | None:
        """The mapping at the top; None, with its fault noted, when there is something else."""
        root = self._root
        if isinstance(root, Mapping):
            return root
        start = self.manuscript.span(0, 0)
        if root is None or (isinstance(root, Scalar) and root.is_nothing):
            message = Words("the file says nothing", "文件里没有内容")
            hint = Words("begin with a line such as `title: …`", "请从 `title: …` 这样的一行写起")
            faults.error("empty", message, start, hint)
        elif isinstance(root, Scalar) and "：" in root.text.partition("\n")[0]:
            colon = root.text.index("：")
            faults.error("full-width-colon", *full_width_colon(root.span_of(colon, colon + 1)))
        else:
            message = Words("the file must begin with `key: value` lines", "文件应由“键: 值”这样的行组成")
            faults.error("not-a-mapping", message, root.span)
        return None

    # ------------------------------------------------------------ the events

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            message = Words(
                "a second document begins here; a file holds one", "这里开始了第二个文档；一个文件只能有一个"
            )
            hint = Words("delete the line `---`", "请删去这一行 `---`")
            self.faults.error("second-document", message, self._span(event), hint)
            raise Stopped
        if event.tags:
            self._refuse_tag("%TAG", self._span(event))

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        style = _STYLES[event.style]
        raw = self.manuscript.text[start:end]
        self._count(event)
        self._refuse_properties(event)
        text: str = event.value
        if style != "literal" and event.start_mark.line != event.end_mark.line:
            text = joined(text, raw, style)
        if style in {"literal", "folded"}:
            end = start + len(raw.rstrip())
        self.last = Last("scalar", start, end, style, bool(self._open) and self._open[-1].key is not None)
        scalar = Scalar(text=text, span=self.manuscript.span(start, end), style=style, raw=raw, start=start)
        check_scalar(scalar, self.manuscript, self.faults)
        self._place(scalar, end)

    def _begin(self, event: Any, *, is_mapping: bool) -> None:
        self._count(event)
        self._refuse_properties(event)
        if len(self._open) == MAX_DEPTH:
            message = Words(f"nested more than {MAX_DEPTH} deep", f"嵌套超过 {MAX_DEPTH} 层")
            self.faults.error("too-deep", message, self._span(event))
            raise Stopped
        start = event.start_mark.index
        self._open.append(_Frame(is_mapping=is_mapping, start=start, flow=bool(event.flow_style)))

    def _end(self, event: Any) -> None:
        frame = self._open.pop()
        # libyaml says that a block ends where the next thing begins; we say: with the last thing in it
        end: int = event.end_mark.index if frame.flow else frame.end
        span = self.manuscript.span(frame.start, end)
        self.last = Last("collection", frame.start, end, "plain", is_value=False)
        if frame.is_mapping:
            self._place(Mapping(entries=tuple(frame.entries), span=span, flow=frame.flow), end)
        else:
            self._place(Sequence(items=tuple(frame.children), span=span, flow=frame.flow), end)

    def _place(self, node: Node, end: int) -> None:
        """Put *node*, which ends at character *end*, into the collection that is open."""
        if not self._open:
            self._root = node
            return
        frame = self._open[-1]
        frame.end = end
        if not frame.is_mapping:
            frame.children.append(node)
        elif frame.key is None:
            frame.key = self._key(node, frame)
        else:
            if isinstance(frame.key, Scalar):
                frame.entries.append(Entry(key=frame.key, value=node))
            frame.key = None

    def _key(self, node: Node, frame: _Frame) -> Scalar | Literal["unusable"]:
        if not isinstance(node, Scalar) or node.is_nothing:
            message = Words("a key must be a word", "键必须是一个词")
            hint = Words(
                "text that begins with `{` or `[` stands in quotes", "以 `{` 或 `[` 开头的文字要加引号"
            )
            self.faults.error("key-not-text", message, node.span, hint)
            return "unusable"
        if node.text == "<<" and node.style == "plain":
            message = Words("merge keys are not read here", "不支持合并键 `<<`")
            self.faults.error("merge-key", message, node.span, Words("write the keys out", "请把各键写全"))
            return "unusable"
        first = frame.keys.setdefault(node.text, node)
        if first is not node:
            message = Words(
                f"key `{node.text}` is given twice; first on line {first.span.line}",
                f"键 `{node.text}` 出现了两次；第一次在第 {first.span.line} 行",
            )
            hint = Words("delete one of them", "请删去其中一个")
            self.faults.error("duplicate-key", message, node.span, hint)
            return "unusable"
        return node

    # ------------------------------------------------------------ what is refused

    def _count(self, event: Any) -> None:
        self._values += 1
        if self._values > MAX_VALUES:
            message = Words(f"more than {MAX_VALUES:,} values in one file", f"一个文件超过 {MAX_VALUES} 个值")
            self.faults.error("too-many-values", message, self._span(event))
            raise Stopped

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            message = Words(f"anchors are not read here: `&{event.anchor}`", f"不支持锚点 `&{event.anchor}`")
            self.faults.error("anchor", message, self._first_word(event), quoted_hint("&"))
        if event.tag is not None:
            self._refuse_tag(event.tag, self._first_word(event))

    def _refuse_tag(self, tag: str, span: Span) -> None:
        shown = tag.replace("tag:yaml.org,2002:", "!!")
        message = Words(f"tags are not read here: `{shown}`", f"不支持标签 `{shown}`")
        self.faults.error("tag", message, span, quoted_hint("!"))

    def _refuse_alias(self, event: Any) -> None:
        self._count(event)
        message = Words(f"aliases are not read here: `*{event.anchor}`", f"不支持别名 `*{event.anchor}`")
        span = self._span(event)
        self.faults.error("alias", message, span, quoted_hint("*"))
        self._place(Scalar(text=f"*{event.anchor}", span=span, style="double"), event.end_mark.index)

    def _span(self, event: Any) -> Span:
        return self.manuscript.span(event.start_mark.index, event.end_mark.index)

    def _first_word(self, event: Any) -> Span:
        start: int = event.start_mark.index
        words = self.manuscript.text[start : start + 200].split(maxsplit=1)
        return self.manuscript.span(start, start + len(words[0]) if words else start)
