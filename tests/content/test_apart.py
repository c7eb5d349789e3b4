"""Lists, quotations, timelines, contacts and credits as authors write them."""

import pytest

from brochure.content.apart import Contact, CreditList, List, PullQuote, Timeline, said_apart
from brochure.content.checks import said
from brochure.content.model import Block, plain
from tests.content.authored import content_faults, small, with_block


def block(text: str) -> Block:
    """The block that *text* writes."""
    return small(with_block(text)).sections[0].blocks[-1]


def test_a_list_is_its_items() -> None:
    """Bare items, bulleted; each knows where it is written."""
    found = block("- list:\n    - 第一条\n    - 第二条")
    assert isinstance(found, List)
    assert found.marker == "bullet"
    assert [plain(item.text) for item in found.items] == ["第一条", "第二条"]
    assert [place.line for place in found.places if place] == [9, 10]


def test_a_list_has_a_marker_and_one_level_below() -> None:
    """Items of items come after their own in the order of places; a third level is refused."""
    found = block("- list:\n    marker: circled\n    items:\n      - {text: 一, items: [甲, 乙]}\n      - 二")
    assert isinstance(found, List)
    assert [plain(item.text) for item in found.items[0].items] == ["甲", "乙"]
    assert [place.column for place in found.places if place] == [15, 33, 36, 15]
    deep = "- list:\n    - text: 一\n      items:\n        - {text: 甲, items: [子]}"
    assert content_faults(with_block(deep)) == ["11:27 content/unknown-key"]


def test_circled_numbers_end_at_fifty() -> None:
    """㊿ is the last there is."""
    assert isinstance(block(f"- list: {{marker: circled, items: [{', '.join(['条'] * 50)}]}}"), List)
    many = f"- list: {{marker: circled, items: [{', '.join(['条'] * 51)}]}}"
    assert content_faults(with_block(many)) == ["8:15 content/too-many-circled"]


def test_a_quotation_may_be_bare() -> None:
    """Its text alone, or with its source; seams are where its lines may end."""
    assert block("- quote: 一句话").text.text == "一句话"  # type: ignore[union-attr]
    found = block("- quote: {text: 上句，|下句, source: 某人}")
    assert isinstance(found, PullQuote)
    assert (found.text.seams, found.source) == ((3,), "某人")


def test_a_timeline_keeps_its_dates_as_typed() -> None:
    """2024-06 is no date of ours: it prints as it stands."""
    found = block("- timeline:\n    - {date: 2024-06, title: 开放, text: 步道开放。}")
    assert isinstance(found, Timeline)
    assert (found.entries[0].date, found.entries[0].title) == ("2024-06", "开放")


def test_contacts_and_credits_are_lines() -> None:
    """Bare, or with a title."""
    contact = block("- contact: [{label: 电话, value: 0000}, 只有内容]")
    assert isinstance(contact, Contact)
    assert [line.label for line in contact.lines] == ["电话", ""]
    credit = block("- credits: {title: 编制, lines: [{role: 摄影, names: [甲, 乙]}]}")
    assert isinstance(credit, CreditList)
    assert credit.title is not None
    assert credit.lines[0].names == ("甲", "乙")


FAULTS = {
    "- list: []": ["8:15 content/wrong-count"],
    "- list: {marker: roman, items: [一]}": ["8:24 content/unknown-choice"],
    "- quote: {source: 某人}": ["8:16 content/missing-key"],
    "- timeline: [{date: 2024, txt: 事}]": ["8:20 content/missing-key", "8:33 content/unknown-key"],
    "- contact: [{label: 电话}]": ["8:19 content/missing-key"],
    "- credits: [{role: 摄影, names: 甲}]": ["8:37 content/wrong-type"],
    "- list: ['**一']": ["8:17 content/unclosed-mark"],
}


@pytest.mark.parametrize("written", FAULTS)
def test_faults_are_told_at_their_place(written: str) -> None:
    """Nothing left out, nothing mistyped, each at its line and column."""
    assert content_faults(with_block(written)) == FAULTS[written]


def test_what_stands_apart_is_said_in_its_section() -> None:
    """A metric may have its figure from a list, a table or a timeline; a telephone number says nothing."""
    spoken = [
        "- list: [建成187家]",
        "- table: {columns: [项, {head: 数, unit: 家}], rows: [[平台, '188']]}",
        "- timeline: [{date: 2024年, text: 建成189家}]",
        "- quote: 建成190家",
    ]
    for written, number in zip(spoken, ("187", "188", "189", "190"), strict=True):
        assert f"{number}家" in said([block(written)])
    contact = block("- contact: [{label: 电话, value: 191家}]")
    assert isinstance(contact, Contact)
    assert said_apart(contact) == []
