"""`fonts.yaml`: what a folder of fonts offers. The shipped shelf and an author's own folder are read alike.

    families:
      song:
        weights:
          400: {file: NotoSerifSC-Regular.ttf, bytes: 4397348, sha256: 4b99…}
          700: MySong-Bold.ttf

`bytes` and `sha256` belong together and are for shelves nobody edits; a file name alone is enough for an
author.
"""

from pathlib import Path
from typing import Final

from brochure.diagnostics import Diagnostic, Words, error
from brochure.source import Entry, Mapping, Node, Scalar
from brochure.values import dataclass

RECORD: Final = "fonts.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFile:
    """One file of a typeface.

    *digest* (SHA-256, hex) and *size* in bytes are recorded on the shipped shelf alone.
    """

    path: Path
    digest: str | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeface:
    """A family and its weights (1 to 1000, rising)."""

    family: str
    weights: tuple[tuple[int, FontFile], ...]


def typefaces_of(folder: Path, record: Node) -> tuple[list[Typeface], list[Diagnostic]]:
    """The typefaces a folder's record lists, and what is wrong with the record."""
    families = record.get("families") if isinstance(record, Mapping) else None
    if not isinstance(families, Mapping) or not families.entries:
        fault = bad_record(families or record, "`families` lists no family", "`families` 下没有字族")
        return [], [fault]
    typefaces: list[Typeface] = []
    faults: list[Diagnostic] = []
    for family in families:
        files, wrong = weights_of(folder, family)
        faults += wrong
        typefaces.append(Typeface(family=family.key.text, weights=tuple(files)))
    return typefaces, faults


def weights_of(folder: Path, family: Entry) -> tuple[list[tuple[int, FontFile]], list[Diagnostic]]:
    """One family's weights and files, rising, and what is wrong with them."""
    name = family.key.text
    weights = family.value.get("weights") if isinstance(family.value, Mapping) else None
    if not isinstance(weights, Mapping) or not weights.entries:
        return [], [bad_record(family.key, f"`{name}` lists no weights", f"`{name}` 下没有字重")]
    files: list[tuple[int, FontFile]] = []
    faults: list[Diagnostic] = []
    for entry in weights:
        weight, file = weight_of(entry.key), font_file(folder, entry)
        faults += [fault for fault in (weight, file) if isinstance(fault, Diagnostic)]
        if isinstance(weight, int) and isinstance(file, FontFile):
            files.append((weight, file))
    return sorted(files, key=lambda pair: pair[0]), faults


def weight_of(key: Scalar) -> int | Diagnostic:
    """A weight as CSS and OpenType count it: 400 regular, 700 bold."""
    if key.text.isascii() and key.text.isdigit() and 1 <= int(key.text[:5]) <= 1000:
        return int(key.text)
    return bad_record(
        key, f"`{key.text}`: a weight is a number from 1 to 1000", f"`{key.text}`：字重应为 1 至 1000 的数"
    )


def font_file(folder: Path, entry: Entry) -> FontFile | Diagnostic:
    """The file of one weight: a path inside *folder*, with or without size and digest."""
    known = entry.value if isinstance(entry.value, Mapping) else None
    file = known.get("file") if known else entry.value
    if not isinstance(file, Scalar) or file.is_nothing:
        return bad_record(entry.key, f"`{entry.key.text}` names no file", f"`{entry.key.text}` 没有写明文件")
    path = folder / file.text
    if "\0" in file.text or not path.resolve().is_relative_to(folder.resolve()):
        return bad_record(file, f"`{file.text}` is outside its folder", f"`{file.text}` 不在该文件夹之内")
    digest, size = (known.get("sha256"), known.get("bytes")) if known else (None, None)
    if isinstance(digest, Scalar) and isinstance(size, Scalar) and size.text.isdecimal():
        return FontFile(path=path, digest=digest.text, size=int(size.text))
    return FontFile(path=path)


def bad_record(node: Node, fault: str, fault_zh: str) -> Diagnostic:
    """A fault of a `fonts.yaml`, at *node*."""
    return error("fonts/bad-record", Words(fault, fault_zh), node.span)
