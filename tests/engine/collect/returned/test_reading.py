"""A sheet that came back is paired with the one that was sent, or with none."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.collect.returned.reading import ReturnedSheet, read_returned
from qingzhuang.engine.read.grid import Cell, Grid, Style
from qingzhuang.engine.read.recognise import recognise

HEADER = ("序号", "姓名", "身份证号", "联系电话", "补贴档次", "备注")
TITLE = "困难群众摸底表"


def grid(rows: Sequence[Sequence[str]]) -> Grid:
    """A bordered sheet with these texts."""
    width = max(map(len, rows))
    box = Style(borders="lrtb")
    cells = {
        (at, column): Cell(at, column, text, text or None, style=Style() if len(row) == 1 else box)
        for at, row in enumerate(rows, 1)
        for column, text in enumerate(row if len(row) == 1 else [*row, *[""] * (width - len(row))], 1)
    }
    return Grid("表", len(rows), width, cells)


SENT = grid([(TITLE,), HEADER, (), (), ("填表人：",)])


def read(rows: Sequence[Sequence[str]]) -> ReturnedSheet | None:
    """The sheet of these rows, read against the one that was sent."""
    return read_returned(SENT, recognise(SENT), grid(rows))


def answers(back: ReturnedSheet | None) -> list[dict[str, str]]:
    """Label → text, of each record."""
    layout = recognise(SENT)
    assert back is not None
    return [
        {layout.fields[each.at].label or "": each.cell.text for each in record.cells}
        for record in back.records[0]
    ]


@given(st.permutations(range(len(HEADER))), st.integers(0, 3), st.integers(0, 5))
def test_any_order_of_columns_says_the_same(order: list[int], n_above: int, n_people: int) -> None:
    """Any order of columns, lines put in above, more or fewer people: values keep their labels (R-RET-04)."""
    people = [tuple(f"{label}{at}" for label in HEADER) for at in range(n_people)]
    rows = [(TITLE,), *[("",)] * n_above, HEADER, *people, ("填表人：",)]

    moved = [tuple(row[at] for at in order) if len(row) == len(HEADER) else row for row in rows]

    expected = [dict(zip(HEADER, row, strict=True)) for row in people]
    assert answers(read(moved)) == expected


def test_an_answer_may_read_like_a_label() -> None:
    """A value that is also the name of a column stays a value."""
    back = read([(TITLE,), HEADER, ("1", "姓名", "号", "联系电话", "备注", "x"), (), ("填表人：",)])

    assert answers(back)[0]["补贴档次"] == "备注"


def test_a_header_that_stands_twice_is_not_read() -> None:
    """A column copied by the village: nobody can tell which one was meant (R-RET-04)."""
    back = read([(TITLE,), (*HEADER, "联系电话"), ("1", "张三", "号", "1", "二", "", "2"), (), ("填表人：",)])

    assert "联系电话" not in answers(back)[0]


def test_half_of_the_columns_is_another_form() -> None:
    """Fewer than three quarters of the prints: not this form (R-RET-03)."""
    assert read([(TITLE,), ("序号", "姓名", "身份证号", "住址"), (), ()]) is None


def test_another_title_is_another_form() -> None:
    """All columns, but another title (R-RET-03)."""
    assert read([("低保边缘户登记表",), HEADER, (), (), ("填表人：",)]) is None
