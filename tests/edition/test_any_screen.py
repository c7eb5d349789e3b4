"""Any brochure as it is heard: what is painted is read once or is decoration, in the author's order (P10)."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import pytest
import yaml
from hypothesis import event, given, settings
from hypothesis import strategies as st

from brochure.content import Edition, Handout, Whole
from brochure.diagnostics import Severity
from brochure.display import GlyphRun, Panel
from brochure.display.elements import Content, Element
from brochure.press import Cache, Job, proof
from brochure.reading import Told, tell
from tests.edition.test_any_content import FIGURES, NO_SHRINKING, Tree, blocks, photos, sentences, titles

NAMES: Final = ("张三", "欧阳修远", "李白")

apart = st.one_of(
    st.lists(sentences(4), min_size=1, max_size=4).map(lambda items: {"list": items}),
    st.lists(sentences(2), min_size=1, max_size=3).map(
        lambda texts: {"timeline": [{"date": f"{2020 + at}年", "text": t} for at, t in enumerate(texts)]}
    ),
    st.builds(
        lambda text, source: {"quote": {"text": text, "source": source}}, titles, st.sampled_from(NAMES)
    ),
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=6).map(lambda names: {"names": names}),
    st.integers(1, 6).map(
        lambda rows: {
            "table": {
                "columns": ["名称", "数量"],
                "rows": [[f"第{row}行", f"{row}.5"] for row in range(rows)],
            }
        }
    ),
    st.builds(lambda text, note: f"{text}甲^[{note}]乙。", sentences(6), sentences(2)),
)


@st.composite
def brochures(draw: st.DrawFn) -> Tree:
    """A brochure of one to three sections of blocks of every kind."""
    kinds = st.lists(st.one_of(blocks, apart), max_size=5)
    sections = [
        {"slug": f"s{at}", "title": draw(titles), "blocks": [*draw(kinds), FIGURES]}
        for at in range(draw(st.integers(1, 3)))
    ]
    front = [{"lead": draw(sentences(10))}, draw(photos)]
    return {"slug": "any", "title": draw(titles), "front": front, "sections": sections}


@pytest.mark.parametrize("edition", [Whole(), Handout("s0")], ids=["civic-16k", "handout-a4"])
@settings(max_examples=25, deadline=None, derandomize=True, phases=NO_SHRINKING)
@given(content=brochures())
def test_what_was_written_is_heard_in_its_order(
    tmp_path_factory: pytest.TempPathFactory, edition: Edition, content: Tree
) -> None:
    """Whatever the layout did with the blocks, the author's words come one after the other as they were
    written; every mark is read at most once, and no glyph of the author's is left out.
    """
    file = tmp_path_factory.getbasetemp() / "heard.yaml"
    file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    proofed = proof(Job(content=file, shown_as=file.name, edition=edition, tagged=True), Cache(None))
    if any(finding.severity is Severity.ERROR for finding in proofed.findings):
        event("refused")
        return
    told = tell(proofed.pagination.pages, proofed.brochure, proofed.layout)
    read = list(_read(told.order.root))
    assert max(Counter(read).values()) == 1
    _nothing_left_out(told, set(read), file.name)
    heard = re.sub(r"\s", "", "".join(_text(told, content) for content in read))
    at = 0
    whole = edition == Whole()
    for words in _words([content["front"], content["sections"]] if whole else content["sections"][:1]):
        found = heard.find(re.sub(r"\s", "", words), at)
        assert found >= 0, (words, heard[at : at + 60])
        at = found + 1


def _read(element: Element) -> Iterator[Content]:
    for kid in element.kids:
        if isinstance(kid, Content):
            yield kid
        else:
            yield from _read(kid)


def _text(told: Told, content: Content) -> str:
    mark = told.pages[content.page].marks[content.mark]
    return mark.text if isinstance(mark, GlyphRun) else ""


def _nothing_left_out(told: Told, read: set[Content], file: str) -> None:
    for number, page in enumerate(told.pages):
        for at, mark in enumerate(page.marks):
            if Content(number, at) in read:
                assert not isinstance(mark, Panel)
            elif isinstance(mark, GlyphRun) and mark.span and mark.span.file == file:
                repeated = mark.piece is not None and mark.piece.kind == "again"
                assert repeated or Content(number, at) in told.order.furniture, mark.text


def _words(written: Any) -> Iterator[str]:
    """The author's words in the order of the file; a picture's may be missing where there is no room."""
    if isinstance(written, str):
        text, _, note = written.partition("^[")
        yield text
        if note:
            yield note.partition("]")[2]
            yield note.partition("]")[0]
    elif isinstance(written, list):
        for item in written:
            yield from _words(item)
    elif "value" in written:
        yield from (written["value"] + written["unit"], written["label"])
    elif "file" not in written:
        for key, item in written.items():
            if key != "slug":
                yield from _words(item)
