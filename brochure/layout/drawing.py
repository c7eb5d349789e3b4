"""What a layout file says of charts, groups of pictures and codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from brochure.color import Ink
from brochure.diagnostics import Words
from brochure.layout.styles import ParagraphStyle, PictureStyle, TextStyle
from brochure.source import (
    At,
    Choice,
    Faults,
    Field,
    Form,
    Length,
    ListOf,
    Node,
    Number,
    Placed,
    Schema,
    Text,
    Truth,
)

if TYPE_CHECKING:  # loaded by a layout that draws anything
    from brochure.layout.drawn import Charts, ChartStyle, CodeStyle, GroupStyle

Written = Mapping[str, Any]
AnyForm = Form[dict[str, object]]

_NAME: Final = Text(Words("a name", "名称"), pattern=r"[\w-]+", example="body")
_WEIGHT: Final = Length("0.1pt", "100pt")
_SHARES: Final = ("ring", "bar", "divided")
_SERIES: Final = ("bars", "line", "columns")


def _form(name: Words, fields: dict[str, Field]) -> AnyForm:
    return Form(dict, name, fields)


class ChartKind:
    """A chart style; only a ring goes around a figure."""

    def __init__(self, form: AnyForm) -> None:
        self.form = form

    def read(self, node: Node, faults: Faults) -> dict[str, object] | None:
        """The style as written."""
        written = self.form.read(node, faults)
        if written and written.get("place") == "around" and written["draw"] != "ring":
            message = Words("only a ring goes around a figure", "只有 ring 可以环绕数字")
            faults.error("not-around", message, node.span, Words("`draw: ring`", "`draw: ring`"))
            return None
        return written

    def schema(self) -> Schema:
        """That of its keys."""
        return self.form.schema()


def charts_form(text: AnyForm) -> AnyForm:
    """What a metric style says of its charts; *text* reads a text style."""
    return _form(
        Words("charts", "图表"),
        {
            "share": Field(_chart_form(text, *_SHARES), "整体中的一份：ring 环、bar 条、divided 分段条"),
            "parts": Field(_chart_form(text, "divided"), "整体的各份：divided 分段条"),
            "change": Field(_chart_form(text, *_SERIES), "变化前后：bars 横条、line 折线、columns 竖条"),
            "trend": Field(_chart_form(text, *_SERIES), "历年数值：line 折线、columns 竖条、bars 横条"),
        },
    )


def _chart_form(text: AnyForm, *drawings: str) -> ChartKind:
    form = _form(
        Words("a chart style", "图表样式"),
        {
            "draw": Field(Choice(*drawings), "画成什么", required=True),
            "place": Field(
                Choice("above", "between", "below", "beside", "around"),
                "above 数字上，between 数字与说明间，below 说明下，beside 在旁，around 环绕数字（ring）",
            ),
            "size": Field(Length("1pt", "500mm"), "环的直径、分段条的高、折线与竖条的高"),
            "width": Field(Length("1pt", "500mm"), "宽；不写则与格同宽"),
            "weight": Field(_WEIGHT, "弧、条、折线、竖条的粗细"),
            "hair": Field(_WEIGHT, "底环、底线、基准线的粗细"),
            "ink": Field(At(_NAME), "要说的那一份、那一年的油墨"),
            "rest": Field(At(_NAME), "用来比较的其余部分的油墨"),
            "hair-ink": Field(At(_NAME), "底环、底线、基准线的油墨；不写则同 rest"),
            "inks": Field(ListOf(At(_NAME), fewest=1, most=12), "各份依次用的油墨"),
            "figure": Field(text, "图上数值的文字样式；不写则与说明相同"),
            "words": Field(text, "图上年份、名称的文字样式；不写则与说明相同"),
            "labelled": Field(Choice("all", "ends", "none"), "标出哪些数值：all 全部，ends 首尾，none 不标"),
            "row": Field(Length("3pt", "100pt"), "横条、名称的行距"),
            "pad": Field(Length(), "数值、名称旁的空隙"),
            "gap": Field(Length(), "图与数字、说明的间隙"),
            "drop": Field(Length(), "around、beside 时格顶到图顶"),
            "floor": Field(Choice("zero", "least"), "折线从零起，还是从最小值起；竖条、横条总从零起"),
        },
    )
    return ChartKind(form)


GROUP: Final = _form(
    Words("a group style", "图组样式"),
    {
        "picture": Field(At(_NAME), "图片样式名：合写图注的位置、图注的段落样式", required=True),
        "arrange": Field(Choice("auto", "pair", "grid", "strip"), "排法：pair 一对，grid 成格，strip 一条"),
        "columns": Field(Number(1, 12, whole=True), "grid 每行几幅"),
        "along": Field(Choice("x", "y"), "pair、strip 横排 x 或竖排 y"),
        "split": Field(Choice("equal", "aspect"), "同行各幅等宽，或按原图宽高比分宽"),
        "gap": Field(Length(), "图与图至少相隔；上下方向凑成整行"),
    },
)
CODE: Final = _form(
    Words("a code style", "二维码样式"),
    {
        "caption": Field(At(_NAME), "说明的段落样式名", required=True),
        "size": Field(Length("8mm", "200mm"), "码的边长；四周另留四格静区"),
        "hang": Field(Truth(), "静区伸出框外，码的黑边与栏边对齐"),
        "level": Field(Choice("L", "M", "Q", "H"), "纠错级别，至少 7%、15%、25%、30%"),
        "place": Field(Choice("below", "side"), "说明在码下，或在码旁"),
        "gap": Field(Length(), "码与说明的间距"),
    },
)


class Resolver(NamedTuple):
    """How names in a style become what they stand for, in the colours of one theme."""

    text: Callable[[Written], TextStyle | None]
    ink: Callable[[Placed[str]], Ink]
    paragraph: Callable[[Placed[str]], ParagraphStyle]
    picture: Callable[[Placed[str]], PictureStyle]


def charts(written: Written, label: TextStyle, names: Resolver) -> Charts:
    """The charts of a metric style; texts not given are set as its *label*."""
    from brochure.layout.drawn import Charts

    drawn = {key: _chart(chart, label, names) for key, chart in written.items() if key != "span"}
    return Charts(**drawn)


def _chart(written: Written, label: TextStyle, names: Resolver) -> ChartStyle:
    given: dict[str, Any] = {
        key.replace("-", "_"): names.ink(written[key])
        for key in ("ink", "rest", "hair-ink")
        if key in written
    }
    if "inks" in written:
        given["inks"] = tuple(names.ink(ink) for ink in written["inks"])
    for key in ("figure", "words"):
        given[key] = (names.text(written[key]) if key in written else None) or label
    known = ("place", "size", "width", "weight", "hair", "labelled", "row", "pad", "gap", "drop", "floor")
    given |= {key: written[key] for key in known if key in written}
    from brochure.layout.drawn import ChartStyle

    return ChartStyle(draw=written["draw"], **given)


def group(written: Written, names: Resolver) -> GroupStyle:
    """A group style."""
    from brochure.layout.drawn import GroupStyle

    given: dict[str, Any] = {
        key: written[key] for key in ("arrange", "along", "split", "gap") if key in written
    }
    if "columns" in written:
        given["columns"] = int(written["columns"])
    return GroupStyle(picture=names.picture(written["picture"]), **given)


def code(written: Written, names: Resolver) -> CodeStyle:
    """A code style."""
    from brochure.layout.drawn import CodeStyle

    keys = ("size", "level", "hang", "place", "gap")
    given = {key: written[key] for key in keys if key in written}
    return CodeStyle(caption=names.paragraph(written["caption"]), **given)
