"""What may be drawn of a metric: how it is written, read, checked, and told to who cannot see it."""

import pytest

from brochure.content import MetricBand, MetricCallout, Photo, PhotoGroup, QrCode, Reading, check, described
from brochure.content.model import Inline
from brochure.content.quantities import quantity, rounding, share_of
from tests.content.authored import content_faults, small, with_block

QUANTITIES = {
    "1,801.10": 1801.1,
    "１２３４": 1234.0,
    "－2.5": -2.5,
    "−2.5": -2.5,
    "1.02万": 10200.0,
    "3万亿": 3e12,
    "80%": 80.0,
    "+3": 3.0,
    "约80": None,
    "80多": None,
    "1.2.3": None,
    "12,34": None,
    "全国首单": None,
    "": None,
}


@pytest.mark.parametrize("text", QUANTITIES)
def test_a_quantity_is_read_or_refused(text: str) -> None:
    """Full-width digits, thousands commas, minus signs, 万 and 亿 are numbers; words are none."""
    assert quantity(text) == QUANTITIES[text]


def test_a_share_is_a_percentage_of_a_whole() -> None:
    """Per cent and per mille up to the whole; what exceeds it or has no sign is no share."""
    found = [share_of(text) for text in ("80%", "８０％", "100%", "8.2‰", "104%", "80", "-3%")]
    assert found == [0.8, 0.8, 1.0, pytest.approx(0.0082), None, None, None]


def test_rounding_is_half_of_the_last_place() -> None:
    """12.5 may be up to 0.05 off, 12 up to half, 1.02万 up to 50."""
    assert [rounding(text) for text in ("12.5", "12", "1.02万", "约")] == pytest.approx([0.05, 0.5, 50, 0])


def metric(written: str) -> MetricCallout:
    """The metric so written."""
    block = small(with_block(f"- metric: {written}")).sections[0].blocks[-1]
    assert isinstance(block, MetricCallout)
    return block


def test_values_stay_as_typed() -> None:
    """A share that is the figure itself, parts with their names, a trend by years: text, not numbers."""
    assert metric('{value: "80.0", unit: "%", label: 甲, share: true}').share == "80.0%"
    assert metric("{value: 三分之二, label: 甲, share: 66.7%}").share == "66.7%"
    drawn = metric('{value: "3", label: 甲, parts: [{label: 乙, value: "1.0"}, {label: 丙, value: "2,000"}]}')
    assert drawn.parts == (Reading(value="1.0", label="乙"), Reading(value="2,000", label="丙"))
    years = metric("{value: 9, label: 甲, trend: [{year: 2020, value: 08}, {year: 2021, value: 9.10}]}")
    assert years.trend == (Reading(value="08", label="2020"), Reading(value="9.10", label="2021"))


def test_the_figure_is_what_came_after() -> None:
    """A bare number after `from`, no `to`: the change leads to the figure itself."""
    drawn = metric('{value: "22", unit: 分钟, label: 通勤, from: "41"}')
    assert (drawn.before, drawn.after) == (Reading(value="41"), Reading(value="22"))


SLIPS = {
    "no share": ('{value: "80", unit: 家, label: 甲, share: true}', "content/not-a-share", "true"),
    "more than all": ('{value: 一, label: 甲, share: "104%"}', "content/not-a-share", '"104'),
    "another share": ('{value: "80", unit: "%", label: 甲, share: "70%"}', "content/share-differs", '"70'),
    "no number": ("{value: 9, label: 甲, trend: [{year: 1, value: 约八}, {year: 2, value: 9}]}",
                  "content/unreadable-value", "约八"),
    "figure no number": ("{value: 九成, label: 甲, from: 8}", "content/unreadable-value", "九成"),
    "negative part": ("{value: 9, label: 甲, parts: [{label: a, value: -1}, {label: b, value: 9}]}",
                      "content/not-a-share", "-1"),
    "two drawings": ('{value: 9, label: 甲, share: 80%, from: "8"}', "content/two-drawings", '"8"'),
    "to alone": ('{value: 9, label: 甲, to: "8"}', "content/missing-key", '"8"'),
    "one year": ("{value: 9, label: 甲, trend: [{year: 1, value: 8}]}", "content/wrong-count", "[{year"),
    "part without name": ("{value: 9, label: 甲, parts: [{value: 8}, {label: b, value: 1}]}",
                          "content/missing-key", "{value: 8}"),
}  # fmt: skip


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_at_its_place(name: str) -> None:
    """What cannot be drawn is an error that points at the value."""
    written, code, at = SLIPS[name]
    line = f"      - metric: {written}"
    assert content_faults(with_block(f"- metric: {written}")) == [f"8:{line.rindex(at) + 1} {code}"]


PICTURES = {
    "odd approval": ("- photo: {file: a.jpg, kind: map, approval: 2020}", "content/not-an-approval"),
    "one picture": ("- photos: [{file: a.jpg}]", "content/wrong-count"),
    "odd arrangement": (
        "- photos: {photos: [{file: a.jpg}, {file: b.jpg}], arrange: row}",
        "content/unknown-choice",
    ),
    "empty code": ("- qr: {text: }", "content/empty-value"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_slip_in_a_picture_is_told(name: str) -> None:
    """A number that is none, a group of one, an arrangement nobody knows, a code of nothing."""
    written, code = PICTURES[name]
    assert [fault.partition(" ")[2] for fault in content_faults(with_block(written))] == [code]


@pytest.mark.parametrize(
    "written", ["GS(2024)0001号", "审图号：GS（2024）0001号", "审图号 青S(2021) 12号", "京S(2021)015号"]
)
def test_an_approval_is_kept_without_its_word(written: str) -> None:
    """The word 审图号 is the layout's to print; the number stays as typed."""
    block = small(with_block(f'- photo: {{file: a.jpg, kind: map, approval: "{written}"}}'))
    photo = block.sections[0].blocks[-1]
    assert isinstance(photo, Photo)
    assert photo.approval == written.removeprefix("审图号").lstrip("： ")


# ---------------------------------------------------------------- does it agree


def warnings(text: str, *blocks: str) -> list[str]:
    """The codes of what check says about a section with this *text* and these *blocks*."""
    written = with_block("\n".join([f"- {text}", *(f"- metric: {block}" for block in blocks)]))
    return [finding.code for finding in check(small(written))]


def test_parts_make_up_their_whole() -> None:
    """The figure or a hundred per cent, rounding allowed; a part too little is a warning."""
    parts = "parts: [{{label: 甲, value: {}}}, {{label: 乙, value: {}}}]"
    whole = "{{value: {}, unit: {}, label: 丙, {}}}"
    good = (
        whole.format("1250", "吨", parts.format("640", "610")),
        whole.format('"53"', '"%"', parts.format("53.4", "46.5")),  # 99.9: each may be 0.05 off
    )
    assert warnings("共1250吨，53%。", *good) == []
    short = whole.format("1250", "吨", parts.format("640", "600"))
    assert warnings("共1250吨。", short) == ["content/parts-total"]
    tons = "{label: 甲, value: 7, unit: 吨}, {label: 乙, value: 9, unit: 吨}"
    other_unit = f"{{value: 2, unit: 类, label: 丙, parts: [{tons}]}}"
    assert warnings("共2类。", other_unit) == []


def test_years_follow_each_other() -> None:
    """A year twice or out of order is a warning; labels that are no years are not judged."""
    trend = "{{value: 9, unit: 家, label: 丙, trend: [{{year: {}, value: 8}}, {{year: {}, value: 9}}]}}"
    assert warnings("共9家。", trend.format("2021年", "2020年")) == ["content/years-out-of-order"]
    assert warnings("共9家。", trend.format(2020, 2020)) == ["content/years-out-of-order"]
    assert warnings("共9家。", trend.format("十三五", "十二五")) == []


def test_before_and_after_are_in_the_text() -> None:
    """The figures of a change are claims like any other, with their own unit where they have one."""
    stages = 'from: {value: "10", unit: 亿元}, to: {value: "13", unit: 亿元}'
    change = f'{{value: "31", unit: "%", label: 增长, {stages}}}'
    assert warnings("由10亿元到13亿元，增长31%。", change) == []
    assert warnings("由10亿元到13万元，增长31%。", change) == ["content/metric-not-in-text"]


def test_pictures_of_a_group_may_share_their_caption() -> None:
    """Photographs without captions of their own are warned about unless the group has one."""
    bare = "- photos: [{file: a.jpg}, {file: b.jpg}]"
    shared = "- photos: {caption: 合写, photos: [{file: a.jpg}, {file: b.jpg}]}"
    assert [finding.code for finding in check(small(with_block(bare)))] == ["content/no-caption"] * 2
    assert check(small(with_block(shared))) == ()


# ---------------------------------------------------------------- for who cannot see it


def test_a_metric_is_told_with_its_drawing() -> None:
    """Label and figure, then parts, change or trend in figures with their unit."""
    assert (
        described(metric('{value: "80", unit: "%", qualifier: 超, label: 利用率, share: true}'))
        == "利用率：超80%。"
    )
    assert (
        described(metric("{value: 三分之二, label: 占比, share: 66.7%}")) == "占比：三分之二。占整体的66.7%。"
    )
    parts = "{value: 3, unit: 吨, label: 总量, parts: [{label: 甲, value: 1}, {label: 乙, value: 2}]}"
    assert described(metric(parts)) == "总量：3吨。其中甲1吨，乙2吨。"
    stages = "from: {value: 90, label: 改前}, to: {value: 98, label: 改后}"
    change = f"{{value: 98, unit: 分, qualifier: 以上, label: 成绩, note: 注, {stages}}}"
    assert described(metric(change)) == "成绩：98分以上。由改前90分变为改后98分。注。"
    trend = "{value: 9, unit: 家, label: 数量, trend: [{year: 2020, value: 8}, {year: 2021年, value: 9}]}"
    assert described(metric(trend)) == "数量：9家。历年：2020年8家，2021年9家。"
    band = MetricBand(metrics=(MetricCallout(value="1", label="甲"), MetricCallout(value="2", label="乙")))
    assert described(band) == "甲：1。乙：2。"


def test_pictures_and_codes_are_told_by_their_captions() -> None:
    """The kind, the caption or the author's own words, the number of a map, the text of a code; nothing for a
    picture that says nothing.
    """
    words = (Inline(text="湖边"),)
    assert described(Photo(file="a.jpg", caption=words)) == "照片：湖边。"
    assert (
        described(Photo(file="a.jpg", caption=words, kind="illustration", alt="一个人在湖边"))
        == "插画：一个人在湖边。"
    )
    assert described(Photo(file="a.jpg", kind="map", approval="GS(2024)1号")) == "地图。审图号：GS(2024)1号。"
    assert described(Photo(file="a.jpg")) == ""
    group = PhotoGroup(photos=(Photo(file="a.jpg", caption=words), Photo(file="b.jpg")), caption=words)
    assert described(group) == "一组2幅图：湖边。照片：湖边。"
    assert described(QrCode(text="https://a.cn", caption=words)) == "二维码：湖边。内容为 https://a.cn。"


def test_an_approval_number_is_a_maps() -> None:
    """On a picture that is not marked as a map nothing would print it: a warning at the picture."""
    numbered = "- photo: {{file: a.jpg, caption: 图, {}approval: GS(2024)0001号}}"
    found = check(small(with_block(numbered.format(""))))
    assert [(finding.code, finding.span and finding.span.line) for finding in found] == [
        ("content/approval-unused", 8)
    ]
    assert check(small(with_block(numbered.format("kind: map, ")))) == ()
