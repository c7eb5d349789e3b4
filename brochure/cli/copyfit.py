"""What `brochure check --copyfit` says: a paragraph at a time in plain words, everything in the JSON
document.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from brochure.cli.desk import Desk
from brochure.composition.copyfit import CopyFit, LineFit
from brochure.diagnostics import Words
from brochure.press import Cache, Job
from brochure.press.copyfit import CopyReport, Passage, Shortening, copyfit
from brochure.source.excerpt import visible

_NEAR: Final = 3  # characters: so few more or less are worth a line of their own in the report
_WIDE: Final = 0.10  # em; J6
_STEPS: Final = {
    "word-space": Words("word spaces", "西文词距"),
    "interpunct": Words("interpuncts", "间隔号"),
    "bracket": Words("brackets", "括号引号"),
    "pause": Words("commas", "逗号顿号"),
    "mixed-gap": Words("gaps beside Latin", "中西文间距"),
    "stop": Words("stops", "句号"),
    "han-gap": Words("all characters", "字距"),
}


def measured(job: Job, cache: Cache) -> CopyReport:
    """The edition of *job* proofed, every paragraph measured."""
    return copyfit(job, cache)


def show(reports: Sequence[CopyReport], desk: Desk) -> None:
    """Each paragraph's line, then what to cut where text runs over; the quiet hear nothing."""
    for report in reports:
        for passage in report.passages:
            desk.remark(f"{visible(str(passage.span))}: {desk.in_words(_told(passage))}")
            for sentence in _of_lines(passage.fit):
                desk.remark(f"    {desk.in_words(sentence)}")
        for shortening in report.shortenings:
            desk.remark(desk.in_words(_advice(shortening)))


def facts(reports: Sequence[CopyReport]) -> tuple[tuple[str, Any], ...]:
    """The same for programs, with the ledger of every line; nothing when it was not asked for."""
    if not reports:
        return ()
    return (
        ("copyfit", [_record(passage) for report in reports for passage in report.passages]),
        ("shortenings", [_cut_record(each) for report in reports for each in report.shortenings]),
    )


# ---------------------------------------------------------------- words


def _told(passage: Passage) -> Words:
    """``“…”: 12 lines, 252 em; last line 6 characters; 4 characters fewer save a line, 19 more fit``."""
    fit = passage.fit
    count = len(fit.lines)
    en = [f"{count} line{'s' * (count != 1)}, {fit.natural:.1f} em; last line {_characters(fit.last)}"]
    zh = [f"{count} 行，净长 {fit.natural:.1f} 字；末行 {fit.last} 字"]
    if fit.cut is not None:
        en.append(f"{_characters(fit.cut)} fewer save{'s' * (fit.cut == 1)} a line")
        zh.append(f"删 {fit.cut} 字省一行")
    if fit.room is not None:
        en.append(f"{fit.room} more fit" if fit.room else "one character more costs a line")
        zh.append(f"再添 {fit.room} 字不加行" if fit.room else "再添 1 字就多一行")
    near = fit.cut is not None and fit.cut <= _NEAR
    start = visible(passage.opening)
    mark = "  <-" if near else ""
    return Words(f"“{start}…” {'; '.join(en)}{mark}", f"“{start}……”{'；'.join(zh)}{mark}")


def _of_lines(fit: CopyFit) -> list[Words]:
    """The widest line where it is too wide (J6), and whether a line less or more could be had as it is."""
    said = list[Words]()
    number, widest = max(enumerate(fit.lines, start=1), key=lambda pair: pair[1].gap, default=(0, None))
    if widest and widest.gap > _WIDE:
        said.append(
            Words(
                f"line {number} “{visible(widest.text)}” is spaced by {widest.gap:.2f} em",
                f"第 {number} 行“{visible(widest.text)}”字距拉开 {widest.gap:.2f} 字",
            )
        )
    squeezed = [(number, line) for number, line in enumerate(fit.lines, start=1) if line.taken]
    if squeezed:
        number, line = max(squeezed, key=lambda pair: sum(amount for _, amount in pair[1].taken))
        said.append(_squeezed(number, line))
    return said


def _squeezed(number: int, line: LineFit) -> Words:
    steps = [(_STEPS[step], amount) for step, amount in line.taken]
    en = ", ".join(f"{words.en} {amount:.2f} em" for words, amount in steps)
    zh = "、".join(f"{words.zh} {amount:.2f} 字" for words, amount in steps)
    return Words(f"tightest: line {number}, taken from {en}", f"最紧的是第 {number} 行，挤了{zh}")


def _advice(shortening: Shortening) -> Words:
    """What to cut to pull up what runs over."""
    lines = shortening.lines
    en = ", ".join(f"{_characters(cut)} at line {span.line}" for span, cut in shortening.cuts)
    zh = "、".join(f"第 {span.line} 行那一段删 {cut} 字" for span, cut in shortening.cuts)
    name = shortening.section
    return Words(
        f"section `{name}` runs over by {lines} line{'s' * (lines != 1)}; the least to cut: {en}",
        f"“{name}”一节溢出 {lines} 行；删得最少的办法：{zh}",
    )


def _characters(count: int) -> str:
    return f"{count} character{'s' * (count != 1)}"


# ---------------------------------------------------------------- records


def _record(passage: Passage) -> dict[str, Any]:
    fit = asdict(passage.fit)
    lines = [
        {
            "text": line["text"],
            "natural_em": round(line["natural"], 4),
            "taken": {step: round(amount, 4) for step, amount in line["taken"]},
            "given": {step: round(amount, 4) for step, amount in line["given"]},
            "gap_em": round(line["gap"], 4),
        }
        for line in fit.pop("lines")
    ]
    return {
        "file": passage.span.file,
        "line": passage.span.line,
        "section": passage.section,
        "opening": passage.opening,
        "measure_em": round(passage.measure / passage.size, 4),
        "placed": passage.placed,
        "characters": fit["characters"],
        "natural_em": round(fit["natural"], 4),
        "last_line": fit["last"],
        "cut_to_save_a_line": fit["cut"],
        "room_in_the_last_line": fit["room"],
        "cost_of_a_line_less": fit["tighter"],
        "cost_of_a_line_more": fit["looser"],
        "lines": lines,
    }


def _cut_record(shortening: Shortening) -> dict[str, Any]:
    return {
        "section": shortening.section,
        "lines": shortening.lines,
        "cuts": [{"file": span.file, "line": span.line, "characters": cut} for span, cut in shortening.cuts],
    }
