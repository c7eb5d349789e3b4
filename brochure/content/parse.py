"""Reads an author's YAML into a `Brochure`, all faults at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from brochure.content.forms import BROCHURE, CLOSING_SLUG
from brochure.content.model import Brochure, Photo
from brochure.content.select import photos
from brochure.diagnostics import BrochureError, Words
from brochure.source import Faults, Mapping, Scalar, Sequence, parse, read


def load_brochure(path: Path, shown_as: str = "") -> Brochure:
    """The brochure that the YAML file at *path* holds; *shown_as* is the file's name in findings (default:
    as given).

    Raises `BrochureError` with every fault, in the order of the file.
    """
    return _brochure(read(path, shown_as or str(path)), path.parent)


def parse_brochure(text: str, shown_as: str, folder: Path | None = None) -> Brochure:
    """The brochure that the YAML *text* holds; raises like `load_brochure`.

    Sheets that its tables name are looked for in *folder*.
    """
    return _brochure(parse(text, shown_as), folder)


def _brochure(root: Mapping, folder: Path | None) -> Brochure:
    faults = Faults("content", folder)
    brochure = BROCHURE.read(root, faults)
    _check_slugs(root, faults)
    _check_photo_names(photos(brochure) if brochure else (), faults)
    faults.refuse()
    if brochure is None:  # a reader that gives nothing has noted a fault
        raise BrochureError(faults.found)
    return replace(brochure, slips=faults.in_order) if faults.found else brochure


def _check_slugs(root: Mapping, faults: Faults) -> None:
    """Each section has a slug of its own: two would print into one file."""
    sections = root.get("sections")
    first: dict[str, Scalar] = {}
    for section in sections if isinstance(sections, Sequence) else ():
        slug = section.get("slug") if isinstance(section, Mapping) else None
        if not isinstance(slug, Scalar):
            continue
        if slug.text == CLOSING_SLUG:
            message = Words(
                f"`{CLOSING_SLUG}` is the slug of the closing", f"`{CLOSING_SLUG}` 是结束语专用的短名"
            )
            faults.error("duplicate-slug", message, slug.span, Words("choose another", "请换一个"))
        elif slug.text in first:
            line = first[slug.text].span.line
            message = Words(
                f"another section is called `{slug.text}`, on line {line}",
                f"第 {line} 行的一节也叫 `{slug.text}`",
            )
            faults.error("duplicate-slug", message, slug.span, Words(f"`{slug.text}-2`", f"`{slug.text}-2`"))
        else:
            first[slug.text] = slug


def _check_photo_names(asked: tuple[Photo, ...], faults: Faults) -> None:
    """Two names that differ in case alone are two files here and one on Windows and macOS."""
    first: dict[str, Photo] = {}
    for photo in asked:
        other = first.setdefault(photo.file.casefold(), photo)
        if other.file != photo.file:
            message = Words(
                f"`{photo.file}` and `{other.file}` differ in case alone",
                f"`{photo.file}` 与 `{other.file}` 只有大小写不同",
            )
            hint = Words("rename one of the files", "请给其中一个文件改名")
            faults.error("names-alike", message, photo.file_at, hint)
