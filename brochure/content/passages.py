"""How an author writes lists, quotations, timelines, contacts and credits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from brochure.content.running import Line, Running
from brochure.content.titles import TitleKind
from brochure.diagnostics import Words
from brochure.source import Choice, Faults, Field, Form, ListOf, Node, Schema

if TYPE_CHECKING:
    from brochure.content.apart import List

MOST_CIRCLED: Final = 50  # ① to ㊿: what Unicode has
_MOST: Final = 200

_RUNNING: Final = Running()
_LINE: Final = Line(longest=200)
_SHORT: Final = Line(longest=40)


def noun(name: str) -> Callable[..., Any]:
    """What builds the noun *name*; the module of the nouns is loaded by the first that is read."""

    def build(**given: Any) -> Any:
        from brochure.content import apart

        return getattr(apart, name)(**given)

    return build


_SUBITEM: Final = Form(
    noun("ListItem"),
    Words("an item", "条目"),
    {"text": Field(_RUNNING, "条目的文字，可用行内标记", required=True)},
    about="下一层的条目",
    bare="text",
)
_ITEM: Final = Form(
    noun("ListItem"),
    Words("an item", "条目"),
    {
        "text": Field(_RUNNING, "条目的文字，可用行内标记", required=True),
        "items": Field(ListOf(_SUBITEM, fewest=1, most=_MOST), "下一层的条目"),
    },
    about="一个条目；直接写文字，或写 text 与 items",
    bare="text",
)
_LIST: Final = Form(
    noun("List"),
    Words("a list", "列表"),
    {
        "items": Field(ListOf(_ITEM, fewest=1, most=_MOST), "各条目，按先后", required=True),
        "marker": Field(
            Choice("bullet", "number", "circled"), "bullet 圆点（默认）；number 编号 1.；circled 编号 ①"
        ),
    },
    about="列表",
    bare="items",
)


class ListKind:
    """A list whose circled numbers exist."""

    def read(self, node: Node, faults: Faults) -> List | None:
        """The list."""
        found: List | None = _LIST.read(node, faults)
        if found is None or found.marker != "circled" or len(found.items) <= MOST_CIRCLED:
            return found
        message = Words(
            f"{len(found.items)} items; circled numbers end at {MOST_CIRCLED}",
            f"共 {len(found.items)} 条；带圈数字只到 {MOST_CIRCLED}",
        )
        faults.error("too-many-circled", message, node.span, Words("`marker: number`", "`marker: number`"))
        return None

    def schema(self) -> Schema:
        """That of its keys."""
        return _LIST.schema()


LIST: Final = ListKind()
QUOTE: Final = Form(
    noun("PullQuote"),
    Words("a quotation", "引语"),
    {
        "text": Field(TitleKind(), "引语，引号照写；`|` 处可以断行", required=True),
        "source": Field(_LINE, "出处：谁说的、哪里来的"),
    },
    about="大字引语",
    bare="text",
)
_ENTRY: Final = Form(
    noun("TimelineEntry"),
    Words("an entry of a timeline", "大事记条目"),
    {
        "date": Field(_SHORT, "时间，照写照印，如 2024年5月", required=True),
        "title": Field(_LINE, "这件事的名称，印得醒目"),
        "text": Field(_RUNNING, "这件事，可用行内标记", required=True),
    },
    about="大事记的一条",
)
TIMELINE: Final = Form(
    noun("Timeline"),
    Words("a timeline", "大事记"),
    {"entries": Field(ListOf(_ENTRY, fewest=1, most=_MOST), "各条，按先后", required=True)},
    about="大事记（时间轴）",
    bare="entries",
)
_CONTACT_LINE: Final = Form(
    noun("ContactLine"),
    Words("a line of a contact", "联系方式的一行"),
    {
        "label": Field(_SHORT, "名目，如 地址、电话"),
        "value": Field(Running(blanks=False), "内容，可用行内标记", required=True),
    },
    about="联系方式的一行；直接写文字，或写 label 与 value",
    bare="value",
)
CONTACT: Final = Form(
    noun("Contact"),
    Words("a contact", "联系方式"),
    {
        "title": Field(TitleKind(), "标题，`|` 处可以断行"),
        "lines": Field(ListOf(_CONTACT_LINE, fewest=1, most=_MOST), "各行，按先后", required=True),
    },
    about="联系方式",
    bare="lines",
)
_CREDIT_LINE: Final = Form(
    noun("CreditLine"),
    Words("a line of credits", "编制人员的一行"),
    {
        "role": Field(_SHORT, "职责，如 策划、摄影", required=True),
        "names": Field(ListOf(_SHORT, fewest=1, most=_MOST), "姓名或单位", required=True),
    },
    about="一项职责和承担的人",
)
CREDIT_LIST: Final = Form(
    noun("CreditList"),
    Words("a list of credits", "编制人员"),
    {
        "title": Field(TitleKind(), "标题，`|` 处可以断行"),
        "lines": Field(ListOf(_CREDIT_LINE, fewest=1, most=_MOST), "各行，按先后", required=True),
    },
    about="编制人员名单",
    bare="lines",
)
