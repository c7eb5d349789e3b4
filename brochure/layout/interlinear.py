"""What a paragraph style says of the marks beside its lines, of drop capitals and of lists of names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from brochure.color import Ink
from brochure.diagnostics import Words
from brochure.layout.styles import DotStyle, DropCap, NamesStyle, RubyStyle, TextStyle
from brochure.source import At, Em, Field, Form, Number, Placed, Text

Written = Mapping[str, Any]

_NAME: Final = Text(Words("a name", "名称"), pattern=r"[\w-]+", example="body")
_FACE: Final = {
    "family": Field(At(_NAME), "字族名"),
    "weight": Field(Number(100, 900, whole=True), "字重"),
    "ink": Field(At(_NAME), "油墨名"),
}


def _form(name: Words, fields: dict[str, Field]) -> Form[dict[str, object]]:
    return Form(dict, name, fields)


INTERLINEAR: Final = {
    "hang": Field(Number(0, 20), "第二行起缩进几个字（悬挂缩进）"),
    "drop-cap": Field(
        _form(
            Words("a drop capital", "首字下沉"),
            {"lines": Field(Number(2, 3, whole=True), "首字高几行，默认 2"), **_FACE},
        ),
        "段首一字放大下沉",
    ),
    "ruby": Field(
        _form(
            Words("the style of pinyin", "注音样式"),
            {
                "size": Field(Em(0.2, 0.5), "拼音的字号，以正文字宽计，默认 0.5em"),
                "gap": Field(Em(0, 0.5), "拼音与字之间的间隙，默认 0em"),
                **_FACE,
            },
        ),
        "注音的样式",
    ),
    "dots": Field(
        _form(
            Words("the style of emphasis dots", "着重号样式"),
            {
                "size": Field(Em(0.05, 0.4), "点的直径，默认 0.13em"),
                "gap": Field(Em(0, 0.5), "点与字框的间隙，默认 0.085em"),
                "ink": Field(At(_NAME), "油墨名，默认与字相同"),
            },
        ),
        "着重号的样式",
    ),
    "names": Field(
        _form(
            Words("the style of a list of names", "名单样式"),
            {
                "columns": Field(Number(1, 40, whole=True), "排成几列；不写则排满行长"),
                "width": Field(Number(1, 20), "每个姓名排成几个字宽，默认 3"),
                "gap": Field(Em(0, 20), "列间至少相隔多少，默认 1em"),
            },
        ),
        "名单的列数与字宽",
    ),
}
"""The keys of a paragraph style beside those of its text."""


def interlinear(
    written: Written,
    text_of: Callable[[Written], TextStyle | None],
    ink_of: Callable[[Placed[str]], Ink],
) -> dict[str, Any]:
    """What *written* says of these, as fields of a `ParagraphStyle`.

    *text_of* resolves a face beside that of the paragraph, *ink_of* the name of an ink.
    """
    given: dict[str, Any] = {}
    if "hang" in written:
        given["hang"] = written["hang"]
    if cap := written.get("drop-cap"):
        given["drop_cap"] = DropCap(lines=int(cap.get("lines", 2)), text=text_of(cap))
    if ruby := written.get("ruby"):
        face = text_of({key: value for key, value in ruby.items() if key != "size"})
        sizes = {key: ruby[key] for key in ("size", "gap") if key in ruby}
        given["ruby"] = RubyStyle(text=face, **sizes)
    if dots := written.get("dots"):
        sizes = {key: dots[key] for key in ("size", "gap") if key in dots}
        given["dots"] = DotStyle(ink=ink_of(dots["ink"]) if "ink" in dots else None, **sizes)
    if names := written.get("names"):
        sizes = {key: names[key] for key in ("width", "gap") if key in names}
        given["names"] = NamesStyle(columns=int(names.get("columns", 0)), **sizes)
    return given
