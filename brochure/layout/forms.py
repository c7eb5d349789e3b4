"""The layout language, key by key: one declaration reads a layout file and describes it to editors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from brochure.diagnostics import Span, Words
from brochure.layout.boxes import BOX
from brochure.layout.drawing import CODE, GROUP, charts_form
from brochure.layout.fold import FOLD
from brochure.layout.inks import InkKind
from brochure.layout.interlinear import INTERLINEAR
from brochure.layout.model import FitRule, FitStep
from brochure.layout.passages import SHELVES, shelves
from brochure.layout.screens import IMAGES, REFERENCES
from brochure.source import (
    As,
    At,
    Choice,
    Em,
    Field,
    Form,
    Length,
    ListOf,
    MapOf,
    Number,
    OneOf,
    Share,
    Text,
    Truth,
)

_NAME = Text(Words("a name", "名称"), pattern=r"[\w-]+", example="body", longest=60)
_FEATURE = Text(Words("an OpenType feature", "OpenType 特性名"), pattern=r"-?[A-Za-z0-9]{4}", example="tnum")
_WORDS = Text(Words("words", "文字"), longest=400)


def _step(step: FitStep) -> Callable[[Any, Span], FitRule]:
    """A rule of ``fit`` from what stands after its key: a number of lines, or a word."""
    return lambda asked, span: FitRule(step=step, most=asked if isinstance(asked, int) else 0, span=span)


def _form(name: Words, fields: dict[str, Field], about: str = "", bare: str = "") -> Form[dict[str, object]]:
    return Form(dict, name, fields, about=about, bare=bare)


_LATIN = _form(
    Words("the face of Latin and digits", "西文数字字体"),
    {
        "family": Field(At(_NAME), "字族名", required=True),
        "weight": Field(Number(100, 900, whole=True), "字重", at="weight_at"),
        "scale": Field(Share(0.5, 2.0), "相对汉字的缩放"),
    },
)
_TEXT_FIELDS = {
    "family": Field(At(_NAME), "字族名（见 fonts/fonts.yaml）"),
    "weight": Field(Number(100, 900, whole=True), "字重", at="weight_at"),
    "size": Field(Length("3pt", "1000pt"), "字号"),
    "ink": Field(At(_NAME), "油墨名：palette 或主题里的名称"),
    "latin": Field(_LATIN, "西文与数字所用字体"),
    "tracking": Field(Em(-0.2, 1.0), "字距增减（em）"),
    "features": Field(ListOf(_FEATURE), "OpenType 特性，前加 - 为关闭"),
    "superscript-weight": Field(Number(100, 900, whole=True), "上标的字重；不写则用字体自带的上标数字"),
}
_TEXT = _form(Words("a text style", "文字样式"), _TEXT_FIELDS)
_PROFILE_FIELDS = {
    "level": Field(
        Choice("none", "normal", "basic", "gb", "strict"),
        "行首行尾禁则的宽严；gb 为国标，strict 连破折号也不在行首",
    ),
    "marks": Field(Choice("full", "kaiming", "half"), "行内标点的宽度：全角、开明、半角"),
    "squeeze-pairs": Field(Truth(), "连续标点是否挤压"),
    "line-end": Field(
        Choice("half", "needed", "full"),
        "行末标点：一律半角（国标）、收尾括号放不下时才半角（CSS）、一律全角",
    ),
    "half-at-line-start": Field(Truth(), "行首标点是否半角"),
    "half-after-indent": Field(Truth(), "段首缩进后的标点是否半角"),
    "hanging": Field(Choice("none", "pauses", "all"), "行末标点悬挂：不挂、挂，。、、再加；：！？"),
    "ellipsis": Field(Choice("middle", "baseline"), "省略号居中还是落在基线上"),
    "mixed-gap": Field(Em(0, 1), "中西文间距"),
    "mixed-gap-min": Field(Em(0, 1), "中西文间距的下限"),
    "mixed-gap-max": Field(Em(0, 1), "中西文间距的上限"),
    "tight-dates": Field(Em(0, 1), "数字与年月日、汉字单位之间的间距"),
    "squeeze-marks": Field(Truth(), "行内标点是否可挤压"),
    "squeeze-stops": Field(Truth(), "行内。？！是否也可挤压（最后一步）"),
    "fill-last-line": Field(Em(0, 1), "末行只差不到一字时，字距可拉开多少去填满；0 为不填"),
    "max-han-gap": Field(Em(0, 1), "汉字间距的上限"),
    "vertical-quotes": Field(Choice("『』", "「」"), "竖排时“ ”改用哪一种引号"),
}
_PROFILE = _form(
    Words("a composition profile", "排版规矩"),
    {
        "based-on": Field(At(_NAME), "以哪一套规矩为底：layouts/profiles 里的名称，如 gb-book、kaiming"),
        **_PROFILE_FIELDS,
    },
    bare="based-on",
)
PROFILE_FILE = _form(
    Words("a profile file", "排版规矩文件"),
    {
        "name": Field(_NAME, "名称，与文件名相同", required=True),
        "title": Field(_WORDS, "中文名"),
        **_PROFILE_FIELDS,
    },
    about="brochure 排版规矩文件",
)
STYLE = _form(
    Words("a paragraph style", "段落样式"),
    {
        "based-on": Field(At(_NAME), "以哪个样式为底"),
        **_TEXT_FIELDS,
        "leading": Field(Length("3pt", "1200pt"), "行距（基线到基线）"),
        "align": Field(
            Choice("justify", "start", "center", "end", "spread"), "对齐；spread 为均排：首尾两字顶两边"
        ),
        "indent": Field(Number(0, 20), "首行缩进字数"),
        "bold": Field(_TEXT, "加粗文字的样式"),
        "lead": Field(_TEXT, "段首提要的样式"),
        "last-line": Field(Number(1, 20, whole=True), "末行最少字数"),
        "balance": Field(Truth(), "各行长短相当（标题）"),
        "lines": Field(Number(0, 40, whole=True), "标题占行数"),
        "lines-below": Field(Number(0, 20, whole=True), "小标题之下空几行"),
        "new-column": Field(Truth(), "小标题另起一栏"),
        "hyphenate": Field(Truth(), "英文词按词典断开"),
        "profile": Field(_PROFILE, "本样式的排版规矩"),
        **INTERLINEAR,
    },
)
_METRIC = _form(
    Words("a metric style", "数据样式"),
    {
        "based-on": Field(At(_NAME), "以哪个数据样式为底"),
        "display": Field(Choice("grid", "rows"), "grid 并列成格；rows 逐行"),
        "columns": Field(Number(1, 12, whole=True), "每行几格"),
        "gutter": Field(Length(), "格间距"),
        "row-gap": Field(Length(), "行间距"),
        "figure": Field(_TEXT, "数字的样式"),
        "spelled": Field(_TEXT, "没有数字的数据（如 全国首单）的样式；不写则同 figure"),
        "unit": Field(_TEXT, "单位的样式"),
        "qualifier": Field(_TEXT, "“超”“以上”等的样式"),
        "label": Field(At(_NAME), "说明文字的段落样式"),
        "note": Field(At(_NAME), "注的段落样式"),
        "figure-drop": Field(Length(), "格顶到数字基线"),
        "label-drop": Field(Length("-100mm", "100mm"), "数字基线到说明字顶"),
        "figure-share": Field(Share(), "rows 时数字所占宽度"),
        "mixed-gap": Field(Em(0, 1), "单位、限定词里的中西文间距"),
        "figure-gap": Field(Number(0, 2), "数字与单位的间隙（字宽）"),
        "rule": Field(Length("0pt", "20pt"), "格顶线的粗细"),
        "rule-ink": Field(At(_NAME), "格顶线的油墨"),
        "smallest": Field(Share(0.1, 1.0), "放不下时最多缩到几成"),
        "charts": Field(charts_form(_TEXT), "数据画成的图"),
    },
)
_PICTURE = _form(
    Words("a picture style", "图片样式"),
    {
        "caption": Field(At(_NAME), "图注的段落样式", required=True),
        "place": Field(Choice("below", "above", "side", "inside", "none"), "图注的位置"),
        "gap": Field(Length(), "图与图注的间距"),
        "side": Field(Length(), "place 为 side 时图注的宽度"),
        "inset": Field(Length(), "place 为 inside 时到图边的距离"),
        "illustration": Field(_WORDS, "非照片的图注后加的字样"),
    },
)
_CONTENTS = _form(
    Words("a contents style", "目录样式"),
    {
        "number": Field(_TEXT, "页码的样式", required=True),
        "title": Field(At(_NAME), "条目的段落样式", required=True),
        "number-width": Field(Length(), "页码栏宽", required=True),
        "row": Field(Length(), "行高", required=True),
        "rule": Field(Length("0pt", "20pt"), "线的粗细"),
        "rule-ink": Field(At(_NAME), "线的油墨"),
    },
)
FRAME = _form(
    Words("a frame", "图文框"),
    {
        "name": Field(_NAME, "框名", required=True),
        "holds": Field(
            Choice(
                "photo",
                "title",
                "brochure-title",
                "brochure-subtitle",
                "lead",
                "metrics",
                "photos",
                "cover-photo",
                "qr",
                "text",
                "contents",
                "words",
                "block",
            ),
            "框里放什么",
            required=True,
        ),
        "style": Field(At(_NAME), "样式名", required=True),
        "or": Field(ListOf(At(_NAME), fewest=1, most=4), "也可以用的样式，由引擎选排得好的一种"),
        "box": Field(BOX, "位置", required=True),
        "words": Field(
            At(_WORDS),
            "holds: words 时的文字，可用 {title} {section} {number} {page} {total} {source} {contact} 等",
        ),
        "after": Field(At(_NAME), "紧接在哪个框的内容之下"),
        "before": Field(At(_NAME), "止于哪个框的内容之上"),
        "level": Field(At(_NAME), "与哪个框的内容齐顶"),
        "gap": Field(Number(0, 40, whole=True), "与该框相隔几行"),
        "drops": Field(ListOf(Number(0, 200, whole=True), most=12), "各栏从框顶往下空几行（为图让位）"),
        "columns": Field(Number(1, 12, whole=True), "正文分几栏"),
        "gutter": Field(Length(), "栏间距"),
        "balance": Field(Truth(), "末页各栏平齐"),
        "around": Field(ListOf(At(_NAME), fewest=1, most=6), "正文绕开哪几个框的内容（绕排）"),
        "clear": Field(Length("0pt", "100pt"), "绕排时与它们相距多少，默认 12pt"),
        "facing": Field(Truth(), "正文在一个对开里结束时，左右两页各栏平齐"),
        "align": Field(Choice("top", "middle", "bottom"), "在框内靠上、居中还是靠下"),
        "direction": Field(Choice("horizontal", "vertical"), "横排（默认）或竖排：行自上而下，各行自右而左"),
        "first": Field(At(_NAME), "正文第一段所用的段落样式（如首字下沉）"),
        "across": Field(Truth(), "跨订口图片的一半"),
        "optional": Field(Truth(), "没有内容也不算缺"),
        "only": Field(
            Choice("first", "last"), "书眉页码里的框：只印在这一部分的首页或末页；last 也可写在图文框上"
        ),
        "takes": Field(
            ListOf(Choice(*SHELVES), fewest=1), "holds: block 时从正文里取哪几种块，如 [table, quote]"
        ),
    },
)
ART = _form(
    Words("a ground or rule", "底色或线"),
    {
        "panel": Field(At(_NAME), "底色的油墨"),
        "rule": Field(At(_NAME), "线的油墨"),
        "weight": Field(Length("0.1pt", "50pt"), "线的粗细"),
        "along": Field(Choice("x", "y"), "横线 x，竖线 y"),
        "box": Field(BOX, "位置", required=True),
    },
)
MASTER = _form(
    Words("a master", "主页"),
    {
        "side": Field(Choice("any", "left", "right"), "只能在左页或右页"),
        "repeats": Field(Truth(), "正文未完则续用此主页"),
        "art": Field(ListOf(ART), "底色与线，在图片之下"),
        "front": Field(ListOf(ART), "底色与线，在图片之上"),
        "frames": Field(ListOf(FRAME), "图文框，按先后填充", required=True),
        "furniture": Field(At(_NAME), "书眉页码：furniture 里的名称"),
    },
)
SEQUENCE = _form(
    Words("a page sequence", "版式序列"),
    {
        "name": Field(_NAME, "名称，供正文的 opening 选用"),
        "masters": Field(ListOf(At(_NAME), fewest=1), "依次用哪些主页", required=True),
        "cost": Field(Number(0, 1000), "代价，越小越受偏爱"),
        "then": Field(ListOf(At(_NAME)), "其后各页可用的主页，由引擎逐页挑选，直到排完"),
    },
)
STAGE = _form(
    Words("a stage of the plan", "分页计划的一步"),
    {
        "part": Field(Choice("cover", "front", "section", "closing", "back"), "哪一部分", required=True),
        "theme": Field(At(_NAME), "这一部分的主题"),
        "joins": Field(
            ListOf(Choice("cover", "front", "closing", "back"), fewest=1), "与这一部分排在一起的其他部分"
        ),
        "spare-photos": Field(Truth(), "放不下的图片可以不用"),
        "starts": Field(Choice("any", "left", "right"), "这一部分从哪一侧的页开始"),
        "filler": Field(At(_NAME), "为此要空过一页时，那一页用哪个主页"),
        "sequences": Field(ListOf(SEQUENCE, fewest=1), "可选的版式序列", required=True),
    },
)
_GRID = _form(
    Words("the grid", "网格"),
    {
        "head": Field(Length(), "天头到第一行字顶", required=True),
        "inner": Field(Length(), "订口到第一栏", required=True),
        "columns": Field(Number(1, 12, whole=True), "栏数", required=True),
        "column": Field(Length("10pt"), "栏宽，应为字号的整数倍", required=True, at="column_at"),
        "gutter": Field(Length(), "栏间距"),
        "lines": Field(Number(1, 300, whole=True), "每栏行数", required=True),
        "baseline": Field(Length("3pt", "200pt"), "基线间距", required=True),
        "size": Field(Length("3pt", "100pt"), "正文字号", required=True),
    },
)
_TRIM = _form(
    Words("the trim", "成品尺寸"),
    {
        "width": Field(Length("20mm", "1500mm"), "宽", required=True),
        "height": Field(Length("20mm", "1500mm"), "高", required=True),
    },
)


_COSTS = _form(
    Words("costs", "代价"),
    {
        "page": Field(Number(0, 1000), "每页"),
        "blank-page": Field(Number(0, 1000), "为从指定的一侧开始而空过的页"),
        "wrong-side": Field(Number(0, 10_000), "主页放错左右页，每页"),
        "vacant-frame": Field(Number(0, 10_000), "空着的图文框，每个"),
        "unplaced": Field(Number(0, 100_000), "无处可放的块，每个"),
        "second-style": Field(Number(0, 1000), "没有用图文框的首选样式"),
        "empty-cell": Field(Number(0, 1000), "一组数据末行空着的格，每格（框可选样式时）"),
        "out-of-order": Field(Number(0, 1000), "图或块排在它的正文之前的页上，每处"),
        "fit-rule": Field(Number(0, 1000), "fit 里的办法，每用一步"),
        "white-foot": Field(Number(0, 1000), "栏底空白，每行"),
        "uneven-columns": Field(Number(0, 1000), "各栏不齐，每行"),
        "low-heading": Field(Number(0, 1000), "栏底的小标题下正文太少，每缺一行"),
        "short-page": Field(Number(0, 1000), "几乎空白的末页"),
        "far-picture": Field(Number(0, 1000), "图与文相隔，每页"),
        "far-block": Field(Number(0, 1000), "取出的块与它的正文相隔，每页"),
        "picture-size": Field(Number(0, 1000), "图比所要的小（大），每差一页的面积"),
        "page-count": Field(Number(0, 10_000), "比内容要求的页数多或少，每页"),
        "same-opening": Field(Number(0, 1000), "与前一部分用同一序列"),
        "looseness": Field(Number(0, 1000), "段落收放，每行"),
    },
)


_LINES = Number(1, 20, whole=True)
_FIT = OneOf(
    Words("a fit rule", "迁就的办法"),
    {
        "tighten": Field(As(_LINES, _step("tighten")), "一部分的正文最多收紧几行"),
        "smaller-pictures": Field(As(_LINES, _step("smaller-pictures")), "接着正文的图最多矮几行，让给正文"),
        "drop": Field(As(Choice("optional"), _step("drop")), "舍去内容里写了 optional: true 的块"),
    },
)


def _named(kind: Form[dict[str, object]], name: Words) -> MapOf[dict[str, object]]:
    return MapOf(kind, name=name)


LAYOUT = _form(
    Words("a layout", "版式"),
    {
        "name": Field(_NAME, "版式名，与文件名相同", required=True),
        "title": Field(_WORDS, "版式的中文名"),
        "trim": Field(_TRIM, "成品尺寸", required=True),
        "bleed": Field(Length("0mm", "20mm"), "出血"),
        "safety": Field(Length("0mm", "50mm"), "文字到裁切边的安全距"),
        "page-multiple": Field(Number(1, 64, whole=True), "页数须为其倍数（骑马钉 4）"),
        "fold": Field(FOLD, "折页：每页是一张纸的一面"),
        "condition": Field(At(_NAME), "印刷条件（layouts/conditions 里的名称）", required=True),
        "grid": Field(_GRID, "版心网格", required=True),
        "profile": Field(_PROFILE, "全书的排版规矩"),
        "palette": Field(MapOf(InkKind(), name=Words("a palette", "色板")), "油墨", required=True),
        "typefaces": Field(
            MapOf(At(_NAME), name=Words("typefaces", "字体角色")), "字体的角色：左边角色名，右边字族名"
        ),
        "themes": Field(
            MapOf(MapOf(At(_NAME), name=Words("a theme", "主题")), name=Words("themes", "主题")),
            "主题配色",
            required=True,
        ),
        "styles": Field(_named(STYLE, Words("paragraph styles", "段落样式")), "段落样式", required=True),
        "metrics": Field(_named(_METRIC, Words("metric styles", "数据样式")), "数据样式"),
        "pictures": Field(_named(_PICTURE, Words("picture styles", "图片样式")), "图片样式"),
        "groups": Field(_named(GROUP, Words("group styles", "图组样式")), "图组样式"),
        "codes": Field(_named(CODE, Words("code styles", "二维码样式")), "二维码样式"),
        "contents": Field(_named(_CONTENTS, Words("contents styles", "目录样式")), "目录样式"),
        **shelves(_TEXT),
        "furniture": Field(MapOf(ListOf(FRAME), name=Words("furniture", "书眉页码")), "书眉与页码"),
        "masters": Field(_named(MASTER, Words("masters", "主页")), "主页", required=True),
        "costs": Field(_COSTS, "分页时各种缺憾的代价"),
        "fit": Field(ListOf(_FIT), "排不下，或排不成所要的页数时，依次可以怎样迁就"),
        "plan": Field(ListOf(STAGE, fewest=1), "分页计划", required=True),
        "references": Field(REFERENCES, "参见别节时的字样"),
        "images": Field(IMAGES, "导出图片时可按名选用的尺寸"),
        "cards": Field(Truth(), "卡片版式：每节一张、每个数据一张，正文不排"),
    },
    about="brochure 版式文件",
)
