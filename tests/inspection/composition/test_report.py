"""What the judge says, to a person and to a program."""

import json

from brochure.diagnostics import Severity
from brochure.inspection.composition import inspect_composition
from brochure.inspection.composition.report import findings, record, summary
from brochure.inspection.composition.rules import RULES, UNSEEN
from tests.inspection.composition.defects import CASES
from tests.inspection.composition.printing import page_of, printed, set_paragraph

BROKEN = inspect_composition(printed(CASES["K1"].wrong))


def test_a_finding_says_rule_page_place_text_and_measure() -> None:
    """A fault is an error that names all of these in both languages."""
    told = next(found for found in findings(BROKEN) if found.message.en.startswith("K1"))
    assert (told.severity, told.code, told.page) == (Severity.ERROR, "inspection/composition-fault", 1)
    assert "K1 at 14.1 × 26.8 mm" in told.message.en
    assert "GB 5.1.1" in told.message.en
    assert "|，水渠" in told.message.en
    assert "点号不出现在行首" in told.message.zh


def test_prices_and_escapes_are_no_errors() -> None:
    """A price that the rules allow is a note, an escape (K10) a warning."""
    cost = findings(inspect_composition(printed(CASES["U9"].wrong)))
    escape = findings(inspect_composition(printed(CASES["K2 escape"].wrong)))
    assert ("inspection/composition-cost", Severity.NOTE) in {(found.code, found.severity) for found in cost}
    assert ("inspection/composition-escape", Severity.WARNING) in {
        (found.code, found.severity) for found in escape
    }


def test_the_summary_is_short_and_plain() -> None:
    """Pages, rules, evenness, then one line for every rule that is broken."""
    en, zh = zip(*summary(BROKEN), strict=True)
    assert en[0] == "pages 1, paragraphs 1, lines 4; text in 10 pt"
    assert "every line end keeps level none" in en[1]
    assert any(
        line.startswith("  K1  no stop or pause at a line start (GB 5.1.1, 5.1.2): 1 of 3") for line in en
    )
    assert zh[0].startswith("1 页，1 段，4 行；正文 10 点")
    assert len(en) < 12


def test_the_record_holds_everything() -> None:
    """Every rule with its counts, every place with its measures, every paragraph with its lines; all of it
    JSON.
    """
    told = json.loads(json.dumps(record(BROKEN)))
    rules = {row["rule"]: row for row in told["rules"]}
    assert set(rules) == set(RULES)
    assert set(told["not_visible"]) == set(UNSEEN)
    assert (rules["K1"]["looked_at"], rules["K1"]["fault"]) == (3, 1)
    assert [found["rule"] for found in told["violations"]].count("K1") == 1
    assert told["paragraphs"][0]["lines"][2].startswith("，水渠")
    assert told["evenness"]["lines"] == 3


def test_a_sound_page_has_nothing_to_tell() -> None:
    """What our compositor sets is judged without a finding."""
    text = "山谷河岸，老街新城；果园渡口“书院”，车站驿道达80%。麦田牧场（灯会集市）桥梁作坊。" * 4
    proof = inspect_composition(printed([page_of([set_paragraph(text, 20)])]))
    assert findings(proof) == ()
    assert len(list(summary(proof))) == 4
