"""The rules of composition by their IDs, each with the test that proves it.

The IDs are those of the house's rule inventory: K line edges, U inseparable runs, P punctuation, H hanging, S
spacing between Han and Latin, J justification, G paragraphs, D headings, M faces, I marks beside lines, C
callouts. A rule of another room names that room, and its test where there is one.
"""

import ast
import re
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pytest

TESTS: Final = Path(__file__).parent.parent


class Proof(NamedTuple):
    """What a rule says, and the test that fails when it is broken; *room* when another room keeps it."""

    rule: str
    test: str
    room: str = "composition"


def paragraph(rule: str, name: str) -> Proof:
    """A proof in `test_paragraph`."""
    return Proof(rule, f"composition/test_paragraph.py::{name}")


def held(rule: str) -> Proof:
    """A proof among the examples of inseparable runs."""
    return Proof(rule, "composition/test_unbreakable.py::test_a_run_holds_together")


RULES: Final = {
    "K1": paragraph("stops and pauses never start a line", "test_full_stop_does_not_start_a_line"),
    "K2": paragraph("closing marks never start a line", "test_barred_edges"),
    "K3": paragraph("opening marks never end a line", "test_barred_edges"),
    "K4": Proof("connectors never start a line", "composition/test_prohibition.py::test_gb_15834_line_edges"),
    "K5": Proof(
        "the interpunct never starts a line", "composition/test_prohibition.py::test_gb_15834_line_edges"
    ),
    "K6": Proof(
        "the solidus keeps off both edges", "composition/test_prohibition.py::test_what_the_levels_differ_in"
    ),
    "K7": Proof(
        "postfixes and prefixes", "composition/test_prohibition.py::test_the_css_tests_for_chinese_pass"
    ),
    "K8": Proof(
        "iteration and small marks", "composition/test_prohibition.py::test_the_css_tests_for_chinese_pass"
    ),
    "K9": Proof("levels are nested", "composition/test_prohibition.py::test_levels_are_nested"),
    "K10": paragraph(
        "a row of marks may be parted, and is told",
        "test_row_of_marks_may_be_divided_rather_than_tear_a_line",
    ),
    "K11": paragraph("widths before breaks", "test_line_holds_one_more_mark_when_trimming_makes_it_fit"),
    "K12": paragraph("pull in, then push out", "test_pulls_in_before_it_drives_out"),
    "U1": paragraph("—— and …… whole", "test_inseparable_runs_stay_on_one_line"),
    "U2": held("twelve dots have their line"),
    "U3": held("numbers with their signs"),
    "U4": held("number, space, unit"),
    "U5": held("number and year, number and counter"),
    "U6": held("ranges"),
    "U7": held("ordinals"),
    "U8": Proof(
        "Latin words by dictionary",
        "composition/test_hyphenation.py::test_words_in_small_letters_are_divided",
    ),
    "U9": held("transliterated names"),
    "U10": Proof(
        "short titles and names to keep",
        "composition/test_unbreakable.py::test_a_title_is_whole_in_a_heading_unless_long",
    ),
    "U11": paragraph("a superscript and its word", "test_superscript_is_raised_small_and_holds_to_its_base"),
    "P1": Proof("a lone mark is one em", "composition/test_punctuation.py::test_lone_mark_is_one_em"),
    "P2": Proof(
        "two marks share a blank", "composition/test_punctuation.py::test_adjacent_marks_share_a_blank"
    ),
    "P3": Proof(
        "which half goes", "composition/test_punctuation.py::test_the_half_that_goes_is_the_outer_one"
    ),
    "P4": Proof(
        "（） is not squeezed", "composition/test_punctuation.py::test_open_then_close_is_not_squeezed"
    ),
    "P5": Proof(
        "： and ； are set to the left",
        "composition/test_characters.py::test_every_mark_of_the_class_table_has_its_kind_and_its_blank_side",
    ),
    "P6": Proof(
        "’ before an opening mark",
        "composition/test_punctuation.py::test_mark_before_an_opening_mark_keeps_its_blank_before_han",
    ),
    "P7": Proof("stacked ？！", "composition/test_punctuation.py::test_stacked_marks"),
    "P8": Proof("· / and connectors", "composition/test_punctuation.py::test_cells_of_small_marks"),
    "P9": paragraph("half an em at the line's end", "test_mark_at_the_line_end_is_half"),
    "P10": paragraph("half an em at the line's start", "test_opening_mark_at_a_line_start_is_half"),
    "P11": Proof("the five styles", "composition/test_profiles.py::test_marks_inside_a_line"),
    "P12": Proof("ink keeps apart", "composition/test_shipped_faces.py::test_ink_of_neighbours_keeps_apart"),
    "P13": Proof(
        "marks shared with Latin",
        "composition/test_characters.py::test_a_shared_mark_is_latin_only_in_a_latin_phrase",
    ),
    "P14": Proof(
        "—— is one stroke", "composition/test_shipped_faces.py::test_dash_is_one_unbroken_centred_stroke"
    ),
    "P15": Proof(
        "the height of ……", "composition/test_profiles.py::test_dots_stand_where_the_house_wants_them"
    ),
    "P16": paragraph("no synthetic italics", "test_emphasis_is_a_face_and_never_a_slant"),
    "H1": Proof("hanging", "composition/test_profiles.py::test_a_mark_hangs_outside_the_measure"),
    "H2": Proof(
        "an opening mark hangs in display",
        "composition/test_heading.py::test_opening_mark_hangs_to_align_its_ink",
    ),
    "S1": Proof("the gap", "composition/test_mixed.py::test_gap_stands_on_both_sides"),
    "S2": Proof("what takes it", "composition/test_characters.py::test_the_gap_goes_between_han_and_latin"),
    "S3": Proof(
        "where it is not", "composition/test_mixed.py::test_no_gap_beside_marks_at_edges_and_in_numbers"
    ),
    "S4": Proof("dates and units", "composition/test_mixed.py::test_tight_dates"),
    "S5": Proof("its limits", "composition/test_adjustment.py::test_limits_are_those_of_clreq"),
    "S6": Proof("full-width ASCII is told to the author (T1)", "", room="content"),
    "J1": paragraph("flush both sides", "test_justified_lines_are_flush"),
    "J2": Proof(
        "the order of taking in",
        "composition/test_adjustment.py::test_later_step_only_when_earlier_ones_are_exhausted",
    ),
    "J3": Proof(
        "the order of giving", "composition/test_adjustment.py::test_gap_beside_latin_opens_before_han_does"
    ),
    "J4": Proof("equal shares", "composition/test_adjustment.py::test_all_places_widen_equally"),
    "J5": Proof("never inside units", "composition/test_adjustment.py::test_units_are_never_widened_inside"),
    "J6": paragraph("the cap is told", "test_loose_line_is_told"),
    "J7": Proof("no jumps", "composition/test_linebreak.py::test_a_jump_between_line_classes_costs"),
    "J8": paragraph("the last line", "test_nearly_full_last_line_is_filled"),
    "J9": paragraph("ragged and centred lines", "test_aligned_lines_keep_their_width"),
    "J10": Proof("name lists", "composition/test_adjustment.py::test_names_are_spread_to_the_edges"),
    "G1": paragraph("the indent", "test_indent_is_two_em_of_the_first_line_only"),
    "G2": paragraph("no paragraph space", "test_paragraphs_follow_without_space"),
    "G3": paragraph("no lone character", "test_no_lone_character_on_the_last_line"),
    "D2": Proof("headings break at phrases", "composition/test_heading.py::test_breaks_after_punctuation"),
    "D3": Proof("and in balance", "composition/test_heading.py::test_breaks_between_words_when_it_must"),
    "D4": Proof("without a full stop", "composition/test_heading.py::test_a_heading_takes_no_full_stop"),
    "D5": Proof("sizes that step", "", room="layout"),
    "D6": Proof("centred on ink", "composition/test_heading.py::test_centred_line_is_centred_on_its_ink"),
    "M1": Proof("Latin matched", "composition/test_shipped_faces.py::test_companion_figures_in_song"),
    "M2": paragraph("one baseline", "test_em_box_is_centred_in_the_leading"),
    "M3": paragraph("no missing glyph unsaid", "test_missing_glyph_is_named"),
    "M4": Proof("language zh-Hans", "fonts/test_shape.py::test_dash_pair_is_one_wide_glyph", room="fonts"),
    "M5": Proof("weights are files", "fonts/test_library.py", room="fonts"),
    "M6": paragraph("superscripts", "test_superscript_is_raised_small_and_holds_to_its_base"),
    "I1": paragraph("emphasis dots", "test_emphasis_dots_stand_under_han_only"),
    "C5": Proof("figure and unit", "composition/test_callout.py::test_figure_and_unit_are_not_parted"),
}
"""The rules of section 1 that composition, or the room named, keeps."""

COUNTS: Final = {"K": 12, "U": 11, "P": 16, "H": 2, "S": 6, "J": 10, "G": 3, "M": 6, "I": 1}
NUMBERED: Final = [f"{group}{number}" for group, count in COUNTS.items() for number in range(1, count + 1)]
ALL: Final = {*NUMBERED, *(f"D{number}" for number in range(2, 7)), "C5"}
_NAMED: Final = re.compile(r"\b([A-Z])(\d{1,2})(?:-\1?(\d{1,2}))?\b")


@cache
def functions_in(path: Path) -> dict[str, str]:
    """The docstrings of the tests in a file, by their names; of those that are skipped, none."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    kept = [node for node in functions if not any("skip" in ast.dump(mark) for mark in node.decorator_list)]
    return {node.name: ast.get_docstring(node) or "" for node in kept if node.name.startswith("test_")}


def named(docstring: str) -> set[str]:
    """The IDs a docstring names: K4, K1-K6, P9-P11."""
    found = set()
    for group, first, last in _NAMED.findall(docstring):
        found |= {f"{group}{number}" for number in range(int(first), int(last or first) + 1)}
    return found


def test_every_rule_stands_in_the_table() -> None:
    """No ID of the inventory is forgotten, and none is made up."""
    assert set(RULES) == ALL


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_has_its_proof(rule: str) -> None:
    """The test is there, not skipped, and names the rule; of other rooms it need only be there."""
    proof = RULES[rule]
    file, _, name = proof.test.partition("::")
    if proof.room != "composition":
        assert not file or (TESTS / file).is_file()
        assert not name or name in functions_in(TESTS / file)
        return
    assert name in functions_in(TESTS / file), f"{rule} ({proof.rule}) has no test {proof.test}"
    assert rule in named(functions_in(TESTS / file)[name]), f"{proof.test} does not name {rule}"


def test_ranges_of_ids_are_read() -> None:
    """K1-K6 names six rules, P9-P11 three, U10 one."""
    assert named("K1-K3, U10: and P9-P11.") == {"K1", "K2", "K3", "U10", "P9", "P10", "P11"}
