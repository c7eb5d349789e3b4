"""What the judge says: a page of plain words, a finding for every place, and the whole as a record."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, assert_never

from brochure.diagnostics import Diagnostic, Severity, Words, error, warning
from brochure.geometry import in_mm
from brochure.inspection.composition.proof import Evenness, Proof
from brochure.inspection.composition.rules import RULES, UNSEEN
from brochure.inspection.composition.tally import Violation


def findings(proof: Proof) -> tuple[Diagnostic, ...]:
    """A finding for every place where a rule was not kept."""
    return tuple(_finding(found) for found in proof.violations)


def _finding(found: Violation) -> Diagnostic:
    words = _sentence(found)
    match found.weight:
        case "fault":
            told = error("inspection/composition-fault", words)
        case "escape":
            told = warning("inspection/composition-escape", words)
        case "cost":
            told = Diagnostic(severity=Severity.NOTE, code="inspection/composition-cost", message=words)
        case _:
            assert_never(found.weight)
    return replace(told, page=found.page)


def _sentence(found: Violation) -> Words:
    """Rule, place, what it asks for, the text, what was measured; the page is said by whoever shows it."""
    rule = RULES[found.rule]
    place = f"{in_mm(found.at.x):.1f} × {in_mm(found.at.y):.1f} mm"
    expected = found.expected
    wanted = Words(f", expected {expected}", f"，应为 {expected}") if expected else Words("", "")
    return Words(
        f"{found.rule} at {place}: {rule.asks.en} ({rule.clause}): "
        f"“{found.text}” {found.measured}{wanted.en}",
        f"{found.rule}，{place}：{rule.asks.zh}（{rule.clause}）：“{found.text}” {found.measured}{wanted.zh}",
    )


def summary(proof: Proof) -> Iterator[Words]:
    """The findings in a few plain sentences."""
    lines = sum(len(paragraph.lines) for paragraph in proof.paragraphs)
    looked = sum(proof.looked.values())
    rules = sum(count > 0 for count in proof.looked.values())
    yield Words(
        f"pages {proof.pages}, paragraphs {len(proof.paragraphs)}, lines {lines}; text in {proof.body:g} pt",
        f"{proof.pages} 页，{len(proof.paragraphs)} 段，{lines} 行；正文 {proof.body:g} 点",
    )
    yield Words(
        f"judged by {proof.house}, level {proof.level}; every line end keeps level {proof.level_kept}",
        f"按 {proof.house}、禁则 {proof.level} 级检查；所有行端合乎 {proof.level_kept} 级",
    )
    broken, paid, freed = len(proof.faults), len(proof.costs), len(proof.escapes)
    yield Words(
        f"{rules} rules looked at in {looked:,} places: {broken} broken, {paid} kept at a price,"
        f" {freed} escapes (K10)",
        f"{rules} 条规则，检查 {looked:,} 处：违反 {broken} 处，付出代价 {paid} 处，变通 {freed} 处（K10）",
    )
    if proof.evenness.gaps:
        yield _evenness(proof.evenness)
    yield from _broken(proof)


def _evenness(even: Evenness) -> Words:
    lines, mean, most, over = len(even.gaps), f"{even.mean:.4f}", f"{even.most:.3f}", f"{even.over():.1%}"
    ends = f"{even.lone}/{even.paragraphs}"
    return Words(
        f"{lines} lines filled to their measure: Han {mean} em apart on average, {most} at most,"
        f" {over} of lines over 0.10; {ends} paragraphs end on a single character",
        f"{lines} 行排满：字距平均拉开 {mean} 字，最多 {most} 字，超过 0.10 字的行占 {over}；"
        f"以孤字结尾的段落 {ends}",
    )


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
