"""What a reader who does not see the page is told of a picture, a drawn figure or a code (替代文字).

Derived from what the author wrote and from nothing else; an author's own ``alt`` comes first.
"""

from __future__ import annotations

from typing import Final

from brochure.content.model import MetricBand, MetricCallout, Photo, PhotoGroup, QrCode, Reading, plain

# Qualifiers that Chinese puts after the figure they soften; all others (超, 近, 达 …) stand before it.
AFTER: Final = frozenset({"以上", "以下", "以内", "左右", "余", "多", "强", "之一"})
_KINDS: Final = {"photograph": "照片", "illustration": "插画", "map": "地图"}


def described(block: MetricCallout | MetricBand | Photo | PhotoGroup | QrCode) -> str:
    """The words that stand for *block* where it cannot be seen; empty for a picture that says nothing."""
    match block:
        case Photo():
            return _photo(block)
        case PhotoGroup():
            return _group(block)
        case QrCode():
            caption = plain(block.caption)
            return _sentences("二维码" + (f"：{caption}" if caption else ""), f"内容为 {block.text}")
        case MetricCallout():
            return _metric(block)
        case MetricBand():
            return "".join(_metric(metric) for metric in block.metrics)


def figure_words(metric: MetricCallout) -> str:
    """Qualifier, value and unit in the order of speech: 超80%, 98%以上."""
    after = metric.qualifier in AFTER
    before, behind = ("", metric.qualifier) if after else (metric.qualifier, "")
    return f"{before}{metric.value}{metric.unit}{behind}"


def _photo(photo: Photo) -> str:
    words = photo.alt or plain(photo.caption)
    approval = f"审图号：{photo.approval}" if photo.approval else ""
    if not words and not approval:
        return ""
    kind = _KINDS[photo.kind]
    return _sentences(f"{kind}：{words}" if words else kind, approval)


def _group(group: PhotoGroup) -> str:
    own = [_photo(photo) for photo in group.photos]
    shared = plain(group.caption)
    return _sentences(f"一组{len(group.photos)}幅图：{shared}" if shared else "", *own)


def _metric(metric: MetricCallout) -> str:
    """The figure with its label, then what is drawn beside it in figures."""
    drawn = ""
    if metric.share and metric.share != f"{metric.value}{metric.unit}":
        drawn = f"占整体的{metric.share}"
    elif metric.parts:
        drawn = "其中" + "，".join(_said(part, metric) for part in metric.parts)
    elif metric.before and metric.after:
        drawn = f"由{_said(metric.before, metric)}变为{_said(metric.after, metric)}"
    elif metric.trend:
        drawn = "历年：" + "，".join(_said(reading, metric) for reading in metric.trend)
    return _sentences(f"{metric.label}：{figure_words(metric)}", drawn, metric.note)


def _said(reading: Reading, metric: MetricCallout) -> str:
    label = f"{reading.label}年" if reading.label.isdigit() else reading.label
    return f"{label}{reading.value}{reading.unit or metric.unit}"


def _sentences(*parts: str) -> str:
    """The parts that say something, each closed by a full stop."""
    return "".join(part if part.endswith(("。", "！", "？")) else f"{part}。" for part in parts if part)
