"""The author's YAML becomes a brochure, or every fault in it is told at once at its place."""

from dataclasses import replace
from pathlib import Path

import pytest

from brochure.content import (
    BodyText,
    Brochure,
    Cover,
    Credits,
    Heading,
    Inline,
    Lead,
    MetricBand,
    MetricCallout,
    Photo,
    Section,
    Title,
    load_brochure,
    parse_brochure,
)
from tests.content.authored import SMALL, content_faults, small, with_block
from tests.source.findings import faults_of, told

WHOLE = """\
slug: xining
layout: civic-16k
handout_layout: handout-a4
title: 向「绿」而行 |向「新」发力
subtitle: 高原|新实践
cover: {photo: {file: a/cover.jpg, kind: illustration, focus: [50%, 0.6]}, line: 二〇二五年}
keep: [西宁, 湟水]
front:
  - lead: 在**西宁**
  - photo: {file: a/lilac.png, caption: 丁香, credit: 某人}
sections:
  - slug: one
    title: 第一节
    theme: pine
    opening: wide
    blocks:
      - heading: 小标题
      - heading: {title: 小|标题, level: 2}
      - 一段。
      - text: 二段。
      - text: {lead: 提要。, text: 三段。}
      - metric: {value: 1801.10, label: 总值, unit: 亿元}
      - metrics:
          - {value: "08", label: 零八}
          - {value: yes, label: 是, qualifier: 超, unit: "%", note: 注}
closing:
  title: 完
  blocks: [再见。]
credits: {source: 来源, issuer: 单位, date: 2025-11-30, note: 附注}
"""


def said(text: str) -> tuple[Inline, ...]:
    """A text without marks."""
    return (Inline(text=text),)


def test_every_key_has_its_place_in_the_brochure() -> None:
    """One file with every key of the language gives exactly this brochure."""
    blocks = (
        Heading(title=Title(text="小标题")),
        Heading(title=Title(text="小标题", seams=(1,)), level=2),
        BodyText(text=said("一段。")),
        BodyText(text=said("二段。")),
        BodyText(text=said("三段。"), lead=said("提要。")),
        MetricCallout(value="1801.10", label="总值", unit="亿元"),
        MetricBand(
            metrics=(
                MetricCallout(value="08", label="零八"),
                MetricCallout(value="yes", label="是", qualifier="超", unit="%", note="注"),
            )
        ),
    )
    assert parse_brochure(WHOLE, "a.yaml") == Brochure(
        slug="xining",
        layout="civic-16k",
        handout_layout="handout-a4",
        title=Title(text="向「绿」而行 向「新」发力", seams=(7,)),
        subtitle=Title(text="高原新实践", seams=(2,)),
        cover=Cover(
            photo=Photo(file="a/cover.jpg", kind="illustration", focus=(0.5, 0.6)), line="二〇二五年"
        ),
        keep=("西宁", "湟水"),
        front=(
            Lead(text=(Inline(text="在"), Inline(text="西宁", bold=True))),
            Photo(file="a/lilac.png", caption=said("丁香"), credit="某人"),
        ),
        sections=(
            Section(slug="one", title=Title(text="第一节"), theme="pine", opening="wide", blocks=blocks),
        ),
        closing=Section(slug="closing", title=Title(text="完"), blocks=(BodyText(text=said("再见。")),)),
        credits=Credits(source="来源", issuer="单位", date="2025-11-30", note="附注"),
    )


def test_blocks_and_names_know_their_place() -> None:
    """Spans point at the value of a block; names that a later room checks bring their own."""
    brochure = parse_brochure(WHOLE, "a.yaml")
    section, photo = brochure.sections[0], brochure.front[1]
    assert [block.span and block.span[1:3] for block in section.blocks] == [
        (17, 18), (18, 18), (19, 9), (20, 15), (21, 15), (22, 17), (24, 11),
    ]  # fmt: skip
    assert isinstance(photo, Photo)
    places = (
        photo.file_at,
        section.theme_at,
        section.opening_at,
        brochure.layout_at,
        brochure.handout_layout_at,
    )
    assert [place and place[1:3] for place in places] == [(10, 19), (14, 12), (15, 14), (2, 9), (3, 17)]


def test_places_do_not_make_blocks_differ() -> None:
    """The same block on another line is equal, so that composition may be kept after an edit above."""
    moved = parse_brochure("# 注\n\n" + WHOLE, "b.yaml")
    assert moved == parse_brochure(WHOLE, "a.yaml")
    assert moved.sections[0].blocks[0].span != parse_brochure(WHOLE, "a.yaml").sections[0].blocks[0].span


@pytest.mark.parametrize("text", [WHOLE.replace("\n", "\r\n"), WHOLE.rstrip(), WHOLE + "\n\n"])
def test_line_ends_do_not_change_the_brochure(text: str) -> None:
    """Windows line ends, a missing last one, blank lines at the end: the same brochure."""
    assert parse_brochure(text, "a.yaml") == parse_brochure(WHOLE, "a.yaml")


FAULTS = {
    "unknown key": (
        SMALL.replace("title: 西宁", "titel: 西宁"),
        ["1:1 content/missing-key", "2:1 content/unknown-key"],
    ),
    "unknown key in a metric": (
        with_block('- metric: {value: "38.6", uint: "%", label: 增长}'),
        ["8:33 content/unknown-key"],
    ),
    "unknown block": (with_block("- pohto: {file: a.jpg}"), ["8:9 content/unknown-key"]),
    "full-width colon in braces": (
        with_block("- metric: {value：80, label: 率}"),
        ["8:17 content/missing-key", "8:23 content/full-width-colon"],
    ),
    "full-width colon before braces": (
        with_block("- metric：{value: 80}"),
        ["8:15 content/full-width-colon"],
    ),
    "full-width colon of a block": (with_block("- photo：a.jpg"), ["8:14 content/full-width-colon"]),
    "block not indented": (with_block("- photo:\n  file: a.jpg"), ["8:9 content/one-key"]),
    "metric without label": (with_block("- metric: {value: 80}"), ["8:17 content/missing-key"]),
    "metric as text": (with_block("- metric: 80"), ["8:17 content/wrong-type"]),
    "no metrics": (with_block("- metrics: []"), ["8:18 content/wrong-count"]),
    "empty text": (with_block("- text:"), ["8:14 content/wrong-type"]),
    "empty block": (with_block("-"), ["8:8 content/wrong-type"]),
    "two paragraphs in one": (with_block("- |\n  一\n  二"), ["9:10 content/more-than-a-line"]),
    "text that ends in dots": (with_block("- 重点::西宁::"), ["8:9 content/needs-quotes"]),
    "heading of level nine": (with_block("- heading: {title: 一, level: 9}"), ["8:36 content/out-of-range"]),
    "photo outside": (with_block("- photo: {file: ../a.jpg}"), ["8:23 content/unfit-name"]),
    "photo from the web": (with_block("- photo: {file: 'https://a.cn/a.jpg'}"), ["8:23 content/unfit-name"]),
    "photo of another kind": (with_block("- photo: {file: a.eps}"), ["8:23 content/not-a-picture-name"]),
    "photos alike but for case": (
        with_block("- photo: {file: a.jpg}\n- photo: {file: A.jpg}\n- photo: {file: a.jpg}"),
        ["9:23 content/names-alike"],
    ),
    "focus outside the picture": (
        with_block("- photo: {file: a.jpg, focus: [0.5, 1.2]}"),
        ["8:43 content/out-of-range"],
    ),
    "focus of one number": (with_block("- photo: {file: a.jpg, focus: [0.5]}"), ["8:37 content/wrong-count"]),
    "unknown kind of photo": (
        with_block("- photo: {file: a.jpg, kind: chart}"),
        ["8:36 content/unknown-choice"],
    ),
    "no sections": ("slug: a\ntitle: 西宁\n", ["1:1 content/missing-key"]),
    "empty list of sections": ("slug: a\ntitle: 西宁\nsections: []\n", ["3:11 content/wrong-count"]),
    "section without blocks": (
        "slug: a\ntitle: 西宁\nsections:\n  - {slug: a, title: 一, blocks: []}\n",
        ["4:33 content/wrong-count"],
    ),
    "slug in capitals": (SMALL.replace("slug: one", "slug: One Two"), ["4:11 content/not-a-slug"]),
    "slug with a path": (SMALL.replace("slug: small", "slug: ../x"), ["1:7 content/not-a-slug"]),
    "slug in Chinese": (SMALL.replace("slug: small", "slug: 西宁"), ["1:7 content/not-a-slug"]),
    "slug Windows keeps": (SMALL.replace("slug: one", "slug: con"), ["4:11 content/not-a-slug"]),
    "slug of the closing": (SMALL.replace("slug: one", "slug: closing"), ["4:11 content/duplicate-slug"]),
    "slug twice": (
        SMALL + "  - slug: one\n    title: 二\n    blocks: [一]\n",
        ["8:11 content/duplicate-slug"],
    ),
    "a day that is none": (SMALL + "credits: {date: 2025-02-30}\n", ["8:17 content/not-so-written"]),
    "a date in Chinese": (SMALL + "credits: {date: 2025年11月}\n", ["8:17 content/not-so-written"]),
    "title as list": (SMALL.replace("title: 西宁", "title: [西宁]"), ["2:8 content/wrong-type"]),
    "title in braces": (SMALL.replace("title: 西宁", "title: {西宁}"), ["2:8 content/wrong-type"]),
    "null title": (SMALL.replace("title: 西宁", "title: ~"), ["2:8 content/empty-value"]),
    "sections as text": ("slug: a\ntitle: 西宁\nsections: 西宁\n", ["3:11 content/wrong-type"]),
    "a value of twenty-one": (
        with_block(f'- metric: {{value: "{"1" * 21}", label: 一}}'),
        ["8:25 content/text-too-long"],
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_told_at_its_place(name: str) -> None:
    """Each fault of content is told with code, line and column."""
    text, expected = FAULTS[name]
    assert content_faults(text) == expected


def test_all_faults_of_a_file_come_at_once() -> None:
    """Faults in the head, in two blocks, in a nested metric and in a section are told together, in order."""
    text = (
        with_block(
            "- metrics: [{value: 1, lable: 一}, {vlaue: 2, label: 二}]\n- 一**二\n- photo: {file: /a.jpg}"
        )
        .replace("slug: small", "slug: Small")
        .replace("    title: 第一节", "    titel: 第一节")
    )
    assert content_faults(text) == [
        "1:7 content/not-a-slug",
        "4:5 content/missing-key",
        "5:5 content/unknown-key",
        "8:19 content/missing-key",
        "8:30 content/unknown-key",
        "8:41 content/missing-key",
        "8:42 content/unknown-key",
        "9:10 content/unclosed-mark",
        "10:23 content/unfit-name",
    ]


def test_a_mistyped_key_brings_the_nearest() -> None:
    """``uint`` in a metric is answered with ``unit``, in both languages."""
    (finding,) = faults_of(lambda: small(with_block('- metric: {value: 1, uint: "%", label: 一}')))
    assert finding.message == ("unknown key `uint` in a metric", "数据里没有 `uint` 这个键")
    assert finding.suggestion == ("`unit`", "`unit`")


def test_yaml_faults_come_before_content_faults() -> None:
    """Faults of the YAML itself are told alone: what follows from them would be noise."""
    assert content_faults(SMALL.replace("title: 西宁", "titel：西宁")) == ["2:6 source/full-width-colon"]


def test_a_file_is_loaded_under_its_name(tmp_path: Path) -> None:
    """A file on disk gives the brochure of its text; spans carry the name it is shown by."""
    path = tmp_path / "brochure.yaml"
    path.write_text(SMALL, encoding="utf-8")
    brochure = load_brochure(path, "brochure.yaml")
    assert brochure == replace(small(), span=None)
    assert brochure.span is not None
    assert brochure.span.file == "brochure.yaml"
    assert told(faults_of(lambda: load_brochure(tmp_path / "brochur.yaml"))) == ["source/missing-file"]
