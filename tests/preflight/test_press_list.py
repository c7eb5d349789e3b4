"""docs/press.md against the program: every rule stands in its row, and every proof it names is there."""

import re
from pathlib import Path

import pytest

from brochure.cli.explain import explanations_of, rooms
from brochure.inspection.press_rules import RULES
from brochure.layout import load_condition
from brochure.preflight import CHECKS
from brochure.shipped import shelf

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "press.md").read_text(encoding="utf-8")
ROWS = {int(row): cells for row, cells in re.findall(r"^\| (\d+) \| (.+) \|$", TEXT, re.MULTILINE)}


def proofs(row: int) -> list[str]:
    """What a row names as its proofs."""
    return re.findall(r"`([^`]+)`", ROWS[row].rpartition("|")[2])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_press_rule_stands_in_its_row(rule: object) -> None:
    """The rule's code is among the proofs of the row of its number."""
    assert rule.code in proofs(rule.check)  # type: ignore[attr-defined]


def test_every_check_of_pages_stands_in_its_rows() -> None:
    """The numbers a check names in its docstring are rows that name its finding."""
    for check in CHECKS:
        said = check.__doc__ or ""
        numbers = re.findall(r"\d+", said[said.index("(") :])
        codes = {
            proof for number in numbers for proof in proofs(int(number)) if proof.startswith("preflight/")
        }
        assert len(codes) == 1, said


def test_every_proof_is_there() -> None:
    """Codes are explained by `brochure explain`, files stand in the tree, every row has a proof."""
    codes = {f"{room}/{fault}" for room in rooms() for fault in explanations_of(room)}
    for row in ROWS:
        assert proofs(row), row
        for proof in proofs(row):
            if proof.endswith(".py"):
                assert (ROOT / proof).is_file(), (row, proof)
            else:
                assert proof in codes, (row, proof)


def test_what_is_not_held_is_said() -> None:
    """Of the list's 68 numbers each is a row or is named as missing."""
    missing = TEXT[TEXT.index("## 还没有的") : TEXT.index("# In English")]
    said = {
        number
        for first, last in re.findall(r"(\d+)(?:–(\d+)(?! ?(?:%|mm)))?(?=[（、和 ])", missing)
        for number in range(int(first), int(last or first) + 1)
    }
    assert set(range(1, 69)) - set(ROWS) <= said


def test_the_figures_are_the_conditions() -> None:
    """300 ppi, 225, 150; 300 %; 6 and 7 pt; 0.25 pt: as the shipped condition says."""
    condition = load_condition(shelf("layouts") / "conditions" / "fogra39-coated.yaml")
    figures = {
        37: (condition.ppi, condition.ppi_warning, condition.ppi_error),
        21: (condition.total_ink * 100,),
        33: (condition.min_text, condition.min_reversed_text),
        34: (condition.min_rule,),
    }
    for row, values in figures.items():
        for value in values:
            assert re.search(rf"\b{value:g}\b", ROWS[row]), (row, value)
