"""Copied text against set text."""

from dataclasses import replace

from brochure.display import DisplayList, GlyphRun
from brochure.inspection.text import compare_text, copied_text
from tests.pdf.specimen import TEXTS, specimen, surfaces

DISPLAYS = [surface.display for surface in surfaces()]


def test_the_copied_text_is_the_set_text() -> None:
    """The specimen reads as it was set, on both pages."""
    assert compare_text(specimen(), DISPLAYS) == ()
    assert TEXTS[0][0] in copied_text(specimen())[0]


def test_another_character_is_found() -> None:
    """One character that differs is a finding on its page which shows both readings around it."""
    (run,) = [mark for mark in DISPLAYS[1].marks if isinstance(mark, GlyphRun) and "全国" in mark.text]
    other = replace(run, texts=tuple("省" if text == "国" else text for text in run.texts))
    marks = tuple(other if mark is run else mark for mark in DISPLAYS[1].marks)
    (finding,) = compare_text(specimen(), [DISPLAYS[0], DisplayList(size=DISPLAYS[1].size, marks=marks)])
    assert (finding.code, finding.page) == ("inspection/copied-text", 2)
    assert "全国平均" in finding.message.zh
    assert "全省平均" in finding.message.zh


def test_a_missing_page_is_found() -> None:
    """Two pages against one is a finding without a page."""
    (finding,) = compare_text(specimen(), DISPLAYS[:1])
    assert finding.page is None
    assert "2 / 1" in finding.message.en
