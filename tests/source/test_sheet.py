"""Sheets of cells: RFC 4180 read into nodes that know their line and column."""

from hypothesis import given
from hypothesis import strategies as st

from brochure.source import Faults, Scalar, Sequence
from brochure.source.sheet import parse_sheet


def cells(text: str, separator: str = ",") -> list[list[str]]:
    """The texts of a sheet that is read without a fault."""
    faults = Faults("content")
    found = parse_sheet(text, "a.csv", separator, faults)
    assert faults.found == []
    assert found is not None
    return [[cell.text for cell in row if isinstance(cell, Scalar)] for row in rows(found)]


def rows(sheet: Sequence) -> list[Sequence]:
    """The rows of a sheet."""
    return [row for row in sheet if isinstance(row, Sequence)]


def told(text: str) -> list[str]:
    """What reading *text* finds, as ``line:column code``."""
    faults = Faults("content")
    assert parse_sheet(text, "a.csv", ",", faults) is None
    return [f"{fault.span.line}:{fault.span.column} {fault.code}" for fault in faults.found if fault.span]


def test_cells_are_texts_as_typed() -> None:
    """Cells keep their blanks and their zeros; nothing is a number here."""
    assert cells("月份,游客\n1月, 1801.10\n") == [["月份", "游客"], ["1月", " 1801.10"]]


def test_quoted_cells_hold_separators_and_quotation_marks() -> None:
    """A quoted cell may have commas in it, and quotation marks written twice."""
    assert cells('"1,801.10","他说""好"""\n') == [["1,801.10", '他说"好"']]


def test_any_line_end_will_do_and_blank_lines_are_left_out() -> None:
    """CRLF, CR and LF end lines; an empty line is no row, a last line needs no end."""
    assert cells("a,b\r\n\r\nc,d\re,f") == [["a", "b"], ["c", "d"], ["e", "f"]]


def test_tabs_part_the_cells_of_a_tsv() -> None:
    """In a .tsv a comma is a comma."""
    assert cells("a,b\tc\n", "\t") == [["a,b", "c"]]


def test_empty_cells_are_cells() -> None:
    """Between two commas, and behind the last, stands an empty cell."""
    assert cells("a,,b,\n") == [["a", "", "b", ""]]


def test_a_cell_knows_its_place() -> None:
    """The third cell of the second line begins where it is written, inside its quotation marks."""
    sheet = parse_sheet('月,游客\n1月,"1,801",2\n', "a.csv", ",", Faults("content"))
    assert sheet is not None
    _, quoted, last = rows(sheet)[1].items
    assert (quoted.span.line, quoted.span.column, quoted.span.end_column) == (2, 5, 10)
    assert (last.span.file, last.span.line, last.span.column) == ("a.csv", 2, 12)


def test_a_quotation_that_is_not_closed_is_told_where_it_opens() -> None:
    """Line 2, column 4."""
    assert told('a,b\nc,"d\n') == ["2:3 content/unclosed-quotation"]


def test_text_behind_a_quotation_is_told_where_it_stands() -> None:
    """A quotation mark inside a cell that is not doubled ends the cell too early."""
    assert told('"他说"好"",b\n') == ["1:5 content/unclosed-quotation"]


def test_a_sheet_has_its_limit() -> None:
    """Ten thousand cells are enough for a printed table."""
    assert told("\n".join(["1,2"] * 5001)) == ["5001:1 content/too-many-cells"]


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=6)


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_is_written_is_read(table: list[list[str]]) -> None:
    """Any texts, quoted and written by the book, come back as they were."""
    written = "\r\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table)
    assert cells(written) == table
