"""All an office wants, in the order of its form."""

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.admit.domain import Application, AskedField
from qingzhuang.engine.admit.wanted import n_data, whole
from qingzhuang.engine.read.grid import column_letters


@given(st.integers(1, 60), st.randoms(use_true_random=False))
def test_turning_columns_into_data_and_back_keeps_the_form(n_columns: int, dice: object) -> None:
    """R-APP-09: however the columns were divided, asking them again gives the form in its own order."""
    form = [AskedField(f"第{n}栏", column_letters(n)) for n in range(1, n_columns + 1)]
    shuffled = sorted(form, key=lambda _: dice.random())  # type: ignore[attr-defined]
    half = n_columns // 2

    again = whole(Application(title="表", fields=tuple(shuffled[:half]), supplied=tuple(shuffled[half:])))

    assert (list(again.fields), again.supplied) == (form, ())


def test_cells_are_ordered_by_column_and_row() -> None:
    """R-APP-09: a card's cells come in a fixed order; those of other sheets behind."""
    places = ("附表!A2", "C10", "C9#2", "B3")

    again = whole(Application(title="表", fields=tuple(AskedField(place, place) for place in places)))

    assert [field.place for field in again.fields] == ["B3", "C9#2", "C10", "附表!A2"]


def test_columns_turned_into_data_count_and_the_sheets_own_do_not() -> None:
    """R-DUP-01: 序号 is no column of data; a column that became 要数 was wanted all the same."""
    serial = AskedField("序号", "A", "record.serial")
    asked, given = AskedField("夜间有无人照看", "C"), AskedField("姓名", "B", "person.name")

    assert n_data(Application(title="表", fields=(serial, asked), supplied=(given,))) == 2
