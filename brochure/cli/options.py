"""The options that several verbs take; and those that all of them do."""

from typing import Final

from brochure.cli.verb import Operand, Option
from brochure.diagnostics import Words

COMMON: Final = (
    Option(
        flags=("-q", "--quiet"),
        says=Words("say nothing but errors and results", "只输出错误和结果"),
    ),
    Option(
        flags=("--json",),
        says=Words("one JSON document on standard output", "在标准输出给出一份 JSON"),
    ),
    Option(
        flags=("--format",),
        value="FORM",
        choices=("text", "short"),
        says=Words(
            "findings as `text` with the line, or `short`: file:line:col: error: …",
            "问题的写法：text 带原文，short 为“文件:行:列: 错误: …”",
        ),
    ),
    Option(
        flags=("--color",),
        value="WHEN",
        choices=("auto", "always", "never"),
        says=Words("colours: auto, always, never", "颜色：auto、always、never"),
    ),
    Option(
        flags=("--ui-lang",),
        value="LANG",
        choices=("zh", "en"),
        says=Words("language of messages: zh, en", "消息的语言：zh、en"),
    ),
    Option(flags=("-h", "--help"), says=Words("show this help", "显示本帮助")),
)
VERSION: Final = Option(flags=("-V", "--version"), says=Words("show the version", "显示版本"))

FILE: Final = Operand(
    name="file",
    shown="[FILE]",
    says=Words("content, or a folder with a brochure.yaml", "内容文件，或含有 brochure.yaml 的文件夹"),
)
OUTPUT: Final = Option(
    flags=("-o", "--output"),
    value="PATH",
    says=Words("a folder, or a file that ends in .pdf", "文件夹，或以 .pdf 结尾的文件"),
)
LAYOUT: Final = Option(
    flags=("--layout",),
    value="NAME",
    says=Words("a layout by name, or a layout file", "版式的名称，或一个版式文件"),
)
PAGES: Final = Option(
    flags=("--pages",),
    value="RANGES",
    says=Words("these pages alone, by folio: 2,5-8 or 9-", "只要这些页，按页码：2,5-8 或 9-"),
)
SCREEN: Final = Option(
    flags=("--screen",),
    says=Words(
        "the screen edition: small, sRGB, tagged for screen readers", "屏幕版：文件小，sRGB，带标签，可供读屏"
    ),
)
NO_CACHE: Final = Option(
    flags=("--no-cache",),
    says=Words("prepare everything afresh, keep nothing", "不使用也不保存缓存"),
)
