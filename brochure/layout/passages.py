"""What a layout file says of lists, tables, quotations, timelines, contacts and credits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from brochure.diagnostics import Words
from brochure.layout.model import Apart
from brochure.source import At, Choice, Em, Field, Form, Length, MapOf, Number, Text

AnyForm = Form[dict[str, object]]

SHELVES: Final[Mapping[Apart, str]] = {
    "list": "lists",
    "table": "tables",
    "quote": "quotes",
    "timeline": "timelines",
    "contact": "contacts",
    "credits": "credits",
}
"""For each kind of block the key of a layout that has its styles."""

_NAME: Final = Text(Words("a name", "名称"), pattern=r"[\w-]+", example="body")
_MARK: Final = Text(Words("a mark", "记号"), longest=8)
_PARAGRAPH: Final = At(_NAME)
_INK: Final = At(_NAME)
_RULE: Final = Length("0pt", "20pt")
_WHITE: Final = {
    "above": Field(Number(0, 20, whole=True), "上方至少空几行（栏顶不空）"),
    "below": Field(Number(0, 20, whole=True), "下方至少空几行（栏底不空）"),
}


def shelves(text: AnyForm) -> dict[str, Field]:
    """The keys of a layout for these styles; *text* reads a text style."""
    return {
        "lists": _shelf("list styles", "列表样式", _list(text)),
        "tables": _shelf("table styles", "表格样式", _table(text)),
        "quotes": _shelf("quotation styles", "引语样式", _QUOTE),
        "timelines": _shelf("timeline styles", "大事记样式", _TIMELINE),
        "contacts": _shelf("contact styles", "联系方式样式", _PANEL),
        "credits": _shelf("credits styles", "编制人员样式", _PANEL),
    }


def _shelf(en: str, zh: str, form: AnyForm) -> Field:
    return Field(MapOf(form, name=Words(en, zh)), zh)


def _list(text: AnyForm) -> AnyForm:
    return Form(
        dict,
        Words("a list style", "列表样式"),
        {
            "text": Field(_PARAGRAPH, "条目的段落样式名", required=True),
            "marker": Field(text, "圆点和编号的文字样式；不写的键与条目相同"),
            "hang": Field(Em(0, 20), "文字缩进多少，默认 2em"),
            "gap": Field(Em(0, 5), "align 为 end 时，编号与文字的间隙，默认 0.5em"),
            "align": Field(Choice("start", "end"), "编号靠左，还是靠右对齐到文字前"),
            "bullet": Field(_MARK, "圆点用什么字符，默认 •"),
            "dash": Field(_MARK, "下一层用什么字符，默认 –"),
            **_WHITE,
        },
    )


def _table(text: AnyForm) -> AnyForm:
    return Form(
        dict,
        Words("a table style", "表格样式"),
        {
            "cell": Field(_PARAGRAPH, "格中文字的段落样式名", required=True),
            "figure": Field(text, "数值的文字样式；不写的键与格中文字相同。数字按等宽排"),
            "head": Field(_PARAGRAPH, "表头的段落样式名", required=True),
            "group": Field(_PARAGRAPH, "上一层表头的；不写则同 head"),
            "head-unit": Field(_PARAGRAPH, "表头里单位的；不写则同 head"),
            "title": Field(_PARAGRAPH, "表题的；不写则同 head"),
            "unit": Field(_PARAGRAPH, "右上角单位的；不写则同 head"),
            "unit-label": Field(_MARK, "单位前的字样，默认“单位：”"),
            "subhead": Field(_PARAGRAPH, "跨栏小标题的；不写则同 head"),
            "note": Field(_PARAGRAPH, "表下注的；不写则同 cell"),
            "gutter": Field(Length(), "栏间距"),
            "inset": Field(Length(), "每行两端的空白（有底纹时用）"),
            "pad": Field(Length(), "格中文字上下至少的空白"),
            "rule": Field(_RULE, "表顶、表底线的粗细，0 为不画"),
            "head-rule": Field(_RULE, "表头下线的粗细"),
            "row-rule": Field(_RULE, "行间线的粗细"),
            "rule-ink": Field(_INK, "表顶、表头、表底线的油墨"),
            "row-ink": Field(_INK, "行间线的油墨"),
            "zebra": Field(_INK, "隔行底纹的油墨；不写则无"),
            "ground": Field(_INK, "表头底色的油墨；不写则无"),
            "continued": Field(_MARK, "转栏、转页后重复表头时，上面的字样，如“续表”；不写则无"),
            **_WHITE,
        },
    )


_QUOTE: Final[AnyForm] = Form(
    dict,
    Words("a quotation style", "引语样式"),
    {
        "text": Field(_PARAGRAPH, "引语的段落样式名", required=True),
        "source": Field(_PARAGRAPH, "出处的段落样式名", required=True),
        "side": Field(Choice("left", "above", "none"), "线在左边、在上方，或不画"),
        "rule": Field(_RULE, "线的粗细"),
        "rule-ink": Field(_INK, "线的油墨"),
        "inset": Field(Length(), "线与文字的间距"),
        "gap": Field(Length(), "引语与出处的间距"),
        "dash": Field(_MARK, "出处前的字样，如 ——"),
        **_WHITE,
    },
)
_TIMELINE: Final[AnyForm] = Form(
    dict,
    Words("a timeline style", "大事记样式"),
    {
        "date": Field(_PARAGRAPH, "时间的段落样式名", required=True),
        "text": Field(_PARAGRAPH, "事件的段落样式名", required=True),
        "title": Field(_PARAGRAPH, "事件名称的段落样式名；不写则同 text"),
        "display": Field(Choice("rows", "columns"), "rows 逐条向下，时间在左；columns 并列，时间在上"),
        "columns": Field(Number(1, 12, whole=True), "columns 时每排几条"),
        "date-width": Field(Length(), "rows 时时间栏的宽"),
        "gutter": Field(Length(), "轴与两边文字的间距；columns 时为栏间距"),
        "rail": Field(_RULE, "轴的粗细"),
        "rail-ink": Field(_INK, "轴的油墨"),
        "dot": Field(Length("0pt", "20pt"), "轴上圆点的半径"),
        "dot-ink": Field(_INK, "圆点的油墨"),
        "gap": Field(Number(0, 10, whole=True), "条与条之间空几行"),
        **_WHITE,
    },
)
_PANEL: Final[AnyForm] = Form(
    dict,
    Words("a panel style", "名目样式"),
    {
        "label": Field(_PARAGRAPH, "名目的段落样式名；align: spread 为均排", required=True),
        "value": Field(_PARAGRAPH, "内容的段落样式名", required=True),
        "title": Field(_PARAGRAPH, "标题的段落样式名；不写则同 label"),
        "label-width": Field(Length(), "名目栏的宽；不写则按最长的名目"),
        "gutter": Field(Length(), "名目与内容的间距"),
        "columns": Field(Number(1, 6, whole=True), "各行分几栏"),
        "column-gutter": Field(Length(), "栏间距"),
        "ground": Field(_INK, "底色的油墨；不写则无"),
        "inset": Field(Length(), "底色边到文字的空白"),
        "rule": Field(_RULE, "上方线的粗细"),
        "rule-ink": Field(_INK, "线的油墨"),
        **_WHITE,
    },
)
