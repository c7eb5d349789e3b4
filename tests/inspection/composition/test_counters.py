"""Every counter of the judge: it sees the defect it is there for, and is silent where there is none."""

from io import BytesIO

import pikepdf
import pytest

from brochure.inspection.composition import Proof, inspect_composition
from brochure.inspection.composition.rules import RULES
from tests.inspection.composition.defects import CASES
from tests.inspection.composition.printing import hand_set, printed
from tests.inspection.composition.rows import Case


def _judged(case: Case, *, wrong: bool) -> Proof:
    return inspect_composition(printed(case.wrong if wrong else case.right), level=case.level)


@pytest.mark.parametrize("name", CASES)
def test_a_defect_is_seen_and_its_absence_too(name: str) -> None:
    """The page with the defect has a violation of its rule, the other none, though the rule was looked at."""
    case, rule = CASES[name], name.partition(" ")[0]
    wrong, right = _judged(case, wrong=True), _judged(case, wrong=False)
    seen = [found for found in wrong.violations if (found.rule, found.weight) == (rule, case.weight)]
    assert seen, [(found.rule, found.weight, found.measured) for found in wrong.violations]
    assert wrong.looked[rule] > 0
    assert right.looked[rule] > 0
    quiet = [(found.text, found.measured) for found in right.violations if found.rule == rule]
    assert not quiet


def test_faked_faces_are_seen() -> None:
    """M5: a stroked outline and a slanted matrix are told, a real face is not."""
    plain = printed([[hand_set("山谷河岸老街", 0), hand_set("新城果园", 1)]])
    assert not [found for found in inspect_composition(plain).violations if found.rule == "M5"]
    for old, new in ((b"BT", b"BT 2 Tr"), (b"1 0 0 1 ", b"1 0 0.3 1 ")):
        with pikepdf.open(BytesIO(plain)) as document:
            page = document.pages[0]
            page.Contents = document.make_stream(page.Contents.read_bytes().replace(old, new))
            out = BytesIO()
            document.save(out)
        assert [found.rule for found in inspect_composition(out.getvalue()).faults if found.rule == "M5"]


def test_every_counter_has_its_defect() -> None:
    """No rule is counted without a page that breaks it."""
    assert set(RULES) == {name.partition(" ")[0] for name in CASES} | {"M5"}


def test_no_level_lets_line_edges_be() -> None:
    """Under level none nothing at a line's edge is judged; under basic a solidus may end a line."""
    comma, solidus = printed(CASES["K1"].wrong), printed(CASES["K6 end"].wrong)
    assert not [found for found in inspect_composition(comma, level="none").violations if found.rule == "K1"]
    assert not [
        found for found in inspect_composition(solidus, level="basic").violations if found.rule == "K6"
    ]
    assert inspect_composition(comma).level_kept == "none"
    assert inspect_composition(solidus).level_kept == "basic"
    assert inspect_composition(printed(CASES["K9"].wrong)).level_kept == "gb"
    assert inspect_composition(printed(CASES["K9"].right)).level_kept == "strict"
