"""The sample brochure says what the source text says, word for word."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from brochure.content import (
    BodyText,
    Brochure,
    Heading,
    Lead,
    MetricBand,
    MetricCallout,
    Photo,
    check,
    load_brochure,
    photos,
    plain,
)
from brochure.content.select import blocks, parts
from brochure.shipped import shelf

SEED: Final = (Path(__file__).parent / "xining_seed.txt").read_text(encoding="utf-8")
SAMPLE: Final = shelf("content") / "xining.yaml"
# One section lost its opening in the source; what is left of it is half a sentence.
FRAGMENT: Final = "模式，为筑牢生态安全屏障提供有力保障。"
CAPTIONS: Final = (
    "西宁市市花——丁香花",
    "环大美青海国际公路自行车赛",
    "天合光能青海基地组件生产制造车间",
    "大通县景阳镇大寨村汇丰景阳种植基地",
    "舞蹈诗剧《河湟》",
    "北川河湿地公园",
)


@pytest.fixture(scope="module")
def xining() -> Brochure:
    """The sample brochure."""
    return load_brochure(SAMPLE, "content/xining.yaml")


def squeezed(text: str) -> str:
    """*text* without any white space."""
    return re.sub(r"\s", "", text)


def running_text(brochure: Brochure) -> Iterator[str]:
    """What the brochure says from its title to its source, but for metrics, captions and the title made
    for ecology.
    """
    yield brochure.title.text
    yield brochure.subtitle.text if brochure.subtitle else ""
    for block in brochure.front:
        yield said(block)
    for section in parts(brochure):
        yield "" if section.slug == "ecology" else section.title.text
        for block in section.blocks:
            yield said(block)
    yield brochure.credits.source


def said(block: object) -> str:
    """The running text of a block."""
    match block:
        case BodyText():
            return plain(block.lead) + plain(block.text)
        case Lead():
            return plain(block.text)
        case Heading():
            return block.title.text
    return ""


def test_the_text_is_the_source_verbatim(xining: Brochure) -> None:
    """Title, leads, paragraphs, headings and source are those of the source text, in its order, to the
    last mark.
    """
    lines = [line.lstrip("# ") for line in SEED.splitlines()]
    body = squeezed("".join(line for line in lines if line.strip() not in (*CAPTIONS, FRAGMENT)))
    assert squeezed("".join(running_text(xining))) == body


def test_the_captions_are_those_of_the_source(xining: Brochure) -> None:
    """Six captioned pictures carry the six captions of the source; all are marked as illustrations."""
    assert sorted(plain(photo.caption) for photo in photos(xining) if photo.caption) == sorted(CAPTIONS)
    assert all(caption in SEED for caption in CAPTIONS)
    assert {photo.kind for photo in photos(xining)} == {"illustration"}


def test_the_lost_opening_is_left_in_a_comment(xining: Brochure) -> None:
    """The fragment stands in a comment and nowhere in the brochure; its section is named by its own
    run-in lead.
    """
    comment = next(line for line in SAMPLE.read_text(encoding="utf-8").splitlines() if FRAGMENT in line)
    assert comment.lstrip().startswith("#")
    assert FRAGMENT in SEED
    assert FRAGMENT not in "".join(running_text(xining))
    ecology = xining.sections[0]
    leads = [plain(block.lead) for block in ecology.blocks if isinstance(block, BodyText)]
    assert leads == [ecology.title.text + "。"]


METRICS: Final = {
    "industry": ["超80%", "98%以上", "3个", "187家", "72.8%", "1.47%", "超1.3万P", "36个"],
    "livelihood": ["80%以上", "81.57%", "40.87%", "99.02%", "17.22万人", "超95%", "170个", "15分钟"],
}


def printed(metric: MetricCallout) -> str:
    """The figure with unit and qualifier, as it reads."""
    after = metric.qualifier if metric.qualifier == "以上" else ""
    return f"{'' if after else metric.qualifier}{metric.value}{metric.unit}{after}"


def metrics(brochure: Brochure, slug: str) -> list[MetricCallout]:
    """The metrics of one section."""
    section = next(section for section in brochure.sections if section.slug == slug)
    return [metric for block in section.blocks if isinstance(block, MetricBand) for metric in block.metrics]


@pytest.mark.parametrize("slug", METRICS)
def test_metrics_keep_their_qualifiers(xining: Brochure, slug: str) -> None:
    """Each figure stands in its section with unit and qualifier, and reads so in the source."""
    assert [printed(metric) for metric in metrics(xining, slug)] == METRICS[slug]
    assert all(figure in squeezed(SEED) for figure in METRICS[slug])


def test_metrics_in_words_come_from_the_source(xining: Brochure) -> None:
    """The section without figures shows words instead, every one of them from the source."""
    shown = metrics(xining, "ecology")
    assert [metric.value for metric in shown] == ["全国首单", "碳达峰", "零碳"]
    assert all(metric.value in SEED and metric.label in SEED for metric in shown)


def test_the_sample_passes_its_own_checks(xining: Brochure) -> None:
    """No metric of the sample strays from the text, no caption is missing."""
    assert check(xining) == ()


def test_every_name_to_keep_occurs(xining: Brochure) -> None:
    """A name that must not break stands somewhere in the brochure."""
    captions = "".join(plain(block.caption) for block in blocks(xining) if isinstance(block, Photo))
    text = "".join(running_text(xining)) + captions
    assert [name for name in xining.keep if name not in text] == []


def test_every_picture_is_on_the_shelf(xining: Brochure) -> None:
    """The pictures that the sample asks for come in the box."""
    assert [photo.file for photo in photos(xining) if not (shelf("images") / photo.file).is_file()] == []
