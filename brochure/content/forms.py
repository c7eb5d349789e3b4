"""The content language, key by key: one declaration reads the author's YAML and describes it to editors."""

from __future__ import annotations

from typing import Any, Final

from brochure.content.metrics import METRIC
from brochure.content.model import (
    BodyText,
    Brochure,
    Cover,
    Credits,
    HandoutLines,
    Heading,
    Lead,
    MetricBand,
    NameList,
    Section,
    Title,
)
from brochure.content.names import DateKind, SlugKind
from brochure.content.passages import CONTACT, CREDIT_LIST, LIST, QUOTE, TIMELINE
from brochure.content.pictures import GROUP, PHOTO, QR
from brochure.content.running import Line, Running
from brochure.content.tables import TABLE
from brochure.content.titles import TitleKind
from brochure.diagnostics import Span, Words
from brochure.source import (
    As,
    Field,
    Form,
    ListOf,
    Number,
    OneOf,
    Text,
    Truth,
)

CLOSING_SLUG: Final = "closing"


def _heading(title: Title, span: Span, level: float = 1) -> Heading:
    return Heading(title=title, level=int(level), span=span)


def _closing(**given: Any) -> Section:
    return Section(slug=CLOSING_SLUG, **given)


RUNNING: Final = Running()
NOTED: Final = Running(notes=True)
TITLE: Final = TitleKind()
LINE: Final = Line(longest=200)
NAME: Final = Text(Words("a name", "名称"), pattern=r"[\w-]+", example="civic-16k")

BODY: Final = Form(
    BodyText,
    Words("a paragraph", "段落"),
    {
        "lead": Field(RUNNING, "段首提要，用本节颜色的黑体印在段首"),
        "text": Field(NOTED, "正文，可用行内标记", required=True),
    },
    about="一段正文",
    bare="text",
)
HEADING: Final = Form(
    _heading,
    Words("a heading", "小标题"),
    {
        "title": Field(TITLE, "标题文字，`|` 处可以断行", required=True),
        "level": Field(Number(1, 3, whole=True), "级别，1 到 3，默认 1"),
    },
    about="节内小标题",
    bare="title",
)
LEAD: Final = As(RUNNING, lambda text, span: Lead(text=text, span=span))
BAND: Final = As(ListOf(METRIC, fewest=1), lambda metrics, span: MetricBand(metrics=metrics, span=span))
NAMES: Final = As(
    ListOf(Text(Words("a name", "姓名"), longest=40), fewest=1),
    lambda names, span: NameList(names=names, span=span),
)
BLOCK: Final = OneOf(
    Words("a block", "内容块"),
    {
        "text": Field(BODY, "一段正文；也可以直接写文字"),
        "lead": Field(LEAD, "导语"),
        "heading": Field(HEADING, "节内小标题；`|` 处可以断行"),
        "metrics": Field(BAND, "一组数据"),
        "metric": Field(METRIC, "单独一个数据"),
        "photo": Field(PHOTO, "图片"),
        "photos": Field(GROUP, "排在一起的几幅图片"),
        "qr": Field(QR, "二维码；直接写网址，或写 text 与 caption"),
        "names": Field(NAMES, "名单；各姓名均排成同样宽"),
        "list": Field(LIST, "列表：直接写各条，或写 marker 与 items"),
        "table": Field(TABLE, "表格：columns 与 rows，或 CSV 文件名"),
        "quote": Field(QUOTE, "大字引语：直接写文字，或写 text 与 source"),
        "timeline": Field(TIMELINE, "大事记（时间轴）"),
        "contact": Field(CONTACT, "联系方式"),
        "credits": Field(CREDIT_LIST, "编制人员名单"),
    },
    bare="text",
    beside={"optional": Field(Truth(), "排不下时可以舍去此块（版式的 fit 允许时）")},
)
_BLOCKS: Final = Field(ListOf(BLOCK, fewest=1), "内容块，按先后顺序", required=True)
_TITLE: Final = Field(TITLE, "标题，`|` 处可以断行", required=True)
_THEME: Final = Field(NAME, "配色，版式文件中 themes 的一个名称", at="theme_at")
_OPENING: Final = Field(NAME, "开篇版面，版式文件中的一个名称；不写则由版式决定", at="opening_at")
SECTION: Final = Form(
    Section,
    Words("a section", "节"),
    {
        "slug": Field(SlugKind(), "英文短名，用作讲义的文件名，如 industry", required=True),
        "title": _TITLE,
        "theme": _THEME,
        "opening": _OPENING,
        "blocks": _BLOCKS,
    },
    about="一节；每节可单独印成一份讲义",
)
CLOSING: Final = Form(
    _closing,
    Words("the closing", "结束语"),
    {"title": _TITLE, "theme": _THEME, "opening": _OPENING, "blocks": _BLOCKS},
    about="结束语，不单独成讲义",
)
COVER: Final = Form(
    Cover,
    Words("the cover", "封面"),
    {
        "photo": Field(PHOTO, "封面图片"),
        "line": Field(LINE, "封面下方的一行小字，如年份、版次"),
    },
    about="封面",
)
CREDITS: Final = Form(
    Credits,
    Words("the credits", "版权信息"),
    {
        "source": Field(LINE, "数据来源"),
        "issuer": Field(LINE, "编印单位"),
        "date": Field(DateKind(), "日期，如 2025-11-30"),
        "note": Field(LINE, "附注，如图片说明"),
    },
    about="数据来源、编印单位、日期；印在封底和讲义页脚",
)
HANDOUT: Final = Form(
    HandoutLines,
    Words("the lines of handouts", "讲义的字样"),
    {
        "strip": Field(LINE, "讲义页首色条里的字，如 新闻发布会材料；不写则为书名"),
        "contact": Field(LINE, "讲义末页页脚的联系方式，一行，如 联系：示例处　电话：0000-0000000"),
    },
    about="讲义的字样，都可以不写；不写联系方式就不印",
)
BROCHURE: Final = Form(
    Brochure,
    Words("the brochure", "画册"),
    {
        "slug": Field(SlugKind(), "英文短名，用作文件名，如 xining", required=True),
        "layout": Field(NAME, "画册的版式名称，如 civic-16k", at="layout_at"),
        "handout_layout": Field(NAME, "分节讲义的版式名称，如 handout-a4", at="handout_layout_at"),
        "pages": Field(Number(1, 2000, whole=True), "希望排成的页数，如 12；排不成时告知", at="pages_at"),
        "title": Field(TITLE, "书名，`|` 处可以断行", required=True),
        "subtitle": Field(TITLE, "副题，`|` 处可以断行"),
        "cover": Field(COVER, "封面"),
        "keep": Field(ListOf(LINE), "不可拆到两行的专名，如 西宁、湟水"),
        "terms": Field(ListOf(LINE), "标题换行时不拆开的词语，如 中心城市"),
        "front": Field(ListOf(BLOCK), "各节之前的内容：导语、图片等"),
        "sections": Field(ListOf(SECTION, fewest=1), "各节", required=True),
        "closing": Field(CLOSING, "结束语"),
        "credits": Field(CREDITS, "数据来源等"),
        "handout": Field(HANDOUT, "讲义页首与页脚的字样"),
    },
    about="画册内容",
)
