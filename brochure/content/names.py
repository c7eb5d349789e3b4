"""Names and dates that other programs read too: slugs become file names, photo files are paths, dates are
ISO.
"""

from __future__ import annotations

import re
from typing import Final

from brochure.diagnostics import Words
from brochure.source import Faults, Node, Schema, Text, quoted, scalar, unfit_name

_SLUG: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
# Windows keeps these for its devices, with any suffix.
_DEVICES: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10)))
)
_SUFFIXES: Final = (".jpg", ".jpeg", ".png", ".tif", ".tiff")


class SlugKind:
    """A short name of small letters, digits and hyphens that is a file name on every system."""

    text = Text(Words("a short name", "英文短名"), longest=60)

    def read(self, node: Node, faults: Faults) -> str | None:
        """The slug."""
        slug = self.text.read(node, faults)
        if slug is None:
            return None
        if not re.fullmatch(_SLUG, slug):
            message = Words(
                f"`{slug}` is not made of small letters, digits and single hyphens",
                f"`{slug}` 不是由小写字母、数字和连字符组成的短名",
            )
            meant = re.sub(r"[^a-z0-9]+", "-", slug.lower()).strip("-")
            faults.error("not-a-slug", message, node.span, quoted(meant or "industry"))
            return None
        if slug in _DEVICES:
            message = Words(f"no file can be called `{slug}` on Windows", f"Windows 不允许文件名为 `{slug}`")
            faults.error("not-a-slug", message, node.span, quoted(f"{slug}-1"))
            return None
        return slug

    def schema(self) -> Schema:
        """A pattern."""
        return {"type": "string", "pattern": f"^{_SLUG}$", "maxLength": 60}


class PhotoFile:
    """The name of a picture file inside the project's ``images`` folder; whether it exists is the images
    room's affair.
    """

    text = Text(Words("the name of a picture file", "图片文件名"))

    def read(self, node: Node, faults: Faults) -> str | None:
        """The name."""
        found = scalar(node, faults, self.text.name)
        name = found.text if found else ""
        if found is None:
            return None
        if unfit := unfit_name(name):
            faults.error("unfit-name", unfit[0], found.span, unfit[1])
            return None
        if not name.lower().endswith(_SUFFIXES):
            message = Words(f"`{name}` is not named as a picture", f"`{name}` 不是图片文件名")
            faults.error(
                "not-a-picture-name",
                message,
                found.span,
                Words("JPEG, PNG or TIFF", "请用 JPEG、PNG 或 TIFF"),
            )
            return None
        return name

    def schema(self) -> Schema:
        """A suffix."""
        return {"type": "string", "pattern": r"\.([Jj][Pp][Ee]?[Gg]|[Pp][Nn][Gg]|[Tt][Ii][Ff][Ff]?)$"}


class DateKind:
    """A day as ``YYYY-MM-DD``; comes back as typed."""

    text = Text(Words("a date", "日期"), pattern=r"\d{4}-\d{2}-\d{2}", example="2025-11-30")

    def read(self, node: Node, faults: Faults) -> str | None:
        """The date."""
        from datetime import date

        written = self.text.read(node, faults)
        if written is None:
            return None
        try:
            date.fromisoformat(written)
        except ValueError:
            message = Words(f"there is no day `{written}`", f"没有 `{written}` 这一天")
            faults.error("not-so-written", message, node.span, Words("year-month-day", "请按 年-月-日 书写"))
            return None
        return written

    def schema(self) -> Schema:
        """Its pattern."""
        return self.text.schema()
