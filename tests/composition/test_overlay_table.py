"""The published table of differences from Unicode."""

from tools.overlay_table import CLAUSES, PAGE, document, mark_rows, run_rows


def test_the_published_table_is_what_the_engine_does() -> None:
    """The page in `docs/` is what the tool writes today."""
    assert PAGE.read_text(encoding="utf-8") == document()


def test_every_difference_has_a_rule_and_its_source() -> None:
    """No row without a rule of ours, and no rule without a clause."""
    for rows in (mark_rows(), run_rows()):
        for row in rows:
            assert set(row) & set(CLAUSES), row
            assert set(row) & set(CLAUSES.values()), row
