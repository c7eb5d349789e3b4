"""Cards: a section, then each of its metrics, one at a time."""

from brochure.content import Lead, MetricBand, Photo, cards, parse_brochure

TEXT = """\
slug: guide
title: 书名
front: [前言。]
sections:
  - slug: one
    title: 第一节
    theme: pine
    opening: grand
    blocks:
      - lead: 导语。
      - 正文3家、5个、7项。
      - photo: {file: a.jpg, caption: 一}
      - photo: {file: b.jpg, caption: 二}
      - metric: {value: "3", unit: 家, label: 甲}
      - metrics:
          - {value: "5", unit: 个, label: 乙}
          - {value: "7", unit: 项, label: 丙}
  - slug: two
    title: 第二节
    theme: rose
    blocks: [只有正文。]
closing:
  title: 结语
  blocks: [到此为止。]
"""


def test_a_card_for_each_section_and_each_metric() -> None:
    """Cards follow the order of the text: the section's, then its metrics, loose ones and those of bands."""
    made = cards(parse_brochure(TEXT, "a.yaml"), ("pine",))
    assert [card.slug for card in made.sections] == ["one", "one-1", "one-2", "one-3", "two"]
    assert {card.title.text for card in made.sections[:4]} == {"第一节"}
    assert (made.cover, made.front, made.closing) == (None, (), None)
    assert [card.number for card in made.sections] == [1, 1, 1, 1, 2]
    bands = [card.blocks[0] for card in made.sections[1:4]]
    assert [band.metrics[0].value for band in bands if isinstance(band, MetricBand)] == ["3", "5", "7"]


def test_a_section_card_has_lead_and_one_picture() -> None:
    """The text stays away, and so does every picture but the first."""
    first, *_, last = cards(parse_brochure(TEXT, "a.yaml"), ("pine",)).sections
    assert [type(block) for block in first.blocks] == [Lead, Photo]
    assert isinstance(first.blocks[1], Photo)
    assert first.blocks[1].file == "a.jpg"
    assert last.blocks == ()


def test_cards_ask_for_nothing_their_layout_has_not() -> None:
    """The opening names a sequence of another layout, and so may the theme."""
    made = cards(parse_brochure(TEXT, "a.yaml"), ("pine",))
    assert {card.opening for card in made.sections} == {""}
    assert [card.theme for card in made.sections] == ["pine"] * 4 + [""]
