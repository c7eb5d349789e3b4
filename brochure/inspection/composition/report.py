"""What the judge says: a page of plain words, a finding for every place, and the whole as a record."""

from collections.abc import Iterator
from typing import Any

from brochure.diagnostics import Diagnostic, Severity, Words
from brochure.geometry import in_mm
from brochure.inspection.composition.proof import Proof
from brochure.inspection.composition.rules import RULES, UNSEEN
from brochure.inspection.composition.tally import Violation

_CODES = {
    "fault": ("inspection/composition-fault", Severity.ERROR),
    "escape": ("inspection/composition-escape", Severity.WARNING),
    "cost": ("inspection/composition-cost", Severity.NOTE),
}


def findings(proof: Proof) -> tuple[Diagnostic, ...]:
    """A finding for every place where a rule was not kept."""
    return tuple(_finding(found) for found in proof.violations)


def _finding(found: Violation) -> Diagnostic:
    rule = RULES[found.rule]
    expected = (
        Words(f", expected {found.expected}", f"，应为 {found.expected}") if found.expected else Words("", "")
    )
    escape = Words(" (K10)", "（K10 变通）") if found.weight == "escape" else Words("", "")
    place = f"{in_mm(found.at.x):.1f} × {in_mm(found.at.y):.1f} mm"
    code, severity = _CODES[found.weight]
    return Diagnostic(
        severity=severity,
        code=code,
        message=Words(
            f"{found.rule}{escape.en}, page {found.page} at {place}: {rule.asks.en} ({rule.clause}): "
            f"“{found.text}” {found.measured}{expected.en}",
            f"{found.rule}{escape.zh}，第 {found.page} 页 {place}：{rule.asks.zh}（{rule.clause}）："
            f"“{found.text}” {found.measured}{expected.zh}",
        ),
        page=found.page,
    )


def summary(proof: Proof) -> Iterator[Words]:
    """The findings in a few plain sentences."""
    lines = sum(len(paragraph.lines) for paragraph in proof.paragraphs)
    yield Words(
        f"{proof.pages} pages, {len(proof.paragraphs)} paragraphs, {lines} lines; text in {proof.body:g} pt; judged by"
        f" {proof.house}, level {proof.level}; every line end keeps level {proof.level_kept}",
        f"{proof.pages} 页，{len(proof.paragraphs)} 段，{lines} 行；正文 {proof.body:g} 点；按 {proof.house}、禁则"
        f" {proof.level} 级检查；所有行端合乎 {proof.level_kept} 级",
    )
    looked = sum(proof.looked.values())
    rules = sum(count > 0 for count in proof.looked.values())
    yield Words(
        f"{rules} rules looked at in {looked:,} places: {len(proof.faults)} broken, {len(proof.costs)} kept at a price,"
        f" {len(proof.escapes)} escapes (K10)",
        f"{rules} 条规则，检查 {looked:,} 处：违反 {len(proof.faults)} 处，有代价而合规 {len(proof.costs)} 处，"
        f"变通（K10）{len(proof.escapes)} 处",
    )
    even = proof.evenness
    if even.gaps:
        yield Words(
            f"{len(even.gaps)} lines filled to their measure: Han {even.mean:.4f} em apart on average, {even.most:.3f} at"
            f" most, {even.over():.1%} of lines over 0.10; {even.lone} of {even.paragraphs} last lines with a lone"
            " character",
            f"{len(even.gaps)} 行排满：字距平均拉开 {even.mean:.4f} 字，最多 {even.most:.3f} 字，超过 0.10 字的行占"
            f" {even.over():.1%}；{even.paragraphs} 个段末行中孤字 {even.lone} 个",
        )
    yield from _broken(proof)


def _broken(proof: Proof) -> Iterator[Words]:
    """A line for every rule that was broken somewhere."""
    for id_, rule in RULES.items():
        count = sum(found.rule == id_ for found in proof.faults)
        if count:
            yield Words(
                f"  {id_}  {rule.asks.en} ({rule.clause}): {count} of {proof.looked[id_]}",
                f"  {id_}  {rule.asks.zh}（{rule.clause}）：{proof.looked[id_]} 处中 {count} 处",
            )


def record(proof: Proof) -> dict[str, Any]:
    """Everything, for a program; sentences in both languages, lengths in points."""
    even = proof.evenness
    return {
        "house": proof.house,
        "level": proof.level,
        "level_kept": proof.level_kept,
        "pages": proof.pages,
        "body_pt": round(proof.body, 3),
        "paragraphs": [
            {
                "role": paragraph.role,
                "page": paragraph.lines[0].line.page,
                "size_pt": round(paragraph.em, 3),
                "justified": paragraph.lines[0].block.justified,
                "lines": [line.line.text for line in paragraph.lines],
            }
            for paragraph in proof.paragraphs
        ],
        "rules": [
            {
                "rule": id_,
                "clause": rule.clause,
                "asks": rule.asks._asdict(),
                "looked_at": proof.looked[id_],
                **{weight: sum(found.rule == id_ and found.weight == weight for found in proof.violations)
                   for weight in ("fault", "cost", "escape")},
            }
            for id_, rule in RULES.items()
        ],
        "violations": [
            {
                "rule": found.rule,
                "weight": found.weight,
                "page": found.page,
                "x_pt": found.at.x,
                "y_pt": found.at.y,
                "text": found.text,
                "measured": found.measured,
                "expected": found.expected,
            }
            for found in proof.violations
        ],
        "evenness": {
            "lines": len(even.gaps),
            "mean_em": round(even.mean, 5),
            "widest_em": round(even.most, 4),
            "over_0.10": round(even.over(), 5),
            "paragraphs": even.paragraphs,
            "lone_characters": even.lone,
        },
        "not_visible": {id_: why._asdict() for id_, why in UNSEEN.items()},
    }  # fmt: skip
