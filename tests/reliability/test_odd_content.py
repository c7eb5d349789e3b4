"""Odd content is printed as it stands, and what cannot be printed is refused, quickly (P3, P7)."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from brochure.press import Cache, build
from tests.reliability.workshop import edit, findings, job, project

TEXT: Final = "      - 湖水清澈，微风吹过湖面，泛起层层波纹。"


def said(text: str) -> Callable[[Path], None]:
    """The first paragraph says *text*."""
    return lambda folder: edit(folder, TEXT, f"      - '{text}'")


def given_as(content: str) -> Callable[[Path], None]:
    """*content* is the whole file."""
    return lambda folder: (folder / "brochure.yaml").write_text(content, encoding="utf-8") and None


HEAD: Final = "slug: a\nlayout: leaf\ntitle: 题\n"
PRINTED: Final[dict[str, Callable[[Path], None]]] = {
    "markup": said("</para><img src=\"/etc/passwd\"/>&amp;&<b>湖</b>"),
    "operators of PDF": said("a) Tj ET (( BT \\\\ \\( %"),
    "blanks of all kinds": said("湖\u3000水\u00a0清 澈\u2009。"),
    "many signs": said("！？；：，。、“”‘’（）《》〈〉【】〔〕「」『』—…·～"),
    "Latin beside Han": said("青海湖（Qinghai Lake）海拔3196米。"),
    "one character": said("湖"),
    "a keep of everything": lambda folder: edit(folder, "title: 青海湖", f"title: 青海湖\nkeep: [{TEXT.strip(' -')}]"),
    "a file name of Chinese": lambda folder: _renamed(folder, "湖 面 (1)'.png"),
    "a file name with a dash": lambda folder: _renamed(folder, "-rf.png"),
    "a file name with a percent": lambda folder: _renamed(folder, "%s%00{page}.png"),
    "a long file name": lambda folder: _renamed(folder, "湖" * 80 + ".png"),
    "one section": given_as(HEAD + "sections: [{slug: b, title: 节, blocks: [文字。]}]\n"),
    "a cover and nothing else about it": given_as(HEAD + "cover: {}\nsections: [{slug: b, title: 节, blocks: [文字。]}]\n"),
}
REFUSED: Final[dict[str, tuple[Callable[[Path], None], str]]] = {
    "nothing": (given_as(""), "source/empty"),
    "no section": (given_as(HEAD), "content/missing-key"),
    "an empty list of sections": (given_as(HEAD + "sections: []\n"), "content/wrong-count"),
    "a section without blocks": (given_as(HEAD + "sections: [{slug: b, title: 节, blocks: []}]\n"), "content/wrong-count"),
    "a word that never ends": (said("a" * 3000), "composition/overfull"),
    "a number that never ends": (said("9" * 3000), "composition/overfull"),
    "a row of closing marks": (said("。" * 60), "composition/overfull"),
    "a row of opening marks": (said("（" * 60), "composition/overfull"),
    "a heap of accents": (said("e" + "\u0301" * 2000), "composition/missing-glyph"),
    "a paragraph of 1 MB": (said("湖水清澈，" * 70_000), "source/text-too-long"),
    "a paragraph of 90,000 characters": (said("湖水清澈，" * 18_000), "pagination/overset"),
    "a file of 6 MB": (given_as("# " + "x" * (6_000_000)), "source/too-large"),
    "a picture by a name with a line end": (lambda folder: edit(folder, "file: lake.png", 'file: "la\\nke.png"'), "content/unfit-name"),
    "a picture by a name of 300 characters": (lambda folder: edit(folder, "lake.png", "l" * 300), "content/unfit-name"),
}  # fmt: skip


def _renamed(folder: Path, name: str) -> None:
    (folder / "images" / "lake.png").rename(folder / "images" / name)
    quoted = name.replace("'", "''")
    edit(folder, "file: lake.png", f"file: '{quoted}'")


@pytest.mark.parametrize("what", PRINTED)
def test_odd_but_sound_content_is_printed(tmp_path: Path, what: str) -> None:
    """Text is text: markup, operators and signs are printed as they are; any name a file can have will do."""
    folder = project(tmp_path / "project")
    PRINTED[what](folder)
    printed = build(job(folder), Cache(None))
    assert printed.pages >= 1
    assert printed.findings == ()


@pytest.mark.parametrize("what", REFUSED)
def test_content_that_cannot_be_printed_is_refused(tmp_path: Path, what: str) -> None:
    """What is empty, endless or no name is refused by its own code."""
    folder = project(tmp_path / "project")
    spoil_it, code = REFUSED[what]
    spoil_it(folder)
    assert code in {finding.code for finding in findings(folder)}
