"""Odd content is printed as it stands, and what cannot be printed is refused, quickly (P3, P7)."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from brochure.press import Cache, build
from tests.reliability.workshop import edit, findings, job, project

WORDS: Final = "湖水清澈，微风吹过湖面，泛起层层波纹。"
SECTION: Final = "sections: [{slug: b, title: 节, blocks: [文字。]}]\n"


def said(text: str) -> Callable[[Path], None]:
    """The first paragraph says *text*."""
    return lambda folder: edit(folder, f"- {WORDS}", f"- '{text}'")


def given_as(content: str) -> Callable[[Path], object]:
    """*content* is the whole file."""
    return lambda folder: (folder / "brochure.yaml").write_text(content, encoding="utf-8")


def _keeping(name: str) -> Callable[[Path], None]:
    """No line may break *name*."""
    return lambda folder: edit(folder, "title: 青海湖", f"title: 青海湖\nkeep: [{name}]")


def _called(name: str) -> Callable[[Path], None]:
    """The picture is asked for by *name*."""
    return lambda folder: edit(folder, "file: lake.png", f"file: {name}")


HEAD: Final = "slug: a\nlayout: leaf\ntitle: 题\n"
PRINTED: Final[dict[str, Callable[[Path], object]]] = {
    "markup": said('</para><img src="/etc/passwd"/>&amp;&<b>湖</b>'),
    "operators of PDF": said("a) Tj ET (( BT \\\\ \\( %"),
    "blanks of all kinds": said("湖\u3000水\u00a0清 澈\u2009。"),
    "many signs": said("！？；：，。、“”‘’（）《》〈〉【】〔〕「」『』—…·～"),
    "Latin beside Han": said("青海湖（Qinghai Lake）海拔3196米。"),
    "one character": said("湖"),
    "a keep of everything": _keeping(WORDS),
    "a file name of Chinese": lambda folder: _renamed(folder, "湖 面 (1)'.png"),
    "a file name with a dash": lambda folder: _renamed(folder, "-rf.png"),
    "a file name with a percent": lambda folder: _renamed(folder, "%s%00{page}.png"),
    "a long file name": lambda folder: _renamed(folder, "湖" * 80 + ".png"),
    "one section": given_as(HEAD + SECTION),
    "a cover and nothing else about it": given_as(HEAD + "cover: {}\n" + SECTION),
}
REFUSED: Final[dict[str, tuple[Callable[[Path], object], str]]] = {
    "nothing": (given_as(""), "source/empty"),
    "no section": (given_as(HEAD), "content/missing-key"),
    "an empty list of sections": (given_as(HEAD + "sections: []\n"), "content/wrong-count"),
    "a section without blocks": (given_as(HEAD + SECTION.replace("文字。", "")), "content/wrong-count"),
    "a word that never ends": (said("a" * 3000), "composition/overfull"),
    "a number that never ends": (said("9" * 3000), "composition/overfull"),
    "a row of closing marks": (said("。" * 60), "composition/overfull"),
    "a row of opening marks": (said("（" * 60), "composition/overfull"),
    "a heap of accents": (said("e" + "\u0301" * 2000), "composition/missing-glyph"),
    "a paragraph of 1 MB": (said("湖水清澈，" * 70_000), "source/text-too-long"),
    "a paragraph of 90,000 characters": (said("湖水清澈，" * 18_000), "pagination/overset"),
    "a file of 6 MB": (given_as("# " + "x" * 6_000_000), "source/too-large"),
    "a picture's name with a line end": (_called('"la\\nke.png"'), "content/unfit-name"),
    "a picture's name of 300 characters": (_called("l" * 300), "content/unfit-name"),
}  # fmt: skip


def _renamed(folder: Path, name: str) -> None:
    (folder / "images" / "lake.png").rename(folder / "images" / name)
    quoted = name.replace("'", "''")
    edit(folder, "file: lake.png", f"file: '{quoted}'")


@pytest.mark.parametrize("what", PRINTED)
def test_odd_but_sound_content_is_printed(tmp_path: Path, what: str) -> None:
    """Text is text: markup, operators and signs are printed as they are; any name a file can have will do.
    Nothing is found that is not found in the sound project.
    """
    folder = project(tmp_path / "project")
    usual = {finding.code for finding in findings(folder)}
    PRINTED[what](folder)
    printed = build(job(folder), Cache(None))
    assert printed.pages >= 1
    told = usual | {"content/typing"}  # odd typing is told, not refused
    assert {finding.code for finding in printed.findings} <= told


@pytest.mark.parametrize("what", REFUSED)
def test_content_that_cannot_be_printed_is_refused(tmp_path: Path, what: str) -> None:
    """What is empty, endless or no name is refused by its own code."""
    folder = project(tmp_path / "project")
    spoil_it, code = REFUSED[what]
    spoil_it(folder)
    assert code in {finding.code for finding in findings(folder)}
