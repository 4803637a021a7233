"""Cells of fewer than five people are left out, and nothing that is shown gives them away."""

from hypothesis import given
from hypothesis import strategies as st

from techcoop.protection.suppression import SMALLEST, suppressed, with_sums

WIDTHS = st.integers(1, 4)
TABLES = WIDTHS.flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 30), min_size=width, max_size=width), min_size=1, max_size=5
    )
)


def test_a_small_cell_takes_others_with_it():
    rows = suppressed([[3, 20, 0], [10, 30, 0]]).rows

    assert rows[0] == (None, None, 0, 23)
    assert rows[1] == (None, None, 0, 40)
    assert rows[2] == (13, 50, 0, 63)


def test_a_table_without_small_cells_is_whole():
    assert suppressed([[5, 6], [0, 7]]).rows == ((5, 6, 11), (0, 7, 7), (5, 13, 18))


@given(TABLES)
def test_no_small_cell_is_shown_and_no_line_gives_one_away(table):
    whole, safe = with_sums(table), suppressed(table).rows
    lines = [*safe, *zip(*safe, strict=True)]

    for shown, line in zip(safe, whole, strict=True):
        assert all(
            seen is None or seen == value and not 0 < value < SMALLEST
            for seen, value in zip(shown, line, strict=True)
        )
    assert all(sum(cell is None for cell in line) != 1 for line in lines)
