"""References to other sections: found wherever text runs, put into words, refused when they lead nowhere."""

import pytest

from brochure.content import Inline, check_references, parse_brochure, plain, refers, select, worded
from brochure.content.inline import marked
from brochure.content.model import BodyText, Brochure, Lead, Photo
from brochure.content.select import Handout

TEXT = """\
slug: guide
title: 书名
front:
  - lead: 总述[[one]]。
sections:
  - slug: one
    title: 第一节
    blocks:
      - 甲[[two]]乙^[注文[[closing]]。]。
      - photo: {file: a.jpg, caption: "图注[[two]]"}
  - slug: two
    title: 第二节
    blocks:
      - text: {lead: "提要[[one]]。", text: 没有。}
closing:
  title: 结语
  blocks: [到此为止。]
"""


def brochure(text: str = TEXT) -> Brochure:
    """The brochure that *text* holds."""
    return parse_brochure(text, "guide.yaml")


@pytest.mark.parametrize(
    ("written", "stretches"),
    [
        ("见[[one]]。", (Inline(text="见"), Inline(text="", reference="one"), Inline(text="。"))),
        ("[[ one ]]", (Inline(text="", reference="one"),)),
        ("**[[one]]**", (Inline(text="", bold=True, reference="one"),)),
        ("[[a]][[a]]", (Inline(text="", reference="a"), Inline(text="", reference="a"))),
        (r"\[[one]]", (Inline(text="[[one]]"),)),
        ("^[[one] 注]", (Inline(text="", note=(Inline(text="[one] 注"),)),)),
        ("[见[附录]]", (Inline(text="[见[附录]]"),)),
    ],
)
def test_double_brackets_refer(written: str, stretches: tuple[Inline, ...]) -> None:
    """Two brackets around a slug are a reference; a backslash, one bracket, or a note's own are not."""
    assert marked(written) == (stretches, ())


def test_a_reference_to_nothing_is_a_slip() -> None:
    """Empty double brackets mark nothing."""
    (slip,) = marked("见[[ ]]。")[1]
    assert (slip.fault, slip.start, slip.end) == ("empty-mark", 1, 6)


def test_every_text_may_refer() -> None:
    """Leads, paragraphs, notes, captions and run-in leads are put into words; nothing else changes."""
    found = worded(brochure(), lambda slug: f"〔{slug}〕")
    lead, body, photo = found.front[0], *found.sections[0].blocks
    assert isinstance(lead, Lead)
    assert isinstance(body, BodyText)
    assert isinstance(photo, Photo)
    assert plain(lead.text) == "总述〔one〕。"
    assert plain(body.text) == "甲〔two〕乙。"
    assert [plain(inline.note) for inline in body.text if inline.note] == ["注文〔closing〕。"]
    assert plain(photo.caption) == "图注〔two〕"
    assert not refers(found)
    assert found.closing == brochure().closing


def test_what_has_no_reference_stays_the_same_object() -> None:
    """A section without references is not made anew, so that its galleys stay good."""
    whole = brochure(TEXT.replace('lead: "提要[[one]]。"', "lead: 提要。"))
    found = worded(whole, str)
    assert found.sections[1] is whole.sections[1]
    assert found.sections[0] is not whole.sections[0]
    assert found.sections[0].span == whole.sections[0].span


def test_a_brochure_without_references_refers_to_nothing() -> None:
    """Ordinary brackets, links and notes are no references."""
    assert refers(brochure())
    plain_text = TEXT.replace("[[one]]", "[一]").replace("[[two]]", "[二]").replace("[[closing]]", "")
    assert not refers(brochure(plain_text))


def test_a_reference_to_no_section_is_a_fault() -> None:
    """An unknown slug is an error at its block, about its own characters, with the nearest slug as a hint."""
    whole = brochure(TEXT.replace("甲[[two]]", "甲[[tow]]"))
    (finding,) = check_references(whole, whole)
    assert finding.code == "content/unknown-reference"
    assert finding.about == "[[tow]]"
    assert finding.span is not None
    assert finding.span.line == 9
    assert finding.suggestion is not None
    assert finding.suggestion.en == "`[[two]]`"


def test_a_handout_may_refer_to_what_it_has_not() -> None:
    """Sections and the closing are known in a handout too, where they are not printed."""
    whole = brochure()
    assert check_references(select(whole, Handout("one")), whole) == ()
