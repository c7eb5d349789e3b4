"""How an author writes pictures, groups of them, and codes."""

from __future__ import annotations

import re
from typing import Final

from brochure.content.model import Photo, PhotoGroup, QrCode
from brochure.content.names import PhotoFile
from brochure.content.running import Line, Running
from brochure.diagnostics import Words
from brochure.source import Choice, Faults, Field, Form, ListOf, Node, Schema, Share, Text, Truth

_CAPTION: Final = Field(Running(), "图注，可用行内标记")
# 审图号: the office that issued it, the year in brackets, a number; full- and half-width are both in use.
_APPROVAL: Final = r"(?:审图号\s*[:：]?\s*)?([A-Z一-鿿]{1,6}\s*[(（]\d{4}[)）]\s*\d{1,6}\s*号)"


class ApprovalKind:
    """The number under which a map was approved for publication (审图号), as it is printed."""

    text = Text(Words("a map approval number", "审图号"), longest=40)

    def read(self, node: Node, faults: Faults) -> str | None:
        """The number without the word 审图号 before it."""
        text = self.text.read(node, faults)
        if text is None:
            return None
        if found := re.fullmatch(_APPROVAL, text):
            return found[1]
        message = Words(f"`{text}` is not a map approval number", f"`{text}` 不是审图号")
        faults.error(
            "not-an-approval",
            message,
            node.span,
            Words("such as `GS(2024)0001号`", "形如 `GS(2024)0001号`，照批准书抄录"),
        )
        return None

    def schema(self) -> Schema:
        """A pattern."""
        return {"type": "string", "pattern": f"^{_APPROVAL}$"}


PHOTO: Final = Form(
    Photo,
    Words("a photo", "图片"),
    {
        "file": Field(PhotoFile(), "图片文件，写 images 文件夹里的相对路径", required=True, at="file_at"),
        "caption": _CAPTION,
        "kind": Field(
            Choice("photograph", "illustration", "map"),
            "photograph 照片（默认）；illustration 插画、示意图；map 地图",
        ),
        "approval": Field(ApprovalKind(), "地图的审图号，印在图旁"),
        "cutout": Field(Truth(), "去底图：PNG 的透明部分不印，四周露出底色"),
        "size": Field(Choice("large", "small"), "与别的图相比，宜大还是宜小；由版式在可选的版面里迁就"),
        "credit": Field(Line(longest=200), "摄影者或图片来源"),
        "alt": Field(Line(longest=400), "读屏软件念的说明；不写则念图注"),
        "focus": Field(
            ListOf(Share(), fewest=2, most=2, name=Words("two shares, across and down", "横、纵两个比例")),
            "裁切时必须保留的焦点：[横, 纵]，从左上角算起的比例，默认 [0.5, 0.5]",
        ),
    },
    about="一幅图片",
)
GROUP: Final = Form(
    PhotoGroup,
    Words("a group of photos", "一组图片"),
    {
        "photos": Field(ListOf(PHOTO, fewest=2, most=12), "各幅图片，按先后", required=True),
        "caption": Field(Running(), "合写的图注，可用行内标记"),
        "arrange": Field(Choice("pair", "grid", "strip"), "版式未定排法时：pair 一对，grid 成格，strip 一条"),
    },
    about="排在一起的几幅图片",
    bare="photos",
)
QR: Final = Form(
    QrCode,
    Words("a QR code", "二维码"),
    {
        "text": Field(Text(longest=1000), "码里的文字，多为网址；越短，码越疏、越易扫", required=True),
        "caption": _CAPTION,
    },
    about="二维码",
    bare="text",
)
