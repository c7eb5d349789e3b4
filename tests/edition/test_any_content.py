"""Any brochure in the shipped layouts: what it says is on the pages, side by side, or a finding says why not
(P10).
"""

import re
from itertools import combinations, product
from typing import Any, Final

import pytest
import yaml
from hypothesis import Phase, event, given, settings
from hypothesis import strategies as st

from brochure.content import Edition, Handout, Whole
from brochure.diagnostics import Severity
from brochure.display import GlyphRun, Picture
from brochure.geometry import Rect
from brochure.pagination import Page
from brochure.press import Cache, Job, Proofed, proof

CLAUSES: Final = (
    "春风化雨", "润物无声", "山高水长", "日月同辉", "合格率达到99.02%以上", "产业“四地”建设突破见效",
    "国家级平台187家", "研究院（江苏省）落地", "舞蹈诗剧《河湟》", "算力规模超1.3万P",
    "青海湖（Qinghai Lake）", "“一网通办”“有诉必应”", "唐道·637", "市花——丁香花", "2025年10月1日",
    "构建“1+3+X”体系",
)  # fmt: skip
VALUES: Final = ("8", "98.5", "12345.67", "全国首单")
FIGURES: Final = f"其中{'、'.join(VALUES)}。"
NO_SHRINKING: Final = (Phase.explicit, Phase.generate)
"""A page takes a tenth of a second, and a failing brochure is small enough to read."""
Tree = dict[str, Any]


def sentences(most: int) -> st.SearchStrategy[str]:
    """A sentence of up to *most* clauses."""
    return st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=most).map(
        lambda parts: "，".join(parts) + "。"
    )


titles = st.lists(st.sampled_from(CLAUSES[:10]), min_size=1, max_size=3).map("，".join)
photos = st.builds(
    lambda file, caption: {
        "photo": {"file": f"xining/{file}.jpg", "kind": "illustration", "caption": caption}
    },
    st.sampled_from(("lilac", "dance", "wetland")),
    sentences(5),
)
metrics = st.builds(
    lambda value, unit, label: {"value": value, "unit": unit, "label": label},
    st.sampled_from(VALUES),
    st.sampled_from(("%", "万人", "个")),
    sentences(3),
)
blocks = st.one_of(
    sentences(40),
    st.builds(lambda lead, text: {"text": {"lead": lead, "text": text}}, sentences(2), sentences(20)),
    sentences(8).map(lambda text: {"lead": text}),
    titles.map(lambda text: {"heading": text}),
    photos,
    st.lists(metrics, min_size=1, max_size=8).map(lambda several: {"metrics": several}),
)


@st.composite
def brochures(draw: st.DrawFn) -> Tree:
    """A brochure of one to three sections of any blocks."""
    sections = [
        {
            "slug": f"s{number}",
            "title": draw(titles),
            "blocks": [*draw(st.lists(blocks, max_size=5)), FIGURES],
        }
        for number in range(draw(st.integers(1, 3)))
    ]
    front = [{"lead": draw(sentences(10))}, draw(photos)]
    return {"slug": "any", "title": draw(titles), "front": front, "sections": sections}


@pytest.mark.parametrize("edition", [Whole(), Handout("s0")], ids=["civic-16k", "handout-a4"])
@settings(max_examples=25, deadline=None, derandomize=True, phases=NO_SHRINKING)
@given(content=brochures())
def test_pages_hold_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, edition: Edition, content: Tree
) -> None:
    """Without an error among the findings, every word of the edition stands on its pages, once where it was
    written once; nothing lies on anything else or off the page.
    """
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    file.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    proofed = proof(Job(content=file, shown_as=file.name, edition=edition), Cache(None))
    if any(finding.severity is Severity.ERROR for finding in proofed.findings):
        event("refused")
        return
    _complete(content if edition == Whole() else {"sections": content["sections"][:1]}, proofed)
    for page in proofed.pagination.pages:
        _apart(page)


def _complete(content: Tree, proofed: Proofed) -> None:
    runs = [
        run for page in proofed.pagination.pages for run in page.display.marks if isinstance(run, GlyphRun)
    ]
    printed = "".join(run.text for run in runs if run.span)
    for words in _words(content, captions="front" in content):
        assert re.sub(r"\s", "", words) in re.sub(r"\s", "", printed), words


def _words(written: Any, *, captions: bool) -> list[str]:
    """The author's words that must be there; a handout may leave a picture out with its caption."""
    if isinstance(written, list):
        return [words for item in written for words in _words(item, captions=captions)]
    if not isinstance(written, dict):
        return [written]
    if "file" in written:
        return [written["caption"]] if captions else []
    if "value" in written:
        return [written["label"], written["value"] + written["unit"]]
    return [
        words for key, item in written.items() if key != "slug" for words in _words(item, captions=captions)
    ]


def _apart(page: Page) -> None:
    """No line on another, none off the page; only a cover's picture carries text."""
    lines = [mark for mark in page.display.marks if isinstance(mark, GlyphRun) and not (mark.ys or mark.turn)]
    for line in lines:
        box = _box(line)
        assert box.x >= 0, line.text
        assert box.y >= 0, line.text
        assert box.right <= page.display.size.width, line.text
        assert box.bottom <= page.display.size.height, line.text
    for one, other in combinations(lines, 2):
        # on one baseline the blank halves of two marks may lie on each other (P2)
        blank = one.size / 2 if one.at.y == other.at.y else 0.0
        assert not _overlap(_box(one), _box(other), blank), (page.master, one.text, other.text)
    pictures = [mark for mark in page.display.marks if isinstance(mark, Picture) and page.master != "cover"]
    for picture, line in product(pictures, lines):
        assert not _overlap(picture.box, _box(line)), (page.master, line.text)


def _box(line: GlyphRun) -> Rect:
    return Rect(line.at.x, line.at.y - 0.88 * line.size, line.width, line.size)


def _overlap(one: Rect, other: Rect, blank: float = 0.0) -> bool:
    wide = min(one.right, other.right) - max(one.x, other.x)
    high = min(one.bottom, other.bottom) - max(one.y, other.y)
    return wide > 1 + blank and high > 1
