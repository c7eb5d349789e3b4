"""A figure set large must be the figure in the text, with its unit and its qualifier."""

import pytest

from brochure.content import check
from brochure.diagnostics import Severity
from tests.content.authored import small
from tests.source.findings import told

TEXT = (
    "清洁能源利用率超80%，合格率达到98%以上，创新平台达187家，算力规模超1.3万P，总值1801.10亿元，"
    "共1,234个，三十多处，30多处，全国首单成功签约，参保率均超95%，第２０次"
)


def found(metric: str, text: str = TEXT) -> list[str]:
    """What the check finds when a section with *text* shows *metric* at 8:17."""
    brochure = small(
        f"slug: a\ntitle: 一\nsections:\n  - slug: b\n    title: 二\n    blocks:\n      - {text}\n"
        f"      - metric: {{label: 率, {metric}}}\n"
    )
    findings = check(brochure)
    assert all(finding.severity is Severity.WARNING for finding in findings)
    return told(tuple(finding for finding in findings if finding.code != "content/typing"))


BORNE_OUT = (
    'qualifier: 超, value: "80", unit: "%"',
    'value: "98", unit: "%", qualifier: 以上',
    "value: 187, unit: 家",
    "qualifier: 超, value: 1.3, unit: 万P",
    "value: 1801.10, unit: 亿元",
    'value: "1234", unit: 个',
    'value: "1,234", unit: 个',
    "value: 30, unit: 处, qualifier: 多",
    "value: 全国首单",
    "value: １８７, unit: 家",
    "value: 20, unit: 次",
    'qualifier: 均超, value: "95", unit: "%"',
    "value: 187家",
)


@pytest.mark.parametrize("metric", BORNE_OUT)
def test_a_figure_in_the_text_is_borne_out(metric: str) -> None:
    """Figure, unit and qualifier beside each other in the text pass, whatever the width of the digits."""
    assert found(metric) == []


NOT_THERE = (
    'value: "81", unit: "%", qualifier: 超',
    'value: "8", unit: "%"',
    'value: "0", unit: "%"',
    "value: 87, unit: 家",
    "value: 3, unit: 万P",
    'value: "1.30", unit: 万P',
    "value: 1801.1, unit: 亿元",
    "value: 801.10, unit: 亿元",
    'value: "80", unit: 个',
    'value: "80"',
    "value: 18",
    "value: 全省首单",
    'value: "234", unit: 个',
)


@pytest.mark.parametrize("metric", NOT_THERE)
def test_a_figure_not_in_the_text_is_told(metric: str) -> None:
    """Another figure, a part of one, one with other decimals or another unit is told at the metric."""
    assert found(metric) == ["8:17 content/metric-not-in-text"]


QUALIFIERS = (
    'value: "80", unit: "%"',
    'value: "98", unit: "%"',
    'value: "98", unit: "%", qualifier: 超',
    "value: 187, unit: 家, qualifier: 超",
    "value: 30, unit: 处",
)


@pytest.mark.parametrize("metric", QUALIFIERS)
def test_a_qualifier_lost_or_added_is_told(metric: str) -> None:
    """超, 以上 and 多 in the text must stand in the metric, and none may be added."""
    assert found(metric) == ["8:17 content/metric-qualifier"]


def test_the_figures_of_a_note_are_checked_too() -> None:
    """A figure in the label or note that the text does not have is told."""
    assert found("value: 187, unit: 家, note: 其中20次") == []
    assert found("value: 187, unit: 家, note: 占72.8%") == ["8:17 content/metric-not-in-text"]


def test_the_text_of_the_same_section_counts() -> None:
    """A figure in another section, in a caption or in another metric does not bear a metric out; in a
    lead it does.
    """
    text = """\
slug: a
title: 一
front:
  - metric: {value: "99", unit: "%", label: 全书}
sections:
  - slug: b
    title: 二
    blocks:
      - lead: 达99%。
      - metric: {value: "99", unit: "%", label: 率}
  - slug: c
    title: 三
    blocks:
      - photo: {file: a.jpg, caption: 达99%}
      - metrics: [{value: "99", unit: "%", label: 率}]
      - 无
"""
    assert told(check(small(text))) == ["15:19 content/metric-not-in-text"]


def test_the_figures_of_the_text_are_suggested() -> None:
    """What the text has in the same unit is suggested."""
    brochure = small(
        "slug: a\ntitle: 一\nsections:\n  - slug: b\n    title: 二\n    blocks:\n"
        "      - 达81.57%，又达40.87%，共3个\n"
        '      - metric: {label: 率, value: "81.75", unit: "%"}\n'
    )
    (finding,) = check(brochure)
    assert finding.suggestion == ("the text has 81.57%, 40.87%", "正文里有：81.57%、40.87%")


def test_a_photograph_without_caption_is_told() -> None:
    """A photograph in the pages needs a caption; an illustration or a cover need not have one."""
    text = """\
slug: a
title: 一
cover: {photo: {file: c.jpg}}
sections:
  - slug: b
    title: 二
    blocks:
      - photo: {file: a.jpg}
      - photo: {file: b.jpg, kind: illustration}
      - 一
"""
    assert told(check(small(text))) == ["8:16 content/no-caption"]
