"""Checks that the content agrees with itself: a figure set large must be the figure in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from brochure.content.agreement import check_approval, check_drawing
from brochure.content.model import (
    Block,
    BodyText,
    Brochure,
    Heading,
    Lead,
    MetricBand,
    MetricCallout,
    NameList,
    Photo,
    PhotoGroup,
    QrCode,
    plain,
)
from brochure.content.select import blocks, parts, photos
from brochure.diagnostics import Diagnostic, Words, warning

_BEFORE: Final = ("超过", "超", "近", "将近", "约", "逾", "突破", "不足", "至少", "不低于")
_AFTER: Final = ("以上", "以下", "左右", "多", "余")
_FIGURE: Final = r"(?<![\d.])\d+(?:\.\d+)?"


def check(brochure: Brochure) -> tuple[Diagnostic, ...]:
    """Warnings about *brochure*, in the order of the file.

    A metric that the text of its section does not bear out, a qualifier (超, 以上) lost or added, a
    photograph without caption, a slip of the keyboard (T1).
    """
    findings = [*brochure.slips, *_check_front(brochure), *_check_parts(brochure)]
    findings += _check_captions(brochure)
    return tuple(sorted(findings, key=lambda finding: finding.span or ("",)))


def _check_front(brochure: Brochure) -> Iterator[Diagnostic]:
    text = _comparable(said(blocks(brochure)))
    for metric in _metrics(brochure.front):
        yield from _check_metric(metric, text)


def _check_parts(brochure: Brochure) -> Iterator[Diagnostic]:
    for section in parts(brochure):
        text = _comparable(said(section.blocks))
        for metric in _metrics(section.blocks):
            yield from _check_metric(metric, text)


def _check_metric(metric: MetricCallout, text: str) -> Iterator[Diagnostic]:
    """Whether *text* has the figure with its unit and, beside it, the qualifier."""
    value, unit = _comparable(metric.value), _comparable(metric.unit)
    qualifier = _comparable(metric.qualifier)
    shown = f"{metric.value}{metric.unit}"
    found = list(re.finditer(_bounded(value, unit), text))
    if not found:
        message = Words(
            f"the figure `{shown}` does not occur in the text of its section",
            f"本节正文中没有 `{shown}` 这个数据",
        )
        yield warning("content/metric-not-in-text", message, metric.span, _alike(unit, text))
        return
    around = {_qualifier(match, text, qualifier) for match in found}
    if qualifier not in around:
        meant = min(around)
        message = Words(
            f"the text says `{_with(meant, shown)}`, the metric `{_with(qualifier, shown)}`",
            f"正文是 `{_with(meant, shown)}`，数据写成了 `{_with(qualifier, shown)}`",
        )
        hint = Words(f"qualifier: {meant}", f"qualifier: {meant}") if meant else None
        yield warning("content/metric-qualifier", message, metric.span, hint)
    for figure in re.findall(_FIGURE, _comparable(f"{metric.label} {metric.note}")):
        if not re.search(_bounded(figure, ""), text):
            message = Words(
                f"the figure `{figure}` beside `{shown}` does not occur in the text of its section",
                f"`{shown}` 旁边的 `{figure}` 在本节正文中没有出现",
            )
            yield warning("content/metric-not-in-text", message, metric.span)
    for stage in (metric.before, metric.after):
        unit = _comparable(stage.unit or metric.unit) if stage else ""
        if stage and not re.search(_bounded(_comparable(stage.value), unit), text):
            shown = f"{stage.value}{stage.unit or metric.unit}"
            message = Words(
                f"the figure `{shown}` does not occur in the text of its section",
                f"本节正文中没有 `{shown}` 这个数据",
            )
            yield warning("content/metric-not-in-text", message, stage.span, _alike(unit, text))
    yield from check_drawing(metric)


def _check_captions(brochure: Brochure) -> Iterator[Diagnostic]:
    for photo in photos(brochure):
        yield from check_approval(photo)
    for photo in _captioned(brochure):
        if photo.kind == "photograph" and not photo.caption:
            message = Words(f"the photograph `{photo.file}` has no caption", f"照片 `{photo.file}` 没有图注")
            hint = Words("add `caption: …`", "请补上 `caption: …`")
            yield warning("content/no-caption", message, photo.span, hint)


def _captioned(brochure: Brochure) -> Iterator[Photo]:
    """The pictures that want a caption of their own: all but those of a group that shares one."""
    for block in blocks(brochure):
        if isinstance(block, Photo):
            yield block
        elif isinstance(block, PhotoGroup) and not block.caption:
            yield from block.photos


def said(blocks: Iterable[Block]) -> str:
    """What the running text of *blocks* says, a line each; metrics and captions say nothing here."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case BodyText():
                lines.append(plain(block.lead) + plain(block.text))
            case Lead():
                lines.append(plain(block.text))
            case Heading():
                lines.append(block.title.text)
            case NameList():
                lines.append(" ".join(block.names))
            case MetricCallout() | MetricBand() | Photo() | PhotoGroup() | QrCode():
                pass
            case _:
                from brochure.content.apart import said_apart  # loaded by the block itself

                lines += said_apart(block)
    return "\n".join(lines)


def _metrics(blocks: Iterable[Block]) -> Iterator[MetricCallout]:
    for block in blocks:
        if isinstance(block, MetricCallout):
            yield block
        elif isinstance(block, MetricBand):
            yield from block.metrics


def _comparable(text: str) -> str:
    """*text* with half-width digits and marks, without blanks and thousands commas: 1，234 ％ → 1234%."""
    half = re.sub(r"[^\S\n]+", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", half)


def _bounded(value: str, unit: str) -> str:
    """A pattern for the figure where it is not part of a longer one; 多 and 余 may stand before the unit."""
    start = r"(?<![\d.])" if value[:1].isdigit() else ""
    end = r"(?!\.?\d)(?!%)" if not unit and value[-1:].isdigit() else ""
    between = f"(?P<inside>{'|'.join(_AFTER)})?" if unit else ""
    return f"{start}{re.escape(value)}{between}{re.escape(unit)}{end}"


def _qualifier(match: re.Match[str], text: str, wanted: str) -> str:
    """The qualifier of a figure found in *text*; *wanted* where it stands there, a known one otherwise."""
    before, after = text[: match.start()], text[match.end() :]
    if wanted and (before.endswith(wanted) or after.startswith(wanted)):
        return wanted
    inside = match.groupdict().get("inside")
    if inside:
        return str(inside)
    known = [word for word in _BEFORE if before.endswith(word)] + [w for w in _AFTER if after.startswith(w)]
    return max(known, key=len, default="")


def _with(qualifier: str, figure: str) -> str:
    return f"{figure}{qualifier}" if qualifier in _AFTER else f"{qualifier}{figure}"


def _alike(unit: str, text: str) -> Words | None:
    """The figures in *text* with the same unit, as a suggestion."""
    if not unit:
        return None
    figures = list(dict.fromkeys(re.findall(rf"(?<![\d.])\d+(?:\.\d+)?{re.escape(unit)}", text)))[:6]
    if not figures:
        return None
    return Words(f"the text has {', '.join(figures)}", f"正文里有：{'、'.join(figures)}")
