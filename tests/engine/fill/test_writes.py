"""The writes of a plan: columns of lists are the cells that they stand for."""

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.fill.plan import Write
from qingzhuang.engine.fill.writes import (
    FilledColumn,
    FilledRows,
    Writes,
    made_of,
    n_cells,
    parts_of,
    values_in,
    writes_of,
)

SHEET = "表"
_VALUES = st.none() | st.sampled_from(("甲", "乙")) | st.integers(0, 3)


@st.composite
def lists(draw: st.DrawFn) -> FilledRows:
    """Records in a few rows and columns; a row or a column may come twice."""
    rows = draw(st.lists(st.integers(1, 6), max_size=4))
    columns = draw(st.lists(st.integers(1, 4), max_size=3))
    filled = [
        FilledColumn(
            column,
            draw(st.lists(_VALUES, min_size=len(rows), max_size=len(rows))),
            lambda _at: None,
        )
        for column in columns
    ]
    return FilledRows(SHEET, rows, filled)


_CELLS = st.builds(Write, st.just(SHEET), st.integers(1, 6), st.integers(1, 4), st.sampled_from(("丙", 7)))
_PARTS = st.lists(_CELLS | lists(), max_size=5)


@given(_PARTS)
def test_columns_are_the_cells_they_stand_for(parts: list[Write | FilledRows]) -> None:
    """However lists and single cells meet, each place is written once, with the last word."""
    wanted = {(write.row, write.column): write.value for write in made_of(parts)}

    found = writes_of(parts)
    assert {(write.row, write.column): write.value for write in found} == wanted
    assert len(found) == len(wanted) <= n_cells(parts)


@given(_PARTS)
def test_parts_hold_all_cells(parts: list[Write | FilledRows]) -> None:
    """Single cells and lists together are all the writes."""
    writes = writes_of(parts)

    cells, own = parts_of(writes)
    assert {*cells, *made_of(own)} == {*writes}


@given(_PARTS, st.sets(st.integers(1, 4)))
def test_values_of_columns_are_those_of_their_cells(
    parts: list[Write | FilledRows], columns: set[int]
) -> None:
    """What stands in some columns is what their cells get."""
    writes = writes_of(parts)

    assert values_in(writes, SHEET, columns) == {w.value for w in writes if w.column in columns}


def test_a_list_without_a_value_writes_nothing() -> None:
    """Records of whom nothing is known leave the sheet untouched."""
    empty = FilledRows(SHEET, [3], [FilledColumn(1, [None], lambda _at: None)])

    assert writes_of([empty]) == ()


def test_writes_compare_like_tuples() -> None:
    """Writes made late are equal to the same writes made at once, and have one hash."""
    late = writes_of([FilledRows(SHEET, [3], [FilledColumn(1, ["甲"], lambda _at: None)])])

    assert isinstance(late, Writes)
    assert late == (Write(SHEET, 3, 1, "甲"),)
    assert hash(late) == hash((Write(SHEET, 3, 1, "甲"),))
