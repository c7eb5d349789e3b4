"""The font library: which families and weights there are, and their faces, opened when first asked for."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from stat import S_ISREG
from typing import NoReturn

from brochure.diagnostics import BrochureError, Diagnostic, Span, Words, error
from brochure.fonts.face import Face
from brochure.fonts.record import RECORD, FontFile, Typeface, typefaces_of
from brochure.source import names_in, nearest, read


class FontLibrary:
    """The typefaces of one job. A family is taken whole from the first folder that has it."""

    def __init__(self, typefaces: Iterable[Typeface]) -> None:
        self.typefaces: dict[str, Typeface] = {}
        for typeface in typefaces:
            self.typefaces.setdefault(typeface.family, typeface)
        self._open: dict[Path, Face] = {}

    @classmethod
    def read(cls, *folders: Path) -> "FontLibrary":
        """The library of *folders*, the author's first; a folder without `fonts.yaml` adds nothing.

        Raises `BrochureError` with every fault of the records together.
        """
        typefaces: list[Typeface] = []
        faults: list[Diagnostic] = []
        for folder in folders:
            if (folder / RECORD).is_file():
                found, wrong = typefaces_of(folder, read(folder / RECORD, f"{folder.name}/{RECORD}"))
                typefaces += found
                faults += wrong
        if faults:
            raise BrochureError(faults)
        return cls(typefaces)

    def face(self, family: str, weight: int, span: Span | None = None) -> Face:
        """The face of *family* at *weight*; the same object each time.

        *span* is where the layout asks for it. Raises `BrochureError`: `fonts/unknown-family`,
        `fonts/unknown-weight`, `fonts/unreadable`, `fonts/changed`, or what the gate finds in an author's
        font.
        """
        typeface = self.typefaces.get(family)
        if typeface is None:
            self._unknown_family(family, span)
        file = dict(typeface.weights).get(weight)
        if file is None:
            weights = ", ".join(str(known) for known, _ in typeface.weights)
            fault = Words(
                f"the family `{family}` has no weight {weight}", f"字族 `{family}` 没有字重 {weight}"
            )
            raise BrochureError([error("fonts/unknown-weight", fault, span, Words(weights, weights))])
        if file.path not in self._open:
            self._open[file.path] = open_face(file, span)
        return self._open[file.path]

    @cached_property
    def families(self) -> tuple[str, ...]:
        """Names of the families, in the order of the shelf."""
        return tuple(self.typefaces)

    def verify(self) -> tuple[Diagnostic, ...]:
        """A finding for every file whose bytes are not the recorded ones, or which the gate refuses.

        Reads and hashes the whole shelf (some 20 ms for 23 MB), so `brochure fonts` does it and a build
        does not.
        """
        findings: list[Diagnostic] = []
        for typeface in self.typefaces.values():
            for _, file in typeface.weights:
                try:
                    checked = open_face(FontFile(path=file.path, size=file.size), None)
                    if file.digest not in (None, checked.digest):
                        changed(file, None)
                except BrochureError as fault:
                    findings += fault.findings
        return tuple(findings)

    def _unknown_family(self, family: str, span: Span | None) -> NoReturn:
        fault = Words(
            f"no font family `{family}`; there are {', '.join(self.families)}",
            f"没有名为 `{family}` 的字族；现有：{'、'.join(self.families)}",
        )
        near = nearest(family, self.families)
        advice = Words(f"`{near}`", f"`{near}`") if near else None
        raise BrochureError([error("fonts/unknown-family", fault, span, advice)])


def open_face(file: FontFile, span: Span | None) -> Face:
    """The face in *file*, a regular file of the recorded size; every fault stands at *span*."""
    try:
        facts = file.path.stat()
        if not S_ISREG(facts.st_mode):
            unreadable(file, Words("not a file", "不是文件"), span)
        if file.size not in (None, facts.st_size):
            changed(file, span)
        return Face(file.path, file.digest)
    except BrochureError as fault:
        raise BrochureError([replace(finding, span=span) for finding in fault.findings]) from None
    except OSError as fault:
        reason = fault.strerror or "unreadable"
        unreadable(file, Words(reason, reason), span)


def unreadable(file: FontFile, reason: Words, span: Span | None) -> NoReturn:
    """Refuse a font that cannot be opened, with the name in its folder that is most like it."""
    name = file.path.name
    message = Words(f"cannot read the font `{name}`: {reason.en}", f"无法读取字体 `{name}`：{reason.zh}")
    near = nearest(name, [other for other in names_in(file.path.parent, ".ttf") if other != name])
    advice = Words(f"`{near}`", f"`{near}`") if near else None
    raise BrochureError([error("fonts/unreadable", message, span, advice)])


def changed(file: FontFile, span: Span | None) -> NoReturn:
    """Refuse a shipped font that is not the one recorded."""
    name = file.path.name
    message = Words(
        f"the font `{name}` is not the one recorded in {RECORD}", f"字体 `{name}` 与 {RECORD} 的记录不符"
    )
    advice = Words(
        "install brochure again; put fonts of your own into your project's fonts folder",
        "请重新安装 brochure；自备字体请放入自己项目的 fonts 文件夹",
    )
    raise BrochureError([error("fonts/changed", message, span, advice)])
