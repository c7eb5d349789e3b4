"""How an author writes a metric, and what may be drawn of it: a share, parts, before and after, a trend."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from brochure.content.model import MetricCallout, Reading
from brochure.content.quantities import quantity, share_of
from brochure.content.running import Line
from brochure.diagnostics import Span, Words
from brochure.source import Faults, Field, Form, ListOf, Mapping, Node, Scalar, Schema, Text, quoted

_VALUE: Final = Text(longest=20)
_LABEL: Final = Line(longest=40)
_OWN: Final = "true"
_MEANINGS: Final = ("share", "parts", "from", "trend")


class Quantity:
    """A value that can be drawn: text as typed, in which a number can be read; a *part* of a whole is at
    least 0.
    """

    def __init__(self, *, part: bool = False) -> None:
        self.part = part

    def read(self, node: Node, faults: Faults) -> str | None:
        """The value as typed."""
        text = _VALUE.read(node, faults)
        number = quantity(text) if text is not None else None
        if text is None or (number is not None and not (self.part and number < 0)):
            return text
        if number is not None:
            message = Words(f"`{text}` is no part of a whole", f"`{text}` 不能是整体中的一份")
            faults.error("not-a-share", message, node.span, Words("a part is 0 or more", "每一份不小于 0"))
            return None
        message = Words(f"no number can be read in `{text}`", f"`{text}` 里读不出数，无法画图")
        hint = Words(
            "write the number alone, such as `1801.10`; words go into `label`",
            "只写数，如 `1801.10`；文字写到 label 里",
        )
        faults.error("unreadable-value", message, node.span, hint)
        return None

    def schema(self) -> Schema:
        """Text; a bare number is text too."""
        return _VALUE.schema()


class ShareKind:
    """``true`` for a figure that is a percentage itself, or the percentage that it stands for."""

    text = Text(Words("true or a percentage", " true 或百分数"), longest=20)

    def read(self, node: Node, faults: Faults) -> str | None:
        """``true`` or the percentage as typed."""
        text = self.text.read(node, faults)
        if text is None or text == _OWN or share_of(text) is not None:
            return text
        message = Words(f"`{text}` is no share of a whole", f"`{text}` 不是整体中的一份")
        hint = Words("`true`, or a percentage up to `100%`", "写 `true`，或不超过 `100%` 的百分数")
        faults.error("not-a-share", message, node.span, hint)
        return None

    def schema(self) -> Schema:
        """Either."""
        return {"anyOf": [{"enum": [True]}, {"type": "string", "pattern": "^[0-9.]+ ?[%‰％]$"}]}


def _reading(what: str, label: str, about: str, *, required: bool, part: bool = False) -> Form[Reading]:
    return Form(
        Reading,
        Words("a value", "数值"),
        {
            "value": Field(Quantity(part=part), "数值，照原文写", required=True),
            "unit": Field(Text(longest=10), "单位；与本数据相同时不写"),
            label: Field(_LABEL, about, required=required, attribute="label"),
        },
        about=what,
        bare="" if required else "value",
    )


_YEAR: Final = _reading("一年的数值", "year", "年份，如 2024 或 2024年", required=True)
_PART: Final = _reading("整体中的一份", "label", "这一份的名称", required=True, part=True)
_STAGE: Final = _reading("变化前或变化后的数值", "label", "何时，如 2020年、改造前", required=False)

FORM: Final = Form(
    MetricCallout,
    Words("a metric", "数据"),
    {
        "value": Field(_VALUE, "数值，照原文写，如 81.57、全国首单", required=True),
        "unit": Field(Text(longest=10), "单位，如 %、家、万人、万P"),
        "qualifier": Field(Text(longest=6), "限定词，如 超、近、以上；与数值一同印出"),
        "label": Field(Line(longest=200), "说明：这是什么数据", required=True),
        "note": Field(Line(longest=200), "附注，如年份、范围"),
        "share": Field(ShareKind(), "是整体中的一份：true（数值本身是百分数）或百分数，如 80%"),
        "parts": Field(ListOf(_PART, fewest=2, most=8), "由哪几份组成：[{label, value}, …]"),
        "from": Field(_STAGE, "变化前的数值", attribute="before"),
        "to": Field(_STAGE, "变化后的数值；不写则是 value", attribute="after"),
        "trend": Field(ListOf(_YEAR, fewest=2, most=30), "历年数值：[{year, value}, …]"),
    },
    about="一个突出显示的数据；数值必须出现在同一节的正文里",
)


class MetricKind:
    """A metric whose keys agree with each other."""

    def read(self, node: Node, faults: Faults) -> MetricCallout | None:
        """The metric.

        Its *share* is a percentage; *before* has an *after*.
        """
        metric = FORM.read(node, faults)
        if metric is None or not isinstance(node, Mapping):
            return metric
        if not _one_meaning(node, faults):
            return None
        if metric.share:
            return _with_share(metric, node, faults)
        if metric.before and not metric.after:
            return _with_after(metric, node, faults)
        if metric.after and not metric.before:
            message = Words("`to` needs a `from`", "写了 to，还要写 from")
            hint = Words("add `from: …`", "请补上 `from: …`（变化前的数值）")
            faults.error("missing-key", message, _place(node, "to"), hint)
            return None
        return metric

    def schema(self) -> Schema:
        """That of its keys."""
        return FORM.schema()


def _one_meaning(node: Mapping, faults: Faults) -> bool:
    """Whether the figure is drawn in one way at most."""
    given = [key for key in _MEANINGS if node.get(key) is not None]
    if len(given) < 2:
        return True
    message = Words(
        f"{', '.join(given)}: one figure is drawn in one way", f"{'、'.join(given)}：一个数据只画一种图"
    )
    hint = Words("keep one of them, or write two metrics", "只留一项，或分写成两个数据")
    faults.error("two-drawings", message, _place(node, given[1]), hint)
    return False


def _with_share(metric: MetricCallout, node: Mapping, faults: Faults) -> MetricCallout | None:
    """The share told by value and unit where the author wrote ``true``; else the two agree."""
    own = f"{metric.value}{metric.unit}"
    read = share_of(own)
    if metric.share == _OWN:
        if read is not None:
            return replace(metric, share=own)
        message = Words(f"`{own}` is no share of a whole", f"`{own}` 不是整体中的一份")
        hint = Words("write the percentage: `share: 80%`", "请写出百分数，如 `share: 80%`")
        faults.error("not-a-share", message, _place(node, "share"), hint)
        return None
    if read is not None and read != share_of(metric.share):
        message = Words(
            f"the figure says `{own}`, the share `{metric.share}`",
            f"数据是 `{own}`，share 写成了 `{metric.share}`",
        )
        faults.error("share-differs", message, _place(node, "share"), quoted("share: true"))
        return None
    return metric


def _with_after(metric: MetricCallout, node: Mapping, faults: Faults) -> MetricCallout | None:
    """The figure itself is what came after."""
    if quantity(metric.value) is not None:
        return replace(metric, after=Reading(value=metric.value, label="", span=metric.span))
    value = node.get("value")
    assert isinstance(value, Scalar)  # noqa: S101  # it was read as the metric's value
    Quantity().read(value, faults)
    return None


def _place(node: Mapping, key: str) -> Span:
    """Where the value of *key* stands."""
    value = node.get(key)
    return value.span if value is not None else node.span


METRIC: Final = MetricKind()
