"""The widths of a table's columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.composition.columns import Want, column_widths


def test_room_to_spare_goes_to_all_alike() -> None:
    """Thirty points left over for three columns: ten each."""
    assert column_widths([Want(50, 50), Want(20, 20), Want(100, 60)], 200) == (60, 30, 110)


def test_a_table_too_wide_breaks_its_text() -> None:
    """Numbers keep their width; the two texts give up the same share of what they can do without."""
    assert column_widths([Want(50, 50), Want(100, 60), Want(200, 120)], 290) == (50, 80, 160)


def test_what_cannot_fit_is_as_narrow_as_it_can() -> None:
    """The caller sees that it is too much."""
    assert column_widths([Want(50, 50), Want(100, 60)], 90) == (50, 60)


def test_columns_with_shares_divide_what_the_others_leave() -> None:
    """One part and two parts of 150 beside a column of 50, all of the room used."""
    assert column_widths([Want(50, 50), Want(10, 10, 1), Want(10, 10, 2)], 200) == (50, 50, 100)


def test_a_share_is_not_less_than_what_must_be() -> None:
    """A share of 20 points does not set a number of 40 into 20."""
    assert column_widths([Want(160, 60), Want(40, 40, 1)], 200)[1] == 40


@given(
    st.lists(st.tuples(st.floats(1, 200), st.floats(0, 1)), min_size=1, max_size=8),
    st.floats(50, 800),
)
def test_columns_fill_the_room_and_never_starve(wants: list[tuple[float, float]], room: float) -> None:
    """All widths together are the room, or more only when the least is more; none is below its least."""
    asked = [Want(wide, wide * share) for wide, share in wants]
    widths = column_widths(asked, room)
    assert all(width >= want.least - 1e-6 for width, want in zip(widths, asked, strict=True))
    assert sum(widths) == pytest.approx(max(room, sum(want.least for want in asked)))
