"""What a reader hears of text with links, notes, pinyin and names, and of pictures without a word."""

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from PIL import Image

import brochure
from brochure.content import Handout
from brochure.press import Cache, Job, build
from tests.referees.tags import Reading

ROOT: Final = Path(__file__).resolve().parents[2]


def test_a_picture_that_says_nothing_is_told_and_is_decoration(tmp_path: Path) -> None:
    """Without `alt` or caption there is no figure, and a warning at the picture's line."""
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.png").write_bytes(_grey_png())
    text = "slug: a\ntitle: 甲\nlayout: gallery-a4\nsections:\n  - slug: one\n    title: 一\n    blocks:\n"
    content = tmp_path / "brochure.yaml"
    content.write_text(f"{text}      - photo: {{file: a.png}}\n      - 春风化雨。\n", encoding="utf-8")
    edition = build(Job(content=content, shown_as="brochure.yaml", screen=True, tagged=True), Cache(None))
    told = [finding for finding in edition.findings if finding.code == "reading/no-alt"]
    assert [finding.span.line for finding in told if finding.span] == [8]
    assert Reading(edition.data).of("Figure") == []
    content.write_text(
        f"{text}      - photo: {{file: a.png, alt: 湖}}\n      - 春风化雨。\n", encoding="utf-8"
    )
    edition = build(Job(content=content, shown_as="brochure.yaml", screen=True, tagged=True), Cache(None))
    assert [tag.alt for tag in Reading(edition.data).of("Figure")] == ["照片：湖。"]
    assert not any(finding.code == "reading/no-alt" for finding in edition.findings)


def _grey_png() -> bytes:
    out = BytesIO()
    Image.new("L", (1600, 1200), 90).save(out, "PNG")
    return out.getvalue()


NOTED: Final = """\
slug: a
title: 甲
layout: civic-16k
sections:
  - slug: one
    title: 一节
    blocks:
      - heading: {title: 小题, level: 3}
      - 湟水出于海晏^[出处见县志。]，详见[青海省政府网站](https://example.org/查?a=1)。[湟水]^{huáng shuǐ}长。
      - names: [张三, 欧阳修远]
      - 第二段也有一注^[另一注。]，文字到此为止。
"""


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """A text with a link, two notes, pinyin and names."""
    content = tmp_path_factory.mktemp("noted") / "brochure.yaml"
    content.write_text(NOTED, encoding="utf-8")
    edition = build(Job(content=content, shown_as="brochure.yaml", screen=True, tagged=True), Cache(None))
    return Reading(edition.data)


def test_links_stand_in_their_sentence(noted: Reading) -> None:
    """The words of the link are an element inside the paragraph, in their place; its address is escaped."""
    assert noted.faults == []
    links = noted.of("Link")
    assert "".join(link.text for link in links) == "青海省政府网站"
    assert {link.parent.role for link in links if link.parent} == {"P"}
    (annotation, *_) = [one for page in noted.pages for one in page.get("/Annots", [])]
    assert str(annotation.A.URI) == "https://example.org/%E6%9F%A5?a=1"
    left, foot, right, head = (float(edge) for edge in annotation.Rect)
    assert right - left > 5 * (head - foot) > 0


def test_notes_follow_their_paragraph(noted: Reading) -> None:
    """Each note is one element with an identifier of its own, behind the paragraph that bears its mark;
    pinyin is left to the voice, names are items of a list; a heading of level 3 below the title is one of 2.
    """
    section = noted.document.kids[1]
    shown = [(tag.role, tag.whole[:6]) for tag in section.kids if tag.role != "P"]
    assert ("H2", "小题") in shown
    roles = [tag.role for tag in section.kids]
    at = roles.index("Note")
    assert section.kids[at - 1].text.startswith("湟水出于海晏①")
    assert [tag.text for tag in noted.of("Note")] == ["①　出处见县志。", "②　另一注。"]
    assert "huáng" in "".join(noted.decoration)
    assert [item.kids[-1].text for tag in section.kids if tag.role == "L" for item in tag.kids] == [
        "张三",
        "欧阳修远",
    ]


def test_python_callers_may_ask_for_it(tmp_path: Path) -> None:
    """`build(screen=True)` and `handouts(screen=True)` beside the press's own."""
    content = tmp_path / "brochure.yaml"
    content.write_text(NOTED, encoding="utf-8")
    work = brochure.load(content, cache=tmp_path / "cache")
    assert work.build(tmp_path, screen=True).path.name == "a_screen.pdf"
    assert [one.path.name for one in work.handouts(tmp_path, screen=True)] == ["01-one_screen.pdf"]


def test_references_lead_to_their_section(tmp_path: Path) -> None:
    """`[[two]]` is a link to the title of section two; in a handout, which does not have it, it is words."""
    content = tmp_path / "brochure.yaml"
    sections = "  - {{slug: {0}, title: {1}, blocks: [{2}]}}\n".format
    content.write_text(
        "slug: a\ntitle: 甲\nlayout: civic-16k\nhandout_layout: handout-a4\nsections:\n"
        + sections("one", "第一节", '"参见[[two]]。"')
        + sections("two", "第二节", "春风化雨。"),
        encoding="utf-8",
    )
    ask = Job(content=content, shown_as="brochure.yaml", screen=True, tagged=True)
    whole = Reading(build(ask, Cache(None)).data)
    assert whole.faults == []
    (link,) = [tag for tag in whole.of("Link") if tag.parent and tag.parent.role == "P"]
    assert "第二节" in link.text
    leads = [one for page in whole.pages for one in page.get("/Annots", []) if "第二节" in str(one.Contents)]
    titles = [tag for tag in whole.of("H1") if tag.text == "第二节"]
    assert {whole.place[one.Dest[0].objgen] for one in leads} == {titles[0].own[0][0]}
    handout = Reading(build(replace(ask, edition=Handout("one")), Cache(None)).data)
    assert (handout.faults, handout.of("Link")) == ([], [])
    assert handout.of("Reference")[0].text


def test_the_press_knows_nothing_of_it() -> None:
    """A press build loads neither the reading room nor the writer of tags."""
    ask = "import sys, brochure.press; print(*sorted(sys.modules))"
    done = subprocess.run((sys.executable, "-c", ask), cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "brochure.press.build" in loaded
    late = {"brochure.reading", "brochure.pdf.tags", "brochure.pdf.screen", "brochure.images.screen"}
    assert late.isdisjoint(loaded)
