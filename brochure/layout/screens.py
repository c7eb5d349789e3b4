"""What a layout decides about its pages away from the press: the sizes of their pictures, the words of a
reference.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from brochure.diagnostics import Words
from brochure.geometry import Size
from brochure.source import Faults, Field, Form, MapOf, Node, Number, Schema, Text

_INCH: Final = 72.0


class ImageSize(NamedTuple):
    """How large a page is as pixels: its *width*, else its *height*, else by *dpi*; what is not said is 0."""

    width: int = 0
    height: int = 0
    dpi: float = 0.0

    def pixels(self, trim: Size) -> tuple[int, int]:
        """Width and height in whole pixels of a page of *trim* size, at least one each."""
        scale = self._scale(trim)
        width = self.width or round(trim.width * scale)
        height = (self.height if not self.width else 0) or round(trim.height * scale)
        return max(1, width), max(1, height)

    def _scale(self, trim: Size) -> float:
        """Pixels to the point."""
        if self.width:
            return self.width / trim.width
        return self.height / trim.height if self.height else self.dpi / _INCH

    def ppi(self, trim: Size) -> float:
        """Pixels to the inch on a page of *trim* size."""
        return self._scale(trim) * _INCH


class ReferenceWords(NamedTuple):
    """What a reference to a section says: *here* where it is printed in the same edition, *elsewhere* not.

    Fields: {section} its title, {page} (in *here* alone) the folio it begins on.
    """

    here: str = "见第{page}页《{section}》"
    elsewhere: str = "见《{section}》"

    def say(self, title: str, page: int | None) -> str:
        """The words for the section called *title*; *page* is None where it is not printed.

        Titles inside 《 》 take single marks: 〈 〉 (GB/T 15834-2011, 4.15.3.1).
        """
        words = self.elsewhere if page is None else self.here
        if "《{section}" in words:
            title = title.translate({ord("《"): "〈", ord("》"): "〉"})
        return words.replace("{page}", str(page)).replace("{section}", title)

    @property
    def paged(self) -> bool:
        """Whether a page number is asked for."""
        return "{page}" in self.here


def _size(width: float = 0, height: float = 0, dpi: float = 0) -> ImageSize:
    return ImageSize(width=int(width), height=int(height), dpi=dpi or (0 if width or height else 144))


class Template:
    """Words with *fields* in braces; no other, and no brace alone."""

    text = Text(Words("words", "文字"), longest=100)

    def __init__(self, *fields: str) -> None:
        self.fields = fields

    def read(self, node: Node, faults: Faults) -> str | None:
        """The words."""
        words = self.text.read(node, faults)
        if words is None:
            return None
        unknown = [name for name in _FIELD.findall(words) if name not in self.fields]
        if not unknown and not set("{}") & set(_FIELD.sub("", words)):
            return words
        known = "、".join(f"{{{name}}}" for name in self.fields)
        message = (
            Words(f"there is no field `{{{unknown[0]}}}` here", f"这里没有 `{{{unknown[0]}}}` 这个字段")
            if unknown
            else Words("a brace stands alone in these words", "这段文字里有单独的花括号")
        )
        faults.error("unknown-name", message, node.span, Words(f"known: {known}", f"可用：{known}"))
        return None

    def schema(self) -> Schema:
        """A text."""
        return self.text.schema()


_FIELD: Final = re.compile(r"\{([^{}]*)\}")
_PIXELS: Final = Number(16, 16_384, whole=True)
_SIZE: Final[Form[ImageSize]] = Form(
    _size,
    Words("an image size", "图片尺寸"),
    {
        "width": Field(_PIXELS, "宽，像素；高按成品比例"),
        "height": Field(_PIXELS, "高，像素；没有写宽时用"),
        "dpi": Field(Number(18, 1200), "每英寸像素数；宽、高都没有写时用"),
    },
    spanned=False,
)
IMAGES: Final = MapOf(_SIZE, name=Words("image sizes", "图片尺寸"))
REFERENCES: Final[Form[ReferenceWords]] = Form(
    ReferenceWords,
    Words("the words of references", "参见的字样"),
    {
        "here": Field(Template("page", "section"), "被参见的节印在同一份里时：可用 {page}、{section}"),
        "elsewhere": Field(Template("section"), "被参见的节不在这一份里时：可用 {section}"),
    },
    spanned=False,
)


def screens_of(written: Mapping[str, Any]) -> dict[str, Any]:
    """What a written layout says of all this, as fields of the layout; nothing for what it does not say."""
    return {key: written[key] for key in ("cards", "images", "references") if key in written}
