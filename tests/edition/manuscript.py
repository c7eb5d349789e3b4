"""What the sample's YAML says, read here without the program: the text an edition must print, part by part.

White space is nowhere compared, since readers of PDFs differ in it. Of the marks an author may write, the
seams of titles (``|``) and the inline marks leave no character behind.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import yaml

from tests.edition.printing import SAMPLE, WHOLE
from tests.referees.texts import bare

ILLUSTRATION: Final = "（插画）"
AFTER_THE_FIGURE: Final = ("以上", "以下", "左右")

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one part of an edition says.

    *story* are its title, leads and paragraphs in reading order, *bands* its metrics, figure, label and note
    of each after the other, *captions* those of its pictures by file.
    """

    name: str
    title: str = ""
    number: int = 0
    story: tuple[str, ...] = ()
    bands: tuple[str, ...] = ()
    captions: Mapping[str, str]

    @property
    def words(self) -> str:
        """All of it."""
        return "\n".join((*self.story, *self.bands, *self.captions.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """An edition's parts in their order, the brochure's title, the source of its figures."""

    title: str
    source: str
    parts: tuple[Part, ...]

    @property
    def sections(self) -> tuple[Part, ...]:
        """The numbered ones."""
        return tuple(part for part in self.parts if part.number)

    @property
    def headings(self) -> list[str]:
        """What the outline must list: the brochure's title when it has a cover, then every part's."""
        own = [self.title] if self.parts[0].name == "cover" else []
        return own + [part.title for part in self.parts if part.title]


def manuscript(edition: str) -> Manuscript:
    """The manuscript of the whole brochure, or of the section with that slug as a handout."""
    text = SAMPLE.read_text(encoding="utf-8")
    content: Node = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 -- our own file; every scalar is text
    title, note = _heading(content["title"]), content["credits"]
    parts = [_section(section, number) for number, section in enumerate(content["sections"], 1)]
    if edition != WHOLE:
        parts = [part for part in parts if part.name == edition]
    else:
        closing = {"slug": "closing", **content["closing"]}
        back = (title, bare(note["source"]), bare(note.get("note", "")))
        parts = [
            Part(name="cover", story=(title, _heading(content["subtitle"])), captions={}),
            _section({"slug": "front", "blocks": content["front"]}, 0),
            *parts,
            _section(closing, 0),
            Part(name="back", story=back, captions={}),
        ]
    return Manuscript(title=title, source=bare(note["source"]), parts=tuple(parts))


def _section(section: Node, number: int) -> Part:
    title = _heading(section.get("title", ""))
    blocks = section["blocks"]
    story = (_heading(title), *(text for block in blocks for text in _texts(block)))
    return Part(
        name=section["slug"],
        title=title,
        number=number,
        story=tuple(text for text in story if text),
        bands=tuple("".join(map(_metric, block["metrics"])) for block in blocks if "metrics" in block),
        captions=dict(_caption(block["photo"]) for block in blocks if "photo" in block),
    )


def _texts(block: Node | str) -> Iterator[str]:
    """The running text of a block; leads first stand as they are written."""
    if isinstance(block, str):
        yield _plain(block)
    elif isinstance(text := block.get("text", ""), str):
        yield _plain(block.get("lead", "") or text)
    else:
        yield _plain(text["lead"] + text["text"])


def _metric(metric: Node) -> str:
    """A figure as it reads (超80%, 98%以上), its label, its note."""
    qualifier = metric.get("qualifier", "")
    after = qualifier if qualifier in AFTER_THE_FIGURE else ""
    before = "" if after else qualifier
    words = (before, metric["value"], metric.get("unit", ""), after, metric["label"], metric.get("note", ""))
    return bare("".join(words))


def _caption(photo: Node) -> tuple[str, str]:
    """The file and its caption, which says so when the picture is no photograph."""
    caption = _plain(photo.get("caption", ""))
    drawn = ILLUSTRATION if caption and photo.get("kind") == "illustration" else ""
    return photo["file"], caption + drawn + _plain(photo.get("credit", ""))


def _heading(text: str) -> str:
    return bare(text.replace("|", ""))


def _plain(text: str) -> str:
    """*text* without its inline marks: ``**bold**``, ``::dots::``, ``{kept}``, ``^{raised}``, ``[a](b)``."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return bare(re.sub(r"\*\*|::|\^\{|[{}]", "", text))
