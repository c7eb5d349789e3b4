"""Press rules on finished bytes: a sound file passes all of them, and each defect is found by the rule it
breaks.
"""

from collections.abc import Callable, Iterator

import pytest

from brochure.diagnostics import Severity
from brochure.inspection.evidence import Evidence, PressOrder
from brochure.inspection.press_rules import RULES, inspect_press
from brochure.pdf import write_pdf
from tests.inspection.mutants import BROKEN_BYTES, MUTANTS, Change, saved
from tests.pdf.specimen import BLEED, CONDITION, FACES, METADATA, OUTLINES, TRIM, pixels, specimen, surfaces

ORDER = PressOrder(condition=CONDITION, trim=TRIM, bleed=BLEED, spots=("高原丁香",))
BY_NAME = {rule.code.removeprefix("inspection/"): rule for rule in RULES}


def test_a_sound_file_passes_every_rule() -> None:
    """The specimen gives no finding, as written and as saved again by another library."""
    assert inspect_press(specimen(), ORDER) == ()
    assert inspect_press(saved(), ORDER) == ()


def test_a_file_with_crop_marks_passes_every_rule() -> None:
    """Marks in registration colour are in order where they lie: outside the bleed."""
    marked = write_pdf(surfaces(marks=True), FACES, pixels, METADATA, CONDITION, OUTLINES)
    assert inspect_press(marked, ORDER) == ()


def _mutants() -> Iterator[tuple[str, int, Callable[[], bytes]]]:
    for name, changes in MUTANTS.items():
        for place, change in enumerate(changes):
            yield name, place, _made(change)
    for name, makers in BROKEN_BYTES.items():
        for place, maker in enumerate(makers):
            yield name, len(MUTANTS.get(name, ())) + place, maker


def _made(change: Change) -> Callable[[], bytes]:
    return lambda: saved(change)


@pytest.mark.parametrize(
    ("name", "make"), [pytest.param(n, make, id=f"{n}-{i}") for n, i, make in _mutants()]
)
def test_a_defect_is_found_by_its_rule(name: str, make: Callable[[], bytes]) -> None:
    """The rule yields a finding with its number and its code, in both languages."""
    rule = BY_NAME[name]
    findings = list(rule.findings(Evidence(make(), ORDER)))
    assert findings
    for finding in findings:
        assert (finding.code, finding.severity) == (f"inspection/{name}", Severity.ERROR)
        assert finding.message.en.startswith(f"check {rule.check}: ")
        assert finding.message.zh.startswith(f"检查 {rule.check}：")


def test_every_rule_has_a_defect() -> None:
    """No rule that cannot fail, and no two rules under one number or code."""
    assert set(BY_NAME) == set(MUTANTS) | set(BROKEN_BYTES)
    assert len({rule.check for rule in RULES}) == len(RULES) == len(BY_NAME)


def test_the_wrong_order_is_noticed() -> None:
    """The same file is wrong for another trim, another bleed, another press, or without its spot ink."""
    from dataclasses import replace

    from brochure.geometry import Size, mm

    def codes(order: PressOrder) -> set[str]:
        return {finding.code for finding in inspect_press(specimen(), order)}

    assert codes(replace(ORDER, trim=Size(mm(210), mm(285)))) == {"inspection/trim-size"}
    assert codes(replace(ORDER, bleed=mm(5))) == {"inspection/bleed"}
    assert codes(replace(ORDER, spots=())) == {"inspection/spot-ink"}
    other = replace(CONDITION, registered_name="FOGRA51", icc_digest="0" * 64)
    assert codes(replace(ORDER, condition=other)) == {"inspection/output-intent", "inspection/profile"}
