"""Columns: where they may end, and that they end together."""

from hypothesis import given
from hypothesis import strategies as st

from brochure.pagination.flow import FlowLine, balanced_columns, column_height, fill_column, fill_columns


def line(may_end: bool = True, lift: float = 0.0, block: int = 0) -> FlowLine:
    """A line 20 points high."""
    return FlowLine(height=20.0, lift=lift, marks=(), may_end=may_end, block=block, span=None, text="字")


def paragraph(count: int, block: int = 0) -> list[FlowLine]:
    """*count* lines of which neither the first nor the last may stand alone (G4)."""
    return [line(may_end=index == count - 1 or 0 < index < count - 2, block=block) for index in range(count)]


def test_column_takes_what_fits() -> None:
    """A column of 100 points takes five lines of 20."""
    assert fill_column(tuple(line() for _ in range(8)), 0, 100.0) == 5


def test_g4_first_line_does_not_stay_alone_at_the_foot() -> None:
    """G4: four lines, then a paragraph of five: its first line does not take the fifth place."""
    lines = (*paragraph(4), *paragraph(5, block=1))
    assert fill_column(lines, 0, 100.0) == 4


def test_g4_last_line_does_not_stand_alone_at_the_head() -> None:
    """G4: a paragraph of six in a column of five leaves two lines for the next, not one."""
    assert fill_column(tuple(paragraph(6)), 0, 100.0) == 4


def test_g4_two_lines_move_whole() -> None:
    """G4: a paragraph of two lines is never cut."""
    lines = (*paragraph(4), *paragraph(2, block=1))
    assert fill_column(lines, 0, 100.0) == 4


def test_white_above_a_heading_falls_away_at_a_columns_head() -> None:
    """A heading's white is not set where the column begins with it."""
    lines = (line(lift=20.0), *(line() for _ in range(4)))
    assert fill_column(lines, 0, 100.0) == 5
    assert column_height(lines, 0, 5) == 100.0
    assert fill_column((line(), *lines), 0, 100.0) == 4


def test_g10_columns_end_together() -> None:
    """G10: seven lines in two columns stand four and three, not five and two."""
    assert balanced_columns(tuple(line() for _ in range(7)), 0, 100.0, (0.0, 0.0), 20.0) == (80.0, (4, 7))


def test_g10_white_that_falls_away_is_not_counted() -> None:
    """Two headed parts of four lines end together after four: the white above each heading falls away."""
    part = (line(lift=20.0), line(), line(), line())
    assert balanced_columns((*part, *part), 0, 200.0, (0.0, 0.0), 20.0) == (80.0, (4, 8))


def test_balance_gives_up_what_does_not_fit() -> None:
    """Eleven lines are too many for two columns of five."""
    assert balanced_columns(tuple(line() for _ in range(11)), 0, 100.0, (0.0, 0.0), 20.0) is None


@given(st.lists(st.integers(1, 9), min_size=1, max_size=12), st.integers(2, 4), st.integers(3, 15))
def test_filled_columns_lose_and_repeat_nothing(counts: list[int], columns: int, room: int) -> None:
    """Whatever the paragraphs, columns follow each other without a gap, fit their height and end where they
    may.
    """
    lines = tuple(item for block, count in enumerate(counts) for item in paragraph(count, block))
    ends = fill_columns(lines, 0, [room * 20.0] * columns)
    for start, end in zip((0, *ends[:-1]), ends, strict=True):
        assert end >= start
        assert column_height(lines, start, end) <= room * 20.0 + 0.01
        assert end == start or lines[end - 1].may_end


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.integers(2, 3))
def test_balanced_columns_are_no_taller_than_filled_ones(counts: list[int], columns: int) -> None:
    """Balancing takes the whole story and needs no more height than filling column after column does."""
    lines = tuple(item for block, count in enumerate(counts) for item in paragraph(count, block))
    room = 20.0 * 80
    balanced = balanced_columns(lines, 0, room, (0.0,) * columns, 20.0)
    assert balanced is not None
    height, ends = balanced
    assert ends[-1] == len(lines)
    assert fill_columns(lines, 0, [height - 20.0] * columns)[-1] < len(lines)


def test_a_column_that_begins_lower_ends_with_the_others() -> None:
    """Nine lines in two columns, the second three lines lower: six beside three, all ending together."""
    lines = tuple(line() for _ in range(9))
    assert balanced_columns(lines, 0, 200.0, (0.0, 60.0), 20.0) == (120.0, (6, 9))
