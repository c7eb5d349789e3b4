"""The generated table of character properties, and the tool that writes it."""

from itertools import groupby
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from brochure.composition import line_break_table as table
from brochure.composition.line_break_classes import traits_of
from tools.unicode_tables import CODE_POINTS, base_36, module

CLASSES = (
    "AK AL AP AS B2 BA BB BK CB CL CM CP CR EB EM EX GL H2 HH HL HY ID IN IS JL JT JV LF NL NS NU OP PO PR QU"
    " RI SP SY VF VI WJ ZW ZWJ"
)


def test_the_runs_cover_every_code_point_once() -> None:
    """As many lengths as letters, and together all of Unicode; a letter's meaning is in the list."""
    lengths = [int(length, 36) for length in table.RUN_LENGTHS.split()]
    assert len(lengths) == len(table.RUN_KINDS)
    assert sum(lengths) == CODE_POINTS
    assert set(table.RUN_KINDS) == set(table.LETTERS[: len(table.KINDS.split())])
    assert all(first != second for first, second in zip(table.RUN_KINDS, table.RUN_KINDS[1:], strict=False))


def test_the_table_knows_every_class_of_the_rules_and_no_other() -> None:
    """LB1 is done: no AI, SA, SG, XX or CJ is left."""
    assert {kind.partition(".")[0] for kind in table.KINDS.split()} == set(CLASSES.split())


def test_hangul_syllables_with_and_without_a_final_alternate() -> None:
    """Every 28th syllable is H2."""
    names = [traits_of(chr(code)).line_break for code in range(0xAC00, 0xD7A4)]
    assert [len(list(group)) for _, group in groupby(names)] == [1, 27] * 399


@given(st.integers(0, CODE_POINTS))
def test_lengths_are_written_so_that_python_reads_them(number: int) -> None:
    """Base 36, as `int` has it."""
    assert int(base_36(number), 36) == number


def test_what_the_tool_writes_is_what_it_was_given() -> None:
    """A small world of its own: the module's source, run, tells the same traits back."""
    every = [("AL", "l")] * 700 + [("ID", "wl")] * 40_000 + [("QU", "i"), ("QU", "f"), ("AL", "l")]
    found: dict[str, Any] = {}
    exec(module(every, "0.0"), found)  # noqa: S102 - the tool's own output
    kinds = dict(zip(found["LETTERS"], found["KINDS"].split(), strict=False))
    lengths = [int(length, 36) for length in found["RUN_LENGTHS"].split()]
    spread = [
        kinds[letter]
        for letter, length in zip(found["RUN_KINDS"], lengths, strict=True)
        for _ in range(length)
    ]
    assert spread == [f"{name}.{flags}" for name, flags in every]
