"""What is said about findings: to a person with line and caret, to an editor on one line, to a program in
JSON.
"""

import json
import re
from collections.abc import Sequence
from typing import Any, Final

from brochure.cli.desk import Desk, Paint
from brochure.cli.verb import Outcome
from brochure.diagnostics import Diagnostic, Severity, Words
from brochure.source.decode import BIDI, CONTROL, NONCHARACTER
from brochure.source.excerpt import render, short, visible

SHOWN: Final = 50
_ORDER: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_PAINT: Final[dict[Severity, Paint]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}
_UNSEEN: Final = re.compile(f"[{CONTROL}{NONCHARACTER}{BIDI}]")


def show(findings: Sequence[Diagnostic], desk: Desk, *, brief: bool = False) -> None:
    """*findings* to the person, errors first, `SHOWN` at most and then a count; *brief* gives each one line.

    The quiet hear the errors alone.
    """
    asked = [
        finding
        for severity in _ORDER
        for finding in findings
        if finding.severity is severity and (severity is Severity.ERROR or not desk.quiet)
    ]
    for finding in asked[:SHOWN]:
        if desk.style == "short":
            text = _editor_line(finding, desk)
        elif brief:
            text = f"    {short(finding, desk.language)}"
        else:
            text = render(finding, desk.text_of, desk.language)
        desk.tell(_painted(text, finding.severity, desk))
    if (more := len(asked) - SHOWN) > 0:
        desk.say(Words(f"… and {more} more", f"……另有 {more} 个"))


def counted(findings: Sequence[Diagnostic], desk: Desk) -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = sum(finding.severity is Severity.WARNING for finding in findings)
    return desk.in_words(
        Words(
            f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}",
            f"{errors} 个错误，{warnings} 个警告",
        )
    )


def preflight(findings: Sequence[Diagnostic], desk: Desk) -> None:
    """After a build: how many findings there are and, one a line, what they say."""
    label = desk.in_words(Words("preflight: ", "印前检查："))
    desk.remark(f"  {label}{counted(findings, desk)}")
    show(findings, desk, brief=True)


def document(outcome: Outcome, desk: Desk) -> str:
    """The JSON document of *outcome*: ``schema``, ``ok``, ``outputs``, ``findings``, the verb's own facts."""
    from dataclasses import asdict

    whole: dict[str, Any] = {
        "schema": 1,
        "ok": outcome.exit == 0,
        "outputs": [asdict(output) for output in outcome.outputs],
        "findings": [_record(finding, desk) for finding in outcome.findings],
        **dict(outcome.facts),
    }
    return safe_json(whole)


def safe_json(value: Any) -> str:
    """*value* as JSON that keeps Chinese readable and escapes every character that steers a terminal."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], text)


def _record(finding: Diagnostic, desk: Desk) -> dict[str, Any]:
    span = finding.span
    hint = desk.in_words(finding.suggestion) if finding.suggestion else None
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": desk.in_words(finding.message),
        "hint": hint,
        "file": span.file if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "page": finding.page,
    }


def _editor_line(finding: Diagnostic, desk: Desk) -> str:
    """``file:line:col: error: …``: the label stays English, because editors read it by pattern."""
    place = f"{visible(str(finding.span))}: " if finding.span else "brochure: "
    return f"{place}{finding.severity.value}: {visible(desk.in_words(finding.message))} [{finding.code}]"


def _painted(text: str, severity: Severity, desk: Desk) -> str:
    """*text* with its label in colour: ``error[…]`` of the long form, ``error:`` of the short one."""
    if not desk.color:
        return text
    label = re.compile(r"(?:error|warning|note|错误|警告|说明)(?:\[[a-z-]+/[a-z-]+\])?")
    return label.sub(lambda found: desk.painted(found[0], _PAINT[severity]), text, count=1)
